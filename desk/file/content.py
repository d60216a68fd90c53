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

_SHARE = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,5})?")
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_MINUTE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_STAMP = re.compile(f"{_MINUTE.pattern}:[0-9]{{2}}Z")
_UNREADABLE = (
    *(Refusal, ValueError, LookupError, TypeError, AttributeError),
    *(RecursionError, ArithmeticError),
)

IN_SLICES = frozenset({"bulletin", "figure"})
"""Tables so long that everything about them is told a slice a step."""

_SMALL = ("text", "pasted", "mark", "acceptance", "post_mark")
"""Kinds of links of which nothing needs to be told but that their texts can be read."""

# Rows that each stand alone but not together, by what they are called.
_STRAY = {
    "bulletin": "SELECT b.id FROM bulletin AS b LEFT JOIN bulletin AS r ON r.id = b.replaces"
    " WHERE b.replaces IS NOT NULL AND (r.id IS NULL OR r.id >= b.id OR b.reason = ''"
    " OR r.agency <> b.agency OR r.contest <> b.contest OR r.place <> b.place)",
    "post": "SELECT p.post FROM post_figure AS p LEFT JOIN figure AS f USING (bulletin, item,"
    " contender) WHERE f.value IS NOT p.value",
    "pasted": "SELECT f.bulletin FROM fragment AS f LEFT JOIN pasted AS p USING (bulletin)"
    " LEFT JOIN text AS t ON t.id = p.text WHERE t.id IS NULL OR f.stop > length(t.content)",
}

_HEADS = (
    f"SELECT {', '.join(chain.LINKS['bulletin'][0][1])} FROM bulletin"
    " WHERE id >= ? AND id < ? ORDER BY id"
)
# Rows come in the order of the table's key, and JSON tells text from what only looks like it.
_FIGURES = (
    "SELECT bulletin, json_group_array(item), json_group_array(contender), json_group_array(value)"
    " FROM figure WHERE bulletin >= ? AND bulletin < ? GROUP BY bulletin"
)
# Grouped as the index has them.
_BY_PLACE = (
    "SELECT contest, place, agency, json_group_array(as_of), json_group_array(id)"
    " FROM bulletin INDEXED BY bulletin_by_place GROUP BY contest, place, agency"
)
_BY_REPLACED = (
    "SELECT replaces, id FROM bulletin INDEXED BY bulletin_by_replaced"
    " WHERE replaces IS NOT NULL ORDER BY replaces, id"
)
_COLUMNS_AT_ONCE = 100

_MOST_KNOWN = 100_000
"""Values of an item that are remembered for having been looked at; more, and they are forgotten.
"""

_NO_FIGURES: tuple[frozenset[str], str] = frozenset(), ""

Spoken = tuple[str, str, str, frozenset[str]]
"""Of which agency, contest and place, and of which topics."""
Moment = tuple[str, int]
"""A bulletin's time and number: the later of two counts."""
_LONG_AGO: Moment = ("", 0)
_Bulletin = tuple[int, list[str]]
"""A bulletin's number, and the value of each of its rows."""
_Head = tuple[int, str, str, str, str, str, str, int | None, str]
"""A row of `bulletin`."""
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


def _uncut(db: Database, kind: str, first: int, past: int) -> None:
    """No text ends for some programs where it goes on for others."""
    for table, columns, key, _ in chain.LINKS[kind]:
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


def _no_numbers(item: Item, values: set[str]) -> set[str]:
    """Those of some values that are none for an item."""
    try:
        if all(map((_SHARE if item.is_share else _COUNT).fullmatch, values)):
            return set()
    except TypeError:
        pass
    return {value for value in values if not _is_number(item, value)}


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

    known: tuple[set[str], ...]
    """By row, the values that are fit for it."""
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
        self.read = 0
        """How many there were so far."""
        self._codes = {one.id: _Codes(election, one.id) for one in election.contests}
        self._rows: dict[tuple[str, str, str], _Rows] = {}
        self._numbers: dict[Item, set[str]] = {item: set() for item in Item}

    def told(
        self, db: Database, contests: Mapping[int, str], first: int, past: int
    ) -> dict[int, tuple[frozenset[str], str]]:
        """By bulletin, for a range of them whose contests are given."""
        found = db.conn.execute(_FIGURES, (first, past)).fetchall()
        numbers = [one[0] for one in found]
        if numbers != sorted(set(numbers)):
            # What lies in another place than its key's is found by some questions only.
            raise Unfit("figure")
        values = json.loads(f"[{','.join([one[3] for one in found])}]")
        alike: dict[tuple[str, str, str], list[_Bulletin]] = {}
        for (number, items, contenders, _), mine in zip(found, values, strict=True):
            key = contests.get(number, ""), items, contenders
            if key in alike:
                alike[key].append((number, mine))
                continue
            alike[key] = [(number, mine)]
            if key not in self._rows:
                _fits(f"bulletin {number}", self._learn, *key)
        told = {}
        for key, bulletins in alike.items():
            shape = self._rows[key]
            self._must_fit(shape, bulletins)
            self.read += len(shape.items) * len(bulletins)
            for number, mine in bulletins:
                told[number] = shape.topics, shape.text(number, mine)
        return told

    def _must_fit(self, shape: _Rows, bulletins: list[_Bulletin]) -> None:
        """All values of a row at once: most have been looked at before."""
        columns = zip(*[mine for _, mine in bulletins], strict=True)
        for item, known, column in zip(shape.items, shape.known, columns, strict=True):
            new = set(column) - known
            if new:
                unfit = new if item is Item.LEADER else _no_numbers(item, new)
                if unfit:
                    at = next(at for at, value in enumerate(column) if value in unfit)
                    raise Unfit(f"bulletin {bulletins[at][0]}")
                if len(known) > _MOST_KNOWN:
                    known.clear()
                known |= new

    def _learn(self, contest: str, items: str, contenders: str) -> None:
        """What bulletins with such rows have in common. ValueError where there are none."""
        codes = self._codes[contest]
        pairs = list(zip(json.loads(items), json.loads(contenders), strict=True))
        if not all(codes.have(item, contender) for item, contender in pairs):
            raise ValueError(contenders)
        if pairs != sorted(set(pairs)):
            raise ValueError(items)
        lines = [""]
        for item, contender in pairs:
            quoted = contender.replace("'", "''")
            lines[-1] += f"\nfigure '\0','{item}','{quoted}','"
            lines += "", "'"
        kinds = tuple(Item(item) for item, _ in pairs)
        self._rows[contest, items, contenders] = _Rows(
            tuple(codes.codes if one is Item.LEADER else self._numbers[one] for one in kinds),
            kinds,
            frozenset(TOPICS[one].value for one in kinds),
            lines,
            Item.LEADER in kinds,
        )


class _Column(NamedTuple):
    """One agency on one contest and place, in bulletins of the same topics."""

    start: str
    """The canonical form of a bulletin between its number and its time."""
    moments: list[Moment]


class _Heads:
    """What bulletins say beside figures: of what and when, by whom, in the place of which."""

    def __init__(self, election: Election) -> None:
        self.columns: dict[Spoken, _Column] = {}
        self.replacing: list[tuple[int, int]] = []
        """A bulletin that was replaced, and which one has done it."""
        self._agencies = {one.code for one in election.agencies}
        self._contests = {one.id for one in election.contests}
        self._places = {one.name for one in election.places}
        self._minutes: set[str] = set()
        self._stamps: set[str] = set()
        self._ends: dict[tuple[str, int | None, str], str] = {}

    def told(
        self, heads: Iterable[_Head], figures: Mapping[int, tuple[frozenset[str], str]]
    ) -> Iterator[tuple[int, str]]:
        """By number, their canonical form; `Unfit` where no desk writes it."""
        columns, minutes, stamps, ends = self.columns, self._minutes, self._stamps, self._ends
        for number, agency, contest, place, as_of, at, by, replaces, reason in heads:
            topics, lines = figures.get(number, _NO_FIGURES)
            column = columns.get((agency, contest, place, topics))
            if column is None:
                _fits(f"bulletin {number}", self._meet, agency, contest, place, topics)
                column = columns[agency, contest, place, topics]
            column.moments.append((as_of, number))
            if as_of not in minutes:
                _fits(f"bulletin {number}", _minute, as_of)
                minutes.add(as_of)
            if at not in stamps:
                _fits(f"bulletin {number}", _stamp, at)
                stamps.add(at)
            end = by, replaces, reason
            if end not in ends:
                _fits(f"bulletin {number}", self._end, by, replaces, reason)
            if replaces is not None:
                self.replacing.append((replaces, number))
            yield number, f"bulletin '{number}{column.start}{as_of}','{at}',{ends[end]}{lines}"

    def _meet(self, agency: str, contest: str, place: str, topics: frozenset[str]) -> None:
        if not (agency in self._agencies and contest in self._contests and place in self._places):
            raise ValueError(agency, contest, place)
        start = "".join(f"','{_doubled(one)}" for one in (agency, contest, place))
        self.columns[agency, contest, place, topics] = _Column(f"{start}','", [])

    def _end(self, by: str, replaces: int | None, reason: str) -> None:
        # A text that ends for some programs where it goes on for others is none.
        if "\0" in by + reason:
            raise ValueError(by, reason)
        before = "NULL" if replaces is None else f"'{replaces}'"
        self._ends[by, replaces, reason] = f"'{_doubled(by)}',{before},'{_doubled(reason)}'"


def _doubled(text: str) -> str:
    """A text as it stands between single quotes."""
    return text.replace("'", "''")


def _bulletins(db: Database, election: Election, seen: Seen) -> Iterator[None]:
    """Every bulletin with its figures, and that they are found from wherever they are asked for."""
    figures, heads = _Figures(election), _Heads(election)
    for first, past in _slices(db, "bulletin", "id"):
        found = db.conn.execute(_HEADS, (first, past)).fetchall()
        told = figures.told(db, {head[0]: head[2] for head in found}, first, past)
        for number, text in heads.told(found, told):
            seen("bulletin", number, text)
        yield
    if db.conn.execute("SELECT count(*) FROM figure").fetchone()[0] != figures.read:
        raise Unfit("figure")
    yield
    yield from _latest(db, heads.columns)
    yield from _indexed(db, heads)


def _latest(db: Database, columns: Mapping[Spoken, _Column]) -> Iterator[None]:
    """The newest bulletin of each topic is what the file says it is."""
    gone = post_rows.no_longer(db)
    latest: dict[tuple[str, str, str, str], Moment] = {}
    for at, ((agency, contest, place, topics), (_, moments)) in enumerate(columns.items(), 1):
        if at % SLICE == 0:
            yield
        standing = [one for one in moments if one[1] not in gone] if gone else moments
        newest = max(standing, default=_LONG_AGO)
        for topic in topics if standing else ():
            key = agency, contest, place, topic
            latest[key] = max(latest.get(key, _LONG_AGO), newest)
    yield
    said = db.conn.execute("SELECT agency, contest, place, topic, bulletin FROM latest").fetchall()
    if {tuple(row[:4]): row[4] for row in said} != {key: one[1] for key, one in latest.items()}:
        raise Unfit("latest")
    yield


def _indexed(db: Database, heads: _Heads) -> Iterator[None]:
    """Both indexes lead to every bulletin, in order, and to nothing else.

    SQLite's own look at a country's would keep a window waiting for too long at once.
    """
    columns: dict[tuple[str, str, str], list[Moment]] = {}
    for (agency, contest, place, _), (_, moments) in heads.columns.items():
        columns.setdefault((contest, place, agency), []).extend(moments)
    order = sorted(columns, reverse=True)
    yield
    index = db.conn.execute(_BY_PLACE)
    while found := index.fetchmany(_COLUMNS_AT_ONCE):
        for *column, minutes, numbers in found:
            here = list(zip(json.loads(minutes), json.loads(numbers), strict=True))
            if not order or tuple(column) != order[-1] or here != sorted(columns[order.pop()]):
                raise Unfit("index bulletin_by_place")
        yield
    if order:
        raise Unfit("index bulletin_by_place")
    if db.conn.execute(_BY_REPLACED).fetchall() != sorted(heads.replacing):
        raise Unfit("index bulletin_by_replaced")
