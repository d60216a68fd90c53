"""What each cell of the entry table shows: a draft's figure, a filed one, a derived one, a refusal.

Pure reading: figures come from the session's values, verdicts from `desk`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import TOPICS, Draft, Row, Value
from desk.facts.election import Election
from desk.facts.standing import Reported, margin, shares_of
from desk.rules.quick_checks import HUNDRED, rounding_room
from ui.entry.entry_rows import EntryRow, Kind
from ui.texts import names as shown


class Look(IntEnum):
    """How a cell is drawn, from quietest to loudest."""

    BLANK = 0
    OLDER = 1
    FILED = 2
    DERIVED = 3
    DRAFT = 4
    WRONG = 5
    REFUSED = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, look and tooltip; ``mark`` is the worst finding about its figure."""

    text: str = ""
    look: Look = Look.BLANK
    tip: str = ""
    value: Value | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One agency's side of the table: what it filed, and the draft on top of it."""

    said: Reported
    draft: Draft | None

    def value(self, row: Row) -> Value | None:
        """The draft's figure, else what the newest bulletin on the topic says."""
        if self.draft and row in self.draft.figures:
            return self.draft.figures[row]
        bulletin = self.said.topics.get(TOPICS[row.item])
        if bulletin is None or (self.draft and self.draft.replaces == bulletin.id):
            # What a correction has cleared is gone; the wrong figure must not shine through.
            return None
        return bulletin.figures.get(row)

    def shares(self) -> dict[str, Decimal]:
        """The shares a sum is made of: the draft's alone, once it has any."""
        drafted = shares_of(self.draft.figures) if self.draft else {}
        return drafted or self.said.shares


def cell_of(election: Election, contest: str, entry: EntryRow, column: Column) -> Cell:
    """What an agency's cell shows."""
    match entry.kind:
        case Kind.TIME:
            return _time_cell(column)
        case Kind.SUM:
            return _sum_cell(column)
        case Kind.LEAD:
            return _lead_cell(election, contest, column)
        case Kind.FIGURE:
            assert entry.row is not None
            return _figure_cell(election, contest, entry.row, column)


def gap_cell(entry: EntryRow, columns: tuple[Column, ...]) -> Cell:
    """The distance between the two agencies' shares; empty where either is silent."""
    if entry.row is None or not entry.row.item.is_share:
        return Cell(look=Look.DERIVED)
    a, b = (column.value(entry.row) for column in columns)
    if not isinstance(a, Decimal) or not isinstance(b, Decimal):
        return Cell(look=Look.DERIVED)
    return Cell(shown.share(abs(a - b)), Look.DERIVED, value=abs(a - b))


def _time_cell(column: Column) -> Cell:
    if column.draft:
        return Cell(shown.clock(column.draft.as_of), Look.DRAFT)
    newest = column.said.newest
    return Cell(shown.clock(newest), Look.FILED if newest else Look.BLANK)


def _figure_cell(election: Election, contest: str, row: Row, column: Column) -> Cell:
    value = column.value(row)
    if value is None:
        return Cell()
    text = shown.figure(election, contest, row.item, value)
    if column.draft and row in column.draft.figures:
        return Cell(text, Look.DRAFT, value=value)
    bulletin = column.said.topics[TOPICS[row.item]]
    if column.draft is None and bulletin.as_of == column.said.newest:
        return Cell(text, Look.FILED, value=value)
    tip = QCoreApplication.translate("EntryCells", "{agency} at {time}").format(
        agency=column.said.source.agency, time=shown.clock(bulletin.as_of)
    )
    return Cell(text, Look.OLDER, tip, value)


def _sum_cell(column: Column) -> Cell:
    shares = column.shares()
    if not shares:
        return Cell(look=Look.DERIVED)
    total = sum(shares.values(), Decimal(0))
    if total <= HUNDRED + rounding_room(shares.values()):
        return Cell(shown.share(total), Look.DERIVED, value=total)
    tip = QCoreApplication.translate("EntryCells", "The shares add to more than 100.")
    return Cell(shown.share(total), Look.WRONG, tip, total)


def _lead_cell(election: Election, contest: str, column: Column) -> Cell:
    found = margin(column.shares())
    if found is None:
        return Cell(look=Look.DERIVED)
    leader, points = found
    if leader is None:
        return Cell(QCoreApplication.translate("EntryCells", "level"), Look.DERIVED)
    return Cell(f"{election.label(contest, leader)} +{shown.share(points)}", Look.DERIVED)
