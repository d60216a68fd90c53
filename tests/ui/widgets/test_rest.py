"""Work that waits until nobody has asked for it for a while."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

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
