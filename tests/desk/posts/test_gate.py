"""The gate: each rule stops what it should, and cries wolf at nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts import settings
from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import Accept, BeginCorrection, FileDraft, SetSetting, Withdraw
from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.rules.checks import Checks
from tests.desk.conftest import AA, ANKA, CONTEST, at, file_at, share, shares, type_in

ISTANBUL = Source("AA", CONTEST, "İstanbul")


@pytest.fixture
def lifted(evening: Session) -> Session:
    evening.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
    return evening


def codes(session: Session, post: Post) -> list[Code]:
    return [obstacle.code for obstacle in obstacles(session, post)]


def note(session: Session, title: str, text: str) -> Post:
    return compose(session, PostKind.NOTE, Ask(CONTEST, title=title, text=text))


@pytest.mark.parametrize(
    "kind", [PostKind.LEAD, PostKind.SUMMARY, PostKind.CLOSING, PostKind.FIRST]
)
def test_what_the_desk_computes_passes(lifted: Session, kind: PostKind) -> None:
    assert codes(lifted, compose(lifted, kind, Ask(CONTEST))) == []


@pytest.mark.parametrize(
    ("title", "passes"),
    [
        ("Fark 7 puandan fazla", True),
        ("Fark 7,74 puan", True),
        ("Fark 6 puandan fazla", False),
        ("Fark 8 puandan fazla", False),
        ("Fark 7 puan", False),
        ("Fark 21,14 puandan fazla", False),
        ("AA'ya göre saat 19.38'de fark 7,74 puan", True),
        ("31 Mart 2024: İmamoğlu önde", True),
        ("FARK 7 PUANDAN FAZLA", True),
        ("Fark 7 puandan daha fazla", True),
        ("Fark 21,14 puandan daha fazla", False),
        ("FARK 21,14 PUANDAN FAZLA", False),
        ("Fark 7,74 puandan az", False),
        ("Fark yedi puandan fazla", True),
        ("Fark sekiz puan", False),
        ("Fark on yedi puandan fazla", False),
        ("İmamoğlu yüzde altmışı geçti", False),
        ("Fark 7,74 bin oy", False),
        ("Fark 7,74 buçuk puan", False),
        ("Fark ７ puandan fazla", False),
        ("Fark ٧ puan", False),
        ("Fark ½ puan", False),
    ],
)
def test_p501_a_headline_says_what_a_figure_says(lifted: Session, title: str, passes: bool) -> None:
    post = compose(lifted, PostKind.LEAD, Ask(CONTEST, title=title))
    assert codes(lifted, post) == ([] if passes else [Code.P501])


def test_p501_a_headline_may_say_the_texts_own_round_number(lifted: Session) -> None:
    said = "İtirazla 806 bin 415 oy, yüzde kırk."
    assert codes(lifted, note(lifted, "İtiraz 806 bin 415 oy", said)) == []
    assert codes(lifted, note(lifted, "İtiraz 806 oy", said)) == [Code.P501]


def test_p501_the_seeds_headline_over_its_text(lifted: Session) -> None:
    text = "AA'ya düşen son verilere göre 7.74 puanla İmamoğlu önde."
    (obstacle,) = obstacles(lifted, note(lifted, "Fark 6 puandan fazla", text))
    assert (obstacle.code, obstacle.values["number"]) == (Code.P501, "6")
    assert codes(lifted, note(lifted, "Fark 7 puandan fazla", text)) == []


def test_p501_more_than_seven_is_not_seven(lifted: Session) -> None:
    file_at(lifted, ISTANBUL, "19:45", {Row(Item.LEAD_POINTS): Decimal(7), Row(Item.LEADER): "chp"})
    one = Ask(CONTEST, agencies=("AA",))
    assert compose(lifted, PostKind.LEAD, one).headline == "İmamoğlu önde: fark AA'ya göre 7 puan"
    said = Ask(CONTEST, agencies=("AA",), title="Fark 7 puandan fazla")
    assert codes(lifted, compose(lifted, PostKind.LEAD, said)) == [Code.P501]


def test_p502_an_open_error_stops_the_post_until_it_is_accepted(lifted: Session) -> None:
    post = compose(lifted, PostKind.COMPARISON, Ask(CONTEST, ("Küçükçekmece",)))
    found = obstacles(lifted, post)
    assert [(o.code, o.values["agency"]) for o in found] == [(Code.P502, "ANKA")]
    assert "F201" in found[0].values["found"]
    checks = Checks(lifted)
    for finding in checks.of_place(CONTEST, "Küçükçekmece"):
        if finding.severity == "error":
            lifted.record(Accept(finding.remembered, "as the agency published it"))
    assert codes(lifted, post) == []


def test_p502_a_figure_replaced_or_withdrawn_since_it_was_cited(lifted: Session) -> None:
    post = compose(lifted, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))
    assert codes(lifted, post) == []
    by = {cited.slot.source: cited.bulletin for cited in post.cited}
    lifted.record(BeginCorrection(by[ANKA]))
    type_in(lifted, ANKA, shares(chp="60.12"))
    lifted.record(FileDraft(ANKA, "digit"))
    lifted.record(Withdraw((by[AA],), "recalled"))
    found = {o.values["found"] for o in obstacles(lifted, post) if o.code is Code.P502}
    assert found == {"replaced", "withdrawn"}


def test_p503_where_the_house_asks_for_the_opened_share(lifted: Session) -> None:
    post = compose(lifted, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))
    lifted.record(SetSetting(settings.REQUIRE_OPENED, "yes"))
    assert codes(lifted, post) == [Code.P503, Code.P503]
    istanbul = compose(lifted, PostKind.SUMMARY, Ask(CONTEST))
    assert codes(lifted, istanbul) == []


@pytest.mark.parametrize(
    ("clock", "lifted_at", "official", "passes"),
    [
        ("17:59", "", True, False),
        ("18:00", "", True, True),
        ("18:00", "", False, False),
        ("20:59", "", False, False),
        ("21:00", "", False, True),
        ("19:14", "2024-03-31T19:15", False, False),
        ("19:15", "2024-03-31T19:15", False, True),
        ("17:30", "2024-03-31T17:20", False, True),
    ],
)
def test_p504_the_broadcast_ban(
    path: Path, clock: str, lifted_at: str, official: bool, passes: bool
) -> None:
    # Long after the night the post's own time counts.
    with Session.open_file(path, clock=lambda: datetime(2024, 5, 1, tzinfo=UTC)) as session:
        if lifted_at:
            session.record(SetSetting(settings.BAN_LIFTED, lifted_at))
        source = Source("YSK" if official else "ANKA", CONTEST, "İstanbul")
        opened = {Row(Item.OPENED_SHARE): Decimal(10)}
        file_at(session, source, clock, shares(chp="58.79", ak_parti="37.65") | opened)
        post = compose(session, PostKind.FIRST, Ask(CONTEST))
        assert (Code.P504 not in codes(session, post)) == passes


@pytest.mark.parametrize("kind", [PostKind.LEAD, PostKind.FIRST, PostKind.SUMMARY])
def test_p504_what_the_board_says_may_stand_in_the_headline(
    session: Session, kind: PostKind
) -> None:
    opened = {Row(Item.OPENED_SHARE): Decimal(10)}
    official = Source("YSK", CONTEST, "İstanbul")
    file_at(session, official, "18:30", shares(chp="52.1", ak_parti="40.2") | opened)
    post = compose(session, kind, Ask(CONTEST, agencies=("YSK",)))
    assert codes(session, post) == []
    assert (
        "11 puandan fazla" in compose(session, PostKind.LEAD, Ask(CONTEST, (), ("YSK",))).headline
    )
    said = note(session, "Yüzde 52,1", "Yüzde 52,1 oy aldık.")
    assert codes(session, said) == [Code.P504]


def test_p504_claims_wait_like_figures(evening: Session) -> None:
    said = Ask(CONTEST, who="Ekrem İmamoğlu", text="Yüzde 40'a gidiyoruz.", at=at("19:25"))
    assert codes(evening, compose(evening, PostKind.STATEMENT, said)) == [Code.P504]
    thanks = Ask(CONTEST, who="Ekrem İmamoğlu", text="Teşekkür ederiz.", at=at("19:25"))
    assert codes(evening, compose(evening, PostKind.STATEMENT, thanks)) == []


def test_p504_cannot_be_overruled(evening: Session) -> None:
    (ban,) = obstacles(evening, compose(evening, PostKind.LEAD, Ask(CONTEST)))
    assert ban.code is Code.P504 and not ban.may_be_overruled


def test_p505_one_agency_missing_where_it_stands(lifted: Session) -> None:
    one = compose(lifted, PostKind.SUMMARY, Ask(CONTEST, ("Beyoğlu",), ("AA",)))
    (obstacle,) = obstacles(lifted, one)
    assert obstacle.code is Code.P505
    assert (obstacle.values["problem"], obstacle.values["agency"]) == ("missing", "ANKA")


def test_p510_a_win_below_the_opened_share_the_house_set(lifted: Session) -> None:
    won = Ask(CONTEST, title="İmamoğlu kazandı")
    assert codes(lifted, compose(lifted, PostKind.SUMMARY, won)) == [Code.P510]
    for agency in ("AA", "ANKA"):
        source = Source(agency, CONTEST, "İstanbul")
        opened = {Row(Item.OPENED_SHARE): Decimal("99.8")}
        file_at(lifted, source, "19:59", {**opened, share("chp"): Decimal("51")})
    assert Code.P510 not in codes(lifted, compose(lifted, PostKind.SUMMARY, won))
    zafer = note(lifted, "Zafer Partisi açıkladı", "Metin.")
    assert codes(lifted, zafer) == []


@pytest.mark.parametrize(
    ("title", "is_a_win"),
    [
        ("İmamoğlu kazanıyor", True),
        ("Kazanan İmamoğlu", True),
        ("CHP Beyoğlu'nu aldı", True),
        ("CHP Üsküdar’ı geri aldı", True),
        ("CHP yüzde 58,79 aldı", False),
        ("Kurum kazanamadı", False),
        ("Liderlik CHP'ye geçti", False),
    ],
)
def test_p510_words_of_a_win(lifted: Session, title: str, is_a_win: bool) -> None:
    post = compose(lifted, PostKind.SUMMARY, Ask(CONTEST, title=title))
    assert codes(lifted, post) == ([Code.P510] if is_a_win else [])


def test_whom_the_headline_rests_on_is_no_order(session: Session) -> None:
    """One agency leads the headline because the other names no leader: that slights nobody."""
    opened = {Row(Item.OPENED_SHARE): Decimal(12)}
    file_at(session, Source("AA", CONTEST, "İstanbul"), "21:10", opened)
    told = shares(chp="51", ak_parti="40") | opened
    file_at(session, Source("ANKA", CONTEST, "İstanbul"), "21:10", told)
    for source in (AA, ANKA):
        file_at(session, source, "21:10", told)
    post = compose(session, PostKind.STANDING, Ask(CONTEST))
    assert post.headline == "ANKA'ya göre İmamoğlu önde"
    assert [one.code for one in obstacles(session, post)] == []
