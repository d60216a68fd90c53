"""How a post speaks of places: where each is, with its suffixes, and which ones a text names.

No file and no figure enters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desk import turkish
from desk.facts.election import Election, Place, PlaceKind
from desk.facts.nouns import called, lies_in
from desk.turkish.style import HouseStyle

_LIES_IN = {PlaceKind.DISTRICT: "ilçesinde", PlaceKind.TOWN: "beldesinde"}
_INLAND, _ABROAD, _AT_CUSTOMS = "yurt içinde", "yurt dışında", "gümrük kapılarında"


def at(election: Election, contest: str, name: str, style: HouseStyle) -> str:
    """Where a place's votes are: Türkiye genelinde, Biga'da, Çanakkale'nin merkez ilçesinde."""
    place = election.place(name)
    if place.kind is PlaceKind.INLAND:
        return _INLAND
    if election.is_sum(contest, name):
        # Beside *yurt içi* the country says that the votes from abroad are in it.
        what = "toplamında" if election.inland(contest, name) else "genelinde"
        return f"{called(election, contest, name)} {what}"
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
    pattern, meant = _finder(election, contest)
    found = pattern.findall(turkish.fold(text))
    # Çanakkale'nin merkez ilçesinde is Çanakkale Merkez.
    told = {name for one in found for name in meant[" ".join(_SUFFIX.sub("", one).split())]}
    return [place.name for place in election.held(contest) if place.name in told] if told else []


_SUFFIX = re.compile(r"'\w+")


@lru_cache(maxsize=4)
def _finder(election: Election, contest: str) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """What finds any of a contest's places in a folded text, and whom each of their names means."""
    meant: dict[str, list[str]] = {}
    for place in election.held(contest):
        for way in _ways(election, contest, place):
            meant.setdefault(turkish.fold(way), []).append(place.name)
    longest = sorted(meant, key=len, reverse=True)
    words = (r"(?:'\w+)?\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words) or '(?!)'})(?!\w)"), meant


def _ways(election: Election, contest: str, place: Place) -> list[str]:
    """Everything a post of this desk calls a place."""
    ways = [called(election, contest, place.name)]
    if above := lies_in(place):
        ways.append(f"{above[0]} {place.own}")
    if place.kind is PlaceKind.CUSTOMS:
        ways.append(_AT_CUSTOMS)
    if place.kind is PlaceKind.INLAND:
        ways.append(_INLAND)
    if place.kind is PlaceKind.ABROAD:
        ways.append(_ABROAD)
    # Where mayors are elected the first is the town, whatever else the district is called.
    return ways[:1] if place.is_centre else ways
