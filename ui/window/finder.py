"""Ctrl+F: one box over everything; type, arrow, Enter, and one is there.

What can be found, and what a text means, is `findable`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets import theme
from ui.widgets.sizes import fit
from ui.widgets.tables import Index, LinesModel
from ui.widgets.theme import STEP
from ui.window.findable import FoundKind, FoundThing, kind_name, matching

WIDTH, HEIGHT = 760, 520
BAR = 3
TO_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class FoundModel(LinesModel[FoundThing]):
    """What the text means, a line each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(1, parent)

    def show(self, things: Sequence[FoundThing]) -> None:
        """Show other things."""
        self.beginResetModel()
        self._lines = list(things)
        self.endResetModel()

    def thing(self, row: int) -> FoundThing | None:
        """What stands in a row; None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        thing = self.thing(index.row())
        if thing is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return thing.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                filter(None, (kind_name(thing.kind), thing.name, thing.leads, thing.key))
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return thing.name
        return None


class FoundRows(QStyledItemDelegate):
    """What it is, its name, where it leads, its key."""

    def __init__(self, view: QListView, model: FoundModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        view.setItemDelegate(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, option.fontMetrics.height() + 2 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink, box, thing = theme.ink(), QRect(option.rect), self._model.thing(index.row())
        if thing is None:
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, ink.selected)
            painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), ink.accent)
        small = QFontMetrics(theme.font(theme.SMALL))
        kinds = max(small.horizontalAdvance(kind_name(kind)) for kind in FoundKind) + 2 * STEP
        left, right = int(Qt.AlignmentFlag.AlignVCenter), int(Qt.AlignmentFlag.AlignRight)
        room = box.adjusted(3 * STEP, 0, -3 * STEP, 0)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(ink.muted)
        painter.drawText(room, left, kind_name(thing.kind))
        behind = " · ".join(filter(None, (thing.leads, thing.key)))
        painter.drawText(room, left | right, behind)
        measure = QFontMetrics(theme.font())
        wide = room.width() - kinds - small.horizontalAdvance(behind) - 3 * STEP
        painter.setFont(theme.font())
        painter.setPen(ink.text)
        name = measure.elidedText(thing.name, Qt.TextElideMode.ElideRight, max(0, wide))
        painter.drawText(room.adjusted(kinds, 0, 0, 0), left, name)


class Finder(QDialog):
    """A line to type in, and under it what that means; `chosen` is what Enter was pressed on."""

    def __init__(
        self,
        things: Sequence[FoundThing],
        posts: Callable[[str], Sequence[int]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self.setWindowTitle(self.tr("Find anything"))
        self._things, self._posts = things, posts
        self.chosen: FoundThing | None = None
        self.line = QLineEdit(self)
        self.line.setObjectName("finder.line")
        self.line.setAccessibleName(self.windowTitle())
        self.line.setPlaceholderText(self.tr("A place, a post, a finding, a setting or a command"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.model = FoundModel(self)
        self.list = QListView(self)
        self.list.setObjectName("finder.list")
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        FoundRows(self.list, self.model)
        self.said = QLabel(self)
        self.said.setObjectName("finder.said")
        self.said.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
        layout.setSpacing(2 * STEP)
        for widget in (self.line, self.list, self.said):
            layout.addWidget(widget)
        self.line.textChanged.connect(self.look)
        self.list.activated.connect(lambda index: self._choose(index))
        self.list.clicked.connect(lambda index: self._choose(index))
        fit(self, WIDTH, HEIGHT)
        self.look("")
        self.line.setFocus()

    def look(self, text: str) -> None:
        """Show what a text means."""
        found = matching(self._things, text, self._posts)
        self.model.show(found)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))
        keys = self.tr("Enter goes there, Esc closes")
        nothing = self.tr("Nothing of the night is called so.")
        self.said.setText(keys if found else nothing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in TO_THE_LIST:
                self.list.event(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen = self.model.thing(index.row()) if index.isValid() else None
        if self.chosen is not None:
            self.accept()
