"""The Sheets page with real keys: it follows the place, and what goes to paper goes whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from desk.sheets.model import SheetKind
from tests.ui.hands import PLACE, Hands, focus, meeting, press, share, stop_work, type_
from ui.night.page import COMPARISON, SHEETS
from ui.sheets import device as printing_device
from ui.sheets.page import ALL, TICKED, SheetsPage
from ui.sheets.preview import SheetPreview


def at_sheets(hands: Hands) -> SheetsPage:
    """Open the page as an editor does; what it shows is there."""
    press("Ctrl+6")
    page = hands.night.late["sheets"].page()
    assert isinstance(page, SheetsPage)
    hands.qtbot.waitUntil(lambda: page.view.count > 0)
    return page


def shows(hands: Hands, page: SheetsPage, text: str) -> None:
    """Wait until the front page of the sheet says something."""
    hands.qtbot.waitUntil(lambda: text in page.view.text(0))


@pytest.fixture
def where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file an editor chooses in the system's dialog."""
    chosen = tmp_path / "paper" / "föy.pdf"
    chosen.parent.mkdir()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(chosen.with_suffix("")), "")
    )
    return chosen


def test_the_page_shows_the_place_and_follows_it(at_demo: Hands) -> None:
    page = at_sheets(at_demo)
    assert focus() is page.view
    shows(at_demo, page, "Küçükçekmece · ")
    assert "63,89" in page.view.text(0)
    press("Ctrl+PgDown")
    shows(at_demo, page, f"{at_demo.night.place} · ")
    assert at_demo.night.place != PLACE
    at_demo.find("uskudar")
    press("Ctrl+6")
    shows(at_demo, page, "Üsküdar · ")
    assert page.view.accessibleDescription() == page.view.text(0)


def test_a_figure_filed_is_on_the_sheet(at_demo: Hands) -> None:
    page = at_sheets(at_demo)
    press("Ctrl+1")
    at_demo.key("AA", share("chp"), "59,17")
    press("Ctrl+Return")
    press("Ctrl+6")
    shows(at_demo, page, "59,17")


def test_zoom_and_pages_by_keys(at_demo: Hands) -> None:
    page = at_sheets(at_demo)
    before = page.view.zoom
    press("+")
    assert page.view.zoom > before
    press("-", "-")
    assert page.view.zoom < before
    press("0")
    assert page.view.zoom == pytest.approx(before)
    press("PgDown", "End", "Home", "PgUp")
    assert page.view.page == 1


def test_kinds_of_sheet(at_demo: Hands) -> None:
    page = at_sheets(at_demo)
    page.kind.setFocus()
    press("Down")
    shows(at_demo, page, "Telefondaki")
    assert "63,89" not in page.view.text(0)
    press("Down")
    shows(at_demo, page, "Bütün ilçeler")
    assert not page.scope.isEnabled()


def test_a_pdf_of_all_districts_by_one_key(at_demo: Hands, where: Path) -> None:
    press("Ctrl+Shift+P")
    page = at_demo.night.late["sheets"].page()
    assert isinstance(page, SheetsPage)
    at_demo.wait_for_work()
    assert at_demo.night.pages.currentIndex() == SHEETS
    assert where.read_bytes().startswith(b"%PDF")
    assert page.message.text() == "Saved: föy.pdf, pages: 39."
    assert [path.name for path in where.parent.iterdir()] == [where.name]
    remembered = printing_device.folder(at_demo.window.preferences, Path("elsewhere"))
    assert remembered == where.parent


def test_a_cancelled_pdf_leaves_nothing(at_demo: Hands, where: Path, one_step_a_turn: None) -> None:
    page = at_sheets(at_demo)
    page.scope.setCurrentIndex(ALL)
    page.pdf_button.click()
    stop_work(at_demo.window)
    assert page.message.text() == "Stopped; no PDF was left behind."
    assert list(where.parent.iterdir()) == []


def test_another_night_opened_in_the_middle_leaves_no_pdf(
    at_demo: Hands, where: Path, night_file: Callable[[str], Path], one_step_a_turn: None
) -> None:
    page = at_sheets(at_demo)
    page.scope.setCurrentIndex(ALL)
    page.pdf_button.click()
    assert at_demo.window.open_path(night_file("blank"))
    assert list(where.parent.iterdir()) == []


@pytest.mark.parametrize("going", ["the window", "the night"])
def test_what_is_closed_in_the_middle_leaves_no_pdf(
    at_demo: Hands, where: Path, one_step_a_turn: None, going: str
) -> None:
    page = at_sheets(at_demo)
    page.scope.setCurrentIndex(ALL)
    page.pdf_button.click()
    QApplication.processEvents()
    assert not at_demo.night.bridge.work.idle
    assert at_demo.window.close() if going == "the window" else at_demo.window.close_night()
    QApplication.processEvents()
    assert list(where.parent.iterdir()) == []


def test_ticked_places_go_into_one_pdf(at_demo: Hands, where: Path) -> None:
    page = at_sheets(at_demo)
    page.scope.setCurrentIndex(TICKED)
    assert page.wanted().places == tuple(at_demo.night.comparison.model.chosen_places())
    for place in page.wanted().places:
        at_demo.tick(place)
    assert at_demo.night.pages.currentIndex() == COMPARISON
    press("Ctrl+6")
    page.pdf_button.click()
    assert "No place is ticked" in page.message.text()
    assert list(where.parent.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(at_demo: Hands, where: Path) -> None:
    page = at_sheets(at_demo)
    where.parent.rmdir()
    page.pdf_button.click()
    at_demo.wait_for_work()
    assert "S909" in at_demo.banner or "folder" in at_demo.banner


def test_the_preview_by_one_key_asks_for_no_printer(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(printing_device, "QPrinter", None)
    monkeypatch.setattr(printing_device, "QPrinterInfo", None)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, SheetPreview)
        seen.append(dialog.view.count)
        assert PLACE in dialog.view.text(0)

    with meeting(look):
        press("Ctrl+P")
    assert seen == [1]


def test_from_the_preview_to_a_pdf(at_demo: Hands, where: Path) -> None:
    def save(dialog: QDialog) -> None:
        QTimer.singleShot(0, dialog.findChild(QPushButton, "preview.pdf").click)

    with meeting(save):
        press("Ctrl+P")
    at_demo.wait_for_work()
    assert where.read_bytes().startswith(b"%PDF")


def test_no_printer_is_said_with_the_way_out(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_sheets(at_demo)
    monkeypatch.setattr(
        printing_device.QPrinterInfo, "availablePrinterNames", staticmethod(lambda: [])
    )
    page.print_button.click()
    assert "PDF" in page.message.text()


@pytest.fixture
def printer(at_demo: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> QPrinter:
    """The printer that is chosen in the system's dialog: it prints into a file, three pages."""
    chosen = printing_device.printer(at_demo.window.preferences)
    chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    chosen.setOutputFileName(str(tmp_path / "printed.pdf"))
    chosen.setPrintRange(QPrinter.PrintRange.PageRange)
    chosen.setPageRanges(QPageRanges.fromString("2-3,7"))
    monkeypatch.setattr(printing_device, "ask", lambda *_: chosen)
    monkeypatch.setattr(printing_device, "missing", lambda: "")
    return chosen


def pages_in(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def test_printing_into_a_file_takes_the_pages_asked_for(at_demo: Hands, printer: QPrinter) -> None:
    page = at_sheets(at_demo)
    page.scope.setCurrentIndex(ALL)
    page.print_button.click()
    at_demo.wait_for_work()
    assert page.message.text() == "Saved: printed.pdf, pages: 3."
    assert pages_in(Path(printer.outputFileName())) == 3


def test_printing_on_a_printer_takes_the_pages_asked_for(
    at_demo: Hands, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_sheets(at_demo)
    # A printer has no file; what it gets is looked at all the same.
    path = Path(printer.outputFileName())
    monkeypatch.setattr(printer, "outputFileName", lambda: "")
    page.scope.setCurrentIndex(ALL)
    page.print_button.click()
    at_demo.wait_for_work()
    assert page.message.text() == "Sent to the printer, pages: 3."
    assert pages_in(path) == 3


def test_copies_are_painted_where_the_printer_makes_none(
    at_demo: Hands, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_sheets(at_demo)
    path = Path(printer.outputFileName())
    monkeypatch.setattr(printer, "outputFileName", lambda: "")
    monkeypatch.setattr(printer, "supportsMultipleCopies", lambda: False)
    printer.setCopyCount(2)
    page.scope.setCurrentIndex(ALL)
    page.print_button.click()
    at_demo.wait_for_work()
    assert pages_in(path) == 6


def test_printer_and_paper_are_remembered(at_demo: Hands) -> None:
    preferences = at_demo.window.preferences
    printer = printing_device.printer(preferences)
    assert printer.pageLayout().pageSize().key() == "A4"
    preferences.set_text("paper", "A5")
    again = printing_device.printer(preferences)
    assert again.pageLayout().pageSize().key() == "A5"
    printing_device.remember(preferences, again)
    assert preferences.text("paper") == "A5"


def test_the_page_is_copied_as_a_picture(at_demo: Hands) -> None:
    at_sheets(at_demo)
    press("Ctrl+C")
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1000
    assert image.height() > image.width()


def test_the_page_speaks_turkish(at_demo: Hands) -> None:
    page = at_sheets(at_demo)
    at_demo.speak("tr")
    assert page.kind.itemText(0) == "İlçe föyü"
    assert page.print_button.text() == "Yazdır…"
    assert page.everything().kind is SheetKind.DISTRICT
    type_("ş")
    assert page.view.hasFocus()
