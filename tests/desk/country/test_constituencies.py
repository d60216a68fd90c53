"""Constituencies by year: every district in one of them, seats as many as parliament had."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from desk.country.constituencies import constituencies, found, of_district, year_of, years
from desk.country.places import regions


@pytest.mark.parametrize(
    ("year", "count", "seats"),
    [("2015", 85, 550), ("2018", 87, 600), ("2023", 87, 600), ("2026", 87, 600)],
)
def test_counts(year: str, count: int, seats: int) -> None:
    listed = constituencies(year)
    assert (len(listed), sum(one.seats for one in listed.values())) == (count, seats)


@pytest.mark.parametrize("year", years())
def test_every_district_votes_in_one(year: str) -> None:
    where = Counter(district for one in constituencies(year).values() for district in one.districts)
    # Three districts were made after 2015: they stand in the list of a whole province at once.
    assert set(where) == {one.id for one in regions().values() if one.kind == "district"}
    assert set(where.values()) == {1}
    for place in where:
        assert place in of_district(year, place).districts


def test_what_changed() -> None:
    gudul = next(one.id for one in regions().values() if one.name == "Güdül")
    assert of_district("2023", gudul).id == "c6-2"
    assert of_district("2026", gudul).id == "c6-3"
    assert constituencies("2026")["c34-1"].name == "İstanbul-1"
    assert constituencies("2026")["c34-1"].listed == "ISTANBUL-1"
    assert "p16" in constituencies("2015")
    assert {"c16-1", "c16-2"} <= set(constituencies("2018"))


def test_the_list_of_a_day() -> None:
    assert year_of(date(2017, 4, 16)) == "2015"
    assert year_of(date(2023, 5, 14)) == "2023"
    assert year_of(date(2028, 5, 14)) == "2026"
    assert year_of(date(2011, 6, 12)) == "2015"
    with pytest.raises(KeyError):
        constituencies("2024")


@pytest.mark.parametrize("year", years())
def test_names_as_typed_and_as_listed(year: str) -> None:
    for one in constituencies(year).values():
        for typed in (one.name, one.listed):
            assert found(year, typed) == one
    assert found(year, "Atlantis-1") is None
