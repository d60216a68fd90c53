"""`secim-masasi read`: what was read, as table and JSON, with and without a file, and filed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts import catalog
from desk.facts.bulletin import BulletinState
from desk.file.session import Session
from tests.desk.reading.test_codes import TEXTS
from ui.cli.main import main

TEXT = """19:25 Kritik ilçelerde son durum

BEYOĞLU:

ANKA - CHP: Yüzde 61.23 AKP: Yüzde 35.53, YRP: Yüzde:2

AA - CHP - Yüzde 55.05 , AKP: Yüzde 39.23, Diğer: Yüzde 2.41
"""


@pytest.fixture
def night(tmp_path: Path) -> Path:
    path = tmp_path / "gece.secim"
    Session.create(path, catalog.load("istanbul-2024")).close()
    return path


def run(*args: str, text: str = "") -> Result:
    return CliRunner().invoke(main, list(args), input=text)


def test_json_without_a_file_guesses_nothing() -> None:
    result = run("read", "--json", "7,74 puanla İmamoğlu önde.")
    assert result.exit_code == 0
    (record,) = json.loads(result.stdout)["records"]
    assert record["lead_points"] == "7.74"
    assert record["leader"] == "İmamoğlu"
    assert record["agency"] is record["place"] is record["time"] is None


def test_json_has_the_shape_scripts_rely_on() -> None:
    answer = json.loads(run("read", "--json", text=TEXT).stdout)
    assert set(answer) >= {"records", "ignored"}
    anka, aa = answer["records"]
    assert set(anka) >= {
        "agency", "place", "contest", "time", "opened_pct", "opened_boxes", "total_boxes",
        "turnout_pct", "lead_points", "lead_votes", "leader", "results", "questions",
    }  # fmt: skip
    assert (anka["agency"], anka["place"], anka["time"]) == ("ANKA", "Beyoğlu", "19:25")
    assert [(one["party"], one["pct"]) for one in anka["results"]] == [
        ("chp", "61.23"),
        ("ak_parti", "35.53"),
        ("yeniden_refah", "2"),
    ]
    assert [one["party"] for one in aa["results"]] == ["chp", "ak_parti", "diger"]
    for one in anka["results"]:
        start, end = one["source"]
        assert one["pct"] in TEXT[start:end]


def test_a_table_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    result = run("read", text=TEXT)
    assert "ANKA   Beyoğlu  19.25  CHP    61,23" in result.stdout


def test_saved_with_its_text(night: Path) -> None:
    result = run("read", "--file", str(night), "--save", "--contest", "ibb", text=TEXT)
    assert result.exit_code == 0, result.stderr
    with Session.open_file(night, read_only=True) as session:
        filed = session.bulletins("ibb", "Beyoğlu")
        assert [bulletin.source.agency for bulletin in filed] == ["ANKA", "AA"]
        raw = session.raw_text(filed[0].id)
        assert raw is not None
        assert raw.content == TEXT


def test_reading_for_a_file_files_nothing(night: Path) -> None:
    before = night.read_bytes()
    assert run("read", "--file", str(night), text=TEXT).exit_code == 0
    assert night.read_bytes() == before


def test_an_open_question_files_nothing_at_all(night: Path) -> None:
    asked = TEXT + "\nÜSKÜDAR\nAA: Ekrem Başkan yüzde 51,1, AKP yüzde 39,3\n"
    result = run("read", "--file", str(night), "--save", text=asked)
    assert result.exit_code == 1
    assert "[Q301]" in result.stderr
    with Session.open_file(night, read_only=True) as session:
        assert session.bulletins("ibb", "Beyoğlu") == ()


def test_what_nobody_said_is_not_made_up(night: Path) -> None:
    text = "CHP yüzde 55, AKP yüzde 40"
    assert run("read", "--file", str(night), "--save", text=text).exit_code == 1
    options = ("--agency", "AA", "--place", "uskudar", "--contest", "ibb")
    assert run("read", "--file", str(night), "--save", *options, text=text).exit_code == 0
    with Session.open_file(night, read_only=True) as session:
        assert [one.source.agency for one in session.bulletins("ibb", "Üsküdar")] == ["AA"]


def test_a_contest_nobody_says_is_refused_in_one_sentence(night: Path) -> None:
    result = run("read", "--file", str(night), "--save", text=TEXT)
    assert result.exit_code == 1
    (line,) = result.stderr.strip().splitlines()
    assert "--contest" in line and "[Q316]" in line
    with Session.open_file(night, read_only=True) as session:
        assert session.bulletins("ibb", "Beyoğlu") == ()


def test_json_names_the_answers_to_a_question(night: Path) -> None:
    answer = json.loads(run("read", "--json", "--file", str(night), text=TEXT).stdout)
    for record in answer["records"]:
        assert record["contest"] is None
        (question,) = record["questions"]
        assert (question["code"], question["answers"][0]) == ("Q316", "ibb")


@pytest.mark.parametrize("code", sorted(code for code in TEXTS if code.startswith("Q")))
def test_json_lists_the_answers_of_every_kind_of_question(night: Path, code: str) -> None:
    answer = json.loads(run("read", "--json", "--file", str(night), TEXTS[code]).stdout)
    questions = [one for record in answer["records"] for one in record["questions"]]
    (asked, *_) = [one for one in questions if one["code"] == code]
    assert asked["answers"][-1] == "none"
    start, end = asked["source"]
    assert TEXTS[code][start:end] == asked["text"]


def test_json_names_what_a_number_may_be(night: Path) -> None:
    answer = json.loads(run("read", "--json", "--file", str(night), "İBB AA: CHP: 35").stdout)
    (record,) = answer["records"]
    (question,) = record["questions"]
    likely = ["share chp 35", "votes chp 35", "share 35", "votes 35", "none"]
    assert question["answers"] == likely


def test_a_correction_replaces_the_standing_bulletin(
    night: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    save = ("read", "--file", str(night), "--save")
    first = "İBB BEYOĞLU\nANKA 19.25: CHP yüzde 47,1; AKP yüzde 40,2"
    assert run(*save, first).exit_code == 0
    again = ("İBB BEYOĞLU\nANKA: CHP yüzde 47,1 değil 48,1",)
    result = run(*save, *again)
    assert result.exit_code == 0, result.stderr
    assert "düzeltilen bülten: 1" in result.stdout
    with Session.open_file(night, read_only=True) as session:
        wrong, right = session.bulletins("ibb", "Beyoğlu")
        assert (wrong.state, right.replaces) == (BulletinState.REPLACED, wrong.id)
        assert {row.contender: str(value) for row, value in right.figures.items()} == {
            "chp": "48.1",
            "ak_parti": "40.2",
        }
        assert right.reason == "ANKA düzeltti: CHP 47,1 değil 48,1"
        assert right.as_of == wrong.as_of
    # Said twice it is one correction.
    assert "yazılan rakam: 0" in run(*save, *again).stdout


def test_save_needs_a_file() -> None:
    result = run("read", "--save", text=TEXT)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1


def test_nothing_to_read() -> None:
    result = run("read", "--json", text="")
    assert json.loads(result.stdout) == {"records": [], "ignored": []}
