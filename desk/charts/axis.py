"""What the charts over time share: the clock along the foot, commas up the side, labels kept apart.

Nothing here knows what is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.charts.facts import Asked, Step
from desk.charts.page import MARKERS, STROKES, Mark, Sign

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_DAY = 24 * 60
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 240)
_LINE = 15


def point(axes: Axes, x: float, y: float, text: str, step: Step) -> Mark:
    """The mark of a bulletin."""
    source = step.bulletin.source
    return Mark(axes, x, y, text, source.place, source.agency, step.bulletin.id)


def clock(axes: Axes, told: Sequence[Sequence[Step]], most: int = 9) -> None:
    """At most so many times of the night along the foot, from the first bulletin to the last."""
    minutes = [step.minute for steps in told for step in steps] or [0]
    first, last = min(minutes), max(minutes)
    step = next((one for one in _STEPS if (last - first) / one <= most), _STEPS[-1])
    ticks = range(first - first % step, last + step, step)
    shown = [tick for tick in ticks if first <= tick <= last] or [first]
    axes.set_xticks(shown, [f"{tick % _DAY // 60:02d}.{tick % 60:02d}" for tick in shown])
    spare = max((last - first) * 0.02, 1)
    axes.set_xlim(first - spare, last + spare)


def commas(axes: Axes, most: int = 7) -> None:
    """At most so many numbers up the side, with a decimal comma."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(most, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:g}".replace(".", ",").replace("-", "−"))
    )


def apart(heights: dict[str, float], room: float) -> dict[str, float]:
    """Labels at their heights, pushed apart where they would lie on each other."""
    ordered = sorted(heights, key=lambda name: heights[name])
    placed: dict[str, float] = {}
    least = _LINE / 2
    for name in ordered:
        placed[name] = max(heights[name], least)
        least = placed[name] + _LINE + 1
    most = room - _LINE / 2
    for name in reversed(ordered):
        placed[name] = min(placed[name], most)
        most = placed[name] - _LINE - 1
    return placed


def lines(asked: Asked) -> list[Sign]:
    """The agencies' marks and strokes."""
    return [
        Sign(agency, MARKERS[position], STROKES[position], "#9A9A9A")
        for position, agency in enumerate(dict.fromkeys(asked.pair))
    ]
