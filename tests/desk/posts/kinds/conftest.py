"""Nights of elections of other kinds, and a short way to file what an agency says in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.facts.edits import FileBulletins
from desk.file.session import Session
from desk.reading.files import csv as exchange
from tests.proof.elections import MAKERS

NightOf = Callable[[str, int], Session]
LATE = datetime(2028, 5, 14, 23, 50, tzinfo=ZoneInfo("Europe/Istanbul"))


@pytest.fixture
def night_of(tmp_path: Path) -> Iterator[NightOf]:
    """Makes the night of a kind of election and a number."""
    opened: list[Session] = []

    def made(kind: str, number: int) -> Session:
        election, _ = MAKERS[kind](number)
        opened.append(Session.create(tmp_path / f"{kind}-{number}.secim", election, lambda: LATE))
        return opened[-1]

    yield made
    for session in opened:
        session.close()


def say(
    night: Session,
    contest: str,
    place: str,
    figures: str,
    at: str = "21:00",
    agency: str = "AA",
) -> None:
    """File an agency's figures: *share evet 51.4* or *opened_share 92.3*, parted by commas."""
    rows = ["as_of,agency,contest,place,item,contender,value"]
    for one in figures.split(","):
        item, *who, value = one.split()
        contender = who[0] if who else ""
        rows.append(f"2028-05-14T{at},{agency},{contest},{place},{item},{contender},{value}")
    found = exchange.read_figures("\n".join(rows) + "\n", night.names)
    night.record(FileBulletins(found))
