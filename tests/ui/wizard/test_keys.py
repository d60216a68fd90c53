"""A night with real keys, counted from the welcome page to the first figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands, meeting, press, type_
from ui.window.main_window import MainWindow
from ui.wizard.dialog import NightWizard

MOST_KEYS = 12


class Counted:
    """An editor's keys, each counted."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: str) -> None:
        self.count += len(keys)
        press(*keys)

    def type(self, text: str) -> None:
        self.count += len(text)
        type_(text)


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nights go to a folder of the test's own."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    return tmp_path


def made(window: MainWindow, keys: Counted, inside: Callable[[Counted], None]) -> None:
    """From the welcome page through the wizard, with keys alone."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NightWizard)
        inside(keys)

    with meeting(fill):
        keys.press("Ctrl+N")


def test_ankaras_local_election_takes_few_keys(qtbot: QtBot, window: MainWindow) -> None:
    keys = Counted()

    def inside(keys: Counted) -> None:
        keys.press("Return")
        keys.type("ank")
        keys.press("Return", "Return", "Return", "Return")

    made(window, keys, inside)
    hands = Hands(qtbot, window)
    election = hands.session.election
    assert [place.name for place in election.provinces] == ["Ankara"]
    assert len(election.districts) == 25
    keys.type("5")
    assert hands.typing == "5"
    assert keys.count <= MOST_KEYS


def test_a_presidential_round_by_provinces_takes_few_keys(qtbot: QtBot, window: MainWindow) -> None:
    keys = Counted()
    made(window, keys, lambda keys: keys.press("Down", *["Return"] * 4))
    hands = Hands(qtbot, window)
    election = hands.session.election
    assert len(election.provinces) == 81
    assert [contest.id for contest in election.contests] == ["cb"]
    keys.type("5")
    assert hands.typing == "5"
    assert keys.count <= MOST_KEYS
