"""Where each district's tile lies on the map: placed like the city, or a grid in Turkish order.

Columns count from the west and rows from the north, in tiles; what a tile tells is the chart's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import isqrt

from desk import turkish
from desk.country import maps
from desk.country.ids import country_ids
from desk.country.places import province_of, regions
from desk.facts.election import Election

MOST_PROVINCES = 9
"""Maps of more provinces than this beside each other are too small to read."""

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
    """A contest's province, a few beside each other, the country by provinces; else a grid.

    A night of some of a province's districts gets a grid: most of its map would be empty.
    """
    units = election.units(contest)
    names = [place.name for place in units]
    ids = country_ids(election)
    whole = {ids[name] for name in names if name in ids}
    homes = {province.id for place in whole if (province := province_of(place))}
    if len(homes) == 1 and len(whole) == len(names):
        (home,) = homes
        placed = maps.of_districts(home)
        if set(placed) == whole:
            labels = (TileLabel(one.name, one.spot, one.water) for one in maps.names_on(home))
            return TileMap({name: placed[ids[name]] for name in names}, tuple(labels))
    if 1 < len(homes) <= MOST_PROVINCES and len(whole) == len(names):
        tiles, heads = maps.side_by_side(homes)
        if set(tiles) == whole:
            labels = (TileLabel(regions()[home].name, spot) for home, spot in heads.items())
            return TileMap({name: tiles[ids[name]] for name in names}, tuple(labels))
    if set(maps.of_provinces()) <= whole:
        placed = {**maps.of_provinces(), **maps.of_outside()}
        if whole <= set(placed):
            return TileMap({name: placed[ids[name]] for name in names if name in ids})
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
