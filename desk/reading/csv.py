"""Figures in from a CSV, the comparison out as rows and JSON.

What a cell may hold is decided by `figures` and `names`, how a table is written down by `tables`;
nothing here opens a file or changes a night.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.facts import figures
from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.codes import Code, Refusal
from desk.facts.edits import NewBulletin
from desk.facts.election import Election
from desk.facts.names import Names
from desk.facts.standing import Lead
from desk.file.rows import MINUTE
from desk.rules import comparison as compared
from desk.rules.discrepancies import SideBySide
from desk.rules.quick_checks import check_place
from desk.tables import Cell, Table

if TYPE_CHECKING:
    from desk.rules.checks import Checks

COLUMNS = ("as_of", "agency", "contest", "place", "item", "contender", "value")
"""The columns of a figures CSV; they may stand in any order."""

ROW_KEYS = (
    "contest",
    "place",
    "contender",
    "agency_a",
    "agency_b",
    "share_a",
    "share_b",
    "gap",
    "opened_a",
    "opened_b",
    "as_of_a",
    "as_of_b",
)
"""The columns of a comparison, one row per place and contender, as files and scripts read it."""

_DELIMITERS = ",;\t"
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")

Address = tuple[Source, datetime]


class Refusals(Exception):
    """Rows were not accepted, and so none was; ``refusals`` has one for each, in order of line."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(*self.refusals)


def decode(data: bytes) -> str:
    """A figures CSV's text. E131 names the first line that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise Refusal(Code.E131, problem="encoding", line=line) from None


def read_figures(text: str, election: Election, names: Names) -> tuple[NewBulletin, ...]:
    """The bulletins a figures CSV holds, in the order in which they begin.

    All or nothing: raises `Refusals` with every row that was not accepted.
    """
    return tuple(numbered_figures(text, election, names).values())


def numbered_figures(text: str, election: Election, names: Names) -> dict[int, NewBulletin]:
    """`read_figures`, each bulletin under the number of the line it begins on."""
    begins: dict[Address, int] = {}
    gathered: dict[Address, dict[Row, Value]] = {}
    lines: dict[tuple[Address, Row], int] = {}
    refused: list[Refusal] = []
    for line, cells in _rows(text, refused):
        try:
            address, row, value = _figure(cells, election, names)
            if first := lines.get((address, row)):
                raise Refusal(Code.E130, item=row.item.value, contender=row.contender, first=first)
        except Refusal as refusal:
            refused.append(refusal.at(line=line))
            continue
        lines[address, row] = line
        begins.setdefault(address, line)
        gathered.setdefault(address, {})[row] = value
    if not lines and not refused:
        refused.append(Refusal(Code.E133))
    if refused:
        raise Refusals(refused)
    return {
        begins[source, as_of]: NewBulletin(source, as_of, found)
        for (source, as_of), found in gathered.items()
    }


def comparison_rows(sides: Iterable[SideBySide]) -> Table:
    """One row for every place and contender with a share on either side; the columns of `ROW_KEYS`.

    Contests and contenders are codes; what was not said is None, and so is a gap without both.
    """
    rows: list[tuple[Cell, ...]] = []
    for side in sides:
        a, b = side.a, side.b
        for gap in side.gaps:
            who = (side.contest, side.place, gap.contender, a.source.agency, b.source.agency)
            when = (a.opened, b.opened, a.as_of, b.as_of)
            rows.append((*who, gap.share_a, gap.share_b, gap.gap, *when))
    return Table(ROW_KEYS, tuple(rows))


def comparison_json(sides: Sequence[SideBySide], checks: Checks | None = None) -> dict[str, Any]:
    """The comparison as scripts read it: shares as text with the digits as published.

    With the night's checks, rows also tell what may explain a gap, and a place's findings are
    those that nobody has accepted.
    """
    table = comparison_rows(sides)
    rows = [
        {key: _json(cell) for key, cell in zip(table.headers, row, strict=True)}
        for row in table.rows
    ]
    places = [_place_json(side) for side in sides if not side.is_empty]
    if checks is not None:
        for side in sides:
            compared.explain(side, checks, rows, places)
    return {"rows": rows, "places": places}


def for_people(
    table: Table, election: Election, headers: Sequence[str], language: str = "tr"
) -> Table:
    """Comparison rows with names for codes and without the agencies' own columns.

    ``headers`` are ten: contest, place, contender, then for each of share and opened and time the
    one agency and the other, the gap after the shares.
    """
    rows = []
    for contest, place, contender, _a, _b, *figures_and_times in table.rows:
        race = election.contest(str(contest))
        name = race.name_tr if language == "tr" else race.name_en
        label = election.label(race.id, str(contender))
        rows.append((name, place, label, *figures_and_times))
    return Table(tuple(headers), tuple(rows))


def _place_json(side: SideBySide) -> dict[str, Any]:
    lead_a, lead_b = side.a.lead, side.b.lead
    return {
        "contest": side.contest,
        "place": side.place,
        "leader_a": lead_a and lead_a.leader,
        "leader_b": lead_b and lead_b.leader,
        "lead_a": _points(lead_a),
        "lead_b": _points(lead_b),
        "lead_votes_a": lead_a and lead_a.votes,
        "lead_votes_b": lead_b and lead_b.votes,
        "leaders_differ": side.leaders_differ,
        "findings": list(dict.fromkeys(finding.code.value for finding in check_place(side))),
    }


def _points(lead: Lead | None) -> str | None:
    return None if lead is None or lead.points is None else figures.plain(lead.points)


def _json(cell: Cell) -> str | int | None:
    if isinstance(cell, datetime):
        return cell.strftime(MINUTE)
    return cell if cell is None or isinstance(cell, int) else figures.plain(cell)


def _figure(
    cells: Mapping[str, str], election: Election, names: Names
) -> tuple[Address, Row, Value]:
    for column in ("as_of", "agency", "contest", "place", "item"):
        _need(cells, column)
    as_of = _moment(cells["as_of"])
    agency = names.agency(cells["agency"])
    contest = names.contest(cells["contest"])
    source = Source(agency, contest, names.place(cells["place"]))
    item = names.item(cells["item"])
    contender = _contender(cells["contender"], item, contest, names)
    if item is Item.LEADER:
        if cells["value"]:
            raise Refusal(Code.E143, text=cells["value"])
        return (source, as_of), Row(item), contender
    _need(cells, "value")
    return (source, as_of), Row(item, contender), figures.read(item, cells["value"])


def _contender(text: str, item: Item, contest: str, names: Names) -> str:
    if item.per_contender or item is Item.LEADER:
        if not text:
            raise Refusal(Code.E128, item=item.value)
        return names.contender(contest, text)
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


def _rows(text: str, refused: list[Refusal]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row's cells by column, with its line; rows that are no rows go to ``refused``."""
    text = text.removeprefix("\ufeff")
    delimiter = _delimiter(text)
    columns: list[str] = []
    for line, cells in _records(text, delimiter, refused):
        if not columns:
            columns = [cell.lower() for cell in cells]
            if problem := _header_problem(columns):
                refused.append(problem.at(line=line))
                return
            continue
        # A spreadsheet pads rows with empty cells and drops the empty ones at the end.
        nameless = (cell for at, cell in enumerate(cells) if not any(columns[at : at + 1]))
        if any(nameless):
            refused.append(Refusal(Code.E131, problem="cells", line=line))
            continue
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        yield line, dict(zip(columns, padded, strict=False))


def _records(text: str, delimiter: str, refused: list[Refusal]) -> Iterator[tuple[int, list[str]]]:
    """Records that are not blank, each with the line it begins on."""
    # Strict, because a quotation mark left open would swallow the rows that follow it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [figures.clean(cell) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:
            refused.append(Refusal(Code.E131, problem="quotes", line=line))
            return
        if any(cells):
            yield line, cells


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
