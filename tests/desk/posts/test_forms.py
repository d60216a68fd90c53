"""Tables and the short form: real tables with scopes, whole sentences in 280 characters."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts.bulletin import Source
from desk.facts.edits import REHEARSAL, SetSetting
from desk.facts.post import UNOFFICIAL, Ask, Block, BlockShape, Post, PostKind, PostTable
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.forms import MOST, to_html, to_json, to_markdown, to_short
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, at, file_at, shares

SEED = ("Beyoğlu", "Üsküdar", "Küçükçekmece")
HOSTILE = "<script>alert('x')</script> & \"{{ 7*7 }}\" \u202egnitrap\u2066 | *b* =1+1"


@pytest.fixture
def moved(evening: Session) -> Session:
    file_at(evening, AA, "19:52", shares(chp="46.10", ak_parti="47.05", diger="6.85"))
    file_at(evening, ANKA, "19:55", shares(chp="60.80", ak_parti="35.53"))
    return evening


def test_json_has_chips_tables_and_the_short_form(evening: Session) -> None:
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, SEED))
    told = json.loads(json.dumps(to_json(post)))
    assert told["short"] == to_short(post)
    assert told["tables"][0]["rows"][0] == ["CHP", "%55,05", "%61,23", "6,18"]
    chip = told["chips"][0]
    line = told["blocks"][chip["block"]]["lines"][chip["line"]]
    assert line[chip["start"] : chip["end"]] == chip["text"] == "55,05"
    assert (told["lead"], told["closing"]) == (post.lead, post.closing)
    assert chip["figures"] == [told["cited"][0]]


def test_hostile_words_are_harmless_in_tables_and_in_short(evening: Session) -> None:
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    bad = PostTable(0, HOSTILE, (HOSTILE, HOSTILE), ((HOSTILE, HOSTILE),), ((0, HOSTILE),))
    spoilt = replace(post, tables=(bad,), tabled=True, headline=HOSTILE, id=f'x"{HOSTILE}')
    html, markdown = to_html(spoilt), to_markdown(spoilt)
    assert "<script" not in html and "{{" not in html and 'x"<' not in html
    bare = re.sub(r"\\.", "", markdown)
    assert not re.search(r"[<{\[`]", bare)
    assert "| | |" not in bare and bare.count("\n| ") == 3
    told = json.dumps(to_json(replace(spoilt, id="x")), ensure_ascii=False)
    for form in (html, markdown, told):
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", form)


# The short form

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
        ("A " * 20 + "birinci; ikinci " + "b " * 130, None),
        ("uzun " * 80 + "58,79", None),
        ("Yüzde 58,79 " * 40, None),
        ("Ekrem İmamoğlu " * 40, None),
    ],
)
def test_a_headline_is_never_cut_in_a_number_or_a_name(headline: str, short: str | None) -> None:
    told = to_short(made(headline.strip()))
    assert len(told) <= 280
    if short is not None:
        assert told == short
    else:
        cut = told.removeprefix("19.25 ").removesuffix("…").strip()
        assert headline.startswith(cut)
        last, following = cut.split()[-1:], headline[len(cut) :].split()[:1]
        if last and following and headline[len(cut)] == " ":
            assert last[0].islower() and following[0].islower()


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
    assert short.count("AA (") == short.count("ANKA (") >= 2
    assert "CHP %55,05; AKP %39,23. ANKA (19.25): CHP %61,23" in short
    one = to_short(compose(evening, PostKind.COMPARISON, Ask(CONTEST, (PLACE,), at=at("19:30"))))
    assert one.startswith("19.30 Beyoğlu'nda son durum. AA (19.25): ")


def test_a_shortened_quotation_is_closed(evening: Session) -> None:
    said = Ask(
        CONTEST, who="Vali", text="\n".join(["Sayım sürüyor.", "Uzun bir söz " * 20 + "bitti."])
    )
    assert to_short(compose(evening, PostKind.STATEMENT, said)).endswith("“Sayım sürüyor.”")
    both = Ask(CONTEST, who="vali", text="Sayım sürüyor.\nBekliyoruz.")
    post = compose(evening, PostKind.STATEMENT, both)
    assert post.headline == "Validen açıklama"
    assert to_short(post).endswith("“Sayım sürüyor. Bekliyoruz.”")


def test_a_table_of_places_is_never_told_by_its_first_two(evening: Session) -> None:
    post = compose(evening, PostKind.STANDING, Ask(CONTEST, SEED))
    assert "göre CHP'nin önde olduğu ilçeler: Beyoğlu, Küçükçekmece ve Üsküdar." in to_short(post)
    assert "Beyoğlu CHP" not in to_short(post, 130)


def test_each_agencys_own_leader_comes_first_in_the_short_form(evening: Session) -> None:
    for agency, at_, chp, akp in (("AA", "19:50", "34.62", "51.61"), ("ANKA", "19:51", "45", "43")):
        source = Source(agency, CONTEST, "Arnavutköy")
        minor = {"yeniden_refah": "4", "dem_parti": "3", "zafer_partisi": "2", "saadet": "1"}
        file_at(evening, source, at_, shares(chp=chp, ak_parti=akp, **minor))
    places = ("Arnavutköy", "Beyoğlu", "Üsküdar")
    short = to_short(compose(evening, PostKind.COMPARISON, Ask(CONTEST, places)))
    assert "AA (19.50): AKP %51,61; CHP %34,62. ANKA (19.51): CHP %45; AKP %43." in short
