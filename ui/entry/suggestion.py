"""What taking a suggestion would write, large, and what it would do to sum, lead and gap.

It stands there before anything is taken; what is suggested is decided in `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.entry.effects import Effect
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.theme import LARGE, SMALL, STEP


class SuggestionBlock(QWidget):
    """Hidden while the finding in front suggests nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion")
        self.old, self.new = QLabel(self), ElidedLabel("suggestion.new", self)
        self.old.setObjectName("suggestion.old")
        struck = theme.font(LARGE)
        struck.setStrikeOut(True)
        self.old.setFont(struck)
        self.new.setFont(theme.font(LARGE, strong=True))
        self.take = KeyButton("findings.take", parent=self)
        self._effects = QGridLayout()
        self._effects.setContentsMargins(0, 0, 0, 0)
        self._effects.setHorizontalSpacing(2 * STEP)
        self._effects.setVerticalSpacing(0)
        self._effects.setColumnStretch(0, 1)
        self._labels: list[QLabel] = []
        numbers = QHBoxLayout()
        numbers.setSpacing(2 * STEP)
        numbers.addWidget(self.old)
        numbers.addWidget(self.new, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, STEP, 3 * STEP, 2 * STEP)
        layout.setSpacing(STEP)
        layout.addLayout(numbers)
        layout.addLayout(self._effects)
        layout.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self._colour()

    def show_writes(self, old: str, new: str, effects: Sequence[Effect]) -> None:
        """What would be written in the place of what, and what follows."""
        self.old.setText(old)
        self.old.setVisible(bool(old))
        self.new.setText(f"→ {new}" if old else new)
        for label in self._labels:
            self._effects.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for row, effect in enumerate(effects):
            for column, text in enumerate((effect.what, f"{effect.now} →", effect.then)):
                label = QLabel(text, self)
                label.setFont(theme.font(SMALL))
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                self._effects.addWidget(label, row, column, side)
                self._labels.append(label)
        self._colour()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def _colour(self) -> None:
        for number, label in enumerate((self.old, *self._labels)):
            muted = number == 0 or number % 3 != 0
            palette = label.palette()
            colour = theme.ink().muted if muted else theme.ink().text
            palette.setColor(palette.ColorRole.WindowText, colour)
            label.setPalette(palette)
