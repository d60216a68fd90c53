"""What nights and contests that are made here are called, in Turkish and English.

Words only; which places and contests there are is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desk import turkish
from desk.facts.election import ContestKind
from desk.nights.answers import NightKind
from desk.turkish.style import capital, listed

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
IDS: dict[NightKind, str] = {
    NightKind.LOCAL: "yerel",
    NightKind.PRESIDENTIAL: "cumhurbaskanligi",
    NightKind.RUNOFF: "cumhurbaskanligi-2-tur",
    NightKind.PARLIAMENTARY: "milletvekili",
    NightKind.GENERAL: "genel",
    NightKind.REFERENDUM: "halkoylamasi",
    NightKind.BY_ELECTION: "ara",
    NightKind.OTHER: "secim",
}
"""What the ids and files of nights call them, in letters every system takes."""
MOST_NAMED = 3
"""How many places the name of a night can carry."""

_NIGHTS: dict[NightKind, tuple[str, str]] = {
    NightKind.LOCAL: ("yerel seçimi", "local election"),
    NightKind.PRESIDENTIAL: ("cumhurbaşkanlığı seçimi", "presidential election"),
    NightKind.RUNOFF: ("cumhurbaşkanlığı seçimi 2. tur", "presidential election, second round"),
    NightKind.PARLIAMENTARY: ("milletvekili genel seçimi", "parliamentary election"),
    NightKind.GENERAL: (
        "cumhurbaşkanlığı ve milletvekili genel seçimi",
        "presidential and parliamentary election",
    ),
    NightKind.REFERENDUM: ("halkoylaması", "referendum"),
    NightKind.BY_ELECTION: ("ara seçimi", "by-election"),
    NightKind.OTHER: ("seçimi", "election"),
}
_ALONE = {
    NightKind.LOCAL: "yerel seçim",
    NightKind.BY_ELECTION: "ara seçim",
    NightKind.OTHER: "seçim",
}
"""The same where no place stands before it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a contest is called: two names, the title posts use, and what else texts call it."""

    name_tr: str
    name_en: str
    title: str
    aliases: tuple[str, ...] = ()


_CONTESTS: dict[ContestKind, Wording] = {
    ContestKind.BBB: Wording(
        "Büyükşehir belediye başkanlığı",
        "Metropolitan mayor",
        "büyükşehir belediye başkanlığı",
        ("büyükşehir", "büyükşehir başkanlığı", "BBB"),
    ),
    ContestKind.BB: Wording(
        "Belediye başkanlığı",
        "Mayor",
        "belediye başkanlığı",
        ("ilçe belediye başkanlığı", "ilçe başkanlığı", "ilçe belediyesi"),
    ),
    ContestKind.BM: Wording(
        "Belediye meclisi",
        "Municipal council",
        "belediye meclisi",
        ("ilçe belediye meclisi", "ilçe meclisi", "belediye meclis üyeliği"),
    ),
    ContestKind.IGM: Wording(
        "İl genel meclisi", "Provincial council", "il genel meclisi", ("il genel meclisi üyeliği",)
    ),
    ContestKind.CB: Wording(
        "Cumhurbaşkanlığı",
        "President",
        "cumhurbaşkanlığı",
        ("cumhurbaşkanı", "cumhurbaşkanı seçimi"),
    ),
    ContestKind.MV: Wording(
        "Milletvekilliği",
        "Parliament",
        "milletvekilliği",
        ("milletvekili", "milletvekili seçimi", "parlamento", "meclis"),
    ),
    ContestKind.REF: Wording("Halkoylaması", "Referendum", "halkoylaması", ("referandum",)),
    ContestKind.OTHER: Wording("Seçim", "Election", "seçim"),
}


def contest(kind: ContestKind, metropolitan: Sequence[str] = ()) -> Wording:
    """What a contest is called; ``metropolitan`` are the provinces of a metropolitan mayor's."""
    found = _CONTESTS[kind]
    if kind is not ContestKind.BBB:
        return found
    of_one = tuple(f"{name} Büyükşehir Belediye Başkanlığı" for name in metropolitan)
    return Wording(found.name_tr, found.name_en, found.title, (*found.aliases, *of_one))


def night(kind: NightKind, places: Sequence[str], day: date) -> tuple[str, str]:
    """What a night is called, in Turkish and English; without places it is the country's."""
    told, english = _NIGHTS[kind]
    said = f"{_where(places)} {told}" if places else _ALONE.get(kind, told)
    return (
        f"{capital(said)}, {turkish.day(day)}",
        f"{_there(places, english)}, {english_day(day)}",
    )


def english_day(day: date) -> str:
    """A day in English words: 31 March 2024."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


DAYS: dict[str, Callable[[date], str]] = {"tr": turkish.day, "en": english_day}
"""A day in words, by language."""


def _where(places: Sequence[str]) -> str:
    return listed(places) if len(places) <= MOST_NAMED else f"{len(places)} yerin"


def _there(places: Sequence[str], what: str) -> str:
    if not places:
        return what[:1].upper() + what[1:]
    if len(places) > MOST_NAMED:
        return f"{what[:1].upper()}{what[1:]} in {len(places)} places"
    *first, last = places
    return f"{', '.join(first)} and {last} {what}" if first else f"{last} {what}"
