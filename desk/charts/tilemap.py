"""Where each district's tile lies on the map: placed like the city, or a grid in Turkish order.

Columns count from the west and rows from the north, in tiles; what a tile tells is the chart's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import isqrt

from desk import turkish
from desk.country import maps
from desk.country.ids import country_ids
from desk.country.places import regions
from desk.facts.election import Election

FEWEST_BELOW = 4
"""Tiles in a row below a map that is narrower than this."""

_APART = Decimal("0.5")
"""What parts a map from the tiles below it, in tiles."""

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
    ``sides`` are those of tiles that are smaller than 1.
    """

    tiles: Mapping[str, Spot]
    labels: tuple[TileLabel, ...] = ()
    automatic: bool = False
    sides: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def columns(self) -> Decimal:
        """Columns from the westernmost tile's western edge to the easternmost's eastern."""
        east = (column + self.sides.get(name, 1) for name, (column, _) in self.tiles.items())
        return max(east) - self.west

    @property
    def rows(self) -> Decimal:
        """Rows from the north to the southernmost tile's southern edge, names under it too."""
        south = [row + self.sides.get(name, 1) for name, (_, row) in self.tiles.items()]
        return max(*south, *(label.spot[1] for label in self.labels if self.sides), Decimal(1))

    @property
    def west(self) -> Decimal:
        """The westernmost column."""
        return min(column for column, _ in self.tiles.values())


def of(election: Election, contest: str) -> TileMap:
    """The map of what a contest's places lie in, else an automatic grid.

    That is a province, a few beside each other, the country by provinces, or all its districts
    inside the provinces' tiles, each where the night has at least half of it: most of another map
    would be empty. A place without a tile of its own,
    like a town, stands below.
    """
    names = [place.name for place in election.units(contest)]
    ids = country_ids(election)
    known = {ids[name] for name in names if name in ids}
    small = maps.of_country()
    if 2 * len(small.keys() & known) >= len(small):
        return _small(names, ids)
    placed, labels = _country(known)
    tiles = {name: placed[ids[name]] for name in names if ids.get(name) in placed}
    if not tiles:
        return grid(names)
    others = grid([name for name in names if name not in tiles], _across(tiles))
    south = max(row for _, row in tiles.values()) + 1 + _APART
    west = min(column for column, _ in tiles.values())
    below = {name: (west + column, south + row) for name, (column, row) in others.tiles.items()}
    return TileMap({**tiles, **below}, labels)


def _small(names: Iterable[str], ids: Mapping[str, str]) -> TileMap:
    """All districts inside their provinces' tiles; what has no tile of its own stands below."""
    small, outside = maps.of_country(), maps.of_outside()
    known = {name: ids.get(name, "") for name in names}
    tiles = {name: _spot(small[place]) for name, place in known.items() if place in small}
    sides = {name: _exact(small[place].side) for name, place in known.items() if name in tiles}
    tiles |= {name: outside[place] for name, place in known.items() if place in outside}
    below = grid([name for name in known if name not in tiles], len(maps.of_provinces()) // 4)
    south = max(row for _, row in maps.of_provinces().values()) + 1 + _APART
    tiles |= {name: (column, south + row) for name, (column, row) in below.tiles.items()}
    labels = tuple(
        TileLabel(regions()[home].name, (column, row + 1 - _exact(maps.NAME_BELOW) / 2))
        for home, (column, row) in maps.of_provinces().items()
    )
    return TileMap(tiles, labels, sides=sides)


def _spot(tile: maps.SmallTile) -> Spot:
    return _exact(tile.column), _exact(tile.row)


def _exact(number: Fraction) -> Decimal:
    """A place on the map, to far less than can be seen."""
    return round(Decimal(number.numerator) / Decimal(number.denominator), 6)


def _country(places: Collection[str]) -> tuple[Mapping[str, Spot], tuple[TileLabel, ...]]:
    """The tiles and names of the country's map that shows these places; none if none does."""
    provinces = maps.of_provinces()
    if 2 * len(provinces.keys() & places) >= len(provinces):
        return {**provinces, **maps.of_outside()}, ()
    homes = Counter(region.within for place in places if (region := regions().get(place)))
    shown = [home for home in provinces if 0 < len(maps.of_districts(home)) <= 2 * homes[home]]
    if len(shown) == 1:
        names = maps.names_on(shown[0])
        return maps.of_districts(shown[0]), tuple(
            TileLabel(one.name, one.spot, one.water) for one in names
        )
    if 1 < len(shown) <= MOST_PROVINCES:
        tiles, heads = maps.side_by_side(shown)
        return tiles, tuple(TileLabel(regions()[home].name, spot) for home, spot in heads.items())
    return {}, ()


def _across(tiles: Mapping[str, Spot]) -> int:
    """How many tiles stand in a row below others."""
    columns = [column for column, _ in tiles.values()]
    return max(int(max(columns) - min(columns)) + 1, FEWEST_BELOW)


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
