"""Who is above the zero line stays there: a lead that changes hands crosses it."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from desk import charts
from desk.charts.facts import ChartAsked, evening_rivals, series, sides, signed
from desk.facts import catalog
from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.session import Session
from desk.sheets import evening
from tests.pictures import gallery

PAIR = ("AA", "ANKA")
FIRST = datetime(2024, 3, 31, 18, 30)
TURNS = {
    "once": [4, 2, 1, -1, -3],
    "twice": [4, -2, 3, -5],
    "from a tie": [0, 0, 3, -3],
    "never": [4, 5, 6],
    "at the end": [9, 8, 7, 6, -1],
}


def count(session: Session, number: int, ahead: int) -> None:
    """Both agencies' next bulletin: CHP ahead of AKP by so many points, or behind."""
    shares = {Row(Item.SHARE, "chp"): 45 + ahead, Row(Item.SHARE, "ak_parti"): 45}
    figures = {row: Decimal(value) for row, value in shares.items()}
    figures[Row(Item.OPENED_SHARE)] = Decimal(10 * number + 10)
    minute = FIRST + timedelta(minutes=10 * number)
    new = (NewBulletin(Source(agency, "ibb", "Şile"), minute, figures) for agency in PAIR)
    session.record(FileBulletins(tuple(new)))


@pytest.mark.parametrize("kind", ["lead", "stage"])
@pytest.mark.parametrize("turn", TURNS)
def test_what_was_drawn_stays_where_it_was(tmp_path: Path, turn: str, kind: str) -> None:
    session = gallery.new_night(tmp_path / "night.secim", catalog.load("istanbul-2024"))
    asked = ChartAsked(kind, "ibb", PAIR, "Şile")
    before: list[Decimal | None] = []
    for number, ahead in enumerate(TURNS[turn]):
        count(session, number, ahead)
        by_agency = [series(session, asked, agency) for agency in PAIR]
        first, _ = evening_rivals(sides(session, asked), by_agency)
        drawn = [signed(step.lead, first) for step in by_agency[0]]
        assert drawn[: len(before)] == before or not any(before)
        before = drawn
    assert before == [Decimal(ahead) for ahead in TURNS[turn]]
    _, told = charts.picture(session, asked, "png")
    assert "sıfırın üstünde CHP, altında AKP" in told.alt
    session.close()


def test_the_sheet_has_the_same_sides(tmp_path: Path) -> None:
    session = gallery.new_night(tmp_path / "night.secim", catalog.load("istanbul-2024"))
    for number, ahead in enumerate(TURNS["once"]):
        count(session, number, ahead)
    (side,) = sides(session, ChartAsked("lead", "ibb", PAIR, "Şile"))
    assert "sıfırın üstünde CHP" in evening.title(session, side)
    session.close()
