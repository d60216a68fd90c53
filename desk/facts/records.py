"""The rows of a text that parts its cells by a mark, as spreadsheets write them.

What the cells mean is said by whoever reads the table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from desk.facts.figures import clean


def records(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Records that are not blank, each with the line it begins on.

    None, and nothing behind it, where a quotation mark is left open: it would swallow what follows.
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
        if any(cells):
            yield line, cells
