"""Rows of who stands for whom: each name as it was listed or taken out, by whom and when.

Who stands now follows from the last row of each name; whether a name fits is `people`'s business.
"""

from __future__ import annotations

from collections.abc import Iterable

from desk.facts.people import EVERYWHERE, Person
from desk.file.disk import Database

_STANDING = """
    SELECT contest, coalesce(place, ?), party, name FROM person AS p
     WHERE kind = 'listed'
       AND id = (SELECT max(id) FROM person AS later
                  WHERE later.contest = p.contest AND later.place IS p.place
                    AND later.party = p.party AND later.name = p.name)
     ORDER BY id
"""


def read(db: Database) -> tuple[Person, ...]:
    """Everybody who stands, in the order in which they were listed."""
    return tuple(Person(*row) for row in db.conn.execute(_STANDING, (EVERYWHERE,)))


def write(db: Database, people: Iterable[Person], at: str, by: str) -> tuple[Person, ...]:
    """Let these persons stand and nobody else; returns who stood before."""
    before, after = read(db), tuple(people)
    gone, new = [dict.fromkeys(one) for one in (before, after)]
    moved = [(person, "taken out") for person in before if person not in new]
    moved += [(person, "listed") for person in after if person not in gone]
    db.conn.executemany(
        "INSERT INTO person (contest, place, party, name, kind, at, by)"
        " VALUES (?, nullif(?, ''), ?, ?, ?, ?, ?)",
        [(p.contest, p.place, p.party, p.name, kind, at, by) for p, kind in moved],
    )
    return before


def ever_stood(db: Database, place: str) -> bool:
    """Whether anybody was ever listed for a place."""
    found = db.conn.execute("SELECT EXISTS (SELECT 1 FROM person WHERE place = ?)", (place,))
    return bool(found.fetchone()[0])


def stands_for(db: Database, contest: str, party: str) -> bool:
    """Whether anybody is listed for a contender."""
    return any((person.contest, person.party) == (contest, party) for person in read(db))
