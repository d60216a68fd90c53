"""How a number is written: shares, counts, clock times and dates as values, digits kept.

One token or phrase at a time; which words make a phrase is `values`, whose figure it is `bind`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import Enum

from desk.facts.figures import HUNDRED, MAX_COUNT_DIGITS

MAX_NUMBER_LENGTH = 24
"""No figure of an election is written longer; what is longer is not looked at."""


class Form(Enum):
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

    form: Form
    number: Decimal | int
    percent: bool = False
    case: str = ""
    unit: Unit = Unit.NONE
    unit_case: str = ""

    @property
    def is_share(self) -> bool:
        """Whether it can be a share or points: per cent is said, or it has one or two decimals."""
        return self.form is Form.DECIMAL or (self.percent and self.form is Form.WHOLE)

    @property
    def is_count(self) -> bool:
        """Whether it is written as a count, not as a share."""
        if self.percent:
            return False
        return self.form in (Form.GROUPED, Form.SPOKEN, Form.SPACED) or (
            self.form is Form.WHOLE and self.unit is not Unit.NONE
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


GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+")
_DECIMAL = re.compile(r"([0-9]{1,4})[.,]([0-9]{1,2})")
_CLOCK = re.compile(r"([0-2]?[0-9])[.,:]([0-5][0-9])(?::[0-5][0-9])?")


def number_of(text: str) -> Value:
    """One number token by its notation alone."""
    if len(text) > MAX_NUMBER_LENGTH:
        return Value(Form.ODD, 0)
    if text.isdigit():
        if len(text.lstrip("0")) > MAX_COUNT_DIGITS:
            return Value(Form.ODD, 0)
        return Value(Form.WHOLE, int(text))
    if match := _DECIMAL.fullmatch(text):
        return Value(Form.DECIMAL, Decimal(f"{int(match[1])}.{match[2]}"))
    if GROUPED.fullmatch(text):
        digits = re.sub(r"[.,]", "", text)
        if len(digits) <= MAX_COUNT_DIGITS and text[0] != "0":
            return Value(Form.GROUPED, int(digits))
    return Value(Form.ODD, 0)


def clock_of(text: str) -> time | None:
    """The time of day this number token can be."""
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23:
        return None
    return time(int(match[1]), int(match[2]))
