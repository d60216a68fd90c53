"""Rows of a table that are none of tonight's: another day's, or taken back beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.facts.codes import Code
from desk.reading.grammar.times import TextNight
from desk.reading.numbers import Day, Number, Other
from desk.reading.tables.heads import Head
from desk.reading.units import Unit
from desk.reading.vocabulary import UNCOUNTED

Cells = Sequence[Sequence[Unit]]

_VOID = (
    *("iptal", "yanlis", "hata", "ters", "sil", "kullanma", "eski", "sehven", "supheli"),
    *("olabilir", "dogrula", "kontrol", *UNCOUNTED),
)
"""How the words of a note begin that takes back, or doubts, what stands beside it."""
_YEARS = range(1950, 2050)


def set_aside(cells: Sequence[Cells], heads: Sequence[Head], night: TextNight) -> list[Code | None]:
    """Why each row below the headings is not tonight's, if so: left out, or asked (Q313)."""
    plain = [
        at
        for at, head in enumerate(heads)
        if not (head.holder or head.figure or head.unit or head.agency or head.day)
    ]
    rows = [[row[at] for at in plain if at < len(row)] for row in cells[1:]]
    days = [[*_days(row)] for row in rows]
    latest = max((day.year for told in days for day in told if day.year), default=0)
    column = next((at for at in plain if [unit.fold for unit in cells[0][at]] == ["tur"]), None)
    rounds = [0 if column is None else _round(row, column) for row in cells[1:]]
    found: list[Code | None] = []
    for row, told, number in zip(rows, days, rounds, strict=True):
        past = night.date is None and any((day.year or latest) < latest for day in told)
        if past or number < max(rounds) or any(night.is_tonight(day) is False for day in told):
            found.append(Code.I302)
        else:
            void = any(unit.fold.startswith(_VOID) for cell in row[1:] for unit in cell)
            found.append(Code.Q313 if void else None)
    return found


def _days(row: Cells) -> Iterator[Day]:
    """The days in cells that are no figures; a whole number may only be a year."""
    for unit in (unit for cell in row for unit in cell):
        number = unit.data
        if isinstance(number, Day):
            yield number
        elif isinstance(number, Number) and number.whole and int(number.value) in _YEARS:
            yield Day(int(number.value))


def _round(row: Cells, column: int) -> int:
    """`1. tur`, `1` below `Tur`: which round, or 0."""
    for unit in row[column] if column < len(row) else ():
        if isinstance(unit.data, Number):
            return int(unit.data.value)
        if isinstance(unit.data, Other):
            return unit.data.count
    return 0
