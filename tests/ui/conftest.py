"""A window to test on: with nothing open, at the demonstration evening, at a new night."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desk.facts import catalog
from desk.file.session import Session
from desk.rehearsal import demo
from tests.ui.hands import PLACE, Hands, make_window, night_clock, tidy_up
from ui.night.bridge import Bridge
from ui.night.preferences import Preferences
from ui.widgets import dialogs, long_work
from ui.window.app import Desk
from ui.window.main_window import MainWindow


class Answers:
    """What the editor answers to a yes-or-no question, and which ones were asked."""

    def __init__(self) -> None:
        self.answer = QMessageBox.StandardButton.Discard
        self.asked: list[str] = []

    def __call__(self, _parent: QWidget, _title: str, text: str, *_: object) -> object:
        self.asked.append(text)
        return self.answer


OFFSCREEN = pytest.mark.qt_log_ignore(
    "^This plugin does not support (propagateSizeHints|raise|grabbing)"
)
"""Qt's offscreen platform says so of least sizes, tooltips and menus; no user ever sees it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here that opens a window."""
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker(OFFSCREEN)


@pytest.fixture(scope="session")
def qapp_cls() -> type[Desk]:
    return Desk


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Nobody is there to answer a question box: a test says what is answered."""
    answers = Answers()
    monkeypatch.setattr(dialogs, "sure", answers)
    return answers


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(
    qtbot: QtBot, qapp: Desk, answers: Answers, preferences: Preferences
) -> Iterator[MainWindow]:
    """The window with nothing open."""
    yield make_window(qtbot, preferences)
    tidy_up()


@pytest.fixture(scope="session")
def nights(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of the demonstration evening and of a new night, made once."""
    folder = tmp_path_factory.mktemp("nights")
    demo.make(folder / "demo.secim").close()
    Session.create(folder / "blank.secim", catalog.load("istanbul-2024"), night_clock).close()
    return {name: (folder / f"{name}.secim").read_bytes() for name in ("demo", "blank")}


@pytest.fixture
def night_file(tmp_path: Path, nights: dict[str, bytes]) -> Callable[[str], Path]:
    """Puts a night on the disk, alone in its folder."""

    def put(name: str) -> Path:
        folder = tmp_path / "stick"
        folder.mkdir(exist_ok=True)
        path = folder / f"{name}.secim"
        path.write_bytes(nights[name])
        return path

    return put


def _sit_down(qtbot: QtBot, window: MainWindow, path: Path) -> Hands:
    assert window.open_path(path)
    return Hands(qtbot, window)


@pytest.fixture
def at_demo(qtbot: QtBot, window: MainWindow, night_file: Callable[[str], Path]) -> Hands:
    """At the demonstration evening, the figures of Küçükçekmece in front."""
    hands = _sit_down(qtbot, window, night_file("demo"))
    hands.night.go_to(PLACE)
    hands.night.take_keys()
    return hands


@pytest.fixture
def at_blank(qtbot: QtBot, window: MainWindow, night_file: Callable[[str], Path]) -> Hands:
    """At a new night, the province in front."""
    return _sit_down(qtbot, window, night_file("blank"))


@pytest.fixture
def bridge_on(qapp: Desk, night_file: Callable[[str], Path]) -> Iterator[Callable[[str], Bridge]]:
    """Opens a night without a window; its bridge is all there is of Qt."""
    opened: list[Bridge] = []

    def open_it(name: str) -> Bridge:
        session = Session.open_file(night_file(name), mirror=True, clock=night_clock)
        opened.append(Bridge(session))
        return opened[-1]

    yield open_it
    for bridge in opened:
        # A bridge outside a window is Python's to collect, and its steps must not go before it.
        bridge.undo_stack.clear()
        bridge.session.close()


@pytest.fixture
def one_step_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long work takes one step between two events, and its bar is there from the first."""
    monkeypatch.setattr(long_work, "TURN", 0.0)
    monkeypatch.setattr(long_work, "SOON", 0.0)
