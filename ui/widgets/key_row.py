"""Answers in a row, each with the key that gives it; rows break where the room ends.

The keys themselves belong to the list the answers are of; here they are told and can be clicked.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import theme
from ui.widgets.theme import STEP


class KeyRow(QWidget):
    """What the digits answer, told and to be clicked."""

    pressed = Signal(int)
    """The digit of the answer clicked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._answers: tuple[tuple[int, str], ...] = ()
        self._hint = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def show_answers(self, answers: Sequence[tuple[int, str]], hint: str = "") -> None:
        """Show a digit and a name for each answer, or a sentence where there is none."""
        self._answers, self._hint = tuple(answers), hint
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Everything it says in one line; a digit stays with its answer where a line breaks."""
        told = [f"{digit} {name}".replace(" ", "\u00a0") for digit, name in self._answers]
        return "   ".join(told) or self._hint

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return round(boxes[-1].bottom()) + 1 if boxes else self.fontMetrics().height() + STEP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self._answers[at][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours, painter = theme.ink(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if not self._answers:
            painter.setPen(colours.muted)
            painter.drawText(self.rect(), left, self._hint)
        for box, (digit, name) in zip(self._boxes(self.width()), self._answers, strict=True):
            painter.setPen(QPen(colours.faint, 1))
            painter.setBrush(colours.base)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(colours.accent)
            painter.setFont(theme.font(strong=True))
            inside = box.adjusted(2 * STEP, 0, -2 * STEP, 0)
            painter.drawText(inside, left, str(digit))
            painter.setPen(colours.text)
            painter.setFont(theme.font())
            painter.drawText(inside.adjusted(self._digit_width(), 0, 0, 0), left, name)

    def _boxes(self, width: int) -> list[QRectF]:
        height = self.fontMetrics().height() + 2 * STEP
        boxes, x, y = list[QRectF](), 0.5, 0.5
        for _, name in self._answers:
            words = QFontMetrics(theme.font()).horizontalAdvance(name)
            wide = min(words + self._digit_width() + 4 * STEP, max(width - 1, 1))
            if x > 1 and x + wide > width:
                x, y = 0.5, y + height + STEP
            boxes.append(QRectF(x, y, wide, height))
            x += wide + 2 * STEP
        return boxes

    def _digit_width(self) -> int:
        return QFontMetrics(theme.font(strong=True)).horizontalAdvance("0") + 2 * STEP

    def _at(self, where: QPointF) -> int | None:
        boxes = self._boxes(self.width())
        return next((at for at, box in enumerate(boxes) if box.contains(where)), None)
