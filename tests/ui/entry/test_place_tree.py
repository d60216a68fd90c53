"""The list of places folds by province, with keys and mouse, and tells the worst of the hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.facts.edits import Withdraw
from desk.file.session import Session
from desk.nights import loading
from desk.nights.answers import Level, NightAnswers, NightKind
from desk.nights.choosing import named_in
from desk.nights.making import to_file
from tests.desk.conftest import night_clock
from tests.ui.hands import Hands, press, share, type_
from ui.entry.place_tree import FOLDED, INDENT, INSIDE, OPEN
from ui.entry.places_model import PlaceColumn
from ui.widgets.marks import WRONG
from ui.window.main_window import MainWindow

Open = Callable[..., Hands]


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Open:
    def make(kind: NightKind, places: str, level: Level = Level.DISTRICT) -> Hands:
        day = date(2028, 5, 14) if kind.is_national else date(2029, 3, 25)
        answers = NightAnswers(kind, day, named_in(places), level=level)
        path = tmp_path / "night.secim"
        Session.create(path, loading.of(to_file(answers)).election, night_clock).close()
        assert window.open_path(path)
        return Hands(qtbot, window)

    return make


def lines(hands: Hands) -> list[str]:
    model = hands.night.places.model
    return [model.place_at(row) for row in range(model.rowCount())]


def under_cursor(hands: Hands) -> str:
    panel = hands.night.places
    return panel.model.place_at(panel.list.currentIndex().row())


def text(hands: Hands, place: str) -> str:
    model = hands.night.places.model
    row = model.row_of(place)
    assert row is not None
    return str(model.index(row, PlaceColumn.NAME).data())


def test_mayors_of_three_provinces_stand_under_their_provinces(opened: Open) -> None:
    hands = opened(NightKind.LOCAL, "Çanakkale,Bilecik,Malatya")
    model = hands.night.places.model
    hands.night.entry.choose_contest([c.id for c in hands.session.election.contests].index("bb"))
    shown = lines(hands)
    heads = [name for row, name in enumerate(shown) if model.state(row) == OPEN]
    assert heads == ["Bilecik", "Çanakkale", "Malatya"]
    assert shown[0] == "Bilecik" and shown[1] == "Bozüyük"
    assert model.is_heading(0) and model.state(1) == INSIDE
    # What is a heading alone is no place to go to: the cursor may stand on it.
    hands.night.go_to("Bozüyük")
    hands.night.places.list.setFocus()
    press("Left")
    assert under_cursor(hands) == "Bilecik" and hands.night.place == "Bozüyük"
    press("Left")
    assert lines(hands)[:2] == ["Bilecik", "Çanakkale"] and model.state(0) == FOLDED
    assert under_cursor(hands) == "Bilecik" and hands.night.place == "Bozüyük"
    assert text(hands, "Bilecik") == "Bilecik  8"
    press("Right", "Right")
    assert under_cursor(hands) == hands.night.place == "Bozüyük"
    press("Left")
    type_("*")
    assert lines(hands) == ["Bilecik", "Çanakkale", "Malatya"]
    type_("*")
    assert lines(hands) == shown


def test_a_name_says_where_it_lies_only_where_that_is_not_seen(opened: Open) -> None:
    hands = opened(NightKind.LOCAL, "Çanakkale,Bilecik")
    hands.night.entry.choose_contest([c.id for c in hands.session.election.contests].index("bb"))
    assert text(hands, "Merkez (Bilecik)") == "Merkez"
    model = hands.night.places.model
    row = model.row_of("Merkez (Bilecik)") or 0
    said = model.index(row, PlaceColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Merkez (Bilecik)"
    model.order_by("gap")
    assert text(hands, "Merkez (Bilecik)") == "Merkez (Bilecik)"


def test_a_folded_province_tells_the_worst_of_its_places(opened: Open) -> None:
    hands = opened(NightKind.LOCAL, "Çanakkale,Bilecik,Malatya")
    hands.night.entry.choose_contest([c.id for c in hands.session.election.contests].index("bb"))
    model = hands.night.places.model
    hands.night.go_to("Biga")
    hands.key("AA", share("chp"), "77,5")
    hands.key("AA", share("ak_parti"), "55,5")
    hands.night.entry.file()
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)
    model.fold(("Çanakkale", "Bilecik"), folded=True)
    row = model.row_of("Çanakkale")
    assert row is not None and model.mark_at(row) == WRONG
    assert text(hands, "Çanakkale") == "Çanakkale  1/12"
    told = model.index(row, PlaceColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Çanakkale, 12 places, 1 of them marked, folded"
    other = model.row_of("Bilecik")
    assert other is not None and not model.mark_at(other)
    # It follows while it is folded.
    [bulletin] = hands.session.bulletins("bb", "Biga")
    hands.night.bridge.do(Withdraw((bulletin.id,), "sums"))
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)
    assert hands.night.watch.place("Biga") == [] and text(hands, "Çanakkale") == "Çanakkale  12"


def test_a_name_is_found_in_what_is_folded_and_by_its_province(opened: Open) -> None:
    hands = opened(NightKind.PRESIDENTIAL, "Türkiye")
    model = hands.night.places.model
    assert len(lines(hands)) == 85
    assert lines(hands)[:3] == ["Türkiye", "Yurt içi", "Adana"]
    press("Ctrl+K")
    type_("bozüyük")
    assert lines(hands) == ["Bozüyük"]
    press("Return")
    assert hands.night.place == "Bozüyük" == under_cursor(hands)
    assert len(lines(hands)) == 85 + 8
    press("Ctrl+K")
    type_("bilecik")
    assert set(lines(hands)) >= {"Bilecik", "Bozüyük", "Merkez (Bilecik)"}
    assert under_cursor(hands) == "Bilecik"
    press("Escape")
    hands.night.places.list.setFocus()
    type_("*")
    assert len(lines(hands)) == 85 + 973
    type_("*")
    assert len(lines(hands)) == 85
    assert len(model.folds["cb"]) == 81


def test_it_is_folded_again_as_it_was_left(opened: Open, window: MainWindow) -> None:
    hands = opened(NightKind.PRESIDENTIAL, "Türkiye")
    hands.night.go_to("Bozüyük")
    path = hands.session.path
    assert window.close_night() and window.open_path(path)
    assert hands.night.place == "Bozüyük" and len(lines(hands)) == 93


def test_the_mouse_folds_by_the_arrow_and_chooses_by_the_name(opened: Open) -> None:
    hands = opened(NightKind.PRESIDENTIAL, "Türkiye")
    panel = hands.night.places
    hands.night.folding.find_place()
    QApplication.processEvents()
    row = panel.model.row_of("Ankara")
    assert row is not None
    box = panel.list.visualRect(panel.model.index(row, PlaceColumn.NAME))
    left = Qt.MouseButton.LeftButton
    at = QPoint(box.left() + INDENT // 2, box.center().y())
    QTest.mouseClick(panel.list.viewport(), left, pos=at)
    assert len(lines(hands)) == 85 + 25 and hands.night.place != "Ankara"
    QTest.mouseClick(panel.list.viewport(), left, pos=at)
    assert len(lines(hands)) == 85
    QTest.mouseClick(panel.list.viewport(), left, pos=QPoint(box.left() + 60, box.center().y()))
    assert hands.night.place == "Ankara" and len(lines(hands)) == 85


def test_stepping_goes_past_headings_and_into_what_is_folded(opened: Open) -> None:
    hands = opened(NightKind.LOCAL, "Çanakkale,Bilecik,Malatya")
    hands.night.entry.choose_contest([c.id for c in hands.session.election.contests].index("bb"))
    model = hands.night.places.model
    model.fold(("Bilecik", "Çanakkale"), folded=True)
    hands.night.go_to("Yenipazar")
    model.fold(("Çanakkale",), folded=True)
    press("Ctrl+PgDown")
    assert hands.night.place == "Ayvacık"
    press("Ctrl+PgUp")
    assert hands.night.place == "Yenipazar"


def test_another_order_and_one_province_are_lists_as_before(opened: Open) -> None:
    hands = opened(NightKind.LOCAL, "Çanakkale")
    model = hands.night.places.model
    assert not model.folds_now
    assert not any(model.is_heading(row) for row in range(model.rowCount()))
    hands.night.places.list.setFocus()
    before = hands.night.place
    press("Left")
    assert hands.night.place == before
