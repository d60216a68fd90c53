"""Buttons that show their key: one filled for what a page is for, the others bordered or flat.

The key in a button is only told; the window's menus own it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.widgets import theme
from ui.widgets.theme import STEP


class Rank(Enum):
    """How loud a button is; a page has one `PRIMARY`."""

    PRIMARY = auto()
    PLAIN = auto()
    FLAT = auto()


class KeyButton(QPushButton):
    """A button with its key beside its text, smaller."""

    def __init__(
        self,
        name: str,
        rank: Rank = Rank.PLAIN,
        parent: QWidget | None = None,
        *,
        key: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # The keys stay where she works: every button has one of its own.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # In a dialog Enter is for the one that leads.
        self.setAutoDefault(rank is Rank.PRIMARY)
        self._rank, self._key = rank, key

    def set_rank(self, rank: Rank) -> None:
        """Let it lead, or no longer; in a dialog `Enter` stays with the one made for it."""
        self._rank = rank
        self.update()

    def show_key(self, key: str) -> None:
        """Tell the key that does the same."""
        self._key = key
        self.setToolTip(f"{self.text()} ({key})" if key else "")
        self.updateGeometry()

    def width_with(self, text: str, *, key: bool = True) -> int:
        """How wide it is with a text, and with its key beside it, in device-independent pixels."""
        heavy = self._rank is Rank.PRIMARY or self.isCheckable()
        pad = STEP if self._rank is Rank.FLAT else 3 * STEP
        width = theme.width(text.replace("&", ""), strong=heavy) + 2 * pad
        if key and self._key:
            width += 2 * STEP + theme.width(self._key, theme.SMALL)
        return width

    def sizeHint(self) -> QSize:
        return QSize(self.width_with(self.text()), self.fontMetrics().height() + 10)

    def minimumSizeHint(self) -> QSize:
        """Its words; the key is told where there is room for it."""
        return QSize(self.width_with(self.text(), key=False), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _: QPaintEvent) -> None:
        colours, option = theme.ink(), QStyleOptionButton()
        self.initStyleOption(option)
        down = bool(option.state & QStyle.StateFlag.State_Sunken)
        over = self.isEnabled() and bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self._rank is Rank.PRIMARY and self.isEnabled()
        ground = colours.primary if filled else colours.base
        if self.isChecked():
            ground = colours.selected
        if down or over:
            ground = ground.darker(106) if not theme.is_dark() else ground.lighter(115)
        if self._rank is not Rank.FLAT or down or over:
            edge = ground if filled else colours.faint if self.isEnabled() else colours.line2
            painter.setPen(Qt.PenStyle.NoPen if self._rank is Rank.FLAT else QPen(edge, 1))
            painter.setBrush(ground if self.isEnabled() else colours.window)
            painter.drawRoundedRect(box, 3, 3)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent if not filled else colours.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        self._write(painter, filled)
        painter.end()

    def _write(self, painter: QPainter, filled: bool) -> None:
        colours = theme.ink()
        words = colours.accent if self._rank is Rank.FLAT else colours.text
        muted = colours.muted
        if filled:
            words = muted = colours.on_primary
        if not self.isEnabled():
            words = colours.muted
        pad = STEP if self._rank is Rank.FLAT else 3 * STEP
        room = self.rect().adjusted(pad, 0, -pad, 0)
        painter.setPen(words)
        painter.setFont(theme.font(strong=filled or self.isChecked()))
        # Without a key beside them the words of a button with an edge stand in its middle.
        beside = self._key or self._rank is Rank.FLAT
        at = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignHCenter
        where = int(Qt.AlignmentFlag.AlignVCenter | at) | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawText(room, where, self.text())
        if self._key and self.width() >= self.sizeHint().width():
            painter.setPen(muted)
            painter.setFont(theme.font(theme.SMALL))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(room, right, self._key)


Box = TypeVar("Box", QDialogButtonBox, QMessageBox)


def plain(box: Box) -> Box:
    """A dialog's buttons without the pictures that some platforms put before their words."""
    for button in box.buttons():
        button.setIcon(QIcon())
    return box
