"""`secim-masasi chart` from outside: the file it writes, what it says, what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk import charts
from desk.rehearsal import demo
from ui.cli.main import main
from ui.cli.options import PICTURES

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process, in English."""

    def invoke(*args: object) -> Result:
        monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
        return CliRunner().invoke(main, [str(arg) for arg in args])

    return invoke


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("night") / "night.secim"
    demo.make(path).close()
    return path


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.pdf", b"%PDF")]
)
def test_a_chart_is_written_and_told(
    run: Run, night: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    made = run("chart", night, "lead", "--place", "uskudar", "-o", tmp_path / name)
    assert made.exit_code == 0, made.output
    said = made.stdout.splitlines()
    assert said[0] == f"{tmp_path / name}: written."
    assert said[1].startswith("İBB Başkanlığı, Üsküdar: önde olanın farkı.")
    content = (tmp_path / name).read_bytes()
    assert content.startswith(start)
    assert run("chart", night, "lead", "--place", "ÜSKÜDAR", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes() == content


def test_agencies_stand_in_the_order_asked_for(run: Run, night: Path, tmp_path: Path) -> None:
    args = ("chart", night, "comparison", "--agencies", "anka,aa", "--contest", "ibb")
    made = run(*args, "--size", "square", "-o", tmp_path / "a.png")
    assert made.exit_code == 0, made.output
    assert "ilçe ilçe ANKA ve AA" in made.stdout


@pytest.mark.parametrize(("mode", "said"), [("first", "AA'ya göre"), ("age", "yaşı")])
def test_the_map_has_every_mode_of_the_window(
    run: Run, night: Path, tmp_path: Path, mode: str, said: str
) -> None:
    made = run("chart", night, "map", "--mode", mode, "-o", tmp_path / "a.png")
    assert made.exit_code == 0, made.output
    assert said in made.stdout


def test_a_part_beyond_the_last_is_the_last(run: Run, night: Path, tmp_path: Path) -> None:
    first, beyond = tmp_path / "1.png", tmp_path / "9.png"
    assert run("chart", night, "gap", "-o", first).exit_code == 0
    assert run("chart", night, "gap", "--part", "9", "-o", beyond).exit_code == 0
    assert first.read_bytes() == beyond.read_bytes()


@pytest.mark.parametrize(
    "args",
    [
        ("pie", "-o", "a.png"),
        ("gap", "-o", "a.gif"),
        ("gap",),
        ("gap", "--place", "Ankara", "-o", "a.png"),
        ("gap", "--agencies", "AA", "-o", "a.png"),
        ("map", "--mode", "weather", "-o", "a.png"),
        ("gap", "--part", "0", "-o", "a.png"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    run: Run, night: Path, args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = run("chart", night, *args)
    assert refused.exit_code == 2
    assert len(refused.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_knows_what_the_desk_draws(run: Run, night: Path) -> None:
    kind = run("chart", night, "weather", "-o", "a.png").stderr
    assert kind.endswith(f": {', '.join(charts.KINDS)}.\n")
    mode = run("chart", night, "map", "--mode", "weather", "-o", "a.png").stderr
    assert mode.endswith(f": {', '.join(charts.MODES)}.\n")
    assert PICTURES == charts.FORMATS


@pytest.mark.parametrize(
    ("place", "contest", "title"),
    [
        ("Ankara", "", "Büyükşehir belediye başkanlığı, Ankara"),
        ("Çankaya", "", "Büyükşehir belediye başkanlığı, Çankaya"),
        ("Kepez", "", "Belediye meclisi, Kepez"),
        ("Hilvan", "bb", "Belediye başkanlığı, Hilvan"),
        ("Hilvan", "", "Several contests have it; name one with --contest: bb (Mayor), bm ("),
        ("Hilvan", "bbb", "“Büyükşehir belediye başkanlığı” is not voted for in “Hilvan”."),
    ],
)
def test_a_named_place_is_drawn_in_what_it_votes_for(
    run: Run, voting_apart: Path, tmp_path: Path, place: str, contest: str, title: str
) -> None:
    which = ("--contest", contest) if contest else ()
    made = run(
        "chart", voting_apart, "comparison", "--place", place, *which, "-o", tmp_path / "a.svg"
    )
    assert made.exit_code == (2 if place == "Hilvan" and contest != "bb" else 0)
    assert title in (made.stderr if made.exit_code else made.stdout)
