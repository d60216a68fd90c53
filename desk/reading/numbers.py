"""Numbers in a run of tokens with every reading they may have: share, count, clock, date, year.

`4 milyon 432 bin 691`, `bin 529`, `yüzde 43, 97`, `50 virgül 2`; whose figure one is belongs to
`roles` and `binding`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from desk.facts.figures import HUNDRED, MAX_COUNT_DIGITS
from desk.reading.spelt import (
    ROUGHLY,
    SCALED,
    SCALES,
    SHORT_SCALES,
    Spelt,
    jotted_hour,
    may_begin,
    spelt_at,
)
from desk.reading.tokens import (
    SUFFIXES,
    Token,
    TokenKind,
    case_of,
    glued_end,
    is_number,
    is_short,
    mark_at,
    phone_end,
    word_at,
)
from desk.reading.vocabulary import Sense, senses

MAX_NUMBER_LENGTH = 24
"""No figure of an election is written longer; what is longer is not looked at."""

_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+")
_DECIMAL = re.compile(r"([0-9]{1,4})[.,]([0-9]{1,2})")
_CLOCK = re.compile(r"([0-2]?[0-9])[.,:]([0-5][0-9])(?::[0-5][0-9])?")
_DATE = re.compile(r"([0-3]?[0-9])[./]([01]?[0-9])[./]((?:19|20)?[0-9]{2})")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LETTERS = re.compile("[lIOoSs]{1,2}")
_ORDINAL = frozenset(["inci", "nci", "uncu", "ncu", "inc", "uncü"])
_COUNTED = ("oy", "oyla", "oya", "oyda", "oyluk", "oydan", "rey", "reyle")
"""What a number in front counts; `2019 oyu` is the vote of a year."""

_PERCENT_WORDS = ("yuzde", "yude", "yuzede", "yzde")
_PERCENT_AFTER = ("percent", "prozent", "pct", "faiz", "faizi")
_POINT_WORDS = ("virgul", "nokta")
_DEGREES = "°º˚℃"
_SIGNS = "+▲▼±△▽↑↓"


_PARTITIVE = {"acc", "gen", *(case for case in SUFFIXES.values() if case.startswith("poss"))}


class Notation(Enum):
    """How a number is written."""

    WHOLE = "whole"
    DECIMAL = "decimal"
    GROUPED = "grouped"  # 4.171.419
    SPOKEN = "spoken"  # 4 milyon 432 bin 691
    SPACED = "spaced"  # 192 187
    ROUND = "round"  # a whole number in words: rounded, as speech is
    ODD = "odd"  # may be read in two ways, or in none


class Number(NamedTuple):
    """A number as written; ``value`` is exact, ``percent`` says a mark or the word stood with it.

    ``suffix`` is what hangs on it, folded; ``clock`` the time of day it may be; ``signed`` a plus,
    a minus or an arrow in front: a change. ``corrects`` says that it stands for another told
    before, ``old`` which.
    """

    form: Notation
    value: Decimal | int
    percent: bool = False
    suffix: str = ""
    clock: time | None = None
    dotted: bool = False
    signed: bool = False
    digits: int = 0
    commaed: bool = False
    corrects: bool = False
    old: Decimal | int | None = None

    @property
    def case(self) -> str:
        """The case its suffix makes."""
        return case_of(self.suffix)

    @property
    def partitive(self) -> bool:
        """Whether its suffix makes it a part of a whole: `yüzde 51'ini`, `420'si`."""
        return self.case in _PARTITIVE

    @property
    def is_share(self) -> bool:
        """Whether it is written as a share or as points."""
        return self.form is Notation.DECIMAL or (self.percent and self.form is Notation.WHOLE)

    @property
    def is_count(self) -> bool:
        """Whether it is written as a count."""
        return (
            self.form in (Notation.GROUPED, Notation.SPOKEN, Notation.SPACED) and not self.percent
        )

    @property
    def whole(self) -> bool:
        """Whether it is a bare whole number: a share, votes, seats or anything."""
        return self.form is Notation.WHOLE and not self.percent


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a bare hour (None)."""

    time: time | None


@dataclass(frozen=True, slots=True)
class Day:
    """A date or a year; ``year`` None if the text leaves it out; ``suffix`` hangs on it."""

    year: int | None
    month: int | None = None
    day: int | None = None
    suffix: str = ""

    def in_year(self, year: int) -> date | None:
        """The day in a year; None for a bare year or month, and where there is no such day."""
        try:
            return date(year, self.month or 0, self.day or 0)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Other:
    """A number that is none of these: an ordinal, a list's numbering (``count``), a score."""

    count: int = 0


Read = tuple[Number | Clock | Day | Other, int]
_BROKEN = "?!*_=^~\\<>"
"""Marks that stand in a number only where it was damaged."""

MONTHS = (
    *("ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim"),
    *("kasim", "aralik"),
)


def starts_number(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number begins here."""
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        return True
    if token.text == "%" or (token.fold in _PERCENT_WORDS and not token.suffix):
        return _after_percent(tokens, index) > 0 or _in_words(tokens, index) is not None
    if token.fold == "bin" and is_short(tokens, index + 1, 3):
        return True
    plain = token.kind is TokenKind.WORD and may_begin(token.fold)
    return plain and _in_words(tokens, index) is not None


def _in_words(tokens: Sequence[Token], index: int) -> Spelt | None:
    """A number spelt out at ``index``, or behind the word for per cent there."""
    percent = tokens[index].fold in _PERCENT_WORDS
    return spelt_at(tokens, index + percent, percent)


def read_number(tokens: Sequence[Token], index: int) -> Read:
    """Read what begins at ``tokens[index]``; and where it ends."""
    plain = tokens[index].kind is TokenKind.WORD and not _after_percent(tokens, index)
    if plain and (spelt := _in_words(tokens, index)) is not None:
        percent = tokens[index].fold in _PERCENT_WORDS
        if isinstance(spelt.value, Decimal):
            form = Notation.DECIMAL
        elif percent:
            form = Notation.WHOLE if spelt.value == HUNDRED else Notation.ROUND
        else:
            form = Notation.WHOLE if spelt.value < HUNDRED else Notation.SPOKEN
        return Number(form, spelt.value, percent, spelt.suffix), spelt.stop
    if tokens[index].kind is TokenKind.NUMBER and not _percent_before(tokens, index):
        special = _special(tokens, index)
        if special is not None:
            return special
    return _number(tokens, index)


@lru_cache(maxsize=8192)
def clock_of(text: str) -> time | None:
    """The time of day this number token can be."""
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23:
        return None
    return time(int(match[1]), int(match[2]))


@lru_cache(maxsize=8192)
def number_of(text: str) -> tuple[Notation, Decimal | int]:
    """One number token by its notation alone."""
    if len(text) > MAX_NUMBER_LENGTH:
        return Notation.ODD, 0
    if text.isdigit():
        return (
            (Notation.WHOLE, int(text))
            if len(text.lstrip("0")) <= MAX_COUNT_DIGITS
            else (Notation.ODD, 0)
        )
    if match := _DECIMAL.fullmatch(text):
        return Notation.DECIMAL, Decimal(f"{int(match[1])}.{match[2]}")
    if _GROUPED.fullmatch(text) and text[0] != "0":
        digits = re.sub(r"[.,]", "", text)
        if len(digits) <= MAX_COUNT_DIGITS:
            return Notation.GROUPED, int(digits)
    return Notation.ODD, 0


def _after_percent(tokens: Sequence[Token], index: int) -> int:
    """Index of the number a per cent mark or word at ``index`` announces, or 0."""
    for position in range(index + 1, min(index + 4, len(tokens))):
        token = tokens[position]
        if token.kind is TokenKind.NUMBER:
            return position
        signed = token.text == "-" and token.gap
        if not (token.is_mark(":%_*") or signed) and token.fold not in _PERCENT_WORDS:
            return 0
    return 0


def _percent_before(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and (tokens[index - 1].text == "%" or tokens[index - 1].fold in _PERCENT_WORDS)


_CALLED = ("saat", "saati", "saatler", "guncelleme", "guncellenme")


def _special(tokens: Sequence[Token], index: int) -> Read | None:
    """A clock, a date, an ordinal, a score, degrees: what is no figure by its own form."""
    token, text = tokens[index], tokens[index].text
    word = word_at(tokens, index + 1)
    key = index - 2 if mark_at(tokens, index - 1, ":") else index - 1
    told = word_at(tokens, key) in _CALLED or Sense.CLOCK in senses(word)
    if token.suffix in _ORDINAL:
        return Other(), index + 1
    if stop := phone_end(tokens, index):
        return Other(), stop
    if index + 1 < len(tokens) and tokens[index + 1].text[0] in _DEGREES:
        return Other(), index + 2
    if text[0] == "0" and text.isdigit() and len(text) > 3:
        return Other(), index + 1
    if (moment := clock_of(text)) and word in ("am", "pm"):
        hour = moment.hour % 12 + 12 * (word == "pm")
        return Clock(moment.replace(hour=hour)), index + 2
    if ":" in text:
        # A colon never parts decimals; what is no time of day is nothing.
        return (Clock(clock_of(text)) if clock_of(text) else Other()), index + 1
    if told and (moment := clock_of(text)):
        return Clock(moment), index + 1
    if (jotted := jotted_hour(tokens, index)) and (moment := clock_of(jotted[0])):
        return Clock(moment), jotted[1]
    if told and text.isdigit() and len(text) <= 2 and word not in ("bin", "milyon"):
        return Clock(None), index + 1
    return _date(tokens, index, word) or _ordinal(tokens, index) or _score(tokens, index)


def _date(tokens: Sequence[Token], index: int, word: str) -> Read | None:
    token, text = tokens[index], tokens[index].text
    if match := _DATE.fullmatch(text):
        day, month_of, told = (int(part) for part in match.groups())
        year_of = told if told > 99 else 2000 + told
        if not (1 <= day <= 31 and 1 <= month_of <= 12):
            return Day(year_of, suffix=token.suffix), index + 1
        return Day(year_of, month_of, day, token.suffix), index + 1
    if text.isdigit() and len(text) <= 2 and word.startswith(MONTHS) and _is_month(word):
        month = next(at for at, name in enumerate(MONTHS, 1) if word.startswith(name))
        stop, suffix = index + 2, tokens[index + 1].suffix
        year: int | None = None
        if stop < len(tokens) and YEAR.fullmatch(tokens[stop].text):
            year, suffix, stop = int(tokens[stop].text), tokens[stop].suffix, stop + 1
        return Day(year, month, int(text), suffix), stop
    if (
        text.isdigit()
        and len(text) <= 2
        and mark_at(tokens, index + 1, "/.")
        and is_short(tokens, index + 2, 2)
    ):
        follows = tokens[index + 4] if index + 4 < len(tokens) else None
        short = follows is not None and not follows.gap and len(follows.text) == 2
        short = short and follows is not None and follows.text.isdigit() and text > "00"
        written = follows is not None and (short or bool(YEAR.fullmatch(follows.text)))
        if mark_at(tokens, index + 3, "/.") and follows is not None and written:
            year_of = int(follows.text) + (2000 if short else 0)
            return Day(year_of, int(tokens[index + 2].text), int(text), follows.suffix), index + 5
    if YEAR.fullmatch(text) and word != "bin":
        known = senses(word) & {Sense.BOX, Sense.VOTER, Sense.NUMBERED} or word in _COUNTED
        # `2019 OY ORANI`, `2019 %70,1`: the year of what stands behind.
        known = known and Sense.RATE not in senses(word_at(tokens, index + 2))
        shared = mark_at(tokens, index + 1, "%") and not (
            token.suffix or (tokens[index + 1].gap and is_number(tokens, index + 2))
        )
        if not known and not shared and not token.suffix.startswith("lik"):
            return _iso(tokens, index) or (Day(int(text), suffix=token.suffix), index + 1)
    return None


def _is_month(word: str) -> bool:
    return word in MONTHS or any(
        word.startswith(name) and len(word) - len(name) <= 3 for name in MONTHS
    )


def _iso(tokens: Sequence[Token], index: int) -> Read | None:
    """`2024-03-31`, and a decision's `2024/112`."""
    joint = mark_at(tokens, index + 1, "-/") and not tokens[index + 1].gap
    if not joint or not is_short(tokens, index + 2, 4) or tokens[index + 2].gap:
        return None
    if not mark_at(tokens, index + 3, "-") or not is_short(tokens, index + 4, 2):
        return Other(), index + 3
    month, day = int(tokens[index + 2].text), int(tokens[index + 4].text)
    return Day(int(tokens[index].text), month, day), index + 5


def _ordinal(tokens: Sequence[Token], index: int) -> Read | None:
    text = tokens[index].text
    if not text.isdigit() or len(text) > 2 or tokens[index].suffix:
        return None
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is None:
        return None
    first = index == 0
    if follows.text == "." and not follows.gap and index + 2 < len(tokens):
        after = tokens[index + 2]
        plain = after.kind is TokenKind.WORD and not after.capital
        if (plain and after.fold not in SCALES) or first or Sense.RANK in senses(after.fold):
            return Other(int(text)), index + 2
        if after.kind is TokenKind.WORD and after.gap and after.fold in ("bolge", "tur"):
            return Other(int(text)), index + 2
    if first and follows.is_mark(")-"):
        return Other(), index + 2
    return None


def _score(tokens: Sequence[Token], index: int) -> Read | None:
    """`2-1`, `16-23`: two short whole numbers joined without blanks count matches and places."""
    if not is_short(tokens, index, 2) or not is_short(tokens, index + 2, 2):
        return None
    mark = tokens[index + 1]
    if mark.text != "-" or mark.gap or tokens[index + 2].gap:
        return None
    return Other(), index + 3


def _number(tokens: Sequence[Token], index: int) -> Read:
    start, percent = index, False
    if tokens[index].text == "%" or tokens[index].fold in _PERCENT_WORDS:
        percent = True
        index = _after_percent(tokens, index)
    signed = _is_signed(tokens, start, index)
    form, value, stop = _core(tokens, index, percent)
    last = tokens[stop - 1]
    suffix, clock, dotted = last.suffix or _ending(last.fold), None, False
    commaed = form is Notation.GROUPED and "," in tokens[index].text
    if stop == index + 1 and last.kind is TokenKind.NUMBER:
        clock, dotted = clock_of(last.text), "." in last.text
    if stop < len(tokens) and not percent and _is_trailing_percent(tokens, stop):
        percent, stop = True, stop + 1
        suffix = tokens[stop - 1].suffix or suffix
        if mark_at(tokens, stop, "'") and stop + 1 < len(tokens) and not tokens[stop + 1].gap:
            suffix, stop = tokens[stop + 1].fold, stop + 2
    if not suffix and (torn := _torn(tokens, stop, form, percent)):
        form, stop = Notation.ODD, torn
    digits = sum(map(str.isdecimal, last.text))
    return Number(form, value, percent, suffix, clock, dotted, signed, digits, commaed), stop


def _ending(word: str) -> str:
    """What hangs on a scale or a half without an apostrophe: `150 bini`, `51 buçukla`."""
    return word[5:] if word.startswith("bucuk") else SCALED.get(word, (0, ""))[1]


def _is_signed(tokens: Sequence[Token], start: int, index: int) -> bool:
    before = tokens[start - 1] if start else None
    if index > start + 1 and any(token.text == "-" for token in tokens[start:index]):
        return True
    if before is None or before.kind is not TokenKind.MARK:
        return False
    if before.text[0] in _SIGNS:
        return True
    opened = start == 1 or before.gap or tokens[start - 2].text == "("
    return before.text == "-" and not tokens[start].gap and opened and start > 1


def _is_trailing_percent(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.fold in _PERCENT_AFTER:
        return True
    if token.text != "%":
        return False
    follows = index + 1 < len(tokens) and tokens[index + 1].kind is TokenKind.NUMBER
    return not token.gap or not follows


def _core(
    tokens: Sequence[Token], index: int, percent: bool
) -> tuple[Notation, Decimal | int, int]:
    spoken = None if percent else _spoken(tokens, index)
    if spoken is not None:
        return spoken
    form, value = number_of(tokens[index].text)
    stop = index + 1
    if tokens[index].suffix:
        return form, value, stop
    if form is Notation.WHOLE and not percent and 0 < value < 1000:
        spaced = _spaced(tokens, index)
        if spaced is not None:
            return spaced
    word = word_at(tokens, stop)
    if word in _POINT_WORDS and form is Notation.WHOLE and is_short(tokens, stop + 1, 2):
        return Notation.DECIMAL, Decimal(f"{value}.{tokens[stop + 1].text}"), stop + 2
    if word.startswith("bucuk") and form is Notation.WHOLE and value < HUNDRED:
        return Notation.DECIMAL, Decimal(f"{value}.5"), stop + 1
    if word.startswith("bucu") or word in (*_POINT_WORDS, "milyar") or (percent and word in SCALES):
        return Notation.ODD, 0, stop + 1
    behind = tokens[stop + 2 : stop + 3] if mark_at(tokens, stop, ".,") else []
    if behind and behind[0].text == "%" and form is Notation.WHOLE and value <= HUNDRED:
        # `43. 12 %`
        rest = tokens[stop + 1]
        if rest.gap and not tokens[stop].gap and rest.text.isdigit() and len(rest.text) == 2:
            return Notation.DECIMAL, Decimal(f"{value}.{rest.text}"), stop + 2
    if (
        form is Notation.WHOLE
        and percent
        and value <= HUNDRED
        and (parted := _parted(tokens, stop))
    ):
        return Notation.DECIMAL, Decimal(f"{value}.{tokens[parted - 1].text}"), parted
    return form, value, stop


def _parted(tokens: Sequence[Token], index: int) -> int:
    """`yüzde 43, 97`, `% 86. 08`: where a number with a blank behind its mark ends, or 0."""
    if not mark_at(tokens, index, ".,") or not is_short(tokens, index + 1, 2):
        return 0
    rest = tokens[index + 1]
    # `% 48 , 0`, `%48 ,9`: a blank on both sides, or before the mark alone, is as good as none.
    spread = tokens[index].gap and tokens[index].text == ","
    after = tokens[index + 2] if index + 2 < len(tokens) else None
    parted = rest.gap or spread
    if not parted or tokens[index].gap != spread or (after is not None and after.text == "%"):
        return 0
    if len(rest.text) != 2 and not spread and not _one_decimal(rest, after):
        return 0
    known = (
        senses(after.fold) if after is not None and after.kind is TokenKind.WORD else frozenset()
    )
    barred = {Sense.BOX, Sense.MONTH, Sense.AREA, Sense.SEAT, Sense.THING, Sense.VOTER, Sense.POINT}
    scaled = after is not None and after.fold in SCALES
    return 0 if known & barred or scaled else index + 2


def _one_decimal(rest: Token, after: Token | None) -> bool:
    """`yüzde 40, 9'da kaldı`, `yüzde 39, 7 oy`: one decimal torn off, told by what follows."""
    known = (
        senses(after.fold) if after is not None and after.kind is TokenKind.WORD else frozenset()
    )
    if rest.suffix:
        return bool(known & {Sense.STAY, Sense.RESULT, Sense.BE})
    # `CHP % 54, 9`: at the line's end it is nothing else.
    return after is None or Sense.VOTE in known


def _spoken(tokens: Sequence[Token], index: int) -> tuple[Notation, Decimal | int, int] | None:
    """`4 milyon 432 bin 691`, `4 milyon 4 yüz bin`, `56.61 milyon`; None for a plain number."""
    start, total, scale = index, 0, 10**9
    if any(not one.gap and one.text in SHORT_SCALES for one in tokens[index + 1 : index + 2]):
        return Notation.ODD, ROUGHLY, index + 2
    spelt = bool(index) and Sense.SPELT in senses(word_at(tokens, index - 1))
    odd = spelt and tokens[index].fold in SCALES
    while index < len(tokens):
        token, unit = tokens[index], word_at(tokens, index + 1)
        hundreds = unit == "yuz" and is_short(tokens, index, 1)
        hundreds = hundreds and word_at(tokens, index + 2) == "bin"
        if scale > 1_000 and (hundreds or token.fold == "bin"):
            total += int(token.text) * 100_000 if hundreds else 1_000
            scale, index = 1_000, index + (3 if hundreds else 1)
            continue
        size, ending = SCALED.get(unit, (0, ""))
        if not size or token.kind is not TokenKind.NUMBER or token.suffix or size >= scale:
            break
        if not (token.text.isdigit() and len(token.text) <= 3):
            return Notation.ODD, ROUGHLY, index + 2
        total, scale, index = total + int(token.text) * size, size, index + 2
        if tokens[index - 1].suffix or ending:
            return Notation.ODD if odd else Notation.SPOKEN, total, index
    if index == start:
        return None
    if _is_rest(tokens, index, scale):
        # `2 milyon 200`, `4 milyon 432, Kurum …`: as likely 2,2 million as what it says.
        rest, behind = tokens[index], word_at(tokens, index + 1)
        told = rest.suffix or mark_at(tokens, index + 1, "(") or Sense.VOTE in senses(behind)
        plain = rest.text.endswith("00") or (len(rest.text) == 3 and not told)
        odd = odd or (scale == 1_000_000 and plain and rest.text.isdigit())
        total, index = total + int(re.sub("[.,]", "", rest.text)), index + 1
    return Notation.ODD if odd else Notation.SPOKEN, total, index


def _is_rest(tokens: Sequence[Token], index: int, scale: int) -> bool:
    """Whether the number at ``index`` ends a spoken one, and is no date, share or ordinal."""
    if index >= len(tokens) or tokens[index].kind is not TokenKind.NUMBER:
        return False
    text = tokens[index].text
    grouped = scale == 1_000_000 and _GROUPED.fullmatch(text) and len(text) <= 7
    if not grouped and not (text.isdigit() and len(text) <= 3):
        return False
    word = word_at(tokens, index + 1)
    return not (word in (*MONTHS, *SCALES, "milyar") or mark_at(tokens, index + 1, "%"))


def _spaced(tokens: Sequence[Token], index: int) -> tuple[Notation, Decimal | int, int] | None:
    digits, stop = tokens[index].text, index + 1
    while (
        is_short(tokens, stop, 3) and len(tokens[stop].text) == 3 and len(digits) < MAX_COUNT_DIGITS
    ):
        digits, stop = digits + tokens[stop].text, stop + 1
        if tokens[stop - 1].suffix:
            break
    if stop == index + 1 or word_at(tokens, stop) in (*SCALES, "milyar"):
        return None
    return Notation.SPACED, int(digits), stop


def _torn(tokens: Sequence[Token], index: int, form: Notation, percent: bool) -> int:
    """Where a number ends that was torn or mistyped (`42,O`, `5 1.9`, `45 ,8`), or 0."""
    if index >= len(tokens) or form not in (Notation.WHOLE, Notation.DECIMAL):
        return 0
    token = tokens[index]
    if token.kind is TokenKind.WORD and not token.gap and _LETTERS.fullmatch(token.text):
        return glued_end(tokens, index + 1)
    if mark_at(tokens, index, _BROKEN) and not token.gap and is_number(tokens, index + 1):
        # `47?2`, `5*1`
        return 0 if tokens[index + 1].gap else index + 2
    if mark_at(tokens, index, ".,") and not token.gap and index + 1 < len(tokens):
        rest = tokens[index + 1]
        if rest.kind is TokenKind.WORD and not rest.gap and _LETTERS.fullmatch(rest.text):
            glued = index + 2 < len(tokens) and not tokens[index + 2].gap
            return index + 3 if glued and tokens[index + 2].text.isdigit() else index + 2
    if (
        form is Notation.WHOLE
        and token.text in (",", ".", ",,", "..")
        and is_short(tokens, index + 1, 2)
    ):
        tight = token.gap and not tokens[index + 1].gap
        digit = len(tokens[index + 1].text) == 1 and not _counts(tokens, index + 2)
        # `Savaş 36, 72`: at the line's end, behind a name alone.
        named = index == len(tokens) - 2 and index > 1 and tokens[index - 2].kind is TokenKind.WORD
        closes = named and token.text == "," and len(tokens[index + 1].text) == 2
        return index + 2 if tight or digit or closes or len(token.text) == 2 else 0
    if token.kind is not TokenKind.NUMBER or not token.gap or word_at(tokens, index + 1) in SCALES:
        return 0
    if percent or form is Notation.DECIMAL:
        return index + 1 if len(token.text) == 1 and form is Notation.DECIMAL else 0
    return (
        index + 1
        if number_of(token.text)[0] in (Notation.DECIMAL, Notation.WHOLE) and len(token.text) <= 4
        else 0
    )


def _counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word stands there that a number counts: `71. 3 sandık`; not `71. 3`, `3Açılan`."""
    word = tokens[index] if index < len(tokens) else None
    return word is not None and word.kind is TokenKind.WORD and bool(word.gap and senses(word.fold))
