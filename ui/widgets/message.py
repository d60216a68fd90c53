"""A line under a table that says what was done or what was refused, where the eye already is.

It never takes the focus and never blocks; a screen reader is told of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets import theme


class MessageLine(QLabel):
    """One message at a time; it keeps its height when there is none, so that nothing jumps."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setMinimumHeight(2 * self.fontMetrics().height())
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._wrong = False

    def say(self, text: str) -> None:
        """Tell what was done."""
        self.tell(text, wrong=False)

    def complain(self, text: str) -> None:
        """Tell what was refused and the way out."""
        self.tell(f"▲ {text}" if text else "", wrong=True)

    def clear_complaint(self) -> None:
        """Take a refusal back; what was done may stay."""
        if self._wrong:
            self.tell("", wrong=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint()

    def tell(self, text: str, *, wrong: bool) -> None:
        """Show a text as it is, a refusal in its colour; nothing said is an empty one."""
        self._wrong = wrong
        self.setText(text)
        self._paint()
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _paint(self) -> None:
        palette = self.palette()
        colours = theme.ink()
        colour = colours.error if self._wrong else colours.muted
        # Setting it is itself a change of the palette.
        if palette.color(palette.ColorRole.WindowText) != colour:
            palette.setColor(palette.ColorRole.WindowText, colour)
            self.setPalette(palette)
