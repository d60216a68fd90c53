"""A night's places among the country's."""

from __future__ import annotations

from dataclasses import replace

from desk.country.ids import chosen, country_ids
from desk.country.places import regions
from desk.facts import catalog
from desk.facts.election import Place, PlaceKind

ISTANBUL = catalog.load("istanbul-2024")
PROVINCE = Place("Çanakkale", PlaceKind.PROVINCE)


def test_names_of_one_province_are_its_districts() -> None:
    ids = country_ids(ISTANBUL)
    assert len(ids) == 40 == len(set(ids.values()))
    for name, place in ids.items():
        assert regions()[place].name == name
        assert place == "p34" or regions()[place].within == "p34"


def test_a_name_is_looked_for_in_the_one_province() -> None:
    own = Place("Merkez", PlaceKind.DISTRICT)
    town = Place("Kepez", PlaceKind.TOWN)
    night = replace(ISTANBUL, id="made", places=(PROVINCE, own, town))
    ids = country_ids(night)
    assert (ids["Çanakkale"], ids["Merkez"]) == ("p17", "d128")
    assert regions()[ids["Kepez"]].kind == "town"
    two = replace(night, places=(*night.places, Place("Bilecik", PlaceKind.PROVINCE)))
    assert set(country_ids(two)) == {"Çanakkale", "Bilecik"}
    nowhere = replace(night, places=(own,))
    assert country_ids(nowhere) == {}


def test_an_id_goes_before_the_name() -> None:
    own = Place("Merkez (Bilecik)", PlaceKind.DISTRICT, id="d128", own="Merkez")
    part = Place("İstanbul-1", PlaceKind.CONSTITUENCY, id="c34-1", parts=("d3",))
    night = replace(ISTANBUL, id="made", places=(own, part))
    assert country_ids(night) == {"Merkez (Bilecik)": "d128", "İstanbul-1": "c34-1"}


def test_what_a_shipped_night_chose() -> None:
    assert chosen("istanbul-2024")["of"] == "2019-03-31"
    assert chosen("made") == {}
