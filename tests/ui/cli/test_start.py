"""The window opens at once where that is all that was asked; everything else is the commands'."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.imports import ROOT
from ui.cli import start

STARTED = """
import sys
from ui.window import app
def run(file, demo):
    late = {"click", "ui.texts.sentences", "desk.facts.finding", "ui.widgets.tables", "sqlite3"}
    print(file, demo, *late & set(sys.modules))
    raise RuntimeError("nothing is to be seen") if demo else SystemExit(7)
app.run = run
from ui.cli.start import main
main()
"""


def started(*arguments: object) -> tuple[int, str, str]:
    """The program as a process whose window only says what it was asked for, and ends with 7."""
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.strip(), done.stderr.strip()


def test_a_file_opens_the_window_and_loads_nothing_its_first_paint_does_not_show(
    tmp_path: Path,
) -> None:
    night = tmp_path / "gece.secim"
    night.touch()
    assert started(night) == (7, f"{night} False", "")


def test_a_fault_before_the_window_is_told_as_of_any_command() -> None:
    status, said, told = started("--demo")
    assert (status, said) == (70, "None True")
    assert told.startswith("secim-masasi: ") and len(told.splitlines()) == 1


def test_what_is_not_plain_is_the_commands() -> None:
    assert started("yok.secim")[::2] == (2, started("open", "yok.secim")[2])


@pytest.mark.parametrize(
    "arguments", [["--demo", "--print"], ["new"], ["-h"], ["yok.secim"], ["--demo", "x.secim"]]
)
def test_only_three_ways_are_plain(arguments: list[str]) -> None:
    assert start._asked(arguments) is None
    assert start._asked([]) == (None, False)
    assert start._asked(["--demo"]) == (None, True)
