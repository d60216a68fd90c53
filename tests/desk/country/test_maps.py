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
