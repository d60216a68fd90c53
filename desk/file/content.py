"""What a night holds, read once: whatever no desk has written is refused with its place.

Only what can be told of each row by itself and beside its neighbours; whether it is what was once
written is `proof`'s question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from desk.facts import ban, people, settings
from desk.facts.bulletin import TOPICS, Item, Value
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
_MINUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_STAMP = re.compile(f"{_MINUTE.pattern}:[0-9]{{2}}Z")
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

_HEAD = chain.line_of(*chain.LINKS["bulletin"][0][:2])
_HEADS = (
    f"SELECT id, agency, contest, place, as_of, filed_at, {_HEAD} FROM bulletin"
    " WHERE id >= ? AND id < ? ORDER BY id"
)
# Rows come in the order of the table's key, and JSON tells text from what only looks like it.
_FIGURES = (
    "SELECT bulletin, json_group_array(item), json_group_array(contender), json_group_array(value)"
    " FROM figure WHERE bulletin >= ? AND bulletin < ? GROUP BY bulletin"
)
_MOST_KNOWN = 100_000
"""Values of an item that are remembered for having been looked at; more, and they are forgotten.
"""

_NO_FIGURES: tuple[frozenset[str], str] = frozenset(), ""

Spoken = tuple[str, str, str, frozenset[str]]
"""Of which agency, contest and place, and of which topics."""
Moment = tuple[str, int]
"""A bulletin's time and number: the later of two counts."""
_Bulletin = tuple[int, "_Rows", list[str]]
"""A bulletin's number, its rows, and the value of each."""
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
    if not _MINUTE.fullmatch(text):
        raise ValueError(text)
    datetime.fromisoformat(text)


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


def _is_number(item: Item, value: object) -> bool:
    shape = _SHARE if item.is_share else _COUNT
    return isinstance(value, str) and shape.fullmatch(value) is not None


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

    items: tuple[Item, ...]
    topics: frozenset[str]
    lines: list[str]
    """Their canonical form, a NUL for the bulletin's number: every other piece is a row's value."""
    led: bool
    """Whether one row says who leads, a code and no number."""

    def text(self, number: int, values: list[str]) -> str:
        """The canonical form of one bulletin's figures."""
        if self.led:
            values = [value.replace("'", "''") for value in values]
        lines = self.lines.copy()
        lines[1::2] = values
        return "".join(lines).replace("\0", str(number))


class _Figures:
    """The figures of bulletins, held against what each can be; the same few sets of rows come back.

    What is said of one is its topics and its part of the canonical form. `Unfit` where no desk
    writes it.
    """

    def __init__(self, election: Election) -> None:
        self._codes = {one.id: _Codes(election, one.id) for one in election.contests}
        self._rows: dict[tuple[str, str, str], _Rows] = {}
        self._numbers: dict[Item, set[str]] = {item: set() for item in Item}

    def told(
        self, db: Database, contests: Mapping[int, str], first: int, past: int
    ) -> dict[int, tuple[frozenset[str], str]]:
        """By bulletin, for a range of them whose contests are given."""
        found = db.conn.execute(_FIGURES, (first, past)).fetchall()
        values = json.loads(f"[{','.join([one[3] for one in found])}]")
        alike: dict[tuple[str, str], list[_Bulletin]] = {}
        for (number, items, contenders, _), mine in zip(found, values, strict=True):
            key = contests[number], items, contenders
            if key not in self._rows:
                _fits(f"bulletin {number}", self._learn, *key)
            alike.setdefault(key[:2], []).append((number, self._rows[key], mine))
        told = {}
        for (contest, _), bulletins in alike.items():
            self._must_fit(contest, bulletins)
            for number, shape, mine in bulletins:
                told[number] = shape.topics, shape.text(number, mine)
        return told

    def _must_fit(self, contest: str, bulletins: list[_Bulletin]) -> None:
        """All values of an item at once: most have been looked at before."""
        columns = zip(*[mine for _, _, mine in bulletins], strict=True)
        for item, column in zip(bulletins[0][1].items, columns, strict=True):
            if item is Item.LEADER:
                unfit = set(column) - self._codes[contest].codes
            else:
                unfit = self._no_numbers(item, set(column))
            if unfit:
                at = next(at for at, value in enumerate(column) if value in unfit)
                raise Unfit(f"bulletin {bulletins[at][0]}")

    def _no_numbers(self, item: Item, values: set[str]) -> set[str]:
        known = self._numbers[item]
        new = values - known
        unfit = {value for value in new if not _is_number(item, value)}
        if len(known) > _MOST_KNOWN:
            known.clear()
        known |= new - unfit
        return unfit

    def _learn(self, contest: str, items: str, contenders: str) -> None:
        """What bulletins with such rows have in common. ValueError where there are none."""
        codes = self._codes[contest]
        pairs = list(zip(json.loads(items), json.loads(contenders), strict=True))
        if not all(codes.have(item, contender) for item, contender in pairs):
            raise ValueError(contenders)
        lines = [""]
        for item, contender in pairs:
            quoted = contender.replace("'", "''")
            lines[-1] += f"figure '\0','{item}','{quoted}','"
            lines += "", "'\n"
        lines[-1] = "'"
        known = tuple(Item(item) for item, _ in pairs)
        topics = frozenset(TOPICS[item].value for item in known)
        self._rows[contest, items, contenders] = _Rows(known, topics, lines, Item.LEADER in known)


def _bulletins(db: Database, election: Election, seen: Seen) -> Iterator[None]:
    """Every bulletin with its figures, and that the newest of each topic is the newest."""
    gone = post_rows.no_longer(db)
    figures = _Figures(election)
    minutes: set[str] = set()
    stamps: set[str] = set()
    newest: dict[Spoken, Moment] = {}
    for first, past in _slices(db, "bulletin", "id"):
        heads = db.conn.execute(_HEADS, (first, past)).fetchall()
        told = figures.told(db, {head[0]: head[2] for head in heads}, first, past)
        for number, agency, contest, place, as_of, at, text in heads:
            topics, lines = told.get(number, _NO_FIGURES)
            seen("bulletin", number, f"{text}\n{lines}" if lines else text)
            if as_of not in minutes:
                _fits(f"bulletin {number}", _minute, as_of)
                minutes.add(as_of)
            if at not in stamps:
                _fits(f"bulletin {number}", _stamp, at)
                stamps.add(at)
            if number not in gone:
                key = agency, contest, place, topics
                if newest.get(key, ("", 0)) < (as_of, number):
                    newest[key] = as_of, number
        _uncut(db, "bulletin", first, past, tables=1)
        yield
    _latest(db, newest)


def _latest(db: Database, newest: Mapping[Spoken, Moment]) -> None:
    """The newest bulletin of each topic is what the file says it is."""
    latest: dict[tuple[str, str, str, str], Moment] = {}
    for (agency, contest, place, topics), moment in newest.items():
        for topic in topics:
            key = agency, contest, place, topic
            latest[key] = max(moment, latest.get(key, moment))
    said = db.conn.execute("SELECT agency, contest, place, topic, bulletin FROM latest").fetchall()
    if {tuple(row[:4]): row[4] for row in said} != {key: one[1] for key, one in latest.items()}:
        raise Unfit("latest")
