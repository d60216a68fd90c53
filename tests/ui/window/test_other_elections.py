"""The made-up night of two provinces in the window: places by contest, seats, the map, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.facts import catalog
from desk.facts.bulletin import Item, Row
from desk.facts.edits import AddPlace, SetWithdrawn
from desk.facts.election import Place, PlaceKind
from desk.file.session import Session
from tests.desk.conftest import night_clock
from tests.ui.charts.test_map import open_map
from tests.ui.hands import Hands
from ui.window.main_window import MainWindow

FILE = Path(__file__).resolve().parents[2] / "data" / "two-provinces.json"


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Hands:
    path = tmp_path / "two.secim"
    Session.create(path, catalog.load(FILE), night_clock).close()
    assert window.open_path(path)
    return Hands(qtbot, window)


def listed(hands: Hands) -> list[str]:
    """The places in the list; a province's name over its places is none where it is not held."""
    model = hands.night.places.model
    rows = (row for row in range(model.rowCount()) if not model.is_heading(row))
    return [model.place_at(row) for row in rows]


def test_only_where_a_contest_is_held_there_is_a_table(hands: Hands) -> None:
    election = hands.session.election
    assert hands.night.place == "Merkez (Çanakkale)"
    assert set(listed(hands)) == {place.name for place in election.held("bb")}
    hands.night.go_to("Kepez")
    hands.night.entry.choose_contest(1)
    # Nobody votes for a provincial council in Kepez alone.
    assert hands.night.place == "Çanakkale"
    assert listed(hands)[:3] == ["Bilecik", "Merkez (Bilecik)", "Söğüt"]
    assert "Kepez" not in listed(hands)
    hands.night.entry.choose_contest(2)
    assert listed(hands)[:3] == ["Türkiye", "Bilecik", "Merkez (Bilecik)"]
    assert hands.night.place == "Çanakkale"


def test_what_is_typed_by_hand_goes_where_it_belongs(hands: Hands) -> None:
    hands.night.entry.choose_contest(1)
    hands.find("merkez (bil")
    assert hands.night.place == "Merkez (Bilecik)"
    hands.key("AA", Row(Item.SHARE, "chp"), "52,5")
    hands.key("AA", Row(Item.SEATS, "chp"), "7")
    hands.key("ANKA", Row(Item.SEATS, "chp"), "6")
    hands.night.entry.file()
    assert hands.gap(Row(Item.SEATS, "chp")) == "1"
    hands.night.entry.choose_contest(0)
    assert all(row.row is None or row.row.item is not Item.SEATS for row in
               hands.night.entry.model.rows)  # fmt: skip


def test_the_head_tells_what_the_contest_has_there(hands: Hands) -> None:
    hands.speak("en")
    hands.night.go_to("Merkez (Çanakkale)")
    assert "311 boxes" in hands.night.entry.head._facts.text()
    hands.night.entry.choose_contest(1)
    assert "476 boxes" in hands.night.entry.head._facts.text()
    hands.night.go_to("Söğüt")
    assert "polls close" in hands.night.entry.head._facts.text()


def test_the_map_has_the_tiles_of_its_contest(hands: Hands) -> None:
    page = open_map(hands)
    for number, contest in enumerate(hands.session.election.contests):
        hands.night.entry.choose_contest(number)
        units = {place.name for place in hands.session.election.units(contest.id)}
        assert {tile.place for tile in page.model.tiles} == units
        assert set(page.tiles._placed.tiles) == units


def test_a_place_that_comes_and_a_name_that_goes_are_seen_and_undone(hands: Hands) -> None:
    bridge = hands.night.bridge
    bridge.do(AddPlace(Place("Gümüşçay", PlaceKind.TOWN, id="503", within="303")))
    assert "Gümüşçay" in listed(hands)
    bridge.do(SetWithdrawn("bb", "chp", True))
    bridge.undo_stack.undo()
    bridge.undo_stack.undo()
    assert "Gümüşçay" not in listed(hands)
    assert not hands.session.election.contest("bb").contender("chp").withdrawn
