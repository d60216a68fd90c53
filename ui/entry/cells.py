"""What each cell of the entry table shows: a draft's figure, a filed one, a derived one, a refusal.

Pure reading: figures come from the session's values, verdicts from `desk`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum, IntEnum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import TOPICS, Bulletin, BulletinState, Draft, Item, Row, Value
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
    note: str = ""
    """Beside the number, smaller: since when it stands, or how far it has moved."""


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What stands over a column: whose it is, who leads by how much, and what that comes from."""

    agency: str
    lead: str
    state: str
    colour: str = ""
    drafted: bool = False


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """One agency's side of the table: what it filed, what that was before, and the draft on top."""

    said: Reported
    draft: Draft | None
    before: Mapping[Row, Value] = field(default_factory=dict)
    """What the bulletin before the newest said, by row."""

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
        case RowKind.FIGURE:
            assert entry.row is not None
            return _figure_cell(election, contest, entry.row, column)


def gap_cell(entry: EntryRow, columns: tuple[EntryColumn, ...]) -> EntryCell:
    """The distance between the two agencies' figures; empty where either is silent."""
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
        return EntryCell(
            text, CellLook.FILED, value=value, note=_moved(value, column.before.get(row))
        )
    tip = QCoreApplication.translate("EntryCells", "{agency} at {time}").format(
        agency=column.said.source.agency, time=shown.clock(bulletin.as_of)
    )
    return EntryCell(text, CellLook.OLDER, tip, value, note=shown.clock(bulletin.as_of))


def _moved(value: Value, before: Value | None) -> str:
    """How far a number has moved since the bulletin before it; nothing where it has not."""
    if isinstance(value, str) or before is None or isinstance(before, str) or value == before:
        return ""
    by = Decimal(value) - Decimal(before)
    return f"{'+' if by > 0 else '−'}{shown.said(abs(by))}"


def _sum_cell(column: EntryColumn) -> EntryCell:
    shares = column.shares()
    if not shares:
        return EntryCell(look=CellLook.DERIVED)
    total = sum(shares.values(), Decimal(0))
    if total <= HUNDRED + rounding_room(shares.values()):
        return EntryCell(shown.share(total), CellLook.DERIVED, value=total)
    tip = QCoreApplication.translate("EntryCells", "The shares add to more than 100.")
    return EntryCell(shown.share(total), CellLook.WRONG, tip, total)


def head_of(election: Election, contest: str, column: EntryColumn, now: datetime) -> ColumnHead:
    """What stands over an agency's column: its lead, and how old its newest word is."""
    lead, agency = column.lead, column.said.source.agency
    colour = ""
    if lead is not None and lead.leader is not None:
        colour = election.party(election.contest(contest).contender(lead.leader).party).colour
    state, newest = column_state(column), column.said.newest
    if column.draft is not None:
        state = f"{state} {shown.clock(column.draft.as_of)}"
    elif newest is not None:
        minutes = shown.age_minutes(now, newest)
        ago = QCoreApplication.translate("EntryModel", "{n} min ago")
        if minutes is not None and minutes < shown.DAY:
            state = f"{state} · {ago.format(n=minutes)}"
    if lead is not None and lead.stated and lead.bulletin.as_of != newest:
        stated = QCoreApplication.translate("EntryCells", "as {agency} stated it at {time}")
        state = stated.format(agency=agency, time=shown.clock(lead.bulletin.as_of))
    return ColumnHead(
        agency, shown.lead(election, contest, lead), state, colour, column.draft is not None
    )


def gap_head(columns: tuple[EntryColumn, ...]) -> ColumnHead:
    """What stands over the gaps: how far the two leads are apart."""
    apart = lead_gap(*(column.lead for column in columns))
    return ColumnHead(
        QCoreApplication.translate("EntryModel", "Apart"),
        shown.share(apart),
        QCoreApplication.translate("EntryModel", "points, of the leads") if apart else "",
    )


def before_newest(newest_first: Iterable[Bulletin], said: Reported) -> dict[Row, Value]:
    """What each figure of an agency's newest word was in the bulletin that had it before."""
    agency, standing = said.source.agency, BulletinState.STANDING
    wanted = {row for bulletin in said.topics.values() for row in bulletin.figures}
    seen: set[Row] = set()
    before: dict[Row, Value] = {}
    for bulletin in newest_first:
        if not wanted:
            # As a rule after two of a long night's bulletins.
            break
        if bulletin.state is not standing or bulletin.source.agency != agency:
            continue
        for row in wanted & bulletin.figures.keys():
            if row in seen:
                before[row] = bulletin.figures[row]
                wanted.discard(row)
            seen.add(row)
    return before


class RowKind(Enum):
    """What a row of the entry table is."""

    TIME = auto()
    FIGURE = auto()
    SUM = auto()


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
    named: Collection[str],
    *,
    by_share: Mapping[str, Decimal] | None = None,
    votes: bool = False,
) -> tuple[EntryRow, ...]:
    """The rows for a contest: these contenders and *Diğer*.

    ``by_share`` puts the contenders in falling order of these shares instead of the usual order.
    """
    codes = in_order(contest, [*(code for code in named if code), OTHERS])
    if by_share:
        shares = by_share
        codes.sort(key=lambda code: (code == OTHERS, -shares.get(code, Decimal(-1))))
    rows = [EntryRow(RowKind.TIME)]
    rows += [
        EntryRow(RowKind.FIGURE, Row(item), opens=item is Item.OPENED_SHARE)
        for item in (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES)
    ]
    rows += _contenders(Item.SHARE, codes)
    rows += [EntryRow(RowKind.SUM, opens=True)]
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


def row_label(election: Election, contest: str, place: str, entry: EntryRow) -> str:
    """A row by what is typed in it or follows from it."""
    if entry.row is None:
        return {
            RowKind.TIME: QCoreApplication.translate("EntryModel", "Time"),
            RowKind.SUM: QCoreApplication.translate("EntryModel", "Sum"),
        }[entry.kind]
    if entry.row.contender:
        label = shown.contender_label(election, contest, entry.row.contender, place)
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
    return f"{agency}\n{column_state(column)}"


def column_state(column: EntryColumn) -> str:
    """What a column holds: a draft, or what was filed last."""
    if column.draft and column.draft.replaces is not None:
        return QCoreApplication.translate("EntryModel", "correction")
    if column.draft:
        return QCoreApplication.translate("EntryModel", "draft")
    if newest := column.said.newest:
        filed = QCoreApplication.translate("EntryModel", "filed {time}")
        return filed.format(time=shown.clock(newest))
    return QCoreApplication.translate("EntryModel", "nothing yet")
