"""What changes in a night's places while it goes on: one that comes, and what another is called.

A place of the country comes with the lists' boxes and voters; what is asked for is an edit like
any other, and nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import time

from desk.country import law
from desk.country.ids import country_ids
from desk.country.places import named, province_of, regions
from desk.facts.codes import Code, Refusal
from desk.facts.edits import AddPlace, RenamePlace
from desk.facts.election import (
    HELD_IN,
    Contest,
    ContestKind,
    Election,
    Place,
    PlaceCounts,
    PlaceKind,
)
from desk.facts.nouns import told_apart
from desk.nights import choosing, lists
from desk.turkish import fold


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """A place that is to come: its bare name, what it lies in by its name in the night.

    ``region`` is its id in the country, empty for one of her own; what is not known is None.
    """

    own: str
    kind: PlaceKind
    within: str = ""
    boxes: int | None = None
    registered: int | None = None
    polls_close: time | None = None
    contests: tuple[str, ...] = ()
    region: str = ""


def of_country(election: Election, text: str) -> PlaceAsked | None:
    """The one place of the country a typed name means that the night lacks, with its numbers.

    None where there is no such place, several, or it is there.
    """
    there = country_ids(election)
    by_region = {region: name for name, region in there.items()}
    found = [one for one in named(text) if one.id not in by_region]
    if len(found) > 1:
        # Of namesakes the one whose province votes here.
        found = [one for one in found if _nearest(one.id, by_region)]
    if len(found) != 1 or found[0].kind == PlaceKind.COUNTRY.value:
        return None
    region = found[0]
    kind, within = PlaceKind(region.kind), _nearest(region.id, by_region)
    held = tuple(
        race.id for race in election.contests if fits(race, kind) and _votes(race, region.id)
    )
    counts = _listed(election, region.id, held)
    largest = max(counts.values(), key=lambda one: one.registered or 0, default=lists.Listed())
    return PlaceAsked(
        region.name,
        kind,
        within,
        largest.boxes,
        largest.registered,
        _hour(election, region.id, within),
        held,
        region.id,
    )


def fits(race: Contest, kind: PlaceKind) -> bool:
    """Whether a contest can be held in a place of a kind."""
    return kind in HELD_IN[race.kind]


def adding(election: Election, asked: PlaceAsked) -> AddPlace:
    """The edit that brings a place: called so that no other is, voting for what was asked.

    E139 where such a place lies there already; KeyError if there is no place it is to lie in.
    """
    within = election.place(asked.within).id if asked.within else ""
    _must_be_new(election.places, asked.own, within)
    place = Place(
        asked.own,
        asked.kind,
        asked.boxes,
        asked.registered,
        asked.region or _free_id(election, asked.own),
        asked.own,
        within,
        asked.polls_close,
    )
    place = replace(place, name=called(election, place))
    return AddPlace(place, asked.contests, tuple(_apart(election, asked, place)))


def renaming(election: Election, place: str, own: str) -> RenamePlace:
    """The edit that gives a place another bare name. E139 where such a place lies there already."""
    known = election.place(place)
    _must_be_new((one for one in election.places if one is not known), own, known.within)
    return RenamePlace(place, called(election, replace(known, own=own)), own)


def called(election: Election, place: Place) -> str:
    """What a new or renamed place is called beside the others, who keep their names."""
    others = [one for one in election.places if one.id != place.id]
    return told_apart((*others, place))[-1].name


def _must_be_new(places: Iterable[Place], own: str, within: str) -> None:
    if any((fold(one.own), one.within) == (fold(own), within) for one in places):
        raise Refusal(Code.E139, text=own)


def _apart(
    election: Election, asked: PlaceAsked, place: Place
) -> Iterable[tuple[str, PlaceCounts]]:
    """What the lists have for one contest apart, where its numbers are those of the lists."""
    told = _listed(election, asked.region, asked.contests) if asked.region else {}
    largest = max(told.values(), key=lambda one: one.registered or 0, default=lists.Listed())
    if (largest.boxes, largest.registered) != (asked.boxes, asked.registered):
        return
    for race, one in told.items():
        if (one.boxes, one.registered) != (asked.boxes, asked.registered):
            yield race, PlaceCounts(place.name, one.boxes, one.registered)


def _votes(race: Contest, region: str) -> bool:
    return race.kind is ContestKind.OTHER or choosing.is_held(race.kind, region)


def _listed(election: Election, region: str, contests: Iterable[str]) -> Mapping[str, lists.Listed]:
    kinds = {race: election.contest(race).kind for race in contests}
    return {race: lists.listed(kind, region, election.date) for race, kind in kinds.items()}


def _nearest(region: str, by_region: Mapping[str, str]) -> str:
    """The name of the nearest place of the night that one of the country lies in, or nothing."""
    above = regions()[region].within
    while above and above not in by_region:
        above = regions()[above].within
    return by_region.get(above, "")


def _hour(election: Election, region: str, within: str) -> time | None:
    """When the polls close there by law, where that is not said by what it lies in."""
    province = province_of(region)
    if province is None:
        return None
    hour = law.polls_close(province.id, election.date)
    known = election.polls_close
    if within:
        chain = (election.place(within), *election.above(within))
        known = next((one.polls_close for one in chain if one.polls_close), known)
    return None if hour == known else hour


def _free_id(election: Election, own: str) -> str:
    """An id no place of the night or the country has: the name, and a number behind it."""
    taken = {one.id for one in election.places} | regions().keys()
    names = (own if not at else f"{own}-{at + 1}" for at in range(len(taken) + 1))
    return next(name for name in names if name not in taken)
