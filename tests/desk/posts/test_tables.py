"""Tables of posts: a column an agency, no figure twice, and nothing said that the lines do not."""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.codes import Refusal
from desk.facts.edits import SetSetting, Withdraw
from desk.facts.post import PLACES, Ask, Post, PostKind
from desk.file.session import Session
from desk.liveblog.page import to_page
from desk.liveblog.shown import gather
from desk.posts.compose import compose
from desk.posts.forms import to_html, to_json, to_markdown, to_text
from desk.posts.ledger import post as published_post
from desk.posts.ledger import publish
from desk.posts.tables import APART, MOVED, OPENED, UNSAID, VOTES
from desk.posts.ties import NUMBER
from desk.rehearsal import prova
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, shares, votes

SEED = ("Beyoğlu", "Üsküdar", "Küçükçekmece")
YSK = Source("YSK", CONTEST, PLACE)


class Tables(HTMLParser):
    """The tables of a fragment: each cell with its tag, scope and text."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.found: list[list[list[tuple[str, str, str]]]] = []
        self.captions: list[str] = []
        self._tag = ""
        self.feed(fragment)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        if tag == "table":
            self.found.append([])
        elif tag == "tr":
            self.found[-1].append([])
        elif tag in ("th", "td"):
            self.found[-1][-1].append((tag, dict(attrs).get("scope") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""

    def handle_data(self, data: str) -> None:
        if self._tag == "p":
            self.captions.append(data)
        elif self._tag in ("th", "td"):
            tag, scope, text = self.found[-1][-1].pop()
            self.found[-1][-1].append((tag, scope, (text + data).removesuffix("\xa0")))


@pytest.fixture
def moved(evening: Session) -> Session:
    file_at(evening, AA, "19:52", shares(chp="46.10", ak_parti="47.05", diger="6.85"))
    file_at(evening, ANKA, "19:55", shares(chp="60.80", ak_parti="35.53"))
    return evening


@pytest.fixture
def tabled(session: Session) -> Session:
    """The night of this test in a house that sets figures in tables."""
    session.record(SetSetting("figures", "table"))
    return session


def opened(share: str) -> dict[Row, Value]:
    return {Row(Item.OPENED_SHARE): Decimal(share)}


def test_the_comparison_is_a_real_table(tabled: Session, evening: Session) -> None:
    html = to_html(compose(evening, PostKind.COMPARISON, Ask(CONTEST, SEED)))
    tables = Tables(html)
    assert (
        "caption" not in html
        and tables.captions[1] == "Beyoğlu, İBB başkanlığı: AA ve ANKA'ya göre oy oranları"
    )
    head, chp, akp, yrp, others = tables.found[0]
    col, row = ("th", "col"), ("th", "row")
    assert head == [
        (*col, "Parti/aday"),
        (*col, "AA (19.25)"),
        (*col, "ANKA (19.25)"),
        (*col, "Fark (puan)"),
    ]
    assert chp == [(*row, "CHP"), *(("td", "", text) for text in ("%55,05", "%61,23", "6,18"))]
    assert [text for *_, text in akp] == ["AKP", "%39,23", "%35,53", "3,70"]
    assert [text for *_, text in yrp] == ["YRP", "–", "%2", ""]
    assert [text for *_, text in others] == ["Diğer", "%2,41", "–", ""]
    assert "class=" not in html and 'style="' in html


def test_changes_are_signed_and_an_opened_share_has_its_row(moved: Session) -> None:
    file_at(moved, AA, "20:01", shares(chp="46.00", ak_parti="47.10") | opened("40.5"))
    changes = compose(moved, PostKind.CHANGES, Ask(CONTEST, (PLACE,), agencies=("AA",)))
    assert changes.tables[0].head == ("Parti/aday", "AA (19.52)", "AA (20.01)", "Değişim (puan)")
    assert changes.tables[0].rows == (("CHP", "%46,10", "%46,00", "−0,10"),)
    compared = compose(moved, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    assert compared.tables[0].rows[-1] == ("Açılan sandık", "%40,5", "–", "")


def test_votes_stand_beside_or_in_place_of_shares(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="50") | {votes("chp"): 1_234})
    file_at(session, ANKA, "19:26", {votes("chp"): 13_729, votes("ak_parti"): 9})
    (table,) = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))).tables
    assert table.head == ("Parti/aday", "AA (19.25)", "ANKA (19.26)")
    assert table.rows == (("CHP", "%50 · 1.234 oy", "13.729 oy"), ("AKP", UNSAID, "9 oy"))


def test_a_published_post_keeps_its_tables(moved: Session) -> None:
    post = compose(moved, PostKind.COMPARISON, Ask(CONTEST, SEED))
    again = published_post(moved, publish(moved, post).posts[0])
    assert again.tables == post.tables != ()
    assert (to_html(again), to_markdown(again)) == (to_html(post), to_markdown(post))


def test_a_correction_has_no_table(moved: Session) -> None:
    post = compose(moved, PostKind.COMPARISON, Ask(CONTEST, SEED))
    publish(moved, post)
    for number in dict.fromkeys(cited.bulletin for cited in post.cited):
        moved.record(Withdraw((number,), "yanlış"))
    assert compose(moved, PostKind.CORRECTION, Ask(CONTEST)).tables == ()


def test_markdown_has_the_table_too(tabled: Session, evening: Session) -> None:
    lines = to_markdown(compose(evening, PostKind.COMPARISON, Ask(CONTEST, SEED))).splitlines()
    start = lines.index("| Parti/aday | AA (19.25) | ANKA (19.25) | Fark (puan) |")
    assert lines[start + 1] == "| --- | --: | --: | --: |"
    assert lines[start + 2] == "| CHP | %55,05 | %61,23 | 6,18 |"


# What belongs in which column


def test_each_agency_is_one_column_and_other_minutes_stand_below(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="50", ak_parti="45"))
    file_at(session, AA, "19:40", opened("31.5"))
    file_at(session, ANKA, "19:26", shares(chp="52", ak_parti="43") | opened("20"))
    (table,) = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))).tables
    assert table.head == ("Parti/aday", "AA (19.25)", "ANKA (19.26)", APART)
    assert table.rows[2:] == ((OPENED, "%31,5 (19.40)", "%20", ""),)
    assert {line for line, _ in table.left} >= {0, 1}


@pytest.mark.parametrize(
    ("figures", "cell"),
    [
        (opened("100") | {Row(Item.OPENED_BOXES): 598, Row(Item.TOTAL_BOXES): 599}, "598/599"),
        ({Row(Item.OPENED_BOXES): 120}, "120 sandık"),
        ({}, UNSAID),
    ],
)
def test_opened_boxes_say_what_they_are(
    session: Session, figures: dict[Row, Value], cell: str
) -> None:
    file_at(session, AA, "19:25", shares(chp="50", ak_parti="45") | figures)
    file_at(session, ANKA, "19:26", shares(chp="52", ak_parti="43") | opened("20"))
    (table,) = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))).tables
    assert table.rows[-1] == (OPENED, cell, "%20", "")


def test_an_agency_without_results_has_no_column(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="50", ak_parti="45"))
    file_at(session, ANKA, "19:26", opened("20"))
    assert compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))).tables == ()


def test_three_agencies_are_three_columns_without_a_gap(session: Session) -> None:
    for minute, (source, chp) in enumerate(((YSK, "51"), (AA, "50"), (ANKA, "52"))):
        file_at(session, source, f"19:2{minute}", shares(chp=chp, ak_parti="45"))
    ask = Ask(CONTEST, (PLACE,), agencies=("ANKA", "YSK", "AA"))
    (table,) = compose(session, PostKind.LEAD, ask).tables
    assert table.head == ("Parti/aday", "ANKA (19.22)", "YSK (19.20)", "AA (19.21)")
    assert table.rows[0] == ("CHP", "%52", "%51", "%50")
    assert "ANKA, YSK ve AA'ya göre" in table.caption


@pytest.mark.parametrize(("also", "apart"), [({"yeniden_refah": "2"}, ""), ({}, "1,00")])
def test_others_compare_only_where_both_lists_name_the_same(
    session: Session, also: dict[str, str], apart: str
) -> None:
    session.record(SetSetting("contenders", "2"))
    file_at(session, AA, "19:25", shares(chp="50.00", ak_parti="45.00", diger="5.00"))
    file_at(session, ANKA, "19:26", shares(chp="52.00", ak_parti="44.00", diger="4.00", **also))
    (table,) = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,))).tables
    assert table.rows[-1] == ("Diğer", "%5,00", "%4,00", apart)


def test_each_agency_that_moved_has_a_table_of_its_own(moved: Session) -> None:
    file_at(moved, AA, "20:01", shares(chp="46.00", ak_parti="47.10"))
    tables = compose(moved, PostKind.CHANGES, Ask(CONTEST, (PLACE,))).tables
    assert [table.head for table in tables] == [
        ("Parti/aday", "AA (19.52)", "AA (20.01)", MOVED),
        ("Parti/aday", "ANKA (19.25)", "ANKA (19.55)", MOVED),
    ]
    assert {table.block for table in tables} == {0}


# Each figure once


def test_a_table_takes_the_place_of_the_lines_it_holds(tabled: Session, moved: Session) -> None:
    post = compose(moved, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    html, markdown = to_html(post), to_markdown(post)
    for form in (html, markdown):
        assert [form.count(text) for text in ("46,10", "35,53", "14,70")] == [1, 1, 1]
        assert "Ajanslar kimin önde olduğu konusunda ayrışıyor" in form
    assert "AA (19.52): Kurum (AKP) yüzde 47,05; İmamoğlu (CHP) yüzde 46,10" in to_text(post)
    told = to_json(post)
    assert told["tables"] and told["blocks"][0]["lines"] == list(post.blocks[0].lines)


def test_a_list_has_no_table(moved: Session) -> None:
    post = compose(moved, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    assert post.tables
    assert "<table" not in to_html(post) and "| " not in to_markdown(post)
    assert post.blocks[0].lines[0] in unescape(to_html(post))


def test_the_page_has_the_tables_once(tabled: Session, moved: Session) -> None:
    publish(moved, compose(moved, PostKind.COMPARISON, Ask(CONTEST, SEED)))
    gathering = gather(moved, pictures=False)
    while True:
        try:
            next(gathering)
        except StopIteration as done:
            page = to_page(moved, done.value)
            break
    posts = page.partition("<body")[2]
    assert (posts.count("<table"), posts.count("47,05")) == (3, 1)
    assert "<details><summary>Devamı: " in posts


def test_cells_never_run_together_in_an_editor_without_tables(
    tabled: Session, moved: Session
) -> None:
    html = to_html(compose(moved, PostKind.COMPARISON, Ask(CONTEST, SEED)))
    assert not re.search(r"</t[hd]><t[hd]", html)
    bare = unescape(re.sub(r"<[^>]+>", "", html))
    assert "CHP\xa0 %46,10 %60,80 14,70" in bare
    assert not re.search(r"[^>]</t[hd]></tr>", html)


# Over whole nights

KINDS = (
    *(PostKind.COMPARISON, PostKind.LEAD, PostKind.STANDING, PostKind.CHANGES),
    *(PostKind.DIFFERENCES, PostKind.SUMMARY, PostKind.CLOSING),
)


def numbers(text: str) -> set[str]:
    """The numbers of a text, whole ones with or without their group marks."""
    return set(NUMBER.findall(text))


def check(post: Post) -> None:
    """What holds for every table of every post."""
    said = numbers(f"{post.headline}\n{post.body}")
    for table in post.tables:
        columns = list(zip(*table.rows, strict=True))
        for head, cells in zip(table.head[1:], columns[1:], strict=True):
            assert any(cell not in (UNSAID, "") for cell in cells), (post.id, head, cells)
        agencies = [head.partition(" ")[0] for head in table.head[1:] if "puan" not in head]
        moves = table.head[-1] == MOVED
        assert len(set(agencies)) == (1 if moves else len(agencies))
        assert not (table.head[-1] == APART and len(agencies) != 2)
        names = [row[0] for row in table.rows if row[0] not in (OPENED, VOTES)]
        assert "Diğer" not in names[:-1]
        if table.head[0] == PLACES:
            continue
        for row in table.rows:
            told = row[1 : 1 + len(agencies)]
            assert numbers(" ".join(told)) <= said, (post.id, row)
    for at, block in enumerate(post.blocks):
        tables, beside = post.beside(at)
        held = " ".join(cell for t in tables for row in (t.head, *t.rows) for cell in row)
        left = " ".join(beside.lines)
        assert numbers(" ".join(block.lines)) <= numbers(f"{held} {left}"), (post.id, block)
        with_column = tuple(f"{head.partition(' ')[0]} (" for t in tables for head in t.head[1:])
        for line in beside.lines:
            assert line not in block.lines or not line.startswith(with_column), line


@pytest.mark.usefixtures("drawn_once")
@pytest.mark.parametrize("seed", range(2))
def test_tables_of_rehearsed_nights_hold_what_they_say(tmp_path: Path, seed: int) -> None:
    with prova.make(tmp_path / "night.secim", seed, until=None) as night:
        night.record(SetSetting("figures", "table"))
        places = [place.name for place in night.election.places][seed::7]
        moments = sorted({b.as_of for b in night.bulletins(CONTEST, places[0])})
        for moment in moments[:: max(len(moments) // 2, 1)]:
            for kind in KINDS:
                with suppress(Refusal):
                    check(compose(night, kind, Ask(CONTEST, tuple(places), at=moment)))
