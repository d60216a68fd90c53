"""Claims before their time: a win, two hours for one, everything opened; each stopped as a kind."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from desk.facts import settings
from desk.facts.bulletin import Figures, Item, Row, Source
from desk.facts.codes import Code
from desk.facts.edits import SetSetting
from desk.facts.post import Ask, Obstacle, Post, PostKind
from desk.file.session import Session
from desk.posts import forms
from desk.posts.claims import SIDE_BY_SIDE
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from tests.desk.conftest import CONTEST, file_at, shares

PLACE = "Beyoğlu"
BOTH = ("AA", "ANKA")
TOLD = (
    PostKind.COMPARISON,
    PostKind.LEAD,
    PostKind.STANDING,
    PostKind.DIFFERENCES,
    PostKind.SUMMARY,
    PostKind.CLOSING,
)


@pytest.fixture
def lifted(session: Session) -> Session:
    session.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T18:00"))
    return session


def opened(share: str | None, boxes: int | None = None, total: int | None = None) -> Figures:
    given = {
        Row(Item.OPENED_SHARE): None if share is None else Decimal(share),
        Row(Item.OPENED_BOXES): boxes,
        Row(Item.TOTAL_BOXES): total,
    }
    return {row: value for row, value in given.items() if value is not None}


def say(session: Session, agency: str, clock: str, told: Figures, place: str = PLACE) -> None:
    chp = "49.1" if agency == "AA" else "51.1"
    file_at(session, Source(agency, CONTEST, place), clock, shares(chp=chp, ak_parti="47") | told)


def found(session: Session, post: Post, code: Code) -> list[Obstacle]:
    return [one for one in obstacles(session, post) if one.code is code]


def asked(title: str = "", text: str = "") -> Ask:
    return Ask(CONTEST, (PLACE,), BOTH, title=title, text=text)


def note(session: Session, title: str, text: str = "Metin.") -> Post:
    return compose(session, PostKind.NOTE, Ask(CONTEST, title=title, text=text))


@pytest.mark.parametrize("kind", [*TOLD, PostKind.FIRST])
def test_p510_a_win_in_the_headline_of_any_kind(lifted: Session, kind: PostKind) -> None:
    for agency in BOTH:
        say(lifted, agency, "19:30", opened("10"))
    post = compose(lifted, kind, asked(title="Beyoğlu'nda koltuk CHP'nin"))
    (stopped,) = found(lifted, post, Code.P510)
    assert stopped.may_be_overruled
    assert stopped.values["opened"] == "10" and stopped.values["least"] == "90"


@pytest.mark.parametrize("kind", [PostKind.SUMMARY, PostKind.CLOSING])
def test_p510_a_win_in_the_editors_own_words(lifted: Session, kind: PostKind) -> None:
    for agency in BOTH:
        say(lifted, agency, "19:30", opened("10"))
    for text in ("Sayım sürüyor.\nMazbatasını yarın alacak.", "SEÇİMİ CHP ALDI.\nDevamı geliyor."):
        assert found(lifted, compose(lifted, kind, asked(text=text)), Code.P510)


def test_p510_a_note_goes_by_the_place_it_names(lifted: Session) -> None:
    say(lifted, "AA", "19:30", opened("96"), "İstanbul")
    say(lifted, "AA", "19:30", opened("10"), PLACE)
    assert found(lifted, note(lifted, "CHP Beyoğlu'nu aldı"), Code.P510)
    assert not found(lifted, note(lifted, "İmamoğlu yeniden başkan"), Code.P510)
    assert found(lifted, note(lifted, "Gece bitiyor", "CHP Beyoğlu'nu aldı."), Code.P510)


def test_p510_before_anybody_has_spoken(lifted: Session) -> None:
    (stopped,) = found(lifted, note(lifted, "İmamoğlu kazandı"), Code.P510)
    assert stopped.values["opened"] == ""


def test_p510_what_a_statement_quotes_is_its_speakers(lifted: Session) -> None:
    said = Ask(CONTEST, who="Ekrem İmamoğlu", text="Biz kazandık. Seçimi aldık.")
    assert not found(lifted, compose(lifted, PostKind.STATEMENT, said), Code.P510)
    over = Ask(CONTEST, who="Ekrem İmamoğlu", text="Sürüyor.", title="İmamoğlu: “Kazandık”")
    assert not found(lifted, compose(lifted, PostKind.STATEMENT, over), Code.P510)
    house = Ask(CONTEST, who="Ekrem İmamoğlu", text="Sürüyor.", title="İmamoğlu kazandı")
    assert found(lifted, compose(lifted, PostKind.STATEMENT, house), Code.P510)


@pytest.mark.parametrize(("least", "stops"), [("90", True), ("60", True), ("50", False)])
def test_p510_goes_by_the_share_the_house_set(lifted: Session, least: str, stops: bool) -> None:
    lifted.record(SetSetting(settings.WIN_FROM, least))
    for agency in BOTH:
        say(lifted, agency, "21:30", opened("55"))
    post = compose(lifted, PostKind.SUMMARY, asked(title="Beyoğlu'nda CHP kazandı"))
    assert bool(found(lifted, post, Code.P510)) == stops


@pytest.mark.parametrize("kind", TOLD)
@pytest.mark.parametrize(("clock", "far"), [("21:20", True), ("19:31", True), ("19:30", False)])
def test_p511_every_kind_says_both_hours(
    lifted: Session, kind: PostKind, clock: str, far: bool
) -> None:
    say(lifted, "AA", "19:00", opened("12"))
    say(lifted, "ANKA", clock, opened("58"))
    post = compose(lifted, kind, asked())
    assert not found(lifted, post, Code.P511)
    told = post.headline + post.body
    if far or kind is not PostKind.STANDING:
        assert "19.00" in told and clock.replace(":", ".") in told
    if kind in (PostKind.LEAD, PostKind.DIFFERENCES):
        stamp = f"(AA 19.00, ANKA {clock.replace(':', '.')})"
        assert post.headline.endswith(stamp) == far
        assert (stamp in forms.to_short(post)) == far


@pytest.mark.parametrize("kind", TOLD)
@pytest.mark.parametrize(
    "title", ["AA ile ANKA Beyoğlu'nda ayrışıyor", "İki ajansta da CHP önde", "AA, ANKA: CHP önde"]
)
def test_p511_a_headline_of_hers_over_two_hours(
    lifted: Session, kind: PostKind, title: str
) -> None:
    say(lifted, "AA", "19:00", opened("12"))
    say(lifted, "ANKA", "21:00", opened("58"))
    (stopped,) = found(lifted, compose(lifted, kind, asked(title=title)), Code.P511)
    assert stopped.values == {
        "problem": "headline",
        "place": PLACE,
        "hours": "AA 19.00, ANKA 21.00",
    }
    both = compose(lifted, kind, asked(title=f"{title} (AA 19.00, ANKA 21.00)"))
    assert not found(lifted, both, Code.P511)
    assert not found(lifted, compose(lifted, kind, asked(title="CHP önde")), Code.P511)


def test_p511_a_text_that_drops_an_hour(lifted: Session) -> None:
    say(lifted, "AA", "19:00", opened("12"))
    say(lifted, "ANKA", "21:00", opened("58"))
    post = compose(lifted, PostKind.COMPARISON, asked())
    (block,) = post.blocks
    bare = replace(block, lines=tuple(line.replace("19.00, ", "") for line in block.lines))
    (stopped,) = found(lifted, replace(post, blocks=(bare,)), Code.P511)
    assert stopped.values["problem"] == "text"


def test_p511_the_threshold_is_the_editors(lifted: Session) -> None:
    say(lifted, "AA", "19:00", opened("12"))
    say(lifted, "ANKA", "20:00", opened("58"))
    lifted.record(SetSetting(settings.HOURS_APART, "60"))
    assert "(AA" not in compose(lifted, PostKind.LEAD, asked()).headline
    lifted.record(SetSetting(settings.HOURS_APART, "59"))
    assert "(AA 19.00, ANKA 20.00)" in compose(lifted, PostKind.LEAD, asked()).headline


def test_differences_give_both_hours_wherever_they_differ(lifted: Session) -> None:
    say(lifted, "AA", "19:00", opened("12"))
    say(lifted, "ANKA", "19:05", opened("14"))
    (block,) = compose(lifted, PostKind.DIFFERENCES, asked()).blocks
    assert block.lines[0] == (
        "AA 19.00 (sandıkların yüzde 12'si açıldı); ANKA 19.05 (sandıkların yüzde 14'ü açıldı)."
    )


ALMOST = [
    (opened("100", 598, 599), "599 sandıktan 598'i açıldı"),
    (opened("100.00", 598, 599), "599 sandıktan 598'i açıldı"),
    (opened("100", 38_107, 38_108), "38.108 sandıktan 38.107'si açıldı"),
    (opened("0", 1, 599), "599 sandıktan 1'i açıldı"),
    (opened("0.00", 3, 599), "599 sandıktan 3'ü açıldı"),
]
PRINTED = re.compile(r"(?:yüzde |%)(?:100|0)(?:[.,]0+)?(?![.,]?[0-9])")


@pytest.mark.parametrize(("told", "said"), ALMOST)
@pytest.mark.parametrize("kind", [*TOLD, PostKind.FIRST])
@pytest.mark.parametrize("agencies", [("AA",), BOTH])
def test_all_is_never_said_of_almost_all(
    lifted: Session, told: Figures, said: str, kind: PostKind, agencies: tuple[str, ...]
) -> None:
    for agency in BOTH:
        say(lifted, agency, "23:10", told)
    post = compose(lifted, kind, Ask(CONTEST, (PLACE,), agencies))
    written = [forms.to_text(post), forms.to_short(post), forms.to_html(post)]
    written += [forms.to_markdown(post), str(forms.to_json(post)["tables"])]
    assert not any(PRINTED.search(text) for text in written)
    if kind not in (PostKind.STANDING, PostKind.DIFFERENCES):
        assert said in post.body
    codes = {one.code for one in obstacles(lifted, post)}
    assert not codes & {Code.P501, Code.P512}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (opened("100", 599, 599), "yüzde 100'ü açıldı"),
        (opened("99.8", 598, 599), "yüzde 99,8'i açıldı"),
        (opened(None, 598, 599), "599 sandıktan 598'i açıldı"),
        (opened("100"), "yüzde 100'ü açıldı"),
    ],
)
def test_what_is_so_stays_as_it_was(lifted: Session, told: Figures, said: str) -> None:
    say(lifted, "AA", "23:10", told)
    assert said in compose(lifted, PostKind.FIRST, Ask(CONTEST, (PLACE,))).body


def test_a_change_to_almost_all_counts_boxes(lifted: Session) -> None:
    say(lifted, "AA", "22:50", opened("98.5", 590, 599))
    say(lifted, "AA", "23:10", opened("100", 598, 599))
    file_at(
        lifted,
        Source("AA", CONTEST, PLACE),
        "23:20",
        shares(chp="49.2", ak_parti="47") | opened("100", 598, 599),
    )
    body = compose(lifted, PostKind.CHANGES, Ask(CONTEST, (PLACE,), ("AA",))).body
    assert not PRINTED.search(body)


WHOLE = [
    "sandıkların tamamı açıldı",
    "Tüm sandıklar açıldı",
    "Sandıkların yüzde 100'ü açıldı",
    "SANDIKLARIN %100'Ü AÇILDI",
    "sandıkların yüzde 100,00'ü açılmış durumda",
    "açılmayan sandık kalmadı",
    "Beyoğlu'nda sayım bitti",
    "Açılan sandık: %100",
    "sandıkların hepsi sayıldı",
    "sandıkların yüzde yüzü açıldı",
]
NOT_WHOLE = [
    "599 sandıktan 598'i açıldı",
    "sandıkların yüzde 99,8'i açıldı",
    "sandıkların tamamı açılmadı",
    "sandıkların tamamı açılmadan",
    "Tüm sandıklar açıldığında",
    "sayım bitmedi",
    "Sandıkların yüzde 100'ü açılmadı",
    "yüzde 100 doğru",
    "Açılan sandık: %10",
    "sandıkların yüzde 10'u açıldı",
]


@pytest.mark.parametrize("text", WHOLE)
@pytest.mark.parametrize("kind", [PostKind.SUMMARY, PostKind.NOTE])
def test_p512_the_editors_own_words(lifted: Session, kind: PostKind, text: str) -> None:
    say(lifted, "AA", "23:10", opened("100", 598, 599))
    say(lifted, "ANKA", "23:10", opened("100", 598, 599))
    for one in (
        Ask(CONTEST, (PLACE,), BOTH, title=f"Beyoğlu: {text}", text="Metin."),
        Ask(CONTEST, (PLACE,), BOTH, title="Gece", text=f"Metin.\nBeyoğlu'nda {text}."),
    ):
        (stopped,) = found(lifted, compose(lifted, kind, one), Code.P512)
        assert stopped.values["boxes"] == "598/599" and stopped.values["place"] == PLACE
    file_at(
        lifted,
        Source("ANKA", CONTEST, PLACE),
        "23:20",
        shares(chp="51", ak_parti="47") | opened("100", 599, 599),
    )
    whole = Ask(CONTEST, (PLACE,), BOTH, title="Gece", text=f"ANKA: Beyoğlu'nda {text}.")
    assert not found(lifted, compose(lifted, kind, whole), Code.P512)


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_p512_is_not_fooled(lifted: Session, text: str) -> None:
    say(lifted, "AA", "23:10", opened("100", 598, 599))
    assert not found(lifted, note(lifted, "Beyoğlu", f"Beyoğlu'nda {text}."), Code.P512)


def test_p512_nothing_opened_while_something_is(lifted: Session) -> None:
    say(lifted, "AA", "19:10", opened("0", 2, 599))
    for text in ("Beyoğlu'nda henüz sandık açılmadı.", "Beyoğlu'nda sandıkların yüzde 0'ı açıldı."):
        (stopped,) = found(lifted, note(lifted, "Beyoğlu", text), Code.P512)
        assert stopped.values["problem"] == "none"


def test_every_kind_that_tells_how_things_stand_is_asked() -> None:
    assert set(TOLD) < SIDE_BY_SIDE


def test_p512_what_was_said_of_the_boxes_before_is_no_word_against_all(lifted: Session) -> None:
    """Votes of an hour ago, with a box missing then, stand beside shares of now."""
    votes = {Row(Item.VOTES, "chp"): 4_437, Row(Item.VOTES, "ak_parti"): 3_431}
    file_at(lifted, Source("AA", CONTEST, PLACE), "23:00", {**votes, **opened("99.98")})
    say(lifted, "AA", "23:30", opened("100"))
    post = compose(lifted, PostKind.CLOSING, asked())
    assert "23.00 itibarıyla" in forms.to_text(post)
    assert post.headline.startswith("AA'ya göre Beyoğlu'nda sandıkların tamamı açıldı: ")
    assert not found(lifted, post, Code.P512)
