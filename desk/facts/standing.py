"""What each agency last said of a contest in a place, and who leads by it.

A topic (shares, opened boxes, lead …) is taken whole from one bulletin, the newest that speaks of
it: figures of different moments are never mixed, and what a bulletin leaves out stays unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from desk.facts.bulletin import TOPICS, Bulletin, BulletinState, Figures, Item, Row, Source, Topic
from desk.facts.election import OTHERS


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


@dataclass(frozen=True)
class Reported:
    """One agency's word on one contest in one place. What follows from it is worked out once."""

    source: Source
    topics: Mapping[Topic, Bulletin]

    @cached_property
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

    @cached_property
    def lead(self) -> Lead | None:
        """The newest word on who leads: computed from shares or votes, or as stated."""
        computed = self._computed_lead()
        stated = self.topics.get(Topic.LEAD)
        if stated is None or (computed and computed.bulletin.as_of >= stated.as_of):
            return computed
        return stated_lead(stated)

    def _computed_lead(self) -> Lead | None:
        shares, votes = self.topics.get(Topic.SHARES), self.topics.get(Topic.VOTES)
        candidates = [
            # Of an older bulletin only the votes still count: its shares have been superseded.
            lead
            for lead in (shares and computed_lead(shares), votes and votes_lead(votes))
            if lead
        ]
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
    points = margin(shares_of(bulletin.figures))
    by_votes = votes_lead(bulletin)
    if points is None:
        return by_votes
    leader, ahead = points
    votes = by_votes.votes if by_votes and by_votes.leader == leader else None
    return Lead(leader, ahead, votes, bulletin, False)


def votes_lead(bulletin: Bulletin) -> Lead | None:
    """The lead that follows from a bulletin's votes alone; None unless two contenders have any."""
    counted = margin(votes_of(bulletin.figures))
    if counted is None:
        return None
    leader, ahead = counted
    return Lead(leader, None, int(ahead), bulletin, False)


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
    """What each agency had said by a moment, from its standing bulletins, given oldest first."""
    topics: dict[Source, dict[Topic, Bulletin]] = {}
    for bulletin in bulletins:
        if bulletin.state is BulletinState.STANDING and bulletin.as_of <= at:
            for row in bulletin.figures:
                topics.setdefault(bulletin.source, {})[TOPICS[row.item]] = bulletin
    return {source: Reported(source, found) for source, found in topics.items()}


def margin(values: Mapping[str, Decimal] | Mapping[str, int]) -> tuple[str | None, Decimal] | None:
    """Who is ahead among shares or votes, and by how much; the name is None in a tie.

    None unless two contenders have a value. *Diğer* is nobody and cannot lead.
    """
    ranked = sorted(
        ((Decimal(value), code) for code, value in values.items() if code != OTHERS), reverse=True
    )
    if len(ranked) < 2:
        return None
    (first, leader), (second, _) = ranked[:2]
    return (leader if first > second else None), first - second
