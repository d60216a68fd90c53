"""A contest's standing bulletins straight from the file's rows, without a value for each figure.

A night of the whole country has a million figures; everything else reads through `rows`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from desk.rules.entries import Entry, minute_of

if TYPE_CHECKING:
    from desk.disk import Database

_HEADS = """
    SELECT s.id, s.agency, s.place, s.as_of, s.filed_at, s.replaces FROM standing AS s
     WHERE s.contest = ?
"""
_FIGURES = "SELECT bulletin, item, contender, value FROM figure ORDER BY bulletin"


@contextmanager
def uncollected() -> Iterator[None]:
    """A hundred thousand entries are made and all of them stay: looking for rubbish finds none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read(db: Database, contest: str) -> dict[tuple[str, str], list[Entry]]:
    """Every column's entries, by agency and place."""
    columns: dict[tuple[str, str], list[Entry]] = {}
    entries: dict[int, Entry] = {}
    moments: dict[str, int] = {}
    for number, agency, place, as_of, filed_at, replaces in db.conn.execute(_HEADS, (contest,)):
        minute = moments.get(as_of)
        if minute is None:
            minute = moments[as_of] = minute_of(datetime.fromisoformat(as_of))
        entry = Entry(number, minute, filed_at=filed_at, replaces=replaces)
        entries[number] = entry
        columns.setdefault((agency, place), []).append(entry)
    known = entries.get
    last, entry_now = -1, None
    for number, item, contender, value in db.conn.execute(_FIGURES):
        if number != last:
            last, entry_now = number, known(number)
        if entry_now is not None:
            entry_now.take(item, contender, value)
    return columns
