"""The `.secim` file: make, open, lock, copy; one transaction at a time, refusals before any harm.

It knows whose file it is and who may write, not what a bulletin means; rows are read and written
by `rows`, and SQLite itself is handled by `disk`.
"""

from __future__ import annotations

import getpass
import os
import platform
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desk.facts.codes import Code, Refusal
from desk.file import disk, schema
from desk.file.disk import Database, Migrations

if TYPE_CHECKING:
    from filelock import FileLock

T = TypeVar("T")
Clock = Callable[[], datetime]
"""What tells the time; always with a zone."""

_MAGIC = b"SQLite format 3\x00"
_TABLES = ("election", "bulletin", "figure", "mark", "draft", "draft_figure", "latest", "desk")
"""Tables every version has; a file that lacks one is no whole night, whatever its header says."""


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


class Store:
    """An open file. Made by `create` or `open_file`; `close` gives the lock back."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: FileLock | None, mirror: bool
    ) -> None:
        self.path = path
        self._lock = lock
        self._disk = disk.wrap(connection)
        self._identity = _identity(path)
        self._memory: Database | None = None
        if mirror:
            self._memory = disk.wrap(sqlite3.connect(":memory:", isolation_level=None))
        try:
            self.refresh()
        except BaseException:
            self._close_connections()
            raise

    @property
    def read_only(self) -> bool:
        """Whether this desk may only look."""
        return self._lock is None

    def read(self, work: Callable[[Database], T]) -> T:
        """Run ``work`` on one moment of the file: on the mirror if there is one, else on the disk.

        A stick pulled out mid-evening leaves every screen of a mirrored night readable.
        """
        with self._refusing():
            return disk.reading(self._memory or self._disk, work)

    def write(self, work: Callable[[Database], T]) -> T:
        """Run ``work`` in one transaction, on the disk first and then on the mirror.

        ``work`` must do the same on both: no clocks, no chance. Refuses with S904-S907 and leaves
        the file as it was.
        """
        if self.read_only:
            raise Refusal(Code.S905, file=str(self.path))
        if _identity(self.path) != self._identity:
            # SQLite would go on writing into a file nobody will ever find again.
            raise _refusal(Code.S907, self.path)
        if self.data_version() != self._seen:
            self.refresh()
        with self._refusing():
            result = disk.in_transaction(self._disk, work)
        if self._memory is not None:
            try:
                disk.in_transaction(self._memory, work)
            except (sqlite3.Error, Refusal):
                # The disk has it, so it is done; only the mirror did not fit any more.
                self.refresh()
        return result

    def data_version(self) -> int:
        """A number that moves when another process has written to the file."""
        with self._refusing():
            return int(self._disk.conn.execute("PRAGMA data_version").fetchone()[0])

    def refresh(self) -> None:
        """Take in what another process has written: the mirror becomes the disk again."""
        self._seen = self.data_version()
        if self._memory is not None:
            with self._refusing():
                self._disk.conn.backup(self._memory.conn)

    def copy_to(self, target: Path) -> Path:
        """Write everything this desk knows to a new file; see `disk.copy`."""
        return disk.copy(self._memory or self._disk, target)

    def close(self) -> None:
        """Close the file and let another desk have it. Closing twice does nothing more."""
        if self._lock is not None:
            with suppress(sqlite3.Error, Refusal):
                self.write(lambda db: db.conn.execute("DELETE FROM desk"))
        self._close_connections()
        if self._lock is not None:
            _give_back(self._lock)
            self._lock = None

    def _close_connections(self) -> None:
        self._disk.conn.close()
        if self._memory is not None:
            self._memory.conn.close()

    def _refusing(self) -> AbstractContextManager[None]:
        # A desk that holds the lock is not kept out by another desk but by some other program.
        return disk.refusing(lambda code: _refusal(code, self.path, ask_holder=self.read_only))


def create(path: Path, fill: Callable[[Database], object], clock: Clock = utc_now) -> Store:
    """Make a new file, fill it and open it for writing. S908 if it exists, S909 if it cannot be."""

    def begin(db: Database) -> None:
        _migrate(db)
        fill(db)
        _sign(db, clock)

    _refuse_existing(path)
    lock = _lock(path)
    try:
        # Once more: another desk may have made it before the lock was ours.
        _refuse_existing(path)
        with disk.refusing(lambda code: _refusal(_in_folder(code), path)):
            try:
                connection = disk.connect(path)
                try:
                    disk.in_transaction(disk.wrap(connection), begin)
                    return Store(path, connection, lock, mirror=False)
                except BaseException:
                    connection.close()
                    raise
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except BaseException:
        _give_back(lock)
        raise


def open_file(
    path: Path, *, read_only: bool = False, mirror: bool = False, clock: Clock = utc_now
) -> Store:
    """Open a file made by this desk or an older one.

    Refuses before anything is written: S900 no such file, S901 foreign, S902 newer, S903 damaged,
    S904 open elsewhere. An older file is copied beside itself, then migrated.
    """
    _refuse_by_header(path)
    lock = None if read_only else _lock(path)
    try:
        with disk.refusing(lambda code: _refusal(code, path)):
            connection = disk.connect(path, read_only=read_only)
            try:
                if not _is_a_night(connection):
                    raise Refusal(Code.S903, file=str(path))
                connection = _up_to_date(path, connection, read_only, clock)
                if not read_only:
                    disk.in_transaction(disk.wrap(connection), lambda db: _sign(db, clock))
                return Store(path, connection, lock, mirror)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        if lock is not None:
            _give_back(lock)
        raise


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


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise Refusal(Code.S908, file=str(path))


def _refuse_by_header(path: Path) -> None:
    """Look at the first bytes only, so that not even a lock is taken on what is not ours."""
    try:
        with path.open("rb") as handle:
            header = handle.read(100)
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None
    except IsADirectoryError:
        raise Refusal(Code.S901, file=str(path)) from None
    except OSError as fault:
        raise _refusal(Code.S907, path) from fault
    application = int.from_bytes(header[68:72], "big")
    if len(header) < 100 or not header.startswith(_MAGIC) or application != schema.APPLICATION_ID:
        raise Refusal(Code.S901, file=str(path))
    version = int.from_bytes(header[60:64], "big")
    if version > len(schema.STEPS):
        raise Refusal(Code.S902, file=str(path), version=version, known=len(schema.STEPS))


def _is_a_night(connection: sqlite3.Connection) -> bool:
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    return names.issuperset(_TABLES) and disk.is_whole(connection)


def _up_to_date(
    path: Path, connection: sqlite3.Connection, read_only: bool, clock: Clock
) -> sqlite3.Connection:
    # Asked of SQLite, not taken from the header's bytes: a migration that was cut short by a
    # power cut is rolled back only now.
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version == len(schema.STEPS):
        return connection
    if read_only:
        # Whoever only looks changes nothing: an older file is brought up to date in memory.
        memory = sqlite3.connect(":memory:", isolation_level=None)
        connection.backup(memory)
        connection.close()
        disk.in_transaction(disk.wrap(memory), _migrate)
        return memory
    database = disk.wrap(connection)
    moment = clock().strftime("%Y%m%d-%H%M%S")
    disk.copy(database, path.with_name(f"{path.stem}-v{version}-{moment}{path.suffix}"))
    disk.in_transaction(database, _migrate)
    return connection


def _migrate(db: Database) -> None:
    """Take the steps the file has not had; all in the caller's transaction."""
    migrations = Migrations("secim-masasi")
    for number, step in enumerate(schema.STEPS, 1):
        migrations(name=step.__name__)(_numbered(step, number))
    migrations.apply(db)


def _numbered(step: schema.Step, number: int) -> schema.Step:
    def run(db: Database) -> None:
        step(db)
        db.conn.execute(f"PRAGMA user_version = {number}")

    return run


def _sign(db: Database, clock: Clock) -> None:
    db.conn.execute(
        "INSERT INTO desk (id, who, host, pid, since) VALUES (1, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET who = excluded.who, host = excluded.host,"
        " pid = excluded.pid, since = excluded.since",
        (who(), platform.node(), os.getpid(), stamp(clock())),
    )


def _lock(path: Path) -> FileLock:
    """Take the file for this process. The lock is the system's: it ends when the process does."""
    # Whoever only looks takes none.
    from filelock import FileLock, Timeout

    # The file behind a link, so that two names of one file have one lock.
    real = path.resolve()
    if not real.parent.is_dir():
        # FileLock would make the folder.
        raise Refusal(Code.S909, folder=str(path.parent))
    lock = FileLock(real.with_name(f".{real.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise _refusal(Code.S904, path) from None
    except OSError as fault:
        raise Refusal(Code.S909, folder=str(path.parent)) from fault
    return lock


def _give_back(lock: FileLock) -> None:
    if sys.platform != "win32":
        # Unlinked while still held; filelock notices an unlinked inode and tries again.
        with suppress(OSError):
            Path(lock.lock_file).unlink()
    lock.release()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _in_folder(code: Code) -> Code:
    """A file that cannot be made is its folder's trouble."""
    return Code.S909 if code is Code.S907 else code


def _refusal(code: Code, path: Path, *, ask_holder: bool = True) -> Refusal:
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
