"""Older nights brought up to date: which steps of the schema a file has had, and the rest taken.

What each step does stands in `schema`; when one is taken, and what is copied first, in `store`.
"""

from __future__ import annotations

import sqlite3

from desk.file import chain, disk, schema
from desk.file.disk import Database, Migrations


def version(connection: sqlite3.Connection) -> int:
    """How many steps a file has had."""
    # Asked of SQLite, not taken from the header's bytes: a migration that was cut short by a
    # power cut is rolled back only now.
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def take(db: Database) -> None:
    """Take the steps the file has not had; all in the caller's transaction."""
    migrations = Migrations("secim-masasi")
    for number, step in enumerate(schema.STEPS, 1):
        migrations(name=step.__name__)(_numbered(step, number))
    migrations.apply(db)


def taken_in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """An older night as it is today, for whoever only looks: the file is not changed."""
    memory = disk.memory()
    connection.backup(memory)
    connection.close()

    def bring(db: Database) -> None:
        take(db)
        chain.complete(db)

    disk.in_transaction(disk.wrap(memory), bring)
    return memory


def _numbered(step: schema.Step, number: int) -> schema.Step:
    def run(db: Database) -> None:
        step(db)
        db.conn.execute(f"PRAGMA user_version = {number}")

    return run
