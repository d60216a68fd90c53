"""The wizard as an editor meets it, its nights in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, type_
from ui.night.preferences import Preferences
from ui.texts import language
from ui.window.app import Desk
from ui.window.welcome import free_path
from ui.wizard.dialog import NightWizard

TODAY = date(2028, 1, 5)
Open = Callable[[], NightWizard]


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where nights go."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def opened(qtbot: QtBot, qapp: Desk, preferences: Preferences) -> Open:
    """A wizard on the screen with the keys, as often as it is called."""

    def make() -> NightWizard:
        language.use(preferences.text("language", "en"))
        wizard = NightWizard(preferences, TODAY, free_path)
        qtbot.addWidget(wizard)
        with qtbot.waitExposed(wizard):
            wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    return make


@pytest.fixture
def wizard(opened: Open) -> NightWizard:
    return opened()


def enter(text: str) -> None:
    """Type into a cell and end with Enter; Qt takes the text when the key has had its turn."""
    type_(text)
    press("Return")
    QApplication.processEvents()
