"""The desk's Turkish: case, order, matching, suffixes, and numbers as a newsroom writes them.

Everything here is a pure function of its arguments; no file, no clock, no locale, no window and
no float ever enters.

The rules are those of the Türk Dil Kurumu's spelling guide (Yazım Kılavuzu), and where newsrooms
differ from it or from each other, a `Spelling` says which way to write.
"""

from desk.turkish.letters import fold, lower, sort_key, title, upper
from desk.turkish.numbers import (
    clock,
    day,
    points,
    share_sign,
    share_words,
    votes_dots,
    votes_words,
)
from desk.turkish.spelling import DEFAULT_SPELLING, Spelling, Spoken
from desk.turkish.suffixes import CASES, suffixed

__all__ = [
    "CASES",
    "DEFAULT_SPELLING",
    "Spelling",
    "Spoken",
    "clock",
    "day",
    "fold",
    "lower",
    "points",
    "share_sign",
    "share_words",
    "sort_key",
    "suffixed",
    "title",
    "upper",
    "votes_dots",
    "votes_words",
]
