"""A table out of a file: columns are asked about, what would be filed is seen, one undo."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from desk.facts.catalog import MOST_BYTES
from desk.facts.codes import Code, Refusal
from tests.desk.reading.files.test_spreadsheet import book
from tests.ui.frame.test_ears import assert_goes_round, unnamed
from tests.ui.frame.test_sizes import cut
from tests.ui.hands import CONTEST, Hands, meeting, press, type_
from tests.ui.window.test_opening import drop
from ui.incoming.dropped import rows_of
from ui.incoming.import_figures import ImportFigures

ROWS = (
    ("İlçe", "CHP", "AKP", "Açılan, %", "Muhabir"),
    ("Beyoğlu", 55.05, 39.23, 41.5, "Ayşe"),
    ("Üsküdar", 51.14, 39.32, 38, "Ali"),
    ("Yokköy", 50, 40, 10, ""),
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "gece.xlsx"
    path.write_bytes(book(*ROWS))
    return path


def importing(act: Callable[[ImportFigures], object], open_: Callable[[], object]) -> None:
    def meet(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportFigures)
        act(dialog)

    with meeting(meet):
        open_()


def _told(dialog: ImportFigures, row: int) -> list[str]:
    cells = [dialog.preview.item(row, column) for column in range(5)]
    return [cell.text() for cell in cells if cell is not None]


def test_a_dropped_spreadsheet_is_mapped_seen_and_filed(at_blank: Hands, sheet: Path) -> None:
    def choose(dialog: ImportFigures) -> None:
        # Nobody has said whose figures they are, nor when.
        assert not dialog.file.isEnabled()
        press("Down", "Tab")
        type_("1925")
        assert dialog.file.text() == "File 2 bulletins, leave 1 row out"
        assert _told(dialog, 0)[:4] == ["2", "Beyoğlu", "AA", "19.25"]
        assert "55,05" in _told(dialog, 0)[4]
        assert _told(dialog, 2)[4].startswith("▲") and "Yokköy" in _told(dialog, 2)[4]
        dialog.file.click()

    importing(choose, lambda: drop(at_blank.window, sheet))
    (bulletin,) = at_blank.session.bulletins(CONTEST, "Beyoğlu")
    assert {str(value) for value in bulletin.figures.values()} == {"55.05", "39.23", "41.5"}
    assert "2 bulletins" in at_blank.message
    press("Ctrl+Z")
    standing = [one.state.value for one in at_blank.session.bulletins(CONTEST, "Üsküdar")]
    assert standing == ["withdrawn"]


def test_a_column_is_told_otherwise_by_keys(at_blank: Hands, sheet: Path) -> None:
    def choose(dialog: ImportFigures) -> None:
        dialog.agency.setCurrentIndex(1)
        dialog.time.setText("19.25")
        boxes = dialog.meanings
        assert boxes[0].currentText() == "the place"
        boxes[2].setFocus()
        press("Home")
        assert boxes[2].currentIndex() == 0
        assert "39,23" not in _told(dialog, 0)[4]
        # What another column means already is taken from it.
        boxes[2].setCurrentIndex(boxes[1].currentIndex())
        assert boxes[1].currentIndex() == 0
        assert "39,23" in _told(dialog, 0)[4] and "55,05" not in _told(dialog, 0)[4]
        dialog.time.setText("9999")
        assert dialog.message.text().startswith("▲") and not dialog.file.isEnabled()

    importing(choose, lambda: drop(at_blank.window, sheet))
    assert at_blank.session.bulletins(CONTEST, "Beyoğlu") == ()


def test_a_csv_in_columns_comes_by_the_menu(
    at_blank: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ilceler.csv"
    path.write_text("İlçe;Ajans;Saat;CHP\nBeyoğlu;ANKA;20.05;61,23\n", encoding="utf-8-sig")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    def look(dialog: ImportFigures) -> None:
        assert _told(dialog, 0)[:4] == ["2", "Beyoğlu", "ANKA", "20.05"]
        dialog.file.click()

    importing(look, lambda: press("Ctrl+Shift+I"))
    assert len(at_blank.session.bulletins(CONTEST, "Beyoğlu")) == 1


@pytest.mark.parametrize("language", ["en", "tr"])
def test_it_is_named_fits_and_tab_goes_round(at_blank: Hands, sheet: Path, language: str) -> None:
    at_blank.speak(language)

    def look(dialog: ImportFigures) -> None:
        assert unnamed(dialog) == []
        assert_goes_round(dialog)
        dialog.resize(960, 500)
        QApplication.processEvents()
        assert cut(dialog) == []

    importing(look, lambda: drop(at_blank.window, sheet))


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes there")
@pytest.mark.parametrize("name", ["rakamlar.csv", "rakamlar.xlsx"])
def test_what_is_no_file_or_has_no_end_is_not_waited_for(tmp_path: Path, name: str) -> None:
    def refused(path: Path) -> Refusal:
        with pytest.raises(Refusal) as caught:
            rows_of(path)
        return caught.value

    path = tmp_path / name
    os.mkfifo(path)
    assert refused(path).code is Code.S900
    path.unlink()
    path.touch()
    os.truncate(path, MOST_BYTES + 1)
    assert (refused(path).code, refused(path).values["problem"]) == (Code.E131, "size")
