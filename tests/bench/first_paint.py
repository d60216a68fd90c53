"""A process that ends at its first paint, or at the one that shows a night.

`python -m tests.bench.first_paint bare|welcome|file|night [FILE]`. ``bare`` is an empty main
window; ``welcome`` and ``file`` are the desk's command up to the window's first paint, ``night``
up to the paint that shows the file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class EndAfter(QObject):
    """Lets the window paint what an event asks for, then ends the process on the spot."""

    def __init__(self, window: QWidget, ready: Callable[[], object]) -> None:
        super().__init__(window)
        self._ready = ready

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Expose, QEvent.Type.UpdateRequest) and self._ready():
            watched.removeEventFilter(self)
            QCoreApplication.sendEvent(watched, event)
            os._exit(0)
        return super().eventFilter(watched, event)


def watch(window: QWidget, ready: Callable[[], object]) -> None:
    """End the process after the window's first paint once ``ready``."""
    end = EndAfter(window, ready)
    # The system exposes the window's handle; later repaints are asked of the widget.
    window.winId()
    window.windowHandle().installEventFilter(end)
    window.installEventFilter(end)


def bare() -> None:
    """The least a window of Qt costs."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    watch(window, lambda: True)
    window.show()
    application.exec()


def desk(what: str, arguments: list[str]) -> None:
    """The desk's own command, watched."""
    from ui.cli import start
    from ui.window import app

    make = app.make

    def made(*given: Any) -> Any:
        application, window = make(*given)
        watch(window, (lambda: window.night is not None) if what == "night" else lambda: True)
        return application, window

    vars(app)["make"] = made
    sys.argv[1:] = arguments
    start.main()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        desk(sys.argv[1], sys.argv[2:])
