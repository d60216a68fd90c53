"""What a table's heading says of its cells: agency, place, contest, contender, figure, time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from desk.facts.codes import Code
from desk.reading.numbers import Clock, Day, Number, Other
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Sense

COLUMN_NAMES = frozenset(
    [
        *("ilce", "ilceler", "il", "iller", "yer", "sehir", "bolge", "ajans", "kaynak", "parti"),
        *("partiler", "aday", "adaylar", "adayi", "adi", "soyadi", "isim", "veri", "partisi"),
        *("kisi", "baskan", "belediye", "ulke", "kent"),
    ]
)


def columns_of(told: Sequence[Unit]) -> list[Unit]:
    """What stands above columns in `İmamoğlu / Kurum oyları (İBB, ANKA 00.05)`: the names."""
    address = AgencyName | PlaceName | RaceName | Clock
    return [
        unit
        for unit in told
        if not (isinstance(unit.data, address) or unit.word(Sense.VOTE, Sense.RATE))
        and unit.fold not in COLUMN_NAMES
    ]


_YEARS = (1950, 2050)
_DATING = ("yil", "tarih")
_OFFICES = ("ilce", "belediye", "buyuksehir", "baskanlik", "belde")


@dataclass(frozen=True, slots=True)
class Head:
    """What a heading says of its cells; ``apart`` says why they are no figures here."""

    agency: Unit | None = None
    place: Unit | None = None
    race: Unit | None = None
    holder: Unit | None = None
    clock: time | None = None
    figure: str = ""
    unit: str = ""
    day: tuple[int, int, int] | None = None
    apart: Code | None = None
    strange: Unit | None = None
    numbering: bool = False
    timed: bool = False

    def over(self, other: Head) -> Head | None:
        """Both together, this one's own words first; None if they contradict each other."""
        figure = _figures(self.figure, other.figure)
        if (self.holder and other.holder) or figure is None:
            return None
        if (self.agency and other.agency) or (self.race and other.race):
            return None
        if (self.holder and other.figure) or (self.figure and other.holder):
            gap = replace(self, figure="gap", race=self.race or other.race)
            return gap if "gap" in (self.figure, other.figure) else None
        return Head(
            self.agency or other.agency,
            self.place or other.place,
            self.race or other.race,
            self.holder or other.holder,
            self.clock or other.clock,
            figure,
            "share" if "share" in (self.unit, other.unit) else self.unit or other.unit,
            self.day or other.day,
            self.apart or other.apart,
            self.strange or other.strange,
            self.numbering or other.numbering,
            self.timed or other.timed,
        )

    @property
    def names(self) -> bool:
        """Whether it says of whom, where, when or by whom."""
        return any((self.place, self.holder, self.clock, self.agency, self.race))

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return self == Head()


def _figures(one: str, two: str) -> str | None:
    """Two names of a figure as one: `toplam` and `sandık` are all boxes; None if they clash."""
    if not one or not two or one == two:
        return one or two
    pair = {one, two}
    if "boxes" in pair and pair & {"total", "opened"}:
        return (pair - {"boxes"}).pop()
    return "opened" if pair == {"opened", "total"} else None


def head_of(cell: Sequence[Unit], first: bool, races: bool) -> Head:
    """What a heading says; an empty one says nothing, an unknown one says so."""
    head = Head()
    for at, unit in enumerate(cell):
        part = _part(cell, at, first, races)
        if part is None:
            continue
        joined = head.over(part)
        if joined is None:
            return replace(head, strange=unit)
        head = joined
    offices = any(unit.fold.startswith(_OFFICES) or _is_race(unit) for unit in cell)
    if head.unit == "count" and offices and not any(unit.word(Sense.VOTE) for unit in cell):
        # `İlçe sayısı`, `Başkanlık sayısı`: what was won is counted, and no votes.
        return replace(head, unit="", apart=Code.I304)
    if head.figure == "total" and not any(unit.word(Sense.BOX) for unit in cell):
        return replace(head, figure="", apart=Code.I305)
    return head


def _is_race(unit: Unit) -> bool:
    return isinstance(unit.data, RaceName)


def _part(cell: Sequence[Unit], at: int, first: bool, races: bool) -> Head | None:
    unit = cell[at]
    match unit.data:
        case AgencyName(code=code):
            return Head(agency=unit) if code else Head(strange=unit)
        case PlaceName():
            return Head(place=unit)
        case RaceName():
            return _race_part(unit, first, races)
        case Claimant():
            return _holder_part(unit, unit.data, first)
        case Clock(time=moment):
            return Head(clock=moment)
        case Day(year=year, month=month, day=day):
            return Head(day=(year or 0, month or 0, day or 0))
        case Number() as number if number.percent and _YEARS[0] <= number.value <= _YEARS[1]:
            # `2019 %`: the year's share.
            return Head(day=(int(number.value), 0, 0), unit="share")
        case Number() as number:
            return Head(clock=number.clock) if number.clock else None
        case Other():
            tour = at + 1 < len(cell) and cell[at + 1].fold == "tur"
            return Head(day=(0, 0, unit.data.count)) if tour else None
        case Mark(text=mark):
            return Head(unit="share") if mark == "%" else None
        case Word():
            return _word_part(unit)
    return Head(strange=unit)


def _holder_part(unit: Unit, holder: Claimant, first: bool) -> Head:
    if fold(holder.text) in _DATING:
        return Head(numbering=True)
    capital = holder.candidate is not None and " " not in holder.text
    named = holder.sure or holder.known or first or capital
    return Head(holder=unit) if named else Head(strange=unit)


def _race_part(unit: Unit, first: bool, races: bool) -> Head | None:
    assert isinstance(unit.data, RaceName)
    short = unit.end - unit.start <= 8
    if short and unit.data.race == "mayor" and not races:
        return None if first else Head(apart=Code.I304)
    return Head(race=unit)


def _word_part(unit: Unit) -> Head | None:
    word = unit.fold
    if word in ("saat", "zaman"):
        return Head(timed=True)
    if word in ("sira", "no", "sno", *_DATING):
        return Head(numbering=True)
    if unit.word(Sense.CLOSED) or word == "ortalama":
        # The mean of two agencies is nobody's figure.
        return Head(apart=Code.I305)
    if unit.word(Sense.ASIDE) or unit.word(Sense.VOTER):
        return Head(apart=Code.I305)
    if unit.word(Sense.SHIFT, Sense.CHANGE):
        return Head(apart=Code.I307)
    if unit.word(Sense.EARLIER):
        return Head(apart=Code.I307)
    if unit.word(Sense.POLL):
        return Head(apart=Code.I301)
    for sense, head in (
        (Sense.TURNOUT, Head(figure="turnout", unit="share")),
        (Sense.GAP, Head(figure="gap")),
        (Sense.OPENED, Head(figure="opened")),
        (Sense.BOX, Head(figure="boxes")),
    ):
        if unit.word(sense):
            return head
    return _unit_part(unit, word)


def _unit_part(unit: Unit, word: str) -> Head | None:
    if unit.word(Sense.TOTAL):
        return Head(figure="total")
    if unit.word(Sense.RATE) or word in ("yuzde", "per"):
        return Head(unit="share")
    if unit.word(Sense.SEAT) and not unit.word(Sense.ROLE) and word not in ("il", "genel"):
        return Head(apart=Code.I304)
    if unit.word(Sense.VOTE) or unit.word(Sense.COUNT) or word in ("ses", "vote", "adet"):
        return Head(unit="count")
    if (
        word in COLUMN_NAMES
        or word == "lehine"
        or unit.word(Sense.ROLE, Sense.SOURCE, Sense.LINK)
        or word in ("tur", "alinan", "secim", "sonuc", "sonuclari")
    ):
        return None
    if unit.word(Sense.POINT):
        return None
    return Head(strange=unit)


def under(both: Head, corner: Head) -> Head:
    """A cell's heads, completed by the corner's."""
    return replace(
        both,
        agency=both.agency or corner.agency,
        place=both.place or corner.place,
        race=both.race or corner.race,
        holder=both.holder or (corner.holder if not both.figure else None),
    )


def clock_in(unit: Unit) -> time | None:
    if isinstance(unit.data, Clock):
        return unit.data.time
    return unit.data.clock if isinstance(unit.data, Number) else None
