"""Rows and back: what is written is read again, and a long night makes no row dearer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts.bulletin import BulletinState, Item, Row, Source, Topic
from desk.facts.edits import BeginCorrection, FileDraft, SetFigure
from desk.facts.election import Contender, Election, Party
from desk.file import election_rows, rows
from desk.file.disk import Database
from desk.file.session import Session
from tests.desk.conftest import (
    AA,
    ANKA,
    CONTEST,
    PLACE,
    at,
    disk_of,
    file_at,
    night_clock,
    share,
    shares,
)


def fill(db: Database, source: Source, bulletins: int) -> None:
    """A long night in one column: a bulletin every five minutes."""
    figures = {Row(Item.OPENED_SHARE): Decimal(1), **shares(chp="58.63", ak_parti="35.94")}
    for number in range(bulletins):
        as_of = at("18:00") + timedelta(minutes=5 * number)
        rows.file_bulletin(db, source, as_of, figures, filed_at="x", filed_by="x")


def steps_of(session: Session, edit: FileDraft | SetFigure) -> int:
    """What an edit costs on the disk, in hundreds of SQLite's own instructions."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    disk_of(session).set_progress_handler(count, 100)
    session.record(edit)
    disk_of(session).set_progress_handler(None, 0)
    return steps


def test_an_election_comes_back_as_it_was_written(tmp_path: Path, election: Election) -> None:
    party = Party("yeni", "Yeni", "Yeni Parti", ("Y.",), "#123456", 7)
    wider = election.with_contender(CONTEST, Contender("yeni", "yeni", "Ada Deniz"), party)
    bare = replace(wider.places[0], boxes=None, registered=None)
    odd = replace(wider, places=(bare, *wider.places[1:]), sources=("a", "b"))
    with Session.create(tmp_path / "night.secim", odd, night_clock) as session:
        assert session._store.read(election_rows.read) == odd


def test_an_election_is_another_as_soon_as_a_row_is(session: Session, election: Election) -> None:
    db = session._store.read(lambda db: db)
    first = election_rows.read(db)
    assert first == election and election_rows.read(db) is first
    # What equals in Python and not in the file is another too: `true` is no id of a place.
    for parts in ("[1]", "[true]"):
        db.conn.execute("UPDATE place SET parts = ? WHERE name = ?", (parts, PLACE))
        with pytest.raises(ValueError, match="S920"):
            election_rows.read(db)
    db.conn.execute("UPDATE place SET parts = '[]' WHERE name = ?", (PLACE,))
    assert election_rows.read(db) == election
    db.conn.execute("UPDATE place SET boxes = boxes + 1 WHERE name = ?", (PLACE,))
    more = election_rows.read(db)
    assert more.place(PLACE).boxes == (election.place(PLACE).boxes or 0) + 1
    db.conn.execute("UPDATE place SET boxes = boxes - 1 WHERE name = ?", (PLACE,))
    assert election_rows.read(db) == election


def test_bulletins_stand_in_order_of_time_then_of_filing(session: Session) -> None:
    late = file_at(session, AA, "19:40", shares(chp="1"))
    early = file_at(session, ANKA, "19:15", shares(chp="2"))
    middle = file_at(session, AA, "19:25", shares(chp="3"))
    again = file_at(session, ANKA, "19:25", shares(chp="4"))
    numbers = [bulletin.id for bulletin in session.bulletins(CONTEST, PLACE)]
    assert numbers == [early, middle, again, late]
    assert [bulletin.id for bulletin in session.bulletins(CONTEST, PLACE, "AA")] == [middle, late]
    assert session.bulletins(CONTEST, "Şile") == ()
    assert session.bulletins("ilce-meclisi", PLACE) == ()


def test_latest_is_by_time_not_by_filing(session: Session) -> None:
    late = file_at(session, AA, "19:40", shares(chp="1"))
    file_at(session, AA, "19:25", shares(chp="2"))
    assert session.latest(CONTEST, PLACE)[AA][Topic.SHARES].id == late
    assert session.night_end() == at("19:40")
    later = file_at(session, AA, "19:40", shares(chp="3"))
    assert session.latest(CONTEST, PLACE)[AA][Topic.SHARES].id == later


def test_midnight_comes_after_the_evening(session: Session) -> None:
    file_at(session, AA, "23:55", shares(chp="1"))
    edit = SetFigure(AA, share("chp"), Decimal(2), at("00:20", "2024-04-01"))
    session.record(edit)
    session.record(FileDraft(AA))
    assert session.night_end() == at("00:20", "2024-04-01")
    assert session.latest(CONTEST, PLACE)[AA][Topic.SHARES].figures == shares(chp="2")


@pytest.mark.parametrize("correction", [False, True], ids=["bulletin", "correction"])
def test_a_long_night_makes_filing_no_dearer(session: Session, correction: bool) -> None:
    def cost(value: int) -> int:
        if correction:
            standing = session.bulletins(CONTEST, PLACE, "AA")
            last = [bulletin for bulletin in standing if bulletin.state is BulletinState.STANDING][
                -1
            ]
            session.record(BeginCorrection(last.id))
        session.record(SetFigure(AA, share("chp"), Decimal(value), at("23:59")))
        return steps_of(session, FileDraft(AA, "slip"))

    session._store.write(lambda db: fill(db, AA, 2))
    first = cost(1)
    session._store.write(lambda db: fill(db, AA, 60))
    # A correction looks through its column for what stands now: less than a millisecond still.
    assert cost(2) <= (300 if correction else first + 2)


def test_a_long_night_makes_keying_no_dearer(session: Session) -> None:
    edit = SetFigure(AA, share("chp"), Decimal(1))
    first = steps_of(session, edit)
    session._store.write(lambda db: [fill(db, source, 60) for source in (AA, ANKA)])
    assert steps_of(session, replace(edit, value=Decimal(2))) <= first + 2
