"""The pieces of the settings' pages: a choice with its example, rows that wrap, the list of groups.

They are drawn here and mean nothing: what is chosen is the rows' business.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QRadioButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets import theme
from ui.widgets.tables import Index
from ui.widgets.theme import STEP

DOT = 14
"""How wide the ring before a choice is, in device-independent pixels."""
LEAST = 8
"""How much of an example is shown where there is little room, in characters."""
BAR = 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ExampleRadio(QRadioButton):
    """One of several choices: its word, and behind it how it looks, quieter."""

    def __init__(self, name: str, word: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.setObjectName(name)
        self._example = example
        self.setAccessibleName(f"{word}, {example}" if example else word)

    def sizeHint(self) -> QSize:
        measure = QFontMetrics(theme.font())
        width = measure.horizontalAdvance(self.text()) + DOT + 5 * STEP
        if self._example:
            width += measure.horizontalAdvance(self._example) + STEP
        return QSize(width, measure.height() + 2 * STEP)

    def minimumSizeHint(self) -> QSize:
        """Its word whole; of the example what there is room for."""
        letters = len(self._example) - min(len(self._example), LEAST)
        less = letters * QFontMetrics(theme.font()).averageCharWidth()
        return QSize(self.sizeHint().width() - less, self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the choice before and after, however the choices are laid out."""
        group, step = self.group(), _STEPS.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        buttons = group.buttons()
        at = buttons.index(self) + step
        if 0 <= at < len(buttons):
            buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
            buttons[at].click()

    def paintEvent(self, _: QPaintEvent) -> None:
        ink, painter = theme.ink(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(STEP + 0.5, (self.height() - DOT) / 2, DOT, DOT)
        on, usable = self.isChecked(), self.isEnabled()
        edge = ink.primary if on and usable else ink.faint
        painter.setPen(QPen(edge, 1))
        painter.setBrush(edge if on else ink.base)
        painter.drawEllipse(ring)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.on_primary)
            painter.drawEllipse(ring.adjusted(4, 4, -4, -4))
        where = self.rect().adjusted(DOT + 3 * STEP, 0, 0, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(theme.font())
        painter.setPen(ink.text if usable else ink.muted)
        painter.drawText(where, middle, self.text())
        words = QFontMetrics(theme.font()).horizontalAdvance(self.text())
        painter.setPen(ink.muted)
        behind = where.adjusted(words + STEP, 0, 0, 0)
        measure, dots = QFontMetrics(theme.font()), Qt.TextElideMode.ElideRight
        painter.drawText(behind, middle, measure.elidedText(self._example, dots, behind.width()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class Wrapping(QWidget):
    """Pieces beside one another, in as many lines as the room asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, piece: QWidget) -> None:
        """One piece more, behind the others."""
        piece.setParent(self)
        self._pieces.append(piece)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self._lay(max(1, self.width()), move=False))

    def minimumSizeHint(self) -> QSize:
        hints = [piece.minimumSizeHint() for piece in self._pieces]
        wide = max((hint.width() for hint in hints), default=0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.width(), move=True)

    def _lay(self, width: int, *, move: bool) -> int:
        x = y = high = 0
        for piece in self._pieces:
            hint = piece.sizeHint()
            if x and x + hint.width() > width:
                x, y, high = 0, y + high, 0
            if move:
                piece.setGeometry(x, y, min(hint.width(), width), hint.height())
            x += hint.width() + 2 * STEP
            high = max(high, hint.height())
        return y + high


class GroupRows(QStyledItemDelegate):
    """The groups at the left: the one in front strong, with a bar beside it."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        view.setItemDelegate(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = QFontMetrics(theme.font(strong=True)).horizontalAdvance(_text(index))
        return QSize(width + 8 * STEP, option.fontMetrics.height() + 4 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink, box = theme.ink(), QRect(option.rect)
        front = index == self._view.currentIndex()
        if front:
            painter.fillRect(box, ink.base)
            painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), ink.accent)
        if front and self._view.hasFocus():
            painter.setPen(QPen(ink.accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font(strong=front))
        painter.setPen(ink.text)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(box.adjusted(4 * STEP, 0, -STEP, 0), middle, _text(index))


def _text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))
