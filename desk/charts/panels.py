"""Rows in one column or two: a name on the left, a stretch to draw on, words on the right.

All stretches of a chart share one scale; what is drawn on them is the chart's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.charts.page import HATCH, MARKERS, NOTHING, SIDE, Page, fitted, points, wide

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEAST_ROW = 20
_MOST_ROW = 84
_ROOMY_ROW = 44
_BETWEEN = 30
_LEAST_LONG = 0.2
"""The part of a column that is left to draw on, however long the names are."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its name, the words to its right, and whether the agencies' leaders differ."""

    name: str
    cells: tuple[str, ...]
    differ: bool = False

    def __str__(self) -> str:
        return f"{self.name}: {'; '.join(cell for cell in self.cells if cell)}"


def panels(
    page: Page, lines: Sequence[Line], limits: tuple[float, float]
) -> Iterator[tuple[Axes, int, int]]:
    """Axes with the number of their first row and of the one after their last."""
    if not lines:
        page.tell(NOTHING)
        return
    room = page.height - page.bottom - page.top - 26
    columns = 1 if room / len(lines) >= _LEAST_ROW or page.width < 700 else 2
    each = -(-len(lines) // columns)
    row = min(room / each, _MOST_ROW)
    size = min(12.5 if row < _ROOMY_ROW else 15, row * 0.66)
    # A few rows stand in the middle of their room, not under its edge.
    top = page.top + (room - row * each) / 2
    across = (page.width - 2 * SIDE - _BETWEEN * (columns - 1)) / columns
    left, cells = _widths(lines, size)
    most = across * (1 - _LEAST_LONG)
    if (words := left + sum(cells)) > most:
        lines = [_squeezed(line, size, most / words, left, cells) for line in lines]
        left, cells = _widths(lines, size)
    long = across - left - sum(cells)
    for column in range(columns):
        part = lines[column * each : (column + 1) * each]
        start = SIDE + column * (across + _BETWEEN) + left
        axes = page.axes(start, top, long, row * len(part))
        axes.set_xlim(limits)
        axes.set_ylim(len(part) - 0.5, -0.5)
        axes.set_yticks([])
        axes.grid(axis="x", color=page.look.grid, linewidth=0.7)
        _commas(axes, int(long / 45))
        for position, line in enumerate(part):
            if line.differ:
                axes.axhspan(
                    position - 0.46,
                    position + 0.46,
                    facecolor="none",
                    edgecolor=page.look.grid,
                    hatch=HATCH,
                    linewidth=0,
                    zorder=0.5,
                )
            _word(page, axes, position, line.name, -10, size, bold=line.differ)
            spot = 14.0
            for cell, width in zip(line.cells, cells, strict=True):
                _word(page, axes, position, cell, spot, size)
                spot += width
        yield axes, column * each, column * each + len(part)
        _flush(page, axes)


def mark(page: Page, x: float, row: int, position: int, paint: str, full: bool) -> None:
    """An agency's mark on a row of the panel at hand: its own shape, filled or hollow."""
    page.dots.setdefault((position, paint, full), []).append((x, row))


def join(page: Page, row: int, one: float, other: float, paint: str, width: float) -> None:
    """A line between two marks of a row."""
    page.joins.setdefault((paint, width), []).append((row, one, other))


def _flush(page: Page, axes: Axes) -> None:
    """Draw a panel's marks and lines, all of a kind at once: one by one they cost the most."""
    for (paint, width), spans in page.joins.items():
        rows, ones, others = zip(*spans, strict=True)
        axes.hlines(rows, ones, others, color=paint, linewidth=width)
    for (position, paint, full), spots in page.dots.items():
        xs, rows = zip(*spots, strict=True)
        axes.plot(
            xs,
            rows,
            linestyle="none",
            marker=MARKERS[position],
            markersize=8.5 if position == 0 else 5,
            markerfacecolor=paint if full else page.look.paper,
            markeredgecolor=page.look.ink if full else paint,
            markeredgewidth=0.9 if full else 1.5,
            zorder=3 + position,
            clip_on=False,
        )
    page.joins.clear()
    page.dots.clear()


def _widths(lines: Sequence[Line], size: float) -> tuple[float, list[float]]:
    """What names and each column of words take, with the blank beside them; pixels."""
    left = max(wide(line.name, size, line.differ) for line in lines) + 12
    return left, [max(wide(cell, size) for cell in column) + 14 for column in _columns(lines)]


def _squeezed(line: Line, size: float, by: float, left: float, cells: Sequence[float]) -> Line:
    """A row of names nobody foresaw, in a part of the room they would take."""
    name = fitted(line.name, size, left * by - 12, line.differ)
    words = zip(line.cells, cells, strict=True)
    return replace(
        line, name=name, cells=tuple(fitted(word, size, width * by - 14) for word, width in words)
    )


def _columns(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    return list(zip(*(line.cells for line in lines), strict=True))


def _word(
    page: Page, axes: Axes, row: int, text: str, away: float, size: float, *, bold: bool = False
) -> None:
    """Text beside a row, all of a row on one base line whatever its letters' dots and tails."""
    axes.annotate(
        text,
        (0 if away < 0 else 1, row),
        xycoords=axes.get_yaxis_transform(),
        xytext=(points(away), -points(size) * 0.36),
        textcoords="offset points",
        fontsize=points(size),
        fontweight="bold" if bold else "normal",
        color=page.look.ink,
        ha="right" if away < 0 else "left",
        va="baseline",
        annotation_clip=False,
    )


def _commas(axes: Axes, most: int) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.xaxis.set_major_locator(
        MaxNLocator(min(max(most, 2), 8), steps=[1, 2, 5, 10], integer=True)
    )
    axes.xaxis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:g}".replace(".", ",").replace("-", "−"))
    )
