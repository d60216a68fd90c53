"""Four pages, gone through and back with keys; half made, nothing of it is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desk.facts import catalog
from desk.facts.election import ContestKind
from desk.file.session import Session
from desk.nights import loading
from desk.nights.answers import NightKind
from tests.ui.hands import focus, press, type_
from tests.ui.wizard.conftest import Open, enter
from ui.night.preferences import Preferences
from ui.texts import language
from ui.wizard.dialog import LAST, WHAT, WHERE, WHO, NightWizard
from ui.wizard.grid import GridColumn


def test_enter_goes_through_all_pages_with_the_answers_in_place(
    wizard: NightWizard, documents: Path
) -> None:
    for page in wizard.pages:
        assert page.isVisible() and wizard.next_button.isEnabled()
        press("Return")
    assert wizard.night is not None
    election = loading.of(wizard.night.data).election
    assert election.name_en == "İstanbul local election, 25 March 2029"
    assert wizard.night.path == documents / "istanbul-yerel-2029-03-25.secim"


@pytest.mark.parametrize("kind", list(NightKind))
def test_enter_goes_through_for_every_kind(wizard: NightWizard, kind: NightKind) -> None:
    for _ in range(list(NightKind).index(kind)):
        press("Down")
    assert wizard.plan.kind is kind
    press(*["Return"] * 4)
    assert wizard.night is not None
    assert loading.faults(wizard.night.data) == []


def test_back_goes_back_and_nothing_is_forgotten(wizard: NightWizard) -> None:
    press("Return")
    type_("kony")
    press("Return", "Return", "Alt+Left")
    assert wizard.where.isVisible()
    assert wizard.plan.places() == ("p42",)
    press("Alt+Left")
    assert wizard.what.isVisible() and not wizard.back_button.isVisible()


def test_a_click_on_a_step_goes_there_if_it_was_reached(wizard: NightWizard) -> None:
    press("Return", "Return")
    assert wizard.who.isVisible()
    wizard.rail.wanted.emit(WHAT)
    assert wizard.what.isVisible()
    wizard.rail.wanted.emit(WHO)
    assert wizard.who.isVisible()


def test_without_a_place_one_cannot_go_on_and_is_told_why(wizard: NightWizard) -> None:
    press("Return", "Down")
    assert focus() is wizard.where.tree
    index = wizard.where.model.find("p34")
    wizard.where.tree.setCurrentIndex(index)
    press("Space")
    assert wizard.plan.places() == ()
    assert not wizard.next_button.isEnabled()
    assert "needs a place" in wizard.summary.text()
    press("Return")
    assert wizard.where.isVisible()
    press("Space")
    assert wizard.next_button.isEnabled()


def test_closed_half_way_it_is_offered_again_as_it_was(opened: Open) -> None:
    first = opened()
    press("Down", "Down", "Up", "Return")
    type_("ankara")
    press("Return", "Return")
    first.who.stand(first.who.model.rowCount() - 1, GridColumn.PARTY)
    enter("Ayşe Kaya")
    press("Escape")
    assert not first.isVisible() and first.night is None
    again = opened()
    assert again.who.isVisible()
    assert again.plan.kind is NightKind.PRESIDENTIAL and again.plan.places() == ("p6",)
    assert [row.candidate for row in again.who.model.rows] == ["Ayşe Kaya"]
    assert again.afresh.isVisible()
    again.begin_afresh()
    assert again.what.isVisible() and again.plan.kind is NightKind.LOCAL
    press("Escape")
    assert opened().plan.kind is NightKind.LOCAL


def test_what_was_not_touched_is_not_kept(opened: Open, preferences: Preferences) -> None:
    opened()
    press("Return", "Escape")
    assert preferences.text("wizard") == ""


def test_once_made_it_begins_anew_with_its_places(opened: Open) -> None:
    opened()
    press("Return")
    type_("kony")
    press(*["Return"] * 4)
    again = opened()
    assert again.what.isVisible() and not again.afresh.isVisible()
    assert again.plan.places() == ("p42",)


def test_a_shipped_election_is_taken_as_it_is(wizard: NightWizard, documents: Path) -> None:
    at = wizard.what.like.findText("Istanbul local election, 31 March 2024")
    wizard.what.like.setFocus()
    wizard.what.like.setCurrentIndex(at)
    wizard.what.like.activated.emit(at)
    assert wizard.closed == {WHERE, WHO}
    press("Return")
    assert wizard.last.isVisible()
    press("Return")
    assert wizard.night is not None
    assert loading.of(wizard.night.data).election == catalog.load("istanbul-2024")


def test_a_night_is_made_like_an_earlier_one(
    opened: Open, preferences: Preferences, tmp_path: Path
) -> None:
    path = tmp_path / "gece.secim"
    Session.create(path, catalog.load("istanbul-2024")).close()
    preferences.used(path)
    wizard = opened()
    at = wizard.what.like.findText("like the night gece.secim")
    wizard.what.like.activated.emit(at)
    wizard.what.date.setDate(date(2029, 3, 25))
    press("Return", "Return")
    assert wizard.night is not None
    made = loading.of(wizard.night.data).election
    assert made.date == date(2029, 3, 25)
    assert made.places == catalog.load("istanbul-2024").places
    assert made.name_en == "Istanbul local election, 25 March 2029"


def test_a_file_that_is_none_is_refused_and_the_page_stays(
    wizard: NightWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_text("{", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    wizard.what.like.activated.emit(wizard.what.like.count() - 1)
    assert "x.json" in wizard.what.message.text()
    assert wizard.plan.base is None


def test_an_hour_that_is_none_keeps_the_page(wizard: NightWizard) -> None:
    press("Tab", "Tab")
    while focus() is not wizard.what.hour:
        press("Tab")
    type_("2562")
    press("Return")
    assert wizard.what.isVisible() and "not a time" in wizard.what.message.text()
    press("Ctrl+A")
    type_("1630")
    press(*["Return"] * 4)
    assert wizard.night is not None
    assert wizard.night.data["polls_close"] == "16:30"


def test_a_file_that_is_there_is_not_written_over(wizard: NightWizard, tmp_path: Path) -> None:
    path = tmp_path / "gece.secim"
    path.write_bytes(b"mine")
    press("Return", "Return", "Return")
    wizard.last.file.setFocus()
    press("Ctrl+A")
    type_(str(path))
    press("Return")
    assert wizard.night is None and "already there" in wizard.last.message.text()
    assert path.read_bytes() == b"mine"


def test_every_word_is_turkish_in_a_turkish_window(wizard: NightWizard) -> None:
    told: list[list[str]] = []
    for chosen in ("en", "tr"):
        language.use(chosen)
        QApplication.processEvents()
        words: list[str] = []
        for step in (WHAT, WHERE, WHO, LAST):
            wizard.go(step)
            words += [step for page in wizard.pages for step in [page.step()]]
            words += [wizard.summary.text(), wizard.next_button.text()]
            for label in wizard.pages[step].findChildren(QWidget):
                text = label.property("text")
                if isinstance(text, str) and label.isVisible() and label.objectName():
                    words.append(text)
        told.append([word for word in words if any(letter.isalpha() for letter in word)])
    left = set(told[0]) & set(told[1])
    assert {word for word in left if not word.startswith("/")} == set()


def test_every_part_has_a_name_for_those_who_hear_it(wizard: NightWizard) -> None:
    for step in (WHAT, WHERE, WHO, LAST):
        wizard.go(step)
        for widget in wizard.pages[step].findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.objectName().startswith("wizard."):
                told = widget.accessibleName() or widget.property("text")
                assert told, widget.objectName()


def test_the_places_of_one_night_are_checked_for_the_next_kind_too(wizard: NightWizard) -> None:
    press("Return")
    type_("kony")
    press("Return", "Alt+Left", "Down", "Up")
    assert wizard.plan.kind is NightKind.LOCAL
    assert ContestKind.BBB not in wizard.plan.rows
