"""Alt and a number: what the page in front offers under it, else the contest of that number.

Whether a page offers anything is the page's to say.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from ui.night.page import OpenNight
from ui.widgets.keys import key_sequence

MOST = 9


def listen(night: OpenNight, screen: QWidget, contests: QTabBar) -> None:
    """Let the numbers work in a night, anywhere on its screen."""
    for number in range(1, MOST + 1):
        key = QShortcut(key_sequence(f"Alt+{number}"), screen)
        key.activated.connect(partial(_take, night, contests, number))


def _take(night: OpenNight, contests: QTabBar, number: int) -> None:
    page = night.front_page()
    if not (page and page.take_number(number)) and number <= contests.count():
        contests.setCurrentIndex(number - 1)
