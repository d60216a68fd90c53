"""LinedPanes with a hairline between them, which can be taken hold of.

Where they meet, and what is remembered of it, is `sizes`' and the page's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui.widgets import theme


class LinedPanes(QSplitter):
    """A splitter whose panes never close."""

    def __init__(self, name: str, orientation: Qt.Orientation, *panes: tuple[QWidget, int]) -> None:
        """LinedPanes in their order, each with its part of any spare room."""
        super().__init__(orientation)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for number, (pane, share) in enumerate(panes):
            self.addWidget(pane)
            self.setStretchFactor(number, share)

    def createHandle(self) -> QSplitterHandle:
        return _Hairline(self.orientation(), self)


class _Hairline(QSplitterHandle):
    """One pixel to see; Qt gives it more to take hold of."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ink().line)
        painter.end()
