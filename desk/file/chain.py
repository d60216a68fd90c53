"""The chain: what was filed, published or let stand, each sealed together with all before it.

The canonical form is told in docs/file.md and never changes: old nights are held against it. What
is wrong with a chain, and what then may still be done, is decided by `proof` and `session`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from desk.file import identity
from desk.file.disk import Database

Table = tuple[str, tuple[str, ...], str, str]
"""A table of a link: its name, its columns, the column that says whose rows they are, their order.
"""

_BULLETIN = "id agency contest place as_of filed_at filed_by replaces reason"
_POST = "id name kind contest time headline published_at published_by overruled"


def _table(name: str, columns: str, key: str, order: str = "") -> Table:
    return name, tuple(columns.split()), key, order or key


LINKS: Mapping[str, tuple[Table, ...]] = {
    "text": (_table("text", "id content at by", "id"),),
    "bulletin": (
        _table("bulletin", _BULLETIN, "id"),
        _table("figure", "bulletin item contender value", "bulletin", "item, contender"),
    ),
    "pasted": (
        _table("pasted", "bulletin text", "bulletin"),
        _table("fragment", "bulletin item contender start stop", "bulletin", "item, contender"),
    ),
    "mark": (_table("mark", "id bulletin kind reason at by", "id"),),
    "acceptance": (_table("acceptance", "id finding kind reason at by", "id"),),
    "post": (
        _table("post", _POST, "id"),
        _table("post_content", "post folded content", "post"),
        _table("post_figure", "post position bulletin item contender value", "post", "position"),
        _table(
            "post_correction",
            "correction post bulletin item contender old new stands",
            "correction",
            "post, bulletin, item, contender",
        ),
        _table(
            "post_taken_back",
            "correction position post printed now left_out",
            "correction",
            "position",
        ),
    ),
    "post_mark": (_table("post_mark", "id post kind reason at by", "id"),),
}
"""By kind, what a link seals: rows that never change, found by their number."""

SEALS: Mapping[str, tuple[str, ...]] = {
    "election": (
        *("election", "party", "agency", "place", "contest", "place_counts", "contender", "item"),
        "election_change",
    ),
    "names": ("alias",),
    "people": ("person",),
    "settings": ("setting",),
}
"""By kind, the tables a link seals whole: they may change, and the last link of a kind counts."""

_LAST = "SELECT digest FROM link ORDER BY id DESC LIMIT 1"


def root(night: str) -> bytes:
    """What stands before the first link: the digest of the night's name."""
    return sha256(night.encode()).digest()


def following(before: bytes, content: bytes) -> bytes:
    """The digest of a link after another."""
    return sha256(before + content).digest()


def last(db: Database) -> bytes:
    """The digest of the last link, which stands for everything before it."""
    found = db.conn.execute(_LAST).fetchone()
    if found is not None:
        return bytes(found[0])
    return root(identity.name(db))


def length(db: Database) -> int:
    """How many links there are."""
    return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM link").fetchone()[0])


def add(db: Database, kind: str, number: int) -> None:
    """Seal what was just written, in the same transaction."""
    _append(db, kind, number, content_of(db, kind, number))


def seal(db: Database, kind: str) -> None:
    """Seal tables that have just changed, in the same transaction."""
    count = db.conn.execute("SELECT count(*) FROM link WHERE kind = ?", (kind,)).fetchone()[0]
    _append(db, kind, count + 1, whole(db, kind))


def complete(db: Database) -> None:
    """Seal what no link has: the beginning of a new night's chain, and of an older night's.

    Once there is a chain, only tables that a newer desk has changed are sealed anew.
    """
    begun = db.conn.execute("SELECT EXISTS (SELECT 1 FROM link)").fetchone()[0]
    sealed = dict(db.conn.execute("SELECT kind, content FROM link ORDER BY id").fetchall())
    for kind in SEALS:
        if sealed.get(kind) != whole(db, kind):
            seal(db, kind)
    if begun:
        return
    for kind, tables in LINKS.items():
        name, _, key, _ = tables[0]
        for (number,) in db.conn.execute(f"SELECT {key} FROM {name} ORDER BY {key}").fetchall():
            add(db, kind, number)


def content_of(db: Database, kind: str, number: int) -> bytes:
    """The digest of what a link of a number seals."""
    lines: list[str] = []
    for name, columns, key, order in LINKS[kind]:
        rows = db.conn.execute(
            f"SELECT {line_of(name, columns)} FROM {name} WHERE {key} = ? ORDER BY {order}",
            (number,),
        )
        lines += (line for (line,) in rows)
    return _content(lines)


def whole(db: Database, kind: str) -> bytes:
    """The digest of all rows of a kind's tables."""
    lines: list[str] = []
    for name in SEALS[kind]:
        columns = tuple(row[1] for row in db.conn.execute(f"PRAGMA table_info({name})"))
        rows = db.conn.execute(f"SELECT {line_of(name, columns)} FROM {name} ORDER BY rowid")
        lines += (line for (line,) in rows)
    return _content(lines)


def texts(db: Database, kind: str, first: int, past: int) -> Iterator[tuple[int, list[str]]]:
    """By number, what all links of a kind within a range seal, table by table; lowest first."""
    parts: list[dict[int, str]] = []
    for name, columns, key, order in LINKS[kind]:
        one = f"SELECT {key} AS nr, {line_of(name, columns)} AS line FROM {name}"
        within = f"{one} WHERE {key} >= ? AND {key} < ?"
        if key != order:
            within = (
                "SELECT nr, group_concat(line, char(10)) FROM"
                f" ({within} ORDER BY {key}, {order}) GROUP BY nr"
            )
        parts.append(dict(db.conn.execute(within, (first, past)).fetchall()))
    for number in sorted(parts[0]):
        yield number, [part[number] for part in parts if number in part]


def _content(lines: list[str]) -> bytes:
    return sha256("\n".join(lines).encode()).digest()


def line_of(table: str, columns: tuple[str, ...]) -> str:
    """SQL for a row as a line: its table's name, and its values in quotes, or NULL."""
    return f"printf('{table} {','.join(['%Q'] * len(columns))}', {', '.join(columns)})"


def _append(db: Database, kind: str, number: int, content: bytes) -> None:
    db.conn.execute(
        "INSERT INTO link (kind, number, content, digest) VALUES (?, ?, ?, ?)",
        (kind, number, content, following(last(db), content)),
    )
