"""The `.secim` file: make, open, lock, copy; one transaction at a time, refusals before any harm.

It knows SQLite and the disk, not what a bulletin means; rows are read and written by `rows`.
"""

from __future__ import annotations

import getpass
import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar, cast

from filelock import FileLock, Timeout

from desk import schema
from desk.codes import Code, Refusal

# sqlite-utils imports NumPy wherever it finds it, for values the desk never stores; NumPy is
# there for matplotlib, and loading it here would double the desk's start. See docs/decisions.md.
_NUMPY_IS_LOADED = "numpy" in sys.modules
if not _NUMPY_IS_LOADED:
    cast(dict[str, object], sys.modules)["numpy"] = None
try:
    from sqlite_utils import Database, Migrations
finally:
    if not _NUMPY_IS_LOADED:
        del sys.modules["numpy"]

T = TypeVar("T")
Clock = Callable[[], datetime]

BUSY_SECONDS = 0.25
"""How long a write waits for another reader before it says so; the window must not stall."""

_MAGIC = b"SQLite format 3\x00"
_TROUBLE = {
    sqlite3.SQLITE_FULL: Code.S906,
    sqlite3.SQLITE_IOERR: Code.S907,
    sqlite3.SQLITE_CANTOPEN: Code.S907,
    sqlite3.SQLITE_READONLY: Code.S907,
    sqlite3.SQLITE_PERM: Code.S907,
    sqlite3.SQLITE_BUSY: Code.S904,
    sqlite3.SQLITE_LOCKED: Code.S904,
    sqlite3.SQLITE_CORRUPT: Code.S903,
    sqlite3.SQLITE_NOTADB: Code.S903,
}


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


@contextmanager
def trouble_told(path: Path) -> Iterator[None]:
    """Turn the world's faults (disk, lock, damage) into refusals; our own faults pass through."""
    try:
        yield
    except sqlite3.Error as fault:
        # The low byte is the primary result code; the rest tells variants apart.
        code = _TROUBLE.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        raise _refusal(code, path) from fault


class Store:
    """An open file. Made by `create` or `open_file`; `close` gives the lock back."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: FileLock | None, mirror: bool
    ) -> None:
        self.path = path
        self._lock = lock
        self._disk = _database(connection)
        self._identity = _identity(path)
        self._memory: Database | None = None
        if mirror:
            self._memory = _database(sqlite3.connect(":memory:"))
            with trouble_told(path):
                connection.backup(self._memory.conn)

    @property
    def read_only(self) -> bool:
        """Whether this desk may only look."""
        return self._lock is None

    @property
    def db(self) -> Database:
        """What to read from: memory if this store keeps a mirror, else the disk.

        A stick pulled out mid-evening leaves every screen readable, and `rescue` possible.
        """
        return self._memory or self._disk

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
        with trouble_told(self.path):
            result = _in_transaction(self._disk, work)
        if self._memory is not None:
            _in_transaction(self._memory, work)
        return result

    def data_version(self) -> int:
        """A number that moves when another process has written to the file."""
        with trouble_told(self.path):
            return int(self._disk.conn.execute("PRAGMA data_version").fetchone()[0])

    def copy_to(self, target: Path) -> Path:
        """Write a verified copy of everything to a new file, durable before this returns.

        Refuses S908 if the target exists, S909 if it cannot be written, S910 if the copy differs.
        """
        if target.exists():
            raise Refusal(Code.S908, file=str(target))
        partial = target.with_name(f".{target.name}.part")
        try:
            with _closing(sqlite3.connect(partial, isolation_level=None)) as copy:
                copy.execute("PRAGMA journal_mode = OFF")
                self.db.conn.backup(copy)
                if not _is_whole(copy) or _content(copy) != _content(self.db.conn):
                    raise Refusal(Code.S910, file=str(target))
            with partial.open("rb+") as handle:
                os.fsync(handle.fileno())
            partial.rename(target)
        except (OSError, sqlite3.Error) as fault:
            raise Refusal(Code.S909, folder=str(target.parent)) from fault
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        return target

    def close(self) -> None:
        """Close the file and let another desk have it."""
        if self._lock is not None:
            with suppress(sqlite3.Error, Refusal):
                self.write(lambda db: db.conn.execute("DELETE FROM desk"))
        self._disk.conn.close()
        if self._memory is not None:
            self._memory.conn.close()
        if self._lock is not None:
            _give_back(self._lock)
            self._lock = None


def create(path: Path, fill: Callable[[Database], None], clock: Clock = utc_now) -> Store:
    """Make a new file, fill it and open it for writing. S908 if it exists, S909 if it cannot be."""
    if path.exists():
        raise Refusal(Code.S908, file=str(path))
    lock = _lock(path)
    try:
        with trouble_told(path):
            connection = _connect(path)
            try:
                database = _database(connection)
                _migrate(database, len(schema.STEPS))
                _in_transaction(database, fill)
                _in_transaction(database, lambda db: _sign(db, clock))
            except BaseException:
                connection.close()
                path.unlink(missing_ok=True)
                raise
    except BaseException as fault:
        _give_back(lock)
        if isinstance(fault, Refusal) and fault.code is Code.S907:
            raise Refusal(Code.S909, folder=str(path.parent)) from fault
        raise
    return Store(path, connection, lock, mirror=False)


def open_file(
    path: Path, *, read_only: bool = False, mirror: bool = False, clock: Clock = utc_now
) -> Store:
    """Open a file made by this desk or an older one.

    Refuses before anything is written: S900 no such file, S901 foreign, S902 newer, S903 damaged,
    S904 open elsewhere. An older file is copied beside itself, then migrated.
    """
    version = _header_version(path)
    lock = None if read_only else _lock(path)
    try:
        with trouble_told(path):
            connection = _connect(path, read_only=read_only)
            try:
                if not _is_whole(connection):
                    raise Refusal(Code.S903, file=str(path))
                if lock is not None:
                    database = _database(connection)
                    if version < len(schema.STEPS):
                        _copy_before_migration(path, connection, version, clock)
                        _migrate(database, len(schema.STEPS))
                    _in_transaction(database, lambda db: _sign(db, clock))
                elif version < len(schema.STEPS):
                    raise Refusal(Code.S905, file=str(path))
                return Store(path, connection, lock, mirror)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        if lock is not None:
            _give_back(lock)
        raise


def holder(path: Path) -> Holder | None:
    """Who wrote itself into the file when opening it; None if nobody is there."""
    try:
        with _closing(_connect(path, read_only=True)) as connection:
            row = connection.execute("SELECT who, host, pid, since FROM desk").fetchone()
    except sqlite3.Error:
        return None
    return Holder(*row) if row else None


def _header_version(path: Path) -> int:
    """The file's schema version, read as bytes so that not even a lock is taken before the checks."""
    try:
        with path.open("rb") as handle:
            header = handle.read(100)
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None
    except OSError as fault:
        raise Refusal(Code.S907, file=str(path)) from fault
    application = int.from_bytes(header[68:72], "big")
    if len(header) < 100 or not header.startswith(_MAGIC) or application != schema.APPLICATION_ID:
        raise Refusal(Code.S901, file=str(path))
    version = int.from_bytes(header[60:64], "big")
    if version > len(schema.STEPS):
        raise Refusal(Code.S902, file=str(path), version=version, known=len(schema.STEPS))
    return version


def _connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
    )
    # A rollback journal leaves one whole file between any two keys; EXTRA is FULL and also syncs
    # the folder after the journal is gone, so a power cut cannot bring an old journal back.
    connection.execute("PRAGMA synchronous = EXTRA")
    if not read_only:
        connection.execute("PRAGMA journal_mode = DELETE")
    return connection


def _database(connection: sqlite3.Connection) -> Database:
    connection.execute("PRAGMA foreign_keys = ON")
    # Plugins installed on this machine have no business in the newsroom's file.
    return Database(connection, execute_plugins=False)


def _in_transaction(db: Database, work: Callable[[Database], T]) -> T:
    # IMMEDIATE, not atomic()'s DEFERRED: work reads before it writes, and a lock refused half-way
    # through would waste what was read.
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        result = work(db)
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise
    return result


def _migrate(db: Database, target: int) -> None:
    migrations = Migrations("secim-masasi")
    for number, step in enumerate(schema.STEPS[:target], 1):
        migrations(name=step.__name__)(_numbered(step, number))
    migrations.apply(db)


def _numbered(step: schema.Step, number: int) -> schema.Step:
    def run(db: Database) -> None:
        step(db)
        db.conn.execute(f"PRAGMA user_version = {number}")

    return run


def _copy_before_migration(
    path: Path, connection: sqlite3.Connection, version: int, clock: Clock
) -> None:
    moment = clock().strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.stem}-v{version}-{moment}{path.suffix}")
    with _closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        if not _is_whole(copy):
            raise Refusal(Code.S910, file=str(target))


def _sign(db: Database, clock: Clock) -> None:
    db.conn.execute(
        "INSERT INTO desk (id, who, host, pid, since) VALUES (1, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET who = excluded.who, host = excluded.host,"
        " pid = excluded.pid, since = excluded.since",
        (who(), platform.node(), os.getpid(), stamp(clock())),
    )


def who() -> str:
    """The login name that filed figures carry; a machine without one says so."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _lock(path: Path) -> FileLock:
    """Take the file for this process. The lock is the system's: it ends when the process does."""
    lock = FileLock(path.with_name(f".{path.name}.lock"))
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


def _is_whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _content(connection: sqlite3.Connection) -> list[tuple[str, list[tuple[object, ...]]]]:
    tables = [
        str(row[0])
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        )
    ]
    return [(table, connection.execute(f'SELECT * FROM "{table}"').fetchall()) for table in tables]


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _refusal(code: Code, path: Path) -> Refusal:
    if code is Code.S904:
        held = holder(path)
        return Refusal(
            code,
            file=str(path),
            who=held.who if held else "?",
            host=held.host if held else "?",
            since=held.since if held else "",
        )
    return Refusal(code, file=str(path), folder=str(path.parent))


@contextmanager
def _closing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    finally:
        connection.close()
