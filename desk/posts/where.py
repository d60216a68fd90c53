"""How a post speaks of places: what each is called in a contest, where it is, what it is one of.

A district that is called *Merkez* is its province's town where its mayor is elected, and the
centre's district of the province where its votes are counted. No file and no figure enters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desk import turkish
from desk.facts.election import Election, Place, PlaceKind
from desk.turkish.style import HouseStyle


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """What places are counted as: ilçe, ilçede; ilçeler, ilçelerde."""

    one: str
    in_one: str
    many: str
    in_many: str


_PLACE = PlaceNoun("yer", "yerde", "yerler", "yerlerde")
_TOWN_HALL = PlaceNoun("belediye", "belediyede", "belediyeler", "belediyelerde")
_NOUNS = {
    PlaceKind.DISTRICT: PlaceNoun("ilçe", "ilçede", "ilçeler", "ilçelerde"),
    PlaceKind.PROVINCE: PlaceNoun("il", "ilde", "iller", "illerde"),
    PlaceKind.CONSTITUENCY: PlaceNoun(
        "seçim çevresi", "seçim çevresinde", "seçim çevreleri", "seçim çevrelerinde"
    ),
}
_LIES_IN = {PlaceKind.DISTRICT: "ilçesinde", PlaceKind.TOWN: "beldesinde"}
_ABROAD, _AT_CUSTOMS = "yurt dışında", "gümrük kapılarında"


def noun_of(election: Election, contest: str, places: Iterable[str]) -> PlaceNoun:
    """What some places are counted as; of several sorts they are places."""
    found = [election.place(name) for name in places]
    kinds = {place.kind for place in found}
    if _of_towns(election, contest):
        return _TOWN_HALL
    return _NOUNS.get(kinds.pop(), _PLACE) if len(kinds) == 1 else _PLACE


def _of_towns(election: Election, contest: str) -> bool:
    """Whether mayors or councils of towns are elected too, so that all are municipalities."""
    if not election.contest(contest).kind.is_municipal:
        return False
    held = election.held(contest)
    return any(place.is_centre or place.kind is PlaceKind.TOWN for place in held)


def called(election: Election, contest: str, name: str) -> str:
    """What a place is called: Biga; Çanakkale, or Çanakkale Merkez; of namesakes Bilecik Yenice."""
    place = election.place(name)
    if place.is_centre and (province := election.province_of(name)):
        municipal = election.contest(contest).kind.is_municipal
        return province.own if municipal else f"{province.own} {place.own}"
    return " ".join([*reversed(_lies_in(place)), place.own])


def at(election: Election, contest: str, name: str, style: HouseStyle) -> str:
    """Where a place's votes are: Türkiye genelinde, Biga'da, Çanakkale'nin merkez ilçesinde."""
    place = election.place(name)
    if election.is_sum(contest, name):
        return f"{called(election, contest, name)} genelinde"
    if place.kind is PlaceKind.CUSTOMS:
        return _AT_CUSTOMS
    if place.kind is PlaceKind.ABROAD and turkish.fold(place.own) == turkish.fold("Yurt dışı"):
        return _ABROAD
    province = election.province_of(name)
    if place.is_centre and province and not election.contest(contest).kind.is_municipal:
        return f"{style.suffixed(province.own, 'gen')} {turkish.lower(place.own)} ilçesinde"
    if (above := _lies_in(place)) and place.kind in _LIES_IN and not place.is_centre:
        return f"{style.suffixed(above[0], 'gen')} {place.own} {_LIES_IN[place.kind]}"
    return style.suffixed(called(election, contest, name), "loc")


def named_in(text: str, election: Election, contest: str) -> list[str]:
    """The places a text names, in the election's order; of names in one another the longest."""
    folded = turkish.fold(text)
    found: list[tuple[int, int, str]] = []
    for place in election.held(contest):
        first, *rest = turkish.fold(called(election, contest, place.name)).split()
        if first in folded:
            # Çanakkale'nin merkez ilçesinde is Çanakkale Merkez.
            words = r"(?:'\w+)?\s+".join(map(re.escape, (first, *rest)))
            pattern = rf"(?<!\w){words}(?!\w)"
            found += [(*match.span(), place.name) for match in re.finditer(pattern, folded)]
    longest = [
        (start, end, name)
        for start, end, name in found
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in found)
    ]
    told = {name for *_, name in longest}
    return [place.name for place in election.held(contest) if place.name in told]


def _lies_in(place: Place) -> list[str]:
    """What the name of a place says it lies in, the nearest first: nothing where it need not."""
    lead = f"{place.own} ("
    if not place.name.startswith(lead) or not place.name.endswith(")"):
        return []
    return place.name[len(lead) : -1].split(", ")
