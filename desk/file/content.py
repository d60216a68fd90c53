"""What a night holds, read once: whatever no desk has written is refused with its place.

Only what can be told of each row by itself and beside its neighbours; whether it is what was once
written is `proof`'s question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import NamedTuple

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

_WITHIN = "bulletin >= ? AND bulletin < ?"
_HEADS = (
    "SELECT id, agency, contest, place, as_of, filed_at FROM bulletin"
    " WHERE id >= ? AND id < ? ORDER BY id"
)
_OF_EACH = f"SELECT bulletin, count(*) FROM figure WHERE {_WITHIN} GROUP BY bulletin"
_FIGURES = (
    f"SELECT item, contender, value FROM figure WHERE {_WITHIN} ORDER BY bulletin, item, contender"
)
_MOST_KNOWN = 100_000
"""Values that are remembered for having been looked at; more, and they are forgotten."""

_NO_FIGURES: tuple[frozenset[str], str] = frozenset(), ""

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
    posts = {number for (number,) in db.conn.execute("SELECT id FROM post")}
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
        elif name.startswith(settings.PAGE):
            fits &= settings.of_page(name, value) in posts
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
        known = _Codes(election, draft.source.contest)
        for row, value in draft.figures.items():
            if not known.have(row.item, row.contender) or not _is_value(row.item, value, known):
                raise Unfit(f"draft {draft.source.agency} {draft.source.place}")


def _is_value(item: Item, value: Value, known: _Codes) -> bool:
    if isinstance(value, str):
        return value in known.codes
    return _is_number(item, plain(value))


def _is_number(item: Item, value: str) -> bool:
    shape = _SHARE if item.is_share else _COUNT
    return shape.fullmatch(value) is not None


def _posts(db: Database, first: int, past: int) -> None:
    for entry in post_rows.read_entries(db, range(first, past)):
        _fits(f"post {entry.number}", _post, db, entry)


def _post(db: Database, entry: post_rows.LedgerEntry) -> None:
    PostKind(entry.kind)
    _stamp(entry.published_at)
    if not post_rows.read_posts(db, (entry.number,)):
        raise Unfit(f"post {entry.number}")


class _Codes:
    """Which rows the bulletins of a contest can have."""

    def __init__(self, election: Election, contest: str) -> None:
        race = election.contest(contest)
        self.codes = {contender.code for contender in race.contenders} | {OTHERS}

    def have(self, item: str, contender: str) -> bool:
        """Whether there is such a row."""
        return contender in self.codes if Item(item).per_contender else not contender


class _Rows(NamedTuple):
    """What is the same in all bulletins of a contest that have just these rows."""

    topics: frozenset[str]
    lines: tuple[str, ...]
    """Of each row's line in the canonical form, what stands between its number and its value."""
    leader: int | None
    """Which row says who leads, a code and no number."""


class _Figures:
    """The figures of bulletins, held against what each can be; the same few sets of rows come back.

    What is said of one is its topics and its part of the canonical form. `Unfit` where no desk
    writes it.
    """

    def __init__(self, election: Election) -> None:
        self._codes = {one.id: _Codes(election, one.id) for one in election.contests}
        self._rows: dict[tuple[str, tuple[str, ...], tuple[str, ...]], _Rows | None] = {}
        self._known: set[tuple[str, str]] = set()

    def told(
        self, db: Database, contests: Mapping[int, str], first: int, past: int
    ) -> dict[int, tuple[frozenset[str], str]]:
        """By bulletin, for a range of them whose contests are given."""
        counts = db.conn.execute(_OF_EACH, (first, past)).fetchall()
        figures = db.conn.execute(_FIGURES, (first, past)).fetchall()
        if not figures:
            return {}
        items, contenders, values = zip(*figures, strict=True)
        self._numbers(counts, items, values)
        found, end = {}, 0
        for number, count in counts:
            start, end = end, end + count
            rows = self._of(contests[number], items[start:end], contenders[start:end])
            mine = values[start:end]
            if rows is not None and rows.leader is not None:
                leader = mine[rows.leader]
                known = leader in self._codes[contests[number]].codes
                mine = tuple(value.replace("'", "''") for value in mine)
                rows = rows if known else None
            if rows is None:
                raise Unfit(f"bulletin {number}")
            head = f"figure '{number}',"
            lines = [f"{head}{line}{value}'" for line, value in zip(rows.lines, mine, strict=True)]
            found[number] = rows.topics, "\n".join(lines)
        return found

    def _numbers(
        self, counts: list[tuple[int, int]], items: tuple[str, ...], values: tuple[str, ...]
    ) -> None:
        new = set(zip(items, values, strict=True)) - self._known
        unfit = {
            (item, value)
            for item, value in new
            if item != Item.LEADER and not _is_number(Item(item), value)
        }
        if unfit:
            at = next(at for at, one in enumerate(zip(items, values, strict=True)) if one in unfit)
            of_each = (number for number, count in counts for _ in range(count))
            raise Unfit(f"bulletin {next(islice(of_each, at, None))}")
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known |= new

    def _of(
        self, contest: str, items: tuple[str, ...], contenders: tuple[str, ...]
    ) -> _Rows | None:
        """None where there are no such rows."""
        key = contest, items, contenders
        if key not in self._rows:
            codes = self._codes[contest]
            pairs = list(zip(items, contenders, strict=True))
            self._rows[key] = None
            if all(codes.have(item, contender) for item, contender in pairs):
                self._rows[key] = _Rows(
                    frozenset(TOPICS[Item(item)].value for item in items),
                    tuple(
                        "'{}','{}','".format(item, one.replace("'", "''")) for item, one in pairs
                    ),
                    items.index(Item.LEADER) if Item.LEADER in items else None,
                )
        return self._rows[key]


def _bulletins(db: Database, election: Election, seen: Seen) -> Iterator[None]:
    """Every bulletin with its figures, and that the newest of each topic is the newest."""
    gone = post_rows.no_longer(db)
    figures = _Figures(election)
    times: set[str] = set()
    newest: Newest = {}
    for first, past in _slices(db, "bulletin", "id"):
        heads = db.conn.execute(_HEADS, (first, past)).fetchall()
        told = figures.told(db, {head[0]: head[2] for head in heads}, first, past)
        texts = chain.texts(db, "bulletin", first, past, tables=1)
        for (number, (text,)), (_, agency, contest, place, as_of, at) in zip(
            texts, heads, strict=True
        ):
            topics, lines = told.get(number, _NO_FIGURES)
            seen("bulletin", number, f"{text}\n{lines}" if lines else text)
            if as_of not in times or at not in times:
                _fits(f"bulletin {number}", _minute, as_of)
                _fits(f"bulletin {number}", _stamp, at)
                times |= {as_of, at}
            if number in gone:
                continue
            for topic in topics:
                key = agency, contest, place, topic
                if newest.get(key, ("", 0)) < (as_of, number):
                    newest[key] = as_of, number
        _uncut(db, "bulletin", first, past, tables=1)
        yield
    said = db.conn.execute("SELECT agency, contest, place, topic, bulletin FROM latest").fetchall()
    latest = {tuple(row[:4]): row[4] for row in said}
    if latest != {key: number for key, (_, number) in newest.items()}:
        raise Unfit("latest")
