"""The short form: whole sentences, true alone, each agency with its hour, in one line of 280."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.facts.bulletin import Bulletin, Item, Row, Source, Value
from desk.facts.codes import Refusal
from desk.facts.edits import REHEARSAL, SetSetting
from desk.facts.network import network_length
from desk.facts.post import UNOFFICIAL, Ask, Block, BlockShape, Post, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.forms import MOST, to_short
from desk.posts.ledger import post as published_post
from desk.posts.ledger import publish
from desk.posts.tables import says
from desk.posts.ties import NUMBER
from desk.rehearsal import prova
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, at, file_at, share, shares, votes

SEED = ("Beyoğlu", "Üsküdar", "Küçükçekmece")
YSK = Source("YSK", CONTEST, PLACE)


@pytest.fixture
def moved(evening: Session) -> Session:
    file_at(evening, AA, "19:52", shares(chp="46.10", ak_parti="47.05", diger="6.85"))
    file_at(evening, ANKA, "19:55", shares(chp="60.80", ak_parti="35.53"))
    return evening


SENTENCES = st.lists(
    st.sampled_from(
        [
            "CHP yüzde 55,05 aldı.",
            "Saat 19.25'te 13.729 oy sayıldı.",
            "Sandıkların yüzde 10'u açıldı!",
            "Ekrem İmamoğlu 7,74 puan önde mi?",
            "Kurulun 2. Başkanı konuştu.",
            "Uzun bir cümle, içinde yalnızca küçük harfli sözler olan ve hiçbir rakam vermeyen.",
        ]
    ),
    max_size=12,
)


def made(headline: str, lead: str = "", lines: tuple[str, ...] = (), closing: str = "") -> Post:
    blocks = (Block("", lines, BlockShape.TEXT),) if lines else ()
    time = datetime(2024, 3, 31, 19, 25)
    return Post("x", "note", time, headline, lead, blocks, closing, (), (), own=(lead, *lines))


@given(SENTENCES, SENTENCES)
def test_only_whole_sentences_are_left_out(lead: list[str], rest: list[str]) -> None:
    post = made("Başlık", " ".join(lead), (" ".join(rest),) if rest else ())
    short = to_short(post)
    assert len(short) <= MOST
    told = short.removeprefix("19.25 Başlık.").strip()
    whole = [*lead, *rest]
    starts = [" ".join(whole[:count]) for count in range(len(whole) + 1)]
    assert told in starts
    following = starts[starts.index(told) + 1 :]
    longer = [text for text in following if len(f"19.25 Başlık. {text}") <= 280]
    # A sentence with an ordinal in it, or behind one, may be held together with its neighbour.
    assert not longer or "2." in " ".join(whole)


@pytest.mark.parametrize(
    ("headline", "short"),
    [
        ("Kısa", "19.25 Kısa."),
        ("Bitti mi?", "19.25 Bitti mi?"),
        ("Sayım sürüyor. " + "B " * 140, "19.25 Sayım sürüyor."),
        ("A " * 20 + "birinci; ikinci " + "b " * 130, ""),
        ("Fark AA'ya göre 10, ANKA'ya göre 17 puandan fazla " + "b " * 120, ""),
        ("uzun " * 80 + "58,79", ""),
    ],
)
def test_a_headline_is_whole_or_not_there(headline: str, short: str) -> None:
    assert to_short(made(headline.strip())) == short


@pytest.mark.parametrize("kind", [kind for kind in PostKind if kind is not PostKind.CORRECTION])
def test_every_kind_has_a_short_form(moved: Session, kind: PostKind) -> None:
    ask = Ask(
        CONTEST, SEED if kind is PostKind.COMPARISON else (), title="Başlık", text="M. 5", who="B"
    )
    post = compose(moved, kind, ask)
    short = to_short(post)
    assert len(short) <= 280 and short.count("\n") == 0 and "  " not in short
    assert short.endswith("Resmî olmayan sonuçlar.") == (UNOFFICIAL in post.closing)
    assert kind is not PostKind.STATEMENT or short.endswith(
        "Rakamlar açıklama sahibinin beyanıdır."
    )
    moved.record(SetSetting(REHEARSAL, "7"))
    rehearsed = to_short(compose(moved, kind, ask))
    assert rehearsed[6:].startswith("PROVA: ") and "PROVA" in rehearsed[12:]


def test_agencies_stay_together_in_the_short_form(evening: Session) -> None:
    short = to_short(compose(evening, PostKind.COMPARISON, Ask(CONTEST, SEED)))
    aa, anka = (f"{by} göre (19.25) İmamoğlu yüzde" for by in ("AA'ya", "ANKA'ya"))
    assert short.count(aa) == short.count(anka) >= 1
    assert "oy aldı. ANKA'ya göre (19.25) İmamoğlu yüzde 61,23; Kurum yüzde 35,53" in short
    one = to_short(compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,), at=at("19:30"))))
    said = "AA'ya göre (19.25) İmamoğlu yüzde 55,05; "
    assert one.startswith(f"19.30 Beyoğlu'nda İmamoğlu iki ajansta da önde. {said}")


def test_a_shortened_quotation_is_closed(evening: Session) -> None:
    said = Ask(
        CONTEST, who="Vali", text="\n".join(["Sayım sürüyor.", "Uzun bir söz " * 20 + "bitti."])
    )
    assert to_short(compose(evening, PostKind.STATEMENT, said)).endswith("“Sayım sürüyor.”")
    both = Ask(CONTEST, who="vali", text="Sayım sürüyor.\nBekliyoruz.")
    post = compose(evening, PostKind.STATEMENT, both)
    assert post.headline.startswith("Vali: ")
    assert to_short(post).endswith("“Sayım sürüyor. Bekliyoruz.”")


def test_a_table_of_places_is_never_told_by_its_first_two(evening: Session) -> None:
    post = compose(evening, PostKind.STANDING, Ask(CONTEST, SEED))
    led = "Beyoğlu, Üsküdar ve Küçükçekmece'de İmamoğlu iki ajansta da önde (19.25)."
    assert to_short(post) == f"19.25 {led} Resmî olmayan sonuçlar."


def test_each_agencys_own_leader_comes_first_in_the_short_form(evening: Session) -> None:
    for agency, at_, chp, akp in (("AA", "19:50", "34.62", "51.61"), ("ANKA", "19:51", "45", "43")):
        source = Source(agency, CONTEST, "Arnavutköy")
        minor = {"yeniden_refah": "4", "dem_parti": "3", "zafer_partisi": "2", "saadet": "1"}
        file_at(evening, source, at_, shares(chp=chp, ak_parti=akp, **minor))
    places = ("Arnavutköy", "Beyoğlu", "Üsküdar")
    short = to_short(compose(evening, PostKind.COMPARISON, Ask(CONTEST, places)))
    assert "AA'ya göre (19.50) Kurum yüzde 51,61; İmamoğlu yüzde 34,62 oy aldı." in short
    assert "ANKA'ya göre (19.51) İmamoğlu yüzde 45; Kurum yüzde 43 oy aldı." in short


def test_a_published_post_keeps_its_short_form(moved: Session) -> None:
    post = compose(moved, PostKind.COMPARISON, Ask(CONTEST, SEED))
    assert to_short(published_post(moved, publish(moved, post).posts[0])) == to_short(post)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("AA'ya göre (19.25) İmamoğlu yüzde 55 oy aldı.", True),
        ("AA (19.25): CHP 15,82 puan önde.", True),
        ("Beyoğlu'nda CHP öne geçti (19.51).", True),
        ("Fark Fatih'te daha büyük.", True),
        ("AA (19.25): İmamoğlu yüzde 55,05; Kurum yüzde 39,23.", False),
        ("AA'ya göre CHP'nin önde olduğu ilçeler: Beyoğlu ve Fatih.", False),
        ("Kurum: Arnavutköy, Bağcılar.", False),
        ("İBB başkanlığı için AA ve ANKA'nın son verileri:", False),
        ("CHP –", False),
    ],
)
def test_a_sentence_has_a_verb_or_what_stands_for_one(text: str, is_one: bool) -> None:
    assert says(text) == is_one


# What is hard


def test_each_agency_named_has_its_hour(session: Session) -> None:
    file_at(session, AA, "19:20", shares(chp="44.10", ak_parti="46.60"))
    file_at(session, ANKA, "21:22", shares(chp="52.3", ak_parti="40.5"))
    post = compose(
        session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,), title="AA ile ANKA ayrışıyor")
    )
    assert "AA'ya göre (19.20)" in to_short(post) and "ANKA'ya göre (21.22)" in to_short(post)
    alone = to_short(post, 90)
    assert alone == "21.22 AA ile ANKA ayrışıyor (AA 19.20, ANKA 21.22). Resmî olmayan sonuçlar."


def test_an_opened_share_stays_with_its_figures_and_others_come_last(session: Session) -> None:
    part = {Row(Item.OPENED_SHARE): Decimal("7.1")}
    file_at(session, AA, "19:20", shares(diger="52.10", chp="24.10", ak_parti="23.80") | part)
    file_at(session, ANKA, "19:22", {votes("chp"): 1_200, votes("ak_parti"): 900})
    short = to_short(compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))))
    assert (
        "AA'ya göre (19.20, sandıkların yüzde 7,1'i açıldı)"
        " İmamoğlu yüzde 24,10; Kurum yüzde 23,80; Diğer yüzde 52,10 oy aldı."
        " ANKA'ya göre (19.22) İmamoğlu 1.200, Kurum 900 oy aldı."
    ) in short


def test_an_agency_with_a_lead_alone_stands_beside_the_others(session: Session) -> None:
    file_at(session, AA, "19:20", shares(chp="44.10", ak_parti="46.60"))
    said = {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal("7.74")}
    file_at(session, ANKA, "19:38", said)
    short = to_short(compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))))
    assert "İmamoğlu yüzde 44,10 oy aldı." in short and "ANKA'ya göre İmamoğlu önde" in short
    assert "ANKA 19.38" in short and "Henüz" not in short


def test_three_agencies_are_told_or_none(session: Session) -> None:
    for minute, (source, chp) in enumerate(((YSK, "51"), (AA, "50"), (ANKA, "52"))):
        file_at(session, source, f"19:2{minute}", shares(chp=chp, ak_parti="45"))
    ask = Ask(CONTEST, (PLACE,), agencies=("ANKA", "YSK", "AA"), title="CHP önde")
    post = compose(session, PostKind.LEAD, ask)
    for most in range(60, 400, 10):
        told = to_short(post, most)
        assert ("yüzde 51" in told) == ("yüzde 50" in told) == ("yüzde 52" in told)


# Over whole nights

FREE = (PostKind.NOTE, PostKind.STATEMENT, PostKind.CORRECTION)
KINDS = [kind for kind in PostKind if kind not in FREE]
LAST_WORDS = {
    *("aldı", "önde", "var", "puan", "açıldı", "geçti", "öndeydi", "çıktı", "indi", "geldi", "yok"),
    *("eşit", "büyük", "bilinmiyor", "iniyor", "olamaz", "değil", "ayrışıyor", "saatlik", "eski"),
}
SAID = re.compile(r"(\w+)'y?[ae] göre \((\d\d.\d\d)(?:, ([^()]+))?\) ([^()]+?) oy aldı\.")
RESULT = re.compile(r"([^;,]+?) (?:yüzde |%)(\d+(?:[.,]\d+)?)(?:[;,] |$)")


def clock(moment: datetime) -> str:
    return moment.strftime("%H.%M")


def check(night: Session, post: Post, told: list[Bulletin]) -> None:
    """What holds for the short form of every post, at every length."""
    hours: dict[str, set[str]] = {}
    for one in post.cited:
        hours.setdefault(one.slot.source.agency, set()).add(clock(one.as_of))
    known = set(NUMBER.findall(f"{post.clock} {post.headline} {post.body}"))
    known |= set().union(*hours.values()) if hours else set()
    for most in (280, 220, 160, 110):
        short = to_short(post, most)
        if not short:
            continue
        assert network_length(short) <= most
        mark = "PROVA: Resmî olmayan sonuçlar." if post.cited else "PROVA"
        assert short.endswith(f" {mark}")
        assert set(NUMBER.findall(short)) <= known, short
        assert "–\u0020" not in short and "…" not in short and "  " not in short
        said = short.removeprefix(post.clock).removesuffix(mark).strip()
        for agency, own in hours.items():
            if re.search(rf"\b{agency}\b", said):
                assert any(hour in said for hour in own), short
        rest = said.removeprefix(post.headline).removeprefix(".").strip()
        if said.startswith(post.headline) and rest and not rest.startswith("("):
            last = re.sub(r" \([^()]*\)\.$", ".", rest).removesuffix(".").split()[-1]
            assert last in LAST_WORDS, short
        for agency, hour, opened, results in SAID.findall(said):
            check_results(told, agency, hour, opened, results)


def check_results(told: list[Bulletin], agency: str, hour: str, opened: str, results: str) -> None:
    """That one bulletin of this agency and hour says all of a sentence."""
    found = [(name, Decimal(part.replace(",", "."))) for name, part in RESULT.findall(results)]
    assert found or not re.search("yüzde|%", results)
    assert "Diğer" not in [name for name, _ in found[:-1]]
    assert [part for name, part in found if name != "Diğer"] == sorted(
        (part for name, part in found if name != "Diğer"), reverse=True
    )
    numbers = {Decimal(text.replace(".", "").replace(",", ".")) for text in NUMBER.findall(opened)}
    assert any(
        {part for _, part in found} <= set(one.figures.values())
        and numbers <= {Decimal(v) for v in one.figures.values() if not isinstance(v, str)}
        for one in told
        if one.source.agency == agency and clock(one.as_of) == hour
    ), (agency, hour, results)


@pytest.mark.usefixtures("drawn_once")
@pytest.mark.parametrize("seed", range(3))
def test_short_forms_of_rehearsed_nights_are_true(tmp_path: Path, seed: int) -> None:
    with prova.make(tmp_path / "night.secim", seed) as night:
        if seed % 2:
            night.record(SetSetting("contenders", "3"))
        districts = [place.name for place in night.election.places]
        told = [one for place in districts for one in night.bulletins(CONTEST, place)]
        moments = sorted({one.as_of for one in told})
        for number, moment in enumerate(moments[seed :: max(len(moments) // 2, 1)]):
            some = tuple(districts[number + seed :: 9])
            for kind in KINDS:
                for places in ((), some, some[:1]):
                    with suppress(Refusal):
                        post = compose(night, kind, Ask(CONTEST, places, at=moment))
                        check(night, post, told)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([AA, ANKA, YSK]),
            st.integers(10, 59),
            st.dictionaries(
                st.sampled_from(["chp", "ak_parti", "yeniden_refah", "diger"]),
                st.integers(0, 3_300),
                max_size=4,
            ),
            st.none() | st.integers(1, 10_000),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda one: one[:2],
    ),
    st.sampled_from([PostKind.COMPARISON, PostKind.LEAD, PostKind.DIFFERENCES, PostKind.CHANGES]),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_short_forms_of_any_bulletins_are_true(
    blank_night: bytes,
    tmp_path: Path,
    said: list[tuple[Source, int, dict[str, int], int | None]],
    kind: PostKind,
) -> None:
    path = tmp_path / "any.secim"
    path.write_bytes(blank_night)
    with Session.open_file(path) as night:
        night.record(SetSetting(REHEARSAL, "7"))
        for source, minute, results, opened in said:
            figures: dict[Row, Value] = {
                share(code): Decimal(part).scaleb(-2) for code, part in results.items()
            }
            if opened is not None:
                figures[Row(Item.OPENED_SHARE)] = Decimal(opened).scaleb(-2)
            if figures:
                file_at(night, source, f"19:{minute}", figures)
        told = list(night.bulletins(CONTEST, PLACE))
        with suppress(Refusal):
            agencies = ("AA", "ANKA", "YSK") if kind is PostKind.LEAD else ()
            check(night, compose(night, kind, Ask(CONTEST, (PLACE,), agencies)), told)


def test_a_leader_by_one_share_alone_prints_no_share(session: Session) -> None:
    file_at(session, AA, "19:00", shares(dem_parti="83.49"))
    file_at(session, AA, "19:20", shares(chp="51", ak_parti="40"))
    post = compose(session, PostKind.LEADERS, Ask(CONTEST, (PLACE,)))
    assert "83,49" not in post.body and "83,49" not in to_short(post)
    assert post.tables == ()
