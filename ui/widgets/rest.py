"""Work that waits until the keys rest, done in steps and given up when a key comes between them.

What the work is belongs to whoever asks; here it is only decided when it may be done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

REST_MS = 250
"""How long no key may have been pressed before a chart is drawn: longer than between two digits."""


class Rest(QObject):
    """Does one piece of work, the newest asked for.

    Each of its steps says how many milliseconds the next has to wait.
    """

    def __init__(self, work: Callable[[], Iterator[int]], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
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
        """Do the work when the keys rest; ``soon`` does it now, because a key has asked for it."""
        self._steps = None
        if soon or self.idle:
            self._listen(not soon)
            self._timer.start(0 if soon else REST_MS)

    def stop(self) -> None:
        """Forget what was asked."""
        self._steps = None
        self._timer.stop()
        self._listen(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            self._steps = None
            self._timer.start(REST_MS)
        return False

    def _turn(self) -> None:
        if self._steps is None:
            self._steps = self._work()
        wait = next(self._steps, None)
        if wait is None:
            self.stop()
        else:
            self._timer.start(wait)

    def _listen(self, patient: bool) -> None:
        """Every key of the application is seen only while there is work that can wait for it."""
        application = QApplication.instance()
        if application is None or patient == self._patient:
            return
        self._patient = patient
        if patient:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
