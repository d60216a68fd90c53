"""The foot of the window: on the left what was last done, on the right the file and how it stands.

What is said there is said by whoever fills it; here it has its room, whatever it says.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.still import Still

GAP = 6
"""Between two things that are told, in device-independent pixels."""


class Foot(QWidget):
    """What fills the status bar; a text that changes here lays out nothing above it."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self.setObjectName("status")
        self.file, self.access, self.saved = (
            ElidedLabel(f"status.{name}", self) for name in ("file", "access", "saved")
        )
        self._pieces: tuple[QWidget, ...] = ()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addStretch(0)
        for label in (self.file, self.access, self.saved):
            self._layout.addWidget(label)
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 2 * theme.STEP, 0)
        bar.addWidget(Still(self), 1)

    def minimumSizeHint(self) -> QSize:
        """As wide as the window, whatever is said: it gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def fill(self, said: QWidget, states: QWidget, *rehearsal: QWidget) -> None:
        """Show a night's own pieces: what it says, its states, the badge and bar of a rehearsal."""
        self.empty()
        self._pieces = (*rehearsal[:1], said, *rehearsal[1:], states)
        for at, piece in enumerate((*rehearsal[:1], said)):
            self._layout.insertWidget(at, piece, 1 if piece is said else 0)
        at = self._layout.indexOf(self.access)
        self._layout.insertWidget(at, states)
        for piece in rehearsal[1:]:
            self._layout.insertWidget(self._layout.indexOf(self.file), piece)
        for piece in self._pieces:
            piece.show()

    def empty(self) -> tuple[QWidget, ...]:
        """Take a night's pieces out; they are whoever's they were."""
        pieces, self._pieces = self._pieces, ()
        for piece in pieces:
            self._layout.removeWidget(piece)
            piece.hide()
        return pieces
