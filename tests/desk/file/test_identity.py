"""What lies under an open night's name is proved before it is believed: the same, all of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileDraft, SetFigure, SetSetting
from desk.facts.election import Election
from desk.file import disk, identity, schema
from desk.file.identity import Progress
from desk.file.session import Session
from tests.desk.conftest import (
    AA,
    ANKA,
    at,
    content,
    content_of,
    disk_of,
    file_now,
    night_clock,
    refused,
    shares,
    type_in,
)

OpenNight = Callable[..., Session]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps an open file as it is"
)


class Replaced:
    """A night at work, and what may come to lie under its name."""

    def __init__(self, path: Path, election: Election) -> None:
        self.path = path
        self.older = path.with_name("older.copy")
        self.other = path.with_name("other.copy")
        self.fork = path.with_name("fork.copy")
        Session.create(self.other, election, night_clock).close()

    def remember(self) -> None:
        """Copies of the night as it is now; one of them is worked on elsewhere."""
        shutil.copy(self.path, self.older)
        shutil.copy(self.path, self.fork)
        with Session.open_file(self.fork, clock=night_clock) as elsewhere:
            for figure in range(20):
                elsewhere.record(SetSetting("check.d401.start", str(figure)))

    def write(self, at: int, data: bytes) -> None:
        """Other bytes somewhere in it, as a failing disk leaves them."""
        with self.path.open("r+b") as handle:
            handle.seek(at)
            handle.write(data)

    def put(self, source: Path | bytes, *, renamed: bool = False) -> None:
        """Another content under the name: written over it in place, or by a new file."""
        data = source.read_bytes() if isinstance(source, Path) else source
        if renamed:
            new = self.path.with_name("new")
            new.write_bytes(data)
            new.replace(self.path)
        else:
            # As `cp` and clients that sync a folder do it.
            with self.path.open("r+b") as handle:
                handle.truncate()
                handle.write(data)


GARBAGE = b"Beyoglu: CHP 58,63\n" * 20_000

WAYS: dict[str, tuple[Callable[[Replaced], None], Code]] = {
    "emptied": (lambda n: os.truncate(n.path, 0), Code.S913),
    "cut to a header": (lambda n: os.truncate(n.path, 100), Code.S913),
    "cut to a page": (lambda n: os.truncate(n.path, 4096), Code.S913),
    "cut in the middle": (lambda n: os.truncate(n.path, n.path.stat().st_size // 2), Code.S913),
    "garbage": (lambda n: n.put(GARBAGE), Code.S913),
    "garbage by a new file": (lambda n: n.put(GARBAGE, renamed=True), Code.S913),
    "nothing by a new file": (lambda n: n.put(b"", renamed=True), Code.S913),
    "no night by its first bytes": (lambda n: n.write(68, b"none"), Code.S913),
    "a page of nothing": (lambda n: n.write(3 * 4096, bytes(4096)), Code.S913),
    "another night": (lambda n: n.put(n.other), Code.S914),
    "another night by a new file": (lambda n: n.put(n.other, renamed=True), Code.S914),
    "an older copy": (lambda n: n.put(n.older), Code.S915),
    "an older copy by a new file": (lambda n: n.put(n.older, renamed=True), Code.S915),
    "a copy worked on elsewhere": (lambda n: n.put(n.fork), Code.S915),
    "the same by a new file": (lambda n: n.put(n.fork, renamed=True), Code.S915),
    "removed": (lambda n: n.path.unlink(), Code.S907),
}

replacements = pytest.mark.parametrize("way", WAYS)


@pytest.fixture
def under(path: Path, election: Election) -> Replaced:
    return Replaced(path, election)


def bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


@replacements
def test_s913_s914_s915_nothing_is_written_to_what_is_not_the_night(
    under: Replaced, session: Session, way: str
) -> None:
    under.remember()
    type_in(session, AA, shares(chp="58.63"))
    file_now(session, ANKA, shares(chp="61.01"))
    before = content(session._store._memory.conn)
    replace, code = WAYS[way]
    replace(under)
    found = bytes_of(under.path)
    typed = SetFigure(AA, Row(Item.SHARE, "ak_parti"), Decimal("35.94"))
    for edit in (typed, FileDraft(AA), typed):
        with refused(code) as refusal:
            session.record(edit)
        assert refusal.value.values["file"] == str(under.path)
        assert bytes_of(under.path) == found
        assert content(session._store._memory.conn) == before
    elsewhere = session.save_elsewhere(under.path.with_name("elsewhere.secim"))
    session.close()
    assert bytes_of(under.path) == found
    with Session.open_file(elsewhere, clock=night_clock) as saved:
        draft = saved.draft(AA)
        assert draft is not None and draft.figures == shares(chp="58.63")
        assert len(saved.bulletins("ibb", "Beyoğlu", "ANKA")) == 1
        assert identity.read(saved._store._disk, "") == Progress(name_of(before), {})
        type_in(saved, AA, shares(ak_parti="35.94"))


def name_of(found: dict[str, list[tuple[object, ...]]]) -> str:
    return str(found["night"][0][1])


@pytest.mark.parametrize("reading", [False, True], ids=["a desk that writes", "one that reads"])
@replacements
def test_s913_s914_s915_a_look_keeps_what_it_cannot_prove_out_of_the_mirror(
    under: Replaced, open_night: OpenNight, way: str, reading: bool
) -> None:
    under.remember()
    with Session.open_file(under.path, clock=night_clock) as writer:
        file_now(writer, ANKA, shares(chp="61.01"))
    session = open_night(read_only=reading)
    changed = session.outside_changes()
    before, whole = content(session._store._memory.conn), under.path.read_bytes()
    replace, code = WAYS[way]
    replace(under)
    found = bytes_of(under.path)
    for _ in range(2):
        with refused(code):
            changed()
        assert content(session._store._memory.conn) == before
        assert len(session.bulletins("ibb", "Beyoğlu")) == 1
    assert bytes_of(under.path) == found
    under.path.touch()
    under.put(whole)
    assert changed(), "the night is back"
    assert not changed()
    session.close()


@pytest.mark.parametrize("renamed", [False, True], ids=["in place", "by a new file"])
def test_the_same_night_further_on_is_taken_in_and_written_to(
    under: Replaced, session: Session, renamed: bool
) -> None:
    changed = session.outside_changes()
    type_in(session, AA, shares(chp="58.63"))
    under.remember()
    under.put(under.fork, renamed=renamed)
    assert changed()
    assert session.settings["check.d401.start"] == "19"
    type_in(session, AA, shares(ak_parti="35.94"))
    assert content(session._store._memory.conn) == content(disk_of(session))
    session.close()
    with Session.open_file(under.path, clock=night_clock) as again:
        draft = again.draft(AA)
        assert draft is not None and draft.figures == shares(chp="58.63", ak_parti="35.94")
        assert again.settings["check.d401.start"] == "19"


def test_a_night_whose_header_says_the_same_is_another_all_the_same(
    under: Replaced, session: Session
) -> None:
    """SQLite would go on believing the pages it has read."""
    type_in(session, AA, shares(chp="58.63"))
    with Session.open_file(under.other, clock=night_clock) as other:
        type_in(other, AA, shares(chp="1.5"))
        data = bytearray(under.other.read_bytes())
    data[24:40] = under.path.read_bytes()[24:40]
    under.put(bytes(data))
    with refused(Code.S914):
        type_in(session, AA, shares(ak_parti="35.94"))
    assert under.path.read_bytes() == bytes(data)


def test_a_newer_desk_has_taken_the_night(under: Replaced, session: Session) -> None:
    type_in(session, AA, shares(chp="58.63"))
    newer = under.path.with_name("newer.copy")
    shutil.copy(under.path, newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    found = newer.read_bytes()
    for renamed in (False, True):
        under.put(newer, renamed=renamed)
        with refused(Code.S902):
            type_in(session, AA, shares(ak_parti="35.94"))
        assert under.path.read_bytes() == found


def test_the_lock_goes_where_the_path_leads(under: Replaced, session: Session) -> None:
    """A stick that was out and is in again: another device, and no lock there."""
    type_in(session, AA, shares(chp="58.63"))
    folder = under.path.parent
    away = folder.rename(folder.with_name("away"))
    folder.mkdir()
    shutil.copy(away / under.path.name, under.path)
    type_in(session, AA, shares(ak_parti="35.94"))
    with refused(Code.S904):
        Session.open_file(under.path)
    session.close()
    Session.open_file(under.path).close()
    assert {one.name for one in folder.iterdir()} == {under.path.name}


def test_every_night_has_a_name_of_its_own_and_its_copies_keep_it(
    tmp_path: Path, election: Election
) -> None:
    paths = [tmp_path / f"{number}.secim" for number in range(3)]
    for path in paths:
        Session.create(path, election, night_clock).close()
    names = {name_of(content_of(path)) for path in paths}
    assert len(names) == len(paths)
    with Session.open_file(paths[0]) as session:
        copies = [session.backup(tmp_path), session.save_elsewhere(tmp_path / "copy.secim")]
    assert {name_of(content_of(copy)) for copy in copies} == {name_of(content_of(paths[0]))}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE night SET name = 'x'",
        "DELETE FROM night",
        "INSERT INTO night VALUES (2, 'x')",
        "INSERT OR REPLACE INTO night VALUES (1, 'x')",
    ],
)
def test_a_night_keeps_its_name(session: Session, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="keeps its name"):
        disk_of(session).execute(statement)


def test_each_write_is_counted_for_its_sitting(path: Path) -> None:
    for writes in (0, 1, 3):
        with Session.open_file(path, clock=night_clock) as session:
            for number in range(writes):
                session.record(SetFigure(AA, Row(Item.TURNOUT), number, at("19:25")))
    counts = sorted(writes for _, writes in content_of(path)["sitting"])
    assert counts == [1, 3]


def test_a_refused_edit_is_not_counted(session: Session) -> None:
    with pytest.raises(Refusal):
        session.record(FileDraft(AA))
    assert content(disk_of(session))["sitting"] == []


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (None, Code.S913),
        (Progress("another", {"a": 3, "b": 1}), Code.S914),
        (Progress("night", {"a": 2, "b": 9, "c": 9}), Code.S915),
        (Progress("night", {"a": 3}), Code.S915),
        (Progress("night", {"a": 3, "b": 1}), None),
        (Progress("night", {"a": 4, "b": 1, "c": 1}), None),
    ],
)
def test_what_is_believed(found: Progress | None, code: Code | None) -> None:
    assert Progress("night", {"a": 3, "b": 1}).verdict(found) is code


def test_a_night_of_an_older_schema_has_no_name_yet() -> None:
    with closing(disk.memory()) as connection:
        older = disk.wrap(connection)
        assert identity.read(older) is None
        for step in schema.STEPS[:4]:
            step(older)
        assert identity.read(older) is None
