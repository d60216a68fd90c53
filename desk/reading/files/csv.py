"""Figures in from a CSV: a row a figure, rows of one time, agency, contest and place a bulletin.

What a cell may hold is decided by `figures` and `names`; nothing here opens a file, changes a night
or guesses, and one row that is not understood keeps all of them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from desk.facts import figures
from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import NewBulletin
from desk.facts.names import Names
from desk.facts.records import records
from desk.file.session import Session

COLUMNS = ("as_of", "agency", "contest", "place", "item", "contender", "value")
"""The columns of a figures CSV; they may stand in any order."""

MOST_KEPT = 20
"""How many refused rows are told one by one; of more, their number."""

_DELIMITERS = ",;\t"
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")

_MOST_SAME = 4_096

Address = tuple[Source, datetime]


class Refusals(Exception):
    """Rows were not accepted, and so none was; ``refusals`` has the first, in order of line.

    ``more`` is how many there are beside them: a table of nonsense must not fill the memory.
    """

    def __init__(self, refusals: Iterable[Refusal], more: int = 0) -> None:
        self.refusals, self.more = tuple(refusals), more
        super().__init__(*self.refusals)


class _Refused:
    """Refused rows as they are met."""

    def __init__(self) -> None:
        self._first: list[Refusal] = []
        self._count = 0

    def add(self, refusal: Refusal) -> None:
        """One more."""
        self._count += 1
        if self._count <= MOST_KEPT:
            self._first.append(refusal)

    def __bool__(self) -> bool:
        return self._count > 0

    def raised(self) -> Refusals:
        """All of them."""
        return Refusals(self._first, self._count - len(self._first))


def decode(data: bytes) -> str:
    """A figures CSV's text. E131 names the first line that is not UTF-8."""
    try:
        # UTF-16 of plain letters would pass: each is one of UTF-8 with a zero beside it.
        text, wrong = data.decode("utf-8"), data.find(b"\0")
    except UnicodeDecodeError as fault:
        text, wrong = "", fault.start
    if wrong >= 0:
        raise Refusal(Code.E131, problem="encoding", line=data.count(b"\n", 0, wrong) + 1)
    return text


def read_figures(text: str, names: Names) -> tuple[NewBulletin, ...]:
    """The bulletins a figures CSV holds, in the order in which they begin.

    All or nothing: raises `Refusals` with every row that was not accepted.
    """
    return tuple(numbered_figures(text, names).values())


def numbered_figures(text: str, names: Names) -> dict[int, NewBulletin]:
    """`read_figures`, each bulletin under the number of the line it begins on."""
    return {
        line: NewBulletin(source, as_of, {row: v for row, v in found.items() if v is not None})
        for line, (source, as_of), found in _gathered(text, names, removing=False)
    }


def numbered_corrections(text: str, session: Session) -> dict[int, NewBulletin]:
    """A correction of the standing bulletin of each minute, agency, contest and place.

    The figures given change, an empty value removes one, the others stay. Each under the line it
    begins on; all or nothing: raises `Refusals`, also where none stands (E148), several do (E149),
    nothing would change (E134) or nothing would be left (E136).
    """
    found: dict[int, NewBulletin] = {}
    refused = _Refused()
    gathered = _gathered(text, session.names, removing=True)
    for line, (source, as_of), changes in gathered:
        try:
            found[line] = _corrected(session, source, as_of, changes)
        except Refusal as refusal:
            refused.add(refusal.at(line=line))
    if refused:
        raise refused.raised()
    return found


def _corrected(
    session: Session, source: Source, as_of: datetime, changes: Mapping[Row, Value | None]
) -> NewBulletin:
    wrong = session.standing_at(source, as_of)
    merged = {**wrong.figures, **changes}
    figures_now = {row: value for row, value in merged.items() if value is not None}
    if not figures_now:
        raise Refusal(Code.E136, agency=source.agency, place=source.place)
    if {r: str(v) for r, v in figures_now.items()} == {r: str(v) for r, v in wrong.figures.items()}:
        time = as_of.strftime("%H.%M")
        raise Refusal(Code.E134, agency=source.agency, place=source.place, time=time)
    return NewBulletin(source, as_of, figures_now, replaces=wrong.id)


def _gathered(
    text: str, names: Names, *, removing: bool
) -> list[tuple[int, Address, dict[Row, Value | None]]]:
    """The figures of a CSV by bulletin, in the order in which they begin, with their lines.

    ``removing`` lets a value be empty: None. Raises `Refusals`.
    """
    begins: dict[Address, int] = {}
    gathered: dict[Address, dict[Row, Value | None]] = {}
    lines: dict[tuple[Address, Row], int] = {}
    refused, known = _Refused(), _Known(names)
    for line, cells in _rows(text, refused):
        try:
            address, row, value = _figure(cells, known, removing=removing)
            if first := lines.get((address, row)):
                raise Refusal(Code.E130, item=row.item.value, contender=row.contender, first=first)
        except Refusal as refusal:
            refused.add(refusal.at(line=line))
            continue
        lines[address, row] = line
        begins.setdefault(address, line)
        gathered.setdefault(address, {})[row] = value
    if not lines and not refused:
        refused.add(Refusal(Code.E133))
    if refused:
        raise refused.raised()
    return [(begins[address], address, found) for address, found in gathered.items()]


class _Known:
    """The names of a night; the same few stand in row after row."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.source = lru_cache(_MOST_SAME)(self._source)
        self.contender = lru_cache(_MOST_SAME)(names.contender)

    def _source(self, agency: str, contest: str, place: str) -> Source:
        code, race = self._names.agency(agency), self._names.contest(contest)
        return Source(code, race, self._names.place(place, race))

    def item(self, text: str) -> Item:
        """The item of a row."""
        return self._names.item(text)


def _figure(
    cells: Mapping[str, str], known: _Known, *, removing: bool
) -> tuple[Address, Row, Value | None]:
    for column in ("as_of", "agency", "contest", "place", "item"):
        _need(cells, column)
    as_of = _moment(cells["as_of"])
    source = known.source(cells["agency"], cells["contest"], cells["place"])
    item = known.item(cells["item"])
    if removing and item is Item.LEADER and not (cells["contender"] or cells["value"]):
        return (source, as_of), Row(item), None
    contender = _contender(cells["contender"], item, source, known)
    if item is Item.LEADER:
        if cells["value"]:
            raise Refusal(Code.E143, text=cells["value"])
        return (source, as_of), Row(item), contender
    if removing and not cells["value"]:
        return (source, as_of), Row(item, contender), None
    _need(cells, "value")
    return (source, as_of), Row(item, contender), figures.read(item, cells["value"])


def _contender(text: str, item: Item, source: Source, known: _Known) -> str:
    if item.per_contender or item is Item.LEADER:
        if not text:
            raise Refusal(Code.E128, item=item.value)
        return known.contender(source.contest, text, source.place)
    if text:
        raise Refusal(Code.E129, item=item.value, text=text)
    return ""


def _need(cells: Mapping[str, str], column: str) -> None:
    if not cells[column]:
        raise Refusal(Code.E132, column=column)


def _moment(text: str) -> datetime:
    # Python's own reader also takes 2024-3-31T9:5, which more likely is a slip.
    if not _MOMENT.fullmatch(text):
        raise Refusal(Code.E127, text=text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Refusal(Code.E127, text=text) from None


def _rows(text: str, refused: _Refused) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row's cells by column, with its line; rows that are no rows go to ``refused``."""
    text = text.removeprefix("\ufeff")
    delimiter = _delimiter(text)
    columns: list[str] = []
    for line, cells in records(text, delimiter):
        if cells is None:
            refused.add(Refusal(Code.E131, problem="quotes", line=line))
            return
        if not columns:
            columns = [cell.lower() for cell in cells]
            if problem := _header_problem(columns):
                refused.add(problem.at(line=line))
                return
            continue
        # A spreadsheet pads rows with empty cells and drops the empty ones at the end.
        nameless = (cell for at, cell in enumerate(cells) if not any(columns[at : at + 1]))
        if any(nameless):
            refused.add(Refusal(Code.E131, problem="cells", line=line))
            continue
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        yield line, dict(zip(columns, padded, strict=False))


def _delimiter(text: str) -> str:
    """The mark that parts the header into the most of the columns; the comma if none does."""
    header = next((line for line in text.splitlines() if line.strip(_DELIMITERS + " ")), "")

    def parted(mark: str) -> int:
        return len({figures.clean(cell).lower() for cell in header.split(mark)} & set(COLUMNS))

    return max(_DELIMITERS, key=parted)


def _header_problem(columns: Sequence[str]) -> Refusal | None:
    if missing := [column for column in COLUMNS if column not in columns]:
        header = ",".join(COLUMNS)
        return Refusal(Code.E131, problem="missing", columns=", ".join(missing), header=header)
    extra = [column for column in columns if column and column not in COLUMNS]
    extra += [column for column in COLUMNS if columns.count(column) > 1]
    if extra:
        return Refusal(Code.E131, problem="extra", columns=", ".join(extra))
    return None
