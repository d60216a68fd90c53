"""Where did we publish this figure? From a figure under the cursor to the ledger.

Which figure that is, the page in front says; the posts are found by the ledger.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import Slot
from ui.night.bridge import Bridge


class FiguresInFront(Protocol):
    """A night with figures under its cursor, and a ledger to look them up in."""

    def slot_under_cursor(self) -> Slot | None:
        """The figure under the cursor of the page in front; None where there is none."""
        ...

    def show_citing(self, slot: Slot) -> None:
        """Open the ledger on the posts that cite a figure."""
        ...

    @property
    def bridge(self) -> Bridge:
        """Where it is said that there is no figure."""
        ...


def ask(night: FiguresInFront) -> None:
    """Open the ledger on the posts that cite the figure under the cursor."""
    slot = night.slot_under_cursor()
    if slot is None:
        night.bridge.messages.complain(
            QCoreApplication.translate(
                "WherePublished", "Put the cursor on an agency's figure to see where it went out."
            )
        )
    else:
        night.show_citing(slot)
