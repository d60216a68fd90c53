"""Findings in the window: seen, gone to, taken, accepted, and never in the way."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.modeltest import ModelTester

from desk.facts.bulletin import Source
from desk.facts.codes import Code
from desk.facts.edits import FileBulletins, NewBulletin
from tests.ui.hands import CONTEST, PLACE, Hands, meeting, press, share, type_
from ui.comparison.overview import FindingColumn
from ui.entry.places_model import PlaceColumn
from ui.night.page import BOARD, FINDINGS
from ui.widgets.marks import DIFFER, DRAFT, WRONG
from ui.window.help import CodesPage, codes_html


def settle(hands: Hands) -> None:
    """Until every place has been looked at."""
    hands.qtbot.waitUntil(lambda: hands.night.watch.ready)
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)


def codes(hands: Hands) -> list[str]:
    return [one.code for one in hands.night.findings.told]


def place_mark(hands: Hands, place: str) -> str:
    model = hands.night.places.model
    row = model.row_of(place)
    assert row is not None
    return str(model.index(row, PlaceColumn.MARK).data())


def test_the_seeds_contradiction_is_seen_everywhere(at_demo: Hands) -> None:
    settle(at_demo)
    assert Code.F201.value in codes(at_demo)
    assert Code.D404.value in codes(at_demo)
    assert place_mark(at_demo, PLACE) == WRONG
    assert at_demo.night.findings.told[0].error
    cell = at_demo.cell("ANKA", share("chp"))
    assert at_demo.night.entry.model.looks(cell.row(), cell.column())[2] == WRONG
    assert "F201" in str(at_demo.night.entry.model.data(cell, 3))
    row = at_demo.night.comparison.model.row_of(PLACE)
    assert WRONG in str(at_demo.night.comparison.model.index(row, 0).data())


def test_beyoglu_and_uskudar_have_nothing_but_their_gaps(at_demo: Hands) -> None:
    settle(at_demo)
    for place in ("Beyoğlu", "Üsküdar"):
        at_demo.night.go_to(place)
        assert {code[0] for code in codes(at_demo)} <= {"D"}
        assert place_mark(at_demo, place) in ("", DIFFER)


def test_a_slip_is_found_while_it_is_typed(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.key("AA", share("chp"), "85,63")
    at_demo.key("AA", share("ak_parti"), "35,94")
    at_demo.qtbot.waitUntil(lambda: any(one.draft for one in at_demo.night.findings.told))
    told = at_demo.night.findings.told[0]
    assert told.draft
    assert not told.acceptable
    # Nothing is in the way of filing it all the same.
    press("Ctrl+Return")
    assert at_demo.draft("AA") is None


def test_the_suggestion_is_taken_with_one_key(at_demo: Hands) -> None:
    at_demo.key("AA", None, "1935")
    at_demo.key("AA", share("chp"), "85,63")
    at_demo.key("AA", share("ak_parti"), "35,94")
    at_demo.key("AA", share("dem_parti"), "1,26")
    at_demo.qtbot.waitUntil(lambda: any(one.takes for one in at_demo.night.findings.told))
    press("Ctrl+T")
    draft = at_demo.draft("AA")
    assert draft is not None
    assert str(draft.figures[share("chp")]) == "58.63"
    press("Ctrl+Z")
    assert at_demo.says("AA", share("chp")) == "85,63"


def test_enter_goes_to_the_figure(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.night.findings.take_keys()
    press("Return")
    assert QApplication.focusWidget() is at_demo.night.entry.view
    assert at_demo.here()[0] == "ANKA"


def test_accepted_with_a_reason_and_taken_back(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.night.findings.take_keys()

    def give(dialog: QDialog) -> None:
        type_("ajans boyle yayimladi")
        press("Return")

    with meeting(give):
        press("Space")
    at_demo.qtbot.waitUntil(lambda: at_demo.night.findings.told[-1].accepted != "")
    settle(at_demo)
    assert place_mark(at_demo, PLACE) != WRONG
    # Accepted findings stay to be seen.
    assert Code.F201.value in codes(at_demo)
    press("Ctrl+Z")
    at_demo.qtbot.waitUntil(lambda: at_demo.night.findings.told[0].code == Code.F201.value)


def test_an_acceptance_lapses_when_the_value_changes(at_demo: Hands) -> None:
    settle(at_demo)
    told = at_demo.night.findings.told[0]
    at_demo.night.bridge.do(at_demo.night.watch.accept(told, "yayımlandığı gibi"))
    at_demo.key("ANKA", share("chp"), "63,98")
    at_demo.key("ANKA", share("ak_parti"), "36,94")
    at_demo.key("ANKA", share("dem_parti"), "1,5")
    press("Ctrl+Return")
    at_demo.qtbot.waitUntil(
        lambda: any(
            one.code == Code.F201.value and not one.accepted for one in at_demo.night.findings.told
        )
    )


def test_the_overview_has_them_all_the_worst_first(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+3")
    assert at_demo.night.pages.currentIndex() == FINDINGS
    model = at_demo.night.overview.model
    at_demo.qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert model.index(0, FindingColumn.CODE).data() == Code.F201.value
    assert model.index(0, FindingColumn.PLACE).data() == PLACE
    assert "101,33" in at_demo.night.overview.detail.text() or "101.33" in (
        at_demo.night.overview.detail.text()
    )
    at_demo.night.go_to("Adalar")
    at_demo.night.overview.take_keys()
    press("Return")
    assert at_demo.night.place == PLACE


def test_the_board_says_where_it_matters(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+4")
    assert at_demo.night.pages.currentIndex() == BOARD
    model = at_demo.night.board.model
    at_demo.qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert {model.place(row) for row in range(model.rowCount())} >= {"Beyoğlu", "Üsküdar", PLACE}
    at_demo.night.board.take_keys()
    place = model.place(0)
    press("Return")
    assert at_demo.night.place == place


def test_a_new_bulletin_moves_no_selection_and_no_focus(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.stand("AA", share("chp"))
    here, focus = at_demo.here(), QApplication.focusWidget()
    new = NewBulletin(
        Source("ANKA", CONTEST, "Adalar"),
        at_demo.session.night_clock(),
        {share("chp"): at_demo.session.bulletins(CONTEST, PLACE)[0].figures[share("chp")]},
    )
    at_demo.night.bridge.do(FileBulletins((new,)))
    settle(at_demo)
    assert at_demo.here() == here
    assert QApplication.focusWidget() is focus
    assert at_demo.night.place == PLACE


def test_a_draft_keeps_its_own_mark(at_blank: Hands) -> None:
    settle(at_blank)
    at_blank.find("adalar")
    at_blank.key("AA", share("chp"), "55")
    settle(at_blank)
    assert place_mark(at_blank, "Adalar") == DRAFT


def test_every_code_is_on_the_page(at_demo: Hands) -> None:
    html = codes_html()
    for code in Code:
        assert f"<b>{code.value}</b>" in html
    page = CodesPage(at_demo.window)
    at_demo.qtbot.addWidget(page)
    assert "F201" in page.page.toPlainText()


def test_models_keep_qts_rules(at_demo: Hands, qtmodeltester: ModelTester) -> None:
    settle(at_demo)
    press("Ctrl+3")
    press("Ctrl+4")
    at_demo.qtbot.waitUntil(lambda: at_demo.night.board.model.rowCount() > 0)
    qtmodeltester.check(at_demo.night.overview.model)
    qtmodeltester.check(at_demo.night.board.model)
