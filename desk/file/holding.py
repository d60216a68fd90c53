"""Who has a file open: the lock that one desk holds, and the row in the file that says whose it is.

Taking and giving back; what may be written meanwhile is `store`'s business.
"""

from __future__ import annotations

import getpass
import os
import platform
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.facts.codes import Code, Refusal
from desk.file import disk
from desk.file.disk import Database

if TYPE_CHECKING:
    from filelock import FileLock

Clock = Callable[[], datetime]
"""What tells the time; always with a zone."""


def utc_now() -> datetime:
    """The desk's own clock."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as the file keeps it: UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open: login name, machine, process, and since when (UTC)."""

    who: str
    host: str
    pid: int
    since: str


def holder(path: Path) -> Holder | None:
    """Who wrote itself into the file on opening it and has not closed it since.

    A desk that was killed leaves its name: only together with a lock refused does it say anything.
    """
    try:
        with closing(disk.connect(path, read_only=True)) as connection:
            row = connection.execute("SELECT who, host, pid, since FROM desk").fetchone()
    except sqlite3.Error:
        return None
    return Holder(*row) if row else None


def who() -> str:
    """The login name that filed figures carry; a machine without one says so."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def sign(db: Database, moment: datetime) -> None:
    """Write down who has the file open, and since when."""
    db.conn.execute(
        "INSERT INTO desk (id, who, host, pid, since) VALUES (1, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET who = excluded.who, host = excluded.host,"
        " pid = excluded.pid, since = excluded.since",
        (who(), platform.node(), os.getpid(), stamp(moment)),
    )


def take(path: Path) -> FileLock:
    """Take the file for this process. The lock is the system's: it ends when the process does."""
    # Whoever only looks takes none.
    from filelock import FileLock, Timeout

    # The file behind a link, so that two names of one file have one lock.
    real = disk.real(path)
    if not real.parent.is_dir():
        # FileLock would make the folder.
        raise Refusal(Code.S909, folder=str(path.parent))
    lock = FileLock(real.with_name(f".{real.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise refusal(Code.S904, path) from None
    except OSError as fault:
        full = disk.fault_code(fault) is Code.S906
        raise refusal(Code.S906 if full else Code.S909, path) from fault
    return lock


def give_back(lock: FileLock) -> None:
    if sys.platform != "win32":
        # Unlinked while still held; filelock notices an unlinked inode and tries again.
        with suppress(OSError):
            Path(lock.lock_file).unlink()
    lock.release()


def refusal(code: Code, path: Path, *, ask_holder: bool = True) -> Refusal:
    if code is Code.S904:
        held = holder(path) if ask_holder else None
        return Refusal(
            code,
            file=str(path),
            who=held.who if held else "?",
            host=held.host if held else "?",
            since=held.since if held else "",
        )
    return Refusal(code, file=str(path), folder=str(path.parent))
