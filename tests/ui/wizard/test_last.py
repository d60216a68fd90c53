"""Whose figures, which file, and the election saved for a colleague."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desk.nights import loading
from tests.ui.hands import press, type_
from ui.wizard.dialog import NightWizard


@pytest.fixture
def last(wizard: NightWizard) -> NightWizard:
    press("Return", "Return", "Return")
    assert wizard.last.isVisible()
    return wizard


def test_what_will_be_made_stands_in_one_sentence(last: NightWizard) -> None:
    assert last.last.sentence.text() == (
        "İstanbul local election, 25 March 2029: 39 districts, 1 province; figures of AA, ANKA, "
        "YSK."
    )


def test_agencies_are_checked_and_ordered_with_keys(last: NightWizard) -> None:
    press("Down", "Alt+Up", "Down", "Down", "Space")
    assert last.plan.agencies[:2] == ("ANKA", "AA") and last.plan.off == {"YSK", "DHA", "İHA"}
    press("Return")
    assert last.night is not None
    assert [one["code"] for one in last.night.data["agencies"]] == ["ANKA", "AA"]


def test_another_agency_is_typed(last: NightWizard) -> None:
    last.last.another.setFocus()
    type_("Yerel Ajans")
    press("Return")
    assert last.last.isVisible() and last.plan.agencies[-1] == "Yerel Ajans"
    assert "Yerel Ajans" in last.last.sentence.text()
    type_("demirören haber ajansı")
    press("Return")
    assert "DHA" not in last.plan.off and len(last.plan.agencies) == 6


def test_without_an_agency_no_night_is_made(last: NightWizard) -> None:
    for _ in range(3):
        press("Space", "Down")
    assert not last.next_button.isEnabled() and "agency" in last.summary.text()
    press("Return")
    assert last.night is None


def test_without_a_file_no_night_is_made(last: NightWizard) -> None:
    last.last.file.clear()
    press("Return")
    assert last.night is None and last.isVisible()


def test_the_ending_is_added(last: NightWizard, tmp_path: Path) -> None:
    last.last.file.setFocus()
    press("Ctrl+A")
    type_(str(tmp_path / "gece"))
    press("Return")
    assert last.night is not None and last.night.path == tmp_path / "gece.secim"


def test_the_election_is_saved_for_a_colleague(
    last: NightWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "E"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press("Ctrl+S")
    assert "E.json" in last.last.message.text()
    press("Return")
    assert last.night is not None
    assert loading.load(tmp_path / "E.json") == loading.of(last.night.data)
