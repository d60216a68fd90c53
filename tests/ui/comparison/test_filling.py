"""The board fills a little at a time: said meanwhile, whole at the end, nothing stale."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.facts.bulletin import Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.rules.checks import Checks
from tests.ui.hands import CONTEST, PAIR, PLACE, Hands, focus, press
from ui.comparison import filling
from ui.comparison.board import BoardPage

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
