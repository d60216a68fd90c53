"""Alt and a number: what the page in front offers under it, else the contest of that number.

Whether a page offers anything is the page's to say.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShortcut

from ui.widgets.keys import key_sequence
from ui.window.night_view import NightView

MOST = 9


def listen(night: NightView) -> None:
    """Let the numbers work in a night."""
    for number in range(1, MOST + 1):
        key = QShortcut(key_sequence(f"Alt+{number}"), night)
        key.activated.connect(partial(_take, night, number))


def _take(night: NightView, number: int) -> None:
    contests = night.entry.head.contests
    page = night.front_page()
    if not (page and page.take_number(number)) and number <= contests.count():
        contests.setCurrentIndex(number - 1)
