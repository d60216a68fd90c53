"""The settings a file can have by name: what they may be, and what holds where none is set.

Thresholds belong to the rules; what a setting does is known where it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desk.facts.codes import Code, Refusal
from desk.facts.thresholds import THRESHOLDS, Threshold
from desk.file.rows import MINUTE
from desk.turkish.style import (
    AGENCY_ORDER,
    AS_STYLE,
    HOUSE,
    LABELS,
    SHAPE,
    SPOKEN,
    STYLE,
    STYLES,
    pairs_of,
)

BAN_LIFTED = "ban-lifted"
"""When the broadcast ban was lifted, a local minute."""

REQUIRE_OPENED = "require-opened"
"""Whether a post may cite results given without an opened share."""

WIN_FROM = "win-from"
"""From which opened share on a post may say that somebody has won, per cent."""

PUBLISHER = "publisher"
"""Who publishes the liveblog, as it is told to search engines and feed readers."""

AUTHOR = "author"
"""Who writes the liveblog; without one the publisher does."""

YES = "yes"

_CHOICES = {
    STYLE: Threshold("tdk", words=tuple(STYLES)),
    REQUIRE_OPENED: Threshold("no", words=("no", YES)),
    WIN_FROM: Threshold("90"),
    **{
        name: Threshold(AS_STYLE, words=(AS_STYLE, *values))
        for name, values in {**HOUSE, **SHAPE}.items()
    },
}
_FREE = {
    BAN_LIFTED: "2024-03-31T19:10",
    AGENCY_ORDER: "ANKA, AA",
    AUTHOR: "Ayşe Yılmaz",
    LABELS: "AKP=AK Parti, YRP=Yeniden Refah",
    PUBLISHER: "Şehir Gazetesi",
    SPOKEN: "Woods=vuds",
}
"""Settings that are neither a number nor one of a few words, each with an example."""

_ALL = _CHOICES | THRESHOLDS


def names() -> tuple[str, ...]:
    """Every setting, in order."""
    free = [name for name in _FREE if name != BAN_LIFTED]
    return (BAN_LIFTED, *sorted([*_CHOICES, *free]), *sorted(THRESHOLDS))


def default(name: str) -> str:
    """What holds where nothing is set; empty for nothing. E151 if there is no such setting."""
    _must_be_known(name)
    return "" if name in _FREE else _ALL[name].default


def allowed(name: str) -> str:
    """What a setting may be, as one would type it. E151."""
    _must_be_known(name)
    if name in _FREE:
        return _FREE[name]
    threshold = _ALL[name]
    return ", ".join(threshold.words) or f"{threshold.least} – {threshold.most}"


def read(name: str, text: str) -> str:
    """A value as the file keeps it: a comma is a decimal mark too. E151 and E152."""
    _must_be_known(name)
    value = text.strip()
    if name in (AUTHOR, PUBLISHER):
        return " ".join(value.split())
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


def _must_be_known(name: str) -> None:
    if name not in names():
        raise Refusal(Code.E151, text=name, known=", ".join(names()))
