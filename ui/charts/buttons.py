"""The buttons over a picture that is looked into: smaller, whole, larger, copied, saved.

How a picture is zoomed is its own business; how it leaves the window is `out`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets import theme
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.rows import Hairline
from ui.widgets.theme import SMALL, STEP

STEP_IN, STEP_OUT = 1.25, 0.8


class Zooming(Protocol):
    """A picture that can be seen larger and smaller."""

    def zoom_by(self, factor: float) -> None:
        """Larger above 1, smaller below."""

    def zoom_to_fit(self) -> None:
        """All of it."""


class PictureButtons(QWidget):
    """A row of five, each with its key."""

    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, name: str, picture: Zooming, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[str, KeyButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for short, act in (
            ("smaller", lambda: picture.zoom_by(STEP_OUT)),
            ("fit", picture.zoom_to_fit),
            ("larger", lambda: picture.zoom_by(STEP_IN)),
            ("copy", self.copy_wanted.emit),
            ("save", self.save_wanted.emit),
        ):
            rank = Rank.PRIMARY if short == "copy" else Rank.PLAIN
            button = self._buttons[short] = KeyButton(f"{name}.{short}", rank, self)
            button.clicked.connect(act)
            if short not in ("copy", "save"):
                narrow(button)
            row.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for name, text, tip in (
            ("smaller", "−", self.tr("Smaller (−)")),
            ("fit", "1:1", self.tr("The whole picture (0)")),
            ("larger", "+", self.tr("Larger (+)")),
            ("copy", self.tr("Copy the picture"), "Ctrl+C"),
            ("save", self.tr("Save the picture…"), "Ctrl+Shift+G"),
        ):
            button = self._buttons[name]
            button.setText(text)
            if name in ("copy", "save"):
                button.show_key(tip)
            button.setToolTip(tip)
            button.setAccessibleName(text if name in ("copy", "save") else tip)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


def narrow(button: QPushButton) -> None:
    """As wide as a sign needs."""
    button.setFixedWidth(button.fontMetrics().horizontalAdvance("1:1") + 24)


def lay_out(
    page: QWidget, over: Sequence[QWidget | QHBoxLayout], picture: QWidget, foot: QHBoxLayout
) -> None:
    """A page of a picture: what stands over it, the picture, the foot."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    head = QVBoxLayout()
    head.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
    head.setSpacing(STEP)
    for part in over:
        head.addWidget(part) if isinstance(part, QWidget) else head.addLayout(part)
    layout.addWidget(Hairline(page))
    layout.addLayout(head)
    layout.addWidget(picture, 1)
    foot.setContentsMargins(4 * STEP, STEP, 3 * STEP, STEP)
    foot.setSpacing(2 * STEP)
    layout.addLayout(foot)


def quiet(hint: QWidget) -> QWidget:
    """Of the keys, in small quiet letters."""
    hint.setFont(theme.font(SMALL))
    hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return hint
