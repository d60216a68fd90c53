"""What every generator of faults stands on: a night of everything, a command run, one verdict.

A generator is a function of a seed and an empty folder that returns what went wrong, or nothing;
the same seed does the same again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from click.testing import CliRunner

from tests.desk.file.test_schema import make_sample
from ui.cli.main import main

SLOWEST = 5.0
"""Seconds of the processor after which a command counts as hanging."""

DONE, STOPPED, REFUSED, FAULT = 0, 1, 2, 70

Generator = Callable[[Random, Path], str | None]


@dataclass
class Tally:
    """How often a kind of fault was tried, and what went wrong, by seed."""

    kind: str
    tried: int = 0
    failed: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str
    seconds: float

    @property
    def trouble(self) -> str | None:
        """What no command may do whatever it is given."""
        if self.status not in (DONE, STOPPED, REFUSED):
            return f"status {self.status}: {self.err.strip()[-300:]}"
        if "Traceback" in self.err:
            return f"a traceback: {self.err[-300:]}"
        if self.seconds > SLOWEST:
            return f"{self.seconds:.1f} s"
        return None


def command(*args: object, text: str | bytes = "") -> Told:
    """Run a command of the desk in this process."""
    start = process_time()
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=text)
    seconds = process_time() - start
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return Told(FAULT, result.stdout, repr(result.exception), seconds)
    return Told(result.exit_code, result.stdout, result.stderr, seconds)


@cache
def night() -> bytes:
    """A night with something of everything, as its file lies on the disk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "night.secim"
        make_sample(path)
        return path.read_bytes()


def night_in(folder: Path) -> Path:
    """The night of everything in a folder."""
    path = folder / "night.secim"
    path.write_bytes(night())
    return path


def tried(kind: str, generator: Generator, seeds: range, until: float, least: int = 0) -> Tally:
    """Run a generator with one seed after the other, as long as there is time.

    ``least`` is how many are tried however long it takes.
    """
    tally = Tally(kind)
    for seed in seeds:
        if perf_counter() > until and tally.tried >= least:
            break
        with TemporaryDirectory() as folder:
            wrong = generator(Random(f"{kind} {seed}"), Path(folder))
        tally.tried += 1
        if wrong is not None:
            tally.failed[seed] = wrong
    return tally
