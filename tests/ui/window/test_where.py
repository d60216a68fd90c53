"""Opening a night again she is where she was; finding a place, at the top of its table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from desk.file.session import Session
from desk.rules.discrepancies import SideBySide, compare_all
from tests.ui.hands import OPENED, PLACE, Hands, focus, press, share, type_
from ui.night.page import BOARD, ENTRY
from ui.night.preferences import MOST_RECENT, Preferences
from ui.window import opened

CHP, AKP = share("chp"), share("ak_parti")


def again(hands: Hands) -> None:
    """Close the night by its key and open it again."""
    path = hands.session.path
    press("Ctrl+W")
    assert hands.window.night is None
    assert hands.window.open_path(path)


KEYS = ("Ctrl+1", "Ctrl+2", "Ctrl+D", "Ctrl+3", "Ctrl+4", "Ctrl+M", "Ctrl+G", "Ctrl+6")
"""What opens each page, in the order they stand behind one another."""


@pytest.mark.parametrize("page", range(8))
@pytest.mark.parametrize("contest", [0, 2])
def test_a_night_opens_where_it_was_left(at_demo: Hands, page: int, contest: int) -> None:
    at_demo.find("beyoğlu")
    press(f"Alt+{contest + 1}")
    at_demo.stand("ANKA", OPENED)
    press(KEYS[page])
    standing = at_demo.night.standing()
    again(at_demo)
    assert at_demo.night.standing() == standing
    assert at_demo.night.pages.currentIndex() == page
    assert at_demo.here() == ("ANKA", OPENED)
    assert at_demo.night.pages.currentWidget().isAncestorOf(focus())
    listed = at_demo.night.places
    assert listed.model.place_at(listed.list.currentIndex().row()) == "Beyoğlu"


def test_what_stands_there_is_worked_out_once(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a whole country it is a second."""
    at_demo.find("beyoğlu")
    calls: list[str] = []

    def counted(session: Session, contest: str, pair: tuple[str, str]) -> Sequence[SideBySide]:
        calls.append(contest)
        return compare_all(session, contest, pair)

    monkeypatch.setattr("ui.comparison.model.compare_all", counted)
    again(at_demo)
    assert calls == ["ibb"]
    assert at_demo.night.place == "Beyoğlu"


def test_where_she_is_is_kept_before_she_leaves(at_demo: Hands) -> None:
    """A desk that is killed never closes its night."""
    path, night, preferences = at_demo.session.path, at_demo.night, at_demo.window.preferences
    at_demo.find("beyoğlu")
    at_demo.qtbot.waitUntil(lambda: preferences.where(path) == opened.told(night))
    at_demo.stand("ANKA", OPENED)
    at_demo.qtbot.waitUntil(lambda: preferences.where(path) == opened.told(night))
    press("Alt+3", "Ctrl+D")
    at_demo.qtbot.waitUntil(lambda: preferences.where(path) == opened.told(night))
    assert json.loads(preferences.where(path))[2:4] == ["Beyoğlu", BOARD]


def test_the_file_knows_nothing_of_it(at_demo: Hands) -> None:
    before = dict(at_demo.session.settings)
    at_demo.find("beyoğlu")
    again(at_demo)
    assert at_demo.session.settings == before


def test_each_file_has_its_own_place(at_demo: Hands, tmp_path: Path) -> None:
    first = at_demo.session.path
    other = at_demo.session.backup(tmp_path)
    at_demo.find("beyoğlu")
    assert at_demo.window.open_path(other)
    assert at_demo.night.place == "İstanbul"
    at_demo.find("kadıköy")
    assert at_demo.window.open_path(first)
    assert at_demo.night.place == "Beyoğlu"
    assert at_demo.window.open_path(other)
    assert at_demo.night.place == "Kadıköy"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "[]",
        "nonsense",
        "[1, 2]",
        '["ibb", ["AA", "XX"], "Adalar", 0, "TIME", 0]',
        '["ibb", ["AA", "ANKA"], "Paris", 0, "TIME", 0]',
        '["yok", ["AA", "ANKA"], "Adalar", 0, 1]',
        '["ibb", ["AA", "ANKA"], "Adalar", 99, "TIME", 0]',
        "[[], {}, [], {}, [], {}]",
    ],
)
def test_what_a_night_has_no_longer_is_not_gone_to(at_demo: Hands, line: str) -> None:
    before = at_demo.night.standing()
    opened.go_back(at_demo.night, line)
    assert at_demo.night.standing() == before
    assert at_demo.night.pages.currentIndex() == ENTRY


def test_only_so_many_nights_are_remembered(preferences: Preferences, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.secim" for n in range(MOST_RECENT + 2)]
    for path in paths:
        preferences.set_where(path, path.name)
    assert [preferences.where(path) for path in paths[:2]] == ["", ""]
    assert all(preferences.where(path) == path.name for path in paths[2:])


@pytest.mark.parametrize("agency", ["AA", "ANKA"])
def test_a_found_place_starts_at_the_first_row(at_demo: Hands, agency: str) -> None:
    at_demo.stand(agency, AKP)
    at_demo.find("kadıköy")
    assert at_demo.night.place == "Kadıköy"
    assert at_demo.here() == (agency, None)
    assert focus() is at_demo.night.entry.view
    view = at_demo.night.entry.view
    assert view.rowAt(0) == 0, "and it is in sight"
    type_("1925")
    press("Return")
    assert at_demo.says(agency, None) == "19.25"


def test_esc_goes_back_to_the_cell_she_came_from(at_demo: Hands) -> None:
    at_demo.stand("AA", AKP)
    press("Ctrl+K", "Escape")
    assert at_demo.night.place == PLACE
    assert at_demo.here() == ("AA", AKP)
