"""Elections are offered because their file is there; a file that is none is refused."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from desk.facts import catalog
from desk.facts.codes import Code
from desk.file.session import Session
from tests.desk.conftest import night_clock, refused

ANKARA: dict[str, Any] = {
    "format": 1,
    "id": "ankara-2029",
    "name": {"tr": "Ankara yerel seçimi", "en": "Ankara local election"},
    "date": "2029-03-25",
    "zone": "Europe/Istanbul",
    "polls_close": "17:00",
    "agencies": [{"code": "AA", "name": "Anadolu Ajansı"}, {"code": "DHA", "name": "Demirören"}],
    "parties": [
        {"code": "a", "short": "A", "name": "A Partisi"},
        {"code": "b", "short": "B", "name": "B Partisi"},
    ],
    "contests": [
        {
            "id": "abb",
            "name": {"tr": "ABB Başkanlığı", "en": "Metropolitan mayor"},
            "title": "ABB başkanlığı",
            "contenders": [
                {"code": "a", "party": "a", "candidate": "Ada Işık"},
                {"code": "b", "party": "b"},
            ],
            "shown": ["a", "b", "diger"],
        }
    ],
    "places": [
        {"name": "Çankaya", "kind": "district", "boxes": 2500},
        {"name": "Ankara", "kind": "province"},
    ],
}


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_desk_brings_istanbul() -> None:
    assert list(catalog.elections()) == ["istanbul-2024"]
    assert catalog.load("istanbul-2024").id == "istanbul-2024"


def test_a_second_election_works_by_being_there(tmp_path: Path) -> None:
    write(tmp_path, "ankara-2029.json", json.dumps(ANKARA))
    write(tmp_path, "bolu-2029.json", json.dumps({**ANKARA, "id": "bolu-2029"}))
    assert list(catalog.elections(tmp_path)) == ["ankara-2029", "bolu-2029"]

    election = catalog.load("ankara-2029", tmp_path)
    night = tmp_path / "ankara.secim"
    with Session.create(night, election, night_clock) as session:
        assert session.election == election
    with Session.open_file(night, clock=night_clock) as session:
        assert session.election == election
        assert session.names.place("cankaya") == "Çankaya"
        assert session.names.contender("abb", "ışık") == "a"


def test_an_election_file_can_lie_anywhere(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.json", json.dumps(ANKARA))
    assert catalog.load(path).id == "ankara-2029"


def test_s911_no_such_election(tmp_path: Path) -> None:
    with refused(Code.S911) as refusal:
        catalog.load("atlantis")
    assert refusal.value.values == {"election": "atlantis", "known": "istanbul-2024"}
    with refused(Code.S911):
        catalog.load(tmp_path / "missing.json")
    with refused(Code.S911):
        catalog.load(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"istanbul"',
        "{}",
        '{"format": 1}',
        json.dumps({**ANKARA, "format": 3}),
        json.dumps({**ANKARA, "name": 7}),
        json.dumps({**ANKARA, "date": 20290325}),
        json.dumps({**ANKARA, "polls_close": "at five"}),
        json.dumps({**ANKARA, "contests": ANKARA["contests"][0]}),
        json.dumps({**ANKARA, "places": None}),
    ],
)
def test_s912_not_an_election(tmp_path: Path, text: str) -> None:
    with refused(Code.S912) as refusal:
        catalog.load(write(tmp_path, "election.json", text))
    assert refusal.value.values["file"] == "election.json"
    assert refusal.value.values["reason"]


def test_s912_not_even_text(tmp_path: Path) -> None:
    path = tmp_path / "election.json"
    path.write_bytes(b"\xff\xfe\x00")
    with refused(Code.S912):
        catalog.load(path)


def test_her_own_things_lie_beside_a_program_that_was_unpacked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = catalog.own("desk.ini")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "secim-masasi"))
    beside = tmp_path / catalog.PORTABLE
    beside.mkdir()
    assert catalog.own("desk.ini") == home, "run from its sources it leaves the folder alone"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert catalog.own("desk.ini") == beside / "desk.ini"
    beside.rmdir()
    assert catalog.own("desk.ini") == home, "without the folder it is a program like any other"
