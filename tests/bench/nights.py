"""Nights to measure on: a seeded count that grows from bulletin to bulletin, always the same."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from desk.country.places import children, provinces
from desk.facts import catalog
from desk.facts.bulletin import MINUTE, Item, Row, Source, Value
from desk.facts.edits import POST_PLACES, FileBulletins, NewBulletin, SetSetting
from desk.facts.election import OTHERS, Election, Place, PlaceKind
from desk.facts.figures import plain
from desk.file import chain, disk
from desk.file.session import Session

ELECTION = "istanbul-2024"
AGENCIES = ("AA", "ANKA")
BULLETINS = 60
"""Per agency and place."""
BATCH = 400
CENT = Decimal("0.01")


def make(path: Path) -> Path:
    """A night of one province: 39 districts and the whole, filed through the desk's own door."""
    with Session.create(path, catalog.load(ELECTION)) as session:
        bulletins = list(counted(session.election))
        for start in range(0, len(bulletins), BATCH):
            session.record(FileBulletins(tuple(bulletins[start : start + BATCH])))
        in_post = [place.name for place in session.election.districts[:3]]
        session.record(SetSetting(POST_PLACES, "\n".join(in_post)))
    return path


def make_country(path: Path) -> Path:
    """A night of all districts of the country, written straight into the tables."""
    election = country()
    Session.create(path, election).close()
    figures: list[tuple[int, str, str, str]] = []
    heads: list[tuple[object, ...]] = []
    for number, new in enumerate(counted(election), 1):
        source = new.source
        moment = new.as_of.strftime(MINUTE)
        heads.append((number, source.agency, source.contest, source.place, moment))
        figures += [
            (number, row.item.value, row.contender, plain(value))
            for row, value in new.figures.items()
        ]
    figures.sort()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO figure (bulletin, item, contender, value) VALUES (?, ?, ?, ?)", figures
        )
        connection.executemany(
            "INSERT INTO bulletin (id, agency, contest, place, as_of, filed_at, filed_by)"
            " VALUES (?, ?, ?, ?, ?, '2024-03-31T18:00:00Z', 'bench')",
            heads,
        )
        night = disk.wrap(connection)
        for number in range(1, len(heads) + 1):
            chain.add(night, "bulletin", number)
        connection.execute("COMMIT")
    return path


def country() -> Election:
    """The election with every district of the country for its places."""
    places = tuple(
        Place(f"{province.name} {district.name}", PlaceKind.DISTRICT, 300, 90_000)
        for province in provinces()
        for district in children(province.id)
    )
    return replace(catalog.load(ELECTION), places=places)


def counted(election: Election) -> Iterator[NewBulletin]:
    """Every bulletin of the night, in the order of time."""
    contest = election.contests[0]
    named = [code for code in contest.shown if code != OTHERS]
    chance = random.Random(2024)
    start = datetime.combine(election.date, election.polls_close) + timedelta(minutes=30)
    leanings = {
        place.name: [chance.uniform(40, 55), chance.uniform(30, 45)]
        + [chance.uniform(0.5, 5) for _ in named[2:]]
        for place in election.places
    }
    for turn in range(BULLETINS):
        for place in election.places:
            for late, agency in enumerate(AGENCIES):
                yield NewBulletin(
                    Source(agency, contest.id, place.name),
                    start + timedelta(minutes=4 * turn + late),
                    _figures(named, leanings[place.name], turn, place.boxes or 300, chance),
                )


def _figures(
    named: list[str], leaning: list[float], turn: int, boxes: int, chance: random.Random
) -> dict[Row, Value]:
    opened = min(boxes, boxes * (turn + 1) // BULLETINS)
    # The fewer boxes, the wilder the shares; both agencies end at the same count.
    wild = 0.15 * (1 - turn / BULLETINS)
    votes = [lean * (1 + chance.uniform(-wild, wild)) for lean in leaning]
    total = sum(votes) * 1.02
    figures: dict[Row, Value] = {
        Row(Item.SHARE, code): _two_decimals(vote / total)
        for code, vote in zip(named, votes, strict=True)
    }
    figures[Row(Item.OPENED_SHARE)] = _two_decimals(opened / boxes)
    figures[Row(Item.OPENED_BOXES)] = opened
    figures[Row(Item.TOTAL_BOXES)] = boxes
    return figures


def _two_decimals(part: float) -> Decimal:
    return Decimal(round(part * 10_000)) * CENT


if __name__ == "__main__":
    make_country(Path(sys.argv[1]))
