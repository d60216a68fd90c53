"""Every rule over one bulletin, and what the night learns from it.

In which order a night is judged is `course`; what need not be judged at all, `quick_look`.
"""

from __future__ import annotations

from collections.abc import Iterable

from desk.facts.bulletin import Row, Slot
from desk.facts.codes import Code
from desk.facts.election import OTHERS
from desk.facts.finding import Finding, SlipOfHand, Suggestion
from desk.rules import between, inside, moves, seats, suggest
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn, Night
from desk.rules.entries import Entry
from desk.rules.fault import Fault
from desk.rules.fit import entry_done
from desk.rules.spread import CAP, REST, UNIT, Moves

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
        entry,
        night.limits,
        night.closed(case.agency, entry),
        column.registered,
        column.boxes_known,
        alone=column.alone,
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
    if entry.seated:
        found += seats.rules(case)
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


def learn(case: Case) -> None:
    """Let the night learn from one bulletin, once it has been judged."""
    moves = case.moves if case.before is not None else None
    learn_moves(case.night, case.column, case.before, case.entry, moves)


def learn_moves(
    night: Night, column: AgencyColumn, before: Entry | None, new: Entry, moves: Moves | None
) -> None:
    """The same where the moves are known already; ``new.unlearned`` takes the column's part back.

    What is the whole night's (`Night.scales`, `closing`, `repeats`, `spoken`) is not in it.
    """
    agency, mean, told_for = column.source.agency, column.mean, None
    if new is column.entries[0]:
        night.spoken.setdefault(agency, []).append(column)
    if OTHERS in new.shares:
        counts = night.closing.setdefault((agency, frozenset(new.shares)), [0, 0])
        counts[0] += inside.closes(new)
        counts[1] += 1
    if len(new.shares) > 1:
        told, key = night.places_of_shares.setdefault(agency, {}), new.key
        told_for = told.get(key)
        told[key] = column.source.place
    new.unlearned = (mean.total, mean.count, told_for)
    if before is None or moves is None:
        return
    if not entry_done(new):
        counts = night.repeats.setdefault(agency, [0, 0])
        counts[1] += 1
        if new.shares == before.shares and new.texts == before.texts:
            counts[0] += 1
    if new.shares == before.shares or not moves.ratios:
        return
    means, relative = night.scales.means(agency), 0
    for code, ratio in moves.ratios:
        known = means.get(code) or night.scales.mean(agency, code)
        # `Mean.take`, written out: it is asked a million times in a country's night.
        total, count = known.total, known.count
        most = CAP * total // count
        known.total = total + (ratio if ratio < most else most)
        known.count = count + 1
        relative += ratio * UNIT // (total // count)
    if moves.rest is not None:
        night.scales.mean(agency, REST).take(moves.rest)
    mean.take(relative // len(moves.ratios))


def unlearn(night: Night, column: AgencyColumn, entry: Entry) -> None:
    """Take back what a bulletin, the last one learned from, taught about its column."""
    column.mean.total, column.mean.count, told_for = entry.unlearned
    if len(entry.shares) > 1:
        if told_for is None:
            del night.places_of_shares[column.source.agency][entry.key]
        else:
            night.remember_shares(column.source.agency, entry.key, told_for)


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
