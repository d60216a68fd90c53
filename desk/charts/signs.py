"""Entries of the key that several charts share, and the sentence on what a picture leaves out.

They name what is drawn; drawing is the page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desk.charts.facts import Asked, colour
from desk.charts.page import HATCH, MARKERS, Page, Sign
from desk.discrepancies import SideBySide
from desk.session import Session


def left_out(shown: Sequence[SideBySide], drawn: Sequence[SideBySide], which: str) -> str:
    """What the picture leaves out, in a sentence; empty if nothing."""
    if len(drawn) == len(shown):
        return ""
    return f"{len(shown)} ilçenin {len(drawn)} tanesi: {which}."


def agencies(asked: Asked) -> list[Sign]:
    """The agencies' marks."""
    return [
        Sign(agency, marker, face="#9A9A9A")
        for agency, marker in zip(asked.pair, MARKERS, strict=True)
    ]


def contenders(session: Session, asked: Asked, codes: Iterable[str]) -> list[Sign]:
    """The contenders' colours, each once."""
    return [
        Sign(session.election.label(asked.contest, code), face=colour(session, asked.contest, code))
        for code in dict.fromkeys(codes)
    ]


def differ(page: Page, drawn: Sequence[SideBySide]) -> list[Sign]:
    """The hatch, where it is used."""
    if not any(side.leaders_differ for side in drawn):
        return []
    return [Sign("önde olan farklı", face=page.look.paper, hatch=HATCH)]
