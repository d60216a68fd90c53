"""A table whose first column stays in sight while the others scroll sideways.

It is one table to the keys and the selection; only the eye sees the first column twice.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

FITTED_ROWS = 100


class FrozenTable(QTableView):
    """`QTableView` with a second view of column 0 laid over its left edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frozen = QTableView(self)
        self.frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frozen.setFrameShape(QFrame.Shape.NoFrame)
        self.frozen.verticalHeader().hide()
        self.frozen.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.frozen.horizontalHeader().setHighlightSections(False)
        self.frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frozen.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Fitting a column to its contents asks this many rows, not a whole country's.
        self.horizontalHeader().setResizeContentsPrecision(FITTED_ROWS)
        self.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._lay_over())
        self.frozen.doubleClicked.connect(self.doubleClicked)
        self.viewport().stackUnder(self.frozen)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Both views show the same model and share the selection."""
        super().setModel(model)
        self.frozen.setModel(model)
        self.frozen.setSelectionModel(self.selectionModel())
        self._hide_others()
        if model is not None:
            model.modelReset.connect(self._hide_others)

    def share_looks(self) -> None:
        """Give the laid-over column the table's row height, stripes and sorting."""
        self.frozen.verticalHeader().setDefaultSectionSize(
            self.verticalHeader().defaultSectionSize()
        )
        self.frozen.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.frozen.setAlternatingRowColors(self.alternatingRowColors())
        self.frozen.setSelectionMode(self.selectionMode())
        self.frozen.setWordWrap(False)
        header, over = self.horizontalHeader(), self.frozen.horizontalHeader()
        over.setSectionsClickable(True)
        over.setSortIndicatorShown(True)
        over.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        # With it Qt lets go of what a press on the heading does otherwise: the cursor would leave
        # its row for the first one.
        self.frozen.setSortingEnabled(True)
        over.sortIndicatorChanged.connect(self._sorted_over)
        header.sortIndicatorChanged.connect(self._sorted_under)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_over()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.frozen.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.frozen.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay_over()
        return super().viewportEvent(event)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The first column is always in sight; others must not hide behind it."""
        if index.column() > 0:
            super().scrollTo(index, hint)
            left = self.visualRect(index).left()
            covered = self.frozen.width() - left
            if covered > 0:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() - covered)
        else:
            at = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(at)

    def _sorted_over(self, column: int, order: Qt.SortOrder) -> None:
        if column == 0:
            self.horizontalHeader().setSortIndicator(0, order)

    def _sorted_under(self, column: int, order: Qt.SortOrder) -> None:
        over = self.frozen.horizontalHeader()
        over.blockSignals(True)
        over.setSortIndicator(column if column == 0 else -1, order)
        over.blockSignals(False)

    def _hide_others(self) -> None:
        model: QAbstractItemModel | None = self.model()
        for column in range(1, model.columnCount() if model is not None else 0):
            self.frozen.setColumnHidden(column, True)
        self._lay_over()

    def _lay_over(self) -> None:
        width = self.columnWidth(0)
        self.frozen.setColumnWidth(0, width)
        head = self.horizontalHeader().height()
        self.frozen.horizontalHeader().setFixedHeight(max(head, 1))
        frame = self.frameWidth()
        self.frozen.setGeometry(frame, frame, width, self.viewport().height() + head)
