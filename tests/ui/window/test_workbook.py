"""The night saved as a spreadsheet by one key: whole, told, and called off without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

from desk.facts import edits
from tests.ui.hands import Hands, press, stop_work


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The file an editor names in the system's dialog."""
    folder = tmp_path / "out"
    folder.mkdir()
    named = [folder / "gece.xlsx"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(named[0]), ""))
    return named


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_night_is_saved_in_turkish_words(
    at_demo: Hands, chosen: list[Path], language: str
) -> None:
    at_demo.speak(language)
    press("Ctrl+Shift+X")
    at_demo.wait_for_work()
    assert at_demo.message.endswith(f": {chosen[0]}")
    book = load_workbook(chosen[0])
    assert book.sheetnames[:2] == ["Karşılaştırma", "Bültenler"]
    assert book["Bültenler"].max_row == 9


def test_it_is_the_night_as_it_stands(at_demo: Hands, chosen: list[Path]) -> None:
    told = next(one for one in at_demo.night.watch.checks.all() if one.code == "F201")
    at_demo.night.bridge.do(edits.Accept(told.remembered, "böyle yayımlandı"))
    press("Ctrl+Shift+X")
    at_demo.wait_for_work()
    rows = list(load_workbook(chosen[0])["Bulgular"].iter_rows(min_row=2, values_only=True))
    assert ("kabul edildi", "böyle yayımlandı") in {row[-2:] for row in rows}


def test_an_ending_left_out_is_added(at_demo: Hands, chosen: list[Path]) -> None:
    chosen[0] = chosen[0].with_suffix("")
    press("Ctrl+Shift+X")
    at_demo.wait_for_work()
    assert [path.name for path in chosen[0].parent.iterdir()] == ["gece.xlsx"]


def test_called_off_it_leaves_nothing(
    at_demo: Hands, chosen: list[Path], one_step_a_turn: None
) -> None:
    press("Ctrl+Shift+X")
    stop_work(at_demo.window)
    assert list(chosen[0].parent.iterdir()) == []
    assert "Stopped" in at_demo.message


def test_a_place_that_cannot_be_written_is_told(at_demo: Hands, chosen: list[Path]) -> None:
    chosen[0] = chosen[0].parent / "nowhere" / "gece.xlsx"
    press("Ctrl+Shift+X")
    at_demo.wait_for_work()
    assert "the folder does not exist" in at_demo.banner


def test_a_dialog_left_without_a_name_does_nothing(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    before = at_demo.message
    press("Ctrl+Shift+X")
    assert at_demo.message == before
