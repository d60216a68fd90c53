"""After a kill during a commit whoever looks takes the half write back first, and reads on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desk.facts.catalog import resource
from desk.facts.codes import Code
from desk.facts.edits import FileBulletins
from desk.file import disk, holding, leftovers
from desk.file.session import Session
from tests.desk.conftest import (
    AA,
    content_of,
    demonstration,
    file_at,
    file_now,
    listing,
    night_clock,
    refused,
    shares,
)
from tests.desk.file.cut_short import cut_short

OpenNight = Callable[..., Session]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like this there")

# Reads a night as somebody who owns nothing of it.
AS_NOBODY = """
import os, sys
from pathlib import Path
from desk.facts.codes import Refusal
from desk.file.session import Session
import filelock

os.setgid(65534)
os.setuid(65534)
try:
    Session.open_file(Path(sys.argv[1]), read_only=True).close()
except Refusal as refusal:
    print(refusal.code)
else:
    print("read")
"""


@pytest.fixture
def evening_file(path: Path) -> Path:
    """The evening of the demonstration on the disk, open nowhere."""
    with Session.open_file(path, clock=night_clock) as session:
        session.record(FileBulletins(demonstration(session.election)))
    return path


@pytest.mark.parametrize("mirror", [False, True], ids=["from the disk", "from its mirror"])
@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_the_half_write_is_taken_back_and_the_night_is_read(
    evening_file: Path, open_night: OpenNight, read_only: bool, mirror: bool
) -> None:
    before = content_of(evening_file)
    cut_short(evening_file)
    session = open_night(read_only=read_only, mirror=mirror)
    assert len(session.bulletins("ibb", "Beyoğlu")) == 2
    session.close()
    assert listing(evening_file.parent) == {"night.secim"}
    assert content_of(evening_file) == before


@pytest.mark.parametrize("mirror", [False, True], ids=["from the disk", "from its mirror"])
def test_a_desk_that_reads_already_takes_it_back_at_its_next_look(
    evening_file: Path, open_night: OpenNight, mirror: bool
) -> None:
    reader = open_night(read_only=True, mirror=mirror)
    changed = reader.outside_changes()
    before = reader.bulletins("ibb", "Beyoğlu")
    journal = cut_short(evening_file)
    changed()
    assert not journal.exists()
    assert reader.bulletins("ibb", "Beyoğlu") == before
    with Session.open_file(evening_file, clock=night_clock) as writer:
        file_now(writer, AA, shares(chp="58.63"))
    assert changed()
    assert len(reader.bulletins("ibb", "Beyoğlu")) == 3


def test_reading_between_two_looks_takes_it_back_too(
    evening_file: Path, open_night: OpenNight
) -> None:
    reader = open_night(read_only=True, mirror=False)
    before = reader.bulletins("ibb", "Beyoğlu")
    cut_short(evening_file)
    assert reader.bulletins("ibb", "Beyoğlu") == before


def test_s904_another_desk_is_at_it(evening_file: Path) -> None:
    cut_short(evening_file)
    data = evening_file.read_bytes()
    lock = holding.take(evening_file)
    with refused(Code.S904):
        Session.open_file(evening_file, read_only=True)
    assert evening_file.read_bytes() == data
    holding.give_back(lock)
    Session.open_file(evening_file, read_only=True).close()


def test_the_other_desk_takes_it_back_while_this_one_waits(
    evening_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(evening_file)
    lock = holding.take(evening_file)

    def meanwhile(_: float) -> None:
        disk.connect(evening_file).close()

    monkeypatch.setattr(leftovers, "sleep", meanwhile)
    with Session.open_file(evening_file, read_only=True) as session:
        assert len(session.bulletins("ibb", "Beyoğlu")) == 2
    holding.give_back(lock)


def test_s916_where_nothing_can_be_written(evening_file: Path) -> None:
    cut_short(evening_file)
    names, data = listing(evening_file.parent), evening_file.read_bytes()
    # Root may write anywhere; where the lock should be, a folder stands in everybody's way.
    (evening_file.parent / ".night.secim.lock").mkdir()
    with refused(Code.S916) as refusal:
        Session.open_file(evening_file, read_only=True)
    assert refusal.value.values["file"] == str(evening_file)
    assert evening_file.read_bytes() == data
    assert listing(evening_file.parent) == {*names, ".night.secim.lock"}


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can be somebody else"
)
@pytest.mark.parametrize("folder", ["may be written", "may only be read"])
def test_s916_the_night_of_somebody_else(evening_file: Path, folder: str) -> None:
    journal = cut_short(evening_file)
    # Not among pytest's own folders: nobody else may enter those.
    with tempfile.TemporaryDirectory() as name:
        night = Path(shutil.copy(evening_file, Path(name) / "night.secim"))
        shutil.copy(journal, f"{night}-journal")
        Path(name).chmod(0o777 if folder == "may be written" else 0o755)
        night.chmod(0o644)
        run = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(night)],
            cwd=resource().parent,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (run.stdout.split(), run.stderr) == (["S916"], "")
        assert night.read_bytes() == evening_file.read_bytes()


def test_a_copy_made_in_the_middle_of_a_commit_is_the_night_before(
    evening_file: Path, tmp_path: Path
) -> None:
    before = content_of(evening_file)
    journal = cut_short(evening_file)
    copy = tmp_path / "copy.secim"
    shutil.copy(evening_file, copy)
    shutil.copy(journal, tmp_path / "copy.secim-journal")
    Session.open_file(copy, read_only=True).close()
    assert content_of(copy) == before


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_the_journal_of_another_file_is_not_put_into_a_night(
    evening_file: Path, tmp_path: Path, read_only: bool
) -> None:
    """As it happens to whoever copies a backup over a night that was cut short."""
    backup = tmp_path / "backup.secim"
    shutil.copy(evening_file, backup)
    with Session.open_file(evening_file, clock=night_clock) as session:
        for text in range(30):
            file_at(session, AA, f"20:{text + 10}", shares(chp=f"{text}.5"))
    journal = cut_short(evening_file)
    shutil.copy(backup, evening_file)
    left = journal.read_bytes()
    with refused(Code.S903) as refusal:
        Session.open_file(evening_file, read_only=read_only)
    assert refusal.value.values["where"] == "night.secim-journal"
    assert (evening_file.read_bytes(), journal.read_bytes()) == (backup.read_bytes(), left)
    assert listing(evening_file.parent) == {"night.secim", "night.secim-journal"}
    journal.unlink()
    Session.open_file(evening_file).close()


def test_the_log_of_another_file_is_not_put_into_a_night(
    evening_file: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(evening_file, tmp_path / "other.secim"))
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO setting VALUES ('win-from', '66')")
        shutil.copy(f"{other}-wal", f"{evening_file}-wal")
    before = evening_file.read_bytes()
    with refused(Code.S917):
        Session.open_file(evening_file)
    assert evening_file.read_bytes() == before
