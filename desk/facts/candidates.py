"""A list of candidates as text, from a CSV or a spreadsheet, to persons: one row a person.

Columns stand in any order under their headings, in English or Turkish. Nothing here opens a file or
changes a night; every row says for itself why it cannot be taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desk.facts import people
from desk.facts.codes import Code, Refusal
from desk.facts.election import Election
from desk.facts.names import Names
from desk.facts.people import EVERYWHERE, Person
from desk.facts.records import headed_records
from desk.turkish import fold

COLUMNS = ("contest", "place", "party", "candidate")
"""The columns of a list of candidates; the first may be left out."""

_NEEDED = COLUMNS[1:]
_HEADINGS = {
    fold(heading): column
    for column, headings in (
        ("contest", ("contest", "race", "yarış", "seçim")),
        ("place", ("place", "district", "yer", "ilçe", "belediye")),
        ("party", ("party", "parti", "partisi")),
        ("candidate", ("candidate", "name", "aday", "adayı", "ad soyad", "adı soyadı", "isim")),
    )
    for heading in headings
}


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One row as it stood, with its line; the person it means, or why it means none.

    A person without a name takes away whoever stands there.
    """

    line: int
    cells: Mapping[str, str]
    person: Person | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class CandidateList:
    """The rows of a list, and the headings of columns that are none of it."""

    rows: tuple[CandidateRow, ...]
    others: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """The persons of the rows that can be taken."""
        return tuple(row.person for row in self.rows if row.person is not None)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Why the other rows cannot be, each with its line."""
        return tuple(row.refusal for row in self.rows if row.refusal is not None)


def read(text: str, election: Election, names: Names, contest: str = "") -> CandidateList:
    """The persons of a list.

    ``contest`` is meant where a row names none; without it the night's only one is, and where it
    has several the row is refused. Refuses the whole with E156 where there is no list to speak of.
    """
    if not contest and len(election.contests) == 1:
        contest = election.contests[0].id
    records = headed_records(text.removeprefix("\ufeff"), Code.E156)
    _, headings = next(records, (0, []))
    columns = [_HEADINGS.get(fold(heading), "") for heading in headings]
    if missing := [column for column in _NEEDED if column not in columns]:
        header = ",".join(COLUMNS)
        raise Refusal(Code.E156, problem="missing", columns=", ".join(missing), header=header)
    if twice := [column for column in COLUMNS if columns.count(column) > 1]:
        raise Refusal(Code.E156, problem="extra", columns=", ".join(twice))
    others = [one for one, column in zip(headings, columns, strict=True) if one and not column]
    rows = [_row(line, columns, cells, names, contest) for line, cells in records]
    if not rows:
        raise Refusal(Code.E156, problem="empty")
    return CandidateList(tuple(_without_doubles(rows)), tuple(others))


def _row(
    line: int, columns: list[str], cells: list[str], names: Names, contest: str
) -> CandidateRow:
    named = dict.fromkeys(COLUMNS, "") | {
        column: cell for column, cell in zip(columns, cells, strict=False) if column
    }
    try:
        if any(cells[len(columns) :]):
            raise Refusal(Code.E156, problem="more_cells")
        return CandidateRow(line, named, person(named, names, contest))
    except Refusal as refusal:
        return CandidateRow(line, named, refusal=refusal.at(line=line))


def person(cells: Mapping[str, str], names: Names, contest: str) -> Person:
    """The person a row's cells mean, in ``contest`` where they name none; refuses like `read`."""
    if cells.get("contest"):
        contest = names.contest(cells["contest"])
    if not contest:
        raise Refusal(Code.E155)
    place = names.place(cells["place"], contest) if cells["place"] else EVERYWHERE
    if not cells["party"]:
        raise Refusal(Code.E132, column="party")
    party = names.party(contest, cells["party"])
    if cells["candidate"]:
        people.must_be_name(cells["candidate"])
    return Person(contest, place, party, cells["candidate"])


def _without_doubles(rows: list[CandidateRow]) -> Iterator[CandidateRow]:
    """Of two rows for one candidacy the second is refused (E153), whatever it says."""
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        if row.person is not None:
            known = first.setdefault(row.person.key, row.line)
            if known != row.line:
                said = Refusal(
                    Code.E153, text=row.cells["candidate"], other=row.cells["party"], first=known
                )
                yield CandidateRow(row.line, row.cells, refusal=said.at(line=row.line))
                continue
        yield row
