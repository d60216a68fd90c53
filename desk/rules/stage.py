"""Two agencies' shares at equal opened share, and whether both can be right: exact to the end.

Fractions from 0 to 1 of all boxes and of the votes; rounding is allowed for by each figure's own
last digit, and nothing is rounded before it is told. Which of two is right is never said.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.facts.election import OTHERS
from desk.facts.figures import FULL, rounded
from desk.rules.columns import AgencyColumn
from desk.rules.entries import Entry


def newest_shares(column: AgencyColumn) -> Entry | None:
    """A column's newest bulletin with shares."""
    return next((entry for entry in reversed(column.entries) if entry.shares), None)


def share_at(column: AgencyColumn, code: str, stage: Fraction) -> Fraction | None:
    """A contender's share, in thousandths, when a column had opened so much.

    The newest word at that stage, else between the newest before it and the next; None where its
    bulletins that say how much is opened do not reach that far.
    """
    after, named = None, newest_shares(column)
    for entry in reversed(column.entries):
        part = entry.part
        if part is None or code not in entry.shares:
            continue
        if code == OTHERS and named is not None and named.shares.keys() != entry.shares.keys():
            # With other contenders named, *Diğer* may mean others.
            continue
        if part == stage:
            return Fraction(entry.shares[code])
        if part > stage:
            after = entry
            continue
        if after is None or after.part is None:
            return None
        move = after.shares[code] - entry.shares[code]
        return entry.shares[code] + move * (stage - part) / (after.part - part)
    return None


def at_equal_stage(
    a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry, code: str
) -> tuple[Fraction, Fraction, Fraction] | None:
    """A contender's shares in both, in thousandths, where the one that is behind stands now, and
    how much is opened there, from 0 to 1.

    The two are the newest words; None where either says not how much is opened, or the one ahead
    was silent at that stage.
    """
    if now_a.part is None or now_b.part is None:
        return None
    stage = min(now_a.part, now_b.part)
    found = [
        Fraction(now.shares[code]) if now.part == stage else share_at(column, code, stage)
        for column, now in ((a, now_a), (b, now_b))
    ]
    return None if found[0] is None or found[1] is None else (found[0], found[1], stage)


def gap_at_equal_stage(
    a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry, code: str
) -> tuple[Fraction, Fraction] | None:
    """The gap in points there, and the opened share in per cent; None where it is not known."""
    found = at_equal_stage(a, b, now_a, now_b, code)
    return None if found is None else (abs(found[0] - found[1]) / 1000, 100 * found[2])


def short_of(one: Entry, other: Entry, code: str) -> Fraction:
    """How far from possible two shares of the same boxes are, in points; 0 or less is possible.

    What one has counted for a contender and what the other has counted for the rest are different
    votes: together they cannot be more than there are.
    """
    return max(_counted(one, other, code), _counted(other, one, code))


def _counted(one: Entry, other: Entry, code: str) -> Fraction:
    first, second = one.least_part, other.least_part
    if first is None or second is None:
        return Fraction(0)
    (opened, of), (opened_other, of_other) = first, second
    for_it = max(0, one.shares[code] - one.half_of(code))
    for_rest = max(0, FULL - other.shares[code] - other.half_of(code))
    # In whole numbers to the last: it is asked of every contender of a country's places.
    whole = FULL * of * of_other
    counted = for_it * opened * of_other + for_rest * opened_other * of
    return Fraction(100 * (counted - whole), whole)


@dataclass(frozen=True, slots=True)
class Needed:
    """What the boxes only one agency has would have to hold for both to be right: its share of the
    contender there, from and to, in points; ``boxes`` is their part of all boxes.

    ``room`` is how far the rounding of what was printed may move either end, in points.
    """

    agency: str
    boxes: Decimal
    least: Decimal
    most: Decimal
    room: Decimal


def needed(
    code: str, a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry
) -> tuple[Needed, ...]:
    """The range of shares in the boxes only one of them has, over every possible common part."""
    if now_a.part is None or now_b.part is None:
        return ()
    both = max(Fraction(0), now_a.part + now_b.part - 1)
    counted = [Fraction(now.shares[code], FULL) * (now.part or 0) for now in (now_a, now_b)]
    alone = [now_a.part - both, now_b.part - both]
    least = max(Fraction(0), counted[0] - alone[0], counted[1] - alone[1])
    most = max(least, min(both, *counted))
    off = sum(
        (
            Fraction(now.half_of(code), FULL) * (now.part or 0)
            + Fraction(now.shares[code], FULL) * now.part_half
            + now.part_half
            for now in (now_a, now_b)
        ),
        Fraction(0),
    )
    return tuple(
        Needed(
            column.source.agency,
            rounded(100 * own),
            rounded(_within(100 * (part - most) / own)),
            rounded(_within(100 * (part - least) / own)),
            rounded(min(Fraction(100), 100 * off / own)),
        )
        for column, part, own in zip((a, b), counted, alone, strict=True)
        if own > 0
    )


def _within(share: Fraction) -> Fraction:
    return min(Fraction(100), max(Fraction(0), share))
