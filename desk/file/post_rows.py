"""Rows of the published posts: written once with every figure they cite, found by each of them.

All SQL about the ledger is here; what is wrong, what may go out and what is said is not.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from desk.facts.bulletin import MINUTE, Item, Row, Slot, Source, Value
from desk.facts.figures import from_plain, plain
from desk.facts.post import (
    Block,
    BlockShape,
    Brief,
    Cited,
    Post,
    PostTable,
    Printed,
    PrintedKind,
    WrongPrint,
)
from desk.file import chain
from desk.file.disk import Database
from desk.turkish import fold

MOST_DIGITS = 19
"""A number with as many digits is more than SQLite's rows are counted to."""

_HEADS = """
    SELECT p.id, p.name, p.kind, p.contest, p.time, p.headline, p.published_at, p.published_by,
           p.overruled FROM post AS p
"""
# One parameter however many there are: a correction may hit every post.
_CHOSEN = " WHERE p.id IN (SELECT value FROM json_each(?))"

# From the few bulletins that no longer stand to the posts that cite them, never the other way.
_NO_LONGER = """
    SELECT touched.id
      FROM (SELECT replaces AS id FROM bulletin WHERE replaces IS NOT NULL
            UNION SELECT bulletin FROM mark) AS touched
     WHERE NOT EXISTS (SELECT 1 FROM standing WHERE standing.id = touched.id)
"""
_CITING = """
    SELECT DISTINCT f.post
      FROM json_each(:fallen) AS touched
      CROSS JOIN post_figure AS f ON f.bulletin = touched.value
     WHERE f.post NOT IN (SELECT value FROM json_each(:gone))
     ORDER BY f.post
"""
_FELL = """
    SELECT fallen.id, min(fallen.at)
      FROM (SELECT replaces AS id, filed_at AS at FROM bulletin WHERE replaces IS NOT NULL
            UNION ALL SELECT bulletin, at FROM mark WHERE kind = 'withdrawn') AS fallen
     WHERE NOT EXISTS (SELECT 1 FROM standing WHERE standing.id = fallen.id)
     GROUP BY fallen.id
"""


class LedgerEntry(NamedTuple):
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
        "tables": [[t.block, t.caption, t.head, t.rows, t.left] for t in post.tables],
        "tabled": post.tabled,
        "briefs": [[b.block, b.where, b.versions] for b in post.briefs],
        "printed": [_packed(one) for one in post.printed],
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
        "INSERT INTO post_taken_back (correction, position, post, printed, now, left_out)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                at_,
                wrong.post,
                json.dumps(_packed(wrong.printed)),
                json.dumps(_packed(wrong.now)) if wrong.now is not None else None,
                int(wrong.left_out),
            )
            for at_, wrong in enumerate(dict.fromkeys(post.corrects))
        ],
    )
    db.conn.execute(
        "INSERT INTO post (id, name, kind, contest, time, headline, published_at, published_by,"
        " overruled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            free_name(db, post.id),
            post.kind,
            post.contest,
            post.time.strftime(MINUTE),
            post.headline,
            at,
            by,
            overruled,
        ),
    )
    chain.add(db, "post", number)
    return number


def exists(db: Database, number: int) -> bool:
    """Whether the ledger has a post of this number."""
    found = db.conn.execute("SELECT EXISTS (SELECT 1 FROM post WHERE id = ?)", (number,))
    return bool(found.fetchone()[0])


def number_of(db: Database, name: str) -> int | None:
    """The number of the post of this name, or of this number; None if the ledger has neither."""
    number = int(name) if name.isdecimal() and len(name) < MOST_DIGITS else 0
    found = db.conn.execute("SELECT id FROM post WHERE name = ? OR id = ?", (name, number))
    row = found.fetchone()
    return int(row[0]) if row else None


def is_figure(db: Database, cited: Cited) -> bool:
    """Whether the file has this figure, to the digit."""
    row = cited.slot.row
    found = db.conn.execute(
        "SELECT value FROM figure WHERE bulletin = ? AND item = ? AND contender = ?",
        (cited.bulletin, row.item.value, row.contender),
    ).fetchone()
    return found is not None and found[0] == plain(cited.value)


def read_entries(db: Database, numbers: Iterable[int] | None = None) -> tuple[LedgerEntry, ...]:
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
        for post, by in db.conn.execute(
            "SELECT post, correction FROM post_correction"
            " UNION SELECT post, correction FROM post_taken_back"
        )
        if by not in gone
    }
    where, values = "", list[str]()
    if numbers is not None:
        where, values = _CHOSEN, [json.dumps(list(numbers))]
    heads = db.conn.execute(f"{_HEADS}{where} ORDER BY p.time DESC, p.id DESC", values)
    return tuple(
        LedgerEntry(
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


def read_posts(db: Database, numbers: Iterable[int]) -> list[Post]:
    """Published posts in the order of the numbers; those not there are left out."""
    return [post for number in numbers for post in _post(db, number)]


def search(db: Database, text: str) -> list[int]:
    """Numbers of the posts that have every word, the newest first."""
    words = _folded(text).split()
    where = " AND ".join(["instr(c.folded, ?)"] * len(words)) or "1"
    found = db.conn.execute(
        "SELECT p.id FROM post_content AS c JOIN post AS p ON p.id = c.post"
        f" WHERE {where} ORDER BY p.time DESC, p.id DESC",
        words,
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


def figure_counts(db: Database, numbers: Iterable[int] | None = None) -> dict[int, int]:
    """How many figures a post cites, by its number; of all posts or of these. None: no entry."""
    query = "SELECT post, count(*) FROM post_figure {} GROUP BY post"
    if numbers is None:
        return dict(db.conn.execute(query.format("")))
    counted = (db.conn.execute(query.format("WHERE post = ?"), (one,)) for one in numbers)
    return {post: count for rows in counted for post, count in rows}


def last_told(db: Database, kind: str, contest: str) -> dict[Source, datetime]:
    """By source, the local time of its newest bulletin cited in the newest standing post of a
    kind that cites it at all."""
    found: dict[Source, datetime] = {}
    posts = db.conn.execute(
        "SELECT id FROM post WHERE kind = ? AND contest = ? ORDER BY time DESC, id DESC",
        (kind, contest),
    ).fetchall()
    for (number,) in posts:
        if retraction(db, number) is not None:
            continue
        cited = db.conn.execute(
            "SELECT b.agency, b.place, max(b.as_of) FROM post_figure AS f"
            " JOIN bulletin AS b ON b.id = f.bulletin WHERE f.post = ? GROUP BY b.agency, b.place",
            (number,),
        )
        for agency, place, as_of in cited:
            found.setdefault(Source(agency, contest, place), datetime.fromisoformat(as_of))
    return found


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
    figures = _Figures(db)
    yield Post(
        id=name,
        kind=kind,
        time=datetime.fromisoformat(time),
        headline=headline,
        lead=content["lead"],
        blocks=tuple(Block(h, tuple(ls), BlockShape(shape)) for h, ls, shape in content["blocks"]),
        closing=content["closing"],
        cited=tuple(_cited(db, number)),
        findings=(),
        contest=contest,
        own=tuple(content["own"]),
        claims=tuple(content["claims"]),
        corrects=tuple(wrong for _, wrong in corrected(db, "correction", number)),
        printed=tuple(figures.printed(one) for one in content.get("printed", ())),
        time_mark=content.get("time_mark", "."),
        tables=tuple(_table(*parts) for parts in content.get("tables", ())),
        tabled=content.get("tabled", False),
        briefs=tuple(
            Brief(block, where, tuple(versions))
            for block, where, versions in content.get("briefs", ())
        ),
    )


def _table(
    block: int,
    caption: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    left: Sequence[tuple[int, str]] = (),
) -> PostTable:
    """A table as it was kept; those of an older desk hold no line."""
    held = tuple((line, text) for line, text in left)
    return PostTable(block, caption, tuple(head), tuple(map(tuple, rows)), held)


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


def free_name(db: Database, name: str) -> str:
    """The name a post gets: its own, or with a number after it where that is taken."""
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


def mark_post(db: Database, number: int, kind: str, reason: str, at: str, by: str) -> None:
    """Append a retraction or its taking back."""
    made = db.conn.execute(
        "INSERT INTO post_mark (post, kind, reason, at, by) VALUES (?, ?, ?, ?, ?)",
        (number, kind, reason, at, by),
    )
    chain.add(db, "post_mark", made.lastrowid or 0)


def retraction(db: Database, number: int) -> str | None:
    """Why a post was retracted; None if it stands."""
    found = db.conn.execute(
        "SELECT kind, reason FROM post_mark WHERE post = ? ORDER BY id DESC LIMIT 1", (number,)
    ).fetchone()
    return found[1] if found and found[0] == "retracted" else None


def fell_at(db: Database) -> dict[int, str]:
    """When each bulletin that no longer stands was corrected or withdrawn; UTC."""
    return dict(db.conn.execute(_FELL).fetchall())


def no_longer(db: Database) -> frozenset[int]:
    """The bulletins that were corrected or withdrawn and do not stand."""
    return frozenset(number for (number,) in db.conn.execute(_NO_LONGER))


def citing(db: Database, bulletins: Iterable[int]) -> list[int]:
    """The posts that cite any of some bulletins, retracted posts aside."""
    asked = {
        "fallen": json.dumps(sorted(bulletins)),
        "gone": json.dumps(sorted(_retracted(db))),
    }
    return [number for (number,) in db.conn.execute(_CITING, asked)]


def without_printed(db: Database, numbers: Iterable[int]) -> frozenset[int]:
    """Of some posts those an older desk wrote, which kept no more than the figures they cite."""
    found = db.conn.execute(
        "SELECT post FROM post_content WHERE post IN (SELECT value FROM json_each(?))"
        " AND json_type(content, '$.printed') IS NULL",
        (json.dumps(list(numbers)),),
    )
    return frozenset(number for (number,) in found)


def printed_by(
    db: Database, posts: Iterable[int], bulletins: Collection[int]
) -> dict[int, list[Printed]]:
    """What some posts printed that rests on any of some bulletins."""
    figures = _Figures(db)
    found = db.conn.execute(
        "SELECT post, json_extract(content, '$.printed') FROM post_content"
        " WHERE post IN (SELECT value FROM json_each(?))",
        (json.dumps(list(posts)),),
    )
    return {
        post: [
            figures.printed(one)
            for one in json.loads(packed or "[]")
            if any(figure[0] in bulletins for figure in one[-1])
        ]
        for post, packed in found
    }


def put_right(db: Database, posts: Iterable[int]) -> dict[int, set[Printed]]:
    """By post, what corrections that stand have taken back."""
    figures = _Figures(db)
    asked = {"posts": json.dumps(list(posts)), "gone": json.dumps(sorted(_retracted(db)))}
    where = (
        " WHERE post IN (SELECT value FROM json_each(:posts))"
        " AND correction NOT IN (SELECT value FROM json_each(:gone))"
    )
    found: dict[int, set[Printed]] = {}
    for post, *figure in db.conn.execute(
        f"SELECT post, bulletin, item, contender, old FROM post_correction{where}", asked
    ):
        found.setdefault(post, set()).add(figures.alone(*figure))
    for post, packed in db.conn.execute(f"SELECT post, printed FROM post_taken_back{where}", asked):
        found.setdefault(post, set()).add(figures.printed(json.loads(packed)))
    return found


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


def stands_for(db: Database, bulletin: int) -> int:
    """The bulletin that stands in another's place; 0 if none does.

    Where a correction was withdrawn, what it corrected stands again.
    """
    number: int | None = bulletin
    while number is not None:
        if found := _standing_after(db, number):
            return found
        row = db.conn.execute("SELECT replaces FROM bulletin WHERE id = ?", (number,)).fetchone()
        number = row[0] if row else None
    return 0


def _standing_after(db: Database, bulletin: int) -> int:
    """A bulletin or what replaced it, whichever stands; 0 if none does."""
    found = db.conn.execute(
        "WITH RECURSIVE later (id) AS (SELECT ? UNION SELECT b.id FROM bulletin AS b"
        " JOIN later ON b.replaces = later.id)"
        " SELECT max(id) FROM later WHERE EXISTS"
        " (SELECT 1 FROM standing WHERE standing.id = later.id)",
        (bulletin,),
    ).fetchone()
    return int(found[0] or 0)


def corrections_of(db: Database, number: int) -> list[tuple[int, WrongPrint]]:
    """What corrections that stand have put right in a post: each with the correction's number."""
    found = corrected(db, "post", number)
    return [(by, wrong) for by, wrong in found if retraction(db, by) is None]


def corrected(db: Database, column: str, number: int) -> list[tuple[int, WrongPrint]]:
    """Corrections by a post (``correction``) or of one (``post``), each with who corrected."""
    figures = _Figures(db)
    found = []
    for by, post, bulletin, item, contender, old, new, stands in db.conn.execute(
        "SELECT correction, post, bulletin, item, contender, old, new, stands FROM post_correction"
        f" WHERE {column} = ? ORDER BY correction, post, bulletin, item, contender",
        (number,),
    ):
        was = figures.alone(bulletin, item, contender, old)
        now = figures.alone(stands or bulletin, item, contender, new) if new else None
        found.append((by, WrongPrint(post, was, now)))
    for by, post, printed, right, left_out in db.conn.execute(
        "SELECT correction, post, printed, now, left_out FROM post_taken_back"
        f" WHERE {column} = ? ORDER BY correction, position",
        (number,),
    ):
        was = figures.printed(json.loads(printed))
        now = figures.printed(json.loads(right)) if right is not None else None
        found.append((by, WrongPrint(post, was, now, bool(left_out))))
    return found


def _packed(printed: Printed) -> list[Any]:
    """What was printed as plain values; `_Figures.printed` reads it again."""
    return [
        printed.kind.value,
        plain(printed.value),
        printed.text,
        printed.bound,
        [
            [one.bulletin, one.slot.row.item.value, one.slot.row.contender, plain(one.value)]
            for one in printed.figures
        ],
    ]


class _Figures:
    """Reads figures that are kept by the number of their bulletin; each bulletin once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[int, tuple[Source, datetime]] = {}
        self._read: dict[tuple[int, str, str, str], Cited] = {}

    def printed(self, packed: list[Any]) -> Printed:
        """What `_packed` has packed."""
        kind, value, text, bound, figures = packed
        cited = tuple(self.cited(*one) for one in figures)
        numbers = (PrintedKind.FIGURE, PrintedKind.LEAD, PrintedKind.GAP, PrintedKind.SUM)
        said: Value = value
        if kind in (PrintedKind.LEAD_GAP, PrintedKind.EQUAL, PrintedKind.NEEDED):
            said = int(value) if bound else Decimal(value)
        elif kind == PrintedKind.COUNT:
            said = int(value)
        elif kind in numbers:
            said = int(value) if bound else from_plain(cited[0].slot.row.item, value)
        return Printed(PrintedKind(kind), said, cited, bool(bound), text)

    def alone(self, bulletin: int, item: str, contender: str, value: str) -> Printed:
        """A figure as older corrections kept it."""
        cited = self.cited(bulletin, item, contender, value)
        named = PrintedKind.LEADER if cited.slot.row.item is Item.LEADER else PrintedKind.FIGURE
        return Printed(named, cited.value, (cited,))

    def cited(self, bulletin: int, item: str, contender: str, value: str) -> Cited:
        """A figure with its address and its hour."""
        key = bulletin, item, contender, value
        if key not in self._read:
            self._read[key] = self._cited(*key)
        return self._read[key]

    def _cited(self, bulletin: int, item: str, contender: str, value: str) -> Cited:
        if bulletin not in self._known:
            agency, contest, place, as_of = self._db.conn.execute(
                "SELECT agency, contest, place, as_of FROM bulletin WHERE id = ?", (bulletin,)
            ).fetchone()
            self._known[bulletin] = (
                Source(agency, contest, place),
                datetime.fromisoformat(as_of),
            )
        source, moment = self._known[bulletin]
        row = Row(Item(item), contender)
        return Cited(Slot(source, row), from_plain(row.item, value), moment, bulletin)
