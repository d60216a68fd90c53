"""Rows of the file's own settings: read by name, set and taken away.

Which names there are, and what they may be, is decided in `settings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def read_settings(db: Database) -> dict[str, str]:
    """The file's own settings by name."""
    return dict(db.conn.execute("SELECT name, value FROM setting").fetchall())


def write_setting(db: Database, name: str, value: str | None) -> None:
    """Set or take away one of the file's own settings."""
    if value is None:
        db.conn.execute("DELETE FROM setting WHERE name = ?", (name,))
    else:
        db.conn.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
