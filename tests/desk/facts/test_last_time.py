"""Last time's shares come from votes and are rounded once."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desk.facts.figures import rounded
from desk.facts.last_time import Earlier


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_rounded_once(votes: int, more: int) -> None:
    then = Earlier({"chp": votes}, votes + more, votes + more, None)
    with localcontext(prec=60):
        exact = Decimal(100 * votes) / then.valid
        assert then.share("chp") == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert abs(then.shares["chp"] - Fraction(100_000 * votes, then.valid)) <= Fraction(1, 2)
    assert then.share("tip") is None


def test_turnout_needs_a_list_of_voters() -> None:
    then = Earlier({}, 70, 75, 100)
    assert (then.voted, then.turnout) == (75, 75_000)
    customs = Earlier({}, 70, 75, None)
    assert (customs.voted, customs.turnout) == (None, None)


@given(st.fractions(-100, 100), st.integers(0, 3))
def test_rounding_is_half_up(number: Fraction, digits: int) -> None:
    told = rounded(number, digits)
    assert abs(Fraction(told) - number) * 2 * 10**digits <= 1
    assert -told == rounded(-number, digits)
    assert told.as_tuple().exponent == -digits
