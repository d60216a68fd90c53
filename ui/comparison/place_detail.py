"""The chosen place beside the comparison: what its gap comes from, who leads, share by share.

Every number is read off the model that the table shows; nothing is worked out here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.widgets import theme
from ui.widgets.shapes import MarkBox
from ui.widgets.theme import LARGE, SMALL, STEP


@dataclass(frozen=True, slots=True)
class DetailRow:
    """A line of the small table: a name with its colour, and what each agency says of it."""

    name: str
    colour: str
    a: str
    b: str
    gap: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """All that is told of a place; the first rows are the leads, large."""

    place: str
    mark: str
    leads: tuple[DetailRow, ...]
    shares: tuple[DetailRow, ...]
    agencies: tuple[str, str]
    seats: tuple[DetailRow, ...] = ()
    """Under a first row that says what they are: seats as given, and as the shares give them."""


class _Figures(QWidget):
    """Leads and shares, painted: the numbers under each other on the mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("detail.numbers")
        self._told: Detail | None = None

    def show_detail(self, told: Detail) -> None:
        """Show this from now on."""
        self._told = told
        self.setFixedHeight(
            len(told.leads) * self._row(LARGE)
            + (len(told.shares) + len(told.seats) + 1) * self._row(1.0)
            + 6 * STEP
        )
        self.update()

    def _row(self, size: float) -> int:
        return QFontMetrics(theme.font(size)).height() + STEP

    def paintEvent(self, _: QPaintEvent) -> None:
        told = self._told
        if told is None:
            return
        painter, top = QPainter(self), 0
        for row in told.leads:
            box = QRect(0, top, self.width(), self._row(LARGE))
            self._lead(painter, row, box)
            top = box.bottom() + 1
        top += 2 * STEP
        painter.setPen(theme.ink().line)
        painter.drawLine(0, top - STEP, self.width(), top - STEP)
        heads = DetailRow("", "", *told.agencies, "")
        for number, row in enumerate((heads, *told.shares)):
            box = QRect(0, top, self.width(), self._row(1.0))
            self._share(painter, row, box, head=number == 0)
            top = box.bottom() + 1
        top += 2 * STEP
        for number, row in enumerate(told.seats):
            box = QRect(0, top, self.width(), self._row(1.0))
            self._share(painter, row, box, head=number == 0)
            top = box.bottom() + 1
        painter.end()

    def _lead(self, painter: QPainter, row: DetailRow, box: QRect) -> None:
        colours = theme.ink()
        painter.setPen(colours.text)
        painter.setFont(theme.font())
        painter.drawText(box, _LEFT, row.name)
        painter.setFont(theme.font(LARGE, strong=True))
        painter.drawText(box, _RIGHT, row.a)
        left = box.right() - QFontMetrics(painter.font()).horizontalAdvance(row.a) - 4 * STEP
        if row.colour:
            _swatch(painter, row.colour, left, box)
        name = QFontMetrics(theme.font()).horizontalAdvance(row.name) + 2 * STEP
        small = theme.font(SMALL)
        painter.setFont(small)
        painter.setPen(colours.muted)
        room = left - STEP - box.left() - name
        told = QFontMetrics(small).elidedText(row.b, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box.adjusted(name, 0, 0, 0), _LEFT, told)

    def _share(self, painter: QPainter, row: DetailRow, box: QRect, *, head: bool) -> None:
        colours = theme.ink()
        painter.setFont(theme.font(SMALL if head else 1.0))
        painter.setPen(colours.muted if head else colours.text)
        if row.colour:
            _swatch(painter, row.colour, box.left(), box)
        painter.drawText(box.adjusted(5 * STEP if row.colour else 0, 0, 0, 0), _LEFT, row.name)
        column = QFontMetrics(theme.font()).horizontalAdvance("00,00%") + 3 * STEP
        for number, text in enumerate((row.gap, row.b, row.a)):
            if number == 0 and row.strong:
                painter.setFont(theme.font(strong=True))
            painter.drawText(box.adjusted(0, 0, -number * column, 0), _RIGHT, text)
            painter.setFont(theme.font(SMALL if head else 1.0))


class PlaceDetail(QScrollArea):
    """The pane; ``sentence`` is the whole of the verdict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It is read out with the row it tells of; nothing in it is to be gone to.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        self.name = QLabel(inside)
        self.name.setFont(theme.font(LARGE, strong=True))
        self._mark = MarkBox(inside)
        self.sentence = QLabel(inside)
        self.sentence.setObjectName("comparison.verdict")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._figures = _Figures(inside)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.setSpacing(STEP)
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self._mark)
        head.addWidget(self.name, 1)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addWidget(self._figures)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_detail(self, told: Detail | None, sentence: str) -> None:
        """Show another place, or nothing."""
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
        self.name.setText(told.place if told else "")
        self._mark.show_mark(told.mark if told else "")
        self._figures.setVisible(told is not None)
        if told is not None:
            self._figures.show_detail(told)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()


def _swatch(painter: QPainter, colour: str, left: int, box: QRect) -> None:
    square = QRect(left, box.center().y() - 5, 10, 10)
    painter.fillRect(square, QColor(colour))
    if theme.is_dark():
        pen = painter.pen()
        painter.setPen(theme.ink().line2)
        painter.drawRect(square)
        painter.setPen(pen)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
