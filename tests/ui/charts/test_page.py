"""The charts page and the place's own chart, with real keys: drawn, read, entered, taken away."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk import charts
from desk.facts import catalog
from desk.facts.edits import FileBulletins, NewBulletin
from tests.pictures import gallery
from tests.ui.hands import PLACE, Hands, press, share
from ui.charts.canvas import ChartCanvas, said
from ui.charts.page import KINDS, ChartsPage
from ui.night.page import CHARTS, ENTRY
from ui.widgets.rest import Rest
from ui.window.main_window import MainWindow


def drawn(hands: Hands, canvas: ChartCanvas) -> charts.Drawn:
    """Wait until everything asked of a canvas is on the screen."""
    hands.qtbot.waitUntil(lambda: canvas.rest.idle and canvas.told is not None, timeout=20_000)
    assert canvas.told is not None
    return canvas.told


def open_charts(hands: Hands) -> ChartsPage:
    press("Ctrl+G")
    page = hands.night.late["charts"].made
    assert isinstance(page, ChartsPage)
    drawn(hands, page.canvas)
    return page


def file(hands: Hands, agency: str, **shares: str) -> None:
    figures = {share(code): Decimal(text) for code, text in shares.items()}
    new = NewBulletin(hands.source(agency), hands.session.night_clock(), figures)
    assert hands.night.bridge.attempt(FileBulletins((new,))) is not None


def test_the_page_draws_the_night_that_is_open(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    told = drawn(at_demo, page.canvas)
    assert told.alt.startswith("İBB Başkanlığı: ilçe ilçe AA ve ANKA")
    assert page.canvas.accessibleDescription() == told.alt
    assert page.canvas.accessibleName() == "District by district"
    assert page.canvas.hasFocus()


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_every_kind_can_be_chosen(at_demo: Hands, number: int) -> None:
    page = open_charts(at_demo)
    page.kind.setFocus()
    press(*["Right"] * number)
    asked = drawn(at_demo, page.canvas).asked
    assert asked.kind == KINDS[number].kind
    assert asked.place == (PLACE if KINDS[number].here else "")


def test_the_place_and_the_contest_follow_the_night(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    page.show_kind("lead", here=True)
    drawn(at_demo, page.canvas)
    at_demo.find("Beyoğlu")
    press("Ctrl+G")
    assert "Beyoğlu" in drawn(at_demo, page.canvas).alt
    at_demo.night.entry.head.choose("ilce-meclisi", ("ANKA", "AA"))
    at_demo.qtbot.waitUntil(lambda: "ANKA: henüz veri yok" in drawn(at_demo, page.canvas).alt)
    assert page.asked.pair == ("ANKA", "AA")


def test_arrows_go_from_mark_to_mark_and_enter_to_the_bulletin(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    assert page.canvas.mark is None
    press("Down")
    first = page.canvas.mark
    assert first is not None
    press("Down")
    second = page.canvas.mark
    assert second is not None and second is not first
    assert page.canvas.accessibleDescription() == said(second)
    press("Return")
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert at_demo.night.place == second.place
    chosen = at_demo.night.bulletins.list.currentIndex().row()
    bulletin = at_demo.night.bulletins.model.bulletin(chosen)
    assert bulletin is not None and bulletin.id == second.bulletin
    assert at_demo.night.bulletins.list.hasFocus()


def test_escape_lets_go_of_the_mark(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    press("End")
    assert page.canvas.mark is not None
    press("Escape")
    assert page.canvas.mark is None


def spot(page: ChartsPage, number: int) -> tuple[QPoint, charts.ChartMark]:
    where, mark = page.canvas.spots()[number]
    return where.toPoint(), mark


def test_a_click_on_a_mark_goes_to_its_bulletin(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    where, mark = spot(page, 0)
    QTest.mouseClick(page.canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert at_demo.night.place == mark.place


def test_the_pointer_over_a_mark_reads_place_figure_agency_and_time(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "ui.charts.canvas.QToolTip.showText", lambda _, text, *rest: told.append(text)
    )
    page = open_charts(at_demo)
    page.show_kind("lead", here=True)
    drawn(at_demo, page.canvas)
    where, mark = spot(page, 0)
    QTest.mouseMove(page.canvas.viewport(), where + QPoint(60, 60))
    QTest.mouseMove(page.canvas.viewport(), where)
    at_demo.qtbot.waitUntil(lambda: bool(told))
    assert PLACE in told[-1] and mark.agency in told[-1]
    assert "CHP +" in told[-1] and "19." in told[-1]


def test_a_chart_is_made_larger_moved_about_and_whole_again(at_demo: Hands) -> None:
    canvas = open_charts(at_demo).canvas
    assert canvas.verticalScrollBar().maximum() == 0
    press("+", "+")
    assert canvas.zoom > 1.5
    assert canvas.verticalScrollBar().maximum() > 0
    before = canvas.verticalScrollBar().value()
    press("Shift+Down")
    assert canvas.verticalScrollBar().value() > before
    press("End")
    assert canvas.mark is not None
    where = canvas.spots()[-1][0].toPoint()
    assert canvas.viewport().rect().contains(where)
    press("0")
    assert canvas.zoom == 1
    assert canvas.verticalScrollBar().maximum() == 0


def test_what_is_filed_is_drawn_when_the_keys_rest(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    page.show_kind("lead", here=True)
    before = drawn(at_demo, page.canvas)
    file(at_demo, "AA", chp="51", ak_parti="41.5")
    assert not page.canvas.rest.idle
    assert page.canvas.told is before
    after = drawn(at_demo, page.canvas)
    assert len(after.marks) == len(before.marks) + 1
    assert "CHP +9,5" in after.alt


def test_a_draft_draws_nothing(at_demo: Hands) -> None:
    at_demo.key("AA", share("chp"), "51")
    assert at_demo.draft("AA") is not None
    page = open_charts(at_demo)
    before = page.canvas.told
    assert page.canvas.rest.idle
    assert page.canvas.told is before


def test_the_picture_goes_to_the_clipboard_with_its_text(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    picture = data.imageData()
    assert isinstance(picture, QImage)
    assert (picture.width(), picture.height()) == (2400, 1350)
    assert data.text() == charts.picture(at_demo.session, page.asked, "svg")[1].alt
    assert "picture" in page.message.text()


@pytest.mark.parametrize(
    ("kind", "ending"),
    [("PNG, 1080 × 1080 (*.png)", ".png"), ("SVG (*.svg)", ".svg"), ("PDF (*.pdf)", ".pdf")],
)
def test_the_chart_is_saved_as_the_command_line_would(
    at_demo: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, ending: str
) -> None:
    page = open_charts(at_demo)
    monkeypatch.setattr(
        "ui.charts.out.QFileDialog.getSaveFileName",
        lambda *_: (str(tmp_path / "grafik"), kind),
    )
    press("Ctrl+Shift+G")
    size = "square" if "1080" in kind else "wide"
    content, told = charts.picture(at_demo.session, page.asked, ending[1:], size)
    assert (tmp_path / f"grafik{ending}").read_bytes() == content
    assert (tmp_path / f"grafik{ending}.txt").read_text(encoding="utf-8") == told.alt + "\n"
    assert f"grafik{ending}" in page.message.text()


def test_a_folder_that_takes_no_file_is_named(
    at_demo: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_charts(at_demo)
    gone = tmp_path / "yok" / "a.png"
    monkeypatch.setattr(
        "ui.charts.out.QFileDialog.getSaveFileName", lambda *_: (str(gone), "SVG (*.svg)")
    )
    press("Ctrl+Shift+G")
    assert "yok" in at_demo.banner


def test_no_data_yet_is_said(at_blank: Hands) -> None:
    page = open_charts(at_blank)
    assert "Henüz veri yok" in drawn(at_blank, page.canvas).alt
    press("Down", "Return")
    assert page.canvas.mark is None
    assert at_blank.night.pages.currentIndex() == CHARTS


def test_the_chart_is_as_dark_as_the_window(at_demo: Hands) -> None:
    canvas = open_charts(at_demo).canvas

    def ground() -> QColor:
        return canvas.viewport().grab().toImage().pixelColor(3, canvas.viewport().height() // 2)

    assert ground() == QColor(charts.LIGHT.paper)
    at_demo.window.use_scheme("dark")
    QApplication.processEvents()
    drawn(at_demo, canvas)
    assert ground() == QColor(charts.DARK.paper)
    at_demo.window.use_scheme("light")


def test_the_page_speaks_the_language_in_force(at_demo: Hands) -> None:
    page = open_charts(at_demo)
    page.show_kind("gap")
    at_demo.speak("tr")
    assert page.kind.currentText() == "Ajanslar arasındaki fark"
    assert page.canvas.accessibleName() == "Ajanslar arasındaki fark"
    assert page.asked.kind == "gap"


@pytest.fixture
def many(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[Hands]:
    """At a night of more districts than one picture can hold."""
    election = gallery.country(catalog.load("istanbul-2024"), 100)
    with gallery.new_night(tmp_path / "many.secim", election) as session:
        gallery.everywhere(session)
    assert window.open_path(tmp_path / "many.secim")
    yield Hands(qtbot, window)


def test_many_districts_are_paged_through(many: Hands) -> None:
    page = open_charts(many)
    assert drawn(many, page.canvas).parts == 3
    first = {mark.place for mark in drawn(many, page.canvas).marks}
    press("PgDown")
    told = drawn(many, page.canvas)
    assert "100 ilçenin 45–88. sırasındakiler" in told.alt
    assert first.isdisjoint(mark.place for mark in told.marks)
    press("PgDown", "PgDown")
    assert drawn(many, page.canvas).asked.part == 2
    press("PgUp")
    assert drawn(many, page.canvas).asked.part == 1


def test_the_place_has_its_chart_beside_its_figures(at_demo: Hands) -> None:
    canvas = at_demo.night.place_chart.canvas
    told = drawn(at_demo, canvas)
    assert {mark.place for mark in told.marks} == {PLACE}
    at_demo.night.go_to("Beyoğlu")
    assert canvas.told is None
    assert {mark.place for mark in drawn(at_demo, canvas).marks} == {"Beyoğlu"}
    canvas.setFocus()
    press("Right", "Return")
    assert at_demo.night.bulletins.list.hasFocus()


def test_the_place_s_chart_can_be_put_away_and_stays_away(at_demo: Hands) -> None:
    chart = at_demo.night.place_chart
    assert chart.isVisible()
    press("Ctrl+Shift+H")
    assert not chart.isVisible()
    assert at_demo.window.preferences.text("placeChart") == "0"
    at_demo.night.go_to("Beyoğlu")
    assert chart.canvas.rest.idle
    press("Ctrl+Shift+H")
    assert drawn(at_demo, chart.canvas).marks


def test_work_waits_for_the_keys_and_begins_again_when_one_comes_between(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    done: list[str] = []

    def work() -> Iterator[int]:
        done.append("built")
        if len(done) == 1:
            QTest.keyClick(line, Qt.Key.Key_1)
        yield 0
        done.append("shown")

    rest = Rest(work, line)
    rest.ask()
    QTest.keyClick(line, Qt.Key.Key_2)
    assert done == []
    qtbot.waitUntil(lambda: rest.idle)
    assert done == ["built", "built", "shown"]
    rest.ask(soon=True)
    qtbot.waitUntil(lambda: rest.idle)
    assert done[3:] == ["built", "shown"]
