"""A night of the whole country: 973 places, two agencies, 60 bulletins each, and its one window."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk import charts
from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.session import Session
from desk.rules.discrepancies import compare_all, pair_of
from tests.bench import desks, keying
from tests.bench.report import Line, middle, spread
from ui.charts.map_page import MapPage
from ui.night.page import COMPARISON, ENTRY, MAP

KEYINGS = 100
MAP_MS = 150.0


def of_file(night: Path) -> list[Line]:
    """Opening a file, reading it and filing into it, without a window."""
    lines = [Line("file", night.stat().st_size / 2**20, "MiB")]
    times: dict[str, list[float]] = {"open": [], "mirror": []}
    for _ in range(5):
        for name, mirror in (("open", False), ("mirror", True)):
            start = perf_counter()
            Session.open_file(night, mirror=mirror).close()
            times[name].append(perf_counter() - start)
    lines.append(middle("open and close", times["open"]))
    lines.append(middle("the same with all of it in memory", times["mirror"]))
    with Session.open_file(night, mirror=True) as session:
        contest = session.election.contests[0].id
        place = session.election.places[len(session.election.places) // 2].name
        pair = pair_of(session)
        last = session.bulletins(contest, place, pair[0])[-1]

        def file_one(number: int) -> None:
            moment = last.as_of.replace(hour=23, minute=number)
            session.record(FileBulletins((NewBulletin(last.source, moment, last.figures),)))

        for name, work in (
            ("latest of one place", lambda _: session.latest(contest, place)),
            ("latest of the contest, all places", lambda _: session.latest(contest)),
            ("comparison of all places", lambda _: compare_all(session, contest, pair)),
            ("where the night stands", lambda _: session.night_end()),
            ("bulletins of one place", lambda _: session.bulletins(contest, place)),
            ("one bulletin filed", file_one),
        ):
            taken = []
            for turn in range(9):
                start = perf_counter()
                work(turn)
                taken.append(perf_counter() - start)
            lines.append(middle(name, taken))
    return lines


def of_window(night: Path) -> list[Line]:
    """The window on the whole country."""
    before = _memory()
    start = perf_counter()
    window = desks.open_window(night)
    lines = [Line("window open and painted", 1000 * (perf_counter() - start), "ms")]
    assert window.night is not None
    view = window.night
    typed = keying.typed(view, KEYINGS)
    lines += spread("a figure, Enter to last repaint", typed.figures, keying.BUDGET_MS)
    lines += spread("all but its transaction on the disk", typed.off_disk)
    lines += spread("each key typed before it", typed.keys)
    lines.append(middle("Ctrl+Enter files the bulletin", typed.filings))
    lines.append(middle("another place", typed.places))
    filter_ = view.places.filter
    for letter in "kadik":
        taken = desks.timed(partial(QTest.keyClicks, filter_, letter))
        lines.append(Line(f"filter: {filter_.text()!r} typed", 1000 * taken, "ms"))
    taken = desks.press(filter_, Qt.Key.Key_Escape)
    lines.append(Line("filter cleared", 1000 * taken, "ms"))
    for order in ("gap", "name"):
        taken = desks.timed(partial(view.places.model.order_by, order))
        lines.append(Line(f"places ordered by {order}", 1000 * taken, "ms"))
    taken = desks.timed(partial(view.show_page, COMPARISON))
    lines.append(Line("comparison brought to the front", 1000 * taken, "ms"))
    sorts = []
    for column in range(6):
        for way in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            sorts.append(desks.timed(partial(view.comparison.table.sortByColumn, column, way)))
    lines.append(middle("comparison sorted", sorts))
    lines.append(
        Line("comparison read anew", 1000 * desks.timed(view.comparison.model.reload), "ms")
    )
    model = view.comparison.model
    ticks = [desks.timed(partial(model.tick, 0, model.rowCount())) for _ in range(5)]
    lines.append(middle("ages looked at", ticks))
    recorded = keying.recorded(view, KEYINGS)
    lines += spread("comparison page: a figure recorded", recorded.figures, keying.BUDGET_MS)
    lines.append(middle("comparison page: a bulletin filed", recorded.filings))
    taken = desks.timed(partial(view.show_page, MAP))
    lines.append(Line("map brought to the front", 1000 * taken, "ms"))
    page = view.late["map"].made
    assert isinstance(page, MapPage)
    told = [desks.timed(partial(page.show_mode, mode)) for mode in reversed(charts.MODES)]
    lines.append(Line("its tiles tell something else", 1000 * median(told), "ms", MAP_MS))
    view.show_page(ENTRY)
    if before is not None and (after := _memory()) is not None:
        lines.append(Line("memory the process took on for it", after - before, "MiB"))
    desks.close(window)
    return lines


def measure(folder: Path) -> tuple[list[Line], list[Line]]:
    """Make the country's night and measure it bare and in its window."""
    path = folder / "country.secim"
    start = perf_counter()
    # In another process: the memory it takes is none of the desk's.
    subprocess.run([sys.executable, "-m", "tests.bench.nights", str(path)], check=True)
    made = Line("written for this measurement", perf_counter() - start, "s")
    return [made, *of_file(path)], of_window(path)


def _memory() -> float | None:
    """Resident MiB of this process now; None where the system does not tell in a file."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return pages * 4096 / 2**20
