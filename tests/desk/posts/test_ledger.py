"""What went out stays as it went; what has become wrong since is found, drafted and marked."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace

import pytest

from desk.facts.bulletin import Slot, Source
from desk.facts.codes import Code
from desk.facts.edits import BeginCorrection, FileDraft, Retract, Withdraw
from desk.facts.post import Ask, Post, PostKind, PrintedKind, WrongPrint
from desk.file.session import Session
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.ledger import publish, wrong_posts
from tests.desk.conftest import (
    ANKA,
    CONTEST,
    PLACE,
    at,
    disk_of,
    file_at,
    refused,
    share,
    shares,
    type_in,
)

PLACES = (PLACE, "Üsküdar")
TABLES = ("post", "post_content", "post_figure")


def comparison(session: Session, *places: str) -> Post:
    return compose(session, PostKind.COMPARISON, Ask(CONTEST, places or PLACES))


def correct(session: Session, source: Source, number: int, **figures: str) -> int:
    session.record(BeginCorrection(number))
    type_in(session, source, shares(**figures))
    return session.record(FileDraft(source, "transposed")).bulletins[0]


def told_now(wrong: WrongPrint) -> str | None:
    return None if wrong.now is None else str(wrong.now.value)


def cited_bulletin(post: Post, source: Source) -> int:
    return next(cited.bulletin for cited in post.cited if cited.slot.source == source)


@pytest.fixture
def out(evening: Session) -> tuple[Session, Post, int]:
    post = comparison(evening)
    (number,) = publish(evening, post).posts
    return evening, post, number


def test_a_published_post_reads_as_it_went_out(out: tuple[Session, Post, int]) -> None:
    session, post, number = out
    again = ledger.post(session, number)
    assert forms.to_text(again) == forms.to_text(post)
    assert (again.cited, again.blocks, again.id) == (post.cited, post.blocks, post.id)
    (entry,) = ledger.entries(session)
    assert (entry.number, entry.name, entry.retracted, entry.corrected) == (
        number,
        post.id,
        None,
        False,
    )


@pytest.mark.parametrize("table", [*TABLES, "post_taken_back", "post_mark"])
def test_law_3_a_published_post_never_changes(table: str, out: tuple[Session, Post, int]) -> None:
    session, _, number = out
    change = session.record(Retract((number,), "twice"))
    session.record(change.inverse)
    correct(session, ANKA, cited_bulletin(ledger.post(session, number), ANKA), chp="60")
    publish(session, compose(session, PostKind.CORRECTION, Ask(CONTEST)))
    disk = disk_of(session)
    column = disk.execute(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1").fetchone()[0]
    for statement in (
        f"UPDATE {table} SET {column} = {column}",
        f"DELETE FROM {table}",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            disk.execute(statement)


def test_undoing_a_publication_retracts_it(evening: Session) -> None:
    change = publish(evening, comparison(evening))
    undone = evening.record(change.inverse)
    (entry,) = ledger.entries(evening)
    assert entry.retracted == "undo"
    assert ledger.last_told(evening, PostKind.COMPARISON, CONTEST) == {}
    evening.record(undone.inverse)
    assert ledger.entries(evening)[0].retracted is None
    with refused(Code.E163):
        evening.record(undone.inverse)
    with refused(Code.E163):
        evening.record(Retract((99,), "none"))
    with refused(Code.E135):
        evening.record(Retract((1,), " "))


def test_two_posts_of_one_minute_have_two_names(evening: Session) -> None:
    for _ in range(3):
        publish(evening, comparison(evening))
    names = [entry.name for entry in ledger.entries(evening)]
    first = names[-1]
    assert names == [f"{first}-3", f"{first}-2", first]


def test_e164_no_figure_the_file_does_not_have(evening: Session) -> None:
    post = comparison(evening)
    forged = replace(post.cited[0], value=post.cited[1].value)
    with refused(Code.E164):
        publish(evening, replace(post, cited=(forged, *post.cited[1:])))
    assert ledger.entries(evening) == ()


def test_a_newer_bulletin_makes_no_post_wrong(out: tuple[Session, Post, int]) -> None:
    session, *_ = out
    file_at(session, ANKA, "19:55", shares(chp="60.80", ak_parti="35.90"))
    assert wrong_posts(session) == ()


def test_a_correction_is_found_drafted_published_and_marked(
    out: tuple[Session, Post, int],
) -> None:
    session, post, number = out
    wrong = cited_bulletin(post, ANKA)
    correct(session, ANKA, wrong, chp="60.12")
    (found,) = wrong_posts(session)
    assert found.entry.number == number
    told = {(one.printed.kind, str(one.printed.value), told_now(one)) for one in found.prints}
    assert told == {
        (PrintedKind.FIGURE, "61.23", "60.12"),
        (PrintedKind.LEAD, "25.70", "24.59"),
        (PrintedKind.GAP, "6.18", "5.07"),
        (PrintedKind.LEAD_GAP, "9.88", "8.77"),
    }

    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert draft.headline == (
        "DÜZELTME (19.25): ANKA'nın Beyoğlu verisinde İmamoğlu yüzde 61,23 değil, yüzde 60,12"
    )
    assert "ANKA'nın Beyoğlu verisinde İmamoğlu yüzde 61,23 değil, yüzde 60,12." in draft.body
    publish(session, draft)
    assert wrong_posts(session) == ()
    (mark,) = ledger.marks_of(session, number)
    assert mark.text == (
        "DÜZELTME (19.25): ANKA'nın Beyoğlu verisinde İmamoğlu yüzde 61,23 değil, yüzde 60,12; "
        "Beyoğlu'nda AA ile ANKA arasındaki İmamoğlu farkı 6,18 puan değil, 5,07 puan; "
        "ANKA'ya göre Beyoğlu'nda fark 25,70 puan değil, 24,59 puan; "
        "Beyoğlu'nda AA ile ANKA'ya göre farkların arası 9,88 puan değil, 8,77 puan."
    )
    assert mark.correction == draft.id
    marked = {entry.number: entry.corrected for entry in ledger.entries(session)}
    assert marked == {number: True, number + 1: False}
    with refused(Code.E162):
        compose(session, PostKind.CORRECTION, Ask(CONTEST))


def test_a_correction_may_repeat_the_headline_it_corrects(evening: Session) -> None:
    post = compose(evening, PostKind.LEAD, Ask(CONTEST, agencies=("AA",)))
    assert post.headline == "İmamoğlu önde: fark AA'ya göre 7 puandan fazla"
    publish(evening, post)
    evening.record(Withdraw((post.cited[0].bulletin,), "recalled"))
    draft = compose(evening, PostKind.CORRECTION, Ask(CONTEST, at=at("21:05")))
    assert f"yayımlanan gönderi: {post.headline}" in draft.body
    assert obstacles(evening, draft) == []


def test_a_retracted_correction_corrects_nothing(out: tuple[Session, Post, int]) -> None:
    session, post, number = out
    correct(session, ANKA, cited_bulletin(post, ANKA), chp="60.12")
    change = publish(session, compose(session, PostKind.CORRECTION, Ask(CONTEST)))
    session.record(change.inverse)
    assert [one.entry.number for one in wrong_posts(session)] == [number]
    assert ledger.marks_of(session, number) == ()


def test_a_correction_that_leaves_the_cited_figure_is_no_fault(
    out: tuple[Session, Post, int],
) -> None:
    session, post, _ = out
    correct(session, ANKA, cited_bulletin(post, ANKA), dem_parti="1")
    assert wrong_posts(session) == ()


def test_a_withdrawal_makes_every_figure_of_it_wrong(out: tuple[Session, Post, int]) -> None:
    session, post, number = out
    session.record(Withdraw((cited_bulletin(post, ANKA),), "recalled"))
    (found,) = wrong_posts(session)
    assert {one.now for one in found.prints} == {None}
    kinds = [one.printed.kind for one in found.prints]
    # Three shares, the lead and who has it, and the gaps to what AA said of the same.
    assert Counter(kinds) == {"figure": 3, "lead": 1, "leader": 1, "gap": 2, "lead_gap": 1}
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert draft.headline == "DÜZELTME (19.25): AA ve ANKA'nın Beyoğlu verisi"
    assert "yüzde 61,23 bilgisi geri çekildi." in draft.body
    session.record(Retract((number,), "wrong"))
    assert wrong_posts(session) == ()


def test_a_corrected_correction_is_wrong_in_its_turn(out: tuple[Session, Post, int]) -> None:
    session, post, _ = out
    second = correct(session, ANKA, cited_bulletin(post, ANKA), chp="60.12")
    (number,) = publish(session, compose(session, PostKind.CORRECTION, Ask(CONTEST))).posts
    correct(session, ANKA, second, chp="60.21")
    assert [one.entry.number for one in wrong_posts(session)] == [number]


def test_search_folds_and_wants_every_word(out: tuple[Session, Post, int]) -> None:
    session, *_ = out
    publish(session, comparison(session, "Küçükçekmece"))
    assert len(ledger.found(session, "kucukcekmece")) == 1
    assert len(ledger.found(session, "ANKA yüzde")) == 2
    assert ledger.found(session, "uskudar kucukcekmece") == []


def test_where_a_figure_was_published(out: tuple[Session, Post, int]) -> None:
    session, _, number = out
    slot = Slot(ANKA, share("chp"))
    assert list(ledger.said_of(session, slot)) == [number]
    assert ledger.said_of(session, Slot(ANKA, share("zafer_partisi"))) == {}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT f.post FROM bulletin AS b JOIN post_figure AS f ON f.bulletin = b.id"
        " WHERE b.contest = 'ibb' AND b.place = 'Beyoğlu' AND b.agency = 'AA'",
        "SELECT post FROM post_figure WHERE bulletin = 7",
        "SELECT kind FROM post_mark WHERE post = 7 ORDER BY id DESC LIMIT 1",
        "SELECT correction FROM post_correction WHERE post = 7 AND bulletin = 7",
        "SELECT printed FROM post_taken_back WHERE post = 7",
        "SELECT printed FROM post_taken_back WHERE correction = 7",
    ],
)
def test_no_read_of_a_post_goes_through_the_whole_ledger(session: Session, query: str) -> None:
    plan = [row[3] for row in disk_of(session).execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [step for step in plan if step.startswith("SCAN")] == []
