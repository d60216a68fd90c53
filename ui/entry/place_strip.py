"""The list of places folded to a strip: a tick a place in the list's order, marks where some are.

Arrows and a click go to a place; which places there are and what their marks say is the model's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.entry.places_model import PlacesModel
from ui.widgets import shapes, theme
from ui.widgets.theme import STEP

WIDTH = 7 * STEP


class PlaceStrip(QWidget):
    """Twenty-eight pixels in the place of a list."""

    step_wanted = Signal(int)
    """The next place, or the one before."""
    place_wanted = Signal(int)
    """The place in a row of the model."""
    entered = Signal()
    """Enter or Esc: the keys want to go on to the table."""

    def __init__(self, model: PlacesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("places.strip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._model, self._place = model, ""
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(lambda *_: self.update())
        self.retranslate()

    def show_place(self, place: str) -> None:
        """The current place, for the eye and the ear."""
        self._place = place
        self.setAccessibleDescription(place)
        self.update()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setAccessibleName(self.tr("Places, folded"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._name(self._at(event.pos())), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.step_wanted.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._at(event.position().toPoint())
        if row is not None:
            self.place_wanted.emit(row)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.ink()
        painter.fillRect(self.rect(), colours.base)
        rows, centre = self._model.rowCount(), self.width() / 2
        here = self._model.row_of(self._place)
        if here is None:
            here = self._model.row_of(self._model.head(self._place))
        if here is not None:
            ground = colours.selected if self.hasFocus() else colours.selected_idle
            box = self.box_of(here).adjusted(0, -2, 0, 2)
            painter.fillRect(box, ground)
            painter.fillRect(QRect(0, box.top(), 3, box.height()), colours.accent)
        # Where ticks would touch, every so many of them stands for its neighbours.
        every = max(1, rows * 3 // max(1, self.height()))
        painter.setPen(colours.faint)
        for row in range(0, rows, every):
            middle = self.box_of(row).center().y()
            painter.drawLine(QPoint(int(centre) - 5, middle), QPoint(int(centre) + 5, middle))
        for row in range(rows):
            if mark := self._model.mark_at(row):
                at = QRectF(centre - 6, self.box_of(row).center().y() - 6, 12, 12)
                painter.fillRect(at, colours.base)
                shapes.paint(painter, mark, at)
        painter.setPen(colours.accent if self.hasFocus() else colours.line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()

    def box_of(self, row: int) -> QRect:
        """Where the tick of a row is."""
        room = self.height() - 4 * STEP
        top = 2 * STEP + row * room // max(1, self._model.rowCount())
        bottom = 2 * STEP + (row + 1) * room // max(1, self._model.rowCount())
        return QRect(0, top, self.width(), max(1, bottom - top))

    def _at(self, point: QPoint) -> int | None:
        rows = self._model.rowCount()
        row = (point.y() - 2 * STEP) * rows // max(1, self.height() - 4 * STEP)
        return row if 0 <= row < rows else None

    def _name(self, row: int | None) -> str:
        return "" if row is None else self._model.place_at(row)
