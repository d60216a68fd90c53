"""Last time: what a night's places are set against, chosen from the results in the resources.

Joint votes are distributed, parties counted under what they are called today. Who did not stand is
not nought: there is nothing to be set against. A night's own figures never enter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from desk.country import results, seats
from desk.country.constituencies import constituencies, of_district, year_of
from desk.country.parties import alliances_on, candidates, person_code, standers, today
from desk.country.places import COUNTRY, INLAND, OUTSIDE, regions
from desk.country.results import Held

BETWEEN_ROUNDS = timedelta(days=60)
"""A second round follows its first sooner than this, and no two elections of a president do."""


@dataclass(frozen=True, slots=True)
class Before:
    """A place at the last contest of its kind.

    ``votes`` by today's code, exact: a part of joint votes need not be whole. ``people`` are those
    known to have stood there, by the code of their party then.
    """

    day: date
    votes: Mapping[str, Fraction]
    valid: int
    cast: int
    registered: int | None
    boxes: int | None
    people: Mapping[str, str]

    def code_of(self, code: str, candidate: str = "") -> str | None:
        """The row of the same party, else of the same person; None where neither stood."""
        if today(code) in self.votes:
            return today(code)
        person = person_code(candidate)
        if not person:
            return None
        parties = (party for party, name in self.people.items() if person_code(name) == person)
        return next((today(party) for party in parties if today(party) in self.votes), None)

    def votes_of(self, code: str, candidate: str = "") -> Fraction | None:
        """The votes of the same party, else of the same person; None where neither stood."""
        found = self.code_of(code, candidate)
        return None if found is None else self.votes[found]

    def share(self, code: str, candidate: str = "") -> Fraction | None:
        """The same in per cent of the valid votes, not rounded."""
        votes = self.votes_of(code, candidate)
        return None if votes is None else 100 * votes / self.valid

    @property
    def turnout(self) -> Fraction | None:
        """In per cent of the registered voters, not rounded; None where those are not known."""
        return Fraction(100 * self.cast, self.registered) if self.registered else None


def baseline(
    kind: str, day: date, places: Iterable[str], second_round: bool = False
) -> dict[str, Before]:
    """By place the last contest of a kind before a day; places without one are not in it."""
    found = {}
    for place in places:
        contest = contest_before(kind, day, place, second_round)
        if contest:
            found[place] = before(contest, place)
    return found


def contest_before(kind: str, day: date, place: str, second_round: bool = False) -> Held | None:
    """What a place is set against: the last contest of a kind held there before a day.

    A first round for president is set against the last first round, a second one against the
    first of its own election.
    """
    if kind != "cb":
        return results.last_held(kind, place, day)
    found = results.last_held(kind, place, day)
    while found and not _is_first(found):
        found = results.last_held(kind, place, found.day)
    if found and second_round and day - found.day > BETWEEN_ROUNDS:
        return None
    return found


def _is_first(contest: Held) -> bool:
    rounds = (other.day for other in results.held() if other.kind == "cb")
    return all(not timedelta(0) < contest.day - day <= BETWEEN_ROUNDS for day in rounds)


@cache
def before(contest: Held, place: str, districts: tuple[str, ...] = ()) -> Before:
    """A place in a contest; ``districts`` say what it is made of where that is not as it was."""
    there = tuple(part for part in districts if results.counted(contest, part))
    parts = there or _parts(contest, place)
    found = [one for part in parts if (one := results.counted(contest, part))]
    counted = found[0] if len(found) == 1 else results.added(found)
    votes: dict[str, Fraction] = {}
    for part in parts:
        for code, count in _distributed(contest, part).items():
            votes[today(code)] = votes.get(today(code), Fraction(0)) + count
    return Before(
        contest.day,
        votes,
        counted.valid,
        counted.cast,
        counted.registered,
        counted.boxes,
        _people(contest, parts[0]),
    )


def _parts(contest: Held, place: str) -> tuple[str, ...]:
    """What a whole is made of; for parliament constituencies, in which joint votes are given."""
    if contest.kind == "mv" and place not in results.places_of(contest):
        listed = constituencies(year_of(contest.day))
        within = [
            one.id for one in listed.values() if place in {COUNTRY, INLAND, one.province, one.id}
        ]
        return (*within, *OUTSIDE) if place == COUNTRY else tuple(within)
    return results.parts_of(contest, place) or (place,)


@cache
def _people(contest: Held, place: str) -> Mapping[str, str]:
    if contest.kind in {"cb", "ref"}:
        return {stander.code: stander.name for stander in standers(contest.day)}
    region = regions().get(place)
    while region:
        people = candidates(contest.day, contest.kind, region.id)
        if people:
            return people
        region = regions().get(region.within)
    return {}


def _distributed(contest: Held, part: str) -> Mapping[str, Fraction]:
    """A counted place's votes, joint votes given out in the mix of its constituency."""
    counted = results.counted(contest, part)
    assert counted is not None
    alliances = alliances_on(contest.day) if contest.kind == "mv" else ()
    whole = counted
    if alliances and part[0] == "d":
        found = results.counted(contest, of_district(year_of(contest.day), part).id)
        assert found is not None
        whole = found
    return seats.distributed(counted.votes, alliances, whole.votes)
