"""Which of a few pictures is shown, by its name: one row holds it beside what is done with it.

What a choice draws is the page's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.theme import STEP

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PictureChoice(QComboBox):
    """Left and right choose as up and down do."""

    turned = Signal(int)
    """Another is chosen, not only named anew."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        # As wide as its longest name: what stands beside it gives way.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumHeight(self.fontMetrics().height() + 2 * STEP)
        self.currentIndexChanged.connect(self.turned)

    def tell(self, *names: str) -> None:
        """Name the choices anew, making those that are missing; the one chosen stays."""
        blocked = self.blockSignals(True)
        for number, name in enumerate(names):
            if number < self.count():
                self.setItemText(number, name)
            else:
                self.addItem(name)
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.setCurrentIndex(min(max(self.currentIndex() + step, 0), self.count() - 1))
        else:
            super().keyPressEvent(event)
