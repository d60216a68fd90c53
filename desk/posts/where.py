"""How a post speaks of places: where each is, with its suffixes, and which ones a text names.

No file and no figure enters.
"""

from __future__ import annotations

import re

from desk import turkish
from desk.facts.election import Election, PlaceKind
from desk.facts.nouns import called, lies_in
from desk.turkish.style import HouseStyle

_LIES_IN = {PlaceKind.DISTRICT: "ilçesinde", PlaceKind.TOWN: "beldesinde"}
_ABROAD, _AT_CUSTOMS = "yurt dışında", "gümrük kapılarında"


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
    if (above := lies_in(place)) and place.kind in _LIES_IN and not place.is_centre:
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
