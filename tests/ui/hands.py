"""Hands and eyes for the window: keys go where the focus is, eyes read what is shown.

No test waits for a time to pass: what comes later is waited for by name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desk.facts.bulletin import Draft, Item, Row, Source
from desk.file.session import Session
from ui.comparison.model import ComparisonModel
from ui.entry.bulletins import BulletinsModel
from ui.entry.model import EntryModel
from ui.entry.places_model import PlacesModel
from ui.night.bridge import Bridge
from ui.night.page import COMPARISON
from ui.night.preferences import Preferences
from ui.texts import language
from ui.widgets import theme
from ui.widgets.long_work import WorkBar
from ui.window.app import Desk, wire
from ui.window.main_window import MainWindow
from ui.window.night_view import NightView

CONTEST = "ibb"
PAIR = ("AA", "ANKA")
PLACE = "Küçükçekmece"
POINTS, LEADER = Row(Item.LEAD_POINTS), Row(Item.LEADER)
OPENED = Row(Item.OPENED_SHARE)
TIME = None
SIZE = (1270, 800)
"""How large a window is that has no other size to come back to: one that folds the places."""
PATIENCE = 5.0
"""How long a window may take to have the keys, in seconds."""


def night_clock() -> datetime:
    """19.40 in İstanbul on the night itself, whenever the test runs."""
    return datetime(2024, 3, 31, 16, 40, tzinfo=UTC)


def share(contender: str) -> Row:
    return Row(Item.SHARE, contender)


def votes(contender: str) -> Row:
    return Row(Item.VOTES, contender)


def entry(bridge: Bridge) -> EntryModel:
    model = EntryModel(bridge)
    model.show(CONTEST, PLACE, PAIR)
    return model


def places(bridge: Bridge) -> PlacesModel:
    model = PlacesModel(bridge)
    model.show(CONTEST, PAIR)
    return model


def bulletins(bridge: Bridge) -> BulletinsModel:
    model = BulletinsModel(bridge)
    model.show(CONTEST, PLACE)
    return model


def comparison(bridge: Bridge) -> ComparisonModel:
    model = ComparisonModel(bridge)
    model.show(CONTEST, PAIR)
    return model


def unpublished(headline: str) -> str:
    """What is said of a copy of a post that is in no ledger."""
    return f"Copied, but not published: “{headline}” is not in the ledger."


def make_window(qtbot: QtBot, preferences: Preferences) -> MainWindow:
    """A window on the screen, dressed and translated as `app.make` does, the clock standing."""
    application = QApplication.instance()
    assert isinstance(application, Desk)
    theme.apply(application, preferences.text("scheme", "light"))
    language.use(preferences.text("language", "en"))
    window = wire(MainWindow(preferences, night_clock))
    if not preferences.text("window.screen"):
        # The screen of the tests is smaller than any desk's.
        window.resize(*SIZE)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    take_keys(window)
    return window


def tidy_up() -> None:
    """What outlives a window: the language, and a clipboard that must not outlive Python."""
    language.use("en")
    # Qt lets go of what was copied only as the process ends, and would then ask Python for it.
    QGuiApplication.clipboard().clear()


def on_disk(path: Path, query: str) -> list[tuple[object, ...]]:
    """What another program finds in the file at this moment."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def take_keys(window: QWidget) -> None:
    """Give a window the keys, as a window manager does when the one above it has gone."""
    end = monotonic() + PATIENCE
    window.activateWindow()
    while not window.isActiveWindow() and monotonic() < end:
        QApplication.processEvents()
    assert window.isActiveWindow(), "the window has not taken the keys"


@contextmanager
def meeting(act: Callable[[QDialog], object]) -> Iterator[None]:
    """Act on the dialog that opens inside the block; it is closed whatever happens."""
    met: list[BaseException | None] = []
    end = monotonic() + PATIENCE
    before = QApplication.activeWindow()

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if (dialog is None or not dialog.isActiveWindow()) and monotonic() < end:
            # A dialog takes the keys a moment after it is shown.
            QTimer.singleShot(1, meet)
            return
        try:
            assert isinstance(dialog, QDialog), "no dialog opened"
            assert dialog.isActiveWindow(), "the dialog has not taken the keys"
            act(dialog)
        except BaseException as fault:
            met.append(fault)
        else:
            met.append(None)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, meet)
    yield
    end = 0.0
    assert met, "no dialog opened"
    if met[0] is not None:
        raise met[0]
    if before is not None and before.isVisible():
        take_keys(before)


def focus() -> QWidget:
    """The widget the keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(*keys: str) -> None:
    """Press keys one after the other, each as menus write it: ``press("Ctrl+K", "Return")``."""
    for name in keys:
        combination = QKeySequence(name)[0]
        key, modifiers = combination.key(), combination.keyboardModifiers()
        if name == "Shift+Tab":
            key = Qt.Key.Key_Backtab
        QTest.keyClick(focus(), key, modifiers)


def type_(text: str) -> None:
    """Type a text letter by letter, whatever the letters are."""
    none = Qt.KeyboardModifier.NoModifier
    for letter in text:
        key = ord(letter.upper()) if letter.isascii() else int(Qt.Key.Key_unknown)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, key, none, letter))


class Hands:
    """An editor at an open night."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def night(self) -> NightView:
        assert self.window.night is not None
        return self.window.night

    @property
    def session(self) -> Session:
        return self.night.bridge.session

    @property
    def message(self) -> str:
        """The line under the entry table."""
        return self.night.entry.message.text()

    @property
    def banner(self) -> str:
        """The strip above everything; empty while it is hidden."""
        banner = self.window.banner
        return banner.text.text() if banner.isVisible() else ""

    @property
    def typing(self) -> str | None:
        """The text in the open editor; None if none is open."""
        editor = self.night.entry.view.open_editor()
        return editor.text() if editor else None

    def source(self, agency: str) -> Source:
        entry = self.night.entry
        return Source(agency, entry.contest, self.night.place)

    def draft(self, agency: str) -> Draft | None:
        return self.session.draft(self.source(agency))

    def row(self, row: Row | None) -> int:
        return [entry.row for entry in self.night.entry.model.rows].index(row)

    def cell(self, agency: str, row: Row | None) -> QModelIndex:
        column = self.night.entry.pair.index(agency)
        return self.night.entry.model.index(self.row(row), column)

    def says(self, agency: str, row: Row | None) -> str:
        """What an agency's cell shows."""
        return str(self.cell(agency, row).data())

    def gap(self, row: Row) -> str:
        return str(self.night.entry.model.index(self.row(row), 2).data())

    def here(self) -> tuple[str, Row | None]:
        """The cell under the cursor."""
        index = self.night.entry.view.currentIndex()
        assert index.isValid(), "the cursor is nowhere"
        return self.night.entry.pair[index.column()], self.night.entry.model.rows[index.row()].row

    def stand(self, agency: str, row: Row | None) -> None:
        """Put the cursor on a cell and the keys in the table."""
        index = self.cell(agency, row)
        self.night.entry.view.go_to(index.row(), index.column())

    def key(self, agency: str, row: Row | None, text: str, end: str = "Return") -> None:
        """Type a text into a cell and end with a key."""
        self.stand(agency, row)
        type_(text)
        press(end)

    def speak(self, language: str) -> None:
        """Switch the language as the menu does; every widget hears of it by a posted event."""
        self.window.actions_.by_name[f"language.{language}"].trigger()
        QApplication.processEvents()

    def find(self, place: str) -> None:
        """Go to a place the way an editor does."""
        press("Ctrl+K")
        type_(place)
        press("Return")

    def wait_for_work(self) -> None:
        """Until nothing is being written or printed any more."""
        self.qtbot.waitUntil(lambda: self.night.bridge.work.idle, timeout=20_000)

    def tick(self, *places: str) -> None:
        """Put places into the post with the space bar."""
        page = self.night.comparison
        self.night.show_page(COMPARISON)
        for place in places:
            page.select(place)
            press("Space")


def clipboard() -> tuple[str, str]:
    """The text and the HTML on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    return (data.text(), data.html()) if data else ("", "")


def stop_work(window: QWidget) -> None:
    """Esc on the bar of the long work that has begun."""
    bar = window.findChild(WorkBar)
    assert isinstance(bar, WorkBar)
    assert bar.isVisible(), "no bar says how far the work is"
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def labels(hands: Hands) -> list[str]:
    """The rows of the entry table, as they are called."""
    model = hands.night.entry.model
    return [model.row_label(entry) for entry in model.rows]
