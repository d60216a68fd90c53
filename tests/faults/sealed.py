"""Content no desk wrote under a chain that holds: whoever can write the file can seal it anew.

What then can be told of it at all is told or refused; no command meets a fault of the program.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from desk.file import chain, disk
from tests.faults.harness import command, night_in

STRANGE: tuple[object, ...] = (
    *("", " ", "0", "-1", "58.63", "1e9", "NaN", "x" * 70_000, "a\nb", "a\tb", "\u202e", "\ufeff"),
    *("[]", "{}", "null", "[[[]]]", '{"a": 1}', "[" * 5_000, "true", "<b>", "=1+1", "{{ 7 * 7 }}"),
    *("9999-12-31T23:59", "0001-01-01T00:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"),
    *("2024-03-31", "0001-01-01", "9999-12-31", "24:00", "00:00", "Europe/Istanbul", "Asia/Tokyo"),
    *("AA", "ANKA", "chp", "ibb", "Şile", "İstanbul", "share", "votes", "leader", "ı", "ß", "ﬁ"),
    *(0, -1, 1, 7, 10**6, 2**31, 2**63 - 1, -(2**63), None, 0.5, b"\x00\xff", "a\x00b"),
)

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("compare",),
    ("compare", "--format", "json"),
    ("compare", "--format", "wide"),
    ("check",),
    ("verify",),
    ("restore",),
    ("candidates",),
    ("set",),
    *(("post", kind) for kind in ("comparison", "lead", "standing", "changes", "differences")),
    *(("post", kind) for kind in ("leaders", "summary", "first", "closing", "correction")),
    ("liveblog", "-o", "blog"),
    ("export", "-o", "night.xlsx"),
    ("sheet", "--place", "Beyoğlu", "-o", "sheet.pdf"),
    ("chart", "comparison", "-o", "chart.svg"),
    *(("chart", kind, "-o", f"{kind}.svg") for kind in ("map", "shares", "lead", "opened")),
    ("set", "win-from", "91"),
    ("backup", "."),
)
MOST = 6
"""How many of the commands are given one night."""


def changed(chance: Random, folder: Path) -> str | None:
    """A cell of any table is something else, and the chain is made anew over it."""
    path = night_in(folder)
    done = sealed_anew(chance, path)
    if done is None:
        return None
    for name, *rest in chance.sample(COMMANDS, MOST):
        given = [folder / word if "." in word or word == "blog" else word for word in rest]
        told = command(name, path, *given)
        if told.trouble:
            return f"{done}, {name} {rest}: {told.trouble}"
    return None


def sealed_anew(chance: Random, path: Path) -> str | None:
    """Write one strange value somewhere; what was done, nothing where the table would not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        guards = [(name, sql) for name, sql in triggers if "_never_" in name]
        tables = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        table = chance.choice([n for (n,) in tables if n[0] != "_" and n != "link"])
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        rows = [row for (row,) in db.execute(f"SELECT {_key(db, table)} FROM {table}")]
        if not rows:
            return None
        column, row = chance.choice(columns), chance.choice(rows)
        value = chance.choice(STRANGE)
        for name, _ in guards:
            db.execute(f"DROP TRIGGER {name}")
        where = f"WHERE {_key(db, table)} = ?" if chance.random() < 0.8 else "WHERE ? IS NOT NULL"
        try:
            db.execute(f"UPDATE {table} SET {column} = ? {where}", (value, row))
        except sqlite3.Error:
            return None
        db.execute("DELETE FROM link")
        chain.complete(disk.wrap(db))
        for _, sql in guards:
            db.execute(sql)
    return f"{table}.{column} = {str(value)[:40]!r} {where} {row}"


def _key(db: sqlite3.Connection, table: str) -> str:
    """What finds a row of a table: its number, or its key's columns together."""
    names = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[5]]
    sql = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    if "WITHOUT ROWID" not in sql:
        return "rowid"
    return " || ' ' || ".join(names)
