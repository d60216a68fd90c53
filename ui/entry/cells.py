"""What each cell of the entry table shows: a draft's figure, a filed one, a derived one, a refusal.

Pure reading: figures come from the session's values, verdicts from `desk`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, IntEnum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import TOPICS, Draft, Item, Row, Value
from desk.facts.election import OTHERS, Contest, Election
from desk.facts.leading import LeadWord, lead_gap, told_by
from desk.facts.standing import WHOLE, Reported, shares_of, votes_of
from desk.rules.discrepancies import in_order
from desk.rules.quick_checks import HUNDRED, rounding_room
from ui.texts import names as shown


class CellLook(IntEnum):
    """How a cell is drawn, from quietest to loudest."""

    BLANK = 0
    OLDER = 1
    FILED = 2
    DERIVED = 3
    DRAFT = 4
    WRONG = 5
    REFUSED = 6


@dataclass(frozen=True, slots=True)
class EntryCell:
    """A cell's text, look and tooltip; ``mark`` is the worst finding about its figure."""

    text: str = ""
    look: CellLook = CellLook.BLANK
    tip: str = ""
    value: Value | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class EntryColumn:
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

    @property
    def lead(self) -> LeadWord[Any, Decimal] | None:
        """Who leads, and by how much: by the draft's shares once it has any, else in the agency's
        newest word."""
        draft, word = self.draft, self.said.lead
        if draft is None:
            return word
        if shares := shares_of(draft.figures):
            return told_by(draft, shares, votes_of(draft.figures), WHOLE)
        # What a correction has cleared is gone.
        return None if word is not None and word.bulletin.id == draft.replaces else word


def cell_of(election: Election, contest: str, entry: EntryRow, column: EntryColumn) -> EntryCell:
    """What an agency's cell shows."""
    match entry.kind:
        case RowKind.TIME:
            return _time_cell(column)
        case RowKind.SUM:
            return _sum_cell(column)
        case RowKind.LEAD:
            return _lead_cell(election, contest, column)
        case RowKind.FIGURE:
            assert entry.row is not None
            return _figure_cell(election, contest, entry.row, column)


def gap_cell(entry: EntryRow, columns: tuple[EntryColumn, ...]) -> EntryCell:
    """The distance between the two agencies' shares or leads; empty where either is silent."""
    if entry.kind is RowKind.LEAD:
        apart = lead_gap(*(column.lead for column in columns))
        return EntryCell(shown.share(apart), CellLook.DERIVED, value=apart)
    if entry.row is None:
        return EntryCell(look=CellLook.DERIVED)
    a, b = (column.value(entry.row) for column in columns)
    if entry.row.item is Item.SEATS and isinstance(a, int) and isinstance(b, int):
        return EntryCell(shown.said(abs(a - b)), CellLook.DERIVED, value=abs(a - b))
    if not entry.row.item.is_share:
        return EntryCell(look=CellLook.DERIVED)
    if not isinstance(a, Decimal) or not isinstance(b, Decimal):
        return EntryCell(look=CellLook.DERIVED)
    return EntryCell(shown.share(abs(a - b)), CellLook.DERIVED, value=abs(a - b))


def _time_cell(column: EntryColumn) -> EntryCell:
    if column.draft:
        return EntryCell(shown.clock(column.draft.as_of), CellLook.DRAFT)
    newest = column.said.newest
    return EntryCell(shown.clock(newest), CellLook.FILED if newest else CellLook.BLANK)


def _figure_cell(election: Election, contest: str, row: Row, column: EntryColumn) -> EntryCell:
    value = column.value(row)
    if value is None:
        return EntryCell()
    text = shown.figure(election, contest, row.item, value)
    if column.draft and row in column.draft.figures:
        return EntryCell(text, CellLook.DRAFT, value=value)
    bulletin = column.said.topics[TOPICS[row.item]]
    if column.draft is None and bulletin.as_of == column.said.newest:
        return EntryCell(text, CellLook.FILED, value=value)
    tip = QCoreApplication.translate("EntryCells", "{agency} at {time}").format(
        agency=column.said.source.agency, time=shown.clock(bulletin.as_of)
    )
    return EntryCell(text, CellLook.OLDER, tip, value)


def _sum_cell(column: EntryColumn) -> EntryCell:
    shares = column.shares()
    if not shares:
        return EntryCell(look=CellLook.DERIVED)
    total = sum(shares.values(), Decimal(0))
    if total <= HUNDRED + rounding_room(shares.values()):
        return EntryCell(shown.share(total), CellLook.DERIVED, value=total)
    tip = QCoreApplication.translate("EntryCells", "The shares add to more than 100.")
    return EntryCell(shown.share(total), CellLook.WRONG, tip, total)


def _lead_cell(election: Election, contest: str, column: EntryColumn) -> EntryCell:
    lead = column.lead
    tip = ""
    if lead is not None and lead.stated:
        tip = QCoreApplication.translate("EntryCells", "as {agency} stated it at {time}").format(
            agency=column.said.source.agency, time=shown.clock(lead.bulletin.as_of)
        )
    return EntryCell(shown.lead(election, contest, lead), CellLook.DERIVED, tip)


class RowKind(Enum):
    """What a row of the entry table is."""

    TIME = auto()
    FIGURE = auto()
    SUM = auto()
    LEAD = auto()


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row; ``row`` is its address where it holds a figure, ``opens`` starts a group of rows."""

    kind: RowKind
    row: Row | None = None
    opens: bool = False

    @property
    def key(self) -> tuple[RowKind, Row | None]:
        """What the row is, wherever it stands."""
        return self.kind, self.row

    @property
    def editable(self) -> bool:
        """Whether the editor may type here; sums and computed leads follow from what she types."""
        return self.kind in (RowKind.TIME, RowKind.FIGURE)


def rows_for(
    contest: Contest,
    spoken_of: Collection[str],
    *,
    by_share: Mapping[str, Decimal] | None = None,
    votes: bool = False,
) -> tuple[EntryRow, ...]:
    """The rows for a contest: the usual contenders and everyone a bulletin has named.

    ``by_share`` puts the contenders in falling order of these shares instead of the usual order.
    """
    codes = in_order(contest, [*contest.shown, *(code for code in spoken_of if code), OTHERS])
    if by_share:
        shares = by_share
        codes.sort(key=lambda code: (code == OTHERS, -shares.get(code, Decimal(-1))))
    rows = [EntryRow(RowKind.TIME)]
    rows += [
        EntryRow(RowKind.FIGURE, Row(item), opens=item is Item.OPENED_SHARE)
        for item in (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES)
    ]
    rows += _contenders(Item.SHARE, codes)
    rows += [EntryRow(RowKind.SUM, opens=True), EntryRow(RowKind.LEAD)]
    rows += [
        EntryRow(RowKind.FIGURE, Row(item), opens=item is Item.LEADER)
        for item in (Item.LEADER, Item.LEAD_POINTS, Item.LEAD_VOTES, Item.TURNOUT)
    ]
    if votes:
        rows += _contenders(Item.VOTES, codes)
    if contest.kind.has_seats:
        rows += _contenders(Item.SEATS, codes)
    return tuple(rows)


def _contenders(item: Item, codes: list[str]) -> list[EntryRow]:
    return [
        EntryRow(RowKind.FIGURE, Row(item, code), opens=position == 0)
        for position, code in enumerate(codes)
    ]


def row_label(election: Election, contest: str, entry: EntryRow) -> str:
    """A row by what is typed in it or follows from it."""
    if entry.row is None:
        return {
            RowKind.TIME: QCoreApplication.translate("EntryModel", "Time"),
            RowKind.SUM: QCoreApplication.translate("EntryModel", "Sum"),
            RowKind.LEAD: QCoreApplication.translate("EntryModel", "Lead"),
        }[entry.kind]
    if entry.row.contender:
        label = election.label(contest, entry.row.contender)
        if election.contest(contest).contender(entry.row.contender).withdrawn:
            withdrawn = QCoreApplication.translate("EntryModel", "{contender} (withdrawn)")
            label = withdrawn.format(contender=label)
        texts = {
            Item.VOTES: QCoreApplication.translate("EntryModel", "{contender}, votes"),
            Item.SEATS: QCoreApplication.translate("EntryModel", "{contender}, seats"),
        }
        return texts.get(entry.row.item, "{contender}").format(contender=label)
    return {
        Item.OPENED_SHARE: QCoreApplication.translate("EntryModel", "Opened, %"),
        Item.OPENED_BOXES: QCoreApplication.translate("EntryModel", "Opened boxes"),
        Item.TOTAL_BOXES: QCoreApplication.translate("EntryModel", "Total boxes"),
        Item.LEADER: QCoreApplication.translate("EntryModel", "Leader, as stated"),
        Item.LEAD_POINTS: QCoreApplication.translate("EntryModel", "Lead in points, as stated"),
        Item.LEAD_VOTES: QCoreApplication.translate("EntryModel", "Lead in votes, as stated"),
        Item.TURNOUT: QCoreApplication.translate("EntryModel", "Turnout, %"),
    }[entry.row.item]


def column_header(agency: str, column: EntryColumn) -> str:
    """An agency and, under it, what its column holds."""
    if column.draft and column.draft.replaces is not None:
        state = QCoreApplication.translate("EntryModel", "correction")
    elif column.draft:
        state = QCoreApplication.translate("EntryModel", "draft")
    elif newest := column.said.newest:
        filed = QCoreApplication.translate("EntryModel", "filed {time}")
        state = filed.format(time=shown.clock(newest))
    else:
        state = QCoreApplication.translate("EntryModel", "nothing yet")
    return f"{agency}\n{state}"
