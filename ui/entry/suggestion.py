"""What taking a suggestion would write, large, and what it would do to sum, lead and gap.

It stands there before anything is taken; what is suggested is decided in `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.entry.effects import Effect
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.theme import LARGE, SMALL, STEP

MOST_EFFECTS = 3
"""A sum, a lead and a gap: what a figure may change beside itself."""


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
        self._labels = [[QLabel(self) for _ in range(3)] for _ in range(MOST_EFFECTS)]
        for row, labels in enumerate(self._labels):
            for column, label in enumerate(labels):
                label.setFont(theme.font(SMALL))
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                self._effects.addWidget(label, row, column, side)
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
        for row, labels in enumerate(self._labels):
            effect = effects[row] if row < len(effects) else None
            texts = (effect.what, f"{effect.now} →", effect.then) if effect else ("", "", "")
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                label.setVisible(effect is not None)
        self.show()

    def room(self) -> int:
        """How high it is with all that it may have to tell."""
        large = max(self.old.sizeHint().height(), self.new.sizeHint().height())
        effects = MOST_EFFECTS * QFontMetrics(theme.font(SMALL)).height()
        return large + effects + self.take.sizeHint().height() + 5 * STEP

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def _colour(self) -> None:
        muted = [self.old, *(label for labels in self._labels for label in labels[1:])]
        for label in muted:
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, theme.ink().muted)
            label.setPalette(palette)
