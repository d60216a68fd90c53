"""The `.secim` file: make, open, lock, copy; one transaction at a time, refusals before any harm.

It knows whose file it is and who may write, not what a bulletin means; rows are read and written
by `rows`, and SQLite itself is handled by `disk`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desk.facts.codes import Code, Refusal
from desk.file import chain, disk, holding, identity, leftovers, proof, schema, steps
from desk.file.content import Unfit
from desk.file.disk import Database, FileStamp
from desk.file.holding import Clock, utc_now
from desk.file.identity import Progress

if TYPE_CHECKING:
    from filelock import FileLock

T = TypeVar("T")
_MAGIC = b"SQLite format 3\x00"
_ANOTHER = frozenset({Code.S902, Code.S913, Code.S914, Code.S915})


class _BesideTheFile(Exception):
    """What would be written now would not be in the file itself."""


class Arrived(NamedTuple):
    """What lies on the disk as it was read at one moment, not yet believed."""

    seen: int
    mark: FileStamp | None
    known: Progress | None
    memory: Database | None

    def forget(self) -> None:
        """Let go of what is not believed."""
        if self.memory is not None:
            self.memory.conn.close()


class Store:
    """An open file. Made by `create` or `open_file`; `close` gives the lock back.

    What lies on the path is believed only once it is proved to be the same night with nothing
    gone that was written: before each write, and before the mirror is made anew.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: FileLock | None,
        *,
        mirror: bool,
        detached: bool = False,
    ) -> None:
        """``detached``: the connection is to a copy in memory, and the file is not looked at."""
        self.path = path
        self.taken = 0
        """How often the file has been taken in; another number, and what was read may be old."""
        self.prove: Callable[[Database], None] | None = None
        """Asked whether what others have written since may be believed; refuses what may not."""
        self.behind = False
        """Whether whoever follows has seen that others wrote, and has not taken it in yet."""
        self._lock = lock
        self._lock_place = None if lock is None else disk.mark_of(Path(lock.lock_file))
        self._disk = disk.wrap(connection)
        self._place = getattr(disk.mark_of(path), "place", None)
        """The file that is connected to; None once it was found to be another."""
        self._sitting = identity.new_sitting()
        self._known: Progress | None = None
        self._mark: FileStamp | None = None
        self._seen = 0
        self._overtaken = False
        """Whether another process had written before this desk's last write came."""
        self._mirrored, self._detached = mirror, detached
        self._signed = False
        self._memory: Database | None = None
        try:
            self.refresh()
        except BaseException:
            self._close_connections()
            raise

    @property
    def read_only(self) -> bool:
        """Whether this desk may only look."""
        return self._lock is None

    @property
    def detached(self) -> bool:
        """Whether this is a copy in memory, brought up to date, of an older desk's file."""
        return self._detached

    @property
    def night(self) -> Database:
        """What is read from, for work of many steps: the mirror if there is one."""
        return self._memory or self._disk

    def read(self, work: Callable[[Database], T]) -> T:
        """Run ``work`` on one moment of the file: on the mirror if there is one, else on the disk.

        A stick pulled out mid-evening leaves every screen of a mirrored night readable.
        """
        if self._memory is not None:
            return disk.reading(self._memory, work)
        return self._from_disk(work)

    def write(self, work: Callable[[Database], T]) -> T:
        """Run ``work`` in one transaction, on the disk first and then on the mirror.

        ``work`` must do the same on both: no clocks, no chance. Refuses with S904-S907 and
        S913-S915 and leaves the file as it was.
        """
        if self.read_only:
            raise Refusal(Code.S905, file=str(self.path))
        self._take_in_what_changed()

        def counted(db: Database) -> T:
            done = work(db)
            identity.count(db, self._sitting)
            return done

        result = self._write_proved(counted)
        self._known = self._known and self._known.counted(self._sitting)
        self._mark = disk.mark_of(self.path)
        try:
            if self._memory is not None and not self._overtaken:
                disk.in_transaction(self._memory, counted)
        except (sqlite3.Error, Refusal):
            # The disk has it, so it is done; only the mirror did not fit any more.
            self._overtaken = True
        if self._overtaken:
            self.refresh()
        return result

    def look(self) -> None:
        """Take in what another process has written since, once it is proved.

        Who follows with a mirror is only `behind` then, until what has `arrived` is taken in.
        Refuses S907 where the path names no file, S913-S915 where it names another; then nothing
        has changed.
        """
        if self._detached:
            return
        with self._doubting():
            if (
                self._stand_on_the_file() != self._mark
                or self._from_disk(_data_version) != self._seen
            ):
                if not (self.read_only and self._mirrored):
                    self.refresh()
                    return
                disk.forget_pages(self._disk.conn)
                self._from_disk(self._refuse_unless_known)
                self.behind = True

    def refresh(self) -> None:
        """Make the mirror the disk again, once the disk is proved. Refuses as `look` does."""
        arrived = self.arrived()
        if self.prove is not None:
            try:
                if arrived.memory is not None:
                    self.prove(arrived.memory)
                else:
                    self._from_disk(self.prove)
            except BaseException:
                arrived.forget()
                raise
        self.take_in(arrived)

    def arrived(self) -> Arrived:
        """What lies on the disk now: to be taken in, or forgotten. Refuses as `look` does."""
        with self._doubting():
            # Before anything is read: what is written meanwhile is seen the next time.
            seen = self._from_disk(_data_version)
            disk.forget_pages(self._disk.conn)
            return Arrived(seen, *self._from_disk(self._copied))

    def take_in(self, arrived: Arrived) -> None:
        """Make the mirror what has arrived; whoever calls has proved it."""
        self._seen, self._mark, self._known, memory = arrived
        if memory is not None:
            before, self._memory = self._memory, memory
            if before is not None:
                before.conn.close()
        self._overtaken = self.behind = False
        self.taken += 1

    def sign(self, clock: Clock) -> None:
        """Say in the file who has it open; S904-S907 where it cannot be written.

        Not before it is known that this desk will write to it: what is refused stays untouched.
        """
        if not self.read_only:
            self._take_in_what_changed()
            moment = clock()
            self._write_proved(lambda db: holding.sign(db, moment))
            self._signed, self._mark = True, disk.mark_of(self.path)
            if self._memory is not None:
                disk.in_transaction(self._memory, lambda db: holding.sign(db, moment))

    def copy_to(self, target: Path) -> Path:
        """Write everything this desk knows to a new file; see `disk.copy`."""
        return disk.copy(self.night, target)

    def close(self) -> None:
        """Close the file and let another desk have it. Closing twice does nothing more."""
        if self._signed:
            with suppress(sqlite3.Error, Refusal):
                # What somebody has just changed is left for the next to look at.
                if self._stand_on_the_file() == self._mark:
                    self._write_proved(lambda db: db.conn.execute("DELETE FROM desk"))
        self._close_connections()
        if self._lock is not None:
            holding.give_back(self._lock)
            self._lock = None

    def _take_in_what_changed(self) -> None:
        """Before a write: afterwards it could not be told whose the file's new mark is."""
        with self._doubting():
            if self._stand_on_the_file() != self._mark:
                self.refresh()

    def _write_proved(self, work: Callable[[Database], T]) -> T:
        """One transaction on the disk, begun by proving whose file it is that is written to."""

        def proved(db: Database) -> T:
            # Once this sitting has written, its own count says it all: nobody else can raise it.
            if not disk.is_one_file(db):
                raise _BesideTheFile
            known = self._known
            sitting = self._sitting if known and self._sitting in known.writes else None
            self._refuse_unless_known(db, sitting)
            self._overtaken = _data_version(db) != self._seen
            if self._overtaken and self.prove is not None:
                self.prove(db)
            return work(db)

        with self._doubting(), self._refusing():
            disk.forget_pages(self._disk.conn)
            try:
                return disk.in_transaction(self._disk, proved)
            except _BesideTheFile:
                # Another program has switched the journal; a plain copy would lack what comes now.
                disk.keep_one_file(self._disk.conn)
            return disk.in_transaction(self._disk, proved)

    def _copied(self, db: Database) -> tuple[FileStamp | None, Progress | None, Database | None]:
        """The file's mark, how far it has come, and a new mirror of it if there is to be one."""
        mark, found = disk.mark_of(self.path), self._refuse_unless_known(db)
        if not self._mirrored:
            return mark, found, None
        memory = disk.wrap(disk.memory())
        try:
            db.conn.backup(memory.conn)
            if not self._detached and disk.mark_of(self.path) != mark:
                # Programs that copy over a file ask no lock: half of it is another's by now.
                raise holding.refusal(Code.S904, self.path, ask_holder=False)
            if identity.read(memory) != found:
                raise holding.refusal(Code.S913, self.path)
            self._believe(memory.conn)
        except BaseException:
            memory.conn.close()
            raise
        return mark, found, memory

    def _believe(self, connection: sqlite3.Connection) -> None:
        """Refuse a copy that is not a desk's night; S913 where it was one when it was opened.

        Its structure is looked through where this is the desk that answers for it; whoever follows
        takes it in every few seconds, and that would be felt.
        """
        first = self._known is None
        try:
            _believe(connection, structure=first or not self.read_only)
        except Unfit as fault:
            if first:
                raise
            raise holding.refusal(Code.S913, self.path) from fault

    def _refuse_unless_known(self, db: Database, sitting: str | None = None) -> Progress | None:
        """How far a database has come, by one sitting or by all; refused if that is not enough."""
        found = identity.read(db, sitting)
        if self._known is not None and (code := self._known.of(sitting).verdict(found)):
            if found is None and (version := steps.version(db.conn)) > len(schema.STEPS):
                raise _newer(self.path, version)
            raise holding.refusal(code, self.path)
        return found

    def _stand_on_the_file(self) -> FileStamp:
        """Follow the path to the file it names now, if that is the same night; returns its mark."""
        now = disk.mark_of(self.path)
        if now is None:
            # SQLite would go on writing into a file nobody will ever find again.
            raise holding.refusal(Code.S907, self.path)
        if now.place == self._place:
            return now
        _refuse_another(self.path)
        with self._refusing():
            # To look at only: a foreign database is not even asked for its journal.
            with closing(disk.connect(self.path, read_only=True)) as found:
                disk.reading(disk.wrap(found), self._refuse_unless_known)
            self._lock_again()
            connection = disk.connect(self.path, read_only=self.read_only)
        self._disk.conn.close()
        self._disk, self._place, self._mark = disk.wrap(connection), now.place, None
        return now

    def _lock_again(self) -> None:
        """Take the lock where the path leads now; a stick that was out has lost the old one."""
        lock = self._lock
        if lock is None or disk.mark_of(Path(lock.lock_file)) == self._lock_place:
            return
        self._lock = holding.take(self.path)
        self._lock_place = disk.mark_of(Path(self._lock.lock_file))
        lock.release(force=True)

    def _from_disk(self, work: Callable[[Database], T]) -> T:
        """Read one moment of the file itself."""

        def read() -> T:
            with self._refusing():
                return disk.reading(self._disk, work)

        return leftovers.taken_back_first(self.path, read) if self.read_only else read()

    @contextmanager
    def _doubting(self) -> Iterator[None]:
        """What was found to be another file is connected to anew before it is believed again."""
        try:
            yield
        except Refusal as refusal:
            if refusal.code in _ANOTHER:
                self._place = None
            raise

    def _close_connections(self) -> None:
        self._disk.conn.close()
        if self._memory is not None:
            self._memory.conn.close()

    def _refusing(self) -> AbstractContextManager[None]:
        def refuse(code: Code) -> Refusal:
            if code is Code.S903 and self._known is not None:
                # It was a sound night when it was opened.
                code = Code.S913
            # A desk that holds the lock is not kept out by another desk but by some other program.
            return holding.refusal(code, self.path, ask_holder=self.read_only)

        return disk.refusing(refuse)


def create(path: Path, fill: Callable[[Database], object]) -> Store:
    """Make a new file, fill it and open it for writing. S908 if it exists, S909 if it cannot be."""

    def begin(db: Database) -> None:
        steps.take(db)
        fill(db)
        chain.complete(db)

    _refuse_existing(path)
    lock = holding.take(path)
    try:
        # Once more: another desk may have made it before the lock was ours.
        _refuse_existing(path)
        with disk.refusing(lambda code: holding.refusal(_in_folder(code), path)):
            # Whole beside its place first: a desk that is killed over it stands in nobody's way.
            with disk.beside(path) as partial, closing(disk.connect(partial, create=True)) as made:
                disk.in_transaction(disk.wrap(made), begin)
            connection = disk.connect(path)
            try:
                return Store(path, connection, lock, mirror=False)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        holding.give_back(lock)
        raise


def open_file(
    path: Path, *, read_only: bool = False, mirror: bool = False, clock: Clock = utc_now
) -> Store:
    """Open a file made by this desk or an older one.

    Refuses before anything is written: S900 no such file, S901 foreign, S902 newer, S903 damaged,
    S904 open elsewhere, S916 cut off while writing, S919 not to be written. An older file is
    copied beside itself, then migrated.
    """
    _refuse_by_header(path)
    if read_only:
        return leftovers.taken_back_first(path, lambda: _to_read(path, mirror))
    lock = _taken_to_write(path)
    try:
        with disk.refusing(lambda code: holding.refusal(code, path)):
            connection = disk.connect(path)
            try:
                with _refusing_unfit(path):
                    _believe(connection, structure=not mirror)
                    _must_be_writable(path, connection)
                    _bring_up_to_date(path, connection, clock)
                    # The mirror is looked through as it is made.
                    return Store(path, connection, lock, mirror=mirror)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        holding.give_back(lock)
        raise


def _taken_to_write(path: Path) -> FileLock:
    """The lock of a file that is there; S919 where nothing can be put beside it."""
    try:
        return holding.take(path)
    except Refusal as refusal:
        if refusal.code is not Code.S909:
            raise
        raise holding.refusal(Code.S919, path) from refusal


def _must_be_writable(path: Path, connection: sqlite3.Connection) -> None:
    """S919 for a file SQLite would only read: it opens one all the same, and writes fail later."""
    try:
        disk.try_to_write(connection)
    except sqlite3.OperationalError as fault:
        if disk.fault_code(fault) is not Code.S907:
            raise
        raise holding.refusal(Code.S919, path) from fault


def is_older(path: Path) -> bool:
    """Whether an older desk made a file, as its first bytes have it."""
    try:
        return _refuse_by_header(path) < len(schema.STEPS)
    except Refusal:
        return False


def _to_read(path: Path, mirror: bool) -> Store:
    with disk.refusing(lambda code: holding.refusal(code, path)):
        connection = disk.connect(path, read_only=True)
        try:
            with _refusing_unfit(path):
                _believe(connection, structure=not mirror)
                older = steps.version(connection) != len(schema.STEPS)
                if older:
                    connection = steps.taken_in_memory(connection)
                    proof.must_be_ours(connection, len(schema.STEPS))
                return Store(path, connection, None, mirror=mirror, detached=older)
        except BaseException:
            connection.close()
            raise


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise Refusal(Code.S908, file=str(path))


def _refuse_by_header(path: Path) -> int:
    """Look at the first bytes only, so that not even a lock is taken on what is not ours.

    Returns how many steps the file has had by its own word.
    """
    try:
        # A pipe would keep whoever opens it waiting, and a device has no beginning.
        if not S_ISREG(path.stat().st_mode):
            raise Refusal(Code.S901, file=str(path))
        with path.open("rb") as handle:
            header = handle.read(100)
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None
    except OSError as fault:
        raise holding.refusal(Code.S907, path) from fault
    application = int.from_bytes(header[68:72], "big")
    if len(header) < 100 or not header.startswith(_MAGIC) or application != schema.APPLICATION_ID:
        raise Refusal(Code.S901, file=str(path))
    version = int.from_bytes(header[60:64], "big")
    if version > len(schema.STEPS):
        raise _newer(path, version)
    return version


def _newer(path: Path, version: int) -> Refusal:
    return Refusal(Code.S902, file=str(path), version=version, known=len(schema.STEPS))


def _refuse_another(path: Path) -> None:
    """The same for a file that has taken the place of an open one: S913 if it is no night."""
    try:
        _refuse_by_header(path)
    except Refusal as refusal:
        code = {Code.S900: Code.S907, Code.S901: Code.S913}.get(refusal.code, refusal.code)
        raise Refusal(code, **{**refusal.values, "folder": str(path.parent)}) from refusal


def _believe(connection: sqlite3.Connection, *, structure: bool) -> None:
    """Raise `Unfit` for what is no night as a desk makes it."""
    proof.must_be_ours(connection, steps.version(connection))
    if structure:
        proof.must_be_readable(connection)


@contextmanager
def _refusing_unfit(path: Path) -> Iterator[None]:
    """What a file holds that no desk writes is its refusal."""
    try:
        yield
    except Unfit as fault:
        raise Refusal(Code.S903, file=str(path), where=fault.where) from fault


def _data_version(db: Database) -> int:
    """A number that moves when another process has written to the file."""
    return int(db.conn.execute("PRAGMA data_version").fetchone()[0])


def _bring_up_to_date(path: Path, connection: sqlite3.Connection, clock: Clock) -> None:
    version = steps.version(connection)
    if version == len(schema.STEPS):
        return
    proof.must_be_sound(connection)
    database = disk.wrap(connection)
    moment = clock().strftime("%Y%m%d-%H%M%S")
    # One that was killed over it in this second has made its copy already.
    beside = path.with_name(f"{path.stem}-v{version}-{moment}{path.suffix}")
    disk.copy(database, disk.free(beside))

    def bring(db: Database) -> None:
        steps.take(db)
        chain.complete(db)
        proof.must_be_ours(db.conn, len(schema.STEPS))

    disk.in_transaction(database, bring)


def _in_folder(code: Code) -> Code:
    """A file that cannot be made is its folder's trouble."""
    return Code.S909 if code is Code.S907 else code
