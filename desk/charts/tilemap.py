"""Where each district's tile lies on the map: placed like the city, or a grid in Turkish order.

Columns count from the west and rows from the north, in tiles; what a tile tells is the chart's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import isqrt

from desk import turkish
from desk.facts import catalog
from desk.facts.election import Election

Spot = tuple[Decimal, Decimal]
"""Column and row of a tile's north-western corner."""


@dataclass(frozen=True, slots=True)
class TileLabel:
    """A name between the tiles: a shore, or the water."""

    name: str
    spot: Spot
    water: bool = False


@dataclass(frozen=True, slots=True)
class TileMap:
    """One tile a district, and the names that stand between them.

    ``automatic`` says that nobody placed the tiles: the grid may as well be narrower or wider.
    """

    tiles: Mapping[str, Spot]
    labels: tuple[TileLabel, ...] = ()
    automatic: bool = False

    @property
    def columns(self) -> Decimal:
        """Columns from the westernmost tile's western edge to the easternmost's eastern."""
        return max(column for column, _ in self.tiles.values()) + 1 - self.west

    @property
    def rows(self) -> Decimal:
        """Rows from the north to the southernmost tile's southern edge."""
        return max(row for _, row in self.tiles.values()) + 1

    @property
    def west(self) -> Decimal:
        """The westernmost column."""
        return min(column for column, _ in self.tiles.values())


def of(election: Election, contest: str) -> TileMap:
    """The election's own placement, or an automatic grid where a place has no tile in it."""
    names = [place.name for place in election.units(contest)]
    file = catalog.resource("tilemaps", f"{election.id}.json")
    if names and file.is_file():
        placed = _read(json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal))
        if set(names) == set(placed.tiles):
            return placed
    return grid(names)


def grid(names: Iterable[str], across: int = 0) -> TileMap:
    """Tiles in Turkish order, row by row; about twice as many columns as rows if nobody says."""
    ordered = sorted(names, key=turkish.sort_key)
    across = across or max(isqrt(2 * len(ordered)), 1)
    return TileMap(
        {
            name: (Decimal(number % across), Decimal(number // across))
            for number, name in enumerate(ordered)
        },
        automatic=True,
    )


def _read(data: Mapping[str, object]) -> TileMap:
    tiles, labels = data["tiles"], []
    assert isinstance(tiles, dict)
    for kind in ("shores", "water"):
        entries = data.get(kind, [])
        assert isinstance(entries, list)
        for entry in entries:
            spot = (Decimal(entry["column"]), Decimal(entry["row"]))
            labels.append(TileLabel(entry["name"], spot, kind == "water"))
    return TileMap(
        {name: (Decimal(column), Decimal(row)) for name, (column, row) in tiles.items()},
        tuple(labels),
    )
