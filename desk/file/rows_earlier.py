"""What the columns of a night said earlier, asked of the file without reading them whole.

A column of a long night has a hundred bulletins, and a post tells of the first or the last of them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from desk.facts.bulletin import Bulletin, Source, Topic
from desk.facts.election import OTHERS
from desk.file.rows import MINUTE, among, by_topic, read_numbered

if TYPE_CHECKING:
    from sqlite_utils import Database

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
             WHERE item IN ('share', 'votes') AND contender <> ? GROUP BY bulletin, item
             UNION ALL SELECT bulletin, value, 0 FROM figure WHERE item = 'leader') AS first
      JOIN bulletin AS b ON b.id = first.bulletin
     WHERE b.contest = ?
     GROUP BY b.agency, b.place HAVING count(DISTINCT first.ahead) > 1
"""


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
    return {Source(*found) for found in db.conn.execute(_SEVERAL_AHEAD, (OTHERS, contest))}


def time_before(db: Database, source: Source, as_of: datetime) -> datetime | None:
    """The time of a column's last bulletin before a time, whatever became of it."""
    found = db.conn.execute(
        "SELECT max(as_of) FROM bulletin"
        " WHERE agency = ? AND contest = ? AND place = ? AND as_of < ?",
        (source.agency, source.contest, source.place, as_of.strftime(MINUTE)),
    ).fetchone()[0]
    return datetime.fromisoformat(found) if found else None
