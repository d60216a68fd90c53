"""How the comparison's cells are drawn: a bar for the widest gap, hatched where leaders differ,
and the party's square before a lead.

What a cell says is the model's.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.comparison.columns import What
from ui.comparison.model import ComparisonModel
from ui.widgets import theme
from ui.widgets.tables import Index
from ui.widgets.theme import SMALL, STEP

HATCH = 4
"""How far the strokes of a hatch stand apart, in device-independent pixels."""


class RowLook(QStyledItemDelegate):
    """The row she stands on is pale from end to end, whichever cells are chosen."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The view laid over the first column never has the keys itself.
        if self._view.hasFocus():
            option.state |= QStyle.StateFlag.State_Active
        if index.row() == self._view.currentIndex().row():
            option.backgroundBrush = QBrush(theme.ink().selected_idle)


class PlaceLook(RowLook):
    """Check boxes whose frame is seen on a dark ground too: Fusion derives it from the window.

    The accent's bar stands at the row she is on.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                theme.ink().accent,
            )

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.palette.setColor(option.palette.ColorRole.Window, theme.ink().muted)


class GapLook(RowLook):
    """A bar to scale, the number, and whose gap it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, ComparisonModel)
        place, colours = model.place_at(index.row()), theme.ink()
        part, differ = model.part_of_widest(place)
        who = QRect(option.rect)
        who.setLeft(who.right() - _who_room() + STEP)
        painter.save()
        painter.setFont(theme.font(SMALL))
        painter.setPen(colours.muted)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(who, left, model.whose_gap(place))
        room = option.rect.adjusted(2 * STEP, 0, -_who_room() - _number_room(), 0)
        if part and room.width() > 0:
            length = max(1, int(room.width() * part))
            bar = QRect(room.left(), room.center().y() - 3, length, 7)
            limit = model.part_of_threshold(place)
            if differ:
                _hatch(painter, bar)
            else:
                painter.fillRect(bar, colours.text if 0 < limit < part else colours.line2)
            if 0 < limit <= 1:
                at = room.left() + int(room.width() * limit)
                painter.fillRect(
                    QRect(at, option.rect.top() + 2, 1, option.rect.height() - 4), colours.faint
                )
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The number stands before whose it is.
        option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        option.text = f"{option.text}{' ' * _blanks()}"


class LeadLook(RowLook):
    """A lead with the party's square at the left."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, ComparisonModel)
        what = model.columns[index.column()].what
        colour = model.lead_colour(model.place_at(index.row()), second=what is What.LEAD_B)
        if colour:
            box = QRect(option.rect.left() + STEP, option.rect.center().y() - 5, 10, 10)
            painter.fillRect(box, QColor(colour))
            if theme.is_dark():
                painter.setPen(theme.ink().line2)
                painter.drawRect(box)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


def _who_room() -> int:
    return QFontMetrics(theme.font(SMALL)).horizontalAdvance("Diğer") + 2 * STEP


def _number_room() -> int:
    return QFontMetrics(theme.font(strong=True)).horizontalAdvance("+00,00") + 2 * STEP


def _blanks() -> int:
    blank = max(1, QFontMetrics(theme.font(strong=True)).horizontalAdvance(" "))
    return _who_room() // blank


def _hatch(painter: QPainter, bar: QRect) -> None:
    """Strokes at 45° in ink: the leaders differ."""
    painter.setClipRect(bar)
    painter.setPen(theme.ink().text)
    painter.drawRect(bar.adjusted(0, 0, -1, -1))
    for x in range(bar.left() - bar.height(), bar.right(), HATCH):
        painter.drawLine(QPoint(x, bar.bottom()), QPoint(x + bar.height(), bar.top()))
    painter.setClipping(False)
