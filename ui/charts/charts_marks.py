"""The marks of a drawing and where they lie: the nearest one, the next one, the same one again.

What a mark stands for is the desk's; how the current one is shown is the canvas's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from desk.charts import Mark

_ASIDE = 3
"""How much further a mark may lie straight ahead than one aside to be the next."""


@dataclass
class Marks:
    """Marks with their places on the drawing, in its pixels, and the current one or -1."""

    spots: list[tuple[QPointF, Mark]] = field(default_factory=list)
    at: int = -1

    @classmethod
    def of(cls, marks: Iterable[Mark], height: float, before: Mark | None) -> Marks:
        """The marks of a new drawing; what was current before is current again if it is there."""
        found = cls()
        for mark in marks:
            x, y = mark.axes.transData.transform((mark.x, mark.y)).tolist()
            if before is not None and _same(mark, before) and found.at < 0:
                found.at = len(found.spots)
            found.spots.append((QPointF(x, height - y), mark))
        return found

    @property
    def current(self) -> Mark | None:
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


def said(mark: Mark) -> str:
    """A mark in words: the place, and what it stands for there."""
    return mark.text if mark.text.startswith(mark.place) else f"{mark.place} · {mark.text}"


def _same(one: Mark, other: Mark) -> bool:
    return (one.place, one.agency, one.bulletin, one.text.partition(":")[0]) == (
        other.place,
        other.agency,
        other.bulletin,
        other.text.partition(":")[0],
    )
