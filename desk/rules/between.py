"""What two agencies' figures of one place say against each other: D401 to D406.

Each pair of agencies is judged by every rule, by the newest words of both. Which of the two is
right is never said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.codes import Code
from desk.facts.election import OTHERS
from desk.facts.figures import FULL, exact, plain, rounded
from desk.facts.finding import Finding
from desk.facts.leading import lead_gap, leaders_differ, ranked
from desk.facts.settings import Limits
from desk.rules import leads
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn, Night
from desk.rules.entries import Entry, comparable
from desk.rules.fault import Fault
from desk.rules.leads import EntryLead, lead_of
from desk.rules.spread import variable
from desk.rules.stage import (
    at_equal_stage,
    gap_at_equal_stage,
    newest_shares,
    short_of,
)

STAGES = (("start", 10_000), ("early", 50_000), ("late", 90_000))
"""Up to which opened share which of D401's thresholds holds; `end` above."""
LARGE = 10_000
"""From which share on the same digits in both agencies are no chance, in thousandths."""
FINE = 2
"""With fewer decimals the same digits are everyday."""
WHOLE_DIFFERS = 1200
FEW_DIFFER = 40_000
"""How far two agencies' counts of one place may be apart, squared, in hundred-thousandths of
share·(100 − share) and of the part that is left; the second is for a place of one box."""


def standing(night: Night, place: str) -> list[Finding]:
    """What the agencies disagree on as a place stands, pair by pair: D401 to D406."""
    columns = [column for column in night.by_place.get(place, ()) if column.entries]
    return [found for a, b in combinations(columns, 2) for found in of_pair(night, a, b)]


def of_pair(night: Night, a: AgencyColumn, b: AgencyColumn) -> Iterator[Finding]:
    """What two agencies' columns of a place say against each other."""
    lead_a, lead_b = lead_of(a), lead_of(b)
    if lead_a is not None and lead_b is not None:
        yield from d402(a.source, b.source, lead_a, lead_b)
        yield from d406(night, a, b, lead_a, lead_b)
    now_a, now_b = newest_shares(a), newest_shares(b)
    if now_a is None or now_b is None:
        return
    limits, other = night.limits, b.source.agency
    for faults in (
        d401(now_a, now_b, limits),
        d403(now_a, now_b, limits, other),
        d404(now_a, now_b, limits, other),
        d405(night, a, b, now_a, now_b),
    ):
        yield from _both(a.source, b.source, now_a, now_b, faults)


def _both(
    a: Source, b: Source, now_a: Entry, now_b: Entry, faults: Iterable[Fault]
) -> Iterator[Finding]:
    """A fault as a finding on both agencies' figures."""
    newest = max(now_a, now_b, key=lambda entry: (entry.minute, entry.id))
    for fault in faults:
        slots = tuple(Slot(source, row) for source in (a, b) for row in fault.rows)
        seen = (*now_a.seen(*fault.rows), *now_b.seen(*fault.rows))
        yield Finding(fault.code, slots, fault.values, newest.id or None, seen, newest.as_of)


def stage_of(one: Entry, other: Entry) -> str:
    """Which threshold holds for two bulletins: by the one that has less opened."""
    if one.opened is None or other.opened is None:
        return "unknown"
    opened = min(one.opened, other.opened)
    return next((name for name, until in STAGES if opened < until), "end")


def d401(a: Entry, b: Entry, limits: Limits) -> Iterator[Fault]:
    """The widest gap, where it is above the threshold for this stage of the count."""
    gaps = {code: abs(a.shares[code] - b.shares[code]) for code in comparable(a, b)}
    widest = max(gaps, key=lambda code: gaps[code], default=None)
    if widest is None:
        return
    threshold = limits.milli(f"check.d401.{stage_of(a, b)}")
    if gaps[widest] > threshold:
        values = {"who": widest, "gap": exact(gaps[widest]), "threshold": exact(threshold)}
        values |= {"share_a": exact(a.shares[widest]), "share_b": exact(b.shares[widest])}
        yield Fault(Code.D401, (Row(Item.SHARE, widest),), values)


def d402(a: Source, b: Source, lead_a: EntryLead, lead_b: EntryLead) -> Iterator[Finding]:
    """Both name a leader, and not the same one."""
    if leaders_differ(lead_a, lead_b):
        values = {"leader_a": lead_a.leader or "", "leader_b": lead_b.leader or ""}
        yield _of_leads(Code.D402, a, b, lead_a.naming, lead_b.naming, values)


def d406(
    night: Night, a: AgencyColumn, b: AgencyColumn, lead_a: EntryLead, lead_b: EntryLead
) -> Iterator[Finding]:
    """Leads further apart than the stage explains, also where one agency gave only the lead.

    Where both gave shares, they are read at equal opened share, as D405 does.
    """
    gap = lead_gap(lead_a, lead_b)
    said_a, said_b = lead_a.bulletin, lead_b.bulletin
    threshold = night.limits.milli(f"check.d406.{stage_of(said_a, said_b)}")
    if gap is None or gap <= threshold:
        return
    if not (lead_a.stated or lead_b.stated):
        equal = _leads_at_equal_stage(a, b, said_a, said_b)
        if equal is None or not _is_real(night, a, equal[0] / 2, equal[1], FULL // 2):
            return
    values = {"leader_a": lead_a.leader or "", "leader_b": lead_b.leader or ""}
    values |= {"lead_a": exact(lead_a.points or 0), "lead_b": exact(lead_b.points or 0)}
    values |= {"gap": exact(gap), "threshold": exact(threshold)}
    yield _of_leads(Code.D406, a.source, b.source, lead_a, lead_b, values)


def _leads_at_equal_stage(
    a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry
) -> tuple[Fraction, Fraction] | None:
    """How far the first two are apart in the one and in the other at equal opened share: the
    distance of the two margins in points, and that opened share in per cent."""
    names = ranked(now_a.shares)[:2]
    if len(names) < 2 or not now_b.shares.keys() >= {*names}:
        return None
    first, second = (at_equal_stage(a, b, now_a, now_b, code) for code in names)
    if first is None or second is None:
        return None
    (first_a, first_b, stage), (second_a, second_b, _) = first, second
    return abs((first_a - second_a) - (first_b - second_b)) / 1000, 100 * stage


def _of_leads(
    code: Code,
    a: Source,
    b: Source,
    lead_a: EntryLead,
    lead_b: EntryLead,
    values: dict[str, str],
) -> Finding:
    """A finding on the two figures that say who leads."""
    rows = (leads.row_of(lead_a), leads.row_of(lead_b))
    said_a, said_b = lead_a.bulletin, lead_b.bulletin
    seen = (*said_a.seen(rows[0]), *said_b.seen(rows[1]))
    newest = max(said_a, said_b, key=lambda entry: (entry.minute, entry.id))
    return Finding(code, (Slot(a, rows[0]), Slot(b, rows[1])), values, None, seen, newest.as_of)


def d405(
    night: Night, a: AgencyColumn, b: AgencyColumn, now_a: Entry, now_b: Entry
) -> Iterator[Fault]:
    """A gap that is still there at equal opened share, wider than different boxes explain."""
    found = []
    for code in comparable(now_a, now_b):
        equal = gap_at_equal_stage(a, b, now_a, now_b, code)
        if equal is not None and _is_real(night, a, *equal, now_a.shares[code]):
            found.append((equal[0], code, equal[1]))
    if found:
        gap, code, stage = max(found)
        values = {"who": code, "gap": plain(rounded(gap)), "opened": plain(rounded(stage))}
        yield Fault(Code.D405, (Row(Item.SHARE, code),), values)


def _is_real(
    night: Night, column: AgencyColumn, gap: Fraction, stage: Fraction, share: int
) -> bool:
    """Whether a gap in points at equal opened share is wider than different boxes explain.

    ``share`` is in thousandths. What two agencies have counted differs by the boxes left: by
    schools, so with the root of what is left.
    """
    least = night.limits.milli("check.d405.points")
    if stage * 1000 < night.limits.milli("check.d405.opened") or gap * 1000 <= least:
        return False
    left = FULL - int(stage * 1000)
    likely = left * (WHOLE_DIFFERS + FEW_DIFFER // column.boxes) // FULL
    return (gap * 1000) ** 2 > likely * variable(share) // FULL + least * least


def on_arrival(case: Case) -> list[Fault]:
    """What is asked of a bulletin as it comes, beside each other agency's newest word.

    D404 is about what was keyed and stays with the bulletin. D403 is about two words that stand:
    only while it is typed is it asked here.
    """
    limits, entry, before = case.night.limits, case.entry, case.before
    found: list[Fault] = []
    for column, rival in case.rivals:
        agency = column.source.agency
        if not entry.id:
            found += d403(entry, rival, limits, agency)
        for fault in d404(entry, rival, limits, agency):
            # A share that stood here already was not copied just now.
            code = fault.rows[0].contender
            if before is None or before.shares.get(code) != entry.shares[code]:
                found.append(fault)
    return found


def possible(one: Entry, other: Entry, code: str, limits: Limits) -> bool | None:
    """Whether both shares of a contender can be right; None where an opened share is not known."""
    if one.part is None or other.part is None:
        return None
    return short_of(one, other, code) * 1000 <= limits.milli("check.d403.tolerance")


def d403(entry: Entry, rival: Entry, limits: Limits, agency: str) -> Iterator[Fault]:
    """Shares of the same boxes that no common part makes possible."""
    wrong = [
        (short_of(entry, rival, code), code)
        for code in comparable(entry, rival)
        if possible(entry, rival, code, limits) is False
    ]
    if wrong:
        _, code = max(wrong)
        values = {
            "who": code,
            "share": exact(entry.shares[code]),
            "share_other": exact(rival.shares[code]),
            "opened": exact(entry.opened or 0),
            "opened_other": exact(rival.opened or 0),
            "agency_other": agency,
        }
        yield Fault(Code.D403, (Row(Item.SHARE, code),), values)


def d404(entry: Entry, rival: Entry, limits: Limits, agency: str) -> Iterator[Fault]:
    """One large share the same to the digit while the others are far apart."""
    same = [
        code
        for code, share in entry.shares.items()
        if rival.shares.get(code) == share and code != OTHERS and share >= LARGE
    ]
    if len(same) != 1 or len(entry.texts["share", same[0]].partition(".")[2]) < FINE:
        return
    gaps = (abs(entry.shares[code] - rival.shares[code]) for code in comparable(entry, rival))
    widest = max(gaps, default=0)
    if widest >= limits.milli("check.d404.gap"):
        who = same[0]
        values = {"who": who, "share": exact(entry.shares[who]), "gap": exact(widest)}
        yield Fault(Code.D404, (Row(Item.SHARE, who),), values | {"agency_other": agency})
