"""The proof reads bulletins in a quick way of its own: it comes to the written canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import catalog
from desk.facts.bulletin import Item
from desk.facts.election import OTHERS, Contender, Election
from desk.file import chain, content, disk, election_rows, proof, steps
from desk.file.content import Unfit
from desk.file.disk import Database

CODES = ("chp", "ak'parti", "%s 100%", 'a","b', "c\\u0027", "ığ\n'", "?", "null")
"""Whatever a contender's code may be, nothing that quotes, parts or stands for others is lost."""

PLACES = ("Beyoğlu", "Kadıköy", "Şile")
STAMP = "2024-03-31T18:00:00Z"

Figures = dict[tuple[Item, str], str]


def election() -> Election:
    """One contest, of contenders with odd codes."""
    usual = catalog.load("istanbul-2024")
    standing = tuple(Contender(code, "chp") for code in CODES)
    return replace(usual, contests=(replace(usual.contests[0], contenders=standing),))


ELECTION = election()
NUMBERS = st.integers(0, 999_999_999).map(str)
SHARES = st.decimals(0, 100, places=2).map(str)
WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8)


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """The rows of a bulletin, any that there are."""
    told: Figures = {}
    for item in draw(st.lists(st.sampled_from(Item), unique=True, min_size=1)):
        codes = [""]
        if item.per_contender:
            codes = draw(st.lists(st.sampled_from((*CODES, OTHERS)), unique=True, min_size=1))
        for code in codes:
            kinds = NUMBERS if item.is_count else SHARES
            told[item, code] = draw(st.sampled_from(CODES) if item is Item.LEADER else kinds)
    return told


BULLETINS = st.lists(st.tuples(st.sampled_from(PLACES), WORDS, WORDS, figures()), max_size=5)


@pytest.fixture(scope="module")
def night() -> Iterator[Database]:
    """A night without bulletins, in memory."""
    with closing(disk.memory()) as memory:
        db = disk.wrap(memory)
        steps.take(db)
        election_rows.write(db, catalog.load("istanbul-2024"))
        yield db


def file(db: Database, number: int, place: str, by: str, reason: str, told: Figures) -> None:
    """A bulletin's rows, in whatever order they are in."""
    rows = [(number, item.value, code, value) for (item, code), value in told.items()]
    db.conn.executemany("INSERT INTO figure VALUES (?, ?, ?, ?)", rows)
    head = number, "AA", "ibb", place, f"2024-03-31T19:{number:02}", STAMP, by, None, reason
    db.conn.execute(f"INSERT INTO bulletin VALUES ({', '.join('?' * len(head))})", head)


def written(db: Database, number: int) -> str:
    """The canonical form of a bulletin, as docs/file.md has it."""
    tables = (("bulletin", "id", "id"), ("figure", "bulletin", "item, contender"))
    return "\n".join(
        f"{table} "
        + ",".join("NULL" if v is None else "'" + str(v).replace("'", "''") + "'" for v in row)
        for table, key, order in tables
        for row in db.conn.execute(
            f"SELECT * FROM {table} WHERE {key} = ? ORDER BY {order}", [number]
        )
    )


@given(BULLETINS)
def test_the_quick_form_of_bulletins_is_the_written_one(
    night: Database, bulletins: list[tuple[str, str, str, Figures]]
) -> None:
    told: dict[int, str] = {}
    night.conn.execute("BEGIN")
    try:
        for number, (place, by, reason, mine) in enumerate(bulletins, 1):
            file(night, 7 * number, place, by, reason, mine)
        for _ in content.checked(
            night, ELECTION, lambda _, number, text: told.update({number: text})
        ):
            pass
        assert told == {
            7 * number: written(night, 7 * number) for number in range(1, len(bulletins) + 1)
        }
        for number, text in told.items():
            digest = sha256(text.encode()).digest()
            assert digest == chain.content_of(night, "bulletin", number)
    finally:
        night.conn.execute("ROLLBACK")


ODD = ("NULL", "58.63", "58", "x'35382e3633'", "'58.63' || char(10) || '1'", "'58' || char(0)")
"""Values that somebody could put where only text can be, and that come out as other text."""


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("column", ["item", "contender", "value"])
def test_what_is_no_text_does_not_pass_for_one(night: Database, column: str, value: str) -> None:
    row = {
        "bulletin": "1",
        "item": "'share'",
        "contender": "'chp'",
        "value": "'58.63'",
        column: value,
    }
    night.conn.execute("BEGIN")
    try:
        # Without what a desk's table has by itself: it is the bytes of a file that are not trusted.
        night.conn.execute("DROP TABLE figure")
        night.conn.execute("CREATE TABLE figure (bulletin, item, contender, value)")
        night.conn.execute(f"INSERT INTO figure VALUES ({', '.join(row.values())})")
        file(night, 1, "Şile", "x", "", {(Item.TURNOUT, ""): "80"})
        with pytest.raises(Unfit):
            list(proof.steps(night, ELECTION))
    finally:
        night.conn.execute("ROLLBACK")


def test_rows_in_another_order_than_their_key_are_no_bulletin(night: Database) -> None:
    night.conn.execute("BEGIN")
    try:
        night.conn.execute("DROP TABLE figure")
        night.conn.execute("CREATE TABLE figure (bulletin, item, contender, value)")
        told = {(Item.TURNOUT, ""): "80", (Item.SHARE, "chp"): "58.63"}
        file(night, 1, "Şile", "x", "", told)
        with pytest.raises(Unfit, match="bulletin 1"):
            list(content.checked(night, ELECTION, lambda *_: None))
    finally:
        night.conn.execute("ROLLBACK")


def test_a_minute_does_not_pass_for_a_stamp(night: Database) -> None:
    """Not even one that was the time of a bulletin before."""
    night.conn.execute("BEGIN")
    try:
        for number in (1, 2):
            file(night, number, "Şile", "x", "", {(Item.TURNOUT, ""): "80"})
        night.conn.execute("DROP TRIGGER bulletin_never_update")
        first = "(SELECT as_of FROM bulletin WHERE id = 1)"
        night.conn.execute(f"UPDATE bulletin SET as_of = {first}, filed_at = {first} WHERE id = 2")
        with pytest.raises(Unfit, match="bulletin 2"):
            list(content.checked(night, ELECTION, lambda *_: None))
    finally:
        night.conn.execute("ROLLBACK")
