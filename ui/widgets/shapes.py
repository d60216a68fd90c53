"""The marks as painted paths: one shape and one colour each, the same size in every font.

What a mark means is `marks`'; here it is only drawn.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.widgets import theme
from ui.widgets.marks import (
    AGEING,
    BANNED,
    CLEAR,
    DIFFER,
    DRAFT,
    FROZEN,
    NEW,
    OUT_WRONG,
    STALE,
    UNLIKELY,
    UNTOLD,
    WAITING,
    WRONG,
)
from ui.widgets.tables import Index

SIZE = 12
"""The box the paths are drawn in, in device-independent pixels."""


def colour_of(mark: str) -> QColor:
    """A mark's colour: of the two agencies' difference the ink, of what is calm the muted one."""
    colours = theme.ink()
    return {
        WRONG: colours.error,
        OUT_WRONG: colours.error,
        WAITING: colours.error,
        BANNED: colours.error,
        UNLIKELY: colours.warning,
        DIFFER: colours.text,
        DRAFT: colours.accent,
        NEW: colours.accent,
    }.get(mark, colours.muted)


def paint(painter: QPainter, mark: str, box: QRectF, colour: QColor | None = None) -> None:
    """Draw a mark in the middle of a box; one that has no path is drawn as its sign."""
    ink = colour or colour_of(mark)
    draw = _DRAWN.get(mark)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if draw is None:
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
    else:
        side = min(box.width(), box.height(), SIZE)
        painter.translate(box.center() - QPointF(side / 2, side / 2))
        painter.scale(side / SIZE, side / SIZE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        draw(painter, ink)
    painter.restore()


class MarkBox(QWidget):
    """One mark, or none, beside a line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = ""
        self.setFixedSize(SIZE + 2, self.fontMetrics().height())

    def show_mark(self, mark: str) -> None:
        """Draw this mark from now on."""
        self.mark = mark
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.mark:
            painter = QPainter(self)
            paint(painter, self.mark, QRectF(self.rect()))
            painter.end()


class MarkDelegate(QStyledItemDelegate):
    """Of a first column of marks: the shape, and the accent's bar beside the row that is chosen.

    Both are drawn here: for the style each cell of a list would be asked about in eight ways.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            active = option.state & QStyle.StateFlag.State_Active
            group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
            painter.fillRect(option.rect, option.palette.brush(group, QPalette.ColorRole.Highlight))
            _bar(painter, option)
        if mark := str(index.data() or ""):
            paint(painter, mark, QRectF(option.rect).adjusted(2, 0, 0, 0))


class BarDelegate(QStyledItemDelegate):
    """Of a first column of words: room for the bar beside the row that is chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            _bar(painter, option)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(theme.STEP, 1)


def _bar(painter: QPainter, option: QStyleOptionViewItem) -> None:
    bar = QRectF(option.rect.left(), option.rect.top(), 3, option.rect.height())
    painter.fillRect(bar, theme.ink().accent)


def _triangle(painter: QPainter, _: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(6, 1), QPointF(11.4, 10.8), QPointF(0.6, 10.8)]))


def _warned(painter: QPainter, ink: QColor) -> None:
    """A hollow triangle with an exclamation mark: it went out, and is wrong now."""
    _line(painter, ink, 1.3)
    painter.drawPolygon(QPolygonF([QPointF(6, 1.2), QPointF(11.2, 10.6), QPointF(0.8, 10.6)]))
    painter.drawLine(QPointF(6, 4.6), QPointF(6, 7.2))
    painter.drawPoint(QPointF(6, 9))


def _disc(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QRectF(1.5, 1.5, 9, 9))


def _point(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QRectF(3, 3, 6, 6))


def _diamond(painter: QPainter, _: QColor) -> None:
    corners = (QPointF(6, 0.6), QPointF(11.4, 6), QPointF(6, 11.4), QPointF(0.6, 6))
    painter.drawPolygon(QPolygonF(corners))


def _pencil(painter: QPainter, ink: QColor) -> None:
    _line(painter, ink, 1.3)
    path = QPainterPath(QPointF(1.6, 10.4))
    for x, y in ((2.2, 7.8), (8.2, 1.8), (10.2, 3.8), (4.2, 9.8), (1.6, 10.4)):
        path.lineTo(x, y)
    painter.drawPath(path)


def _clock(painter: QPainter, ink: QColor) -> None:
    painter.drawPie(QRectF(1.3, 1.3, 9.4, 9.4), 0, 90 * 16)
    _ring(painter, ink)


def _ring(painter: QPainter, ink: QColor) -> None:
    _line(painter, ink, 1.2)
    painter.drawEllipse(QRectF(1.3, 1.3, 9.4, 9.4))


def _told_little(painter: QPainter, ink: QColor) -> None:
    """A ring with an i in it."""
    _ring(painter, ink)
    painter.drawPoint(QPointF(6, 3.8))
    painter.drawLine(QPointF(6, 5.8), QPointF(6, 8.4))


def _barred(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    painter.drawLine(QPointF(2.7, 2.7), QPointF(9.3, 9.3))


def _tick(painter: QPainter, ink: QColor) -> None:
    _line(painter, ink, 1.5)
    painter.drawPolyline(QPolygonF([QPointF(1.6, 6.4), QPointF(4.6, 9.4), QPointF(10.4, 2.8)]))


def _cross(painter: QPainter, ink: QColor) -> None:
    _line(painter, ink, 1.8)
    painter.drawLine(QPointF(2.4, 2.4), QPointF(9.6, 9.6))
    painter.drawLine(QPointF(9.6, 2.4), QPointF(2.4, 9.6))


def _star(painter: QPainter, ink: QColor) -> None:
    _line(painter, ink, 1.2)
    for x, y in ((6.0, 1.0), (10.3, 3.5), (10.3, 8.5)):
        painter.drawLine(QPointF(x, y), QPointF(12 - x, 12 - y))


def _line(painter: QPainter, ink: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))


_DRAWN: dict[str, Callable[[QPainter, QColor], None]] = {
    WRONG: _triangle,
    OUT_WRONG: _warned,
    UNLIKELY: _disc,
    DIFFER: _diamond,
    DRAFT: _pencil,
    AGEING: _clock,
    STALE: _ring,
    FROZEN: _star,
    CLEAR: _tick,
    BANNED: _barred,
    WAITING: _cross,
    NEW: _point,
    UNTOLD: _told_little,
}
