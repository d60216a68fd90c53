"""Process start to first paint, beside a bare window of Qt; and `post` as a whole process."""

from __future__ import annotations

from pathlib import Path

from tests.bench.processes import loaded, race, ratio
from tests.bench.report import Line, middle

PAINT_BUDGET = 2.0
POST_BUDGET = 1.6
PAINT = ("-m", "tests.bench.first_paint")
HEAVY = ("numpy", "matplotlib", "xlsxwriter", "PIL", "hypothesis")
LATER = (
    "sqlite_utils",
    "filelock",
    "desk.file.session",
    "desk.reading.files.csv",
    "ui.entry.panel",
    "ui.comparison.page",
)


def first_paint(night: Path, demonstration: Path) -> list[Line]:
    """The window's first paint, and the paint that shows a night."""
    times = race(
        {
            "bare": (*PAINT, "bare"),
            "welcome": (*PAINT, "welcome"),
            "file": (*PAINT, "file", str(demonstration)),
            "demonstration": (*PAINT, "night", str(demonstration)),
            "night": (*PAINT, "night", str(night)),
        }
    )
    return [
        middle("bare QMainWindow, start to first paint", times["bare"]),
        middle("the desk's first screen, start to first paint", times["welcome"]),
        middle("the desk with a file, start to first paint", times["file"]),
        middle("the demonstration painted", times["demonstration"]),
        middle("a night of 4,800 bulletins painted", times["night"]),
        Line("first screen / bare window", ratio(times, "welcome", "bare"), "x", PAINT_BUDGET),
        Line(
            "first paint with a file / bare window", ratio(times, "file", "bare"), "x", PAINT_BUDGET
        ),
        Line("the demonstration painted / bare window", ratio(times, "demonstration", "bare"), "x"),
        _modules(
            "import ui.cli.start, ui.window.app", (*HEAVY, *LATER), "too early at the first paint"
        ),
    ]


def post(night: Path) -> list[Line]:
    """A post written by a process that does nothing else."""
    bare = "import sqlite_utils, click"
    command = ("post", str(night), "comparison", "--places", "Adalar,Beyoğlu,Şişli")
    times = race(
        {
            "imports": ("-c", bare),
            "without": ("-c", f"import sys; sys.modules['numpy'] = None; {bare}"),
            "post": ("-m", "ui", *command),
        }
    )
    run = f"import sys; sys.argv[1:] = {command!r}; from ui.cli.main import main; main()"
    return [
        middle(bare, times["imports"]),
        middle("the same where there is no NumPy to find", times["without"]),
        middle("secim-masasi post", times["post"]),
        Line("post / imports", ratio(times, "post", "imports"), "x", POST_BUDGET),
        Line("post / imports where there is no NumPy", ratio(times, "post", "without"), "x"),
        _modules(run, ("PySide6", *HEAVY), "heavy in post"),
    ]


def _modules(code: str, names: tuple[str, ...], what: str) -> Line:
    found = loaded(("-c", code), names)
    return Line(f"modules loaded that are {what}", len(found), "", 0, ", ".join(found))
