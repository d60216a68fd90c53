"""A night in a folder or a file that may not be written is read in the window, and it says so."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desk.facts.catalog import resource
from desk.file import disk
from tests.desk.conftest import listing
from tests.ui.hands import Hands, press, share, type_
from ui.window.main_window import MainWindow

NightFile = Callable[[str], Path]

READER = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui.night.preferences import Preferences
from ui.window import app

path, settings = map(Path, sys.argv[1:])
preferences = Preferences(QSettings(str(settings), QSettings.Format.IniFormat))
preferences.set_text("language", "en")
desk, window = app.make(preferences)
window.show()
print(window.open_path(path))
night = window.night
print(night is not None and night.bridge.session.read_only, window._foot.access.text())
print(window.banner.isVisible(), window.banner.out.isVisible(), window.banner.text.text())
if night is not None:
    print(len(night.bridge.session.bulletins("ibb", "Beyoğlu")))
    window.close()
"""


def bound() -> list[str]:
    """What runs a program that permissions bind, which is nobody's wish for root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are another matter there")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may write anywhere, and setpriv is not installed")
    return ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]


@contextmanager
def locked(path: Path, what: str) -> Iterator[None]:
    """A night in a folder, or as a file, that nobody may write."""
    which, mode = (path.parent, 0o555) if what == "folder" else (path, 0o444)
    before = which.stat().st_mode
    which.chmod(mode)
    try:
        yield
    finally:
        which.chmod(before)


@pytest.mark.parametrize("what", ["folder", "file"])
def test_it_is_read_in_the_window_which_says_so(
    night_file: NightFile, tmp_path: Path, what: str
) -> None:
    path = night_file("demo")
    before, names = path.read_bytes(), listing(path.parent)
    with locked(path, what):
        run = subprocess.run(
            [*bound(), sys.executable, "-c", READER, str(path), str(tmp_path / "desk.ini")],
            cwd=resource().parent,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    opened, reading, banner, bulletins = run.stdout.splitlines()
    assert (opened, reading) == ("True", "True read only"), run.stderr[-2000:]
    assert banner.startswith("True False")
    assert "may not be written here, so it can only be read" in banner
    assert bulletins == "2"
    assert path.read_bytes() == before
    assert listing(path.parent) == names


def test_the_same_where_the_disk_refuses(
    window: MainWindow, night_file: NightFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a disk says it that is mounted for reading, whoever asks."""
    path = night_file("demo")

    def refuse(connection: sqlite3.Connection) -> None:
        fault = sqlite3.OperationalError("attempt to write a readonly database")
        fault.sqlite_errorcode = sqlite3.SQLITE_READONLY
        raise fault

    monkeypatch.setattr(disk, "try_to_write", refuse)
    assert window.open_path(path)
    assert window.night is not None and window.night.bridge.session.read_only
    assert "can only be read" in window.banner.text.text()


def test_a_journal_that_is_switched_is_switched_back_before_the_next_figure(
    at_demo: Hands, tmp_path: Path
) -> None:
    path = at_demo.session.path
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    at_demo.key("AA", share("chp"), "59,01")
    # A plain copy of the one file holds it; nothing lies beside.
    assert not [name for name in listing(path.parent) if name.endswith(("-wal", "-shm"))]
    copy = Path(shutil.copy(path, tmp_path / "copy.secim"))
    with closing(sqlite3.connect(copy)) as raw:
        found = raw.execute("SELECT value FROM draft_figure WHERE contender = 'chp'").fetchall()
    assert ("59.01",) in found


def test_a_figure_is_refused_while_another_program_keeps_the_journal_its_own(
    at_demo: Hands,
) -> None:
    path = at_demo.session.path
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT count(*) FROM figure").fetchone()
        at_demo.stand("AA", share("chp"))
        type_("59,01")
        press("Return")
        assert at_demo.typing == "59,01"
        assert "it did not say whose" in at_demo.banner
    press("Return")
    assert at_demo.draft("AA") is not None
