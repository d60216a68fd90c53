"""Columns that mean what she says: a row is a bulletin of a place, agency and time, or refused.

What a heading most likely means is offered and never taken for granted; a figure that is none, a
place that is unknown, a time that is no time refuse their row and no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desk import turkish
from desk.facts import figures
from desk.facts.bulletin import MINUTE, Item, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import NewBulletin
from desk.facts.election import Election
from desk.facts.names import Names


class ColumnKind(StrEnum):
    """What a column can say beside figures."""

    IGNORED = "ignored"
    PLACE = "place"
    AGENCY = "agency"
    TIME = "time"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class ColumnMeans:
    """What a column says; ``row`` is the figure of one that says figures."""

    kind: ColumnKind
    row: Row | None = None


IGNORED = ColumnMeans(ColumnKind.IGNORED)
PLACE, AGENCY, TIME = (
    ColumnMeans(kind) for kind in (ColumnKind.PLACE, ColumnKind.AGENCY, ColumnKind.TIME)
)

ITEMS = (
    *(Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES, Item.TURNOUT),
    *(Item.LEAD_POINTS, Item.LEAD_VOTES),
)
"""The figures that are nobody's own."""

_HEADINGS = {
    **dict.fromkeys(("ilce", "yer", "il", "place", "district", "belediye"), PLACE),
    **dict.fromkeys(("ajans", "kaynak", "agency", "source"), AGENCY),
    **dict.fromkeys(("saat", "zaman", "time", "as of"), TIME),
    **{
        heading: ColumnMeans(ColumnKind.FIGURE, Row(item))
        for item, headings in {
            Item.OPENED_SHARE: ("acilan, %", "acilan %", "acilan sandik orani", "opened, %"),
            Item.OPENED_BOXES: ("acilan sandik", "acilan", "opened boxes"),
            Item.TOTAL_BOXES: ("toplam sandik", "sandik sayisi", "total boxes"),
            Item.TURNOUT: ("katilim, %", "katilim", "katilim orani", "turnout"),
            Item.LEAD_POINTS: ("puan farki", "fark (puan)", "lead in points"),
            Item.LEAD_VOTES: ("oy farki", "lead in votes"),
        }.items()
        for heading in headings
    },
}
_VOTES = (" oy", " oyu", " votes", " (oy)")
_SHARE = (" %", " oran", " orani", " yuzde", ", %", " (%)", " share")


@dataclass(frozen=True, slots=True)
class Everywhere:
    """What holds for rows whose column does not say it; empty and None where it is asked for."""

    contest: str
    agency: str = ""
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class MappedRow:
    """A row of the file, numbered from 1: the bulletin it would be, why it is none, or nothing."""

    line: int
    bulletin: NewBulletin | None = None
    refusal: Refusal | None = None
    cells: tuple[str, ...] = field(default=(), compare=False)


def choices(election: Election, contest: str) -> list[ColumnMeans]:
    """Everything a column can mean in a contest, in the order in which it is offered."""
    race = election.contest(contest)
    codes = [*race.shown, *(one.code for one in race.contenders if one.code not in race.shown)]
    each = [Row(item, code) for code in codes for item in (Item.SHARE, Item.VOTES)]
    rows = [*(Row(item) for item in ITEMS), *each]
    told = [ColumnMeans(ColumnKind.FIGURE, row) for row in rows]
    return [IGNORED, PLACE, AGENCY, TIME, *told]


def guessed(headings: Sequence[str], names: Names, contest: str) -> list[ColumnMeans]:
    """What each column most likely means; what is offered twice is offered once."""
    found: list[ColumnMeans] = []
    for heading in headings:
        means = _guess(heading, names, contest)
        found.append(IGNORED if means in found else means)
    return found


def _guess(heading: str, names: Names, contest: str) -> ColumnMeans:
    folded = turkish.fold(figures.clean(heading))
    if folded in _HEADINGS:
        return _HEADINGS[folded]
    item, name = Item.SHARE, folded
    for endings, of in ((_VOTES, Item.VOTES), (_SHARE, Item.SHARE)):
        for ending in endings:
            if folded.endswith(ending):
                item, name = of, folded.removesuffix(ending)
    try:
        row = Row(item, names.contender(contest, name.strip("% ")))
    except Refusal:
        return IGNORED
    return ColumnMeans(ColumnKind.FIGURE, row)


def has_headings(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: no number stands in it."""
    return bool(rows) and not any(cell[:1].isdigit() for cell in rows[0])


def mapped(
    rows: Sequence[Sequence[str]],
    means: Sequence[ColumnMeans],
    everywhere: Everywhere,
    names: Names,
    election: Election,
    first: int = 1,
) -> list[MappedRow]:
    """Each row as the bulletin it would be. ``first`` is the number of the first row.

    A row without any figure says nothing and is left out.
    """
    found, known = [], dict[tuple[Source, datetime], int]()
    for line, cells in enumerate(rows, first):
        try:
            bulletin = _bulletin(cells, means, everywhere, names, election)
            if bulletin is None:
                continue
            address = bulletin.source, bulletin.as_of
            if address in known:
                raise Refusal(Code.E131, problem="twice", first=known[address])
            known[address] = line
        except Refusal as refusal:
            found.append(MappedRow(line, refusal=refusal, cells=tuple(cells)))
        else:
            found.append(MappedRow(line, bulletin, cells=tuple(cells)))
    return found


def _bulletin(
    cells: Sequence[str],
    means: Sequence[ColumnMeans],
    everywhere: Everywhere,
    names: Names,
    election: Election,
) -> NewBulletin | None:
    said = {
        one: figures.clean(cell)
        for one, cell in zip(means, cells, strict=False)
        if one is not IGNORED and figures.clean(cell)
    }
    given = {one.row: text for one, text in said.items() if one.row is not None}
    if not given:
        return None
    agency, place = said.get(AGENCY, everywhere.agency), said.get(PLACE, "")
    if not agency:
        raise Refusal(Code.E131, problem="no_agency")
    if not place:
        raise Refusal(Code.E131, problem="no_place")
    contest = everywhere.contest
    source = Source(names.agency(agency), contest, names.place(place, contest))
    values: dict[Row, Value] = {row: figures.read(row.item, text) for row, text in given.items()}
    return NewBulletin(source, _moment(said.get(TIME, ""), everywhere, election), values)


def _moment(text: str, everywhere: Everywhere, election: Election) -> datetime:
    if not text:
        if everywhere.as_of is None:
            raise Refusal(Code.E131, problem="no_time")
        return everywhere.as_of
    try:
        return datetime.strptime(text, MINUTE)
    except ValueError:
        return election.moment(figures.read_clock(text))
