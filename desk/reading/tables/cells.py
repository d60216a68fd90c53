"""Where a text has tables: runs of lines with one separator under a row of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Rows:
    """Lines ``first`` to ``last`` of a text; each row is its cells' ranges.

    ``doubled``: the second row is a heading too (`AA | AA | ANKA | ANKA` above parties).
    """

    first: int
    last: int
    rows: list[list[tuple[int, int]]] = field(default_factory=list)
    doubled: bool = False

    def years(self, text: str) -> list[int]:
        """The years its headings name."""
        (start, _), (_, end) = self.rows[0][0], self.rows[0][-1]
        return [int(year) for year in YEAR.findall(text[start:end])]


_SEPARATORS = ("\t", "|", ";", ",", "  ")


_LEAST_CELLS = 2


_RULE = set("-|:+= \t")


YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


_CLOCKS = re.compile(r"\b[0-2]?[0-9][.:][0-5][0-9]\b|\b[12]\. tur|\b[0-9]{1,2} [A-ZÇŞİa-z]+")


_STAMP = re.compile(r"[0-2]?[0-9][.:][0-5][0-9] *\|")


def find_grids(text: str, spans: Sequence[tuple[int, int]]) -> list[Rows]:
    """Runs of lines with the same separator whose first row is a heading without figures."""
    grids: list[Rows] = []
    index = 0
    while index < len(spans):
        grid = _grid_at(text, spans, index)
        if grid is None:
            index += 1
            continue
        grids.append(grid)
        index = grid.last + 1
    return grids


def _grid_at(text: str, spans: Sequence[tuple[int, int]], index: int) -> Rows | None:
    start, end = spans[index]
    line = text[start:end]
    separator = next((mark for mark in _SEPARATORS if mark in line), "")
    line = line.strip()
    if not separator or any(char.isdigit() for char in _CLOCKS.sub("", YEAR.sub("", line))):
        return None
    if separator == "," and (line.count(",") < 2 or ", " in line or line[-1] in ".:;!?"):
        return None
    rows = [_cells(text, start, end, separator)]
    if separator == "|" and len(rows[0]) == _LEAST_CELLS and _STAMP.match(line):
        # `22.48 | Fatih'te ...`: an entry of a liveblog.
        return None
    if separator == "  " and text[max(0, start - 2) : start] == "  ":
        # The corner of an aligned table is left blank.
        rows[0].insert(0, (start, start))
    if sum(stop > begin for begin, stop in rows[0]) < _LEAST_CELLS:
        return None
    grid = Rows(index, index, rows)
    for position in range(index + 1, len(spans)):
        if not _takes_row(grid, text, *spans[position], separator):
            break
        grid.last = position
    broken = separator == "," and any(len(row) != len(rows[0]) for row in rows)
    if broken or len(rows) < 2 + grid.doubled or not _has_digits(text, rows[1:]):
        return None
    return grid


def _takes_row(grid: Rows, text: str, begin: int, stop: int, separator: str) -> bool:
    """Whether a line is the table's next row; a line of dashes is one without cells."""
    rows = grid.rows
    if separator not in text[begin:stop]:
        return False
    cells = _cells(text, begin, stop, separator)
    if len(rows) == 1 and _is_heading(text, cells) and _spans(text, rows[0], cells):
        grid.doubled = True
    elif len(cells) > len(rows[0]) or _is_heading(text, cells):
        return False
    if not set(text[begin:stop]) <= _RULE:
        rows.append(cells)
    return True


def _spans(text: str, above: Sequence[tuple[int, int]], below: Sequence[tuple[int, int]]) -> bool:
    """Whether each heading of a row stands above several of the row below it."""
    over, under = ([text[start:end] for start, end in row[1:]] for row in (above, below))
    pairs = set(zip(over, under, strict=False))
    alike = len(over) == len(under) == len(pairs) and all(over) and all(under)
    return alike and len(over) > 3 and all(over.count(name) > 1 for name in over)


def _has_digits(text: str, rows: Sequence[Sequence[tuple[int, int]]]) -> bool:
    return any(char.isdigit() for row in rows for start, end in row for char in text[start:end])


def _is_heading(text: str, cells: Sequence[tuple[int, int]]) -> bool:
    """Whether a row without any digit names at least two columns: the next table begins."""
    words = [text[start:end] for start, end in cells]
    named = sum(any(char.isalpha() for char in word) for word in words)
    return named >= _LEAST_CELLS and not any(char.isdigit() for char in "".join(words))


def _cells(text: str, start: int, end: int, separator: str) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    if separator == "|":
        # A bar at either end frames the row, it parts no cells.
        line = text[start:end]
        start += len(line) - len(line.lstrip(" ").removeprefix("|"))
        end = max(start, end - (len(line) - len(line.rstrip(" ").removesuffix("|"))))
    begin, quoted = start, False
    for position in range(start, end + 1):
        if position < begin:
            continue
        if position < end and text[position] == '"':
            quoted = not quoted
        if position == end or (not quoted and text.startswith(separator, position)):
            left, right = begin, position
            while left < right and text[left] in ' "':
                left += 1
            while right > left and text[right - 1] in ' "':
                right -= 1
            cells.append((left, right))
            begin = position + 1
            while separator == "  " and begin < end and text[begin] == " ":
                begin += 1
    return cells
