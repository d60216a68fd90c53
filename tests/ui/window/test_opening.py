"""The ways into a night, and the files that are turned away with a sentence."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from desk.facts.bulletin import BulletinState
from tests.ui.hands import Hands, focus, meeting, press
from ui.entry.paste import PasteDialog
from ui.incoming.dropped import AskFigures
from ui.night.preferences import Preferences
from ui.window import app
from ui.window.app import Desk
from ui.window.doors import NIGHT_ROLE
from ui.window.main_window import MainWindow
from ui.wizard.dialog import NightWizard

NightFile = Callable[[str], Path]


# Three doors


def test_with_nothing_open_there_are_four_doors(window: MainWindow) -> None:
    welcome = window.welcome
    assert welcome.isVisible()
    doors = (welcome.new, welcome.open, welcome.rehearsal, welcome.demo)
    assert [door.text() for door in doors] == [
        *("New night…", "Open a night…", "Rehearsal (Prova)…", "The demonstration evening")
    ]
    assert welcome.recent.item(0).text() == "None yet."
    assert focus() is welcome.new
    press("Down", "Down", "Down", "Up")
    assert focus() is welcome.rehearsal


def test_the_last_door_is_the_demonstration(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    window.welcome.demo.setFocus()
    press("Return")
    assert window.night is not None
    session = window.night.bridge.session
    assert len(session.bulletins("ibb", "Beyoğlu")) == 2
    assert session.path.is_relative_to(tmp_path), "in a copy that can be spoilt"
    assert not session.read_only


def test_the_first_door_makes_a_new_night_with_keys_alone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NightWizard)
        press(*["Return"] * 3)
        assert focus() is dialog.last.agencies
        press("Down", "Down", "Space", "Return")

    assert focus() is window.welcome.new
    with meeting(fill):
        press("Space")
    assert window.night is not None
    session = window.night.bridge.session
    assert session.path.parent == tmp_path
    assert [agency.code for agency in session.election.agencies] == ["AA", "ANKA"]
    assert [place.name for place in session.election.provinces] == ["İstanbul"]
    hands = Hands(qtbot, window)
    assert hands.here()[0] == "AA"


def test_a_new_night_never_overwrites(window: MainWindow, night_file: NightFile) -> None:
    path = night_file("demo")
    before = path.read_bytes()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NightWizard)
        press(*["Return"] * 3)
        dialog.last.file.setText(str(path))
        press("Return")
        assert "already there" in dialog.last.message.text()

    with meeting(fill):
        press("Ctrl+N")
    assert window.night is None
    assert path.read_bytes() == before


def test_a_night_last_used_says_what_is_in_it(
    qtbot: QtBot,
    window: MainWindow,
    night_file: NightFile,
    tmp_path: Path,
    preferences: Preferences,
) -> None:
    assert window.open_path(night_file("demo"))
    assert window.night is not None
    folder = tmp_path / "backups"
    folder.mkdir()
    preferences.set_backup_folder(folder)
    window.night.bridge.session.backup(folder)
    press("Ctrl+W")
    stranger = tmp_path / "stranger.secim"
    stranger.write_bytes(b"no night")
    preferences.used(stranger)
    window.welcome.refill()
    recent = window.welcome.recent
    assert recent.item(1).text() == "demo.secim", "nobody waits for a slow disk"
    qtbot.waitUntil(lambda: bool(window.welcome.backup.text()))
    said = [str(recent.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)]
    assert said[0] == "None" and recent.item(0).data(NIGHT_ROLE) is None
    assert said[1].startswith("demo.secim, Istanbul local election, 31 March 2024, today ")
    assert said[1].endswith("bulletins: 8 · posts: 0")
    assert window.welcome.backup.text().startswith("Last backup today ")
    window.welcome.grab()


def test_the_list_has_the_files_last_used(
    qtbot: QtBot, window: MainWindow, night_file: NightFile, preferences: Preferences
) -> None:
    demo, blank = night_file("demo"), night_file("blank")
    assert window.open_path(demo) and window.open_path(blank)
    press("Ctrl+W")
    recent = window.welcome.recent
    assert [recent.item(row).data(Qt.ItemDataRole.UserRole) for row in range(2)] == [blank, demo]
    assert focus() is recent
    press("Down", "Return")
    assert window.night is not None and window.night.bridge.session.path == demo
    demo_again = preferences.recent_files()
    assert demo_again == [demo, blank]


def test_a_file_that_has_gone_is_shown_and_cannot_be_chosen(
    window: MainWindow, night_file: NightFile
) -> None:
    demo, blank = night_file("demo"), night_file("blank")
    assert window.open_path(demo) and window.open_path(blank)
    press("Ctrl+W")
    blank.unlink()
    window.welcome.refill()
    window.welcome.take_keys()
    recent: QListWidget = window.welcome.recent
    assert recent.item(0).text() == "blank.secim (no longer there)"
    assert recent.item(0).flags() == Qt.ItemFlag.NoItemFlags
    assert recent.currentRow() == 1


def test_ctrl_o_opens_a_file(
    window: MainWindow, night_file: NightFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = night_file("demo")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press("Ctrl+O")
    assert window.night is not None and window.night.bridge.session.path == path


# Other ways in


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drop files on the window; whether the window wanted them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    return entering.isAccepted()


def test_a_file_dropped_on_the_window_opens(window: MainWindow, night_file: NightFile) -> None:
    demo, blank = night_file("demo"), night_file("blank")
    assert drop(window, demo)
    assert window.night is not None and window.night.bridge.session.path == demo
    assert drop(window, demo.with_name("notes.txt"), blank)
    assert window.night.bridge.session.path == blank


def test_what_is_no_night_cannot_be_dropped(window: MainWindow, tmp_path: Path) -> None:
    assert not drop(window, tmp_path / "notes.txt")
    assert window.night is None


def test_a_double_clicked_file_opens(
    qapp: Desk, window: MainWindow, night_file: NightFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qapp, "window", window)
    path = night_file("demo")
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))
    assert window.night is not None and window.night.bridge.session.path == path


def test_make_gives_a_window_ready_to_open(
    qtbot: QtBot, qapp: Desk, preferences: Preferences
) -> None:
    preferences.set_text("language", "en")
    application, window = app.make(preferences)
    qtbot.addWidget(window)
    assert application is qapp
    assert window.night is None
    qapp.window = None


FIGURES = """as_of,agency,contest,place,item,contender,value
2024-03-31T21:15,AA,ibb,Beyoğlu,share,CHP,55.05
2024-03-31T21:15,AA,ibb,Beyoğlu,share,AKP,39.23
2024-03-31T21:16,ANKA,ibb,Beyoğlu,share,CHP,61.23
"""


@pytest.mark.parametrize("name", ["rakamlar.csv", "RAKAMLAR.CSV", "rakamlar.txt"])
def test_f17_figures_that_are_dropped_are_shown_and_filed_by_a_key(
    at_blank: Hands, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("\N{ZERO WIDTH NO-BREAK SPACE}" + FIGURES, encoding="utf-8")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AskFigures)
        assert name in dialog.about.text() and "2" in dialog.about.text()
        rows = [
            [dialog.table.item(row, column).text() for column in range(5)]
            for row in range(dialog.table.rowCount())
        ]
        assert [row[:2] + row[3:] for row in rows] == [
            ["21.15", "AA", "Beyoğlu", "2"],
            ["21.16", "ANKA", "Beyoğlu", "1"],
        ]
        assert at_blank.session.bulletins("ibb", "Beyoğlu") == ()
        press("Return")

    with meeting(look):
        assert drop(at_blank.window, path)
    filed = at_blank.session.bulletins("ibb", "Beyoğlu")
    assert len(filed) == 2
    assert name in at_blank.message
    press("Ctrl+Z")
    states = {one.state for one in at_blank.session.bulletins("ibb", "Beyoğlu")}
    assert states == {BulletinState.WITHDRAWN}


def test_a_file_with_a_bad_line_files_nothing_and_names_it(at_blank: Hands, tmp_path: Path) -> None:
    path = tmp_path / "rakamlar.csv"
    path.write_text(FIGURES + "2024-03-31T21:16,ANKA,ibb,Beyoglu2,share,CHP,61.23\n", "utf-8")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, AskFigures)
        assert not dialog.file.isEnabled()
        assert dialog.table.item(0, 0).text() == "5"
        assert "Beyoglu2" in dialog.table.item(0, 1).text()
        press("Escape")

    with meeting(look):
        drop(at_blank.window, path)
    assert at_blank.session.bulletins("ibb", "Beyoğlu") == ()


def test_any_other_text_that_is_dropped_is_read(at_blank: Hands, tmp_path: Path) -> None:
    path = tmp_path / "aa.txt"
    path.write_text("BEYOĞLU\nAA - CHP: Yüzde 55,05, AKP: Yüzde 39,23", encoding="utf-8")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        assert "55,05" in dialog.text.toPlainText()
        press("Escape")

    with meeting(look):
        drop(at_blank.window, path)


def test_what_is_no_text_is_said_to_be_none(at_blank: Hands, tmp_path: Path) -> None:
    for name, told in (("gece.ods", "save it as CSV"), ("yok.csv", "yok.csv"), ("yok.xlsx", "yok")):
        drop(at_blank.window, tmp_path / name)
        assert at_blank.message.startswith("▲") and told in at_blank.message
    broken = tmp_path / "bozuk.csv"
    broken.write_bytes("as_of,Beyoğlu".encode("cp1254"))
    drop(at_blank.window, broken)
    assert at_blank.message.startswith("▲")
