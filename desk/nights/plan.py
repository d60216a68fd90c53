"""A night while it is being made: what has been answered so far, and what that comes to.

It can be kept as text and taken up again; what the window looks like is not decided here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, time, timedelta
from functools import cache
from typing import Any

from desk.country import results
from desk.country.places import COUNTRY, Region, below, children, province_of, regions
from desk.facts.codes import Code, Refusal
from desk.facts.election import ContestKind, PlaceKind
from desk.nights import choosing, lists, making, wording
from desk.nights.answers import (
    AGENCIES,
    CONTESTS,
    Level,
    NightAnswers,
    NightKind,
    OwnPlace,
    StandingRow,
)
from desk.nights.lists import Listed
from desk.nights.making import Made

SUNDAY = 6
YEARS_APART = 5
"""Local elections, and those of parliament and president, are held every fifth year."""

_LAST_OF = {
    NightKind.LOCAL: ("bbb", 3),
    NightKind.PRESIDENTIAL: ("mv", 0),
    NightKind.PARLIAMENTARY: ("mv", 0),
    NightKind.GENERAL: ("mv", 0),
}
"""Whose last day tells the next one, and the month it ends in where law says its last Sunday."""


def suggested_day(kind: NightKind, today: date) -> date:
    """The day a night of this kind is most likely for: the next regular one, else next Sunday."""
    if kind is NightKind.RUNOFF:
        return suggested_day(NightKind.PRESIDENTIAL, today) + timedelta(days=14)
    if kind not in _LAST_OF:
        return _sunday(today)
    contest, month = _LAST_OF[kind]
    days = [one.day for one in results.held() if one.kind == contest]
    day = max(one for one in days if not month or one.month == month)
    while day < today:
        day = _last_sunday(day.year + YEARS_APART, month) if month else _in_years(day)
    return day


def _sunday(day: date) -> date:
    return day + timedelta(days=(SUNDAY - day.weekday()) % 7)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - SUNDAY) % 7)


def _in_years(day: date) -> date:
    later = day.replace(year=day.year + YEARS_APART)
    return later - timedelta(days=(later.weekday() - SUNDAY) % 7)


@cache
def leaves(place: str, level: Level, kind: NightKind) -> frozenset[str]:
    """What is checked when a place is: districts, or provinces, and what lies outside.

    Towns are checked one by one: whoever wants a province seldom wants all of them.
    """
    region = regions()[place]
    if region.kind == "country":
        parts = (one.id for one in children(place) if is_offered(one, kind))
        return frozenset(leaf for part in parts for leaf in leaves(part, level, kind))
    if region.kind == "province" and level is Level.DISTRICT:
        return frozenset(one.id for one in children(place) if is_offered(one, kind))
    return frozenset({place})


@cache
def is_offered(region: Region, kind: NightKind) -> bool:
    """Whether anything of a night of this kind is voted for in a place, or in one below it."""
    races = CONTESTS[kind]
    if region.kind in ("country", "province"):
        return True
    return any(choosing.is_held(race, region.id) for race in races)


@dataclass
class Plan:
    """NightAnswers so far. ``checked`` are `leaves` and towns; ``suggested``: nobody chose them.

    ``rows`` are the contenders of the contests somebody has changed; ``off`` are agencies that are
    listed and do not take part. ``base`` is an election file that is taken as it is, for this day.
    """

    kind: NightKind = NightKind.LOCAL
    day: date = date(2024, 3, 31)
    polls_close: time | None = None
    level: Level = Level.DISTRICT
    checked: frozenset[str] = frozenset()
    suggested: bool = True
    own: tuple[OwnPlace, ...] = ()
    rows: dict[ContestKind, tuple[StandingRow, ...]] = field(default_factory=dict)
    agencies: tuple[str, ...] = (*AGENCIES, "DHA", "İHA")
    off: frozenset[str] = frozenset({"DHA", "İHA"})
    name: str = ""
    file: str = ""
    base: Mapping[str, Any] | None = None
    touched: bool = False

    def begin(self, kind: NightKind, today: date, last: Iterable[str] = ()) -> None:
        """Take a kind with all that follows from it; ``last`` are the provinces of her last night.

        Nothing that somebody chose is changed by it but what the kind cannot have.
        """
        self.kind = kind
        self.day = suggested_day(kind, today)
        self.level = Level.PROVINCE if kind.is_national else Level.DISTRICT
        self.polls_close = None
        self.rows = {}
        if self.suggested or kind.is_national:
            self.suggest(last)

    def suggest(self, last: Iterable[str] = ()) -> None:
        """Check what is likely: the whole country, or the provinces of the last night."""
        places = (COUNTRY,) if self.kind.is_national else tuple(last)
        self.checked = frozenset(
            leaf for place in places for leaf in leaves(place, self.level, self.kind)
        )
        self.suggested = True

    def leaves(self, place: str) -> frozenset[str]:
        """What is checked when a place is, at this level."""
        return leaves(place, self.level, self.kind)

    def choose(self, place: str) -> None:
        """Check a place; where nobody had chosen, it takes the place of what was suggested."""
        kept = frozenset() if self.suggested else self.checked
        self.checked, self.suggested = kept | self.leaves(place), False

    def toggle(self, place: str) -> None:
        """Check a place, or take it out if all of it is checked."""
        inside = self.leaves(place)
        if inside <= self.checked:
            self.checked, self.suggested = self.checked - inside, False
        else:
            self.choose(place)

    def set_level(self, level: Level) -> None:
        """Go down to districts or up to provinces, with the same places checked."""
        if level is self.level:
            return
        found: set[str] = set()
        for place in self.checked:
            province = province_of(place)
            if regions()[place].kind == "town" or province is None:
                found.add(place)
            else:
                found |= leaves(province.id, level, self.kind)
        self.level, self.checked = level, frozenset(found)

    def places(self) -> tuple[str, ...]:
        """The fewest ids that mean what is checked, in the country's order."""
        whole = self.leaves(COUNTRY)
        if whole and whole <= self.checked:
            towns = self.checked - whole
            return (COUNTRY, *(one for one in regions() if one in towns))
        found: list[str] = []
        for place in children(COUNTRY):
            inside = self.leaves(place.id)
            if inside and inside <= self.checked:
                found.append(place.id)
                found += [one.id for one in below(place.id) if one.id in self.checked - inside]
            else:
                found += [one.id for one in below(place.id) if one.id in self.checked]
        return tuple(found)

    def answers(self) -> NightAnswers:
        """The answers as they stand."""
        standing = tuple(row for rows in self.rows.values() for row in rows)
        return NightAnswers(
            self.kind,
            self.day,
            self.places(),
            self.own,
            self.level,
            agencies=tuple(code for code in self.agencies if code not in self.off),
            standing=standing or None,
            name=self.name,
            polls_close=self.polls_close,
        )

    def made(self) -> Made:
        """What the answers come to; refuses as `making.put_together`."""
        made = making.put_together(self.answers())
        # A contest whose rows were all taken out has none: not those it began with.
        return replace(made, given={**made.given, **self.rows})

    def to_file(self) -> dict[str, Any]:
        """The election file of this night, decoded."""
        if self.base is None:
            return making.file_of(self.made())
        hour = self.polls_close
        return {
            **self.base,
            "name": {language: self.called(language) for language in ("tr", "en")},
            "date": self.day.isoformat(),
            "polls_close": hour.isoformat("minutes") if hour else self.base["polls_close"],
            "agencies": [self.agency(code) for code in self.agencies if code not in self.off],
        }

    def called(self, language: str) -> str:
        """What the night is called in `tr` or `en`: as was typed, or as it would be.

        A file that is taken for another day has that day in its name.
        """
        if self.name:
            return self.name
        if self.base is None:
            return self.made().called()[("tr", "en").index(language)]
        old, words = date.fromisoformat(self.base["date"]), wording.DAYS[language]
        return str(self.base["name"][language]).replace(words(old), words(self.day))

    def agency(self, code: str) -> dict[str, Any]:
        """An agency as the file has it, else as it is known."""
        told: dict[str, dict[str, Any]] = {
            one["code"]: one for one in (self.base or {}).get("agencies", ())
        }
        return told.get(code) or making.agency(code)

    def take(self, data: Mapping[str, Any]) -> None:
        """Take an election file as it is, with its day and its agencies."""
        self.base = data
        self.day = date.fromisoformat(data["date"])
        self.polls_close, self.name = None, ""
        own = [one["code"] for one in data["agencies"]]
        self.agencies = (*own, *(code for code in making.agencies() if code not in own))
        self.off = frozenset(self.agencies) - set(own)

    def is_complete(self) -> bool:
        """Whether a night can be made of it."""
        return self.missing() is None

    def missing(self) -> Refusal | None:
        """Why no night can be made of it yet; None: one can."""
        if not set(self.agencies) - self.off:
            return Refusal(Code.E192, text="")
        if self.base is not None:
            return None
        try:
            self.made()
        except Refusal as refusal:
            return refusal
        return None

    def as_text(self) -> str:
        """The plan as text, for `from_text`."""
        told = {
            "kind": self.kind.value,
            "day": self.day.isoformat(),
            "polls_close": self.polls_close.isoformat() if self.polls_close else None,
            "level": self.level.value,
            "checked": sorted(self.checked),
            "suggested": self.suggested,
            "own": [asdict(one) for one in self.own],
            "rows": {race.value: [asdict(row) for row in rows] for race, rows in self.rows.items()},
            "agencies": list(self.agencies),
            "off": sorted(self.off),
            "name": self.name,
            "file": self.file,
            "base": self.base,
        }
        return json.dumps(told, ensure_ascii=False)


def from_text(text: str) -> Plan | None:
    """A plan that was kept; None where the text is none, or of another desk."""
    try:
        return _from(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _from(told: Mapping[str, Any]) -> Plan:
    checked = frozenset(map(str, told["checked"]))
    if not checked <= set(regions()):
        raise ValueError(told["checked"])
    return Plan(
        NightKind(told["kind"]),
        date.fromisoformat(told["day"]),
        time.fromisoformat(told["polls_close"]) if told["polls_close"] else None,
        Level(told["level"]),
        checked,
        bool(told["suggested"]),
        tuple(OwnPlace(**one | {"kind": PlaceKind(one["kind"])}) for one in told["own"]),
        {
            ContestKind(race): tuple(
                StandingRow(**row | {"aliases": tuple(row["aliases"])}) for row in rows
            )
            for race, rows in told["rows"].items()
        },
        tuple(told["agencies"]),
        frozenset(told["off"]),
        told["name"],
        told["file"],
        told["base"],
        touched=True,
    )


def is_place(place: str) -> bool:
    """Whether a text is the id of a place of the country."""
    return place in regions()


@dataclass(frozen=True, slots=True)
class ChosenPlaces:
    """What is checked, counted: places by kind, their boxes and voters, the newest list's day."""

    provinces: int = 0
    districts: int = 0
    towns: int = 0
    boxes: int = 0
    registered: int = 0
    day: date | None = None


@cache
def counts_of(place: str, kind: NightKind, day: date) -> Listed:
    """Boxes and voters of a place in the largest contest a night of this kind has there."""
    found = [
        lists.listed(race, place, day) for race in CONTESTS[kind] if choosing.is_held(race, place)
    ]
    return max(found, key=lambda one: one.registered or 0, default=Listed())


def counted(plan: Plan) -> ChosenPlaces:
    """What is checked in a plan, and what was typed beside it."""
    kinds = [regions()[place].kind for place in plan.checked]
    kinds += [one.kind.value for one in plan.own if not one.known]
    listed = [counts_of(place, plan.kind, plan.day) for place in plan.checked]
    owned = [one for one in plan.own if one.kind not in (PlaceKind.COUNTRY, PlaceKind.PROVINCE)]
    wholes = {one.id for place in plan.checked if (one := province_of(place))}
    own_wholes = sum(one.kind is PlaceKind.PROVINCE for one in plan.own)
    return ChosenPlaces(
        len(wholes) + own_wholes,
        kinds.count("district"),
        kinds.count("town"),
        sum(one.boxes or 0 for one in listed) + sum(one.boxes or 0 for one in owned),
        sum(one.registered or 0 for one in listed) + sum(one.registered or 0 for one in owned),
        max((one.day for one in listed if one.day), default=None),
    )
