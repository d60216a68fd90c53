"""What a killed program leaves beside a night: taken back once, and only where it belongs to it.

SQLite takes whatever lies there under the right name for the rest of this very file. A journal that
was left behind when a backup took the night's place would be written into the backup.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import TypeVar

from desk.facts.codes import Code, Refusal
from desk.file import disk, election_rows, holding, proof, schema, steps
from desk.file.content import Unfit

T = TypeVar("T")

TRIES, BETWEEN_TRIES = 3, 0.1
"""How often a desk that only looks asks for a lock it needs for a moment, and seconds between."""


def lie_beside(path: Path) -> bool:
    """Whether anything lies beside a file that SQLite would take for the rest of it."""
    # SQLite looks beside the file behind a link.
    real = disk.real(path)
    found = (disk.mark_of(disk.side(real, end)) for end in ("journal", "wal"))
    return any(mark is not None and mark.size for mark in found)


def taken_back_first(path: Path, work: Callable[[], T]) -> T:
    """Run ``work``, which only reads; what a killed desk left half written is first taken back.

    Once: whatever still stands in the way then is refused.
    """
    try:
        return work()
    except Refusal as refusal:
        if refusal.code is not Code.S916:
            raise
    _take_back(path)
    return work()


def _take_back(path: Path) -> None:
    """Have SQLite take back a write that was cut short. S904 if a desk is at it, S903, S916.

    Under the lock, so that nobody is at work on the file. A desk that has it open takes the write
    back itself, at its first look.
    """
    for _ in range(TRIES):
        try:
            lock = holding.take(path)
            break
        except Refusal as refusal:
            if refusal.code is not Code.S904:
                raise holding.refusal(Code.S916, path) from refusal
        sleep(BETWEEN_TRIES)
        if not _is_half_written(path):
            return
    else:
        raise holding.refusal(Code.S904, path)
    try:
        _must_be_its_own(path)
        with disk.refusing(
            lambda code: holding.refusal(code if code is Code.S904 else Code.S916, path)
        ):
            # Connecting reads a little of the file, and that takes the write back.
            disk.connect(path).close()
    finally:
        holding.give_back(lock)


def _is_half_written(path: Path) -> bool:
    try:
        disk.connect(path, read_only=True).close()
    except sqlite3.Error as fault:
        return disk.fault_code(fault) is Code.S916
    return False


def _must_be_its_own(path: Path) -> None:
    """S903 for a journal after which the file would be no whole night: tried on a copy of both."""
    real = disk.real(path)
    journal = disk.side(real, "journal")
    try:
        with TemporaryDirectory() as folder:
            copy = Path(folder, "night.secim")
            shutil.copyfile(real, copy)
            # Gone already, somebody else has just taken it back.
            if journal.exists():
                shutil.copyfile(journal, disk.side(copy, "journal"))
            fits = _is_night(copy)
    except OSError as fault:
        raise holding.refusal(Code.S916, path) from fault
    if not fits:
        raise Refusal(Code.S903, file=str(path), where=journal.name)


def _is_night(path: Path) -> bool:
    """Whether a file is a whole night once its half write is taken back."""
    try:
        with closing(disk.connect(path)) as connection:
            version = steps.version(connection)
            proof.must_be_ours(connection, version)
            proof.must_be_sound(connection)
            if version != len(schema.STEPS):
                return True
            db = disk.wrap(connection)
            *_, proved = proof.steps(db, election_rows.read(db))
    except (Unfit, sqlite3.Error, *election_rows.NO_ELECTION):
        return False
    return proved is not None and proved.broken is None
