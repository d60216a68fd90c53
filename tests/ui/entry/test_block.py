"""Numbers pasted onto the table with real keys: down, across, refused, undone, too many."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester

from desk.facts.bulletin import Item, Row
from tests.ui.hands import (
    LEADER,
    OPENED,
    TIME,
    Hands,
    meeting,
    press,
    share,
    type_,
    votes,
)
from ui.entry.cells import CellLook
from ui.entry.model import LOOK_ROLE
from ui.entry.paste import PasteDialog

CHP, AKP, YRP, DEM = (share(c) for c in ("chp", "ak_parti", "yeniden_refah", "dem_parti"))
OTHERS = share("diger")
FIELD = "55,05\n39,23\n2,10\n"


def paste(hands: Hands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press("Ctrl+V")


def figures(hands: Hands, agency: str) -> dict[Row, str]:
    draft = hands.draft(agency)
    return {} if draft is None else {row: str(value) for row, value in draft.figures.items()}


def look(hands: Hands, agency: str, row: Row | None) -> CellLook:
    return CellLook(hands.cell(agency, row).data(LOOK_ROLE))


def test_a_column_fills_down_from_the_cell_and_is_one_act(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    paste(at_blank, FIELD)
    assert figures(at_blank, "AA") == {CHP: "55.05", AKP: "39.23", YRP: "2.10"}
    assert at_blank.here() == ("AA", CHP)
    assert "3 figures, İstanbul" in at_blank.message
    undo = at_blank.window.actions_.by_name["undo"].text()
    assert undo == "&Undo: İstanbul, AA: CHP 55,05; İstanbul, AA: AKP 39,23; İstanbul, AA: YRP 2,10"
    press("Ctrl+Z")
    assert at_blank.draft("AA") is None
    assert "CHP 55,05" in at_blank.message
    press("Ctrl+Y")
    assert figures(at_blank, "AA") == {CHP: "55.05", AKP: "39.23", YRP: "2.10"}


def test_a_block_fills_down_and_across_and_blanks_skip(at_blank: Hands) -> None:
    at_blank.key("ANKA", AKP, "7")
    at_blank.stand("AA", CHP)
    paste(at_blank, "58.63\t61,23\r\n%35,94\t\r\n\r\n1\t2\r\n")
    assert figures(at_blank, "AA") == {CHP: "58.63", AKP: "35.94", DEM: "1"}
    assert figures(at_blank, "ANKA") == {CHP: "61.23", AKP: "7", DEM: "2"}
    press("Ctrl+Z")
    assert figures(at_blank, "ANKA") == {AKP: "7"}
    assert at_blank.draft("AA") is None


def test_a_whole_column_from_the_time_on(at_blank: Hands) -> None:
    at_blank.stand("ANKA", TIME)
    paste(at_blank, "19.25\n20,03\n120\n599\n55,05\n39,23\n2,10\n\n1,1\n2,5")
    assert figures(at_blank, "ANKA") == {
        OPENED: "20.03",
        Row(Item.OPENED_BOXES): "120",
        Row(Item.TOTAL_BOXES): "599",
        CHP: "55.05",
        AKP: "39.23",
        YRP: "2.10",
        share("zafer_partisi"): "1.1",
        OTHERS: "2.5",
    }
    draft = at_blank.draft("ANKA")
    assert draft is not None and f"{draft.as_of:%H.%M}" == "19.25"


def test_what_is_no_figure_stays_in_its_cell_and_nothing_else_changes(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    paste(at_blank, "5505\n39,23\n1.2.3\n")
    assert figures(at_blank, "AA") == {AKP: "39.23"}
    assert [at_blank.says("AA", row) for row in (CHP, AKP, YRP)] == ["5505", "39,23", "1.2.3"]
    assert look(at_blank, "AA", CHP) is look(at_blank, "AA", YRP) is CellLook.REFUSED
    assert "above 100" in at_blank.message
    assert len(at_blank.night.entry.model.refused_texts()) == 2
    press("Ctrl+Return")
    assert "5505" in at_blank.message
    assert at_blank.session.bulletins("ibb", "İstanbul") == ()
    # Mended as any refused text is.
    at_blank.key("AA", CHP, "55,05")
    assert figures(at_blank, "AA") == {CHP: "55.05", AKP: "39.23"}


def test_refused_texts_go_and_come_with_their_act(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    paste(at_blank, "5505\n39,23\n1.2.3\n")
    model = at_blank.night.entry.model
    press("Ctrl+Z")
    assert at_blank.draft("AA") is None
    assert not model.refused_texts()
    assert look(at_blank, "AA", CHP) is CellLook.BLANK
    press("Ctrl+Y")
    assert {row for _, row in model.refused_texts()} == {CHP, YRP}
    at_blank.stand("AA", YRP)
    press("Delete")
    at_blank.key("AA", CHP, "55")
    assert not model.refused_texts()
    press("Ctrl+Z", "Ctrl+Z")
    assert at_blank.draft("AA") is None
    press("Ctrl+Y")
    # Cleared and mended since: they do not come back.
    assert not model.refused_texts()


@pytest.mark.parametrize(
    ("row", "text", "said"),
    [
        (CHP, "1\n" * 8, "8 × 1 cells, down and across; from this cell there is room for 6 × 2"),
        (CHP, "1\t2\t3", "1 × 3"),
        (OTHERS, FIELD, "room for 1 × 2"),
        (votes("chp"), "1\n" * 7, "7 × 1"),
    ],
)
def test_too_many_rows_are_named_and_nothing_is_entered(
    at_blank: Hands, row: Row, text: str, said: str
) -> None:
    at_blank.window.actions_.by_name["votes"].setChecked(True)
    at_blank.stand("AA", row)
    paste(at_blank, text)
    assert said in at_blank.message
    assert at_blank.session.drafts() == ()
    assert not at_blank.night.entry.model.refused_texts()
    assert not at_blank.window.actions_.by_name["undo"].isEnabled()


def test_nothing_is_pasted_onto_the_gap_or_a_sum(at_blank: Hands) -> None:
    view = at_blank.night.entry.view
    for index in (at_blank.cell("AA", CHP).siblingAtColumn(2), at_blank.cell("AA", OTHERS)):
        view.go_to(index.row() + (index.column() == 0), index.column())
        paste(at_blank, FIELD)
        assert "Nothing was entered" in at_blank.message
    assert at_blank.session.drafts() == ()


def test_a_number_in_a_leaders_row_is_refused_there(at_blank: Hands) -> None:
    at_blank.stand("AA", LEADER)
    paste(at_blank, "55,05")
    assert look(at_blank, "AA", LEADER) is CellLook.REFUSED


def test_a_block_over_a_cell_that_is_being_typed_in(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    type_("5x")
    assert at_blank.typing == "5x"
    paste(at_blank, FIELD)
    assert at_blank.typing is None
    assert figures(at_blank, "AA") == {CHP: "55.05", AKP: "39.23", YRP: "2.10"}
    assert not at_blank.night.entry.model.refused_texts()
    type_("1")
    paste(at_blank, "2,5")
    assert at_blank.typing == "12,5"


@pytest.mark.parametrize("text", ["CHP\t55,05\nAKP\t39,23", "55,05\n39,23\nDiğer"])
def test_a_letter_anywhere_makes_it_a_text_for_the_reader(at_blank: Hands, text: str) -> None:
    def seen(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        assert dialog.text.toPlainText() == text

    at_blank.stand("AA", CHP)
    with meeting(seen):
        paste(at_blank, text)
    assert at_blank.session.drafts() == ()


def test_numbers_are_read_where_the_table_has_not_the_keys(at_blank: Hands) -> None:
    at_blank.night.places.list.setFocus()
    with meeting(lambda dialog: press("Escape")):
        paste(at_blank, FIELD)
    assert at_blank.session.drafts() == ()


def test_the_model_keeps_qts_rules_with_refused_texts(
    at_blank: Hands, qtmodeltester: ModelTester
) -> None:
    at_blank.stand("AA", CHP)
    paste(at_blank, "5505\n39,23\n1.2.3\n")
    qtmodeltester.check(at_blank.night.entry.model)
