"""Whether the file on the disk is still the open night: asked now and then, said when it is not.

A desk that only reads takes in here what the other one has written. What lies on the disk is proved
by the session; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desk.facts.codes import Code, Refusal
from ui.night.bridge import Bridge
from ui.widgets.quiet import Quiet

LOOK_OUTSIDE_MS = 2_000
"""How often the file is looked at."""

_ANOTHER = frozenset({Code.S902, Code.S913, Code.S914, Code.S915})


class Following(QObject):
    """It goes on asking whatever the answer was, until `stop`."""

    turned = Signal()
    """Why the file cannot be followed has changed, or it can be again; or whether it is proved."""
    recovered = Signal(object)
    """It can be followed again; the `Refusal` that is over."""

    def __init__(
        self, bridge: Bridge, is_typing: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """While ``is_typing`` it waits: what is typed is proved as it is kept."""
        super().__init__(parent)
        self._bridge = bridge
        self._is_typing = is_typing
        self._changed = bridge.session.outside_changes()
        self._catching_up = Quiet(self)
        self.refusal: Refusal | None = None
        """Why what is shown may no longer be what the file says; None while it is."""
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_OUTSIDE_MS)
        self._clock.timeout.connect(self._look_between)
        self.start()

    @property
    def reading(self) -> bool:
        """Whether this desk only reads, and so lives by following the file."""
        return self._bridge.session.read_only

    @property
    def replaced(self) -> bool:
        """Whether only this window may have the night: the file is another, or lost to its desk."""
        if self.refusal is None:
            return False
        return self.refusal.code in _ANOTHER or not self.reading

    @property
    def catching_up(self) -> bool:
        """Whether what others wrote is being proved, and is not shown yet."""
        return not self._catching_up.idle

    def start(self) -> None:
        """Begin to ask, or go on."""
        self._clock.start()

    def stop(self) -> None:
        """Ask no more: the night goes on elsewhere."""
        self._clock.stop()
        self._catching_up.stop()
        self.refusal = None

    def look(self) -> None:
        """Ask once; new trouble is told to the window, once."""
        if not self._clock.isActive() or self.catching_up:
            return
        before = self.refusal
        try:
            changed = self._changed()
        except Refusal as refusal:
            self._take_refusal(refusal)
            return
        session = self._bridge.session
        if changed or not session.behind:
            self.refusal = None
            if before is not None:
                self.turned.emit()
                self.recovered.emit(before)
        if changed:
            self._bridge.reloaded.emit()
        if session.behind:
            self._catching_up.start(session.catch_up(), self._caught_up, self._take_refusal)
            self.turned.emit()

    def _caught_up(self, _: None) -> None:
        self.turned.emit()
        self.look()

    def _look_between(self) -> None:
        if not self._is_typing():
            self.look()

    def _take_refusal(self, refusal: Refusal) -> None:
        busy = refusal.code is Code.S904
        if busy and not self.reading:
            # Another program is at it just now; a desk that writes has all of it in memory.
            return
        before, self.refusal = self.refusal, refusal
        if before is None or before.code is not refusal.code:
            self.turned.emit()
            if not busy:
                self._bridge.refused.emit(refusal)
