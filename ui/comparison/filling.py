"""A page of lines about every place: filled when it is seen, a little at a time, and it says so.

What a line is belongs to the page and its model; what is found belongs to the watch. What is shown
is whole: the lines of before stand, under a word that they are being worked out, until all the new
ones are there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable, Iterator, Sequence
from datetime import datetime
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from ui.night.watch import SLICE_SECONDS, Watch
from ui.widgets.rest import Rest
from ui.widgets.tables import LinesModel, TableOrEmpty

GIVES_WAY_MS = 300
"""After how long the lines of before give way to the word, while the night is judged anew."""

L = TypeVar("L")


class KeyedLines(LinesModel[L]):
    """Lines that stay the same ones whatever becomes of their numbers."""

    def show(self, fresh: Sequence[L]) -> bool:
        """Show these lines in the order chosen; nothing moves, and False, where nothing changed."""
        lines = self._in_order(fresh)
        if lines == self._lines:
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def key(self, row: int) -> Hashable | None:
        """What a row is about; None where there is no such row."""
        return self._key_of(self._lines[row]) if 0 <= row < len(self._lines) else None

    def row_of(self, key: Hashable) -> int | None:
        """Where what a key is about stands now."""
        return next((n for n, one in enumerate(self._lines) if self._key_of(one) == key), None)

    def _key_of(self, line: L) -> Hashable:
        raise NotImplementedError

    def _in_order(self, fresh: Sequence[L]) -> list[L]:
        raise NotImplementedError


class FilledPage(QWidget, Generic[L]):
    """The table, or the sentence in its stead; a page says what its lines are."""

    def __init__(
        self, name: str, model: KeyedLines[L], watch: Watch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._watch = watch
        self._lines = model
        self.list = TableOrEmpty(name, model, self)
        self.table = self.list.table
        # Qt would measure all columns anew, thrice, while a key waits; here it is one at a time.
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.note = QLabel(self)
        self.note.setObjectName(f"{name}.working")
        self._waiting: dict[str, None] = dict.fromkeys(watch.places())
        self._gathered: dict[str, Sequence[L]] = {}
        self._stale = True
        self._unfit: deque[int] = deque()
        self._chosen: Hashable | None = None
        self._rest = Rest(self._fill, self, after=0)
        self._late = Rest(self._give_way, self, after=GIVES_WAY_MS)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        watch.changed.connect(self._take)
        watch.working.connect(self._wait)

    @property
    def idle(self) -> bool:
        """Whether everything known is shown, or nobody looks."""
        return self._rest.idle

    def take_keys(self) -> None:
        """Put the focus in the table."""
        self.list.take_keys()

    def retranslate(self) -> None:
        """Set every text in the language in force; lines in the one before go at once."""
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    # What a page says of itself

    def _gather(self, place: str, now: datetime) -> Sequence[L]:
        """The lines of one place; silence is measured against ``now``."""
        raise NotImplementedError

    def _whole(self, gathered: Collection[Sequence[L]]) -> Sequence[L]:
        """The lines of all places, in the order they stand in unless another is chosen."""
        raise NotImplementedError

    def _why_empty(self, *, working: bool) -> str:
        """The sentence where no lines are."""
        raise NotImplementedError

    def _settled(self) -> None:
        """The lines shown are others, or none."""

    # Filling

    def _choose(self, key: Hashable) -> None:
        """Put the cursor on a line, when it is there."""
        row = self._lines.row_of(key)
        self._chosen = key
        if row is not None:
            self.list.settle(row)

    def _take(self, places: Collection[str] | None) -> None:
        """Something else is found of these places, or of all."""
        self._waiting |= dict.fromkeys(self._watch.places() if places is None else places)
        self._stale = self._stale or bool(self._waiting)
        self._ask()

    def _wait(self, other: bool) -> None:
        """It is being worked out; of another contest or pair nothing is left to see meanwhile."""
        self._stale = True
        if other:
            self._forget()
        else:
            self._late.ask()
        self._say()

    def _forget(self) -> None:
        """Nothing of what is shown holds any longer; the line under the cursor is remembered."""
        key = self._lines.key(self.list.row)
        if key is not None:
            self._chosen = key
        self._stale = True
        self._gathered.clear()
        self._waiting = dict.fromkeys(self._watch.places())
        self._lines.show(())
        self._unfit = deque(range(self._lines.columnCount()))
        self.list.settle(None)
        self._settled()
        self._ask()

    def _give_way(self) -> None:
        """It takes longer than a moment: lines that may be wrong are not left to be read."""
        if not self._watch.ready:
            self.list.cover()
            self._settled()

    def _ask(self) -> None:
        if self.isVisible() and self._watch.ready and self._stale:
            self._rest.ask()
        self._say()

    def _say(self) -> None:
        text = self._why_empty(working=self._stale)
        self.list.empty.setText(text)
        self.note.setText(text if self._stale and not self.list.covered else "")

    def _fill(self) -> Iterator[int]:
        """Every place that waits, then the table at once, then its columns one by one."""
        # It may have been asked for anew in the middle of the time before.
        self.table.setUpdatesEnabled(True)
        end, now = monotonic() + SLICE_SECONDS, self._watch.now()
        while self._waiting:
            if not self._watch.ready or not self.isVisible():
                # `changed` follows, or she comes back: what waits goes on waiting.
                return
            place = next(iter(self._waiting))
            fresh, before = self._gather(place, now), self._gathered.get(place)
            if fresh != before:
                self._gathered[place] = fresh
            del self._waiting[place]
            if monotonic() > end:
                yield 0
                end, now = monotonic() + SLICE_SECONDS, self._watch.now()
        whole = self._whole(self._gathered.values())
        yield 0
        # Painted once, when every column has its width.
        self.table.setUpdatesEnabled(False)
        self._put(whole)
        while self._unfit:
            yield 0
            column = self._unfit.popleft()
            if self.table.horizontalHeader().sectionResizeMode(column) is _FITS:
                self.table.resizeColumnToContents(column)
        # With the scroll bar its columns need, or it would be painted again for that.
        self.table.doItemsLayout()
        self.table.setUpdatesEnabled(True)

    def _put(self, whole: Sequence[L]) -> None:
        key = self._lines.key(self.list.row) if self._chosen is None else self._chosen
        self._chosen, self._stale = None, False
        if self._lines.show(whole):
            self._unfit = deque(range(self._lines.columnCount()))
        self._late.stop()
        self.list.settle(None if key is None else self._lines.row_of(key))
        self._say()
        self._settled()


_FITS = QHeaderView.ResizeMode.Fixed
