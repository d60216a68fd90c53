"""The stick is pulled out, the disk is full: a sentence, the text still there, a way to go on."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from desk.file import disk
from tests.ui.conftest import Answers
from tests.ui.hands import CONTEST, PLACE, Hands, on_disk, press, share, type_

CHP, AKP = share("chp"), share("ak_parti")

Trouble = Callable[[Hands, pytest.MonkeyPatch], None]


def stick_pulled(hands: Hands, _: object = None) -> None:
    shutil.rmtree(hands.session.path.parent)


def disk_full(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite finds no room in this night's file; every other file is written as before."""
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    here, as_before = hands.session._store._disk, disk.in_transaction

    def in_transaction(db: disk.Database, *work: Any, **how: Any) -> Any:
        if db is here and not how:
            raise full
        return as_before(db, *work, **how)

    monkeypatch.setattr(disk, "in_transaction", in_transaction)


troubles = pytest.mark.parametrize(
    ("trouble", "sentence"),
    [(stick_pulled, "the disk may have gone"), (disk_full, "the disk is full")],
)


def type_into(hands: Hands, text: str) -> None:
    hands.stand("AA", CHP)
    type_(text)
    press("Return")


@troubles
def test_the_banner_tells_and_offers_a_way_out(
    at_demo: Hands, trouble: Trouble, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble(at_demo, monkeypatch)
    type_into(at_demo, "59,01")
    assert sentence in at_demo.banner
    assert at_demo.window.banner.out.isVisible()


@troubles
def test_the_text_stays_in_the_cell(
    at_demo: Hands, trouble: Trouble, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble(at_demo, monkeypatch)
    type_into(at_demo, "59,01")
    assert at_demo.typing == "59,01"
    press("Ctrl+K")
    assert at_demo.says("AA", CHP) == "59,01"
    assert at_demo.draft("AA") is None


def test_what_was_taken_before_stays_in_sight(at_demo: Hands) -> None:
    at_demo.key("AA", AKP, "36")
    stick_pulled(at_demo)
    at_demo.find("üsküdar")
    assert at_demo.says("ANKA", CHP) == "60,02"
    at_demo.find("küçükçekmece")
    assert at_demo.says("AA", AKP) == "36"


def test_filing_on_a_vanished_disk_tells_so_too(at_demo: Hands) -> None:
    at_demo.key("AA", AKP, "36")
    stick_pulled(at_demo)
    press("Ctrl+Return")
    assert "the disk may have gone" in at_demo.banner
    assert at_demo.says("AA", AKP) == "36"


@troubles
def test_going_on_elsewhere(
    at_demo: Hands,
    trouble: Trouble,
    sentence: str,
    tmp_path: Path,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_demo.key("AA", AKP, "36")
    before = at_demo.session.bulletins(CONTEST, PLACE)
    trouble(at_demo, monkeypatch)
    type_into(at_demo, "59,01")
    assert at_demo.window.go_on_in(tmp_path / "rescued")
    path = tmp_path / "rescued.secim"
    assert answers.asked == []
    assert at_demo.session.path == path
    assert at_demo.banner == ""
    assert at_demo.night.place == PLACE
    assert at_demo.session.bulletins(CONTEST, PLACE) == before
    draft = at_demo.draft("AA")
    assert draft is not None and draft.figures == {AKP: Decimal("36")}
    assert at_demo.says("AA", CHP) == "59,01"
    at_demo.stand("AA", CHP)
    press("F2", "Return")
    assert at_demo.draft("AA") is not None
    stored = on_disk(path, "SELECT value FROM draft_figure ORDER BY value")
    assert stored == [("36",), ("59.01",)]
    press("Ctrl+Return")
    assert at_demo.message.startswith("Filed: AA")


def test_a_text_that_is_no_figure_moves_along(
    at_demo: Hands, tmp_path: Path, answers: Answers
) -> None:
    type_into(at_demo, "58,6,3")
    press("Ctrl+K", "Escape")
    stick_pulled(at_demo)
    assert at_demo.window.go_on_in(tmp_path / "rescued.secim")
    assert answers.asked == []
    assert at_demo.says("AA", CHP) == "58,6,3"


def test_the_way_out_asks_where(
    at_demo: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.secim"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    stick_pulled(at_demo)
    type_into(at_demo, "59,01")
    at_demo.window.banner.out.click()
    assert at_demo.session.path == path


@pytest.mark.parametrize("name", ["taken", "nowhere/rescued"])
def test_an_elsewhere_that_does_not_work_leaves_everything(
    at_demo: Hands, tmp_path: Path, name: str
) -> None:
    (tmp_path / "taken.secim").write_bytes(b"somebody's")
    before = at_demo.session.path
    stick_pulled(at_demo)
    type_into(at_demo, "59,01")
    assert not at_demo.window.go_on_in(tmp_path / name)
    assert at_demo.banner
    assert at_demo.window.banner.out.isVisible()
    assert at_demo.session.path == before
    assert "59,01" in (at_demo.typing, at_demo.says("AA", CHP))
    assert (tmp_path / "taken.secim").read_bytes() == b"somebody's"


def test_the_disk_comes_back(at_demo: Hands, tmp_path: Path) -> None:
    folder = at_demo.session.path.parent
    folder.rename(tmp_path / "unplugged")
    type_into(at_demo, "59,01")
    assert at_demo.banner
    (tmp_path / "unplugged").rename(folder)
    press("Return")
    assert at_demo.banner == ""
    assert at_demo.says("AA", CHP) == "59,01"
    assert on_disk(at_demo.session.path, "SELECT value FROM draft_figure") == [("59.01",)]


def test_going_on_elsewhere_stays_with_contest_and_agencies(at_demo: Hands, tmp_path: Path) -> None:
    at_demo.night.entry.head.choose("ilce-meclisi", ("YSK", "AA"))
    stick_pulled(at_demo)
    assert at_demo.window.go_on_in(tmp_path / "rescued.secim")
    assert at_demo.night.standing() == ("ilce-meclisi", ("YSK", "AA"), PLACE)
    assert at_demo.night.comparison.preview.post is None
