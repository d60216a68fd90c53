"""Where members of parliament are elected: constituencies with their districts and seats, by year.

The council decides anew after every count of the population; each year's list says how it is known.
A province that is one constituency is that place; only parts of a province have ids of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from desk import turkish
from desk.country import shelf
from desk.country.places import children, regions


@dataclass(frozen=True, slots=True)
class Constituency:
    """A constituency of one year: ``name`` in Turkish, ``listed`` as the lists spell it."""

    id: str
    name: str
    listed: str
    province: str
    seats: int
    districts: tuple[str, ...]
    how: str
    source: str


@cache
def years() -> tuple[str, ...]:
    """The years there are lists of, oldest first."""
    return tuple(sorted({row["year"] for row in shelf.rows("constituencies.csv")}))


def year_of(day: date) -> str:
    """The newest list made by a day; the first one for what was before."""
    return max((year for year in years() if int(year) <= day.year), default=years()[0])


@cache
def constituencies(year: str) -> Mapping[str, Constituency]:
    """A year's constituencies by their ids, in the order of the plates. KeyError: no such list."""
    if year not in years():
        raise KeyError(year)
    listed = [_one(row) for row in shelf.rows("constituencies.csv") if row["year"] == year]
    return {one.id: one for one in sorted(listed, key=_order)}


def of_district(year: str, district: str) -> Constituency:
    """The constituency a district votes in."""
    return _by_district(year)[district]


@cache
def _by_district(year: str) -> Mapping[str, Constituency]:
    return {place: one for one in constituencies(year).values() for place in one.districts}


def _one(row: Mapping[str, str]) -> Constituency:
    place, dash, number = row["id"].partition("-")
    province = regions()[f"p{place[1:]}"]
    districts = tuple(row["districts"].split())
    return Constituency(
        row["id"],
        f"{province.name}{dash}{number}",
        row["name"],
        province.id,
        int(row["seats"]),
        districts or tuple(child.id for child in children(province.id)),
        row["how"],
        row["source"],
    )


def _order(one: Constituency) -> tuple[int, str]:
    return int(one.province[1:]), one.id


def found(year: str, text: str) -> Constituency | None:
    """The constituency a typed name means: its own, the lists', or its province's if it is that."""
    typed = turkish.fold(text)
    named = (one for one in constituencies(year).values() if turkish.fold(one.name) == typed)
    return next(named, None)
