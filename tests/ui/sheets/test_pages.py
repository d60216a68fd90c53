"""Sheets on pages: nothing over the edge, nothing on top of anything, nothing lost unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QImage, QPainter

from desk.file.session import Session
from desk.rehearsal import prova
from desk.rules.checks import Checks
from desk.sheets import board as sheet_board
from desk.sheets.district import district
from desk.sheets.model import Grid, Noted, Room, Sheet, SheetColumn, SheetKind, Words
from tests.pictures import gallery
from tests.pictures import sheets as gallery_sheets
from tests.pictures.gallery import CONTEST, PAIR
from ui.sheets import layout, printing
from ui.sheets.layout import (
    HEIGHT,
    INNER,
    LEFT,
    WIDTH,
    Drawing,
    Rule,
    SheetPage,
    TextLine,
    TextStyle,
    broken,
    metrics,
    pages,
)
from ui.sheets.made import Wanted, made
from ui.window.app import Desk

Opens = Callable[[str], Session]


@pytest.fixture
def night(qapp: Desk, tmp_path: Path) -> Iterator[Opens]:
    """Opens one of the gallery's nights, made in this test's folder."""
    with ExitStack() as opened:
        yield lambda name: opened.enter_context(gallery_sheets.night(name, tmp_path))


def sheet_of(session: Session, kind: SheetKind, place: str = "") -> Sheet:
    wanted = Wanted(kind, CONTEST, PAIR, (place,) if place else ())
    return next(made(session, Checks(session), wanted))


def said(page: SheetPage) -> str:
    return "\n".join(mark.text for mark in page.marks if isinstance(mark, TextLine))


def overlaps(page: SheetPage) -> list[tuple[str, str]]:
    """Texts that stand on one another."""
    boxes = []
    for mark in page.marks:
        if isinstance(mark, TextLine) and mark.text:
            size = metrics(mark.style)
            right = mark.x + size.horizontalAdvance(mark.text)
            boxes.append((mark.x, mark.y - size.capHeight(), right, mark.y, mark.text))
    return [
        (a[4], b[4])
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def beyond(page: SheetPage) -> list[object]:
    """What reaches over the margins."""
    found: list[object] = []
    right = LEFT + INNER + 1
    for mark in page.marks:
        match mark:
            case TextLine():
                wide = metrics(mark.style).horizontalAdvance(mark.text)
                inside = mark.x >= LEFT and mark.x + wide <= right and 0 < mark.y < HEIGHT
            case Rule():
                inside = min(mark.x1, mark.x2) >= LEFT and max(mark.x1, mark.x2) <= right
            case _:
                inside = mark.x >= LEFT and mark.x + mark.width <= right
        if not inside:
            found.append(mark)
    return found


@pytest.mark.parametrize("shown", gallery_sheets.SHOWN, ids=lambda shown: shown.name)
def test_nothing_overlaps_and_nothing_is_cut_off(night: Opens, shown: gallery_sheets.Shown) -> None:
    made_sheet = sheet_of(night(shown.night), shown.kind, shown.place)
    found = pages(made_sheet)
    assert len(found) <= 2
    for number, page in enumerate(found, 1):
        assert overlaps(page) == []
        assert beyond(page) == []
        text = said(page)
        assert made_sheet.title in text
        assert f"sayfa {number} / {len(found)}" in text
        assert "Yazdıran: " in text
        assert "Resmî olmayan" in text


def test_a_long_night_goes_over_to_a_second_page_with_every_bulletin(night: Opens) -> None:
    first, second = pages(sheet_of(night("long"), SheetKind.DISTRICT, gallery_sheets.LONG))
    rows = [text for page in (first, second) for text in said(page).splitlines()]
    assert rows.count("ANKA") + rows.count("AA") == 60 + 2
    assert "Notlar" in said(second)
    assert "Notlar" not in said(first)
    assert "devamı" in said(second)


def test_what_fits_on_no_second_page_is_counted(qapp: Desk, night: Opens) -> None:
    base = sheet_of(night("empty"), SheetKind.DISTRICT, "Adalar")
    rows = tuple((f"satır {n}", "AA") for n in range(500))
    grid = Grid(
        "Liste", (SheetColumn("Satır", 2), SheetColumn("Ajans", 1)), rows, rest="… ve {n} daha."
    )
    first, second = pages(replace(base, blocks=(grid, Room("Notlar", 260, ("Ad",)))))
    shown = sum(text.startswith("satır ") for p in (first, second) for text in said(p).splitlines())
    assert f"… ve {500 - shown} daha." in said(second)
    assert "Ad:" in said(second)
    assert overlaps(second) == []


def test_a_grid_that_cannot_be_cut_goes_on_with_its_head(qapp: Desk, night: Opens) -> None:
    election = gallery.country(night("empty").election)
    path = night("empty").path.with_name("country.secim")
    with gallery.new_night(path, election) as session:
        made_sheet = sheet_board.board(session, CONTEST, PAIR, {})
    found = pages(made_sheet)
    text = "\n".join(said(page) for page in found)
    assert all(f"İlçe {n:03d}" in text for n in range(1, 974))
    assert all("önde olan" in said(page) for page in found)


def test_many_findings_and_long_reasons_stay_on_the_page(night: Opens) -> None:
    base = sheet_of(night("crowded"), SheetKind.DISTRICT, "Büyükçekmece")
    long = "Büyükçekmece: " + "oranların toplamı yüzü aşıyor, " * 9
    rows = tuple(
        (one.mark, one.code, one.sentence, one.accepted)
        for one in [Noted("▲", f"F20{n}", long, "ajans böyle verdi " * 8) for n in range(10)]
    )
    columns = (
        SheetColumn("", 50),
        SheetColumn("Kod", 110),
        SheetColumn("Bulgu", 1260),
        SheetColumn("Durum", 410),
    )
    found = pages(replace(base, blocks=(Grid("Bulgular", columns, rows), *base.blocks)))
    text = "\n".join(said(page) for page in found)
    assert "F209" in text
    for page in found:
        assert overlaps(page) == []
        assert beyond(page) == []


@pytest.mark.parametrize(
    "text",
    ["KÜÇÜKÇEKMECE" * 12, "a b " * 200, "𝔸" * 90, "", "<b>&</b>", "iki\nsatır\tve sekme"],
)
def test_any_text_is_broken_into_lines_that_fit(qapp: Desk, text: str) -> None:
    lines = broken(text, TextStyle.TEXT, 900)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert metrics(TextStyle.TEXT).horizontalAdvance(line) <= 900


def test_hostile_names_reach_the_paper_as_they_are(qapp: Desk, night: Opens) -> None:
    name = "<b>&amp;</b> & Ağrı"
    base = sheet_of(night("empty"), SheetKind.DISTRICT, "Adalar")
    (page,) = pages(replace(base, title=name, blocks=(Words("Başlık", name),)))
    assert said(page).splitlines().count(name) == 2


def test_a_rehearsal_has_prova_across_every_page(night: Opens) -> None:
    real = sheet_of(night("evening"), SheetKind.BLANK, "Üsküdar")
    ink = [_ink(replace(real, rehearsal=rehearsal)) for rehearsal in (False, True)]
    # A pale word over the whole page: much more grey, and no more black.
    assert ink[1][0] > 2 * ink[0][0]
    assert ink[1][1] <= ink[0][1]


def _ink(made_sheet: Sheet) -> tuple[int, int]:
    """Pixels of pale grey and of black on the first page."""
    image = QImage(420, 594, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(420 / WIDTH, 594 / HEIGHT)
    printing.paint(painter, made_sheet, pages(made_sheet)[0])
    painter.end()
    shades = [image.pixelColor(x, y).red() for x in range(420) for y in range(594)]
    return sum(215 <= shade < 240 for shade in shades), sum(shade < 60 for shade in shades)


def test_a_system_without_the_letters_gets_those_that_came_along(
    qapp: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(layout.QFontDatabase.families())
    monkeypatch.setattr(layout.QFontDatabase, "families", staticmethod(list))
    assert layout._at_hand.__wrapped__()
    monkeypatch.undo()
    assert len(layout.QFontDatabase.families()) >= before
    made_font = QFontInfo(layout.font(TextStyle.TEXT))
    assert made_font.family() == layout.FAMILY
    assert made_font.exactMatch()


def test_the_chart_is_a_drawing_and_no_picture(night: Opens) -> None:
    (page,) = pages(sheet_of(night("evening"), SheetKind.DISTRICT, gallery_sheets.LONG))
    (drawing,) = [mark for mark in page.marks if isinstance(mark, Drawing)]
    assert drawing.svg.startswith("<svg")
    assert "<image" not in drawing.svg


@pytest.mark.usefixtures("drawn_once")
@pytest.mark.parametrize("clock", ["20:00", "20:30", "21:00", "21:55"])
def test_no_district_has_a_page_of_lines_alone_and_each_is_signed(
    qapp: Desk, tmp_path: Path, clock: str
) -> None:
    until = datetime.fromisoformat(f"2024-03-31T{clock}")
    with prova.make(tmp_path / "prova.secim", 3, 10, until) as session:
        for place in session.election.held(CONTEST):
            sheet = district(session, CONTEST, place.name, PAIR, ())
            bare = tuple(block for block in sheet.blocks if not isinstance(block, Room))
            made = pages(sheet)
            assert len(made) == len(pages(replace(sheet, blocks=bare))), place.name
            assert "Onaylayan:" in said(made[-1]), place.name
            assert [overlaps(page) for page in made] == [[]] * len(made), place.name
