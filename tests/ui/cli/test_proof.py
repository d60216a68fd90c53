"""`verify` and `restore`, what reading commands say of a night that is not whole, and status 70."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.file import disk
from desk.file.session import Session
from desk.rehearsal import demo
from tests.desk.conftest import listing
from tests.faults.files import by_hand
from ui.cli.main import main
from ui.night.preferences import Preferences
from ui.texts import faults


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def night(tmp_path: Path) -> Path:
    """The demonstration evening, alone in its folder."""
    path = tmp_path / "stick" / "night.secim"
    path.parent.mkdir()
    demo.make(path).close()
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def change(night: Path) -> None:
    with closing(sqlite3.connect(night, isolation_level=None)) as raw:
        by_hand(raw, "figure_never_update", "UPDATE figure SET value = '7.77' WHERE bulletin = 3")


def test_a_whole_night_is_verified(night: Path) -> None:
    told = run("verify", night)
    with Session.open_file(night, read_only=True) as session:
        bulletins, seal = sum(1 for _ in every_bulletin(session)), session.seal()
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout == f"{night}: {bulletins} bulletins, 0 posts: whole. {seal}\n"


def every_bulletin(session: Session) -> list[object]:
    election = session.election
    return [
        bulletin
        for contest in election.contests
        for place in election.places
        for bulletin in session.bulletins(contest.id, place.name)
    ]


def test_the_first_that_is_not_whole_is_named_with_status_1(night: Path) -> None:
    change(night)
    told = run("verify", night)
    assert told.exit_code == 1
    assert told.stdout.endswith("the first that is no longer as it was filed is bulletin 3.\n")


def test_reading_says_it_and_goes_on_and_writing_refuses(night: Path) -> None:
    change(night)
    before = night.read_bytes()
    told = run("compare", night)
    assert told.exit_code == 0
    assert "7,77" in told.stdout
    assert "bulletin 3" in told.stderr and "[S917]" in told.stderr
    told = run("set", night, "win-from", "91")
    assert told.exit_code == 2
    assert told.stderr.count("\n") == 1 and "[S917]" in told.stderr
    assert night.read_bytes() == before


OUT: tuple[tuple[object, ...], ...] = (
    ("export", "-o", "x.xlsx"),
    ("liveblog", "-o", "yayin"),
    ("post", "lead"),
    ("post", "lead", "--format", "whatsapp", "-o", "x.txt"),
    ("compare", "--format", "wide"),
    ("chart", "comparison", "-o", "x.png"),
    ("sheet", "--place", "Beyoğlu", "-o", "x.pdf"),
)
"""Commands by which figures leave the desk."""


@pytest.mark.parametrize("command", OUT, ids=lambda one: one[0])
def test_nothing_goes_out_of_a_night_that_was_changed(
    night: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    change(night)
    name, *rest = command
    told = run(name, night, *rest)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1 and "[S917]" in told.stderr
    assert listing(tmp_path) == {"stick"}


def test_what_no_desk_writes_is_named_with_its_place(night: Path) -> None:
    with closing(sqlite3.connect(night, isolation_level=None)) as raw:
        by_hand(
            raw,
            "bulletin_never_update",
            "UPDATE bulletin SET as_of = '2024-13-31T19:25' WHERE id = 5",
        )
    for command in (("compare", night), ("verify", night), ("set", night, "win-from", "91")):
        told = run(*command)
        assert told.exit_code == 2
        assert "(bulletin 5)" in told.stderr and "[S903]" in told.stderr


def test_a_fault_of_the_program_is_none_of_the_others(
    night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of our own")

    monkeypatch.setattr(disk, "connect", fail)
    told = run("compare", night)
    assert told.exit_code == faults.FAULT == 70
    assert told.stdout == ""
    (line,) = told.stderr.splitlines()
    report = Path(line.rpartition(": ")[2])
    assert "ZeroDivisionError: of our own" in report.read_text(encoding="utf-8")
    report.unlink()


def test_a_report_that_cannot_be_written_is_told_itself(
    night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(faults, "NamedTemporaryFile", fail)
    monkeypatch.setattr(disk, "connect", lambda *_, **__: 1 / 0)
    told = run("compare", night)
    assert told.exit_code == 70
    assert "ZeroDivisionError" in told.stderr


def test_backups_are_listed_and_one_is_put_back(night: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    Preferences().set_backup_folder(folder)
    assert run("restore", night).exit_code == 2
    run("backup", night, folder)
    run("set", night, "win-from", "91")
    run("backup", night, night.parent)
    told = run("restore", night)
    assert told.exit_code == 0
    first, second, how = told.stdout.splitlines()
    assert first.startswith("  1  ") and str(night.parent) in first
    assert second.startswith("  2  ") and str(folder) in second and "; the last: " in second
    assert how.endswith(f"secim-masasi restore {night} NUMBER")
    told = run("restore", night, 2)
    assert told.exit_code == 0
    assert "What was there is now" in told.stdout
    assert run("set", night, "win-from").stdout == "90\n"
    assert len(listing(night.parent)) == 3
    assert run("restore", night, 9).exit_code == 2


def test_two_backups_in_a_second_have_two_names(night: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    told = [run("backup", night, folder) for _ in range(5)]
    assert [one.exit_code for one in told] == [0] * 5
    assert len(listing(folder)) == 5
