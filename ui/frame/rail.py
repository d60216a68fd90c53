"""The rail on the left: the pages of a night by icon, name and key, and the door to the settings.

Which page is in front is the night's business; the rail says which was asked for.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ui.widgets import shapes, theme
from ui.widgets.theme import STEP

ICONS = ("entry", "comparison", "posts", "ledger", "pictures", "paper")
"""The pages' icons, from the top."""

ICON = 20
"""The side of an icon, in device-independent pixels."""


class RailButton(QAbstractButton):
    """An icon over its name, its key in the corner; a mark where something of the page waits."""

    def __init__(self, name: str, icon: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"rail.{name}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon, self._key, self._mark, self._narrow = icon, key, "", False

    def tell(self, text: str, *, mark: str = "", why: str = "") -> None:
        """The page's name; a mark with what it says."""
        self.setText(text)
        self._mark = mark
        keyed = f"{text} (Ctrl+{self._key})" if self._key else text
        self.setAccessibleName(f"{text}: {why}" if why else text)
        self.setToolTip(f"{keyed}\n{why}" if why else keyed)
        self.updateGeometry()
        self.update()

    def narrow(self, narrow: bool) -> None:
        """Only the icon and the key."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        small = QFontMetrics(theme.font(theme.SMALL, strong=True))
        if self._narrow:
            return QSize(12 * STEP, ICON + 5 * STEP)
        width = max(22 * STEP, small.horizontalAdvance(self.text()) + 2 * STEP)
        return QSize(width, ICON + small.height() + 5 * STEP)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), ICON + 2 * STEP)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours, painter, box = theme.ink(), QPainter(self), self.rect()
        on = self.isChecked()
        if on:
            painter.fillRect(box, colours.base)
            painter.fillRect(QRect(0, 0, 3, box.height()), colours.accent)
        elif self.underMouse():
            painter.fillRect(box, colours.window)
        ink = colours.accent if on else colours.muted
        small = theme.font(theme.SMALL)
        named = not self._narrow and box.height() >= ICON + QFontMetrics(small).height() + STEP
        height = QFontMetrics(small).height() if named else 0
        top = (box.height() - ICON - height) // 2
        painter.drawPixmap((box.width() - ICON) // 2, top, theme.icon(self._icon, ink, ICON))
        if named:
            painter.setPen(colours.text)
            painter.setFont(theme.font(theme.SMALL, strong=on))
            room = QRect(0, top + ICON + 2, box.width(), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, self.text())
        painter.setPen(colours.muted)
        painter.setFont(small)
        corner = box.adjusted(0, STEP, -STEP - 2, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._key)
        if self._mark:
            shapes.paint(painter, self._mark, QRectF(STEP + 2, STEP + 2, 12, 12))
        if self.hasFocus():
            painter.setPen(colours.accent)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.end()


class Rail(QWidget):
    """One button a page, in order; below them the settings."""

    page_wanted = Signal(int)
    """A page by its place in the rail, from 0."""
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAutoFillBackground(True)
        self._group = QButtonGroup(self)
        self.buttons = tuple(
            RailButton(icon, icon, str(number), self) for number, icon in enumerate(ICONS, 1)
        )
        self.settings = RailButton("settings", "settings", "", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            self._group.addButton(button, number)
            button.clicked.connect(partial(self.page_wanted.emit, number))
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.settings)
        self.settings.clicked.connect(self.settings_wanted)
        self._colour()

    def show_front(self, page: int) -> None:
        """This one is in front now."""
        self.buttons[page].setChecked(True)

    def narrow(self, narrow: bool) -> None:
        """Icons only, in a narrow window."""
        for button in (*self.buttons, self.settings):
            button.narrow(narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.ink().line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.ink().rail)
        self.setPalette(palette)
