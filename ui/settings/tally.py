"""What thresholds do to this night: every row of the page is told, while the keys have their turn.

A night is judged anew for each question, in steps; what a threshold means is `desk.rules`'s.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from desk.facts.codes import Refusal
from desk.tonight.found import AGEING, counted_under, tallied
from ui.night.bridge import Bridge
from ui.settings.pages import SettingsPage
from ui.widgets.quiet import Quiet


class Tallies(QObject):
    """Counts as the page opens, and again for every value that is typed or chosen."""

    def __init__(self, bridge: Bridge, page: SettingsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._page = bridge, page
        self._opened: Counter[str] | None = None
        self._asked: tuple[str, str | None] | None = None
        self._quiet = Quiet(self)
        page.trying.connect(self.ask)
        for row in page.rows.values():
            row.say(self.tr("counting…"))
        self._quiet.start(tallied(bridge.session, {}), self._open, self._give_up)

    @property
    def idle(self) -> bool:
        """Whether nothing is being counted."""
        return self._quiet.idle

    def stop(self) -> None:
        """The dialog closes: nobody reads it any more."""
        self._quiet.stop()

    def ask(self, name: str, value: str | None) -> None:
        """Count what a value would find; the newest question takes the place of the last."""
        self._asked = name, value
        row = self._page.rows.get(name)
        if row is None:
            return
        row.say(self.tr("counting…"))
        if self._opened is not None:
            steps = tallied(self._bridge.session, {name: value})
            self._quiet.start(steps, self._tell, self._give_up)

    def _open(self, counts: Counter[str]) -> None:
        self._opened = counts
        for name, row in self._page.rows.items():
            row.say(self._said(name, counts))
        if self._asked is not None:
            self.ask(*self._asked)

    def _tell(self, counts: Counter[str]) -> None:
        if self._asked is not None:
            name = self._asked[0]
            under = counted_under(name)
            for other, row in self._page.rows.items():
                if counted_under(other) == under:
                    row.say(self._said(name, counts))

    def _give_up(self, _: Refusal) -> None:
        for row in self._page.rows.values():
            row.say("")

    def _said(self, name: str, counts: Counter[str]) -> str:
        under = counted_under(name)
        now, before = counts[under], self._opened[under] if self._opened is not None else 0
        if now == before:
            if under == AGEING:
                return self.tr("ageing tonight: {n}").format(n=now)
            return self.tr("warnings tonight: {n}").format(n=now)
        if under == AGEING:
            return self.tr("ageing tonight: {now} instead of {before}").format(
                now=now, before=before
            )
        return self.tr("warnings tonight: {now} instead of {before}").format(now=now, before=before)
