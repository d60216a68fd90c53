"""Where tiles lie: districts in a province, the 81 provinces, and 973 districts inside those.

Columns count from the west and rows from the north; what a tile tells is the charts'.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from desk.country import shelf
from desk.country.places import OUTSIDE, children, provinces

Tile = tuple[Decimal, Decimal]
"""Column and row of a tile's north-western corner, each from 0."""

FEWEST_ACROSS = Fraction(4)
"""A province of few districts has no larger tiles than one with so many in a row."""
_NAME = Decimal("0.75")
"""The height of a province's name above its map, in tiles."""
NAME_BELOW = Fraction(1, 5)
"""The height of a province's name under its map of small tiles, in tiles of provinces."""
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


def of_outside() -> Mapping[str, Tile]:
    """Where abroad and the customs stand beside the provinces: in the sea, touching none."""
    return {place: _placed()[place] for place in OUTSIDE}


def of_districts(province: str) -> Mapping[str, Tile]:
    """The tile of each district of a province."""
    return {
        child.id: _placed()[child.id] for child in children(province) if child.kind == "district"
    }


def side_by_side(homes: Collection[str]) -> tuple[Mapping[str, Tile], Mapping[str, Tile]]:
    """The maps of a few provinces on one: the tiles of their districts, and where their names go.

    From the north-west to the south-east, in rows, an empty tile between two maps and room for the
    name above each; in as many rows as leave the largest tiles on a page twice as wide as high.
    """
    order = sorted(homes, key=_north_west)
    sizes = {home: _size(of_districts(home)) for home in order}
    across = [sum(sizes[home][0] for home in order[:count]) for count in range(1, len(order) + 1)]
    shelves = [_shelves(sizes, Decimal(room)) for room in across]
    corners = max(shelves, key=lambda corners: _largest(corners, sizes))
    names = {home: (column, row + _NAME / 2) for home, (column, row) in corners.items()}
    tiles = {
        place: (corners[home][0] + column, corners[home][1] + _NAME + row)
        for home in order
        for place, (column, row) in of_districts(home).items()
    }
    return tiles, names


def _shelves(sizes: Mapping[str, Tile], room: Decimal) -> dict[str, Tile]:
    """The north-western corner of each map, in rows of at most so many columns."""
    corners: dict[str, Tile] = {}
    column, row, height = Decimal(0), Decimal(0), Decimal(0)
    for home, (across, down) in sizes.items():
        if column and column + across > room:
            column, row, height = Decimal(0), row + height, Decimal(0)
        corners[home] = (column, row)
        column, height = column + across, max(height, down)
    return corners


def _largest(corners: Mapping[str, Tile], sizes: Mapping[str, Tile]) -> Fraction:
    """How large a tile can be on a page twice as wide as high."""
    across = max(column + sizes[home][0] for home, (column, _) in corners.items())
    down = max(row + sizes[home][1] for home, (_, row) in corners.items())
    return min(2 / Fraction(across), 1 / Fraction(down))


def _north_west(province: str) -> Tile:
    column, row = _placed()[province]
    return row, column


def _size(tiles: Mapping[str, Tile]) -> Tile:
    """Columns and rows a map takes beside others."""
    across = max(column for column, _ in tiles.values()) + 2
    return across, max(row for _, row in tiles.values()) + 1 + _NAME


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
    """All districts' tiles: each province's map inside its own tile, over its name, to scale."""
    found: dict[str, SmallTile] = {}
    for one in provinces():
        tiles = of_districts(one.id)
        west, north = _placed()[one.id]
        across = Fraction(max(column for column, _ in tiles.values())) + 1
        down = Fraction(max(row for _, row in tiles.values())) + 1
        side = min(1 / (max(across, FEWEST_ACROSS) + GAP), (1 - NAME_BELOW) / (down + GAP))
        for district, (column, row) in tiles.items():
            found[district] = SmallTile(
                Fraction(west) + (1 - across * side) / 2 + Fraction(column) * side,
                Fraction(north) + (1 - NAME_BELOW - down * side) / 2 + Fraction(row) * side,
                side,
            )
    return found


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of districts that touch, each pair once; some of them across water."""
    return frozenset((row["one"], row["other"]) for row in shelf.rows("neighbours.csv"))
