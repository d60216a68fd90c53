"""A table's rows before their cells are read: what they name, and which are none of tonight's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.facts.codes import Code
from desk.reading.grammar.corrections import is_unsettled, takes_back_above
from desk.reading.grammar.times import TextNight
from desk.reading.numbers import Day, Number, Other
from desk.reading.tables.heads import Head
from desk.reading.units import AgencyName, Claimant, PlaceName, RaceName, Unit
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
    for whole, told, number in zip(cells[1:], days, rounds, strict=True):
        past = night.date is None and any((day.year or latest) < latest for day in told)
        if past or number < max(rounds) or any(night.is_tonight(day) is False for day in told):
            found.append(Code.I302)
        else:
            # `Not` above the notes may be somebody's name.
            notes = [cell for cell in whole[1:] if not _figured(cell)]
            found.append(Code.Q313 if any(map(_is_void, notes)) else None)
    return found


def _is_void(note: Sequence[Unit]) -> bool:
    """`iptal`, `teyitsiz`, `geri çekildi`: whether a note takes back what stands beside it."""
    told = " ".join(unit.fold for unit in note)
    doubted = is_unsettled(told) or takes_back_above(told)
    return doubted or any(unit.fold.startswith(_VOID) for unit in note)


def _figured(cell: Sequence[Unit]) -> bool:
    return any(isinstance(unit.data, Number) for unit in cell)


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


def cornered(cells: list[list[list[Unit]]]) -> list[list[list[Unit]]]:
    """`AA | ANKA` above `Kartal CHP 53,8 | 54,9`: the rows' names stand before their first value.

    Where each cell repeats the row's contender she is told once.
    """
    kinds = {type(unit.data) for cell in cells[0] for unit in cell[:1]}
    alike = len(kinds) == 1 and kinds <= {AgencyName, PlaceName} and all(cells[0])
    firsts = [row[0] for row in cells[1:] if row]
    ends = [cell[-1:] and cell[0] is not cell[-1] and cell[-1].data for cell in firsts]
    if not alike or not all(isinstance(end, Number) for end in ends):
        return cells
    done = [[[], *cells[0]]]
    for row in cells[1:]:
        who = [unit.data for unit in row[0] if isinstance(unit.data, Claimant)]
        values = [
            cell[1:] if len(who) == 1 and len(cell) > 1 and _same(cell[0], who[0]) else cell
            for cell in row[1:]
        ]
        done.append([row[0][:-1], row[0][-1:], *values])
    return done


def names_places(cells: Sequence[Sequence[Sequence[Unit]]], at: int) -> bool:
    """`Komşu ilçe`: a column of places behind the first, whatever contest its name means."""
    named = any(isinstance(unit.data, RaceName) for unit in cells[0][at])
    below = [unit for row in cells[1:] for cell in row[at : at + 1] for unit in cell]
    return named and any(isinstance(unit.data, PlaceName) for unit in below)


def names_sources(row: Sequence[Sequence[Unit]]) -> bool:
    """`Kaynak | ANKA | AA`: a row that tells nothing but each column's agency."""
    told = [cell for cell in row[1:] if cell]
    return bool(told) and all(
        len(cell) == 1 and isinstance(cell[0].data, AgencyName) and cell[0].data.code
        for cell in told
    )


def nested(one: Unit, two: Unit) -> bool:
    """`Adana | Seyhan`: whether one of two places lies in the other."""
    assert isinstance(one.data, PlaceName) and isinstance(two.data, PlaceName)
    around = {entry.province for entry in (*one.data.entries, *two.data.entries)}
    both = one.data.names | two.data.names
    return len(both) == 1 or bool(around & both)


def _same(unit: Unit, who: Claimant) -> bool:
    return isinstance(unit.data, Claimant) and unit.data.text == who.text


def placed(rows: list[list[list[Unit]]]) -> list[list[list[Unit]]]:
    """Rows of places: a name among them that is a person's too is a place as well (Yıldırım)."""
    firsts = [row[0][0] for row in rows if row and len(row[0]) == 1]
    twins = [one for one in firsts if isinstance(one.data, Claimant) and one.data.twins]
    known = sum(isinstance(one.data, PlaceName) for one in firsts)
    if not known or known + len(twins) < len(rows):
        return rows
    return [
        [[replace(one, data=PlaceName(one.data.twins))], *row[1:]]
        if isinstance(one.data, Claimant)
        else row
        for one, row in zip(firsts, rows, strict=True)
    ]


def are_parts(rows: Sequence[Sequence[Sequence[Unit]]], at: int) -> bool:
    """Whether a column holds counts, each at least the one to its left: all there are of them."""
    pairs = [[unit.data for cell in row[at - 1 : at + 1] for unit in cell] for row in rows]
    counts = [
        [one.value for one in pair if isinstance(one, Number) and not one.is_share]
        for pair in pairs
    ]
    return all(len(pair) == 2 and pair[0] <= pair[1] for pair in counts)
