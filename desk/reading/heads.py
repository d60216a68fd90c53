"""What a table's headings say of its cells: an agency, a place, a contender, a figure, a unit.

Words and names of headings only; the cells under them are `tables`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.facts.codes import Code
from desk.reading.items import Agency, Item, Key, Label, Mark, Place, Topic, Word
from desk.reading.notation import Clock, Day, Value
from desk.reading.words import Sense

_FIGURES = {
    Topic.OPENED: "opened",
    Topic.BOXES: "opened",
    Topic.TOTAL: "total_boxes",
    Topic.TURNOUT: "turnout_pct",
    Topic.GAP: "gap",
}

_SHARE_HEADS = frozenset(["oran", "orani", "yuzde", "yuzdesi", "oylari"])
_TIME_HEADS = frozenset(["saat", "zaman"])
_NAME_HEADS = frozenset(
    [
        "ilce",
        "ilceler",
        "il",
        "iller",
        "yer",
        "sehir",
        "bolge",
        "ajans",
        "kaynak",
        "parti",
        "partiler",
    ]
)
_NAME_HEADS |= frozenset(["aday", "adaylar", "adayi", "adi", "isim", "sira", "no"])


@dataclass(frozen=True, slots=True)
class Head:
    """What a row's or a column's heading says of its cells. ``apart``: they are no figures here."""

    agency: Item | None = None
    place: Item | None = None
    label: Item | None = None
    figure: str = ""
    unit: str = ""
    clock: Item | None = None
    apart: Code | None = None
    unknown: bool = False
    numbering: bool = False

    def and_(self, other: Head) -> Head | None:
        """Both headings together, or None if they contradict each other."""
        for name in ("agency", "place", "label", "clock"):
            if getattr(self, name) is not None and getattr(other, name) is not None:
                return None
        if self.figure and other.figure and self.figure != other.figure:
            return None
        if (self.figure and other.label) or (self.label and other.figure):
            return None
        return Head(
            self.agency or other.agency,
            self.place or other.place,
            self.label or other.label,
            self.figure or other.figure,
            # `Oy Oranı`: the rate decides, votes only say of what.
            "share" if "share" in (self.unit, other.unit) else self.unit or other.unit,
            self.clock or other.clock,
            self.apart or other.apart,
            self.unknown or other.unknown,
            self.numbering or other.numbering,
        )


def head_of(cell: Sequence[Item], year: int | None) -> Head:
    """What a heading says; an empty one says nothing, an unknown one says so."""
    head = Head()
    for item in cell:
        part = _part(item, year)
        if part is None:
            continue
        joined = head.and_(part)
        if joined is None:
            return Head(unknown=True)
        head = joined
    return head


def _part(item: Item, year: int | None) -> Head | None:
    match item.data:
        case Agency(code=code):
            return Head(agency=item) if code else Head(unknown=True)
        case Place():
            return Head(place=item)
        case Label():
            return Head(label=item)
        case Clock():
            return Head(clock=item)
        case Day(year=told):
            other = told is not None and year is not None and told < year
            return Head(apart=Code.I302) if other else None
        case Key(topic=topic, counted=counted, rated=rated):
            if topic is Topic.ASIDE:
                return Head(apart=Code.I305)
            if topic is Topic.UNCLEAR:
                return Head(unknown=True)
            unit = "share" if rated else "count" if counted else ""
            return Head(figure=_FIGURES[topic], unit=unit)
        case Word() as word:
            return _word_part(word, item)
        case Mark(text=mark):
            return Head(unit="share") if mark == "%" else None
        case Value():
            return None
    return Head(unknown=True)


def _word_part(word: Word, item: Item) -> Head | None:
    if word.fold in _TIME_HEADS:
        return Head(clock=item)
    if word.fold in _SHARE_HEADS:
        return Head(unit="share")
    if word.fold in ("oy", "oylar", "sayisi", "adet", "sayi"):
        return Head(unit="count")
    if word.fold in ("sira", "no"):
        return Head(numbering=True)
    if word.fold in _NAME_HEADS or word.fold in ("adayi", "veriler", "verileri", "sonuc"):
        return None
    if Sense.POLL in word.senses:
        return Head(apart=Code.I301)
    if Sense.EARLIER in word.senses:
        return Head(apart=Code.I302)
    if Sense.SEAT in word.senses:
        return Head(apart=Code.I304)
    if Sense.CHANGE in word.senses or Sense.POINTS in word.senses:
        return Head(apart=Code.I307)
    return Head(unknown=True)
