"""Sheets as data: what stands on them, what does not, and what happens to names that mean harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desk.facts import catalog
from desk.facts.bulletin import Figures, Item, Row, Source
from desk.facts.edits import (
    REHEARSAL,
    BeginCorrection,
    FileDraft,
    SetFigure,
    SetSetting,
    Withdraw,
)
from desk.facts.election_file import from_rows
from desk.file.session import Session
from desk.rules.discrepancies import compare_place
from desk.sheets import evening
from desk.sheets.board import board
from desk.sheets.district import MOST_FINDINGS, blank, district
from desk.sheets.model import Grid, Noted, Room, Sheet, SheetKind, SheetPicture, Words
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, night_clock, share, shares

PAIR = ("AA", "ANKA")
HOSTILE = '<b>&amp;</b> & "Ağrı" \'\u202e'


def grid(made: Sheet, title: str) -> Grid:
    return next(b for b in made.blocks if isinstance(b, Grid) and b.title.startswith(title))


def words(made: Sheet) -> str:
    """Everything a sheet says, drawings apart."""
    said = [made.over, made.title, *made.facts, *made.foot]
    for block in made.blocks:
        said.append(block.title)
        if isinstance(block, Words):
            said.append(block.text)
        elif isinstance(block, Grid):
            said += [column.title for column in block.columns]
            said += [cell for row in block.rows for cell in row]
    return "\n".join(said)


def line(made: Grid, name: str) -> tuple[str, ...]:
    return next(row for row in made.rows if row[0].startswith(name))


def tell_evening(session: Session) -> None:
    file_at(session, AA, "19:05", shares(chp="49.5", ak_parti="41.25"))
    file_at(session, ANKA, "19:25", shares(chp="55.05", ak_parti="39.10", diger="2"))


def test_both_agencies_the_gap_and_last_time(session: Session) -> None:
    tell_evening(session)
    beside = grid(district(session, CONTEST, PLACE, PAIR, ()), "İki ajans")
    assert [column.title for column in beside.columns][1:3] == ["AA", "ANKA"]
    assert line(beside, "Saat")[1:3] == ("19.05", "19.25")
    assert line(beside, "Önde olan")[1:4] == ("CHP +8,25", "CHP +15,95", "7,70")
    assert line(beside, "CHP")[1:] == ("49,5", "55,05", "5,55", "46,02")
    assert line(beside, "CHP")[0] == "CHP · Ekrem İmamoğlu"
    # What one agency did not say is blank, and so is its gap.
    assert line(beside, "Diğer")[1:] == ("", "2", "", "")
    bold = {beside.rows[row][column] for row, column in beside.strong}
    assert "5,55" in bold
    assert "2,15" not in bold


def opened(**items: object) -> Figures:
    """What a bulletin says of the boxes."""
    return {Row(Item(item)): value for item, value in items.items()}  # type: ignore[misc]


def test_what_a_gap_comes_from_stands_under_it(session: Session) -> None:
    tell_evening(session)
    made = district(session, CONTEST, PLACE, PAIR, ())
    assert "farkın nedeni bilinmiyor" in words(made)
    for source, figures in (
        (AA, shares(chp="44.1", ak_parti="46.6", diger="9.3")),
        (ANKA, shares(chp="52.3", ak_parti="40.5", diger="7.2")),
    ):
        file_at(session, source, "19:40", figures | opened(opened_share=Decimal(60)))
    made = district(session, CONTEST, PLACE, PAIR, ())
    (said,) = (b.text for b in made.blocks if isinstance(b, Words) and b.title == "Farkın nedeni")
    assert said == "Açılan sandık oranı eşitken de (yüzde 60) CHP farkı 8,2 puan."
    assert line(grid(made, "İki ajans"), "Önde olan")[3] == "14,3"
    assert line(grid(board(session, CONTEST, PAIR, {}), ""), PLACE)[9] == "kalıcı"


def test_one_agency_alone_has_no_gap_to_explain(session: Session) -> None:
    file_at(session, AA, "19:05", shares(chp="49.5", ak_parti="41.25"))
    made = district(session, CONTEST, PLACE, PAIR, ())
    assert not any(block.title == "Farkın nedeni" for block in made.blocks)
    assert line(grid(board(session, CONTEST, PAIR, {}), ""), PLACE)[7:10] == ("", "", "")


def test_the_opened_share_is_the_newest_and_says_what_was_worked_out(session: Session) -> None:
    tell_evening(session)
    made = board(session, CONTEST, PAIR, {})
    assert not any("≈" in fact for fact in made.facts)
    file_at(session, AA, "19:30", opened(opened_share=Decimal("36.7")))
    file_at(session, ANKA, "19:25", shares(chp="55") | opened(opened_boxes=1, total_boxes=3))
    made = board(session, CONTEST, PAIR, {})
    here = line(grid(made, ""), PLACE)
    assert (here[2], here[3], here[6]) == ("19.05", "%36,7 (19.30)", "≈%33,33")
    assert made.facts[-1] == "≈: açılan sandık sayısından hesaplandı."
    beside = district(session, CONTEST, PLACE, PAIR, ())
    cells = line(grid(beside, "İki ajans"), "Açılan sandık")
    assert cells[1:3] == ("%36,7 (19.30)", "≈%33,33 · 1 / 3")
    assert beside.facts[-1] == made.facts[-1]


def test_the_place_and_the_sheet_say_what_they_are(session: Session) -> None:
    made = district(session, CONTEST, PLACE, PAIR, ())
    place = session.election.place(PLACE)
    assert made.title == PLACE
    assert made.over.startswith("İBB Başkanlığı · ")
    assert made.facts[0] == f"Sandık: {place.boxes}"
    assert made.foot[0].endswith("31.03.2024 19.25 · Dosya: night.secim")
    assert isinstance(made.blocks[-1], Room)
    assert not made.rehearsal
    province = district(session, CONTEST, "İstanbul", PAIR, ())
    assert province.title == "İstanbul (il geneli)"


def test_with_nothing_said_yet_there_are_rows_and_a_sentence(session: Session) -> None:
    made = district(session, CONTEST, PLACE, PAIR, ())
    assert "Henüz veri yok." in words(made)
    assert not any(isinstance(block, SheetPicture) for block in made.blocks)
    assert line(grid(made, "İki ajans"), "CHP")[1:3] == ("", "")


def test_figures_of_another_bulletin_say_their_time(session: Session) -> None:
    tell_evening(session)
    file_at(session, AA, "19:38", {Row(Item.LEADER): "chp", Row(Item.LEAD_VOTES): 1200})
    beside = grid(district(session, CONTEST, PLACE, PAIR, ()), "İki ajans")
    assert line(beside, "Saat")[1] == "19.05"
    assert line(beside, "Önde olan")[1] == "CHP +1.200 oy (19.38)"
    file_at(session, AA, "19:45", {Row(Item.VOTES, "chp"): 70500})
    beside = grid(district(session, CONTEST, PLACE, PAIR, ()), "İki ajans")
    assert beside.columns[2].title == "AA\noy"
    assert line(beside, "Saat")[1:3] == ("19.05", "19.45")
    assert line(beside, "CHP")[2] == "70.500"


def test_the_bulletins_newest_first_with_what_became_of_them(session: Session) -> None:
    tell_evening(session)
    wrong = file_at(session, AA, "19:30", shares(chp="5.2", ak_parti="41"))
    session.record(BeginCorrection(wrong))
    session.record(SetFigure(AA, share("chp"), shares(chp="52")[share("chp")]))
    session.record(FileDraft(AA, "eksik rakam"))
    odd = file_at(session, ANKA, "19:31", shares(chp="60", ak_parti="30"))
    session.record(Withdraw((odd,), "ajans geri çekti"))
    rows = grid(district(session, CONTEST, PLACE, PAIR, ()), "Gecenin bültenleri (5)").rows
    assert [row[:2] for row in rows] == [
        ("× 19.31", "ANKA"),
        ("19.30", "AA"),
        ("× 19.30", "AA"),
        ("19.25", "ANKA"),
        ("19.05", "AA"),
    ]
    assert [row[-1] for row in rows[:3]] == [
        "geri çekildi: ajans geri çekti",
        "düzeltme: eksik rakam",
        "yerine yenisi geldi",
    ]


def test_findings_open_and_accepted_and_the_rest_counted(session: Session) -> None:
    noted = [Noted("▲", "F201", f"Toplam {n}", "" if n else "ajans böyle verdi") for n in range(12)]
    found = grid(district(session, CONTEST, PLACE, PAIR, noted), "Bulgular")
    assert found.rows[0] == ("▲", "F201", "Toplam 0", "Kabul: ajans böyle verdi")
    assert found.rows[1][3] == "Açık"
    assert found.rows[-1][2] == "… ve 2 bulgu daha."
    assert len(found.rows) == MOST_FINDINGS + 1


def test_a_blank_sheet_has_names_and_no_figure(session: Session) -> None:
    empty = blank(session, CONTEST, PLACE, PAIR)
    tell_evening(session)
    made = blank(session, CONTEST, PLACE, PAIR)
    assert made == empty
    assert made.kind is SheetKind.BLANK
    form = grid(made, "Telefonla")
    assert form.boxed
    for row in form.rows:
        assert set(row[1:]) == {""}
    named = [row[0] for row in form.rows]
    for code in session.election.contest(CONTEST).shown:
        assert any(name.startswith(session.election.label(CONTEST, code)) for name in named)
    calls = [column.title for column in form.columns]
    assert [call.split("\n")[0] for call in calls[1:]] == ["AA"] * 3 + ["ANKA"] * 3


def test_the_board_has_every_place_and_the_marks(session: Session) -> None:
    tell_evening(session)
    other = "Fatih"
    file_at(session, replace(AA, place=other), "19:10", shares(chp="44", ak_parti="48"))
    file_at(session, replace(ANKA, place=other), "19:10", shares(chp="49", ak_parti="45"))
    made = board(session, CONTEST, PAIR, {PLACE: "▲●"})
    table = grid(made, "")
    assert len(table.rows) == len(session.election.places)
    assert table.rows[0][0] == "İstanbul"
    here, there = line(table, PLACE), line(table, other)
    assert here == (
        *(PLACE, "CHP +8,25", "19.05", "", "CHP +15,95", "19.25", ""),
        *("7,70", "CHP 5,55", "belirsiz", "▲●"),
    )
    assert there[7:10] == ("8", "CHP 5", "olağan")
    assert line(table, "Adalar")[7:10] == ("", "", "")
    assert there[-1] == "◆"
    bold = {table.rows[row][column] for row, column in table.strong}
    assert {"AKP +4", "CHP +4"} <= bold
    said = next(block.text for block in made.blocks if isinstance(block, Words))
    assert said == (
        "Önde olunan ilçe sayısı: AA: CHP 1, AKP 1; ANKA: CHP 2. Önde olanın farklı olduğu ilçe: 1."
    )


def test_the_drawing_is_sound_svg_in_black_and_white(session: Session) -> None:
    tell_evening(session)
    side = compare_place(session, CONTEST, PLACE, PAIR)
    drawing = evening.evening(session, side)
    root = ElementTree.fromstring(drawing)
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"AA +8,25", "ANKA +15,95", "AA", "ANKA"} <= set(texts)
    inks = {node.get("stroke") for node in root.iter()} | {node.get("fill") for node in root.iter()}
    for ink in inks - {None, "none"}:
        digits = str(ink).removeprefix("#")
        half = len(digits) // 3
        assert digits[:half] == digits[half : 2 * half] == digits[2 * half :], ink


@pytest.mark.parametrize(
    ("lead", "clocks"),
    [
        (("45.5", "45.5"), ("19:00",)),
        (("80", "20"), ("19:00", "23:59")),
        (("0.5", "99.5"), ("17:05", "17:06")),
        (("50.1", "49.9"), ("18:00", "20:00", "22:00")),
    ],
)
def test_every_point_lies_in_the_drawing(
    session: Session, lead: tuple[str, str], clocks: tuple[str, ...]
) -> None:
    for number, clock in enumerate(clocks):
        file_at(session, AA, clock, shares(chp=lead[0], ak_parti=lead[1], diger=f"0.{number}"))
    drawing = evening.evening(session, compare_place(session, CONTEST, PLACE, PAIR))
    for node in ElementTree.fromstring(drawing).iter():
        for name, most in (("cx", evening.WIDTH), ("cy", evening.HEIGHT)):
            if name in node.attrib:
                assert 0 <= int(node.attrib[name].split(".")[0]) <= most
        for name, most in (("x", evening.WIDTH), ("y", evening.HEIGHT)):
            if name in node.attrib:
                assert 0 <= int(node.attrib[name].split(".")[0]) <= most


def test_a_rehearsal_says_so(session: Session) -> None:
    session.record(SetSetting(REHEARSAL, "1"))
    assert district(session, CONTEST, PLACE, PAIR, ()).rehearsal
    assert blank(session, CONTEST, PLACE, PAIR).rehearsal
    assert board(session, CONTEST, PAIR, {}).rehearsal


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Session]:
    """A night whose place, candidate, agency and election mean harm."""
    path = next(iter(catalog.elections().values()))
    data = json.loads(path.read_text(encoding="utf-8"))
    data["name"]["tr"] = HOSTILE
    data["places"][1]["name"] = HOSTILE
    data["contests"][0]["contenders"][0]["candidate"] = HOSTILE
    data["agencies"][0]["code"] = "A<&>"
    with Session.create(tmp_path / "night.secim", from_rows(data), night_clock) as session:
        yield session


def test_names_that_mean_harm_are_only_names(hostile: Session) -> None:
    contest = hostile.election.contests[0]
    pair = (hostile.election.agencies[0].code, hostile.election.agencies[1].code)
    codes = [one.code for one in contest.contenders[:2]]
    source = Source(pair[0], contest.id, HOSTILE)
    file_at(hostile, source, "19:05", shares(**{codes[0]: "49.5", codes[1]: "41.25"}))
    made = district(hostile, contest.id, HOSTILE, pair, [Noted("▲", "F201", HOSTILE)])
    assert made.title == HOSTILE
    drawing = next(block for block in made.blocks if isinstance(block, SheetPicture))
    texts = [node.text or "" for node in ElementTree.fromstring(drawing.svg).iter()]
    assert any(text.startswith("A<&> +") for text in texts)
