"""Processes to be killed, each forked from one that has imported everything: it dies at work.

`python -m tests.faults.nursery` forks one for each line it reads and waits for its end; `Nursery`
is the hand that kills. What a process says goes through one pipe, so nothing of it is lost with it.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Timer
from time import perf_counter
from traceback import print_exc
from typing import Any

from desk.facts.catalog import resource

ROOT = resource().parent
JOBS = tuple(
    f"tests.faults.{name}" for name in ("typist", "window_typist", "window_look", "command_run")
)
"""The modules whose `play` a process may be told to run."""

BORN, GONE, WRITE = "born", "gone", "write"
_AT_ONCE = 0.02
"""Seconds below which a timer would come too late to be worth one."""


@dataclass(frozen=True)
class Moment:
    """When a process is killed: so many seconds after it has said a word for the nth time."""

    word: str
    nth: int
    seconds: float


@dataclass(frozen=True)
class Life:
    """What a process said, line by line, and whether it was killed over it."""

    said: list[str]
    killed: bool
    err: str


class Nursery:
    """The process that forks; ended with this one, whose standard input it reads."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def live(self, job: str, folder: Path, *given: object, moment: Moment) -> Life:
        """Let a process run a job until it is killed, or has come to its end before."""
        begin, pipe = self._process.stdin, self._process.stdout
        assert begin is not None and pipe is not None
        err = folder.with_name(f"{folder.name}.err")
        begin.write(json.dumps([job, str(err), *map(str, given)]) + "\n")
        begin.flush()
        word, _, number = pipe.readline().strip().partition(" ")
        if word != BORN:
            raise RuntimeError(f"the nursery has ended: {word}")
        said, count, timer = [], 0, Timer(moment.seconds, _kill, (int(number),))
        line = BORN
        while line != GONE:
            if line == moment.word:
                count += 1
                if count == moment.nth and moment.seconds >= _AT_ONCE:
                    timer.start()
                elif count == moment.nth:
                    until = perf_counter() + moment.seconds
                    while perf_counter() < until:
                        pass
                    _kill(int(number))
            line, _, status = pipe.readline().strip().partition("\t")
            if line != GONE:
                said.append(line)
        timer.cancel()
        told = err.read_text(encoding="utf-8", errors="replace")
        err.unlink()
        return Life(said, int(status) == signal.SIGKILL, told)


@cache
def nursery() -> Nursery:
    """The one of this process."""
    return Nursery()


def say(line: str) -> None:
    """A line for whoever listens, whole or not at all, whatever becomes of this process."""
    os.write(1, f"{line}\n".encode())


def tell_of_writes() -> None:
    """Let every transaction that may write say so before it begins."""
    from desk.file import disk

    carried = disk.in_transaction

    def told(db: Any, work: Callable[[Any], Any], begin: str = "IMMEDIATE") -> Any:
        if begin == "IMMEDIATE":
            say(WRITE)
        return carried(db, work, begin)

    disk.in_transaction = told


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def _serve() -> None:
    import tests.conftest  # noqa: F401  (no home of the user's, no screen)

    for name in JOBS:
        importlib.import_module(name)
    tell_of_writes()
    for line in sys.stdin:
        job, err, *given = json.loads(line)
        child = os.fork()
        if child == 0:
            _live(job, err, given)
        _, status = os.waitpid(child, 0)
        say(f"{GONE}\t{status}")


def _live(job: str, err: str, given: list[str]) -> None:
    """A forked process from here on; it never returns to the nursery."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    # What the desk prints is not what is listened to.
    sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    say(f"{BORN} {os.getpid()}")
    try:
        importlib.import_module(f"tests.faults.{job}").play(*given)
    except BaseException:
        print_exc()
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    _serve()
