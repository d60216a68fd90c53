"""One election day as data: its contests, places, parties, contenders and agencies.

Frozen values and look-ups only; reading files belongs to `catalog`, matching typed names
to `names`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

OTHERS = "diger"
"""Code of the row *Diğer*: every contender the agency does not name, taken together."""

FORMAT = 1
"""The layout of an election file; a file that states another is refused."""

GREY = "#808080"
"""The colour of a party whose election file gives it none."""

OFF_BALLOT = 9999
"""The ballot position of a party whose election file gives it none: after all that have one."""

NOON = time(12, 0)
"""A clock time before noon belongs to the morning after election day: no bulletin precedes it."""


class PlaceKind(StrEnum):
    """What a place is in its election."""

    DISTRICT = "district"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Place:
    """A district, or the province as a whole.

    ``boxes`` and ``registered`` (voters) are the electoral council's counts; None where not known.
    """

    name: str
    kind: PlaceKind
    boxes: int | None = None
    registered: int | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party on the ballot; ``short`` names it in tables and posts, ``colour`` is ``#RRGGBB``."""

    code: str
    short: str
    name: str
    aliases: tuple[str, ...] = ()
    colour: str = GREY
    ballot: int = OFF_BALLOT


@dataclass(frozen=True, slots=True)
class Contender:
    """What one row of figures is about in one contest: a party, with its candidate where known."""

    code: str
    party: str
    candidate: str | None = None

    @property
    def surname(self) -> str | None:
        """The candidate's last name, as a headline uses it."""
        return self.candidate.split()[-1] if self.candidate else None


@dataclass(frozen=True, slots=True)
class Contest:
    """One race. ``contenders`` are in ballot order; ``shown`` are the rows a table starts with."""

    id: str
    name_tr: str
    name_en: str
    title: str
    contenders: tuple[Contender, ...]
    shown: tuple[str, ...]
    aliases: tuple[str, ...] = ()

    def contender(self, code: str) -> Contender:
        """The contender with this code; *Diğer* is always there. KeyError if unknown."""
        if code == OTHERS:
            return Contender(OTHERS, OTHERS)
        for contender in self.contenders:
            if contender.code == code:
                return contender
        raise KeyError(code)

    def rank(self, code: str) -> int:
        """Position in ballot order; *Diğer* comes after everyone."""
        for position, contender in enumerate(self.contenders):
            if contender.code == code:
                return position
        return len(self.contenders)


@dataclass(frozen=True, slots=True)
class Agency:
    """A source of bulletins. ``official`` marks the electoral council's own announcements."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    official: bool = False


OTHERS_PARTY = Party(OTHERS, "Diğer", "Diğer", ("Diğerleri", "Other", "Others"), "#8A8A8A")


@dataclass(frozen=True)
class Election:
    """One election day, whole: what an election file says, plus what was added during the night."""

    id: str
    name_tr: str
    name_en: str
    date: date
    zone: str
    polls_close: time
    contests: tuple[Contest, ...]
    places: tuple[Place, ...]
    parties: tuple[Party, ...]
    agencies: tuple[Agency, ...]
    sources: tuple[str, ...] = ()

    @cached_property
    def _contests(self) -> dict[str, Contest]:
        return {contest.id: contest for contest in self.contests}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.name: place for place in self.places}

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {OTHERS: OTHERS_PARTY} | {party.code: party for party in self.parties}

    @cached_property
    def _agencies(self) -> dict[str, Agency]:
        return {agency.code: agency for agency in self.agencies}

    @cached_property
    def tzinfo(self) -> ZoneInfo:
        """The zone the agencies' clocks run in."""
        return ZoneInfo(self.zone)

    def contest(self, contest_id: str) -> Contest:
        """KeyError if this election has no such contest."""
        return self._contests[contest_id]

    def place(self, name: str) -> Place:
        """KeyError if this election has no such place."""
        return self._places[name]

    def party(self, code: str) -> Party:
        """KeyError if unknown; *Diğer* counts as a party with its own colour."""
        return self._parties[code]

    def agency(self, code: str) -> Agency:
        """KeyError if unknown."""
        return self._agencies[code]

    @property
    def provinces(self) -> tuple[Place, ...]:
        """The rows that stand for a whole province."""
        return tuple(place for place in self.places if place.kind is PlaceKind.PROVINCE)

    @property
    def districts(self) -> tuple[Place, ...]:
        """The districts, in the file's order."""
        return tuple(place for place in self.places if place.kind is PlaceKind.DISTRICT)

    def label(self, contest: str, code: str) -> str:
        """How a contender is called in tables and posts: the party's short name.

        An independent candidate is called by name, because the party says nothing.
        """
        contender = self.contest(contest).contender(code)
        if contender.candidate and contender.code != contender.party:
            return contender.candidate
        return self.party(contender.party).short

    def moment(self, clock: time) -> datetime:
        """The local date and time a clock reading means on this night.

        From noon on it is election day, before noon the morning after.
        """
        day = self.date if clock >= NOON else self.date + timedelta(days=1)
        return datetime.combine(day, clock)

    def is_on_air(self, local: datetime) -> bool:
        """Whether a local time lies in this election's night (noon to noon)."""
        start = datetime.combine(self.date, NOON)
        return start <= local < start + timedelta(days=1)

    def with_agency(self, agency: Agency) -> Election:
        """The same election with one more agency."""
        return replace(self, agencies=(*self.agencies, agency))

    def with_contender(self, contest_id: str, contender: Contender, party: Party) -> Election:
        """The same election with one more contender, and its party if that is new too."""
        parties = self.parties
        if all(known.code != party.code for known in parties) and party.code != OTHERS:
            parties = (*parties, party)
        contests = tuple(
            replace(
                contest,
                contenders=(*contest.contenders, contender),
                shown=before_others(contest.shown, contender.code),
            )
            if contest.id == contest_id
            else contest
            for contest in self.contests
        )
        return replace(self, parties=parties, contests=contests)


def before_others(shown: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The rows of a table with one more, ahead of *Diğer*."""
    if code in shown:
        return shown
    named = tuple(known for known in shown if known != OTHERS)
    return (*named, code, *(OTHERS for _ in range(OTHERS in shown)))


def from_json(data: Mapping[str, Any]) -> Election:
    """Build an election from an election file's decoded JSON.

    ValueError names the first thing that is missing or does not fit: an unknown party in a contest,
    a place twice, a format of another desk.
    """
    if data.get("format") != FORMAT:
        raise ValueError(f"election format {data.get('format')!r} is not {FORMAT}")
    try:
        election = Election(
            id=data["id"],
            name_tr=data["name"]["tr"],
            name_en=data["name"]["en"],
            date=date.fromisoformat(data["date"]),
            zone=data["zone"],
            polls_close=time.fromisoformat(data["polls_close"]),
            contests=tuple(_contest(entry) for entry in data["contests"]),
            places=tuple(
                Place(
                    entry["name"],
                    PlaceKind(entry["kind"]),
                    _count(entry, "boxes"),
                    _count(entry, "registered"),
                )
                for entry in data["places"]
            ),
            parties=tuple(
                Party(
                    entry["code"],
                    entry["short"],
                    entry["name"],
                    tuple(entry.get("aliases", ())),
                    entry.get("colour", GREY),
                    entry.get("ballot", OFF_BALLOT),
                )
                for entry in data["parties"]
            ),
            agencies=tuple(
                Agency(
                    entry["code"],
                    entry["name"],
                    tuple(entry.get("aliases", ())),
                    bool(entry.get("official", False)),
                )
                for entry in data["agencies"]
            ),
            sources=tuple(data.get("sources", ())),
        )
    except KeyError as missing:
        raise ValueError(f"the election file lacks {missing}") from None
    _must_fit(election)
    return election


def _count(entry: Mapping[str, Any], name: str) -> int | None:
    count = entry.get(name)
    if count is not None and (type(count) is not int or count < 0):
        raise ValueError(f"{entry['name']} has {count!r} for {name}")
    return count


def _contest(entry: Mapping[str, Any]) -> Contest:
    return Contest(
        id=entry["id"],
        name_tr=entry["name"]["tr"],
        name_en=entry["name"]["en"],
        title=entry["title"],
        contenders=tuple(
            Contender(row["code"], row["party"], row.get("candidate"))
            for row in entry["contenders"]
        ),
        shown=tuple(entry["shown"]),
        aliases=tuple(entry.get("aliases", ())),
    )


def _must_fit(election: Election) -> None:
    for what, names in (
        ("place", [place.name for place in election.places]),
        ("party", [party.code for party in election.parties]),
        ("agency", [agency.code for agency in election.agencies]),
        ("contest", [contest.id for contest in election.contests]),
    ):
        if not names:
            raise ValueError(f"the election has no {what}")
        if len(set(names)) != len(names):
            raise ValueError(f"the election has a {what} twice")
        if not all(names):
            raise ValueError(f"the election has a {what} without a name")
    try:
        ZoneInfo(election.zone)
    except (KeyError, OSError) as fault:
        raise ValueError(f"the election has no zone {election.zone!r}") from fault
    parties = {party.code for party in election.parties} | {OTHERS}
    for contest in election.contests:
        codes = {contender.code for contender in contest.contenders} | {OTHERS}
        if len(codes) != len(contest.contenders) + 1:
            raise ValueError(f"contest {contest.id} has a contender twice")
        if not contest.title:
            raise ValueError(f"contest {contest.id} has no title")
        if unknown := {contender.party for contender in contest.contenders} - parties:
            raise ValueError(f"contest {contest.id} names unknown parties {sorted(unknown)}")
        if unknown := set(contest.shown) - codes:
            raise ValueError(f"contest {contest.id} shows unknown contenders {sorted(unknown)}")
