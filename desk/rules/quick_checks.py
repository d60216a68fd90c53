"""What is impossible in one bulletin or one place, known by its figures alone, night or no night.

Quick to ask; what takes the rest of the night to see is found by `checks`, never here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from desk.facts.bulletin import Bulletin, Figures, Item, Row, Slot, Source, Topic
from desk.facts.codes import Code
from desk.facts.figures import milli_of
from desk.facts.finding import Finding
from desk.facts.leading import leaders_differ
from desk.facts.settings import Limits
from desk.facts.standing import Lead, Reported
from desk.file.session import Session
from desk.rules import inside
from desk.rules.case import Case
from desk.rules.columns import Night, empty_night, refill
from desk.rules.discrepancies import SideBySide
from desk.rules.entries import Entry, entry_of
from desk.rules.fault import Fault

HUNDRED = Decimal(100)
NO_TIME = datetime(2000, 1, 1)
"""Where only the figures matter."""


def rounding_room(shares: Iterable[Decimal]) -> Decimal:
    """How far a sum of rounded shares may stray: half a unit of each one's last printed digit."""
    return sum((Decimal(milli_of(share)[1]) / 1000 for share in shares), Decimal(0))


def check_bulletin(source: Source, figures: Figures, bulletin: int | None = None) -> list[Finding]:
    """Everything impossible inside one bulletin, filed or still a draft, known by itself alone."""
    entry = entry_of(figures, NO_TIME, None, bulletin or 0)
    faults = inside.faults(entry, Limits(), (0, 0), None, None)
    return [
        _finding(fault, source, entry)
        for fault in faults
        # All for one may be the first box of a village, or nobody else stands there: the place must
        # be known to say so.
        if fault.code is not Code.F207 or (fault.values["opened"] and len(entry.shares) > 1)
    ]


def check_filed(bulletin: Bulletin) -> list[Finding]:
    """`check_bulletin` for a bulletin that is in the file."""
    return [
        replace(finding, as_of=bulletin.as_of)
        for finding in check_bulletin(bulletin.source, bulletin.figures, bulletin.id)
    ]


def check_place(sides: SideBySide) -> list[Finding]:
    """What is impossible in the figures a place shows now, then whether the leaders differ.

    What takes the whole night to see is found by `checks.Checks`.
    """
    findings: list[Finding] = []
    for reported in (sides.a, sides.b):
        shares = reported.topics.get(Topic.SHARES)
        if shares is not None:
            findings += check_filed(shares)
    return [*findings, *leaders_apart(sides.a, sides.b)]


def leaders_apart(one: Reported, other: Reported) -> list[Finding]:
    """D402: two agencies name different leaders."""
    if not leaders_differ(one.lead, other.lead):
        return []
    leads = [lead for lead in (one.lead, other.lead) if lead and lead.leader]
    slots = tuple(Slot(lead.bulletin.source, _row_of(lead.naming)) for lead in leads)
    values = {"leader_a": leads[0].leader or "", "leader_b": leads[1].leader or ""}
    newest = max(lead.bulletin.as_of for lead in leads)
    return [Finding(Code.D402, slots, values, as_of=newest)]


def _row_of(lead: Lead) -> Row:
    """The figure that says who leads: the leader as named, or else the leader's own figure."""
    leader = lead.leader or ""
    own = (Row(Item.LEADER), Row(Item.SHARE, leader), Row(Item.VOTES, leader))
    return next(row for row in (own if lead.stated else own[1:]) if row in lead.bulletin.figures)


class AloneChecks:
    """Filed bulletins judged by themselves and their own agency's others of the same place: quick
    enough for a draft that is only printed.

    What takes the rest of the night to see is found by `checks.Checks`, and the gate asks that.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._nights: dict[str, Night] = {}
        self._reasons = session.acceptances()

    def of_bulletin(self, bulletin: Bulletin) -> list[Finding]:
        """Everything impossible inside one standing bulletin, or beside its column's others."""
        source, session = bulletin.source, self._session
        night = self._nights.get(source.contest)
        if night is None:
            night = empty_night(session.election, source.contest, session.settings)
            self._nights[source.contest] = night
        if (source.agency, source.place) not in night.columns:
            refill(night, session, source)
        column = night.column(source.agency, source.place)
        entry = next(entry for entry in column.entries if entry.id == bulletin.id)
        registered, boxes = column.registered, column.boxes_known
        faults = inside.faults(entry, night.limits, (0, 0), registered, boxes, alone=column.alone)
        faults += inside.rules(Case(night, column, entry, column.before(entry)))
        return [_finding(fault, source, entry, bulletin.as_of) for fault in faults]

    def accepted(self, finding: Finding) -> str | None:
        """The reason a finding was accepted with; None if it is open."""
        return self._reasons.get(finding.remembered.key)


def _finding(fault: Fault, source: Source, entry: Entry, as_of: datetime | None = None) -> Finding:
    return Finding(
        fault.code,
        entry.slots(source, *fault.rows),
        fault.values,
        entry.id or None,
        entry.seen(*fault.rows),
        as_of,
    )
