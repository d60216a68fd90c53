"""A plain table and the forms it leaves the desk in: terminal, clipboard, CSV, spreadsheet.

Numbers stay exact and in the digits they were published with; what a column means, and in which
language its header speaks, is the caller's business.
"""

from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from desk import systems
from desk.facts.codes import Code, Refusal
from desk.facts.figures import plain, published

Cell = str | int | Decimal | datetime | None
"""Text, a count, a share or points, a local time, or nothing said."""

GAP_IN_TERMINAL = "  "
WIDEST_COLUMN = 60
MOST_ROWS = 1_048_576
"""How many rows a sheet of a spreadsheet has, the header's with them."""
MOST_LETTERS = 32_767
"""How many characters a cell of a spreadsheet holds."""
_A_NIGHT = b"SQLite format 3\x00"
"""How a night's file begins, and any other of its kind."""
_MEANT_AS_FORMULA = ("=", "+", "-", "@")
_AS_TEXT = " style=\"mso-number-format:'\\@'\""


@dataclass(frozen=True, slots=True)
class Table:
    """Headers and rows of the same length."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def without(self, *headers: str) -> Table:
        """The table without some of its columns."""
        kept = [at for at, header in enumerate(self.headers) if header not in headers]
        return Table(
            tuple(self.headers[at] for at in kept),
            tuple(tuple(row[at] for at in kept) for row in self.rows),
        )

    def marked(self, word: str) -> Table:
        """The table with a word in front of every row, for figures that are no real ones."""
        return Table((word, *self.headers), tuple((word, *row) for row in self.rows))


def to_text(cells: Table) -> str:
    """Aligned columns for a terminal: decimal comma, clock times, numbers to the right."""
    shown = [list(cells.headers), *([_shown(cell) for cell in row] for row in cells.rows)]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    right = [_is_numeric(column) for column in _columns(cells)]
    lines = (
        GAP_IN_TERMINAL.join(
            text.rjust(width) if to_right else text.ljust(width)
            for text, width, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in shown
    )
    return "\n".join(lines) + "\n"


def to_tabs(cells: Table) -> str:
    """Tab-separated text for the clipboard, with decimal commas for a Turkish spreadsheet."""
    rows: list[tuple[Cell, ...]] = [cells.headers, *cells.rows]
    return "".join("\t".join(_pasted(cell) for cell in row) + "\n" for row in rows)


def to_html_table(cells: Table) -> str:
    """An HTML table for the clipboard; text cells are marked as text for spreadsheets."""
    head = "".join(f"<th>{escape(_pasted(header))}</th>" for header in cells.headers)
    rows = ("".join(_html_cell(cell) for cell in row) for row in cells.rows)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f'<meta charset="utf-8">\n<table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>\n"
    )


def to_csv(cells: Table) -> str:
    """Comma-separated text as programs read it: decimal dots, times as 2024-03-31T19:25."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(_machine, cells.headers))
    writer.writerows([_machine(cell) for cell in row] for row in cells.rows)
    return text.getvalue()


def xlsx_in_steps(path: Path, cells: Table) -> Generator[tuple[int, int]]:
    """Write a spreadsheet of one sheet; see `book_in_steps`."""
    return book_in_steps(path, {"": cells})


def book_in_steps(path: Path, sheets: Mapping[str, Table]) -> Generator[tuple[int, int]]:
    """Write a spreadsheet: numbers as numbers, text as text, no formulas, the headers frozen.

    ``sheets`` are tables by the names of their sheets; what is more than one sheet can hold goes on
    in another. Yields how many of how many rows are in it; the file is there at the end, or not at
    all. Refuses S906 if there is no room, S909 if it cannot be written.
    """
    # Only this form needs it, and it is no small import.
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    buffer = io.BytesIO()
    with _refusing(path), TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # Rows that are written as they come: all of them at the end would be one long step.
        workbook = Workbook(buffer, {"constant_memory": True, "tmpdir": folder})
        try:
            yield from _fill_book(workbook, sheets)
            workbook.close()
        except FileCreateError as fault:
            raise OSError(*fault.args[0].args) from fault
        finally:
            for sheet in workbook.worksheets():
                sheet.row_data_fh.close()
    write_whole(path, buffer.getvalue())


def _fill_book(workbook: Any, sheets: Mapping[str, Table]) -> Iterator[tuple[int, int]]:
    ready, count = 0, sum(len(table.rows) for table in sheets.values())
    formats = _Formats(workbook)
    for name, table in sheets.items():
        for part, cells in enumerate(_parts(table), 1):
            sheet = workbook.add_worksheet(f"{name} {part}" if part > 1 else name or None)
            for row in _fill(sheet, formats, cells):
                yield ready + row, count
            ready += len(cells.rows)


class _Formats:
    """The formats of a workbook's cells, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._known: dict[str, Any] = {}
        self.head = workbook.add_format({"bold": True, "valign": "top"})
        self.text = workbook.add_format({"valign": "top"})
        self.long = workbook.add_format({"valign": "top", "text_wrap": True})

    def number(self, pattern: str) -> Any:
        """The format of a number or a time."""
        if pattern not in self._known:
            look = {"num_format": pattern, "valign": "top"}
            self._known[pattern] = self._workbook.add_format(look)
        return self._known[pattern]


def _parts(table: Table) -> Iterator[Table]:
    """A table cut into what a sheet can hold."""
    room = MOST_ROWS - 1
    for start in range(0, max(len(table.rows), 1), room):
        yield Table(table.headers, table.rows[start : start + room])


def _fill(sheet: Any, formats: _Formats, cells: Table) -> Iterator[int]:
    """Write a table into a sheet; yields how many rows are in it."""
    widths = [len(header) for header in cells.headers]
    for column, header in enumerate(cells.headers):
        sheet.write_string(0, column, header, formats.head)
    for at, row in enumerate(cells.rows, 1):
        yield at - 1
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], len(_shown_whole(cell)))
            _put(sheet, formats, at, column, cell)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(WIDEST_COLUMN, width + 2))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(cells.rows), len(cells.headers) - 1)


def _put(sheet: Any, formats: _Formats, row: int, column: int, cell: Cell) -> None:
    match cell:
        case str():
            short = len(cell) <= WIDEST_COLUMN and "\n" not in cell
            sheet.write_string(row, column, _raw(cell), formats.text if short else formats.long)
        case datetime():
            sheet.write_datetime(row, column, cell, formats.number("dd.mm.yyyy hh:mm"))
        case Decimal() | int():
            sheet.write_number(row, column, cell, formats.number(_pattern(cell)))


def _raw(text: str) -> str:
    """Text that the library takes for its own marks of a cell in several formats, kept text."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _pattern(number: Decimal | int) -> str:
    """The spreadsheet format that shows as many decimals as were published."""
    _, _, decimals = plain(number).partition(".")
    return "0." + "0" * len(decimals) if decimals else "0"


def _shown(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.strftime("%H.%M")
    if isinstance(cell, str):
        return _one_line(cell)
    return "" if cell is None else published(cell)


def _shown_whole(cell: Cell) -> str:
    return cell.strftime("%d.%m.%Y %H:%M") if isinstance(cell, datetime) else _shown(cell)


def _pasted(cell: Cell) -> str:
    """What a spreadsheet reads back: 19.05 would become the 19th of May, so times are whole."""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    return _harmless(_one_line(cell)) if isinstance(cell, str) else _shown(cell)


def _html_cell(cell: Cell) -> str:
    style = _AS_TEXT if isinstance(cell, str) else ""
    return f"<td{style}>{escape(_pasted(cell))}</td>"


def _machine(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%dT%H:%M")
    # Python's writer leaves a lone carriage return unquoted; names are one line anyway.
    return _harmless(_one_line(cell)) if isinstance(cell, str) else plain(cell)


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula, kept text by an apostrophe."""
    return f"'{text}" if text.startswith(_MEANT_AS_FORMULA) else text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _columns(cells: Table) -> Iterable[tuple[Cell, ...]]:
    return zip(*cells.rows, strict=True) if cells.rows else [()] * len(cells.headers)


def _is_numeric(column: Iterable[Cell]) -> bool:
    return all(cell is None or isinstance(cell, int | Decimal | datetime) for cell in column)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file in one step, over an older one if there is one; text becomes UTF-8.

    Refuses S906 if there is no room, S908 over a night, S909 if it cannot be written; what was
    there before is then untouched.
    """
    with written_whole((path, content)):
        pass


@contextmanager
def written_whole(*files: tuple[Path, str | bytes]) -> Iterator[None]:
    """Files that get their names at the end of the block, or none of them if it does not end well.

    All that can fail is tried before the block begins: every byte is on the disk by then. Refuses
    like `write_whole`.
    """
    partials: list[tuple[Path, Path]] = []
    try:
        for path, content in files:
            data = content.encode("utf-8") if isinstance(content, str) else content
            with _refusing(path):
                if (partial := _partial(path)) is not None:
                    partials.append((partial, path))
                if partial is not None:
                    # What a killed desk left, or a link, which would be written through.
                    partial.unlink(missing_ok=True)
                _write(partial or path, data, "wb" if partial is None else "xb")
        yield
        for partial, path in partials:
            with _refusing(path):
                systems.replace(partial, path)
    finally:
        for partial, _ in partials:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def spare_nights(path: Path) -> None:
    """S908 where a night lies, whole or not: what goes out of one never takes the place of one."""
    # A device or a pipe would keep whoever looks into it waiting.
    if path.is_file():
        with path.open("rb") as there:
            if there.read(len(_A_NIGHT)) == _A_NIGHT:
                raise Refusal(Code.S908, file=str(path))


def _partial(path: Path) -> Path | None:
    """Where a file is written before it gets its name; None for a pipe or a device.

    Those keep their names: what is written there is gone at once.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not systems.holds(path.name):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    if path.exists() and not path.is_file():
        return None
    spare_nights(path)
    return path.with_name(f".{path.name}.part")


def _write(path: Path, data: bytes, mode: Literal["wb", "xb"]) -> None:
    with path.open(mode) as handle:
        handle.write(data)
        handle.flush()
        if path.is_file():
            os.fsync(handle.fileno())


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise refusal_of(fault, path) from fault


def refusal_of(fault: OSError, path: Path | None = None) -> Refusal:
    """S906 if there was no room for a file, S909 if it could not be written."""
    path = path or Path(fault.filename or "")
    if fault.errno == errno.ENOSPC:
        return Refusal(Code.S906, file=str(path))
    return Refusal(Code.S909, folder=str(path.parent))
