"""Rectangles of a map, gathered by kind and drawn together: one by one they cost the most.

What a rectangle stands for is the map's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.charts.page import Box, Page

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def box(
    page: Page,
    spot: Box,
    face: str,
    edge: str,
    line: float,
    height: float,
    hatch: str = "",
) -> None:
    """A rectangle that `flush` will draw with all of its kind."""
    page.boxes.setdefault((face, edge, line, height, hatch), []).append(spot)


def flush(page: Page, axes: Axes) -> None:
    """Draw the rectangles, all of a kind at once."""
    from matplotlib.collections import PolyCollection

    for (face, edge, line, height, hatch), boxes in page.boxes.items():
        corners = [
            [(x, y), (x + width, y), (x + width, y + down), (x, y + down)]
            for x, y, width, down in boxes
        ]
        kind = PolyCollection(corners, facecolors=face, edgecolors=edge, linewidths=line)
        kind.set_zorder(height)
        if hatch:
            kind.set_hatch(hatch)
        axes.add_collection(kind, autolim=False)
    page.boxes.clear()
