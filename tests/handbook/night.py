"""A night to take examples from, and how an example of it is told to an editor in Turkish.

An example is a code, what was typed, pasted or done, and the sentence the desk itself answers with;
none of the sentences is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desk import turkish
from desk.facts import catalog
from desk.facts.bulletin import Figures, Item, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.election import Election
from desk.facts.figures import plain
from desk.file.session import Session
from desk.reading.files.csv import Refusals
from ui.texts import sentences
from ui.texts.notation import written

ISTANBUL = catalog.load("istanbul-2024")
CONTEST = "ibb"
HOUR = datetime(2024, 3, 31, 16, 25, tzinfo=UTC)

ITEMS = {
    "%": Item.OPENED_SHARE,
    "boxes": Item.OPENED_BOXES,
    "of": Item.TOTAL_BOXES,
    "turnout": Item.TURNOUT,
    "lead": Item.LEAD_POINTS,
    "leader": Item.LEADER,
}
OF_A_CONTENDER = {"v": Item.VOTES, "s": Item.SEATS}


@dataclass(frozen=True, slots=True)
class Example:
    """One line of the handbook: Markdown, the code not among it."""

    code: Code
    told: str
    said: str


def clock() -> datetime:
    """19.25 in İstanbul on the night itself."""
    return HOUR


@cache
def _blank() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gece.secim"
        Session.create(path, ISTANBUL, clock).close()
        return path.read_bytes()


@contextmanager
def fresh(election: Election = ISTANBUL) -> Iterator[Session]:
    """A night of its own in a folder of its own, with nothing in it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gece.secim"
        if election is ISTANBUL:
            path.write_bytes(_blank())
            session = Session.open_file(path, clock=clock)
        else:
            session = Session.create(path, election, clock)
        with session:
            yield session


def bulletin(text: str, contest: str = CONTEST) -> NewBulletin:
    """``AA 20:00 Beyoğlu chp=60 chp.v=5000 %=10 boxes=50``; `_` stands for a blank in a place."""
    agency, hour, place, *cells = text.split()
    figures: dict[Row, Value] = {}
    for cell in cells:
        name, _, value = cell.partition("=")
        who, _, kind = name.partition(".")
        item = ITEMS.get(name) or OF_A_CONTENDER.get(kind, Item.SHARE)
        row = Row(item) if name in ITEMS else Row(item, who)
        figures[row] = (
            value
            if item is Item.LEADER
            else Decimal(value)
            if item.is_share or item is Item.LEAD_POINTS
            else int(value)
        )
    moment = datetime.fromisoformat(f"2024-03-31T{hour}")
    return NewBulletin(Source(agency, contest, place.replace("_", " ")), moment, figures)


def file_all(session: Session, bulletins: Iterable[NewBulletin]) -> tuple[int, ...]:
    """File bulletins as one act; returns their numbers."""
    return session.record(FileBulletins(tuple(bulletins))).bulletins


def told(election: Election, new: NewBulletin) -> str:
    """A bulletin as the handbook prints it: *AA 20.00, Beyoğlu: CHP 60; AKP 42*."""
    source = new.source
    parts = [_cell(election, source.contest, row, value) for row, value in new.figures.items()]
    return f"{source.agency} {turkish.clock(new.as_of.time())}, {source.place}: {'; '.join(parts)}"


def _cell(election: Election, contest: str, row: Row, value: Value) -> str:
    number = str(value) if row.item is Item.LEADER else written(plain(value), "tr")
    who = election.label(contest, row.contender) if row.contender else ""
    match row.item:
        case Item.SHARE:
            return f"{who} {number}"
        case Item.VOTES:
            return f"{who} {number} oy"
        case Item.SEATS:
            return f"{who} {number} sandalye"
        case Item.LEADER:
            return f"önde {election.label(contest, number)}"
        case Item.LEAD_POINTS:
            return f"fark {number} puan"
        case Item.OPENED_SHARE:
            return f"açılan yüzde {number}"
        case Item.OPENED_BOXES:
            return f"açılan {number} sandık"
        case Item.TOTAL_BOXES:
            return f"toplam {number} sandık"
        case Item.TURNOUT:
            return f"katılım yüzde {number}"
        case _:
            raise ValueError(row)


def figures_of(session: Session, source: Source) -> Figures:
    """The figures of a column's newest bulletin."""
    return session.bulletins(source.contest, source.place, source.agency)[-1].figures


def refusal_of(act: Callable[[], object]) -> Refusal:
    """What an act is refused with. AssertionError if it is not."""
    try:
        act()
    except Refusal as refusal:
        return refusal
    except Refusals as refused:
        return refused.refusals[0]
    raise AssertionError("nothing was refused")


def answer(what: str, refusal: Refusal, *folders: Path, **instead: object) -> Example:
    """An example of a refusal; ``instead`` stands for what differs from one machine to another."""
    values = {**refusal.values, **instead}
    said = sentences.sentence(refusal.code, values, "tr")
    for folder in folders:
        said = said.replace(f"{folder}/", "").replace(str(folder), "yedekler")
    return Example(refusal.code, what, said)
