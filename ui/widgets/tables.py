"""A table of lines to go to, or the sentence that stands there while it has none.

What the lines are is the model's; where Enter leads is the page's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedLayout, QTabBar, QTableView, QWidget

from ui.widgets import theme


class EmptyNote(QLabel):
    """The sentence that stands where nothing is yet: in the middle, clear of what is beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMargin(3 * theme.STEP)


class TableOrEmpty(QWidget):
    """The table and the sentence; ``entered`` is Enter or a double click on a row."""

    entered = Signal(int)

    def __init__(
        self, name: str, model: QAbstractTableModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.table = QTableView(self)
        self.table.setObjectName(f"{name}.table")
        self.table.setModel(model)
        dress(self.table)
        header = self.table.horizontalHeader()
        header.setResizeContentsPrecision(100)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.empty = EmptyNote(f"{name}.empty", self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.table.doubleClicked.connect(lambda index: self.entered.emit(index.row()))
        self.table.installEventFilter(self)

    @property
    def row(self) -> int:
        """The row under the cursor; -1 if there is none."""
        return self.table.currentIndex().row()

    @property
    def covered(self) -> bool:
        """Whether the sentence stands where the table would."""
        return self._stack.currentWidget() is self.empty

    def cover(self) -> None:
        """Let the sentence stand in the table's stead, until `settle`; the keys go with it."""
        self._stack.setCurrentWidget(self.empty)

    def settle(self, row: int | None) -> None:
        """After the model was filled: the chosen line stays chosen, else the first one is."""
        self._stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if self.model.rowCount() and self.empty.hasFocus():
            self.take_keys()
        if row is None and self.model.rowCount():
            row = 0
        index = self.table.currentIndex()
        if row is not None and row != index.row():
            self.table.setCurrentIndex(self.model.index(row, max(index.column(), 0)))

    def take_keys(self) -> None:
        """Put the focus in the table, or on its sentence until there is one."""
        # A hidden table does not take the keys, and they would go to whatever comes next.
        shown = self.empty if self.covered else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
        ):
            self.entered.emit(self.row)
            return True
        return super().eventFilter(watched, event)


Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

READABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


def dress(table: QTableView) -> None:
    """Stripes, one line a row, no side header; Tab leaves the table."""
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setHighlightSections(False)


def first_order(*, rising: bool) -> int:
    """Which way the first click on a heading sorts, as a header asks for it."""
    order = Qt.SortOrder.AscendingOrder if rising else Qt.SortOrder.DescendingOrder
    return order.value


T = TypeVar("T")


class LinesModel(QAbstractTableModel, Generic[T]):
    """Lines as rows. Whoever changes ``_lines`` tells the views so, as Qt asks."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[T] = []
        self._width = columns

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._width

    def flags(self, index: Index) -> Qt.ItemFlag:
        return READABLE if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headings(self) -> Mapping[int, str]:
        """The heads of the columns, in the language in force."""
        return {}

    def falling(self) -> Collection[int]:
        """The columns of numbers: the first click on one puts the greatest at the top."""
        return ()

    def at_right(self) -> Collection[int]:
        """The columns that stand at the right, heading and cells."""
        return self.falling()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return first_order(rising=section not in self.falling())
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return theme.RIGHT if section in self.at_right() else theme.LEFT
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings().get(section)


class TabBar(QTabBar):
    """Tabs as words in a row, the one in front underlined; a key is told behind its word.

    The key is the tab's tip.
    """

    def __init__(self, parent: QWidget | None = None, *, dense: bool = False) -> None:
        """``dense`` is for many words in a narrow pane: whole ones, near each other."""
        super().__init__(parent)
        self._dense = dense
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)

    def tell(self, *names: str) -> None:
        """Name the tabs anew, making those that are missing; the one in front stays."""
        for number, name in enumerate(names):
            if number < self.count():
                self.setTabText(number, name)
            else:
                blocked = self.blockSignals(True)
                self.addTab(name)
                self.blockSignals(blocked)
        self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        strong = QFontMetrics(theme.font(strong=True))
        key = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self._key(index))
        text = strong.horizontalAdvance(self.tabText(index).replace("&", ""))
        air = (2 if self._dense else 6) * theme.STEP
        return QSize(text + key + air, strong.height() + 3 * theme.STEP)

    def minimumTabSizeHint(self, index: int) -> QSize:
        hint = self.tabSizeHint(index)
        return hint if self._dense else QSize(12 * theme.STEP, hint.height())

    def room(self, index: int) -> QRect:
        """Where a tab's word and key are written."""
        right = 0 if self._dense else -3 * theme.STEP
        return self.tabRect(index).adjusted(theme.STEP, 0, right, -2)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.ink()
        small = QFontMetrics(theme.font(theme.SMALL))
        for index in range(self.count()):
            front, box = index == self.currentIndex(), self.tabRect(index)
            room = self.room(index)
            font = theme.font(strong=front)
            measure = QFontMetrics(font)
            text = self.tabText(index).replace("&", "")
            said = measure.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.setFont(font)
            painter.setPen(colours.text if front else colours.muted)
            painter.drawText(room, theme.LEFT, said)
            after = measure.horizontalAdvance(said) + 2 * theme.STEP
            if said == text and after + small.horizontalAdvance(self._key(index)) <= room.width():
                painter.setFont(theme.font(theme.SMALL))
                painter.setPen(colours.muted)
                painter.drawText(room.adjusted(after, 0, 0, 0), theme.LEFT, self._key(index))
            if front:
                painter.fillRect(box.left(), box.bottom() - 1, room.width() + 5, 2, colours.accent)
                if self.hasFocus():
                    painter.setPen(colours.accent)
                    painter.drawRect(box.adjusted(0, 1, -2 * theme.STEP, -3))
        painter.end()

    def _key(self, index: int) -> str:
        tip = self.tabToolTip(index)
        return tip if tip.startswith(("Alt+", "Ctrl+")) else ""
