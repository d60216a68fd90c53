"""The grid of contenders with real keys: typed, ordered, taken out, pasted, taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desk.facts.election import ContestKind
from tests.ui.hands import press, tidy_up, type_
from tests.ui.wizard.conftest import enter
from ui.wizard.dialog import NightWizard
from ui.wizard.grid import GridColumn
from ui.wizard.who import WhoPage


@pytest.fixture
def page(wizard: NightWizard) -> Iterator[WhoPage]:
    press("Return")
    type_("ank")
    press("Return", "Return")
    yield wizard.who
    tidy_up()


def codes(page: WhoPage) -> list[str]:
    return [row.party for row in page.model.rows]


def test_it_begins_with_those_of_last_time(page: WhoPage) -> None:
    assert page.contest is ContestKind.BBB
    assert codes(page)[:2] == ["chp", "ak_parti"]
    assert "31 March 2024" in page.started.text()
    assert [page.tabs.tabText(at).rpartition("  ")[0] for at in range(3)] == [
        "Metropolitan mayor",
        "Mayor",
        "Municipal council",
    ]


def test_a_candidate_is_typed_where_the_cursor_is(page: WhoPage) -> None:
    enter("Ali Kaya")
    assert page.model.rows[0].candidate == "Ali Kaya"
    assert page.isVisible(), "Enter in a cell ends the typing, not the page"
    press("Return")
    assert not page.isVisible()


def test_what_is_still_being_typed_is_taken_with_the_page(page: WhoPage) -> None:
    type_("Ali Kaya")
    page.window().next_button.click()  # type: ignore[attr-defined]
    assert page.model.rows[0].candidate == "Ali Kaya"


def test_order_taking_out_and_taking_back(page: WhoPage) -> None:
    before = codes(page)
    press("Alt+Down")
    assert codes(page)[:2] == [before[1], before[0]]
    press("Delete")
    assert codes(page) == [before[1], *before[2:]]
    press("Space")
    assert not page.model.rows[1].shown
    press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert codes(page) == before
    assert page.plan.rows == {}
    press("Ctrl+Z")
    assert codes(page) == before


def test_a_row_is_dragged_by_its_grip(page: WhoPage) -> None:
    before = codes(page)
    page.grid.verticalHeader().moveSection(0, 2)
    assert codes(page) == [before[1], before[2], before[0], *before[3:]]


def test_a_new_row_is_a_party_or_a_person(page: WhoPage) -> None:
    count = len(page.model.rows)
    for text, party, name in (("Mavi Parti", "mavi_parti", ""), ("Can Er", "", "Can Er")):
        row = page.model.rowCount() - 1
        column = GridColumn.CANDIDATE if name else GridColumn.PARTY
        page.stand(row, column)
        enter(text)
        last = page.model.rows[-1]
        assert (last.party, last.candidate) == (party, name)
    assert len(page.model.rows) == count + 2


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        (GridColumn.PARTY, "AK Parti", "already there"),
        (GridColumn.COLOUR, "red", "no colour"),
        (GridColumn.CANDIDATE, "4 kişi", "not the name"),
        (GridColumn.PARTY, "", "neither"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    page: WhoPage, column: GridColumn, text: str, why: str
) -> None:
    before = page.model.rows
    assert not page.model.setData(page.model.index(0, column), text)
    assert why in page.message.text()
    assert page.model.rows == before


def test_every_cell_of_a_row_can_be_typed(page: WhoPage) -> None:
    for column, text in (
        (GridColumn.SHORT, "C.H.P."),
        (GridColumn.COLOUR, "#00ff00"),
        (GridColumn.ALIASES, "Halk, Altı Ok"),
        (GridColumn.CANDIDATE, "Ali Kaya"),
    ):
        assert page.model.setData(page.model.index(0, column), text)
    row = page.model.rows[0]
    assert (row.short, row.colour, row.candidate) == ("C.H.P.", "#00FF00", "Ali Kaya")
    assert row.aliases == ("Halk", "Altı Ok")
    party = page.model.party(0)
    assert (party.short, party.colour) == ("C.H.P.", "#00FF00")


def test_contests_are_turned_with_keys(page: WhoPage) -> None:
    press("Ctrl+PgDown")
    assert page.contest is ContestKind.BB
    assert not page.grid.isColumnHidden(GridColumn.PLACE)
    press("Ctrl+PgUp")
    assert page.contest is ContestKind.BBB
    assert page.grid.isColumnHidden(GridColumn.PLACE)


def test_a_copied_table_is_taken_and_taken_back(page: WhoPage) -> None:
    before = codes(page)
    QGuiApplication.clipboard().setText("CHP\tAli Kaya\nMavi Parti\tCan Er\nAKP\t4 kişi\n")
    press("Ctrl+V")
    assert page.model.rows[0].candidate == "Ali Kaya"
    assert codes(page) == [*before, "mavi_parti"]
    assert "Rows taken: 2" in page.message.text() and "Left out: 1" in page.message.text()
    press("Ctrl+Z")
    assert codes(page) == before and page.model.rows[0].candidate == ""


def test_mayors_of_places_are_pasted(page: WhoPage) -> None:
    press("Ctrl+PgDown")
    QGuiApplication.clipboard().setText("Çankaya\tCHP\tAli Kaya\nKeçiören\tCHP\tCan Er\n")
    press("Ctrl+V")
    told = [(row.place, row.candidate) for row in page.model.rows if row.place]
    assert told == [("d129", "Ali Kaya"), ("d343", "Can Er")] or len(told) == 2
    assert page.model.index(len(page.model.rows) - 2, GridColumn.PLACE).data() == "Çankaya"


def test_others_have_a_row_that_cannot_be_typed_in(page: WhoPage) -> None:
    row = len(page.model.rows)
    flags = page.model.flags(page.model.index(row, GridColumn.CANDIDATE))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert page.model.index(row, GridColumn.SHORT).data() == "Diğer"


def test_a_first_round_begins_empty_and_takes_names(wizard: NightWizard) -> None:
    press("Down", "Return", "Return")
    page = wizard.who
    assert page.model.rows == () and "Nobody yet" in page.started.text()
    page.stand(page.model.rowCount() - 1, GridColumn.PARTY)
    enter("Ayşe Kaya")
    assert [row.candidate for row in page.model.rows] == ["Ayşe Kaya"]


def test_what_others_are_can_be_read_whole(page: WhoPage) -> None:
    def room() -> tuple[int, int]:
        cell = page.model.index(len(page.model.rows), GridColumn.PARTY)
        assert cell.data().startswith("what an agency calls Diğer")
        words = page.grid.fontMetrics().horizontalAdvance(cell.data())
        return page.grid.visualRect(cell).width(), words

    for change in ((), ("Del",), ("Ctrl+Z",)):
        press(*change)
        has, needs = room()
        assert has > needs
        above = page.model.index(len(page.model.rows) - 1, GridColumn.PARTY)
        assert page.grid.visualRect(above).width() < has


def test_a_referendum_has_no_others(wizard: NightWizard) -> None:
    press(*["Down"] * 5, "Return", "Return")
    model = wizard.who.model
    assert model.contest is ContestKind.REF and not model.has_others
    assert [model.index(row, GridColumn.SHORT).data() for row in (0, 1)] == ["Evet", "Hayır"]
