"""A contest's whole night in memory, as the rules need it: columns of entries, kept up to date.

Built once from the session; a change of some columns re-reads only those. Holds facts, no verdicts.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median_low

from desk.country.last_time import baseline_of
from desk.facts.bulletin import BulletinState, Source
from desk.facts.election import OTHERS, Election
from desk.facts.last_time import Baseline
from desk.facts.people import has_withdrawn, stands_alone
from desk.facts.settings import Limits
from desk.file.session import Session
from desk.rules.entries import Entry, Key, entry_of, minute_of
from desk.rules.spread import Mean, Scales, column_mean

PATIENCE = 1_000
"""For how many bulletins of a file a repair is looked for."""
PEERS = 60
"""How many of an agency's places are asked what is usual; some dozens tell as much as all."""
USUAL_BOXES = 300
"""Ballot boxes of a district whose count is not known."""


VotesKey = tuple[str, int, str, int]
"""The two largest counts of votes of a bulletin, and whose they are."""


def votes_key(entry: Entry) -> VotesKey | None:
    """What a bulletin's votes are known by; None where it counts fewer than two contenders."""
    named = sorted(
        ((count, code) for code, count in entry.votes.items() if code != OTHERS), reverse=True
    )
    if len(named) < 2:
        return None
    (first, who), (second, other) = named[:2]
    return who, first, other, second


@dataclass(slots=True)
class VotesIndex:
    """Where the same votes were given, and when; every column of a night keeps its own in it."""

    found: dict[VotesKey, set[tuple[int, int, str]]] = field(default_factory=dict)

    def put(self, place: str, entries: Iterable[Entry]) -> None:
        """Remember the votes of a place."""
        for entry in entries:
            if entry.votes and (key := votes_key(entry)) is not None:
                self.found.setdefault(key, set()).add((entry.minute, entry.id, place))

    def drop(self, place: str, entries: Iterable[Entry]) -> None:
        """Forget them again."""
        for entry in entries:
            if entry.votes and (key := votes_key(entry)) is not None:
                self.found.get(key, set()).discard((entry.minute, entry.id, place))

    def elsewhere(self, entry: Entry, place: str) -> str:
        """The other place these votes were last given for before; empty if there is none."""
        key = votes_key(entry)
        known = self.found.get(key, ()) if key is not None else ()
        now = (entry.minute, entry.id or sys.maxsize)
        earlier = [one for one in known if one[:2] < now and one[2] != place]
        return max(earlier)[2] if earlier else ""


@dataclass(slots=True)
class AgencyColumn:
    """One agency's standing bulletins of one place, oldest first.

    ``boxes`` is a usual number where the election does not know them (``boxes_known``); a
    ``whole`` is the sum of its ``parts``, as far as it is known which they are; ``close`` is the
    minute its polls close; ``alone`` says that no more than one contender stands there.
    """

    source: Source
    boxes: int
    boxes_known: int | None
    registered: int | None
    whole: bool
    parts: frozenset[str] = frozenset()
    close: int = 0
    alone: bool = False
    entries: list[Entry] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    mean: Mean = field(default_factory=column_mean)
    votes: VotesIndex = field(default_factory=VotesIndex)

    def put(self, entries: Iterable[Entry]) -> None:
        """Fill the column anew."""
        entries = list(entries)
        if not self.whole:
            self.votes.drop(self.source.place, self.entries)
            self.votes.put(self.source.place, entries)
        self.entries = sorted(entries, key=lambda entry: (entry.minute, entry.id))
        self.minutes = [entry.minute for entry in self.entries]

    def before(self, entry: Entry) -> int:
        """How many entries were there when this one came."""
        if not entry.id:
            return bisect_right(self.minutes, entry.minute)
        at = bisect_left(self.minutes, entry.minute)
        while at < len(self.entries):
            known = self.entries[at]
            if known.minute > entry.minute or known.id >= entry.id:
                break
            at += 1
        return at

    def known_to(self, entry: Entry) -> Entry | None:
        """The newest entry with shares that was there when another column's entry came."""
        at = self.before(entry)
        while at:
            at -= 1
            if self.entries[at].shares:
                return self.entries[at]
        return None


@dataclass(slots=True)
class Night:
    """One contest's columns and what the night has taught; `judge` fills the verdicts."""

    election: Election
    contest: str
    limits: Limits
    baseline: Baseline
    columns: dict[tuple[str, str], AgencyColumn] = field(default_factory=dict)
    by_place: dict[str, list[AgencyColumn]] = field(default_factory=dict)
    by_agency: dict[str, list[AgencyColumn]] = field(default_factory=dict)
    spoken: dict[str, list[AgencyColumn]] = field(default_factory=dict)
    scales: Scales = field(default_factory=Scales)
    rhythms: dict[str, int] = field(default_factory=dict)
    closing: dict[tuple[str, frozenset[str]], list[int]] = field(default_factory=dict)
    places_of_shares: dict[str, dict[Key, str]] = field(default_factory=dict)
    repeats: dict[str, list[int]] = field(default_factory=dict)
    votes: VotesIndex = field(default_factory=VotesIndex)
    started: int = 0
    patience: int = PATIENCE
    _ranks: dict[str, int] = field(default_factory=dict)
    _abroad: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # In the election's order, whoever is asked about first: what is found must not hang on it.
        self.by_place = {place.name: [] for place in self.election.places}
        self.by_agency = {agency.code: [] for agency in self.election.agencies}
        self._ranks = {name: at for at, name in enumerate((*self.by_agency, *self.by_place))}

    def has_patience(self, entry: Entry) -> bool:
        """Whether a repair is still looked for: while typing always, in a whole file so often.

        A file in which thousands of bulletins are odd has another fault than a slip of the hand.
        """
        if not entry.id:
            return True
        self.patience -= 1
        return self.patience >= 0

    def has_withdrawn(self, code: str, place: str) -> bool:
        """Whether agencies may leave somebody out there, or give her nothing, as they like."""
        return has_withdrawn(self.election, self.contest, code, place)

    def takes_from_abroad(self, place: str) -> bool:
        """Whether votes count here whose boxes nobody knows: those from abroad and the customs."""
        if place not in self._abroad:
            parts = self.election.parts(self.contest, place)
            ones = (self.election.place(place), *parts)
            self._abroad[place] = any(not one.counts_boxes for one in ones)
        return self._abroad[place]

    def peers(self, agency: str) -> list[AgencyColumn]:
        """An agency's columns that have spoken so far, or an even choice where there are many."""
        columns = self.spoken.get(agency, [])
        return columns[:: 1 + len(columns) // PEERS]

    def column(self, agency: str, place: str) -> AgencyColumn:
        """A column, empty if the agency has not spoken here."""
        found = self.columns.get((agency, place))
        if found is not None:
            return found
        election, contest = self.election, self.contest
        boxes = election.boxes(contest, place)
        column = AgencyColumn(
            Source(agency, contest, place),
            boxes or USUAL_BOXES,
            boxes,
            election.registered(contest, place) if election.place(place).counts_boxes else None,
            not election.is_unit(contest, place),
            frozenset(part.name for part in election.parts(contest, place)),
            minute_of(datetime.combine(election.date, election.closing(contest, place))),
            stands_alone(election, contest, place),
            votes=self.votes,
        )
        self.columns[agency, place] = column
        ranks = self._ranks
        insort(self.by_place[place], column, key=lambda one: ranks[one.source.agency])
        insort(self.by_agency[agency], column, key=lambda one: ranks[one.source.place])
        return column

    def closed(self, agency: str, entry: Entry) -> tuple[int, int]:
        """How many of an agency's sums over just these contenders made 100, and of how many."""
        if OTHERS not in entry.shares:
            return 0, 0
        found = self.closing.get((agency, frozenset(entry.shares)))
        return (found[0], found[1]) if found is not None else (0, 0)

    def remember_shares(self, agency: str, key: Key, place: str) -> None:
        """Remember where an agency gave these very shares for last."""
        self.places_of_shares.setdefault(agency, {})[key] = place

    def place_of_shares(self, agency: str, key: Key) -> str | None:
        """The place an agency gave these very shares for last."""
        return self.places_of_shares.get(agency, {}).get(key)

    def others(self, source: Source) -> list[AgencyColumn]:
        """The same place by the other agencies."""
        return [
            column
            for column in self.by_place.get(source.place, ())
            if column.source.agency != source.agency
        ]

    def starts(self) -> None:
        """Find when the night began, and each agency's rhythm."""
        firsts = [column.minutes[0] for column in self.columns.values() if column.minutes]
        self.started = min(firsts, default=0)
        for agency, columns in self.by_agency.items():
            self.rhythms[agency] = _rhythm(columns)

    @property
    def newest(self) -> int:
        """The minute of the newest bulletin."""
        return max(
            (column.minutes[-1] for column in self.columns.values() if column.minutes), default=0
        )


def empty_night(election: Election, contest: str, settings: Mapping[str, str]) -> Night:
    """A night nobody has spoken in yet."""
    return Night(election, contest, Limits(settings), baseline_of(election, contest))


def refill(night: Night, session: Session, source: Source, at: datetime | None = None) -> None:
    """Read one column again; with ``at`` as it was known at a local time."""
    column = night.column(source.agency, source.place)
    filed = session.bulletins(source.contest, source.place, source.agency)
    column.put(
        entry_of(
            bulletin.figures,
            bulletin.as_of,
            column.boxes_known,
            bulletin.id,
            bulletin.filed_at,
            bulletin.replaces,
        )
        for bulletin in filed
        if bulletin.state is BulletinState.STANDING and (at is None or bulletin.as_of <= at)
    )


def _rhythm(columns: list[AgencyColumn]) -> int:
    """An agency's usual interval in minutes: the middle one of its columns' last intervals."""
    gaps = [
        later - earlier
        for column in columns
        for earlier, later in zip(column.minutes[-6:], column.minutes[-5:], strict=False)
        if later > earlier
    ]
    return median_low(gaps) if gaps else 0
