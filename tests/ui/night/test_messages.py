"""One message at a time, in one place; it names what it speaks of and goes when that is over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel

from tests.ui.hands import OPENED, PLACE, Hands, meeting, press, share, type_
from ui.entry.places_model import PlaceColumn
from ui.posts.composer import ComposerPage
from ui.widgets.dialogs import AskReason
from ui.widgets.marks import DRAFT, WAITING

CHP, AKP = share("chp"), share("ak_parti")


def file_one(hands: Hands) -> None:
    hands.key("AA", CHP, "58,63")
    hands.key("AA", AKP, "35,94")
    press("Ctrl+Return")


def withdraw_one(hands: Hands) -> None:
    hands.stand("AA", CHP)
    with meeting(give_reason):
        press("Shift+F4")


def correct_one(hands: Hands) -> None:
    hands.stand("AA", CHP)
    press("F4")


def discard_one(hands: Hands) -> None:
    hands.key("ANKA", CHP, "58,63")
    press("Ctrl+Shift+Backspace")


def refuse_one(hands: Hands) -> None:
    hands.stand("AA", CHP)
    type_("1,2,3")
    press("Return")


def find_none(hands: Hands) -> None:
    hands.stand("ANKA", CHP)
    press("Ctrl+Shift+Backspace")


def copy_picture(hands: Hands) -> None:
    press("Ctrl+G", "Ctrl+C")


def copy_sheet(hands: Hands) -> None:
    press("Ctrl+6")
    hands.night.late["sheets"].page().copy()


def give_reason(dialog: AskReason) -> None:
    type_("yanlış girildi")
    press("Return")


ACTS: dict[str, Callable[[Hands], None]] = {
    "filed": file_one,
    "withdrawn": withdraw_one,
    "correcting": correct_one,
    "discarded": discard_one,
    "refused": refuse_one,
    "none": find_none,
    "picture": copy_picture,
    "sheet": copy_sheet,
}


def another_place(hands: Hands) -> None:
    hands.find("Kadıköy")


def next_place(hands: Hands) -> None:
    press("Ctrl+PgDown")


def another_contest(hands: Hands) -> None:
    hands.night.entry.choose_contest(1)


def another_page(hands: Hands) -> None:
    press("Ctrl+D")


def another_language(hands: Hands) -> None:
    hands.speak("tr")


TURNS = [another_place, next_place, another_contest, another_page, another_language]


def lines(hands: Hands) -> list[str]:
    """Every line in sight that says something to the editor."""
    names = ("message", "banner.text")
    return [
        label.text()
        for label in hands.window.findChildren(QLabel)
        if label.objectName().endswith(names) and label.isVisible() and label.text()
    ]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("turn", TURNS)
def test_what_was_said_goes_when_she_turns_to_something_else(
    at_demo: Hands, act: str, turn: Callable[[Hands], None]
) -> None:
    ACTS[act](at_demo)
    assert lines(at_demo) == [at_demo.message] != [""]
    before = at_demo.message
    turn(at_demo)
    assert before not in lines(at_demo)
    assert not [text for text in lines(at_demo) if PLACE in text]


@pytest.mark.parametrize("act", ["filed", "withdrawn", "correcting", "discarded"])
def test_what_was_done_is_not_said_once_it_is_undone_or_redone(at_demo: Hands, act: str) -> None:
    ACTS[act](at_demo)
    said = at_demo.message
    assert f"AA, {PLACE}, 19." in said or f"ANKA, {PLACE}, 19." in said
    press("Ctrl+Z")
    assert said not in lines(at_demo)
    press("Ctrl+Y")
    assert said not in lines(at_demo)


@pytest.mark.parametrize("act", ["discarded", "withdrawn"])
def test_ctrl_z_is_not_offered_for_what_it_would_no_longer_bring_back(
    at_demo: Hands, act: str
) -> None:
    ACTS[act](at_demo)
    way_back = at_demo.night.message.undo
    assert way_back.isVisible() and "Ctrl+Z" in way_back.toolTip()
    at_demo.key("AA", AKP, "36,1")
    assert not way_back.isVisible()


def test_there_is_one_line_and_the_newest_is_in_it(at_demo: Hands) -> None:
    file_one(at_demo)
    refuse_one(at_demo)
    assert len(lines(at_demo)) == 1 and lines(at_demo)[0].startswith("▲ “1,2,3”")
    press("Escape")
    assert lines(at_demo) == []


def test_a_file_that_was_written_is_said_wherever_she_goes_but_in_one_language(
    at_demo: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    press("Ctrl+B")
    at_demo.wait_for_work()
    said = at_demo.message
    assert said.startswith("Backed up and verified:")
    at_demo.find("Kadıköy")
    assert at_demo.message == said
    file_one(at_demo)
    assert at_demo.message.startswith("Filed: AA, Kadıköy")
    press("Ctrl+B")
    at_demo.wait_for_work()
    at_demo.speak("tr")
    assert at_demo.message == ""


def test_a_message_of_one_kind_of_post_goes_with_the_kind(at_demo: Hands) -> None:
    press("Ctrl+3")
    page = at_demo.night.late["posts"].page()
    assert isinstance(page, ComposerPage)
    page.copy_post()
    assert at_demo.message
    page.ask.kinds.setCurrentRow(page.ask.kinds.currentRow() + 1)
    assert at_demo.message == ""


@pytest.mark.parametrize(("page", "name"), [("charts", "charts.kind"), ("map", "map.mode")])
def test_a_message_of_one_picture_goes_with_another(at_demo: Hands, page: str, name: str) -> None:
    press({"charts": "Ctrl+G", "map": "Ctrl+M"}[page], "Ctrl+C")
    assert at_demo.message
    choice = at_demo.window.findChild(QComboBox, name)
    assert isinstance(choice, QComboBox)
    choice.setFocus()
    press("Right")
    assert at_demo.message == ""


def test_a_refusal_above_everything_is_said_in_the_language_in_force(at_demo: Hands) -> None:
    at_demo.window.open_path(Path("gece-yok.secim"))
    assert "there is no such file" in at_demo.banner
    at_demo.speak("tr")
    assert "böyle bir dosya yok" in at_demo.banner


# What waits


def mark_of(hands: Hands, place: str) -> str:
    model = hands.night.places.model
    return str(model.index(model.row_of(place) or 0, PlaceColumn.MARK).data())


def saved(hands: Hands) -> str:
    label = hands.window.statusBar().findChild(QLabel, "status.saved")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "1 text waiting: Kadıköy, AA"), ("tr", "1 metin bekliyor: Kadıköy, AA")],
)
def test_a_place_with_a_refused_text_is_marked_and_nothing_is_said_to_be_saved(
    at_demo: Hands, language: str, said: str
) -> None:
    at_demo.speak(language)
    at_demo.find("Kadıköy")
    assert saved(at_demo) == {"en": "everything saved", "tr": "her şey kayıtlı"}[language]
    refuse_one(at_demo)
    assert saved(at_demo) == said, "already while it is in her hands"
    at_demo.find("Beşiktaş")
    assert saved(at_demo) == said
    assert mark_of(at_demo, "Kadıköy") == WAITING
    model = at_demo.night.places.model
    tip = model.index(model.row_of("Kadıköy") or 0, PlaceColumn.MARK).data(3)
    assert tip.endswith(": AA")
    at_demo.find("Kadıköy")
    at_demo.stand("AA", CHP)
    press("Delete")
    assert mark_of(at_demo, "Kadıköy") == ""
    assert "Kadıköy" not in saved(at_demo)


@pytest.mark.parametrize("contest", [0, 1, 2])
def test_a_text_waits_in_whichever_contest(at_demo: Hands, contest: int) -> None:
    at_demo.find("Kadıköy")
    at_demo.night.entry.choose_contest(contest)
    at_demo.stand("AA", OPENED)
    type_("abc")
    press("Ctrl+K", "Escape")
    at_demo.night.entry.choose_contest((contest + 1) % 3)
    assert mark_of(at_demo, "Kadıköy") == WAITING
    assert saved(at_demo) == "1 text waiting: Kadıköy, AA"


def test_a_draft_that_is_not_filed_is_said_beside_what_is_saved(at_demo: Hands) -> None:
    at_demo.find("Kadıköy")
    at_demo.key("ANKA", CHP, "58,63")
    assert saved(at_demo).startswith("saved ")
    assert saved(at_demo).endswith(" · 1 draft not filed: Kadıköy, ANKA")
    assert mark_of(at_demo, "Kadıköy") == DRAFT
    at_demo.find("Beşiktaş")
    at_demo.key("AA", CHP, "58,63")
    assert "2 drafts not filed: Beşiktaş, AA; Kadıköy, ANKA" in saved(at_demo)
    press("Ctrl+Z")
    assert "1 draft not filed: Kadıköy, ANKA" in saved(at_demo)
    at_demo.find("Kadıköy")
    at_demo.stand("ANKA", CHP)
    press("Ctrl+Return")
    assert "draft" not in saved(at_demo) and saved(at_demo).startswith("saved ")


def test_a_draft_left_from_before_is_said_on_opening(at_demo: Hands) -> None:
    at_demo.find("Kadıköy")
    at_demo.key("ANKA", CHP, "58,63")
    path = at_demo.session.path
    assert at_demo.window.close_night() and at_demo.window.open_path(path)
    assert saved(at_demo) == "1 draft not filed: Kadıköy, ANKA"
