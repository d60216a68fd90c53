"""Letters that an encoding lost (`aç?lan sand?k`, `?stanbul`) put back where only one word fits.

A mark inside a word that no Turkish word explains stays as it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

_LOST = "?\ufffd"
_WORD = re.compile(
    rf"(?<![^\W\d_{_LOST}])[^\W\d_]{{0,40}}(?:[{_LOST}][^\W\d_]{{1,40}}){{1,4}}[{_LOST}]?"
    r"(?=['’\s,.:;)]|$)"
)
"""Bounded, so that the work grows with the text alone."""
_LETTERS = {"?": "ışğ", "\ufffd": "ışğüöç"}
"""What Western encodings have no letter for; the other mark stands for any letter."""

_MOST = 4


def mended(text: str, known: Callable[[str], bool]) -> str:
    """The text, as long as before, with the lost letters that only one known word explains."""
    return _WORD.sub(lambda match: _whole(match.group(), known), text) if _has_lost(text) else text


def _has_lost(text: str) -> bool:
    return any(mark in text for mark in _LOST)


def _whole(word: str, known: Callable[[str], bool]) -> str:
    lost = [at for at, letter in enumerate(word) if letter in _LOST]
    if len(lost) > _MOST:
        return word
    found = []
    for letters in itertools.product(*(_LETTERS[word[at]] for at in lost)):
        letters_at = dict(zip(lost, letters, strict=True))
        made = "".join(letters_at.get(at, letter) for at, letter in enumerate(word))
        if word[0] in _LOST and word[-1].islower():
            made = made[0].replace("ı", "İ").upper() + made[1:]
        if known(made):
            found.append(made)
    return found[0] if len(found) == 1 else word
