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
from desk.facts.leading import LeadWord, newest_word, told_by

Lead = LeadWord[Bulletin, Decimal]
"""Who leads by a bulletin, and by how many points."""

WHOLE = Decimal(100)


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
    def seats(self) -> dict[str, int]:
        """Seats by contender, all from one bulletin; empty if none were given."""
        bulletin = self.topics.get(Topic.SEATS)
        return seats_of(bulletin.figures) if bulletin else {}

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
        """The newest opened share the agency published, whatever else came with it.

        None where its newest word on the boxes printed none.
        """
        bulletin = self.topics.get(Topic.OPENED)
        value = bulletin.figures.get(Row(Item.OPENED_SHARE)) if bulletin else None
        return value if isinstance(value, Decimal) else None

    @cached_property
    def lead(self) -> Lead | None:
        """The newest word on who leads: computed from shares or votes, or as stated."""
        topics = self.topics
        shares, votes = topics.get(Topic.SHARES), topics.get(Topic.VOTES)
        leader, margin = topics.get(Topic.LEADER), topics.get(Topic.LEAD)
        words = (
            shares and computed_lead(shares),
            # Where newer shares were given, they have spoken.
            votes and (shares is None or _order(votes) > _order(shares)) and votes_lead(votes),
            leader and stated_lead(leader),
            margin and margin is not leader and stated_lead(margin),
        )
        return newest_word((word or None for word in words), _order)


def _order(bulletin: Bulletin) -> tuple[datetime, int]:
    return bulletin.as_of, bulletin.id


def shares_of(figures: Figures) -> dict[str, Decimal]:
    """The shares among a bulletin's figures, by contender."""
    return {
        row.contender: value
        for row, value in figures.items()
        if row.item is Item.SHARE and isinstance(value, Decimal)
    }


def votes_of(figures: Figures) -> dict[str, int]:
    """The votes among a bulletin's figures, by contender."""
    return _counts(figures, Item.VOTES)


def seats_of(figures: Figures) -> dict[str, int]:
    """The seats among a bulletin's figures, by contender."""
    return _counts(figures, Item.SEATS)


def _counts(figures: Figures, item: Item) -> dict[str, int]:
    return {
        row.contender: value
        for row, value in figures.items()
        if row.item is item and isinstance(value, int)
    }


def computed_lead(bulletin: Bulletin) -> Lead | None:
    """The lead that follows from a bulletin's shares, or from its votes where it gives none.

    None where nobody can be said to lead.
    """
    return told_by(bulletin, shares_of(bulletin.figures), votes_of(bulletin.figures), WHOLE)


def votes_lead(bulletin: Bulletin) -> Lead | None:
    """The lead that follows from a bulletin's votes alone; None unless two contenders have any."""
    return told_by(bulletin, {}, votes_of(bulletin.figures), WHOLE)


def stated_lead(bulletin: Bulletin) -> Lead:
    """The lead a bulletin states in so many words."""
    leader = bulletin.figures.get(Row(Item.LEADER))
    points = bulletin.figures.get(Row(Item.LEAD_POINTS))
    votes = bulletin.figures.get(Row(Item.LEAD_VOTES))
    return LeadWord(
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
