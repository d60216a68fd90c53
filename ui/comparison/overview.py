"""Every open finding of the night in one table, the worst first, with a way to each.

What is found and whether it is accepted comes from `ui.night.watch`; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QWidget

from desk import turkish
from ui.comparison.filling import FilledPage, KeyedLines
from ui.night.watch import FindingLine, Watch
from ui.texts import names as shown
from ui.texts.names import VALUE_ROLE
from ui.widgets import theme
from ui.widgets.marks import DIFFER, UNLIKELY, WRONG
from ui.widgets.tables import Index


class FindingColumn(IntEnum):
    """The columns."""

    MARK = 0
    CODE = 1
    AGENCY = 2
    PLACE = 3
    TIME = 4
    SENTENCE = 5
    ACCEPTED = 6


class OverviewModel(KeyedLines[FindingLine]):
    """Findings as rows; a click on a heading sorts by it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(FindingColumn), parent)
        self._sorted_by = (FindingColumn.MARK, Qt.SortOrder.AscendingOrder)

    def told(self, row: int) -> FindingLine | None:
        """The finding in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def any_accepted(self) -> bool:
        """Whether a reason stands in any row."""
        return any(one.accepted for one in self._lines)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the selection keeps its findings."""
        if not 0 <= column < len(FindingColumn):
            return
        self._sorted_by = (FindingColumn(column), order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._lines[index.row()].key for index in before]
        self._lines = self._in_order(self._lines)
        rows = {one.key: row for row, one in enumerate(self._lines)}
        after = [
            self.index(rows[key], index.column()) for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _key_of(self, line: FindingLine) -> Hashable:
        return line.key

    def _in_order(self, fresh: Sequence[FindingLine]) -> list[FindingLine]:
        column, order = self._sorted_by
        by_place = sorted(fresh, key=lambda one: (one.place, one.code))
        newest = sorted(by_place, key=lambda one: one.as_of, reverse=True)
        return sorted(
            newest,
            key=lambda one: _key(one, column),
            reverse=order is Qt.SortOrder.DescendingOrder,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        told, column = self._lines[index.row()], FindingColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(told, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return told.sentence
        if role == VALUE_ROLE and column is FindingColumn.MARK:
            return self._kind(told)
        if role == Qt.ItemDataRole.ForegroundRole:
            colours = theme.ink()
            if told.accepted:
                return colours.muted
            return colours.error if told.error else None
        return None

    def _kind(self, told: FindingLine) -> str:
        """What the mark says, in a word."""
        return {
            WRONG: self.tr("impossible"),
            UNLIKELY: self.tr("unlikely"),
            DIFFER: self.tr("agencies differ"),
        }.get(told.mark, "")

    def headings(self) -> Mapping[int, str]:
        return {
            FindingColumn.MARK: "",
            FindingColumn.CODE: self.tr("Code"),
            FindingColumn.AGENCY: self.tr("Agency"),
            FindingColumn.PLACE: self.tr("Place"),
            FindingColumn.TIME: self.tr("Time"),
            FindingColumn.SENTENCE: self.tr("What was found, and what to do"),
            FindingColumn.ACCEPTED: self.tr("Accepted because"),
        }


def _text(told: FindingLine, column: FindingColumn) -> str:
    match column:
        case FindingColumn.MARK:
            return told.mark
        case FindingColumn.CODE:
            return told.code
        case FindingColumn.AGENCY:
            return told.agency
        case FindingColumn.PLACE:
            return told.place
        case FindingColumn.TIME:
            return shown.clock(told.as_of)
        case FindingColumn.SENTENCE:
            return told.sentence
        case FindingColumn.ACCEPTED:
            return told.accepted


def _key(told: FindingLine, column: FindingColumn) -> tuple[object, ...]:
    match column:
        case FindingColumn.PLACE:
            return (turkish.sort_key(told.place),)
        case FindingColumn.MARK:
            return (bool(told.accepted), told.rank)
        case FindingColumn.TIME:
            return (told.as_of,)
    return (_text(told, column),)


class OverviewPage(FilledPage[FindingLine]):
    """The night's findings."""

    jump_wanted = Signal(object)

    def __init__(self, watch: Watch, parent: QWidget | None = None) -> None:
        self.model = OverviewModel()
        super().__init__("overview", self.model, watch, parent)
        self.model.setParent(self)
        # The whole of the chosen finding, however long: the table shows one line of each.
        self.detail = QLabel(self)
        self.detail.setObjectName("overview.detail")
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setMinimumHeight(3 * self.fontMetrics().height())
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.detail)
        self._dress()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.list.entered.connect(self._jump)
        self.retranslate()

    def show_finding(self, key: str) -> None:
        """Put the cursor on a finding, if it is among them."""
        self._choose(key)

    def retranslate(self) -> None:
        """Set every text in the language in force; lines in the one before go at once."""
        super().retranslate()
        self.table.setAccessibleName(self.tr("Findings of the night"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(FindingColumn) - 1)

    def _dress(self) -> None:
        table = self.table
        table.setSortingEnabled(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setSectionResizeMode(FindingColumn.SENTENCE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(FindingColumn.MARK, Qt.SortOrder.AscendingOrder)

    def _gather(self, place: str, now: datetime) -> Sequence[FindingLine]:
        return self._watch.found(place, now)

    def _whole(self, gathered: Iterable[Sequence[FindingLine]]) -> Sequence[FindingLine]:
        return [line for lines in gathered for line in lines]

    def _why_empty(self, *, working: bool) -> str:
        if working:
            return self.tr("Findings are being worked out…")
        return self.tr("Nothing stands out in this contest.")

    def _settled(self) -> None:
        self.table.setColumnHidden(FindingColumn.ACCEPTED, not self.model.any_accepted())
        self._tell()

    def _tell(self) -> None:
        """Say the finding under the cursor in full."""
        told = None if self.list.covered else self.model.told(self.list.row)
        lines = [] if told is None else [f"{told.mark} {told.code}  {told.sentence}"]
        if told is not None and told.accepted:
            lines.append(self.tr("Accepted because: {reason}").format(reason=told.accepted))
        self.detail.setText("\n".join(lines))

    def _jump(self, row: int) -> None:
        told = self.model.told(row)
        if told is not None:
            self.jump_wanted.emit(told)
