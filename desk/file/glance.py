"""What a night is, seen in passing: for a list of files nobody has opened yet.

Nothing is proved or believed here; a file that is no night, or is busy, simply says nothing.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desk.facts.edits import REHEARSAL
from desk.file import disk

MOST_STEPS = 2_000_000
"""How long a file may be looked into, in steps of the database's machine."""

LONGEST = 200
"""Signs of a name that are shown."""


@dataclass(frozen=True, slots=True)
class Glance:
    """An election's name in Turkish and English, its day (2024-03-31), and what is filed."""

    name_tr: str
    name_en: str
    date: str
    bulletins: int
    posts: int
    rehearsal: bool


def glance(path: Path) -> Glance | None:
    """What a file says it holds; None for one that is no night or cannot be read just now."""
    try:
        with closing(disk.connect(path, read_only=True)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            # A list of files waits for none of them, whatever a stranger has put into it.
            connection.set_progress_handler(lambda: 1, MOST_STEPS)
            head = connection.execute("SELECT name_tr, name_en, date FROM election").fetchone()
            counted = connection.execute(
                "SELECT (SELECT count(*) FROM bulletin), (SELECT count(*) FROM post),"
                " (SELECT count(*) FROM setting WHERE name = ?)",
                (REHEARSAL,),
            ).fetchone()
    except (OSError, sqlite3.Error):
        return None
    if head is None or not all(isinstance(one, str) for one in head):
        return None
    name_tr, name_en, date = ("".join(filter(str.isprintable, one))[:LONGEST] for one in head)
    return Glance(name_tr, name_en, date, counted[0], counted[1], counted[2] > 0)
