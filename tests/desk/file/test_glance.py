"""A file seen in passing: what it holds, or nothing where it is no night, and never for long."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desk.file.backups import newest_in
from desk.file.glance import LONGEST, glance
from desk.file.session import Session


def test_a_night_says_what_it_holds(evening: Session) -> None:
    told = glance(evening.path)
    assert told is not None
    assert (told.name_tr, told.date) == ("İstanbul yerel seçimi, 31 Mart 2024", "2024-03-31")
    assert (told.bulletins, told.posts, told.rehearsal) == (8, 0, False)


def test_what_is_no_night_says_nothing(tmp_path: Path) -> None:
    other = tmp_path / "other.secim"
    assert glance(other) is None
    other.write_bytes(b"no night")
    assert glance(other) is None
    with closing(sqlite3.connect(tmp_path / "empty.secim")) as connection:
        connection.execute("CREATE TABLE election (name_tr, name_en, date)")
    assert glance(tmp_path / "empty.secim") is None


def test_a_file_that_would_never_end_is_left(tmp_path: Path) -> None:
    path = tmp_path / "endless.secim"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE VIEW election AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n)"
            " SELECT max(i) AS name_tr, '' AS name_en, '' AS date FROM n"
        )
    assert glance(path) is None


def test_names_are_cut_and_signs_that_turn_the_line_left_out(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE election SET name_tr = ?", ("\u202eA\n" * 300,))
        connection.commit()
    told = glance(path)
    assert told is not None and told.name_tr == "A" * LONGEST


def test_the_newest_of_a_folder(tmp_path: Path, path: Path) -> None:
    assert newest_in(tmp_path / "nowhere") is None
    assert newest_in(path.parent) is not None
