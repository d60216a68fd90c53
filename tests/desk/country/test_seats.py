"""Seats: the official totals of every election that is shipped, and what D'Hondt is known for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.country import law
from desk.country.constituencies import constituencies, year_of
from desk.country.law import SeatsLaw
from desk.country.parliaments import elected
from desk.country.parties import ListAlliance
from desk.country.places import named
from desk.country.results import Held, counted
from desk.country.seats import (
    Seats,
    council,
    dhondt,
    distributed,
    over_threshold,
    parliament,
    sent,
)

OFFICIAL = {
    "2015-06-07": {"ak_parti": 258, "chp": 132, "mhp": 80, "hdp": 80},
    "2015-11-01": {"ak_parti": 317, "chp": 134, "hdp": 59, "mhp": 40},
    "2018-06-24": {"ak_parti": 295, "chp": 146, "hdp": 67, "mhp": 49, "iyi_parti": 43},
    "2023-05-14": {
        "ak_parti": 268,
        "chp": 169,
        "yesil_sol_parti": 61,
        "mhp": 50,
        "iyi_parti": 43,
        "yeniden_refah": 5,
        "tip": 4,
    },
}
WITHOUT_ABROAD = {
    "2015-06-07": {"ak_parti": 256, "chp": 133, "mhp": 82, "hdp": 79},
    "2015-11-01": {"ak_parti": 314, "chp": 135, "hdp": 59, "mhp": 42},
    "2018-06-24": {"ak_parti": 290, "chp": 146, "hdp": 68, "mhp": 49, "iyi_parti": 47},
    "2023-05-14": {
        "ak_parti": 265,
        "chp": 168,
        "yesil_sol_parti": 62,
        "mhp": 51,
        "iyi_parti": 45,
        "yeniden_refah": 5,
        "tip": 4,
    },
}
KNOWN = (
    ("2018-06-24", "c34-1", {"ak_parti": 15, "chp": 10, "hdp": 4, "iyi_parti": 3, "mhp": 3}),
    ("2015-06-07", "p41", {"ak_parti": 6, "chp": 3, "mhp": 1, "hdp": 1}),
)
ONE_STEP = SeatsLaw("7393_2022", 7, True, False)
TWO_STEPS = SeatsLaw("7102_2018", 10, True, True)
PAIR = ListAlliance("pair", "Pair", "", ("a", "b"))

votes_of_lists = st.dictionaries(
    st.sampled_from("abcdefg"), st.integers(0, 10**6), min_size=1, max_size=7
)


@pytest.mark.parametrize("day", OFFICIAL)
def test_the_official_totals(day: str) -> None:
    found = elected(date.fromisoformat(day))
    assert found.total == OFFICIAL[day]
    assert found.outside
    assert not any(one.lot for one in found.constituencies.values())


@pytest.mark.parametrize("day", WITHOUT_ABROAD)
def test_votes_from_abroad_decide_some_of_them(day: str) -> None:
    found = elected(date.fromisoformat(day), abroad=False)
    assert found.total == WITHOUT_ABROAD[day]
    assert not found.outside


@pytest.mark.parametrize("day", OFFICIAL)
def test_every_constituency_gives_all_its_seats(day: str) -> None:
    places = constituencies(year_of(date.fromisoformat(day)))
    for place, one in elected(date.fromisoformat(day)).constituencies.items():
        assert sum(one.seats.values()) == places[place].seats


def test_four_councils_of_june_2024() -> None:
    contest = Held(date(2024, 6, 2), "bm")
    members = {"Pınarbaşı (Kayseri)": 15, "Güneykaya": 9, "Hilvan": 15, "Güzelyurt": 9}
    total: Counter[str] = Counter()
    for name, count in members.items():
        (place,) = named(name)
        found = counted(contest, place.id)
        assert found
        total.update(council(found.votes, found.valid, count, law.quota(count)).seats)
    assert total == {"ak_parti": 17, "dem_parti": 10, "mhp": 10, "chp": 9, "iyi_parti": 2}


def test_istanbuls_metropolitan_council_of_2024() -> None:
    councils, mayors = (Held(date(2024, 3, 31), kind) for kind in ("bm", "bb"))
    total: Counter[str] = Counter()
    for place, size in law.council_sizes().items():
        found, mayor = counted(councils, place), counted(mayors, place)
        assert found and mayor
        total.update(sent(found.votes, found.valid, size.sent).seats)
        total[max(mayor.votes, key=lambda code, votes=mayor.votes: votes[code])] += 1
        assert size.sent == size.members // 5
        assert size.quota == law.quota(size.members)
    assert total == {"chp": 185, "ak_parti": 129, "mhp": 2}


def test_a_tenth_is_taken_off_and_not_a_bar() -> None:
    (kadikoy,) = named("Kadıköy (İstanbul)")
    found = counted(Held(date(2024, 3, 31), "bm"), kadikoy.id)
    assert found
    assert council(found.votes, found.valid, 37, 4).seats == {"chp": 36, "ak_parti": 1}
    assert council({"a": 80, "b": 10, "c": 10}, 100, 9).seats == {"a": 9}


def test_the_sum_of_independents_is_no_list() -> None:
    lone = {"a": 60, "bagimsiz": 40}
    assert council(lone, 100, 9, 1).seats == {"a": 9}
    found = parliament({"p1": lone}, {"p1": 100}, {"p1": 5}, ONE_STEP)
    assert found.total == {"a": 5}


def test_an_independent_needs_no_threshold_and_takes_one_seat() -> None:
    votes = {"p1": {"a": 60, "x": 40}, "p2": {"a": 10000}}
    found = parliament(
        votes, {"p1": 100, "p2": 10000}, {"p1": 5, "p2": 5}, ONE_STEP, independents={"p1": ["x"]}
    )
    assert found.constituencies["p1"].seats == {"a": 4, "x": 1}


def test_the_threshold_counts_abroad_and_independents() -> None:
    votes = {"p1": {"a": 92, "b": 7}}
    assert parliament(votes, {"p1": 99}, {"p1": 20}, ONE_STEP).over == {"a", "b"}
    assert parliament(votes, {"p1": 101}, {"p1": 20}, ONE_STEP).over == {"a"}
    more = parliament(votes, {"p1": 101}, {"p1": 20}, ONE_STEP, outside=({"b": 5}, 5))
    assert more.over == {"a", "b"}


@pytest.mark.parametrize(("law", "threshold"), [(ONE_STEP, 7), (TWO_STEPS, 10)])
def test_the_threshold_must_be_passed_and_not_only_reached(law: SeatsLaw, threshold: int) -> None:
    """ "Geçmeyen partiler milletvekili çıkaramazlar": of a party, and of an alliance as one."""
    valid = 1_000_000
    exact = valid * threshold // 100
    for more, over in ((-1, False), (0, False), (1, True)):
        alone = {"a": valid - exact - more, "b": exact + more}
        assert ("b" in over_threshold(alone, valid, law)) is over
        joint = {"c": valid - exact - more, "a": 3, "b": exact + more - 5, "pair": 2}
        assert over_threshold(joint, valid, law, [PAIR]) == {"c", *(("a", "b") if over else ())}


def test_a_tenth_must_be_passed_too_and_the_first_has_the_quota() -> None:
    votes = {"a": 500, "b": 400, "c": 100}
    assert council(votes, 1000, 9).seats == {"a": 5, "b": 4}
    assert council(votes | {"c": 101}, 1000, 9).seats == council(votes, 1000, 9).seats
    assert council({"a": 500, "b": 500}, 1000, 11, 1).seats == {"a": 6, "b": 5}
    # What is taken off may leave nobody anything: then only the quota is given.
    small = {f"p{at}": 100 for at in range(10)}
    assert council(small, 1000, 9, 1).seats == {"p0": 1}


def test_a_lot_is_among_all_who_are_equal() -> None:
    assert dhondt({"a": 1, "b": 1, "c": 1}, 2).lot == {"a", "b", "c"}
    assert dhondt({"a": 1, "b": 1, "c": 1}, 3).lot == frozenset()
    assert council({"a": 500, "b": 500}, 1000, 11, 1).lot == {"a", "b"}
    assert council({"a": 501, "b": 499}, 1000, 11, 1).lot == frozenset()


def test_an_alliance_lifts_its_members() -> None:
    votes = {"p1": {"a": 5, "b": 1, "pair": 2, "c": 92}}
    found = parliament(votes, {"p1": 100}, {"p1": 30}, ONE_STEP, [PAIR])
    assert found.over == {"a", "b", "c"}
    alone = parliament(votes, {"p1": 100}, {"p1": 30}, ONE_STEP)
    assert alone.over == {"c"}


def test_two_steps_give_to_the_alliance_first() -> None:
    votes = {"p1": {"a": 20, "b": 13, "c": 30}}
    one = parliament(votes, {"p1": 63}, {"p1": 3}, ONE_STEP, [PAIR])
    two = parliament(votes, {"p1": 63}, {"p1": 3}, TWO_STEPS, [PAIR])
    assert (one.total, two.total) == ({"c": 2, "a": 1}, {"a": 1, "b": 1, "c": 1})


@given(
    votes=st.fixed_dictionaries({code: st.integers(0, 1000) for code in ("a", "b", "pair", "c")})
)
def test_distributing_loses_no_vote(votes: Mapping[str, int]) -> None:
    found = distributed(votes, [PAIR])
    assert sum(found.values()) == sum(votes.values())
    if votes["a"] + votes["b"]:
        assert "pair" not in found
        assert found["a"] * votes["b"] == found["b"] * votes["a"]


@given(votes=votes_of_lists, count=st.integers(0, 60))
def test_all_seats_are_given_and_more_seats_take_none_away(
    votes: dict[str, int], count: int
) -> None:
    fewer, more = dhondt(votes, count), dhondt(votes, count + 1)
    assert sum(fewer.seats.values()) == (count if any(votes.values()) else 0)
    assert all(more.seats.get(code, 0) >= given for code, given in fewer.seats.items())


@given(votes=votes_of_lists, count=st.integers(1, 60))
def test_no_list_gets_fewer_than_its_quota_rounded_down(votes: dict[str, int], count: int) -> None:
    whole = sum(votes.values())
    found = dhondt(votes, count)
    for code, own in votes.items():
        if whole:
            assert found.seats.get(code, 0) >= own * count // whole


@given(votes=votes_of_lists, count=st.integers(1, 60), code=st.sampled_from("abcdefg"))
def test_more_votes_never_cost_a_seat(votes: dict[str, int], count: int, code: str) -> None:
    more = {**votes, code: votes.get(code, 0) + 1000}
    before = dhondt({**votes, code: votes.get(code, 0)}, count).seats.get(code, 0)
    assert dhondt(more, count).seats.get(code, 0) >= before


@given(votes=votes_of_lists, count=st.integers(1, 40))
def test_the_quotients_are_in_order(votes: dict[str, int], count: int) -> None:
    found = dhondt(votes, count)
    last = [Fraction(votes[code], given) for code, given in found.seats.items()]
    following = [Fraction(own, found.seats.get(code, 0) + 1) for code, own in votes.items()]
    if last:
        assert min(last) >= max(following)
        assert bool(found.lot) == (min(last) == max(following))


def test_a_lot_is_told_and_no_chance_taken() -> None:
    assert dhondt({"a": 10, "b": 10}, 1) == Seats({"a": 1}, frozenset("ab"))
    assert dhondt({"a": 10, "b": 10}, 2) == Seats({"a": 1, "b": 1})


@pytest.mark.parametrize(("day", "place", "expected"), KNOWN)
def test_constituencies_the_press_told(day: str, place: str, expected: dict[str, int]) -> None:
    assert elected(date.fromisoformat(day)).constituencies[place].seats == expected


def test_the_provinces_the_press_told() -> None:
    for province, before, after in (("p34", 39, 46), ("p6", 15, 16)):
        for day, expected in (("2015-06-07", before), ("2015-11-01", after)):
            places = constituencies("2015")
            found = elected(date.fromisoformat(day)).constituencies
            own = [found[place].seats for place, one in places.items() if one.province == province]
            assert sum(one["ak_parti"] for one in own) == expected
