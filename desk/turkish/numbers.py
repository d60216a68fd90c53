"""Numbers and times as a Turkish newsroom writes them, with the digits as they were published.

Shares, votes and points come in as Decimal or int and leave as text; no float, no rounding and no
suffix ever enters.
"""

import re
from datetime import date, time
from decimal import Decimal

from desk.turkish.spelling import DEFAULT_SPELLING, Spelling

# Far beyond any vote or share; it keeps 1E+999999 from filling the memory.
_MOST_DIGITS = 30
_SCALES = (
    (10**15, "katrilyon"),
    (10**12, "trilyon"),
    (10**9, "milyar"),
    (10**6, "milyon"),
    (10**3, "bin"),
)
_LARGEST_COUNT = 10**18
_MONTHS = (
    *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
    *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
)
_TIME_TEXT = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")


def written(value: Decimal | int, *, spelling: Spelling = DEFAULT_SPELLING) -> str:
    """`value` in the house's digits: Decimal("38.30") is 38,30 and Decimal("2") is 2.

    Raises ValueError for a float, a truth value, NaN, infinity, or more than 30 places.
    """
    number = _exact(value)
    return format(number, "f").replace(".", spelling.decimal_mark)


def share_words(share: Decimal | int, *, spelling: Spelling = DEFAULT_SPELLING) -> str:
    """A share of 100 for running text: yüzde 58,79.

    More than 100 is written too, since a wrong sum must be shown. Raises ValueError below 0.
    """
    return f"yüzde {_share(share, spelling)}"


def share_sign(share: Decimal | int, *, spelling: Spelling = DEFAULT_SPELLING) -> str:
    """A share of 100 for tables: %58,79, the sign in front and no blank (spelling guide).

    Raises ValueError below 0.
    """
    return f"%{_share(share, spelling)}"


def points(difference: Decimal | int, *, spelling: Spelling = DEFAULT_SPELLING) -> str:
    """A difference between two shares, in points: 7,74 puan. It may be negative.

    Raises ValueError for what is not an exact number.
    """
    return f"{written(difference, spelling=spelling)} puan"


def votes_dots(votes: Decimal | int) -> str:
    """A count of votes or boxes for tables: 13.729.

    Raises ValueError unless the count is whole and not below 0.
    """
    return f"{_count(votes):,}".replace(",", ".")


def votes_words(votes: Decimal | int, *, spelling: Spelling = DEFAULT_SPELLING) -> str:
    """A count for running text, its steps in words: 4 milyon 432 bin 691 (spelling guide).

    One thousand is said "bin", never "bir bin", so 1331 is `bin 331` unless the house writes
    `1 bin 331`. Raises ValueError unless the count is whole, not below 0 and under 10**18.
    """
    rest = _count(votes)
    if rest >= _LARGEST_COUNT:
        raise ValueError(f"{rest} is too large a count to put into words")
    parts: list[str] = []
    for size, word in _SCALES:
        step, rest = divmod(rest, size)
        if step:
            bare = step == 1 and word == "bin" and spelling.bare_thousand
            parts.append(word if bare else f"{step} {word}")
    if rest or not parts:
        parts.append(str(rest))
    return " ".join(parts)


def clock(moment: time | str, *, spelling: Spelling = DEFAULT_SPELLING) -> str:
    """A time of day in hours and minutes: 19.25, 00.20; the text 9:05 gives 09.05.

    Seconds of a `time` are dropped, not rounded. Raises ValueError for any other text or hour.
    """
    if isinstance(moment, time):
        hour, minute = moment.hour, moment.minute
    else:
        hour, minute = _hour_and_minute(moment)
    return f"{hour:02d}{spelling.time_mark}{minute:02d}"


def day(of: date) -> str:
    """A day in words: 31 Mart 2024."""
    return f"{of.day} {_MONTHS[of.month - 1]} {of.year}"


def _hour_and_minute(text: object) -> tuple[int, int]:
    match = _TIME_TEXT.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f"{text!r} is not a time of day such as 19.25 or 9:05")
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        raise ValueError(f"{text!r} is not a time of day: hours go to 23, minutes to 59")
    return hour, minute


def _share(share: Decimal | int, spelling: Spelling) -> str:
    if _exact(share) < 0:
        raise ValueError(f"a share cannot be below zero: {share}")
    return written(share, spelling=spelling)


def _count(votes: Decimal | int) -> int:
    number = _exact(votes)
    whole = int(number)
    if number != whole or whole < 0:
        raise ValueError(f"a count of votes is whole and not below zero: {votes}")
    return whole


def _exact(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise ValueError(f"a number must be Decimal or int, not {type(value).__name__}: {value!r}")
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{value} is not a number that can be written")
    places = number.as_tuple().exponent
    if number.adjusted() > _MOST_DIGITS or (isinstance(places, int) and places < -_MOST_DIGITS):
        raise ValueError(f"a number may have {_MOST_DIGITS} places at most")
    return number if number else number.copy_abs()
