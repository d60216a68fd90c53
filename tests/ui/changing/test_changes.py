"""Places and contenders changed in the night with real keys: asked, done, shown, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from desk.facts.bulletin import Item, Row
from desk.facts.edits import AddPlace, RenamePlace
from desk.facts.election import Place, PlaceKind
from desk.file.session import Session
from desk.nights import loading
from desk.nights.answers import NightAnswers, NightKind
from desk.nights.choosing import named_in
from desk.nights.making import to_file
from tests.desk.conftest import night_clock
from tests.ui.charts.test_map import open_map
from tests.ui.hands import Hands, labels, meeting, press, share, type_
from ui.changing.places import AskCounts, AskPlace
from ui.night.page import BOARD, CHARTS, COMPARISON, ENTRY, LEDGER, MAP, POSTS, SHEETS
from ui.window.main_window import MainWindow


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Hands:
    """A local night in Çanakkale that has forgotten Kepez."""
    answers = NightAnswers(NightKind.LOCAL, date(2029, 3, 25), named_in("Çanakkale"))
    path = tmp_path / "night.secim"
    Session.create(path, loading.of(to_file(answers)).election, night_clock).close()
    assert window.open_path(path)
    found = Hands(qtbot, window)
    found.night.go_to("Biga")
    return found


def listed(hands: Hands) -> set[str]:
    model = hands.night.places.model
    return {model.place_at(row) for row in range(model.rowCount())}


def add_kepez(dialog: QDialog) -> None:
    assert isinstance(dialog, AskPlace)
    type_("çanakkale kepez")
    assert dialog.registered.text() == "27.577"
    assert dialog.within.text() == "Merkez"
    press("Return")


def test_a_place_of_the_country_is_added_by_its_name_and_undone(hands: Hands) -> None:
    with meeting(add_kepez):
        press("Ctrl+Shift+R")
    assert hands.night.place == "Kepez" and "Kepez" in listed(hands)
    assert hands.night.bridge.messages.text() == "Added: Kepez."
    assert "27,577" in hands.night.entry.head._facts.text()
    hands.key("AA", share("chp"), "55,5")
    press("Ctrl+Z", "Ctrl+Z")
    assert "Kepez" not in listed(hands)
    assert hands.night.place in listed(hands)
    press("Ctrl+Y")
    assert hands.night.place == "Kepez"


@pytest.mark.parametrize("page", [ENTRY, COMPARISON, BOARD, POSTS, LEDGER, MAP, CHARTS, SHEETS])
def test_no_page_is_left_on_a_place_that_goes(hands: Hands, page: int) -> None:
    bridge = hands.night.bridge
    for each in (COMPARISON, BOARD, POSTS, LEDGER, MAP, CHARTS, SHEETS):
        hands.night.show_page(each)
    within = hands.session.election.place("Biga").id
    bridge.do(AddPlace(Place("Gümüşçay", PlaceKind.TOWN, 4, 900, "x", "", within), ("bb",)))
    hands.night.go_to("Gümüşçay")
    hands.night.show_page(page)
    QApplication.processEvents()
    bridge.do(RenamePlace("Gümüşçay", "Gümüş", "Gümüş"))
    QApplication.processEvents()
    assert hands.night.place == "Gümüş"
    bridge.undo_stack.undo()
    assert hands.night.place == "Gümüşçay"
    bridge.undo_stack.undo()
    QApplication.processEvents()
    assert hands.night.place in listed(hands)
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)


def test_boxes_voters_and_the_hour_of_one_contest_are_corrected(hands: Hands) -> None:
    before = hands.session.election

    def correct(dialog: QDialog) -> None:
        assert isinstance(dialog, AskCounts)
        assert dialog.scope.currentData() == "bb"
        dialog.boxes.setFocus()
        dialog.boxes.selectAll()
        type_("12")
        press("Tab", "Tab")
        type_("16.00")
        press("Return")

    hands.night.places.list.setFocus()
    with meeting(correct):
        press("F2")
    election = hands.session.election
    assert election.boxes("bb", "Biga") == 12
    assert f"{election.closing('bb', 'Biga'):%H.%M}" == "16.00"
    assert election.boxes("igm", "Biga") == before.boxes("igm", "Biga")
    assert "12 boxes" in hands.night.entry.head._facts.text()
    # What is found follows: more boxes than there are.
    hands.key("AA", Row(Item.OPENED_BOXES), "13")
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)
    assert "F203" in [one.code for one in hands.night.watch.place("Biga")]
    press("Ctrl+Z", "Ctrl+Z")
    assert hands.session.election.boxes("bb", "Biga") == before.boxes("bb", "Biga")
    assert hands.session.election.closing("bb", "Biga") == before.closing("bb", "Biga")


def test_a_refusal_stays_in_the_form(hands: Hands) -> None:
    def wrong(dialog: QDialog) -> None:
        assert isinstance(dialog, AskPlace)
        type_("Biga")
        press("Return")
        assert dialog.isVisible() and "already there" in dialog.message.text()
        dialog.boxes.setFocus()
        type_("abc")
        press("Return")
        assert dialog.isVisible() and "abc" in dialog.message.text()

    before = hands.session.election
    with meeting(wrong):
        press("Ctrl+Shift+R")
    assert hands.session.election == before


def test_a_place_is_taken_out_from_its_line_and_comes_back(hands: Hands) -> None:
    hands.night.places.list.setFocus()
    press("Delete")
    assert "Biga" not in listed(hands)
    assert hands.night.bridge.messages.text() == "Taken out: Biga."
    press("Ctrl+Z")
    assert hands.night.place == "Biga" and "Biga" in listed(hands)
    hands.key("AA", share("chp"), "55,5")
    hands.night.places.list.setFocus()
    press("Delete")
    assert "Biga" in listed(hands) and "cannot be removed" in hands.banner


def test_who_withdraws_keeps_the_row_and_every_paper_says_so(hands: Hands) -> None:
    hands.key("AA", share("chp"), "55,5")
    hands.key("AA", share("ak_parti"), "30,5")
    hands.stand("AA", share("chp"))
    press("Ctrl+Shift+J")
    assert any(label.startswith("CHP (withdrawn)") for label in labels(hands))
    assert hands.session.election.contest("bb").contender("chp").gone_from == ("Biga",)
    assert "withdrawn" in hands.night.bridge.messages.text()
    hands.night.entry.file()
    hands.night.show_page(COMPARISON)
    detail = hands.night.comparison.model.detail("Biga")
    assert "CHP (withdrawn)" in [row.name for row in detail.shares]
    hands.night.show_page(ENTRY)
    hands.stand("AA", share("chp"))
    press("Ctrl+Shift+J")
    assert hands.session.election.contest("bb").contender("chp").gone_from == ()
    hands.stand("AA", Row(Item.OPENED_BOXES))
    press("Ctrl+Shift+J")
    assert "Put the cursor" in hands.night.bridge.messages.text()


def test_the_menus_of_the_right_button_hold_what_the_keys_do(hands: Hands) -> None:
    hands.stand("AA", share("chp"))
    menu = QMenu()
    hands.night.changes.add_to(menu)
    here, wholly = menu.actions()
    here.trigger()
    chp = hands.session.election.contest("bb").contender("chp")
    assert chp.gone_from == ("Biga",) and not chp.withdrawn
    hands.night.go_to("Lapseki")
    assert not any("withdrawn" in label for label in labels(hands))
    wholly.trigger()
    assert hands.session.election.contest("bb").contender("chp").withdrawn
    assert any("CHP (withdrawn)" in label for label in labels(hands))
    menu = QMenu()
    hands.night.changes.add_place(menu, "Lapseki")
    acts = {action.objectName(): action for action in menu.actions()}
    assert set(acts) == {"change.correct", "change.remove", "change.add"}
    acts["change.remove"].trigger()
    assert "Lapseki" not in listed(hands)
    with meeting(add_kepez):
        acts["change.add"].trigger()
    assert "Kepez" in listed(hands)


def test_the_map_has_a_tile_for_what_comes(hands: Hands) -> None:
    page = open_map(hands)
    with meeting(add_kepez):
        press("Ctrl+Shift+R")
    hands.qtbot.waitUntil(lambda: "Kepez" in {tile.place for tile in page.model.tiles})


def test_who_only_reads_changes_nothing(hands: Hands, window: MainWindow) -> None:
    path = hands.session.path
    assert window.close_night() and window.open_path(path, read_only=True)
    before = hands.session.election
    hands.night.places.list.setFocus()
    press("Insert", "F2", "Delete")
    assert QApplication.activeModalWidget() is None
    menu = QMenu()
    hands.night.changes.add_place(menu, "Biga")
    assert not any(action.isEnabled() for action in menu.actions())
    assert hands.session.election == before and not hands.banner
