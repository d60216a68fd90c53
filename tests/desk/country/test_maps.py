"""Tile maps: a tile a district, neighbours that touch, shores that do not."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest

from desk.country import maps, places
from desk.country.maps import Tile
from desk.country.places import regions

BOSPHORUS = {frozenset({"Beşiktaş", "Üsküdar"}), frozenset({"Sarıyer", "Üsküdar"})}
"""Neighbours across water: they must not touch."""


def apart(one: Tile, other: Tile) -> Decimal:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def touch(one: Tile, other: Tile) -> bool:
    return 0 < apart(one, other) <= 1


def tiles(province: str) -> dict[str, Tile]:
    """A province's tiles by the districts' names."""
    return {regions()[place].name: tile for place, tile in maps.of_districts(province).items()}


def pairs(province: str) -> list[tuple[str, str]]:
    found = [
        (regions()[one].name, regions()[other].name)
        for one, other in maps.neighbours()
        if regions()[one].within == province == regions()[other].within
    ]
    return [pair for pair in found if frozenset(pair) not in BOSPHORUS]


def share_of_touching(province: str) -> tuple[int, int]:
    placed = tiles(province)
    near = pairs(province)
    return sum(touch(placed[one], placed[other]) for one, other in near), len(near)


@pytest.mark.parametrize("province", [one.id for one in places.provinces()])
def test_every_district_has_a_tile_of_its_own(province: str) -> None:
    placed = maps.of_districts(province)
    assert set(placed) == {one.id for one in places.children(province)}
    assert all(apart(*two) >= 1 for two in combinations(placed.values(), 2))
    assert min(column for column, _ in placed.values()) == 0
    assert min(row for _, row in placed.values()) == 0


def test_neighbours_touch() -> None:
    shares = [share_of_touching(one.id) for one in places.provinces()]
    touching, near = (sum(part) for part in zip(*shares, strict=True))
    assert near == 1730
    assert touching * 100 >= 96 * near
    assert all(touching * 100 >= 88 * near for touching, near in shares)


def test_the_country_by_provinces() -> None:
    placed = maps.of_provinces()
    assert len(set(placed.values())) == len(placed) == 81
    borders = {
        frozenset((regions()[one].within, regions()[other].within))
        for one, other in maps.neighbours()
    }
    near = [tuple(pair) for pair in borders if len(pair) == 2]
    assert len(near) == 199
    assert sum(touch(placed[one], placed[other]) for one, other in near) * 100 >= 91 * len(near)


def test_abroad_and_customs_lie_in_the_sea() -> None:
    assert set(maps.of_outside()) == {"abroad", "customs"}
    for tile in maps.of_outside().values():
        assert min(apart(tile, other) for other in maps.of_provinces().values()) > 1
        assert tile[1] <= max(row for _, row in maps.of_provinces().values())


def test_the_country_has_no_hole_but_the_sea_of_marmara() -> None:
    land = {(int(column), int(row)) for column, row in maps.of_provinces().values()}
    width, height = (max(edge) + 2 for edge in zip(*land, strict=True))
    sea: set[tuple[int, int]] = set()
    waiting = [(-1, -1)]
    while waiting:
        column, row = waiting.pop()
        inside = -1 <= column < width and -1 <= row < height
        if inside and (column, row) not in land | sea:
            sea.add((column, row))
            waiting += [(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)]
    holes = {(x, y) for x in range(width) for y in range(height)} - land - sea
    yalova = maps.of_provinces()["p77"]
    assert holes
    assert all(apart((Decimal(x), Decimal(y)), yalova) == 1 for x, y in holes)


def test_the_bosphorus_is_open() -> None:
    placed = tiles("p34")
    asia = {"Beykoz", "Üsküdar", "Ümraniye", "Çekmeköy", "Şile", "Kadıköy", "Ataşehir", "Tuzla"}
    asia |= {"Sancaktepe", "Pendik", "Maltepe", "Kartal", "Sultanbeyli"}
    europe = set(placed) - asia - {"Adalar"}
    assert {one.name for one in maps.names_on("p34") if one.water} == {"İstanbul Boğazı"}
    assert not [(a, b) for a in asia for b in europe if touch(placed[a], placed[b])]
    assert max(placed[name][0] for name in europe) < min(placed[name][0] for name in asia)
    assert not [name for name in placed if touch(placed["Adalar"], placed[name])]
    assert abs(placed["Beykoz"][1] - placed["Sarıyer"][1]) <= 1


def test_the_bay_of_izmir_is_open() -> None:
    placed = tiles("p35")
    north, south = ("Foça", "Menemen", "Çiğli", "Karşıyaka"), ("Narlıdere", "Balçova", "Konak")
    assert not [(a, b) for a in north for b in south if touch(placed[a], placed[b])]


@pytest.mark.parametrize("homes", [("p17", "p11", "p44"), ("p34", "p35"), ("p1", "p2", "p3", "p4")])
def test_maps_beside_each_other_keep_their_shape(homes: tuple[str, ...]) -> None:
    placed, heads = maps.side_by_side(homes)
    assert set(heads) == set(homes)
    assert set(placed) == {child.id for home in homes for child in places.children(home)}
    for one, other in combinations(placed, 2):
        near = apart(placed[one], placed[other])
        home = regions()[one].within
        if home == regions()[other].within:
            own = maps.of_districts(home)
            assert near == apart(own[one], own[other]) >= 1
        else:
            assert near > 1
    for home, (column, row) in heads.items():
        top = min(placed[one.id][1] for one in places.children(home))
        assert top - 1 < row < top
        assert not [
            at for at in placed.values() if at[0] <= column < at[0] + 1 and at[1] < row < at[1] + 1
        ]


def test_973_districts_lie_in_their_provinces_and_not_on_each_other() -> None:
    placed = maps.of_country()
    assert len(placed) == 973
    for province, (west, north) in maps.of_provinces().items():
        inside = [placed[one.id] for one in places.children(province)]
        for one in inside:
            assert west < one.column and one.column + one.side < west + 1
            assert north < one.row and one.row + one.side < north + 1
        for one, other in combinations(inside, 2):
            assert one.side == other.side
            apart = max(abs(one.column - other.column), abs(one.row - other.row))
            assert apart >= one.side
