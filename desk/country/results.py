"""Every result since 2014 by place: votes, voters and boxes as the electoral council counted them.

Votes are kept, never shares. A contender who did not stand in a place is not in its votes: that is
no nought. Joint votes stand under their alliance's code here; `baseline` has them distributed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from desk.country import shelf
from desk.country.constituencies import constituencies, year_of
from desk.country.parties import alliances_on, today
from desk.country.places import COUNTRY, INLAND, OUTSIDE, below, children, regions

KINDS = ("bbb", "bb", "bm", "igm", "cb", "mv", "ref")
"""Ids of contests: metropolitan mayors, mayors, their councils, provinces' councils, president,
parliament, referendum."""
PARTS = {
    "bbb": {"province"},
    "igm": {"province"},
    "cb": {"province", "country"},
    "ref": {"province", "country"},
    "mv": {"province", "country", "constituency"},
}
"""Which wholes have a result of their own in a kind of contest; mayors and councils have none."""
_COUNTS = ("boxes", "registered", "cast", "valid", "invalid")
_NO_LIST = frozenset({*_COUNTS, "place"})
REST = "rest"


@dataclass(frozen=True, slots=True)
class Held:
    """A contest that was held: its kind on its day."""

    day: date
    kind: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The official result of a place in a contest.

    ``boxes`` and ``registered`` are None where the council's data has none (abroad, customs).
    ``votes`` names who stood; ``rest`` is what was put together as too small, ``independents``
    what is left of the valid votes: a sum of persons.
    """

    boxes: int | None
    registered: int | None
    cast: int
    valid: int
    invalid: int
    votes: Mapping[str, int]
    rest: int = 0

    @property
    def independents(self) -> int:
        """Valid votes less those of all parties."""
        return self.valid - sum(self.votes.values()) - self.rest


@cache
def held() -> tuple[Held, ...]:
    """Every contest there are results of, oldest first."""
    names = sorted(path.stem for path in (shelf.folder() / "results").glob("*.csv"))
    parted = (name.split("_") for name in names)
    return tuple(Held(date.fromisoformat(day), kind) for day, kind in parted)


def places_of(contest: Held) -> tuple[str, ...]:
    """The places the council counted by: districts, towns, abroad, customs."""
    return tuple(_rows(contest))


@cache
def counted(contest: Held, place: str) -> Counted | None:
    """A place's result; a whole's is the sum of its parts, where the kind of contest has it.

    The country includes abroad and customs. None: not held there, or no such whole.
    """
    if place in _rows(contest):
        return _one(contest, place)
    parts = parts_of(contest, place)
    return together(contest, parts) if parts else None


def together(contest: Held, places: Iterable[str]) -> Counted:
    """Counted places as one."""
    return added(found for place in places if (found := _one(contest, place)))


def parts_of(contest: Held, place: str) -> tuple[str, ...]:
    """The counted places that make a whole in this contest; none where it has no such whole."""
    rows = _rows(contest)
    allowed = PARTS.get(contest.kind, set())
    region = regions().get(place)
    if region is None:
        found = constituencies(year_of(contest.day)).get(place)
        if found is None or "constituency" not in allowed:
            return ()
        return tuple(part for part in found.districts if part in rows)
    if place == INLAND and "country" in allowed:
        return tuple(part for part in rows if part not in OUTSIDE)
    if region.kind not in allowed:
        return ()
    if place == COUNTRY:
        return tuple(rows)
    return tuple(child.id for child in children(place) if child.id in rows)


def inside(contest: Held) -> Counted | None:
    """The country without abroad and customs, where the contest is the country's."""
    return counted(contest, INLAND)


def outside(contest: Held) -> Counted | None:
    """Abroad and customs together; None where nobody votes there."""
    found = [part for part in OUTSIDE if part in _rows(contest)]
    return together(contest, found) if found else None


def last_held(kind: str, place: str, before: date | None = None) -> Held | None:
    """The last contest of a kind with a result in a place, before a day if one is given."""
    past = (one for one in reversed(held()) if one.kind == kind)
    found = (one for one in past if before is None or one.day < before)
    return next((one for one in found if place in _rows(one) or parts_of(one, place)), None)


def latest(
    kind: str, places: Iterable[str], before: date | None = None
) -> dict[str, tuple[Held, Counted]]:
    """By place the last contest of a kind with a result there, before a day if one is given.

    Places where none was held are not in it.
    """
    found = {}
    for place in places:
        contest = last_held(kind, place, before)
        result = counted(contest, place) if contest else None
        if contest and result:
            found[place] = (contest, result)
    return found


def is_held(kind: str, place: str) -> bool:
    """Whether a place has a result of its own in a kind of contest, by the last lists."""
    return last_held(kind, place) is not None


def voting(kind: str, place: str, before: date | None = None) -> tuple[str, ...]:
    """The counted places in a place, or itself, where a kind of contest was last held.

    In order of the places; towns of a district are in it with their own name.
    """
    days = [one for one in held() if one.kind == kind and (before is None or one.day < before)]
    rows = {part for one in days[-4:] for part in _rows(one)}
    inner = (region.id for region in below(place))
    return tuple(part for part in (place, *inner) if part in rows)


def contenders(
    kind: str,
    places: Iterable[str],
    before: date | None = None,
    least: tuple[int, int] = (1, 200),
) -> tuple[str, ...]:
    """Who had at least a part (half a per cent) of the valid votes in these places, most first.

    By the codes of today. The last contest of each place counts; wholes stand for their parts.
    Independents are persons and alliances' joint votes no list: neither is named.
    """
    ids: dict[str, None] = {}
    for place in places:
        ids |= dict.fromkeys(voting(kind, place, before) or (place,))
    votes: Counter[str] = Counter()
    valid = 0
    for contest, result in latest(kind, ids, before).values():
        joint = {alliance.code for alliance in alliances_on(contest.day)}
        for code, count in result.votes.items():
            if code not in joint:
                votes[today(code)] += count
        valid += result.valid
    part, whole = least
    named = [(code, count) for code, count in votes.items() if count * whole >= valid * part]
    return tuple(code for code, count in sorted(named, key=lambda one: -one[1]) if count)


@cache
def _rows(contest: Held) -> Mapping[str, dict[str, str]]:
    name = f"{contest.day}_{contest.kind}.csv"
    return {row["place"]: row for row in shelf.rows("results", name)}


@cache
def _one(contest: Held, place: str) -> Counted | None:
    row = _rows(contest).get(place)
    if row is None:
        return None
    votes = {code: int(told) for code, told in row.items() if told and code not in _NO_LIST}
    rest = votes.pop(REST, 0)
    boxes, registered = (int(row[name]) if row[name] else None for name in _COUNTS[:2])
    return Counted(
        boxes, registered, int(row["cast"]), int(row["valid"]), int(row["invalid"]), votes, rest
    )


def added(parts: Iterable[Counted]) -> Counted:
    """Results of several places as one."""
    known = list(parts)
    votes: Counter[str] = Counter()
    for part in known:
        votes.update(part.votes)
    boxes, registered = (
        sum(told) if (told := [count for count in counts if count is not None]) else None
        for counts in ([part.boxes for part in known], [part.registered for part in known])
    )
    return Counted(
        boxes,
        registered,
        sum(part.cast for part in known),
        sum(part.valid for part in known),
        sum(part.invalid for part in known),
        dict(votes),
        sum(part.rest for part in known),
    )
