"""Rows of the published posts: written once with every figure they cite, found by each of them.

All SQL about the ledger is here; what is wrong, what may go out and what is said is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from desk.facts.bulletin import Item, Row, Slot, Source, Value
from desk.facts.figures import from_plain, plain
from desk.facts.post import Block, Cited, Post, PostTable, Shape
from desk.file.post_marks import corrected, retraction
from desk.file.rows import MINUTE
from desk.turkish import fold

if TYPE_CHECKING:
    from sqlite_utils import Database

FOUND_AT_MOST = 200
"""How many posts a search gives: who looks further types another word."""


class Entry(NamedTuple):
    """A line of the ledger. ``retracted`` is the reason, ``corrected`` says a correction went out.

    ``time`` is local, ``published_at`` UTC; ``overruled`` says why the gate was overruled.
    """

    number: int
    name: str
    kind: str
    contest: str
    time: datetime
    headline: str
    published_at: str
    published_by: str
    overruled: str
    retracted: str | None
    corrected: bool


_HEADS = """
    SELECT p.id, p.name, p.kind, p.contest, p.time, p.headline, p.published_at, p.published_by,
           p.overruled FROM post AS p
"""
# One parameter however many there are: a correction may hit every post.
_CHOSEN = " WHERE p.id IN (SELECT value FROM json_each(?))"


def write_post(db: Database, post: Post, at: str, by: str, overruled: str) -> int:
    """Append a post, figures and text first; returns its number. A name taken gets a number."""
    number = int(db.conn.execute("SELECT coalesce(max(id), 0) + 1 FROM post").fetchone()[0])
    content = {
        "lead": post.lead,
        "blocks": [[block.heading, list(block.lines), block.shape.value] for block in post.blocks],
        "closing": post.closing,
        "own": list(post.own),
        "claims": list(post.claims),
        "time_mark": post.time_mark,
        "tables": [[t.block, t.caption, t.head, t.rows] for t in post.tables],
    }
    db.conn.execute(
        "INSERT INTO post_content (post, folded, content) VALUES (?, ?, ?)",
        (number, _folded(f"{post.headline} {post.body}"), json.dumps(content, ensure_ascii=False)),
    )
    db.conn.executemany(
        "INSERT INTO post_figure (post, position, bulletin, item, contender, value)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, at_, c.bulletin, c.slot.row.item.value, c.slot.row.contender, plain(c.value))
            for at_, c in enumerate(post.cited)
        ],
    )
    db.conn.executemany(
        "INSERT INTO post_correction (correction, post, bulletin, item, contender, old, new,"
        " stands) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                wrong.post,
                wrong.bulletin,
                wrong.slot.row.item.value,
                wrong.slot.row.contender,
                plain(wrong.old),
                "" if wrong.new is None else plain(wrong.new),
                wrong.stands or None,
            )
            for wrong in dict.fromkeys(post.corrects)
        ],
    )
    db.conn.execute(
        "INSERT INTO post (id, name, kind, contest, time, headline, published_at, published_by,"
        " overruled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            _free_name(db, post.id),
            post.kind,
            post.contest,
            post.time.strftime(MINUTE),
            post.headline,
            at,
            by,
            overruled,
        ),
    )
    return number


def exists(db: Database, number: int) -> bool:
    """Whether the ledger has a post of this number."""
    found = db.conn.execute("SELECT EXISTS (SELECT 1 FROM post WHERE id = ?)", (number,))
    return bool(found.fetchone()[0])


def is_figure(db: Database, cited: Cited) -> bool:
    """Whether the file has this figure, to the digit."""
    row = cited.slot.row
    found = db.conn.execute(
        "SELECT value FROM figure WHERE bulletin = ? AND item = ? AND contender = ?",
        (cited.bulletin, row.item.value, row.contender),
    ).fetchone()
    return found is not None and found[0] == plain(cited.value)


def read_entries(db: Database, numbers: Iterable[int] | None = None) -> tuple[Entry, ...]:
    """The ledger's lines, newest first; all of them or those with these numbers."""
    marks: dict[int, tuple[str, str]] = {
        post: (kind, reason)
        for post, kind, reason in db.conn.execute(
            "SELECT post, kind, reason FROM post_mark ORDER BY id"
        )
    }
    gone = {post for post, (kind, _) in marks.items() if kind == "retracted"}
    put_right = {
        post
        for post, by in db.conn.execute("SELECT DISTINCT post, correction FROM post_correction")
        if by not in gone
    }
    where, values = "", list[str]()
    if numbers is not None:
        where, values = _CHOSEN, [json.dumps(list(numbers))]
    heads = db.conn.execute(f"{_HEADS}{where} ORDER BY p.time DESC, p.id DESC", values)
    return tuple(
        Entry(
            number,
            name,
            kind,
            contest,
            datetime.fromisoformat(time),
            headline,
            published_at,
            published_by,
            overruled,
            marks[number][1] if number in gone else None,
            number in put_right,
        )
        for (
            number,
            name,
            kind,
            contest,
            time,
            headline,
            published_at,
            published_by,
            overruled,
        ) in heads
    )


def read_head(db: Database, number: int) -> tuple[str, str, datetime]:
    """A published post's name, contest and local time."""
    name, contest, time = db.conn.execute(
        "SELECT name, contest, time FROM post WHERE id = ?", (number,)
    ).fetchone()
    return name, contest, datetime.fromisoformat(time)


def read_post(db: Database, number: int) -> Post | None:
    """A published post as it went out; None if there is none of this number."""
    return next(iter(read_posts(db, (number,))), None)


def read_posts(db: Database, numbers: Iterable[int]) -> list[Post]:
    """Published posts in the order of the numbers; those not there are left out."""
    return [post for number in numbers for post in _post(db, number)]


def search(db: Database, text: str, at_most: int = FOUND_AT_MOST) -> list[int]:
    """Numbers of the posts that have every word, the newest first; ``at_most`` -1 gives all."""
    words = _folded(text).split()
    where = " AND ".join(["instr(c.folded, ?)"] * len(words)) or "1"
    found = db.conn.execute(
        "SELECT p.id FROM post_content AS c JOIN post AS p ON p.id = c.post"
        f" WHERE {where} ORDER BY p.time DESC, p.id DESC LIMIT {int(at_most)}",
        words,
    )
    return [number for (number,) in found]


def citing(db: Database, slot: Slot) -> list[int]:
    """Numbers of the posts that cite any figure of this slot, the newest first."""
    source, row = slot.source, slot.row
    found = db.conn.execute(
        "SELECT DISTINCT f.post FROM bulletin AS b JOIN post_figure AS f ON f.bulletin = b.id"
        " WHERE b.contest = ? AND b.place = ? AND b.agency = ? AND f.item = ? AND f.contender = ?"
        " ORDER BY f.post DESC",
        (source.contest, source.place, source.agency, row.item.value, row.contender),
    )
    return [number for (number,) in found]


def said_of(db: Database, slot: Slot) -> dict[int, Value]:
    """What each post that cites a slot said of it, by the post's number."""
    source, row = slot.source, slot.row
    found = db.conn.execute(
        "SELECT f.post, f.value FROM bulletin AS b JOIN post_figure AS f ON f.bulletin = b.id"
        " WHERE b.contest = ? AND b.place = ? AND b.agency = ? AND f.item = ? AND f.contender = ?",
        (source.contest, source.place, source.agency, row.item.value, row.contender),
    )
    return {post: from_plain(row.item, value) for post, value in found}


def places(db: Database, number: int) -> tuple[str, ...]:
    """The places whose figures a post cites, in its order."""
    found = db.conn.execute(
        "SELECT b.place FROM post_figure AS f JOIN bulletin AS b ON b.id = f.bulletin"
        " WHERE f.post = ? GROUP BY b.place ORDER BY min(f.position)",
        (number,),
    )
    return tuple(place for (place,) in found)


def last_time(db: Database, contest: str) -> datetime | None:
    """The local time of the newest post about a contest that cites figures and stands."""

    def stands(number: int) -> bool:
        return retraction(db, number) is None

    found = db.conn.execute(
        "SELECT p.id, p.time FROM post AS p WHERE p.contest = ?"
        " AND EXISTS (SELECT 1 FROM post_figure AS f WHERE f.post = p.id)"
        " ORDER BY p.time DESC",
        (contest,),
    )
    return next((datetime.fromisoformat(time) for number, time in found if stands(number)), None)


def _post(db: Database, number: int) -> Iterator[Post]:
    head = db.conn.execute(
        "SELECT p.name, p.kind, p.time, p.headline, p.contest, c.content FROM post AS p"
        " JOIN post_content AS c ON c.post = p.id WHERE p.id = ?",
        (number,),
    ).fetchone()
    if head is None:
        return
    name, kind, time, headline, contest, packed = head
    content: dict[str, Any] = json.loads(packed)
    yield Post(
        id=name,
        kind=kind,
        time=datetime.fromisoformat(time),
        headline=headline,
        lead=content["lead"],
        blocks=tuple(Block(h, tuple(ls), Shape(shape)) for h, ls, shape in content["blocks"]),
        closing=content["closing"],
        cited=tuple(_cited(db, number)),
        findings=(),
        contest=contest,
        own=tuple(content["own"]),
        claims=tuple(content["claims"]),
        corrects=tuple(wrong for _, wrong in corrected(db, "correction", number)),
        time_mark=content.get("time_mark", "."),
        tables=tuple(
            PostTable(block, caption, tuple(head), tuple(map(tuple, rows)))
            for block, caption, head, rows in content.get("tables", ())
        ),
    )


def _cited(db: Database, number: int) -> Iterator[Cited]:
    for bulletin, item, contender, value, agency, contest, place, as_of in db.conn.execute(
        "SELECT f.bulletin, f.item, f.contender, f.value, b.agency, b.contest, b.place, b.as_of"
        " FROM post_figure AS f JOIN bulletin AS b ON b.id = f.bulletin"
        " WHERE f.post = ? ORDER BY f.position",
        (number,),
    ):
        row = Row(Item(item), contender)
        slot = Slot(Source(agency, contest, place), row)
        moment = datetime.fromisoformat(as_of)
        yield Cited(slot, from_plain(row.item, value), moment, bulletin)


def _free_name(db: Database, name: str) -> str:
    taken = {
        known
        for (known,) in db.conn.execute(
            "SELECT name FROM post WHERE name = ? OR name GLOB ?", (name, f"{name}-[0-9]*")
        )
    }
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    return free


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
