"""`secim-masasi check` and `set`: findings as JSON and lines, thresholds shown and written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts import catalog
from desk.facts.edits import Accept
from desk.file.session import Session
from desk.rules.checks import Checks
from ui.cli.main import main

FIGURES = catalog.resource("demo", "istanbul-2024.csv")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def night(tmp_path: Path) -> Path:
    path = tmp_path / "night.secim"
    assert run("new", path, "--election", "istanbul-2024").exit_code == 0
    assert run("record", path, FIGURES).exit_code == 0
    return path


def test_check_as_json(night: Path) -> None:
    result = run("check", night, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["findings"]
    keys = {"code", "severity", "agency", "contest", "place", "as_of", "items", "values"}
    assert all(keys | {"accepted"} <= finding.keys() for finding in found)
    first = found[0]
    assert (first["code"], first["severity"], first["place"]) == ("F201", "error", "Küçükçekmece")
    assert (first["agency"], first["as_of"]) == ("ANKA", "2024-03-31T19:25")
    assert first["values"]["total"] == "101.33"
    assert {finding["severity"] for finding in found[1:]} == {"warning"}


def test_an_accepted_error_stops_nothing_and_stays_visible(night: Path) -> None:
    with Session.open_file(night) as session:
        (error,) = [one for one in Checks(session).all() if one.severity == "error"]
        session.record(Accept(error.remembered, "so stand es da"))
    result = run("check", night, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["findings"][0]["accepted"] == "so stand es da"


def test_check_in_lines(night: Path) -> None:
    lines = run("check", night).stdout.splitlines()
    assert lines[0].endswith("[F201]")
    assert any(line.endswith("[D404]") for line in lines)


def test_set_shows_and_writes(night: Path) -> None:
    assert run("set", night, "check.d401.unknown").stdout == "5\n"
    assert run("set", night, "check.d401.unknown", "9,5").exit_code == 0
    assert run("set", night, "check.d401.unknown").stdout == "9.5\n"
    assert "check.d401.unknown 9.5\n" in run("set", night).stdout
    assert "D401" not in run("check", night).stdout


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [("nothing", "1", "E151"), ("check.d401.end", "x", "E152"), ("ban-lifted", "19", "E152")],
)
def test_set_refuses(night: Path, name: str, value: str, code: str) -> None:
    result = run("set", night, name, value)
    assert result.exit_code == 2
    assert code in result.stderr
