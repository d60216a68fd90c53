"""Where a window stood, remembered for each screen: the desk at work is not the one at home.

The first time on a screen a window fits what the screen has room for.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.night.preferences import Preferences
from ui.widgets.sizes import fit


def recall(preferences: Preferences, name: str, window: QWidget, width: int, height: int) -> None:
    """Put a window where it stood on the screen it was last on, or on the first one."""
    screens = {_name(screen): screen for screen in QGuiApplication.screens()}
    primary = QGuiApplication.primaryScreen()
    screen = screens.get(preferences.text(f"{name}.screen"), primary)
    state = preferences.state(f"{name}.{_name(screen)}")
    if state.isEmpty() or not window.restoreGeometry(state):
        fit(window, width, height, screen)


def keep(preferences: Preferences, name: str, window: QWidget) -> None:
    """Remember where a window stands, for the screen it is on."""
    screen = _name(window.screen())
    preferences.set_text(f"{name}.screen", screen)
    preferences.set_state(f"{name}.{screen}", window.saveGeometry())


def _name(screen: QScreen) -> str:
    """A screen by its plug and its size: another one at the same plug is another one."""
    size = screen.size()
    return f"{screen.name()} {size.width()}x{size.height()}".replace("/", "-")
