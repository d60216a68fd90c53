"""Flat tabs over the wizard's lists.

Colours come from the theme.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from ui.widgets import theme


class FlatTabs(QTabBar):
    """Tabs that are words, the one in front underlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)

    def tabSizeHint(self, index: int) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.tabText(index))
        return QSize(words + words // 12 + 20, max(28, self.fontMetrics().height() + 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = theme.ink()
        painter = QPainter(self)
        for at in range(self.count()):
            box, front = self.tabRect(at), at == self.currentIndex()
            font = self.font()
            font.setBold(front)
            painter.setFont(font)
            painter.setPen(ink.text if front else ink.muted)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.tabText(at))
            if front:
                under = QRect(box.left() + 4, box.bottom() - 1, box.width() - 8, 2)
                painter.fillRect(under, ink.accent)
                if self.hasFocus():
                    painter.setPen(QPen(ink.accent, 1))
                    painter.drawRect(box.adjusted(1, 1, -2, -2))
