"""Which places a night has: typed names to the country's places, and those to all it takes.

A province brings its districts, the country its provinces; a town comes only where it is named.
Boxes, voters and contenders belong elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from desk.country import results
from desk.country.constituencies import constituencies, year_of
from desk.country.places import (
    COUNTRY,
    INLAND,
    children,
    full_name,
    named,
    province_of,
    regions,
)
from desk.country.results import Held
from desk.facts import catalog
from desk.facts.codes import Code, Refusal
from desk.facts.election import ContestKind
from desk.nights.answers import CONTESTS, Level, NightKind
from desk.turkish import fold

MOST_CHOICES = 8
"""How many of the places a name may mean are told; of more, the first and their number."""

NATIONAL = (ContestKind.CB, ContestKind.MV, ContestKind.REF)
"""Contests of the whole country."""

_COMMA = re.compile(r",(?![^()]*\))")


def named_in(text: str) -> tuple[str, ...]:
    """The ids of the places a list with commas names, each once. E182, E183, E185."""
    parts = [part for part in (part.strip() for part in _COMMA.split(text)) if part]
    if not parts:
        raise Refusal(Code.E185)
    return tuple(dict.fromkeys(place_of(part) for part in parts))


def place_of(text: str) -> str:
    """The id of the place a name means: Üsküdar, Çanakkale/Merkez, Merkez (Çanakkale).

    A province goes before a town of its name. E182: there is none; E183: there are several.
    """
    found = named(text)
    if len(found) > 1:
        key = fold(text.strip())
        found = tuple(one for one in found if fold(full_name(one.id)) == key) or found
    if not found:
        known = ", ".join(dict.fromkeys(full_name(one) for one in regions()))
        raise Refusal(Code.E182, text=text, known=known)
    if len(found) > 1:
        choices = [full_name(one.id) for one in found]
        more = len(choices) - MOST_CHOICES
        told = ", ".join(choices[:MOST_CHOICES])
        raise Refusal(Code.E183, text=text, choices=told, more=max(more, 0))
    return found[0].id


def lists_of(kind: NightKind, day: date) -> date | None:
    """The day whose lists tell where each contest is held: that of a by-election that was.

    None: the last lists of each place tell.
    """
    was = kind is NightKind.BY_ELECTION and any(one.day == day for one in results.held())
    return day if was else None


@cache
def is_held(contest: ContestKind, place: str, lists: date | None = None) -> bool:
    """Whether a contest is held in a place, as `lists_of` has it."""
    if contest is ContestKind.OTHER:
        return place not in (COUNTRY, INLAND)
    if place not in regions():
        return contest is ContestKind.MV
    if lists is None or not _voted(place, lists):
        # Whoever votes for one of the country votes for all: a list may be older than a district.
        kinds = NATIONAL if contest.is_national else (contest,)
        return any(results.is_held(kind.value, place) for kind in kinds)
    held = Held(lists, contest.value)
    return held in results.held() and place in results.places_of(held)


def _voted(place: str, day: date) -> bool:
    """Whether a place voted for anything on a day, itself and not as a whole."""
    return any(place in results.places_of(held) for held in results.held() if held.day == day)


def contests_of(
    kind: NightKind,
    day: date,
    places: Iterable[str],
    wanted: Iterable[ContestKind] | None = None,
    level: Level = Level.DISTRICT,
) -> tuple[ContestKind, ...]:
    """What is voted for in these places, down to a level; ``wanted`` says what of it is to be.

    E184 where something that is wanted is held in none of them, or nothing at all is.
    """
    asked = tuple(dict.fromkeys(places))
    reached = {one for place in asked for one in (place, *_all_of(place, level))}
    lists = lists_of(kind, day)
    named = CONTESTS[kind] if wanted is None else tuple(dict.fromkeys(wanted))
    held = tuple(one for one in named if any(is_held(one, place, lists) for place in reached))
    missing = named if not held else [one for one in named if one not in held]
    if missing and (wanted is not None or not held):
        raise Refusal(Code.E184, contests=_ids(missing), where=_told(asked))
    return held


def spread(
    kind: NightKind,
    day: date,
    places: Iterable[str],
    contests: Iterable[ContestKind],
    level: Level,
) -> dict[str, tuple[ContestKind, ...]]:
    """All places of a night by id, a whole before its parts, each with the contests held there.

    A province that only holds other places is in it, with none. E184 names a place that was asked
    for and votes for nothing of this.
    """
    races, lists = tuple(contests), lists_of(kind, day)
    brought = {place: tuple(_brought(place, races, level, day)) for place in places}
    taken = {one for ones in brought.values() for one in ones}
    taken |= {one.id for place in taken if place in regions() and (one := province_of(place))}
    held = {
        place: tuple(race for race in races if is_held(race, place, lists))
        for place in _in_order(taken)
    }
    for place, ones in brought.items():
        if not any(held[one] for one in ones):
            raise Refusal(Code.E184, contests=_ids(races), where=full_name(place))
    return {place: ones for place, ones in held.items() if ones or place[0] == "p"}


def split_constituencies(day: date) -> dict[str, tuple[str, ...]]:
    """The constituencies that are a part of their province, by id, with their districts."""
    return {
        one.id: one.districts
        for one in constituencies(year_of(day)).values()
        if one.id not in regions()
    }


def _brought(place: str, races: tuple[ContestKind, ...], level: Level, day: date) -> Iterator[str]:
    """A place that is asked for, and what of those below it comes along."""
    region = regions()[place]
    national = any(race.is_national for race in races)
    if region.kind != "country" or national:
        yield place
    if region.kind == "country":
        for below in children(place):
            if below.kind == "province" or national:
                yield from _brought(below.id, races, level, day)
    if region.kind == "province":
        if ContestKind.MV in races:
            yield from (one for one in split_constituencies(day) if _province(one) == place)
        if level is Level.DISTRICT:
            yield from (below.id for below in children(place))


def _all_of(place: str, level: Level) -> Iterator[str]:
    """The provinces in a place, and the districts where the night goes down to them."""
    for below in children(place):
        if below.kind == "province" or (below.kind == "district" and level is Level.DISTRICT):
            yield below.id
            yield from _all_of(below.id, level)


def _province(constituency: str) -> str:
    return f"p{constituency[1:].partition('-')[0]}"


def _in_order(taken: set[str]) -> Iterator[str]:
    """As the country has them, a province's constituencies right behind it."""
    split: dict[str, list[str]] = {}
    for one in taken - set(regions()):
        split.setdefault(_province(one), []).append(one)
    for place in regions():
        if place in taken:
            yield place
            yield from sorted(split.get(place, ()))


def _ids(contests: Iterable[ContestKind]) -> str:
    return ", ".join(one.value for one in contests)


def _told(places: tuple[str, ...]) -> str:
    shown = [full_name(one) for one in places[:MOST_CHOICES]]
    return ", ".join(shown) + (", …" if len(places) > MOST_CHOICES else "")


@cache
def shipped() -> tuple[str, ...]:
    """The provinces of the election that comes with the desk."""
    paths = catalog.elections().values()
    names = [place.name for path in paths for place in catalog.load(path).provinces]
    return tuple(found[0].id for name in names if (found := named(name)))
