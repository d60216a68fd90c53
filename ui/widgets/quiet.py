"""Work nobody waits for: a few milliseconds at a time between events, no bar, one end told once.

What the work is, and what is said of it, belongs to whoever starts it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desk.facts.codes import Refusal
from ui.widgets.rest import turns

TURN = 0.01
"""How long one turn may take, in seconds; a single step may take longer."""


class Quiet(QObject):
    """One piece of work at a time; what is started anew takes the place of what runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Generator[None, None, Any] | None = None
        self._done: Callable[[Any], object] = print
        self._failed: Callable[[Refusal], object] = print
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_turn)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._steps is None

    def start(
        self,
        steps: Generator[None, None, Any],
        done: Callable[[Any], object],
        failed: Callable[[Refusal], object],
    ) -> None:
        """Begin with the next event."""
        self.stop()
        self._steps, self._done, self._failed = steps, done, failed
        self._timer.start(0)

    def finish(self) -> None:
        """Do what is left, now."""
        while self._steps is not None:
            self._turn(TURN)

    def stop(self) -> None:
        """Forget the work; closed between two steps it leaves nothing behind."""
        self._timer.stop()
        if self._steps is not None:
            self._steps.close()
            self._steps = None

    def _take_turn(self) -> None:
        if turns.take(self._timer):
            self._turn(TURN)

    def _turn(self, seconds: float) -> None:
        steps, end = self._steps, perf_counter() + seconds
        if steps is None:
            return
        try:
            next(steps)
            while perf_counter() < end:
                next(steps)
        except StopIteration as whole:
            self.stop()
            self._done(whole.value)
        except Refusal as refusal:
            self.stop()
            self._failed(refusal)
        except BaseException:
            self.stop()
            raise
        else:
            self._timer.start(0)
