"""Typed text that is a figure in any spelling, and text that is none: refused, kept, never lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMessageBox

from desk.facts.bulletin import Item, Row
from tests.ui.conftest import Answers
from tests.ui.hands import (
    LEADER,
    OPENED,
    POINTS,
    TIME,
    Hands,
    focus,
    meeting,
    on_disk,
    press,
    share,
    type_,
    votes,
)
from ui.entry.cells import CellLook
from ui.entry.model import LOOK_ROLE
from ui.widgets import dialogs

REAL_QUESTION = dialogs.sure
"""Taken before the fixture `answers` puts its own in its place."""
CHP, AKP = share("chp"), share("ak_parti")
REFUSED = ["58,6,3", "5863", "120", "-3", "58,635", "abc", "4.211.219"]


@pytest.mark.parametrize("typed", ["58,63", "58.63", "%58,63", "yüzde 58,63", " 58,63 %"])
def test_spellings_of_one_figure(at_blank: Hands, typed: str) -> None:
    at_blank.key("AA", CHP, typed)
    draft = at_blank.draft("AA")
    assert draft is not None and str(draft.figures[CHP]) == "58.63"
    assert at_blank.says("AA", CHP) == "58,63"
    assert at_blank.message == ""


@pytest.mark.parametrize("typed", REFUSED)
@pytest.mark.parametrize("end", ["Return", "Tab"])
def test_what_is_no_share_is_refused(at_blank: Hands, typed: str, end: str) -> None:
    at_blank.key("AA", CHP, typed, end)
    assert at_blank.typing == typed
    assert at_blank.message.startswith(f"▲ “{typed}” ") and at_blank.message.endswith(".")
    assert at_blank.here() == ("AA", CHP)
    assert at_blank.draft("AA") is None
    assert on_disk(at_blank.session.path, "SELECT * FROM draft") == []


@pytest.mark.parametrize("typed", REFUSED)
def test_a_refused_text_can_be_mended_on_the_spot(at_blank: Hands, typed: str) -> None:
    at_blank.key("AA", CHP, typed)
    press("Ctrl+A")
    type_("58,63")
    press("Return")
    assert at_blank.says("AA", CHP) == "58,63"
    assert at_blank.here() == ("AA", AKP)
    assert at_blank.message == ""


@pytest.mark.parametrize("typed", REFUSED)
def test_a_refused_text_survives_the_loss_of_the_focus(at_blank: Hands, typed: str) -> None:
    at_blank.stand("AA", CHP)
    type_(typed)
    press("Ctrl+K")
    assert at_blank.typing is None
    assert at_blank.says("AA", CHP) == typed
    assert at_blank.cell("AA", CHP).data(LOOK_ROLE) == CellLook.REFUSED
    assert typed in at_blank.cell("AA", CHP).data(3)
    assert at_blank.message.startswith(f"▲ “{typed}” ")
    assert at_blank.draft("AA") is None


def test_filing_waits_until_the_refused_text_is_mended(at_blank: Hands) -> None:
    at_blank.key("AA", AKP, "35,94")
    at_blank.stand("AA", CHP)
    type_("5863")
    press("Ctrl+K", "Escape")
    at_blank.stand("AA", AKP)
    press("Ctrl+Return")
    assert "“5863” was not accepted and is still in its cell" in at_blank.message
    assert at_blank.draft("AA") is not None
    at_blank.stand("AA", CHP)
    press("F2")
    assert at_blank.typing == "5863"
    press("Home", "Right", "Right")
    type_(",")
    press("Return")
    assert at_blank.says("AA", CHP) == "58,63"
    press("Ctrl+Return")
    assert at_blank.draft("AA") is None
    assert at_blank.message.startswith("Filed: AA")


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_filing_goes_on_once_the_refused_text_is_cleared(at_blank: Hands, key: str) -> None:
    at_blank.key("AA", AKP, "35,94")
    at_blank.stand("AA", CHP)
    type_("120")
    press("Ctrl+K", "Escape")
    at_blank.stand("AA", CHP)
    press(key)
    assert at_blank.says("AA", CHP) == ""
    press("Ctrl+Return")
    assert at_blank.draft("AA") is None


def test_a_refused_text_left_as_it_is_is_refused_again(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    type_("120")
    press("Ctrl+K", "Escape")
    at_blank.stand("AA", CHP)
    press("F2", "Return")
    assert at_blank.typing == "120"
    assert at_blank.message.startswith("▲ “120” ")


def test_the_other_agency_files_while_a_text_waits(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    type_("120")
    press("Ctrl+K", "Escape")
    at_blank.key("ANKA", CHP, "63,89")
    press("Ctrl+Return")
    assert at_blank.message.startswith("Filed: ANKA")


def test_ctrl_enter_in_an_editor_with_a_refused_text_files_nothing(at_blank: Hands) -> None:
    at_blank.key("AA", AKP, "35,94")
    at_blank.stand("AA", CHP)
    type_("120")
    press("Ctrl+Return")
    assert at_blank.typing == "120"
    assert at_blank.message.startswith("▲ “120” ")
    assert at_blank.draft("AA") is not None


def test_a_refused_text_waits_while_other_places_are_seen(at_blank: Hands) -> None:
    at_blank.stand("AA", CHP)
    type_("58,6,3")
    at_blank.find("uskudar")
    assert at_blank.night.place == "Üsküdar"
    assert at_blank.says("AA", CHP) == ""
    at_blank.find("istanbul")
    assert at_blank.says("AA", CHP) == "58,6,3"


@pytest.mark.parametrize("away", ["Alt+2", "Ctrl+PgDown", "Ctrl+2", "F6"])
def test_a_good_text_is_taken_wherever_the_editor_goes(at_blank: Hands, away: str) -> None:
    at_blank.stand("AA", CHP)
    source = at_blank.source("AA")
    type_("58,63")
    press(away)
    draft = at_blank.session.draft(source)
    assert draft is not None and draft.figures == {CHP: Decimal("58.63")}
    assert at_blank.session.drafts() == (draft,)
    assert at_blank.typing is None


@pytest.mark.parametrize("away", ["Alt+2", "Ctrl+PgDown", "Ctrl+2", "F6"])
def test_a_bad_text_is_kept_wherever_the_editor_goes(at_blank: Hands, away: str) -> None:
    at_blank.stand("AA", CHP)
    source = at_blank.source("AA")
    type_("58,6,3")
    press(away)
    waiting = at_blank.night.entry.model.refused_in(source)
    assert waiting is not None and waiting.values["text"] == "58,6,3"
    assert at_blank.session.drafts() == ()


@pytest.mark.parametrize("name", ["votes", "byShare"])
def test_other_rows_do_not_lose_what_is_being_typed(at_blank: Hands, name: str) -> None:
    at_blank.stand("AA", CHP)
    type_("58,63")
    at_blank.window.actions_.by_name[name].trigger()
    assert at_blank.says("AA", CHP) == "58,63"


@pytest.mark.parametrize("typed", ["58,63", "58,6,3"])
def test_another_language_does_not_lose_what_is_being_typed(at_blank: Hands, typed: str) -> None:
    at_blank.stand("AA", CHP)
    type_(typed)
    at_blank.speak("tr")
    assert at_blank.says("AA", CHP) == typed or at_blank.typing == typed
    assert at_blank.here() == ("AA", CHP)
    assert focus() is at_blank.night.entry.view


def test_closing_takes_a_good_text(at_blank: Hands, answers: Answers) -> None:
    path = at_blank.session.path
    at_blank.stand("AA", CHP)
    type_("58,63")
    press("Ctrl+W")
    assert at_blank.window.night is None
    assert answers.asked == []
    assert on_disk(path, "SELECT value FROM draft_figure") == [("58.63",)]


@pytest.mark.parametrize(("keys", "stays"), [(("Return",), True), (("Tab", "Space"), False)])
def test_the_question_on_the_screen_is_answered_by_its_keys(
    at_blank: Hands, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], stays: bool
) -> None:
    at_blank.stand("AA", CHP)
    type_("58,6,3")
    with monkeypatch.context() as real, meeting(lambda _: press(*keys)):
        real.setattr(dialogs, "sure", REAL_QUESTION)
        press("Ctrl+W")
    assert (at_blank.window.night is not None) is stays


@pytest.mark.parametrize("key", ["Ctrl+W", "Ctrl+Q"])
def test_closing_asks_about_a_bad_text(at_blank: Hands, answers: Answers, key: str) -> None:
    answers.answer = QMessageBox.StandardButton.Cancel
    at_blank.stand("AA", CHP)
    type_("58,6,3")
    press(key)
    assert len(answers.asked) == 1
    assert at_blank.window.isVisible()
    assert at_blank.typing == "58,6,3" or at_blank.says("AA", CHP) == "58,6,3"
    answers.answer = QMessageBox.StandardButton.Discard
    press(key)
    assert at_blank.window.night is None


@pytest.mark.parametrize(
    ("row", "typed", "shown"),
    [
        (OPENED, "10", "10"),
        (POINTS, "7,74", "7,74"),
        (Row(Item.OPENED_BOXES), "1.204", "1.204"),
        (Row(Item.LEAD_VOTES), "28 bin 27", "28.027"),
        (Row(Item.TURNOUT), "78,1", "78,1"),
        (LEADER, "İmamoğlu", "İmamoğlu"),
        (LEADER, "imamoglu", "İmamoğlu"),
        (LEADER, "AK Parti", "Kurum"),
    ],
)
def test_every_kind_of_figure(at_blank: Hands, row: Row, typed: str, shown: str) -> None:
    at_blank.key("AA", row, typed)
    assert at_blank.says("AA", row) == shown
    assert at_blank.message == ""


@pytest.mark.parametrize(
    ("row", "typed"),
    [
        (Row(Item.OPENED_BOXES), "12,5"),
        (Row(Item.LEAD_VOTES), "çok"),
        (LEADER, "Nobody"),
        (POINTS, "774"),
        (TIME, "2561"),
        (votes("chp"), "58,63"),
    ],
)
def test_every_kind_of_refusal(at_blank: Hands, row: Row | None, typed: str) -> None:
    at_blank.window.actions_.by_name["votes"].trigger()
    at_blank.key("AA", row, typed)
    assert at_blank.typing == typed
    assert typed in at_blank.message
    assert at_blank.draft("AA") is None
