"""Every kind of post: its headline computed, its Turkish clean, its figures cited, over a grid."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from desk import turkish
from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import REHEARSAL, Retract, SetSetting
from desk.facts.post import Ask, Post, PostKind
from desk.file.session import Session
from desk.posts import forms
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.ledger import publish
from desk.posts.writer import Writer
from desk.turkish.style import STYLE, STYLES, capital, listed
from tests.desk.conftest import AA, ANKA, CONTEST, at, file_at, refused, shares

ISTANBUL = Source("ANKA", CONTEST, "İstanbul")
COMPUTED = [
    kind
    for kind in PostKind
    if kind not in (PostKind.COMPARISON, PostKind.STATEMENT, PostKind.NOTE, PostKind.CORRECTION)
]
HOSTILE = "<script>alert('x')</script> & \"{{ 7*7 }}\" \u202egnitrap\u2066 *b* [c](d)"


def assert_clean(post: Post) -> None:
    """The faults no sentence may have, whatever it is made of."""
    for text in (post.headline, *post.body.splitlines()):
        assert text == " ".join(text.split()), text
        assert not re.search(r"yüzde\s*%|%\s*yüzde|yüzde\s*[^0-9\s]|yüzde$", text, re.I), text
        assert not re.search(r"\s[.,;:)]|\.\.|;\.|: *[;.]|\(\)|,\s*\.| ve [.,]|None|[{}]", text), (
            text
        )
        assert not re.search(r"[0-9]'?[dt][ea]n'", text), text


def assert_suffixes(post: Post) -> None:
    """A suffix behind an apostrophe is one that the word before it takes."""
    for text in (post.headline, post.body):
        for word, suffix in re.findall(r"((?:yüzde )?[\w.,]*\w)'([a-zçğıöşü]+)", text):
            known = {turkish.suffixed(word, case) for case in turkish.CASES}
            assert f"{word}'{suffix}" in known, (word, suffix)


@pytest.fixture
def moved(evening: Session) -> Session:
    """The evening with more to tell: leads that change, figures that move, an official word."""
    file_at(evening, AA, "19:52", shares(chp="46.10", ak_parti="47.05", diger="6.85"))
    file_at(evening, ANKA, "19:55", shares(chp="60.80", ak_parti="35.53"))
    return evening


def test_the_first_news_of_the_night(evening: Session) -> None:
    post = compose(evening, PostKind.FIRST, Ask(CONTEST, agencies=("ANKA",)))
    assert post.headline == "ANKA'dan ilk sonuç: İmamoğlu 21,14 puan önde"
    assert post.lead == "İBB başkanlığı için ANKA'dan gelen ilk sonuç:"
    assert post.blocks[0].lines == (
        "ANKA (19.15, sandıkların yüzde 10'u açıldı): İmamoğlu (CHP) yüzde 58,79; "
        "Kurum (AKP) yüzde 37,65. İmamoğlu 21,14 puan önde.",
    )
    assert post.time == at("19:15")


@pytest.mark.parametrize(
    ("points", "headline"),
    [
        ("7.74", "İmamoğlu önde: fark ANKA'ya göre 7 puandan fazla"),
        ("7", "İmamoğlu önde: fark ANKA'ya göre 7 puan"),
        ("7.00", "İmamoğlu önde: fark ANKA'ya göre 7 puan"),
        ("0.52", "Başa baş: İmamoğlu'nun farkı ANKA'ya göre 0,52 puan"),
        ("1", "İmamoğlu önde: fark ANKA'ya göre 1 puan"),
        ("10.01", "İmamoğlu önde: fark ANKA'ya göre 10 puandan fazla"),
    ],
)
def test_a_lead_is_rounded_down_and_never_up(session: Session, points: str, headline: str) -> None:
    file_at(
        session,
        ISTANBUL,
        "19:38",
        {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal(points)},
    )
    post = compose(session, PostKind.LEAD, Ask(CONTEST))
    assert post.headline.replace("7,00", "7") == headline
    assert f"{points.replace('.', ',')} puan önde" in post.body


def test_agencies_that_differ_are_named_in_the_headline(evening: Session) -> None:
    post = compose(evening, PostKind.LEAD, Ask(CONTEST))
    assert post.headline == "İmamoğlu önde: fark AA'ya göre 7, ANKA'ya göre 21 puandan fazla"


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        (
            "10.00",
            "17.99",
            "İmamoğlu önde: fark AA'ya göre 10,00 puan, ANKA'ya göre 17 puandan fazla",
        ),
        ("10.1", "10.86", "İmamoğlu önde: fark iki ajansta da 10 puandan fazla"),
        ("0.2", "0.9", "Başa baş: İmamoğlu'nun farkı AA'ya göre 0,2, ANKA'ya göre 0,9 puan"),
        ("0.2", "1.9", "İmamoğlu önde: fark AA'ya göre 0,2 puan, ANKA'ya göre 1 puandan fazla"),
    ],
)
def test_what_is_no_bound_is_not_said_as_one(
    session: Session, first: str, second: str, headline: str
) -> None:
    for agency, points in (("AA", first), ("ANKA", second)):
        figures = {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal(points)}
        file_at(session, Source(agency, CONTEST, "İstanbul"), "19:38", figures)
    post = compose(session, PostKind.LEAD, Ask(CONTEST))
    assert post.headline == headline
    assert [o for o in obstacles(session, post) if o.code is Code.P501] == []


def test_a_districts_lead_names_the_district(evening: Session) -> None:
    both = compose(evening, PostKind.LEAD, Ask(CONTEST, ("Beyoğlu",)))
    assert both.headline == (
        "Beyoğlu'nda İmamoğlu önde: fark AA'ya göre 15, ANKA'ya göre 25 puandan fazla"
    )
    one = compose(evening, PostKind.LEAD, Ask(CONTEST, ("Üsküdar",), ("ANKA",)))
    assert one.headline == "Üsküdar'da İmamoğlu önde: fark ANKA'ya göre 21 puandan fazla"


def test_changes_are_told_from_figure_to_figure(moved: Session) -> None:
    post = compose(moved, PostKind.CHANGES, Ask(CONTEST, ("Beyoğlu",)))
    assert post.headline == "AA'ya göre Beyoğlu'nda İmamoğlu 8,95 puan geriledi"
    assert post.blocks[0].lines == (
        "AA (19.25–19.52): Kurum yüzde 39,23'ten 47,05'e, Diğer 2,41'den 6,85'e çıktı; "
        "İmamoğlu 55,05'ten 46,10'a indi.",
        # Her list is another one than before: what is left of it is no Diğer that moved.
        "ANKA (19.25–19.55): İmamoğlu yüzde 61,23'ten 60,80'e indi; Kurum 35,53'te kaldı.",
    )
    with refused(Code.E141):
        compose(moved, PostKind.CHANGES, Ask(CONTEST, ("Üsküdar",)))


def test_changes_are_told_once_by_place_and_kind(moved: Session) -> None:
    here = Ask(CONTEST, ("Beyoğlu",))
    publish(moved, compose(moved, PostKind.COMPARISON, here))
    assert "55,05'ten 46,10'a" in compose(moved, PostKind.CHANGES, here).body
    number = publish(moved, compose(moved, PostKind.CHANGES, here)).posts[0]
    with refused(Code.E141):
        compose(moved, PostKind.CHANGES, here)
    file_at(moved, ANKA, "20:10", shares(chp="60.10", ak_parti="35.53"))
    file_at(moved, ANKA, "20:20", shares(chp="59.90", ak_parti="35.53"))
    line = "ANKA (19.55–20.20): İmamoğlu yüzde 60,80'den 59,90'a indi; Kurum 35,53'te kaldı."
    assert compose(moved, PostKind.CHANGES, here).blocks[0].lines == (line,)
    moved.record(Retract((number,), "wrong"))
    assert "(20.10–20.20)" in compose(moved, PostKind.CHANGES, here).body


@pytest.mark.parametrize("step", ["0.01", "0.05"])
def test_a_step_within_rounding_is_no_news(session: Session, step: str) -> None:
    file_at(session, AA, "19:25", shares(chp="50", ak_parti="41.5"))
    file_at(session, AA, "19:35", shares(chp=str(50 + Decimal(step)), ak_parti="41.5"))
    with refused(Code.E141):
        compose(session, PostKind.CHANGES, Ask(CONTEST, ("Beyoğlu",)))
    file_at(session, AA, "19:45", shares(chp=str(50 + Decimal(step)), ak_parti="41.44"))
    post = compose(session, PostKind.CHANGES, Ask(CONTEST, ("Beyoğlu",)))
    assert post.blocks[0].lines[0].endswith("kaldı.")
    assert "41,5'ten 41,44'e indi" in post.body


def test_leaders_that_change_are_told_with_both_times(moved: Session) -> None:
    post = compose(moved, PostKind.LEADERS, Ask(CONTEST))
    assert post.headline == "AA: Beyoğlu'nda Kurum, İmamoğlu'nu geçti"
    assert post.blocks[0].lines == (
        "AA'ya göre Kurum, İmamoğlu'nu geçti (19.52), 0,95 puan önde; "
        "19.25'te İmamoğlu 15,82 puan öndeydi.",
    )


def test_a_turn_is_told_once_and_not_while_it_is_tied(moved: Session) -> None:
    here = Ask(CONTEST, ("Beyoğlu",))
    publish(moved, compose(moved, PostKind.LEADERS, Ask(CONTEST)))
    with refused(Code.E141):
        compose(moved, PostKind.LEADERS, here)
    file_at(moved, AA, "20:10", shares(chp="47", ak_parti="47"))
    with refused(Code.E141):
        compose(moved, PostKind.LEADERS, here)
    file_at(moved, AA, "20:20", shares(chp="48", ak_parti="46"))
    assert compose(moved, PostKind.LEADERS, here).headline == (
        "AA: Beyoğlu'nda İmamoğlu, Kurum'u geçti"
    )
    file_at(moved, AA, "20:30", shares(chp="47", ak_parti="47"))
    with refused(Code.E141):
        compose(moved, PostKind.LEADERS, here)


def test_differences_begin_with_the_widest(evening: Session) -> None:
    post = compose(evening, PostKind.DIFFERENCES, Ask(CONTEST))
    assert [block.heading for block in post.blocks] == [
        "ÜSKÜDAR",
        "İSTANBUL",
        "BEYOĞLU",
        "KÜÇÜKÇEKMECE",
    ]
    assert post.headline == "En büyük fark Üsküdar'da: ANKA İmamoğlu'na 8,88 puan fazla veriyor"


def test_where_the_agencies_part_stands_apart_from_where_they_agree(moved: Session) -> None:
    post = compose(moved, PostKind.STANDING, Ask(CONTEST))
    assert post.blocks[-1].lines == (
        "İki ajansa göre İmamoğlu 2 ilçede önde: Küçükçekmece ve Üsküdar.",
        "Beyoğlu'nda AA Kurum, ANKA İmamoğlu diyor.",
    )


def test_the_place_with_other_leaders_is_the_first_of_the_differences(moved: Session) -> None:
    post = compose(moved, PostKind.DIFFERENCES, Ask(CONTEST))
    assert post.headline == "Beyoğlu'nda AA'ya göre Kurum, ANKA'ya göre İmamoğlu önde"
    assert post.blocks[0].heading == "BEYOĞLU"
    assert post.blocks[0].lines[-2:] == (
        "Ajanslar kimin önde olduğu konusunda ayrışıyor: "
        "AA'ya göre Kurum 0,95, ANKA'ya göre İmamoğlu 25,27 puan önde; arada 26,22 puan var.",
        "İki ajans da oranlarını açılan sandık oranı olmadan verdiği için "
        "farkın nedeni bilinmiyor.",
    )


def test_the_second_agency_does_not_repeat_place_and_time(evening: Session) -> None:
    post = compose(evening, PostKind.LEAD, Ask(CONTEST, ("Beyoğlu",)))
    assert post.lead == (
        "İBB başkanlığı yarışında Beyoğlu'nda İmamoğlu'nun farkı AA'ya göre 15,82 (19.25), "
        "ANKA'ya göre 25,70 puan (19.25); arada 9,88 puan var."
    )
    assert "15,82" not in "".join(post.blocks[0].lines)
    several = compose(evening, PostKind.LEAD, Ask(CONTEST, ("Beyoğlu", "Üsküdar")))
    assert several.lead == "İBB başkanlığı için AA ve ANKA'nın son verileri:"


def test_the_statement_keeps_its_figures_as_claims(evening: Session) -> None:
    said = Ask(
        CONTEST,
        who="CHP'nin İBB adayı Ekrem İmamoğlu",
        where="CHP İl Başkanlığı",
        text="“Yüzde 40'a doğru giden bir veriye sahibiz.\n\nTeşekkür ederiz.”",
    )
    post = compose(evening, PostKind.STATEMENT, said)
    assert post.headline == "İmamoğlu: “Yüzde 40'a doğru giden bir veriye sahibiz”"
    assert post.lead == (
        "CHP'nin İBB adayı Ekrem İmamoğlu CHP İl Başkanlığı'nda açıklama yaptı. Öne çıkanlar:"
    )
    assert post.blocks[0].lines == (
        "“Yüzde 40'a doğru giden bir veriye sahibiz.”",
        "“Teşekkür ederiz.”",
    )
    assert (post.cited, post.claims) == ((), ("40",))
    assert forms.to_json(post)["claims"] == ["40"]
    assert_clean(post)


LONG = f"Sayım {'bütün ilçelerde hızla ' * 4} sürüyor. Bekleyin."


@pytest.mark.parametrize(
    ("who", "where", "headline", "place"),
    [
        ("İçişleri Bakanı", "Ankara", "İçişleri Bakanı'ndan", "Ankara'da"),
        ("AKP Sözcüsü", "AKP İl Binası", "AKP Sözcüsü'nden", "AKP İl Binası'nda"),
        ("AKP Sözcüsü Ömer Çelik", "", "AKP Sözcüsü Ömer Çelik'ten", ""),
        ("İstanbul Valiliği", "", "İstanbul Valiliği'nden", ""),
        ("kampanya ekibi", "seçim otobüsü", "Kampanya ekibinden", "seçim otobüsünde"),
        (
            "Avukat Ali Ayrancı",
            "Çağlayan Adliyesi",
            "Avukat Ali Ayrancı'dan",
            "Çağlayan Adliyesi'nde",
        ),
    ],
)
def test_who_speaks_and_where(
    evening: Session, who: str, where: str, headline: str, place: str
) -> None:
    post = compose(evening, PostKind.STATEMENT, Ask(CONTEST, who=who, where=where, text=LONG))
    assert post.headline == f"{headline} açıklama"
    said = " ".join(part for part in (capital(who), place, "açıklama yaptı.") if part)
    assert post.lead == f"{said} Öne çıkanlar:"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        # Marks within stay as typed, also where they are the last.
        ("Bize “bitti” diyorlar.", "Bize “bitti” diyorlar."),
        ("Bize “bitti”", "Bize “bitti”"),
        ("“Bitti” dediler.", "“Bitti” dediler."),
        ('"Bitti" dediler, "kazandık"', '"Bitti" dediler, "kazandık"'),
        ("Bize ‘bitti’ dediler, ‘gidin’", "Bize ‘bitti’ dediler, ‘gidin’"),
        # Those around all of it give way, whatever is within.
        ("“Bize ‘bitti’ diyorlar.”", "Bize ‘bitti’ diyorlar."),
        ("“Bize ‘bitti’”", "Bize ‘bitti’"),
        ('“Bize "bitti" diyorlar.”', 'Bize "bitti" diyorlar.'),
        ('"Bize "bitti" diyorlar."', 'Bize "bitti" diyorlar.'),
        ('""Bitti" dediler."', '"Bitti" dediler.'),
        ('“Bize "bitti"”', 'Bize "bitti"'),
        ("«Sayım sürüyor.»", "Sayım sürüyor."),
        ("„Sayım sürüyor.“", "Sayım sürüyor."),
        ("« Sayım sürüyor. »", "Sayım sürüyor."),
        # So do those that only begin or only end here.
        ("“Bize “bitti” diyorlar.", "Bize “bitti” diyorlar."),
        ("“Bize “bitti”", "Bize “bitti”"),
        ("“Bitti” dediler.”", "“Bitti” dediler."),
        ('Bize "bitti" diyorlar."', 'Bize "bitti" diyorlar.'),
    ],
)
def test_quotation_marks_within_what_was_said_stay(
    evening: Session, typed: str, shown: str
) -> None:
    said = Ask(CONTEST, who="YSK Başkanı", text=f"Sayım sürüyor.\n{typed}\n“”")
    post = compose(evening, PostKind.STATEMENT, said)
    assert post.blocks[0].lines == ("“Sayım sürüyor.”", f"“{shown}”")
    for form in (forms.to_text(post), html.unescape(forms.to_html(post))):
        assert f"“{shown}”" in form


@pytest.mark.parametrize("kind", [PostKind.STATEMENT, PostKind.NOTE])
def test_e161_what_only_the_editor_can_give(evening: Session, kind: PostKind) -> None:
    with refused(Code.E161):
        compose(evening, kind, Ask(CONTEST, text="Metin."))
    with refused(Code.E161):
        compose(evening, kind, Ask(CONTEST, title="Başlık", who="YSK"))


@pytest.mark.parametrize("kind", COMPUTED)
def test_e141_nothing_to_say(session: Session, kind: PostKind) -> None:
    if kind is PostKind.CLOSING:
        assert compose(session, kind, Ask(CONTEST)).cited == ()
        return
    with refused(Code.E141):
        compose(session, kind, Ask(CONTEST))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", [PostKind.COMPARISON, *COMPUTED])
def test_every_kind_is_clean_and_backed(moved: Session, kind: PostKind, style: str) -> None:
    moved.record(SetSetting(STYLE, style))
    places = ("Beyoğlu", "Üsküdar", "İstanbul") if kind is PostKind.COMPARISON else ()
    post = compose(moved, kind, Ask(CONTEST, places))
    assert_clean(post)
    assert [o for o in obstacles(moved, post) if o.code is Code.P501] == []
    if style == "tdk":
        assert_suffixes(post)


def test_the_grid_of_places_and_figures(session: Session) -> None:
    """Every district, each with other digits at the end: no suffix and no comma goes wrong."""
    values = product(("48", "50.1", "51.07", "40", "46.96", "49.3"), ("38.3", "41", "47.05", "29"))
    grid = list(values)
    for index, place in enumerate(session.election.districts):
        chp, akp = grid[index % len(grid)]
        for agency, clock in (("AA", "19:40"), ("ANKA", "19:41")):
            source = Source(agency, CONTEST, place.name)
            opened = {Row(Item.OPENED_SHARE): Decimal(index + 1)}
            first = shares(chp=chp, ak_parti=akp)
            if (index % 3 == 0) == (agency == "AA"):
                first = shares(chp=akp, ak_parti=chp)
            file_at(session, source, clock, first | opened)
            later = {Row(Item.OPENED_SHARE): Decimal(index + 40)}
            less = str(Decimal(chp) - Decimal("1.01")) if agency == "ANKA" else chp
            file_at(session, source, "20:07", shares(chp=less, ak_parti=akp, diger="1.5") | later)
    everywhere = tuple(place.name for place in session.election.districts)
    asks = [Ask(CONTEST, everywhere), *(Ask(CONTEST, (place,)) for place in everywhere)]
    told = 0
    for kind, ask in product([PostKind.COMPARISON, *COMPUTED], asks):
        if kind is PostKind.LEADERS and ask.places != everywhere:
            continue
        post = compose(session, kind, ask)
        assert_clean(post)
        assert_suffixes(post)
        told += 1
    assert told > 250


def test_a_list_of_one_has_no_comma() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B"]) == "A ve B"
    assert listed(["A", "B", "C"]) == "A, B ve C"


def test_the_seeds_own_style_without_its_faults(evening: Session) -> None:
    evening.record(SetSetting(STYLE, "seed"))
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))
    assert post.blocks[0].lines[:2] == (
        "AA - CHP: Yüzde 55.05, AKP: Yüzde 39.23, Diğer: Yüzde 2.41 (19.25).",
        "ANKA - CHP: Yüzde 61.23, AKP: Yüzde 35.53, YRP: Yüzde 2 (19.25).",
    )


@pytest.mark.parametrize("kind", list(PostKind))
def test_a_rehearsals_post_is_marked_at_both_ends(moved: Session, kind: PostKind) -> None:
    if kind is PostKind.CORRECTION:
        return
    moved.record(SetSetting(REHEARSAL, "7"))
    ask = Ask(CONTEST, ("Beyoğlu",), title="Başlık", text="Metin.", who="YSK")
    text = forms.to_text(compose(moved, kind, ask))
    assert text.splitlines()[0][6:].startswith("PROVA")
    assert text.splitlines()[-1].startswith("PROVA")


@pytest.mark.parametrize(
    "kind", [PostKind.NOTE, PostKind.STATEMENT, PostKind.SUMMARY, PostKind.CLOSING]
)
def test_hostile_words_are_harmless_in_every_form(evening: Session, kind: PostKind) -> None:
    ask = Ask(CONTEST, title=HOSTILE, text=f"{HOSTILE}\n{HOSTILE}", who=HOSTILE, where=HOSTILE)
    post = compose(evening, kind, ask)
    html = forms.to_html(post)
    assert "<script" not in html and "{{" not in html and "&lt;script&gt;" in html
    markdown = re.sub(r"\\.", "", forms.to_markdown(post))
    assert not re.search(r"[<{\[`]", markdown.replace("\n> ", "\n").replace("\n>\n", "\n"))
    for form in (html, markdown, forms.to_text(post), str(forms.to_json(post))):
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", form)


CHP_FIRST = {"chp": "51", "ak_parti": "40"}
AKP_FIRST = {"chp": "41", "ak_parti": "50"}


@pytest.mark.parametrize(
    ("aa", "anka", "headline"),
    [
        (CHP_FIRST, CHP_FIRST, "İmamoğlu iki ajansta da önde"),
        (AKP_FIRST, CHP_FIRST, "AA'ya göre Kurum, ANKA'ya göre İmamoğlu önde"),
        (CHP_FIRST, {}, "AA'ya göre İmamoğlu önde"),
    ],
)
def test_a_summary_and_the_last_post_say_who_leads(
    session: Session, aa: dict[str, str], anka: dict[str, str], headline: str
) -> None:
    for agency, told in (("AA", aa), ("ANKA", anka)):
        if told:
            file_at(session, Source(agency, CONTEST, "İstanbul"), "22:00", shares(**told))
    assert compose(session, PostKind.SUMMARY, Ask(CONTEST)).headline == f"Özet: {headline}"
    last = compose(session, PostKind.CLOSING, Ask(CONTEST)).headline
    assert last == f"Canlı anlatımımız sona erdi: {headline}"


def test_nobody_leads_no_headline(session: Session) -> None:
    file_at(session, Source("AA", CONTEST, "İstanbul"), "22:00", shares(ak_parti="40"))
    assert compose(session, PostKind.SUMMARY, Ask(CONTEST)).headline == "Gecenin özeti"


def test_the_last_post_says_that_all_is_opened_when_it_is(session: Session) -> None:
    source, opened = Source("AA", CONTEST, "İstanbul"), Row(Item.OPENED_SHARE)
    told = shares(chp="51.21", ak_parti="39.59")
    file_at(session, source, "23:00", {**told, opened: Decimal("99.99")})
    early = compose(session, PostKind.CLOSING, Ask(CONTEST)).headline
    assert early == "Canlı anlatımımız sona erdi: AA'ya göre İmamoğlu önde"
    file_at(session, source, "23:30", {**told, opened: Decimal(100)})
    post = compose(session, PostKind.CLOSING, Ask(CONTEST))
    assert post.headline == "AA'ya göre sandıkların tamamı açıldı: İmamoğlu 11,62 puan önde"
    assert {cited.value for cited in post.cited} >= {Decimal("51.21"), Decimal("39.59")}


@pytest.mark.parametrize(
    ("who", "headline", "lead"),
    [
        ("Özgür Özel, CHP", "CHP'li Özgür Özel'den açıklama", "CHP'li Özgür Özel açıklama yaptı."),
        ("Ekrem İmamoğlu (CHP)", "CHP'li İmamoğlu'ndan açıklama", "CHP'li Ekrem İmamoğlu açıklama"),
        (
            "Ümit Özdağ, Zafer Partisi",
            "Zafer Partili Ümit Özdağ'dan açıklama",
            "Zafer Partili Ümit",
        ),
        ("Ali Ayrancı, avukat", "Ali Ayrancı, avukattan açıklama", "Ali Ayrancı, avukat açıklama"),
        ("CHP", "CHP'den açıklama", "CHP açıklama yaptı."),
    ],
)
def test_a_speaker_behind_whom_a_party_stands_is_said_as_one_of_it(
    evening: Session, who: str, headline: str, lead: str
) -> None:
    post = compose(evening, PostKind.STATEMENT, Ask(CONTEST, who=who, text=LONG))
    assert post.headline == headline
    assert post.lead.startswith(lead)
    assert_clean(post)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("halkoylaması", "halkoylamasında"),
        ("halk oylaması", "halk oylamasında"),
        ("milletvekili genel seçimi", "milletvekili genel seçiminde"),
        ("belediye başkanlığı", "belediye başkanlığı yarışında"),
    ],
)
def test_an_event_is_no_race(session: Session, title: str, said: str) -> None:
    writer = Writer(session, CONTEST)
    writer.race = replace(writer.race, title=title)
    assert writer.in_race() == said
