"""A window that opens a night, looks at every page of it, keys a figure and closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.faults.nursery import say
from tests.faults.window_typist import preferences_beside
from tests.ui.random.fingers import Fingers
from tests.ui.random.hands import MovingClock
from ui.texts import language
from ui.widgets import theme
from ui.window import app
from ui.window.main_window import MainWindow

ENDED = "ended"


def play(path: str, seed: str) -> None:
    """Open, look, key, close; whatever is asked meanwhile is answered."""
    night = Path(path)
    preferences = preferences_beside(night)
    desk, _ = app.make(preferences)
    theme.apply(desk, "light")
    language.use("tr" if int(seed) % 2 else "en")
    window = app.wire(MainWindow(preferences, MovingClock()))
    window.show()
    fingers = Fingers(window, int(seed), night.parent)
    fingers.nights = [night]
    fingers.answer_files()
    window.open_path(night)
    QApplication.processEvents()
    if (view := window.night) is not None:
        for page in range(view.pages.count()):
            view.show_page(page)
            QApplication.processEvents()
        for place in view.bridge.session.election.places[:3]:
            view.go_to(place.name)
            QApplication.processEvents()
        while not view.bridge.work.idle:
            QApplication.processEvents()
    window.close()
    say(ENDED)
