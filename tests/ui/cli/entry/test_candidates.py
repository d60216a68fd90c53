"""Candidates from the command line: all or none, each refusal by its line, and the list back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts import catalog
from desk.facts.people import Person
from desk.file.session import Session
from desk.reading.files.csv import MOST_KEPT
from tests.desk.conftest import content_of
from ui.cli.main import main

HEAD = "contest,place,party,candidate\n"
MAYORS = "ilce-baskanligi"

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def invoke(*args: object, text: str = "") -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=text)

    return invoke


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new night."""
    path = tmp_path / "night.secim"
    Session.create(path, catalog.load("istanbul-2024")).close()
    return path


def people(night: Path) -> tuple[Person, ...]:
    with Session.open_file(night, read_only=True) as session:
        return session.people


def test_a_list_is_taken_and_printed_back(path: Path, run: Run) -> None:
    text = HEAD + f"{MAYORS},uskudar,chp,Sinem Dedetaş\nibb,,ak parti,Murat Kurum\n"
    done = run("candidates", path, "-", text=text)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"{path}: candidates listed: 2, taken out: 0, now: 2.\n"
    back = run("candidates", path)
    assert back.stdout == (
        HEAD + f"ibb,,ak_parti,Murat Kurum\n{MAYORS},Üsküdar,chp,Sinem Dedetaş\n"
    )
    again = run("candidates", path, "-", text=back.stdout)
    assert again.stdout == f"{path}: candidates listed: 0, taken out: 0, now: 2.\n"


def test_a_name_replaces_and_an_empty_one_takes_away(path: Path, run: Run) -> None:
    run("candidates", path, "-", text=HEAD + f"{MAYORS},Şile,chp,Ali Kaya\nibb,,chp,Can Kaya\n")
    new = HEAD + f"{MAYORS},Şile,chp,Veli Kaya\nibb,,chp,\n"
    done = run("candidates", path, "-", text=new)
    assert done.stdout.endswith("candidates listed: 1, taken out: 2, now: 1.\n")
    assert people(path) == (Person(MAYORS, "Şile", "chp", "Veli Kaya"),)


def test_one_bad_row_keeps_all_out(path: Path, tmp_path: Path, run: Run) -> None:
    before = content_of(path)
    file = tmp_path / "adaylar.csv"
    file.write_text(HEAD + f"{MAYORS},Şile,chp,Ali Kaya\n,Şile,akp,Can Kaya\n", encoding="utf-8")
    done = run("candidates", path, file)
    assert done.exit_code == 2
    assert done.stderr == (
        f"secim-masasi: {file}: line 3: The row does not say its contest, and the night has "
        "several. Fill the column contest. [E155]\n"
    )
    after = content_of(path)
    assert after["person"] == before["person"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plce,party,candidate\n", "line 1"),
        ("contest,place,party,candidate,colour\nibb,Şile,chp,Ali Kaya,red\n", "colour"),
    ],
)
def test_a_wrong_header_is_refused_in_one_line(path: Path, run: Run, text: str, told: str) -> None:
    done = run("candidates", path, "-", text=text)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "[E156]" in done.stderr and (told in done.stderr or told == "line 1")


def test_of_very_many_refused_rows_the_first_and_their_number(path: Path, run: Run) -> None:
    done = run("candidates", path, "-", text=HEAD + "ibb,Ankara,chp,Ali Kaya\n" * 5000)
    lines = done.stderr.splitlines()
    assert len(lines) == MOST_KEPT + 1
    assert f"{5000 - MOST_KEPT} more rows" in lines[-1]


def test_what_is_not_utf_8_is_refused(path: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "adaylar.csv"
    file.write_bytes((HEAD + "ibb,Şile,chp,Ali Kaya\n").encode("cp1254"))
    done = run("candidates", path, file)
    assert done.exit_code == 2 and "UTF-8" in done.stderr
