"""The differences post: both leads with their gap, what a gap comes from, what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.drafts import moving
from desk.drafts.model import begin
from desk.facts import settings
from desk.facts.bulletin import Figures, Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import FileBulletins, NewBulletin, SetSetting
from desk.facts.post import Ask, Block, Post, PostKind, PrintedKind
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.ledger import publish, wrong_posts
from desk.posts.numbers import unbacked
from desk.rules.checks import Checks
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, refused, shares
from tests.desk.drafts.test_drafts import typed
from tests.desk.posts.test_ties import assert_tied

Told = tuple[Source, str, Figures]
HERE = Ask(CONTEST, (PLACE,))


def opened(share: str) -> Figures:
    return {Row(Item.OPENED_SHARE): Decimal(share)}


def boxes(count: int, total: int | None = None) -> Figures:
    told: Figures = {Row(Item.OPENED_BOXES): count}
    return told if total is None else told | {Row(Item.TOTAL_BOXES): total}


def lead(who: str, points: str) -> Figures:
    named: Figures = {Row(Item.LEADER): who} if who else {}
    return named | {Row(Item.LEAD_POINTS): Decimal(points)}


HIS = shares(chp="44.10", ak_parti="46.60", diger="9.30")
HERS = shares(chp="52.30", ak_parti="40.50", diger="7.20")
AS_AT_20: Told = (ANKA, "18:50", shares(chp="45.3", ak_parti="46", diger="8.7") | opened("30"))
EARLY: Told = (ANKA, "18:40", shares(chp="43", ak_parti="48", diger="9") | opened("10"))


def told(session: Session, *words: Told, kind: PostKind = PostKind.DIFFERENCES) -> Post:
    for word in words:
        file_at(session, *word)
    post = compose(session, kind, HERE)
    assert unbacked(post, session.election) == []
    assert not {one.code for one in obstacles(session, post)} - {Code.P504}
    return post


@pytest.mark.parametrize(
    ("one", "other", "line"),
    [
        (
            lead("chp", "7.74"),
            lead("chp", "21.14"),
            "İmamoğlu'nun farkı AA'ya göre 7,74, ANKA'ya göre 21,14 puan; arada 13,40 puan var.",
        ),
        (
            lead("ak_parti", "2.5"),
            HERS | opened("61"),
            "Ajanslar kimin önde olduğu konusunda ayrışıyor: AA'ya göre Kurum 2,5, "
            "ANKA'ya göre İmamoğlu 11,80 puan önde; arada 14,3 puan var.",
        ),
        (
            shares(chp="50.1", ak_parti="42.4", diger="7.5"),
            shares(chp="58.09", ak_parti="36.95", diger="4.96"),
            "İmamoğlu'nun farkı AA'ya göre 7,7, ANKA'ya göre 21,14 puan; arada 13,4 puan var.",
        ),
        (
            shares(chp="47", ak_parti="47", diger="6"),
            shares(chp="46.5", ak_parti="44", diger="9.5"),
            "AA'ya göre ilk iki sıra eşit, ANKA'ya göre İmamoğlu 2,5 puan önde.",
        ),
        (
            lead("chp", "0"),
            lead("chp", "3.5"),
            "AA'ya göre fark 0 puan, ANKA'ya göre İmamoğlu 3,5 puan önde.",
        ),
        (
            {Row(Item.LEADER): "chp"},
            lead("ak_parti", "3.5"),
            "AA'ya göre İmamoğlu, ANKA'ya göre Kurum",
        ),
    ],
)
def test_both_leads_stand_side_by_side_with_their_gap(
    session: Session, one: Figures, other: Figures, line: str
) -> None:
    post = told(session, (AA, "19:25", one), (ANKA, "19:30", other))
    assert any(line in said for said in post.blocks[0].lines), post.body
    assert_tied(post)
    if ";" in line:
        assert line in compose(session, PostKind.COMPARISON, HERE).body


def test_a_gap_of_leads_that_rounds_to_nothing_is_not_told(session: Session) -> None:
    words = (AA, "19:25", lead("chp", "7.7")), (ANKA, "19:25", lead("chp", "7.73"))
    for word in words:
        file_at(session, *word)
    with refused(Code.E141):
        compose(session, PostKind.DIFFERENCES, HERE)
    session.record(SetSetting("decimals", "two"))
    assert "7,70, ANKA'ya göre 7,73 puan; arada 0,03 puan var." in told(session).body


def test_a_headline_over_two_leads_alone_tells_them(session: Session) -> None:
    post = told(session, (AA, "19:25", lead("chp", "7.74")), (ANKA, "19:30", lead("chp", "21.14")))
    headline = "Beyoğlu'nda İmamoğlu önde: fark AA'ya göre 7, ANKA'ya göre 21 puandan fazla"
    lead_post = compose(session, PostKind.LEAD, HERE)
    assert post.headline == lead_post.headline == headline
    assert lead_post.lead.endswith("21,14 puan (19.30); arada 13,40 puan var.")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ((AA, "19:05", HIS | opened("60")), (ANKA, "19:05", HERS | opened("60.0"))),
            "real",
            "Açılan sandık oranı eşitken de (yüzde 60) İmamoğlu farkı 8,20 puan.",
        ),
        (
            (
                (AA, "19:05", HIS | opened("20")),
                EARLY,
                AS_AT_20,
                (ANKA, "19:10", HERS | opened("60")),
            ),
            "stage",
            "Açılan sandık oranı eşitken (yüzde 20) İmamoğlu farkı yaklaşık 0,1 puana iniyor.",
        ),
        (
            (
                (AA, "19:05", HIS | boxes(20, 100)),
                EARLY,
                AS_AT_20,
                (ANKA, "19:10", HERS | opened("60")),
            ),
            "stage",
            "Açılan sandık oranı eşitken İmamoğlu farkı yaklaşık 0,1 puana iniyor.",
        ),
        (
            ((AA, "19:05", HIS | boxes(400)), (ANKA, "19:05", HERS | boxes(400))),
            "real",
            "Açılan sandık oranı eşitken de İmamoğlu farkı beklenenden büyük.",
        ),
        (
            ((AA, "19:05", HIS | opened("20")), (ANKA, "19:10", HERS | opened("60"))),
            "unknown",
            "ANKA'nın, sandıkların yüzde 20'si açıkken verdiği oranlar tam bilinmediği için "
            "farkın nedeni bilinmiyor.",
        ),
        (
            ((AA, "19:05", HIS | opened("20")), (ANKA, "19:10", HERS)),
            "unknown",
            "ANKA, oranlarını açılan sandık oranı olmadan verdiği için farkın nedeni bilinmiyor.",
        ),
        (
            ((AA, "19:05", HIS), (ANKA, "21:10", HERS | opened("60"))),
            "unknown",
            "Verilerin saati ayrı olduğu ve AA oranlarını açılan sandık oranı olmadan verdiği için "
            "farkın nedeni bilinmiyor.",
        ),
        (
            ((AA, "19:05", lead("ak_parti", "2.5")), (ANKA, "19:10", HERS | opened("60"))),
            "unknown",
            "AA, oy oranı vermediği için farkın nedeni bilinmiyor.",
        ),
        (
            (
                (AA, "19:05", shares(chp="20", ak_parti="70", diger="10") | opened("90")),
                (ANKA, "19:10", shares(chp="70", ak_parti="20", diger="10") | opened("90")),
            ),
            "impossible",
            "AA ile ANKA'nın Kurum oranları birlikte doğru olamaz.",
        ),
        (
            (
                (AA, "19:05", shares(chp="47", ak_parti="46.5", diger="6.5") | opened("30")),
                (ANKA, "19:10", shares(chp="46.5", ak_parti="47", diger="6.5") | opened("30")),
            ),
            "same",
            "Fark, sayımın bu aşamasında beklenenden büyük değil.",
        ),
    ],
)
def test_the_verdict_is_a_sentence_that_says_no_more_than_it_knows(
    session: Session, words: tuple[Told, ...], code: str, sentence: str
) -> None:
    post = told(session, *words)
    assert post.blocks[0].lines[-1] == sentence
    assert_tied(post)
    board = Checks(session).place_board(CONTEST, PLACE, ("AA", "ANKA"))
    assert board.verdict.code.value == code


def test_what_is_usual_is_not_told_where_both_name_the_same_leader(session: Session) -> None:
    near = shares(chp="47.5", ak_parti="46", diger="6.5") | opened("30")
    post = told(
        session,
        (AA, "19:05", near),
        (ANKA, "19:10", shares(chp="47", ak_parti="46.5", diger="6.5") | opened("30")),
    )
    assert "beklenen" not in post.body and "arada 1,0 puan var." in post.body


def test_stages_that_differ_are_told_though_the_hour_is_one(session: Session) -> None:
    post = told(session, (AA, "19:05", HIS | opened("7")), (ANKA, "19:05", HERS | opened("61")))
    assert post.blocks[0].lines[0] == (
        "AA 19.05 (sandıkların yüzde 7'si açıldı); ANKA 19.05 (sandıkların yüzde 61'i açıldı)."
    )


def test_a_gap_at_equal_stage_is_wrong_with_an_older_bulletin(session: Session) -> None:
    early = file_at(session, *EARLY)
    post = told(
        session, AS_AT_20, (AA, "19:05", HIS | opened("20")), (ANKA, "19:10", HERS | opened("60"))
    )
    (equal,) = (one for one in post.printed if one.kind is PrintedKind.EQUAL)
    assert early in {one.bulletin for one in equal.figures} and equal.value == Decimal("0.1")
    publish(session, post)
    assert wrong_posts(session) == ()
    figures = {**session.bulletin(early).figures, **shares(chp="41")}
    new = NewBulletin(ANKA, session.bulletin(early).as_of, figures, replaces=early)
    session.record(FileBulletins((new,), reason="digits"))
    (wrong,) = wrong_posts(session)
    assert [(one.printed.value, one.now and one.now.value) for one in wrong.prints] == [
        (Decimal("0.1"), Decimal("1.0"))
    ]
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert draft.blocks[0].lines == (
        "Beyoğlu'nda açılan sandık oranı eşitken AA ile ANKA arasındaki İmamoğlu farkı "
        "0,1 puan değil, 1,0 puan.",
    )
    assert unbacked(draft, session.election) == []
    publish(session, draft)
    assert wrong_posts(session) == ()


def test_who_gave_no_opened_share_keeps_her_place_in_the_order(session: Session) -> None:
    file_at(session, AA, "19:25", lead("chp", "7.74"))
    file_at(session, ANKA, "19:30", lead("chp", "21.14") | boxes(7))
    post = compose(session, PostKind.DIFFERENCES, HERE)
    assert next(one.slot.source.agency for one in post.cited) == "AA"
    assert {one.value for one in post.printed if one.kind is PrintedKind.HOUR} == {
        "2024-03-31T19:25",
        "2024-03-31T19:30",
    }


def test_the_gate_lets_a_gap_of_leads_out_only_where_it_is_one(session: Session) -> None:
    post = told(session, (AA, "19:25", lead("chp", "7.74")), (ANKA, "19:30", lead("chp", "21.14")))
    for text, backed in (
        ("Arada 13,40 puan var.", True),
        ("Arada 13 puandan fazla var.", True),
        ("Arada 13,4 puan var.", True),
        ("Arada 28,88 puan var.", False),
        ("Arada 14 puandan fazla var.", False),
        ("Arada 13,39 puan var.", False),
    ):
        other = replace(post, blocks=(*post.blocks, Block("", (text,))))
        assert (unbacked(other, session.election) == []) is backed, text
    # One notation for leads; a gap of shares is never rounded.
    exact = shares(chp="50.1", ak_parti="42.4", diger="7.5")
    file_at(session, AA, "19:40", exact)
    file_at(session, ANKA, "19:40", shares(chp="58.09", ak_parti="36.95", diger="4.96"))
    post = compose(session, PostKind.DIFFERENCES, HERE)
    other = replace(post, blocks=(*post.blocks, Block("", ("Fark 8,0 puan.",))))
    assert [one.number for one in unbacked(other, session.election)] == ["8,0"]


def test_a_draft_of_hers_is_asked_about_an_equal_gap_only_when_it_moves(session: Session) -> None:
    for word in (
        EARLY,
        AS_AT_20,
        (AA, "19:05", HIS | opened("20")),
        (ANKA, "19:10", HERS | opened("60")),
    ):
        file_at(session, *word)
    draft = begin(session, PostKind.DIFFERENCES, HERE)
    line = next(at for at, part in enumerate(draft.parts) if "eşitken" in part.text)
    hers = typed(draft, line, " Sayım sürüyor.")
    assert moving.moved(hers, session) == []
    file_at(session, AA, "19:20", shares(chp="44.9", ak_parti="46.2", diger="8.9") | opened("25"))
    told_now = {one.old.text: one.new.text for one in moving.moved(hers, session)}
    # At 25 ANKA's share lies between 43 and 45.3: 44.725.
    assert told_now["0,1"] == "0,2"


@pytest.mark.parametrize("kind", [PostKind.LEAD, PostKind.COMPARISON, PostKind.DIFFERENCES])
def test_what_went_out_is_backed_as_it_was(session: Session, kind: PostKind) -> None:
    """Without its chips, by what it printed: 13,40 follows from four figures."""
    session.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T18:00"))
    post = told(session, (AA, "19:38", lead("chp", "7.74")), (ANKA, "19:15", HERS), kind=kind)
    assert "4,06" in post.body
    publish(session, post)
    (entry,) = ledger.entries(session)
    again = ledger.post(session, entry.number)
    assert again.chips == () and unbacked(again, session.election) == []
    assert obstacles(session, again) == []
