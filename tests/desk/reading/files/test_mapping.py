"""Columns that mean what she says: bulletins, and refusals in their rows."""

from __future__ import annotations

from decimal import Decimal

from desk.facts.bulletin import Item, Row, Source
from desk.facts.codes import Code
from desk.file.session import Session
from desk.reading.files.mapping import (
    AGENCY,
    IGNORED,
    PLACE,
    TIME,
    ColumnKind,
    ColumnMeans,
    Everywhere,
    MappedRow,
    choices,
    guessed,
    has_headings,
    mapped,
)
from tests.desk.conftest import CONTEST, at


def of(item: Item, code: str = "") -> ColumnMeans:
    return ColumnMeans(ColumnKind.FIGURE, Row(item, code))


HEADS = ["İLÇE", "Ajans", "Saat", "CHP", "AK Parti %", "CHP oy", "Açılan sandık", "Not"]
MEANS = [
    *(PLACE, AGENCY, TIME, of(Item.SHARE, "chp"), of(Item.SHARE, "ak_parti")),
    *(of(Item.VOTES, "chp"), of(Item.OPENED_BOXES), IGNORED),
]


def test_headings_are_guessed_and_nothing_twice(session: Session) -> None:
    assert guessed(HEADS, session.names, CONTEST) == MEANS
    assert guessed(["Yer", "İlçe", ""], session.names, CONTEST) == [PLACE, IGNORED, IGNORED]
    offered = choices(session.election, CONTEST)
    assert set(MEANS) <= set(offered) and len(set(offered)) == len(offered)
    assert has_headings([HEADS]) and not has_headings([["Beyoğlu", "55,05"]])


def _read(session: Session, *rows: list[str], **everywhere: str) -> list[MappedRow]:
    return mapped(
        rows, MEANS, Everywhere(CONTEST, **everywhere), session.names, session.election, first=2
    )


def test_a_row_is_a_bulletin(session: Session) -> None:
    (one,) = _read(session, ["Beyoğlu", "AA", "19.25", "55,05", "%39.23", "68.329", "", "x"])
    assert one.bulletin is not None and one.line == 2
    assert one.bulletin.source == Source("AA", CONTEST, "Beyoğlu")
    assert one.bulletin.as_of == at("19:25")
    assert one.bulletin.figures == {
        Row(Item.SHARE, "chp"): Decimal("55.05"),
        Row(Item.SHARE, "ak_parti"): Decimal("39.23"),
        Row(Item.VOTES, "chp"): 68329,
    }


def test_refusals_stand_in_their_rows_and_in_no_other(session: Session) -> None:
    found = _read(
        session,
        ["Beyoğlu", "AA", "19.25", "55,05", "", "", "", ""],
        ["Beyoğlu", "AA", "19.25", "56", "", "", "", ""],
        ["Yokköy", "AA", "19.25", "55", "", "", "", ""],
        ["Fatih", "AA", "19.25", "155", "", "", "", ""],
        ["Fatih", "", "19.25", "55", "", "", "", ""],
        ["", "AA", "19.25", "55", "", "", "", ""],
        ["Fatih", "AA", "", "55", "", "", "", ""],
        ["Fatih", "AA", "25.99", "55", "", "", "", ""],
        ["Adalar", "AA", "19.25", "", "", "", "", "yalnız not"],
        ["Şişli", "AA", "1930", "55", "", "", "", ""],
    )
    assert [one.line for one in found if one.bulletin] == [2, 11]
    codes = [(one.line, one.refusal.code) for one in found if one.refusal is not None]
    assert [line for line, _ in codes] == [3, 4, 5, 6, 7, 8, 9]
    assert [code for _, code in codes if code is Code.E131] == [Code.E131] * 4


def test_what_no_column_says_holds_everywhere(session: Session) -> None:
    rows = [["Beyoğlu", "", "", "55,05", "", "", "", ""]]
    moment = at("20:10")
    (one,) = mapped(
        rows, MEANS, Everywhere(CONTEST, "ANKA", moment), session.names, session.election
    )
    assert one.bulletin is not None and one.bulletin.as_of == moment
    assert one.bulletin.source.agency == "ANKA"
