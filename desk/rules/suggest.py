"""Which single slip would put a bulletin back in line: W306, W307, W308 and the key to take it.

Every slip that can be undone is tried; the one whose repaired bulletin fits best wins, each kind
paying for how many readings it has to choose from. Nothing is mended here: the edits that would do
it are handed back.
"""

from __future__ import annotations

from dataclasses import replace

from desk.facts.bulletin import Draft
from desk.facts.codes import Code
from desk.facts.edits import Edit, PutDraft, SetFigure
from desk.facts.figures import from_plain
from desk.facts.finding import SlipOfHand, Suggestion
from desk.rules.case import Case
from desk.rules.entries import Entry, changed
from desk.rules.fault import Fault
from desk.rules.fit import (
    BROKEN,
    OTHER_DIGITS,
    PRICE,
    Repair,
    broken,
    cost,
    decimals_of,
    elsewhere,
    entry_done,
    places_of,
)
from desk.rules.moves import free_shares
from desk.rules.repairs import of_exchanges, of_opened, of_other_columns, of_shares, of_votes
from desk.rules.spread import UNIT

TYPED = frozenset(
    {
        SlipOfHand.DIGIT,
        SlipOfHand.DROPPED,
        SlipOfHand.DOUBLED,
        SlipOfHand.TRANSPOSED,
        SlipOfHand.MARK,
    }
)
LOOKED_AT = 10
"""How many repairs of shares are looked at in full, the most promising ones."""
FITS = 12
"""A repair fits when each figure's surprise is about this, squared, or less on the average."""

HALF_LIKELY = 24 * UNIT
ENOUGH_DIGITS = 4
"""So many same digits are no chance among a night's places and bulletins."""
FINE = 2
"""What a figure besides the shares is worth."""
FEW_BOXES = 100
"""Of fewer boxes two agencies often have counted the same ones."""
SPOKEN = 60
RARELY = 200
"""An agency that repeated itself less than once in so many bulletins, of so many at least."""


def repairs(case: Case) -> list[Repair]:
    """Every single slip that may explain this bulletin, the best first."""
    entry = case.entry
    rough = [*of_shares(case, entry), *of_exchanges(case, entry)]
    rough.sort(key=lambda repair: repair.cost)
    found = [
        *(_exactly(case, entry, repair) for repair in rough[:LOOKED_AT]),
        *of_opened(case, entry),
        *of_votes(case, entry),
        *of_other_columns(case, entry),
    ]
    return sorted(found, key=lambda repair: repair.cost)


def _exactly(case: Case, entry: Entry, repair: Repair) -> Repair:
    """A repair of shares with everything the mended bulletin would still break."""
    suggestion = repair.suggestion
    if not suggestion.figures:
        left = [fault for fault in broken(case, entry) if fault.code is not Code.F205]
        return Repair(repair.cost + BROKEN * len([f for f in left if not _is_sum(f)]), suggestion)
    texts = {(row.item.value, row.contender): text for row, text in suggestion.figures.items()}
    if suggestion.kind is SlipOfHand.COPIED:
        # What it was is only worked out from the sum: it needs no proof of its own.
        return Repair(repair.cost, suggestion)
    price = PRICE[suggestion.kind]
    if suggestion.kind in TYPED:
        for row, text in suggestion.figures.items():
            decimals = decimals_of(case, row.contender)
            if decimals is not None and places_of(text) != decimals:
                price += OTHER_DIGITS
    return Repair(cost(case, changed(entry, texts, case.column.boxes_known)) + price, suggestion)


def _is_sum(fault: Fault) -> bool:
    return fault.code in (Code.F201, Code.F202)


def best(case: Case) -> Repair | None:
    """The best repair, if it leaves the bulletin in line and much better than it stood."""
    if case.before is None and case.rival is None and not case.entry.votes:
        # Nothing to fit to: any digit would do.
        return None
    found = repairs(case)
    if not found:
        return None
    first = found[0]
    standing = cost(case, case.entry)
    room = FITS * UNIT + 3 * UNIT * len(case.entry.shares)
    if first.suggestion.kind in (SlipOfHand.PLACE, SlipOfHand.AGENCY):
        room *= 3
    if first.cost > room or first.cost * 3 > standing * 2:
        return None
    return first


def of_likely_figures(case: Case, moved_little: bool) -> Repair | None:
    """Slips that leave every figure likely: figures already told, elsewhere or earlier.

    ``moved_little`` says that no share moved further than is likely.
    """
    entry = case.entry
    if len(entry.shares) < 2:
        return None
    if case.before is not None and case.before.shares == entry.shares:
        return _again(case, case.before)
    place = case.source.place
    for agency in case.night.by_agency:
        there = case.night.place_of_shares(agency, entry.key)
        if there is None or not _is_news(case, there, agency):
            continue
        known = _told_there(case, agency, there)
        if known is None or _evidence(entry, known) < ENOUGH_DIGITS:
            continue
        if agency != case.agency and moved_little and _as_likely_their_own(case, known):
            continue
        if agency != case.agency:
            if there == place:
                return Repair(0, Suggestion(SlipOfHand.AGENCY, agency=agency))
        elif there != place:
            return Repair(0, Suggestion(SlipOfHand.PLACE, place=there))
        else:
            return _older(case)
    wrong_table = _another_total(case)
    if wrong_table is not None:
        return wrong_table
    if moved_little or not case.night.has_patience(case.entry):
        return None
    return _half_likely(case)


def _as_likely_their_own(case: Case, known: Entry) -> bool:
    """Whether two agencies may well have said the same by themselves: each in its own way, or of
    so few boxes, or at the end, that they have counted the same ones."""
    entry = case.entry
    return known.texts != entry.texts or case.column.boxes < FEW_BOXES or entry_done(entry)


def _evidence(entry: Entry, known: Entry) -> int:
    """How many digits two bulletins have the same that chance would not have made the same.

    The last share to make 100 has none of its own, a share's tens are everybody's. What both say
    besides, how far they are or the votes, must be the same too, or nothing is.
    """
    digits = sorted(places_of(entry.texts["share", code]) for code in entry.shares)
    found = sum(digits[-free_shares(entry) :])
    theirs = known.texts
    for name, text in entry.texts.items():
        if name[0] in ("share", "total_boxes") or name not in theirs:
            continue
        if theirs[name] != text:
            return 0
        found += FINE
    return found


def _told_there(case: Case, agency: str, place: str) -> Entry | None:
    """The newest bulletin known there with these very shares."""
    column = case.night.columns.get((agency, place))
    at = column.before(case.entry) if column is not None else 0
    for known in reversed(column.entries[:at] if column is not None else []):
        if known.shares == case.entry.shares:
            return known
    return None


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
    if _evidence(case.entry, before) < ENOUGH_DIGITS:
        # One share of two says all there is: now and then it is the same again.
        return None
    return Repair(0, Suggestion(SlipOfHand.OLD, as_of=before.as_of))


def _older(case: Case) -> Repair | None:
    for at in range(case.index - 2, -1, -1):
        known = case.column.entries[at]
        if known.shares == case.entry.shares:
            if known.opened is None or known.texts == case.entry.texts:
                return Repair(0, Suggestion(SlipOfHand.OLD, as_of=known.as_of))
            return None
    return None


def _another_total(case: Case) -> Repair | None:
    """A number of boxes that is another place's."""
    total, own = case.entry.total, case.column.boxes
    if total is None or abs(total - own) * 50 <= own:
        return None
    if case.before is not None and case.before.total == total:
        return None
    night = case.night
    for place in night.election.held(night.contest):
        same = night.election.boxes(night.contest, place.name) == total
        if same and place.name != case.source.place:
            return Repair(0, Suggestion(SlipOfHand.PLACE, place=place.name))
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
            kind = Suggestion(SlipOfHand.AGENCY, agency=column.source.agency)
            found.append(Repair(fit + PRICE[SlipOfHand.AGENCY], kind))
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


def taking(suggestion: Suggestion, draft: Draft) -> tuple[Edit, ...]:
    """The edits, in order; none where nothing says what the figure was."""
    source = draft.source
    if suggestion.kind is SlipOfHand.OLD:
        return (PutDraft(source, None),)
    if suggestion.kind in (SlipOfHand.AGENCY, SlipOfHand.PLACE):
        there = replace(
            source,
            agency=suggestion.agency or source.agency,
            place=suggestion.place or source.place,
        )
        return PutDraft(source, None), PutDraft(there, replace(draft, source=there, replaces=None))
    return tuple(
        SetFigure(source, row, from_plain(row.item, text))
        for row, text in suggestion.figures.items()
    )
