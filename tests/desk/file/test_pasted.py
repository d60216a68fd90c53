"""The text a bulletin was read from stays with it, unchanged, with each figure's fragment."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from desk.facts.bulletin import Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.session import Session
from tests.desk.conftest import CONTEST, PLACE, at, file_at, share, shares

TEXT = "AA: CHP yüzde 55,05 🗳 AKP yüzde 39,23"


@pytest.fixture
def pasted(session: Session) -> int:
    figures = shares(chp="55.05", ak_parti="39.23")
    fragments = {share("chp"): (14, 19), share("ak_parti"): (32, 37)}
    new = NewBulletin(Source("AA", CONTEST, PLACE), at("19:25"), figures, fragments)
    return session.record(FileBulletins((new,), TEXT)).bulletins[0]


def test_text_and_fragments_come_back(session: Session, pasted: int) -> None:
    raw = session.raw_text(pasted)
    assert raw is not None
    assert raw.content == TEXT
    assert {row: TEXT[slice(*span)] for row, span in raw.fragments.items()} == {
        share("chp"): "55,05",
        share("ak_parti"): "39,23",
    }


def test_a_typed_bulletin_has_no_text(session: Session) -> None:
    number = file_at(session, Source("AA", CONTEST, PLACE), "19:30", shares(chp="55.05"))
    assert session.raw_text(number) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE text SET content = ''",
        "DELETE FROM text",
        "INSERT OR REPLACE INTO text (id, content, at, by) VALUES (1, '', '', '')",
        "UPDATE fragment SET start = 0",
        "DELETE FROM fragment",
        "INSERT INTO fragment (bulletin, item, start, stop) VALUES (1, 'turnout', 0, 1)",
        "UPDATE pasted SET text = 1",
        "DELETE FROM pasted",
        "INSERT OR REPLACE INTO pasted (bulletin, text) VALUES (1, 1)",
    ],
)
def test_law_3_the_file_refuses_to_change_a_text(
    session: Session, pasted: int, statement: str
) -> None:
    path = session.path
    session.close()
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.DatabaseError, match="never changes"),
    ):
        connection.execute(statement)


def test_undo_and_redo_keep_the_text(session: Session, pasted: int) -> None:
    undone = session.record(session.record(FileBulletins((_other(),), "başka bir metin")).inverse)
    back = session.record(undone.inverse)
    assert session.raw_text(back.bulletins[0]) is not None


def _other() -> NewBulletin:
    return NewBulletin(Source("ANKA", CONTEST, PLACE), at("19:31"), shares(chp="60"))
