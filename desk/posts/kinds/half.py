"""More than half of the votes: whether somebody has it, and what part of the rest that still takes.

From one bulletin's cited figures, the first of which is hers: decided by votes where all are given,
else by all that a printed share may have been rounded or cut from, so that 50,0 decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from desk.facts.bulletin import Item
from desk.facts.post import Cited

MORE_THAN_HALF = "yarısından fazlası"
"""The words that say it."""

HALF = Fraction(1, 2)
_WIDEST = Decimal(5)
"""What it takes is told where it is known to so many points."""


@dataclass(frozen=True, slots=True)
class Between:
    """From where to where a part of all may lie, of one."""

    low: Fraction
    high: Fraction


def part_of(figures: Sequence[Cited]) -> Between | None:
    """The first figure's part of the votes: exact from votes, else what its printed share allows.

    None where the figures are neither all votes of a bulletin nor one share.
    """
    results = [one for one in figures if one.slot.row.item.per_contender]
    items = {(one.bulletin, one.slot.row.item) for one in results}
    if len(items) != 1:
        return None
    ((_, item),) = items
    if item is Item.VOTES and len(results) > 1:
        counts = [int(one.value) for one in results]
        return _exactly(counts[0], sum(counts)) if sum(counts) else None
    return _printed(results[0]) if item is Item.SHARE and len(results) == 1 else None


def has_half(figures: Sequence[Cited]) -> bool:
    """Whether the first figure is certainly more than half."""
    part = part_of(figures)
    return part is not None and part.low > HALF


def takes(figures: Sequence[Cited]) -> tuple[Decimal, ...]:
    """From what to what part of the remaining votes, in per cent with a decimal, it takes for half.

    As if the boxes that are left had as many votes as those that are opened; one number where the
    two are the same, none where it has half, may have, or cannot.
    """
    part, opened = part_of(figures), _opened(figures)
    if part is None or opened is None or part.high > HALF or opened.high >= 1 or not opened.low:
        return ()
    ends = (_still(part.high, opened.low), _still(part.low, opened.high))
    low, high = _tenths(floor(1000 * ends[0])), _tenths(ceil(1000 * ends[1]))
    if high > 100 or high - low > _WIDEST:
        return ()
    return (low,) if low == high else (low, high)


def _still(part: Fraction, opened: Fraction) -> Fraction:
    return HALF + (HALF - part) * opened / (1 - opened)


def _tenths(count: int) -> Decimal:
    return Decimal(count).scaleb(-1)


def _opened(figures: Sequence[Cited]) -> Between | None:
    said = {one.slot.row.item: one for one in figures}
    boxes, total = said.get(Item.OPENED_BOXES), said.get(Item.TOTAL_BOXES)
    if boxes and total and int(total.value):
        return _exactly(int(boxes.value), int(total.value))
    share = said.get(Item.OPENED_SHARE)
    return _printed(share) if share else None


def _exactly(part: int, whole: int) -> Between:
    told = Fraction(part, whole)
    return Between(told, told)


def _printed(figure: Cited) -> Between:
    """All that a printed share may stand for: it may have been rounded, or cut."""
    share = Decimal(figure.value)
    exponent = share.as_tuple().exponent
    unit = Fraction(1, 10 ** max(0, -exponent if isinstance(exponent, int) else 0))
    low, high = Fraction(share) - unit / 2, Fraction(share) + unit
    return Between(max(Fraction(0), low / 100), min(Fraction(1), high / 100))
