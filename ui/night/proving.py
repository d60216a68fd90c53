"""A long night proved a little at a time once it is painted, and how it came out told.

What is proved is the session's, and so is what others have written since: it is proved before it is
taken in.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk.facts.codes import Refusal
from ui.night.bridge import Bridge
from ui.widgets.quiet import Quiet


class Proving(QObject):
    """Begins by itself where it is needed."""

    ended = Signal()
    """What was under way is over; the session knows how."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._work = Quiet(self)
        self.refusal: Refusal | None = bridge.session.broken
        """S917 or S903, where that is what came of it; None where the night is whole."""
        bridge.reloaded.connect(self._tell_again)
        if self.under_way:
            self._work.start(bridge.session.prove(), self._take_proof, self._take_refusal)

    @property
    def under_way(self) -> bool:
        """Whether nothing may be written or go out yet."""
        return self._bridge.session.proof is None

    def _take_proof(self, _: None) -> None:
        self._tell(self._bridge.session.broken)

    def _take_refusal(self, refusal: Refusal) -> None:
        self._tell(refusal)

    def _tell_again(self) -> None:
        if not self.under_way:
            self._tell(self._bridge.session.broken)

    def _tell(self, refusal: Refusal | None) -> None:
        new = refusal is not None and self.refusal is None
        self.refusal = refusal
        if new:
            self._bridge.refused.emit(refusal)
        self.ended.emit()
