"""A suggestion taken with one key: the edits that put a draft right.

Figures are written into their cells; a bulletin that belongs elsewhere moves there as a draft; an
old one is let go.
"""

from __future__ import annotations

from dataclasses import replace

from desk.facts.bulletin import Draft
from desk.facts.edits import Edit, PutDraft, SetFigure
from desk.facts.figures import from_plain
from desk.rules.checks import Slip, Suggestion


def taking(suggestion: Suggestion, draft: Draft) -> tuple[Edit, ...]:
    """The edits, in order; none where nothing says what the figure was."""
    source = draft.source
    if suggestion.kind is Slip.OLD:
        return (PutDraft(source, None),)
    if suggestion.kind in (Slip.AGENCY, Slip.PLACE):
        there = replace(
            source,
            agency=suggestion.agency or source.agency,
            place=suggestion.place or source.place,
        )
        return PutDraft(source, None), PutDraft(there, replace(draft, source=there, replaces=None))
    return tuple(
        SetFigure(source, row, from_plain(row.item, text))
        for row, text in suggestion.figures.items()
    )
