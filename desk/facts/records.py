"""The rows of a text that parts its cells by a mark, as spreadsheets write them.

What the cells mean is said by whoever reads the table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from desk.facts.codes import Code, Refusal
from desk.facts.figures import clean

DELIMITERS = "\t,;"
"""What parts the cells of a list, the likeliest first."""


LONGEST_CELL = 131_072
"""Characters of a cell; `csv` has this limit too, but one that any library may lift for all."""


def headed_records(text: str, code: Code) -> Iterator[tuple[int, list[str]]]:
    """Records that are not blank, by the mark of the header; ``code`` for a quotation left open."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    for line, cells in records(text, max(DELIMITERS, key=header.count)):
        if cells is None:
            raise Refusal(code, problem="quotes", line=line)
        yield line, cells


def records(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Records that are not blank, each with the line it begins on.

    None, and nothing behind it, where a quotation mark is left open, which would swallow what
    follows, or a cell is longer than any text of a night.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [clean(cell) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:
            yield line, None
            return
        if any(len(cell) > LONGEST_CELL for cell in cells):
            yield line, None
            return
        if any(cells):
            yield line, cells
