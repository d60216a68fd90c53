"""Where tiles lie: districts in a province, the 81 provinces, and 973 districts inside those.

Columns count from the west and rows from the north; what a tile tells is the charts'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from desk.country import shelf
from desk.country.places import children, provinces

Tile = tuple[Decimal, Decimal]
"""Column and row of a tile's north-western corner, each from 0."""

FEWEST_ACROSS = Fraction(4)
"""A province of few districts has no larger tiles than one with so many in a row."""
GAP = Fraction(1, 2)
"""What parts two provinces' tiles, in tiles."""


@dataclass(frozen=True, slots=True)
class MapName:
    """A name between the tiles: a shore, or the water."""

    name: str
    spot: Tile
    water: bool


def names_on(province: str) -> tuple[MapName, ...]:
    """What stands between the tiles of a province's map."""
    return tuple(
        MapName(row["name"], (Decimal(row["column"]), Decimal(row["row"])), row["kind"] == "water")
        for row in shelf.rows("labels.csv")
        if row["map"] == province
    )


@cache
def _placed() -> Mapping[str, Tile]:
    return {
        row["place"]: (Decimal(row["column"]), Decimal(row["row"]))
        for row in shelf.rows("tiles.csv")
    }


def of_provinces() -> Mapping[str, Tile]:
    """The tile of each of the 81 provinces."""
    return {one.id: _placed()[one.id] for one in provinces()}


def of_districts(province: str) -> Mapping[str, Tile]:
    """The tile of each district of a province."""
    return {
        child.id: _placed()[child.id] for child in children(province) if child.kind == "district"
    }


@dataclass(frozen=True, slots=True)
class SmallTile:
    """A district's tile in the country's map: its north-western corner and its side.

    A province is a square of side 1 at its own tile.
    """

    column: Fraction
    row: Fraction
    side: Fraction


@cache
def of_country() -> Mapping[str, SmallTile]:
    """All districts' tiles: each province's map in the middle of its own tile, scaled to fit."""
    found: dict[str, SmallTile] = {}
    for one in provinces():
        tiles = of_districts(one.id)
        west, north = _placed()[one.id]
        across = Fraction(max(column for column, _ in tiles.values())) + 1
        down = Fraction(max(row for _, row in tiles.values())) + 1
        side = 1 / (max(across, down, FEWEST_ACROSS) + GAP)
        for district, (column, row) in tiles.items():
            found[district] = SmallTile(
                Fraction(west) + (1 - across * side) / 2 + Fraction(column) * side,
                Fraction(north) + (1 - down * side) / 2 + Fraction(row) * side,
                side,
            )
    return found


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of districts that touch, each pair once; some of them across water."""
    return frozenset((row["one"], row["other"]) for row in shelf.rows("neighbours.csv"))
