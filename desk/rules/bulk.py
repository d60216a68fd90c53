"""A contest's standing bulletins straight from the file, one row and not one value per figure.

A night of the whole country has a million figures; everything else reads through `rows`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from desk.rules.entries import BETWEEN, Entry, Shape, minute_of, shape_of

if TYPE_CHECKING:
    from desk.file.disk import Database

_HEADS = """
    SELECT s.id, s.agency, s.place, s.as_of, s.filed_at, s.replaces FROM standing AS s
     WHERE s.contest = ?
"""
# In the order of the key; the texts of a bulletin are put together from the same rows. What stands
# between them is written out: worked out for each of a million rows it would take as long again.
_FIGURES = f"""
    SELECT bulletin, group_concat(item, '{BETWEEN}'), group_concat(contender, '{BETWEEN}'),
           group_concat(value, '{BETWEEN}')
      FROM figure GROUP BY bulletin
"""


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
    shapes: dict[tuple[str, str], Shape] = {}
    for number, items, contenders, texts in db.conn.execute(_FIGURES):
        entry_now = known(number)
        if entry_now is not None:
            shape = shapes.get((items, contenders))
            if shape is None:
                shape = shapes[items, contenders] = shape_of(items, contenders)
            entry_now.fill(shape, texts)
    return columns
