"""The tiles on the screen: placed like the city, gone about by geometry, each a real list item.

A list view by nature, so that screen readers find every tile; only the tiles' places are its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desk.charts import DARK, LIGHT, Palette, tilemap
from desk.charts.page import eye, letters_on
from desk.charts.tiles import Tile
from desk.facts.election import Election
from ui.charts.map_model import TilesModel
from ui.widgets import theme

_LEAST = (70, 54)
"""The smallest tile that can be read, in pixels."""
_MOST = (220, 150)
_EDGE = 12
_WHOLE = Decimal(1)
_ROOM_FOR_WORDS = 60
"""The narrowest tile with words on it, in pixels; a smaller one is a colour."""
_AIR = 0.05
_STEP = 1.25
_TALL = 1.3
_MOST_ZOOM = 4.0

Action = QAbstractItemView.CursorAction
_WAYS = {
    Action.MoveLeft: (-1, 0),
    Action.MoveRight: (1, 0),
    Action.MoveUp: (0, -1),
    Action.MoveDown: (0, 1),
}


class TileView(QListView):
    """Tiles by place; the current one is the night's current place."""

    def __init__(
        self, election: Election, contest: str, model: TilesModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("map.tiles")
        self._tiles = model
        self._placed = tilemap.of(election, contest)
        self._spots: dict[str, tuple[float, float]] = {}
        self._unit = (1.0 * _LEAST[0], 1.0 * _LEAST[1])
        self._corner = QPointF()
        self._zoom = 1.0
        self._letters: Letters | None = None
        self.setModel(model)
        model.dataChanged.connect(self._measure_again)
        model.modelReset.connect(self._measure_again)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setMouseTracking(True)

    def lay(self, election: Election, contest: str) -> None:
        """Let the tiles lie as those of a contest do."""
        self._placed = tilemap.of(election, contest)
        self._place()

    def zoom_by(self, factor: float) -> None:
        """Make the tiles larger or smaller."""
        self._zoom = min(max(self._zoom * factor, 1.0), _MOST_ZOOM)
        self._place()
        self.scrollTo(self.currentIndex())

    def zoom_to_fit(self) -> None:
        """The whole map again."""
        self.zoom_by(1 / self._zoom)

    # Where the tiles lie

    def _measure_again(self) -> None:
        self._letters = None

    def _place(self) -> None:
        """The tiles' size and places for the room there is."""
        self._letters = None
        room = self.maximumViewportSize()
        wide, high = room.width() - 2 * _EDGE, room.height() - 2 * _EDGE
        if self._placed.automatic:
            # It grows downwards, so its room is what a scroll bar leaves.
            wide -= self.verticalScrollBar().sizeHint().width()
            least = _LEAST[0] * self._zoom
            fitting = max(int(wide / least), 1)
            shape = tilemap.grid(self._placed.tiles)
            rows_fit = eye(shape.columns) <= fitting
            self._placed = shape if rows_fit else tilemap.grid(self._placed.tiles, fitting)
        across, down = eye(self._placed.columns), eye(self._placed.rows)
        unit_x = min(max(wide / across, _LEAST[0]), _MOST[0]) * self._zoom
        unit_y = min(max(high / down, _LEAST[1]), _MOST[1]) * self._zoom
        self._unit = (unit_x, min(unit_y, unit_x * _TALL))
        west = eye(self._placed.west)
        self._spots = {
            name: (eye(column) - west, eye(row))
            for name, (column, row) in self._placed.tiles.items()
        }
        size = (across * self._unit[0], down * self._unit[1])
        self._corner = QPointF(
            _EDGE + max(wide - size[0], 0) / 2, _EDGE + max(high - size[1], 0) / 2
        )
        # Bars that are shown from before take no room from a map that fits without them.
        whole = QSize(int(size[0]) + 2 * _EDGE, int(size[1]) + 2 * _EDGE)
        view = room if whole.boundedTo(room) == whole else self.viewport().size()
        for bar, needed, seen in (
            (self.horizontalScrollBar(), whole.width(), view.width()),
            (self.verticalScrollBar(), whole.height(), view.height()),
        ):
            bar.setRange(0, max(needed - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(round(self._unit[1] / 2))
        self.viewport().update()

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)
        self._place()

    def updateGeometries(self) -> None:
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self._place()

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.scrollDirtyRegion(dx, dy)
        self.viewport().scroll(dx, dy)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        return self._rect(index.row()).toAlignedRect() if index.isValid() else QRect()

    def _rect(self, row: int) -> QRectF:
        column, line = self._spots.get(self._tiles.tiles[row].place, (0.0, 0.0))
        wide, high = (unit * self._side(row) for unit in self._unit)
        corner = self._corner - QPointF(self.horizontalOffset(), self.verticalOffset())
        return QRectF(
            corner.x() + column * self._unit[0] + _AIR / 2 * wide,
            corner.y() + line * self._unit[1] + _AIR / 2 * high,
            wide * (1 - _AIR),
            high * (1 - _AIR),
        )

    def _side(self, row: int) -> float:
        """A tile's side, of a whole one's."""
        return eye(self._placed.sides.get(self._tiles.tiles[row].place, _WHOLE))

    def indexAt(self, point: QPoint) -> QModelIndex:
        for row in range(len(self._tiles.tiles)):
            if self._rect(row).contains(QPointF(point)):
                return self._tiles.index(row)
        return QModelIndex()

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        rect, room = self.visualRect(index), self.viewport().rect()
        for bar, first, last, end in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), room.right()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), room.bottom()),
        ):
            if first < _EDGE:
                bar.setValue(bar.value() + first - 2 * _EDGE)
            elif last > end - _EDGE:
                bar.setValue(bar.value() + last - end + 2 * _EDGE)

    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count = len(self._tiles.tiles)
        if not count:
            return QModelIndex()
        here = self.currentIndex().row()
        if cursorAction in (Action.MoveHome, Action.MoveEnd):
            return self._tiles.index(0 if cursorAction is Action.MoveHome else count - 1)
        if here < 0:
            return self._tiles.index(0)
        if cursorAction in (Action.MovePageUp, Action.MovePageDown):
            lines = max(int(self.viewport().height() / self._unit[1]), 1)
            return self._tiles.index(self._far(here, lines, cursorAction is Action.MovePageDown))
        if cursorAction in (Action.MoveNext, Action.MovePrevious):
            step = 1 if cursorAction is Action.MoveNext else -1
            return self._tiles.index(min(max(here + step, 0), count - 1))
        return self._tiles.index(self._toward(here, *_WAYS[cursorAction]))

    def _toward(self, here: int, across: int, down: int) -> int:
        """The nearest tile in a direction: one in line before one aside; over the water too."""
        start = self._middle(here)
        found = []
        for row in range(len(self._tiles.tiles)):
            way = self._middle(row) - start
            along = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            if along > self._side(here) / 2 and aside <= along:
                found.append((along + 2 * aside, row))
        return min(found, default=(0.0, here))[1]

    def _far(self, here: int, lines: int, down: bool) -> int:
        for _ in range(lines):
            here = self._toward(here, 0, 1 if down else -1)
        return here

    def _middle(self, row: int) -> QPointF:
        half = self._side(row) / 2
        corner = self._spots.get(self._tiles.tiles[row].place, (0.0, 0.0))
        return QPointF(*corner) + QPointF(half, half)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(self.indexAt(rect.center()), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(-4, -4, 4, 4)
        return region

    # What the editor does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.zoom_to_fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    # How a tile looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = DARK if theme.is_dark() else LIGHT
        painter.fillRect(event.rect(), QColor(look.paper))
        if not self._spots:
            self._place()
        area = QRectF(event.rect()).adjusted(-4, -4, 4, 4)
        places = [(self._rect(row), tile) for row, tile in enumerate(self._tiles.tiles)]
        if not places:
            return
        if self._letters is None:
            largest = max((rect.size() for rect, _ in places), key=lambda size: size.width())
            self._letters = letters(self.font(), self._tiles.tiles, largest)
        seen = [(rect, tile) for rect, tile in places if rect.intersects(area)]
        for rect, tile in seen:
            if rect.width() < _ROOM_FOR_WORDS:
                _paint_small(painter, rect, tile, look)
            else:
                paint_tile(painter, rect, tile, look, self._letters)
        self._paint_labels(painter, look)
        current = self.currentIndex()
        if current.isValid():
            strong = 4 if self.hasFocus() else 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.paper), strong + 3))
            ring = self._rect(current.row()).adjusted(-1, -1, 1, 1)
            painter.drawRect(ring)
            painter.setPen(QPen(theme.ink().accent, strong))
            painter.drawRect(ring)

    def _paint_labels(self, painter: QPainter, look: Palette) -> None:
        painter.setPen(QColor(look.muted))
        font = QFont(self.font())
        font.setItalic(True)
        names = [(label.name, 1) for label in self._placed.labels if not label.water]
        font.setPixelSize(int(fitting(font, names, self._unit[0] * 0.98, 15)))
        painter.setFont(font)
        west = eye(self._placed.west)
        corner = self._corner - QPointF(self.horizontalOffset(), self.verticalOffset())
        for label in self._placed.labels:
            column, row = eye(label.spot[0]) - west, eye(label.spot[1])
            painter.save()
            painter.translate(
                corner.x() + (column + (0.5 if label.water else 0)) * self._unit[0],
                corner.y() + row * self._unit[1],
            )
            if label.water:
                painter.rotate(-90)
            box = QRectF(0, -20, 400, 40)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            if label.water:
                box.translate(-200, 0)
                flags = Qt.AlignmentFlag.AlignCenter
            painter.drawText(box, int(flags), label.name)
            painter.restore()


_HEAD = 0.36
_FOOT = 0.08
_STRIP = 0.16
"""How much of a tile is hatched where the leaders differ."""
_ACROSS = 0.94
_NARROW = 80
_LETTERS = (7.0, 30.0)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a map's tiles: names, names too long for their tile, figures."""

    names: QFont
    long_names: QFont
    lines: QFont


def letters(base: QFont, told: Sequence[Tile], size: QSizeF) -> Letters:
    """Letters in which every name, and every figure, fits its tile.

    Long names stand in narrow letters, so that they do not make all the others small.
    """
    names, narrow, lines = QFont(base), QFont(base), QFont(base)
    names.setBold(True)
    narrow.setBold(True)
    narrow.setStretch(_NARROW)
    words = [(line, len(tile.parts)) for tile in told for part in tile.parts for line in part.lines]
    deep = max((len(part.lines) for tile in told for part in tile.parts), default=1)
    name = fitting(
        narrow,
        [(tile.place, 1) for tile in told],
        size.width() * _ACROSS,
        size.height() * _HEAD / 1.35,
    )
    line = fitting(
        lines,
        words,
        size.width() * 0.9,
        size.height()
        * (1 - _HEAD - _FOOT - _STRIP * any(tile.differ for tile in told))
        / (deep * 1.3),
    )
    names.setPixelSize(int(name))
    narrow.setPixelSize(int(name))
    lines.setPixelSize(int(min(line, name * 1.25)))
    return Letters(names, narrow, lines)


def fitting(font: QFont, words: list[tuple[str, int]], wide: float, high: float) -> float:
    """The size in pixels in which every word fits its share of the width."""
    font.setPixelSize(100)
    measure = QFontMetricsF(font)
    widths = {word: measure.horizontalAdvance(word) for word, _ in words}
    most = max((widths[word] * share for word, share in words), default=1.0)
    return min(max(min(100 * wide / max(most, 1.0), high), _LETTERS[0]), _LETTERS[1])


def paint_tile(painter: QPainter, rect: QRectF, tile: Tile, look: Palette, fonts: Letters) -> None:
    head = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * _HEAD)
    share = rect.width() / len(tile.parts)
    painter.setFont(fonts.names)
    if painter.fontMetrics().horizontalAdvance(tile.place) > rect.width() * _ACROSS:
        painter.setFont(fonts.long_names)
    painter.setPen(QColor(look.ink))
    painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), tile.place)
    painter.setFont(fonts.lines)
    for number, part in enumerate(tile.parts):
        half = QRectF(
            rect.left() + number * share, head.bottom(), share, rect.height() - head.height()
        )
        paint = part.paint or look.band
        painter.fillRect(half, QColor(paint))
        strip = _STRIP if tile.differ else 0
        words = half.adjusted(0, 0, 0, -rect.height() * (_FOOT + strip))
        text = "\n".join(part.lines)
        if tile.differ:
            hatched = QRectF(half.left(), words.bottom(), half.width(), rect.height() * _STRIP)
            painter.fillRect(hatched, QBrush(QColor(letters_on(paint)), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QColor(letters_on(paint)))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)
    _paint_bars(painter, rect, tile, look)
    if tile.differ:
        _paint_diamond(painter, rect, look)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.ink if tile.differ else look.grid), 2.5 if tile.differ else 1))
    painter.drawRect(rect)


def _paint_small(painter: QPainter, rect: QRectF, tile: Tile, look: Palette) -> None:
    """A tile without room for a word: its colours, hatched and edged where the leaders differ."""
    share = rect.width() / len(tile.parts)
    for number, part in enumerate(tile.parts):
        half = QRectF(rect.left() + number * share, rect.top(), share, rect.height())
        paint = part.paint or look.band
        painter.fillRect(half, QColor(paint))
        if tile.differ:
            painter.fillRect(half, QBrush(QColor(letters_on(paint)), Qt.BrushStyle.BDiagPattern))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.ink if tile.differ else look.grid), 1))
    painter.drawRect(rect)


def _paint_diamond(painter: QPainter, rect: QRectF, look: Palette) -> None:
    """In the middle of the hatch: the leaders differ."""
    size = rect.height() * _STRIP * 0.45
    middle = rect.bottom() - rect.height() * (_FOOT + _STRIP / 2)
    at = rect.center().x()
    corners = ((0, -size), (size, 0), (0, size), (-size, 0))
    painter.setPen(QPen(QColor(look.paper), 1.5))
    painter.setBrush(QColor(look.ink))
    painter.drawPolygon(QPolygonF([QPointF(at + x, middle + y) for x, y in corners]))


def _paint_bars(painter: QPainter, rect: QRectF, tile: Tile, look: Palette) -> None:
    """How much is opened along the foot; a triangle at the head of a word that is old."""
    half, high = rect.width() / len(tile.bars), rect.height() * _FOOT
    for number, bar in enumerate(tile.bars):
        left = rect.left() + number * half
        if bar.opened is not None:
            foot = QRectF(left, rect.bottom() - high, half, high)
            painter.fillRect(foot.adjusted(0, -1.5, 0, 0), QColor(look.paper))
            painter.fillRect(foot, QColor(look.grid))
            foot.setWidth(half * min(eye(bar.opened) / 100, 1))
            painter.fillRect(foot, QColor(look.ink))
        if bar.old:
            size = min(rect.height() * 0.08, 8)
            x = left + 2 + size if number == 0 else left + half - 2 - size
            y = rect.top() + 3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.ink))
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x, y),
                        QPointF(x + size, y + 1.7 * size),
                        QPointF(x - size, y + 1.7 * size),
                    ]
                )
            )
