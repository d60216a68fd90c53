"""Work that may take longer than a moment: one at a time, a bar with a way out, one end told once.

The desk has one thread and one connection, so the work's steps are taken between events. What a
step does, and the words about it, belong to whoever starts the work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from desk.facts.codes import Refusal
from desk.tables import refusal_of
from ui.widgets.key_button import plain
from ui.widgets.rest import Rest

T = TypeVar("T")

TURN = 0.03
"""How long one turn may take, in seconds, before the window is asked again what it wants."""

SOON = 0.4
"""How long the work may take, in seconds, before a bar says how far it is."""


@dataclass(frozen=True, slots=True)
class LongWork(Generic[T]):
    """A piece of work, and what is told at its end: exactly one of three, once.

    Each of ``steps`` says how many of how many are done; closed between two of them, they leave
    nothing behind. ``text`` may hold ``{n}`` and ``{count}``; work that is one step shows no bar
    and needs neither ``text`` nor ``title``.
    """

    steps: Generator[tuple[int, int], None, T]
    parent: QWidget
    done: Callable[[T], object]
    failed: Callable[[Refusal], object]
    stopped: Callable[[], object]
    title: str = ""
    text: str = ""


class WorkQueue(QObject):
    """The one door for long work: what is started while another runs waits behind it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[LongWork[Any]] = deque()
        self._running: LongWork[Any] | None = None
        self._began = 0.0
        self._bar: WorkBar | None = None
        self._rest = Rest(self._go_on, self, after=0)

    @property
    def idle(self) -> bool:
        """Whether no work is left."""
        return self._running is None

    def start(self, work: LongWork[T]) -> None:
        """Begin some work: what needs one turn only is done when this returns."""
        if self._running is None:
            self._begin(work)
        else:
            self._waiting.append(work)

    def stop(self) -> None:
        """Stop the work that runs; what waits behind it begins."""
        if self._running is not None:
            self._end(self._running.stopped)

    def stop_all(self) -> None:
        """Stop what runs and what waits: the night is about to close."""
        waiting = [*self._waiting]
        self._waiting.clear()
        self.stop()
        for work in waiting:
            work.steps.close()
            work.stopped()

    def _begin(self, work: LongWork[Any]) -> None:
        self._running, self._began = work, perf_counter()
        self._go_on()

    def _go_on(self) -> None:
        """Take as many steps as one turn has time for, and one at least."""
        work = self._running
        if work is None:
            return
        end = perf_counter() + TURN
        try:
            ready, count = next(work.steps)
            while perf_counter() < end:
                ready, count = next(work.steps)
        except StopIteration as whole:
            made = whole.value
            self._end(lambda: work.done(made))
        except Refusal as refusal:
            why = refusal
            self._end(lambda: work.failed(why))
        except OSError as fault:
            trouble = refusal_of(fault)
            self._end(lambda: work.failed(trouble))
        except BaseException:
            # A fault of the program is reported as such; here it only ends the work.
            self._end(work.stopped)
            raise
        else:
            self._tell(work, ready, count)
            self._rest.ask()

    def _tell(self, work: LongWork[Any], ready: int, count: int) -> None:
        if self._bar is None:
            if perf_counter() - self._began < SOON:
                return
            self._bar = WorkBar(work.title, work.parent.window())
            self._bar.rejected.connect(self.stop)
            self._bar.open()
        self._bar.show_progress(work.text, ready, count)

    def _end(self, tell: Callable[[], object]) -> None:
        """However it ends: no step follows, and what is half done is undone before it is told."""
        work, self._running = self._running, None
        self._rest.stop()
        if work is not None:
            work.steps.close()
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        try:
            tell()
        finally:
            # What was told may itself have begun something.
            if self.idle and self._waiting:
                self._begin(self._waiting.popleft())


class WorkBar(QDialog):
    """How far the work is; Esc and Cancel stop it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.text = QLabel(self)
        self.text.setObjectName("progress.text")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("progress.bar")
        self.bar.setAccessibleName(title)
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.text, self.bar, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(360)

    def show_progress(self, text: str, ready: int, count: int) -> None:
        """So many of so many are done."""
        self.bar.setRange(0, count)
        self.bar.setValue(ready)
        self.text.setText(text.format(n=ready, count=count))
