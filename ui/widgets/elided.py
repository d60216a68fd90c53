"""A label that gives way: what does not fit ends in dots, and is whole in its tip and for ears."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LEAST = 8
"""How narrow it may become, in characters."""


class ElidedLabel(QLabel):
    """One line of plain text, as wide as there is room."""

    def __init__(self, name: str, parent: QWidget | None = None, *, whole: bool = False) -> None:
        """With ``whole`` it is not worth half its words: what does not fit is not shown."""
        super().__init__(parent)
        self._whole = whole
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tip = self._cut = ""

    def setText(self, text: str) -> None:
        """Another text; that the old one was cut is over."""
        if text != self.text():
            self._tell_cut("")
            super().setText(text)

    def tell_more(self, tip: str) -> None:
        """What its tip says, in the place of a text that is cut."""
        if tip != self._tip:
            self._tip = tip
            self.setToolTip(tip or self._cut)

    def minimumSizeHint(self) -> QSize:
        width = min(super().sizeHint().width(), LEAST * self.fontMetrics().averageCharWidth())
        return QSize(width, super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, room = QPainter(self), self.contentsRect()
        one_line = self.text().replace("\n", " ")
        elide = Qt.TextElideMode.ElideRight
        said = self.fontMetrics().elidedText(one_line, elide, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        if said == one_line or not self._whole:
            painter.drawText(room, int(self.alignment() | Qt.TextFlag.TextSingleLine), said)
        painter.end()
        self._tell_cut("" if said == one_line else one_line)

    def _tell_cut(self, whole: str) -> None:
        if whole != self._cut:
            self._cut = whole
            self.setToolTip(self._tip or whole)
