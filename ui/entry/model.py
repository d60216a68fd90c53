"""The entry table's model: two agencies' columns and the gap, for one place in one contest.

It reads a snapshot from the session and turns typed text into edits; what a number is, what may
be filed and what is wrong with it is decided in `desk`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap

from desk.facts import edits, figures
from desk.facts.bulletin import TOPICS, Bulletin, Draft, Item, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change
from desk.facts.pasted import Block
from desk.facts.people import shown_in
from desk.facts.standing import Reported
from desk.rules.discrepancies import compare_place, pair_of
from ui.entry.cells import (
    CellLook,
    ColumnHead,
    EntryCell,
    EntryColumn,
    EntryRow,
    RowKind,
    before_newest,
    cell_of,
    column_header,
    column_state,
    gap_cell,
    gap_head,
    head_of,
    row_label,
    rows_for,
)
from ui.entry.effects import Effect, effects
from ui.night.acts import Act
from ui.night.bridge import Bridge
from ui.night.watch import CellMarks
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets.marks import DIFFER, WRONG
from ui.widgets.theme import is_dark, swatch

GAP_COLUMN = 2
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Waiting = dict[tuple[Source, Row | None], tuple[str, Refusal]]
"""Texts that are no figures, still to be mended or cleared: the cell, the text, why not."""
LOOK_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(slots=True)
class _Pasted:
    """An act that pasted texts, those of them that were refused, and those that went with it."""

    act: Act
    refused: Waiting
    gone: Waiting = field(default_factory=dict)


class EntryModel(QAbstractTableModel):
    """Rows are what can be keyed; columns are two agencies and the gap between them."""

    marked = Signal()
    """Findings mark other cells than before."""
    head_changed = Signal(int)
    """What stands over a column is another than before."""
    waiting_changed = Signal()
    """Another text waits to be mended, or one waits no more."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._contest = bridge.session.election.contests[0].id
        self._place = bridge.session.election.held_at(self._contest, "")
        self._pair = pair_of(bridge.session)
        self._votes = False
        self._by_share = False
        self._rows: tuple[EntryRow, ...] = ()
        self._cells: list[list[EntryCell]] = []
        self._columns: tuple[EntryColumn, ...] = ()
        self._now = bridge.session.night_clock()
        self._head: tuple[ColumnHead, ...] = ()
        self._refused: Waiting = {}
        self._pasted: list[_Pasted] = []
        self._in_hand: tuple[Source, Row | None] | None = None
        self._marks: CellMarks = {}
        self._why_sum: Callable[[Source, Mapping[str, Decimal]], str] = lambda *_: ""
        self._read()
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self.reload)
        bridge.undo_stack.indexChanged.connect(lambda _: self._turn_pasted())

    # What is shown

    @property
    def contest(self) -> str:
        """The contest shown."""
        return self._contest

    @property
    def place(self) -> str:
        """The place shown."""
        return self._place

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """The rows shown, from the top."""
        return self._rows

    def show(
        self,
        contest: str,
        place: str,
        pair: tuple[str, str],
        *,
        votes: bool = False,
        by_share: bool = False,
    ) -> None:
        """Show another place, contest, pair of agencies, or other rows."""
        if (contest, place, pair) != (self._contest, self._place, self._pair):
            self._marks = {}
        self._contest, self._place, self._pair = contest, place, pair
        self._votes, self._by_share = votes, by_share
        self.reload()

    def reload(self) -> None:
        """Read everything shown again."""
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def source(self, column: int) -> Source | None:
        """The address a column's figures are filed under; None for the gap."""
        if column >= GAP_COLUMN:
            return None
        return Source(self._pair[column], self._contest, self._place)

    def draft(self, column: int) -> Draft | None:
        """The draft in a column."""
        return self._columns[column].draft if column < GAP_COLUMN else None

    def said(self, column: int) -> Reported:
        """What a column's agency has filed here."""
        return self._columns[column].said

    def effects(self, source: Source, figures: Mapping[Row, Value]) -> list[Effect]:
        """What figures in a column's draft would do to its sum, its lead and the gap."""
        for number in range(GAP_COLUMN):
            if self._columns[number].said.source == source:
                election = self._bridge.session.election
                return effects(election, self._contest, self._columns, number, figures)
        return []

    def head(self, column: int) -> ColumnHead:
        """What stands over a column."""
        return self._head[column]

    def tell_time(self, now: datetime) -> None:
        """The clock has moved: how long ago the agencies spoke is told anew."""
        self._now, before = now, self._head
        self._head = self._heads()
        self._tell_heads(before)

    @property
    def widest(self) -> Decimal:
        """The widest gap of the column of gaps, by which its bars are drawn."""
        values = [row[GAP_COLUMN].value for row in self._cells]
        return max((one for one in values if isinstance(one, Decimal)), default=Decimal(0))

    def is_wrong(self, column: int) -> bool:
        """Whether anything in a column is marked as impossible."""
        cells = (row[column] for row in self._cells)
        return any(cell.mark == WRONG or cell.look is CellLook.WRONG for cell in cells)

    def told(self, index: Index) -> tuple[str, str]:
        """A cell in words, and what stands in it with what stood there before."""
        entry, column = self._rows[index.row()], index.column()
        if column >= GAP_COLUMN:
            return "", ""
        side = self._columns[column]
        where = f"{self._pair[column]} · {self.row_label(entry)} · {column_state(side)}"
        if entry.row is None:
            return where, ""
        lines, value, before = [], side.value(entry.row), side.before.get(entry.row)
        election = self._bridge.session.election
        for text, one in ((self.tr("Now: {figure}"), value), (self.tr("Before: {figure}"), before)):
            if one is not None:
                figure = shown.figure(election, self._contest, entry.row.item, one)
                lines.append(text.format(figure=figure))
        return where, " · ".join(lines)

    def notes(self, row: int, column: int) -> EntryCell:
        """All of a cell, for whoever paints it."""
        return self._cells[row][column]

    def bulletin_of(self, index: Index) -> int | None:
        """The number of the bulletin a cell's figure was filed with; None for a draft's."""
        column, entry = self._columns[index.column()], self._rows[index.row()]
        if entry.row is None or (column.draft and entry.row in column.draft.figures):
            return None
        bulletin = column.said.topics.get(TOPICS[entry.row.item])
        return bulletin.id if bulletin and entry.row in bulletin.figures else None

    def refused_texts(self) -> Waiting:
        """Texts that are no figures, still to be mended or cleared, by cell."""
        return self._refused

    def adopt_refused(self, waiting: Waiting) -> None:
        """Take over texts still waiting from the same night's former file."""
        self._refused = dict(waiting)
        self._tell_waiting()

    def waiting(self) -> tuple[Source, ...]:
        """The columns of the texts that wait, a column for each: in their cells or in her hands."""
        in_hand = () if self._in_hand is None else (self._in_hand,)
        return tuple(source for source, _ in dict.fromkeys((*self._refused, *in_hand)))

    def hold(self, index: Index | None) -> None:
        """A text in her hands was refused for this cell; None when none is held any more."""
        before, self._in_hand = self._in_hand, None
        if index is not None and (source := self.source(index.column())) is not None:
            self._in_hand = source, self._rows[index.row()].row
        if self._in_hand != before:
            self.waiting_changed.emit()

    def refused_in(self, source: Source) -> Refusal | None:
        """The first refusal waiting in a column."""
        for (where, _), (_, refusal) in self._refused.items():
            if where == source:
                return refusal
        return None

    def explain_sums(self, why: Callable[[Source, Mapping[str, Decimal]], str]) -> None:
        """Ask ``why`` what is to be said of a sum that nothing is wrong with."""
        self._why_sum = why

    def show_marks(self, marks: CellMarks) -> None:
        """Mark the cells that findings are about."""
        if marks != self._marks:
            self._marks = dict(marks)
            self._refresh(())
            self.marked.emit()

    # Typing

    def enter(self, index: Index, text: str) -> Refusal | None:
        """Take typed text into a cell: an edit, or the refusal that tells why not.

        An empty text clears the cell. On refusal nothing is stored and the cell is as it was.
        """
        source, entry = self.source(index.column()), self._rows[index.row()]
        if source is None or not entry.editable:
            return None
        try:
            edit = self._edit_for(source, entry, text.strip())
            if edit is not None:
                self._bridge.do(edit, self)
        except Refusal as refusal:
            return refusal
        if self._refused.pop((source, entry.row), None) is not None:
            self._tell_waiting()
        return None

    def fill(self, index: Index, block: Block) -> list[Refusal]:
        """Enter a block of texts from a cell down and across, as one act; what was refused.

        A refused text stays in its cell until it is mended, or the act undone; an empty one leaves
        its cell alone. E157, and nothing is entered, where the block is larger than the cells that
        can be typed into one below and beside the other.
        """
        down, across = self._room(index)
        if len(block) > down or len(block[0]) > across:
            room = {"room_down": down, "room_across": across}
            raise Refusal(Code.E157, rows=len(block), columns=len(block[0]), **room)
        before, refused = self._bridge.to_undo(), Waiting()
        with self._bridge.as_one():
            for at, row in enumerate(block):
                for to, text in enumerate(row):
                    cell = index.sibling(index.row() + at, index.column() + to)
                    if text and (refusal := self.enter(cell, text)):
                        refused[self._address(cell)] = (text, refusal)
        self._refused |= refused
        act = self._bridge.to_undo()
        if refused and act is not None and act is not before:
            self._pasted.append(_Pasted(act, refused))
        self._tell_waiting()
        return [refusal for _, refusal in refused.values()]

    def _room(self, index: Index) -> tuple[int, int]:
        """How many cells can be typed into without a gap: from this one down, and across."""
        editable = [entry.editable for entry in self._rows[index.row() :]]
        down = editable.index(False) if False in editable else len(editable)
        return down, max(0, GAP_COLUMN - index.column())

    def _address(self, index: Index) -> tuple[Source, Row | None]:
        source = self.source(index.column())
        assert source is not None
        return source, self._rows[index.row()].row

    def _turn_pasted(self) -> None:
        """Refused texts go with the act they came with, and come back with it."""
        turned: Waiting = {}
        for pasted in self._pasted:
            if self._bridge.stands(pasted.act):
                turned |= pasted.gone
                self._refused = pasted.gone | self._refused
                pasted.gone = {}
            else:
                still = self._refused.items()
                gone = {cell: word for cell, word in still if pasted.refused.get(cell) is word}
                turned |= gone
                self._refused = {cell: word for cell, word in still if cell not in gone}
                pasted.gone |= gone
        if turned:
            self._tell_waiting()

    def clear(self, indexes: Iterable[Index]) -> list[Refusal]:
        """Clear cells as one act, refused texts in them too; what was refused."""
        refusals = []
        with self._bridge.as_one():
            for index in indexes:
                if index.flags() & Qt.ItemFlag.ItemIsEditable:
                    self.drop_refused(index)
                    refusals.append(self.enter(index, ""))
        return [refusal for refusal in refusals if refusal is not None]

    def keep_refused(self, index: Index, text: str, refusal: Refusal) -> None:
        """Keep a refused text in its cell, marked, so that it is not lost with the focus."""
        source, entry = self.source(index.column()), self._rows[index.row()]
        if source is not None:
            self._refused[source, entry.row] = (text, refusal)
            self._tell_waiting()

    def drop_refused(self, index: Index) -> None:
        """Forget a refused text: the cell shows its figure again."""
        source, entry = self.source(index.column()), self._rows[index.row()]
        if source is not None and self._refused.pop((source, entry.row), None) is not None:
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        self._refresh(())
        self.waiting_changed.emit()

    def _edit_for(self, source: Source, entry: EntryRow, text: str) -> edits.Edit | None:
        draft = self._columns[self._pair.index(source.agency)].draft
        if entry.row is None:
            if not text:
                return edits.SetTime(source, None) if draft else None
            moment = self._bridge.session.election.moment(figures.read_clock(text))
            if draft and draft.timed and draft.as_of == moment:
                return None
            return edits.SetTime(source, moment)
        value = self._value(entry.row, text) if text else None
        before = draft.figures.get(entry.row) if draft else None
        if (value is None and before is None) or (value is not None and str(value) == str(before)):
            return None
        return edits.SetFigure(source, entry.row, value)

    def _value(self, row: Row, text: str) -> Value:
        if row.item is Item.LEADER:
            return self._bridge.session.names.contender(self._contest, text)
        return figures.read(row.item, text)

    # The snapshot

    def _take_change(self, change: Change) -> None:
        if change.names or change.people:
            self.reload()
            return
        here = {
            source
            for source in change.sources
            if source.place == self._place and source.contest == self._contest
        }
        if here and change.filed:
            self._refresh()
        elif here:
            self._refresh(here)

    def _refresh(self, drafts: Collection[Source] | None = None) -> None:
        """Read again, or only these drafts, and tell the view of no more than what changed."""
        rows, cells, heads = self._rows, self._cells, self._head
        if drafts is None:
            self._columns = self._read_columns()
        else:
            self._columns = tuple(
                replace(column, draft=self._bridge.session.draft(column.said.source))
                if column.said.source in drafts
                else column
                for column in self._columns
            )
        self._fill(keep_order=True)
        if self._rows != rows:
            self.beginResetModel()
            self.endResetModel()
            return
        for number, (old, new) in enumerate(zip(cells, self._cells, strict=True)):
            for column, cell in enumerate(new):
                if cell != old[column]:
                    self.dataChanged.emit(self.index(number, column), self.index(number, column))
        self._tell_heads(heads)

    def _tell_heads(self, before: tuple[ColumnHead, ...]) -> None:
        for column, (old, new) in enumerate(zip(before, self._head, strict=True)):
            if old != new:
                self.head_changed.emit(column)

    def _read(self) -> None:
        self._now = self._bridge.session.night_clock()
        self._columns = self._read_columns()
        self._fill()

    def _read_columns(self) -> tuple[EntryColumn, ...]:
        session = self._bridge.session
        sides = compare_place(session, self._contest, self._place, self._pair)
        return tuple(EntryColumn(said, session.draft(said.source)) for said in (sides.a, sides.b))

    def look_back(self, bulletins: Sequence[Bulletin]) -> None:
        """The place's bulletins, for what each figure was in the one before."""
        columns = tuple(
            replace(column, before=before_newest(bulletins, column.said))
            for column in self._columns
        )
        if columns != self._columns:
            self._columns = columns
            self._refresh(())

    def _heads(self) -> tuple[ColumnHead, ...]:
        election = self._bridge.session.election
        sides = (head_of(election, self._contest, one, self._now) for one in self._columns)
        return (*sides, gap_head(self._columns))

    def _fill(self, *, keep_order: bool = False) -> None:
        rows = self._rows_now()
        # Under a typing hand the rows stay where they are as long as they are the same rows.
        if not keep_order or {entry.key for entry in rows} != {entry.key for entry in self._rows}:
            self._rows = rows
        self._cells = [self._row_cells(entry) for entry in self._rows]
        self._head = self._heads()

    def _rows_now(self) -> tuple[EntryRow, ...]:
        election, named = self._bridge.session.election, dict[Row, None]()
        for column in self._columns:
            bulletins = [bulletin.figures for bulletin in column.said.topics.values()]
            for found in [*bulletins, *([column.draft.figures] if column.draft else [])]:
                named |= dict.fromkeys(row for row in found if row.item.per_contender)
        votes = self._votes or any(row.item is Item.VOTES for row in named)
        order = self._columns[0].shares() if self._by_share else None
        codes = (*shown_in(election, self._contest, self._place), *(row.contender for row in named))
        return rows_for(election.contest(self._contest), codes, by_share=order, votes=votes)

    def _row_cells(self, entry: EntryRow) -> list[EntryCell]:
        sides = [self._cell(entry, column) for column in self._columns]
        if any(cell.look is CellLook.REFUSED for cell in sides):
            return [*sides, EntryCell(look=CellLook.DERIVED)]
        gap = gap_cell(entry, self._columns)
        if any(cell.mark == DIFFER for cell in sides):
            gap = replace(gap, mark=DIFFER)
        return [*sides, gap]

    def _cell(self, entry: EntryRow, column: EntryColumn) -> EntryCell:
        waiting = self._refused.get((column.said.source, entry.row)) if entry.editable else None
        if waiting:
            text, refusal = waiting
            return EntryCell(
                text, CellLook.REFUSED, sentences.refusal_text(refusal, current_language())
            )
        cell = cell_of(self._bridge.session.election, self._contest, entry, column)
        found = self._marks.get((column.said.source.agency, entry.row)) if entry.row else None
        if found is None or not cell.text:
            return cell
        mark, sentence = found
        return replace(cell, mark=mark, tip="\n".join(filter(None, (cell.tip, sentence))))

    # Qt's questions

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else GAP_COLUMN + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.column() == GAP_COLUMN or not self._rows[index.row()].editable:
            return _READABLE
        return _READABLE if self._bridge.session.read_only else _EDITABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.EditRole:
                return (
                    cell.text
                    if cell.look in (CellLook.DRAFT, CellLook.FILED, CellLook.REFUSED)
                    else ""
                )
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return cell.tip or self._of_sum(index) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, cell)
        if role == LOOK_ROLE:
            return cell.look
        if role == shown.VALUE_ROLE:
            return cell.value
        return None

    def _of_sum(self, index: Index) -> str:
        if self._rows[index.row()].kind is not RowKind.SUM or index.column() == GAP_COLUMN:
            return ""
        column = self._columns[index.column()]
        return self._why_sum(column.said.source, column.shares())

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return self.enter(index, str(value)) is None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            return self._column_header(section) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._rows):
            return None
        entry = self._rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headed(entry)
        if role == Qt.ItemDataRole.DecorationRole and entry.row and entry.row.item is Item.SHARE:
            return self._colour(entry.row.contender)
        if role == Qt.ItemDataRole.ToolTipRole and entry.row and entry.row.contender:
            session = self._bridge.session
            contest = session.election.contest(self._contest)
            names = session.candidates.of(contest, self._place, entry.row.contender)
            return ", ".join(names) or None
        return None

    def _headed(self, entry: EntryRow) -> str:
        """The row's label, with whom the night's list has for it here."""
        label, code = self.row_label(entry), entry.row.contender if entry.row else ""
        names = self._bridge.session.candidates.listed_for(self._contest, self._place, code)
        return " · ".join((label, _short(names))) if names else label

    def row_label(self, entry: EntryRow) -> str:
        """What the row is called in the window's language."""
        return row_label(self._bridge.session.election, self._contest, self._place, entry)

    def _column_header(self, section: int) -> str:
        if section >= GAP_COLUMN:
            return self.tr("Gap") + "\n" + self.tr("points")
        return column_header(self._pair[section], self._columns[section])

    def _colour(self, code: str) -> QPixmap:
        """A swatch of the party's colour; the name beside it says the same without colour."""
        election = self._bridge.session.election
        contender = election.contest(self._contest).contender(code)
        return swatch(election.party(contender.party).colour, is_dark())

    def _spoken(self, index: Index, cell: EntryCell) -> str:
        where = self._headed(self._rows[index.row()])
        column = self._column_header(index.column()).replace("\n", " ")
        return f"{column}, {where}: {cell.text or self.tr('not reported')}"


def _short(names: Sequence[str]) -> str:
    """The first of several names and how many more."""
    return names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"


_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
