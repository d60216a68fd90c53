"""Which published posts are wrong now, kept up to date for every screen of a night.

What makes a post wrong is `desk.ledger`'s; here it is asked when figures were filed or posts moved.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desk.facts.edits import Change
from desk.posts import ledger
from desk.posts.ledger import WrongPost
from ui.night.bridge import Bridge
from ui.night.watch import REST_MS


class LedgerWatch(QObject):
    """The wrong posts, the newest first."""

    changed = Signal()
    """Other posts are wrong than before, or for other figures."""
    fell = Signal(object)
    """Posts (`WrongPost`) that a correction or withdrawal has just made wrong."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        # What is wrong already is no news: the tab and the status bar say it.
        self._wrong = ledger.wrong_posts(bridge.session)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look)
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._rest.start)

    @property
    def wrong(self) -> tuple[WrongPost, ...]:
        """The posts that are wrong now."""
        return self._wrong

    def of(self, number: int) -> WrongPost | None:
        """Why a post is wrong; None if it is not."""
        return next((one for one in self._wrong if one.entry.number == number), None)

    def _take_change(self, change: Change) -> None:
        if change.filed or change.posts:
            self._rest.start()

    def _look(self) -> None:
        before = set(self._wrong)
        self._wrong = ledger.wrong_posts(self._bridge.session)
        new = tuple(one for one in self._wrong if one not in before)
        if new or len(self._wrong) != len(before):
            self.changed.emit()
        if new:
            self.fell.emit(new)
