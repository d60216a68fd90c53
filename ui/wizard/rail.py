"""The wizard's steps at its left: which are done, where she is, which come.

A step that was reached can be gone back to with a click; everything else is the wizard's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import theme

ROW, INSET, BAR, MARK = 36, 14, 3, 24


class StepsRail(QWidget):
    """`wanted` is the step that was clicked, from 0."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard.rail")
        self._texts: tuple[str, ...] = ()
        self._at, self._reached = 0, 0
        self._closed: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_steps(
        self, texts: Sequence[str], at: int, reached: int, closed: frozenset[int] = frozenset()
    ) -> None:
        """Show the steps; those ``closed`` are passed over."""
        self._texts, self._at, self._reached = tuple(texts), at, reached
        self._closed = closed
        self.setAccessibleName(f"{at + 1}/{len(self._texts)} {self._texts[at]}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = max((self.fontMetrics().horizontalAdvance(text) for text in self._texts), default=0)
        return QSize(words + words // 12 + MARK + 2 * INSET, ROW * len(self._texts) + 2 * BAR)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = (event.position().toPoint().y() - 8) // ROW
        if 0 <= step <= self._reached and step != self._at and step not in self._closed:
            self.wanted.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, palette = theme.ink(), self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ink.rail)
        painter.setPen(ink.line)
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        for step, text in enumerate(self._texts):
            row = QRect(0, 8 + step * ROW, self.width() - 1, ROW)
            font = QFont(self.font())
            if step == self._at:
                painter.fillRect(row, palette.color(palette.ColorRole.Base))
                painter.fillRect(QRect(0, row.top(), BAR, ROW), ink.accent)
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            inside = row.adjusted(INSET, 0, -4, 0)
            painter.setPen(ink.text if step <= self._reached else ink.muted)
            if step < self._at and step not in self._closed:
                self._tick(painter, inside)
            else:
                told = "–" if step in self._closed else str(step + 1)
                painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), told)
            words = inside.adjusted(MARK, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _tick(self, painter: QPainter, inside: QRect) -> None:
        x, y = inside.left() + 1, inside.center().y()
        pen = QPen(painter.pen().color(), 1.6)
        painter.setPen(pen)
        painter.drawPolyline(QPolygon([QPoint(x, y), QPoint(x + 3, y + 4), QPoint(x + 10, y - 4)]))
