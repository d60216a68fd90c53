"""A post of the night's own figures under given settings, and which pieces of it they change.

What is composed is never published; the settings in force are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from desk.facts.codes import Refusal
from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.posts.compose import compose

Span = tuple[int, int]
"""From where to where in a text, in characters."""

_PIECES = re.compile(r"[\w%]+(?:[.,:'’][\w]+)*|\s+|.", re.DOTALL)


def sample(
    session: Session, ask: Ask, changed: Mapping[str, str | None] | None = None
) -> Post | None:
    """The comparison of a place, or of the first that has figures; None of an empty night.

    ``ask`` names the place one looks at; ``changed`` are settings that are not in force.
    """
    night = session.under(changed or {})
    places = (*ask.places, *(place.name for place in session.election.places))
    for place in dict.fromkeys(places):
        if not session.bulletins(ask.contest, place):
            continue
        try:
            return compose(night, PostKind.COMPARISON, Ask(ask.contest, (place,), ask.agencies))
        except Refusal:
            # Not of both agencies, or nothing that could be set side by side.
            continue
    return None


def changed_pieces(before: str, after: str) -> tuple[Span, ...]:
    """Which pieces of a text are others than they were: words and numbers whole."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    starts = [0]
    for piece in new:
        starts.append(starts[-1] + len(piece))
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    spans = [(starts[low], starts[high]) for what, _, _, low, high in found if what != "equal"]
    return tuple((low, high) for low, high in spans if after[low:high].strip())
