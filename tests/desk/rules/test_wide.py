"""The wide table: a row a place, a column for each contender and agency, digits as published."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from desk import tables
from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import AddContender, Withdraw
from desk.facts.election import Contender, Party
from desk.file.session import Session
from desk.rules.wide import heard, wide_rows
from desk.tables import Table
from tests.desk.conftest import CONTEST, file_at, shares

OPENED = Row(Item.OPENED_SHARE)


def column(table: Table, head: str) -> dict[object, object]:
    """A column by the place it is of."""
    at = table.headers.index(head)
    return {row[0]: row[at] for row in table.rows}


def source(agency: str, place: str) -> Source:
    return Source(agency, CONTEST, place)


def test_the_places_stand_first_the_province_before_the_districts(evening: Session) -> None:
    for place in ("Şile", "Çatalca", "Adalar"):
        file_at(evening, source("AA", place), "19:40", shares(chp="50.1", ak_parti="40"))
    table = wide_rows(evening, CONTEST)
    assert table.headers[:3] == ("Yer", "CHP AA", "CHP ANKA")
    assert [row[0] for row in table.rows] == [
        "İstanbul", "Adalar", "Beyoğlu", "Çatalca", "Küçükçekmece", "Şile", "Üsküdar",
    ]  # fmt: skip


def test_a_figure_stands_as_published_and_what_was_not_said_is_empty(evening: Session) -> None:
    file_at(evening, source("AA", "Şile"), "19:40", {**shares(chp="50.10"), OPENED: Decimal("7.0")})
    text = tables.to_csv(wide_rows(evening, CONTEST))
    (row,) = [one for one in csv.DictReader(io.StringIO(text)) if one["Yer"] == "Şile"]
    said = {head: value for head, value in row.items() if value}
    assert said == {"Yer": "Şile", "CHP AA": "50.10", "Açılan AA": "7.0", "Saat AA": "19:40"}


def test_an_agency_that_has_spoken_has_its_columns(evening: Session) -> None:
    assert heard(evening, CONTEST) == ("AA", "ANKA")
    file_at(evening, source("YSK", "Şile"), "19:50", shares(chp="51"))
    table = wide_rows(evening, CONTEST)
    assert table.headers[1:4] == ("CHP AA", "CHP ANKA", "CHP YSK")
    assert table.headers[-3:] == ("Saat AA", "Saat ANKA", "Saat YSK")
    assert column(table, "CHP YSK")["Şile"] == Decimal(51)
    two = wide_rows(evening, CONTEST, ("AA", "YSK"))
    assert two.headers[1:3] == ("CHP AA", "CHP YSK")


def test_what_was_withdrawn_is_not_said(evening: Session) -> None:
    number = file_at(evening, source("AA", "Şile"), "19:40", shares(chp="50"))
    evening.record(Withdraw((number,), "wrong place"))
    assert "Şile" not in column(wide_rows(evening, CONTEST), "Yer")


def test_two_contenders_of_one_name_are_two_columns(evening: Session) -> None:
    again = AddContender(CONTEST, Contender("chp2", "chp2"), Party("chp2", "CHP", "Another"))
    evening.record(again)
    file_at(evening, source("AA", "Şile"), "19:40", shares(chp="50", chp2="9"))
    table = wide_rows(evening, CONTEST)
    assert column(table, "CHP (chp) AA")["Şile"] == Decimal(50)
    assert column(table, "CHP (chp2) AA")["Şile"] == Decimal(9)
    assert len(set(table.headers)) == len(table.headers)


def test_no_word_is_a_head_without_rows(session: Session) -> None:
    assert wide_rows(session, CONTEST).rows == ()
    assert wide_rows(session, CONTEST).headers[0] == "Yer"


def test_a_mark_stands_behind_so_that_places_stay_first(evening: Session) -> None:
    table = wide_rows(evening, CONTEST, mark="PROVA")
    assert (table.headers[0], table.headers[-1]) == ("Yer", "PROVA")
    assert {row[-1] for row in table.rows} == {"PROVA"}
