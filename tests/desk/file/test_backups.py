"""Automatic backups: how many are kept, what is told of them, and one of them put back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.facts.codes import Code, Refusal
from desk.file import backups, disk
from desk.file.session import Session
from tests.desk.conftest import AA, ANKA, content_of, file_at, listing, night_clock, refused, shares
from tests.desk.file.cut_short import cut_short

NOW = datetime(2024, 3, 31, 18, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go; nothing is there yet, not even the folder."""
    return tmp_path / "stick" / "backups"


def backed_up(session: Session, folder: Path) -> Path:
    """One backup more."""
    work = session.backup_in_steps(folder)
    while True:
        try:
            next(work)
        except StopIteration as end:
            assert isinstance(end.value, Path)
            return end.value


def test_a_backup_is_the_night_and_is_told_by_its_last_bulletin(
    session: Session, path: Path, folder: Path
) -> None:
    file_at(session, AA, "19:20", shares(chp="58.63"))
    file_at(session, ANKA, "19:25", shares(chp="61.23"))
    made = backed_up(session, folder)
    (found,) = backups.of_night(path, (folder, path.parent))
    assert found.path == made
    assert (found.bulletins, found.posts) == (2, 0)
    assert found.last == ("ANKA", "Beyoğlu", "2024-03-31T19:25")
    session.close()
    assert {**content_of(made), "desk": []} == content_of(path)


def test_a_backup_is_of_the_moment_it_was_begun(session: Session, folder: Path) -> None:
    file_at(session, AA, "19:20", shares(chp="58.63"))
    work = session.backup_in_steps(folder)
    next(work)
    file_at(session, ANKA, "19:25", shares(chp="61.23"))
    for _ in work:
        pass
    (made,) = folder.iterdir()
    with Session.open_file(made, read_only=True) as copy:
        assert len(copy.bulletins("ibb", "Beyoğlu")) == 1
        assert copy.broken is None


def test_so_many_are_kept_and_no_other_night_loses_any(
    session: Session, folder: Path, tmp_path: Path
) -> None:
    with Session.create(tmp_path / session.path.name, session.election, night_clock) as other:
        backed_up(other, folder)
    kept = [backed_up(session, folder) for _ in range(backups.KEPT + 3)]
    for age, one in enumerate(reversed(kept)):
        if one.exists():
            os.utime(one, (10**9 - age, 10**9 - age))
    last = backed_up(session, folder)
    assert len(backups.of_night(session.path, (folder,))) == backups.KEPT
    assert len(listing(folder)) == backups.KEPT + 1
    assert last.exists()


def test_stopped_half_way_leaves_nothing(session: Session, folder: Path) -> None:
    work = session.backup_in_steps(folder)
    next(work)
    next(work)
    work.close()
    assert listing(folder) == set()


def test_s909_a_folder_that_cannot_be_made(session: Session, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with refused(Code.S909):
        backed_up(session, tmp_path / "file" / "backups")


def test_one_is_put_back_and_what_was_there_is_kept(
    session: Session, path: Path, folder: Path
) -> None:
    file_at(session, AA, "19:20", shares(chp="58.63"))
    made = backed_up(session, folder)
    file_at(session, ANKA, "19:25", shares(chp="61.23"))
    with refused(Code.S904):
        backups.put_back(path, made, NOW)
    session.close()
    before = path.read_bytes()
    aside = backups.put_back(path, made, NOW)
    assert aside is not None and aside.read_bytes() == before
    with Session.open_file(path) as again:
        assert len(again.bulletins("ibb", "Beyoğlu")) == 1
    assert len(backups.of_night(path, (folder, path.parent))) == 2


def test_one_is_put_back_where_the_file_is_gone_or_is_none(
    session: Session, path: Path, folder: Path
) -> None:
    made = backed_up(session, folder)
    session.close()
    path.unlink()
    (found,) = backups.of_night(path, (folder, path.parent))
    assert found.path == made
    assert backups.put_back(path, made, NOW) is None
    path.write_bytes(b"")
    assert len(backups.of_night(path, (folder, path.parent))) == 1
    assert backups.put_back(path, made, NOW) is not None
    Session.open_file(path).close()


def test_a_journal_goes_with_the_file_it_belongs_to(
    session: Session, path: Path, folder: Path
) -> None:
    made = backed_up(session, folder)
    session.close()
    journal = cut_short(path)
    aside = backups.put_back(path, made, NOW)
    assert aside is not None and not journal.exists()
    assert aside.with_name(f"{aside.name}-journal").exists()
    with Session.open_file(path) as again:
        assert again.bulletins("ibb", "Beyoğlu") == ()


@pytest.mark.parametrize("end", ["journal", "wal"])
def test_what_a_file_that_is_gone_has_left_is_not_put_into_its_backup(
    session: Session, path: Path, folder: Path, end: str
) -> None:
    made = backed_up(session, folder)
    session.close()
    cut_short(path).rename(path.with_name(f"{path.name}-{end}"))
    path.unlink()
    assert backups.put_back(path, made, NOW) is None
    assert not path.with_name(f"{path.name}-{end}").exists()
    Session.open_file(path).close()


def test_links_in_a_circle_are_no_backup(session: Session, path: Path, folder: Path) -> None:
    made = backed_up(session, folder)
    circle = folder / "circle.secim"
    circle.symlink_to(circle)
    assert [found.path for found in backups.of_night(path, (folder,))] == [made]
    with refused(Code.S907):
        Session.open_file(circle)


def test_what_is_no_night_is_no_backup(session: Session, path: Path, folder: Path) -> None:
    backed_up(session, folder)
    for name, data in (("night-1.secim", b""), ("night-2.secim", b"x" * 4096)):
        (folder / name).write_bytes(data)
    session.close()
    assert len(backups.of_night(path, (folder,))) == 1
    path.unlink()
    with refused(Code.S903):
        backups.put_back(path, folder / "night-2.secim", NOW)
    assert not path.exists()


@pytest.mark.parametrize("how", ["a page is gone", "content no desk writes"])
def test_s903_a_backup_no_desk_would_open_is_not_put_back(
    session: Session, path: Path, folder: Path, how: str
) -> None:
    file_at(session, AA, "19:20", shares(chp="58.63"))
    made = backed_up(session, folder)
    session.close()
    if how == "a page is gone":
        made.write_bytes(
            made.read_bytes()[: 9 * 4096] + bytes(4096) + made.read_bytes()[10 * 4096 :]
        )
    else:
        with closing(sqlite3.connect(made, isolation_level=None)) as raw:
            raw.execute("UPDATE item SET topic = 'votes' WHERE name = 'share'")
    before = path.read_bytes()
    with pytest.raises(Refusal) as caught:
        backups.put_back(path, made, NOW)
    assert caught.value.code is Code.S903
    assert caught.value.values["file"] == str(made)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir() if one.is_file()] == [path.name]


def test_two_in_a_second_have_two_names(session: Session, folder: Path) -> None:
    folder.mkdir(parents=True)
    assert session.backup(folder) != session.backup(folder)
    assert disk.free(folder / "new.secim") == folder / "new.secim"
