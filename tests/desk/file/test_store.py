"""The file on the disk: refusals before any harm, who may write, how the world's faults end."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from desk.facts.bulletin import Item, Row
from desk.facts.catalog import resource
from desk.facts.codes import Code, Refusal
from desk.facts.edits import SetFigure, SetSetting
from desk.facts.election import Election
from desk.file import chain, disk, holding, schema, store
from desk.file.session import Session
from tests.desk.conftest import (
    AA,
    ANKA,
    content,
    content_of,
    disk_of,
    file_at,
    listing,
    night_clock,
    refused,
    shares,
    type_in,
)

OpenNight = Callable[..., Session]

ROOT = resource().parent

# Opens the night named on its command line, keys one figure, says so, and waits to be told to go.
OTHER_DESK = """
import sys
from decimal import Decimal
from itertools import chain
from pathlib import Path
from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import SetFigure
from desk.file.session import Session

with Session.open_file(Path(sys.argv[1])) as session:
    for figure in chain(["1.5"], sys.stdin):
        cell = Row(Item.SHARE, "chp")
        session.record(SetFigure(Source("AA", "ibb", "Beyoğlu"), cell, Decimal(figure.strip())))
        print("keyed", flush=True)
"""

# Fills the night named on its command line until the system lets the file grow no further.
FULL_DISK = """
import resource, sys
from pathlib import Path
from desk.facts.codes import Refusal
from desk.facts.edits import SetSetting
from desk.file.session import Session

path, elsewhere = Path(sys.argv[1]), Path(sys.argv[2])
with Session.open_file(path, mirror=True) as session:
    session.record(SetSetting("before", "kept"))
    size = path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        session.record(SetSetting("too much", "x" * 50_000))
    except Refusal as refusal:
        print(refusal.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    session.save_elsewhere(elsewhere)
    session.record(SetSetting("after", "kept"))
"""


@contextmanager
def other_desk(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the night open; its last resort is to be killed."""
    command = [sys.executable, "-c", OTHER_DESK, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "keyed\n"
            yield process
        finally:
            process.kill()


def key_there(process: subprocess.Popen[str], figure: str) -> None:
    """Have the other desk key a figure; returns when it has."""
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(f"{figure}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "keyed\n"


def with_header(path: Path, *, version: int | None = None, application: int | None = None) -> None:
    """Write another version or owner into a file's header."""
    data = bytearray(path.read_bytes())
    if version is not None:
        data[60:64] = version.to_bytes(4, "big")
    if application is not None:
        data[68:72] = application.to_bytes(4, "big")
    path.write_bytes(data)


def spoil_tree(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)


def only_a_header(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(schema.STEPS)}")


def another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bulletin (id INTEGER PRIMARY KEY)")


def drop_the_election(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM election")
        connection.commit()


def unknown_zone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE election SET zone = 'Europe/Constantinople'")
        connection.commit()


UNFIT = [
    pytest.param(lambda p: with_header(p, version=99), Code.S902, id="newer"),
    pytest.param(lambda p: with_header(p, version=2**32 - 1), Code.S902, id="version -1"),
    pytest.param(lambda p: with_header(p, application=0), Code.S901, id="foreign"),
    pytest.param(another_database, Code.S901, id="another database"),
    pytest.param(lambda p: p.write_bytes(b""), Code.S901, id="empty"),
    pytest.param(lambda p: p.write_text("Beyoğlu: CHP 58,63"), Code.S901, id="text"),
    pytest.param(lambda p: p.write_bytes(p.read_bytes()[:99]), Code.S901, id="half a header"),
    pytest.param(lambda p: p.write_bytes(p.read_bytes()[:100]), Code.S903, id="a header"),
    pytest.param(
        lambda p: p.write_bytes(p.read_bytes()[: p.stat().st_size // 2]), Code.S903, id="half"
    ),
    pytest.param(lambda p: p.write_bytes(p.read_bytes()[:-4096]), Code.S903, id="less a page"),
    pytest.param(spoil_tree, Code.S903, id="damaged"),
    pytest.param(only_a_header, Code.S903, id="only a header"),
    pytest.param(drop_the_election, Code.S903, id="no election"),
    pytest.param(unknown_zone, Code.S903, id="no such zone"),
]


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize(("spoil", "code"), UNFIT)
def test_an_unfit_file_is_refused_and_left_alone(
    path: Path, spoil: Callable[[Path], object], code: Code, read_only: bool
) -> None:
    spoil(path)
    before, names = path.read_bytes(), listing(path.parent)
    with refused(code) as refusal:
        Session.open_file(path, read_only=read_only)
    assert refusal.value.values["file"] == str(path)
    assert listing(path.parent) == names
    if spoil in (drop_the_election, unknown_zone) and not read_only:
        # Sound to SQLite: the desk had signed in, and has signed out again.
        assert content_of(path)["desk"] == []
    else:
        assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_s900_no_such_file(tmp_path: Path, read_only: bool) -> None:
    for missing in (tmp_path / "night.secim", tmp_path / "gone" / "night.secim"):
        with refused(Code.S900):
            Session.open_file(missing, read_only=read_only)
    assert listing(tmp_path) == set()


def test_s901_a_folder_is_no_night(tmp_path: Path) -> None:
    (tmp_path / "night.secim").mkdir()
    with refused(Code.S901):
        Session.open_file(tmp_path / "night.secim")
    assert listing(tmp_path) == {"night.secim"}


def test_s902_says_which_versions(path: Path) -> None:
    newer = len(schema.STEPS) + 1
    with_header(path, version=newer)
    with refused(Code.S902) as refusal:
        Session.open_file(path)
    assert refusal.value.values["version"] == newer
    assert refusal.value.values["known"] == len(schema.STEPS)


def test_s904_a_second_desk_is_told_who_holds_the_file(path: Path) -> None:
    with other_desk(path) as other:
        names = listing(path.parent)
        with refused(Code.S904) as refusal:
            Session.open_file(path)
        held = holding.holder(path)
        assert held is not None
        assert (held.who, held.host, held.pid) == (holding.who(), platform.node(), other.pid)
        assert refusal.value.values["who"] == held.who
        assert refusal.value.values["host"] == held.host
        assert refusal.value.values["since"] == held.since
        assert listing(path.parent) == names


def test_s904_in_the_same_process_and_under_another_name(session: Session, path: Path) -> None:
    link = path.with_name("link.secim")
    link.symlink_to(path)
    for name in (path, link):
        with refused(Code.S904):
            Session.open_file(name)


def test_s905_a_desk_that_only_reads_writes_nothing(open_night: OpenNight) -> None:
    reader = open_night(read_only=True)
    assert reader.read_only
    with refused(Code.S905):
        reader.record(SetSetting("style", "ke"))


@pytest.mark.parametrize("mirror", [False, True], ids=["from the disk", "from its mirror"])
def test_a_reader_beside_a_writer_sees_what_it_keys(
    path: Path, open_night: OpenNight, mirror: bool
) -> None:
    with other_desk(path) as other:
        reader = open_night(read_only=True, mirror=mirror)
        has_changed = reader.outside_changes()
        assert not has_changed()
        key_there(other, "58.63")
        assert has_changed()
        assert not has_changed()
        draft = reader.draft(AA)
        assert draft is not None and draft.figures == shares(chp="58.63")


def test_the_file_is_free_again_after_closing(path: Path, open_night: OpenNight) -> None:
    before = content_of(path)
    session = open_night()
    assert listing(path.parent) == {"night.secim", ".night.secim.lock"}
    session.close()
    session.close()
    assert listing(path.parent) == {"night.secim"}
    assert holding.holder(path) is None
    assert content_of(path) == before
    open_night().close()


def test_the_file_is_free_again_after_a_kill(path: Path, open_night: OpenNight) -> None:
    with other_desk(path) as other:
        other.kill()
        other.wait()
        session = open_night()
        draft = session.draft(AA)
        assert draft is not None and draft.figures == shares(chp="1.5")
        held = holding.holder(path)
        assert held is not None and held.pid == os.getpid()
        session.close()
    assert listing(path.parent) == {"night.secim"}


def test_who_reads_holder_of_what_is_no_night(tmp_path: Path) -> None:
    assert holding.holder(tmp_path / "missing.secim") is None
    text = tmp_path / "text.secim"
    text.write_text("Beyoğlu")
    assert holding.holder(text) is None
    assert listing(tmp_path) == {"text.secim"}


def test_s908_a_new_night_never_overwrites(path: Path, election: Election) -> None:
    before = path.read_bytes()
    with refused(Code.S908):
        Session.create(path, election)
    assert path.read_bytes() == before
    assert listing(path.parent) == {"night.secim"}


def test_s908_made_by_another_desk_while_this_one_waited(
    path: Path, election: Election, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = path.read_bytes()
    path.unlink()
    take = holding.take

    def made_meanwhile(wanted: Path) -> object:
        wanted.write_bytes(made)
        return take(wanted)

    monkeypatch.setattr(holding, "take", made_meanwhile)
    with refused(Code.S908):
        Session.create(path, election)
    assert path.read_bytes() == made
    assert listing(path.parent) == {"night.secim"}


def test_s909_a_new_night_makes_no_folder(tmp_path: Path, election: Election) -> None:
    with refused(Code.S909):
        Session.create(tmp_path / "gone" / "night.secim", election)
    assert listing(tmp_path) == set()


def test_s909_a_folder_that_takes_no_file(path: Path, election: Election) -> None:
    # Root may write anywhere; where the lock should be, a folder stands in the way of everybody.
    path.unlink()
    (path.parent / ".night.secim.lock").mkdir()
    with refused(Code.S909):
        Session.create(path, election)
    assert listing(path.parent) == {".night.secim.lock"}


def test_a_night_that_cannot_be_filled_leaves_nothing(tmp_path: Path) -> None:
    def fail(_: disk.Database) -> None:
        raise RuntimeError("ours")

    with pytest.raises(RuntimeError, match="ours"):
        store.create(tmp_path / "night.secim", fail)
    assert listing(tmp_path) == set()


def test_s906_disk_full_keeps_everything_and_goes_on(session: Session, path: Path) -> None:
    type_in(session, AA, shares(chp="58.63"))
    connection = disk_of(session)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    before = content(connection)
    with refused(Code.S906):
        session.record(SetSetting("note", "x" * 50_000))
    assert content(connection) == before == content(session._store._memory.conn)

    connection.execute(f"PRAGMA max_page_count = {pages * 10}")
    session.record(SetSetting("note", "x" * 50_000))
    assert session.settings["note"] == "x" * 50_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_s907_a_write_the_system_cuts_off(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.secim"
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path), str(elsewhere)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout.split(), run.stderr) == (["S907"], "")
    with Session.open_file(elsewhere) as saved:
        assert saved.settings == {"before": "kept"}
    with Session.open_file(path) as session:
        assert session.settings == {"before": "kept", "after": "kept"}


def test_s907_no_journal_can_be_made(session: Session, path: Path) -> None:
    type_in(session, AA, shares(chp="58.63"))
    before = content(disk_of(session))
    obstacle = path.with_name("night.secim-journal")
    obstacle.mkdir()
    with refused(Code.S907):
        type_in(session, AA, shares(ak_parti="35.94"))
    obstacle.rmdir()
    assert content(disk_of(session)) == before == content(session._store._memory.conn)
    type_in(session, AA, shares(ak_parti="35.94"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")
@pytest.mark.parametrize("go", [shutil.rmtree, lambda f: f.rename(f.with_name("away"))])
def test_s907_the_stick_has_gone_and_everything_is_saved_elsewhere(
    session: Session, path: Path, tmp_path: Path, go: Callable[[Path], object]
) -> None:
    type_in(session, AA, shares(chp="58.63"))
    go(path.parent)
    with refused(Code.S907):
        type_in(session, AA, shares(ak_parti="35.94"))
    draft = session.draft(AA)
    assert draft is not None and draft.figures == shares(chp="58.63")

    elsewhere = session.save_elsewhere(tmp_path / "elsewhere.secim")
    with Session.open_file(elsewhere, clock=night_clock) as saved:
        assert saved.draft(AA) == draft
        assert saved.election == session.election
        type_in(saved, AA, shares(ak_parti="35.94"))
    session.close()


def test_s904_another_program_is_reading_just_now(session: Session, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM bulletin").fetchall()
        with refused(Code.S904) as refusal:
            type_in(session, AA, shares(chp="58.63"))
        # Nobody's desk: this one holds the lock.
        assert refusal.value.values["who"] == "?"
        other.execute("COMMIT")
    assert session.drafts() == ()
    type_in(session, AA, shares(chp="58.63"))


def test_s904_a_reader_while_another_program_writes(path: Path, open_night: OpenNight) -> None:
    reader = open_night(read_only=True, mirror=False)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with refused(Code.S904):
            reader.drafts()
        other.execute("ROLLBACK")
    assert reader.drafts() == ()


def test_our_own_faults_are_no_refusals(session: Session) -> None:
    before = content(disk_of(session))

    def fail(db: disk.Database) -> None:
        db.conn.execute("INSERT INTO setting VALUES ('a', 'b')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        session._store.write(fail)
    with pytest.raises(sqlite3.IntegrityError):
        session._store.write(lambda db: db.conn.execute("INSERT INTO setting VALUES (NULL, 1)"))
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        session._store.read(lambda db: db.conn.execute("SELECT * FROM missing"))
    assert content(disk_of(session)) == before == content(session._store._memory.conn)


def test_the_mirror_takes_in_what_another_program_wrote(session: Session, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO setting VALUES ('theirs', '1')")
        chain.seal(disk.wrap(other), "settings")
        other.commit()
    session.record(SetSetting("ours", "2"))
    assert session.settings == {"theirs": "1", "ours": "2"}
    assert content(disk_of(session)) == content(session._store._memory.conn)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO setting VALUES ('theirs', '1')",
        "INSERT INTO alias VALUES ('halk', 'Halk', 'chp')",
        "DELETE FROM latest",
        "UPDATE election SET zone = 'Mars/Base'",
        "UPDATE place SET name = name || char(0) WHERE name = 'Şile'",
        "DROP TRIGGER link_never_delete; DELETE FROM link WHERE id = (SELECT max(id) FROM link)",
        "DROP TRIGGER figure_never_update; UPDATE figure SET value = '77.7'",
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_s913_s917_what_is_changed_outside_is_neither_shown_nor_written_over(
    path: Path, open_night: OpenNight, statement: str, read_only: bool
) -> None:
    with Session.open_file(path) as before:
        file_at(before, AA, "19:20", shares(chp="58.63"))
    session = open_night(read_only=read_only)
    changed, shown = session.outside_changes(), content(session._store._memory.conn)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        triggers = other.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        other.executescript(statement)
        for (sql,) in triggers:
            with suppress(sqlite3.OperationalError):
                other.execute(sql)
    with pytest.raises(Refusal) as looked:
        changed()
    assert looked.value.code in (Code.S913, Code.S917)
    assert content(session._store._memory.conn) == shown
    if not read_only:
        data = path.read_bytes()
        with pytest.raises(Refusal) as written:
            session.record(SetSetting("style", "ke"))
        assert written.value.code is looked.value.code
        assert path.read_bytes() == data


def test_a_mirror_that_fits_no_more_is_made_anew(session: Session) -> None:
    def write(db: disk.Database) -> None:
        db.conn.execute("INSERT INTO setting VALUES ('style', 'ke')")
        chain.seal(db, "settings")

    session._store._memory.conn.execute("INSERT INTO setting VALUES ('style', 'astray')")
    session._store.write(write)
    assert content(disk_of(session)) == content(session._store._memory.conn)


def test_a_file_left_in_wal_mode_comes_back_to_one_file(path: Path, open_night: OpenNight) -> None:
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    session = open_night()
    type_in(session, AA, shares(chp="58.63"))
    assert listing(path.parent) == {"night.secim", ".night.secim.lock"}


def test_plugins_of_this_machine_stay_out(session: Session) -> None:
    assert session._store._disk.conn.isolation_level is None
    command = (
        "import desk.file.store, sys; print('numpy' in sys.modules, 'matplotlib' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.split() == ["False", "False"]


# Copies


def test_a_backup_is_named_for_the_moment_and_whole(evening: Session, tmp_path: Path) -> None:
    copy = evening.backup(tmp_path)
    assert copy.name == "night-20240331-192500.secim"
    assert content_of(copy) == content(disk_of(evening))
    with Session.open_file(copy, clock=night_clock) as again:
        assert again.latest("ibb") == evening.latest("ibb")
    assert listing(tmp_path) >= {"stick", copy.name}
    assert [name for name in listing(tmp_path) if name.startswith(".")] == []


def test_s908_a_copy_overwrites_nothing(session: Session, path: Path, tmp_path: Path) -> None:
    session.backup(tmp_path)
    for target in (path, tmp_path / "night-20240331-192500.secim"):
        before = target.read_bytes()
        with refused(Code.S908):
            session.save_elsewhere(target)
        assert target.read_bytes() == before


def test_s909_a_copy_makes_no_folder(session: Session, tmp_path: Path) -> None:
    with refused(Code.S909):
        session.backup(tmp_path / "gone")
    with refused(Code.S909):
        session.save_elsewhere(tmp_path / "gone" / "night.secim")
    assert listing(tmp_path) == {"stick"}


def test_s910_a_copy_that_differs_does_not_stay(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "is_whole", lambda _: False)
    with refused(Code.S910):
        session.save_elsewhere(tmp_path / "copy.secim")
    assert listing(tmp_path) == {"stick"}


def test_s906_a_copy_for_which_there_is_no_room(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "_sync_folder", full)
    with refused(Code.S906):
        session.save_elsewhere(tmp_path / "copy.secim")


def test_a_copy_cut_short_by_a_kill_is_cleared_away(session: Session, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / f".copy.secim.{gone.pid}.part").write_text("half a copy")
    copy = session.save_elsewhere(tmp_path / "copy.secim")
    assert listing(tmp_path) == {"stick", copy.name}
    Session.open_file(copy).close()


# Migrations


def add_a_table(db: disk.Database) -> None:
    db.conn.execute("CREATE TABLE extra_table (id INTEGER PRIMARY KEY) STRICT")


def fail_half_way(db: disk.Database) -> None:
    db.conn.execute("DELETE FROM draft")
    raise ZeroDivisionError


def test_a_migration_takes_a_backup_first(
    path: Path, open_night: OpenNight, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_night()
    type_in(session, AA, shares(chp="58.63"))
    session.close()
    old_night = Path(shutil.copy(path, path.with_name("old")))

    version = len(schema.STEPS)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, add_a_table))
    migrated = open_night()
    backup = path.with_name(f"night-v{version}-20240331-162500.secim")
    assert listing(path.parent) == {"night.secim", ".night.secim.lock", "old", backup.name}
    assert content_of(backup) == content_of(old_night)
    tables = content(disk_of(migrated))
    assert tables["extra_table"] == []
    draft = migrated.draft(AA)
    assert draft is not None and draft.figures == shares(chp="58.63")
    migrated.close()
    open_night().close()
    assert listing(path.parent) == {"night.secim", backup.name, "old"}

    monkeypatch.undo()
    with refused(Code.S902):
        Session.open_file(path)
    Session.open_file(backup).close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, open_night: OpenNight, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, add_a_table, fail_half_way))
    with pytest.raises(ZeroDivisionError):
        open_night()
    assert path.read_bytes() == before
    assert not path.with_name(".night.secim.lock").exists()
    monkeypatch.undo()
    open_night().close()


def test_no_migration_without_its_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, add_a_table))

    def no_room(source: disk.Database, target: Path) -> Path:
        raise Refusal(Code.S906, file=str(target))

    monkeypatch.setattr(disk, "copy", no_room)
    with refused(Code.S906):
        Session.open_file(path)
    assert path.read_bytes() == before
    assert listing(path.parent) == {"night.secim"}


@pytest.mark.parametrize("mirror", [False, True], ids=["plain", "mirrored"])
def test_an_older_file_is_read_without_being_migrated(
    path: Path, open_night: OpenNight, monkeypatch: pytest.MonkeyPatch, mirror: bool
) -> None:
    session = open_night()
    type_in(session, AA, shares(chp="58.63"))
    session.close()
    before = path.read_bytes()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, add_a_table))
    reader = open_night(read_only=True, mirror=mirror)
    draft = reader.draft(AA)
    assert draft is not None and draft.figures == shares(chp="58.63")
    with refused(Code.S905):
        reader.record(SetSetting("style", "ke"))
    reader.close()
    assert path.read_bytes() == before
    assert listing(path.parent) == {"night.secim"}


# Paths


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/stick/night.secim", "file:///stick/night.secim?mode=ro"),
        ("/stick/a b?#%/ş.secim", "file:///stick/a%20b%3F%23%25/%C5%9F.secim?mode=ro"),
        ("C:/Users/night.secim", "file:///C:/Users/night.secim?mode=ro"),
        ("//server/share/night.secim", "file:////server/share/night.secim?mode=ro"),
    ],
)
def test_every_path_has_an_address_without_a_host(path: str, address: str) -> None:
    assert disk._uri(path, "ro") == address


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows fewer names")
def test_any_name_of_a_file_will_do(tmp_path: Path, election: Election) -> None:
    folder = tmp_path / "a b?mode=ro#%20&ş"
    folder.mkdir()
    path = folder / "gece ?cache=shared#1%.secim"
    with Session.create(path, election, night_clock) as session:
        session.record(SetFigure(ANKA, Row(Item.TURNOUT), shares(x="7")[Row(Item.SHARE, "x")]))
    with Session.open_file(path) as session:
        assert session.draft(ANKA) is not None
    assert listing(folder) == {path.name}


def test_a_refusal_is_plain_values(path: Path) -> None:
    with_header(path, version=99)
    with pytest.raises(Refusal) as caught:
        Session.open_file(path)
    json.dumps(caught.value.values)
