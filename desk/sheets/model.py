"""A sheet of paper as data: its head, its blocks from the top, its foot; no letter has a size here.

Lengths are in tenths of a millimetre. Where a page ends is whoever lays it out who knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from desk import turkish
from desk.facts.bulletin import Value
from desk.facts.election import Election, PlaceKind
from desk.facts.nouns import called
from desk.facts.people import has_withdrawn
from desk.file.session import Session, who
from desk.turkish.numbers import written


class SheetKind(StrEnum):
    """What a sheet is for."""

    DISTRICT = "district"
    BLANK = "blank"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a grid: its title (one line or two), its width, and where its cells stand."""

    title: str
    width: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``strong`` are the cells (row, column) in bold, ``least`` a row's least height.

    ``boxed`` draws a line round every cell, to be written into. ``rest`` says with ``{n}`` how many
    rows were left out; a grid without it is never cut.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[tuple[int, int]] = frozenset()
    least: int = 0
    boxed: bool = False
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence or two under a title."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """A drawing as SVG, as wide as the page."""

    title: str
    svg: str
    height: int


@dataclass(frozen=True, slots=True)
class Room:
    """Empty lines down to the end of the page, over what is to be signed."""

    title: str
    least: int
    signed: tuple[str, ...] = ()


Block = Grid | Words | SheetPicture | Room


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``over`` and ``facts`` stand above and beside its title on every page of it.

    ``pages`` is how many of them it may fill before a grid that can be cut is cut.
    """

    kind: SheetKind
    over: str
    title: str
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]
    rehearsal: bool = False
    pages: int = 2


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding in words, for paper; ``accepted`` is the reason it was let stand with."""

    mark: str
    code: str
    sentence: str
    accepted: str = ""


UNOFFICIAL = "Resmî olmayan sonuçlar; kesin sonuçları YSK açıklar."


def foot(session: Session, *, sealed: bool = True) -> tuple[str, str]:
    """Who prints, when, from which file; what the figures are not.

    A sheet that tells of the night is ``sealed``: by its seal it can be held against the file.
    """
    now = session.now()
    moment = f"{now:%d.%m.%Y} {clock(now)}"
    printed = f"Yazdıran: {who()} · {moment} · Dosya: {session.path.name}"
    return printed, f"{UNOFFICIAL} · Mühür: {session.short_seal()}" if sealed else UNOFFICIAL


def facts(election: Election, contest: str, place: str) -> tuple[str, ...]:
    """What is known of a place before the first bulletin."""
    boxes, registered = election.boxes(contest, place), election.registered(contest, place)
    known = (("Sandık", boxes), ("Kayıtlı seçmen", registered))
    return tuple(f"{name}: {turkish.votes_dots(n)}" for name, n in known if n is not None)


def place_title(election: Election, contest: str, place: str) -> str:
    """What a place is called; the province and the country say that they are the whole."""
    name = called(election, contest, place)
    if not election.is_sum(contest, place):
        return name
    match election.place(place).kind:
        case PlaceKind.PROVINCE:
            return f"{name} (il geneli)"
        case PlaceKind.INLAND:
            return f"{name} (yurt dışı ve gümrük hariç)"
    apart = election.inland(contest, place) is not None
    return f"{name} ({'yurt dışı ve gümrük dahil' if apart else 'ülke geneli'})"


def contender_name(session: Session, contest: str, code: str, place: str) -> str:
    """A contender with its candidate: CHP · Ekrem İmamoğlu; one who has withdrawn says so."""
    label = session.election.label(contest, code)
    people = session.candidates.of(session.election.contest(contest), place, code)
    name = f"{label} · {people[0]}" if len(people) == 1 and people[0] != label else label
    gone = has_withdrawn(session.election, contest, code, place)
    return f"{name} (çekildi)" if gone else name


def clock(moment: datetime | None) -> str:
    """The time of day, 19.25; nothing where there is none."""
    return "" if moment is None else turkish.clock(moment.time())


def number(value: Value | None) -> str:
    """A number in its own digits; nothing where nothing was said."""
    return written(value) if isinstance(value, Decimal | int) else ""
