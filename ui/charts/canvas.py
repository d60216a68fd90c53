"""A chart in the window: drawn when the keys rest, zoomed and moved about, read mark by mark.

Which chart it is, and what happens when a mark is entered, is decided by whoever shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desk.charts import DARK, LIGHT, ChartMark, Drawn, Palette
from ui.charts.loading import POLL_MS, loaded
from ui.widgets import theme
from ui.widgets.rest import Rest

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.charts.painter import PaintedChart


NEAR = 12
"""How near the pointer must come to a mark, in pixels."""

MOST_ZOOM = 6.0
_STEP = 1.25
_RING = 10
_DRAG = 4

Draw = Callable[["Figure", Palette], Drawn]
"""Draws on a figure in a look and says what came of it."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ChartCanvas(QAbstractScrollArea):
    """The drawing, as large as it is wanted; the arrows go from mark to mark."""

    mark_entered = Signal(object)
    """A `ChartMark` was clicked, or Enter was pressed on it."""
    part_wanted = Signal(int)
    """The next of several pictures is wanted, or the one before."""
    drawn = Signal()
    """A drawing has come to the screen."""

    def __init__(
        self,
        name: str,
        draw: Draw,
        least: tuple[int, int],
        parent: QWidget | None = None,
        *,
        read: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._draw, self._least, self._read = draw, least, read
        self._zoom = 1.0
        self._recording: PaintedChart | None = None
        self._told: Drawn | None = None
        self._marks = Marks()
        self._press: QPointF | None = None
        self._moved = False
        self.rest = Rest(self.redraw, self)
        self._stale = True

    @property
    def told(self) -> Drawn | None:
        """What the drawing shows; None before there is one."""
        return self._told

    @property
    def zoom(self) -> float:
        """How much larger than the window the drawing is."""
        return self._zoom

    @property
    def mark(self) -> ChartMark | None:
        """The mark the arrows have come to."""
        return self._marks.current

    def spots(self) -> list[tuple[QPointF, ChartMark]]:
        """Every mark with its place in the viewport."""
        return [(self._on_screen(spot), mark) for spot, mark in self._marks.spots]

    def refresh(self, *, soon: bool = False) -> None:
        """Draw anew: when the keys rest, or ``soon``. Nobody draws what is not seen."""
        self._stale = True
        if self.isVisible():
            self.rest.ask(soon=soon)

    def clear(self) -> None:
        """Show nothing: what was drawn is of something else."""
        self._recording, self._told, self._marks = None, None, Marks()
        self._fit()
        self._tell()
        self.viewport().update()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Make the drawing larger or smaller; what is under ``around`` stays there."""
        centre = around or QPointF(self.viewport().rect().center())
        before = self._scale()
        spot = self._on_paper(centre)
        self._zoom = min(max(self._zoom * factor, 1.0), MOST_ZOOM)
        if self._scale() == before:
            return
        self._fit()
        self.horizontalScrollBar().setValue(round(spot.x() * self._scale() - centre.x()))
        self.verticalScrollBar().setValue(round(spot.y() * self._scale() - centre.y()))
        self.viewport().update()

    def zoom_to_fit(self) -> None:
        """The whole drawing again."""
        self.zoom_by(1 / self._zoom)

    # Drawing

    def redraw(self) -> Iterator[int]:
        """Draw anew in steps, as `Rest` wants it: between two of them a key may take its turn."""
        while not loaded():
            yield POLL_MS
        from matplotlib.figure import Figure

        from ui.charts.painter import record

        if self._read is not None:
            self._read()
            yield 0
        width, height = self._paper()
        figure = Figure(figsize=(width / 100, height / 100), dpi=100)
        told = self._draw(figure, DARK if theme.is_dark() else LIGHT)
        yield 0
        recording = record(figure)
        self._recording, self._told, self._stale = recording, told, False
        self._marks = Marks.of(told.marks, recording.height, self.mark)
        self._fit()
        self._tell()
        self.viewport().update()
        self.drawn.emit()

    def _paper(self) -> tuple[float, float]:
        """The size drawn on: the viewport's, or what can still be read, scaled down to fit."""
        size = self._room()
        less = min(size[0] / self._least[0], size[1] / self._least[1], 1.0)
        return size[0] / less, size[1] / less

    def _room(self) -> tuple[int, int]:
        """The window's room without scroll bars, so that they do not change the drawing."""
        size = self.maximumViewportSize()
        return max(size.width(), 1), max(size.height(), 1)

    def _scale(self) -> float:
        if self._recording is None:
            return 1.0
        size = self._room()
        fits = min(size[0] / self._recording.width, size[1] / self._recording.height)
        return fits * self._zoom

    def _fit(self) -> None:
        """Scroll bars for what does not fit."""
        if self._recording is None:
            return
        scale, view = self._scale(), self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._recording.width, view.width()),
            (self.verticalScrollBar(), self._recording.height, view.height()),
        ):
            # A pixel's fraction is not worth a scroll bar.
            beyond = round(whole * scale) - seen if self._zoom > 1 else 0
            bar.setRange(0, max(beyond, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(40)

    def _shift(self) -> QPointF:
        """Where the drawing's corner lies in the viewport."""
        x, y = -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        if self._recording is None:
            return QPointF(x, y)
        size, scale = self._room(), self._scale()
        spare_x = max(size[0] - self._recording.width * scale, 0) / 2
        spare_y = max(size[1] - self._recording.height * scale, 0) / 2
        return QPointF(x + spare_x, y + spare_y)

    def _on_screen(self, spot: QPointF) -> QPointF:
        return spot * self._scale() + self._shift()

    def _on_paper(self, spot: QPointF) -> QPointF:
        return (spot - self._shift()) / self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        look = DARK if theme.is_dark() else LIGHT
        painter.fillRect(event.rect(), QColor(look.paper))
        if self._recording is None:
            return
        painter.save()
        painter.translate(self._shift())
        painter.scale(self._scale(), self._scale())
        self._recording.paint(painter)
        painter.restore()
        if self.mark is not None:
            self._paint_mark(painter, look)
        elif self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(theme.ink().accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_mark(self, painter: QPainter, look: Palette) -> None:
        """A ring round the mark, and beside it what it stands for."""
        spot, mark = self._on_screen(self._marks.spots[self._marks.at][0]), self.mark
        if mark is None:
            return
        painter.setPen(QPen(theme.ink().accent, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot, _RING, _RING)
        text = said(mark)
        area = self.viewport().rect()
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, min(area.width() - 24, 420), area.height())
        box = QRectF(painter.boundingRect(room, flags, text)).adjusted(-6, -4, 6, 4)
        left = min(max(spot.x() + _RING + 4, 4), area.width() - box.width() - 4)
        above = spot.y() - box.height() - _RING - 2
        box.moveTo(left, above if above > 4 else spot.y() + _RING + 2)
        painter.fillRect(box, QColor(look.paper))
        painter.setPen(QPen(theme.ink().accent, 1))
        painter.drawRect(box)
        painter.setPen(QColor(look.ink))
        painter.drawText(box.adjusted(6, 4, -6, -4), int(flags), text)

    # What the editor does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and held == Qt.KeyboardModifier.ShiftModifier:
            across, down = _ARROWS[key]
            for bar, step in (
                (self.horizontalScrollBar(), across),
                (self.verticalScrollBar(), down),
            ):
                bar.setValue(bar.value() + step * bar.singleStep())
        elif key in _ARROWS and not held:
            self._go(self._marks.toward(*_ARROWS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = len(self._marks.spots) - 1
            self._go(last if key == Qt.Key.Key_End else min(0, last))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not held:
            self.part_wanted.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(1 / _STEP if key == Qt.Key.Key_Minus else _STEP)
        elif key == Qt.Key.Key_0:
            self.zoom_to_fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and self.mark:
            self.mark_entered.emit(self.mark)
        elif key == Qt.Key.Key_Escape and self.mark:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom_by(_STEP**steps, event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is not None:
            way = event.position() - self._press
            if self._moved or way.manhattanLength() > _DRAG:
                self._moved, self._press = True, event.position()
                for bar, far in (
                    (self.horizontalScrollBar(), way.x()),
                    (self.verticalScrollBar(), way.y()),
                ):
                    bar.setValue(bar.value() - round(far))
            return
        near = self._near(event.position())
        shape = Qt.CursorShape.ArrowCursor if near < 0 else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        if near < 0:
            QToolTip.hideText()
            return
        spot, mark = self._marks.spots[near]
        here = QRectF(0, 0, 2 * NEAR, 2 * NEAR)
        here.moveCenter(self._on_screen(spot))
        text = f"<p style='white-space:pre'>{escape(said(mark))}</p>"
        QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport(), here.toRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        near = self._near(event.position())
        clicked = self._press is not None and not self._moved and near >= 0
        self._press = None
        if clicked:
            self._go(near)
            self.mark_entered.emit(self._marks.spots[near][1])

    def _near(self, spot: QPointF) -> int:
        """The mark under the pointer; -1 if there is none."""
        return self._marks.near(self._on_paper(spot), NEAR / self._scale())

    def _go(self, number: int) -> None:
        self._marks.at = number
        if self.mark is not None:
            spot = self._on_screen(self._marks.spots[number][0])
            for bar, where, room in (
                (self.horizontalScrollBar(), spot.x(), self.viewport().width()),
                (self.verticalScrollBar(), spot.y(), self.viewport().height()),
            ):
                if not 2 * _RING <= where <= room - 2 * _RING:
                    bar.setValue(bar.value() + round(where - room / 2))
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        """Tell a screen reader what the drawing shows, or the mark at hand."""
        if self.mark is not None:
            self.setAccessibleDescription(said(self.mark))
        else:
            self.setAccessibleDescription(self._told.alt if self._told else "")

    # What the window does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.rest.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.rest.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.refresh(soon=True)


_ASIDE = 3
"""How much further a mark may lie straight ahead than one aside to be the next."""


@dataclass
class Marks:
    """Marks with their places on the drawing, in its pixels, and the current one or -1."""

    spots: list[tuple[QPointF, ChartMark]] = field(default_factory=list)
    at: int = -1

    @classmethod
    def of(cls, marks: Iterable[ChartMark], height: float, before: ChartMark | None) -> Marks:
        """The marks of a new drawing; what was current before is current again if it is there."""
        found = cls()
        for mark in marks:
            x, y = mark.axes.transData.transform((mark.x, mark.y)).tolist()
            if before is not None and _same(mark, before) and found.at < 0:
                found.at = len(found.spots)
            found.spots.append((QPointF(x, height - y), mark))
        return found

    @property
    def current(self) -> ChartMark | None:
        """The current mark."""
        return self.spots[self.at][1] if 0 <= self.at < len(self.spots) else None

    def near(self, spot: QPointF, most: float) -> int:
        """The mark nearest to a spot and no further than ``most``; -1 if there is none."""
        found = (
            ((where - spot).manhattanLength(), number)
            for number, (where, _) in enumerate(self.spots)
        )
        far, number = min(found, default=(most + 1, -1))
        return number if far <= most else -1

    def toward(self, across: int, down: int) -> int:
        """The next mark in a direction; the first one if there is no current."""
        if self.current is None:
            return 0 if self.spots else -1
        here = self.spots[self.at][0]
        found = []
        for number, (spot, _) in enumerate(self.spots):
            way = spot - here
            along = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            if along > 0.5:
                found.append((along + _ASIDE * aside, number))
        return min(found, default=(0.0, self.at))[1]


def said(mark: ChartMark) -> str:
    """A mark in words: the place, and what it stands for there."""
    return mark.text if mark.text.startswith(mark.place) else f"{mark.place} · {mark.text}"


def _same(one: ChartMark, other: ChartMark) -> bool:
    return (one.place, one.agency, one.bulletin, one.text.partition(":")[0]) == (
        other.place,
        other.agency,
        other.bulletin,
        other.text.partition(":")[0],
    )
