"""The table through a night: contests, agencies and contenders that join, rows that come and go."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar

from desk.facts.bulletin import Row
from tests.ui.hands import (
    OPENED,
    TIME,
    Hands,
    labels,
    on_disk,
    press,
    share,
    type_,
    votes,
)
from ui.comparison.columns import ComparisonColumn, What
from ui.entry.cells import CellLook
from ui.entry.model import LOOK_ROLE

CHP, AKP, DEM, YRP = share("chp"), share("ak_parti"), share("dem_parti"), share("yeniden_refah")


# Contests


@pytest.mark.parametrize("number", [1, 2, 3])
def test_alt_and_a_number_choose_the_contest(at_blank: Hands, number: int) -> None:
    contests = at_blank.session.election.contests
    press(f"Alt+{number % 3 + 1}", f"Alt+{number}")
    entry = at_blank.night.entry
    assert entry.contest == contests[number - 1].id
    assert entry.findChild(QTabBar, "entry.contests").currentIndex() == number - 1


def test_the_contest_is_chosen_from_any_pane(at_demo: Hands) -> None:
    for pane, key, contest in (("Ctrl+2", "Alt+3", 2), ("Ctrl+K", "Alt+2", 1), ("F6", "Alt+1", 0)):
        press(pane, key)
        assert at_demo.night.entry.contest == at_demo.session.election.contests[contest].id


def test_each_contest_has_figures_of_its_own(at_blank: Hands) -> None:
    for number, typed in ((1, "51"), (2, "52"), (3, "53")):
        press(f"Alt+{number}")
        at_blank.key("AA", CHP, typed)
        press("Ctrl+Return")
    for number, typed in ((1, "51"), (2, "52"), (3, "53")):
        press(f"Alt+{number}")
        assert at_blank.says("AA", CHP) == typed
        contest = at_blank.session.election.contests[number - 1].id
        model = at_blank.night.comparison.model
        column = model.columns.index(ComparisonColumn(What.SHARE_A, "chp"))
        shown = model.index(model.row_of("İstanbul"), column).data()
        assert shown == typed, "every view shows the contest"
        assert len(at_blank.session.bulletins(contest, "İstanbul")) == 1


def test_the_cursor_keeps_its_row_from_place_to_place(at_blank: Hands) -> None:
    at_blank.stand("ANKA", DEM)
    press("Ctrl+PgDown")
    assert at_blank.night.place == "Adalar"
    assert at_blank.here() == ("ANKA", DEM)
    press("Alt+2", "Ctrl+PgUp")
    assert at_blank.night.place == "İstanbul"
    assert at_blank.here() == ("ANKA", DEM)


# Blank is never 0


def test_a_contender_missing_from_a_bulletin_is_left_empty(at_demo: Hands) -> None:
    at_demo.find("beyoğlu")
    assert at_demo.says("ANKA", YRP) == "2"
    assert at_demo.says("AA", YRP) == ""
    assert at_demo.gap(YRP) == ""
    assert at_demo.gap(CHP) == "6,18"


def test_a_contender_missing_from_a_newer_bulletin_is_not_carried_on(at_demo: Hands) -> None:
    assert at_demo.says("AA", DEM) == "1,26"
    at_demo.key("AA", TIME, "1955")
    at_demo.key("AA", CHP, "57")
    at_demo.key("AA", AKP, "37")
    assert at_demo.cell("AA", DEM).data(LOOK_ROLE) == CellLook.OLDER
    at_demo.stand("AA", CHP)
    press("Ctrl+Return")
    assert at_demo.says("AA", DEM) == ""
    assert at_demo.gap(DEM) == ""
    comparison = at_demo.night.comparison.model
    row = comparison.row_of(at_demo.night.place)
    heads = [
        comparison.headerData(n, Qt.Orientation.Horizontal) for n in range(comparison.columnCount())
    ]
    assert comparison.index(row, heads.index("DEM Parti\nAA")).data() == ""
    assert comparison.index(row, heads.index("DEM Parti\ngap")).data() == ""


def test_figures_of_another_topic_stay_and_say_when(at_demo: Hands) -> None:
    at_demo.key("AA", TIME, "1955")
    at_demo.key("AA", OPENED, "12")
    press("Ctrl+Return")
    assert at_demo.says("AA", CHP) == "58,63"
    assert at_demo.cell("AA", CHP).data(LOOK_ROLE) == CellLook.OLDER
    told = str(at_demo.cell("AA", CHP).data(Qt.ItemDataRole.ToolTipRole))
    assert told.splitlines()[0] == "AA at 19.25"


# Rows that come and go


def test_rows_for_votes_come_and_go(at_blank: Hands) -> None:
    assert "CHP, votes" not in labels(at_blank)
    press("Ctrl+Shift+V")
    assert "CHP, votes" in labels(at_blank)
    at_blank.key("AA", votes("chp"), "13.729")
    assert at_blank.says("AA", votes("chp")) == "13.729"
    assert at_blank.here() == ("AA", votes("ak_parti"))
    at_blank.stand("AA", votes("chp"))
    press("Ctrl+Shift+V")
    assert at_blank.here() == ("AA", votes("chp")), "a row with a figure stays"
    press("Delete")
    assert "CHP, votes" not in labels(at_blank)
    type_("5")
    assert at_blank.typing == "5", "the cursor went with the row"


def test_rows_can_stand_in_the_order_of_the_shares(at_demo: Hands) -> None:
    at_demo.find("beyoğlu")
    usual = labels(at_demo)
    press("Ctrl+Shift+O")
    by_share = labels(at_demo)
    assert by_share[4:6] == ["CHP", "AKP"]
    assert set(by_share) == set(usual)
    at_demo.key("AA", AKP, "70")
    assert labels(at_demo) == by_share, "rows stay put under a typing hand"


def test_undo_and_redo_leave_the_cursor_where_it_is(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    press("Ctrl+Return")
    at_blank.stand("AA", CHP)
    for key in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y"):
        press(key)
        assert at_blank.here() == ("AA", CHP)


# A desk that only reads


@pytest.fixture
def reading(at_demo: Hands, night_file: Callable[[str], Path]) -> Hands:
    path = at_demo.session.path
    assert at_demo.window.open_path(path, read_only=True)
    return at_demo


@pytest.mark.parametrize("row", [CHP, TIME, OPENED])
def test_a_reading_desk_lets_nothing_be_typed(reading: Hands, row: Row | None) -> None:
    before = on_disk(reading.session.path, "SELECT count(*) FROM draft")
    reading.stand("AA", row)
    for key in ("F2", "Delete", "Ctrl+Return", "F4", "Shift+F4", "Ctrl+Z", "Ctrl+Shift+N"):
        press(key)
        assert reading.typing is None
    type_("58,63")
    assert reading.typing is None
    assert on_disk(reading.session.path, "SELECT count(*) FROM draft") == before


def test_a_reading_desk_says_so(reading: Hands) -> None:
    assert "read only" in reading.window.statusBar().findChild(QLabel, "status.access").text()
    assert not reading.night.entry.findChild(QPushButton, "entry.file").isEnabled()
    assert not reading.night.entry.findChild(QPushButton, "entry.discard").isVisible()
    assert not reading.night.bulletins.correct.isEnabled()
    press("Ctrl+2")
    reading.night.comparison.select("Beyoğlu")
    before = reading.night.comparison.model.chosen_places()
    press("Space")
    assert reading.night.comparison.model.chosen_places() == before


def test_a_draft_survives_closing_and_opening(at_blank: Hands) -> None:
    path = at_blank.session.path
    at_blank.key("AA", TIME, "1925")
    at_blank.key("AA", CHP, "58,63")
    press("Ctrl+W")
    assert at_blank.window.open_path(path)
    assert at_blank.says("AA", CHP) == "58,63"
    assert at_blank.says("AA", TIME) == "19.25"
    draft = at_blank.draft("AA")
    assert draft is not None and draft.figures == {CHP: Decimal("58.63")}
