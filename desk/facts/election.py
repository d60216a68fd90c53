"""One election day as data: its contests, places, parties, contenders and agencies.

Frozen values and look-ups only; what a file of it looks like is `election_file`'s business,
finding one `catalog`'s, matching typed names `names`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from desk.turkish import fold

OTHERS = "diger"
"""Code of the row *Diğer*: every contender the agency does not name, taken together."""

INDEPENDENT = "bagimsiz"
"""Who stands for no party. A row of this code is the sum of several persons: nobody."""

NOBODY = frozenset({OTHERS, INDEPENDENT})
"""Rows that are several together; an independent who is one has a row of his own."""

GREY = "#808080"
"""The colour of a party whose election file gives it none."""

OFF_BALLOT = 9999
"""The ballot position of a party whose election file gives it none: after all that have one."""

NOON = time(12, 0)
"""A clock time before noon belongs to the morning after election day: no bulletin precedes it."""

CENTRE = "Merkez"
"""What the district of a province's own town is called; the town has the province's name."""


class PlaceKind(StrEnum):
    """What a place is in its election, from the largest to the smallest."""

    COUNTRY = "country"
    INLAND = "inland"
    ABROAD = "abroad"
    CUSTOMS = "customs"
    PROVINCE = "province"
    CONSTITUENCY = "constituency"
    DISTRICT = "district"
    TOWN = "town"


_SHARED = re.compile(r"\s+(?:ve|/|&|–)\s+")
_WHOLE = (PlaceKind.COUNTRY, PlaceKind.INLAND, PlaceKind.PROVINCE)


class ContestKind(StrEnum):
    """What is voted for; `OTHER` is a race of one's own, held in every place."""

    BBB = "bbb"
    BB = "bb"
    BM = "bm"
    IGM = "igm"
    CB = "cb"
    MV = "mv"
    REF = "ref"
    OTHER = "other"

    @property
    def has_seats(self) -> bool:
        """Whether seats are won, not one office."""
        return self in (ContestKind.MV, ContestKind.BM, ContestKind.IGM)

    @property
    def is_municipal(self) -> bool:
        """Whether a district stands for its own town, whose voters alone are asked."""
        return self in (ContestKind.BB, ContestKind.BM)

    @property
    def is_national(self) -> bool:
        """Whether the country is one whole, with the votes from abroad and at the customs."""
        return self in (ContestKind.CB, ContestKind.MV, ContestKind.REF)


HELD_IN = {
    ContestKind.BBB: {PlaceKind.PROVINCE, PlaceKind.DISTRICT},
    ContestKind.IGM: {PlaceKind.PROVINCE, PlaceKind.DISTRICT},
    ContestKind.BB: {PlaceKind.DISTRICT, PlaceKind.TOWN},
    ContestKind.BM: {PlaceKind.DISTRICT, PlaceKind.TOWN},
    ContestKind.CB: set(PlaceKind) - {PlaceKind.TOWN, PlaceKind.CONSTITUENCY},
    ContestKind.REF: set(PlaceKind) - {PlaceKind.TOWN, PlaceKind.CONSTITUENCY},
    ContestKind.MV: set(PlaceKind) - {PlaceKind.TOWN},
    ContestKind.OTHER: set(PlaceKind),
}
"""Where a contest is held that names no places."""


class PartyKind(StrEnum):
    """What stands behind a row: only a party has a candidate put up by somebody."""

    PARTY = "party"
    ALLIANCE = "alliance"
    PERSON = "person"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Place:
    """A node in the tree of places. ``name`` is what it is called in this night, by one place only.

    ``own`` is its bare name, ``within`` the id of what it lies in, ``parts`` are the ids of a
    constituency's districts. ``boxes`` and ``registered`` (voters) are those of its largest
    contest, None where not known: ask `Election.boxes` and `Election.registered` of a contest.
    """

    name: str
    kind: PlaceKind
    boxes: int | None = None
    registered: int | None = None
    id: str = ""
    own: str = ""
    within: str = ""
    polls_close: time | None = None
    parts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """A place that was given no id and no bare name has its name for both."""
        object.__setattr__(self, "id", self.id or self.name)
        object.__setattr__(self, "own", self.own or self.name)

    @property
    def is_whole(self) -> bool:
        """Whether it is a sum where it has parts: the country, all inside it, a province."""
        return self.kind in _WHOLE

    @property
    def is_centre(self) -> bool:
        """Whether it is the district of its province's own town, which has the province's name."""
        return self.kind is PlaceKind.DISTRICT and fold(self.own) == fold(CENTRE)

    @property
    def counts_boxes(self) -> bool:
        """Whether its boxes can be judged: those abroad and at the customs are not known."""
        return self.kind not in (PlaceKind.ABROAD, PlaceKind.CUSTOMS)

    @property
    def counts_turnout(self) -> bool:
        """Whether its turnout can be judged: whoever passes the customs votes there."""
        return self.kind is not PlaceKind.CUSTOMS


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """What a place has in one contest, where that is not what it has in its largest.

    None is not known; ``polls_close`` None is as elsewhere. ``seats`` are those to be won here.
    """

    place: str
    boxes: int | None = None
    registered: int | None = None
    polls_close: time | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """What a row is called and drawn as; ``short`` names it in tables, ``colour`` is ``#RRGGBB``.

    Mostly a party. An alliance has ``members``, by code; a person or an answer (*Evet*) that
    stands for no party is one of its own.
    """

    code: str
    short: str
    name: str
    aliases: tuple[str, ...] = ()
    colour: str = GREY
    ballot: int = OFF_BALLOT
    kind: PartyKind = PartyKind.PARTY
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contender:
    """What one row of figures is about in one contest: a party, with its candidate where known.

    One who has ``withdrawn``, everywhere or in the places of ``gone_from``, keeps the row, because
    the ballot does. ``places`` are those where it stands, with all that lies in them; None: in all.
    """

    code: str
    party: str
    candidate: str | None = None
    withdrawn: bool = False
    gone_from: tuple[str, ...] = ()
    places: tuple[str, ...] | None = None

    @property
    def persons(self) -> tuple[str, ...]:
        """Who stands: one, or two that share a candidacy (*Ada Deniz / Can Kaya*)."""
        return tuple(_SHARED.split(self.candidate)) if self.candidate else ()

    @property
    def surname(self) -> str | None:
        """The candidate's last name, as a headline uses it; of two both."""
        return " ve ".join(name.split()[-1] for name in self.persons if name.split()) or None


@dataclass(frozen=True, slots=True)
class Contest:
    """One race. ``contenders`` are in ballot order; ``shown`` are the rows a table starts with.

    ``places`` are the names of those where it is held, None for all that such a contest has;
    ``counts`` what differs there.
    """

    id: str
    name_tr: str
    name_en: str
    title: str
    contenders: tuple[Contender, ...]
    shown: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    kind: ContestKind = ContestKind.OTHER
    places: tuple[str, ...] | None = None
    counts: tuple[PlaceCounts, ...] = ()

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
        codes = [contender.code for contender in self.contenders]
        return codes.index(code) if code in codes else len(codes)


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

    def __hash__(self) -> int:
        """Of a thousand places it is worked out once; much is remembered by election."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.id, self.date, self.contests, self.places, self.parties))

    @cached_property
    def _contests(self) -> dict[str, Contest]:
        return {contest.id: contest for contest in self.contests}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.name: place for place in self.places}

    @cached_property
    def _by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {OTHERS: OTHERS_PARTY} | {party.code: party for party in self.parties}

    @cached_property
    def _agencies(self) -> dict[str, Agency]:
        return {agency.code: agency for agency in self.agencies}

    @cached_property
    def _held(self) -> dict[str, dict[str, Place]]:
        return {
            contest.id: {
                place.name: place
                for place in self.places
                if (place.kind in HELD_IN[contest.kind] if named is None else place.name in named)
            }
            for contest in self.contests
            for named in (None if contest.places is None else frozenset(contest.places),)
        }

    @cached_property
    def _counts(self) -> dict[tuple[str, str], PlaceCounts]:
        return {(race.id, one.place): one for race in self.contests for one in race.counts}

    @cached_property
    def _parts(self) -> dict[tuple[str, str], tuple[Place, ...]]:
        """The parts of every whole, by contest and place."""
        found: dict[tuple[str, str], tuple[Place, ...]] = {}
        for race in self.contests:
            if not race.kind.is_municipal:
                below: dict[str, list[Place]] = {}
                for place in self._held[race.id].values():
                    # A town's voters are some of its district's: districts are no sums of towns.
                    if place.kind is not PlaceKind.TOWN:
                        below.setdefault(self._next_above(race, place), []).append(place)
                found |= {(race.id, above): tuple(ones) for above, ones in below.items() if above}
                found |= dict(self._inside_the_country(race.id, below))
        return found

    def _inside_the_country(
        self, contest: str, below: Mapping[str, Sequence[Place]]
    ) -> Iterator[tuple[tuple[str, str], tuple[Place, ...]]]:
        """*Yurt içi* is the sum of its country's provinces, which stay parts of the country.

        Where the night has none of them it is a part of the country itself.
        """
        for above, ones in below.items():
            summed = tuple(one for one in ones if one.kind is not PlaceKind.INLAND)
            inner = tuple(one for one in summed if one.counts_boxes)
            if above and inner and len(summed) < len(ones):
                yield (contest, above), summed
                yield from (((contest, one.name), inner) for one in ones if one not in summed)

    def _next_above(self, contest: Contest, place: Place) -> str:
        """The name of the smallest whole with figures of its own a place belongs to, or nothing."""
        held = self._held[contest.id]
        own = self._constituency.get(place.id) if place.kind is PlaceKind.DISTRICT else None
        if own is not None and own.name in held:
            return own.name
        return next((one.name for one in self.above(place.name) if one.name in held), "")

    @cached_property
    def _constituency(self) -> dict[str, Place]:
        return {
            district: place
            for place in self.places
            if place.kind is PlaceKind.CONSTITUENCY
            for district in place.parts
        }

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

    def above(self, place: str) -> tuple[Place, ...]:
        """What a place lies in, the nearest first."""
        found: list[Place] = []
        one = self._by_id.get(self._places[place].within)
        while one is not None and one not in found:
            found.append(one)
            one = self._by_id.get(one.within)
        return tuple(found)

    def province_of(self, place: str) -> Place | None:
        """The province a place is or lies in, if this election has it."""
        chain = (self._places[place], *self.above(place))
        return next((one for one in chain if one.kind is PlaceKind.PROVINCE), None)

    def inside(self, place: str) -> tuple[Place, ...]:
        """A place and all that lies in it, in the election's order."""
        root = self._places[place]
        return tuple(one for one in self.places if one is root or root in self.above(one.name))

    def held(self, contest: str) -> tuple[Place, ...]:
        """The places where a contest is held, in the election's order."""
        return tuple(self._held[contest].values())

    def meant(self, contest: str, place: str) -> str:
        """The place a province's name means in a contest: where mayors are elected, its own town.

        Any other place is itself, wherever the contest is held.
        """
        held, one = self._held[contest], self._places[place]
        if place in held or one.kind is not PlaceKind.PROVINCE:
            return place
        towns = (held[name] for name in held if held[name].is_centre)
        return next((town.name for town in towns if town.within == one.id), place)

    def held_at(self, contest: str, place: str) -> str:
        """A place, if the contest is held there; else the first where it is."""
        held = self._held[contest]
        return place if place in held else next(iter(held), place)

    def is_held(self, contest: str, place: str) -> bool:
        """Whether a contest is held in a place."""
        return place in self._held[contest]

    def boxes(self, contest: str, place: str) -> int | None:
        """A place's ballot boxes in a contest; None where not known, as abroad."""
        counts = self._places[place].counts_boxes
        return self._counted(contest, place).boxes if counts else None

    def registered(self, contest: str, place: str) -> int | None:
        """A place's registered voters in a contest; None where not known, as at the customs."""
        counts = self._places[place].counts_turnout
        return self._counted(contest, place).registered if counts else None

    def seats(self, contest: str, place: str) -> int | None:
        """The seats to be won in a place; None where not known."""
        own = self._counts.get((contest, place))
        return own.seats if own else None

    def closing(self, contest: str, place: str) -> time:
        """The hour the polls of a contest close in a place."""
        chain = (self._places[place], *self.above(place))
        hours = (self._counted(contest, place), *chain)
        return next((one.polls_close for one in hours if one.polls_close), self.polls_close)

    def _counted(self, contest: str, place: str) -> PlaceCounts | Place:
        return self._counts.get((contest, place)) or self._places[place]

    def parts(self, contest: str, place: str) -> tuple[Place, ...]:
        """What a place's votes in a contest are the sum of; nothing where it is no whole."""
        return self._parts.get((contest, place), ())

    def inland(self, contest: str, place: str) -> Place | None:
        """What a country has without abroad and customs, where a contest tells it by itself."""
        if self._places[place].kind is not PlaceKind.COUNTRY:
            return None
        every = self._held[contest].values()
        inland = (one for one in every if one.kind is PlaceKind.INLAND)
        return next((one for one in inland if one.within == self._places[place].id), None)

    def sums(self, contest: str, place: str) -> tuple[tuple[Place, ...], ...]:
        """Each way a place's votes are summed up: by its parts, the country's by *yurt içi* too."""
        parts, inland = self.parts(contest, place), self.inland(contest, place)
        if inland is None or inland in parts:
            return (parts,) if parts else ()
        return parts, (inland, *(one for one in parts if not one.counts_boxes))

    def makes_up(self, contest: str, place: str, parts: Sequence[Place]) -> bool:
        """Whether some parts are all of a place, as far as their boxes and voters tell.

        The country only if its boxes tell so, with what comes from abroad and the customs.
        """
        country = self._places[place].kind is PlaceKind.COUNTRY
        if country and not {PlaceKind.ABROAD, PlaceKind.CUSTOMS} <= {one.kind for one in parts}:
            return False
        inland, sure = [one.name for one in parts if one.counts_boxes], not country
        for count in (self.boxes,) if country else (self.boxes, self.registered):
            told, whole = [count(contest, name) for name in inland], count(contest, place)
            if whole is not None and None not in told:
                sure = whole == sum(one or 0 for one in told)
                if not sure:
                    return False
        return sure and bool(parts)

    def rank(self, contest: str, place: str) -> int:
        """How far down a place stands in its contest: the outermost wholes at 0, units lowest."""
        if not self.is_sum(contest, place):
            return len(PlaceKind)
        if self._places[place].kind is PlaceKind.INLAND:
            return 0
        return sum(one.name in self._held[contest] for one in self.above(place))

    def is_sum(self, contest: str, place: str) -> bool:
        """Whether a place is told as a whole: it has parts, or nothing larger is told of."""
        one = self._places[place]
        return one.is_whole and (not self.is_unit(contest, place) or one in self.overall(contest))

    def is_unit(self, contest: str, place: str) -> bool:
        """Whether a place is one of a contest's `units`."""
        return place in self._units[contest]

    @cached_property
    def _units(self) -> dict[str, frozenset[str]]:
        return {
            race.id: frozenset(one.name for one in self.units(race.id)) for race in self.contests
        }

    def overall(self, contest: str) -> tuple[Place, ...]:
        """The outermost wholes of a contest: the country, else its provinces; none for mayors."""
        return self._overall[contest]

    @cached_property
    def _overall(self) -> dict[str, tuple[Place, ...]]:
        def outermost(held: dict[str, Place], one: Place) -> bool:
            return one.is_whole and not any(over.name in held for over in self.above(one.name))

        return {
            contest: tuple(one for one in held.values() if outermost(held, one))
            for contest, held in self._held.items()
        }

    def units(self, contest: str) -> tuple[Place, ...]:
        """The places of a contest that are no sums of others: what is keyed one by one."""
        held = self._held[contest]
        loose = any(one.kind is PlaceKind.DISTRICT and not one.within for one in held.values())
        return tuple(
            place
            for place in held.values()
            if (contest, place.name) not in self._parts and not (loose and place.is_whole)
        )

    def alliances(self, contest: str) -> tuple[tuple[Party, tuple[str, ...]], ...]:
        """The alliances of a contest's contenders, each with their codes."""
        standing = self.contest(contest).contenders
        found = (
            (party, tuple(one.code for one in standing if one.party in party.members))
            for party in self.parties
            if party.kind is PartyKind.ALLIANCE
        )
        return tuple((party, codes) for party, codes in found if codes)

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
        return local == self.moment(local.time())

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
