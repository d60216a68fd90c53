"""Slips that leave every figure likely: figures told before, of another place, agency or time.

Found by the figures being the same, or by two columns or rows explaining a half likely move.
"""

from __future__ import annotations

from desk.facts.finding import Slip, Suggestion
from desk.rules.case import Case
from desk.rules.entries import Entry
from desk.rules.fit import COARSE, PRICE, Repair, elsewhere, entry_done
from desk.rules.repairs import of_exchanges
from desk.rules.spread import UNIT

HALF_LIKELY = 24 * UNIT
SPOKEN = 60
RARELY = 200
"""An agency that repeated itself less than once in so many bulletins, of so many at least."""


def quiet(case: Case, calm: bool) -> Repair | None:
    """Slips that leave every figure likely: figures already told, elsewhere or earlier.

    ``calm`` says that no share moved much at all.
    """
    entry = case.entry
    if len(entry.shares) < 2 or entry.half > COARSE:
        return None
    if case.before is not None and case.before.shares == entry.shares:
        return _again(case, case.before)
    place = case.source.place
    for agency in case.night.by_agency:
        there = case.night.told_of(agency, entry.key)
        if there is None or not _is_news(case, there, agency):
            continue
        if agency != case.agency:
            if there == place:
                return Repair(0, Suggestion(Slip.AGENCY, agency=agency))
        elif there != place:
            return Repair(0, Suggestion(Slip.PLACE, place=there))
        else:
            return _older(case)
    wrong_table = _another_total(case)
    if wrong_table is not None:
        return wrong_table
    if calm or not case.night.has_patience(case.entry):
        return None
    return _half_likely(case)


def _is_news(case: Case, place: str, agency: str) -> bool:
    """Whether the same figures again are no chance: this column stood elsewhere before."""
    if case.before is None:
        # Small first bulletins of the same boxes may well be the same in both agencies.
        return agency == case.agency and len(case.entry.shares) > 2
    return _moved_since(case.before, case.entry)


def _again(case: Case, before: Entry) -> Repair | None:
    """The bulletin before, figure for figure, by an agency that does not say things twice."""
    again, told = case.night.repeats.get(case.agency, (0, 0))
    if told < SPOKEN or again * RARELY > told or entry_done(case.entry):
        return None
    if before.minute == case.entry.minute or before.texts != case.entry.texts:
        return None
    return Repair(0, Suggestion(Slip.OLD, as_of=before.as_of))


def _older(case: Case) -> Repair | None:
    for at in range(case.index - 2, -1, -1):
        known = case.column.entries[at]
        if known.shares == case.entry.shares:
            if known.opened is None or known.texts == case.entry.texts:
                return Repair(0, Suggestion(Slip.OLD, as_of=known.as_of))
            return None
    return None


def _another_total(case: Case) -> Repair | None:
    """A number of boxes that is another place's."""
    total, own = case.entry.total, case.column.boxes
    if total is None or abs(total - own) * 50 <= own:
        return None
    if case.before is not None and case.before.total == total:
        return None
    for column in case.night.by_agency.get(case.agency, ()):
        if column.boxes == total and column is not case.column:
            return Repair(0, Suggestion(Slip.PLACE, place=column.source.place))
    return None


def _half_likely(case: Case) -> Repair | None:
    """A move that might be, where two rows or two columns changed over explain it far better."""
    entry = case.entry
    standing = case.expected().total(entry.shares)
    if case.before is None or standing < HALF_LIKELY:
        return None
    found = [*of_exchanges(case, entry)]
    for column in case.night.others(case.source):
        fit = elsewhere(case, column.source.agency, column.source.place)
        if fit is not None:
            kind = Suggestion(Slip.AGENCY, agency=column.source.agency)
            found.append(Repair(fit + PRICE[Slip.AGENCY], kind))
    first = min(found, key=lambda repair: repair.cost, default=None)
    if first is None or first.cost * 4 > standing:
        return None
    return first


def _moved_since(before: Entry, entry: Entry) -> bool:
    """Whether enough has changed that the same figures again are no chance."""
    room = 10 * (before.half + entry.half)
    moves = [
        abs(share - before.shares[code])
        for code, share in entry.shares.items()
        if code in before.shares
    ]
    return sum(move > 0 for move in moves) >= 2 and max(moves) >= room
