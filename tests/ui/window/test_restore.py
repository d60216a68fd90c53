"""Backups by themselves and put back, a night that is not whole, a long one behind a sign."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desk.facts.codes import Code, Refusal
from desk.file import backups
from desk.file import session as session_module
from tests.desk.conftest import listing
from tests.faults.files import by_hand
from tests.ui.conftest import Answers
from tests.ui.hands import CONTEST, PLACE, Hands, meeting, press, share, type_
from ui.night.page import CHARTS, POSTS, SHEETS
from ui.night.preferences import Preferences
from ui.window.commands import LEAVING
from ui.window.main_window import MainWindow
from ui.window.restore import RestoreDialog

CHP = share("chp")


@pytest.fixture
def folder(preferences: Preferences, tmp_path: Path) -> Path:
    """Where the editor wants her backups."""
    chosen = tmp_path / "stick-2" / "yedek"
    preferences.set_backup_folder(chosen)
    return chosen


def file_one(hands: Hands, value: str = "51,5") -> None:
    """A figure typed and filed."""
    hands.key("AA", CHP, value)
    press("Ctrl+Return")


def label(window: MainWindow, name: str) -> str:
    """What a label of the status bar says; nothing while it is hidden."""
    found = window.statusBar().findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def quarter(hands: Hands) -> None:
    """A quarter of an hour goes by."""
    hands.night.backups.look()
    hands.night.backups._work.finish()


def test_a_quarter_in_which_something_was_filed_is_backed_up(at_demo: Hands, folder: Path) -> None:
    quarter(at_demo)
    assert not folder.exists()
    file_one(at_demo)
    quarter(at_demo)
    quarter(at_demo)
    assert len(listing(folder)) == 1
    assert label(at_demo.window, "status.backup").startswith("backup ")


def test_typing_alone_is_no_reason(at_demo: Hands, folder: Path) -> None:
    at_demo.key("AA", CHP, "51,5")
    quarter(at_demo)
    assert not folder.exists()


def test_closing_backs_up_what_was_filed(at_demo: Hands, folder: Path) -> None:
    file_one(at_demo)
    session = at_demo.session
    path = session.path
    press("Ctrl+W")
    (found,) = backups.of_night(path, (folder,))
    assert found.last is not None and found.last[1] == PLACE


def test_a_backup_that_fails_is_said_once(at_demo: Hands, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("no folder")
    file_one(at_demo)
    quarter(at_demo)
    assert "the folder does not exist" in at_demo.message
    assert label(at_demo.window, "status.backup") == "▲ no backup: the folder cannot be written"
    at_demo.night.bridge.messages.say("")
    quarter(at_demo)
    assert at_demo.message == ""
    folder.unlink()
    quarter(at_demo)
    assert label(at_demo.window, "status.backup").startswith("backup ")


def test_a_backup_is_put_back_from_the_menu(at_demo: Hands, folder: Path, answers: Answers) -> None:
    file_one(at_demo)
    quarter(at_demo)
    before = len(at_demo.session.bulletins(CONTEST, PLACE))
    file_one(at_demo, "52,5")
    answers.answer = QMessageBox.StandardButton.Yes
    path = at_demo.session.path

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        assert dialog.list.count() == 1
        assert f"the last: AA {PLACE}" in dialog.list.item(0).text()
        dialog.put_back.click()

    with meeting(choose):
        at_demo.window.ask_restore()
    assert "What is there now is not deleted" in answers.asked[-1]
    assert at_demo.session.path == path
    assert len(at_demo.session.bulletins(CONTEST, PLACE)) == before
    assert "Put back: " in at_demo.message
    # Closing has made a backup of what was there, and it lies beside as well.
    assert len(listing(path.parent)) == 3


def test_another_folder_is_chosen_where_they_are_listed(
    at_demo: Hands, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "elsewhere"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        assert "no backup of this night yet" in dialog.message.text()
        assert str(folder) in dialog.folder.text()
        dialog.choose.click()
        assert str(chosen) in dialog.folder.text()

    with meeting(choose):
        at_demo.window.ask_restore()
    file_one(at_demo)
    quarter(at_demo)
    assert len(listing(chosen)) == 1


def changed(path: Path) -> Path:
    """A night with a digit that somebody has changed."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        by_hand(raw, "figure_never_update", "UPDATE figure SET value = '7.77' WHERE bulletin = 3")
    return path


def test_a_night_that_is_not_whole_is_shown_and_not_written_to(
    window: MainWindow, night_file: Callable[[str], Path]
) -> None:
    assert window.open_path(changed(night_file("demo")))
    assert window.night is not None and window.night.bridge.session.read_only
    assert "bulletin 3" in window.banner.text.text()
    assert label(window, "status.proof") == "▲ not whole: bulletin 3"
    way_out = window.banner.findChild(QPushButton, "banner.restore")
    assert way_out.isVisible()
    with meeting(lambda dialog: dialog.reject()):
        way_out.click()


def test_nothing_goes_out_of_a_night_that_is_not_whole(
    window: MainWindow, night_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object) -> tuple[str, str]:
        raise AssertionError("it asks where to write")

    for ask in ("getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, ask, asked)
    assert window.open_path(changed(night_file("demo")))
    night = window.night
    assert night is not None
    told: list[Refusal] = []
    night.bridge.refused.connect(told.append)
    QGuiApplication.clipboard().setText("before")
    for name in LEAVING:
        # The page of posts has what is to be copied in front.
        night.show_page(POSTS)
        window.actions_.by_name[name].trigger()
        assert told.pop().code is Code.S917 and not told, name
    pressed = 0
    for page in (SHEETS, CHARTS):
        night.show_page(page)
        for button in night.front_page().findChildren(QPushButton):
            if button.objectName().rpartition(".")[2] in ("copy", "save", "print", "pdf"):
                button.click()
                pressed += 1
                assert told.pop().code is Code.S917, button.objectName()
    assert pressed == 4 and QGuiApplication.clipboard().text() == "before"


def test_what_no_desk_wrote_offers_a_backup(
    window: MainWindow, night_file: Callable[[str], Path]
) -> None:
    path = night_file("demo")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER figure_never_update")
    assert not window.open_path(path)
    assert "trigger figure_never_update" in window.banner.text.text()
    assert window.banner.restore.isVisible()


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every night is a long one."""
    monkeypatch.setattr(session_module, "MANY_LINKS", 0)


def test_a_long_night_is_seen_at_once_and_lived_in_once_it_is_proved(
    window: MainWindow, night_file: Callable[[str], Path], long: None
) -> None:
    assert window.open_path(night_file("demo"))
    view = window.night
    assert view is not None and view.isVisible() and not view.isEnabled()
    assert label(window, "status.proof") == "The night is being proved…"
    assert not window.actions_.by_name["export"].isEnabled()
    assert not window.actions_.by_name["fileDraft"].isEnabled()
    view.proving._work.finish()
    assert view.isEnabled()
    assert label(window, "status.proof") == ""
    assert window.actions_.by_name["export"].isEnabled()
    press("5")
    assert view.entry.view.open_editor() is not None
    press("Escape")


def test_a_long_night_that_is_not_whole_says_so(
    window: MainWindow, night_file: Callable[[str], Path], long: None
) -> None:
    assert window.open_path(changed(night_file("demo")))
    view = window.night
    assert view is not None
    view.proving._work.finish()
    assert "bulletin 3" in window.banner.text.text()
    assert view.isEnabled()


def test_a_long_night_no_desk_wrote_is_closed_again(
    qtbot: QtBot, window: MainWindow, night_file: Callable[[str], Path], long: None
) -> None:
    path = night_file("demo")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("INSERT INTO setting VALUES ('agency-order', 'AA')")
    assert window.open_path(path)
    assert window.night is not None
    window.night.proving._work.finish()
    qtbot.waitUntil(lambda: window.night is None)
    assert "setting" in window.banner.text.text()


def test_the_seal_is_told_over_the_name_of_the_file(at_demo: Hands) -> None:
    found = at_demo.window.statusBar().findChild(QLabel, "status.file")
    assert isinstance(found, QLabel)
    before = found.toolTip()
    assert before.endswith(f"\nSeal: {at_demo.session.short_seal()}")
    file_one(at_demo)
    assert found.toolTip().endswith(f"Seal: {at_demo.session.short_seal()}")
    assert found.toolTip() != before


def test_typing_leaves_the_seal_alone(at_demo: Hands) -> None:
    before = at_demo.session.seal()
    at_demo.stand("AA", CHP)
    type_("51,5")
    press("Return")
    assert at_demo.session.seal() == before
