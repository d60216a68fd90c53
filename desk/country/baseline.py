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

from desk.country import law, results, seats
from desk.country.constituencies import constituencies, of_district, year_of
from desk.country.parties import alliances_on, candidates, person_code, standers, today
from desk.country.places import regions
from desk.country.results import Counted, Held

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

    def votes_of(self, code: str, candidate: str = "") -> Fraction | None:
        """The votes of the same party, else of the same person; None where neither stood."""
        own = self.votes.get(today(code))
        if own is not None:
            return own
        person = person_code(candidate)
        if person and person in self.votes:
            return self.votes[person]
        stood = next((p for p, name in self.people.items() if person_code(name) == person), None)
        return self.votes.get(today(stood)) if person and stood else None

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
    """By place the last contest of a kind before a day; places without one are not in it.

    A first round for president is set against the last first round, a second one against the
    first of its own election.
    """
    ids = tuple(places)
    if kind != "cb":
        return _told(results.latest(kind, ids, day))
    firsts = [contest for contest in results.held() if contest.kind == "cb" and _is_first(contest)]
    past = [contest for contest in firsts if contest.day < day]
    if second_round:
        past = [contest for contest in past if day - contest.day <= BETWEEN_ROUNDS]
    if not past:
        return {}
    counted = {place: results.counted(past[-1], place) for place in ids}
    return _told({place: (past[-1], one) for place, one in counted.items() if one is not None})


def _is_first(contest: Held) -> bool:
    rounds = (other.day for other in results.held() if other.kind == "cb")
    return all(not timedelta(0) < contest.day - day <= BETWEEN_ROUNDS for day in rounds)


def _told(found: Mapping[str, tuple[Held, Counted]]) -> dict[str, Before]:
    return {place: _before(place, *one) for place, one in found.items()}


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


def _before(place: str, contest: Held, counted: Counted) -> Before:
    votes: dict[str, Fraction] = {}
    for part in results.parts_of(contest, place) or (place,):
        for code, count in _distributed(contest, part).items():
            votes[today(code)] = votes.get(today(code), Fraction(0)) + count
    people = _people(contest, place)
    own = (contest.day, votes, counted.valid, counted.cast)
    return Before(*own, counted.registered, counted.boxes, people)


def _distributed(contest: Held, part: str) -> Mapping[str, Fraction]:
    """A counted place's votes, joint votes given out in the mix of its constituency."""
    counted = results.counted(contest, part)
    assert counted is not None
    alliances = alliances_on(contest.day) if contest.kind == "mv" else ()
    whole = counted
    if alliances and regions()[part].kind == "district":
        found = results.counted(contest, of_district(year_of(contest.day), part).id)
        assert found is not None
        whole = found
    return seats.distributed(counted.votes, alliances, whole.votes)


@dataclass(frozen=True, slots=True)
class LastParliament:
    """The last parliament elected before a day, by the constituencies and codes of then."""

    day: date
    seats: seats.Parliament


@cache
def parliament_before(day: date) -> LastParliament | None:
    """The seats of the last election of parliament before a day, by its own law and list."""
    past = [contest for contest in results.held() if contest.kind == "mv" and contest.day < day]
    if not past:
        return None
    contest = past[-1]
    places = constituencies(year_of(contest.day))
    counted = {place: results.counted(contest, place) for place in places}
    known = {place: one for place, one in counted.items() if one is not None}
    abroad = results.outside(contest)
    given = seats.parliament(
        {place: one.votes for place, one in known.items()},
        {place: one.valid for place, one in known.items()},
        {place: one.seats for place, one in places.items()},
        law.seats_law(contest.day),
        alliances_on(contest.day),
        (abroad.votes, abroad.valid) if abroad else None,
    )
    return LastParliament(contest.day, given)
