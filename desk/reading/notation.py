"""How a number is written: shares, counts, clock times and dates as values, digits kept.

One token or phrase at a time; which words make a phrase is `values`, whose figure it is `bind`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import Enum

from desk.facts.figures import HUNDRED, MAX_COUNT_DIGITS
from desk.reading.tokens import Token, TokenKind

MAX_NUMBER_LENGTH = 24
"""No figure of an election is written longer; what is longer is not looked at."""

GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+")
_DECIMAL = re.compile(r"([0-9]{1,4})[.,]([0-9]{1,2})")
_CLOCK = re.compile(r"([0-2]?[0-9])[.,:]([0-5][0-9])(?::[0-5][0-9])?")

_LETTERS = re.compile("[lIOoSsBb]{1,2}")
"""Letters that stand where a digit was meant."""

_SCALES = ("bin", "milyon", "milyar")


class Notation(Enum):
    """How a number was written."""

    WHOLE = "whole"  # 58
    DECIMAL = "decimal"  # 58,63
    GROUPED = "grouped"  # 4.171.419
    SPOKEN = "spoken"  # 4 milyon 432 bin 691
    SPACED = "spaced"  # 192 187
    ODD = "odd"  # may be read in two ways, or in none


class Unit(Enum):
    """What is counted, if the next word says so."""

    NONE = "none"
    VOTES = "votes"
    BOXES = "boxes"
    POINTS = "points"
    SEATS = "seats"
    VOTERS = "voters"


@dataclass(frozen=True, slots=True)
class Value:
    """A number as written. ``number`` is exact: Decimal for a decimal form, else whole.

    ``percent`` says a mark or the word stood with it; ``case`` is the case its suffix makes.
    """

    form: Notation
    number: Decimal | int
    percent: bool = False
    case: str = ""
    unit: Unit = Unit.NONE
    unit_case: str = ""

    @property
    def is_share(self) -> bool:
        """Whether it can be a share or points: per cent is said, or it has one or two decimals."""
        return self.form is Notation.DECIMAL or (self.percent and self.form is Notation.WHOLE)

    @property
    def is_count(self) -> bool:
        """Whether it is written as a count, not as a share."""
        if self.percent:
            return False
        return self.form in (Notation.GROUPED, Notation.SPOKEN, Notation.SPACED) or (
            self.form is Notation.WHOLE and self.unit is not Unit.NONE
        )

    @property
    def share(self) -> Decimal:
        """The number as a share, its digits as published."""
        return Decimal(self.number)

    @property
    def over_hundred(self) -> bool:
        """Whether it is too large for a share."""
        return self.number > HUNDRED


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a bare hour (None)."""

    time: time | None


@dataclass(frozen=True, slots=True)
class Day:
    """A date or a year; ``year`` None if the text leaves it out."""

    year: int | None
    full: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """A number that is none of these: an ordinal, a list's numbering."""


def number_of(text: str) -> Value:
    """One number token by its notation alone."""
    if len(text) > MAX_NUMBER_LENGTH:
        return Value(Notation.ODD, 0)
    if text.isdigit():
        if len(text.lstrip("0")) > MAX_COUNT_DIGITS:
            return Value(Notation.ODD, 0)
        return Value(Notation.WHOLE, int(text))
    if match := _DECIMAL.fullmatch(text):
        return Value(Notation.DECIMAL, Decimal(f"{int(match[1])}.{match[2]}"))
    if GROUPED.fullmatch(text):
        digits = re.sub(r"[.,]", "", text)
        if len(digits) <= MAX_COUNT_DIGITS and text[0] != "0":
            return Value(Notation.GROUPED, int(digits))
    return Value(Notation.ODD, 0)


def clock_of(text: str) -> time | None:
    """The time of day this number token can be."""
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23:
        return None
    return time(int(match[1]), int(match[2]))


def torn_end(tokens: Sequence[Token], index: int, value: Value) -> int:
    """Where a torn number ends whose first part ends before ``index``; 0 if it is whole."""
    if index >= len(tokens) or value.form not in (Notation.WHOLE, Notation.DECIMAL):
        return 0
    token = tokens[index]
    if token.kind is TokenKind.WORD and not token.gap and _LETTERS.fullmatch(token.text):
        return _rest(tokens, index + 1)
    if value.form is Notation.WHOLE and token.kind is TokenKind.MARK:
        return _after_marks(tokens, index)
    return index + 1 if _goes_on(tokens, index, value) else 0


def _after_marks(tokens: Sequence[Token], index: int) -> int:
    """`55..1`, `45 ,8`, `45 , 8`, `48.l2`: what follows a decimal mark that is none."""
    stop, marks = index, 0
    while stop < len(tokens) and tokens[stop].text in (",", ".", ",,", ".."):
        marks += len(tokens[stop].text)
        stop += 1
    if not 0 < marks < 3 or stop >= len(tokens):
        return 0
    rest = tokens[stop]
    if rest.kind is TokenKind.WORD and not rest.gap and _LETTERS.fullmatch(rest.text):
        return _rest(tokens, stop)
    short = rest.kind is TokenKind.NUMBER and rest.text.isdigit() and len(rest.text) <= 2
    if not short or _scaled(tokens, stop):
        return 0
    parted = marks > 1 or tokens[index].gap
    return stop + 1 if parted else 0


def _goes_on(tokens: Sequence[Token], index: int, value: Value) -> bool:
    """`5 1.9`, `51.1 2`: a number behind a number, with only a blank between."""
    token = tokens[index]
    if token.kind is not TokenKind.NUMBER or _scaled(tokens, index) or value.number >= 100:
        return False
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is not None and follows.is_mark(".)"):
        return False
    rest = number_of(token.text)
    if value.form is Notation.DECIMAL:
        return rest.form is Notation.WHOLE and len(token.text) == 1
    return rest.form is Notation.DECIMAL or (rest.form is Notation.WHOLE and len(token.text) <= 2)


def _rest(tokens: Sequence[Token], index: int) -> int:
    """The end of what still hangs on without a blank."""
    while index < len(tokens) and not tokens[index].gap:
        token = tokens[index]
        hangs = token.kind is TokenKind.NUMBER or _LETTERS.fullmatch(token.text)
        ahead = tokens[index + 1] if index + 1 < len(tokens) else None
        joint = token.is_mark(".,") and ahead is not None and ahead.kind is TokenKind.NUMBER
        if not (hangs or (joint and ahead is not None and not ahead.gap)):
            break
        index += 1
    return index


def _scaled(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].fold in _SCALES
