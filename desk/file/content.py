"""What a night holds, read once: whatever no desk has written is refused with its place.

Only what can be told of each row by itself and beside its neighbours; whether it is what was once
written is `proof`'s question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from desk.facts import ban, people, settings
from desk.facts.bulletin import MINUTE, TOPICS, Item, Value
from desk.facts.codes import Refusal
from desk.facts.edits import POST_PLACES, REHEARSAL
from desk.facts.election import OTHERS, Election
from desk.facts.figures import plain
from desk.facts.post import PostKind
from desk.file import chain, people_rows, post_rows, rows
from desk.file.disk import Database

SLICE = 500
"""Bulletins read at once; a window that waits for them answers between two slices."""

_SHARE = re.compile(r"(0|[1-9][0-9]{0,2})(\.[0-9]{1,5})?")
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_UNREADABLE = (
    *(Refusal, ValueError, LookupError, TypeError, AttributeError),
    *(RecursionError, ArithmeticError),
)

_SMALL = ("text", "pasted", "mark", "acceptance", "post_mark")
"""Kinds of links of which nothing needs to be told but that their texts can be read."""

# Rows that each stand alone but not together, by what they are called.
_STRAY = {
    "bulletin": "SELECT b.id FROM bulletin AS b JOIN bulletin AS r ON r.id = b.replaces"
    " WHERE r.id >= b.id OR r.agency <> b.agency OR r.contest <> b.contest OR r.place <> b.place",
    "post": "SELECT p.post FROM post_figure AS p LEFT JOIN figure AS f USING (bulletin, item,"
    " contender) WHERE f.value IS NOT p.value",
    "pasted": "SELECT f.bulletin FROM fragment AS f LEFT JOIN pasted AS p USING (bulletin)"
    " LEFT JOIN text AS t ON t.id = p.text WHERE t.id IS NULL OR f.stop > length(t.content)",
}

_BETWEEN = "\x1f"
_WITHIN = "bulletin >= ? AND bulletin < ?"
_HEADS = (
    "SELECT id, agency, contest, place, as_of, filed_at FROM bulletin"
    " WHERE id >= ? AND id < ? ORDER BY id"
)
_SHAPES = (
    f"SELECT bulletin, group_concat(item || ' ' || contender, '{_BETWEEN}') FROM figure"
    f" WHERE {_WITHIN} GROUP BY bulletin"
)
_LEADERS = (
    "SELECT f.bulletin, b.contest, f.value FROM figure AS f JOIN bulletin AS b ON b.id = f.bulletin"
    f" WHERE {_WITHIN} AND f.item = 'leader'"
)
_OF_SHARES = ", ".join(f"'{item}'" for item in Item if item.is_share)
# Digits with one dot among them, or none in a count; no zero ahead of another digit.
_UNFIT_FIGURES = f"""
    SELECT bulletin FROM figure WHERE {_WITHIN} AND (
        instr(value, char(0)) OR (item <> 'leader' AND (
            length(value) > 9 OR value GLOB '*[^0-9.]*' OR value GLOB '0[0-9]*'
            OR CASE WHEN item IN ({_OF_SHARES})
               THEN value GLOB '*.*.*' OR value GLOB '.*' OR value GLOB '*.'
               ELSE instr(value, '.') END))) LIMIT 1
"""

Newest = dict[tuple[str, str, str, str], tuple[str, int]]
Seen = Callable[[str, int, str], None]
"""What is told of each link on the way: its kind, its number, its canonical form."""


class Unfit(Exception):
    """A file is no night as a desk makes it; ``where`` says what in it is not."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


def checked(db: Database, election: Election, seen: Seen) -> Iterator[None]:
    """Read everything, a little a step. ``seen`` gets each link's canonical form on the way."""
    _whole_tables(db)
    _fits("item", _items, db)
    _fits("setting", _settings, db, election)
    _fits("person", lambda: people.must_fit(election, people_rows.read(db)))
    _fits("draft", _drafts, db, election)
    yield
    for table in ("bulletin", "post", "pasted"):
        if found := db.conn.execute(f"{_STRAY[table]} LIMIT 1").fetchone():
            raise Unfit(f"{table} {found[0]}")
        yield
    for kind in _SMALL:
        yield from _read(db, kind, seen, _stamped_of(db, kind))
    yield from _bulletins(db, election, seen)
    yield from _read(db, "post", seen, lambda first, past: _posts(db, first, past))


def _fits(place: str, work: Callable[..., object], *given: object) -> None:
    try:
        work(*given)
    except _UNREADABLE as fault:
        raise Unfit(place) from fault


def _read(
    db: Database,
    kind: str,
    seen: Seen,
    check: Callable[[int, int], object],
) -> Iterator[None]:
    """Every row of a kind, a slice a step."""
    table, _, key, _ = chain.LINKS[kind][0]
    for first, past in _slices(db, table, key):
        for number, parts in chain.texts(db, kind, first, past):
            seen(kind, number, "\n".join(parts))
        _uncut(db, kind, first, past)
        check(first, past)
        yield


def _slices(db: Database, table: str, key: str) -> Iterator[tuple[int, int]]:
    """Ranges of numbers with about a slice of rows in each, however wide the numbers are apart.

    Each is looked up when its turn comes: a country's file has a hundred thousand of them.
    """
    after = f"SELECT {key} FROM {table} WHERE {key} >= ? ORDER BY {key} LIMIT 1 OFFSET {SLICE}"
    first, last = db.conn.execute(f"SELECT min({key}), max({key}) FROM {table}").fetchone()
    while first is not None:
        found = db.conn.execute(after, (first,)).fetchone()
        yield first, found[0] if found else last + 1
        first = found[0] if found else None


def _items(db: Database) -> None:
    known = dict(db.conn.execute("SELECT name, topic FROM item").fetchall())
    if known != {item.value: topic.value for item, topic in TOPICS.items()}:
        raise Unfit("item")


def _uncut(db: Database, kind: str, first: int, past: int, tables: int = 9) -> None:
    """No text ends for some programs where it goes on for others."""
    for table, columns, key, _ in chain.LINKS[kind][:tables]:
        cut = " OR ".join(f"instr({column}, char(0))" for column in columns)
        found = db.conn.execute(
            f"SELECT {key} FROM {table} WHERE {key} >= ? AND {key} < ? AND ({cut}) LIMIT 1",
            (first, past),
        ).fetchone()
        if found:
            raise Unfit(f"{kind} {found[0]}")


def _whole_tables(db: Database) -> None:
    """The same of the tables that are sealed whole, and that what was done has its time."""
    for table in (table for tables in chain.SEALS.values() for table in tables):
        columns = [row[1] for row in db.conn.execute(f"PRAGMA table_info({table})")]
        cut = " OR ".join(f"instr({column}, char(0))" for column in columns)
        if db.conn.execute(f"SELECT 1 FROM {table} WHERE {cut} LIMIT 1").fetchone():
            raise Unfit(table)
        if "at" in columns:
            _stamps(table, db.conn.execute(f"SELECT rowid, at FROM {table}"))


def _stamped_of(db: Database, kind: str) -> Callable[[int, int], object]:
    if kind == "pasted":
        return lambda first, past: None
    return lambda first, past: _stamps(
        kind,
        db.conn.execute(f"SELECT id, at FROM {kind} WHERE id >= ? AND id < ?", (first, past)),
    )


def _stamps(kind: str, found: Iterable[tuple[int, str]]) -> None:
    for number, stamp in found:
        _fits(f"{kind} {number}", _stamp, stamp)


def _stamp(text: str) -> None:
    if not _STAMP.fullmatch(text):
        raise ValueError(text)
    datetime.fromisoformat(text)


def _minute(text: str) -> None:
    datetime.strptime(text, MINUTE)


def _settings(db: Database, election: Election) -> None:
    places = {place.name for place in election.places}
    for name, value in rows.read_settings(db).items():
        fits = "\0" not in name + value
        if name in settings.FREE:
            # One of a few words that is none of them, as an older desk may have left it, counts
            # as not set wherever it is asked for.
            fits &= settings.read(name, value) == value
            if name == settings.BAN_LIFTED:
                ban.must_be_of_the_night(election, value)
        elif name == POST_PLACES:
            fits &= places.issuperset(filter(None, value.split("\n")))
        elif name.startswith(settings.NOTE):
            known = name.startswith(settings.NOTE_ON_PLACE) or _is_noted(db, name)
            fits &= known and settings.read_note(value) == value
        elif name == REHEARSAL:
            fits &= value.isdecimal()
        elif value[:1] in ("{", "["):
            json.loads(value)
        if not fits:
            raise Unfit(f"setting {name}")


def _is_noted(db: Database, name: str) -> bool:
    """Whether a note's name is that of a bulletin there is."""
    number = settings.noted_bulletin(name)
    there = "SELECT 1 FROM bulletin WHERE id = CAST(? AS INTEGER)"
    return (
        name == settings.bulletin_note(number)
        and db.conn.execute(there, (str(number),)).fetchone() is not None
    )


def _drafts(db: Database, election: Election) -> None:
    for draft in rows.read_drafts(db):
        known = _Rows(election, draft.source.contest)
        for row, value in draft.figures.items():
            if not known.have(row.item, row.contender) or not _is_value(row.item, value, known):
                raise Unfit(f"draft {draft.source.agency} {draft.source.place}")


def _is_value(item: Item, value: Value, known: _Rows) -> bool:
    if isinstance(value, str):
        return value in known.codes
    shape = _SHARE if item.is_share else _COUNT
    return shape.fullmatch(plain(value)) is not None


def _posts(db: Database, first: int, past: int) -> None:
    for entry in post_rows.read_entries(db, range(first, past)):
        _fits(f"post {entry.number}", _post, db, entry)


def _post(db: Database, entry: post_rows.LedgerEntry) -> None:
    PostKind(entry.kind)
    _stamp(entry.published_at)
    if not post_rows.read_posts(db, (entry.number,)):
        raise Unfit(f"post {entry.number}")


class _Rows:
    """Which rows the bulletins of a contest can have; the same few sets of them come back."""

    def __init__(self, election: Election, contest: str) -> None:
        race = election.contest(contest)
        self.codes = {contender.code for contender in race.contenders} | {OTHERS}
        self._known: dict[str, frozenset[str] | None] = {}

    def have(self, item: str, contender: str) -> bool:
        """Whether there is such a row."""
        return contender in self.codes if Item(item).per_contender else not contender

    def topics(self, rows: str) -> frozenset[str] | None:
        """The topics of a bulletin's rows; None where one of them cannot be."""
        if rows not in self._known:
            parted = [row.partition(" ") for row in rows.split(_BETWEEN)]
            have = all(self.have(item, contender) for item, _, contender in parted)
            topics = frozenset(TOPICS[Item(item)].value for item, _, _ in parted)
            self._known[rows] = topics if have else None
        return self._known[rows]


def _bulletins(db: Database, election: Election, seen: Seen) -> Iterator[None]:
    """Every bulletin with its figures, and that the newest of each topic is the newest."""
    gone = post_rows.no_longer(db)
    known = {contest.id: _Rows(election, contest.id) for contest in election.contests}
    times: set[str] = set()
    newest: Newest = {}
    for first, past in _slices(db, "bulletin", "id"):
        if found := db.conn.execute(_UNFIT_FIGURES, (first, past)).fetchone():
            raise Unfit(f"bulletin {found[0]}")
        for number, contest, value in db.conn.execute(_LEADERS, (first, past)):
            if value not in known[contest].codes:
                raise Unfit(f"bulletin {number}")
        shapes = dict(db.conn.execute(_SHAPES, (first, past)).fetchall())
        heads = db.conn.execute(_HEADS, (first, past)).fetchall()
        texts = chain.texts(db, "bulletin", first, past)
        for (number, parts), (_, agency, contest, place, as_of, at) in zip(
            texts, heads, strict=True
        ):
            seen("bulletin", number, "\n".join(parts))
            if as_of not in times or at not in times:
                _fits(f"bulletin {number}", _minute, as_of)
                _fits(f"bulletin {number}", _stamp, at)
                times |= {as_of, at}
            topics = known[contest].topics(shapes.get(number, ""))
            if topics is None:
                raise Unfit(f"bulletin {number}")
            if number in gone:
                continue
            for topic in topics:
                key = agency, contest, place, topic
                if newest.get(key, ("", 0)) < (as_of, number):
                    newest[key] = as_of, number
        _uncut(db, "bulletin", first, past, tables=1)
        yield
    told = db.conn.execute("SELECT agency, contest, place, topic, bulletin FROM latest").fetchall()
    latest = {tuple(row[:4]): row[4] for row in told}
    if latest != {key: number for key, (_, number) in newest.items()}:
        raise Unfit("latest")
