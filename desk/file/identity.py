"""Which night a file is and how far it has come: a name made once, and a count for every sitting.

A sitting is one desk at work on the night, from opening it to closing it. Its count moves with each
of its writes and with nobody else's, so whatever lacks one of them is behind. What lies on which
path is looked up by `store`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

from desk.facts.codes import Code
from desk.file import schema
from desk.file.disk import Database


@dataclass(frozen=True, slots=True)
class Progress:
    """A night's name, and how often each sitting has written to it."""

    night: str
    writes: Mapping[str, int]

    def verdict(self, found: Progress | None) -> Code | None:
        """What is wrong with ``found`` for who knows this night so far; None if nothing is.

        S913 if it is no night of this desk, S914 if another, S915 if something written is gone.
        """
        if found is None:
            return Code.S913
        if found.night != self.night:
            return Code.S914
        behind = any(found.writes.get(one, 0) < count for one, count in self.writes.items())
        return Code.S915 if behind else None

    def counted(self, sitting: str) -> Progress:
        """The night one write of a sitting later."""
        return Progress(self.night, {**self.writes, sitting: self.writes.get(sitting, 0) + 1})

    def of(self, sitting: str | None) -> Progress:
        """The same night, as far as one sitting has brought it; None for all of them."""
        return self if sitting is None else Progress(self.night, {sitting: self.writes[sitting]})


def new_sitting() -> str:
    """A name for a sitting that no other has."""
    return token_hex(8)


def read(db: Database, sitting: str | None = None) -> Progress | None:
    """The night a database is, as far as all its sittings or one has brought it.

    None where it is no night of today's schema.
    """
    only, values = ("", ()) if sitting is None else (" WHERE id = ?", (sitting,))
    try:
        if db.conn.execute("PRAGMA user_version").fetchone()[0] != len(schema.STEPS):
            return None
        if db.conn.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
            return None
        if (night := db.conn.execute("SELECT name FROM night").fetchone()) is None:
            return None
        found = db.conn.execute(f"SELECT id, writes FROM sitting{only}", values)
        return Progress(night[0], dict(found.fetchall()))
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            # There is no such table.
            return None
        raise


def name(db: Database) -> str:
    """The night's own name."""
    return str(db.conn.execute("SELECT name FROM night").fetchone()[0])


def count(db: Database, sitting: str) -> None:
    """Count a write of a sitting; in the transaction that makes it."""
    db.conn.execute(
        "INSERT INTO sitting (id, writes) VALUES (?, 1)"
        " ON CONFLICT (id) DO UPDATE SET writes = writes + 1",
        (sitting,),
    )
