"""The cells of a spreadsheet's first sheet as they are shown: numbers by their digits.

A share kept as a part of one and shown in per cent is what is shown; a time is a time of day. What
the cells mean is the mapping's business.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree

from desk.facts.codes import Code, Refusal
from desk.facts.figures import clean

Rows = tuple[tuple[str, ...], ...]

MOST_BYTES = 40_000_000
"""How large a part of the file may be unpacked."""
MOST_ROWS, MOST_COLUMNS = 20_000, 200

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PER_CENT = frozenset({9, 10})
_TIMES = frozenset({18, 19, 20, 21, 22, 45, 46, 47})
_DIGITS = 15
"""As many digits as a spreadsheet keeps; what stands behind them is noise of its halves."""


def read_cells(data: bytes) -> Rows:
    """The rows of the first sheet, padded to one width. E131 where it is no spreadsheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return _rows(book)
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        InvalidOperation,
        KeyError,
        ValueError,
        IndexError,
        NotImplementedError,
        EOFError,
        OverflowError,
        RuntimeError,
    ):
        raise Refusal(Code.E131, problem="sheet", line=1) from None


def _part(book: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if book.getinfo(name).file_size > MOST_BYTES:
        raise ValueError(name)
    with book.open(name) as opened:
        data = opened.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES or b"<!DOCTYPE" in data[:1000]:
        raise ValueError(name)
    return ElementTree.fromstring(data)


def _rows(book: zipfile.ZipFile) -> Rows:
    shared = _shared(book)
    formats = _formats(book)
    found: dict[int, dict[int, str]] = {}
    for number, row in enumerate(_part(book, _first_sheet(book)).iter(f"{_MAIN}row"), 1):
        at = int(row.get("r", number))
        if at > MOST_ROWS:
            break
        cells = found.setdefault(at, {})
        for place, cell in enumerate(row.iter(f"{_MAIN}c"), 1):
            column = _column(cell.get("r", "")) or place
            if column <= MOST_COLUMNS and (text := _text(cell, shared, formats)):
                cells[column] = text
    filled = {at: cells for at, cells in found.items() if cells}
    width = max((max(cells) for cells in filled.values()), default=0)
    return tuple(
        tuple(cells.get(column, "") for column in range(1, width + 1))
        for _, cells in sorted(filled.items())
    )


def _first_sheet(book: zipfile.ZipFile) -> str:
    sheet = next(iter(_part(book, "xl/workbook.xml").iter(f"{_MAIN}sheet")), None)
    if sheet is None:
        raise ValueError("no sheet")
    wanted = sheet.get(_RELATION)
    for one in _part(book, "xl/_rels/workbook.xml.rels"):
        if one.get("Id") == wanted:
            target = str(one.get("Target")).lstrip("/")
            return target if target.startswith("xl/") else f"xl/{target}"
    raise ValueError("no sheet")


def _shared(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return [_said(one) for one in _part(book, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _said(node: ElementTree.Element) -> str:
    """The text of a string, without the readings some programs keep beside it."""
    return "".join(_texts(node))


def _texts(node: ElementTree.Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_MAIN}t":
            yield child.text or ""
        elif child.tag == f"{_MAIN}r":
            yield from _texts(child)


def _formats(book: zipfile.ZipFile) -> list[str]:
    """What each style shows: ``%``, a ``time``, or a plain number."""
    if "xl/styles.xml" not in book.namelist():
        return []
    styles = _part(book, "xl/styles.xml")
    own = {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in styles.iter(f"{_MAIN}numFmt")
    }
    cells = styles.find(f"{_MAIN}cellXfs")
    return [
        _shows(int(one.get("numFmtId", "0")), own)
        for one in (cells if cells is not None else ())
        if one.tag == f"{_MAIN}xf"
    ]


def _shows(number: int, own: dict[int, str]) -> str:
    code = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", own.get(number, "")).lower()
    if number in _PER_CENT or "%" in code:
        return "%"
    return "time" if number in _TIMES or ("h" in code and "m" in code) else ""


def _text(cell: ElementTree.Element, shared: list[str], formats: list[str]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v", "")
    if kind == "inlineStr":
        inside = cell.find(f"{_MAIN}is")
        return clean(_said(inside)) if inside is not None else ""
    if kind == "s":
        return clean(shared[int(value)]) if value else ""
    if kind != "n":
        return clean(value)
    if not value:
        return ""
    style = int(cell.get("s", "0"))
    return _number(Decimal(value), formats[style] if style < len(formats) else "")


def _number(value: Decimal, shows: str) -> str:
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS:
        raise ValueError("no figure")
    if shows == "time":
        minutes = int((value % 1 * 1440).to_integral_value()) % 1440
        return f"{minutes // 60:02}.{minutes % 60:02}"
    if value:
        value = round(value, _DIGITS - 1 - value.adjusted())
    if shows == "%":
        value *= 100
    return format(value.normalize(), "f")


def _column(reference: str) -> int:
    """The number of the column a cell's reference names: ``AB7`` is 28; 0 without one."""
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number
