"""District sheets as one PDF, beside the open window: seconds, memory, and how soon it stops.

Each night in a process of its own, so that one's memory is none of the other's.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

from PySide6.QtGui import QPainter, QPdfWriter

from desk.sheets.model import SheetKind
from tests.bench import desks
from tests.bench.report import Line
from ui.sheets import printing
from ui.sheets.made import Wanted, all_units, made

BUDGETS = {39: (3, 100), 973: (60, None)}
"""Most seconds, and most MiB over the desk's own, by the number of districts."""


def measure(night: Path) -> list[Line]:
    """The lines of one night."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.sheets", str(night)],
        check=True,
        capture_output=True,
        text=True,
    )
    return [Line(**line) for line in json.loads(done.stdout)]


def _lines(night: Path) -> Iterator[Line]:
    window = desks.open_window(night)
    assert window.night is not None
    view = window.night
    session = view.bridge.session
    places = all_units(session.election, session.election.contests[0].id)
    start = perf_counter()
    checks = view.watch.checks
    checks.night(session.election.contests[0].id)
    yield Line("the night judged, once for the window and all sheets", perf_counter() - start, "s")
    desks.settle()
    seconds, most = BUDGETS.get(len(places), (None, None))
    contest, pair, _ = view.standing()
    target = night.with_suffix(".pdf")
    own = _peak(reset=True)
    for kind in (SheetKind.DISTRICT, SheetKind.BLANK):
        wanted = Wanted(kind, contest, pair, places)
        start = last = perf_counter()
        turns, pages = [], 0
        for count in printing.to_pdf(target, made(session, checks, wanted), "bench"):
            pages = count
            turns.append(perf_counter() - last)
            last = perf_counter()
        taken = perf_counter() - start
        name = f"{len(places)} {kind.value} sheets, {pages} pages"
        yield Line(name, taken, "s", seconds)
        yield Line("the longest that a sheet keeps Cancel waiting", 1000 * max(turns), "ms")
        blank = _empty(pages, target)
        yield Line("against as many empty pages, times", taken / blank, "×")
        yield Line("the PDF", target.stat().st_size / 2**20, "MiB")
        if own is not None and (peak := _peak()) is not None:
            yield Line("memory over the desk's own, at the peak", peak - own, "MiB", most)
    work = printing.to_pdf(target, made(session, checks, wanted), "bench")
    next(work)
    start = perf_counter()
    work.close()
    yield Line("stopped, and nothing left behind", 1000 * (perf_counter() - start), "ms")
    desks.close(window)


def _empty(pages: int, target: Path) -> float:
    """Seconds for a PDF of pages with nothing on them."""
    start = perf_counter()
    writer = QPdfWriter(str(target.with_name("empty.pdf")))
    painter = QPainter(writer)
    for _ in range(pages - 1):
        writer.newPage()
    painter.end()
    return perf_counter() - start


def _peak(*, reset: bool = False) -> float | None:
    """The most MiB this process has held; None where the system does not tell in a file."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "")
    return int(line.split()[1]) / 1024 if line else None


if __name__ == "__main__":
    json.dump([asdict(line) for line in _lines(Path(sys.argv[1]))], sys.stdout)
