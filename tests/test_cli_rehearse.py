"""`secim-masasi rehearse` from outside: what it makes, what it says, what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk import rehearsal
from desk.session import Session
from ui.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process, in English unless told otherwise."""

    def invoke(*args: object, language: str = "en") -> Result:
        monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8" if language == "tr" else "en_GB.UTF-8")
        return CliRunner().invoke(main, [str(arg) for arg in args])

    return invoke


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "prova.secim"


def test_a_rehearsal_is_made(run: Run, file: Path) -> None:
    made = run("rehearse", file, "--seed", 7, "--slips", 2, "--until", "18.55")
    assert made.exit_code == 0, made.output
    assert made.stdout == f"{file}: REHEARSAL of seed 7; last bulletin 18.55; slips put in: 2.\n"
    with Session.open_file(file, read_only=True) as session:
        assert rehearsal.is_rehearsal(session)
        assert session.settings[rehearsal.SEED] == "7"
        assert len(rehearsal.missed(session)) == 2


def test_it_is_said_in_turkish(run: Run, file: Path) -> None:
    made = run("rehearse", file, "--until", "1855", language="tr")
    assert made.stdout == f"{file}: PROVA, tohum 1; son bülten 18.55; içine konan hata: 0.\n"


def test_too_early_for_any_bulletin(run: Run, file: Path) -> None:
    made = run("rehearse", file, "--until", "17.30")
    assert made.exit_code == 0
    assert made.stdout == f"{file}: REHEARSAL of seed 1; no bulletin has come in by then.\n"
    assert "o saate kadar" in run("rehearse", f"{file}2", "--until", "17.30", language="tr").stdout


def test_a_whole_night(run: Run, file: Path) -> None:
    assert run("rehearse", file).exit_code == 0
    shown = run("compare", file, "--format", "csv")
    assert shown.exit_code == 0
    assert len({line.split(",")[1] for line in shown.stdout.splitlines()[1:]}) == 40


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--until", "25.10"), "E108"),
        (("--seed", "-1"), "--seed"),
        (("--slips", "many"), "--slips"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, file: Path, args: tuple[str, ...], told: str
) -> None:
    result = run("rehearse", file, *args)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert told in line
    assert not file.exists()


def test_a_file_that_is_there_stays(run: Run, file: Path) -> None:
    file.write_bytes(b"mine")
    assert "S908" in run("rehearse", file).stderr
    assert file.read_bytes() == b"mine"
