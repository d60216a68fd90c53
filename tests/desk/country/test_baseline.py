"""Last time: the right contest, joint votes distributed, renames, and who did not stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from desk.country.baseline import baseline
from desk.country.constituencies import constituencies
from desk.country.places import COUNTRY, OUTSIDE, regions
from desk.facts.figures import rounded

NEXT_LOCAL = date(2029, 3, 25)


@pytest.mark.parametrize(
    ("day", "code", "official"),
    [
        ("2019-01-01", "ak_parti", "42.56"),
        ("2024-01-01", "ak_parti", "35.62"),
        ("2024-01-01", "chp", "25.35"),
    ],
)
def test_joint_votes_are_distributed_first(day: str, code: str, official: str) -> None:
    found = baseline("mv", date.fromisoformat(day), [COUNTRY])[COUNTRY]
    share = found.share(code)
    assert share is not None and rounded(share) == Decimal(official)
    assert found.votes_of("cumhur_ittifaki") is None


@pytest.mark.parametrize("day", ["2019-01-01", "2024-01-01"])
def test_distributed_parts_are_the_whole(day: str) -> None:
    when = date.fromisoformat(day)
    year = str(when.year - 1)
    parts = [*constituencies(year), *OUTSIDE]
    districts = [one.id for one in regions().values() if one.kind == "district"]
    whole = baseline("mv", when, [COUNTRY])[COUNTRY]
    for places in (parts, [*districts, *OUTSIDE]):
        found = baseline("mv", when, places)
        for code in ("ak_parti", "chp", "mhp", "iyi_parti", "dem_parti"):
            told = sum((one.votes_of(code) or Fraction(0)) for one in found.values())
            assert told == whole.votes_of(code)


def test_a_party_under_another_name_is_the_same_party() -> None:
    found = baseline("mv", date(2028, 5, 14), [COUNTRY])[COUNTRY]
    assert found.votes_of("dem_parti") == found.votes_of("yesil_sol_parti")
    assert found.votes_of("buyuk_birlik")


def test_two_names_of_2014_are_added() -> None:
    found = baseline("igm", date(2015, 1, 1), ["d290", "p47", "p2"])
    assert set(found) == {"p2"}
    local = baseline("bbb", date(2015, 1, 1), ["p21", "p33"])
    for one in local.values():
        assert one.votes_of("dem_parti") == one.votes_of("hdp")
    assert sum(local["p33"].votes.values()) <= local["p33"].valid


def test_no_candidate_is_not_nought() -> None:
    manisa = baseline("bbb", NEXT_LOCAL, ["p45"])["p45"]
    assert manisa.votes_of("ak_parti") is None
    assert manisa.share("ak_parti") is None
    assert manisa.votes_of("mhp")
    assert baseline("bbb", NEXT_LOCAL, ["p17", "d128"]) == {}


def test_a_party_that_is_new_has_no_last_time() -> None:
    found = baseline("mv", date(2018, 6, 24), [COUNTRY])[COUNTRY]
    assert found.votes_of("iyi_parti") is None


def test_the_same_person_for_another_party() -> None:
    ankara = baseline("bbb", NEXT_LOCAL, ["p6"])["p6"]
    assert ankara.votes_of("a_new_party", "Mansur Yavaş") == ankara.votes_of("chp")
    assert ankara.votes_of("a_new_party", "Somebody Else") is None
    assert ankara.votes_of("a_new_party") is None
    district = baseline("bbb", NEXT_LOCAL, ["d129"])["d129"]
    assert district.votes_of("", "MANSUR YAVAŞ") == district.votes_of("chp")


def test_a_second_round_is_set_against_the_first() -> None:
    found = baseline("cb", date(2023, 5, 28), [COUNTRY], second_round=True)[COUNTRY]
    assert found.day == date(2023, 5, 14)
    assert found.votes_of("x", "Recep Tayyip Erdoğan") == 27133849
    assert found.votes_of("kemal_kilicdaroglu") == 24595178
    assert baseline("cb", date(2028, 5, 28), [COUNTRY], second_round=True) == {}


def test_a_first_round_is_set_against_the_last_first() -> None:
    assert baseline("cb", date(2028, 5, 14), [COUNTRY])[COUNTRY].day == date(2023, 5, 14)
    assert baseline("cb", date(2023, 5, 14), [COUNTRY])[COUNTRY].day == date(2018, 6, 24)
    assert baseline("cb", date(2014, 8, 10), [COUNTRY]) == {}


def test_turnout_needs_registered_voters() -> None:
    found = baseline("ref", date(2030, 1, 1), ["customs", "abroad", "p6"])
    assert found["customs"].turnout is None
    assert found["abroad"].turnout and found["abroad"].turnout < 50
    assert found["p6"].turnout and 80 < found["p6"].turnout < 100


def test_a_place_that_was_not_there_has_no_last_time() -> None:
    new = [one.id for one in regions().values() if one.name == "Demircili"]
    assert baseline("bb", date(2024, 3, 31), new) == {}
    assert set(baseline("bb", NEXT_LOCAL, new)) == set(new)
