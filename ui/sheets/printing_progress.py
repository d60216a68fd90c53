"""Long work in short turns, with a bar and a way to stop it: the window lives on meanwhile.

The work is a generator that tells how far it is; closing it must leave nothing half done.
"""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from desk.facts.codes import Refusal

TURN = 0.03
"""How long one turn may take, in seconds, before the window is asked again what it wants."""


class Progress(QDialog):
    """The bar. `exec` says whether the work came to its end."""

    def __init__(self, work: Generator[int], count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Making the pages"))
        self._work, self._done = work, 0
        self.last = 0
        """What the work told last: the pages so far."""
        self.refusal: Refusal | None = None
        """Why the work could not be done, if it could not."""
        self._text = QLabel(self)
        self._text.setObjectName("progress.text")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("progress.bar")
        self.bar.setAccessibleName(self.windowTitle())
        self.bar.setRange(0, count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._text, self.bar, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(360)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)
        self._tell()
        self._turn.start()

    def done(self, result: int) -> None:
        """However it ends: no turn follows, and what is half done is undone."""
        self._turn.stop()
        self._work.close()
        super().done(result)

    def _go_on(self) -> None:
        end = perf_counter() + TURN
        try:
            while perf_counter() < end:
                self.last = next(self._work)
                self._done += 1
        except StopIteration:
            self.accept()
            return
        except Refusal as refusal:
            self.refusal = refusal
            self.reject()
            return
        except BaseException:
            # A generator that failed looks finished when it is asked again.
            self.reject()
            raise
        self._tell()

    def _tell(self) -> None:
        self.bar.setValue(self._done)
        text = self.tr("Sheet {n} of {count}")
        self._text.setText(text.format(n=self._done, count=self.bar.maximum()))
