"""Last time's shares come from votes and are rounded once."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desk.facts.figures import rounded
from desk.facts.last_time import Baseline, baseline_of

ISTANBUL = baseline_of("istanbul-2024", "ibb")


def test_every_place_has_votes_that_fit_together() -> None:
    assert len(ISTANBUL.places) == 40 and ISTANBUL.day == "2019-03-31"
    for place, then in ISTANBUL.places.items():
        assert sum(then.votes.values()) <= then.valid <= then.cast <= then.registered, place
    whole = ISTANBUL.places["İstanbul"]
    assert (whole.votes["chp"], whole.votes["ak_parti"]) == (4_169_765, 4_156_036)
    for code in whole.votes:
        parts = [then.votes[code] for name, then in ISTANBUL.places.items() if name != "İstanbul"]
        assert sum(parts) == whole.votes[code]


def test_a_share_is_rounded_once() -> None:
    esenler = ISTANBUL.places["Esenler"]
    assert esenler.share("ak_parti") == Decimal("63.73")
    assert esenler.share("tip") is None
    for then in ISTANBUL.places.values():
        for code, votes in then.votes.items():
            with localcontext(prec=60):
                exact = Decimal(100 * votes) / then.valid
                assert then.share(code) == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
            assert abs(then.shares[code] - Fraction(100_000 * votes, then.valid)) <= Fraction(1, 2)


def test_nothing_is_known_of_an_election_without_a_baseline() -> None:
    assert baseline_of("nowhere-2030", "ibb") == Baseline()
    assert baseline_of("istanbul-2024", "ilce-meclisi").places == {}


@given(st.fractions(-100, 100), st.integers(0, 3))
def test_rounding_is_half_up(number: Fraction, digits: int) -> None:
    told = rounded(number, digits)
    assert abs(Fraction(told) - number) * 2 * 10**digits <= 1
    assert -told == rounded(-number, digits)
    assert told.as_tuple().exponent == -digits
