"""Entries of the key that several charts share, and the sentence on what a picture leaves out.

They name what is drawn; drawing is the page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desk.charts.facts import Asked, colour
from desk.charts.page import HATCH, MARKERS, Page, Sign
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide

MOST = 44
"""Rows that can still be read on one picture."""


def part_of(
    page: Page, asked: Asked, ranked: Sequence[SideBySide], first: str, order: str
) -> tuple[list[SideBySide], str]:
    """The rows that one picture has room for, those that matter most first, and what it leaves out.

    ``first`` says which the foremost are, ``order`` in what order the further ones come.
    """
    page.parts = max(-(-len(ranked) // MOST), 1)
    begin = min(asked.part, page.parts - 1) * MOST
    drawn = list(ranked[begin : begin + MOST])
    if page.parts == 1:
        return drawn, ""
    if begin == 0:
        return drawn, f"{len(ranked)} ilçenin {len(drawn)} tanesi: {first}."
    last = begin + len(drawn)
    return drawn, f"{len(ranked)} ilçenin {begin + 1}–{last}. sırasındakiler, {order}."


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
