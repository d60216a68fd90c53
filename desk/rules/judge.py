"""Every rule over one bulletin, and a whole night in the order it came.

The common case, a bulletin nothing is wrong with, is found out with a few sums; only what stands
out is looked at by every rule and given to the suggester.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from desk.facts.bulletin import Row, Slot
from desk.facts.codes import Code
from desk.facts.election import OTHERS
from desk.facts.figures import FULL
from desk.facts.finding import Finding, SlipOfHand, Suggestion
from desk.rules import between, inside, moves, suggest
from desk.rules.between import LARGE
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn, Night
from desk.rules.entries import Entry, uncollected
from desk.rules.fault import Fault
from desk.rules.fit import COARSE, entry_done
from desk.rules.moves import SMALL_JUMP
from desk.rules.spread import REST, UNIT, Moves, column_mean, moves_of

EXPLAINED = {
    SlipOfHand.EXCHANGED: Code.W307,
    SlipOfHand.COPIED: Code.W306,
    SlipOfHand.AGENCY: Code.W306,
    SlipOfHand.PLACE: Code.W306,
    SlipOfHand.OLD: Code.W306,
}
"""The code of a suggestion by its slip; all others are one digit away (W308)."""


def judge(case: Case) -> list[Finding]:
    """Every finding on one bulletin, judged by what was known when it came."""
    night, entry, column = case.night, case.entry, case.column
    found = inside.faults(
        entry, night.limits, night.closed(case.agency, entry), column.registered, column.boxes
    )
    found += inside.rules(case)
    moved_little = _moved_little(case)
    if after_all := moves.w315(case):
        # No box is left to carry it: what the new boxes must hold or make likely says nothing.
        found += after_all
    elif not moved_little:
        found += _moved(case)
    if case.before is not None:
        if entry.shares == case.before.shares:
            found += moves.w304(case)
        found += moves.w312(case)
    found += moves.w301(case)
    found += moves.rules(case)
    found += between.on_arrival(case)
    if not found:
        repair = suggest.of_likely_figures(case, moved_little)
    else:
        repair = suggest.best(case) if night.has_patience(entry) else None
    if repair is None:
        return [_finding(case, fault, None) for fault in found]
    suggestion = repair.suggestion
    kept = [fault for fault in found if fault.code not in (Code.W303, Code.W306)]
    told = [_finding(case, fault, suggestion) for fault in kept]
    if suggestion.kind is SlipOfHand.COPIED and any(fault.code is Code.D404 for fault in kept):
        # Copied across is what D404 says already.
        return told
    return [*told, _explained(case, suggestion)]


def _moved(case: Case) -> list[Fault]:
    """W302, or else W303: what is impossible need not be called unlikely as well."""
    if case.trusted is not None and case.before is not None:
        # The one before was suspect itself: fitting either of the two is fitting.
        against = Case(case.night, case.column, case.entry, case.index, case.scales, case.lively)
        against.trusted = None
        if not list(moves.w302(against)) and not list(moves.w303(against)):
            return []
    return list(moves.w302(case)) or list(moves.w303(case))


def _moved_little(case: Case) -> bool:
    """Whether no share moved further than is likely: the same sums as W303, without its words."""
    before, new = case.before, case.entry
    if before is None:
        return False
    if new.shares.keys() - before.shares.keys():
        return False
    return case.moves.worst <= case.night.limits.unsurprising


def learn(case: Case, everywhere: bool = True) -> None:
    """Let the night learn from one bulletin, once it has been judged.

    Not ``everywhere`` if the night has had this bulletin before and only its column is new.
    """
    moves = case.moves if case.before is not None else None
    _learn(case.night, case.column, case.before, case.entry, moves, everywhere)


def _learn(
    night: Night,
    column: AgencyColumn,
    before: Entry | None,
    new: Entry,
    moves: Moves | None,
    everywhere: bool = True,
) -> None:
    agency = column.source.agency
    if everywhere and OTHERS in new.shares:
        counts = night.closing.setdefault((agency, frozenset(new.shares)), [0, 0])
        counts[0] += inside.closes(new)
        counts[1] += 1
    if len(new.shares) > 1:
        night.remember_shares(agency, new.key, column.source.place)
    if before is None or moves is None:
        return
    if everywhere and not entry_done(new):
        counts = night.repeats.setdefault(agency, [0, 0])
        counts[1] += 1
        if new.shares == before.shares and new.texts == before.texts:
            counts[0] += 1
    if new.shares == before.shares or not moves.ratios:
        return
    means, relative = night.scales.means(agency), 0
    for code, ratio in moves.ratios:
        mean = means.get(code) or night.scales.mean(agency, code)
        relative += mean.take(ratio) if everywhere else ratio * UNIT // mean.value
    if everywhere and moves.rest is not None:
        night.scales.mean(agency, REST).take(moves.rest)
    column.mean.take(relative // len(moves.ratios))


def whole(night: Night) -> dict[int, list[Finding]]:
    """Every standing bulletin judged at its time; by bulletin, only those with findings."""
    with uncollected():
        order = [
            (entry.minute, entry.id, index, entry, trail)
            for trail in trails(night)
            for index, entry in enumerate(trail.column.entries)
        ]
        order.sort(key=itemgetter(0, 1))
        return _in_order(night, order)


def _in_order(
    night: Night, order: Iterable[tuple[int, int, int, Entry, Trail]]
) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    quick, none = QuickLook(night), dict[str, int]()
    minute, scales = -1, night.scales.values()
    for at, number, index, entry, trail in order:
        if at != minute:
            minute = at
            night.scales.remember(at)
            scales = night.scales.at(at)
        column = trail.column
        moves = quick.moves(trail, entry, scales.get(column.source.agency, none))
        if moves is not None:
            _learn(night, column, trail.shares, entry, moves)
        else:
            case = Case(night, column, entry, index, scales, column.mean.value)
            findings = judge(case)
            if findings:
                found[number] = findings
                entry.flagged = any(is_move(finding) for finding in findings)
            learn(case)
        trail.add(entry)
    return found


def again(
    night: Night, column: AgencyColumn, known: Mapping[int, bool]
) -> dict[int, list[Finding]]:
    """One column judged anew, by the scales remembered of each minute.

    ``known`` are the bulletins the night has learned from already, and whether they were flagged;
    where the newest bulletin alone is new, the ones before it are judged as they were.
    """
    found: dict[int, list[Finding]] = {}
    column.mean = column_mean()
    for index, entry in enumerate(column.entries):
        if entry.id not in known:
            night.scales.remember(entry.minute)
        scales = night.scales.at(entry.minute)
        case = Case(night, column, entry, index, scales, column.mean.value)
        findings = judge(case)
        entry.flagged = any(is_move(finding) for finding in findings)
        if findings:
            found[entry.id] = findings
        learn(case, entry.id not in known)
    return found


def is_move(finding: Finding) -> bool:
    """Whether a finding says that the bulletin is no ground to judge the next one from."""
    return finding.code[0] == "F" or finding.code in (
        Code.W301,
        Code.W302,
        Code.W303,
        Code.W306,
        Code.W307,
        Code.W308,
        Code.W312,
        Code.W315,
    )


def _finding(case: Case, fault: Fault, suggestion: Suggestion | None) -> Finding:
    entry = case.entry
    return Finding(
        fault.code,
        _slots(case, entry, fault.rows),
        fault.values | (suggestion.values() if suggestion is not None else {}),
        entry.id or None,
        entry.seen(*fault.rows),
        entry.as_of,
        suggestion,
    )


def _explained(case: Case, suggestion: Suggestion) -> Finding:
    """The suggestion as a finding of its own, under the code of its slip."""
    code = EXPLAINED.get(suggestion.kind, Code.W308)
    rows = tuple(suggestion.was) or case.entry.share_rows
    values = suggestion.values()
    if code is Code.W306:
        values |= {"agency_of": suggestion.agency, "place_of": suggestion.place}
        values["time_of"] = f"{suggestion.as_of:%H:%M}" if suggestion.as_of else ""
    return _finding(case, Fault(code, rows, values), suggestion)


def _slots(case: Case, entry: Entry, rows: Iterable[Row]) -> tuple[Slot, ...]:
    slots = entry.slots(case.source, *rows)
    return slots or tuple(Slot(case.source, row) for row in rows)


@dataclass(slots=True, eq=False)
class Trail:
    """A column as far as the night has come: its newest bulletin, and its newest with shares."""

    column: AgencyColumn
    rivals: list[Trail] = field(default_factory=list)
    last: Entry | None = None
    shares: Entry | None = None

    def add(self, entry: Entry) -> None:
        """The night goes on with this bulletin."""
        self.last = entry
        if entry.shares:
            self.shares = entry

    @property
    def rival(self) -> Entry | None:
        """The other agencies' newest word on the place, as `Case.rival` finds it."""
        found: Entry | None = None
        for other in self.rivals:
            said = other.shares
            if said is not None and (found is None or said.minute > found.minute):
                found = said
        return found


def trails(night: Night) -> list[Trail]:
    """A trail for every column, beside those of the other agencies."""
    found: list[Trail] = []
    for columns in night.by_place.values():
        here = [Trail(column) for column in columns]
        for one in here:
            agency = one.column.source.agency
            one.rivals = [other for other in here if other.column.source.agency != agency]
        found += here
    return found


class QuickLook:
    """A few sums over each bulletin of a night: is there nothing that any rule could find?"""

    def __init__(self, night: Night) -> None:
        self._night = night
        self._likely = night.limits.unsurprising
        self._gap = night.limits.milli("check.d404.gap")
        self._tolerance = night.limits.milli("check.d403.tolerance")

    def moves(self, trail: Trail, entry: Entry, scales: Mapping[str, int]) -> Moves | None:
        """The moves since the bulletin before, if no rule can have anything to say; or else None.

        It asks `inside`, `moves`, `between` and `suggest` their questions in the order of what
        they cost. What is rare (votes, leads, a first bulletin) is left to them.
        """
        before, night = trail.shares, self._night
        if before is None or before is not trail.last or before.flagged:
            return None
        if before.opened is not None and before.opened >= FULL:
            return None
        if entry.votes or entry.stated or entry.turnout or not entry.shares:
            return None
        if entry.minute == before.minute or entry.minute < night.close:
            return None
        if not _opened_soundly(before, entry, trail.column.boxes) or not _sums_up(entry):
            return None
        if entry.shares == before.shares or not entry.shares.keys() <= before.shares.keys():
            return None
        rival = trail.rival
        if rival is not None and not self._agrees(entry, rival):
            return None
        if entry.half <= COARSE:
            key = entry.key
            for places in night.places_of_shares.values():
                if key in places:
                    return None
        column = trail.column
        moves = moves_of(before, entry, night.started, column.boxes, scales, column.mean.value)
        return moves if moves.worst <= self._likely else None

    def _apart(self, entry: Entry, rival: Entry) -> bool:
        """Whether any share is so far from the other agency's that D404 minds an equal one."""
        theirs, gap = rival.shares, self._gap
        return any(
            abs(value - theirs.get(code, value)) >= gap for code, value in entry.shares.items()
        )

    def _agrees(self, entry: Entry, rival: Entry) -> bool:
        """Whether neither D403 nor D404 can be: `between.short_of`, solved for the difference."""
        theirs, opened, other_opened = rival.shares, entry.opened, rival.opened
        same = OTHERS not in theirs or theirs.keys() == entry.shares.keys()
        if opened is None or other_opened is None or opened + other_opened <= FULL:
            # No common part, so anything is possible: only digits are compared.
            opened = other_opened = 0
        room = self._tolerance + entry.half + rival.half + FULL
        above, below = room - other_opened, opened - room
        for code, value in entry.shares.items():
            other = theirs.get(code)
            if other is None or (code == OTHERS and not same):
                continue
            if other == value and value >= LARGE and self._apart(entry, rival):
                return False
            if other >= FULL:
                return False
            if not below <= value * opened // FULL - other * other_opened // FULL <= above:
                return False
        return True


def _opened_soundly(before: Entry, entry: Entry, known: int) -> bool:
    """F203, F207, W301, W312 and a total of boxes that is another place's: none of them."""
    opened, boxes, total = entry.opened, entry.boxes, entry.total
    if opened is not None:
        if before.opened is None:
            return False
        jump = opened - before.opened
        if jump >= SMALL_JUMP or jump + entry.opened_half + before.opened_half < 0:
            return False
    if total is not None and total != before.total and abs(total - known) * 50 > known:
        return False
    if boxes is None:
        return opened != 0
    if boxes == 0:
        return False
    if total is None:
        return boxes * 20 <= known * 21
    if boxes > total:
        return False
    if opened is None or not entry.opened_text:
        return True
    return abs(opened * total - FULL * boxes) <= 2 * entry.opened_half * total


def _sums_up(entry: Entry) -> bool:
    """F201, F202 and F207: none of them."""
    values = entry.shares.values()
    total = sum(values)
    if not 0 < total <= FULL + entry.room or max(values) >= FULL:
        return False
    return total >= FULL - entry.room or OTHERS not in entry.shares
