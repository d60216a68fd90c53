"""Rows of the file to the desk's frozen values and back: all SQL about bulletins is here.

No rules and no transactions: `session` decides what is done, `store` when it is durable.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from functools import cache, lru_cache
from itertools import groupby

from desk.facts.bulletin import (
    MINUTE,
    Bulletin,
    BulletinState,
    Draft,
    Figures,
    Item,
    Row,
    Source,
    Topic,
    Value,
)
from desk.facts.election import INDEPENDENT, OTHERS
from desk.facts.figures import from_plain, plain
from desk.file import chain
from desk.file.disk import Database

_BULLETINS = """
    SELECT b.id, b.agency, b.contest, b.place, b.as_of, b.filed_at, b.filed_by, b.replaces,
           b.reason,
           (SELECT kind FROM mark WHERE mark.bulletin = b.id ORDER BY mark.id DESC LIMIT 1),
           (SELECT reason FROM mark WHERE mark.bulletin = b.id ORDER BY mark.id DESC LIMIT 1),
           EXISTS (SELECT 1 FROM standing WHERE standing.id = b.id)
      FROM bulletin AS b
"""
_FIGURES = """
    SELECT f.bulletin, f.item, f.contender, f.value
      FROM bulletin AS b JOIN figure AS f ON f.bulletin = b.id
"""

# By the numbers asked for: the plus keeps SQLite from walking through all of the contest each time.
_STANDING_HEADS = """
    SELECT s.id, s.agency, s.place, s.as_of, s.filed_at, s.replaces FROM standing AS s
     WHERE +s.contest = ? AND s.id BETWEEN ? AND ? ORDER BY s.id
"""
_STANDING_NUMBERS = """
    SELECT s.id FROM standing AS s WHERE s.agency = ? AND s.contest = ? AND s.place = ?
"""
BETWEEN = "\x1f"
"""What stands between the figures of a bulletin that is read from the file as one text."""

# In the order of the key; the texts of a bulletin are put together from the same rows. What stands
# between them is written out: worked out for each of a million rows it would take as long again.
_JOINED_FIGURES = f"""
    SELECT bulletin, group_concat(item, '{BETWEEN}'), group_concat(contender, '{BETWEEN}'),
           group_concat(value, '{BETWEEN}')
      FROM figure WHERE bulletin BETWEEN ? AND ? GROUP BY bulletin
"""

_LATEST_BY_THEN = """
    SELECT agency, contest, place, topic,
           CASE WHEN (SELECT b.as_of <= ?1 FROM bulletin AS b WHERE b.id = l.bulletin)
                THEN bulletin
                ELSE (SELECT s.id FROM standing AS s
                       WHERE s.agency = l.agency AND s.contest = l.contest AND s.place = l.place
                         AND s.as_of <= ?1
                         AND EXISTS (SELECT 1 FROM figure JOIN item ON item.name = figure.item
                                      WHERE figure.bulletin = s.id AND item.topic = l.topic)
                       ORDER BY s.as_of DESC, s.id DESC LIMIT 1)
           END AS then_newest
      FROM latest AS l WHERE then_newest IS NOT NULL AND contest = ? AND
"""
_FIRST_RESULTS = """
    SELECT (SELECT s.id FROM standing AS s
             WHERE s.contest = l.contest AND s.place = l.place AND s.agency = l.agency
               AND EXISTS (SELECT 1 FROM figure
                            WHERE bulletin = s.id AND item IN ('share', 'votes'))
             ORDER BY s.as_of, s.id LIMIT 1) AS first
      FROM (SELECT DISTINCT contest, place, agency FROM latest WHERE contest = ?) AS l
     WHERE first IS NOT NULL
"""
# Whoever leads by a bulletin is the first by shares, the first by votes, or the one it names.
_SEVERAL_AHEAD = """
    SELECT b.agency, b.contest, b.place
      FROM (SELECT bulletin, contender AS ahead, max(CAST(value AS REAL)) FROM figure
             WHERE item IN ('share', 'votes') AND contender NOT IN (?, ?) GROUP BY bulletin, item
             UNION ALL SELECT bulletin, value, 0 FROM figure WHERE item = 'leader') AS first
      JOIN bulletin AS b ON b.id = first.bulletin
     WHERE b.contest = ?
     GROUP BY b.agency, b.place HAVING count(DISTINCT first.ahead) > 1
"""


def file_bulletin(
    db: Database,
    source: Source,
    as_of: datetime,
    figures: Figures,
    *,
    filed_at: str,
    filed_by: str,
    replaces: int | None = None,
    reason: str = "",
) -> int:
    """Append a bulletin, figures first (the triggers let none in afterwards); returns its id."""
    number = int(db.conn.execute("SELECT coalesce(max(id), 0) + 1 FROM bulletin").fetchone()[0])
    db.conn.executemany(
        "INSERT INTO figure (bulletin, item, contender, value) VALUES (?, ?, ?, ?)",
        [
            (number, row.item.value, row.contender, plain(value))
            for row, value in sorted(figures.items())
        ],
    )
    db.conn.execute(
        "INSERT INTO bulletin (id, agency, contest, place, as_of, filed_at, filed_by, replaces,"
        " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, *_key(source), as_of.strftime(MINUTE), filed_at, filed_by, replaces, reason),
    )
    chain.add(db, "bulletin", number)
    return number


def mark_bulletin(db: Database, bulletin: int, kind: str, reason: str, at: str, by: str) -> None:
    """Append a withdrawal or a reinstatement."""
    made = db.conn.execute(
        "INSERT INTO mark (bulletin, kind, reason, at, by) VALUES (?, ?, ?, ?, ?)",
        (bulletin, kind, reason, at, by),
    )
    chain.add(db, "mark", made.lastrowid or 0)


def read_bulletin(db: Database, bulletin: int) -> Bulletin | None:
    """One filed bulletin by its id."""
    return next(_bulletins(db, "WHERE b.id = ?", (bulletin,)), None)


def read_bulletins(
    db: Database, contest: str, place: str, agency: str | None = None
) -> tuple[Bulletin, ...]:
    """A place's filed bulletins in one contest, oldest first, whatever became of them."""
    where, values = "WHERE b.contest = ? AND b.place = ?", (contest, place)
    if agency is None:
        return tuple(_bulletins(db, where, values))
    return tuple(_bulletins(db, where + " AND b.agency = ?", (*values, agency)))


def read_bulletins_of_minute(db: Database, source: Source, as_of: datetime) -> tuple[Bulletin, ...]:
    """One column's filed bulletins that give this very time, whatever became of them."""
    where = "WHERE b.agency = ? AND b.contest = ? AND b.place = ? AND b.as_of = ?"
    return tuple(_bulletins(db, where, (*_key(source), as_of.strftime(MINUTE))))


def read_numbered(db: Database, numbers: Iterable[int]) -> tuple[Bulletin, ...]:
    """Filed bulletins by their ids, oldest first."""
    where = "WHERE b.id IN (SELECT value FROM json_each(?))"
    return tuple(_bulletins(db, where, (json.dumps([*numbers]),)))


def read_latest(
    db: Database, contest: str, places: Collection[str] = ()
) -> dict[Source, dict[Topic, Bulletin]]:
    """Per column the newest standing bulletin of each topic, in some places or in all of them."""
    here, values = among(places)
    return by_topic(
        db,
        db.conn.execute(
            "SELECT agency, contest, place, topic, bulletin FROM latest"
            f" WHERE contest = ? AND {here}",
            (contest, *values),
        ),
    )


def among(places: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The condition that keeps to some places, if any are named, and its values."""
    return f"place IN ({', '.join('?' * len(places))})" if places else "1", tuple(places)


def by_topic(
    db: Database, found: Iterable[tuple[str, str, str, str, int]]
) -> dict[Source, dict[Topic, Bulletin]]:
    """The bulletins that were found for columns and topics."""
    wanted = list(found)
    by_id = {one.id: one for one in read_numbered(db, {number for *_, number in wanted})}
    latest: dict[Source, dict[Topic, Bulletin]] = {}
    for agency, contest, place, topic, number in wanted:
        column = latest.setdefault(Source(agency, contest, place), {})
        column[Topic(topic)] = by_id[number]
    return latest


def night_end(db: Database) -> datetime | None:
    """The latest time any standing bulletin gives; None before the first."""
    found = db.conn.execute(
        "SELECT max(as_of) FROM latest JOIN bulletin ON bulletin.id = latest.bulletin"
    ).fetchone()[0]
    return datetime.fromisoformat(found) if found else None


def newest_minute(db: Database, source: Source) -> datetime | None:
    """The latest time any standing bulletin of a column gives; None before the first."""
    found = db.conn.execute(
        "SELECT max(as_of) FROM latest AS l JOIN bulletin AS b ON b.id = l.bulletin"
        " WHERE l.agency = ? AND l.contest = ? AND l.place = ?",
        _key(source),
    ).fetchone()[0]
    return datetime.fromisoformat(found) if found else None


def standing_heads(
    db: Database, contest: str, first: int, last: int
) -> Iterator[tuple[int, str, str, str, str, int | None]]:
    """Id, agency, place, time, moment of filing and predecessor of each standing bulletin.

    Of the numbers from ``first`` to ``last``, in their order.
    """
    return iter(db.conn.execute(_STANDING_HEADS, (contest, first, last)))


def joined_figures(db: Database, first: int, last: int) -> Iterator[tuple[int, str, str, str]]:
    """Each bulletin's items, contenders and values, each as one text with `BETWEEN` in between."""
    return iter(db.conn.execute(_JOINED_FIGURES, (first, last)))


def standing_numbers(db: Database, source: Source) -> frozenset[int]:
    """The bulletins of one column that count."""
    return frozenset(number for (number,) in db.conn.execute(_STANDING_NUMBERS, _key(source)))


def last_number(db: Database) -> int:
    """The number of the newest bulletin, whatever became of it; 0 before the first."""
    return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM bulletin").fetchone()[0])


def has_figures(
    db: Database, *, agency: str = "", place: str = "", contest: str = "", contender: str = ""
) -> bool:
    """Whether anything filed or drafted is of this agency or place, or of a contest's contender."""
    if agency or place:
        column = "agency" if agency else "place"
        statement, values = (
            f"SELECT EXISTS (SELECT 1 FROM bulletin WHERE {column} = ?)"
            f" OR EXISTS (SELECT 1 FROM draft WHERE {column} = ?)",
            (agency or place, agency or place),
        )
        return bool(db.conn.execute(statement, values).fetchone()[0])
    statement, named = (
        "SELECT EXISTS (SELECT 1 FROM figure JOIN bulletin ON bulletin.id = figure.bulletin"
        " WHERE bulletin.contest = :contest"
        "   AND (figure.contender = :code OR figure.item = 'leader' AND figure.value = :code))"
        " OR EXISTS (SELECT 1 FROM draft_figure WHERE contest = :contest"
        "   AND (contender = :code OR item = 'leader' AND value = :code))",
        {"contest": contest, "code": contender},
    )
    return bool(db.conn.execute(statement, named).fetchone()[0])


def read_draft(db: Database, source: Source) -> Draft | None:
    """The draft of one column, if one is under way."""
    return next(
        _drafts(db, "WHERE d.agency = ? AND d.contest = ? AND d.place = ?", _key(source)), None
    )


def read_drafts(db: Database) -> tuple[Draft, ...]:
    """Every draft of the file."""
    return tuple(_drafts(db, "", ()))


def put_draft(db: Database, source: Source, draft: Draft | None) -> None:
    """Replace a column's draft by another, or by none."""
    db.conn.execute(
        "DELETE FROM draft WHERE agency = ? AND contest = ? AND place = ?", _key(source)
    )
    if draft is None:
        return
    db.conn.execute(
        "INSERT INTO draft (agency, contest, place, as_of, timed, replaces)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (*_key(source), draft.as_of.strftime(MINUTE), int(draft.timed), draft.replaces),
    )
    db.conn.executemany(
        "INSERT INTO draft_figure (agency, contest, place, item, contender, value)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (*_key(source), row.item.value, row.contender, plain(value))
            for row, value in draft.figures.items()
        ],
    )


def _bulletins(db: Database, where: str, values: tuple[object, ...]) -> Iterator[Bulletin]:
    figures: dict[int, dict[Row, Value]] = {}
    for number, item, contender, value in db.conn.execute(f"{_FIGURES} {where}", values):
        figures.setdefault(number, {})[_row(item, contender)] = _value(item, value)
    heads = db.conn.execute(f"{_BULLETINS} {where} ORDER BY b.as_of, b.id", values).fetchall()
    for head in heads:
        number, agency, contest, place, as_of, at, by, replaces, reason, marked, why, stands = head
        state = BulletinState.STANDING
        if marked == "withdrawn":
            state = BulletinState.WITHDRAWN
        elif not stands:
            state = BulletinState.REPLACED
        yield Bulletin(
            id=number,
            source=Source(agency, contest, place),
            as_of=datetime.fromisoformat(as_of),
            figures=figures.get(number, {}),
            filed_at=at,
            filed_by=by,
            replaces=replaces,
            reason=reason,
            state=state,
            state_reason=why if state is BulletinState.WITHDRAWN else "",
        )


def _drafts(db: Database, where: str, values: tuple[object, ...]) -> Iterator[Draft]:
    rows = db.conn.execute(
        "SELECT d.agency, d.contest, d.place, d.as_of, d.timed, d.replaces,"
        " f.item, f.contender, f.value FROM draft AS d"
        " LEFT JOIN draft_figure AS f USING (agency, contest, place)"
        f" {where} ORDER BY d.agency, d.contest, d.place",
        values,
    ).fetchall()
    for head, group in groupby(rows, key=lambda row: row[:6]):
        agency, contest, place, as_of, timed, replaces = head
        yield Draft(
            source=Source(agency, contest, place),
            as_of=datetime.fromisoformat(as_of),
            figures=_figures((i, c, v) for *_, i, c, v in group if i),
            timed=bool(timed),
            replaces=replaces,
        )


def _figures(rows: Iterable[tuple[str, str, str]]) -> dict[Row, Value]:
    found = ((_row(item, contender), value) for item, contender, value in rows)
    return {row: from_plain(row.item, value) for row, value in found}


@cache
def _row(item: str, contender: str) -> Row:
    """The same few rows come back in every bulletin of a night."""
    return Row(Item(item), contender)


@lru_cache(maxsize=1 << 14)
def _value(item: str, text: str) -> Value:
    """A night is read again and again: by each post, each chart, each look at a place."""
    return from_plain(Item(item), text)


def _key(source: Source) -> tuple[str, str, str]:
    return source.agency, source.contest, source.place


def read_latest_by(
    db: Database, contest: str, places: Collection[str], at: datetime
) -> dict[Source, dict[Topic, Bulletin]]:
    """Per column the newest standing bulletin of each topic that gives this time or an earlier."""
    here, values = among(places)
    moment = at.strftime(MINUTE)
    return by_topic(db, db.conn.execute(f"{_LATEST_BY_THEN} {here}", (moment, contest, *values)))


def first_results(db: Database, contest: str) -> tuple[Bulletin, ...]:
    """Per column the oldest standing bulletin with shares or votes; the oldest of them first."""
    return read_numbered(db, [number for (number,) in db.conn.execute(_FIRST_RESULTS, (contest,))])


def several_ahead(db: Database, contest: str) -> set[Source]:
    """The columns in which more than one contender may have led; in others only one ever did."""
    return {
        Source(*found) for found in db.conn.execute(_SEVERAL_AHEAD, (OTHERS, INDEPENDENT, contest))
    }


def time_before(db: Database, source: Source, as_of: datetime) -> datetime | None:
    """The time of a column's last bulletin before a time, whatever became of it."""
    found = db.conn.execute(
        "SELECT max(as_of) FROM bulletin"
        " WHERE agency = ? AND contest = ? AND place = ? AND as_of < ?",
        (source.agency, source.contest, source.place, as_of.strftime(MINUTE)),
    ).fetchone()[0]
    return datetime.fromisoformat(found) if found else None


def read_settings(db: Database) -> dict[str, str]:
    """The file's own settings by name."""
    return dict(db.conn.execute("SELECT name, value FROM setting").fetchall())


def write_setting(db: Database, name: str, value: str | None) -> None:
    """Set or take away one of the file's own settings."""
    if value is None:
        db.conn.execute("DELETE FROM setting WHERE name = ?", (name,))
    else:
        db.conn.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
