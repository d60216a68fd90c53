"""How long a key would have to wait while the night is judged: the longest turn of the event loop.

In processor time: what else runs on the machine is no work of the desk's. After opening, after one
more bulletin, after a withdrawal that reaches far back, and on the pages that show all findings.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop

from desk.facts.edits import Edit, FileBulletins, NewBulletin, Withdraw
from tests.bench import desks
from tests.bench.report import Line
from ui.night.page import BOARD, ENTRY
from ui.window.night_view import NightView

KEY_MS = 30.0


def measure(night: Path) -> list[Line]:
    """A night opened, added to, and put right."""
    window = desks.open_window(night, settled=False)
    assert window.night is not None
    view = window.night
    lines = _lines("after opening", view, lambda: None)
    session, contest = view.bridge.session, view.entry.contest
    place = session.election.places[len(session.election.places) // 2].name
    filed = session.bulletins(contest, place, view.entry.pair[0])
    last, early = filed[-1], filed[2]
    more = NewBulletin(last.source, last.as_of + timedelta(minutes=3), last.figures)
    lines += _lines("one more bulletin", view, _does(view, FileBulletins((more,))))
    lines += _lines("an early one withdrawn", view, _does(view, Withdraw((early.id,), "geri")))
    lines += _lines("taken back", view, view.bridge.undo_stack.undo)
    for name, page in (("board", BOARD), ("entry", ENTRY)):
        lines += _lines(f"{name} brought to the front", view, partial(view.show_page, page))
    desks.close(window)
    return lines


def _does(view: NightView, edit: Edit) -> Callable[[], object]:
    return lambda: view.bridge.do(edit)


def _lines(name: str, view: NightView, act: Callable[[], object]) -> list[Line]:
    """The act and then every turn until all is worked out: the longest, and all together."""
    start, began = perf_counter(), thread_time()
    act()
    acted = thread_time() - began
    turns, dispatcher = [0.0], QAbstractEventDispatcher.instance()
    busy = True
    pages = (view.shown_findings.is_idle, lambda: view.board.idle)
    while busy or not all(idle() for idle in pages):
        began = thread_time()
        busy = dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        turns.append(thread_time() - began)
    return [
        Line(f"{name}: the act itself", 1000 * acted, "ms"),
        Line(f"{name}: longest turn", 1000 * max(turns), "ms", KEY_MS),
        Line(f"{name}: all worked out", perf_counter() - start, "s"),
    ]
