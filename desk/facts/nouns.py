"""What places are called in a contest, and what they are counted as, wherever Turkish says it.

A district that is called *Merkez* is its province's town where its mayor is elected, and the
centre's district of the province where its votes are counted. Where a place is, is said by posts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk import turkish
from desk.facts.election import Election, Place, PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """What places are counted as: ilçe, ilçeler."""

    one: str
    many: str

    @property
    def in_one(self) -> str:
        """ilçede"""
        return turkish.suffixed(self.one, "loc")

    @property
    def of_one(self) -> str:
        """ilçenin"""
        return turkish.suffixed(self.one, "gen")

    @property
    def to_one(self) -> str:
        """ilçeye"""
        return turkish.suffixed(self.one, "dat")

    @property
    def in_many(self) -> str:
        """ilçelerde"""
        return turkish.suffixed(self.many, "loc")


_PLACE, _TOWN_HALL = PlaceNoun("yer", "yerler"), PlaceNoun("belediye", "belediyeler")
_NOUNS = {
    PlaceKind.DISTRICT: PlaceNoun("ilçe", "ilçeler"),
    PlaceKind.PROVINCE: PlaceNoun("il", "iller"),
    PlaceKind.CONSTITUENCY: PlaceNoun("seçim çevresi", "seçim çevreleri"),
}


def noun_of_units(election: Election, contest: str) -> PlaceNoun:
    """What the places of a contest are counted as that are no sums of others."""
    return noun_of(election, contest, [place.name for place in election.units(contest)])


def noun_of(election: Election, contest: str, places: Iterable[str]) -> PlaceNoun:
    """What some places are counted as; of several sorts they are places.

    Where mayors or councils of towns are elected too, all are municipalities.
    """
    if election.contest(contest).kind.is_municipal:
        held = election.held(contest)
        if any(place.is_centre or place.kind is PlaceKind.TOWN for place in held):
            return _TOWN_HALL
    kinds = {election.place(name).kind for name in places}
    return _NOUNS.get(kinds.pop(), _PLACE) if len(kinds) == 1 else _PLACE


def called(election: Election, contest: str, name: str) -> str:
    """What a place is called: Biga; Çanakkale, or Çanakkale Merkez; of namesakes Bilecik Yenice."""
    place = election.place(name)
    if place.is_centre and (province := election.province_of(name)):
        municipal = election.contest(contest).kind.is_municipal
        return province.own if municipal else f"{province.own} {place.own}"
    above = lies_in(place)
    return " ".join([*reversed(above), place.own]) if above else place.name


def titled(election: Election, contest: str, name: str) -> str:
    """What stands above a place's figures: beside *yurt içi* the country is *Türkiye (toplam)*."""
    told = called(election, contest, name)
    return f"{told} (toplam)" if election.inland(contest, name) else told


def lies_in(place: Place) -> list[str]:
    """What the name of a place says it lies in, the nearest first: nothing where it need not."""
    lead = f"{place.own} ("
    if not place.name.startswith(lead) or not place.name.endswith(")"):
        return []
    return place.name[len(lead) : -1].split("/")


def told_apart(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places, each called so that no other is: by its bare name where one place has it.

    Else *Merkez (Çanakkale)*, and a town that even then has a namesake *Yenice (Biga/Çanakkale)*.
    The country and its provinces keep their names.
    """
    found = [replace(place, name=place.own) for place in places]
    by_id = {place.id: place for place in found}
    for deep in (1, 2):
        names: dict[str, list[int]] = {}
        for at, place in enumerate(found):
            names.setdefault(turkish.fold(place.name), []).append(at)
        for same in (ones for ones in names.values() if len(ones) > 1):
            for at in same:
                if not found[at].is_whole:
                    found[at] = replace(found[at], name=_longer(found[at], by_id, deep))
    return tuple(found)


def _longer(place: Place, by_id: dict[str, Place], deep: int) -> str:
    """A place's name with what it lies in: its province, and the second time its district too."""
    chain: list[Place] = []
    one = by_id.get(place.within)
    while one is not None and one not in chain:
        chain.append(one)
        one = by_id.get(one.within)
    province = next((at for at, one in enumerate(chain) if one.kind is PlaceKind.PROVINCE), 0)
    told = chain[province : province + 1] if deep == 1 else chain[: province + 1]
    return f"{place.own} ({'/'.join(one.own for one in told)})" if told else place.own
