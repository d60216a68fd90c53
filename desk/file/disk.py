"""SQLite and the disk: connections, transactions, verified copies, and names for their faults.

Which file is a night, who may open it and what its rows mean is decided elsewhere.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple, TypeVar, cast
from urllib.parse import quote

from desk import systems
from desk.facts.codes import Code, Refusal

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

__all__ = [
    "SIDES",
    "Database",
    "FileStamp",
    "Migrations",
    "beside",
    "connect",
    "copy",
    "copying",
    "fault_code",
    "forget_pages",
    "free",
    "in_transaction",
    "is_damage",
    "is_one_file",
    "is_whole",
    "keep_one_file",
    "mark_of",
    "memory",
    "partial_of",
    "reading",
    "real",
    "refusing",
    "side",
    "try_to_write",
    "wrap",
]

T = TypeVar("T")

_ROWS_A_STEP = 5_000
_MOMENT = re.compile(r"-[0-9]{8}-[0-9]{6}(-[0-9]+)?$")

BUSY_SECONDS = 0.25
"""How long a write waits for another program's read; the window must not stall longer."""

_FAULTS = {
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


_OF_A_FILE = ("decode to UTF-8", "hold BLOB", "unsupported file format")
"""What SQLite complains of as if the question were wrong, and it is the file: bytes where there
should be text, a format no release has."""


class FileStamp(NamedTuple):
    """What is seen of a file without opening it: other now, and somebody has written to it."""

    place: tuple[int, int]
    """Device and number of the file; the same name may stand on another one later."""
    size: int
    written_ns: int


def mark_of(path: Path) -> FileStamp | None:
    """The mark of the file a path names now; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileStamp((found.st_dev, found.st_ino), found.st_size, found.st_mtime_ns)


def real(path: Path) -> Path:
    """The file behind links; of links that lead in a circle the path itself."""
    return Path(os.path.realpath(path))


def fault_code(fault: Exception) -> Code | None:
    """The code of a fault of the world (disk, lock, damage); None for a fault of ours."""
    if isinstance(fault, sqlite3.Error):
        result = getattr(fault, "sqlite_errorcode", 0)
        if result == sqlite3.SQLITE_READONLY_ROLLBACK:
            return Code.S916
        if any(told in str(fault) for told in _OF_A_FILE):
            return Code.S903
        # The low byte is the primary result code; the rest tells variants apart.
        return _FAULTS.get(result & 0xFF)
    if isinstance(fault, OSError):
        return Code.S906 if fault.errno == errno.ENOSPC else Code.S907
    # What SQLite repeats of a schema in its complaint may be no text any more.
    return Code.S903 if isinstance(fault, UnicodeDecodeError) else None


def is_damage(fault: BaseException) -> bool:
    """Whether a fault says that what a file holds cannot be read."""
    return isinstance(fault, Exception) and fault_code(fault) is Code.S903


SIDES = ("journal", "wal", "shm")
"""What SQLite keeps beside a file while it writes, by the ends of their names."""


def side(path: Path, end: str) -> Path:
    """One of `SIDES` of a file."""
    return path.with_name(f"{path.name}-{end}")


def connect(path: Path, *, read_only: bool = False, create: bool = False) -> sqlite3.Connection:
    """A connection that opens no transaction by itself and leaves no file beside between two."""
    for end in SIDES:
        lies = side(path, end)
        if lies.exists() and not lies.is_file():
            # SQLite would open what lies there, and wait at a pipe for ever.
            fault = sqlite3.OperationalError(f"no file: {lies}")
            fault.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise fault
    mode = "ro" if read_only else "rwc" if create else "rw"
    connection = sqlite3.connect(
        _uri(path.absolute().as_posix(), mode),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
    )
    try:
        _trust_no_schema(connection)
        # A rollback journal leaves one whole file between any two keys; EXTRA is FULL and also
        # syncs the folder after the journal is gone, so a power cut cannot bring an old one back.
        connection.execute("PRAGMA synchronous = EXTRA")
        if not read_only:
            keep_one_file(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def keep_one_file(connection: sqlite3.Connection) -> None:
    """Have everything in the file itself, whatever another program has made of it.

    Fails as busy while that program has it open in its own way.
    """
    connection.execute("PRAGMA journal_mode = DELETE")


def is_one_file(db: Database) -> bool:
    """Whether what is written in the transaction under way will be in the file, not beside it."""
    return bool(db.conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete")


def memory() -> sqlite3.Connection:
    """A connection to a new database that is in no file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _trust_no_schema(connection)
    return connection


def _trust_no_schema(connection: sqlite3.Connection) -> None:
    """A view or trigger that somebody put into a file may call nothing that reaches out of it."""
    connection.execute("PRAGMA trusted_schema = OFF")


def forget_pages(connection: sqlite3.Connection) -> None:
    """Have the next statement read from the file, whatever was read of it before.

    SQLite keeps pages for as long as a few bytes of the header stay the same, and in two nights
    they may be: another file written over this one would be seen in parts.
    """
    connection.execute("PRAGMA shrink_memory")


def wrap(connection: sqlite3.Connection) -> Database:
    """The connection as sqlite-utils knows it, its foreign keys enforced."""
    connection.execute("PRAGMA foreign_keys = ON")
    # Plugins installed on this machine have no business in the newsroom's file.
    return Database(connection, execute_plugins=False)


def in_transaction(db: Database, work: Callable[[Database], T], begin: str = "IMMEDIATE") -> T:
    """Run ``work`` and commit, or leave everything as it was and raise what it raised."""
    # IMMEDIATE, not atomic()'s DEFERRED: work reads before it writes, and a lock refused half-way
    # through would waste what was read.
    db.conn.execute(f"BEGIN {begin}")
    try:
        result = work(db)
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise
    return result


def reading(db: Database, work: Callable[[Database], T]) -> T:
    """Run ``work``, all of whose queries see the same moment of the file."""
    return in_transaction(db, work, begin="DEFERRED")


def try_to_write(connection: sqlite3.Connection) -> None:
    """Begin a write and take it back: the file is as it was, and what stands in the way raises."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {version}")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds the file's structure sound."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def copy(source: Database, target: Path) -> Path:
    """Write a verified copy of a whole database to a new file, durable before this returns.

    Refuses S908 if the target exists, S909 if it cannot be written, S906 if there is no room,
    S903 if the source is damaged, S910 if the copy differs.
    """
    for _ in copying(source, target):
        pass
    return target


def copying(source: Database, target: Path) -> Iterator[None]:
    """`copy`, a little a step. What is copied is the moment of the first, whatever comes later."""
    if target.exists():
        raise Refusal(Code.S908, file=str(target))
    try:
        # Through memory: whoever writes to the source waits no longer than that takes.
        with (
            beside(target) as partial,
            closing(memory()) as moment,
            closing(connect(partial, create=True)) as copied,
        ):
            source.conn.backup(moment)
            yield
            copied.execute("PRAGMA journal_mode = OFF")
            moment.backup(copied)
            yield
            if not is_whole(copied):
                raise Refusal(Code.S910, file=str(target))
            yield
            # Row by row, so that a country's night is never in memory twice as Python's values.
            rows = zip_longest(_content(moment), _content(copied))
            for number, (one, other) in enumerate(rows):
                if one != other:
                    raise Refusal(Code.S910, file=str(target))
                if number % _ROWS_A_STEP == 0:
                    yield
    except (OSError, sqlite3.Error) as fault:
        code = fault_code(fault)
        if code is None:
            raise
        code = Code.S909 if code is Code.S907 else code
        raise Refusal(code, file=str(target), folder=str(target.parent)) from fault


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A name to make a file under that takes its place, durably, once the block is through.

    S908 if there is one by then. Whatever goes wrong, nothing is left behind but by a kill, and
    that is cleared away by the next who makes a file of this name.
    """
    partial = partial_of(target)
    try:
        yield partial
        with partial.open("rb+") as handle:
            os.fsync(handle.fileno())
        if target.exists():
            raise Refusal(Code.S908, file=str(target))
        systems.rename(partial, target)
        _sync_folder(target.parent)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
            side(partial, "journal").unlink(missing_ok=True)


def partial_of(target: Path) -> Path:
    """The name this process makes a file under; what killed ones have left of it is gone.

    S909 where this system has no files of the target's name.
    """
    if not systems.holds(target.name):
        raise Refusal(Code.S909, file=str(target), folder=str(target.parent))
    # A copy is named after its moment, and the next is of another; a night made aside has a lock
    # of its own, under one dot more.
    stem = _MOMENT.sub("-*", escape(target.stem))
    for dots in (".", ".."):
        for left in target.parent.glob(f"{dots}{stem}{escape(target.suffix)}.*.part*"):
            _clear_away(left)
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _clear_away(left: Path) -> None:
    """Delete a copy that a process began and was killed over; not one that is still at it."""
    process = left.name.rpartition(".part")[0].rpartition(".")[2]
    with suppress(OSError):
        if sys.platform != "win32" and process.isdecimal():
            # Asks whether there is such a process. Windows keeps a file that is being written.
            with suppress(ProcessLookupError):
                os.kill(int(process), 0)
                return
        left.unlink()


def free(path: Path) -> Path:
    """A name beside others that no file has: the path, or with a number after it."""
    free, count = path, 1
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return free


def _content(connection: sqlite3.Connection) -> Iterator[object]:
    """Every table's name, followed by its rows."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    for (table,) in tables.fetchall():
        yield table
        yield from connection.execute(f'SELECT * FROM "{table}"')


def _uri(path: str, mode: str) -> str:
    """SQLite's address of an absolute path with forward slashes.

    Always an empty host: SQLite refuses one, and a Windows share (//server/share) looks like one.
    """
    root = "" if path.startswith("/") else "/"
    # A name may hold bytes that are no text anywhere; SQLite is told of them as they are.
    return f"file://{root}{quote(path, safe='/:', errors='surrogateescape')}?mode={mode}"


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable; Windows does so by itself and opens no folders."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def refusing(refuse: Callable[[Code], Refusal]) -> Iterator[None]:
    """Turn the world's faults into refusals made by ``refuse``; our own faults pass through."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        code = fault_code(fault)
        if code is None:
            raise
        raise refuse(code) from fault
