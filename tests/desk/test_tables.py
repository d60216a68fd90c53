"""A table in every form it leaves the desk in: exact, harmless, and in the right notation."""

from __future__ import annotations

import csv
import errno
import io
import os
import tempfile
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from desk import tables
from desk.facts.codes import Code, Refusal
from desk.tables import Table, write_whole

EVENING = datetime.fromisoformat("2024-03-31T19:05")
TABLE = Table(
    ("Yer", "AA", "Oy", "Saat"),
    (
        ("Beyoğlu", Decimal("55.05"), 13729, EVENING),
        ("Şile", Decimal("2.50"), None, None),
    ),
)


def to_xlsx(path: Path, table: Table) -> list[tuple[int, int]]:
    """Write a spreadsheet to its end; what was told on the way."""
    return list(tables.xlsx_in_steps(path, table))


one_line = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]))
amounts = st.decimals(min_value=0, max_value=100, places=2, allow_nan=False)


class Cells(HTMLParser):
    """The text of every td, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def test_the_terminal_shows_aligned_columns_with_numbers_to_the_right() -> None:
    assert tables.to_text(TABLE) == (
        "Yer         AA     Oy   Saat\nBeyoğlu  55,05  13729  19.05\nŞile      2,50\n"
    )


def test_a_table_without_rows_is_its_header() -> None:
    empty = Table(("Yer", "AA"), ())
    assert tables.to_text(empty) == "Yer  AA\n"
    assert tables.to_tabs(empty) == "Yer\tAA\n"
    assert tables.to_csv(empty) == "Yer,AA\n"


def test_tabs_have_decimal_commas_and_times_no_spreadsheet_takes_for_a_date() -> None:
    assert tables.to_tabs(TABLE).splitlines() == [
        "Yer\tAA\tOy\tSaat",
        "Beyoğlu\t55,05\t13729\t2024-03-31 19:05",
        "Şile\t2,50\t\t",
    ]


def test_csv_is_for_programs() -> None:
    assert tables.to_csv(TABLE).splitlines() == [
        "Yer,AA,Oy,Saat",
        "Beyoğlu,55.05,13729,2024-03-31T19:05",
        "Şile,2.50,,",
    ]


def test_text_with_a_dot_keeps_its_dot() -> None:
    table = Table(("Ad",), (("Doç. Dr. A.B.",),))
    for form in (tables.to_text, tables.to_tabs, tables.to_html_table, tables.to_csv):
        assert "Doç. Dr. A.B." in form(table)


@pytest.mark.parametrize("mark", "=+-@")
def test_a_name_that_looks_like_a_formula_stays_text(mark: str, tmp_path: Path) -> None:
    name = f"{mark}HYPERLINK(1)"
    table = Table((name,), ((name,),))
    assert tables.to_tabs(table).splitlines() == [f"'{name}"] * 2
    assert tables.to_csv(table).splitlines() == [f"'{name}"] * 2
    assert Cells(tables.to_html_table(table)).cells[0].strip() == f"'{name}"
    path = tmp_path / "x.xlsx"
    to_xlsx(path, table)
    sheet = load_workbook(path).worksheets[0]
    for cell in (sheet["A1"], sheet["A2"]):
        assert (cell.value, cell.data_type) == (name, "s")


def test_a_link_stays_text_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    to_xlsx(path, Table(("Yer",), (("http://example.org",),)))
    cell = load_workbook(path).worksheets[0]["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)


@given(st.lists(st.tuples(one_line, st.none() | amounts), max_size=5))
def test_html_holds_every_cell_escaped(rows: list[tuple[str, Decimal | None]]) -> None:
    page = Cells(tables.to_html_table(Table(("Yer", "AA"), tuple(rows))))
    assert page.tags <= {"meta", "table", "thead", "tbody", "tr", "th", "td"}
    assert len(page.cells) == 2 * len(rows)
    for (name, share), text, number in zip(rows, page.cells[::2], page.cells[1::2], strict=True):
        assert " ".join(name.split()).lstrip("'") == text.strip().lstrip("'")
        assert number.strip() == ("" if share is None else str(share).replace(".", ","))


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.none() | amounts), max_size=5))
def test_csv_comes_back_as_it_was(rows: list[tuple[str, Decimal | None]]) -> None:
    text = tables.to_csv(Table(("Yer", "AA"), tuple(rows)))
    _, *back = csv.reader(io.StringIO(text, newline=""))
    assert [(name.removeprefix("'"), number) for name, number in back] == [
        (" ".join(name.split()).removeprefix("'"), "" if share is None else str(share))
        for name, share in rows
    ]


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_row_of_tabs_is_one_line(names: list[str]) -> None:
    table = Table(tuple("x" * len(names)), (tuple(names),))
    lines = tables.to_tabs(table).split("\n")
    assert len(lines) == 3
    assert lines[1].count("\t") == len(names) - 1


def test_a_spreadsheet_holds_numbers_with_their_digits(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    to_xlsx(path, TABLE)
    sheet = load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == list(TABLE.headers)
    place, share, votes, moment = sheet[2]
    assert (place.value, place.data_type) == ("Beyoğlu", "s")
    assert (str(share.value), share.data_type, share.number_format) == ("55.05", "n", "0.00")
    assert (votes.value, votes.number_format) == (13729, "0")
    assert (moment.value, moment.number_format) == (EVENING, "dd.mm.yyyy hh:mm")
    assert [cell.value for cell in sheet[3]][2:] == [None, None]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_spreadsheet_called_off_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    steps = tables.xlsx_in_steps(path, TABLE)
    assert next(steps) == (0, 2)
    steps.close()
    assert list(tmp_path.iterdir()) == []
    assert to_xlsx(path, TABLE) == [(0, 2), (1, 2)]


def test_a_book_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    told = list(tables.book_in_steps(path, {"Bir": TABLE, "İki": Table(("Yer",), ())}))
    assert told == [(0, 2), (1, 2)]
    book = load_workbook(path)
    assert book.sheetnames == ["Bir", "İki"]
    assert [sheet.freeze_panes for sheet in book] == ["A2", "A2"]
    assert [[cell.value for cell in row] for row in book["İki"]] == [["Yer"]]
    assert [cell.value for cell in book["Bir"][3]] == ["Şile", 2.5, None, None]
    assert book["Bir"]["B3"].number_format == "0.00"
    with ZipFile(path) as packed:
        assert not [name for name in packed.namelist() if "vba" in name.lower()]


def test_more_than_a_sheet_holds_goes_on_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    path = tmp_path / "x.xlsx"
    list(tables.book_in_steps(path, {"Rakamlar": Table(("No",), tuple((n,) for n in range(5)))}))
    book = load_workbook(path)
    assert book.sheetnames == ["Rakamlar", "Rakamlar 2", "Rakamlar 3"]
    found = [[row[0].value for row in sheet] for sheet in book]
    assert found == [["No", 0, 1], ["No", 2, 3], ["No", 4]]


@pytest.mark.parametrize("text", ["<r><b/></r>", "iki\nsatır", "x" * 400, "\x01", "_x0041_"])
def test_any_text_comes_back_from_a_spreadsheet(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    to_xlsx(path, Table(("Metin",), ((text,),)))
    cell = load_workbook(path).worksheets[0]["A2"]
    assert unescape(cell.value).strip() == text
    assert cell.data_type == "s"


def test_what_is_spilled_on_the_way_does_not_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spilled = tmp_path / "spilled"
    spilled.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(spilled))
    steps = tables.xlsx_in_steps(tmp_path / "x.xlsx", TABLE)
    next(steps)
    assert list(spilled.iterdir()) != []
    steps.close()
    assert list(spilled.iterdir()) == []
    to_xlsx(tmp_path / "x.xlsx", TABLE)
    assert list(spilled.iterdir()) == []


def test_no_room_for_what_is_spilled_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("xlsxwriter.workbook.Workbook._store_workbook", full)
    with pytest.raises(Refusal) as caught:
        to_xlsx(tmp_path / "x.xlsx", TABLE)
    assert caught.value.code is Code.S906
    assert list(tmp_path.iterdir()) == []


def test_s909(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        to_xlsx(tmp_path / "nowhere" / "x.xlsx", TABLE)
    assert caught.value.code is Code.S909


def test_s906_leaves_the_old_table_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    path = tmp_path / "x.csv"
    path.write_text("older", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal) as caught:
        write_whole(path, "newer")
    assert caught.value.code is Code.S906
    assert [one.name for one in tmp_path.iterdir()] == ["x.csv"]
    assert path.read_text(encoding="utf-8") == "older"


def test_an_interrupted_file_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "x.csv", "newer")
    assert list(tmp_path.iterdir()) == []


def test_columns_can_be_left_out() -> None:
    assert TABLE.without("Oy", "Saat").rows[0] == ("Beyoğlu", Decimal("55.05"))
