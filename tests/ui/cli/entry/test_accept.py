"""`secim-masasi accept`: a finding is let stand with a reason, as `Space` does in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytestqt.qtbot import QtBot

from desk.facts.bulletin import Source
from desk.file.session import Session
from desk.rehearsal import demo
from tests.desk.conftest import content_of, file_at, shares
from tests.ui.hands import Hands
from ui.cli.main import main
from ui.window.main_window import MainWindow

WHERE = ("--agency", "ANKA", "--place", "Küçükçekmece")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def night(tmp_path: Path) -> Path:
    """The demonstration evening; ANKA's shares of Küçükçekmece add to 101,33."""
    path = tmp_path / "night.secim"
    demo.make(path).close()
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def accept(night: Path, code: str, *more: str, reason: str = "as printed by ANKA") -> Result:
    return run("accept", night, code, *(more or WHERE), "--reason", reason)


def found(night: Path) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(run("check", night, "--format", "json").stdout)[
        "findings"
    ]
    return listed


def refused(result: Result, *parts: str) -> None:
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    for part in parts:
        assert part in result.stderr


def test_a_finding_is_let_stand_and_stays_visible(night: Path) -> None:
    assert run("check", night).exit_code == 1
    done = accept(night, "f201")
    assert (done.exit_code, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    assert "accepted: ANKA, Küçükçekmece" in line and "[F201]" in line
    assert run("check", night).exit_code == 0
    told = {one["code"]: one["accepted"] for one in found(night) if one["accepted"]}
    assert told == {"F201": "as printed by ANKA"}


@pytest.mark.parametrize("agency", ["AA", "ANKA"])
def test_a_finding_between_two_is_about_either(night: Path, agency: str) -> None:
    assert accept(night, "D401", "--agency", agency, "--place", "Üsküdar").exit_code == 0
    accepted = [(one["code"], one["place"]) for one in found(night) if one["accepted"]]
    assert accepted == [("D401", "Üsküdar")]


def test_the_window_reads_it_back(night: Path, window: MainWindow, qtbot: QtBot) -> None:
    assert accept(night, "F201").exit_code == 0
    assert window.open_path(night)
    hands = Hands(qtbot, window)
    hands.night.go_to("Küçükçekmece")
    qtbot.waitUntil(lambda: any(one.code == "F201" for one in hands.night.findings.told))
    (told,) = [one for one in hands.night.findings.told if one.code == "F201"]
    assert told.accepted == "as printed by ANKA"


def test_all_of_a_code_are_let_stand_and_no_others(night: Path) -> None:
    with Session.open_file(night) as session:
        source = Source("AA", "ibb", "Şile")
        for clock, share in (("19:40", "60"), ("19:50", "70")):
            file_at(session, source, clock, shares(chp=share, ak_parti="55"))
    there = ("--agency", "AA", "--place", "Şile")
    assert len(accept(night, "F201", *there).stdout.splitlines()) == 2
    accepted = [(one["code"], one["place"]) for one in found(night) if one["accepted"]]
    assert accepted == [("F201", "Şile")] * 2


def test_the_contest_narrows_it(night: Path) -> None:
    with Session.open_file(night) as session:
        for contest in ("ibb", "ilce-baskanligi"):
            source = Source("AA", contest, "Şile")
            file_at(session, source, "19:40", shares(chp="60", ak_parti="55"))
    there = ("--agency", "AA", "--place", "Şile", "--contest", "ilce-baskanligi")
    assert accept(night, "F201", *there).exit_code == 0
    accepted = [one["contest"] for one in found(night) if one["accepted"]]
    assert accepted == ["ilce-baskanligi"]
    refused(accept(night, "F201", *there), "already")
    assert accept(night, "F201", *there[:4]).exit_code == 0
    assert sorted(str(one["contest"]) for one in found(night) if one["accepted"]) == [
        "ibb",
        "ilce-baskanligi",
    ]


def test_what_is_not_open_is_refused_and_nothing_is_written(night: Path) -> None:
    before = content_of(night)["acceptance"]
    refused(accept(night, "F999"), "no open finding F999; open there: ", "F201")
    refused(accept(night, "F201", "--agency", "AA", "--place", "Şile"), "nothing", "is open")
    refused(accept(night, "F201", reason=" "), "[E135]")
    refused(run("accept", night, "F201", *WHERE), "--reason")
    refused(accept(night, "F201", "--agency", "XX", "--place", "Şile"), "[E122]")
    assert content_of(night)["acceptance"] == before


def test_what_is_accepted_already_is_refused_with_its_reason(night: Path) -> None:
    assert accept(night, "F201").exit_code == 0
    refused(accept(night, "F201", reason="again"), "already (“as printed by ANKA”).")
    assert len(content_of(night)["acceptance"]) == 1


def test_a_correction_opens_it_again(night: Path) -> None:
    assert accept(night, "F201").exit_code == 0
    figures = (
        "as_of,agency,contest,place,item,contender,value\n"
        "2024-03-31T19:25,ANKA,ibb,Küçükçekmece,share,CHP,64.89\n"
    )
    corrected = CliRunner().invoke(
        main, ["correct", str(night), "-", "--reason", "typed"], input=figures
    )
    assert corrected.exit_code == 0
    assert [one["accepted"] for one in found(night) if one["code"] == "F201"] == [None]
    assert accept(night, "F201").exit_code == 0
