"""The keys of the entry table: where each one leads, and what it does to the cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from desk.facts.bulletin import Item, Row
from tests.ui.hands import LEADER, OPENED, TIME, Hands, on_disk, press, share, type_
from ui.entry.cells import CellLook
from ui.entry.model import LOOK_ROLE, EntryModel, Index
from ui.widgets import theme

CHP, AKP = share("chp"), share("ak_parti")
BOXES = Row(Item.OPENED_BOXES)


@pytest.mark.parametrize("first", ["5", "%", "y", "B", "İ", ","])
def test_any_character_starts_editing_with_itself(at_blank: Hands, first: str) -> None:
    at_blank.stand("AA", CHP)
    type_(first)
    assert at_blank.typing == first


@pytest.mark.parametrize("key", ["Return", "Enter", "Down"])
def test_enter_and_down_go_to_the_next_row(at_blank: Hands, key: str) -> None:
    at_blank.key("AA", CHP, "58,63", key)
    assert at_blank.here() == ("AA", AKP)
    assert at_blank.says("AA", CHP) == "58,63"
    assert at_blank.typing is None


@pytest.mark.parametrize("key", ["Return", "Down"])
def test_derived_rows_are_passed_over(at_blank: Hands, key: str) -> None:
    at_blank.key("AA", share("diger"), "2", key)
    assert at_blank.here() == ("AA", LEADER)
    at_blank.key("AA", LEADER, "CHP", "Up")
    assert at_blank.here() == ("AA", share("diger"))


def test_enter_without_typing_goes_down_too(at_blank: Hands) -> None:
    at_blank.stand("AA", share("diger"))
    press("Return")
    assert at_blank.here() == ("AA", LEADER)
    assert at_blank.draft("AA") is None


def test_tab_goes_to_the_other_agency_and_back(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63", "Tab")
    assert at_blank.here() == ("ANKA", CHP)
    type_("63,89")
    press("Shift+Tab")
    assert at_blank.here() == ("AA", CHP)
    assert (at_blank.says("AA", CHP), at_blank.says("ANKA", CHP)) == ("58,63", "63,89")
    press("Tab", "Tab")
    assert at_blank.here() == ("AA", CHP)


def test_escape_gives_the_old_value_back(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.stand("AA", CHP)
    type_("9")
    press("Escape")
    assert at_blank.typing is None
    assert at_blank.says("AA", CHP) == "58,63"
    assert at_blank.here() == ("AA", CHP)
    type_("7")
    assert at_blank.typing == "7"


def test_escape_gives_the_old_value_back_after_a_refusal(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.key("AA", CHP, "58,6,3")
    assert at_blank.message
    press("Escape")
    assert at_blank.says("AA", CHP) == "58,63"
    assert at_blank.typing is None
    assert at_blank.message == ""


def test_f2_changes_what_is_there(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.stand("AA", CHP)
    press("F2")
    assert at_blank.typing == "58,63"
    press("End", "Backspace")
    type_("4")
    press("Return")
    assert at_blank.says("AA", CHP) == "58,64"


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_delete_clears_to_not_reported(at_blank: Hands, key: str) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.key("AA", AKP, "35,94")
    at_blank.stand("AA", CHP)
    press(key)
    assert at_blank.says("AA", CHP) == ""
    draft = at_blank.draft("AA")
    assert draft is not None and draft.figures == {AKP: Decimal("35.94")}


def test_emptying_the_editor_clears_the_cell(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.stand("AA", CHP)
    press("F2", "Ctrl+A", "Delete", "Return")
    assert at_blank.draft("AA") is None


def test_zero_is_a_figure(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "0")
    draft = at_blank.draft("AA")
    assert draft is not None and draft.figures == {CHP: Decimal(0)}
    assert at_blank.says("AA", CHP) == "0"


def test_delete_clears_every_selected_cell(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.key("AA", AKP, "35,94")
    at_blank.stand("AA", CHP)
    press("Shift+Down", "Delete")
    assert at_blank.draft("AA") is None


def test_a_cell_is_on_the_disk_before_the_next_key(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,6", "Return")
    stored = "SELECT agency, place, item, contender, value FROM draft_figure"
    assert on_disk(at_blank.session.path, stored) == [("AA", "İstanbul", "share", "chp", "58.6")]
    type_("3")
    assert at_blank.typing == "3"
    assert len(on_disk(at_blank.session.path, stored)) == 1
    press("Tab")
    assert len(on_disk(at_blank.session.path, stored)) == 2
    assert {name.name for name in at_blank.session.path.parent.iterdir()} == {
        at_blank.session.path.name,
        f".{at_blank.session.path.name}.lock",
    }


def test_the_time_is_now_until_it_is_overtyped(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    assert at_blank.says("AA", TIME) == "19.40"
    at_blank.key("AA", TIME, "1925")
    assert at_blank.says("AA", TIME) == "19.25"
    assert at_blank.here() == ("AA", OPENED)
    draft = at_blank.draft("AA")
    assert draft is not None and draft.timed
    at_blank.stand("AA", TIME)
    press("Delete")
    assert at_blank.says("AA", TIME) == "19.40"


@pytest.mark.parametrize("typed", ["2575", "saat", "19.2.5"])
def test_what_is_no_time_is_refused(at_blank: Hands, typed: str) -> None:
    at_blank.key("AA", TIME, typed)
    assert at_blank.typing == typed
    assert at_blank.message.startswith("▲ ") and at_blank.message.endswith(".")
    assert at_blank.draft("AA") is None


def test_the_sum_and_the_lead_cannot_be_typed_into(at_blank: Hands) -> None:
    view = at_blank.night.entry.view
    for number, entry in enumerate(at_blank.night.entry.model.rows):
        for column in (0, 1, 2):
            view.go_to(number, column)
            press("F2")
            assert (at_blank.typing is not None) == (entry.editable and column < 2)
            press("Escape")


def test_a_draft_looks_like_one(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    assert at_blank.cell("AA", CHP).data(LOOK_ROLE) == CellLook.DRAFT
    assert grounds(at_blank, CHP) == {theme.ink().accent_ground.name()}
    press("Ctrl+Return")
    assert at_blank.cell("AA", CHP).data(LOOK_ROLE) == CellLook.FILED
    assert grounds(at_blank, CHP) == {theme.ink().base.name()}


def grounds(hands: Hands, row: Row) -> set[str]:
    """What AA's cell is painted on, right and left of where its text may be."""
    view = hands.night.entry.view
    box = view.visualRect(hands.cell("AA", row))
    painted = view.viewport().grab(box).toImage()
    middle = painted.height() // 2
    return {painted.pixelColor(x, middle).name() for x in (10, painted.width() // 3)}


def test_painting_the_table_asks_of_no_cell_through_qt(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column is painted between two keys: role by role it would take twice as long."""
    asked: list[object] = []
    answer = EntryModel.data

    def data(model: EntryModel, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        asked.append(role)
        return answer(model, index, role)

    monkeypatch.setattr(EntryModel, "data", data)
    view = at_demo.night.entry.view
    assert view.model().index(4, 0).data() and asked, "the model is asked as it is here"
    asked.clear()
    view.viewport().grab()
    assert not asked


def test_sum_and_lead_follow_what_is_typed(at_blank: Hands) -> None:
    model = at_blank.night.entry.model

    def derived() -> tuple[str, str]:
        number = next(n for n, entry in enumerate(model.rows) if entry.kind.name == "SUM")
        return str(model.index(number, 0).data()), model.head(0).lead

    at_blank.key("AA", CHP, "58,63")
    assert derived() == ("58,63", "CHP"), "nobody can pass it"
    at_blank.key("AA", AKP, "35,9")
    assert derived() == ("94,53", "CHP +22,73")


def test_down_with_a_gap_column_in_between_stays_in_its_column(at_blank: Hands) -> None:
    at_blank.key("ANKA", BOXES, "120")
    assert at_blank.here() == ("ANKA", Row(Item.TOTAL_BOXES))
