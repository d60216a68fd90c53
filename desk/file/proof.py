"""Whether a file is a night, and whole: its schema, its structure, its content, its chain.

Schema and structure are looked at before anything is believed; what is filed is then read once and
held against the chain. What follows from it is decided by `store` and `session`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from desk.facts.election import Election
from desk.file import chain, content, disk, identity, schema
from desk.file.content import Unfit
from desk.file.disk import Database

Shape = dict[tuple[str, str], tuple[str, str | None]]

_OF_THE_STEPS = "_sqlite_migrations"
"""Where the steps are noted by the library that takes them; each of its releases has its own."""

_PLAIN_WORDS = {
    *("CREATE", "TABLE", "UNIQUE", "INDEX", "ON", "IF", "NOT", "EXISTS"),
    *("INTEGER", "TEXT", "PRIMARY", "KEY", "NULL"),
}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]')
_WORD = re.compile(r"[^\s(),]+")

_LINKS_AT_ONCE = 2_000
_NEWEST = (
    "SELECT kind, max(id) FROM link"
    f" WHERE kind IN ({', '.join('?' * len(chain.SEALS))}) GROUP BY kind"
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: how many bulletins and posts, and the digest that stands for all of it.

    ``broken`` names the first that is not what was sealed; None where all of them are.
    """

    bulletins: int
    posts: int
    digest: str
    broken: str | None = None
    unsealed: bool = False
    """Whether the file itself has no chain yet, because an older desk made it."""


def must_be_ours(connection: sqlite3.Connection, version: int) -> None:
    """Raise `Unfit` for what has not just the tables, views and triggers of a desk's night."""
    # Nothing of a schema runs by being read here, and nothing it names is trusted afterwards.
    found, ours = _shape(connection), _shape_of(version)
    if connection.execute("PRAGMA encoding").fetchone()[0] != "UTF-8":
        # Texts would be in another order, and cut elsewhere.
        raise Unfit("encoding")
    if not _is_noted_plainly(connection):
        raise Unfit(_OF_THE_STEPS)
    for (kind, name), sql in ours.items():
        if found.pop((kind, name), None) != sql:
            raise Unfit(f"{kind} {name}")
    for kind, name in found:
        raise Unfit(f"{kind} {name}")


def must_be_sound(connection: sqlite3.Connection) -> None:
    """Raise `Unfit` for a file whose pages, indexes and constraints do not fit."""
    _must_be_ok(connection, "integrity_check(1)")


def must_be_readable(connection: sqlite3.Connection) -> None:
    """Raise `Unfit` for a file whose pages do not fit, or that has values of other types.

    What it says can be read then. Whether an index leads to it, and all else, is told by `steps`.
    """
    connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        _must_be_ok(connection, "quick_check(1)")
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")


def _must_be_ok(connection: sqlite3.Connection, check: str) -> None:
    told = str(connection.execute(f"PRAGMA {check}").fetchone()[0])
    if told != "ok":
        raise Unfit(" ".join(told.split()))


def steps(db: Database, election: Election) -> Iterator[Proof | None]:
    """Prove a night, a little a step, and tell at last; `Unfit` where no desk wrote it."""
    digests: dict[str, dict[int, bytes]] = {kind: {} for kind in chain.LINKS}

    def seen(kind: str, number: int, text: str) -> None:
        digests[kind][number] = sha256(text.encode()).digest()

    try:
        yield from _checked(db)
        yield from content.checked(db, election, seen)
        yield from _walked(db, digests)
    except sqlite3.Error as fault:
        if disk.is_damage(fault):
            raise Unfit(str(fault)) from fault
        raise


def _checked(db: Database) -> Iterator[None]:
    """Each table by itself: its indexes, its constraints, and that what it names is there.

    Of bulletins and figures `content` tells the same, a few at a time.
    """
    tables = db.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if table in content.IN_SLICES:
            continue
        _must_be_ok(db.conn, f'integrity_check("{table}")')
        stray = db.conn.execute(f'PRAGMA foreign_key_check("{table}")').fetchone()
        if stray is not None:
            raise Unfit(f"{table}: {stray[2]}")
        yield


def _walked(db: Database, digests: dict[str, dict[int, bytes]]) -> Iterator[Proof | None]:
    """From link to link: each as it was sealed, in order, and nothing beside the chain."""
    counts = [len(digests[kind]) for kind in ("bulletin", "post")]
    newest = dict(db.conn.execute(_NEWEST, tuple(chain.SEALS)).fetchall())
    yield None
    seals = dict.fromkeys(chain.SEALS, 0)
    before = chain.root(identity.name(db))
    broken: str | None = None
    at, past = 0, 0
    while broken is None:
        links = db.conn.execute(
            "SELECT id, kind, number, content, digest FROM link WHERE id > ? ORDER BY id LIMIT ?",
            (past, _LINKS_AT_ONCE),
        ).fetchall()
        if not links:
            break
        for past, kind, number, sealed, digest in links:
            at += 1
            before = chain.following(before, sealed)
            if kind in chain.SEALS:
                seals[kind] += 1
                held = number == seals[kind]
                held &= past != newest[kind] or chain.whole(db, kind) == sealed
            else:
                held = kind in digests and digests[kind].pop(number, None) == sealed
            if past != at or digest != before or not held:
                broken = f"{kind} {number}"
                break
        yield None
    beside = [f"{kind} {min(left)}" for kind, left in digests.items() if left]
    beside += [kind for kind in chain.SEALS if kind not in newest]
    broken = broken or next(iter(beside), None)
    yield Proof(counts[0], counts[1], before.hex(), broken)


def _is_noted_plainly(connection: sqlite3.Connection) -> bool:
    """Whether the library's own table is a table, and nothing more."""
    found = connection.execute(
        "SELECT type, sql FROM sqlite_schema WHERE tbl_name = ?", (_OF_THE_STEPS,)
    )
    return all(
        kind in ("table", "index")
        # Checks, generated columns and partial indexes would run when the file is looked through.
        and _PLAIN_WORDS.issuperset(_WORD.findall(_QUOTED.sub(" ", str(sql).upper())))
        for kind, sql in found
    )


def _shape(connection: sqlite3.Connection) -> Shape:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return {(kind, name): (of, sql) for kind, name, of, sql in rows if of != _OF_THE_STEPS}


@cache
def _shape_of(version: int) -> Shape:
    """The schema of a desk's night that has had so many steps."""
    with closing(disk.memory()) as fresh:
        for step in schema.STEPS[:version]:
            step(disk.wrap(fresh))
        return _shape(fresh)
