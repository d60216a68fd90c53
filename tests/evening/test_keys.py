"""The seed's evening with its keys counted: typed figure by figure, and pasted and posted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desk.facts import catalog
from desk.facts.edits import SetSetting
from desk.facts.settings import BAN_LIFTED
from desk.file.session import Session
from desk.posts import ledger
from desk.reading.files import csv as exchange
from desk.rehearsal import demo
from tests.ui import hands as ui_hands
from tests.ui.hands import Hands, make_window, meeting, tidy_up
from ui.entry.paste import PasteDialog
from ui.night.preferences import Preferences
from ui.window.app import Desk

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support propagateSizeHints")

TYPED, PASTED = 200, 20
"""The most keys the evening may take."""

ELECTION, FIGURES = demo.evening()


@pytest.fixture(scope="session")
def qapp_cls() -> type[Desk]:
    return Desk


@pytest.fixture
def hands(
    qtbot: QtBot, qapp: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """At a new night of the demonstration's election, in Turkish, keyed days after it."""
    monkeypatch.setattr(ui_hands, "night_clock", lambda: datetime(2024, 4, 9, 6, tzinfo=UTC))
    path = tmp_path / "evening.secim"
    Session.create(path, catalog.load(ELECTION)).close()
    preferences = Preferences(QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))
    preferences.set_text("language", "tr")
    window = make_window(qtbot, preferences)
    assert window.open_path(path)
    yield Hands(qtbot, window)
    tidy_up()


class Counted:
    """An editor's keys, each counted: a letter is one, a key with others held is one."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        ui_hands.press(*keys)

    def type(self, text: str) -> None:
        self.keys += len(text)
        ui_hands.type_(text)

    def enter(self, text: str, end: str = "Return") -> None:
        """A text and the key that takes it."""
        self.type(text)
        self.press(end)

    def find(self, name: str) -> None:
        self.press("Ctrl+K")
        self.enter(name)


def wanted(hands: Hands) -> dict[tuple[str, str, str], dict[str, str]]:
    """What the evening's file says, by agency, place and time."""
    text = exchange.decode(FIGURES.read_bytes())
    return {
        (new.source.agency, new.source.place, f"{new.as_of:%H%M}"): {
            f"{row.item.value} {row.contender}": str(value) for row, value in new.figures.items()
        }
        for new in exchange.read_figures(text, hands.session.names)
    }


def filed(hands: Hands) -> dict[tuple[str, str, str], dict[str, str]]:
    """What the night holds."""
    return {
        (one.source.agency, one.source.place, f"{one.as_of:%H%M}"): {
            f"{row.item.value} {row.contender}": str(value) for row, value in one.figures.items()
        }
        for place in hands.session.election.places
        for one in hands.session.bulletins("ibb", place.name)
    }


def test_the_evening_typed(hands: Hands) -> None:
    """To and fro between the columns, row by row: what a rival says stands beside it at once."""
    key = Counted()
    key.press("Tab", "PgUp")
    key.enter("1915")
    key.enter("10")
    key.press("Down", "Down")
    key.enter("58,79")
    key.enter("37,65")
    key.press("Ctrl+Return")

    key.find("beyo")
    key.enter("1925", "Tab")
    key.enter("1925")
    key.press("Down", "Down", "Down")
    key.enter("55,05", "Tab")
    key.enter("61,23")
    key.enter("35,53", "Tab")
    key.enter("39,23", "Tab")
    key.press("Down")
    key.enter("2", "Tab")
    key.press("Down", "Down", "Down")
    key.enter("2,41")
    key.press("Ctrl+Return", "Ctrl+Return")

    # Whoever comes after has the night's clock: no time is typed twice.
    key.find("üs")
    key.press("Down", "Down", "Down", "Down")
    key.enter("60,02", "Tab")
    key.enter("51,14")
    key.enter("39,32", "Tab")
    key.enter("38,3")
    key.enter("1,17", "Tab")
    key.press("Down", "Down")
    key.enter("2,50")
    key.press("Ctrl+Return", "Ctrl+Return")

    key.find("küç")
    key.press("Down", "Down", "Down", "Down")
    key.enter("63,89", "Tab")
    key.enter("58,63")
    key.enter("35,94", "Tab")
    key.enter("35,94")
    key.press("Down")
    key.enter("1,5", "Tab")
    key.enter("1,26")
    key.press("Ctrl+Return", "Ctrl+Return")

    key.find("ist")
    key.press("Tab")
    key.enter("1938")
    key.press("PgDown", "Up", "Up", "Up")
    key.enter("chp")
    key.enter("7,74")
    key.press("Ctrl+Return")
    assert filed(hands) == wanted(hands)
    assert key.keys <= TYPED, key.keys


TEXT = """19.15 ANKA'dan gelen ilk veriler
İSTANBUL
ANKA: Sandıkların yüzde 10'u açıldı. İmamoğlu yüzde 58,79, Kurum yüzde 37,65

19.25 İBB Başkanlığı, ilçelerde son durum
BEYOĞLU
ANKA: CHP yüzde 61,23, AKP yüzde 35,53, YRP yüzde 2
AA: CHP yüzde 55,05, AKP yüzde 39,23, Diğer yüzde 2,41
ÜSKÜDAR
ANKA: CHP yüzde 60,02, AKP yüzde 38,3, YRP yüzde 1,17
AA: CHP yüzde 51,14, AKP yüzde 39,32, Zafer Partisi yüzde 2,50
KÜÇÜKÇEKMECE
AA: CHP yüzde 58,63, AKP yüzde 35,94, DEM Parti yüzde 1,26
ANKA: CHP yüzde 63,89, AKP yüzde 35,94, DEM Parti yüzde 1,5

19.38 İBB Başkanlığı, il genelinde fark
İSTANBUL
AA: İmamoğlu 7,74 puan önde
"""


def test_the_evening_pasted_and_posted(hands: Hands) -> None:
    hands.session.record(SetSetting(BAN_LIFTED, "2024-03-31T19:00"))
    key = Counted()
    QGuiApplication.clipboard().setText(TEXT)

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        key.press("Ctrl+Return")

    with meeting(take):
        key.press("Ctrl+V")
    assert filed(hands) == wanted(hands)
    key.find("beyo")
    key.press("Ctrl+3", "Ctrl+Return")
    (entry,) = ledger.entries(hands.session)
    assert "Beyoğlu" in entry.headline
    assert key.keys <= PASTED, key.keys
