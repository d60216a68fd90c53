"""Measure the desk against its budgets: `python -m tests.bench [NAME]...`, all of them by default.

It prints and judges; it never fails, because a noisy machine is no fault of the desk.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.report import write


def keying(folder: Path) -> None:
    """One figure keyed."""
    from tests.bench import keying

    write("One figure keyed, 40 places and 4,800 bulletins", keying.measure(_night(folder)))


def reading(_: Path) -> None:
    """Five lines read, and 100 kB of each thing that is pasted."""
    from tests.bench import reading

    write("An agency's text read, processor time", reading.measure())


def charts(folder: Path) -> None:
    """Charts of 39 districts, and keys beside them."""
    from tests.bench import charts

    write("Charts in the window, 39 districts and 4,800 bulletins", charts.measure(_night(folder)))


def start(folder: Path) -> None:
    """Process start to first paint."""
    from desk.rehearsal import demo
    from tests.bench import starting

    demonstration = folder / "demonstration.secim"
    demo.make(demonstration).close()
    write("Process start to first paint", starting.first_paint(_night(folder), demonstration))


def built(folder: Path) -> None:
    """The built program on a screen; nothing without a screen or before `make build`."""
    from desk.rehearsal import demo
    from tests.bench import on_screen

    program = Path("dist/secim-masasi/secim-masasi").absolute()
    if not os.environ.get("DISPLAY") or not program.is_file():
        return
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    demonstration = folder / "demonstration.secim"
    demo.make(demonstration).close()
    write("The built program, its first screen", on_screen.measure(program))
    write("The same with a file", on_screen.measure(program, str(demonstration)))


def post(folder: Path) -> None:
    """A post as a whole process."""
    from tests.bench import starting

    write("secim-masasi post, the whole process", starting.post(_night(folder)))


def compose(folder: Path) -> None:
    """Posts composed and judged anew after one more bulletin."""
    from tests.bench import composing

    write("Posts after one more bulletin, a rehearsed night", composing.of_night(folder))
    write("Posts after one more bulletin, 973 places", composing.of_country(folder))


def journal(folder: Path) -> None:
    """Commit of one figure by journal mode."""
    if importlib.util.find_spec("tests.bench.journal_modes") is None:
        return
    sys.stdout.write("\nOne figure committed, by journal mode\n")
    sys.stdout.flush()
    subprocess.run([sys.executable, "-m", "tests.bench.journal_modes"], check=False)


def slips(_: Path) -> None:
    """How many keying errors are caught, and how often an honest bulletin is suspected."""
    subprocess.run([sys.executable, "-m", "tests.bench.slips", "--nights", "1"], check=False)


def night(folder: Path) -> None:
    """Opening and reading the night the budgets are about."""
    from tests.bench import country

    write("The night of 40 places, as a file", country.of_file(_night(folder)))


def country(folder: Path) -> None:
    """What a night of the whole country costs."""
    from tests.bench import country

    file, window = country.measure(folder)
    write("A night of 973 places and 116,760 bulletins, as a file", file)
    write("The same in the window", window)


def proving(folder: Path) -> None:
    """What it costs that a night proves itself, in seconds of the processor."""
    from tests.bench import proving

    write("A night proves itself, 40 places and 4,800 bulletins", proving.of_night(_night(folder)))
    path = folder / "country.secim"
    subprocess.run([sys.executable, "-m", "tests.bench.nights", str(path)], check=True)
    write("The same, 973 places and 116,760 bulletins", proving.of_country(path))


def turns(folder: Path) -> None:
    """How long a key may have to wait while the night is judged."""
    from tests.bench import nights, turns

    write("Judging between keys, 40 places and 4,800 bulletins", turns.measure(_night(folder)))
    path = nights.make_country(folder / "country.secim")
    write("Judging between keys, 973 places and 116,760 bulletins", turns.measure(path))


def search(folder: Path) -> None:
    """A key in the wizard's search of places."""
    from tests.bench import searching

    write("The wizard's search of the country's places", searching.measure(folder))


def ledger(folder: Path) -> None:
    """Ten thousand published posts."""
    from tests.bench import ledger

    write("A ledger of 10,000 posts over 4,800 bulletins", ledger.measure(folder))


def sheets(folder: Path) -> None:
    """District sheets on paper."""
    from tests.bench import sheets

    write("District sheets, 39 districts and 4,800 bulletins", sheets.measure(_night(folder)))
    path = folder / "country.secim"
    subprocess.run([sys.executable, "-m", "tests.bench.nights", str(path)], check=True)
    write("The same, 973 districts and 116,760 bulletins", sheets.measure(path))


def _night(folder: Path) -> Path:
    from tests.bench import nights

    path = folder / "night.secim"
    path.unlink(missing_ok=True)
    return nights.make(path)


MEASUREMENTS: dict[str, Callable[[Path], None]] = {
    "keying": keying,
    "reading": reading,
    "charts": charts,
    "start": start,
    "built": built,
    "post": post,
    "compose": compose,
    "journal": journal,
    "night": night,
    "country": country,
    "proving": proving,
    "turns": turns,
    "search": search,
    "ledger": ledger,
    "sheets": sheets,
}


def main(names: Sequence[str]) -> None:
    """Run the measurements named, or every one."""
    with tempfile.TemporaryDirectory(prefix="secim-masasi-bench-") as name:
        folder = Path(name)
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA"):
            os.environ[variable] = str(folder)
        if len(names) == 1:
            MEASUREMENTS[names[0]](folder)
            return
        # A process each: what one has loaded or grown to must not colour the next.
        for measurement in names or MEASUREMENTS:
            subprocess.run([sys.executable, "-m", "tests.bench", measurement], check=False)


if __name__ == "__main__":
    main(sys.argv[1:])
