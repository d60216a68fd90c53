"""The shape of the file: typed tables, keys that hold, reads that stay quick in a long night."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import time
from pathlib import Path
from unittest import mock

import pytest

from desk.facts import catalog
from desk.facts.bulletin import TOPICS, Item, Row, Source, Topic
from desk.facts.edits import (
    AddAgency,
    AddPlace,
    BeginCorrection,
    CorrectPlace,
    FileBulletins,
    FileDraft,
    Retract,
    SetFigure,
    SetSetting,
    SetTime,
    SetWithdrawn,
    Withdraw,
)
from desk.facts.election import Agency, Place, PlaceCounts, PlaceKind
from desk.facts.people import Person
from desk.facts.post import Ask, PostKind
from desk.facts.standing import reported_at
from desk.file import disk, holding, schema
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.compose import compose
from tests.desk.conftest import (
    AA,
    ANKA,
    at,
    demonstration,
    file_at,
    night_clock,
    shares,
    type_in,
    votes,
)

DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLES = {int(path.stem.partition("-")[2]): path for path in sorted(DATA.glob("schema-*.secim"))}
"""A night of each released schema; `python -m tests.desk.file.test_schema` makes today's."""


LEDGER_FROM = 4
"""The schema since which a sample has posts in its ledger."""

PEOPLE_FROM = 8
"""The schema since which a sample has candidates."""

ANY_FROM = 9
"""The schema since which a sample has seats, one who has withdrawn, other counts and places."""

BY_PLACE_FROM = 11
"""The schema since which a sample has one who has withdrawn in one place."""

PEOPLE = (
    Person("ibb", "", "chp", "Ekrem İmamoğlu"),
    Person("ilce-baskanligi", "Üsküdar", "chp", "Sinem Dedetaş"),
    Person("ilce-baskanligi", "Üsküdar", "bagimsiz", "Ali Kaya"),
)


def make_sample(path: Path, version: int = len(schema.STEPS)) -> None:
    """A night with something of everything: the same whenever and by whomever it is made.

    As far as the schema of ``version`` could keep it.
    """
    with (
        mock.patch.object(holding.getpass, "getuser", lambda: "editor"),
        mock.patch.object(holding.platform, "node", lambda: "newsroom"),
        Session.create(path, catalog.load("istanbul-2024"), night_clock) as session,
    ):
        session.record(FileBulletins(demonstration(session.election)))
        wrong = file_at(session, ANKA, "19:40", shares(chp="61.23", ak_parti="53.53", diger="2"))
        session.record(BeginCorrection(wrong))
        type_in(session, ANKA, shares(ak_parti="35.53"))
        session.record(FileDraft(ANKA, "transposed"))
        twice = file_at(session, AA, "19:45", {votes("chp"): 4_211, Row(Item.LEADER): "chp"})
        session.record(Withdraw((twice,), "recalled by the agency"))
        session.record(AddAgency(Agency("IHA", "İhlas Haber Ajansı", ("İhlas",))))
        iha = Source("IHA", "ilce-meclisi", "Şişli")
        type_in(
            session,
            iha,
            {Row(Item.OPENED_BOXES): 12, Row(Item.TURNOUT): shares(x="7.50")[Row(Item.SHARE, "x")]},
        )
        session.record(SetTime(iha, at("19:50")))
        session.record(SetFigure(AA, Row(Item.SHARE, "chp"), shares(x="2")[Row(Item.SHARE, "x")]))
        session.record(SetSetting("style", "ke"))
        if version >= LEDGER_FROM:
            publish_some(session)
        if version >= PEOPLE_FROM:
            session.set_people([*PEOPLE, Person("ibb", "Şile", "chp", "Can Kaya")])
            session.set_people(PEOPLE)
        if version >= ANY_FROM:
            seats = Source("AA", "ilce-meclisi", "Şile")
            file_at(session, seats, "21:10", {Row(Item.SEATS, "chp"): 9, Row(Item.SEATS, "dp"): 2})
            session.record(SetWithdrawn("ibb", "btp", True))
            if version >= BY_PLACE_FROM:
                session.record(SetWithdrawn("ilce-baskanligi", "dp", True, "Şile"))
            session.record(
                AddPlace(Place("Ağva", PlaceKind.TOWN, 12, None, "sile-agva", "Ağva", "Şile"))
            )
            counts = PlaceCounts("Şile", 130, 35_000, time(16), 15)
            session.record(CorrectPlace("Şile", counts, "ilce-meclisi"))
            session.record(CorrectPlace("Adalar", PlaceCounts("Adalar", 47, None)))


def publish_some(session: Session) -> None:
    """Posts of several kinds, a correction of one, a retraction, and figures that are wrong since.

    What the posts say is in the sample: composed anew by another desk it may read otherwise.
    """
    for kind, places in (
        (PostKind.LEAD, ()),
        (PostKind.COMPARISON, ("Üsküdar", "Küçükçekmece")),
        (PostKind.STANDING, ()),
        (PostKind.DIFFERENCES, ()),
        (PostKind.COMPARISON, ("Beyoğlu",)),
    ):
        ledger.publish(session, compose(session, kind, Ask("ibb", places)))
    session.record(Retract((5,), "twice"))
    for agency, shown in (("AA", shares(chp="51.16")), ("ANKA", shares(ak_parti="42"))):
        source = Source(agency, "ibb", "Üsküdar")
        newest = max(b.id for b in session.bulletins("ibb", "Üsküdar", agency))
        session.record(BeginCorrection(newest))
        type_in(session, source, shown)
        session.record(FileDraft(source, "digits"))
        if agency == "AA":
            ledger.publish(session, compose(session, PostKind.CORRECTION, Ask("ibb")))


def everything(session: Session) -> list[object]:
    """All that a screen can read of a night."""
    election = session.election
    return [
        election,
        session.settings,
        session.drafts(),
        [
            session.bulletins(contest.id, place.name)
            for contest in election.contests
            for place in election.places
        ],
        [session.latest(contest.id) for contest in election.contests],
        session.people,
    ]


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The night of this test as any other program opens it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def test_the_header_says_whose_file_it_is_and_which_version(path: Path) -> None:
    header = path.read_bytes()[:100]
    assert header[68:72] == b"SecM"
    assert int.from_bytes(header[60:64], "big") == len(schema.STEPS)
    # A rollback journal, not a write-ahead log.
    assert header[18:20] == b"\x01\x01"


def test_every_table_is_strict(raw: sqlite3.Connection) -> None:
    tables = {row[1]: row[5] for row in raw.execute("PRAGMA main.table_list") if row[2] == "table"}
    ours = {name for name in tables if not name.startswith(("sqlite_", "_sqlite_"))}
    assert {"bulletin", "figure", "mark", "draft", "latest"} <= ours
    assert {name for name in ours if not tables[name]} == set()


def test_foreign_keys_hold_in_an_open_night(session: Session) -> None:
    for connection in (session._store._disk.conn, session._store._memory.conn):
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        session.record(SetFigure(Source("TRT", "ibb", "Beyoğlu"), Row(Item.TURNOUT), 1))
    assert session.drafts() == ()


def test_the_file_knows_every_item_and_its_topic(raw: sqlite3.Connection) -> None:
    known = dict(raw.execute("SELECT name, topic FROM item"))
    assert known == {item.value: topic.value for item, topic in TOPICS.items()}


@pytest.mark.parametrize(
    "as_of",
    ["2024-03-31 19:25", "2024-03-31T19:25:00", "2024-3-31T19:25", "19.25", "now", ""],
)
def test_a_time_is_a_time(raw: sqlite3.Connection, as_of: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        raw.execute(
            "INSERT INTO bulletin (agency, contest, place, as_of, filed_at, filed_by)"
            " VALUES ('AA', 'ibb', 'Beyoğlu', ?, 'x', 'x')",
            (as_of,),
        )


@pytest.mark.parametrize("value", ["", "-3", "58,63", "1e2", " 5", "5%"])
def test_a_figure_is_plain_digits(raw: sqlite3.Connection, value: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        raw.execute(
            "INSERT INTO figure (bulletin, item, contender, value) VALUES (1, 'share', 'chp', ?)",
            (value,),
        )


def test_figures_without_their_bulletin_are_not_committed(raw: sqlite3.Connection) -> None:
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("BEGIN")
    raw.execute("INSERT INTO figure VALUES (1, 'share', 'chp', '58.63')")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        raw.execute("COMMIT")
    raw.execute("ROLLBACK")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM latest WHERE contest = 'ibb'",
        "SELECT * FROM latest WHERE contest = 'ibb' AND place = 'Beyoğlu'",
        "SELECT * FROM bulletin WHERE contest = 'ibb' AND place = 'Beyoğlu'",
        "SELECT * FROM bulletin WHERE contest = 'ibb' AND place = 'Beyoğlu' AND agency = 'AA'",
        "SELECT * FROM standing WHERE contest = 'ibb' AND place = 'Beyoğlu' AND agency = 'AA'",
        "SELECT * FROM standing WHERE id = 7",
        "SELECT * FROM figure WHERE bulletin = 7",
    ],
)
def test_no_read_of_a_place_goes_through_the_whole_night(
    raw: sqlite3.Connection, query: str
) -> None:
    plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [step for step in plan if step.startswith("SCAN")] == []
    assert [step for step in plan if "TEMP B-TREE" in step] == []


@pytest.mark.parametrize("version", SAMPLES)
def test_a_step_that_was_released_never_changes(version: int) -> None:
    def shape(connection: sqlite3.Connection) -> dict[str, str]:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql <> ''")
        return {name: sql for name, sql in rows if "_sqlite_migrations" not in sql}

    with (
        closing(sqlite3.connect(SAMPLES[version])) as sample,
        closing(sqlite3.connect(":memory:")) as fresh,
    ):
        for step in schema.STEPS[:version]:
            step(disk.wrap(fresh))
        assert shape(sample) == shape(fresh)
        assert sample.execute("PRAGMA user_version").fetchone() == (version,)


@pytest.mark.parametrize("version", SAMPLES)
def test_an_older_night_reads_as_it_always_did(version: int, tmp_path: Path) -> None:
    old = Path(shutil.copy(SAMPLES[version], tmp_path / "old.secim"))
    make_sample(tmp_path / "new.secim", version)
    with (
        Session.open_file(old, clock=night_clock) as then,
        Session.open_file(tmp_path / "new.secim", clock=night_clock) as now,
    ):
        assert everything(then) == everything(now)
        assert then.settings == {"style": "ke"}
        assert len(then.bulletins("ibb", "Beyoğlu")) == 5
        assert len(then.drafts()) == 2


@pytest.mark.parametrize("version", SAMPLES)
def test_an_older_night_is_still_written_to(version: int, tmp_path: Path) -> None:
    old = Path(shutil.copy(SAMPLES[version], tmp_path / "old.secim"))
    with Session.open_file(old, clock=night_clock) as session:
        session.record(FileDraft(AA))
    with Session.open_file(old, read_only=True) as session:
        filed = [bulletin.figures for bulletin in session.bulletins("ibb", "Beyoğlu", "AA")]
        assert shares(chp="2") in filed


def test_an_older_night_tells_who_leads_where_a_margin_named_nobody(tmp_path: Path) -> None:
    """Before, who leads and by how much were one topic: a night of six steps is told anew."""
    old = Path(shutil.copy(DATA / "a-margin-alone.secim", tmp_path / "old.secim"))
    with Session.open_file(old, clock=night_clock) as session:
        told = session.latest("ibb", "İstanbul")[Source("AA", "ibb", "İstanbul")]
        assert told[Topic.LEADER].as_of == at("19:20")
        assert told[Topic.LEAD].as_of == at("19:38")
        bulletins = session.bulletins("ibb", "İstanbul")
        every = reported_at(bulletins, at("23:59"))
        assert {source: word.topics for source, word in every.items()} == session.latest("ibb")


def test_a_night_without_candidates_has_none(tmp_path: Path) -> None:
    old = Path(shutil.copy(SAMPLES[PEOPLE_FROM - 1], tmp_path / "old.secim"))
    with Session.open_file(old, read_only=True) as session:
        assert session.people == ()


def test_who_was_listed_is_not_forgotten(path: Path, raw: sqlite3.Connection) -> None:
    with Session.open_file(path, clock=night_clock) as session:
        session.set_people([*PEOPLE])
        session.set_people([*PEOPLE[:1]])
        session.set_people([*PEOPLE[:2]])
        assert set(session.people) == set(PEOPLE[:2])
    for change in ("UPDATE person SET name = 'x'", "DELETE FROM person"):
        with pytest.raises(sqlite3.IntegrityError, match="not forgotten"):
            raw.execute(change)
    with pytest.raises(sqlite3.IntegrityError, match="not forgotten"):
        raw.execute(
            "INSERT OR REPLACE INTO person SELECT id, contest, place, party, 'x', kind, at, by"
            " FROM person WHERE id = 1"
        )
    rows = raw.execute("SELECT kind, at FROM person WHERE name = 'Sinem Dedetaş' ORDER BY id")
    stamp = "2024-03-31T16:25:00Z"
    assert rows.fetchall() == [("listed", stamp), ("taken out", stamp), ("listed", stamp)]


def test_every_schema_that_was_ever_written_has_its_sample() -> None:
    # The third came together with the fourth: no desk has left a night with three steps.
    assert {*SAMPLES} == {*range(1, len(schema.STEPS) + 1)} - {3}


if __name__ == "__main__":
    make_sample(DATA / f"schema-{len(schema.STEPS)}.secim")
