"""The subcommand `candidates`: who stands for whom where, taken from a CSV or printed as one.

What a row means is the desk's; here a refused row is told by its line, and nothing is stored.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.facts import candidates as lists
from desk.facts.candidates import COLUMNS, CandidateList
from desk.facts.codes import Code, Refusal
from desk.file.session import Session
from desk.reading.files.csv import decode
from desk.tables import Table, to_csv
from ui.cli.arguments import read_bytes
from ui.cli.errors import Stopped, confirm, emit, stop_at, tell_refusal
from ui.cli.options import FILE
from ui.cli.proof import reading
from ui.cli.words import words


@click.command()
@FILE
@click.argument("people", required=False, type=click.Path(path_type=Path))
def candidates(file: Path, people: Path | None) -> None:
    """Take the candidates of a CSV (stdin for -), all or none; without one print those there are.

    Columns: contest,place,party,candidate; a place left empty is the whole contest, a candidate
    left empty takes away whoever stands there.
    """
    if people is None:
        with reading(file) as session:
            emit(listed(session))
        return
    data, name = read_bytes(people)
    with Session.open_file(file) as session:
        before = frozenset(session.people)
        session.set_people(session.candidates.with_(_read(data, name, session).people))
        after = frozenset(session.people)
    told = words(
        "candidates", file=file, new=len(after - before), gone=len(before - after), all=len(after)
    )
    confirm(told + "\n")


def listed(session: Session) -> str:
    """The night's candidates as the CSV that would bring them back."""
    rows = tuple((one.contest, one.place, one.party, one.name) for one in session.people)
    return to_csv(Table(COLUMNS, rows))


def _read(data: bytes, name: str, session: Session) -> CandidateList:
    """The rows of a CSV; what is refused in them is told by line, and stops."""
    try:
        found = lists.read(decode(data), session.election, session.names)
        if found.others:
            raise Refusal(Code.E156, problem="extra", columns=", ".join(found.others))
    except Refusal as refusal:
        tell_refusal(refusal, name)
        raise Stopped from refusal
    stop_at(found.refusals, name)
    return found
