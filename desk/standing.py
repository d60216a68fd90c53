"""What each agency last said of a contest in a place, and who leads by it.

A topic (shares, opened boxes, lead …) is taken whole from one bulletin, the newest that speaks of
it: figures of different moments are never mixed, and what a bulletin leaves out stays unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk.bulletin import TOPICS, Bulletin, Figures, Item, Row, Source, State, Topic
from desk.election import OTHERS


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads, by how much. ``leader`` is None in a tie, ``points`` where only votes are known.

    ``stated`` says the agency published the lead itself; otherwise it follows from its figures.
    """

    leader: str | None
    points: Decimal | None
    votes: int | None
    bulletin: Bulletin
    stated: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """One agency's word on one contest in one place."""

    source: Source
    topics: Mapping[Topic, Bulletin]

    @property
    def shares(self) -> dict[str, Decimal]:
        """Shares in per cent by contender, all from one bulletin; empty if none were given."""
        bulletin = self.topics.get(Topic.SHARES)
        return shares_of(bulletin.figures) if bulletin else {}

    @property
    def votes(self) -> dict[str, int]:
        """Votes by contender, all from one bulletin; empty if none were given."""
        bulletin = self.topics.get(Topic.VOTES)
        return votes_of(bulletin.figures) if bulletin else {}

    @property
    def as_of(self) -> datetime | None:
        """When the shares were given; without shares, when anything was."""
        if bulletin := self.topics.get(Topic.SHARES):
            return bulletin.as_of
        return self.newest

    @property
    def newest(self) -> datetime | None:
        """When this agency last said anything here."""
        return max((bulletin.as_of for bulletin in self.topics.values()), default=None)

    @property
    def opened(self) -> Decimal | None:
        """The opened share published together with the shares; alone, the newest published."""
        bulletin = self.topics.get(Topic.SHARES) or self.topics.get(Topic.OPENED)
        value = bulletin.figures.get(Row(Item.OPENED_SHARE)) if bulletin else None
        return value if isinstance(value, Decimal) else None

    @property
    def lead(self) -> Lead | None:
        """The newest word on who leads: computed from shares or votes, or as stated."""
        computed = self._computed_lead()
        stated = self.topics.get(Topic.LEAD)
        if stated is None or (computed and computed.bulletin.as_of >= stated.as_of):
            return computed
        return stated_lead(stated)

    def _computed_lead(self) -> Lead | None:
        candidates = []
        for topic in (Topic.SHARES, Topic.VOTES):
            bulletin = self.topics.get(topic)
            if bulletin and (lead := computed_lead(bulletin)):
                candidates.append(lead)
        return max(candidates, key=lambda lead: lead.bulletin.as_of, default=None)


def shares_of(figures: Figures) -> dict[str, Decimal]:
    """The shares among a bulletin's figures, by contender."""
    return {
        row.contender: value
        for row, value in figures.items()
        if row.item is Item.SHARE and isinstance(value, Decimal)
    }


def votes_of(figures: Figures) -> dict[str, int]:
    """The votes among a bulletin's figures, by contender."""
    return {
        row.contender: value
        for row, value in figures.items()
        if row.item is Item.VOTES and isinstance(value, int)
    }


def computed_lead(bulletin: Bulletin) -> Lead | None:
    """The lead that follows from a bulletin's shares, or else its votes.

    None unless two contenders are named: one share alone leads nobody. *Diğer* cannot lead.
    """
    shares = shares_of(bulletin.figures)
    votes = votes_of(bulletin.figures)
    points = _margin(shares)
    if points is not None:
        leader, margin = points
        counted = _margin(votes)
        same = counted is not None and counted[0] == leader
        return Lead(leader, margin, int(counted[1]) if counted and same else None, bulletin, False)
    counted = _margin(votes)
    if counted is None:
        return None
    return Lead(counted[0], None, int(counted[1]), bulletin, False)


def stated_lead(bulletin: Bulletin) -> Lead:
    """The lead a bulletin states in so many words."""
    leader = bulletin.figures.get(Row(Item.LEADER))
    points = bulletin.figures.get(Row(Item.LEAD_POINTS))
    votes = bulletin.figures.get(Row(Item.LEAD_VOTES))
    return Lead(
        leader if isinstance(leader, str) else None,
        points if isinstance(points, Decimal) else None,
        votes if isinstance(votes, int) else None,
        bulletin,
        True,
    )


def reported_at(bulletins: Iterable[Bulletin], at: datetime) -> dict[Source, Reported]:
    """What each agency had said by a moment, from bulletins oldest first; only standing ones count."""
    topics: dict[Source, dict[Topic, Bulletin]] = {}
    for bulletin in bulletins:
        if bulletin.state is State.STANDING and bulletin.as_of <= at:
            for row in bulletin.figures:
                topics.setdefault(bulletin.source, {})[TOPICS[row.item]] = bulletin
    return {source: Reported(source, found) for source, found in topics.items()}


def _margin(values: Mapping[str, Decimal | int]) -> tuple[str | None, Decimal] | None:
    ranked = sorted(
        ((Decimal(value), code) for code, value in values.items() if code != OTHERS), reverse=True
    )
    if len(ranked) < 2:
        return None
    (first, leader), (second, _) = ranked[:2]
    return (leader if first > second else None), first - second
