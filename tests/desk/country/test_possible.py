"""Which seats printed shares allow: nothing that can be is called impossible."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.country import law, results
from desk.country.parliaments import elected
from desk.country.parties import ListAlliance, alliances_on
from desk.country.possible import (
    Span,
    bounds,
    can_be,
    deducted,
    enlarged,
    printed,
)
from desk.country.results import Held
from desk.country.seats import council, dhondt, distributed
from desk.facts.figures import rounded

PAIR = ListAlliance("pair", "Pair", "", ("a", "b"))
counts = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 2000), min_size=2, max_size=4)


def exactly(*ends: int) -> Span:
    return Span(Fraction(ends[0]), Fraction(ends[-1]))


@given(votes=counts, seats=st.integers(1, 36), digits=st.integers(0, 2))
def test_the_seats_of_the_votes_are_possible_for_their_printed_shares(
    votes: dict[str, int], seats: int, digits: int
) -> None:
    whole = sum(votes.values())
    spans = {
        code: printed(rounded(Fraction(100 * own, whole), digits)) for code, own in votes.items()
    }
    found = dhondt(votes, seats).seats
    assert can_be(spans, found)
    ends = bounds(spans, seats)
    assert all(ends[code][0] <= found.get(code, 0) <= ends[code][1] for code in votes)


@given(
    lows=st.tuples(*[st.integers(0, 6)] * 3),
    widths=st.tuples(*[st.integers(0, 3)] * 3),
    seats=st.integers(1, 5),
)
def test_what_is_possible_is_what_some_votes_give(
    lows: tuple[int, ...], widths: tuple[int, ...], seats: int
) -> None:
    """Against every whole vote within the bounds, and every outcome of a lot."""
    codes = "abc"
    spans = {
        code: exactly(low, low + width)
        for code, low, width in zip(codes, lows, widths, strict=True)
    }
    reached = set()
    ranges = [range(low, low + width + 1) for low, width in zip(lows, widths, strict=True)]
    for votes in product(*ranges):
        for order in ("abc", "acb", "bac", "bca", "cab", "cba"):
            given_votes = {code: votes[codes.index(code)] for code in order}
            found = dhondt(given_votes, seats).seats
            reached.add(tuple(found.get(code, 0) for code in codes))
    for one in reached:
        if sum(one) == seats:
            assert can_be(spans, dict(zip(codes, one, strict=True)))
    ends = bounds(spans, seats)
    full = [one for one in reached if sum(one) == seats]
    for at, code in enumerate(codes):
        if full and len(full) == len(reached):
            assert min(one[at] for one in full) == ends[code][0]
            assert max(one[at] for one in full) == ends[code][1]


def test_what_no_votes_give_is_impossible() -> None:
    spans = {"a": printed(Decimal("60.0")), "b": printed(Decimal("40.0"))}
    assert can_be(spans, {"a": 3, "b": 2})
    assert not can_be(spans, {"a": 5})
    assert not can_be(spans, {"a": 2, "b": 3})
    assert not can_be({"a": exactly(10), "b": exactly(0)}, {"a": 1, "b": 1})
    assert can_be(spans, {"a": 3, "b": 2, "c": 1})


def test_abroad_that_is_still_out_widens_what_is_possible() -> None:
    spans = {"a": printed(Decimal("50.5")), "b": printed(Decimal("49.5"))}
    assert not can_be(spans, {"a": 1, "b": 2})
    still_out = enlarged(spans, Span(Fraction(0), Fraction(1, 20)))
    assert can_be(still_out, {"a": 1, "b": 2})
    told = {"a": exactly(60), "b": exactly(40)}
    assert not can_be(enlarged(spans, exactly(0), told), {"a": 1, "b": 2})
    half = Span(Fraction(1, 2), Fraction(1, 2))
    assert enlarged({"a": exactly(50)}, half, {"a": exactly(60)}) == {"a": exactly(80)}


@given(votes=counts, members=st.sampled_from([9, 11, 15, 25]))
def test_councils_from_printed_shares(votes: dict[str, int], members: int) -> None:
    whole = sum(votes.values())
    spans = {code: printed(rounded(Fraction(100 * own, whole))) for code, own in votes.items()}
    assert can_be(deducted(spans), council(votes, whole, members).seats)


def test_two_steps_ask_both() -> None:
    spans = {"a": exactly(30), "b": exactly(25), "c": exactly(45)}
    assert can_be(spans, {"a": 1, "b": 1, "c": 1}, [PAIR]) == (
        _two({"a": 30, "b": 25, "c": 45}, 3) == {"a": 1, "b": 1, "c": 1}
    )
    assert not can_be(spans, {"a": 2, "c": 1}, [PAIR])
    assert not can_be(spans, {"a": 1, "c": 2}, [PAIR])


@given(
    votes=st.fixed_dictionaries({code: st.integers(1, 500) for code in "abc"}),
    seats=st.integers(1, 20),
)
def test_what_two_steps_give_is_possible(votes: dict[str, int], seats: int) -> None:
    spans = {code: exactly(own) for code, own in votes.items()}
    assert can_be(spans, _two(votes, seats), [PAIR])


def _two(votes: Mapping[str, int], seats: int) -> dict[str, int]:
    blocks = dhondt({"pair": votes["a"] + votes["b"], "c": votes["c"]}, seats).seats
    inner = dhondt({"a": votes["a"], "b": votes["b"]}, blocks.get("pair", 0)).seats
    return {**inner, "c": blocks.get("c", 0)}


PARLIAMENTS = ("2015-06-07", "2015-11-01", "2018-06-24", "2023-05-14")


@pytest.mark.parametrize("day", PARLIAMENTS)
@pytest.mark.parametrize("digits", [1, 2])
def test_the_seats_of_every_constituency_are_possible_for_printed_shares(
    day: str, digits: int
) -> None:
    """Shares as agencies print them, without abroad; the seats are those with it."""
    for spans, ratio, _, seats, steps in constituencies_of(day, digits):
        assert can_be(enlarged(spans, Span(Fraction(0), ratio)), seats, steps)


@pytest.mark.parametrize("day", PARLIAMENTS)
def test_a_seat_that_went_astray_is_seen_once_abroad_is_counted(day: str) -> None:
    """Every seat in turn given to the first of the other lists: few of that is possible."""
    tried = let_pass = 0
    for spans, ratio, outside, seats, steps in constituencies_of(day, 2):
        whole = enlarged(spans, Span(ratio, ratio), outside)
        assert can_be(whole, seats, steps)
        for loser, count in seats.items():
            gainer = next(code for code in spans if code != loser)
            wrong = {**seats, loser: count - 1, gainer: seats.get(gainer, 0) + 1}
            tried += 1
            let_pass += can_be(whole, wrong, steps)
    assert tried > 150
    assert let_pass <= 2


def constituencies_of(
    day: str, digits: int
) -> Iterator[
    tuple[dict[str, Span], Fraction, dict[str, Span], Mapping[str, int], tuple[ListAlliance, ...]]
]:
    """By constituency: printed shares inside, how many votes there are outside for each of them,
    printed shares outside, the official seats, and what gets seats as one."""
    when = date.fromisoformat(day)
    last = elected(when)
    contest, alliances, rules = Held(when, "mv"), alliances_on(when), law.seats_law(when)
    inside, abroad = results.inside(contest), results.outside(contest)
    assert inside and abroad
    over = last.over
    outside = _printed(distributed(abroad.votes, alliances), abroad.valid, over, digits)
    for place, seats in last.constituencies.items():
        found = results.counted(contest, place)
        assert found
        spans = _printed(distributed(found.votes, alliances), found.valid, over, digits)
        steps = alliances if rules.two_steps else ()
        yield spans, Fraction(abroad.valid, inside.valid), outside, seats.seats, steps


def _printed(
    votes: Mapping[str, Fraction], valid: int, over: Collection[str], digits: int
) -> dict[str, Span]:
    shares = {code: 100 * own / valid for code, own in votes.items() if code in over}
    return {code: printed(rounded(share, digits)) for code, share in shares.items()}
