"""`secim-masasi compare --format wide`: for charting services, and for looking up in."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.rehearsal import demo
from ui.cli.main import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    path = tmp_path / "evening.secim"
    demo.make(path).close()
    return path


def wide(*arguments: str | Path) -> list[dict[str, str]]:
    result = run("compare", *arguments, "--format", "wide")
    assert (result.exit_code, result.stderr) == (0, "")
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "tr_TR.UTF-8"])
def test_a_row_a_place_in_the_same_words_in_every_language(
    evening: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    lines = run("compare", evening, "--format", "wide").stdout.splitlines()
    assert lines[0].startswith("Yer,CHP AA,CHP ANKA,AKP AA,AKP ANKA,")
    assert lines[0].endswith(",Açılan AA,Açılan ANKA,Saat AA,Saat ANKA")
    assert lines[1].startswith("İstanbul,,58.79,,37.65,")
    assert lines[2].startswith("Beyoğlu,55.05,61.23,39.23,35.53,,2,")


def test_it_says_what_the_json_says(evening: Path) -> None:
    rows = json.loads(run("compare", evening, "--contest", "ibb", "--format", "json").stdout)[
        "rows"
    ]
    table = {row["Yer"]: row for row in wide(evening)}
    told = {(row["place"], row["contender"]): row for row in rows}
    assert table.keys() == {place for place, _ in told}
    for place, row in table.items():
        found = told[place, "chp"]
        assert (row["CHP AA"], row["CHP ANKA"]) == (found["share_a"] or "", found["share_b"] or "")
        assert row["Açılan ANKA"] == (found["opened_b"] or "")
        assert row["Saat AA"] == (found["as_of_a"] or "")[11:]


def test_the_contest_and_the_agencies_can_be_named(evening: Path) -> None:
    assert wide(evening, "--contest", "ilce-meclisi") == []
    heads = list(wide(evening, "--contest", "ibb", "--agencies", "ANKA,AA")[0])
    assert heads[:3] == ["Yer", "CHP ANKA", "CHP AA"]
    assert run("compare", evening, "--contest", "x", "--format", "wide").exit_code == 2
    assert run("compare", evening, "--agencies", "AA", "--format", "wide").exit_code == 2


@pytest.mark.usefixtures("drawn_once")
def test_a_rehearsal_says_so_behind_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "prova.secim"
    assert run("rehearse", path, "--seed", "1", "--until", "20.00").exit_code == 0
    rows = wide(path)
    assert rows and next(iter(rows[0])) == "Yer"
    assert {row["PROVA"] for row in rows} == {"PROVA"}
