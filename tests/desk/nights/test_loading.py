"""Election files with their people: written, read back the same, judged with places in the file."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.facts import catalog
from desk.facts.codes import Code, Refusal
from desk.nights import loading, making
from desk.nights.answers import NightAnswers, NightKind, StandingRow


@pytest.fixture
def data() -> dict[str, Any]:
    rows = (StandingRow("bb", "d128", "chp", "Ali Kaya"), StandingRow("bb", "", "ak_parti"))
    answers = NightAnswers(NightKind.LOCAL, date(2029, 3, 25), ("p17",), standing=rows)
    return making.to_file(answers)


def test_what_is_written_is_read_back(tmp_path: Path, data: dict[str, Any]) -> None:
    loaded = loading.of(data)
    path = tmp_path / "E.json"
    loading.write(path, loaded)
    assert loading.load(path) == loaded
    assert [one.name for one in loaded.people] == ["Ali Kaya"]


@pytest.mark.parametrize(
    ("change", "where", "code"),
    [
        ({"place": "d1"}, "people[0].place", Code.S921),
        ({"contest": "cb"}, "people[0].contest", Code.S921),
        ({"party": "dem_parti"}, "people[0]", Code.E123),
        ({"name": "2"}, "people[0]", Code.E154),
        ({"name": None}, "people[0].name", Code.S920),
        ({"name": 3}, "people[0].name", Code.S920),
    ],
)
def test_who_does_not_fit_is_named_with_the_place_in_the_file(
    data: dict[str, Any], change: dict[str, Any], where: str, code: Code
) -> None:
    data["people"][0] |= change
    (fault,) = loading.faults(data)
    assert (fault.values["where"], fault.code) == (where, code)
    with pytest.raises(Refusal):
        loading.of(data)


def test_every_fault_of_the_people_is_told(data: dict[str, Any]) -> None:
    data["people"] = [{"contest": "bb"}, data["people"][0], data["people"][0], "x"]
    told = [(fault.values["where"], fault.code) for fault in loading.faults(data)]
    assert told == [
        ("people[0].party", Code.S920),
        ("people[2]", Code.E153),
        ("people[3]", Code.S920),
    ]
    data["people"] = "x"
    assert [fault.values["where"] for fault in loading.faults(data)] == ["people"]


def test_elections_of_her_own_are_found_by_their_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: dict[str, Any]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert list(loading.known()) == ["istanbul-2024"]
    folder = loading.own_folder()
    folder.mkdir(parents=True)
    (folder / "benim.json").write_text(loading.text_of(data), encoding="utf-8")
    (folder / "istanbul-2024.json").write_text("{}", encoding="utf-8")
    assert list(loading.known()) == ["istanbul-2024", "benim"]
    assert loading.load("benim") == loading.of(data)
    assert len(loading.load("istanbul-2024").election.places) == 40
    with pytest.raises(Refusal) as refused:
        loading.load("nowhere")
    assert refused.value.code is Code.S911


def test_a_text_has_a_thing_a_line(data: dict[str, Any]) -> None:
    text = loading.text_of(data)
    assert json.loads(text) == data
    lines = text.splitlines()
    assert len([line for line in lines if '"kind": "district"' in line]) == 12


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[", b"[" * 100_000, b"", b"3"])
def test_what_is_no_election_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        loading.load(path)
    assert refused.value.code is Code.S912
    with pytest.raises(Refusal):
        loading.load(tmp_path / "nothing.json")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and no endless files there")
def test_what_has_no_end_is_no_election(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for load in (loading.load, catalog.load):
        with pytest.raises(Refusal) as caught:
            load(Path("/dev/zero"))
        assert caught.value.code is Code.S912
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    loading.own_folder().mkdir(parents=True)
    os.mkfifo(loading.own_folder() / "pipe.json")
    assert "pipe" not in loading.known()
