"""What still waits for the editor's hand: texts that are no figures, and drafts that are not filed.

It only counts them; the status bar and the list of places show it.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from desk.facts.bulletin import Source
from desk.facts.edits import Change
from ui.entry.model import EntryModel
from ui.night.bridge import Bridge
from ui.texts.numbered import numbered

NAMED = 2
"""How many places the status bar has room for."""


class Unfinished(QObject):
    """Keeps count as figures are typed, refused, mended and filed."""

    changed = Signal()

    def __init__(self, bridge: Bridge, model: EntryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._model = bridge, model
        self._drafts: dict[Source, None] = {}
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._read)
        model.waiting_changed.connect(self.changed)
        self._read()

    @property
    def is_refused(self) -> bool:
        """Whether a text waits that no file holds."""
        return bool(self._model.waiting())

    def text(self) -> str:
        """What waits and where, in one line; empty if nothing does."""
        return " · ".join(self._lines(NAMED))

    def everything(self) -> str:
        """All that waits, a line for each kind."""
        return "\n".join(self._lines(None))

    def _lines(self, most: int | None) -> list[str]:
        told = []
        if refused := self._model.waiting():
            text = self.tr("{n} {n:text|texts} waiting: {where}")
            told.append(numbered(text, n=len(refused), where=_where(refused, most)))
        if self._drafts:
            text = self.tr("{n} {n:draft|drafts} not filed: {where}")
            told.append(numbered(text, n=len(self._drafts), where=_where(self._drafts, most)))
        return told

    def _read(self) -> None:
        self._drafts = {draft.source: None for draft in self._bridge.session.drafts()}
        self.changed.emit()

    def _take_change(self, change: Change) -> None:
        before = len(self._drafts)
        for source in change.sources:
            self._drafts.pop(source, None)
            if self._bridge.session.draft(source) is not None:
                self._drafts[source] = None
        if len(self._drafts) != before:
            self.changed.emit()


def _where(sources: Iterable[Source], most: int | None) -> str:
    """Where they are, the newest first, each place and agency once."""
    named = dict.fromkeys(f"{source.place}, {source.agency}" for source in sources)
    told = list(reversed(named))
    return "; ".join(told if most is None or len(told) <= most else [*told[:most], "…"])
