"""The window is whole from half a screen up: every page fits, nothing that is pressed is cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QSplitter,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands, press
from ui.night.preferences import Preferences
from ui.sheets import out
from ui.widgets import sizes, theme
from ui.widgets.tables import TabBar
from ui.window.doors import Door
from ui.window.help import CodesPage, HelpPage
from ui.window.main_window import MainWindow
from ui.window.welcome import free_path
from ui.wizard.dialog import NightWizard

PAGES = ("Ctrl+1", "Ctrl+2", "Ctrl+D", "Ctrl+3", "Ctrl+4", "Ctrl+M", "Ctrl+G", "Ctrl+6")
ROOMS = ((960, 540), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160))


def cut(window: QWidget) -> list[str]:
    """What is pressed or typed into and does not lie whole in the window."""
    room = QRect(QPoint(0, 0), window.size())
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
            continue
        if not widget.isVisible() or not widget.objectName() or widget.window() is not window:
            continue
        if _scrolls(widget) or isinstance(widget.parentWidget(), QTabBar):
            continue
        box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not room.contains(box) or box.width() < min(widget.minimumSizeHint().width(), 20):
            found.append(widget.objectName())
    return found


def _scrolls(widget: QWidget) -> bool:
    """Whether it lies in an area that scrolls to it."""
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: "x".join(map(str, room)))
@pytest.mark.parametrize("language", ["en", "tr"])
def test_every_page_fits_every_window(at_demo: Hands, room: tuple[int, int], language: str) -> None:
    at_demo.speak(language)
    window = at_demo.window
    at_demo.key("AA", None, "1935")
    window.resize(*room)
    for key in PAGES:
        press(key)
        QApplication.processEvents()
        assert (window.width(), window.height()) == room, key
        assert cut(window) == [], key
    press("Ctrl+1", "Ctrl+0")
    QApplication.processEvents()
    assert (window.width(), window.height()) == room
    assert cut(window) == []


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_forms_of_a_post_are_all_told_on_a_common_screen(at_demo: Hands, language: str) -> None:
    at_demo.speak(language)
    at_demo.window.resize(1366, 768)
    press("Ctrl+3")
    tabs = at_demo.window.findChild(QTabWidget, "composer.forms")
    assert isinstance(tabs, QTabWidget)
    bar = tabs.tabBar()
    at_demo.qtbot.waitUntil(lambda: "/" in bar.tabText(2))
    assert bar.tabRect(bar.count() - 1).right() < bar.width()
    assert not any(arrow.isVisible() for arrow in bar.findChildren(QAbstractButton))
    assert isinstance(bar, TabBar)
    for number in range(bar.count()):
        assert bar.room(number).width() >= theme.width(bar.tabText(number), strong=True)


@pytest.mark.parametrize("page", ["Ctrl+1", "Ctrl+3", "Ctrl+4"])
def test_the_places_that_were_called_go_with_the_next_page(at_demo: Hands, page: str) -> None:
    at_demo.window.resize(1200, 700)
    press(page, "Ctrl+K")
    assert at_demo.night.places.isVisible()
    press("Tab", page)
    assert not at_demo.night.places.isVisible()


def test_what_has_no_room_folds(at_demo: Hands) -> None:
    night, window = at_demo.night, at_demo.window
    for width, height, listed, named, below in (
        (1366, 768, True, True, True),
        (1200, 768, False, True, True),
        (1024, 768, False, False, True),
        (960, 540, False, False, False),
    ):
        window.resize(width, height)
        QApplication.processEvents()
        at_demo.qtbot.waitUntil(lambda wide=named: (night.rail.width() > 60) is wide)
        assert night.places.isVisible() is listed
        assert night.strip.isVisible() is not listed
        assert night.bulletins.isVisible() is below


def test_she_folds_the_places_herself_and_finds_one_all_the_same(at_demo: Hands) -> None:
    night, window = at_demo.night, at_demo.window
    window.resize(1400, 800)
    press("Ctrl+Shift+K")
    assert night.strip.isVisible() and not night.places.isVisible()
    press("Ctrl+K")
    assert night.places.isVisible()
    at_demo.find("üsküdar")
    assert night.place == "Üsküdar"
    assert night.strip.isVisible() and not night.places.isVisible()
    press("Ctrl+Shift+K")
    assert night.places.isVisible()


@pytest.mark.parametrize("page", ["Ctrl+2", "Ctrl+D", "Ctrl+4", "Ctrl+M"])
def test_pages_of_every_place_have_no_list_of_them(at_demo: Hands, page: str) -> None:
    at_demo.window.resize(1400, 800)
    press(page)
    assert not at_demo.night.places.isVisible() and not at_demo.night.strip.isVisible()


# The first start


def test_the_first_start_fits_the_screen(qtbot: QtBot, preferences: Preferences) -> None:
    window = MainWindow(preferences)
    qtbot.addWidget(window)
    free = window.screen().availableGeometry()
    assert window.width() <= free.width()
    assert window.height() <= free.height() - sizes.FRAME


@pytest.mark.parametrize(
    "make",
    [
        lambda window: HelpPage(window.actions_, window),
        CodesPage,
        lambda window: NightWizard(window.preferences, date(2028, 1, 2), free_path, window),
    ],
    ids=["keys", "codes", "new-night"],
)
def test_a_dialog_fits_the_screen(at_demo: Hands, make: Callable[..., QWidget]) -> None:
    window = at_demo.window
    dialog = make(window)
    free = window.screen().availableGeometry()
    assert dialog.width() <= free.width() and dialog.height() <= free.height()
    dialog.deleteLater()


def test_the_print_preview_fits_the_screen(at_demo: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []
    monkeypatch.setattr(
        out.SheetPreview, "exec", lambda self: seen.append((self.width(), self.height()))
    )
    press("Ctrl+P")
    free = at_demo.window.screen().availableGeometry()
    assert seen and seen[0][0] <= free.width() and seen[0][1] <= free.height()


# What is remembered of panes


def test_of_panes_never_shown_nothing_is_remembered(
    qtbot: QtBot, window: MainWindow, night_file: Callable[[str], Path], preferences: Preferences
) -> None:
    """Every splitter of a night that was opened and closed at once, with nothing looked at."""
    assert window.open_path(night_file("demo"))
    assert window.night is not None
    seen = {n for n, one in window.night.splitters().items() if any(one.sizes())}
    unseen = window.night.splitters().keys() - seen
    assert "comparison.splitter" in unseen
    window.close_night()
    assert {name for name in unseen if not preferences.state(name).isEmpty()} == set()


def test_a_state_without_sizes_is_let_be(qtbot: QtBot) -> None:
    """Such states lie in the preferences of desks that kept them."""
    first, second = (two_panes(qtbot) for _ in range(2))
    unseen = first.saveState()
    assert sizes.state_of(first).isEmpty()
    second.resize(600, 200)
    second.show()
    second.setSizes([400, 195])
    before = second.sizes()
    sizes.restore(second, unseen)
    assert second.sizes() == before
    kept = sizes.state_of(second)
    second.setSizes([100, 495])
    sizes.restore(second, kept)
    assert second.sizes() == before


def two_panes(qtbot: QtBot) -> QSplitter:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QLineEdit(splitter))
    return splitter


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_first_screen_says_what_is_behind_each_door(window: MainWindow, language: str) -> None:
    window.actions_.by_name[f"language.{language}"].trigger()
    window.resize(*ROOMS[0])
    window.show()
    QApplication.processEvents()
    for door in window.welcome.findChildren(Door):
        said = door.accessibleDescription()
        assert door.fontMetrics().horizontalAdvance(said) <= door.room().width(), said
