"""How much of a place is counted, by one bulletin: the share as published, and the boxes behind it.

A share that prints as everything or nothing while the boxes say otherwise is never to be printed;
what is said instead is decided by whoever writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from desk.facts.bulletin import Figures, Item, Row

ALL = Decimal(100)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class OpenedCount:
    """What a bulletin says of the boxes; ``share`` in per cent, None for what it leaves out."""

    share: Decimal | None
    boxes: int | None
    total: int | None

    @property
    def in_boxes(self) -> bool:
        """Whether the share would say all or nothing, and the boxes say that it is not so."""
        if self.share is None or self.boxes is None:
            return False
        if self.share <= 0:
            return self.boxes > 0
        return self.share >= ALL and self.total is not None and self.boxes < self.total

    @property
    def part(self) -> Decimal | None:
        """The share as published, else by the boxes; 100 only where all are opened, 0 where none.

        None where nothing tells.
        """
        if self.share is not None and not self.in_boxes:
            return self.share
        if self.boxes is None or not self.total:
            return None
        exact = min(ALL, 100 * Decimal(self.boxes) / self.total)
        rounded = exact.quantize(_CENT, ROUND_HALF_UP)
        if rounded >= ALL > exact:
            return exact.quantize(_CENT, ROUND_DOWN)
        return exact.quantize(_CENT, ROUND_UP) if rounded <= 0 < exact else rounded

    @property
    def all(self) -> bool | None:
        """Whether every box is opened; None where nothing tells."""
        if self.boxes is not None and self.total:
            return self.boxes >= self.total
        return None if self.share is None else self.share >= ALL

    @property
    def none(self) -> bool | None:
        """Whether no box is opened; None where nothing tells."""
        if self.boxes is not None:
            return self.boxes == 0
        return None if self.share is None else self.share <= 0


def opened_by(figures: Figures, known: int | None = None) -> OpenedCount:
    """What a bulletin's figures say; ``known`` are a place's boxes where it gives no total."""
    share = figures.get(Row(Item.OPENED_SHARE))
    boxes, total = figures.get(Row(Item.OPENED_BOXES)), figures.get(Row(Item.TOTAL_BOXES))
    opened = boxes if isinstance(boxes, int) else None
    return OpenedCount(
        share if isinstance(share, Decimal) else None,
        opened,
        total if isinstance(total, int) else known if opened is not None else None,
    )
