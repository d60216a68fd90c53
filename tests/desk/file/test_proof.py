"""Whether a file is a night and whole: what is refused, what is said, and what stays untouched."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from desk.facts.codes import Code
from desk.facts.edits import SetFigure, SetSetting
from desk.file import session as session_module
from desk.file.session import Session
from tests.desk.conftest import AA, ANKA, disk_of, file_at, refused, share, shares
from tests.desk.file.test_schema import DATA
from tests.faults.files import CONTENTS, PAGE, SCHEMAS, by_hand, swapped
from tests.faults.harness import night

CHANGES = {
    "bulletin 2": (
        "figure_never_update",
        "UPDATE figure SET value = '77.77' WHERE bulletin = 2 AND item = 'share'",
    ),
    "bulletin 3": (
        "bulletin_never_update",
        "UPDATE bulletin SET filed_by = 'somebody' WHERE id = 3",
    ),
    "mark 1": ("mark_never_update", "UPDATE mark SET reason = 'another'"),
    "post 4": ("post_never_update", "UPDATE post SET headline = 'another' WHERE id = 4"),
    "post_mark 1": ("post_mark_never_update", "UPDATE post_mark SET reason = 'another'"),
    "settings 9": (
        "link_never_update",
        "UPDATE link SET number = 9 WHERE kind = 'settings' AND number = 1",
    ),
    "people 3": ("person_never_update", "UPDATE person SET name = 'Kimse' WHERE id = 1"),
}
"""Content a desk could have written, and did not, by what is found to be broken."""


@pytest.fixture
def whole(path: Path) -> Path:
    """A night with something of everything."""
    path.write_bytes(night())
    return path


def change(path: Path, trigger: str, statement: str) -> None:
    """Change a night as a program does that knows its triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        by_hand(raw, trigger, statement)


def test_a_night_is_whole_and_says_how_much_it_holds(whole: Path) -> None:
    with Session.open_file(whole) as session:
        proof = session.proof
        assert proof is not None
        assert (proof.bulletins, proof.posts, proof.broken, proof.unsealed) == (14, 6, None, False)
        assert proof.digest == session.seal()


@pytest.mark.parametrize("where", CHANGES)
def test_s917_what_was_changed_outside_is_named_read_and_not_written_to(
    whole: Path, where: str
) -> None:
    change(whole, *CHANGES[where])
    before = whole.read_bytes()
    with Session.open_file(whole, read_only=True) as session:
        assert session.broken is not None and session.broken.code is Code.S917
        assert session.broken.values["where"] == where
        assert session.bulletins("ibb", "Beyoğlu")
    with refused(Code.S917):
        Session.open_file(whole)
    assert whole.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO figure VALUES (99, 'share', 'chp', '50');"
        "INSERT INTO bulletin VALUES (99, 'AA', 'ibb', 'Şile', '2024-03-31T21:00',"
        " '2024-03-31T18:00:00Z', 'x', NULL, '')",
        "INSERT INTO setting VALUES ('win-from', '12')",
        "INSERT INTO alias VALUES ('halk', 'Halk', 'chp')",
    ],
)
def test_s917_what_was_slipped_in_is_not_believed(whole: Path, statement: str) -> None:
    with closing(sqlite3.connect(whole, isolation_level=None)) as raw:
        raw.executescript(statement)
    with Session.open_file(whole, read_only=True) as session:
        assert session.broken is not None


def test_the_first_that_is_not_whole_is_named(whole: Path) -> None:
    for where in ("post 4", "bulletin 3", "bulletin 2"):
        change(whole, *CHANGES[where])
    with Session.open_file(whole, read_only=True) as session:
        assert session.broken is not None
        assert session.broken.values["where"] == "bulletin 2"


@pytest.mark.parametrize("statement", SCHEMAS)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_has_another_schema_is_refused_untouched(
    whole: Path, statement: str, read_only: bool
) -> None:
    with closing(sqlite3.connect(whole, isolation_level=None)) as raw:
        raw.execute("PRAGMA legacy_alter_table = ON")
        raw.executescript(statement)
    before = whole.read_bytes()
    with pytest.raises(session_module.Refusal) as caught:
        Session.open_file(whole, read_only=read_only)
    assert caught.value.code in (Code.S901, Code.S902, Code.S903)
    assert whole.read_bytes() == before
    assert [one.name for one in whole.parent.iterdir()] == [whole.name]


@pytest.mark.parametrize("mirror", [False, True], ids=["a command", "a window"])
@pytest.mark.parametrize(("trigger", "statement"), CONTENTS, ids=[one for _, one in CONTENTS])
def test_content_no_desk_writes_is_refused_or_said(
    whole: Path, trigger: str, statement: str, mirror: bool
) -> None:
    with closing(sqlite3.connect(whole, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        before = raw.total_changes
        if trigger:
            by_hand(raw, trigger, statement)
        else:
            raw.execute(statement)
        if raw.total_changes == before:
            pytest.skip("nothing in this night to change so")
    with pytest.raises(session_module.Refusal) as caught:
        Session.open_file(whole, mirror=mirror)
    assert caught.value.code in (Code.S903, Code.S917)
    try:
        session = Session.open_file(whole, read_only=True, mirror=mirror)
    except session_module.Refusal as refusal:
        assert refusal.code is Code.S903
        assert refusal.values["where"]
    else:
        with session:
            # A draft is not sealed, and what it says now a desk could have written.
            assert session.broken is not None


def test_s903_what_lies_in_another_order_than_its_key_is_not_believed(whole: Path) -> None:
    """On any page; also of the tables so long that SQLite is not asked about their order."""
    fresh, spoilt = whole.read_bytes(), 0
    for page in range(len(fresh) // PAGE):
        data = bytearray(fresh)
        if swapped(data, page, Random(page)):
            spoilt += 1
            whole.write_bytes(data)
            with refused(Code.S903):
                Session.open_file(whole, read_only=True, mirror=page % 2 == 0)
    assert spoilt > 20


@pytest.mark.parametrize(("at", "value"), [(47, 9), (59, 2), (59, 3), (20, 32), (19, 3), (67, 1)])
def test_s903_a_header_no_desk_writes_is_refused(whole: Path, at: int, value: int) -> None:
    """A format that no release has, texts in UTF-16, pages of another size or order."""
    data = bytearray(whole.read_bytes())
    data[at] = value
    whole.write_bytes(data)
    for mirror in (False, True):
        with refused(Code.S903):
            Session.open_file(whole, read_only=True, mirror=mirror)
    with refused(Code.S903):
        Session.open_file(whole)
    assert whole.read_bytes() == data


def test_an_older_night_gets_its_chain_with_the_schema(tmp_path: Path) -> None:
    old = Path(shutil.copy(DATA / "schema-8.secim", tmp_path / "old.secim"))
    with Session.open_file(old, read_only=True) as session:
        assert session.proof is not None and session.proof.unsealed
        assert session.broken is None
    with Session.open_file(old) as session:
        session.record(SetSetting("win-from", "91"))
    with Session.open_file(old) as session:
        assert session.proof is not None and not session.proof.unsealed
        assert session.broken is None


def test_an_older_night_that_no_desk_wrote_is_not_brought_up_to_date(tmp_path: Path) -> None:
    old = Path(shutil.copy(DATA / "schema-8.secim", tmp_path / "old.secim"))
    change(
        old, "bulletin_never_update", "UPDATE bulletin SET as_of = '2024-13-31T19:25' WHERE id = 1"
    )
    before = old.read_bytes()
    with refused(Code.S903):
        Session.open_file(old)
    assert old.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [old.name]


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every night is a long one."""
    monkeypatch.setattr(session_module, "MANY_LINKS", 0)


@pytest.fixture
def opened(whole: Path, long: None) -> Callable[[], Session]:
    """Opens the night as a window does."""
    return lambda: Session.open_file(whole, mirror=True, prove=False)


def test_s918_a_long_night_is_not_written_to_before_it_is_proved(
    opened: Callable[[], Session],
) -> None:
    with opened() as session:
        assert session.proof is None
        with refused(Code.S918):
            session.record(SetSetting("win-from", "91"))
        for _ in session.prove():
            pass
        session.record(SetSetting("win-from", "91"))
        assert session.proof is not None


def test_a_long_night_is_proved_in_many_steps_and_anew_where_it_has_changed(
    opened: Callable[[], Session],
) -> None:
    with opened() as session:
        first = sum(1 for _ in session.prove())
        assert first > 10
        work = session.prove()
        for _ in range(first - 2):
            next(work)
        session.record(SetSetting("win-from", "91"))
        assert sum(1 for _ in work) > first - 2
        assert session.proof is not None
        assert session.proof.digest == session.seal()


def test_a_long_night_others_write_to_while_it_is_proved_is_proved_anew(
    whole: Path, opened: Callable[[], Session]
) -> None:
    with opened() as session:
        changed = session.outside_changes()
        work = session.prove()
        next(work)
        with closing(sqlite3.connect(whole, isolation_level=None)) as raw:
            raw.execute("INSERT INTO setting VALUES ('win-from', '77')")
        assert changed()
        for _ in work:
            pass
        # Nobody has sealed it.
        assert session.broken is not None
        with refused(Code.S917):
            session.record(SetSetting("win-from", "91"))


def test_s913_a_long_night_spoilt_while_it_is_proved_is_not_written_to(
    whole: Path, opened: Callable[[], Session]
) -> None:
    with opened() as session:
        work = session.prove()
        next(work)
        with whole.open("r+b") as handle:
            handle.seek(3 * 4096)
            handle.write(bytes(4096))
        before = whole.read_bytes()
        with refused(Code.S913):
            list(work)
        with refused(Code.S913):
            session.record(SetSetting("win-from", "91"))
    assert whole.read_bytes() == before


def test_a_long_night_that_is_broken_is_not_written_to(
    whole: Path, opened: Callable[[], Session]
) -> None:
    change(whole, *CHANGES["bulletin 2"])
    with opened() as session:
        for _ in session.prove():
            pass
        with refused(Code.S917):
            session.record(SetSetting("win-from", "91"))


def test_a_long_night_no_desk_wrote_stays_untouched(
    whole: Path, opened: Callable[[], Session]
) -> None:
    change(whole, "bulletin_never_update", "UPDATE bulletin SET as_of = '2024-13-31T19:25'")
    before = whole.read_bytes()
    with opened() as session:
        with refused(Code.S903):
            for _ in session.prove():
                pass
        with refused(Code.S903):
            session.record(SetSetting("win-from", "91"))
    assert whole.read_bytes() == before


def test_views_and_triggers_of_a_file_are_not_trusted(session: Session) -> None:
    for connection in (disk_of(session), session._store.night.conn):
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)


def test_typing_and_filing_go_on_in_a_night_that_is_whole(session: Session, path: Path) -> None:
    session.record(SetFigure(AA, share("chp"), shares(chp="58.63")[share("chp")]))
    file_at(session, ANKA, "19:25", shares(chp="61.23"))
    session.close()
    with Session.open_file(path, read_only=True) as again:
        assert again.broken is None
