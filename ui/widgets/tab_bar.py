"""Tabs high enough for a capital with a mark above it: İ without its dot is another letter.

What stands on them is each screen's business.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar

ABOVE = 6
"""How much higher than the style has it; the style cuts the top of what it draws lower."""


class TabBar(QTabBar):
    """A tab bar that shows its letters whole."""

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index) + QSize(0, ABOVE)
