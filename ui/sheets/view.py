"""A sheet's pages on the screen, painted by the same hand as on paper; zoomed, and gone through.

It knows pages, not figures: what is on them is made elsewhere.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desk.sheets.model import Sheet
from ui.sheets import printing
from ui.sheets.layout import HEIGHT, UNITS, WIDTH, SheetPage, TextLine, pages

GAP = 14
"""Pixels between two pages and around them."""

STEP = 1.25
_LEAST, _MOST = 0.25, 5.0
_PICTURE_DPI = 150


class SheetView(QAbstractScrollArea):
    """Pages one under the other on a dark ground. Without a zoom of its own a page is as wide as
    the view."""

    page_shown = Signal(int)
    """The page at the top, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._pages: list[SheetPage] = []
        self._zoom: float | None = None
        self._shown = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._tell())

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def page(self) -> int:
        """The page at the top, counted from 1; 0 while there is none."""
        return self._top() + 1 if self.count else 0

    @property
    def zoom(self) -> float:
        """How large a page is against its size on paper."""
        return self._zoom if self._zoom is not None else self._to_fit()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet; one of the same place keeps the page that is being looked at."""
        same = self._sheet is not None and self._sheet.title == sheet.title
        self._sheet, self._pages = sheet, pages(sheet)
        self.setAccessibleDescription(self.text(0))
        self._measure()
        if not same:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self._tell()

    def text(self, page: int) -> str:
        """What is written on a page, for a screen reader."""
        said = (mark.text for mark in self._pages[page].marks if isinstance(mark, TextLine))
        return " · ".join(text for text in said if text)

    def magnify(self, by: float) -> None:
        """Larger or smaller by a factor."""
        self._zoom = min(max(self.zoom * by, _LEAST), _MOST)
        self._measure()
        self.viewport().update()

    def fit(self) -> None:
        """As wide as the view again."""
        self._zoom = None
        self._measure()
        self.viewport().update()

    def turn(self, by: int) -> None:
        """Another page to the top."""
        page = min(max(self._top() + by, 0), self.count - 1)
        self.verticalScrollBar().setValue(round(page * self._step()))

    def picture(self) -> QImage:
        """The page at the top as a picture for the clipboard."""
        scale = _PICTURE_DPI / UNITS
        image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        if self._sheet is not None:
            painter = QPainter(image)
            painter.scale(scale, scale)
            printing.paint(painter, self._sheet, self._pages[self._top()])
            painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        x = max((self.viewport().width() - WIDTH * scale) / 2, GAP)
        x -= self.horizontalScrollBar().value()
        for number, page in enumerate(self._pages):
            y = GAP + number * self._step() - self.verticalScrollBar().value()
            where = QRectF(x, y, WIDTH * scale, HEIGHT * scale)
            if not where.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(where, Qt.GlobalColor.white)
            painter.setPen(QColor(90, 90, 90))
            painter.drawRect(where)
            painter.save()
            painter.translate(x, y)
            painter.scale(scale, scale)
            printing.paint(painter, self._sheet, page)
            painter.restore()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_PageDown:
                self.turn(1)
            case Qt.Key.Key_PageUp:
                self.turn(-1)
            case Qt.Key.Key_Home:
                self.turn(-self.count)
            case Qt.Key.Key_End:
                self.turn(self.count)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.magnify(STEP)
            case Qt.Key.Key_Minus:
                self.magnify(1 / STEP)
            case Qt.Key.Key_0:
                self.fit()
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.magnify(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def _scale(self) -> float:
        """Pixels for a unit of the page."""
        return self.zoom * self.logicalDpiX() / UNITS

    def _to_fit(self) -> float:
        room = max(self.viewport().width() - 2 * GAP, 100)
        return min(max(room * UNITS / (WIDTH * self.logicalDpiX()), _LEAST), 1.5)

    def _step(self) -> float:
        return HEIGHT * self._scale() + GAP

    def _top(self) -> int:
        if not self.count:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        return min(max(int(middle // self._step()), 0), self.count - 1)

    def _measure(self) -> None:
        size = self.viewport().size()
        scale = self._scale()
        high, wide = round(self.count * self._step()) + GAP, round(WIDTH * scale) + 2 * GAP
        for bar, whole, seen in (
            (self.verticalScrollBar(), high, size.height()),
            (self.horizontalScrollBar(), wide, size.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(40)

    def _tell(self) -> None:
        if self.count and (page := self._top() + 1) != self._shown:
            self._shown = page
            self.setAccessibleDescription(self.text(page - 1))
            self.page_shown.emit(page)
