"""Numbers spelt out in words: `elli beş virgül sıfır beş`, `otuz dokuz buçuk`, `yüz yirmi bin`.

Whether such words are a figure (`yüzde elli`) or not (`iki aday`) is decided by what stands with
them; what the figure is of never enters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from desk.reading.tokens import SUFFIXES, Token, TokenKind
from desk.reading.vocabulary import Sense, senses

_NAMES = (
    ("sifir bir iki uc dort bes alti yedi sekiz dokuz", 1),
    ("- on yirmi otuz kirk elli altmis yetmis seksen doksan", 10),
    ("- yuz", 100),
    ("- bin", 1_000),
    ("- milyon", 1_000_000),
)
_VALUES = {
    name: at * size
    for names, size in _NAMES
    for at, name in enumerate(names.split())
    if name != "-"
}
SCALES = {"milyon": 1_000_000, "bin": 1_000}
_SCALE_ENDS = [
    *(end for end in SUFFIXES if not end.startswith(("lar", "ler"))),
    *("di", "du", "dir", "dur", "ydi", "ydu"),
]
SCALED = {name + end: (size, end) for name, size in SCALES.items() for end in ("", *_SCALE_ENDS)}
"""`150 bini`, `777 bine`, `400 binini`, `13 binlik`: scales with a suffix and no apostrophe."""
SHORT_SCALES = ("M", "m", "mn", "Mn", "mio", "K", "k")
"""`2.2M`, `212K`: rounded, in a chat."""
ROUGHLY = 1_000_000
"""The value of a count in decimals (`4,4 milyon`, `212,5 bin`), which is only told roughly."""
_HALF = "bucuk"
_POINTS = ("virgul", "nokta")
_COUNTED = frozenset({Sense.VOTE, Sense.POINT, Sense.BOX})
_LONGEST = 12
_LONGEST_NAME = max(map(len, _VALUES))


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words; ``stop`` is where it ends, ``suffix`` what hangs on its last word."""

    value: Decimal | int
    stop: int
    suffix: str


def is_numeral(word: str) -> bool:
    """Whether a folded word is a number in words, or one of its scales: `elliyi`, `bin`."""
    return word in SCALED or bool(_numeral(word)[0])


@lru_cache(maxsize=4096)
def _numeral(word: str) -> tuple[str, str]:
    """A word as a numeral and its suffix (`elliyi`), or two empty ones."""
    if word in _VALUES:
        return word, ""
    for length in range(min(len(word) - 1, _LONGEST_NAME), 1, -1):
        stem = word[:length]
        if stem in _VALUES and word[length:] in SUFFIXES:
            return stem, word[length:]
    return ("yuz", "u") if word == "yuzu" else ("", "")


@lru_cache(maxsize=32768)
def may_begin(word: str) -> bool:
    """Whether a word is a numeral, with or without a suffix."""
    return bool(_numeral(word)[0])


def spelt_at(tokens: Sequence[Token], index: int, announced: bool) -> Spelt | None:
    """The number spelt at ``index``; ``announced`` says a per cent word stands before it."""
    words, stop, suffix = _run(tokens, index)
    if not words:
        return None
    whole = _sum(words)
    if whole is None:
        return None
    value: Decimal | int = whole
    if not suffix and (tail := _decimals(tokens, stop)) is not None:
        digits, stop, suffix = tail
        return Spelt(Decimal(f"{whole}.{digits}"), stop, suffix)
    after = tokens[stop].fold if stop < len(tokens) else ""
    counted = len(words) > 1 and not suffix and bool(senses(after) & _COUNTED)
    counted = counted or Sense.POINT in senses(after)
    return Spelt(value, stop, suffix) if announced or counted else None


def _run(tokens: Sequence[Token], index: int) -> tuple[list[str], int, str]:
    """The numerals from ``index`` on; a suffix ends them."""
    words: list[str] = []
    while index < len(tokens) and tokens[index].kind is TokenKind.WORD and len(words) < _LONGEST:
        name, suffix = _numeral(tokens[index].fold)
        if not name:
            break
        words.append(name)
        suffix, index = tokens[index].suffix or suffix, index + 1
        if suffix:
            return words, index, suffix
    return words, index, ""


def _sum(words: Sequence[str]) -> int | None:
    """`yüz yirmi bin üç yüz`: what the numerals come to; None if they make no number."""
    total, group, least = 0, 0, 10**9
    for word in words:
        value = _VALUES[word]
        if value >= 1_000:
            if value >= least:
                return None
            total, group, least = total + (group or 1) * value, 0, value
        elif value == 100:
            if group >= 10:
                return None
            group = (group or 1) * 100
        elif group and value and (group % 10 or (value >= 10 and group % 100)):
            return None
        else:
            group += value
    return total + group


def _decimals(tokens: Sequence[Token], index: int) -> tuple[str, int, str] | None:
    """What stands behind the mark, in words: `virgül sıfır beş` is 05, `buçuk` is 5."""
    if index >= len(tokens):
        return None
    word = tokens[index].fold
    if word.startswith(_HALF[:4]):
        ending = word.removeprefix(_HALF) if word.startswith(_HALF) else word[len(_HALF) :]
        return "5", index + 1, tokens[index].suffix or ending
    if word not in _POINTS:
        return None
    words, stop, suffix = _run(tokens, index + 1)
    values = [_VALUES[one] for one in words]
    if values[:1] == [0] and len(values) == 2 and values[1] < 10:
        return f"0{values[1]}", stop, suffix
    known = len(values) == 1 or (len(values) == 2 and values[0] >= 10 > values[1] > 0)
    if not known or not sum(values) < 100:
        return None
    return str(sum(values)), stop, suffix


_SENDERS = ("aa", "anka", "saat")
_IN_HASTE = re.compile(r"(?!19|20)([0-2][0-9])([0-5][0-9])")


def jotted_hour(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """`AA 22;40`, `anka 2145`: an hour behind an agency, in haste, and where it ends."""
    before, token = tokens[index - 1].fold if index else "", tokens[index]
    if before not in _SENDERS or token.suffix:
        return None
    mark, rest = [*tokens[index + 1 : index + 3], None, None][:2]
    if mark is not None and rest is not None and mark.text == ";" and not (mark.gap or rest.gap):
        return (f"{token.text}.{rest.text}", index + 3) if len(rest.text) == 2 else None
    counted = mark is not None and mark.fold.startswith(("oy", "sandik", *SCALES))
    told = None if counted else _IN_HASTE.fullmatch(token.text)
    return (f"{told[1]}.{told[2]}", index + 1) if told else None
