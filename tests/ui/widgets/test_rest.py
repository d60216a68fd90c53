"""Work that waits until nobody has asked for it for a while."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.widgets import quiet as quiet_work
from ui.widgets.quiet import Quiet
from ui.widgets.rest import Rest


def test_asked_for_many_times_it_is_done_once_and_minds_no_key(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    done: list[str] = []
    rest = Rest(lambda: done.append("done"), line, after=1)
    for _ in range(3):
        rest.ask()
        QTest.keyClick(line, Qt.Key.Key_1)
    assert not rest.idle
    qtbot.waitUntil(lambda: rest.idle)
    assert done == ["done"]
    rest.ask()
    rest.stop()
    assert rest.idle
    assert done == ["done"]


def test_asked_for_by_its_own_work_it_is_done_again(qtbot: QtBot, qapp: QObject) -> None:
    done: list[str] = []

    def work() -> None:
        done.append("done")
        if len(done) < 3:
            rest.ask()

    rest = Rest(work, qapp, after=0)
    rest.ask()
    qtbot.waitUntil(lambda: rest.idle)
    assert done == ["done"] * 3


def test_asked_for_between_two_steps_it_begins_again(qtbot: QtBot, qapp: QObject) -> None:
    done: list[str] = []

    def work() -> Iterator[int]:
        done.append("first")
        if len(done) == 1:
            rest.ask()
        yield 0
        done.append("second")

    rest = Rest(work, qapp, after=0)
    rest.ask()
    qtbot.waitUntil(lambda: rest.idle)
    assert done == ["first", "first", "second"]


def test_with_a_rest_it_is_asked_for_once_and_gives_way_to_every_key(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    # The keys go from the one to the other while the work waits.
    before, line = QLineEdit(window), QLineEdit(window)
    with qtbot.waitActive(window):
        window.show()
    before.setFocus()
    done: list[str] = []

    def work() -> Iterator[int]:
        done.append("first")
        if len(done) == 1:
            QTest.keyClick(line, Qt.Key.Key_1)
        yield 0
        done.append(line.text())

    rest = Rest(work, window, after=0, rest=1)
    rest.ask()
    line.setFocus()
    before.deleteLater()
    QTest.keyClick(line, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: rest.idle)
    assert done == ["first", "first", "21"]


def test_of_what_is_due_at_once_one_step_is_taken_between_two_keys(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever's it is, and everybody gets on."""
    # Each of the quiet work's steps is as long as a turn.
    monkeypatch.setattr(quiet_work, "TURN", 0)
    done: list[tuple[int, str]] = []
    turn = 0

    def steps(name: str) -> Iterator[int]:
        for _ in range(4):
            done.append((turn, name))
            yield 0

    def quiet() -> Generator[None, None, None]:
        for _ in range(4):
            done.append((turn, "quiet"))
            yield

    rests = [Rest(lambda name=name: steps(name), qapp, after=0) for name in "abc"]  # type: ignore[misc]
    for rest in rests:
        rest.ask()
    slow = Quiet(qapp)
    slow.start(quiet(), lambda _: None, lambda _: None)
    rests[1].stop()
    while not slow.idle or not all(rest.idle for rest in rests):
        qapp.processEvents()
        turn += 1
    turns = [at for at, _ in done]
    names = [name for _, name in done]
    assert len(set(turns)) == len(turns)
    assert sorted(names) == ["a"] * 4 + ["c"] * 4 + ["quiet"] * 4
    assert all({*names[at : at + 3]} == {"a", "c", "quiet"} for at in range(0, 12, 3))


def test_who_waits_and_is_forgotten_is_waited_for_by_nobody(
    qtbot: QtBot, qapp: QApplication
) -> None:
    done: list[str] = []
    first, gone = (Rest(lambda: done.append("done"), qapp, after=0) for _ in range(2))
    other = QObject(qapp)
    lost = Rest(lambda: done.append("lost"), other, after=0)
    for rest in (first, gone, lost):
        rest.ask()
    qapp.processEvents()
    assert done == ["done"]
    gone.stop()
    delete(other)
    first.ask()
    qtbot.waitUntil(lambda: first.idle)
    assert done == ["done"] * 2
