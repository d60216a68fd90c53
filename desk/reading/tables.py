"""Tables: rows of cells under a heading, parted by tabs, bars or semicolons.

Every cell's address is what its row's and its column's headings say together; a cell without a
full address is a question. Running text never enters: that is `bind`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desk.facts.codes import Code
from desk.reading.collect import Collector
from desk.reading.items import (
    AgencyNamed,
    FigureKey,
    Key,
    LabelNamed,
    PlaceNamed,
    Punctuation,
    TextItem,
    Word,
    couple,
)
from desk.reading.lexicon import Context
from desk.reading.notation import Clock, Day, Notation, Unit, Value, clock_of
from desk.reading.scan import Scanner
from desk.reading.state import ReadingState
from desk.reading.tokens import tokenise
from desk.reading.words import Sense

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SEPARATORS = ("\t", "|", ";", "  ")
_LEAST_CELLS = 2

_FIGURES = {
    FigureKey.OPENED: "opened",
    FigureKey.BOXES: "opened",
    FigureKey.TOTAL: "total_boxes",
    FigureKey.TURNOUT: "turnout_pct",
    FigureKey.GAP: "gap",
}

_SHARE_HEADS = frozenset(["oran", "orani", "yuzde", "yuzdesi", "oylari"])
_TIME_HEADS = frozenset(["saat", "zaman"])
_NAME_HEADS = frozenset(
    [
        "ilce",
        "ilceler",
        "il",
        "iller",
        "yer",
        "sehir",
        "bolge",
        "ajans",
        "kaynak",
        "parti",
        "partiler",
    ]
)


@dataclass(frozen=True, slots=True)
class TextTable:
    """Lines ``first`` to ``last`` of a text; each row is its cells' ranges."""

    first: int
    last: int
    rows: list[list[tuple[int, int]]] = field(default_factory=list)

    def years(self, text: str) -> list[int]:
        """The years its headings name."""
        (start, _), (_, end) = self.rows[0][0], self.rows[0][-1]
        return [int(year) for year in _YEAR.findall(text[start:end])]

    def read(
        self,
        text: str,
        context: Context,
        scanner: Scanner,
        state: ReadingState,
        out: Collector,
        year: int | None,
    ) -> None:
        """Read every cell under the first row's headings."""
        cells = [
            [scanner.scan(text, tokenise(text, start, end, context.acronyms)) for start, end in row]
            for row in self.rows
        ]
        heads = [head_of(cell, year) for cell in cells[0]]
        forms = [_column_form(cells[1:], column) for column in range(len(heads))]
        before = state.snapshot()
        for row in cells[1:]:
            if len(row) < len(heads):
                # A cell above reaches down into this row: its columns are not the heading's.
                for item in (item for cell in row for item in cell):
                    if isinstance(item.data, Value):
                        out.ask(Code.Q313, item)
                continue
            _Row(row, heads, forms, state, out, year).read()
        # The last row's place and the last column's agency are not those of the text below.
        state.restore(before)


class _Row:
    """One row being read."""

    def __init__(
        self,
        cells: Sequence[list[TextItem]],
        heads: Sequence[Head],
        forms: Sequence[str],
        state: ReadingState,
        out: Collector,
        year: int | None,
    ) -> None:
        self._cells = cells
        self._heads = heads
        self._forms = forms
        self._state = state
        self._out = out
        self._year = year

    def read(self) -> None:
        """Take the row's own heading from its named cells, then give each number its address."""
        own = Head()
        labelled = any(head.label is not None for head in self._heads)
        for column, cell in enumerate(self._cells):
            if labelled and column < len(self._heads) and self._heads[column].unknown:
                # `Kazanan`: it names a contender, but the row's figures have theirs.
                continue
            if not cell or any(isinstance(item.data, Value) for item in cell):
                continue
            head = head_of(cell, self._year)
            if own.label and head.label and (pair := couple(own.label, head.label)):
                own, head = replace(own, label=pair), replace(head, label=None)
            joined = own.and_(head)
            if joined is None:
                own = replace(own, unknown=True)
                continue
            own = joined if head != Head() else own
        self._enter(own)
        for column, cell in enumerate(self._cells):
            for item in cell:
                if isinstance(item.data, Value):
                    self._cell(own, column, cell, item, item.data)

    def _enter(self, head: Head) -> None:
        if head.place is not None:
            self._state.set_place(head.place)
        if head.agency is not None:
            self._state.set_agency(head.agency)
        clock = head.clock.data if head.clock is not None else None
        if head.clock is not None and isinstance(clock, Clock) and clock.time is not None:
            self._state.set_time(clock.time, head.clock.start, head.clock.end, True)

    def _cell(
        self, own: Head, column: int, cell: list[TextItem], item: TextItem, value: Value
    ) -> None:
        head = self._heads[column] if column < len(self._heads) else Head(unknown=True)
        if head.numbering:
            return
        if head.clock is not None or head.apart is not None or own.apart is not None:
            if head.apart or own.apart:
                self._out.leave(head.apart or own.apart or Code.I307, item)
            elif (moment := clock_of(_digits(item))) is not None:
                self._state.set_time(moment, item.start, item.end, True)
            return
        both = own.and_(head)
        values = sum(isinstance(other.data, Value) for other in cell)
        if head.figure == "gap" and own.label is not None:
            self._out.leave(Code.I307, item)
            return
        if both is None or both.unknown or values > 1 or not (both.label or both.figure):
            self._out.ask(Code.Q313, item)
            return
        if _only_marks(cell) is False:
            self._out.ask(Code.Q313, item)
            return
        if head.agency is not None:
            self._state.set_agency(head.agency)
        if head.place is not None:
            self._state.set_place(head.place)
        form = self._forms[column] if column < len(self._forms) else ""
        if both.label is not None:
            self._result(both.label, item, value, both.unit or form)
        else:
            self._figure(both.figure, item, value, both.unit or form)

    def _result(self, label: TextItem, item: TextItem, value: Value, unit: str) -> None:
        kind = _kind(value, unit)
        if kind == "share" and value.over_hundred:
            self._out.ask(Code.Q304, item)
        elif kind == "share":
            self._out.result(label, item, value.share, prose=False)
        elif kind == "count":
            self._out.result(label, item, int(value.number), prose=False)
        else:
            self._out.ask(Code.Q305 if value.form is Notation.ODD else Code.Q309, item)

    def _figure(self, figure: str, item: TextItem, value: Value, unit: str) -> None:
        kind = _kind(value, unit)
        if figure == "opened":
            figure = {"share": "opened_pct", "count": "opened_boxes"}.get(kind, "")
        elif figure == "gap":
            figure = {"share": "lead_points", "count": "lead_votes"}.get(kind, "")
        if not figure or not kind or (figure.endswith("_pct") and kind != "share"):
            self._out.ask(Code.Q309, item)
        elif kind == "share" and value.over_hundred:
            self._out.ask(Code.Q304, item)
        else:
            number = value.share if kind == "share" else int(value.number)
            self._out.figure(figure, item, number)


def _kind(value: Value, unit: str) -> str:
    """Whether a cell's number is a share or a count, by its form and its column's."""
    if (
        value.form is Notation.ODD
        or value.case
        or (value.form is Notation.SPACED and value.percent)
    ):
        return ""
    if value.percent or value.form is Notation.DECIMAL:
        share = value.form in (Notation.DECIMAL, Notation.WHOLE) and unit != "count"
        return "share" if share else ""
    if value.unit in (Unit.VOTES, Unit.BOXES):
        return "count"
    if value.form is Notation.WHOLE:
        return unit
    if unit == "share":
        return ""
    return "count" if unit == "count" or value.number >= 100_000 else ""


def _digits(item: TextItem) -> str:
    number = item.data.number if isinstance(item.data, Value) else ""
    return str(number)


def _only_marks(cell: Sequence[TextItem]) -> bool:
    """Whether a cell holds its number and nothing that could change what it means."""
    return all(
        isinstance(item.data, Value)
        or (isinstance(item.data, Punctuation) and item.data.text not in "+-−/~<>±")
        or (isinstance(item.data, Word) and bool(item.data.senses & {Sense.VOTE, Sense.BOX}))
        for item in cell
    )


def _column_form(rows: Sequence[Sequence[list[TextItem]]], column: int) -> str:
    """What a column's plain whole numbers are, told by its other cells."""
    forms: Counter[str] = Counter()
    for row in rows:
        for item in row[column] if column < len(row) else ():
            if isinstance(item.data, Value):
                value = item.data
                if value.percent or value.form is Notation.DECIMAL:
                    forms["share"] += 1
                elif value.form in (Notation.GROUPED, Notation.SPOKEN) or value.number > 999:
                    forms["count"] += 1
    return next(iter(forms)) if len(forms) == 1 else ""


def find_tables(text: str, spans: Sequence[tuple[int, int]]) -> list[TextTable]:
    """Runs of lines with the same separator whose first row is a heading without numbers."""
    tables: list[TextTable] = []
    index = 0
    while index < len(spans):
        table = _table_at(text, spans, index)
        if table is None:
            index += 1
            continue
        tables.append(table)
        index = table.last + 1
    return tables


def _table_at(text: str, spans: Sequence[tuple[int, int]], index: int) -> TextTable | None:
    start, end = spans[index]
    line = text[start:end]
    separator = next((mark for mark in _SEPARATORS if mark in line), "")
    if not separator or any(char.isdigit() for char in _YEAR.sub("", line)):
        return None
    rows = [_cells(text, start, end, separator)]
    if sum(stop > begin for begin, stop in rows[0]) < _LEAST_CELLS:
        return None
    last = index
    for position in range(index + 1, len(spans)):
        begin, stop = spans[position]
        if separator not in text[begin:stop]:
            break
        cells = _cells(text, begin, stop, separator)
        if len(cells) > len(rows[0]) or _is_heading(text, cells):
            break
        if not set(text[begin:stop]) <= set("-|:+= \t"):
            rows.append(cells)
        last = position
    return TextTable(index, last, rows) if len(rows) > 1 else None


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
        end -= len(line) - len(line.rstrip(" ").removesuffix("|"))
        end = max(start, end)
    begin = start
    for position in range(start, end + 1):
        if position < begin:
            continue
        if position == end or text.startswith(separator, position):
            left, right = begin, position
            while left < right and text[left] == " ":
                left += 1
            while right > left and text[right - 1] == " ":
                right -= 1
            cells.append((left, right))
            begin = position + 1
            while separator == "  " and begin < end and text[begin] == " ":
                begin += 1
    return cells


_NAME_HEADS |= frozenset(["aday", "adaylar", "adayi", "adi", "isim", "sira", "no"])


@dataclass(frozen=True, slots=True)
class Head:
    """What a row's or a column's heading says of its cells. ``apart``: they are no figures here."""

    agency: TextItem | None = None
    place: TextItem | None = None
    label: TextItem | None = None
    figure: str = ""
    unit: str = ""
    clock: TextItem | None = None
    apart: Code | None = None
    unknown: bool = False
    numbering: bool = False

    def and_(self, other: Head) -> Head | None:
        """Both headings together, or None if they contradict each other."""
        for name in ("agency", "place", "label", "clock"):
            if getattr(self, name) is not None and getattr(other, name) is not None:
                return None
        if self.figure and other.figure and self.figure != other.figure:
            return None
        if (self.figure and other.label) or (self.label and other.figure):
            return None
        return Head(
            self.agency or other.agency,
            self.place or other.place,
            self.label or other.label,
            self.figure or other.figure,
            # `Oy Oranı`: the rate decides, votes only say of what.
            "share" if "share" in (self.unit, other.unit) else self.unit or other.unit,
            self.clock or other.clock,
            self.apart or other.apart,
            self.unknown or other.unknown,
            self.numbering or other.numbering,
        )


def head_of(cell: Sequence[TextItem], year: int | None) -> Head:
    """What a heading says; an empty one says nothing, an unknown one says so."""
    head = Head()
    for item in cell:
        part = _part(item, year)
        if part is None:
            continue
        joined = head.and_(part)
        if joined is None:
            return Head(unknown=True)
        head = joined
    return head


def _part(item: TextItem, year: int | None) -> Head | None:
    match item.data:
        case AgencyNamed(code=code):
            return Head(agency=item) if code else Head(unknown=True)
        case PlaceNamed():
            return Head(place=item)
        case LabelNamed():
            return Head(label=item)
        case Clock():
            return Head(clock=item)
        case Day(year=told):
            other = told is not None and year is not None and told < year
            return Head(apart=Code.I302) if other else None
        case Key(topic=topic, counted=counted, rated=rated):
            if topic is FigureKey.ASIDE:
                return Head(apart=Code.I305)
            if topic is FigureKey.UNCLEAR:
                return Head(unknown=True)
            unit = "share" if rated else "count" if counted else ""
            return Head(figure=_FIGURES[topic], unit=unit)
        case Word() as word:
            return _word_part(word, item)
        case Punctuation(text=mark):
            return Head(unit="share") if mark == "%" else None
        case Value():
            return None
    return Head(unknown=True)


def _word_part(word: Word, item: TextItem) -> Head | None:
    if word.fold in _TIME_HEADS:
        return Head(clock=item)
    if word.fold in _SHARE_HEADS:
        return Head(unit="share")
    if word.fold in ("oy", "oylar", "sayisi", "adet", "sayi"):
        return Head(unit="count")
    if word.fold in ("sira", "no"):
        return Head(numbering=True)
    if word.fold in _NAME_HEADS or word.fold in ("adayi", "veriler", "verileri", "sonuc"):
        return None
    if Sense.POLL in word.senses:
        return Head(apart=Code.I301)
    if Sense.EARLIER in word.senses:
        return Head(apart=Code.I302)
    if Sense.SEAT in word.senses:
        return Head(apart=Code.I304)
    if Sense.CHANGE in word.senses or Sense.POINTS in word.senses:
        return Head(apart=Code.I307)
    return Head(unknown=True)
