"""Cells of a spreadsheet as they are shown, digit for digit; what is none is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desk.facts.codes import Code
from desk.reading.files.spreadsheet import MOST_ROWS, read_cells
from tests.desk.conftest import refused


def book(*rows: tuple[object, ...], formats: dict[str, str] | None = None) -> bytes:
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_numbers_are_what_was_typed() -> None:
    data = book(("İlçe", "CHP", "oy"), ("Beyoğlu", 55.05, 68329), ("Üsküdar", 0.1 + 0.2, None))
    assert read_cells(data) == (
        ("İlçe", "CHP", "oy"),
        ("Beyoğlu", "55.05", "68329"),
        ("Üsküdar", "0.3", ""),
    )


@pytest.mark.parametrize(
    ("form", "shown"), [("0%", "55.05"), ("0.00%", "55.05"), ("0.00", "0.5505")]
)
def test_a_share_shown_in_per_cent_is_what_is_shown(form: str, shown: str) -> None:
    assert read_cells(book((0.5505,), formats={"A1": form})) == ((shown,),)


def test_times_are_times() -> None:
    rows = ((time(19, 25), datetime(2024, 3, 31, 19, 38)),)
    data = book(*rows, formats={"A1": "hh:mm", "B1": "dd.mm.yyyy hh:mm"})
    assert read_cells(data) == (("19.25", "19.38"),)


def test_empty_rows_are_none_and_columns_keep_their_places() -> None:
    assert read_cells(book(("a", None, "b"), (), (None, None, "c"))) == (
        ("a", "", "b"),
        ("", "", "c"),
    )


def test_no_more_rows_than_a_country_has() -> None:
    assert len(read_cells(book(*[(n,) for n in range(1, MOST_ROWS + 100)]))) == MOST_ROWS


def _changed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book((1,)))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
WHOLE = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04nonsense",
        b"as_of,agency",
        _changed("xl/workbook.xml", b"<a/>"),
        _changed(SHEET, b"<broken"),
        _changed(SHEET, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        _changed(SHEET, WHOLE.format('<row r="x"/>').encode()),
        _changed(SHEET, WHOLE.format('<row r="1"><c r="A1" t="s"><v>99</v></c></row>').encode()),
        _changed(SHEET, WHOLE.format('<row r="1"><c r="A1"><v>1e999999</v></c></row>').encode()),
        _changed(SHEET, WHOLE.format('<row r="1"><c r="A1"><v>NaN</v></c></row>').encode()),
    ],
)
def test_what_is_no_spreadsheet_is_refused(data: bytes) -> None:
    with refused(Code.E131):
        read_cells(data)
