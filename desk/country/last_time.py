"""What a night's contest is set against: the last one of its kind, place by place.

The figures are those of `baseline`; a night's own never enter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from desk.country import results
from desk.country.baseline import Before, before, contest_before
from desk.country.ids import chosen, country_ids
from desk.country.results import Held, counted
from desk.facts.election import OTHERS, Contest, ContestKind, Election, PlaceKind
from desk.facts.last_time import Baseline, Earlier


def baseline_of(election: Election, contest: str) -> Baseline:
    """A contest's last time, worked out place by place when it is asked for.

    Only places of the newest year are in it. An election may come with a contest of its own choice
    (`resources/baselines`). Empty where nothing is known.
    """
    race = election.contest(contest)
    ids = country_ids(election)
    told = chosen(election.id)
    if told:
        own = told["contests"].get(contest)
        if own is None:
            return Baseline()
        held = Held(date.fromisoformat(told["of"]), own["kind"])
        known = {name: held for name, place in ids.items() if counted(held, place)}
        places = _Places(election, race, ids, known, {}, frozenset(own["parties"]))
        return Baseline(places, told["of"])
    if race.kind is ContestKind.OTHER:
        return Baseline()
    second = len([one for one in race.contenders if one.code != OTHERS]) == 2
    found = {}
    for place in election.held(contest):
        # A constituency is what its districts are: its id may have meant others last time.
        where = place.parts[0] if place.parts else ids.get(place.name, "")
        last = contest_before(race.kind.value, election.date, where, second)
        if last:
            found[place.name] = last
    if not found:
        return Baseline()
    newest = max(held.day for held in found.values())
    same_year = {name: held for name, held in found.items() if held.day.year == newest.year}
    parts = {
        place.name: place.parts for place in election.places if place.kind is PlaceKind.CONSTITUENCY
    }
    return Baseline(_Places(election, race, ids, same_year, parts, None), newest.isoformat())


def result_of(election: Election, contest: str) -> Baseline:
    """How a contest ended in the places where it was held on the night's own day.

    For nights that are over; empty where none was held, or nothing is known of it.
    """
    race = election.contest(contest)
    held = Held(election.date, race.kind.value)
    if held not in results.held():
        return Baseline()
    ids = country_ids(election)
    parts = {
        place.name: place.parts for place in election.places if place.kind is PlaceKind.CONSTITUENCY
    }
    known = {
        place.name: held
        for place in election.held(contest)
        if counted(held, place.parts[0] if place.parts else ids.get(place.name, ""))
    }
    return Baseline(_Places(election, race, ids, known, parts, None), held.day.isoformat())


class _Places(Mapping[str, Earlier]):
    """Last time by place; a country's night asks for a thousand of them, never at once."""

    def __init__(
        self,
        election: Election,
        race: Contest,
        ids: Mapping[str, str],
        held: Mapping[str, Held],
        parts: Mapping[str, tuple[str, ...]],
        parties: frozenset[str] | None,
    ) -> None:
        self._race, self._ids, self._held = race, ids, held
        self._parts, self._parties = parts, parties
        self._members = {party.code: party.members for party in election.parties if party.members}
        self._known: dict[str, Earlier] = {}

    def __getitem__(self, name: str) -> Earlier:
        if name not in self._known:
            place, parts = self._ids[name], self._parts.get(name, ())
            self._known[name] = self._earlier(before(self._held[name], place, parts))
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def _earlier(self, told: Before) -> Earlier:
        """By the night's own codes, whole votes; who does not stand now under today's code.

        An alliance that stands as one had what its parties had.
        """
        votes: Counter[str] = Counter()
        standing: dict[str, str] = {}
        for person in (False, True):
            for one in self._race.contenders:
                if one.code in standing.values():
                    continue
                for party in self._members.get(one.party, (one.party,)):
                    code = told.code_of(party, (person and one.candidate) or "")
                    if code is not None:
                        standing.setdefault(code, one.code)
        for code, count in told.votes.items():
            if self._parties is None or code in self._parties:
                votes[standing.get(code, code)] += _whole(count)
        return Earlier(dict(votes), told.valid, told.cast, told.registered)


def _whole(votes: Fraction) -> int:
    """A part of joint votes as a vote."""
    return (2 * votes.numerator + votes.denominator) // (2 * votes.denominator)
