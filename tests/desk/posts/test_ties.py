"""Every number of a post is tied to the very figures it says or follows from, where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.facts.bulletin import Figures, Item, Row, Slot, Source, Value
from desk.facts.codes import Refusal
from desk.facts.edits import BeginCorrection, FileDraft, SetFigure, SetSetting
from desk.facts.election import Election
from desk.facts.figures import read, rounded
from desk.facts.post import Ask, Chip, Cited, Post, PostKind, PostPart
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.ledger import marks_of, publish
from desk.posts.ties import NUMBER, Ties
from desk.turkish.style import STYLE, STYLES
from tests.desk.conftest import (
    AA,
    ANKA,
    CONTEST,
    PLACE,
    at,
    file_at,
    night_clock,
    share,
    shares,
    votes,
)

KINDS = [kind for kind in PostKind if kind is not PostKind.CORRECTION]
PLACES = ("Beyoğlu", "Üsküdar", "İstanbul")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[.:][0-5][0-9]")


def parts(post: Post) -> Iterator[tuple[tuple[PostPart, int, int], str]]:
    """Every text of a post, by where it stands."""
    yield (PostPart.HEADLINE, 0, 0), post.headline
    yield (PostPart.LEAD, 0, 0), post.lead
    for at_, block in enumerate(post.blocks):
        yield (PostPart.HEADING, at_, 0), block.heading
        for line, text in enumerate(block.lines):
            yield (PostPart.LINE, at_, line), text
    yield (PostPart.CLOSING, 0, 0), post.closing


def said(post: Post, chip: Chip) -> str:
    return post.text_of(chip)[chip.start : chip.end]


def by_two(figures: Iterable[Cited]) -> set[Decimal]:
    """What two agencies' figures make: how far two leads are apart, a gap at one opened share."""
    agencies: dict[str, dict[int, dict[Row, Value]]] = {}
    for one in figures:
        column = agencies.setdefault(one.slot.source.agency, {})
        column.setdefault(one.bulletin, {})[one.slot.row] = one.value
    if any(one.slot.row.item is Item.OPENED_SHARE for one in figures):
        total = Row(Item.TOTAL_BOXES)
        columns = [
            sorted(
                (
                    Fraction(told.get(Row(Item.OPENED_SHARE), 0))
                    or Fraction(100 * told[Row(Item.OPENED_BOXES)], told[total]),
                    *(Fraction(value) for row, value in told.items() if row.contender),
                )
                for told in column.values()
            )
            for column in agencies.values()
        ]
        ((stage, share_),), series = sorted(columns, key=len)
        if len(series) == 2:
            (low, first), (high, last) = series
            assert low < stage < high
            there = first + (last - first) / (high - low) * (stage - low)
        else:
            ((low, there),) = series
            assert low == stage
        gap = abs(share_ - there)
        return {rounded(gap, digits) for digits in (0, 1, 2)}
    sides = []
    for column in agencies.values():
        every = {row: value for told in column.values() for row, value in told.items()}
        counted = sorted(
            ((Decimal(v), r.contender) for r, v in every.items() if r.contender), reverse=True
        )
        leader = every.get(Row(Item.LEADER), counted[0][1] if counted else "")
        points = every.get(Row(Item.LEAD_POINTS))
        if points is None:
            points = counted[0][0] - (counted[1][0] if len(counted) > 1 else 0)
        sides.append((leader, points))
    (one_, a), (other, b) = sides
    apart = abs(a - b) if one_ == other else a + b
    fewer = max(int(a.as_tuple().exponent), int(b.as_tuple().exponent))
    return {apart, apart.quantize(Decimal(1).scaleb(fewer), ROUND_HALF_UP)}


def places_like_the_first(figures: Sequence[Cited]) -> int:
    """In how many places all agencies have whom they have in the first, or part as there."""
    ahead: dict[str, dict[str, tuple[Decimal, str]]] = {}
    tied: set[tuple[str, str]] = set()
    for one in figures:
        said = ahead.setdefault(one.slot.source.place, {})
        agency = one.slot.source.agency
        if isinstance(one.value, str):
            said[agency] = Decimal(1000), one.value
            continue
        if not one.slot.row.contender:
            continue
        best = said.get(agency, (Decimal(-1), ""))
        if best[0] == one.value:
            tied.add((one.slot.source.place, agency))
        said[agency] = max(best, (Decimal(one.value), one.slot.row.contender))
    answers = [
        {"" if (place, agency) in tied else who for agency, (_, who) in said.items()}
        for place, said in ahead.items()
    ]
    first = answers[0] if len(answers[0]) == 1 else None
    return sum(one == first if first else len(one) > 1 for one in answers)


def follows(number: str, chip: Chip) -> bool:
    """Whether a number is what its figures say, their distance, or the whole below either."""
    if len({one.slot.source.place for one in chip.figures}) > 1:
        return Decimal(number) == places_like_the_first(chip.figures)
    item = chip.figures[0].slot.row.item
    agencies = {one.slot.source.agency for one in chip.figures}
    if len(agencies) == 2 and len(chip.figures) > 2:
        values = {one.value for one in chip.figures}
        told = Decimal(read(Item.LEAD_POINTS, number))
        if told not in values and told in by_two(chip.figures):
            return True
    values = [Decimal(one.value) for one in chip.figures if not isinstance(one.value, str)]
    assert len(values) == len(chip.figures)
    value = Decimal(read(item, number))
    away = {abs(a - b) for a in values for b in values if a is not b}
    return value in {*values, *away, *(Decimal(int(one)) for one in (*values, *away))}


def assert_tied(post: Post, names: Collection[str] = ()) -> None:
    """Chips in order, apart, each reading as its figures; no number of the desk's without one.

    ``names`` are the numbers that stand in names.
    """
    where = [place for place, _ in parts(post)]
    order = [(where.index((c.part, c.block, c.line)), c.start, c.end) for c in post.chips]
    assert order == sorted(order)
    for (part, _, end), (following, start, _) in pairwise(order):
        assert part < following or end <= start
    for chip in post.chips:
        number = said(post, chip)
        assert NUMBER.fullmatch(number) and chip.figures
        assert follows(number, chip), (number, chip)
        assert set(chip.figures) <= {*post.cited} or post.corrects
        if len(chip.figures) == 1 and "fazla" not in post.text_of(chip):
            assert read(chip.figures[0].slot.row.item, number) == chip.figures[0].value
    for place, text in parts(post):
        assert not re.search("[\ue000-\uf8ff\U000f0000-\U0010ffff]", text)
        tied = {(c.start, c.end) for c in post.chips if (c.part, c.block, c.line) == place}
        loose = [m.group() for m in NUMBER.finditer(text) if m.span() not in tied]
        loose = [number for number in loose if not _CLOCK.fullmatch(number)]
        assert [number for number in loose if number not in names] == [], text


@pytest.fixture
def moved(evening: Session) -> Session:
    file_at(evening, AA, "19:52", shares(chp="46.10", ak_parti="47.05", diger="6.85"))
    file_at(evening, ANKA, "19:55", shares(chp="60.80", ak_parti="35.53"))
    return evening


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_number_of_the_evening_has_its_chip(
    moved: Session, kind: PostKind, style: str
) -> None:
    moved.record(SetSetting(STYLE, style))
    own = {PostKind.NOTE: ("Başlık", "Metin."), PostKind.STATEMENT: ("", "Metin.")}
    title, text = own.get(kind, ("", ""))
    for places in (PLACES, PLACES[:1], PLACES[2:]):
        try:
            post = compose(moved, kind, Ask(CONTEST, places, title=title, text=text, who="YSK"))
        except Refusal:
            assert places == PLACES[2:]
            continue
        assert_tied(post)
        if places == PLACES:
            assert bool(post.chips) == (kind not in (PostKind.STATEMENT, PostKind.NOTE))


def test_equal_numbers_of_two_agencies_are_two_figures(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="58.63", ak_parti="35.94"))
    file_at(session, ANKA, "19:25", shares(chp="60.01", ak_parti="35.94"))
    post = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    assert_tied(post)
    twice = [chip.figures for chip in post.chips if said(post, chip) == "35,94"]
    assert [[one.slot.source.agency for one in figures] for figures in twice] == [["AA"], ["ANKA"]]


def test_a_gap_follows_from_both_and_a_lead_from_the_first_two(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="58.63", ak_parti="35.94"))
    file_at(session, ANKA, "19:25", shares(chp="60.01", ak_parti="35.94"))
    post = compose(session, PostKind.COMPARISON, Ask(CONTEST, (PLACE,)))
    gap, between = (chip for chip in post.chips if said(post, chip) == "1,38")
    assert [(f.slot.source, f.value) for f in gap.figures] == [
        (AA, Decimal("58.63")),
        (ANKA, Decimal("60.01")),
    ]
    leads = [chip for chip in post.chips if said(post, chip) == "22,69"]
    (lead,) = leads
    assert [f.slot.row for f in lead.figures] == [share("chp"), share("ak_parti")]
    rows = [share("chp"), share("ak_parti")]
    assert [(f.slot.source, f.slot.row) for f in between.figures] == [
        *((AA, row) for row in rows),
        *((ANKA, row) for row in rows),
    ]


def test_a_bound_both_agencies_bear_out_rests_on_both(session: Session) -> None:
    for source, points in ((AA, "7.74"), (ANKA, "7.10")):
        file_at(
            session,
            source,
            "19:38",
            {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal(points)},
        )
    post = compose(session, PostKind.LEAD, Ask(CONTEST, (PLACE,)))
    assert post.headline == "Beyoğlu'nda İmamoğlu önde: fark iki ajansta da 7 puandan fazla"
    (bound,) = (c for c in post.chips if c.part is PostPart.HEADLINE and c.start < c.end)
    assert [f.value for f in bound.figures] == [Decimal("7.74"), Decimal("7.10")]


def test_the_editors_own_words_are_tied_only_where_one_figure_is_told(evening: Session) -> None:
    text = "CHP yüzde 61,23 aldı.\nSaat 19.25'te 2 ilçe, yüzde 2, 2 puandan fazla ve 99,99."
    post = compose(evening, PostKind.SUMMARY, Ask(CONTEST, (PLACE,), text=text, title="%61,23"))
    mine = [c for c in post.chips if c.part in (PostPart.HEADLINE, PostPart.LEAD) or not c.block]
    assert [(c.part, said(post, c)) for c in mine if c.part is not PostPart.HEADING] == [
        (PostPart.HEADLINE, "61,23"),
        (PostPart.LEAD, "61,23"),
        (PostPart.LINE, "2"),
    ]
    assert all(len(chip.figures) == 1 for chip in mine)
    file_at(evening, AA, "19:30", shares(chp="61.23", ak_parti="30"))
    both = compose(evening, PostKind.SUMMARY, Ask(CONTEST, (PLACE,), title="%61,23"))
    assert not any(chip.part is PostPart.HEADLINE for chip in both.chips)


def test_a_correction_ties_the_old_and_the_new_figure(session: Session) -> None:
    wrong = file_at(session, AA, "19:25", shares(chp="58.63", ak_parti="35.94"))
    number = publish(session, compose(session, PostKind.LEAD, Ask(CONTEST, (PLACE,)))).posts[0]
    session.record(BeginCorrection(wrong))
    session.record(SetFigure(AA, share("chp"), Decimal("58.36")))
    right = session.record(FileDraft(AA, "yanlış okundu")).bulletins[0]
    post = compose(session, PostKind.CORRECTION, Ask(CONTEST))
    lines = [chip for chip in post.chips if chip.part is PostPart.LINE]
    told = {said(post, chip): {figure.bulletin for figure in chip.figures} for chip in lines}
    assert told == {
        "58,63": {wrong},
        "58,36": {right},
        "22,69": {wrong},
        "22,42": {right},
    }
    publish(session, post)
    (mark,) = marks_of(session, number)
    assert "AA'nın Beyoğlu verisinde İmamoğlu yüzde 58,63 değil, yüzde 58,36" in mark.text
    assert "AA'ya göre Beyoğlu'nda fark 22,69 puan değil, 22,42 puan" in mark.text


def test_a_tie_cannot_be_forged() -> None:
    ties = Ties()
    figure = Cited(Slot(AA, share("chp")), Decimal("58.63"), at("19:25"), 1)
    tied = ties.tie("yüzde 58,63", figure)
    assert ties.read(f"1 {tied} 2") == ("1 yüzde 58,63 2", [(8, 13, (figure,))])
    assert ties.read(tied.replace("58,63", "58,64")) == ("yüzde 58,64", [])
    mark = tied[len("yüzde ")]
    assert ties.read(f"{mark}58,63") == ("58,63", [])
    assert ties.read(f"\U000f1234{tied}") == ("yüzde 58,63", [(6, 11, (figure,))])
    assert ties.tie("sandık", figure) == "sandık"


@st.composite
def words(draw: st.DrawFn) -> Figures:
    """What an agency may say: shares, votes, an opened share or boxes, a lead, in any company."""
    codes = draw(
        st.lists(st.sampled_from(["chp", "ak_parti", "diger", "yeniden_refah"]), unique=True)
    )
    hundredths = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)
    tenths = st.integers(0, 1_000).map(lambda n: Decimal(n) / 10)
    per_cent = st.one_of(hundredths, tenths, st.integers(0, 100).map(Decimal))
    counts = st.integers(0, 2_000_000)
    told: dict[Row, Decimal | int | str] = {}
    for code in codes:
        if draw(st.booleans()):
            told[share(code)] = draw(per_cent)
        if draw(st.booleans()):
            told[votes(code)] = draw(counts)
    for item, values in (
        (Item.OPENED_SHARE, per_cent),
        (Item.OPENED_BOXES, counts),
        (Item.TURNOUT, per_cent),
        (Item.LEAD_POINTS, per_cent),
        (Item.LEAD_VOTES, counts),
        (Item.LEADER, st.just("chp")),
    ):
        if draw(st.booleans()):
            told[Row(item)] = draw(values)
    return told or {share("chp"): Decimal("48.5"), share("ak_parti"): Decimal("9")}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(words(), st.sampled_from(["AA", "ANKA"])), min_size=1, max_size=5))
def test_whatever_is_filed_is_tied(election: Election, told: list[tuple[Figures, str]]) -> None:
    with (
        TemporaryDirectory() as folder,
        Session.create(Path(folder) / "n.secim", election, night_clock) as night,
    ):
        for minute, (figures, agency) in enumerate(told):
            file_at(night, Source(agency, CONTEST, PLACE), f"19:{10 + minute}", figures)
        for kind in KINDS:
            ask = Ask(CONTEST, (PLACE,), title="" if kind is not PostKind.NOTE else "A", who="B")
            try:
                post = compose(night, kind, ask)
            except Refusal:
                continue
            assert_tied(post)
