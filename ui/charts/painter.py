"""Charts onto the screen: what matplotlib draws, kept as Qt's own strokes and letters.

A drawing is recorded once and painted at any size, sharp at every scale. Files are drawn by
matplotlib itself; nothing here decides what a chart shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from math import floor
from typing import TYPE_CHECKING, Literal

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.font_manager import findfont
from matplotlib.path import Path
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text
    from matplotlib.transforms import Bbox, Transform
    from matplotlib.typing import ColorType
    from numpy.typing import ArrayLike

_HATCH_LINES = 15
"""To an inch, as matplotlib draws the hatch that the charts use."""
_MOST_GLYPH = 60
"""Pixels; Qt keeps no pictures of larger letters."""
_WORDS_KEPT = 4096
_STRAIGHT = 0.01
_BENT = frozenset({int(Path.CURVE3), int(Path.CURVE4)})
_CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "projecting": Qt.PenCapStyle.SquareCap,
}

Stroke = Callable[[QPainter], None]
"""One thing to be painted."""


@dataclass
class PaintedChart:
    """A chart as strokes, in pixels of a picture of ``width`` by ``height``."""

    width: float
    height: float
    strokes: list[Stroke] = field(default_factory=list)

    def paint(self, painter: QPainter) -> None:
        """Paint it, with the scale and the shift the painter has."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self.strokes:
            stroke(painter)


def record(figure: Figure) -> PaintedChart:
    """What a figure shows, to be painted as often as needed."""
    recorder = _Recorder(figure)
    figure.draw(recorder)
    return recorder.recording


class _Recorder(RendererBase):
    """Takes down what matplotlib asks for; heights are counted from the top, as Qt does."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._dots = figure.dpi / 72
        self.recording = PaintedChart(figure.bbox.width, figure.bbox.height)

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.recording.width, self.recording.height

    def points_to_pixels(self, points: ArrayLike) -> ArrayLike:
        return np.multiply(points, self._dots)

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        face: ColorType | None = None,
    ) -> None:
        self._put(gc, [self._shape(gc, path, transform)], face)

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        face: ColorType | None = None,
    ) -> None:
        shape = _curves(marker_trans.transform_path(marker_path), 0)
        spots = trans.transform(path.vertices).tolist()
        height = self.recording.height
        self._put(gc, [shape.translated(x, height - y) for x, y in spots], face)

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,
        mtext: Text | None = None,
    ) -> None:
        size = prop.get_size_in_points() * self._dots
        run = _word(s, findfont(prop), size).run
        colour, spot = _colour(gc.get_rgb(), gc), QPointF(x, y)
        outline = _outline(run) if size > _MOST_GLYPH else None

        def stroke(painter: QPainter) -> None:
            painter.setPen(colour)
            if not angle and outline is None:
                painter.drawGlyphRun(spot, run)
                return
            painter.save()
            painter.translate(spot)
            painter.rotate(-angle)
            if outline is None:
                painter.drawGlyphRun(QPointF(), run)
            else:
                painter.fillPath(outline, colour)
            painter.restore()

        self.recording.strokes.append(stroke)

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | Literal["TeX"]
    ) -> tuple[float, float, float]:
        box = _word(s, findfont(prop), prop.get_size_in_points() * self._dots).box
        return box.right(), box.height(), box.bottom()

    def _shape(self, gc: GraphicsContextBase, path: Path, transform: Transform) -> QPainterPath:
        flat, height = transform.transform_path(path), self.recording.height
        codes = None if flat.codes is None else np.asarray(flat.codes).tolist()
        if codes is not None and not _BENT.isdisjoint(codes):
            return _curves(flat, height)
        return _lines(
            np.asarray(flat.vertices).tolist(), codes, height, gc.get_linewidth() * self._dots
        )

    def _put(
        self, gc: GraphicsContextBase, shapes: list[QPainterPath], face: ColorType | None
    ) -> None:
        brush = QBrush() if face is None else QBrush(_colour(face, gc))
        pen, clip = self._pen(gc), self._clip(gc.get_clip_rectangle())
        hatched = (
            [(shape, _hatch(shape, self._dots * 72 / _HATCH_LINES)) for shape in shapes]
            if gc.get_hatch()
            else []
        )
        thin = QPen()
        if hatched:
            thin = QPen(_colour(gc.get_hatch_color(), gc), gc.get_hatch_linewidth() * self._dots)

        def stroke(painter: QPainter) -> None:
            if clip is not None:
                painter.save()
                painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
            for shape, lines in hatched:
                painter.save()
                painter.fillPath(shape, brush)
                painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
                painter.strokePath(lines, thin)
                painter.restore()
            painter.setPen(pen)
            painter.setBrush(QBrush() if hatched else brush)
            for shape in shapes:
                painter.drawPath(shape)
            if clip is not None:
                painter.restore()

        self.recording.strokes.append(stroke)

    def _pen(self, gc: GraphicsContextBase) -> QPen:
        width = gc.get_linewidth() * self._dots
        if width <= 0:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(_colour(gc.get_rgb(), gc), width)
        pen.setCapStyle(_CAPS[gc.get_capstyle()])
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        _, dashes = gc.get_dashes()
        if dashes is not None:
            pen.setDashPattern((np.multiply(dashes, self._dots) / width).tolist())
        return pen

    def _clip(self, box: Bbox | None) -> QRectF | None:
        if box is None:
            return None
        return QRectF(box.x0, self.recording.height - box.y1, box.width, box.height)


@dataclass(frozen=True)
class _Word:
    """A text as glyphs, and the box its ink takes from where it begins."""

    run: QGlyphRun
    box: QRectF


@lru_cache(maxsize=64)
def _font(file: str, size: float) -> QRawFont:
    return QRawFont(file, size, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=_WORDS_KEPT)
def _word(text: str, file: str, size: float) -> _Word:
    font = _font(file, size)
    glyphs = font.glyphIndexesForString(text)
    spots, box, x = [], QRectF(), 0.0
    steps = font.advancesForGlyphIndexes(glyphs, QRawFont.LayoutFlag.KernedAdvances)
    for glyph, step in zip(glyphs, steps, strict=True):
        spots.append(QPointF(x, 0))
        box = box.united(font.boundingRect(glyph).translated(x, 0))
        x += step.x()
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(glyphs)
    run.setPositions(spots)
    return _Word(run, box.united(QRectF(0, 0, x, 0)))


def _outline(run: QGlyphRun) -> QPainterPath:
    font, shape = run.rawFont(), QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for glyph, spot in zip(run.glyphIndexes(), run.positions(), strict=True):
        shape.addPath(font.pathForGlyph(glyph).translated(spot))
    return shape


def _colour(colour: ColorType, gc: GraphicsContextBase) -> QColor:
    red, green, blue, alpha = to_rgba(colour)
    return QColor.fromRgbF(red, green, blue, gc.get_alpha() if gc.get_forced_alpha() else alpha)


def _lines(
    spots: list[list[float]], codes: list[int] | None, height: float, width: float
) -> QPainterPath:
    """A path of straight lines; upright and level ones on whole pixels, between two they blur."""
    if all(
        code == Path.MOVETO or abs(x - left) < _STRAIGHT or abs(y - down) < _STRAIGHT
        for (x, y), (left, down), code in zip(
            spots, spots[1:], codes[1:] if codes else repeat(None), strict=False
        )
    ):
        half = 0.5 if round(width) % 2 else 0.0
        spots = [[floor(x + 0.5) + half, floor(y + 0.5) - half] for x, y in spots]
    shape = QPainterPath()
    for number, (x, y) in enumerate(spots):
        code = codes[number] if codes else Path.LINETO if number else Path.MOVETO
        if code == Path.MOVETO:
            shape.moveTo(x, height - y)
        elif code == Path.LINETO:
            shape.lineTo(x, height - y)
        elif code == Path.CLOSEPOLY:
            shape.closeSubpath()
    return shape


def _curves(path: Path, height: float) -> QPainterPath:
    """A path in pixels from the top; ``height`` is where its zero lies."""
    shape = QPainterPath()
    for spots, code in path.iter_segments(simplify=False, curves=True):
        *along, x, y = spots.tolist()
        end = QPointF(x, height - y)
        if code == Path.MOVETO:
            shape.moveTo(end)
        elif code == Path.LINETO:
            shape.lineTo(end)
        elif code == Path.CURVE3:
            shape.quadTo(QPointF(along[0], height - along[1]), end)
        elif code == Path.CURVE4:
            first = QPointF(along[0], height - along[1])
            shape.cubicTo(first, QPointF(along[2], height - along[3]), end)
        elif code == Path.CLOSEPOLY:
            shape.closeSubpath()
    return shape


def _hatch(shape: QPainterPath, step: float) -> QPainterPath:
    """Slanting lines across a shape, on one raster over the whole picture."""
    box, lines = shape.boundingRect(), QPainterPath()
    first = box.left() + box.top()
    along = first - first % step
    while along < box.right() + box.bottom() + step:
        lines.moveTo(along - box.bottom(), box.bottom())
        lines.lineTo(along - box.top(), box.top())
        along += step
    return lines
