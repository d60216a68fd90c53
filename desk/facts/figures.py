"""Typed text to an exact number and back, keeping the digits as they were published.

Everything that is not plainly one number is refused with a code; nothing is guessed or rounded.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from decimal import Decimal
from fractions import Fraction

from desk.facts.bulletin import Item, Value
from desk.facts.codes import Code, Refusal

HUNDRED = Decimal(100)

MAX_COUNT_DIGITS = 9
"""Türkiye has some 61 million voters; no count of an election needs a tenth digit."""

MAX_DECIMALS = 2
"""Agencies publish shares with at most two decimals; three look like a count (58.635)."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_SHARE_WORDS = re.compile(r"^(?:y[üu]zde\s*:?|%)\s*|\s*(?:%|puan)$", re.IGNORECASE)
_COUNT_WORDS = re.compile(r"\s*(?:oy|sand[ıi]k)$", re.IGNORECASE)
_PLAIN = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+|(?: [0-9]{3})+)")
_MARKED = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_SPOKEN = re.compile(r"(?:([0-9]{1,3}) milyon)?(?: ?([0-9]{1,3})? ?(bin))?(?: ?([0-9]{1,3}))?")
_CLOCK = re.compile(r"([0-9]{1,2})[.:,]([0-9]{2})|([0-9]{1,2})([0-9]{2})")

FULL = 100_000
"""One hundred per cent, in thousandths of a point."""

_KNOWN: dict[str, tuple[int, int]] = {}
_MANY = 50_000
"""A night has some ten thousand different shares; a file of nonsense must not fill the memory."""


def clean(text: str) -> str:
    """The text without invisible marks, its blanks made plain and single."""
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return " ".join(visible.split())


def read(item: Item, text: str) -> Decimal | int:
    """The number typed for an item: a share or points as Decimal, a count as int.

    Refuses with E101-E110. A leader is a name, not a number: `names` reads it.
    """
    return read_share(text) if item.is_share else read_count(text)


def read_share(text: str) -> Decimal:
    """A share in per cent, or percentage points, 0 to 100 with at most two decimals.

    `58,63`, `58.63`, `%58,63` and `yüzde 58,63` are one number; `2` stays `2`.
    """
    bare = _SHARE_WORDS.sub("", _SHARE_WORDS.sub("", clean(text)))
    _refuse_negative(bare, text)
    if match := _DECIMAL.fullmatch(bare):
        whole, decimals = match.groups()
        if len(decimals) > MAX_DECIMALS:
            raise Refusal(Code.E105, text=text)
        number = Decimal(f"{whole.lstrip('0') or '0'}.{decimals}")
    elif _PLAIN.fullmatch(bare):
        number = Decimal(bare.lstrip("0") or "0")
    elif _GROUPED.fullmatch(bare):
        raise Refusal(Code.E110, text=text)
    else:
        raise Refusal(_marks_code(bare), text=text)
    if number > HUNDRED:
        raise Refusal(Code.E103, text=text, hint=_mark_forgotten(bare))
    return number


def read_count(text: str) -> int:
    """A whole number of votes or boxes: `13.729`, `13 729`, `21,320,207`, `28 bin 27`, `13729`."""
    # The capital İ of BİN lowers to two characters unless it is taken for an i first.
    bare = _COUNT_WORDS.sub("", clean(text)).replace("İ", "i").lower()
    _refuse_negative(bare, text)
    if _PLAIN.fullmatch(bare):
        digits = bare
    elif _GROUPED.fullmatch(bare):
        digits = re.sub(r"[., ]", "", bare)
    elif (spoken := _read_spoken(bare)) is not None:
        digits = str(spoken)
    elif _DECIMAL.fullmatch(bare):
        raise Refusal(Code.E107, text=text)
    else:
        raise Refusal(_marks_code(bare), text=text)
    if len(digits.lstrip("0")) > MAX_COUNT_DIGITS:
        raise Refusal(Code.E109, text=text, limit=MAX_COUNT_DIGITS)
    return int(digits)


def read_clock(text: str) -> time:
    """A time of day: `1925`, `19.25`, `19:25`, `9.05`."""
    match = _CLOCK.fullmatch(clean(text).replace(" ", ""))
    if match is None:
        raise Refusal(Code.E108, text=text)
    hours, minutes = (int(part) for part in match.groups() if part is not None)
    if hours > 23 or minutes > 59:
        raise Refusal(Code.E108, text=text)
    return time(hours, minutes)


def published(value: Value) -> str:
    """The figure with a decimal comma and exactly the digits it was published with.

    Counts come without grouping, as the editor types them; a leader's code comes as it is.
    """
    return plain(value).replace(".", ",") if isinstance(value, Decimal) else str(value)


def plain(value: Value) -> str:
    """The figure as files and JSON hold it: a decimal dot, the published digits."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def from_plain(item: Item, text: str) -> Value:
    """The figure a file holds; the inverse of `plain`."""
    if item is Item.LEADER:
        return text
    return Decimal(text) if item.is_share else int(text)


def _refuse_negative(bare: str, text: str) -> None:
    if re.match(r"[-−–]\s*[0-9]", bare):
        raise Refusal(Code.E104, text=text)


def _marks_code(bare: str) -> Code:
    if not _MARKED.fullmatch(bare):
        return Code.E101
    return Code.E106 if "." in bare and "," in bare else Code.E102


def _mark_forgotten(bare: str) -> str:
    """The share meant if only its decimal mark was left out (5863 for 58,63), or nothing."""
    return f"{bare[:2]},{bare[2:]}" if re.fullmatch(r"[1-9][0-9]{2,3}", bare) else ""


def _read_spoken(bare: str) -> int | None:
    """Numbers with *milyon* and *bin*; `bin 529` alone is 1.529."""
    match = _SPOKEN.fullmatch(bare)
    if match is None or not (match[1] or match[3]):
        return None
    millions, thousands, bin_word, units = match.groups()
    total = int(millions or 0) * 1_000_000 + int(units or 0)
    if bin_word:
        total += int(thousands or 1) * 1_000
    return total


def milli(text: str) -> tuple[int, int]:
    """A plain number's thousandths, and half a unit of its last printed digit in the same unit."""
    known = _KNOWN.get(text)
    if known is None:
        whole, _, decimals = text.partition(".")
        digits = (decimals + "000")[:3]
        half = 500 // 10 ** min(len(decimals), 3)
        number = int(whole or "0") * 1000 + int(digits)
        known = (number, half)
        if len(_KNOWN) < _MANY:
            _KNOWN[text] = known
    return known


def milli_of(value: Value) -> tuple[int, int]:
    """The same for a figure as the desk holds it."""
    return milli(format(value, "f") if isinstance(value, Decimal) else str(value))


def rounded(number: Fraction, digits: int = 2) -> Decimal:
    """An exact number with so many decimals, rounded once, half up (away from nothing)."""
    size = (abs(number) * 10**digits * 2 + 1) // 2
    return Decimal(int(size) if number >= 0 else -int(size)).scaleb(-digits)


def points(thousandths: int, digits: int = 2) -> str:
    """Thousandths of a point as text with a dot, rounded half up to a number of decimals."""
    step = 10 ** (3 - digits)
    size = (abs(thousandths) + step // 2) // step
    sign = "-" if thousandths < 0 and size else ""
    if digits == 0:
        return f"{sign}{size}"
    whole, rest = divmod(size, 10**digits)
    return f"{sign}{whole}.{rest:0{digits}d}"


def exact(thousandths: int) -> str:
    """Thousandths of a point as text, two decimals unless there are three."""
    return points(thousandths, 2 if thousandths % 10 == 0 else 3)
