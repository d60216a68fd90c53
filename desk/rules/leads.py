"""Who leads by one agency's column, now and as the night went: `leading`, asked of entries.

Points are thousandths; nothing is judged here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.facts.bulletin import Item, Row
from desk.facts.figures import FULL, milli
from desk.facts.leading import LeadWord, leaders_differ, newest_word, told_by
from desk.rules.columns import AgencyColumn
from desk.rules.entries import Entry

EntryLead = LeadWord[Entry, int]
"""Who leads by an entry, and by how many thousandths of a point."""

AMOUNTS = ("lead_points", "lead_votes")


@dataclass(slots=True)
class SpokenLead:
    """What an agency has said that may tell who leads: the newest bulletin of each kind."""

    shares: Entry | None = None
    votes: Entry | None = None
    leader: Entry | None = None
    margin: Entry | None = None

    def add(self, entry: Entry) -> None:
        """The agency goes on with this bulletin."""
        if entry.shares:
            self.shares = entry
        if entry.votes:
            self.votes = entry
        if entry.stated:
            texts = entry.texts
            if ("leader", "") in texts:
                self.leader = entry
            if any((item, "") in texts for item in AMOUNTS):
                self.margin = entry

    @property
    def word(self) -> EntryLead | None:
        """The newest word on who leads."""
        shares, votes, leader, margin = self.shares, self.votes, self.leader, self.margin
        words = [
            told_by(shares, shares.shares, shares.votes, FULL) if shares else None,
            stated(leader) if leader else None,
            stated(margin) if margin and margin is not leader else None,
        ]
        if votes and (shares is None or _order(votes) > _order(shares)):
            words.append(told_by(votes, {}, votes.votes, FULL))
        return newest_word(words, _order)


def _order(entry: Entry) -> tuple[int, int]:
    return entry.minute, entry.id


def stated(entry: Entry) -> EntryLead:
    """The lead a bulletin states in so many words."""
    texts = entry.texts
    points, votes = texts.get(("lead_points", "")), texts.get(("lead_votes", ""))
    return LeadWord(
        texts.get(("leader", "")),
        None if points is None else milli(points)[0],
        None if votes is None else int(votes),
        entry,
        True,
    )


def lead_of(column: AgencyColumn) -> EntryLead | None:
    """Who leads by an agency's column now."""
    said = SpokenLead()
    for entry in column.entries:
        said.add(entry)
    return said.word


def row_of(lead: EntryLead) -> Row:
    """The figure that says who leads: the leader or the margin as stated, or else its own."""
    who, texts = lead.leader or "", lead.bulletin.texts
    stated_rows = [Row(item) for item in (Item.LEADER, Item.LEAD_POINTS, Item.LEAD_VOTES)]
    own = [Row(Item.SHARE, who), Row(Item.VOTES, who)]
    rows = [*stated_rows, *own] if lead.stated else own
    return next((row for row in rows if (row.item.value, row.contender) in texts), own[0])


def differ_since(a: AgencyColumn, b: AgencyColumn) -> datetime | None:
    """Since when the two have named different leaders without a break; None if they do not."""
    said = {a.source.agency: SpokenLead(), b.source.agency: SpokenLead()}
    both = [(entry, column.source.agency) for column in (a, b) for entry in column.entries]
    since: Entry | None = None
    for entry, agency in sorted(both, key=lambda one: _order(one[0])):
        said[agency].add(entry)
        one, other = (trail.word for trail in said.values())
        since = (since or entry) if leaders_differ(one, other) else None
    return since.as_of if since is not None else None
