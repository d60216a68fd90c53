"""The file under an open window becomes another: said at once, kept whole, written nowhere."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desk.facts.edits import FileBulletins, NewBulletin
from desk.file import chain, disk
from desk.file import session as session_module
from desk.file.session import Session
from tests.desk.file.cut_short import cut_short
from tests.faults.files import by_hand
from tests.ui.conftest import Answers
from tests.ui.hands import CONTEST, PLACE, Hands, night_clock, on_disk, press, share, type_
from ui.window.main_window import MainWindow

CHP, AKP = share("chp"), share("ak_parti")
NightFile = Callable[[str], Path]
Replace = Callable[[Path, Path, Path], None]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps an open file as it is"
)


def written_over(path: Path, data: bytes) -> None:
    """As `cp` does it, and clients that sync a folder."""
    with path.open("r+b") as handle:
        handle.truncate()
        handle.write(data)


def renamed_over(path: Path, data: bytes) -> None:
    new = path.with_name("new")
    new.write_bytes(data)
    new.replace(path)


WAYS: dict[str, tuple[Replace, str]] = {
    "emptied": (lambda path, *_: os.truncate(path, 0), "emptied, cut short or written over"),
    "garbage": (lambda path, *_: written_over(path, b"x" * 300_000), "or written over"),
    "another": (lambda path, _, other: written_over(path, other.read_bytes()), "another night"),
    "renamed": (lambda path, _, other: renamed_over(path, other.read_bytes()), "another night"),
    "older": (lambda path, older, _: written_over(path, older.read_bytes()), "an older copy"),
    "gone": (lambda path, *_: path.unlink(), "the disk may have gone"),
}


class Under:
    """The file under the open window, an older copy of it, and another night."""

    def __init__(self, path: Path, other: Path) -> None:
        self.path, self.other = path, other
        self.older = path.with_name("older.copy")
        self.older.write_bytes(path.read_bytes())

    def becomes(self, way: str) -> str:
        """Do it; returns what the window should say."""
        replace, sentence = WAYS[way]
        replace(self.path, self.older, self.other)
        return sentence

    @property
    def content(self) -> bytes | None:
        return self.path.read_bytes() if self.path.exists() else None


@pytest.fixture
def under(at_demo: Hands, night_file: NightFile) -> Under:
    """The window at the demonstration evening, a figure typed since the copy was made."""
    found = Under(at_demo.session.path, night_file("blank"))
    at_demo.key("AA", AKP, "36")
    return found


ways = pytest.mark.parametrize("way", WAYS)


@ways
def test_a_figure_typed_then_is_not_lost_and_not_written_there(
    at_demo: Hands, under: Under, way: str, tmp_path: Path
) -> None:
    before = at_demo.session.bulletins(CONTEST, PLACE)
    sentence = under.becomes(way)
    found = under.content
    at_demo.stand("AA", CHP)
    type_("59,01")
    press("Return")
    assert sentence in at_demo.banner
    assert at_demo.window.banner.out.isVisible()
    assert at_demo.typing == "59,01"
    press("Escape", "Ctrl+Return")
    assert sentence in at_demo.banner
    assert at_demo.says("AA", AKP) == "36"
    assert under.content == found

    assert at_demo.window.go_on_in(tmp_path / "rescued.secim")
    assert at_demo.banner == ""
    assert at_demo.session.bulletins(CONTEST, PLACE) == before
    assert at_demo.says("AA", AKP) == "36"
    at_demo.key("AA", CHP, "59,01")
    stored = on_disk(tmp_path / "rescued.secim", "SELECT value FROM draft_figure ORDER BY value")
    assert stored == [("36",), ("59.01",)]
    assert under.content == found


@ways
def test_an_idle_window_says_so_by_itself_and_asks_before_it_closes(
    at_demo: Hands,
    under: Under,
    way: str,
    answers: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentence = under.becomes(way)
    found = under.content
    at_demo.night.following.look()
    assert sentence in at_demo.banner
    label = at_demo.night.status.following
    assert label.isVisible() and "nothing can be saved here" in label.text()
    assert at_demo.window._foot.saved.text() == ""

    at_demo.window.banner.dismiss.click()
    assert at_demo.window.open_path(under.path), "the night in front is the only one there is"
    assert at_demo.session.draft(at_demo.source("AA")) is not None

    answers.answer = QMessageBox.StandardButton.Cancel
    press("Ctrl+W")
    assert at_demo.window.night is not None and sentence in answers.asked[-1]

    rescued = tmp_path / "rescued.secim"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(rescued), ""))
    answers.answer = QMessageBox.StandardButton.Save
    press("Ctrl+W")
    assert at_demo.window.night is None
    assert on_disk(rescued, "SELECT value FROM draft_figure") == [("36",)]
    assert under.content == found


def test_a_window_that_has_everything_on_the_disk_asks_nothing(
    at_demo: Hands, under: Under, answers: Answers
) -> None:
    press("Ctrl+W")
    assert at_demo.window.night is None and answers.asked == []


def test_the_file_comes_back_and_the_banner_goes(at_demo: Hands, under: Under) -> None:
    whole = under.path.read_bytes()
    for way in WAYS:
        sentence = under.becomes(way)
        at_demo.night.following.look()
        assert sentence in at_demo.banner, way
        under.path.touch()
        written_over(under.path, whole)
        at_demo.night.following.look()
        assert at_demo.banner == "", way
        assert not at_demo.night.status.following.isVisible()
        assert at_demo.message == "The file is back."
        at_demo.key("AA", CHP, "59,01")
        assert at_demo.says("AA", CHP) == "59,01", way
        whole = under.path.read_bytes()


def test_a_copy_that_was_put_there_by_a_new_file_is_gone_on_in(
    at_demo: Hands, under: Under
) -> None:
    renamed_over(under.path, under.path.read_bytes())
    at_demo.key("AA", CHP, "59,01")
    assert at_demo.banner == ""
    stored = on_disk(under.path, "SELECT value FROM draft_figure ORDER BY value")
    assert stored == [("36",), ("59.01",)]


def test_what_is_being_typed_stays_while_another_program_writes(
    at_demo: Hands, under: Under
) -> None:
    at_demo.stand("AA", CHP)
    type_("59,0")
    with closing(sqlite3.connect(under.path)) as other:
        other.execute("INSERT INTO setting VALUES ('theirs', '1')")
        chain.seal(disk.wrap(other), "settings")
        other.commit()
    at_demo.night.following._clock.timeout.emit()
    assert at_demo.typing == "59,0"
    type_("1")
    press("Return")
    assert at_demo.says("AA", CHP) == "59,01"
    assert at_demo.session.look_up(
        lambda db: db.conn.execute("SELECT value FROM setting WHERE name = 'theirs'").fetchone()
    ) == ("1",)


# A window that only reads


def file_one(writer: Session, hour: int, value: str) -> None:
    bulletin = writer.bulletins(CONTEST, "Beyoğlu", "AA")[0]
    figures = {CHP: Decimal(value)}
    later = bulletin.as_of.replace(hour=hour, minute=0)
    writer.record(FileBulletins((NewBulletin(bulletin.source, later, figures),)))


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, night_file: NightFile) -> Hands:
    assert window.open_path(night_file("demo"), read_only=True)
    hands = Hands(qtbot, window)
    hands.night.go_to("Beyoğlu")
    assert hands.says("AA", CHP) == "55,05"
    return hands


@ways
def test_a_reading_window_keeps_showing_the_night_it_knows(
    reading: Hands, night_file: NightFile, way: str
) -> None:
    path = reading.session.path
    under = Under(path, night_file("blank"))
    with Session.open_file(path, clock=night_clock) as writer:
        file_one(writer, 20, "56")
    reading.night.following.look()
    sentence = under.becomes(way)
    found = under.content
    for _ in range(2):
        reading.night.following.look()
        assert sentence in reading.banner
        assert "not following: " in reading.night.status.following.text()
        reading.night.go_to(PLACE)
        reading.night.go_to("Beyoğlu")
        assert reading.says("AA", CHP) == "56"
    assert under.content == found


def test_a_reading_window_goes_on_following_after_a_busy_moment(reading: Hands) -> None:
    path, label = reading.session.path, reading.night.status.following
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for moment in range(3):
            other.execute("BEGIN EXCLUSIVE")
            reading.night.following.look()
            assert label.isVisible() and label.text() == "▲ not following: the file is busy"
            assert reading.banner == ""
            reading.speak("tr")
            assert label.text() == "▲ izlemiyor: dosya meşgul"
            reading.speak("en")
            reading.night.go_to(PLACE)
            reading.night.go_to("Beyoğlu")
            other.execute("ROLLBACK")
            with Session.open_file(path, clock=night_clock) as writer:
                file_one(writer, 20 + moment, f"5{6 + moment}")
            shown = f"5{6 + moment}"
            reading.qtbot.waitUntil(lambda s=shown: reading.says("AA", CHP) == s, timeout=10_000)
            assert not label.isVisible()
            said = reading.message
            assert said == "Following the file again."


def test_a_reading_window_goes_on_following_after_the_disk_was_away(
    reading: Hands, tmp_path: Path
) -> None:
    path, label = reading.session.path, reading.night.status.following
    path.parent.rename(tmp_path / "unplugged")
    reading.night.following.look()
    assert label.text() == "▲ not following: the file cannot be reached"
    assert "the disk may have gone" in reading.banner
    (tmp_path / "unplugged").rename(path.parent)
    with Session.open_file(path, clock=night_clock) as writer:
        file_one(writer, 20, "56")
    reading.night.following.look()
    assert reading.says("AA", CHP) == "56"
    assert reading.banner == "" and not label.isVisible()


def test_a_reading_window_follows_a_night_that_another_machine_puts_there(
    reading: Hands, tmp_path: Path
) -> None:
    path, copy = reading.session.path, tmp_path / "copy.secim"
    copy.write_bytes(path.read_bytes())
    with Session.open_file(copy, clock=night_clock) as writer:
        file_one(writer, 20, "56")
    renamed_over(path, copy.read_bytes())
    reading.night.following.look()
    assert reading.says("AA", CHP) == "56"
    assert reading.banner == ""


def test_a_reading_window_shows_nothing_of_a_long_night_before_it_is_proved(
    reading: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "MANY_LINKS", 0)
    path, following = reading.session.path, reading.night.following
    label = reading.night.status.following
    with Session.open_file(path, clock=night_clock) as writer:
        file_one(writer, 20, "56")
    following.look()
    assert label.text() == "What was written elsewhere is being proved…" and label.isVisible()
    reading.night.go_to(PLACE)
    reading.night.go_to("Beyoğlu")
    assert reading.says("AA", CHP) == "55,05"
    following._catching_up.finish()
    assert reading.says("AA", CHP) == "56"
    assert not label.isVisible() and reading.banner == ""

    # A figure of long ago is another, under links that are as they were.
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        by_hand(other, "figure_never_update", "UPDATE figure SET value = '57' WHERE value = '56'")
    for _ in range(2):
        following.look()
        following._catching_up.finish()
        reading.night.go_to(PLACE)
        reading.night.go_to("Beyoğlu")
        assert reading.says("AA", CHP) == "56"
        assert "somebody has changed it outside the desk" in reading.banner
        assert label.text().startswith("▲ not following: ")
    assert not following.catching_up, "what was refused is not proved again as it is"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        by_hand(other, "figure_never_update", "UPDATE figure SET value = '56' WHERE value = '57'")
    following.look()
    following._catching_up.finish()
    assert reading.banner == "" and not label.isVisible()


def test_a_reading_window_takes_back_what_a_killed_desk_left(reading: Hands) -> None:
    journal = cut_short(reading.session.path)
    reading.night.following.look()
    assert reading.banner == "" and not journal.exists()
    assert reading.says("AA", CHP) == "55,05"


def test_a_window_opens_what_a_killed_desk_left(
    qtbot: QtBot, window: MainWindow, night_file: NightFile
) -> None:
    for read_only in (True, False):
        path = night_file("demo")
        cut_short(path)
        assert window.open_path(path, read_only=read_only)
        hands = Hands(qtbot, window)
        hands.night.go_to("Beyoğlu")
        assert hands.says("AA", CHP) == "55,05"
        assert hands.banner == ""
        press("Ctrl+W")
