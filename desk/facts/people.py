"""Who stands for whom where: the persons of a night, as data of its file.

A person belongs to a contest, a place in it and a party; what a list of them looks like is
`candidates`' business, and how a post names them is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from desk.facts.codes import Code, Refusal
from desk.facts.election import INDEPENDENT, OTHERS, Contest, ContestKind, Election

EVERYWHERE = ""
"""The place of a person who stands in the whole of a contest."""

LONGEST_NAME = 100
"""Characters; two names that share one candidacy fit, a pasted paragraph does not."""


@dataclass(frozen=True, slots=True)
class Person:
    """One candidate: ``place`` is a place's name or `EVERYWHERE`, ``party`` a contender's code or
    `INDEPENDENT`."""

    contest: str
    place: str
    party: str
    name: str

    @property
    def seat(self) -> tuple[str, str, str]:
        """What the person stands for: contest, place, party."""
        return self.contest, self.place, self.party

    @property
    def key(self) -> tuple[str, ...]:
        """Of two persons with the same key only one can stand: independents differ by name."""
        return (*self.seat, self.name) if self.party == INDEPENDENT else self.seat


class Candidates:
    """The persons of a night to look up in; with its ``election``, a metropolis in its parts."""

    def __init__(self, people: Iterable[Person] = (), election: Election | None = None) -> None:
        self.people = tuple(people)
        self._election = election

    @cached_property
    def contests(self) -> frozenset[str]:
        """The contests that have any."""
        return frozenset(person.contest for person in self.people)

    @cached_property
    def _by_seat(self) -> dict[tuple[str, str, str], tuple[str, ...]]:
        found: dict[tuple[str, str, str], tuple[str, ...]] = {}
        for person in self.people:
            found[person.seat] = (*found.get(person.seat, ()), person.name)
        return found

    def named(self, contest: str, place: str, party: str) -> tuple[str, ...]:
        """Who is listed for exactly this place."""
        return self._by_seat.get((contest, place, party), ())

    def listed_for(self, contest: str, place: str, party: str) -> tuple[str, ...]:
        """Who is listed for a place, else for its metropolis, else for the whole contest."""
        wholes = [metropolis(self._election, contest, place)] if self._election else []
        found = (self.named(contest, one, party) for one in (place, *wholes, EVERYWHERE))
        return next(filter(None, found), ())

    def of(self, contest: Contest, place: str, code: str) -> tuple[str, ...]:
        """Who stands for a contender in a place: as listed, else as the election's file has it.

        Several for independents; nobody where nobody is known.
        """
        if names := self.listed_for(contest.id, place, code):
            return names
        candidate = contest.contender(code).candidate
        return (candidate,) if candidate else ()

    def with_(self, listed: Iterable[Person]) -> tuple[Person, ...]:
        """The persons once those ``listed`` are among them.

        One takes the place of whoever has the same key; an empty name takes away everybody of its
        contest, place and party.
        """
        kept: dict[tuple[str, ...], Person] = {person.key: person for person in self.people}
        for person in listed:
            if person.name:
                kept[person.key] = person
            else:
                kept = {key: one for key, one in kept.items() if one.seat != person.seat}
        return tuple(kept.values())


def must_fit(election: Election, people: Iterable[Person]) -> None:
    """Refuse persons an election has no room for.

    E121 the place, E123 the party, E125 the contest, E153 two for one candidacy, E154 no name.
    """
    contests = {contest.id: contest for contest in election.contests}
    places = {EVERYWHERE, *(place.name for place in election.places)}
    seen: set[tuple[str, ...]] = set()
    for person in people:
        if person.contest not in contests:
            raise Refusal(Code.E125, text=person.contest, known=", ".join(contests))
        if person.place not in places:
            known = ", ".join(place.name for place in election.places)
            raise Refusal(Code.E121, text=person.place, known=known)
        if person.party not in parties_of(contests[person.contest]):
            known = ", ".join(contests[person.contest].shown)
            raise Refusal(Code.E123, text=person.party, known=known)
        must_be_name(person.name)
        if person.key in seen:
            raise Refusal(Code.E153, text=person.name, other=person.party)
        seen.add(person.key)


def parties_of(contest: Contest) -> frozenset[str]:
    """Whom a person can stand for: every contender but *Diğer*, or nobody."""
    codes = (contender.code for contender in contest.contenders)
    return frozenset({*codes, INDEPENDENT} - {OTHERS})


def must_be_name(text: str) -> None:
    """Refuse what no person is called (E154): no letter first, digits, marks that are not seen."""
    if not text[:1].isalpha() or len(text) > LONGEST_NAME:
        raise Refusal(Code.E154, text=text)
    if not text.isprintable() or any(letter.isdigit() for letter in text):
        raise Refusal(Code.E154, text=text)


def in_order(election: Election, people: Iterable[Person]) -> tuple[Person, ...]:
    """Persons as the election has its contests, places (the whole contest first) and parties."""
    contests = {contest.id: at for at, contest in enumerate(election.contests)}
    places = {place.name: at for at, place in enumerate(election.places, 1)}

    def rank(person: Person) -> tuple[int, int, int, str]:
        contest = election.contest(person.contest)
        where = places.get(person.place, 0)
        return contests[person.contest], where, contest.rank(person.party), person.name

    return tuple(sorted(people, key=rank))


def stands(election: Election, contest: str, code: str, place: str) -> bool:
    """Whether a contender is on the ballot in a place, or in some of the places in it."""
    places = election.contest(contest).contender(code).places
    if places is None:
        return True
    around = {place, *(one.name for one in election.above(place))}
    inside = (one for one in places if any(over.name == place for over in election.above(one)))
    return not around.isdisjoint(places) or any(inside)


def stands_alone(election: Election, contest: str, place: str) -> bool:
    """Whether one contender is on the ballot in a place, and no other."""
    race = election.contest(contest)
    there = (one for one in race.contenders if stands(election, contest, one.code, place))
    return next(there, None) is not None and next(there, None) is None


def shown_in(election: Election, contest: str, place: str) -> tuple[str, ...]:
    """The rows a place's table starts with: those of the contest, of whom is on its ballot."""
    shown = election.contest(contest).shown
    return tuple(code for code in shown if stands(election, contest, code, place))


def has_withdrawn(election: Election, contest: str, code: str, place: str) -> bool:
    """Whether a contender has withdrawn in a place: there, in what it lies in, or wholly."""
    one = election.contest(contest).contender(code)
    if one.withdrawn or not one.gone_from:
        return one.withdrawn
    return any(name in one.gone_from for name in (place, *(o.name for o in election.above(place))))


def candidacy(election: Election, contest: str, place: str) -> str:
    """The place whose voters alone a candidate of a place stands before; empty: before all.

    A mayor's own town; in a night of several provinces a metropolitan mayor's.
    """
    if election.contest(contest).kind.is_municipal:
        return place
    return metropolis(election, contest, place) if len(election.provinces) > 1 else ""


def metropolis(election: Election, contest: str, place: str) -> str:
    """The province a place votes for the mayor of; empty where a contest is no such one."""
    own = election.contest(contest).kind is ContestKind.BBB
    province = election.province_of(place) if own else None
    return province.name if province else ""
