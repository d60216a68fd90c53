"""Files that are newer, foreign, damaged or in other hands: a sentence, the night stays open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.session import Session
from tests.ui.hands import Hands, meeting, night_clock, press, share
from ui.window.main_window import MainWindow

NightFile = Callable[[str], Path]


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(path: Path) -> None:
    path.write_text("place;share\nBeyoğlu;61,23\n", encoding="utf-8")


def damaged(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (newer, "a newer desk made this file"),
        (foreign, "not a desk file"),
        (damaged, "the file is damaged"),
        (gone, "no such file"),
    ],
)
def test_a_file_that_cannot_be_opened_leaves_the_night_open(
    window: MainWindow, night_file: NightFile, spoil: Callable[[Path], None], sentence: str
) -> None:
    demo, other = night_file("demo"), night_file("blank")
    assert window.open_path(demo)
    spoil(other)
    before = other.read_bytes() if other.exists() else None
    night = window.night
    assert not window.open_path(other)
    assert window.night is night and night is not None
    assert night.bridge.session.path == demo
    assert window.banner.isVisible()
    assert sentence in window.banner.text.text()
    assert not window.banner.out.isVisible(), "the night in front is not in trouble"
    assert (other.read_bytes() if other.exists() else None) == before
    press("Ctrl+2", "Ctrl+1")
    window.banner.dismiss.click()
    assert not window.banner.isVisible()


def test_a_night_held_by_another_desk_is_offered_for_reading(
    qtbot: QtBot, window: MainWindow, night_file: NightFile
) -> None:
    path = night_file("demo")
    texts: list[str] = []

    def read(dialog: QDialog) -> None:
        assert dialog.objectName() == "offerReading"
        texts.append(dialog.text())
        press("Return")

    with Session.open_file(path, clock=night_clock):
        with meeting(read):
            assert window.open_path(path)
        assert window.night is not None and window.night.bridge.session.read_only
    assert "open at another desk" in texts[0] and "since" in texts[0]


def test_the_offer_can_be_declined(window: MainWindow, night_file: NightFile) -> None:
    path = night_file("demo")
    with Session.open_file(path, clock=night_clock):
        with meeting(lambda _: press("Escape")):
            assert not window.open_path(path)
        assert window.night is None


def test_the_same_file_again_is_simply_the_same_file(
    window: MainWindow, night_file: NightFile
) -> None:
    path = night_file("demo")
    assert window.open_path(path)

    night = window.night
    assert window.open_path(path)
    assert window.night is night and night is not None
    assert not night.bridge.session.read_only


def test_a_reading_desk_follows_the_one_that_writes(
    qtbot: QtBot, window: MainWindow, night_file: NightFile
) -> None:
    path = night_file("demo")
    with Session.open_file(path, clock=night_clock) as writer:
        assert window.open_path(path, read_only=True)
        hands = Hands(qtbot, window)
        hands.night.go_to("Beyoğlu")
        assert hands.says("AA", share("chp")) == "55,05"
        bulletin = writer.bulletins("ibb", "Beyoğlu", "AA")[0]
        later = bulletin.as_of.replace(hour=20, minute=0)
        figures = {share("chp"): Decimal(56)}
        writer.record(FileBulletins((NewBulletin(bulletin.source, later, figures),)))
        qtbot.waitUntil(lambda: hands.says("AA", share("chp")) == "56", timeout=10_000)
        assert window.night is not None
        assert "20.00" in window.night.bulletins.detail.toPlainText()
