"""The board fills a little at a time: said meanwhile, whole at the end, nothing stale."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableView

from desk.facts.bulletin import Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.rules.checks import Checks
from tests.ui.hands import CONTEST, PAIR, PLACE, Hands, focus, press
from ui.comparison import filling
from ui.comparison.board import BoardPage
from ui.widgets.rows import LinedRows
from ui.widgets.tables import Index

WORKING = "being worked out"


@pytest.fixture(autouse=True)
def one_place_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "SLICE_SECONDS", -1.0)


def settle(hands: Hands) -> None:
    hands.qtbot.waitUntil(hands.night.shown_findings.is_idle)


def page_of(hands: Hands) -> BoardPage:
    """The page in front."""
    return hands.night.board


def seen(page: BoardPage) -> str:
    """What a page says of itself beside its lines."""
    said = [page.note.text(), page.list.empty.text() if page.list.empty.isVisible() else ""]
    return " ".join(filter(None, said))


def filled(hands: Hands) -> BoardPage:
    page = page_of(hands)
    hands.qtbot.waitUntil(lambda: page.idle and not seen(page))
    return page


def file_another(hands: Hands, place: str) -> None:
    """One more bulletin with the figures of the last."""
    last = hands.session.bulletins(CONTEST, place, PAIR[1])[-1]
    new = NewBulletin(
        Source(PAIR[1], CONTEST, place), last.as_of + timedelta(minutes=9), last.figures
    )
    hands.night.bridge.do(FileBulletins((new,)))


def test_the_page_says_so_while_it_fills_and_keys_have_their_turn(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
    page = page_of(at_demo)
    assert WORKING in seen(page) and page.list.covered
    QApplication.processEvents()
    QApplication.processEvents()
    assert WORKING in seen(page) and page.model.rowCount() == 0
    press("Ctrl+1", "Ctrl+D")
    assert WORKING in seen(page)
    page = filled(at_demo)
    assert page.model.rowCount() > 0 and not page.list.covered
    assert focus() is page.table


class Painted(QObject):
    """How often the whole of a table is painted."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.times = 0
        self._sight = table.viewport()
        self._sight.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and watched is self._sight:
            self.times += event.region().boundingRect().size() == self._sight.size()
        return False


def test_filled_it_is_painted_once_with_its_scroll_bar(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
    page, window = filled(at_demo), at_demo.window
    table, last = page.table, page.model.columnCount() - 1
    # So wide that the last column alone has no room.
    room = table.horizontalHeader().length() - table.columnWidth(last) // 2
    window.resize(window.width() + room - table.viewport().width(), window.height())
    for column in range(last + 1):
        table.setColumnWidth(column, 20)
    bar = table.horizontalScrollBar()
    at_demo.qtbot.waitUntil(lambda: not bar.isVisible())
    painted = Painted(table)
    page.retranslate()
    filled(at_demo)
    at_demo.qtbot.waitUntil(bar.isVisible)
    QApplication.processEvents()
    assert painted.times == 1


def test_an_empty_cell_is_only_lined(at_demo: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(at_demo)
    press("Ctrl+D")
    board, written = filled(at_demo), list[Index]()
    monkeypatch.setattr(LinedRows, "_fill", lambda _, *told: written.append(told[-1]))
    board.table.viewport().grab()
    rows, columns = board.model.rowCount(), board.model.columnCount()
    cells = [board.model.index(row, column) for row in range(rows) for column in range(columns)]
    assert 0 < len(written) < len(cells)
    assert all(cell.data() for cell in written)


def test_filled_it_says_what_the_desk_says(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
    board = filled(at_demo)
    checks = Checks(at_demo.session)
    places = [place.name for place in at_demo.session.election.places]
    boards = [checks.place_board(CONTEST, place, PAIR) for place in places]
    told = sorted((one for one in boards if one.told), key=lambda one: one.rank)
    assert isinstance(board, BoardPage)
    rows = [board.model.place(row) for row in range(board.model.rowCount())]
    assert list(dict.fromkeys(rows)) == [one.place for one in reversed(told)]


def test_the_chosen_line_stays_chosen_while_others_come(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
    page = filled(at_demo)
    press("Down", "Down")
    chosen, lines = page.model.key(page.list.row), page.model.rowCount()
    file_another(at_demo, PLACE)
    at_demo.qtbot.waitUntil(lambda: WORKING in seen(page))
    assert page.model.rowCount() == lines, "the lines of before, under a word that says so"
    filled(at_demo)
    assert page.model.key(page.list.row) == chosen
    assert focus() is page.table


def test_the_order_chosen_is_the_order_of_what_is_filled_in(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
    page = filled(at_demo)
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    before = [page.model.key(row) for row in range(page.model.rowCount())]
    at_demo.night.bridge.reloaded.emit()
    at_demo.qtbot.waitUntil(lambda: WORKING in seen(page))
    filled(at_demo)
    assert [page.model.key(row) for row in range(page.model.rowCount())] == before


def test_of_another_pair_nothing_old_is_left_to_read(at_demo: Hands) -> None:
    settle(at_demo)
    press("Ctrl+D")
    page = filled(at_demo)
    assert page.model.rowCount() > 0
    at_demo.night.entry.head.choose(CONTEST, (PAIR[1], PAIR[0]))
    assert page.model.rowCount() == 0 and WORKING in seen(page)
    filled(at_demo)
    assert page.model.rowCount() > 0


def test_what_may_be_wrong_gives_way_when_it_takes_longer(
    at_demo: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(at_demo)
    press("Ctrl+D")
    page = filled(at_demo)
    with monkeypatch.context() as held:
        # Slices that come to no end.
        held.setattr(Checks, "step", lambda *_: True)
        at_demo.night.bridge.reloaded.emit()
        assert WORKING in seen(page)
        at_demo.qtbot.waitUntil(lambda: page.list.covered)
    at_demo.night.bridge.reloaded.emit()
    filled(at_demo)
    assert not page.list.covered and page.model.rowCount() > 0
    assert focus() is page.table
