"""Numbers of a text that are not written in plain digits: *sekiz puan*, *yüzde kırk*, ７, ½.

What they say is `post_numbers`' to judge; suffixes and counts of anything but points and per cent
are left alone, because *bir* and *iki* are words like others there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk import turkish

_ONES = ("bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_VALUES = (
    {word: value for value, word in enumerate(_ONES, 1)}
    | {word: 10 * value for value, word in enumerate(_TENS, 1)}
    | {"yüz": 100}
)
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_SPELLED = re.compile(
    rf"\byüzde\s+(?P<share>(?:(?:{_WORD})\s+)*(?:{_WORD}))"
    rf"|\b(?P<points>(?:{_WORD})(?:\s+(?:{_WORD}))*)(?=\s+puan)"
)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Such a number as it is written, what it says (None: nobody can tell) and what follows it."""

    written: str
    value: int | None
    after: str


def hidden_in(text: str) -> Iterator[Hidden]:
    """The numbers of a text that no search for plain digits finds."""
    small = turkish.lower(text)
    for match in _SPELLED.finditer(small):
        words = match["share"] or match["points"]
        yield Hidden(words, _value(words.split()), small[match.end() :])
    for char in text:
        if char.isnumeric() and not char.isascii():
            yield Hidden(char, None, "")


def _value(words: list[str]) -> int:
    """What the words of a number below a thousand say."""
    total = 0
    for word in words:
        value = _VALUES[word]
        total = max(total, 1) * value if value == 100 else total + value
    return total
