"""Findings in the window: seen, gone to, taken, accepted, and never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.modeltest import ModelTester

from desk.facts.bulletin import Row, Source
from desk.facts.codes import Code
from desk.facts.edits import FileBulletins, NewBulletin
from desk.rules.checks import Checks
from tests.ui.hands import CONTEST, PLACE, Hands, meeting, press, share, type_
from ui.entry.places_model import PlaceColumn
from ui.night.page import BOARD
from ui.night.watch import FindingLine
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
    assert at_demo.night.entry.model.notes(cell.row(), cell.column()).mark == WRONG
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
    settle(at_demo)
    press("Ctrl+T")
    draft = at_demo.draft("AA")
    assert draft is not None
    assert str(draft.figures[share("chp")]) == "58.63"
    press("Ctrl+Z")
    assert at_demo.says("AA", share("chp")) == "85,63"


def test_enter_goes_to_the_figure(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.night.findings.take_keys()
    at_demo.night.findings.show_to_her(at_demo.night.findings.told[0])
    press("Return")
    assert QApplication.focusWidget() is at_demo.night.entry.view
    assert at_demo.here()[0] == "ANKA"


def test_accepted_with_a_reason_and_taken_back(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.night.findings.take_keys()
    at_demo.night.findings.show_to_her(at_demo.night.findings.told[0])

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


def chosen(hands: Hands) -> FindingLine:
    found = hands.night.findings.current()
    assert found is not None
    return found


def figure_of(hands: Hands, row: Row) -> str:
    draft = hands.draft("AA")
    assert draft is not None
    return str(draft.figures[row])


def test_the_finding_follows_the_cell(at_demo: Hands) -> None:
    """Every cell of every place that anything is found of: its finding is chosen and in sight."""
    settle(at_demo)
    looked = 0
    for place in at_demo.session.election.places:
        at_demo.night.go_to(place.name)
        told = at_demo.night.findings.told
        for slot in dict.fromkeys(slot for one in told for slot in one.finding.slots):
            at_demo.night.entry.go_to_slot(slot.source, slot.row)
            if at_demo.night.entry.slot_under_cursor() != slot:
                continue
            assert slot in chosen(at_demo).finding.slots
            assert at_demo.night.findings.sees(chosen(at_demo))
            assert QApplication.focusWidget() is at_demo.night.entry.view
            looked += 1
    assert looked > 5


def test_the_list_keeps_her_line_while_she_is_in_it(at_demo: Hands) -> None:
    settle(at_demo)
    at_demo.night.findings.take_keys()
    press("End")
    line = chosen(at_demo)
    at_demo.night.shown_findings.show_place()
    at_demo.night.findings.follow(at_demo.night.findings.told[0].finding.slots[0])
    assert chosen(at_demo) == line


def with_a_slip(hands: Hands) -> None:
    """A transposed share typed: its suggestion is found."""
    settle(hands)
    hands.key("AA", None, "1935")
    hands.key("AA", share("chp"), "85,63")
    hands.key("AA", share("ak_parti"), "35,94")
    hands.key("AA", share("dem_parti"), "1,26")
    settle(hands)


def test_what_has_just_been_found_is_in_sight_with_what_it_would_write(at_demo: Hands) -> None:
    with_a_slip(at_demo)
    for language, writes in (("en", "85.63 → 58.63"), ("tr", "85,63 → 58,63")):
        at_demo.speak(language)
        settle(at_demo)
        line = chosen(at_demo)
        assert line.draft
        assert line.takes
        assert at_demo.night.findings.sees(line)
        text = at_demo.night.findings.list.currentItem().text()
        assert text.endswith(f"Ctrl+T ⇒ AA: CHP {writes}")


def test_what_cannot_be_seen_cannot_be_taken(at_demo: Hands) -> None:
    with_a_slip(at_demo)
    before = at_demo.draft("AA")
    panel, message = at_demo.night.findings, at_demo.night.entry.message
    # On another page.
    press("Ctrl+2")
    press("Ctrl+T")
    assert at_demo.draft("AA") == before
    assert panel.sees(chosen(at_demo))
    assert "58.63" in message.text()
    # Another line is chosen.
    panel.show_to_her([one for one in panel.told if not one.takes][-1])
    press("Ctrl+T")
    assert at_demo.draft("AA") == before
    assert chosen(at_demo).takes
    # Scrolled out of sight.
    panel.list.setFixedHeight(60)
    at_demo.qtbot.waitUntil(lambda: panel.list.viewport().height() <= 60)
    bar = panel.list.verticalScrollBar()
    bar.setValue(0 if bar.value() else bar.maximum())
    assert not panel.sees(chosen(at_demo))
    press("Ctrl+T")
    assert at_demo.draft("AA") == before
    assert panel.sees(chosen(at_demo))
    press("Ctrl+T")
    assert figure_of(at_demo, share("chp")) == "58.63"


def test_a_suggestion_of_another_place_is_not_taken(at_demo: Hands) -> None:
    with_a_slip(at_demo)
    before = at_demo.draft("AA")
    at_demo.find("adalar")
    press("Ctrl+T")
    press("Ctrl+T")
    at_demo.night.go_to(PLACE)
    assert at_demo.draft("AA") == before


def test_a_suggestion_that_she_has_not_seen_yet_is_shown_first(at_demo: Hands) -> None:
    """Ctrl+T in the moment between the figure and its finding."""
    settle(at_demo)
    at_demo.key("AA", None, "1935")
    at_demo.key("AA", share("ak_parti"), "35,94")
    at_demo.key("AA", share("dem_parti"), "1,26")
    settle(at_demo)
    at_demo.key("AA", share("chp"), "85,63")
    press("Ctrl+T")
    assert figure_of(at_demo, share("chp")) == "85.63"
    press("Ctrl+T")
    assert figure_of(at_demo, share("chp")) == "58.63"


def test_until_the_night_is_judged_nobody_says_that_nothing_is_found(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(at_demo)
    at_demo.key("AA", share("chp"), "85,63")
    with monkeypatch.context() as held:
        # Slices that come to no end.
        held.setattr(Checks, "step", lambda *_: True)
        at_demo.night.entry.choose_contest(1)
        at_demo.night.entry.choose_contest(0)
        at_demo.night.bridge.reloaded.emit()
        assert at_demo.night.findings.title.text() == "Findings are being worked out…"
        press("Ctrl+T")
        assert at_demo.night.entry.message.text() == "Findings are being worked out…"
        at_demo.night.entry.choose_contest(1)
        at_demo.qtbot.waitUntil(at_demo.night.status.working.isVisible)
        press("Ctrl+D")
        assert at_demo.night.board.list.empty.isVisible()
        assert "being worked out" in at_demo.night.board.list.empty.text()
    settle(at_demo)
    assert "being worked out" not in at_demo.night.findings.title.text()
    assert not at_demo.night.status.working.isVisible()


def test_who_must_know_finishes_the_judgement(at_demo: Hands) -> None:
    """The gate asks while slices are left: it is answered from the whole of the night."""
    settle(at_demo)
    at_demo.night.bridge.reloaded.emit()
    assert not at_demo.night.watch.ready
    found = at_demo.night.watch.checks.all([CONTEST])
    assert found == Checks(at_demo.session).all([CONTEST])
    assert at_demo.night.watch.ready


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


def test_the_board_says_where_it_matters(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
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
    # No number is known yet, and there are several of anything.
    assert "; … points are missing." in html


def test_models_keep_qts_rules(at_demo: Hands, qtmodeltester: ModelTester) -> None:
    settle(at_demo)
    press("Ctrl+D")
    at_demo.qtbot.waitUntil(lambda: at_demo.night.board.model.rowCount() > 0)
    qtmodeltester.check(at_demo.night.waiting.model)
    qtmodeltester.check(at_demo.night.board.model)


def test_a_sum_that_is_let_stand_says_why(at_blank: Hands) -> None:
    """F202 is silent while nobody knows what the agency's *Diğer* leaves out."""
    model = at_blank.night.entry.model
    row = next(n for n, entry in enumerate(model.rows) if entry.kind.name == "SUM")

    def why() -> str:
        settle(at_blank)
        index = model.index(row, 0)
        said = index.data(Qt.ItemDataRole.ToolTipRole)
        assert said == index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        return str(said or "")

    for code, text in (("chp", "55,05"), ("ak_parti", "35,53"), ("diger", "2,41")):
        at_blank.key("AA", share(code), text)
    assert "F202" not in codes(at_blank)
    assert why().startswith("Below 100, but not suspected yet: what AA leaves out of Others")
    press("Ctrl+Return")
    assert "Of 1 sum 0 made 100." in why()
    at_blank.speak("tr")
    assert why().startswith("100'ün altında ama kuşku yok: AA, Diğer satırına herkesi katmıyor.")
    at_blank.key("AA", share("diger"), "9,42")
    assert why() == ""
