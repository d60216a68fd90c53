"""The entry table's heads: over each agency who leads there and by how much, over the gap theirs.

They never scroll away; what they say is the model's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.entry.model import GAP_COLUMN, EntryModel
from ui.widgets import theme
from ui.widgets.theme import LARGE, SMALL, STEP

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
RIGHT, LEFT = int(_LINE | Qt.AlignmentFlag.AlignRight), int(_LINE | Qt.AlignmentFlag.AlignLeft)
SWATCH = 10
"""The side of a party's square, in device-independent pixels."""


class AgencyHeader(QHeaderView):
    """Three lines a column: whose it is, who leads by how much, from when that is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def sizeHint(self) -> QSize:
        heights = (QFontMetrics(theme.font(size)).height() for size in (1.0, LARGE, SMALL))
        return QSize(super().sizeHint().width(), sum(heights) + 2 * STEP)

    def show_anew(self, section: int) -> None:
        """What stands over a column has changed: no more than that is painted again."""
        left, width = self.sectionViewportPosition(section), self.sectionSize(section)
        self.viewport().update(left, 0, width, self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, EntryModel):
            return
        colours, head = theme.ink(), model.head(section)
        painter.save()
        painter.fillRect(rect, colours.window)
        painter.setPen(colours.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(colours.line2)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(2 * STEP, STEP, -2 * STEP, -STEP)
        top = self._line(painter, room, room.top(), head.agency, theme.font(strong=True))
        if section < GAP_COLUMN:
            _sign(painter, head.agency, section, room)
        large = theme.font(LARGE, strong=True)
        top = self._line(painter, room, top, head.lead, large, head.colour)
        colour = colours.accent if head.drafted else colours.muted
        self._line(painter, room, top, head.state, theme.font(SMALL), ink=colour)
        painter.restore()

    @staticmethod
    def _line(
        painter: QPainter,
        room: QRect,
        top: int,
        text: str,
        font: QFont,
        swatch: str = "",
        ink: QColor | None = None,
    ) -> int:
        """A line of text on the right, with a party's square before it; where the next begins."""
        measure = QFontMetrics(font)
        line = QRect(room.left(), top, room.width(), measure.height())
        painter.setFont(font)
        painter.setPen(ink or theme.ink().text)
        said = measure.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, RIGHT, said)
        if swatch and text:
            left = line.right() - measure.horizontalAdvance(said) - SWATCH - STEP - 2
            box = QRect(left, line.center().y() - SWATCH // 2 + 1, SWATCH, SWATCH)
            if left >= room.left():
                painter.fillRect(box, QColor(swatch))
                if theme.is_dark():
                    painter.setPen(theme.ink().line2)
                    painter.drawRect(box)
        return line.bottom() + 1


def _sign(painter: QPainter, agency: str, number: int, room: QRect) -> None:
    """The agency's sign as the charts draw it: a ring for the first, a diamond for the second."""
    measure = QFontMetrics(theme.font(strong=True))
    left = room.right() - measure.horizontalAdvance(agency) - 4 * STEP
    box = QRectF(left, room.top() + (measure.height() - 8) / 2, 8, 8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.ink().text)
    if number == 0:
        painter.drawEllipse(box)
    else:
        painter.save()
        painter.translate(box.center())
        painter.rotate(45)
        painter.fillRect(QRectF(-3.2, -3.2, 6.4, 6.4), theme.ink().text)
        painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class RowHeader(QHeaderView):
    """What each row is: its name, before it the party's square."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, EntryModel):
            return
        colours, vertical = theme.ink(), Qt.Orientation.Vertical
        painter.save()
        painter.fillRect(rect, colours.window)
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if model.rows[section].opens:
            painter.setPen(colours.line2)
            painter.drawLine(rect.topLeft(), rect.topRight())
        room = rect.adjusted(2 * STEP, 0, -STEP, 0)
        swatch = model.headerData(section, vertical, Qt.ItemDataRole.DecorationRole)
        if isinstance(swatch, QPixmap):
            painter.drawPixmap(room.left() - 2, rect.center().y() - 5, swatch)
            room.setLeft(room.left() + SWATCH + STEP)
        painter.setPen(colours.text)
        painter.setFont(theme.font())
        said = str(model.headerData(section, vertical) or "")
        measure = QFontMetrics(theme.font())
        painter.drawText(
            room, LEFT, measure.elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        )
        painter.restore()
