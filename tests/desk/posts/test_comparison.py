"""The comparison as a post: every number cited, every form well made, hostile names harmless."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from desk import turkish
from desk.facts.bulletin import Figures, Item, Row, Source, Topic
from desk.facts.codes import Code
from desk.facts.edits import AddAgency, AddContender
from desk.facts.election import Agency, Contender, Election, Party
from desk.facts.post import UNOFFICIAL, Ask, Post, PostKind
from desk.file.session import Session
from desk.posts import forms
from desk.posts.compose import compose
from tests.desk.conftest import (
    AA,
    ANKA,
    CONTEST,
    PLACE,
    at,
    file_at,
    night_clock,
    refused,
    share,
    shares,
    votes,
)

PAIR = ("AA", "ANKA")
SEED = ("Beyoğlu", "Üsküdar", "Küçükçekmece")
HOSTILE = "<script>alert(\"&amp;\")</script> {{ secret }} [x](y) *z* 'q'"


class Outline(HTMLParser):
    """The tags and texts of an HTML fragment; fails if a tag is not closed where it should be."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(fragment)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def unbacked(post: Post) -> set[str]:
    """Numbers in a post's body that no cited figure, difference of two or time accounts for.

    Two leads of one place, each of one bulletin, are so far apart as well.
    """
    known = {turkish.clock(cited.as_of.time()) for cited in post.cited}
    for cited in post.cited:
        if isinstance(cited.value, Decimal):
            known.add(f"{cited.value:f}".replace(".", ","))
        elif isinstance(cited.value, int):
            known.add(turkish.votes_dots(cited.value))
    for one, other in combinations((cited.value for cited in post.cited), 2):
        if isinstance(one, Decimal) and isinstance(other, Decimal):
            known.add(f"{abs(one - other):f}".replace(".", ","))
        elif isinstance(one, int) and isinstance(other, int):
            known.add(turkish.votes_dots(abs(one - other)))
    by_place: dict[str, dict[int, list[Decimal]]] = {}
    for cited in post.cited:
        if cited.slot.row.item in (Item.SHARE, Item.LEAD_POINTS) and isinstance(
            cited.value, Decimal
        ):
            words = by_place.setdefault(cited.slot.source.place, {})
            words.setdefault(cited.bulletin, []).append(cited.value)
    for words in by_place.values():
        leads = []
        for values in words.values():
            first, second, *_ = *sorted(values, reverse=True), Decimal(0)
            leads.append(first - second if len(values) > 1 else first)
        for one, other in combinations(leads, 2):
            known |= {f"{apart:f}".replace(".", ",") for apart in (abs(one - other), one + other)}
    numbers = re.findall(r"[0-9]+(?:[.,][0-9]+)*", post.body)
    return set(numbers) - known


def comparison(
    session: Session,
    contest: str,
    places: Sequence[str],
    pair: tuple[str, str],
    moment: datetime | None = None,
    title: str = "",
) -> Post:
    ask = Ask(contest, tuple(places), pair, moment, title)
    return compose(session, PostKind.COMPARISON, ask)


@pytest.fixture
def seed_post(evening: Session) -> Post:
    return comparison(evening, CONTEST, SEED, PAIR)


def test_the_seeds_post_as_text(seed_post: Post) -> None:
    text = forms.to_text(seed_post)
    assert text.startswith(
        "19.25 Beyoğlu, Üsküdar ve Küçükçekmece'de İmamoğlu iki ajansta da önde\n\n"
        "İBB başkanlığı için AA ve ANKA'nın son verileri:\n\n"
    )
    for line in ("BEYOĞLU", "ÜSKÜDAR", "KÜÇÜKÇEKMECE"):
        assert f"\n\n{line}\n" in text
    for said in (
        "İmamoğlu yüzde 61,23",
        "Altınöz (YRP) yüzde 2",
        "Kurum yüzde 38,3",
        "Karamahmutoğlu (Zafer Partisi) yüzde 2,50",
    ):
        assert said in text
    for gap in ("İmamoğlu 6,18 puan", "İmamoğlu 8,88 puan", "İmamoğlu 5,26 puan"):
        assert gap in text
    assert text.endswith(f"{UNOFFICIAL}\n")
    # One way to write a label, a number and a time; none of the faults of the night itself.
    assert not re.search(r"yüzde\s*:|[0-9]\.[0-9]+ puan|CHP *[-:]|[0-9]:[0-9]|yüzde \D", text, re.I)


def test_law_8_every_number_is_cited(seed_post: Post) -> None:
    assert unbacked(seed_post) == set()
    assert len(seed_post.cited) == 18
    assert {cited.as_of for cited in seed_post.cited} == {at("19:25")}


def test_law_8_every_citation_is_a_figure_of_the_file(evening: Session) -> None:
    places = [place.name for place in evening.election.places]
    post = comparison(evening, CONTEST, places, PAIR)
    assert unbacked(post) == set()
    for cited in post.cited:
        filed = evening.bulletin(cited.bulletin)
        assert filed.source == cited.slot.source
        assert filed.as_of == cited.as_of
        assert filed.figures[cited.slot.row] == cited.value
    assert {cited.slot.source.place for cited in post.cited} == {*SEED, "İstanbul"}


def test_what_cannot_be_true_goes_with_the_post(seed_post: Post) -> None:
    assert [(found.code, found.slots[0].source.place) for found in seed_post.findings] == [
        (Code.F201, "Küçükçekmece")
    ]


@pytest.mark.parametrize(
    "figures",
    [
        {votes("chp"): 1_000, votes("ak_parti"): 500},
        {share("chp"): Decimal(50), votes("chp"): 1_000, votes("ak_parti"): 500},
        {share("chp"): Decimal(50), share("diger"): Decimal(20), votes("diger"): 7},
        {Row(Item.OPENED_SHARE): Decimal("12.5")},
        {Row(Item.OPENED_BOXES): 1_250, Row(Item.TOTAL_BOXES): 33_273},
        {Row(Item.TOTAL_BOXES): 33_273},
        {Row(Item.TURNOUT): Decimal("78.9")},
        {Row(Item.LEADER): "chp"},
        {Row(Item.LEADER): "bagimsiz-yuksel-ozden", Row(Item.LEAD_POINTS): Decimal("0.5")},
        {Row(Item.LEAD_POINTS): Decimal("7.74"), Row(Item.LEAD_VOTES): 4_211},
        {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal(7), Row(Item.LEAD_VOTES): 4_211},
        {share("chp"): Decimal("48.5"), share("ak_parti"): Decimal("48.50")},
        {share("bagimsiz"): Decimal("0"), share("diger"): Decimal("100")},
    ],
    ids=lambda figures: " ".join(f"{row.item}{row.contender}" for row in figures),
)
@pytest.mark.parametrize("earlier", [False, True], ids=["alone", "after shares"])
def test_law_8_whatever_an_agency_says(session: Session, figures: Figures, earlier: bool) -> None:
    if earlier:
        before = {**shares(chp="60.12", ak_parti="39.8"), votes("chp"): 77_777}
        file_at(session, AA, "19:15", before)
    file_at(session, AA, "19:25", figures)
    post = comparison(session, CONTEST, [PLACE], PAIR)
    assert unbacked(post) == set()
    line = post.blocks[0].lines[0]
    assert line.startswith("AA") and line.endswith(".")
    assert "  " not in post.body and ".." not in post.body and " ." not in post.body
    assert "ANKA: Henüz veri yok." in post.body


def test_both_agencies_are_named_in_the_order_asked_for(evening: Session) -> None:
    for pair in (PAIR, PAIR[::-1]):
        post = comparison(evening, CONTEST, SEED, pair)
        for block in post.blocks:
            assert block.lines[0].startswith(f"{pair[0]} ")
            assert block.lines[1].startswith(f"{pair[1]} ")


def test_diverging_leaders_are_said(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="48", ak_parti="50"))
    file_at(session, ANKA, "19:25", shares(chp="51", ak_parti="47"))
    post = comparison(session, CONTEST, [PLACE], PAIR)
    assert "AA'ya göre Kurum" in post.body and "ANKA'ya göre İmamoğlu" in post.body
    assert [found.code for found in post.findings] == [Code.D402]


def test_the_evening_as_it_was_then(evening: Session) -> None:
    file_at(evening, ANKA, "19:52", shares(chp="59", ak_parti="38"))
    assert comparison(evening, CONTEST, SEED, PAIR).time == at("19:52")
    then = comparison(evening, CONTEST, SEED, PAIR, at("19:25"))
    assert then.time == at("19:25")
    assert "61,23" in then.body and "59" not in then.body


def test_places_nobody_spoke_of_are_left_out(evening: Session) -> None:
    post = comparison(evening, CONTEST, ["Şile", "Beyoğlu", "Adalar"], PAIR)
    assert [block.heading for block in post.blocks] == ["BEYOĞLU"]
    assert post.headline == "Beyoğlu'nda İmamoğlu iki ajansta da önde"


@pytest.mark.parametrize(
    ("places", "headline"),
    [
        (["İstanbul"], "İmamoğlu iki ajansta da önde"),
        (["Üsküdar"], "Üsküdar'da İmamoğlu iki ajansta da önde"),
        (["Beyoğlu", "Üsküdar"], "Beyoğlu ve Üsküdar'da İmamoğlu iki ajansta da önde"),
        (["İstanbul", "Üsküdar"], "İmamoğlu iki ajansta da önde"),
    ],
)
def test_headlines(evening: Session, places: list[str], headline: str) -> None:
    assert comparison(evening, CONTEST, places, PAIR).headline == headline
    mine = comparison(evening, CONTEST, places, PAIR, title="Son veriler")
    assert mine.headline == "Son veriler"


def test_e141_nothing_to_say(evening: Session) -> None:
    with refused(Code.E141):
        comparison(evening, CONTEST, ["Şile"], PAIR)
    with refused(Code.E141):
        comparison(evening, CONTEST, SEED, PAIR, at("19:00"))
    with refused(Code.E141):
        comparison(evening, "ilce-meclisi", SEED, PAIR)


# Forms


def test_html_is_a_well_formed_fragment(seed_post: Post) -> None:
    fragment = forms.to_html(seed_post)
    outline = Outline(fragment)
    assert outline.tags[:3] == ["div", "h2", "time"]
    assert outline.tags.count("h3") == 3
    assert '<time datetime="2024-03-31T19:25">19.25</time>' in fragment
    text = " ".join(" ".join(outline.texts).split())
    for line in (line for block in seed_post.blocks for line in block.lines):
        assert line in text


def test_markdown_has_the_same_parts(seed_post: Post) -> None:
    lines = forms.to_markdown(seed_post).splitlines()
    assert lines[0].startswith("## 19.25 Beyoğlu, Üsküdar ve Küçükçekmece'de İmamoğlu ")
    assert [line for line in lines if line.startswith("### ")] == [
        "### BEYOĞLU",
        "### ÜSKÜDAR",
        "### KÜÇÜKÇEKMECE",
    ]
    assert sum(line.startswith("- ") for line in lines) == sum(
        len(block.lines) for block in seed_post.blocks
    )


def test_json_holds_every_figure_with_its_digits(seed_post: Post) -> None:
    data = json.loads(json.dumps(forms.to_json(seed_post)))
    assert data["kind"] == "comparison"
    assert data["time"] == "2024-03-31T19:25"
    assert data["body"] == seed_post.body
    assert len(data["cited"]) == len(seed_post.cited)
    (yrp,) = [c for c in data["cited"] if (c["place"], c["contender"]) == (PLACE, "yeniden_refah")]
    expected = {"agency": "ANKA", "contest": "ibb", "item": "share", "value": "2"}
    assert expected.items() <= yrp.items()
    (finding,) = data["findings"]
    assert (finding["code"], finding["severity"]) == ("F201", "error")
    assert finding["values"] == {"total": "101.33"}


def test_json_gives_counts_as_integers_and_a_lead_without_contender(session: Session) -> None:
    file_at(session, AA, "19:25", {Row(Item.LEAD_VOTES): 4_211, Row(Item.LEADER): "chp"})
    data = forms.to_json(comparison(session, CONTEST, [PLACE], PAIR))
    assert [(cited["value"], cited["contender"]) for cited in data["cited"]] == [
        (4_211, None),
        ("chp", None),
    ]


@pytest.fixture
def hostile(election: Election, tmp_path: Path) -> Post:
    """A post of a night in which whoever could be named wrongly is."""
    (district, *_), (province,) = election.districts, election.provinces
    bad = replace(district, name=HOSTILE)
    first, *others = election.contests
    spoilt = replace(
        election, places=(bad, province), contests=(replace(first, title=HOSTILE), *others)
    )
    with Session.create(tmp_path / "hostile.secim", spoilt, night_clock) as session:
        session.record(AddAgency(Agency(HOSTILE, HOSTILE)))
        party = Party(HOSTILE, HOSTILE, HOSTILE)
        session.record(AddContender(CONTEST, Contender(HOSTILE, HOSTILE, HOSTILE), party))
        source = Source(HOSTILE, CONTEST, HOSTILE)
        file_at(session, source, "19:25", {share(HOSTILE): Decimal(60), share("chp"): Decimal(40)})
        file_at(session, Source("AA", CONTEST, HOSTILE), "19:25", {share(HOSTILE): Decimal(61)})
        return comparison(session, CONTEST, [HOSTILE], ("AA", HOSTILE), title=HOSTILE)


def test_hostile_names_are_harmless_in_html(hostile: Post) -> None:
    fragment = forms.to_html(replace(hostile, id=f'x" onload="{HOSTILE}'))
    outline = Outline(fragment)
    table = {"table", "thead", "tbody", "tr", "th", "td", "br"}
    assert set(outline.tags) - table == {"div", "h2", "time", "p", "h3", "ul", "li"}
    assert "{{" not in fragment and "}}" not in fragment
    assert " onload=" not in fragment.replace("&quot; onload=&quot;", "")
    text = "".join(outline.texts)
    assert HOSTILE in text and turkish.upper(HOSTILE) in text


def test_hostile_names_are_harmless_in_markdown(hostile: Post) -> None:
    markdown = forms.to_markdown(hostile)
    bare = re.sub(r"\\.", "", markdown)
    for mark in ("<", ">", "{", "}", "[", "]", "&", "`"):
        assert mark not in bare
    # What is left of the asterisks is the closing line's own pair.
    assert bare.count("*") == 2
    plain = re.sub(r"\\(.)", r"\1", markdown)
    assert f"19.25 {HOSTILE}" in plain


def test_a_post_is_bound_to_the_columns_it_cites(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="58.63", ak_parti="35.94"))
    file_at(session, ANKA, "19:25", {Row(Item.TOTAL_BOXES): 12})
    post = comparison(session, CONTEST, [PLACE], PAIR)
    assert {cited.slot.source for cited in post.cited} == {AA}
    assert Topic.OPENED in session.latest(CONTEST, PLACE)[ANKA]
