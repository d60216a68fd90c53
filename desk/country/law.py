"""Law and practice by day: when polls close where, what the ban allows, how seats are given.

Facts of `law.json`, each of which says how it is known; the arithmetic is that of `seats`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any

from desk import turkish
from desk.country import shelf
from desk.country.places import province_of, provinces


@dataclass(frozen=True, slots=True)
class BanRules:
    """Nothing goes out before the first hour, only official announcements before the second.

    ``lifted`` is when the council lifted it on that day, None where that was not found.
    """

    until: time
    official_until: time
    lifted: time | None


@dataclass(frozen=True, slots=True)
class SeatsLaw:
    """How members of parliament are elected on a day.

    ``threshold`` in per cent of the country's valid votes; ``two_steps`` gives seats to alliances
    first and inside them then; ``alliances`` whether there are any.
    """

    name: str
    threshold: int
    alliances: bool
    two_steps: bool


@dataclass(frozen=True, slots=True)
class CouncilSize:
    """Members of a district's council, those of them that are quota members, and how many of them
    it sends to the metropolitan council beside its mayor."""

    members: int
    quota: int
    sent: int
    how: str


@cache
def _eastern() -> frozenset[str]:
    names = {turkish.fold(name) for name in shelf.law()["polls"]["east_provinces"]}
    return frozenset(one.id for one in provinces() if turkish.fold(one.name) in names)


def eastern() -> frozenset[str]:
    """The provinces that vote an hour earlier where an election says so."""
    return _eastern()


def hour_earlier(day: date) -> bool:
    """Whether eastern polls close an hour earlier on a day.

    Told for the elections that were; of another day by the pattern: not from May to September.
    """
    told = shelf.law()["polls"]["by_date"].get(day.isoformat())
    return bool(told["east"]) if told else not 5 <= day.month <= 9


def polls_close(place: str, day: date) -> time:
    """When polls close in a place of the country; abroad and customs are asked as the country."""
    province = province_of(place)
    east = province is not None and province.id in _eastern() and hour_earlier(day)
    return time.fromisoformat(shelf.law()["polls"]["east" if east else "default"][1])


def ban(day: date) -> BanRules:
    """What may go out on an election day, and when it was lifted where that is known."""
    told = shelf.law()["ban"]
    lifted = told["lifted"].get(day.isoformat())
    return BanRules(
        time.fromisoformat(told["until"]),
        time.fromisoformat(told["only_ysk_until"]),
        time.fromisoformat(lifted["at"]) if lifted else None,
    )


def seats_law(day: date) -> SeatsLaw:
    """The law parliament is elected by on a day: the newest that is not younger."""
    laws: Mapping[str, Any] = shelf.law()["seats_rules"]
    dated = {name: law for name, law in laws.items() if "threshold_percent" in law}
    by_first = sorted(dated, key=lambda name: min(dated[name]["dates"]))
    name = max(
        (name for name in by_first if min(dated[name]["dates"]) <= day.isoformat()),
        key=by_first.index,
        default=by_first[0],
    )
    law = dated[name]
    return SeatsLaw(name, law["threshold_percent"], bool(law["alliances"]), law["two_steps"])


def members(population: int) -> int:
    """Members of a municipal council by its population."""
    bands = shelf.law()["seats_rules"]["2972"]["members_bm_by_population"]
    return next(int(count) for most, count in bands if most is None or population <= most)


def quota(count: int) -> int:
    """Of so many members of a municipal council, those who are quota members. KeyError if none."""
    return int(shelf.law()["seats_rules"]["2972"]["quota"][str(count)])


def council_sizes() -> Mapping[str, CouncilSize]:
    """The councils whose size is known, by place: Istanbul's of 2024. Elsewhere it is asked for."""
    return {
        row["place"]: CouncilSize(
            int(row["members"]), int(row["quota"]), int(row["sent"]), row["how"]
        )
        for row in shelf.rows("councils.csv")
    }
