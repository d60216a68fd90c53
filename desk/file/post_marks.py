"""Rows of what was said of published posts since: retractions, corrections, figures that fell.

A bulletin that is merely followed by a newer one makes no post wrong; one that was corrected or
withdrawn does.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from desk.facts.bulletin import Item, Row, Slot, Source, Value
from desk.facts.figures import from_plain, plain
from desk.facts.post import WrongFigure

if TYPE_CHECKING:
    from sqlite_utils import Database

# From the few bulletins that no longer stand to the posts that cite them, never the other way.
_NO_LONGER = """
    SELECT f.post, f.bulletin, f.item, f.contender
      FROM (SELECT replaces AS id FROM bulletin WHERE replaces IS NOT NULL
            UNION SELECT bulletin FROM mark) AS touched
      CROSS JOIN post_figure AS f ON f.bulletin = touched.id
     WHERE NOT EXISTS (SELECT 1 FROM standing WHERE standing.id = touched.id)
       AND f.post NOT IN (SELECT value FROM json_each(:gone))
       AND NOT EXISTS (SELECT 1 FROM post_correction AS c
                        WHERE c.post = f.post AND c.bulletin = f.bulletin AND c.item = f.item
                          AND c.contender = f.contender
                          AND c.correction NOT IN (SELECT value FROM json_each(:gone)))
     ORDER BY f.post, f.position
"""
_FELL = """
    SELECT fallen.id, min(fallen.at)
      FROM (SELECT replaces AS id, filed_at AS at FROM bulletin WHERE replaces IS NOT NULL
            UNION ALL SELECT bulletin, at FROM mark WHERE kind = 'withdrawn') AS fallen
     WHERE NOT EXISTS (SELECT 1 FROM standing WHERE standing.id = fallen.id)
     GROUP BY fallen.id
"""


class Fallen(NamedTuple):
    """A filed figure that is another now, or none (``new`` is None), whoever cites it.

    ``stands`` is the bulletin that gives the new figure, 0 if none does.
    """

    slot: Slot
    as_of: datetime
    bulletin: int
    old: Value
    new: Value | None
    stands: int


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


def fell_at(db: Database) -> dict[int, str]:
    """When each bulletin that no longer stands was corrected or withdrawn; UTC."""
    return dict(db.conn.execute(_FELL).fetchall())


def no_longer(db: Database) -> dict[int, list[Fallen]]:
    """By post that stands, the figures it cites that are others now, or none; as cited.

    What a published correction has put right is not among them.
    """
    gone = json.dumps(sorted(_retracted(db)))
    fallen: dict[tuple[int, str, str], Fallen | None] = {}
    by_post: dict[int, list[Fallen]] = {}
    for post, bulletin, item, contender in db.conn.execute(_NO_LONGER, {"gone": gone}):
        key = (bulletin, item, contender)
        if key not in fallen:
            fallen[key] = _fallen(db, *key)
        if (one := fallen[key]) is not None:
            by_post.setdefault(post, []).append(one)
    return by_post


def _fallen(db: Database, bulletin: int, item: str, contender: str) -> Fallen | None:
    """What became of a figure of a bulletin that no longer stands; None if it is still the same."""
    agency, contest, place, as_of, value = db.conn.execute(
        "SELECT b.agency, b.contest, b.place, b.as_of, f.value FROM bulletin AS b"
        " JOIN figure AS f ON f.bulletin = b.id"
        " WHERE b.id = ? AND f.item = ? AND f.contender = ?",
        (bulletin, item, contender),
    ).fetchone()
    slot = Slot(Source(agency, contest, place), Row(Item(item), contender))
    stands = replacement(db, bulletin)
    new = figure(db, stands, slot.row) if stands else None
    if new is not None and plain(new) == value:
        return None
    old = from_plain(slot.row.item, value)
    moment = datetime.fromisoformat(as_of)
    return Fallen(slot, moment, bulletin, old, new, stands if new is not None else 0)


def standing_cited(db: Database, contest: str) -> list[int]:
    """The standing bulletins that posts about a contest cite, retracted posts aside."""
    found = db.conn.execute(
        "SELECT DISTINCT f.bulletin FROM post AS p JOIN post_figure AS f ON f.post = p.id"
        " JOIN standing AS s ON s.id = f.bulletin"
        " WHERE p.contest = ? AND p.id NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY f.bulletin",
        (contest, json.dumps(sorted(_retracted(db)))),
    )
    return [number for (number,) in found]


def _retracted(db: Database) -> set[int]:
    last = dict(db.conn.execute("SELECT post, kind FROM post_mark ORDER BY id").fetchall())
    return {post for post, kind in last.items() if kind == "retracted"}


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


def figure(db: Database, bulletin: int, row: Row) -> Value | None:
    """One figure of a bulletin; None if it does not give it."""
    found = db.conn.execute(
        "SELECT value FROM figure WHERE bulletin = ? AND item = ? AND contender = ?",
        (bulletin, row.item.value, row.contender),
    ).fetchone()
    return from_plain(row.item, found[0]) if found else None
