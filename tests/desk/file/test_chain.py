"""The chain of digests: what is sealed, in a form a stranger works out with Python and SQLite."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desk.facts.bulletin import Fragment, Row
from desk.facts.catalog import resource
from desk.facts.edits import (
    Accept,
    AddAgency,
    FileBulletins,
    LearnAlias,
    NewBulletin,
    Publish,
    Retract,
    SetFigure,
    SetSetting,
    Unaccept,
    Withdraw,
)
from desk.facts.election import Agency
from desk.facts.people import Person
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.rules.checks import Checks
from tests.desk.conftest import AA, ANKA, at, disk_of, file_at, share, shares

ROOT = resource().parent


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lines of docs/file.md that verify a night without the desk."""
    text = (ROOT / "docs" / "file.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    path = tmp_path_factory.mktemp("stranger") / "verify.py"
    path.write_text(code, encoding="utf-8")
    return path


def stranger(script: Path, night: Path) -> str:
    """What they say of a night."""
    run = subprocess.run(
        [sys.executable, "-I", str(script), str(night)], capture_output=True, text=True, check=False
    )
    return (run.stdout + run.stderr).strip()


def links(session: Session) -> list[tuple[str, int]]:
    """What was sealed, in its order."""
    return disk_of(session).execute("SELECT kind, number FROM link ORDER BY id").fetchall()


def everything(session: Session) -> None:
    """Something of everything that is sealed."""
    text = "AA: CHP %58,63'tü"
    told: dict[Row, Fragment] = {share("chp"): (8, 13)}
    new = NewBulletin(AA, at("19:20"), shares(chp="58.63"), fragments=told)
    session.record(FileBulletins((new,), text))
    number = file_at(session, ANKA, "19:25", shares(chp="61.23", ak_parti="35.53"))
    session.record(Withdraw((number,), "recalled: 'twice'"))
    file_at(session, ANKA, "19:30", shares(chp="161.23"))
    session.record(AddAgency(Agency("IHA", "İhlas", ("İhlas'ın",))))
    session.record(LearnAlias("ak", "ak_parti"))
    session.set_people([Person("ibb", "", "chp", "Ekrem İmamoğlu")])
    session.record(SetSetting("win-from", "91"))
    checks = Checks(session)
    (finding, *_) = checks.all()
    session.record(Accept(finding.remembered, "seen"))
    session.record(Unaccept(finding.remembered))
    post = compose(session, PostKind.STANDING, Ask("ibb"))
    (published,) = session.record(Publish(post)).posts
    session.record(Retract((published,), "too early"))


def test_everything_filed_published_or_let_stand_is_sealed_in_its_order(session: Session) -> None:
    begun = links(session)
    assert begun == [("election", 1), ("names", 1), ("people", 1), ("settings", 1)]
    everything(session)
    assert links(session)[4:] == [
        *(("text", 1), ("bulletin", 1), ("pasted", 1), ("bulletin", 2), ("mark", 1)),
        *(("bulletin", 3), ("election", 2), ("names", 2), ("people", 2), ("settings", 2)),
        *(("acceptance", 1), ("acceptance", 2), ("post", 1), ("post_mark", 1)),
    ]


def test_typing_seals_nothing(session: Session) -> None:
    before = session.seal()
    for value in shares(chp="58.63", ak_parti="35.94").items():
        session.record(SetFigure(AA, *value))
    assert session.seal() == before


def test_a_stranger_comes_to_the_same_digest(session: Session, path: Path, script: Path) -> None:
    everything(session)
    seal = session.seal()
    session.close()
    assert stranger(script, path) == f"whole {seal}"


def test_a_stranger_finds_what_was_changed(session: Session, path: Path, script: Path) -> None:
    everything(session)
    session.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER figure_never_update")
        raw.execute("UPDATE figure SET value = '61.32' WHERE bulletin = 2 AND contender = 'chp'")
    assert stranger(script, path) == "not whole: bulletin 2"


def test_two_nights_with_the_same_figures_have_different_seals(
    session: Session, tmp_path: Path
) -> None:
    with Session.create(tmp_path / "other.secim", session.election) as other:
        assert other.seal() != session.seal()


def test_a_seal_is_printed_in_sixteen_letters(session: Session) -> None:
    assert re.fullmatch(r"[0-9a-f]{4}( [0-9a-f]{4}){3}", session.short_seal())
    assert session.seal().startswith(session.short_seal().replace(" ", ""))


def test_disk_and_memory_have_the_same_chain(session: Session) -> None:
    everything(session)
    disk = disk_of(session).execute("SELECT * FROM link").fetchall()
    assert session.look_up(lambda db: db.conn.execute("SELECT * FROM link").fetchall()) == disk


@pytest.mark.parametrize(
    "statement",
    ["UPDATE link SET number = 7", "DELETE FROM link", "REPLACE INTO link SELECT * FROM link"],
)
def test_what_was_sealed_never_changes(session: Session, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        disk_of(session).execute(statement)
