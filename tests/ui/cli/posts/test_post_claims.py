"""Claims before their time from the command line: what `post --publish` stops, and with what."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.reading.files.csv import COLUMNS
from tests.ui.cli.posts.test_post import Run, run

__all__ = ["run"]

FAR = [("23:20", "AA", "83.80", "48.74"), ("01:20", "ANKA", "99.90", "49.16")]


@pytest.fixture
def night(tmp_path: Path, run: Run) -> Path:
    """One agency stopped two hours ago, and of one district a box is missing."""
    path = tmp_path / "night.secim"
    assert run("new", path, "--election", "istanbul-2024").exit_code == 0
    assert run("set", path, "ban-lifted", "2024-03-31T18:00").exit_code == 0
    rows = [",".join(COLUMNS)]
    for clock, agency, opened, chp in FAR:
        day = "2024-04-01" if clock < "12" else "2024-03-31"
        head = f"{day}T{clock},{agency},ibb,İstanbul"
        rows += [f"{head},opened_share,,{opened}", f"{head},share,CHP,{chp}"]
        rows.append(f"{head},share,AKP,48.24")
    for agency in ("AA", "ANKA"):
        head = f"2024-03-31T23:10,{agency},ibb,Beyoğlu"
        rows += [f"{head},opened_share,,100", f"{head},opened_boxes,,598"]
        rows += [f"{head},total_boxes,,599", f"{head},share,CHP,49.1", f"{head},share,AKP,48.9"]
    assert run("record", path, text="\n".join(rows) + "\n").exit_code == 0
    return path


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("summary", "--title", "SEÇİMİN GALİBİ CHP"), "[P510]"),
        (("closing", "--title", "Gece bitti: İmamoğlu yeniden başkan"), "[P510]"),
        (("lead", "--title", "İki ajansta da CHP önde"), "[P511]"),
        (("differences", "--title", "AA ile ANKA ayrışıyor"), "[P511]"),
        (("summary", "--places", "Beyoğlu", "--title", "Sandıkların %100'ü açıldı"), "[P512]"),
    ],
)
def test_what_is_claimed_too_early_is_not_published(
    night: Path, run: Run, args: tuple[str, ...], code: str
) -> None:
    draft = run("post", night, *args)
    assert draft.exit_code == 0 and code in draft.stderr
    stopped = run("post", night, *args, "--publish")
    assert (stopped.exit_code, stopped.stdout) == (1, "")
    assert code in stopped.stderr and "{" not in stopped.stderr


@pytest.mark.parametrize("kind", ["comparison", "lead", "standing", "differences", "closing"])
@pytest.mark.parametrize("form", ["text", "short", "html", "markdown"])
def test_the_desks_own_posts_go_out_with_both_hours(
    night: Path, run: Run, kind: str, form: str
) -> None:
    out = run("post", night, kind, "--places", "İstanbul", "--format", form, "--publish")
    assert out.exit_code == 0, out.stderr
    assert "23.20" in out.stdout and "01.20" in out.stdout


@pytest.mark.parametrize("kind", ["comparison", "first", "lead", "summary", "closing"])
def test_the_box_that_is_missing_is_said(night: Path, run: Run, kind: str) -> None:
    out = run("post", night, kind, "--places", "Beyoğlu", "--publish")
    assert out.exit_code == 0, out.stderr
    assert "599 sandıktan 598'i" in out.stdout and "100" not in out.stdout


def test_a_picture_never_says_all_of_almost_all(night: Path, run: Run, tmp_path: Path) -> None:
    said = run("chart", night, "comparison", "--place", "Beyoğlu", "-o", tmp_path / "x.png")
    told = said.stdout + said.stderr
    assert said.exit_code == 0 and "%99,83" in told and "%100" not in told


def test_another_house_sets_its_own_threshold(night: Path, run: Run) -> None:
    def headline() -> str:
        return run("post", night, "lead").stdout.splitlines()[0]

    assert headline().endswith("; AA'nın verisi iki saatlik")
    assert run("set", night, "hours-apart", "180").exit_code == 0
    assert headline().endswith("ANKA'ya göre 0,92 puan")
    assert run("set", night, "hours-apart", "abc").exit_code == 2
