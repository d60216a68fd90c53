"""A button that shows its key beside its word, and one of them that leads.

What it does is its owner's; where it may not be pressed it says why in its tip.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets import theme

INSET, GAP, HEIGHT = 12, 8, 26


def small(font: QFont) -> QFont:
    """The font of labels and keys."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.85)
    return smaller


def large(font: QFont) -> QFont:
    """The font of a page's title and of the one number that leads."""
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.5)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger


class KeyButton(QPushButton):
    """Bordered, or filled where it is the page's one `primary`; `held` where it is switched on."""

    def __init__(
        self, name: str, key: str = "", parent: QWidget | None = None, *, primary: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._key, self._primary = key, primary
        self.setAutoDefault(primary)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        font = QFont(self.font())
        # Room for the heavier word of a button that leads or is switched on.
        font.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(font).horizontalAdvance(self.text().replace("&", ""))
        width = words + 2 * INSET
        if self._key:
            width += GAP + QFontMetrics(small(self.font())).horizontalAdvance(self._key)
        return QSize(width, max(HEIGHT, self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = theme.ink()
        ground, text, key, edge = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -1, -1)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(frame, 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink.accent if not self._primary else ink.on_primary, 2))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 3, 3)
        font = QFont(self.font())
        if self._primary or self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(text)
        inside = self.rect().adjusted(INSET, 0, -INSET, 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        where = left if self._key else Qt.AlignmentFlag.AlignCenter
        flags = int(where) | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawText(inside, flags, self.text())
        if self._key:
            painter.setFont(small(self.font()))
            painter.setPen(key)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRect(inside), int(right), self._key)

    def _colours(self) -> tuple[QColor, QColor, QColor, QColor]:
        """Ground, word, key and edge."""
        ink, palette = theme.ink(), self.palette()
        base = palette.color(palette.ColorRole.Base)
        if not self.isEnabled():
            return palette.color(palette.ColorRole.Window), ink.muted, ink.muted, ink.line2
        if self._primary:
            return ink.primary, ink.on_primary, ink.on_primary, ink.primary
        if self.isChecked() or self.isDown():
            return ink.selected, ink.text, ink.muted, ink.faint
        return base, ink.text, ink.muted, ink.faint
