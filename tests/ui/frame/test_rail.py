"""The rail, the pages that share a place in it, a page's own window, the full screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands, press, take_keys
from ui.comparison.board import BoardPage
from ui.night.page import BOARD, CHARTS, COMPARISON, ENTRY, LEDGER, MAP, POSTS, RAIL, SHEETS


@pytest.mark.parametrize("number", range(6))
def test_ctrl_and_a_number_open_a_page(at_demo: Hands, number: int) -> None:
    press(f"Ctrl+{number + 1}")
    night = at_demo.night
    assert night.pages.currentIndex() == RAIL[number][0]
    assert [button.isChecked() for button in night.rail.buttons].index(True) == number
    assert night.rail.buttons[number].toolTip().endswith(f"(Ctrl+{number + 1})")


def test_a_place_in_the_rail_comes_back_to_what_was_seen_last(at_demo: Hands) -> None:
    night = at_demo.night
    for key, page, rail in (("Ctrl+D", BOARD, "Ctrl+2"), ("Ctrl+G", CHARTS, "Ctrl+5")):
        press(key)
        assert night.pages.currentIndex() == page and night.tabs.isVisible()
        press("Ctrl+1", rail)
        assert night.pages.currentIndex() == page
    press("Ctrl+M")
    assert night.pages.currentIndex() == MAP
    press("Ctrl+1")
    assert not night.tabs.isVisible()


def test_every_page_is_in_the_rail_once() -> None:
    pages = [page for group in RAIL for page in group]
    assert sorted(pages) == [ENTRY, COMPARISON, BOARD, POSTS, LEDGER, MAP, CHARTS, SHEETS]


def test_the_ledger_in_the_rail_says_that_posts_are_wrong(at_demo: Hands) -> None:
    ledger = at_demo.night.rail.buttons[RAIL.index((LEDGER,))]
    assert ledger.accessibleName() == "Ledger"


@pytest.mark.parametrize(
    ("key", "name"), [("Ctrl+D", "board"), ("Ctrl+M", "map"), ("Ctrl+4", "ledger")]
)
def test_a_page_has_a_window_of_its_own(at_demo: Hands, key: str, name: str) -> None:
    press(key, "Ctrl+F11")
    night = at_demo.night
    window = night.windows.all[name]
    at_demo.qtbot.waitUntil(window.isVisible)
    assert window.page is not None
    assert "demo.secim" in window.windowTitle()
    take_keys(at_demo.window)
    at_demo.find("beyoğlu")
    press("Ctrl+F11")
    assert night.pages.currentIndex() == ENTRY and window.isVisible()
    assert "window of its own" in at_demo.message or "can have a window" in at_demo.message
    press(key, "Ctrl+F11")
    assert not window.isVisible()
    state = at_demo.window.preferences.text(f"window.{name}.screen")
    assert state, "where it stood is remembered"


def test_a_window_of_its_own_fills_the_screen_and_goes_with_the_night(at_demo: Hands) -> None:
    press("Ctrl+D", "Ctrl+F11")
    window = at_demo.night.windows.all["board"]
    take_keys(window)
    board = window.findChild(BoardPage)
    assert board is not None
    at_demo.qtbot.waitUntil(lambda: board.model.rowCount() > 0)
    press("F11")
    assert window.isFullScreen()
    press("Escape")
    assert not window.isFullScreen() and window.isVisible()
    press("Escape")
    assert not window.isVisible()
    take_keys(at_demo.window)
    press("Ctrl+D", "Ctrl+F11")
    take_keys(at_demo.window)
    press("Ctrl+W")
    assert at_demo.window.night is None
    QApplication.processEvents()


def test_f11_fills_the_screen_and_gives_it_back(at_demo: Hands) -> None:
    press("F11")
    assert at_demo.window.isFullScreen()
    press("F11")
    assert not at_demo.window.isFullScreen()


def test_the_strip_is_gone_about_with_the_arrows_and_by_a_click(at_demo: Hands) -> None:
    night = at_demo.night
    at_demo.window.resize(1000, 700)
    QApplication.processEvents()
    night.strip.setFocus()
    before = night.place
    press("Down")
    after = night.place
    assert after != before
    press("Up")
    assert night.place == before
    row = night.places.model.row_of("Üsküdar")
    assert row is not None
    QTest.mouseClick(night.strip, Qt.MouseButton.LeftButton, pos=night.strip.box_of(row).center())
    assert night.place == "Üsküdar"
    press("Escape")
    assert QApplication.focusWidget() is night.entry.view
