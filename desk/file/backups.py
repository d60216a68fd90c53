"""Automatic backups of a night: their names, how many are kept, what each holds, one put back.

When one is made and in which folder is the window's; the copy itself is `disk`'s, and who may have
the file meanwhile `holding`'s.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desk import systems
from desk.facts.codes import Code, Refusal
from desk.file import disk, election_rows, holding, proof, schema, steps
from desk.file.content import Unfit

KEPT = 12
"""How many automatic backups of a night are kept: three hours of a quarter each."""

_STAMP = "%Y%m%d-%H%M%S"
_MARK_LENGTH = 8
_AUTOMATIC = re.compile(r"(?P<stem>.+)-(?P<mark>[0-9a-f]{8})-[0-9]{8}-[0-9]{6}(-[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a night: when it was made (UTC), and what it holds.

    ``last`` is the newest bulletin's agency, place and local time; None where there is none.
    """

    path: Path
    made: datetime
    bulletins: int
    posts: int
    last: tuple[str, str, str] | None


def automatic_name(night: Path, name: str, moment: datetime) -> str:
    """What an automatic backup is called: two nights of one file name never take turns."""
    return f"{night.stem}-{name[:_MARK_LENGTH]}-{moment.strftime(_STAMP)}{night.suffix}"


def keep_newest(made: Path) -> None:
    """Delete what is more than is kept of the night a backup was made of, the oldest first."""
    if not (match := _AUTOMATIC.fullmatch(made.stem)):
        return
    begin = f"{match['stem']}-{match['mark']}-"
    alike = [
        one
        for one in made.parent.iterdir()
        if one.name.startswith(begin) and one.suffix == made.suffix and one != made
    ]
    with suppress(OSError):
        for old in sorted(alike, key=lambda one: one.stat().st_mtime, reverse=True)[KEPT - 1 :]:
            old.unlink()


def of_night(night: Path, folders: Iterable[Path]) -> tuple[Backup, ...]:
    """The backups of a night in some folders, the newest first.

    By the night's own name where the file can still say it, else by the name of the file.
    """
    name = _name_of(night)
    found: dict[Path, Backup] = {}
    for folder in folders:
        for path in _nights_in(folder):
            real = disk.real(path)
            if real == disk.real(night) or real in found:
                continue
            alike = path.stem.startswith(f"{night.stem}-") if name is None else None
            if alike is False or (backup := _looked_into(path, name)) is None:
                continue
            found[real] = backup
    return tuple(sorted(found.values(), key=lambda one: one.made, reverse=True))


def newest_in(folder: Path) -> datetime | None:
    """When the newest night in a folder was written (UTC); None where there is none."""
    times = []
    for path in _nights_in(folder):
        with suppress(OSError):
            times.append(path.stat().st_mtime)
    return datetime.fromtimestamp(max(times), UTC) if times else None


def put_back(night: Path, backup: Path, moment: datetime) -> Path | None:
    """Let a backup be the night; what lay there is moved aside, and where to is returned.

    S904 while a desk has the night open; S903 for a backup that is no night, or a damaged one.
    """
    lock = holding.take(night)
    try:
        lay_there = night.exists()
        stamped = f"{night.stem}-{moment.strftime(_STAMP)}{night.suffix}"
        aside = disk.free(night.with_name(stamped))
        partial = disk.partial_of(night)
        with (
            disk.refusing(lambda code: holding.refusal(code, backup)),
            closing(disk.connect(backup, read_only=True)) as source,
        ):
            _must_be_a_night(source, backup)
            disk.copy(disk.wrap(source), partial)
        try:
            _set_aside(night, aside)
            # At once: whoever is killed over it leaves the one night or the other under the name.
            systems.replace(partial, night)
        finally:
            partial.unlink(missing_ok=True)
        return aside if lay_there else None
    finally:
        holding.give_back(lock)


def _must_be_a_night(connection: sqlite3.Connection, backup: Path) -> None:
    """S903 for what no desk would open: it would lie where the night has been."""
    try:
        version = steps.version(connection)
        proof.must_be_ours(connection, version)
        proof.must_be_sound(connection)
        if version == len(schema.STEPS):
            db = disk.wrap(connection)
            for _ in proof.steps(db, election_rows.read(db)):
                pass
    except (Unfit, *election_rows.NO_ELECTION) as fault:
        where = fault.where if isinstance(fault, Unfit) else "election"
        raise Refusal(Code.S903, file=str(backup), where=where) from fault


def _set_aside(night: Path, aside: Path) -> None:
    """Give what lies there a second name, and with it what a program that was cut short has left.

    SQLite would put that into whatever has its name next.
    """
    if night.exists():
        try:
            aside.hardlink_to(night)
        except OSError:
            # Not every stick has files of two names.
            systems.rename(night, aside)
    for end in disk.SIDES:
        left = disk.side(night, end)
        if left.exists():
            systems.rename(left, disk.side(aside, end))


def _nights_in(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (
            path
            for path in folder.iterdir()
            if path.suffix.lower() == ".secim" and not path.name.startswith(".") and path.is_file()
        )


def _name_of(night: Path) -> str | None:
    """The name of the night a file holds, whatever else of it is damaged."""
    try:
        with closing(disk.connect(night, read_only=True)) as connection:
            return str(connection.execute("SELECT name FROM night").fetchone()[0])
    except (OSError, sqlite3.Error, TypeError):
        return None


def _looked_into(path: Path, name: str | None) -> Backup | None:
    """What a file holds, if it is a night of this name."""
    try:
        with closing(disk.connect(path, read_only=True)) as connection:
            proof.must_be_ours(connection, steps.version(connection))
            if name is not None and name != connection.execute(_NAME).fetchone()[0]:
                return None
            last = connection.execute(_LAST).fetchone()
            bulletins, posts = (int(connection.execute(one).fetchone()[0]) for one in _COUNTS)
        made = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return Backup(path, made, bulletins, posts, last)
    except (OSError, sqlite3.Error, Unfit, TypeError, IndexError):
        return None


_NAME = "SELECT name FROM night"
_LAST = "SELECT agency, place, as_of FROM bulletin ORDER BY as_of DESC, id DESC LIMIT 1"
_COUNTS = ("SELECT count(*) FROM bulletin", "SELECT count(*) FROM post")
