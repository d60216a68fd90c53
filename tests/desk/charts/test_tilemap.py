"""The tile map: every district once, nothing on top of anything, neighbours mostly side by side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from desk import turkish
from desk.charts import tilemap
from desk.facts.election import Election, Place, PlaceKind

# Districts that share a boundary on land, or face each other over the Golden Horn.
NEIGHBOURS = """
Silivri: Çatalca Büyükçekmece
Çatalca: Büyükçekmece Arnavutköy
Arnavutköy: Büyükçekmece Esenyurt Başakşehir Sultangazi Eyüpsultan
Büyükçekmece: Esenyurt Beylikdüzü
Esenyurt: Beylikdüzü Avcılar Başakşehir
Avcılar: Beylikdüzü Küçükçekmece Başakşehir
Küçükçekmece: Başakşehir Bağcılar Bahçelievler Bakırköy
Bakırköy: Bahçelievler Zeytinburnu
Bahçelievler: Bağcılar Güngören
Bağcılar: Başakşehir Esenler Güngören
Esenler: Başakşehir Sultangazi Gaziosmanpaşa Bayrampaşa Güngören Zeytinburnu
Güngören: Zeytinburnu
Zeytinburnu: Bayrampaşa Fatih
Bayrampaşa: Fatih Eyüpsultan Gaziosmanpaşa
Sultangazi: Başakşehir Gaziosmanpaşa Eyüpsultan
Eyüpsultan: Gaziosmanpaşa Fatih Kağıthane Sarıyer
Beyoğlu: Fatih Şişli Kağıthane Beşiktaş
Şişli: Kağıthane Beşiktaş Sarıyer
Sarıyer: Kağıthane Beşiktaş
Beykoz: Üsküdar Ümraniye Çekmeköy Şile
Üsküdar: Kadıköy Ümraniye Ataşehir
Kadıköy: Ataşehir Maltepe
Ataşehir: Ümraniye Maltepe Sancaktepe
Ümraniye: Çekmeköy Sancaktepe
Çekmeköy: Sancaktepe Şile
Sancaktepe: Maltepe Kartal Sultanbeyli Pendik
Sultanbeyli: Kartal Pendik
Kartal: Maltepe Pendik
Pendik: Tuzla Şile
"""
PAIRS = [
    (line.partition(":")[0], other)
    for line in NEIGHBOURS.split("\n")
    for other in line.partition(":")[2].split()
]
EAST = "Adalar Ataşehir Beykoz Çekmeköy Kadıköy Kartal Maltepe Pendik Sancaktepe Sultanbeyli Şile "
ASIA = {*EAST.split(), "Tuzla", "Ümraniye", "Üsküdar"}


@pytest.fixture
def city(election: Election) -> tilemap.TileMap:
    return tilemap.of(election)


def touch(city: tilemap.TileMap, one: str, other: str) -> bool:
    """Whether two tiles share an edge or a corner; across the water they do not."""
    (column_a, row_a), (column_b, row_b) = city.tiles[one], city.tiles[other]
    return abs(column_a - column_b) <= 1 and abs(row_a - row_b) <= 1


def test_every_district_has_one_tile(city: tilemap.TileMap, election: Election) -> None:
    assert set(city.tiles) == {place.name for place in election.districts}
    assert len(city.tiles) == 39
    for (column_a, row_a), (column_b, row_b) in combinations(city.tiles.values(), 2):
        assert abs(column_a - column_b) >= 1 or abs(row_a - row_b) >= 1


def test_neighbours_mostly_touch(city: tilemap.TileMap) -> None:
    apart = [pair for pair in PAIRS if not touch(city, *pair)]
    assert {name for pair in PAIRS for name in pair} == set(city.tiles) - {"Adalar"}
    assert len(apart) * 5 <= len(PAIRS), apart


def test_the_bosphorus_lies_between_the_shores(city: tilemap.TileMap) -> None:
    west = [city.tiles[name][0] + 1 for name in city.tiles if name not in ASIA]
    east = [city.tiles[name][0] for name in ASIA]
    assert min(east) - max(west) >= Decimal("0.5")


def test_the_islands_touch_no_european_tile_and_lie_in_the_south(city: tilemap.TileMap) -> None:
    assert city.tiles["Adalar"][1] == max(row for _, row in city.tiles.values())
    assert not [name for name in city.tiles if name not in ASIA and touch(city, "Adalar", name)]


def test_west_is_left_and_north_is_up(city: tilemap.TileMap) -> None:
    tiles = city.tiles
    for west, east in (("Silivri", "Fatih"), ("Esenyurt", "Bakırköy"), ("Kadıköy", "Tuzla")):
        assert tiles[west][0] < tiles[east][0]
    for north, south in (("Sarıyer", "Beyoğlu"), ("Beykoz", "Kadıköy"), ("Şile", "Pendik")):
        assert tiles[north][1] < tiles[south][1]


def test_labels_lie_on_no_tile(city: tilemap.TileMap) -> None:
    assert {label.name for label in city.labels if label.water} == {"İstanbul Boğazı"}
    assert len(city.labels) == 3


def test_another_province_gets_a_grid_in_turkish_order(election: Election) -> None:
    names = ("Çankaya", "Şereflikoçhisar", "Akyurt", "Iğdır", "İnegöl", "Zara")
    places = tuple(Place(name, PlaceKind.DISTRICT) for name in names)
    found = tilemap.of(replace(election, id="baska", places=places))
    in_order = sorted(found.tiles, key=lambda name: found.tiles[name][::-1])
    assert in_order == sorted(names, key=turkish.sort_key)
    assert len(set(found.tiles.values())) == len(names)


def test_a_placement_that_lacks_a_district_is_not_used(election: Election) -> None:
    more = (*election.places, Place("Yeni İlçe", PlaceKind.DISTRICT))
    found = tilemap.of(replace(election, places=more))
    assert "Yeni İlçe" in found.tiles
    assert found.labels == ()
