"""One choice of a few, as words in a frame: a tab bar for ears and keys, painted as one control.

What is chosen, and what a choice does, is whoever asks' business.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.widgets import shapes, theme
from ui.widgets.marks import bare
from ui.widgets.theme import STEP


class Segments(QTabBar):
    """Left and right choose; a mark that a text is led by is drawn before it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, index: int, text: str) -> None:
        """Name a choice anew; ears are not told its mark."""
        if text != self.tabText(index):
            self.setTabText(index, text)
            self.setAccessibleTabName(index, bare(text))
            self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        text, measure = self.tabText(index), QFontMetrics(theme.font(strong=True))
        words = bare(text)
        mark = shapes.SIZE + STEP if words != text else 0
        return QSize(measure.horizontalAdvance(words) + mark + 6 * STEP, measure.height() + 10)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        seen = [n for n in range(self.count()) if self.isTabVisible(n)]
        sizes = [self.tabSizeHint(n) for n in seen] or [QSize(0, 0)]
        return QSize(sum(one.width() for one in sizes), sizes[0].height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.ink()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = [n for n in range(self.count()) if self.isTabVisible(n)]
        whole = QRectF(0.5, 0.5, self.sizeHint().width() - 1, self.height() - 1)
        frame = QPainterPath()
        frame.addRoundedRect(whole, 3, 3)
        painter.fillPath(frame, colours.base)
        for number in seen:
            self._segment(painter, number, frame, last=number == seen[-1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent, 2) if self.hasFocus() else QPen(colours.faint, 1))
        edge = 1.0 if self.hasFocus() else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 3, 3)
        painter.end()

    def _segment(self, painter: QPainter, index: int, frame: QPainterPath, *, last: bool) -> None:
        colours, box, front = theme.ink(), self.tabRect(index), index == self.currentIndex()
        if front:
            ground = QPainterPath()
            ground.addRect(QRectF(box))
            painter.fillPath(ground.intersected(frame), colours.selected)
        if not last:
            painter.setPen(QPen(colours.faint, 1))
            painter.drawLine(box.right(), box.top() + 1, box.right(), box.bottom() - 1)
        text, font = self.tabText(index), theme.font(strong=front)
        words, measure = bare(text), QFontMetrics(font)
        mark = text[:1] if words != text else ""
        width = measure.horizontalAdvance(words) + (shapes.SIZE + STEP if mark else 0)
        left = box.left() + (box.width() - width) // 2
        if mark:
            shapes.paint(painter, mark, QRectF(left, box.top(), shapes.SIZE, box.height()))
            left += shapes.SIZE + STEP
        painter.setFont(font)
        painter.setPen(colours.text)
        room = QRect(left, box.top(), box.right() - left, box.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
