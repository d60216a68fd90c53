"""Start-up of the window: application, language, look, and what happens to a fault of our own.

Nothing here knows of elections; matplotlib and everything heavy is loaded when first needed.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from desk.facts.catalog import resource
from ui.night.preferences import Preferences
from ui.texts import language
from ui.texts.faults import FAULT
from ui.widgets import theme
from ui.widgets.rest import Rest
from ui.window.main_window import MainWindow
from ui.window.own_faults import OwnFaults

_COMMANDS = "ui.window.commands"
COMMANDS_MS = 1_500
"""How long after the start the commands are loaded, if none has been called before."""


class Desk(QApplication):
    """The application; on macOS a double-clicked file arrives as an event."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.setApplicationName("secim-masasi")
        self.setApplicationDisplayName("")
        self.setDesktopFileName("secim-masasi")
        theme.follow(self)
        self.window: MainWindow | None = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and self.window is not None:
            self.window.open_path(Path(event.file()))
            return True
        return super().event(event)


def make(preferences: Preferences | None = None) -> tuple[Desk, MainWindow]:
    """The application and its window, dressed and translated, nothing opened yet."""
    running = QCoreApplication.instance()
    if running is None:
        # Never scale a face by a fraction it was not drawn for: 125 and 150 % stay as asked.
        QApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
    application = running if isinstance(running, Desk) else Desk(sys.argv[:1])
    preferences = preferences or Preferences()
    theme.apply(application, preferences.text("scheme", "system"))
    language.use(preferences.text("language") or language.system_language())
    window = wire(MainWindow(preferences))
    application.window = window
    return application, window


def wire(window: MainWindow) -> MainWindow:
    """Give the window's commands their acts; they are loaded when the first is called.

    Nobody need wait for them at a first *Ctrl+Enter*: a moment after the start, while nothing
    else is to be done, they are read beside the window.
    """

    def carry_out(name: str) -> None:
        from ui.window import commands

        commands.run(window, name)

    def load() -> None:
        if _COMMANDS not in sys.modules:
            Thread(target=import_module, args=(_COMMANDS,), name="commands").start()

    window.actions_.chosen.connect(carry_out)
    Rest(load, window, after=COMMANDS_MS).ask()
    return window


def run(path: Path | None = None, demo: bool = False) -> int:
    """Open the window on a file, the demonstration or the first screen; the exit status."""
    application, window = make()
    met = OwnFaults(window)
    sys.excepthook = met.take
    # The three doors are not to flash up before a file that is on its way.
    window.welcome.setVisible(not demo and path is None)

    def begin() -> None:
        gc.enable()
        application.setWindowIcon(QIcon(str(resource("icons", "secim-masasi.svg"))))
        try:
            if demo:
                window.open_demo()
            elif path is not None:
                window.open_path(path)
        finally:
            window.welcome.setVisible(window.night is None)

    # The window is there at once, the file a moment later.
    window.installEventFilter(_AfterFirstPaint(window, begin))
    window.show()
    status = application.exec()
    return FAULT if met.met else status


class _AfterFirstPaint(QObject):
    """Does some work as soon as a widget has been painted once."""

    def __init__(self, widget: QWidget, work: Callable[[], None]) -> None:
        super().__init__(widget)
        self._work = work

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The widgets inside are painted before any timer is looked at.
            QTimer.singleShot(0, self._work)
        return False
