"""Every rule over one bulletin, and a whole night in the order it came.

The common case, a bulletin nothing is wrong with, is found out with a few sums; only what stands
out is looked at by every rule and given to the suggester.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from desk.bulletin import Row, Slot
from desk.codes import Code
from desk.election import OTHERS
from desk.rules import between, company, echoes, first, inside, moves, suggest
from desk.rules.bulk import uncollected
from desk.rules.case import Case
from desk.rules.entries import Entry
from desk.rules.finding import Finding, Slip, Suggestion
from desk.rules.fit import entry_done
from desk.rules.inside import Fault
from desk.rules.night import Column, Night
from desk.rules.spread import REST, UNIT, column_mean, stages, variable, weight

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
    """Whether no share moved further than is likely: the same sums as W303, without its words.

    It also counts what was seen, so that the night learns from every bullet once.
    """
    before, new = case.before, case.entry
    if before is None:
        return False
    if new.shares.keys() - before.shares.keys():
        return False
    return worst_move(case, before, new) <= min(case.night.limits.likely, 6 * UNIT)


def worst_move(case: Case, before: Entry, new: Entry) -> int:
    """The most surprising of the moves since a bulletin, squared, in millionths."""
    started = case.night.started
    share = weight(stages(before, new, started), case.column.boxes)
    scales = case.scales.get(case.agency, {})
    room, worst, lively = before.half + new.half, 0, case.lively
    left, rounding, named = 0, before.room + new.room, 0
    earlier_of = before.shares
    same = OTHERS not in earlier_of or earlier_of.keys() == new.shares.keys()
    for code, value in new.shares.items():
        earlier = earlier_of.get(code)
        if earlier is None or (code == OTHERS and not same):
            continue
        named += 1
        left += value - earlier
        size = abs(value - earlier) - room
        if size > 0:
            expected = share * variable(earlier) // UNIT * scales.get(code, UNIT) // UNIT
            ratio = size * size * UNIT // (expected * lively // UNIT or 1)
            if ratio > worst:
                worst = ratio
    if named > 1:
        size = abs(left) - rounding
        if size > 0:
            rest = 100_000 - sum(value for code, value in earlier_of.items() if code in new.shares)
            expected = share * variable(rest) // UNIT * scales.get(REST, UNIT) // UNIT
            worst = max(worst, size * size * UNIT // (expected * lively // UNIT or 1))
    return worst


def learn(case: Case, everywhere: bool = True) -> None:
    """Let the night learn from one bulletin, once it has been judged.

    Not ``everywhere`` if the night has had this bulletin before and only its column is new.
    """
    before, new, night = case.before, case.entry, case.night
    if everywhere and OTHERS in new.shares:
        counts = night.closing.setdefault((case.agency, frozenset(new.shares)), [0, 0])
        counts[0] += inside.closes(new)
        counts[1] += 1
    if len(new.shares) > 1:
        night.told[case.agency, new.key] = case.source.place
    if before is None:
        return
    if everywhere and not entry_done(new):
        counts = night.repeats.setdefault(case.agency, [0, 0])
        counts[1] += 1
        if new.shares == before.shares and new.texts == before.texts:
            counts[0] += 1
    if new.shares == before.shares:
        return
    started = night.started
    share = weight(stages(before, new, started), case.column.boxes)
    scales = night.scales
    agency, room, ratios = case.agency, before.half + new.half, []
    left, named = 0, 0
    same = OTHERS not in before.shares or before.shares.keys() == new.shares.keys()
    for code, value in new.shares.items():
        earlier = before.shares.get(code)
        if earlier is None or (code == OTHERS and not same):
            continue
        named += 1
        left += value - earlier
        size = abs(value - earlier)
        size = size - room // 2 if size > room else size // 2
        ratio = size * size * UNIT // (share * variable(earlier) // UNIT or 1)
        mean = scales.mean(agency, code)
        ratios.append(ratio * UNIT // mean.value)
        if everywhere:
            mean.take(ratio)
    if named > 1:
        rest = 100_000 - sum(v for code, v in before.shares.items() if code in new.shares)
        size = abs(left)
        if everywhere and rest > before.room:
            ratio = size * size * UNIT // (share * variable(rest) // UNIT or 1)
            scales.mean(agency, REST).take(ratio)
    if ratios:
        case.column.mean.take(sum(ratios) // len(ratios))


def whole(night: Night) -> dict[int, list[Finding]]:
    """Every standing bulletin judged at its time; by bulletin, only those with findings."""
    order = sorted(
        (
            (entry.minute, entry.id, column, index)
            for column in night.columns.values()
            for index, entry in enumerate(column.entries)
        ),
        key=lambda item: item[:2],
    )
    with uncollected():
        return _in_order(night, order)


def _in_order(
    night: Night, order: Iterable[tuple[int, int, Column, int]]
) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    minute, scales = -1, night.scales.values()
    for at, number, column, index in order:
        if at != minute:
            minute = at
            night.scales.remember(at)
            scales = night.scales.at(at)
        entry = column.entries[index]
        case = Case(night, column, entry, index, scales, column.mean.value)
        findings = judge(case)
        if findings:
            found[number] = findings
            entry.flagged = any(is_move(finding) for finding in findings)
        learn(case)
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
