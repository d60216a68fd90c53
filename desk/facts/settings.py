"""The settings a file can have by name: what they may be, and what holds where none is set.

Thresholds belong to the rules; what a setting does is known where it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from desk.facts.bulletin import MINUTE
from desk.facts.codes import Code, Refusal
from desk.facts.election import Place
from desk.facts.figures import milli
from desk.turkish.style import (
    AGENCY_ORDER,
    AS_STYLE,
    LABELS,
    SHAPE,
    SPELLING,
    SPOKEN,
    STYLE,
    STYLES,
    pairs_of,
)

PREFIX = "check."

BAN_LIFTED = "ban-lifted"
"""When the broadcast ban was lifted, a local minute."""

REQUIRE_OPENED = "require-opened"
"""Whether a post may cite results given without an opened share."""

WIN_FROM = "win-from"
"""From which opened share on a post may say that somebody has won, per cent."""

HOURS_APART = "hours-apart"
"""How many minutes two agencies' hours may lie apart before a post must say both."""

PUBLISHER = "publisher"
"""Who publishes the liveblog, as it is told to search engines and feed readers."""

AUTHOR = "author"
"""Who writes the liveblog; without one the publisher does."""

ADDRESS = "address"
"""Where the liveblog's folder stands in the world, as its links and its feed tell it."""

NOTE = "note."
"""How the file's own settings begin that keep what the editor noted of a place or a bulletin."""

NOTE_ON_PLACE, NOTE_ON_BULLETIN = f"{NOTE}place.", f"{NOTE}bulletin."
"""The same of either; the place's id or the bulletin's number follows."""

PAGE = "page."
"""How the file's own settings begin that say what the editor wants of the liveblog's page."""

PINNED = f"{PAGE}pinned"
"""The number of the post she has pinned; without one the desk pins the newest summary."""

_KEY_EVENT = f"{PAGE}key."

PAGE_PICTURES = "page-pictures"
"""What the pictures of the liveblog's page are: SVG, PNG, or none."""

MOST_NOTED = 2000
"""How long a note may be, in characters."""

YES = "yes"

_FOLDER = re.compile(r"https?://[^\s/?#\"'<>\\{}@]+(/[^\s?#\"'<>\\{}]*)?")

FREE = {
    ADDRESS: "https://haber.example/secim/",
    BAN_LIFTED: "2024-03-31T19:10",
    AGENCY_ORDER: "ANKA, AA",
    AUTHOR: "Ayşe Yılmaz",
    LABELS: "AKP=AK Parti, YRP=Yeniden Refah",
    PUBLISHER: "Şehir Gazetesi",
    SPOKEN: "Woods=vuds",
}
"""Settings that are neither a number nor one of a few words, each with an example."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """One setting: its default and its least and greatest value, or the words it may be."""

    default: str
    least: str = "0"
    most: str = "100"
    words: tuple[str, ...] = ()

    def accepts(self, text: str) -> bool:
        """Whether a text is a value of this setting."""
        if self.words:
            return text in self.words
        whole, dot, decimals = text.partition(".")
        if not (whole.isascii() and whole.isdecimal()) or len(decimals) > 3:
            return False
        if dot and not (decimals.isascii() and decimals.isdecimal()):
            return False
        return milli(self.least)[0] <= milli(text)[0] <= milli(self.most)[0]


THRESHOLDS: dict[str, Threshold] = {
    # What an agency's shares are parts of; auto learns it from its own sums.
    "check.f202.base": Threshold("auto", words=("auto", "valid", "cast")),
    # How far below 100 shares of votes cast may stay (the invalid votes), and shares of which it
    # is not known yet what they are parts of, in points.
    "check.f202.invalid": Threshold("6"),
    "check.f202.unknown": Threshold("12"),
    # How much heavier than the average a ballot box may be, per cent.
    "check.w302.boxes": Threshold("60", most="1000"),
    # How many times its usual size a move may be.
    "check.w303.likelihood": Threshold("4.2", least="1", most="50"),
    # The same for a place's first bulletin, against the other agency and 2019.
    "check.w303.first": Threshold("5", least="1", most="50"),
    # How many to one it must be that shares do not stand still by chance.
    "check.w304.odds": Threshold("5000", least="1", most="1000000"),
    # How many of its own intervals an agency may be silent, and at least how many minutes.
    "check.w305.intervals": Threshold("6", least="1", most="100"),
    "check.w305.minutes": Threshold("45", least="1", most="1000"),
    # Ageing and stale for the marks, in the agency's own intervals.
    "check.fresh.ageing": Threshold("2", least="1", most="100"),
    # A party is large from this share on, and suddenly large at so many times its best so far.
    "check.w309.large": Threshold("15"),
    "check.w309.times": Threshold("5", least="1", most="100"),
    # How far the province may be from its districts, in points.
    "check.w310.points": Threshold("4"),
    # Turnout against 2019, in points; votes per opened box against the bulletin before, per cent.
    "check.w311.turnout": Threshold("20"),
    "check.w311.votes": Threshold("70", most="1000"),
    # How many times its usual step the opened share may jump.
    "check.w312.likelihood": Threshold("5", least="1", most="50"),
    # From how many votes on the smaller of two counts is no chance when both repeat.
    "check.w313.votes": Threshold("100", most="1000000"),
    # How far ahead last time's leader must have been, and behind it must be now, in points:
    # an honest first bulletin may well turn a smaller lead over.
    "check.w314.points": Threshold("30"),
    # From which gap on the agencies disagree, in points: below 10 per cent opened, below 50,
    # below 90, above, and where the opened share was not given.
    "check.d401.start": Threshold("8"),
    "check.d401.early": Threshold("5"),
    "check.d401.late": Threshold("3"),
    "check.d401.end": Threshold("1"),
    "check.d401.unknown": Threshold("5"),
    # How far counted parts may be off because boxes differ in size, in points of all votes.
    "check.d403.tolerance": Threshold("1.5"),
    # How wide another contender's gap must be before an equal figure is no chance, in points.
    "check.d404.gap": Threshold("4"),
    # From which distance of their leads on, by the same stages.
    "check.d406.start": Threshold("25"),
    "check.d406.early": Threshold("20"),
    "check.d406.late": Threshold("10"),
    "check.d406.end": Threshold("4"),
    "check.d406.unknown": Threshold("12"),
    # From which gap on at equal opened share, in points, and from which opened share.
    "check.d405.points": Threshold("2"),
    "check.d405.opened": Threshold("60"),
}


class Limits:
    """The thresholds of one file as numbers; what a file does not set has its default."""

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        self._given = {
            name: value
            for name, value in (settings or {}).items()
            if name in _ALL and _ALL[name].accepts(value)
        }

    def text(self, name: str) -> str:
        """A threshold as it is set."""
        return self._given.get(name, _ALL[name].default)

    def milli(self, name: str) -> int:
        """A threshold in thousandths (of a point, or of the plain number)."""
        return milli(self.text(name))[0]

    @cached_property
    def likely(self) -> int:
        """W303's threshold squared, in millionths."""
        return self.milli("check.w303.likelihood") ** 2

    @cached_property
    def unsurprising(self) -> int:
        """How surprising a move may be, squared, that no rule needs to look at."""
        return min(self.likely, 6_000_000)


_CHOICES = {
    STYLE: Threshold("tdk", words=tuple(STYLES)),
    REQUIRE_OPENED: Threshold("no", words=("no", YES)),
    WIN_FROM: Threshold("90"),
    HOURS_APART: Threshold("30", most="1440"),
    PAGE_PICTURES: Threshold("svg", words=("svg", "png", "none")),
    **{
        name: Threshold(AS_STYLE, words=(AS_STYLE, *values))
        for name, values in {**SPELLING, **SHAPE}.items()
    },
}

_ALL = _CHOICES | THRESHOLDS


def names() -> tuple[str, ...]:
    """Every setting, in order."""
    free = [name for name in FREE if name != BAN_LIFTED]
    return (BAN_LIFTED, *sorted([*_CHOICES, *free]), *sorted(THRESHOLDS))


def default(name: str) -> str:
    """What holds where nothing is set; empty for nothing. E151 if there is no such setting."""
    _must_be_known(name)
    return "" if name in FREE else _ALL[name].default


def allowed(name: str) -> str:
    """What a setting may be, as one would type it. E151."""
    _must_be_known(name)
    if name in FREE:
        return FREE[name]
    threshold = _ALL[name]
    return ", ".join(threshold.words) or f"{threshold.least} – {threshold.most}"


def read(name: str, text: str) -> str:
    """A value as the file keeps it: a comma is a decimal mark too. E151 and E152."""
    _must_be_known(name)
    value = text.strip()
    if name in (AUTHOR, PUBLISHER):
        return " ".join(value.split())
    if name == ADDRESS:
        folder = value.removesuffix("index.html")
        if not (folder.isascii() and _FOLDER.fullmatch(folder)):
            raise Refusal(Code.E152, text=text, name=name, allowed=allowed(name))
        return folder if folder.endswith("/") else f"{folder}/"
    if name == BAN_LIFTED:
        try:
            return datetime.strptime(value, MINUTE).strftime(MINUTE)
        except ValueError:
            raise Refusal(Code.E152, text=text, name=name, allowed=allowed(name)) from None
    if name == AGENCY_ORDER:
        codes = agencies_of(value)
        if len(codes) < 2:
            raise Refusal(Code.E152, text=text, name=name, allowed=allowed(name))
        return ", ".join(codes)
    if name in (LABELS, SPOKEN):
        pairs = pairs_of(value)
        if not pairs:
            raise Refusal(Code.E152, text=text, name=name, allowed=allowed(name))
        return ", ".join(f"{label}={written}" for label, written in pairs)
    threshold = _ALL[name]
    value = value.replace(",", ".")
    if not threshold.accepts(value):
        raise Refusal(Code.E152, text=text, name=name, allowed=allowed(name))
    return value


def agencies_of(text: str) -> tuple[str, ...]:
    """The agencies an order names, each once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.split(",")))))


def of(kept: Mapping[str, str], name: str) -> str:
    """What holds in a file: its own value where it has one that is allowed, else the default."""
    value = kept.get(name, "")
    return value if _ALL[name].accepts(value) else _ALL[name].default


def place_note(place: Place) -> str:
    """The name a note on a place is kept under."""
    return f"{NOTE_ON_PLACE}{place.id}"


def bulletin_note(number: int) -> str:
    """The name a note on a filed bulletin is kept under."""
    return f"{NOTE_ON_BULLETIN}{number}"


def noted_bulletin(name: str) -> int:
    """The number of the bulletin a note's name is of; 0 where it is none."""
    number = name.removeprefix(NOTE_ON_BULLETIN)
    return int(number) if number != name and number.isascii() and number.isdecimal() else 0


def key_event(number: int) -> str:
    """The name under which it is kept whether a post is a key event of the page: yes or no."""
    return f"{_KEY_EVENT}{number}"


def of_page(name: str, value: str | None) -> int:
    """The number of the post that a setting of the page is of; 0 where it is none."""
    number = (value or "") if name == PINNED else name.removeprefix(_KEY_EVENT)
    fits = name == PINNED or (name.startswith(_KEY_EVENT) and value in (None, "no", YES))
    return int(number) if fits and re.fullmatch("[1-9][0-9]{0,17}", number) else 0


def read_note(text: str) -> str | None:
    """A note as the file keeps it: its lines without what cannot be seen; None for an empty one."""
    lines = ("".join(sign for sign in line if sign.isprintable()) for line in text.splitlines())
    return "\n".join(line.rstrip() for line in lines).strip()[:MOST_NOTED] or None


def _must_be_known(name: str) -> None:
    if name not in names():
        raise Refusal(Code.E151, text=name, known=", ".join(names()))
