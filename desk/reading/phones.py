"""Telephone numbers, by their groups of digits: a sender's is no figure of his text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.reading.tokens import Token, TokenKind

_PHONE = re.compile(
    r"(?:90 |0 ?|90)?[2-58][0-9]{2} ?[0-9]{3} ?[0-9]{2} ?[0-9]{2}|(?:444|0?850) [0-9] ?[0-9]{3}"
    r"|444 [0-9]{2} [0-9]{2}|0?850 [0-9]{3} [0-9]{1,2} ?[0-9]{2,3}"
)
"""A telephone number of Türkiye, its groups parted by blanks."""


def phone_end(tokens: Sequence[Token], index: int) -> int:
    """`+90 532 412 33 44`, `(0212) 444 51 14`: where a telephone number ends, or 0."""
    groups: list[str] = []
    stop = index
    while stop < len(tokens) and len(groups) < 6:
        token = tokens[stop]
        if token.kind is TokenKind.NUMBER and token.text.isdigit():
            groups.append(token.text)
            if _PHONE.fullmatch(" ".join(groups)):
                return stop + 1
        elif not (groups and token.is_mark("-)(")):
            break
        stop += 1
    return 0
