"""Parties, alliances and people as ballots had them: names, aliases, colours, by year.

What a party is called now that was called otherwise is a fact of the table, never guessed from
names. Votes belong to `results`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from desk import turkish
from desk.country import shelf

INDEPENDENTS = "bagimsiz"
"""Independent candidates: persons, so their sum is nobody."""


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party under one of its names.

    ``since`` and ``until`` are ISO days, months or years, empty where not bounded; ``now`` the
    code it has today, where that is another.
    """

    code: str
    name: str
    short: str
    aliases: tuple[str, ...]
    colour: str
    ballot: int | None
    since: str
    until: str
    now: str
    how: str

    def stands_on(self, day: date) -> bool:
        """Whether it had this name on a day."""
        told = day.isoformat()
        return self.since <= told and (not self.until or told[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True)
class Stander:
    """Who or what stood without a party: a person for president, an answer of a referendum."""

    code: str
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class ListAlliance:
    """Parties whose joint votes an election counted; ``code`` is the column of those votes."""

    code: str
    name: str
    colour: str
    members: tuple[str, ...]


@cache
def parties() -> Mapping[str, KnownParty]:
    """Every party of the results and of the ballot of 2024, under each of its names, by code."""
    return {
        row["code"]: KnownParty(
            row["code"],
            row["name"],
            row["short"],
            tuple(name for name in row["aliases"].split("|") if name),
            row["colour"],
            int(row["ballot"]) if row["ballot"] else None,
            row["since"],
            row["until"],
            row["now"],
            row["how"],
        )
        for row in shelf.rows("parties.csv")
    }


def today(code: str) -> str:
    """What a party's code is now; its own where it was never renamed or is not known."""
    party = parties().get(code)
    return party.now if party and party.now else code


def coloured(code: str) -> str:
    """The colour of a party, a person for president, an answer or an alliance; empty if unknown."""
    party = parties().get(code)
    if party:
        return party.colour
    for name in ("ballots.csv", "alliances.csv"):
        for row in reversed(shelf.rows(name)):
            if row["code"] == code:
                return row["colour"]
    return ""


def standers(day: date) -> tuple[Stander, ...]:
    """Who stood for president on a day, or the answers of that day's referendum."""
    return tuple(
        Stander(row["code"], row["name"], row["colour"])
        for row in shelf.rows("ballots.csv")
        if row["day"] == day.isoformat()
    )


def answers() -> tuple[Stander, ...]:
    """*Evet* and *Hayır*, as the last referendum had them."""
    days = [row["day"] for row in shelf.rows("ballots.csv") if row["kind"] == "ref"]
    return standers(date.fromisoformat(max(days)))


def alliances_on(day: date) -> tuple[ListAlliance, ...]:
    """The alliances of that day's election of parliament."""
    return tuple(
        ListAlliance(row["code"], row["name"], row["colour"], tuple(row["members"].split()))
        for row in shelf.rows("alliances.csv")
        if row["day"] == day.isoformat()
    )


def candidates(day: date, kind: str, place: str) -> Mapping[str, str]:
    """Who stood for which party in a place, as far as it is known."""
    return {
        row["party"]: row["candidate"]
        for row in shelf.rows("candidates.csv")
        if (row["day"], row["kind"], row["place"]) == (day.isoformat(), kind, place)
    }


def person_code(name: str) -> str:
    """A person's code, as the results spell it: letters without marks, ``_`` between names."""
    return "_".join(turkish.fold(name).split())
