"""Work that waits for a moment of rest, done in steps between which the keys have their turn.

What the work is belongs to whoever asks; here it is only decided when it may be done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

REST_MS = 250
"""How long no key may have been pressed before a chart is drawn: longer than between two digits."""


class _Keys(QObject):
    """Tells of every key that goes to whoever has the keys, as long as somebody wants to know.

    It hears the focus widget alone: a filter on the application is called for each of the hundreds
    of events a figure brings with it.
    """

    pressed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._listeners = 0
        self._heard: QWidget | None = None
        application.focusChanged.connect(lambda _, now: self._hear(now))

    def listen(self, rest: Rest, wanted: bool) -> None:
        """Somebody wants to hear of keys from now on, or does no more."""
        if wanted:
            self.pressed.connect(rest.give_way)
        else:
            self.pressed.disconnect(rest.give_way)
        self._listeners += 1 if wanted else -1
        self._hear(self._application.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            self.pressed.emit()
        return False

    def _hear(self, now: QWidget | None) -> None:
        wanted = now if self._listeners else None
        if wanted is self._heard:
            return
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = wanted
        if wanted is not None:
            wanted.installEventFilter(self)


class OneAtATime:
    """Between two keys one step is taken, whoever's it is: several at once would be waited for.

    Who has to wait is next, before those that have just had their turn.
    """

    def __init__(self) -> None:
        # As long as it runs a step has been taken: it is due with those that take the next.
        self._taken = QTimer()
        self._taken.setSingleShot(True)
        self._waiting: deque[QTimer] = deque()

    def take(self, timer: QTimer) -> bool:
        """Whether the step of a timer that is due may be taken now; else it is due again soon."""
        while self._waiting and not _is_due(self._waiting[0], timer):
            self._waiting.popleft()
        if self._taken.isActive() or (self._waiting and self._waiting[0] is not timer):
            if timer not in self._waiting:
                self._waiting.append(timer)
            timer.start(0)
            return False
        if self._waiting:
            self._waiting.popleft()
        self.hold()
        return True

    def hold(self) -> None:
        """What is painted next has a turn of its own, too."""
        self._taken.start(0)


def _is_due(waiting: QTimer, now: QTimer) -> bool:
    """Whether somebody still waits: the work may have been done otherwise, put off or forgotten."""
    return isValid(waiting) and (waiting is now or (waiting.isActive() and waiting.interval() == 0))


turns = OneAtATime()


class Rest(QObject):
    """Does one piece of work, the newest asked for.

    Each of its steps says how many milliseconds the next has to wait; work that is one step
    returns nothing. It waits until no key has been pressed anywhere in the desk for `REST_MS`,
    and a key between two steps has it done over; with ``after`` it waits so many milliseconds
    from the last time it was asked for instead, and minds no key but with ``rest``: then so many
    from the last key.
    """

    def __init__(
        self,
        work: Callable[[], Iterator[int] | None],
        parent: QObject,
        *,
        after: int | None = None,
        rest: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._after = work, after
        self._rest = REST_MS if after is None else rest
        self._steps: Iterator[int] | None = None
        self._patient = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)

    @property
    def idle(self) -> bool:
        """Whether there is nothing left to do."""
        return not self._timer.isActive()

    def ask(self, *, soon: bool = False) -> None:
        """Do the work after the rest; ``soon`` does it now, because a key has asked for it."""
        self._steps = None
        if self._after is not None or soon or self.idle:
            self._listen(self._rest is not None and not soon)
            self._timer.start(0 if soon else REST_MS if self._after is None else self._after)

    def stop(self) -> None:
        """Forget what was asked."""
        self._steps = None
        self._timer.stop()
        self._listen(False)

    def give_way(self) -> None:
        """A key was pressed: what is to be done waits for it."""
        self._steps = None
        self._timer.start(self._rest or 0)

    def _turn(self) -> None:
        if not turns.take(self._timer):
            return
        steps = self._steps or self._work()
        if steps is None:
            if self.idle:
                self.stop()
            return
        self._steps = steps
        wait = next(steps, None)
        if self._steps is not steps:
            # Asked for anew, or forgotten, in the middle of the step: that is what counts.
            return
        if wait is None:
            self.stop()
        else:
            self._timer.start(wait)

    def _listen(self, patient: bool) -> None:
        """Keys are heard only while there is work that can wait for them."""
        application = QApplication.instance()
        if not isinstance(application, QApplication) or patient == self._patient:
            return
        self._patient = patient
        here = Qt.FindChildOption.FindDirectChildrenOnly
        keys = application.findChild(_Keys, options=here) or _Keys(application)
        keys.listen(self, patient)
