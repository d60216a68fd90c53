"""Typed names to the election's own: places, agencies, contests, contenders.

Matching folds the Turkish way (`uskudar` is Üsküdar) and is otherwise exact; a name that may mean
two things is refused with both, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from desk.facts.bulletin import Item
from desk.facts.codes import Code, Refusal
from desk.facts.election import (
    INDEPENDENT,
    OTHERS,
    OTHERS_PARTY,
    Contender,
    Contest,
    Election,
    Place,
    PlaceKind,
)
from desk.facts.people import EVERYWHERE, Person, metropolis
from desk.turkish import fold


@dataclass(frozen=True, slots=True)
class Alias:
    """A label as it stood in a text, and the contender the editor said it means."""

    label: str
    contender: str


class Names:
    """The names one election answers to, built once per election: look-ups are dictionary reads."""

    def __init__(
        self, election: Election, aliases: Iterable[Alias] = (), people: Iterable[Person] = ()
    ) -> None:
        self._election = election
        self._aliases = tuple(aliases)
        self._people = tuple(people)
        self._contenders: dict[str, dict[str, set[str]]] = {}
        self._parties: dict[str, dict[str, set[str]]] = {}

    def place(self, text: str, contest: str = "") -> str:
        """The place's canonical name, in a contest one of those where it is held.

        A province's name means its own town where nobody votes in the province as a whole. E121 if
        no place is called so, E124 if several are, E158 if the contest is not held there.
        """
        found = self._places.get(_place_key(text), set())
        if contest:
            meant = {self._election.meant(contest, name) for name in found}
            here = {name for name in meant if self._election.is_held(contest, name)}
            if found and not here:
                race = self._election.contest(contest).name_tr
                raise Refusal(Code.E158, text=", ".join(sorted(found)), contest=race)
            found = here
        known = (place.name for place in self._election.places)
        return _one({_key(text): found}, text, Code.E121, known)

    def part(self, text: str, contest: str) -> str:
        """A place where a contest is held, else a province or country that such places lie in.

        Refuses as `place` does.
        """
        try:
            return self.place(text, contest)
        except Refusal as refused:
            if refused.code is not Code.E158:
                raise
            whole = self.place(text)
            inside = self._election.inside(whole)
            if not any(self._election.is_held(contest, one.name) for one in inside):
                raise
            return whole

    def agency(self, text: str) -> str:
        """The agency's code. E122."""
        codes = (agency.code for agency in self._election.agencies)
        return _one(self._agencies, text, Code.E122, codes)

    def contest(self, text: str) -> str:
        """The contest's id. E125."""
        ids = (contest.id for contest in self._election.contests)
        return _one(self._contests, text, Code.E125, ids)

    def item(self, text: str) -> Item:
        """The item of a figures CSV. E126."""
        try:
            return Item(text.strip().lower())
        except ValueError:
            raise Refusal(Code.E126, text=text, known=", ".join(Item)) from None

    def contender(self, contest: str, text: str, place: str = "") -> str:
        """A contender's code, from party code, short or full name, alias, candidate or surname.

        Who is listed for ``place`` alone, or before whose voters it votes, answers there to the
        same two. E123 if nobody does in this contest, E124 if several do.
        """
        if contest not in self._contenders:
            race = self._election.contest(contest)
            index = _contender_index(self._election, race)
            known = {contender.code for contender in race.contenders} | {OTHERS}
            # What the editor has explained stands above what the election file says.
            index |= {
                _key(one.label): {one.contender} for one in self._aliases if one.contender in known
            }
            self._contenders[contest] = index
        shown = self._election.contest(contest).shown
        labels = (self._election.label(contest, code) for code in shown)
        index, key = self._contenders[contest], _key(text)
        if place and key not in index:
            index = self._listed(contest, place)
        return _one(index, text, Code.E123, labels)

    def party(self, contest: str, text: str) -> str:
        """Whom a person stands for: a contender's code or `INDEPENDENT`, never by a person's name.

        From code, short or full name or alias of the party. E123, E124.
        """
        if contest not in self._parties:
            race = self._election.contest(contest)
            index = _index(
                (name, contender.code)
                for contender in race.contenders
                for name in party_names(self._election, contender)
            )
            for name in (INDEPENDENT, "Bağımsız"):
                index.setdefault(_key(name), {INDEPENDENT})
            self._parties[contest] = index
        shown = self._election.contest(contest).shown
        labels = (self._election.label(contest, code) for code in shown if code != OTHERS)
        return _one(self._parties[contest], text, Code.E123, labels)

    def _listed(self, contest: str, place: str) -> dict[str, set[str]]:
        """Whom the names and surnames of those listed for a place mean."""
        where = {EVERYWHERE, place, metropolis(self._election, contest, place)}
        return _index(
            (name, person.party)
            for person in self._by_contest.get(contest, ())
            if person.place in where and person.party in self._rows[contest]
            for name in person_names(person.name)
        )

    @cached_property
    def _by_contest(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self._people:
            found.setdefault(person.contest, []).append(person)
        return found

    @cached_property
    def _rows(self) -> dict[str, set[str]]:
        return {race.id: {one.code for one in race.contenders} for race in self._election.contests}

    @cached_property
    def _places(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for place in self._election.places:
            for name in place_names(self._election, place):
                index.setdefault(_place_key(name), set()).add(place.name)
        return index

    @cached_property
    def _agencies(self) -> dict[str, set[str]]:
        return _index(
            (name, agency.code)
            for agency in self._election.agencies
            for name in (agency.code, agency.name, *agency.aliases)
        )

    @cached_property
    def _contests(self) -> dict[str, set[str]]:
        return _index(
            (name, contest.id)
            for contest in self._election.contests
            for name in (contest.id, contest.name_tr, contest.name_en, *contest.aliases)
        )


def place_names(election: Election, place: Place) -> tuple[str, ...]:
    """Everything a place answers to: *Merkez*, and with what it lies in before or behind it."""
    above = [one.own for one in election.above(place.name) if one.kind is not PlaceKind.COUNTRY]
    longer = [name for own in above for name in (f"{place.own} {own}", f"{own} {place.own}")]
    if len(above) > 1:
        longer += [" ".join([place.own, *above]), " ".join([*reversed(above), place.own])]
    return place.name, place.own, *longer


def contender_names(election: Election, contender: Contender) -> tuple[str, ...]:
    """Everything a contender answers to, its code first."""
    names = party_names(election, contender)
    return (*names, *person_names(contender.candidate)) if contender.candidate else names


def person_names(candidate: str) -> tuple[str, ...]:
    """What a candidate answers to, in full and by surname; two that share a candidacy each too."""
    one = Contender("", "", candidate)
    names = (candidate, one.surname or "")
    if len(one.persons) < 2:
        return names
    return (*names, *one.persons, *(person.split()[-1] for person in one.persons))


def party_names(election: Election, contender: Contender) -> tuple[str, ...]:
    """What a contender answers to that is no person's name, its code first."""
    if contender.code != contender.party:
        return (contender.code,)
    party = OTHERS_PARTY if contender.code == OTHERS else election.party(contender.party)
    return contender.code, party.short, party.name, *party.aliases


def _contender_index(election: Election, contest: Contest) -> dict[str, set[str]]:
    return _index(
        (name, contender.code)
        for contender in (*contest.contenders, contest.contender(OTHERS))
        for name in contender_names(election, contender)
    )


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for name, code in pairs:
        index.setdefault(_key(name), set()).add(code)
    return index


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _place_key(name: str) -> str:
    """*Merkez (Çanakkale)*, *Çanakkale/Merkez* and *Çanakkale Merkez* differ by their marks."""
    return _key(name.translate(_MARKS))


_MARKS = dict.fromkeys(map(ord, "()/,-–"), " ")


def _one(index: dict[str, set[str]], text: str, unknown: Code, known: Iterable[str]) -> str:
    found = index.get(_key(text), set())
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise Refusal(Code.E124, text=text, known=", ".join(sorted(found)))
    raise Refusal(unknown, text=text, known=", ".join(known))
