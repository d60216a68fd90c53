"""Every rule over one bulletin, and a whole night in the order it came.

The common case, a bulletin nothing is wrong with, is found out with a few sums; only what stands
out is looked at by every rule and given to the suggester.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import itemgetter

from desk.facts.bulletin import Row, Slot
from desk.facts.codes import Code
from desk.facts.election import OTHERS
from desk.facts.finding import Finding, Slip, Suggestion
from desk.rules import between, company, echoes, first, inside, moves, suggest
from desk.rules.bulk import uncollected
from desk.rules.calm import Calm, Trail, trails
from desk.rules.case import Case
from desk.rules.columns import Column, Night
from desk.rules.entries import Entry
from desk.rules.fit import entry_done
from desk.rules.inside import Fault
from desk.rules.spread import REST, UNIT, Moves, column_mean

EXPLAINED = {
    Slip.EXCHANGED: Code.W307,
    Slip.COPIED: Code.W306,
    Slip.AGENCY: Code.W306,
    Slip.PLACE: Code.W306,
    Slip.OLD: Code.W306,
}
"""The code of a suggestion by its slip; all others are one digit away (W308)."""


def judge(case: Case) -> list[Finding]:
    """Every finding on one bulletin, judged by what was known when it came."""
    night, entry, column = case.night, case.entry, case.column
    found = inside.faults(
        entry, night.limits, night.closed(case.agency, entry), column.registered, column.boxes
    )
    found += company.rules(case)
    calm = _is_calm(case)
    if not calm:
        found += _moved(case)
    if case.before is not None:
        if entry.shares == case.before.shares:
            found += moves.w304(case)
        found += moves.w312(case)
    found += moves.w301(case)
    found += first.rules(case)
    found += between.on_arrival(case)
    if not found:
        repair = echoes.quiet(case, calm)
    else:
        repair = suggest.best(case) if night.has_patience(entry) else None
    if repair is None:
        return [_finding(case, fault, None) for fault in found]
    suggestion = repair.suggestion
    kept = [fault for fault in found if fault[0] not in (Code.W303, Code.W306)]
    told = [_finding(case, fault, suggestion) for fault in kept]
    if suggestion.kind is Slip.COPIED and any(fault[0] is Code.D404 for fault in kept):
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


def _is_calm(case: Case) -> bool:
    """Whether no share moved further than is likely: the same sums as W303, without its words."""
    before, new = case.before, case.entry
    if before is None:
        return False
    if new.shares.keys() - before.shares.keys():
        return False
    return case.moves.worst <= case.night.limits.calm


def learn(case: Case, everywhere: bool = True) -> None:
    """Let the night learn from one bulletin, once it has been judged.

    Not ``everywhere`` if the night has had this bulletin before and only its column is new.
    """
    moves = case.moves if case.before is not None else None
    _learn(case.night, case.column, case.before, case.entry, moves, everywhere)


def _learn(
    night: Night,
    column: Column,
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
        night.tell(agency, new.key, column.source.place)
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
    calm, none = Calm(night), dict[str, int]()
    minute, scales = -1, night.scales.values()
    for at, number, index, entry, trail in order:
        if at != minute:
            minute = at
            night.scales.remember(at)
            scales = night.scales.at(at)
        column = trail.column
        moves = calm.moves(trail, entry, scales.get(column.source.agency, none))
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


def again(night: Night, column: Column, known: Mapping[int, bool]) -> dict[int, list[Finding]]:
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
    )


def _finding(case: Case, fault: Fault, suggestion: Suggestion | None) -> Finding:
    code, rows, values = fault
    entry = case.entry
    return Finding(
        code,
        _slots(case, entry, rows),
        values | (suggestion.values() if suggestion is not None else {}),
        entry.id or None,
        entry.seen(*rows),
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
    return replace(_finding(case, (code, rows, values), suggestion), suggestion=suggestion)


def _slots(case: Case, entry: Entry, rows: Iterable[Row]) -> tuple[Slot, ...]:
    slots = entry.slots(case.source, *rows)
    return slots or tuple(Slot(case.source, row) for row in rows)
