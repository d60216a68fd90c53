"""The tree of places: counts, ids, and names that repeat."""

from __future__ import annotations

from collections import Counter

import pytest

from desk.country import places
from desk.country.places import full_name, named, province_of, regions


def test_counts() -> None:
    kinds = Counter(region.kind for region in regions().values())
    assert kinds == {
        "country": 1,
        "province": 81,
        "district": 973,
        "town": 390,
        "inland": 1,
        "abroad": 1,
        "customs": 1,
    }
    assert sum(region.metropolitan for region in places.provinces()) == 30
    districts = [region for region in regions().values() if region.kind == "district"]
    assert sum(region.metropolitan for region in districts) == 519


def test_everything_lies_in_what_is_there_and_is_there_once() -> None:
    order = list(regions())
    for place, region in regions().items():
        assert place == region.id
        if place != "tr":
            assert order.index(region.within) < order.index(place)
    below = [region.id for region in places.below("tr")]
    assert sorted(below) == sorted(set(regions()) - {"tr"})


def test_plates_and_districts_agree() -> None:
    for province in places.provinces():
        for child in places.children(province.id):
            assert child.kind == "district"
            assert child.metropolitan == province.metropolitan
            assert province_of(child.id) == province


def test_a_full_name_means_one_place() -> None:
    names = Counter(full_name(place) for place in regions())
    assert [name for name, count in names.items() if count > 1] == []
    for place in regions():
        assert [one.id for one in named(full_name(place))] == [place]


@pytest.mark.parametrize(
    "typed",
    [
        "Merkez (Çanakkale)",
        "Çanakkale Merkez",
        "canakkale/merkez",
        "Merkez, Çanakkale",
        "MERKEZ ÇANAKKALE",
    ],
)
def test_a_name_that_repeats_is_typed_with_its_province(typed: str) -> None:
    assert [one.id for one in named(typed)] == ["d128"]


def test_a_name_that_repeats_means_all_who_bear_it() -> None:
    assert len([one for one in named("Merkez") if one.kind == "district"]) == 51
    assert len([one for one in named("yenişehir") if one.kind == "district"]) == 3
    assert named("Atlantis") == ()


def test_a_town_is_not_the_district_of_its_name() -> None:
    kepez = named("Kepez (Çanakkale)")
    assert [one.kind for one in kepez] == ["town"]
    assert province_of(kepez[0].id) == regions()["p17"]
    assert {one.kind for one in named("Kepez")} == {"town", "district"}


def test_a_provinces_name_means_the_province() -> None:
    provinces = places.provinces()
    for province in provinces:
        assert named(province.name) == (province,)
        assert full_name(province.id) == province.name
    names = {province.name for province in provinces}
    borne = [one for one in regions().values() if one.name in names and one not in provinces]
    assert borne
    for one in borne:
        assert "(" in full_name(one.id)
