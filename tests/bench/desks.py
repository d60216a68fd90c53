"""The real window, unseen, and real keys into it; timed until nothing is left to repaint."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QEventLoop,
    QSettings,
    Qt,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.entry.view import EntryView
from ui.night.preferences import Preferences
from ui.window import app
from ui.window.main_window import MainWindow

SIZE = (1600, 1000)


def open_window(path: Path, *, settled: bool = True) -> MainWindow:
    """The desk's window on a night, shown and painted; not ``settled``, at the first chance."""
    window = empty_window(path)
    if not window.open_path(path):
        raise RuntimeError(f"{path} did not open")
    if settled:
        settle()
    return window


def empty_window(path: Path) -> MainWindow:
    """The desk's window without a night, shown and painted; its settings lie beside a path."""
    qInstallMessageHandler(_tell)
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    _, window = app.make(Preferences(settings))
    window.resize(*SIZE)
    window.show()
    settle()
    return window


def close(window: MainWindow) -> None:
    """Close the window and its night."""
    window.close()
    settle()


def _tell(kind: object, context: object, text: str) -> None:
    """Pass on what Qt says, except what it says of every window without a screen."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def settle() -> None:
    """Process events until there are none: signals, layouts, repaints, timers that are due."""
    dispatcher = QAbstractEventDispatcher.instance()
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def timed(work: Callable[[], object]) -> float:
    """Seconds until some work is done and everything it made stale is painted."""
    start = perf_counter()
    work()
    settle()
    return perf_counter() - start


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> float:
    """Press and release a key, as the system would; seconds until all is painted."""
    held = modifiers or Qt.KeyboardModifier.NoModifier
    return timed(lambda: QTest.keyClick(widget, key, held))


def hands(view: EntryView) -> QWidget:
    """Where keys go: the open editor, or the table."""
    return view.open_editor() or view


def type_text(view: EntryView, text: str) -> list[float]:
    """Type a text; seconds per key. The first key opens the editor."""

    def click(letter: str) -> Callable[[], object]:
        return lambda: QTest.keyClicks(hands(view), letter)

    return [timed(click(letter)) for letter in text]
