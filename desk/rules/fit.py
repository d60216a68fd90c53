"""How well a bulletin fits what is known, and what each kind of slip costs as an explanation.

All in millionths of a squared likelihood, so that unlike things can be weighed against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.facts.election import OTHERS
from desk.facts.figures import FULL
from desk.facts.finding import SlipOfHand, Suggestion
from desk.rules.case import NEARLY_DONE, Case
from desk.rules.entries import Entry
from desk.rules.fault import Fault
from desk.rules.inside import faults
from desk.rules.moves import open_surprise
from desk.rules.spread import UNIT

# What a reading costs before it is fitted, in millionths of a squared likelihood: twice the
# logarithm of in how many ways the hand could have slipped like this.
PRICE: Mapping[SlipOfHand, int] = {
    SlipOfHand.DIGIT: 7 * UNIT,
    SlipOfHand.DROPPED: 3 * UNIT,
    SlipOfHand.DOUBLED: 3 * UNIT,
    SlipOfHand.TRANSPOSED: 2 * UNIT,
    SlipOfHand.MARK: 1 * UNIT,
    SlipOfHand.ZERO: 1 * UNIT,
    SlipOfHand.EXCHANGED: 4 * UNIT,
    SlipOfHand.COPIED: 0,
    SlipOfHand.AGENCY: 4 * UNIT,
    SlipOfHand.PLACE: 8 * UNIT,
    SlipOfHand.OLD: 0,
}
OTHER_DIGITS = 5 * UNIT
"""What it costs to be printed with other digits than the agency's before."""
BROKEN = 150 * UNIT
"""What an impossible bulletin costs."""
NEAR = 8_000
"""Shares further apart than this are not looked at as the same place's, in thousandths."""
COARSE = 50
"""Shares printed with fewer digits are the same by chance all the time."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A suggestion and what the bulletin would still cost with it, in millionths."""

    cost: int
    suggestion: Suggestion


def cost(case: Case, entry: Entry) -> int:
    """How badly a bulletin fits, all together, in millionths."""
    return (
        case.expected(entry).total(entry.shares)
        + open_surprise(case, entry)
        + BROKEN * len(broken(case, entry))
    )


def broken(case: Case, entry: Entry) -> list[Fault]:
    """What is impossible inside a bulletin."""
    return list(
        faults(
            entry,
            case.night.limits,
            case.night.closed(case.agency, entry),
            case.column.registered,
            case.column.boxes_known,
            alone=case.column.alone,
        )
    )


def sum_cost(case: Case, total: int, entry: Entry) -> int:
    """What a sum costs: impossible above 100, and below it where *Diğer* closes the agency's."""
    if total > FULL + entry.room:
        return BROKEN
    if OTHERS in entry.shares and total < FULL - entry.room:
        closed, all_sums = case.night.closed(case.agency, entry)
        if closed and closed * 10 >= all_sums * 9:
            return BROKEN
    return 0


def decimals_of(case: Case, code: str) -> int | None:
    """How many decimals this agency printed here before."""
    if case.before is None:
        return None
    text = case.before.texts.get(("share", code))
    return None if text is None else places_of(text)


def places_of(text: str) -> int:
    return len(text.partition(".")[2])


def elsewhere(case: Case, agency: str, place: str) -> int | None:
    """How badly the bulletin fits another column; None where that column says too little."""
    column = case.night.columns.get((agency, place))
    entry = case.entry
    if column is None:
        return None
    if case.night.place_of_shares(agency, entry.key) == place:
        return 0
    newest = column.known_to(entry)
    if newest is None or _far_off(entry, newest):
        return None
    index = column.before(entry)
    there = Case(case.night, column, entry, index, case.scales, column.mean.value)
    if there.before is None:
        return None
    expected = there.expected()
    if len(expected.common) < 2:
        return None
    unknown = len(entry.shares) - len(expected.common)
    price = expected.total(entry.shares) + open_surprise(there, entry) + 6 * UNIT * unknown
    if entry.total is not None and entry.total != column.boxes:
        price += BROKEN
    return price


def _far_off(entry: Entry, other: Entry) -> bool:
    """Whether a large share alone already says that these are two places."""
    return any(
        abs(share - other.shares[code]) > NEAR
        for code, share in entry.shares.items()
        if code in other.shares
    )


def entry_done(entry: Entry) -> bool:
    """Whether a count is over, or may be: then the same figures again are the rule."""
    return entry.opened is not None and entry.opened >= NEARLY_DONE
