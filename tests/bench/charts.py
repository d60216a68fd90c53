"""Every chart of 39 districts onto the screen, and what a chart in sight costs a key.

A redraw is timed from the moment it begins to the last repaint; it is done in steps, and the
longest of them is the longest a key could have to wait if it came at the worst moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from desk import charts
from tests.bench import desks
from tests.bench.keying import BUDGET_MS, KEYINGS, typed
from tests.bench.report import Line, spread
from ui.charts.canvas import ChartCanvas
from ui.charts.loading import loaded
from ui.charts.map_page import MapPage
from ui.charts.page import KINDS, LEAST, ChartsPage
from ui.night.page import CHARTS, ENTRY, MAP

if TYPE_CHECKING:
    from matplotlib.figure import Figure

REDRAWS = 9
BUDGET_REDRAW_MS = 80.0


def measure(night: Path) -> list[Line]:
    """Each kind of chart, the map, and keys with the place's chart in sight."""
    window = desks.open_window(night)
    view = window.night
    assert view is not None
    until_loaded()
    view.show_page(CHARTS)
    page = view.late["charts"].made
    assert isinstance(page, ChartsPage)
    view.go_to(view.bridge.session.election.provinces[0].name)
    page.canvas.refresh(soon=True)
    desks.settle()
    lines = []
    bare = _bare(page)
    lines.append(Line("a bare canvas", bare, "ms"))
    for kind in KINDS:
        page.show_kind(kind.kind, here=kind.here)
        desks.settle()
        whole, longest = redrawn(page.canvas)
        name = f"{kind.kind}{', one place' if kind.here else ''}"
        note = f"{whole / bare:.0f} × bare; longest step {longest:.0f} ms"
        lines.append(Line(name, whole, "ms", BUDGET_REDRAW_MS, note))
    view.show_page(MAP)
    tiles = view.late["map"].made
    assert isinstance(tiles, MapPage)
    for mode in charts.MODES:
        tiles.show_mode(mode)
        desks.settle()
        seconds = [desks.timed(tiles.tell) for _ in range(REDRAWS)]
        lines.append(
            Line(f"map in the window, {mode}", 1000 * median(seconds), "ms", BUDGET_REDRAW_MS)
        )
    view.show_page(ENTRY)
    desks.settle()
    whole, longest = redrawn(view.place_chart.canvas)
    note = f"{whole / bare:.0f} × bare; longest step {longest:.0f} ms"
    lines.append(Line("the place's chart beside its figures", whole, "ms", BUDGET_REDRAW_MS, note))
    times = typed(view, KEYINGS)
    lines += spread(
        "entry page with its chart: a figure, Enter to last repaint", times.figures, BUDGET_MS
    )
    lines += spread("entry page with its chart: all but the disk's part", times.off_disk)
    lines += spread("entry page with its chart: each key typed before it", times.keys)
    desks.close(window)
    return lines


def until_loaded() -> None:
    """Let the loading beside the window come to its end."""
    while not loaded():
        desks.settle()


def redrawn(canvas: ChartCanvas) -> tuple[float, float]:
    """Milliseconds of a redraw, and of its longest step."""
    wholes, longest = [], []
    for _ in range(REDRAWS):
        steps = _timed(canvas.redraw())
        wholes.append(sum(steps))
        longest.append(max(steps))
    return 1000 * median(wholes), 1000 * median(longest)


def _timed(steps: Iterator[int]) -> list[float]:
    times = []
    while True:
        start = perf_counter()
        going = next(steps, None)
        times.append(perf_counter() - start)
        if going is None:
            break
    times.append(desks.timed(lambda: None))
    return times


def _bare(page: ChartsPage) -> float:
    def nothing(figure: Figure, look: charts.Palette) -> charts.Drawn:
        return charts.Drawn(page.asked, "", ())

    canvas = ChartCanvas("bare", nothing, LEAST)
    canvas.resize(page.canvas.size())
    canvas.show()
    desks.settle()
    whole, _ = redrawn(canvas)
    canvas.close()
    return whole
