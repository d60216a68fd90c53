"""Which seats are possible where shares are known only to their printed digits.

Each list's share lies between two bounds; within them every share is taken as possible, whatever
the others have, so what is called impossible here is impossible. Exact votes are `seats`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.country.parties import ListAlliance
from desk.country.seats import DEDUCTED, dhondt


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a share may lie; the unit is the caller's, one for all lists."""

    low: Fraction
    high: Fraction


Spans = Mapping[str, Span]


def printed(share: Decimal) -> Span:
    """What a share as printed may have been rounded or cut from, in per cent."""
    digits = share.as_tuple().exponent
    assert isinstance(digits, int)
    step = Fraction(1, 10 ** max(-digits, 0))
    told = Fraction(share)
    return Span(max(told - step / 2, Fraction(0)), told + step)


def counted(votes: int) -> Span:
    """Votes that are known to the last one."""
    return Span(Fraction(votes), Fraction(votes))


def enlarged(spans: Spans, ratio: Span, outside: Spans | None = None) -> dict[str, Span]:
    """Shares of a constituency with abroad and customs in them.

    ``ratio`` says how many valid votes outside there may be for each one inside, from those that
    are counted to all that may still come; ``outside`` the shares there as far as they are told.
    Who is not named there may have all or nothing. Shares in per cent.
    """
    unknown = Span(Fraction(0), Fraction(100))
    told = outside or {}
    return {
        code: Span(
            span.low + ratio.low * told.get(code, unknown).low,
            span.high + ratio.high * told.get(code, unknown).high,
        )
        for code, span in spans.items()
    }


def deducted(spans: Spans, whole: Span | None = None) -> dict[str, Span]:
    """What Law 2972 leaves of shares in per cent, or of votes where all valid ones are given."""
    valid = whole or Span(Fraction(100), Fraction(100))
    return {
        code: Span(
            max(span.low - valid.high * DEDUCTED, Fraction(0)),
            max(span.high - valid.low * DEDUCTED, Fraction(0)),
        )
        for code, span in spans.items()
    }


def can_be(
    spans: Spans,
    seats: Mapping[str, int],
    alliances: Collection[ListAlliance] = (),
    single: Collection[str] = (),
) -> bool:
    """Whether D'Hondt can give these seats for shares within these bounds.

    A list that may be under a threshold, and so out, has no seats and is left out of ``spans``.
    ``alliances`` are those that first get seats as one (2018). A list with seats but without a
    share may have had any.
    """
    if not alliances:
        return _fits(spans, seats, single)
    members = {code: alliance.code for alliance in alliances for code in alliance.members}
    blocks: dict[str, Span] = {}
    given: dict[str, int] = {}
    for code, span in spans.items():
        block = members.get(code, code)
        before = blocks.get(block, Span(Fraction(0), Fraction(0)))
        blocks[block] = Span(before.low + span.low, before.high + span.high)
    for code, count in seats.items():
        given[members.get(code, code)] = given.get(members.get(code, code), 0) + count
    for code in set(seats) - set(spans):
        blocks.pop(members.get(code, code), None)
    return _fits(blocks, given, single) and all(
        _fits(_only(spans, alliance.members), seats, single) for alliance in alliances
    )


def bounds(spans: Spans, seats: int, single: Collection[str] = ()) -> dict[str, tuple[int, int]]:
    """The fewest and the most seats of each list, by a law of one step.

    Where the law would draw lots, both outcomes count.
    """
    found = {}
    for code in spans:
        ends = []
        for own_high in (False, True):
            votes = {
                other: span.high if (other == code) == own_high else span.low
                for other, span in spans.items()
            }
            # Who is named first gets what a lot would decide.
            order = [code, *votes] if own_high else [*(o for o in votes if o != code), code]
            ends.append(
                dhondt({other: votes[other] for other in order}, seats, single).seats.get(code, 0)
            )
        found[code] = (ends[0], ends[1])
    return found


def _only(spans: Spans, codes: Collection[str]) -> dict[str, Span]:
    return {code: span for code, span in spans.items() if code in codes}


def _fits(spans: Spans, seats: Mapping[str, int], single: Collection[str]) -> bool:
    """Whether one quotient parts those that got a seat from those that got none.

    Who has no vote gets none.
    """
    if any(seats.get(code, 0) and not span.high for code, span in spans.items()):
        return False
    next_ones = [
        span.low / (seats.get(code, 0) + 1)
        for code, span in spans.items()
        if not (code in single and seats.get(code, 0))
    ]
    last_ones = [span.high / count for code, span in spans.items() if (count := seats.get(code, 0))]
    return not last_ones or max(next_ones, default=Fraction(0)) <= min(last_ones)
