"""The subcommands `correct` and `withdraw`: filed bulletins replaced, or no longer to count.

Which bulletin is meant and what changes in it is the desk's to say; a refused row is told by its
line, and nothing is stored.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.facts.bulletin import Source
from desk.facts.codes import Refusal
from desk.facts.edits import FileBulletins, Withdraw
from desk.facts.figures import read_clock
from desk.file.session import Session
from desk.reading.files import csv as exchange
from ui.cli.arguments import contest_of, read_bytes
from ui.cli.entry.figures import lines_named
from ui.cli.errors import confirm
from ui.cli.options import CONTEST, FILE
from ui.cli.words import words

REASON = click.option("--reason", metavar="R", required=True, help="Why; the file keeps it.")


@click.command()
@FILE
@click.argument("figures", type=click.Path(path_type=Path))
@REASON
def correct(file: Path, figures: Path, reason: str) -> None:
    """Replace standing bulletins by the figures of a CSV, all or none.

    Each bulletin of the CSV (- for stdin) corrects the standing one of that minute, agency, contest
    and place: the figures given change, an empty value removes one, the others stay.
    """
    data, name = read_bytes(figures)
    with Session.open_file(file) as session, lines_named(name) as lines:
        numbered = exchange.numbered_corrections(exchange.decode(data), session)
        lines[:] = numbered
        found = tuple(numbered.values())
        session.record(FileBulletins(found, reason=reason))
    confirm(words("corrected", file=file, bulletins=len(found)) + "\n")


@click.command()
@FILE
@click.option("--agency", metavar="A", required=True, help="Whose bulletin it is.")
@click.option("--place", metavar="P", required=True, help="Where it is of.")
@click.option("--at", metavar="19.25", required=True, help="The bulletin's own time.")
@CONTEST
@REASON
def withdraw(
    file: Path, agency: str, place: str, at: str, contest: str | None, reason: str
) -> None:
    """Let a filed bulletin no longer count; its row stays in the file."""
    with Session.open_file(file) as session:
        names = session.names

        def stands(contest: str) -> bool:
            try:
                of = Source(names.agency(agency), contest, names.place(place, contest))
                session.standing_at(of, session.election.moment(read_clock(at)))
            except Refusal:
                return False
            return True

        race = contest_of(session, contest, stands)
        source = Source(names.agency(agency), race, names.place(place, race))
        wrong = session.standing_at(source, session.election.moment(read_clock(at)))
        session.record(Withdraw((wrong.id,), reason))
    clock = f"{wrong.as_of:%H.%M}"
    confirm(
        words("withdrawn", file=file, agency=source.agency, place=source.place, time=clock) + "\n"
    )
