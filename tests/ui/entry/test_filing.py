"""Filing, correcting, withdrawing, discarding: each by its key, each taken back and done again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from desk.facts.bulletin import BulletinState
from tests.ui.hands import (
    CONTEST,
    LEADER,
    OPENED,
    PLACE,
    POINTS,
    TIME,
    Hands,
    meeting,
    press,
    share,
    type_,
)
from ui.entry.bulletins import BulletinsPanel
from ui.widgets.dialogs import AskReason

CHP, AKP, DEM = share("chp"), share("ak_parti"), share("dem_parti")


def states(hands: Hands, agency: str) -> list[BulletinState]:
    return [b.state for b in hands.session.bulletins(CONTEST, hands.night.place, agency)]


def give_reason(text: str) -> object:
    """Type a reason into the dialog that asks for one, and press Enter."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, AskReason)
        type_(text)
        press("Return")

    return meeting(act)


def test_ctrl_enter_files_the_draft(at_blank: Hands) -> None:
    at_blank.key("AA", TIME, "1925")
    at_blank.key("AA", CHP, "58,63")
    press("Ctrl+Return")
    assert at_blank.message == "Filed: AA, İstanbul, 19.25."
    assert at_blank.draft("AA") is None
    (filed,) = at_blank.session.bulletins(CONTEST, "İstanbul")
    assert filed.figures == {CHP: Decimal("58.63")}
    assert f"{filed.as_of:%H%M}" == "1925"


def test_what_is_told_of_the_cell_follows_what_is_done_while_the_cursor_stays(
    at_blank: Hands,
) -> None:
    told = at_blank.window.findChild(QLabel, "findings.cell")
    assert isinstance(told, QLabel)
    at_blank.key("AA", TIME, "1925")
    at_blank.key("AA", CHP, "58,63")
    assert told.text().endswith("draft")
    press("Ctrl+Return")
    assert told.text().endswith("filed 19.25")
    press("Ctrl+Z")
    assert told.text().endswith("draft")


@pytest.mark.parametrize("key", ["Ctrl+Return", "Ctrl+Enter"])
def test_ctrl_enter_files_from_within_the_open_editor(at_blank: Hands, key: str) -> None:
    at_blank.stand("AA", CHP)
    type_("58,63")
    press(key)
    assert at_blank.typing is None
    assert states(at_blank, "AA") == [BulletinState.STANDING]
    assert at_blank.says("AA", CHP) == "58,63"
    type_("1")
    assert at_blank.typing == "1"


def test_filing_an_empty_draft_says_why_not(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    press("Ctrl+Return")
    assert "draft for İstanbul is empty" in at_blank.message
    assert states(at_blank, "AA") == []


def test_filing_one_agency_goes_on_to_the_other_draft(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63", "Tab")
    type_("63,89")
    press("Shift+Tab", "Ctrl+Return")
    assert at_blank.here()[0] == "ANKA"
    press("Ctrl+Return")
    assert states(at_blank, "ANKA") == [BulletinState.STANDING]


def test_the_same_bulletin_twice_is_refused(at_demo: Hands) -> None:
    at_demo.key("AA", TIME, "1925")
    for row, text in ((CHP, "58,63"), (AKP, "35,94"), (DEM, "1,26")):
        at_demo.key("AA", row, text)
    press("Ctrl+Return")
    assert "already in the file" in at_demo.message
    assert at_demo.draft("AA") is not None


def test_figures_are_undone_and_done_again(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.key("AA", CHP, "58,64")
    at_blank.stand("AA", CHP)
    press("Delete")
    seen = []
    for key in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Y"):
        press(key)
        seen.append(at_blank.says("AA", CHP))
    assert seen == ["58,64", "58,63", "", "", "58,63", "58,64", ""]
    assert at_blank.draft("AA") is None


def test_filing_is_undone_and_done_again(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    press("Ctrl+Return", "Ctrl+Z")
    draft = at_blank.draft("AA")
    assert draft is not None and draft.figures == {CHP: Decimal("58.63")}
    assert states(at_blank, "AA") == [BulletinState.WITHDRAWN]
    press("Ctrl+Y")
    assert states(at_blank, "AA") == [BulletinState.STANDING]
    assert at_blank.draft("AA") is None
    press("Ctrl+Z", "Ctrl+Z")
    assert at_blank.draft("AA") is None
    press("Ctrl+Y", "Ctrl+Y")
    assert at_blank.says("AA", CHP) == "58,63"
    assert states(at_blank, "AA")[-1] is BulletinState.STANDING


def test_ctrl_z_in_an_open_editor_takes_letters_back(at_blank: Hands) -> None:
    at_blank.key("AA", CHP, "58,63")
    at_blank.stand("AA", AKP)
    type_("3")
    press("Ctrl+Z")
    assert at_blank.typing == ""
    assert at_blank.says("AA", CHP) == "58,63"


def test_a_correction_replaces_the_bulletin_with_a_reason(at_demo: Hands) -> None:
    at_demo.stand("ANKA", CHP)
    press("F4")
    draft = at_demo.draft("ANKA")
    assert draft is not None and draft.replaces is not None
    assert at_demo.here() == ("ANKA", CHP)
    type_("62,56")
    press("Return")
    with give_reason("ajans düzeltti"):
        press("Ctrl+Return")
    assert states(at_demo, "ANKA") == [BulletinState.REPLACED, BulletinState.STANDING]
    *_, newest = at_demo.session.bulletins(CONTEST, PLACE, "ANKA")
    assert newest.reason == "ajans düzeltti"
    assert newest.figures[CHP] == Decimal("62.56")
    assert newest.figures[AKP] == Decimal("35.94")
    assert at_demo.gap(CHP) == "3,93"


def test_a_correction_without_a_reason_stays_a_draft(at_demo: Hands) -> None:
    at_demo.stand("ANKA", CHP)
    press("F4")
    type_("62,56")
    press("Return")

    def think_better(dialog: QDialog) -> None:
        press("Return")
        assert dialog.isVisible(), "an empty reason was taken"
        press("Escape")

    with meeting(think_better):
        press("Ctrl+Return")
    assert states(at_demo, "ANKA") == [BulletinState.STANDING]
    assert at_demo.draft("ANKA") is not None


def test_a_correction_is_undone_and_done_again(at_demo: Hands) -> None:
    at_demo.stand("ANKA", CHP)
    press("F4")
    type_("62,56")
    with give_reason("ajans düzeltti"):
        press("Ctrl+Return")
    for keys, says, count in (
        (["Ctrl+Z"], "62,56", True),
        (["Ctrl+Z"], "63,89", True),
        (["Ctrl+Z"], "63,89", False),
        (["Ctrl+Y", "Ctrl+Y"], "62,56", True),
        (["Ctrl+Y"], "62,56", False),
    ):
        press(*keys)
        assert at_demo.says("ANKA", CHP) == says
        assert (at_demo.draft("ANKA") is not None) == count
    *_, newest = at_demo.session.bulletins(CONTEST, PLACE, "ANKA")
    assert (newest.state, newest.reason) == (BulletinState.STANDING, "ajans düzeltti")


def test_what_a_correction_clears_does_not_shine_through(at_demo: Hands) -> None:
    at_demo.stand("ANKA", DEM)
    press("F4")
    at_demo.stand("ANKA", DEM)
    press("Delete")
    assert at_demo.says("ANKA", DEM) == ""
    assert at_demo.gap(DEM) == ""


def test_a_correction_is_not_begun_over_a_draft(at_demo: Hands) -> None:
    at_demo.key("ANKA", CHP, "64")
    at_demo.stand("ANKA", CHP)
    press("F4")
    assert "draft of ANKA for Küçükçekmece is under way" in at_demo.message
    assert at_demo.says("ANKA", CHP) == "64"


@pytest.mark.parametrize("key", ["F4", "Shift+F4", "Ctrl+Shift+Backspace"])
def test_with_nothing_there_the_keys_say_so(at_blank: Hands, key: str) -> None:
    at_blank.stand("AA", CHP)
    press(key)
    assert at_blank.message.startswith("▲ There is no ")


def test_a_withdrawal_keeps_the_row_and_is_undone(at_demo: Hands) -> None:
    at_demo.stand("ANKA", CHP)
    with give_reason("yanlış ilçe"):
        press("Shift+F4")
    (withdrawn,) = at_demo.session.bulletins(CONTEST, PLACE, "ANKA")
    assert (withdrawn.state, withdrawn.state_reason) == (BulletinState.WITHDRAWN, "yanlış ilçe")
    assert at_demo.says("ANKA", CHP) == ""
    assert at_demo.gap(CHP) == ""
    press("Ctrl+Z")
    assert at_demo.says("ANKA", CHP) == "63,89"
    press("Ctrl+Y")
    assert states(at_demo, "ANKA") == [BulletinState.WITHDRAWN]


def test_a_draft_is_discarded_and_brought_back(at_demo: Hands) -> None:
    at_demo.key("AA", CHP, "59")
    press("Ctrl+Shift+Backspace")
    assert at_demo.draft("AA") is None
    assert at_demo.says("AA", CHP) == "58,63"
    press("Ctrl+Z")
    assert at_demo.says("AA", CHP) == "59"


def test_the_bulletins_beside_the_table_lead_back_to_each(at_demo: Hands) -> None:
    at_demo.key("AA", TIME, "1950")
    at_demo.key("AA", CHP, "58")
    press("Ctrl+Return")
    panel: BulletinsPanel = at_demo.night.bulletins
    press("F6", "F6")
    assert panel.list.hasFocus()
    assert "CHP: 58\n" in f"{panel.detail.toPlainText()}\n"
    press("Down")
    assert "19.25" in panel.detail.toPlainText()
    press("Return")
    draft = at_demo.draft(at_demo.here()[0])
    assert draft is not None and draft.replaces is not None
    assert f"{draft.as_of:%H%M}" == "1925"


def test_the_list_stays_with_the_bulletin_that_is_corrected_or_withdrawn(at_demo: Hands) -> None:
    at_demo.key("AA", TIME, "1950")
    at_demo.key("AA", CHP, "58")
    press("Ctrl+Return")
    panel: BulletinsPanel = at_demo.night.bulletins
    assert "19.50" in panel.detail.toPlainText(), "what was filed tells of itself"
    press("F6", "F6", "Down", "Return")
    at_demo.key(at_demo.here()[0], CHP, "57")
    with give_reason("ajans düzeltti"):
        press("Ctrl+Return")
    said = panel.detail.toPlainText()
    assert "19.25" in said and "ajans düzeltti" in said
    panel.list.setFocus()
    with give_reason("yanlış"):
        press("Delete")
    assert "19.25" in (said := panel.detail.toPlainText()) and "yanlış" in said


def test_del_on_a_bulletin_withdraws_it(at_demo: Hands) -> None:
    press("F6", "F6")
    with give_reason("yanlış"):
        press("Delete")
    newest = at_demo.night.bulletins.model.bulletin(0)
    assert newest is not None and newest.state is BulletinState.WITHDRAWN
    assert not at_demo.night.bulletins.correct.isEnabled()


def test_a_lead_alone_and_an_opened_share_alone(at_blank: Hands) -> None:
    at_blank.key("AA", LEADER, "İmamoğlu")
    at_blank.key("AA", POINTS, "7,74")
    press("Ctrl+Return")
    at_blank.key("ANKA", OPENED, "10")
    press("Ctrl+Return")
    first, second = at_blank.session.bulletins(CONTEST, "İstanbul")
    assert first.figures == {LEADER: "chp", POINTS: Decimal("7.74")}
    assert second.figures == {OPENED: Decimal(10)}
    at_blank.tick("İstanbul")
    post = at_blank.night.comparison.preview
    at_blank.qtbot.waitUntil(lambda: "İmamoğlu 7,74 puan önde" in post.view.toPlainText())
    assert "sandıkların yüzde 10'u açıldı" in post.view.toPlainText().lower()


def test_the_list_has_after_every_act_what_a_fresh_look_finds(at_blank: Hands) -> None:
    listed = at_blank.window.findChild(BulletinsPanel).model

    def held() -> None:
        fresh = at_blank.session.bulletins(CONTEST, at_blank.night.place)
        assert list(listed.all) == list(reversed(fresh))

    for agency, time in (("AA", "1925"), ("ANKA", "1930"), ("AA", "1920")):
        at_blank.key(agency, TIME, time)
        at_blank.key(agency, CHP, "58,63")
        press("Ctrl+Return")
        held()
    press("F4")
    at_blank.key("AA", CHP, "53,63")
    with give_reason("ters yazılmış"):
        press("Ctrl+Return")
    assert BulletinState.REPLACED in states(at_blank, "AA")
    held()
    with give_reason("yanlış yer"):
        press("Shift+F4")
    held()
    for key in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y", "Ctrl+Z"):
        press(key)
        held()


def test_a_correction_under_way_is_marked_by_its_own_figures_alone(at_blank: Hands) -> None:
    night = at_blank.night
    for agency in ("ANKA", "AA"):
        at_blank.key(agency, TIME, "1925")
        for row, figure in ((CHP, "58,63"), (AKP, "61,20")):
            at_blank.key(agency, row, figure)
        press("Ctrl+Return")
    press("F4")
    at_blank.qtbot.waitUntil(night.shown_findings.is_idle)
    assert night.entry.model.is_wrong(0)
    at_blank.key("AA", AKP, "31,20")
    at_blank.qtbot.waitUntil(lambda: night.watch.idle and not night.entry.model.is_wrong(0))
    told = {(one.finding.source.agency, one.code) for one in night.watch.place(night.place)}
    # The other agency's stands as it did; of the figure that is being put right nothing is said.
    assert ("ANKA", "F201") in told and ("AA", "F201") not in told
    press("Ctrl+Shift+Backspace")
    at_blank.qtbot.waitUntil(lambda: night.watch.idle and night.entry.model.is_wrong(0))
