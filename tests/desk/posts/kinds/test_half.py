"""Half of the votes: decided by votes, or by all that a printed share may stand for."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts.bulletin import Item, Row, Slot, Source, Value
from desk.facts.post import Cited
from desk.posts.kinds.half import HALF, has_half, part_of, takes

SOURCE = Source("AA", "cb", "Türkiye")
WHEN = datetime(2028, 5, 14, 21)


def cited(item: Item, value: Value, who: str = "") -> Cited:
    """A figure of one bulletin."""
    return Cited(Slot(SOURCE, Row(item, who)), value, WHEN, 1)


@pytest.mark.parametrize(
    ("share", "half"),
    [
        ("50", False),
        ("50.0", False),
        ("50.00", False),
        ("50.01", True),
        ("50.1", True),
        ("51", True),
    ],
)
def test_a_share_that_may_have_been_rounded_up_to_half_is_none(share: str, half: bool) -> None:
    assert has_half([cited(Item.SHARE, Decimal(share), "a")]) is half


@pytest.mark.parametrize(
    ("votes", "half"), [((51, 50), True), ((50, 50), False), ((50, 51), False)]
)
def test_votes_decide_to_the_last_one(votes: tuple[int, int], half: bool) -> None:
    figures = [cited(Item.VOTES, count, who) for who, count in zip("ab", votes, strict=True)]
    assert has_half(figures) is half


@given(
    counted=st.integers(1, 10**6),
    other=st.integers(1, 10**6),
    opened=st.integers(1, 999),
)
def test_what_it_takes_makes_half_and_a_tenth_less_does_not(
    counted: int, other: int, opened: int
) -> None:
    figures = [cited(Item.VOTES, counted, "a"), cited(Item.VOTES, other, "b")]
    figures += [cited(Item.OPENED_BOXES, opened), cited(Item.TOTAL_BOXES, 1000)]
    found = takes(figures)
    if not found:
        return
    whole = counted + other
    left = Fraction(whole * (1000 - opened), opened)

    def part(share: Decimal) -> Fraction:
        return (counted + left * Fraction(share) / 100) / (whole + left)

    assert part(found[-1]) >= HALF >= part(found[0] - (Decimal("0.1") if len(found) == 1 else 0))


def test_nothing_is_told_where_too_little_is_known() -> None:
    share = cited(Item.SHARE, Decimal("49.5"), "a")
    assert takes([share]) == ()
    assert takes([share, cited(Item.OPENED_SHARE, Decimal("100"))]) == ()
    assert takes([cited(Item.SHARE, Decimal(50), "a"), cited(Item.OPENED_SHARE, Decimal(90))]) == ()
    assert part_of([cited(Item.SHARE, Decimal(40), "a"), cited(Item.VOTES, 3, "b")]) is None
