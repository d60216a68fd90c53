"""Automatic backups of the open night: every quarter of an hour in which something was filed, and
at closing.

Where they go is the editor's wish, what a backup is the desk's; here it is decided when.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desk.facts.codes import Refusal
from desk.facts.edits import Change
from ui.night.bridge import Bridge
from ui.night.preferences import Preferences
from ui.widgets.quiet import Quiet

EVERY_MS = 15 * 60_000
"""How often it is asked whether something was filed since the last backup."""


class AutoBackup(QObject):
    """Makes the backups of one night, and knows of the last."""

    changed = Signal()
    """Another backup was made, or could not be."""

    def __init__(
        self, bridge: Bridge, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._preferences = bridge, preferences
        self.made: datetime | None = None
        """When the last one of this sitting was made, by this machine's clock."""
        self.refusal: Refusal | None = None
        """Why the last one could not be made; None if it could."""
        self._due = False
        self._work = Quiet(self)
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY_MS)
        self._clock.timeout.connect(self.look)
        bridge.changed.connect(self._take_change)
        if not bridge.session.read_only:
            self._clock.start()

    def look(self) -> None:
        """Make one if something was filed since the last."""
        if self._due and self._work.idle and self._bridge.session.proof is not None:
            self._due = False
            folder = self._preferences.backup_folder()
            self._work.start(
                self._bridge.session.backup_in_steps(folder), self._take_copy, self._take_refusal
            )

    def finish(self) -> None:
        """The night is about to close: what is due is done before that."""
        self._clock.stop()
        self._work.finish()
        self.look()
        self._work.finish()

    def _take_change(self, change: Change) -> None:
        self._due = self._due or change.filed or bool(change.posts)

    def _take_copy(self, _: Path) -> None:
        self.made, self.refusal = datetime.now().astimezone(), None
        self.changed.emit()

    def _take_refusal(self, refusal: Refusal) -> None:
        # Tried again when the next quarter has passed, said only this once.
        self.refusal, self._due = refusal, True
        self.changed.emit()
