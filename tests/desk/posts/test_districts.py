"""Who leads in how many districts: counted by all agencies, named where few, taken back exactly."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts import catalog
from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.counting import answers_of, counted, recounted
from desk.facts.edits import FileBulletins, NewBulletin, SetSetting, SetWithdrawn, Withdraw
from desk.facts.people import Person
from desk.facts.post import Ask, Post, PostKind, PrintedKind
from desk.file.session import Session
from desk.posts import forms
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.ledger import publish, wrong_posts
from desk.rules.checks import Checks
from tests.desk.conftest import CONTEST, file_at, night_clock, shares

FIRST = {"chp": "51", "ak_parti": "40"}
SECOND = {"chp": "41", "ak_parti": "50"}
TIED = {"chp": "45", "ak_parti": "45"}
MAYORS = "ilce-baskanligi"


def say(night: Session, told: Mapping[str, Mapping[str, str]], contest: str = CONTEST) -> None:
    """File results by agency and place: C, A or = for who leads, a letter a district."""
    places = [place.name for place in night.election.districts]
    for agency, answers in told.items():
        for place, answer in zip(places, answers, strict=False):
            figures = {"C": FIRST, "A": SECOND, "=": TIED}.get(answer)
            if figures:
                file_at(night, Source(agency, contest, place), "21:00", shares(**figures))


def lines(post: Post) -> list[str]:
    return [line for block in post.blocks for line in block.lines]


def stopped(night: Session, post: Post) -> set[Code]:
    return {one.code for one in obstacles(night, post)} - {Code.P504}


@pytest.mark.parametrize(
    ("told", "headline", "body"),
    [
        (
            {"AA": "CCCCCCCCCCCCAAAA", "ANKA": "CCCCCCCCCCCCAAAA"},
            "İki ajansa göre İmamoğlu 12, Kurum 4 ilçede önde",
            [
                "İki ajansa göre İmamoğlu 12 ilçede önde.",
                "İki ajansa göre Kurum 4 ilçede önde: Beyoğlu, Büyükçekmece, Çatalca ve Çekmeköy.",
            ],
        ),
        (
            {"AA": "CCCAA", "ANKA": "CCCCC"},
            "İki ajansa göre İmamoğlu 3 ilçede önde; Avcılar ve Bağcılar'da ajanslar ayrışıyor",
            [
                "İki ajansa göre İmamoğlu 3 ilçede önde: Adalar, Arnavutköy ve Ataşehir.",
                "Avcılar ve Bağcılar'da AA Kurum, ANKA İmamoğlu diyor.",
            ],
        ),
        (
            {"AA": "C=A", "ANKA": "C==C"},
            "Adalar'da İmamoğlu iki ajansta da önde; Ataşehir'de ajanslar ayrışıyor",
            [
                "İki ajansa göre İmamoğlu Adalar'da önde.",
                "İki ajansa göre ilk iki sıra Arnavutköy'de eşit.",
                "Ataşehir'de AA'ya göre Kurum önde, ANKA'ya göre ilk iki sıra eşit.",
                "ANKA'ya göre İmamoğlu Avcılar'da önde.",
            ],
        ),
        (
            {"AA": "CCCCA"},
            "AA'ya göre İmamoğlu 4, Kurum 1 ilçede önde",
            [
                "AA'ya göre İmamoğlu 4 ilçede önde: Adalar, Arnavutköy, Ataşehir ve Avcılar.",
                "AA'ya göre Kurum Bağcılar'da önde.",
            ],
        ),
        (
            {"AA": "CC", "ANKA": "CA", "YSK": "CC"},
            "Adalar'da İmamoğlu üç ajansta da önde; Arnavutköy'de ajanslar ayrışıyor",
            [
                "Üç ajansa göre İmamoğlu Adalar'da önde.",
                "Arnavutköy'de AA İmamoğlu, ANKA Kurum, YSK İmamoğlu diyor.",
            ],
        ),
    ],
)
def test_few_are_named_and_many_counted(
    session: Session, told: dict[str, str], headline: str, body: list[str]
) -> None:
    say(session, told)
    post = compose(session, PostKind.STANDING, Ask(CONTEST))
    assert post.headline == headline
    assert lines(post) == body
    assert stopped(session, post) == set()


@pytest.mark.parametrize("kind", [PostKind.SUMMARY, PostKind.CLOSING])
def test_a_race_of_districts_has_its_summary_and_its_end(session: Session, kind: PostKind) -> None:
    say(session, {"AA": "CCCCA", "ANKA": "CCCAA"}, MAYORS)
    post = compose(session, kind, Ask(MAYORS))
    before = {"summary": "Özet", "closing": "Canlı anlatımımız sona erdi"}[kind.value]
    news = "iki ajansa göre CHP 3, AKP 1 ilçede önde; Avcılar'da ajanslar ayrışıyor"
    assert post.headline == f"{before}: {news}"
    assert lines(post) == [
        "İki ajansa göre CHP 3 ilçede önde: Adalar, Arnavutköy ve Ataşehir.",
        "İki ajansa göre AKP Bağcılar'da önde.",
        "Avcılar'da AA CHP, ANKA AKP diyor.",
    ]
    assert "seçiminde" not in forms.to_text(post)
    assert stopped(session, post) == set()


@pytest.mark.parametrize(
    "kind", [PostKind.STANDING, PostKind.SUMMARY, PostKind.DIFFERENCES, PostKind.COMPARISON]
)
def test_no_agency_that_gave_results_is_left_out(session: Session, kind: PostKind) -> None:
    for agency, clock in (("AA", "21:00"), ("ANKA", "21:05"), ("YSK", "21:10")):
        for place in ("İstanbul", "Beyoğlu"):
            moved = {"chp": f"5{clock[-1]}.{clock[-2]}", "ak_parti": "40"}
            file_at(session, Source(agency, CONTEST, place), clock, shares(**moved))
    file_at(session, Source("YSK", CONTEST, "Şile"), "21:00", {Row(Item.TURNOUT): Decimal(80)})
    post = compose(session, kind, Ask(CONTEST))
    assert {one.slot.source.agency for one in post.cited} == {"AA", "ANKA", "YSK"}
    assert stopped(session, post) == set()
    pair = compose(session, kind, Ask(CONTEST, agencies=("YSK", "AA")))
    assert {one.slot.source.agency for one in pair.cited} == {"AA", "YSK"}


def replaced(night: Session, agency: str, place: str, **told: str) -> None:
    (old,) = night.bulletins(CONTEST, place, agency)
    new = NewBulletin(old.source, old.as_of, {**old.figures, **shares(**told)}, replaces=old.id)
    night.record(FileBulletins((new,), reason="yanlış okundu"))


def test_a_count_is_taken_back_when_it_is_another(session: Session) -> None:
    say(session, {"AA": "CCCCCCCCCCCCAAAA", "ANKA": "CCCCCCCCCCCCAAAA"})
    publish(session, compose(session, PostKind.STANDING, Ask(CONTEST)))
    replaced(session, "AA", "Adalar", chp="51.5")
    assert wrong_posts(session) == ()
    # Of a district that was only counted its name was never printed: the counts alone are wrong.
    replaced_now = {"chp": "41", "ak_parti": "50"}
    for agency in ("AA", "ANKA"):
        (*_, newest) = session.bulletins(CONTEST, "Adalar", agency)
        figures = {**newest.figures, **shares(**replaced_now)}
        again = NewBulletin(newest.source, newest.as_of, figures, replaces=newest.id)
        session.record(FileBulletins((again,), reason="yanlış ilçe"))
    draft = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    assert lines(draft) == [
        "AA ve ANKA'ya göre İmamoğlu'nun önde olduğu ilçe sayısı 12 değil, 11.",
        "AA ve ANKA'ya göre Kurum'un önde olduğu ilçe sayısı 4 değil, 5.",
    ]
    assert stopped(session, draft) == set()
    publish(session, draft)
    assert wrong_posts(session) == ()


def test_a_withdrawn_word_leaves_the_count_to_the_other_agency(session: Session) -> None:
    say(session, {"AA": "CCCCAAAA", "ANKA": "CCCCCAAA"})
    post = compose(session, PostKind.STANDING, Ask(CONTEST))
    assert post.headline == (
        "İki ajansa göre İmamoğlu 4, Kurum 3 ilçede önde; Bağcılar'da ajanslar ayrışıyor"
    )
    publish(session, post)
    (aa,) = session.bulletins(CONTEST, "Bağcılar", "AA")
    session.record(Withdraw((aa.id,), "yanlış ilçe"))
    (wrong,) = wrong_posts(session)
    counts = {
        one.printed.value: one.now and one.now.value
        for one in wrong.prints
        if one.printed.kind is PrintedKind.COUNT
    }
    assert counts == {4: 5}


ANSWERS = st.lists(st.tuples(*[st.sampled_from("CA=")] * 2), min_size=2, max_size=9)


@given(ANSWERS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_count_is_of_its_own_leader(
    tmp_path_factory: pytest.TempPathFactory, answers: list[tuple[str, str]]
) -> None:
    """What a number counts is told by its own figures, whichever other counts stand beside it."""
    path = tmp_path_factory.mktemp("counts") / "night.secim"
    with Session.create(path, catalog.load("istanbul-2024"), night_clock) as night:
        say(night, {"AA": "".join(a for a, _ in answers), "ANKA": "".join(b for _, b in answers)})
        post = compose(night, PostKind.STANDING, Ask(CONTEST))
    leading = {"C": "İmamoğlu", "A": "Kurum"}
    for chip in post.chips:
        text = post.text_of(chip)
        who = text[: chip.start].split()[-1]
        said = int(text[chip.start : chip.end])
        if text[chip.end :].startswith(" ilçede ayrışıyor"):
            right = sum(a != b for a, b in answers)
        else:
            right = sum(a == b and leading.get(a, "sıra") == who for a, b in answers)
        assert said == right == counted(chip.figures), text
        assert recounted(chip.figures, chip.figures)[0] == said
        assert len(answers_of(chip.figures)) == len(answers)


def test_a_table_of_leaders_leaves_the_counts(session: Session) -> None:
    say(session, {"AA": "CCCAA=", "ANKA": "CCCCA="})
    session.record(SetSetting("figures", "table"))
    post = compose(session, PostKind.STANDING, Ask(CONTEST))
    (table,) = post.tables
    assert table.head == ("Yer", "AA", "ANKA")
    assert table.rows[2:5] == (
        ("Ataşehir", "CHP", "CHP"),
        ("Avcılar", "AKP", "CHP"),
        ("Bağcılar", "AKP", "AKP"),
    )
    fragment = forms.to_html(post)
    assert "<li>İki ajansa göre İmamoğlu 3 ilçede önde.</li>" in fragment
    assert "diyor" not in fragment and "ve Ataşehir" not in fragment
    assert "diyor" in forms.to_text(post)


@pytest.fixture
def mayors(session: Session) -> Session:
    """Two districts whose candidates are known, and two without."""
    people = [
        ("Adalar", "chp", "Ali Ercan Akpolat"),
        ("Adalar", "ak_parti", "Ömer Sarp / Ada Deniz"),
        ("Arnavutköy", "chp", "Hasan Aksu"),
        ("Arnavutköy", "ak_parti", "Mustafa Candaroğlu"),
    ]
    session.set_people(Person(MAYORS, *one) for one in people)
    say(session, {"AA": "CAC", "ANKA": "CAC"}, MAYORS)
    return session


def test_a_mayor_is_named_with_her_party_where_the_night_knows_her(mayors: Session) -> None:
    post = compose(mayors, PostKind.LEAD, Ask(MAYORS, ("Adalar",)))
    assert post.headline == "Adalar'da CHP'li Akpolat önde: fark iki ajansta da 11 puan"
    assert "CHP'li Akpolat'ın farkı" in post.lead
    first, second = lines(post)[:2]
    assert "CHP (Ali Ercan Akpolat) yüzde 51; AKP (Ömer Sarp / Ada Deniz) yüzde 40." in first
    assert "CHP yüzde 51; AKP yüzde 40." in second
    assert not stopped(mayors, post)
    other = compose(mayors, PostKind.LEAD, Ask(MAYORS, ("Arnavutköy",)))
    assert "AKP'li Candaroğlu önde" in other.headline
    assert "CHP (Ali Ercan Akpolat)" in [row[0] for table in post.tables for row in table.rows]


def test_of_several_districts_parties_are_counted_and_persons_stand_in_brackets(
    mayors: Session,
) -> None:
    told = lines(compose(mayors, PostKind.COMPARISON, Ask(MAYORS, ("Adalar", "Arnavutköy"))))
    assert sum("(Hasan Aksu)" in line for line in told) == 1
    nobody = compose(mayors, PostKind.LEAD, Ask(MAYORS, ("Ataşehir",)))
    assert nobody.headline.startswith("Ataşehir'de CHP önde") and "(" not in nobody.headline
    listed = compose(mayors, PostKind.STANDING, Ask(MAYORS))
    assert "Ataşehir'de CHP, Arnavutköy'de AKP iki ajansta da önde" in listed.headline


def test_who_withdraws_in_one_district_stands_in_the_others(mayors: Session) -> None:
    mayors.record(SetWithdrawn(MAYORS, "chp", True, "Adalar"))
    gone = "CHP'li Akpolat Adalar'da çekildi; adı oy pusulasında."
    for places, said in ((("Adalar",), True), (("Arnavutköy",), False), (("Ataşehir",), False)):
        post = compose(mayors, PostKind.COMPARISON, Ask(MAYORS, places))
        assert post.closing.endswith(gone) is said
    night = Checks(mayors).night(MAYORS)
    assert night.has_withdrawn("chp", "Adalar") and not night.has_withdrawn("chp", "Ataşehir")
