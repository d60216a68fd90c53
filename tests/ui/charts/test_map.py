"""The tile map in the window: a tile is a place, wherever the keys come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSizeF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk import charts
from desk.facts import catalog
from desk.facts.edits import FileBulletins, NewBulletin
from tests.pictures import gallery
from tests.ui.hands import PAIR, PLACE, Hands, press, share, type_
from ui.charts.map_model import TILE_ROLE, TilesModel
from ui.charts.map_page import MapPage
from ui.charts.map_view import letters
from ui.night.bridge import Bridge
from ui.night.page import ENTRY, MAP
from ui.window.main_window import MainWindow


def open_map(hands: Hands) -> MapPage:
    press("Ctrl+M")
    page = hands.night.late["map"].made
    assert isinstance(page, MapPage)
    hands.qtbot.waitUntil(lambda: page.is_idle and page.tiles.viewport().width() > 300)
    return page


def here(page: MapPage) -> str:
    return str(page.tiles.currentIndex().data())


def test_the_model_is_a_model(
    bridge_on: Callable[[str], Bridge], qtmodeltester: ModelTester
) -> None:
    model = TilesModel(bridge_on("demo"))
    model.show(charts.ChartAsked("map", "ibb", PAIR))
    assert model.rowCount() == 39
    qtmodeltester.check(model, force_py=True)


def test_the_current_place_wears_the_ring(at_demo: Hands) -> None:
    page = open_map(at_demo)
    assert page.tiles.hasFocus()
    assert here(page) == PLACE
    at_demo.night.go_to("Beyoğlu")
    assert here(page) == "Beyoğlu"
    at_demo.night.go_to("İstanbul")
    assert not page.tiles.currentIndex().isValid()


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("Fatih", "Up", "Beyoğlu"),
        ("Fatih", "Left", "Bayrampaşa"),
        ("Şişli", "Right", "Kadıköy"),
        ("Beşiktaş", "Right", "Üsküdar"),
        ("Kadıköy", "Left", "Şişli"),
        ("Üsküdar", "Left", "Beşiktaş"),
        ("Üsküdar", "Up", "Beykoz"),
        ("Kadıköy", "Down", "Adalar"),
        ("Silivri", "Left", "Silivri"),
        ("Fatih", "Home", "Adalar"),
        ("Fatih", "End", "Zeytinburnu"),
    ],
)
def test_arrows_go_by_geometry_and_the_window_follows(
    at_demo: Hands, start: str, key: str, end: str
) -> None:
    at_demo.night.go_to(start)
    page = open_map(at_demo)
    press(key)
    assert here(page) == end
    assert at_demo.night.place == end
    chosen = at_demo.night.places.list.currentIndex()
    assert at_demo.night.places.model.place_at(chosen.row()) == end


def test_arrows_reach_every_tile_from_every_other(at_demo: Hands) -> None:
    page = open_map(at_demo)
    places = [place.name for place in at_demo.session.election.districts]
    ways: dict[str, set[str]] = {}
    for start in places:
        ways[start] = set()
        for key in ("Left", "Right", "Up", "Down"):
            at_demo.night.go_to(start)
            press(key)
            ways[start].add(here(page))
    for start in places:
        seen, new = {start}, {start}
        while new:
            new = set[str]().union(*(ways[place] for place in new)) - seen
            seen |= new
        assert seen == set(places), start


def test_letters_go_to_a_name_and_enter_to_its_figures(at_demo: Hands) -> None:
    page = open_map(at_demo)
    type_("sar")
    assert here(page) == "Sarıyer"
    press("Return")
    assert at_demo.night.pages.currentIndex() == ENTRY
    assert at_demo.night.place == "Sarıyer"
    assert at_demo.night.entry.view.hasFocus()


def test_a_click_chooses_and_a_double_click_opens(at_demo: Hands) -> None:
    page = open_map(at_demo)
    row = page.model.row_of("Üsküdar")
    assert row is not None
    spot = page.tiles.visualRect(page.model.index(row)).center()
    QTest.mouseClick(page.tiles.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert at_demo.night.place == "Üsküdar"
    assert at_demo.night.pages.currentIndex() == MAP
    QTest.mouseDClick(page.tiles.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert at_demo.night.pages.currentIndex() == ENTRY


def test_every_tile_is_on_its_own_and_in_sight(at_demo: Hands) -> None:
    page = open_map(at_demo)
    rects = [page.tiles.visualRect(page.model.index(row)) for row in range(page.model.rowCount())]
    for number, rect in enumerate(rects):
        assert page.tiles.indexAt(rect.center()).row() == number
        assert not any(rect.intersects(other) for other in rects[:number])
    for row in range(page.model.rowCount()):
        index = page.model.index(row)
        at_demo.night.go_to(str(index.data()))
        assert page.tiles.viewport().rect().contains(page.tiles.visualRect(index))


def test_a_map_that_fits_again_has_no_bars(at_demo: Hands) -> None:
    page = open_map(at_demo)
    window, size = at_demo.window, at_demo.window.size()
    bars = (page.tiles.horizontalScrollBar(), page.tiles.verticalScrollBar())
    press("+", "+", "+", "+", "+")
    at_demo.qtbot.waitUntil(lambda: all(bar.isVisible() for bar in bars))
    press("0")
    at_demo.qtbot.waitUntil(lambda: not any(bar.isVisible() for bar in bars))
    window.resize(window.minimumSizeHint())
    at_demo.qtbot.waitUntil(lambda: any(bar.isVisible() for bar in bars))
    window.resize(size)
    at_demo.qtbot.waitUntil(lambda: not any(bar.isVisible() for bar in bars))
    assert [bar.maximum() for bar in bars] == [0, 0]


def test_long_names_are_narrow_and_leave_the_others_their_size(at_demo: Hands) -> None:
    page = open_map(at_demo)
    told, size = page.model.tiles, QSizeF(73, 82)
    found = letters(page.tiles.font(), told, size)
    names, narrow = QFontMetricsF(found.names), QFontMetricsF(found.long_names)
    widths = {tile.place: names.horizontalAdvance(tile.place) for tile in told}
    long = [place for place, width in widths.items() if width > size.width()]
    assert "Gaziosmanpaşa" in long and len(long) < 6
    assert all(narrow.horizontalAdvance(place) <= size.width() for place in long)
    assert found.names.pixelSize() == found.long_names.pixelSize()


def test_a_screen_reader_finds_every_tile_by_name(at_demo: Hands) -> None:
    page = open_map(at_demo)
    table = QAccessible.queryAccessibleInterface(page.tiles)
    assert table.text(QAccessible.Text.Name) == "Tile map of the districts"
    names = {table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())}
    assert any(name.startswith(f"{PLACE}: AA CHP +") for name in names)
    assert len(names) == 39


@pytest.mark.parametrize("mode", charts.MODES)
def test_every_mode_can_be_chosen(at_demo: Hands, mode: str) -> None:
    page = open_map(at_demo)
    page.mode.setFocus()
    press(*["Right"] * charts.MODES.index(mode))
    assert page.asked.mode == mode
    row = page.model.row_of(PLACE)
    assert row is not None
    tile = page.model.index(row).data(TILE_ROLE)
    assert len(tile.parts) == (1 if mode in ("first", "second", "gap") else 2)
    page.tiles.grab()


def test_a_tile_tells_what_is_filed(at_demo: Hands) -> None:
    page = open_map(at_demo)
    row = page.model.row_of(PLACE)
    assert row is not None
    figures = {share("chp"): Decimal("40"), share("ak_parti"): Decimal("55.5")}
    new = NewBulletin(at_demo.source("AA"), at_demo.session.night_clock(), figures)
    with at_demo.qtbot.waitSignal(page.model.dataChanged) as notice:
        assert at_demo.night.bridge.attempt(FileBulletins((new,))) is not None
    assert notice.args is not None and notice.args[0].row() == row
    at_demo.qtbot.waitUntil(lambda: page.is_idle)
    tile = page.model.index(row).data(TILE_ROLE)
    assert tile.parts[0].lines == ("AKP", "+15,5")
    assert tile.differ
    assert "önde olan farklı" in page.key.text()
    assert "AKP önde" in page.key.text()


def test_beside_the_map_stand_the_place_and_where_the_leaders_differ(at_demo: Hands) -> None:
    at_demo.window.resize(1366, 768)
    page = open_map(at_demo)
    figures = {share("chp"): Decimal("40"), share("ak_parti"): Decimal("55.5")}
    new = NewBulletin(at_demo.source("AA"), at_demo.session.night_clock(), figures)
    assert at_demo.night.bridge.attempt(FileBulletins((new,))) is not None
    beside = page.beside
    at_demo.qtbot.waitUntil(lambda: beside.model.rowCount() == 1)
    assert beside.name.text() == PLACE
    assert beside.leads.text() == "Leaders differ: AA AKP +15.5, ANKA CHP +27.95."
    assert [beside.model.index(0, n).data() for n in range(3)] == [
        PLACE,
        "AKP +15,5",
        "CHP +27,95",
    ]
    at_demo.night.go_to("Beyoğlu")
    assert beside.leads.text().startswith("Ahead: AA CHP")
    press("F6", "F6")
    assert beside.list.table.hasFocus()
    press("Down", "Return")
    assert at_demo.night.place == PLACE
    assert at_demo.night.page_in_front() == ENTRY


def test_beside_a_narrow_map_there_is_nothing(at_demo: Hands) -> None:
    page = open_map(at_demo)
    at_demo.window.resize(1200, 700)
    at_demo.qtbot.waitUntil(lambda: not page.beside.isVisible())
    press("F6")
    assert page.tiles.hasFocus()


def test_the_map_is_copied_as_a_picture(at_demo: Hands) -> None:
    page = open_map(at_demo)
    page.show_mode("opened")
    press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert isinstance(data.imageData(), QImage)
    assert "açılan sandık" in data.text()


def test_the_map_speaks_the_language_in_force(at_demo: Hands) -> None:
    page = open_map(at_demo)
    page.show_mode("age")
    at_demo.speak("tr")
    assert page.mode.currentText() == "Son bültenlerin yaşı"
    assert page.asked.mode == "age"
    assert page.tiles.accessibleName() == "İlçelerin kutu haritası"


@pytest.fixture
def country(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[Hands]:
    """At a night of 973 districts that nobody has placed."""
    election = gallery.country(catalog.load("istanbul-2024"))
    with gallery.new_night(tmp_path / "country.secim", election) as session:
        gallery.everywhere(session)
    assert window.open_path(tmp_path / "country.secim")
    yield Hands(qtbot, window)


def test_a_country_is_a_grid_that_scrolls_down_only(country: Hands) -> None:
    page = open_map(country)
    assert page.model.rowCount() == 973
    assert page.tiles.horizontalScrollBar().maximum() == 0
    assert page.tiles.verticalScrollBar().maximum() > 0
    press("End")
    QApplication.processEvents()
    index = page.tiles.currentIndex()
    assert index.row() == 972
    assert page.tiles.viewport().rect().contains(page.tiles.visualRect(index))
    press("+")
    assert page.tiles.viewport().rect().contains(page.tiles.visualRect(index))
    page.tiles.selectionModel().setCurrentIndex(
        page.model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    assert page.tiles.verticalScrollBar().value() == 0
