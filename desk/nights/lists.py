"""Ballot boxes, voters, seats and closing hours of a night's places, from the last lists.

What a whole has is the sum of all its parts, in this night or not; what is not known stays None.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from desk.country import law, results
from desk.country.constituencies import Constituency, constituencies, year_of
from desk.country.places import COUNTRY, INLAND, OUTSIDE, below, regions
from desk.facts.election import ContestKind
from desk.nights.choosing import NATIONAL

_OF_ALL = (ContestKind.BBB, ContestKind.IGM, *NATIONAL)
"""Contests in which every voter of a district votes."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Boxes and voters of a place in a contest, and the day of the list they stand in."""

    boxes: int | None = None
    registered: int | None = None
    day: date | None = None


@cache
def listed(contest: ContestKind, place: str, day: date) -> Listed:
    """A place's boxes and voters in a contest of a day, by the newest list there was by then."""
    parts = _parts(contest, place, day)
    if parts is None:
        return _one(contest, place, day)
    found = [one for part in parts if (one := _one(contest, part, day)).day is not None]
    if not found:
        return Listed()
    boxes = [one.boxes for one in found if one.boxes is not None]
    registered = [one.registered for one in found if one.registered is not None]
    days = [one.day for one in found if one.day is not None]
    return Listed(sum(boxes), sum(registered), max(days))


def _parts(contest: ContestKind, place: str, day: date) -> tuple[str, ...] | None:
    """What a whole is the sum of, nothing for mayors; None of a place that is counted itself."""
    if place not in regions():
        return constituencies(year_of(day))[place].districts
    if contest.is_municipal and regions()[place].kind in ("country", "inland", "province"):
        return ()
    if place in (COUNTRY, INLAND):
        inner = (one.id for one in below(COUNTRY) if one.kind == "district")
        return (*inner, *(OUTSIDE if place == COUNTRY else ()))
    if regions()[place].kind == "province":
        return tuple(one.id for one in below(place) if one.kind == "district")
    return None


def _one(contest: ContestKind, place: str, day: date) -> Listed:
    """The newest list made by a day; the newest of all where every one is younger."""
    if contest is ContestKind.OTHER:
        kinds: Iterable[ContestKind] = _OF_ALL
    else:
        kinds = NATIONAL if contest.is_national else (contest,)
    found: list[Listed] = []
    for before in (day + timedelta(days=1), None):
        for kind in kinds:
            if last := results.latest(kind.value, [place], before).get(place):
                held, counted = last
                found.append(Listed(counted.boxes, counted.registered, held.day))
        if found:
            return max(found, key=lambda one: one.day or date.min)
    return Listed()


def seats(contest: ContestKind, place: str, day: date) -> int | None:
    """The seats to be won in a place: of parliament by the newest list there was by then, of a
    town's council where its size is known, as it was last."""
    if contest is ContestKind.BM:
        size = law.council_sizes().get(place)
        return size.members if size else None
    listed = constituencies(year_of(day)) if contest is ContestKind.MV else {}
    return listed[place].seats if place in listed else None


def closing(places: Iterable[str], day: date) -> tuple[time, dict[str, time]]:
    """The hour the polls close on a night, and the provinces where it is another."""
    hours = {
        place: law.polls_close(place, day)
        for place in places
        if place in regions() and regions()[place].kind in ("province", "country")
    }
    last = max(hours.values(), default=law.polls_close(COUNTRY, day))
    return last, {place: hour for place, hour in hours.items() if hour != last}


def constituency(place: str, day: date) -> Constituency:
    """A constituency by its id, by the newest list of a day. KeyError if there is none."""
    return constituencies(year_of(day))[place]
