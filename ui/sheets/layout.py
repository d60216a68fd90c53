"""A sheet's blocks onto pages: where every line of text, rule and drawing stands on A4.

Worked out once in hundredths of a point, from the letters' own widths; what paints it may be a
printer, a PDF or a screen of any resolution, and gets the same pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

from desk.sheets.model import Block, Grid, Room, Sheet, SheetColumn, SheetPicture, Words

UNITS = 720
"""Units of a page in an inch."""


def mm(tenths: float) -> float:
    """Units in tenths of a millimetre."""
    return tenths * UNITS / 254


WIDTH, HEIGHT = mm(2100), mm(2970)
LEFT, TOP = mm(150), mm(110)
INNER = mm(1830)
"""The width between the margins; the left one has room for the holes of a folder."""

_HEAD = mm(178)
_FOOT = mm(105)
_BOTTOM = HEIGHT - mm(100) - _FOOT
_GAP = mm(34)
_PAD = mm(13)
_EDGE = mm(9)
_RULED = mm(85)
_SIGNED = mm(130)
_SIGNING = mm(70)
"""The least height in which a name and an hour can be written."""
_FEW = 3


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text; ``x`` is where it begins, ``y`` its base line."""

    x: float
    y: float
    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; ``ink`` is 0 for black and 255 for white."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    ink: int


@dataclass(frozen=True, slots=True)
class Ground:
    """A grey ground under a line of a table."""

    x: float
    y: float
    width: float
    height: float
    ink: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG in its frame."""

    x: float
    y: float
    width: float
    height: float
    svg: str


Mark = TextLine | Rule | Ground | Drawing


@dataclass(slots=True)
class SheetPage:
    """What stands on one page of a sheet, in the order it is painted."""

    marks: list[Mark] = field(default_factory=list)


def pages(sheet: Sheet) -> list[SheetPage]:
    """A sheet's pages, with its head and foot on every one of them."""
    flow = _Flow(sheet)
    for position, block in enumerate(sheet.blocks):
        later = sheet.blocks[position + 1 :]
        signed = any(isinstance(one, Room) and one.signed for one in later)
        flow.put(block, sum(map(_least, later)), _SIGNING if signed else 0)
    count = len(flow.done)
    for number, page in enumerate(flow.done, 1):
        _frame(sheet, page, number, count)
    return flow.done


class _Flow:
    """The place that is left, from the top of one page to the bottom of the last."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.done: list[SheetPage] = []
        self._turn()

    def _turn(self) -> None:
        self.page = SheetPage()
        self.done.append(self.page)
        self.y = TOP + _HEAD

    @property
    def _left(self) -> float:
        return _BOTTOM - self.y

    def put(self, block: Block, rest: float, signing: float) -> None:
        """Put a block where there is room; ``rest`` is what the blocks after it need at least,
        ``signing`` what is signed after them needs by itself."""
        match block:
            case Grid():
                self._grid(block, rest, signing)
            case Words():
                lines = broken(block.text, TextStyle.TEXT, INNER)
                self._need(_title(block.title) + len(lines) * _line(TextStyle.TEXT) + _GAP)
                self._heading(block.title)
                for line in lines:
                    self._say(LEFT, line, TextStyle.TEXT)
                    self.y += _line(TextStyle.TEXT)
                self.y += _GAP
            case SheetPicture():
                self._need(_least(block))
                self._heading(block.title)
                high = mm(block.height)
                self.page.marks.append(Drawing(LEFT, self.y, INNER, high, block.svg))
                self.y += high + _GAP
            case Room():
                # A page is never turned for lines to write on alone: they take what is left.
                if self._left >= _title(block.title) + (_SIGNED if block.signed else _RULED):
                    self._room(block)
                elif self._left >= _SIGNING:
                    self._sign(block)

    def _need(self, height: float) -> None:
        if height > self._left and self.y > TOP + _HEAD:
            self._turn()

    def _heading(self, text: str) -> None:
        if text:
            self._say(LEFT, text, TextStyle.HEADING)
            self.y += _title(text)

    def _say(self, x: float, text: str, style: TextStyle) -> None:
        self.page.marks.append(TextLine(x, self.y + metrics(style).ascent(), text, style))

    def _room(self, block: Room) -> None:
        self._heading(block.title)
        signed = _BOTTOM - (_SIGNED if block.signed else 0)
        y = self.y + _RULED
        while y <= signed:
            self.page.marks.append(Rule(LEFT, y, LEFT + INNER, y, 4, 150))
            y += _RULED
        self._sign(block)

    def _sign(self, block: Room) -> None:
        each = INNER / max(len(block.signed), 1)
        for number, name in enumerate(block.signed):
            x, base = LEFT + number * each, _BOTTOM - mm(12)
            self.page.marks.append(TextLine(x, base, f"{name}:", TextStyle.SMALL))
            start = x + metrics(TextStyle.SMALL).horizontalAdvance(f"{name}: ")
            self.page.marks.append(Rule(start, base, x + each - mm(40), base, 5, 60))
        self.y = _BOTTOM

    def _grid(self, grid: Grid, rest: float, signing: float) -> None:
        widths = _widths(grid.columns)
        rows = [_row(grid, number, widths) for number in range(len(grid.rows))]
        head = _header(grid.columns, widths)
        top = _title(grid.title) + head.height
        self._need(top + sum(row.height for row in rows[:_FEW]))
        self._heading(grid.title)
        self._header(grid, head, widths)
        total = sum(row.height for row in rows)
        kept = len(rows) - (self._spared(rows, total, signing) if grid.rest else 0)
        for number, row in enumerate(rows):
            if number == kept:
                self._rest(grid, len(rows) - number)
                break
            last_page = len(self.done) >= self._sheet.pages
            fits = total + rest + _GAP <= self._left
            over = (
                _line(TextStyle.TEXT) + rest + _GAP if grid.rest and last_page and not fits else 0
            )
            if row.height + over > self._left:
                if over:
                    self._rest(grid, len(rows) - number)
                    break
                self._turn()
                self._header(grid, head, widths)
            self._cells(grid, row, widths)
            total -= row.height
        self.y += _GAP

    def _rest(self, grid: Grid, left_out: int) -> None:
        self._say(LEFT + _PAD, grid.rest.format(n=left_out), TextStyle.SLANTED)
        self.y += _line(TextStyle.TEXT)

    def _spared(self, rows: Sequence[_Row], total: float, signing: float) -> int:
        """How many of the last rows are told by their number, so that what is signed stands on the
        page it is about; none where more than a few would go, or where a page more is filled."""
        left = self._left - _GAP
        if total + signing <= left or total > self._left:
            return 0
        for count in range(1, min(_FEW, len(rows) - 1) + 1):
            spared = sum(row.height for row in rows[-count:]) - _line(TextStyle.TEXT)
            if total - spared + signing <= left:
                return count
        return 0

    def _header(self, grid: Grid, head: _Row, widths: Sequence[float]) -> None:
        if any(column.title for column in grid.columns):
            self.page.marks.append(Ground(LEFT, self.y, INNER, head.height, 226))
            self._cells(grid, head, widths)

    def _cells(self, grid: Grid, row: _Row, widths: Sequence[float]) -> None:
        x, y, marks = LEFT, self.y, self.page.marks
        for column, width, cell in zip(grid.columns, widths, row.cells, strict=True):
            room = row.height if grid.boxed else min(row.height, mm(grid.least))
            base = y + max(room - cell.height, 0) / 2 + _EDGE / 2 + metrics(cell.style).ascent()
            for line in cell.lines:
                start = x + _PAD
                if column.right:
                    start = x + width - _PAD - metrics(cell.style).horizontalAdvance(line)
                marks.append(TextLine(start, base, line, cell.style))
                base += _line(cell.style)
            if grid.boxed:
                marks.append(Rule(x, y, x, y + row.height, 6, 60))
            x += width
        self.y += row.height
        pen, ink = (6, 60) if grid.boxed else (4, 150)
        marks.append(Rule(LEFT, self.y, LEFT + INNER, self.y, pen, ink))
        if grid.boxed:
            marks.append(Rule(x, y, x, self.y, pen, ink))
            marks.append(Rule(LEFT, y, LEFT + INNER, y, pen, ink))


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: tuple[str, ...]
    style: TextStyle

    @property
    def height(self) -> float:
        return len(self.lines) * _line(self.style) + _EDGE


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[_Cell, ...]
    height: float


def _row(grid: Grid, number: int, widths: Sequence[float]) -> _Row:
    cells = []
    for column, (text, width) in enumerate(zip(grid.rows[number], widths, strict=True)):
        style = TextStyle.STRONG if (number, column) in grid.strong else TextStyle.TEXT
        cells.append(_Cell(broken(text, style, width - 2 * _PAD), style))
    height = max(cell.height for cell in cells)
    return _Row(tuple(cells), max(height, mm(grid.least)))


def _header(columns: Sequence[SheetColumn], widths: Sequence[float]) -> _Row:
    style = TextStyle.SMALL_STRONG
    cells = tuple(
        _Cell(
            tuple(
                line
                for part in column.title.split("\n")
                for line in broken(part, style, width - 2 * _PAD)
            ),
            style,
        )
        for column, width in zip(columns, widths, strict=True)
    )
    said = any(column.title for column in columns)
    return _Row(cells, max(cell.height for cell in cells) if said else 0)


def _widths(columns: Sequence[SheetColumn]) -> list[float]:
    """The columns' widths, together as wide as the page."""
    total = sum(column.width for column in columns)
    return [INNER * column.width / total for column in columns]


def _least(block: Block) -> float:
    """The least height a block needs on a page."""
    match block:
        case SheetPicture():
            return _title(block.title) + mm(block.height) + _GAP
        case Room():
            return _title(block.title) + mm(block.least)
    return _title(block.title) + 2 * _line(TextStyle.TEXT) + _GAP


def _title(text: str) -> float:
    return _line(TextStyle.HEADING) + mm(8) if text else 0


@cache
def _line(style: TextStyle) -> float:
    return metrics(style).height()


@lru_cache(maxsize=4096)
def broken(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """A text in lines no wider than this; a word that is too long for one is cut."""
    text = " ".join(text.split())
    if metrics(style).horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(_slice(text, line.textStart(), line.textLength()))
    layout.endLayout()
    return tuple(lines)


def _slice(text: str, start: int, length: int) -> str:
    """Qt counts in UTF-16, and so must whoever cuts by its counts."""
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").strip()


def _frame(sheet: Sheet, page: SheetPage, number: int, count: int) -> None:
    """The head over a page and the foot under it."""
    marks, right = page.marks, LEFT + INNER
    marks += _lines(sheet.over, LEFT, TOP, TextStyle.SMALL)
    told = sheet.facts if number == 1 else ("devamı",)
    room = INNER - max(_wide(fact, TextStyle.TEXT) for fact in told or ("",)) - 2 * _PAD
    y = TOP + _line(TextStyle.SMALL)
    marks += _lines(broken(sheet.title, TextStyle.TITLE, room)[0], LEFT, y, TextStyle.TITLE)
    below = y + _line(TextStyle.TITLE) - len(told) * _line(TextStyle.TEXT) - mm(12)
    for fact in told:
        marks += _lines(fact, right - _wide(fact, TextStyle.TEXT), below, TextStyle.TEXT)
        below += _line(TextStyle.TEXT)
    y += _line(TextStyle.TITLE) + mm(8)
    marks.append(Rule(LEFT, y, right, y, 14, 0))
    y = _BOTTOM + mm(30)
    marks.append(Rule(LEFT, y, right, y, 4, 60))
    y += mm(8)
    turn = f"{sheet.title} · sayfa {number} / {count}"
    marks += _lines(turn, right - _wide(turn, TextStyle.SMALL), y, TextStyle.SMALL)
    for line in sheet.foot:
        room = INNER - _wide(turn, TextStyle.SMALL) - mm(40)
        marks += _lines(broken(line, TextStyle.SMALL, room)[0], LEFT, y, TextStyle.SMALL)
        y += _line(TextStyle.SMALL)


def _lines(text: str, x: float, y: float, style: TextStyle) -> Iterable[TextLine]:
    return [TextLine(x, y + metrics(style).ascent(), text, style)]


def _wide(text: str, style: TextStyle) -> float:
    return metrics(style).horizontalAdvance(text)


FAMILY = "DejaVu Sans"
_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf")


class TextStyle(Enum):
    """What a line of text is: its size in tenths of a point, whether bold, whether slanted."""

    TITLE = (190, True, False)
    HEADING = (90, True, False)
    TEXT = (78, False, False)
    STRONG = (78, True, False)
    SLANTED = (78, False, True)
    SMALL = (68, False, False)
    SMALL_STRONG = (68, True, False)
    ACROSS = (1500, True, False)


@cache
def font(style: TextStyle) -> QFont:
    """The font of a style, where a unit is a tenth of a point."""
    _at_hand()
    size, bold, slanted = style.value
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setBold(bold)
    made.setItalic(slanted)
    # Widths must not depend on the pixels of what is painted on.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def metrics(style: TextStyle) -> QFontMetricsF:
    """The widths and heights of a style's letters."""
    return QFontMetricsF(font(style))


@cache
def _at_hand() -> bool:
    """Make the family known where the system lacks it."""
    if FAMILY in QFontDatabase.families():
        return True
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        return False
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    added = [QFontDatabase.addApplicationFont(str(folder / name)) for name in _FILES]
    return all(number >= 0 for number in added)
