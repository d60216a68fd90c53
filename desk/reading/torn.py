"""Numbers a page has torn or misprinted: `5 1.9`, `55..1`, `45 ,8`, `5O.3`.

Such a number is one question, never the part of it that happens to be readable.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.reading.notation import Form, Value, number_of
from desk.reading.tokens import Kind, Token

_LETTERS = re.compile("[lIOoSsBb]{1,2}")
"""Letters that stand where a digit was meant."""

_SCALES = ("bin", "milyon", "milyar")


def torn_end(tokens: Sequence[Token], index: int, value: Value) -> int:
    """Where a torn number ends whose first part ends before ``index``; 0 if it is whole."""
    if index >= len(tokens) or value.form not in (Form.WHOLE, Form.DECIMAL):
        return 0
    token = tokens[index]
    if token.kind is Kind.WORD and not token.gap and _LETTERS.fullmatch(token.text):
        return _rest(tokens, index + 1)
    if value.form is Form.WHOLE and token.kind is Kind.MARK:
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
    if rest.kind is Kind.WORD and not rest.gap and _LETTERS.fullmatch(rest.text):
        return _rest(tokens, stop)
    short = rest.kind is Kind.NUMBER and rest.text.isdigit() and len(rest.text) <= 2
    if not short or _scaled(tokens, stop):
        return 0
    parted = marks > 1 or tokens[index].gap
    return stop + 1 if parted else 0


def _goes_on(tokens: Sequence[Token], index: int, value: Value) -> bool:
    """`5 1.9`, `51.1 2`: a number behind a number, with only a blank between."""
    token = tokens[index]
    if token.kind is not Kind.NUMBER or _scaled(tokens, index) or value.number >= 100:
        return False
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is not None and follows.is_mark(".)"):
        return False
    rest = number_of(token.text)
    if value.form is Form.DECIMAL:
        return rest.form is Form.WHOLE and len(token.text) == 1
    return rest.form is Form.DECIMAL or (rest.form is Form.WHOLE and len(token.text) <= 2)


def _rest(tokens: Sequence[Token], index: int) -> int:
    """The end of what still hangs on without a blank."""
    while index < len(tokens) and not tokens[index].gap:
        token = tokens[index]
        hangs = token.kind is Kind.NUMBER or _LETTERS.fullmatch(token.text)
        ahead = tokens[index + 1] if index + 1 < len(tokens) else None
        joint = token.is_mark(".,") and ahead is not None and ahead.kind is Kind.NUMBER
        if not (hangs or (joint and ahead is not None and not ahead.gap)):
            break
        index += 1
    return index


def _scaled(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].fold in _SCALES
