"""Corrections and withdrawals from the command line: all or none, each refusal by its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.facts.bulletin import BulletinState
from desk.facts.edits import BeginCorrection
from desk.facts.figures import plain
from desk.file.session import Session
from desk.rehearsal import demo
from tests.desk.conftest import CONTEST, PLACE
from ui.cli.main import main

Run = Callable[..., Result]
HEAD = "as_of,agency,contest,place,item,contender,value\n"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def invoke(*args: object, text: str = "") -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=text)

    return invoke


@pytest.fixture
def night(tmp_path: Path) -> Path:
    """The demonstration evening."""
    path = tmp_path / "night.secim"
    demo.make(path).close()
    return path


def row(clock: str, agency: str, item: str, contender: str, value: str) -> str:
    return f"2024-03-31T{clock},{agency},{CONTEST},{PLACE},{item},{contender},{value}\n"


def correct(run: Run, night: Path, *rows: str, reason: str = "digits") -> Result:
    return run("correct", night, "-", "--reason", reason, text=HEAD + "".join(rows))


def standing(night: Path, agency: str) -> list[dict[str, str]]:
    with Session.open_file(night, read_only=True) as session:
        return [
            {f"{r.item.value} {r.contender}".strip(): plain(v) for r, v in one.figures.items()}
            for one in session.bulletins(CONTEST, PLACE, agency)
            if one.state is BulletinState.STANDING
        ]


def test_given_figures_change_an_empty_one_goes_and_the_others_stay(night: Path, run: Run) -> None:
    (before,) = standing(night, "AA")
    done = correct(
        run,
        night,
        row("19:25", "AA", "share", "CHP", "56.05"),
        row("19:25", "AA", "share", "Diğer", ""),
        row("19:25", "AA", "opened_boxes", "", "120"),
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert "bulletins corrected: 1" in done.stdout
    (after,) = standing(night, "AA")
    gone = before.pop("share diger", None)
    assert gone is not None
    assert after == {**before, "share chp": "56.05", "opened_boxes": "120"}
    with Session.open_file(night, read_only=True) as session:
        old, new = session.bulletins(CONTEST, PLACE, "AA")
        assert (old.state, new.replaces, new.reason) == (BulletinState.REPLACED, old.id, "digits")
        assert new.as_of == old.as_of


def test_a_leader_is_given_by_name_and_taken_out_without(night: Path, run: Run) -> None:
    assert correct(run, night, row("19:25", "AA", "leader", "CHP", "")).exit_code == 0
    assert standing(night, "AA")[0]["leader"] == "chp"
    assert correct(run, night, row("19:25", "AA", "leader", "", "")).exit_code == 0
    assert "leader" not in standing(night, "AA")[0]


def test_every_bad_line_is_named_and_nothing_is_stored(night: Path, run: Run) -> None:
    before = standing(night, "AA"), standing(night, "ANKA")
    refused = correct(
        run,
        night,
        row("19:25", "AA", "share", "CHP", "57"),
        row("19:26", "AA", "share", "CHP", "57"),
        row("19:25", "ANKA", "share", "CHP", before[1][0]["share chp"]),
    )
    assert refused.exit_code == 2
    told = refused.stderr.splitlines()
    assert [line.rsplit(" ", 1)[1] for line in told] == ["[E148]", "[E134]"]
    assert "3" in told[0] and "4" in told[1]
    assert (standing(night, "AA"), standing(night, "ANKA")) == before
    refused = correct(run, night, row("19:25", "AA", "share", "CHP", "5x"))
    assert (refused.exit_code, "[E101]" in refused.stderr) == (2, True)
    assert standing(night, "AA") == before[0]


def test_nothing_left_is_no_correction(night: Path, run: Run) -> None:
    (figures,) = standing(night, "AA")
    rows = [row("19:25", "AA", *[*name.split(), ""][:2], "") for name in figures]
    refused = correct(run, night, *rows)
    assert (refused.exit_code, "[E136]" in refused.stderr) == (2, True)


def test_a_reason_is_needed(night: Path, run: Run) -> None:
    refused = correct(run, night, row("19:25", "AA", "share", "CHP", "57"), reason=" ")
    assert (refused.exit_code, "[E135]" in refused.stderr) == (2, True)
    missing = run("withdraw", night, "--agency", "AA", "--place", PLACE, "--at", "19.25")
    assert (missing.exit_code, "--reason" in missing.stderr) == (2, True)


def test_two_of_one_minute_cannot_be_told_apart(night: Path, run: Run) -> None:
    rows = HEAD + row("19:25", "AA", "share", "CHP", "51")
    assert run("record", night, "-", text=rows).exit_code == 0
    refused = correct(run, night, row("19:25", "AA", "share", "CHP", "52"))
    assert (refused.exit_code, "[E149]" in refused.stderr) == (2, True)


def test_a_withdrawal_keeps_the_row(night: Path, run: Run) -> None:
    asked = ("withdraw", night, "--agency", "AA", "--place", "beyoglu", "--at", "19.25")
    done = run(*asked, "--reason", "recalled")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "AA, Beyoğlu, 19.25" in done.stdout
    with Session.open_file(night, read_only=True) as session:
        (one,) = session.bulletins(CONTEST, PLACE, "AA")
        assert (one.state, one.state_reason) == (BulletinState.WITHDRAWN, "recalled")
    again = run(*asked, "--reason", "recalled")
    assert (again.exit_code, "[E148]" in again.stderr) == (2, True)


def test_what_is_being_corrected_in_the_window_is_left_to_it(night: Path, run: Run) -> None:
    with Session.open_file(night) as session:
        (one,) = session.bulletins(CONTEST, PLACE, "AA")
        session.record(BeginCorrection(one.id))
    refused = correct(run, night, row("19:25", "AA", "share", "CHP", "57"))
    assert (refused.exit_code, "[E138]" in refused.stderr) == (2, True)


def test_a_correction_of_one_post_by_its_id(night: Path, run: Run) -> None:
    run("set", night, "ban-lifted", "2024-03-31T19:10")
    for place in (PLACE, "Üsküdar"):
        assert run("post", night, "comparison", "--places", place, "--publish").exit_code == 0
    assert run("post", night, "lead", "--places", PLACE, "--publish").exit_code == 0
    assert correct(run, night, row("19:25", "AA", "share", "CHP", "54.05")).exit_code == 0
    every = run("post", night, "correction").stdout
    assert "Beyoğlu'nda İmamoğlu iki ajansta da önde" in every and "Üsküdar" not in every
    assert every.count("yayımlanan gönderi") == 2
    named = "2024-03-31-1925-comparison-ibb"
    one = run("post", night, "correction", "--of", named)
    assert one.stdout.count("yayımlanan gönderi") == 1
    assert "AA'nın Beyoğlu verisinde İmamoğlu yüzde 55,05 değil, yüzde 54,05." in one.stdout
    right = run("post", night, "correction", "--of", f"{named}-2")
    assert (right.exit_code, "[E162]" in right.stderr) == (2, True)
    unknown = run("post", night, "correction", "--of", "none")
    assert (unknown.exit_code, "[E163]" in unknown.stderr) == (2, True)
    assert run("post", night, "lead", "--of", named).exit_code == 2
    assert run("post", night, "correction", "--publish").exit_code == 0
    assert run("post", night, "correction").exit_code == 2
