"""A night's places among the country's: by their ids, or by their names in its one province."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from desk.country.places import named, province_of, regions
from desk.facts import catalog
from desk.facts.election import Election, Place, PlaceKind


def country_ids(election: Election) -> dict[str, str]:
    """The country's ids of a night's places, by the names they have in it.

    A place with such an id is it; one without is found by name, if the night is of one province,
    or shipped and said to be.
    """
    provinces = [found for place in election.provinces if (found := _province(place))]
    sole = str(chosen(election.id).get("province", ""))
    if not sole and len(provinces) == 1:
        sole = provinces[0]
    ids = {}
    for place in election.places:
        if place.id in regions() or place.kind is PlaceKind.CONSTITUENCY:
            ids[place.name] = place.id
        elif place.kind is PlaceKind.PROVINCE and (province := _province(place)):
            ids[place.name] = province
        elif sole and (own := _in_province(sole, place)):
            ids[place.name] = own
    return ids


def _province(place: Place) -> str:
    if place.id in regions():
        return place.id
    found = [one.id for one in named(place.own) if one.kind == "province"]
    return found[0] if found else ""


@cache
def _in_province(province: str, place: Place) -> str:
    found = [
        one.id
        for one in named(f"{place.own} ({regions()[province].name})") or named(place.own)
        if one.kind == place.kind.value and province_of(one.id) == regions()[province]
    ]
    return found[0] if len(found) == 1 else ""


@cache
def chosen(election: str) -> Mapping[str, Any]:
    """What an election that ships with the desk says it is set against; empty if nothing."""
    file = catalog.resource("baselines", f"{election}.json")
    told: dict[str, Any] = {}
    if file.is_file():
        told = json.loads(file.read_text(encoding="utf-8"))
    return told
