"""Where a text has tables: runs of lines with one separator under a row of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Rows:
    """Lines ``first`` to ``last`` of a text; each row is its cells' ranges.

    ``doubled``: the second row is a heading too (`AA | AA | ANKA | ANKA` above parties);
    ``bare``: only their order parts its cells, so its heading must say what they are.
    """

    first: int
    last: int
    rows: list[list[tuple[int, int]]] = field(default_factory=list)
    doubled: bool = False
    bare: bool = False

    def years(self, text: str) -> list[int]:
        """The years its headings name."""
        (start, _), (_, end) = self.rows[0][0], self.rows[0][-1]
        return [int(year) for year in YEAR.findall(text[start:end])]


_SEPARATORS = ("\t", "|", ";", ",", "  ")


_LEAST_CELLS = 2


_RULE = set("-|:+= \t")


YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


_CLOCKS = re.compile(r"\b[0-2]?[0-9][.:][0-5][0-9]\b|\b[12]\. tur|\b[0-9]{1,2} [A-ZÇŞİa-zçğıöşü]+")


_STAMP = re.compile(r"[0-2]?[0-9][.:][0-5][0-9] *\|")


def find_grids(text: str, spans: Sequence[tuple[int, int]]) -> list[Rows]:
    """Runs of lines with the same separator whose first row is a heading without figures."""
    grids: list[Rows] = []
    index = 0
    kinds = "".join(_kind(text[start:end]) for start, end in spans)
    while index < len(spans):
        grid = _grid_at(text, spans, index) or _upright_at(text, spans, kinds, index)
        grid = grid or _spaced_at(text, spans, index)
        if grid is None:
            index += 1
            continue
        grids.append(grid)
        index = grid.last + 1
    return grids


_VALUE = re.compile(
    r"%? ?[0-9]{1,3}(?:[.,]?[0-9]{3})*(?:[.,][0-9]{1,2})? ?(?:%|oy)?"
    r"|[0-9.]{1,7} ?/ ?[0-9.]{1,7}|[-–—]"
)
_NAME = re.compile(r"[^0-9:;!?]{1,40}(?<![.,])")
_HEADING = re.compile("n{2,16}(?=v)")
_MOST_NAMES = 3
_LEAST_COLUMNS = 3


def is_value(cell: str) -> bool:
    """Whether a cell is nothing but a figure, or the mark of none."""
    return _VALUE.fullmatch(cell.strip()) is not None


def _kind(line: str) -> str:
    """A line as the cell it may be: a name, a value, or none."""
    if is_value(line):
        return "v"
    return "n" if _NAME.fullmatch(line.strip()) else " "


def _upright_at(text: str, spans: Sequence[tuple[int, int]], kinds: str, index: int) -> Rows | None:
    """A table with one cell a line: `İlçe`, `CHP`, `AKP`, `Kartal`, `54,2`, `35,8`, `Tuzla`, …

    Its heading has as many names as a row has cells, but perhaps none above the rows' names; rows
    are alike, and may be numbered.
    """
    heading = _HEADING.match(kinds, index)
    if heading is None:
        return None
    body = heading.end()
    numbered = text[slice(*spans[body])].strip() == "1"
    first = re.compile("v(n+)v(v+)" if numbered else "(v+)(n+)").match(kinds, body)
    if first is None:
        return None
    names = len(first[1] if numbered else first[2])
    row = f"vn{{{names}}}{first[2]}" if numbered else f"n{{{names}}}{first[1]}"
    width = len(first[0]) - 1 if numbered else len(first[0])
    body -= 0 if numbered else names
    rows = re.compile(f"(?:{row})+").match(kinds, body)
    bare = body - index == width - 1 and not (index and kinds[index - 1] == "n")
    if rows is None or names > _MOST_NAMES or width < _LEAST_COLUMNS:
        return None
    if len(rows[0]) < 2 * width or not (bare or body - index == width):
        return None
    corner = [(spans[index][0], spans[index][0])] if bare else []
    cells = [*corner, *spans[index : rows.end()]]
    parted = [cells[at : at + width] for at in range(0, len(cells), width)]
    return Rows(index, rows.end() - 1, parted, bare=True)


_SPACED_HEAD = re.compile(r"[^\W\d_][^\d.,:;!?|]*")
_SPACED_ROW = re.compile(
    r"([^\W\d_][^\d.,:;!?|%]{0,40}?|[0-2]?\d[.:][0-5]\d)((?: +%?\d[\d.,]*%?){2,})"
)
_GOES_ON = re.compile(r" +(?!(?:Parti|Partisi|Refah|Oy|Oyu|Oranı)\b|(?<=[Aa]çılan )[Ss]andık)")
_BLANKS = re.compile(" +")
_FIGURES = re.compile(r"(?:Oy|Oran|Yüzde)\w*\b", re.IGNORECASE)


def _spaced_at(text: str, spans: Sequence[tuple[int, int]], index: int) -> Rows | None:
    """A table with single blanks: `İlçe Açılan CHP AK Parti`, `Kartal 96,2 54,3 35,8`, …"""
    heading = _SPACED_HEAD.fullmatch(text, *spans[index])
    if heading is None or index + 2 >= len(spans):
        return None
    rows: list[list[tuple[int, int]]] = []
    for start, end in spans[index + 1 :]:
        row = _SPACED_ROW.fullmatch(text, start, end) if end > start else None
        if row is None:
            break
        values = _words(text, *row.span(2), _BLANKS)
        if rows and len(values) + 1 != len(rows[0]):
            return None
        rows.append([row.span(1), *values])
    if len(rows) < _LEAST_CELLS:
        return None
    for parts in (_BLANKS, _GOES_ON):
        cells = _words(text, *spans[index], parts)
        if len(cells) == len(rows[0]):
            return Rows(index, index + len(rows), [cells, *rows], bare=True)
    return None


def _words(text: str, start: int, end: int, blanks: re.Pattern[str]) -> list[tuple[int, int]]:
    """The ranges between the blanks that part words."""
    begin, words = start, []
    for blank in blanks.finditer(text, start, end):
        words.append((begin, blank.start()))
        begin = blank.end()
    return [(one, two) for one, two in (*words, (begin, end)) if two > one]


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
    filled = all(row[-1][1] > row[-1][0] for row in rows[1:])
    if filled and rows[0][-1][0] == rows[0][-1][1] and _FIGURES.match(text, *rows[0][0]):
        # `OY | YÜZDE | |` above `CHP | 13.791.299 | %25,33 |`: the names have no heading.
        rows[0] = [(start, start), *rows[0][:-1]]
    broken = separator == "," and any(len(row) != len(rows[0]) for row in rows)
    if broken or len(rows) < 2 + grid.doubled or not _has_digits(text, rows[1:]):
        return None
    return grid


_SOURCED = re.compile(r"\|? ?(?:Kaynak|Ajans|Veri)\b", re.IGNORECASE)
"""A row that names each column's source."""


def _takes_row(grid: Rows, text: str, begin: int, stop: int, separator: str) -> bool:
    """Whether a line is the table's next row; a line of dashes is one without cells."""
    rows = grid.rows
    line = text[begin:stop]
    if separator not in line or (separator == "," and ", " in line):
        # `# Bursa, kaynak ANKA` below `Nilüfer,91,59.6`: no row of it.
        return False
    cells = _cells(text, begin, stop, separator)
    over = _filled(rows[0])
    headed = _is_heading(text, cells) or _dates(text, cells)
    if len(rows) == 1 and headed and _spans(text, over, cells):
        grid.doubled, rows[0] = True, over
    elif len(cells) > len(rows[0]) or (_is_heading(text, cells) and not _SOURCED.match(line)):
        return False
    if not set(line) <= _RULE:
        rows.append(cells)
    return True


def _filled(row: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A heading's cells with each blank one as a part of the cell to its left."""
    filled = list(row[:1])
    for start, end in row[1:]:
        filled.append((start, end) if end > start or len(filled) < _LEAST_CELLS else filled[-1])
    return filled


def _spans(text: str, above: Sequence[tuple[int, int]], below: Sequence[tuple[int, int]]) -> bool:
    """Whether each heading of a row stands above several of the row below it."""
    over, under = ([text[start:end] for start, end in row[1:]] for row in (above, below))
    pairs = set(zip(over, under, strict=False))
    alike = len(over) == len(under) == len(pairs) and all(over) and all(under)
    return alike and len(over) > 3 and all(over.count(name) > 1 for name in over)


def _has_digits(text: str, rows: Sequence[Sequence[tuple[int, int]]]) -> bool:
    return any(char.isdigit() for row in rows for start, end in row for char in text[start:end])


def _dates(text: str, cells: Sequence[tuple[int, int]]) -> bool:
    """`2019 | 2024`, `1. tur | 2. tur`, `20.00 | 21.00`: when the columns below parties are of."""
    told = [text[start:end] for start, end in cells[1:] if end > start]
    blank = bool(cells) and cells[0][0] == cells[0][1]
    return blank and len(told) > 1 and all(_CLOCKS.sub("", YEAR.sub("", one)) == "" for one in told)


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
