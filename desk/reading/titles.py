"""The words between a party and its candidate: `CHP'nin Üsküdar Belediye Başkan adayı`.

They are skipped, and the place they name is kept; the name itself is `labels`.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.reading.lexicon import Context, Entry, Name
from desk.reading.phrases import find
from desk.reading.tokens import Kind, Token
from desk.reading.words import Sense, senses

_LONGEST_TITLE = 9
"""Words between a party and its candidate: `CHP İstanbul Büyükşehir Belediye Başkan adayı`."""

NAME_CASES = ("", "gen")
"""Cases in which a name may go on, or own a figure."""


def skip_title(
    tokens: Sequence[Token], stop: int, lower_case: bool, context: Context
) -> tuple[int, tuple[Entry, ...]]:
    """Skip a candidate's title; give the place it names."""
    hint: tuple[Entry, ...] = ()
    position, roles = stop, 0
    while position < len(tokens) and position - stop < _LONGEST_TITLE:
        token = tokens[position]
        if token.kind is not Kind.WORD:
            break
        if Sense.ROLE in senses(token.fold) and token.suffix in ("", "nin", "nun", "in", "un"):
            position, roles = position + 1, roles + 1
            continue
        place = find(tokens, position, context, lower_case)
        entries = place.of(Name.PLACE) if place else ()
        if not (place and entries and place.case in NAME_CASES):
            break
        ahead = tokens[place.stop] if place.stop < len(tokens) else None
        if ahead is None or Sense.ROLE not in senses(ahead.fold):
            break
        hint, position = entries, place.stop
    return (position, hint) if roles else (stop, ())
