"""How a finding is drawn in a list: its mark, the whole sentence, its code; a heading over a group.

What is found, and in which order, is the list's.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.night.watch import FindingLine
from ui.widgets import shapes, theme
from ui.widgets.tables import Index
from ui.widgets.theme import SMALL, STEP

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `FindingLine` of a row."""
HEADING_ROLE = Qt.ItemDataRole.UserRole + 2
"""The heading over a row that begins a group."""

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class FindingRow(QStyledItemDelegate):
    """Each as high as its sentence."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, heading = index.data(LINE_ROLE), index.data(HEADING_ROLE)
        if not isinstance(line, FindingLine):
            super().paint(painter, option, index)
            return
        colours, box = theme.ink(), QRect(option.rect)
        painter.save()
        if heading:
            head = QRect(box.left(), box.top(), box.width(), _head_height())
            painter.fillRect(head, colours.window)
            painter.setFont(theme.font(strong=True))
            painter.setPen(colours.text)
            room = head.adjusted(3 * STEP, 0, -3 * STEP, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(heading))
            box.setTop(head.bottom() + 1)
        painter.fillRect(box, colours.base)
        if option.state & QStyle.StateFlag.State_Selected:
            active = option.state & QStyle.StateFlag.State_Active
            painter.fillRect(box, colours.selected if active else colours.selected_idle)
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colours.accent)
        quiet = colours.muted if line.accepted else None
        first = QFontMetrics(theme.font()).height()
        at = QRectF(box.left() + 3 * STEP, box.top() + STEP, 12, first)
        shapes.paint(painter, line.mark, at, quiet)
        painter.setFont(theme.font())
        painter.setPen(quiet or colours.text)
        painter.drawText(_words(box), _WRAPPED, line.sentence)
        painter.setFont(theme.font(SMALL))
        painter.setPen(colours.muted)
        corner = QRect(box.left(), box.top() + STEP, box.width() - 3 * STEP, first)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(corner, right, line.code)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, view = index.data(LINE_ROLE), self.parent()
        if not isinstance(line, FindingLine) or not isinstance(view, QListWidget):
            return super().sizeHint(option, index)
        head = _head_height() if index.data(HEADING_ROLE) else 0
        return QSize(10, _height(line.sentence, view.viewport().width()) + 2 * STEP + head)


@lru_cache(maxsize=512)
def _height(sentence: str, width: int) -> int:
    """Of a sentence in a list so wide: a list that is filled asks it several times of every row."""
    room = _words(QRect(0, 0, width, 10_000))
    return QFontMetrics(theme.font()).boundingRect(room, _WRAPPED, sentence).height()


def _words(box: QRect) -> QRect:
    return box.adjusted(8 * STEP, STEP, -theme.width("W000", SMALL) - 4 * STEP, 0)


def _head_height() -> int:
    return QFontMetrics(theme.font(strong=True)).height() + 2 * STEP
