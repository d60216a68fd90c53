"""What it costs that a night proves itself: the same work with the proof and without, turn by turn.

Seconds of the processor, so that what else a machine does counts as little as it can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import process_time
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import Edit, FileBulletins, NewBulletin, SetFigure
from desk.file import chain, proof
from desk.file.proof import Proof
from desk.file.session import Session
from tests.bench import desks
from tests.bench.report import Line

OPENINGS, WRITES = 9, 300


@contextmanager
def unproved() -> Iterator[None]:
    """Open without looking through schema, structure, content and chain."""
    with ExitStack() as stack:
        for name in ("must_be_ours", "must_be_readable"):
            stack.enter_context(patch.object(proof, name, lambda *_: None))
        stack.enter_context(patch.object(proof, "steps", lambda *_: iter([Proof(0, 0, "")])))
        yield


@contextmanager
def unsealed() -> Iterator[None]:
    """Write without links."""
    with patch.object(chain, "add", lambda *_: None), patch.object(chain, "seal", lambda *_: None):
        yield


def of_night(night: Path) -> list[Line]:
    """Opening, filing and typing, of the night the budgets are about."""

    def opened() -> None:
        Session.open_file(night, mirror=True).close()

    lines = _more("opened, all of it in memory", opened, unproved, OPENINGS, 150)
    with Session.open_file(night, mirror=True) as session:
        contest = session.election.contests[0]
        source = Source("AA", contest.id, session.election.places[7].name)
        last = session.bulletins(contest.id, source.place, source.agency)[-1]
        count = 0

        def moved(edit: Callable[[int], Edit]) -> Callable[[], None]:
            def work() -> None:
                nonlocal count
                count += 1
                session.record(edit(count))

            return work

        def filed(turn: int) -> Edit:
            moment = last.as_of + timedelta(minutes=turn)
            return FileBulletins((NewBulletin(source, moment, last.figures),))

        def typed(turn: int) -> Edit:
            return SetFigure(source, Row(Item.SHARE, contest.shown[0]), Decimal(turn) / 100)

        lines += _more("one bulletin filed", moved(filed), unsealed, WRITES, 0.2)
        lines += _more("one figure typed", moved(typed), unsealed, WRITES)
    return lines


def of_country(night: Path) -> list[Line]:
    """A night of the whole country: painted first, proved in slices behind a sign."""
    window = desks.empty_window(night)
    start = process_time()
    window.open_path(night)
    view = window.night
    assert view is not None
    QApplication.processEvents()
    painted = process_time() - start
    assert view.bridge.session.proof is None and not view.isEnabled()
    steps = []
    session = view.bridge.session
    work = session.prove()
    while session.proof is None:
        before = process_time()
        next(work, None)
        steps.append(process_time() - before)
    desks.close(window)
    return [
        Line("opened and painted", painted, "s", 2),
        Line("proved", sum(steps), "s", 3, f"{len(steps)} steps"),
        Line("its longest step", 1000 * max(steps), "ms"),
    ]


def _more(
    name: str,
    work: Callable[[], None],
    without: Callable[[], AbstractContextManager[None]],
    turns: int,
    budget: float | None = None,
) -> list[Line]:
    """How long some work takes, and how much of it is the proof, in milliseconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(2 * turns + 2):
        with ExitStack() as stack:
            if turn % 2:
                stack.enter_context(without())
            start = process_time()
            work()
            times[turn % 2].append(process_time() - start)
    proved, bare = (1000 * median(each[1:]) for each in times)
    return [
        Line(name, proved, "ms", note=f"n={turns}"),
        Line(f"{name}: more than without any proof", proved - bare, "ms", budget),
    ]
