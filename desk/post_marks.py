"""Rows of what was said of published posts since: retractions, corrections, figures that fell.

A bulletin that is merely followed by a newer one makes no post wrong; one that was corrected or
withdrawn does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from desk.bulletin import Item, Row, Slot, Source, Value
from desk.figures import from_plain
from desk.post_model import WrongFigure

if TYPE_CHECKING:
    from sqlite_utils import Database

# From the few bulletins that no longer stand to the posts that cite them, never the other way.
_NO_LONGER = """
    SELECT f.post, f.bulletin, f.item, f.contender, f.value, b.agency, b.contest, b.place, b.as_of
      FROM (SELECT replaces AS id FROM bulletin WHERE replaces IS NOT NULL
            UNION SELECT bulletin FROM mark) AS touched
      JOIN bulletin AS b ON b.id = touched.id
      JOIN post_figure AS f ON f.bulletin = b.id
     WHERE NOT EXISTS (SELECT 1 FROM standing WHERE standing.id = b.id)
     ORDER BY f.post, f.position
"""


def mark_post(db: Database, number: int, kind: str, reason: str, at: str, by: str) -> None:
    """Append a retraction or its taking back."""
    db.conn.execute(
        "INSERT INTO post_mark (post, kind, reason, at, by) VALUES (?, ?, ?, ?, ?)",
        (number, kind, reason, at, by),
    )


def retraction(db: Database, number: int) -> str | None:
    """Why a post was retracted; None if it stands."""
    found = db.conn.execute(
        "SELECT kind, reason FROM post_mark WHERE post = ? ORDER BY id DESC LIMIT 1", (number,)
    ).fetchone()
    return found[1] if found and found[0] == "retracted" else None


def no_longer(db: Database) -> Iterator[WrongFigure]:
    """Figures cited by posts that stand, from bulletins that do not; ``new`` is still to be found.

    What a published correction has put right is not among them.
    """
    for post, bulletin, item, contender, value, agency, contest, place, as_of in db.conn.execute(
        _NO_LONGER
    ).fetchall():
        if retraction(db, post) is not None or _is_corrected(db, post, bulletin, item, contender):
            continue
        row = Row(Item(item), contender)
        slot = Slot(Source(agency, contest, place), row)
        old = from_plain(row.item, value)
        yield WrongFigure(post, slot, datetime.fromisoformat(as_of), bulletin, old, None)


def replacement(db: Database, bulletin: int) -> int:
    """The bulletin that now stands in another's place; 0 if none does."""
    found = db.conn.execute(
        "WITH RECURSIVE later (id) AS (SELECT ? UNION SELECT b.id FROM bulletin AS b"
        " JOIN later ON b.replaces = later.id)"
        " SELECT max(id) FROM later WHERE id <> ? AND EXISTS"
        " (SELECT 1 FROM standing WHERE standing.id = later.id)",
        (bulletin, bulletin),
    ).fetchone()
    return int(found[0] or 0)


def corrections_of(db: Database, number: int) -> list[tuple[int, WrongFigure]]:
    """What corrections that stand have put right in a post: each with the correction's number."""
    found = corrected(db, "post", number)
    return [(by, wrong) for by, wrong in found if retraction(db, by) is None]


def corrected(db: Database, column: str, number: int) -> list[tuple[int, WrongFigure]]:
    """Corrections by a post (``correction``) or of one (``post``), each with who corrected."""
    found = []
    for by, post, bulletin, item, contender, old, new, stands, *rest in db.conn.execute(
        "SELECT c.correction, c.post, c.bulletin, c.item, c.contender, c.old, c.new, c.stands,"
        " b.agency, b.contest, b.place, b.as_of FROM post_correction AS c"
        f" JOIN bulletin AS b ON b.id = c.bulletin WHERE c.{column} = ?"
        " ORDER BY c.correction, c.post, c.bulletin, c.item, c.contender",
        (number,),
    ):
        agency, contest, place, as_of = rest
        row = Row(Item(item), contender)
        was = from_plain(row.item, old)
        now = from_plain(row.item, new) if new else None
        slot, moment = Slot(Source(agency, contest, place), row), datetime.fromisoformat(as_of)
        found.append((by, WrongFigure(post, slot, moment, bulletin, was, now, stands or 0)))
    return found


def _is_corrected(db: Database, post: int, bulletin: int, item: str, contender: str) -> bool:
    rows = db.conn.execute(
        "SELECT correction FROM post_correction"
        " WHERE post = ? AND bulletin = ? AND item = ? AND contender = ?",
        (post, bulletin, item, contender),
    )
    return any(retraction(db, by) is None for (by,) in rows.fetchall())


def figure(db: Database, bulletin: int, row: Row) -> Value | None:
    """One figure of a bulletin; None if it does not give it."""
    found = db.conn.execute(
        "SELECT value FROM figure WHERE bulletin = ? AND item = ? AND contender = ?",
        (bulletin, row.item.value, row.contender),
    ).fetchone()
    return from_plain(row.item, found[0]) if found else None
