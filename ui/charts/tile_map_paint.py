"""How one tile looks: name, figures in their colours, bars along the foot, hatch and frame.

The same as the map's picture says, in the window's own letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desk.charts import Look
from desk.charts.page import eye, letters_on
from desk.charts.told import Tile

_HEAD = 0.36
_FOOT = 0.08
_LETTERS = (7.0, 30.0)


def fonts(base: QFont, told: Sequence[Tile], size: QSizeF) -> tuple[QFont, QFont]:
    """Letters in which every name, and every figure, fits its tile."""
    names, lines = QFont(base), QFont(base)
    names.setBold(True)
    words = [(line, len(tile.parts)) for tile in told for part in tile.parts for line in part.lines]
    deep = max((len(part.lines) for tile in told for part in tile.parts), default=1)
    name = fitting(
        names,
        [(tile.place, 1) for tile in told],
        size.width() * 0.94,
        size.height() * _HEAD / 1.35,
    )
    line = fitting(
        lines, words, size.width() * 0.9, size.height() * (1 - _HEAD - _FOOT) / (deep * 1.3)
    )
    names.setPixelSize(int(name))
    lines.setPixelSize(int(min(line, name * 1.25)))
    return names, lines


def fitting(font: QFont, words: list[tuple[str, int]], wide: float, high: float) -> float:
    """The size in pixels in which every word fits its share of the width."""
    font.setPixelSize(100)
    measure = QFontMetricsF(font)
    widths = {word: measure.horizontalAdvance(word) for word, _ in words}
    most = max((widths[word] * share for word, share in words), default=1.0)
    return min(max(min(100 * wide / max(most, 1.0), high), _LETTERS[0]), _LETTERS[1])


def paint_tile(
    painter: QPainter, rect: QRectF, tile: Tile, look: Look, names: QFont, lines: QFont
) -> None:
    head = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * _HEAD)
    share = rect.width() / len(tile.parts)
    painter.setFont(names)
    painter.setPen(QColor(look.ink))
    painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), tile.place)
    painter.setFont(lines)
    for number, part in enumerate(tile.parts):
        half = QRectF(
            rect.left() + number * share, head.bottom(), share, rect.height() - head.height()
        )
        paint = part.paint or look.band
        painter.fillRect(half, QColor(paint))
        words = half.adjusted(0, 0, 0, -rect.height() * _FOOT)
        text = "\n".join(part.lines)
        if tile.differ:
            painter.fillRect(half, QBrush(QColor(letters_on(paint)), Qt.BrushStyle.BDiagPattern))
            box = painter.boundingRect(words, int(Qt.AlignmentFlag.AlignCenter), text)
            painter.fillRect(box.adjusted(-2, 0, 2, 0), QColor(paint))
        painter.setPen(QColor(letters_on(paint)))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)
    _paint_bars(painter, rect, tile, look)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.ink if tile.differ else look.grid), 2.5 if tile.differ else 1))
    painter.drawRect(rect)


def _paint_bars(painter: QPainter, rect: QRectF, tile: Tile, look: Look) -> None:
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
