"""Where tiles lie: districts in a province, the 81 provinces, and 973 districts inside those.

Columns count from the west and rows from the north; what a tile tells is the charts'.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from desk.country import shelf
from desk.country.places import children, provinces

Tile = tuple[int, int]
"""Column and row, each from 0."""


@cache
def _placed() -> Mapping[str, Tile]:
    return {row["place"]: (int(row["column"]), int(row["row"])) for row in shelf.rows("tiles.csv")}


def of_provinces() -> Mapping[str, Tile]:
    """The tile of each of the 81 provinces."""
    return {one.id: _placed()[one.id] for one in provinces()}


def of_districts(province: str) -> Mapping[str, Tile]:
    """The tile of each district of a province."""
    return {
        child.id: _placed()[child.id] for child in children(province) if child.kind == "district"
    }


@cache
def of_country() -> tuple[Mapping[str, tuple[Fraction, Fraction]], Fraction]:
    """North-western corners of all districts' tiles, and the side of a tile.

    A province is a square of side 1 at its own tile; its districts' tiles stand in the middle of
    it, all of one size, the largest that the widest province has room for.
    """
    shapes = {one.id: of_districts(one.id) for one in provinces()}
    widest = max(max(column for column, _ in tiles.values()) + 1 for tiles in shapes.values())
    highest = max(max(row for _, row in tiles.values()) + 1 for tiles in shapes.values())
    side = Fraction(1, max(widest, highest) + 1)
    found: dict[str, tuple[Fraction, Fraction]] = {}
    for place, tiles in shapes.items():
        west, north = _placed()[place]
        across = max(column for column, _ in tiles.values()) + 1
        down = max(row for _, row in tiles.values()) + 1
        for district, (column, row) in tiles.items():
            found[district] = (
                west + (1 - across * side) / 2 + column * side,
                north + (1 - down * side) / 2 + row * side,
            )
    return found, side


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of districts that touch, each pair once; some of them across water."""
    return frozenset((row["one"], row["other"]) for row in shelf.rows("neighbours.csv"))
