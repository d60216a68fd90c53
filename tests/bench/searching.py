"""A key in the wizard's search of the country's places, searched and painted, in processor time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import thread_time

from PySide6.QtCore import QSettings, Qt

from tests.bench import desks
from tests.bench.report import Line, spread
from ui.night.preferences import Preferences
from ui.window import app
from ui.wizard.dialog import NightWizard

KEY_MS = 16.0
WORDS = ("kadikoy", "ank", "uskudar", "merkez", "canakkale kepez", "antalya", "ereg", "is")


def measure(folder: Path) -> list[Line]:
    """Every word typed and taken back letter by letter, three times over."""
    preferences = Preferences(QSettings(str(folder / "wizard.ini"), QSettings.Format.IniFormat))
    app.make(preferences)
    wizard = NightWizard(preferences, date(2028, 1, 5), folder.joinpath)
    wizard.show()
    desks.settle()
    wizard.next()
    desks.settle()
    sought, times = wizard.where.sought, []
    for word in WORDS * 3:
        keys = [Qt.Key(ord(letter)) for letter in word.upper()]
        for key in keys + [Qt.Key.Key_Backspace] * len(keys):
            began = thread_time()
            desks.press(sought, key)
            times.append(thread_time() - began)
    wizard.close()
    return [*spread("a key", times, KEY_MS), Line("the most", 1000 * max(times), "ms", KEY_MS)]
