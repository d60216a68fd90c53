"""A table of lines to go to, or the sentence that stands there while it has none.

What the lines are is the model's; where Enter leads is the page's.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedLayout, QTableView, QWidget

from ui.widgets.table_parts import dress


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
        self.empty = QLabel(self)
        self.empty.setObjectName(f"{name}.empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.table.doubleClicked.connect(lambda index: self.entered.emit(index.row()))
        self.table.installEventFilter(self)

    @property
    def row(self) -> int:
        """The row under the cursor; -1 if there is none."""
        return self.table.currentIndex().row()

    def settle(self, row: int | None) -> None:
        """After the model was filled: the chosen line stays chosen, else the first one is."""
        self._stack.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        if row is None and self.model.rowCount():
            row = 0
        index = self.table.currentIndex()
        if row is not None and row != index.row():
            self.table.setCurrentIndex(self.model.index(row, max(index.column(), 0)))

    def take_keys(self) -> None:
        """Put the focus in the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

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
