"""The head of a page: its name large, and beside it in a few quiet words what it holds.

The words are the page's.
"""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.theme import LARGE, STEP


class PageHead(QWidget):
    """Both give way where there is no room."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = ElidedLabel(f"{name}.title", self)
        self.title.setFont(theme.font(LARGE, strong=True))
        self.note = ElidedLabel(f"{name}.note", self)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(2 * STEP)
        self.line.addWidget(self.title)
        self.line.addWidget(self.note, 1)
