"""Findings the editor has looked at and let stand, each with its reason.

An acceptance is kept under the finding's own key and never changed: the rows only grow. What a
finding says never enters.
"""

from __future__ import annotations

from desk.file import chain
from desk.file.disk import Database


def read(db: Database) -> dict[str, str]:
    """Every acceptance that stands."""
    rows = db.conn.execute("SELECT finding, kind, reason FROM acceptance ORDER BY id")
    standing: dict[str, str] = {}
    for key, kind, reason in rows:
        if kind == "accepted":
            standing[key] = reason
        else:
            standing.pop(key, None)
    return standing


def write(db: Database, key: str, reason: str | None, at: str, by: str) -> str | None:
    """Accept a finding, or take that back (None); returns the reason it had before."""
    before = read(db).get(key)
    kind = "unaccepted" if reason is None else "accepted"
    made = db.conn.execute(
        "INSERT INTO acceptance (finding, kind, reason, at, by) VALUES (?, ?, ?, ?, ?)",
        (key, kind, reason or "", at, by),
    )
    chain.add(db, "acceptance", made.lastrowid or 0)
    return before
