"""A night to test on: the election of the demonstration, a clock that stands still, short hands."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts import catalog
from desk.facts.bulletin import Figures, Item, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileBulletins, FileDraft, NewBulletin, SetFigure
from desk.facts.election import Election
from desk.facts.figures import from_plain
from desk.facts.names import Names
from desk.file.session import Session

CONTEST = "ibb"
PLACE = "Beyoğlu"
AA = Source("AA", CONTEST, PLACE)
ANKA = Source("ANKA", CONTEST, PLACE)

DEMONSTRATION = catalog.resource("demo", "istanbul-2024.csv")


def night_clock() -> datetime:
    """19.25 in İstanbul on the night itself, whenever the test runs."""
    return datetime(2024, 3, 31, 16, 25, tzinfo=UTC)


def at(clock: str, day: str = "2024-03-31") -> datetime:
    """A local moment as agencies give it: ``at("19:25")`` on election day."""
    return datetime.fromisoformat(f"{day}T{clock}")


def share(contender: str) -> Row:
    return Row(Item.SHARE, contender)


def votes(contender: str) -> Row:
    return Row(Item.VOTES, contender)


def shares(**by_contender: str) -> dict[Row, Value]:
    """``shares(chp="58.63")``: a bulletin's figures."""
    return {share(code): Decimal(text) for code, text in by_contender.items()}


@contextmanager
def refused(code: Code) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """``with refused(Code.E136): ...``: the block is refused with this code and no other."""
    with pytest.raises(Refusal) as caught:
        yield caught
    assert caught.value.code is code


def type_in(session: Session, source: Source, figures: Figures) -> None:
    """Key figures into a draft, one cell after the other."""
    for row, value in figures.items():
        session.record(SetFigure(source, row, value))


def file_now(session: Session, source: Source, figures: Figures, reason: str = "") -> int:
    """Key figures and file them; returns the bulletin's number."""
    type_in(session, source, figures)
    return session.record(FileDraft(source, reason)).bulletins[0]


def file_at(session: Session, source: Source, clock: str, figures: Figures) -> int:
    """File a bulletin of a given time; returns its number."""
    edit = FileBulletins((NewBulletin(source, at(clock), figures),))
    return session.record(edit).bulletins[0]


def disk_of(session: Session) -> sqlite3.Connection:
    """The session's own connection to its file, for what no editor can do."""
    return session._store._disk.conn


def content(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables}


def content_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a file that is open nowhere."""
    with closing(sqlite3.connect(path)) as connection:
        return content(connection)


def listing(folder: Path) -> set[str]:
    """The names in a folder."""
    return {path.name for path in folder.iterdir()}


def demonstration(election: Election) -> tuple[NewBulletin, ...]:
    """The evening of the demonstration, read from its CSV without the desk's own reader."""
    names = Names(election)
    bulletins: dict[tuple[datetime, Source], dict[Row, Value]] = {}
    with DEMONSTRATION.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            contest = names.contest(line["contest"])
            source = Source(names.agency(line["agency"]), contest, names.place(line["place"]))
            item = names.item(line["item"])
            who = names.contender(contest, line["contender"]) if line["contender"] else ""
            figures = bulletins.setdefault((datetime.fromisoformat(line["as_of"]), source), {})
            if item is Item.LEADER:
                figures[Row(item)] = who
            else:
                figures[Row(item, who)] = from_plain(item, line["value"])
    return tuple(
        NewBulletin(source, as_of, figures) for (as_of, source), figures in bulletins.items()
    )


@pytest.fixture(scope="session")
def election() -> Election:
    return catalog.load("istanbul-2024")


@pytest.fixture(scope="session")
def blank_night(election: Election, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new night, made once."""
    path = tmp_path_factory.mktemp("blank") / "night.secim"
    Session.create(path, election, night_clock).close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, blank_night: bytes) -> Path:
    """A new night on the disk, open nowhere, alone in its folder."""
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "night.secim"
    path.write_bytes(blank_night)
    return path


@pytest.fixture
def open_night(path: Path) -> Iterator[Callable[..., Session]]:
    """Opens the night of this test as often as asked, and closes what was left open."""
    opened: list[Session] = []

    def open_it(*, read_only: bool = False, mirror: bool = True) -> Session:
        session = Session.open_file(path, read_only=read_only, mirror=mirror, clock=night_clock)
        opened.append(session)
        return session

    yield open_it
    for session in opened:
        session.close()


@pytest.fixture
def session(open_night: Callable[..., Session]) -> Session:
    """The night of this test, open for writing, with its mirror."""
    return open_night()


@pytest.fixture
def evening(session: Session) -> Session:
    """The night of this test with the evening of the demonstration filed."""
    session.record(FileBulletins(demonstration(session.election)))
    return session
