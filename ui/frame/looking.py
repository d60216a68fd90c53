"""F3 and its neighbours: from one thing that waits to the next, and back to where she came from.

What waits is `attention`'s; this only goes there when asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.frame.attention import Attention, Late, Waits
from ui.night.page import OpenNight
from ui.night.watch import FindingLine
from ui.posts.wrong import LedgerDoor


@dataclass(frozen=True, slots=True)
class Stood:
    """Where she was before the first F3."""

    standing: tuple[str, tuple[str, str], str]
    page: int
    cell: tuple[str, int]


class Looking(QObject):
    """Goes round what waits."""

    def __init__(self, night: OpenNight, ledger: LedgerDoor, parent: QObject) -> None:
        super().__init__(parent)
        self._night, self._ledger = night, ledger
        self.attention = Attention(ledger.watch, self)
        self._at = ""
        self._stood: Stood | None = None

    def go(self) -> None:
        """F3: to what the line says; again, to what comes after it."""
        one = self._next()
        if one is None:
            self._night.bridge.messages.say(self.tr("Nothing waits for you."))
            return
        if self._stood is None:
            self._stood = Stood(
                self._night.standing(), self._night.page_in_front(), self._night.cell()
            )
        self.go_to(one)

    def go_to(self, one: Waits) -> None:
        """To one of them; it is no longer new."""
        self._at = one.key
        match one.about:
            case FindingLine() as told:
                self._night.go_to_slot(told.finding.slots[0])
            case Late() as late:
                self._night.open_place(late.places[0])
            case wrong:
                self._ledger.page().show_post(wrong.entry.number)
        self.attention.look_at(one.key)

    def back(self) -> None:
        """Shift+F3: to the cell she came from."""
        stood, self._stood, self._at = self._stood, None, ""
        if stood is None:
            self._night.bridge.messages.say(self.tr("You are where you were."))
            return
        self._night.stand(*stood.standing)
        self._night.put_cursor(*stood.cell)
        self._night.show_page(stood.page)

    def _next(self) -> Waits | None:
        open_ = self.attention.open
        newest = self.attention.newest
        if newest is not None and (newest.new or self._stood is None):
            return newest
        keys = [one.key for one in open_]
        if self._at in keys:
            return open_[(keys.index(self._at) + 1) % len(keys)]
        return newest
