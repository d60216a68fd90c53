"""The laws the file itself keeps: filed is filed, acknowledged is on disk, one file is all."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.catalog import resource
from desk.facts.edits import BeginCorrection, FileDraft, SetFigure, Withdraw
from desk.facts.figures import plain
from desk.file.disk import Database
from desk.file.session import Session
from tests.desk.conftest import (
    AA,
    ANKA,
    disk_of,
    file_now,
    listing,
    night_clock,
    share,
    shares,
    type_in,
)

ROOT = resource().parent
NEVER = "a filed bulletin never changes"

# Keys figure after figure, each into a cell of its own, and says so when the desk has it; every
# fourth time it files the column and says so too.
TYPIST = """
import json, sys
from decimal import Decimal
from pathlib import Path
from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import FileDraft, SetFigure
from desk.file.session import Session

path, first = Path(sys.argv[1]), int(sys.argv[2])
with Session.open_file(path, mirror=True) as session:
    places = [place.name for place in session.election.places]
    codes = session.election.contest("ibb").shown
    print("ready", flush=True)
    for number in range(first, 10**6):
        column, row = divmod(number, 4)
        source = Source(("AA", "ANKA", "YSK")[column % 3], "ibb", places[column // 3])
        value = Decimal(number) / 100
        session.record(SetFigure(source, Row(Item.SHARE, codes[row]), value))
        print(json.dumps([source.agency, source.place, codes[row], str(value)]), flush=True)
        if row == 3:
            session.record(FileDraft(source))
            print(json.dumps([source.agency, source.place, "filed"]), flush=True)
"""


@pytest.fixture
def filed(session: Session) -> int:
    """A corrected bulletin's number: the correction stands, and one more was withdrawn."""
    wrong = file_now(session, AA, shares(chp="85.63", ak_parti="35.94"))
    session.record(BeginCorrection(wrong))
    type_in(session, AA, shares(chp="58.63"))
    session.record(FileDraft(AA, "transposed"))
    other = file_now(session, ANKA, shares(chp="63.89"))
    session.record(Withdraw((other,), "recalled"))
    return wrong


@pytest.fixture
def raw(filed: int, session: Session, path: Path) -> Iterator[sqlite3.Connection]:
    """The file as a program opens it that knows nothing of the desk, foreign keys off."""
    session.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE bulletin SET as_of = '2024-03-31T20:00'",
        "UPDATE bulletin SET reason = 'another' WHERE replaces IS NOT NULL",
        "UPDATE OR REPLACE bulletin SET id = 2 WHERE id = 1",
        "DELETE FROM bulletin",
        "REPLACE INTO bulletin (id, agency, contest, place, as_of, filed_at, filed_by)"
        " VALUES (1, 'AA', 'ibb', 'Beyoğlu', '2024-03-31T20:00', 'x', 'x')",
        "INSERT INTO bulletin (id, agency, contest, place, as_of, filed_at, filed_by)"
        " VALUES (1, 'AA', 'ibb', 'Beyoğlu', '2024-03-31T20:00', 'x', 'x')"
        " ON CONFLICT (id) DO UPDATE SET as_of = excluded.as_of",
        "UPDATE figure SET value = '58.63' WHERE value = '85.63'",
        "DELETE FROM figure WHERE bulletin = 1",
        "INSERT INTO figure VALUES (1, 'share', 'dem_parti', '1.26')",
        "INSERT INTO figure VALUES (1, 'turnout', '', '70')",
        "REPLACE INTO figure VALUES (1, 'share', 'chp', '58.63')",
        "INSERT OR IGNORE INTO figure VALUES (1, 'share', 'tip', '1')",
        "UPDATE mark SET kind = 'reinstated'",
        "UPDATE mark SET reason = 'another'",
        "DELETE FROM mark",
        "REPLACE INTO mark VALUES (1, 3, 'reinstated', 'x', 'x', 'x')",
    ],
)
def test_law_3_nobody_changes_a_filed_bulletin(
    raw: sqlite3.Connection, statement: str, recursive: str
) -> None:
    raw.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = list(raw.iterdump())
    with pytest.raises(sqlite3.IntegrityError, match=NEVER):
        raw.execute(statement)
    assert list(raw.iterdump()) == before


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO bulletin (agency, contest, place, as_of, filed_at, filed_by, replaces)"
        " VALUES ('AA', 'ibb', 'Beyoğlu', '2024-03-31T20:00', 'x', 'x', 1)",
        "INSERT INTO mark (bulletin, kind, reason, at, by) VALUES (1, 'withdrawn', '', 'x', 'x')",
        "INSERT INTO mark (bulletin, kind, reason, at, by) VALUES (1, 'gone', 'x', 'x', 'x')",
    ],
)
def test_law_3_the_file_itself_wants_a_reason(raw: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        raw.execute(statement)


def test_law_3_the_corrected_and_the_withdrawn_keep_their_rows(
    filed: int, session: Session
) -> None:
    wrong, right = session.bulletins("ibb", "Beyoğlu", "AA")
    assert wrong.id == filed
    assert wrong.figures == shares(chp="85.63", ak_parti="35.94")
    assert right.figures == shares(chp="58.63", ak_parti="35.94")
    (withdrawn,) = session.bulletins("ibb", "Beyoğlu", "ANKA")
    assert withdrawn.figures == shares(chp="63.89")


figure_values = st.one_of(
    st.tuples(
        st.sampled_from([Row(Item.OPENED_SHARE), Row(Item.TURNOUT), share("chp"), share("diger")]),
        st.decimals(0, 100, places=2)
        | st.decimals(0, 100, places=1)
        | st.decimals(0, 100, places=0),
    ),
    st.tuples(
        st.sampled_from([Row(Item.VOTES, "chp"), Row(Item.TOTAL_BOXES), Row(Item.LEAD_VOTES)]),
        st.integers(0, 999_999_999),
    ),
    st.just((Row(Item.LEADER), "bagimsiz-yuksel-ozden")),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(figure_values, min_size=1, max_size=6))
def test_law_2_the_file_gives_back_every_digit(
    session: Session, keyed: list[tuple[Row, Value]]
) -> None:
    figures = dict(keyed)
    for row, value in figures.items():
        session.record(SetFigure(AA, row, value))
    draft = session.draft(AA)
    assert draft is not None
    number = session.record(FileDraft(AA)).bulletins[0]
    bulletin = session.bulletin(number)
    for kept in (draft.figures, bulletin.figures):
        assert {row: plain(value) for row, value in kept.items()} == {
            row: plain(value) for row, value in figures.items()
        }
        assert all(type(kept[row]) is type(value) for row, value in figures.items())
    session.record(Withdraw((number,), "next"))


def test_law_7_one_file_at_every_moment(session: Session, path: Path) -> None:
    seen: list[set[str]] = []

    def look(db: Database) -> None:
        db.conn.execute("INSERT INTO setting VALUES (?, 'x')", (str(len(seen)),))
        seen.append(listing(path.parent))

    alone = {"night.secim", ".night.secim.lock"}
    assert listing(path.parent) == alone
    for _ in range(3):
        session._store.write(look)
        assert listing(path.parent) == alone
    file_now(session, AA, shares(chp="58.63"))
    assert listing(path.parent) == alone
    session.close()
    assert listing(path.parent) == {"night.secim"}
    # Only while it is written is there a journal beside it, and never a write-ahead log.
    assert set.union(*seen) == {*alone, "night.secim-journal"}


def test_law_7_a_copy_between_two_keys_is_whole(session: Session, path: Path) -> None:
    copies = []
    for number in range(5):
        session.record(SetFigure(AA, share("chp"), Decimal(number)))
        copies.append(shutil.copy(path, path.with_name(f"copy-{number}.secim")))
        session.record(SetFigure(ANKA, share("chp"), Decimal(number)))
        session.record(FileDraft(ANKA))
    for number, copy in enumerate(copies):
        with Session.open_file(Path(copy), clock=night_clock) as then:
            draft = then.draft(AA)
            assert draft is not None and draft.figures == {share("chp"): Decimal(number)}
            assert len(then.bulletins("ibb", "Beyoğlu")) == number


def test_law_7_the_copy_is_the_same_file(session: Session, path: Path) -> None:
    type_in(session, AA, shares(chp="58.63"))
    pages = disk_of(session).execute("PRAGMA page_count").fetchone()[0]
    assert path.stat().st_size == pages * 4096


def acknowledged(lines: list[str]) -> list[list[str]]:
    """What the typist said it had, up to the line the kill cut short."""
    return [json.loads(line) for line in lines if line.endswith("]\n")]


def test_what_was_acknowledged_survives_a_kill_at_any_moment(path: Path) -> None:
    chance = random.Random(1925)
    first = 0
    kept: dict[tuple[Source, Row], str] = {}
    for kill in range(1, 11):
        command = [sys.executable, "-c", TYPIST, str(path), str(first)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as typist:
            assert typist.stdout is not None
            assert typist.stdout.readline() == "ready\n"
            lines = [typist.stdout.readline() for _ in range(chance.randrange(1, 25))]
            typist.kill()
            lines += typist.stdout.readlines()
        told = acknowledged(lines)
        for agency, place, code, *value in told:
            if value:
                kept[Source(agency, "ibb", place), share(code)] = value[0]
        # The next desk begins a column of its own.
        first += (len(told) // 4 + 2) * 4
        with Session.open_file(path, mirror=True) as session:
            assert disk_of(session).execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert disk_of(session).execute("PRAGMA foreign_key_check").fetchall() == []
            on_disk = everything_keyed(session)
        lost = {slot: value for slot, value in kept.items() if on_disk.get(slot) != value}
        assert lost == {}
        # Beyond what was acknowledged there is at most the one key under way.
        assert len(on_disk) - len(kept) <= kill
        assert listing(path.parent) == {"night.secim"}
    assert len(kept) > 50


def everything_keyed(session: Session) -> dict[tuple[Source, Row], str]:
    """Every figure of the night, filed or not, as the file spells it."""
    found: list[tuple[Source, dict[Row, Value]]] = [
        (draft.source, dict(draft.figures)) for draft in session.drafts()
    ]
    for place in session.election.places:
        for bulletin in session.bulletins("ibb", place.name):
            found.append((bulletin.source, dict(bulletin.figures)))
    return {
        (source, row): plain(value) for source, figures in found for row, value in figures.items()
    }


def test_what_a_draft_says_is_on_the_disk_cell_by_cell(
    path: Path, open_night: Callable[..., Session]
) -> None:
    session = open_night()
    reader = open_night(read_only=True, mirror=False)
    for row, value in shares(chp="58.63", ak_parti="35.94").items():
        session.record(SetFigure(AA, row, value))
        draft = reader.draft(AA)
        assert draft is not None and draft.figures[row] == value
