"""`secim-masasi rehearse` from outside: what it makes, what it says, what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts.edits import REHEARSAL
from desk.facts.figures import plain
from desk.file.session import Session
from desk.rehearsal import prova
from desk.rehearsal.slips import SlipKind
from tests.desk.kinds import FOLDER
from ui.cli.main import main
from ui.cli.nights.rehearse import SLIPS
from ui.texts.notation import written
from ui.texts.sentences import LANGUAGES

pytestmark = pytest.mark.usefixtures("drawn_once")

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


def test_what_is_compared_of_a_rehearsal_says_so(tmp_path: Path) -> None:
    path = tmp_path / "prova.secim"
    prova.make(path, 7, 0, datetime(2024, 3, 31, 20, 0)).close()
    told = {
        form: CliRunner().invoke(main, ["compare", str(path), "--format", form]).stdout
        for form in ("table", "csv", "json")
    }
    assert told["table"].startswith("PROVA\n")
    assert all(line.startswith("PROVA,") for line in told["csv"].splitlines())
    assert json.loads(told["json"])["rehearsal"] is True


def test_a_rehearsal_is_made(run: Run, file: Path) -> None:
    made = run("rehearse", file, "--seed", 7, "--slips", 2, "--until", "18.55")
    assert made.exit_code == 0, made.output
    assert made.stdout == f"{file}: REHEARSAL of seed 7; last bulletin 18.55; slips put in: 2.\n"
    with Session.open_file(file, read_only=True) as session:
        assert session.is_rehearsal
        assert session.settings[REHEARSAL] == "7"
        assert len(prova.missed(session)) == 2


def test_it_is_said_in_turkish(run: Run, file: Path) -> None:
    made = run("rehearse", file, "--until", "1855", language="tr")
    assert made.stdout == f"{file}: PROVA, senaryo no 1; son bülten 18.55; içine konan hata: 0.\n"


@pytest.mark.parametrize("election", [*prova.nights(), FOLDER / "ara.json"])
def test_any_election_with_results_is_rehearsed(run: Run, file: Path, election: object) -> None:
    made = run("rehearse", file, "--election", election, "--seed", 3, "--slips", 13)
    assert made.exit_code == 0, made.output
    told = run("rehearse", file, "--missed", language="tr")
    assert told.exit_code == 1, told.output
    with Session.open_file(file, read_only=True) as session:
        assert len(told.stdout.splitlines()) == 1 + len(prova.planted(session)) == 14


def test_an_election_without_results_is_refused(run: Run, file: Path, tmp_path: Path) -> None:
    data = json.loads((FOLDER / "ara.json").read_text(encoding="utf-8"))
    for race in data["contests"]:
        race["kind"] = "other"
    own = tmp_path / "own.json"
    own.write_text(json.dumps(data), encoding="utf-8")
    for language, said in (("en", "nothing to rehearse from"), ("tr", "prova edilecek")):
        made = run("rehearse", file, "--election", own, language=language)
        assert made.exit_code == 2
        assert said in made.output
    assert not file.exists()


def test_too_early_for_any_bulletin(run: Run, file: Path) -> None:
    made = run("rehearse", file, "--until", "17.30")
    assert made.exit_code == 0
    assert made.stdout == f"{file}: REHEARSAL of seed 1; no bulletin has come in by then.\n"
    assert "o saate kadar" in run("rehearse", f"{file}2", "--until", "17.30", language="tr").stdout


def test_a_whole_night(run: Run, file: Path) -> None:
    assert run("rehearse", file).exit_code == 0
    shown = run("compare", file, "--format", "csv")
    assert shown.exit_code == 0
    assert len({line.split(",")[2] for line in shown.stdout.splitlines()[1:]}) == 40


def test_what_was_missed_is_told(run: Run, file: Path) -> None:
    run("rehearse", file, "--slips", 13, "--until", "20.30")
    shown = run("rehearse", file, "--missed")
    assert shown.exit_code == 1
    head, *lines = shown.stdout.splitlines()
    assert head == f"{file}: slips put in: 13, still standing: 13."
    assert len(lines) == 13
    with Session.open_file(file, read_only=True) as session:
        put = {slip.kind.value: slip for slip in prova.planted(session)}
        told = dict(zip(put, lines, strict=True))
        dropped = put["digit_dropped"]
        ((row, typed),) = dropped.typed.items()
        label = session.election.label("ibb", row.contender)
        wrong, truth = (written(plain(value), "en") for value in (typed, dropped.truth[row]))
        assert told["digit_dropped"] == (
            f"{dropped.as_of:%H.%M} {dropped.source.agency} {dropped.source.place}: "
            f"a digit left out. {label}: {wrong}, should be {truth}"
        )
    in_turkish = run("rehearse", file, "--missed", language="tr").stdout
    assert "konan hata: 13, hâlâ duran: 13" in in_turkish
    assert "bir hane eksik" in in_turkish


def test_nothing_was_missed(run: Run, file: Path) -> None:
    run("rehearse", file, "--until", "18.50")
    shown = run("rehearse", file, "--missed")
    assert (shown.exit_code, len(shown.stdout.splitlines())) == (0, 1)


def test_only_a_rehearsal_can_be_asked(run: Run, file: Path) -> None:
    run("new", file, "--election", "istanbul-2024")
    shown = run("rehearse", file, "--missed")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "is no rehearsal" in shown.stderr
    assert "prova dosyası değil" in run("rehearse", file, "--missed", language="tr").stderr


def test_every_kind_of_slip_has_its_words() -> None:
    assert list(SLIPS) == [kind.value for kind in SlipKind]
    assert all(len(names) == len(LANGUAGES) and all(names) for names in SLIPS.values())


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
