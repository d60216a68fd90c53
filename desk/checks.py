"""Rules that hold inside one bulletin and between two agencies; each returns findings, no text.

A finding never stops typing or filing. It names the slots it is about and the values it saw.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desk.bulletin import Bulletin, Figures, Item, Row, Slot, Source, Topic
from desk.codes import Code
from desk.discrepancies import SideBySide
from desk.standing import Lead, shares_of

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's verdict: the code, the figures it is about, the values it was found from."""

    code: Code
    slots: tuple[Slot, ...]
    values: Mapping[str, str]
    bulletin: int | None = None

    @property
    def severity(self) -> str:
        """``error`` for what is impossible (F), ``warning`` for the rest."""
        return "error" if self.code.startswith("F") else "warning"


def rounding_room(shares: Iterable[Decimal]) -> Decimal:
    """How far a sum of rounded shares may stray: half a unit of each one's last printed digit."""
    return sum((_unit(share) / 2 for share in shares), Decimal(0))


def check_bulletin(source: Source, figures: Figures, bulletin: int | None = None) -> list[Finding]:
    """Everything impossible inside one bulletin, filed or still a draft."""
    return [*_f201(source, figures, bulletin)]


def check_place(sides: SideBySide) -> list[Finding]:
    """What is wrong with the figures a place shows now, then what the two agencies disagree on."""
    findings: list[Finding] = []
    for reported in (sides.a, sides.b):
        shares = reported.topics.get(Topic.SHARES)
        if shares is not None:
            findings += check_filed(shares)
    return [*findings, *_d402(sides)]


def check_filed(bulletin: Bulletin) -> list[Finding]:
    """`check_bulletin` for a bulletin that is in the file."""
    return check_bulletin(bulletin.source, bulletin.figures, bulletin.id)


def _f201(source: Source, figures: Figures, bulletin: int | None) -> list[Finding]:
    shares = shares_of(figures)
    total = sum(shares.values(), Decimal(0))
    if total <= HUNDRED + rounding_room(shares.values()):
        return []
    slots = tuple(Slot(source, Row(Item.SHARE, code)) for code in shares)
    return [Finding(Code.F201, slots, {"total": str(total)}, bulletin)]


def _d402(sides: SideBySide) -> list[Finding]:
    if not sides.leaders_differ:
        return []
    leads = [lead for lead in (sides.a.lead, sides.b.lead) if lead and lead.leader]
    slots = tuple(Slot(lead.bulletin.source, _row_of(lead)) for lead in leads)
    values = {"leader_a": leads[0].leader or "", "leader_b": leads[1].leader or ""}
    return [Finding(Code.D402, slots, values)]


def _row_of(lead: Lead) -> Row:
    """The figure that says who leads: the leader as named, or else the leader's own figure."""
    leader = lead.leader or ""
    own = (Row(Item.LEADER), Row(Item.SHARE, leader), Row(Item.VOTES, leader))
    return next(row for row in (own if lead.stated else own[1:]) if row in lead.bulletin.figures)


def _unit(share: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(share.as_tuple().exponent))
