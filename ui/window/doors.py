"""The doors of the first screen, and how a night used before looks in its list.

What is behind a door is the window's; here it is only painted and pressed.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk import PROVA
from ui.texts import language
from ui.widgets import theme
from ui.widgets.theme import LEFT, RIGHT, SMALL, STEP

if TYPE_CHECKING:
    # Loaded once the first screen has been painted: only then it is seen what is in a file.
    from desk.file.glance import Glance
    from ui.widgets.tables import Index

NIGHT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""A `Glance`, or None."""
WHEN_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""When the file was last written, as text."""


class Door(QPushButton):
    """An icon, a name, what is behind it in a quiet line, the key that does the same."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"welcome.{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon, self._told, self._key = icon, "", ""

    def tell(self, text: str, told: str, key: str = "") -> None:
        """Name it in the language in force."""
        self.setText(text)
        self._told, self._key = told, key
        self.setAccessibleDescription(told)
        self.setToolTip(f"{told} ({key})" if key else told)
        self.update()

    def sizeHint(self) -> QSize:
        high = 2 * self.fontMetrics().height() + 7 * STEP
        return QSize(60 * self.fontMetrics().averageCharWidth(), high)

    def room(self) -> QRect:
        """Where its words stand, beside the icon and before the key."""
        key = QFontMetrics(theme.font(SMALL)).horizontalAdvance(self._key)
        return self.rect().adjusted(14 * STEP, 0, -6 * STEP - key, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(28 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # `Ctrl+Enter` files a bulletin; where none is, it opens nothing.
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        colours, painter, box = theme.ink(), QPainter(self), self.rect()
        over = colours.accent_ground if self.underMouse() else colours.base
        painter.fillRect(box, colours.selected if self.hasFocus() else over)
        painter.setPen(QPen(colours.line, 1))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.fillRect(QRect(0, 0, 3, box.height()), colours.accent)
        ink = colours.accent if self.hasFocus() else colours.muted
        painter.drawPixmap(4 * STEP, (box.height() - 20) // 2, theme.icon(self._icon, ink))
        painter.setFont(theme.font(SMALL))
        painter.setPen(colours.muted)
        painter.drawText(box.adjusted(0, 0, -4 * STEP, 0), RIGHT, self._key)
        upper, lower = _halves(self.room(), self.fontMetrics())
        _line(painter, upper, self.text(), strong=True)
        painter.setPen(colours.text if self.hasFocus() else colours.muted)
        _line(painter, lower, self._told, coloured=True)
        painter.end()


class NightLook(QStyledItemDelegate):
    """The file's name, the election; at the right when it was written and what is in it."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 5 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told = index.data(NIGHT_ROLE)
        colours, box = theme.ink(), QRect(option.rect)
        painter.save()
        # The list is asked, not the option: what its state is made of is slow to load.
        if index.row() == self._view.currentRow():
            held = self._view.hasFocus()
            painter.fillRect(box, colours.selected if held else colours.selected_idle)
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colours.accent)
        painter.setPen(colours.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(4 * STEP, 0, -4 * STEP, 0)
        enabled = Qt.ItemFlag.ItemIsEnabled in index.flags()
        if told is None:
            painter.setPen(colours.text if enabled else colours.muted)
            _line(painter, room, str(index.data()), coloured=True)
        else:
            self._night(painter, room, told, index)
        painter.restore()

    def _night(self, painter: QPainter, room: QRect, told: Glance, index: Index) -> None:
        when = str(index.data(WHEN_ROLE))
        colours, small = theme.ink(), QFontMetrics(theme.font(SMALL))
        upper, lower = _halves(room, QFontMetrics(theme.font()))
        counts = counted(told)
        painter.setFont(theme.font(SMALL))
        painter.setPen(colours.muted)
        painter.drawText(upper, RIGHT, when)
        painter.drawText(lower, RIGHT, counts)
        name = upper.adjusted(0, 0, -small.horizontalAdvance(when) - 2 * STEP, 0)
        badge = small.horizontalAdvance(PROVA) + 4 * STEP if told.rehearsal else 0
        shown = _line(painter, name.adjusted(0, 0, -badge, 0), str(index.data()), strong=True)
        if told.rehearsal:
            left, high = name.left() + shown + 2 * STEP, small.height() + 2
            box = QRect(left, name.center().y() - high // 2, badge - 2 * STEP, high)
            painter.fillRect(box, colours.text)
            painter.setPen(colours.base)
            painter.setFont(theme.font(SMALL, strong=True))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), PROVA)
        painter.setPen(colours.muted)
        rest = lower.adjusted(0, 0, -small.horizontalAdvance(counts) - 2 * STEP, 0)
        _line(painter, rest, titled(told), coloured=True)


def titled(told: Glance) -> str:
    """The election with its day, in the language in force."""
    name = told.name_tr if language.current() == "tr" else told.name_en
    try:
        day = date.fromisoformat(told.date)
    except ValueError:
        return name
    said = QLocale(language.current()).toString(_day(day), "d MMMM yyyy")
    return name if said in name else f"{name}, {said}"


def counted(told: Glance) -> str:
    """How much is filed and published in a night."""
    text = QCoreApplication.translate("Welcome", "bulletins: {bulletins} · posts: {posts}")
    locale = QLocale(language.current())
    return text.format(bulletins=locale.toString(told.bulletins), posts=locale.toString(told.posts))


def when_said(moment: datetime, now: datetime) -> str:
    """A local time as a list says it: the hour today, else the day."""
    if moment.date() == now.date():
        text = QCoreApplication.translate("Welcome", "today {time}")
        return text.format(time=f"{moment:%H.%M}")
    form = "d MMMM" if moment.year == now.year else "d MMMM yyyy"
    return QLocale(language.current()).toString(_day(moment), form)


def _day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _halves(room: QRect, measure: QFontMetrics) -> tuple[QRect, QRect]:
    """Two lines in the middle of a row."""
    high = measure.height() + 2
    top = room.center().y() - high + 1
    upper = QRect(room.left(), top, room.width(), high)
    return upper, upper.translated(0, high)


def _line(
    painter: QPainter, room: QRect, text: str, *, strong: bool = False, coloured: bool = False
) -> int:
    """A line of text with dots where it does not fit; how wide it came out, in pixels."""
    font = theme.font(strong=strong)
    measure = QFontMetrics(font)
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.setFont(font)
    if not coloured:
        painter.setPen(theme.ink().text)
    painter.drawText(room, LEFT, shown)
    return measure.horizontalAdvance(shown)
