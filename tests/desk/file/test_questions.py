"""The questions of docs/file.md, asked by sqlite-utils of a night a desk has open and writes to."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from click.testing import CliRunner
from sqlite_utils.cli import cli

from desk.facts.edits import BeginCorrection, FileDraft
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.ledger import publish
from desk.rules.discrepancies import compare_place
from tests.desk.conftest import AA, CONTEST, PLACE, file_at, listing, shares, type_in
from tests.imports import ROOT

PAGE = (ROOT / "docs" / "file.md").read_text(encoding="utf-8")
SECTION = PAGE.split("## Five questions")[1].split("\n## ")[0]
SHARES, GAPS, MOVED, POSTS, NEWEST = re.findall(r"```sql\n(.*?)```", SECTION, re.DOTALL)


@pytest.fixture
def night(evening: Session) -> Session:
    """A post out, then a bulletin it cites corrected; the session stays open."""
    publish(evening, compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE, "Üsküdar"))))
    (wrong,) = (one for one in evening.bulletins(CONTEST, PLACE) if one.source == AA)
    evening.record(BeginCorrection(wrong.id))
    type_in(evening, AA, shares(chp="54.05"))
    evening.record(FileDraft(AA, "digit"))
    return evening


def asked(night: Session, question: str) -> list[dict[str, str]]:
    told = CliRunner().invoke(cli, ["query", str(night.path), question])
    assert told.exit_code == 0, told.output
    rows: list[dict[str, str]] = json.loads(told.stdout)
    return rows


def test_the_answers_are_the_desks(night: Session) -> None:
    before = night.path.read_bytes(), listing(night.path.parent)
    places = sorted({row["place"] for row in asked(night, SHARES)})
    sides = [compare_place(night, CONTEST, place, ("AA", "ANKA")) for place in places]
    counting = {
        (side.place, agency, contender): share
        for side in sides
        for agency, reported in (("AA", side.a), ("ANKA", side.b))
        for contender, share in reported.shares.items()
    }
    told = asked(night, SHARES)
    assert {
        (row["place"], row["agency"], row["contender"]): Decimal(row["value"]) for row in told
    } == counting
    gaps = asked(night, GAPS)
    assert (gaps[0]["place"], gaps[0]["contender"], gaps[0]["gap"]) == ("Üsküdar", "chp", 8.88)
    assert {(row["place"], row["contender"]): Decimal(str(row["gap"])) for row in gaps} == {
        (place, contender): abs(share - counting[place, "ANKA", contender])
        for (place, agency, contender), share in counting.items()
        if agency == "AA" and contender != "diger" and (place, "ANKA", contender) in counting
    }
    assert [(row["agency"], row["share"]) for row in asked(night, MOVED)] == [
        ("AA", "54.05"),
        ("ANKA", "61.23"),
    ]
    assert [(row["agency"], row["place"]) for row in asked(night, POSTS)] == [("AA", PLACE)]
    assert before == (night.path.read_bytes(), listing(night.path.parent))


def test_what_the_desk_files_meanwhile_is_in_the_next_answer(night: Session) -> None:
    (row,) = (r for r in asked(night, NEWEST) if (r["agency"], r["place"]) == ("AA", PLACE))
    assert (row["newest"], row["bulletins"]) == ("2024-03-31T19:25", 1)
    file_at(night, AA, "20:30", shares(chp="53.00"))
    (row,) = (r for r in asked(night, NEWEST) if (r["agency"], r["place"]) == ("AA", PLACE))
    assert (row["newest"], row["bulletins"]) == ("2024-03-31T20:30", 2)
