"""The subcommand `sheet`: districts on paper as one PDF, on a machine with no screen as well.

Sheets are the desk's, their pages those of `pages`; here arguments are read.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.charts import ask
from desk.file.session import Session
from desk.sheets.model import SheetKind
from ui.cli.arguments import contest_at, pair
from ui.cli.errors import Misuse, confirm
from ui.cli.options import AGENCIES, CONTEST, FILE
from ui.cli.proof import leaving
from ui.cli.words import words
from ui.sheets import made as sheets_made


@click.command()
@FILE
@click.option("--place", "places", metavar="P", multiple=True, help="A place; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Every district, in Turkish order.")
@click.option("--board", is_flag=True, help="All districts on one sheet instead.")
@click.option("--blank", is_flag=True, help="Sheets to write on at the phone.")
@CONTEST
@AGENCIES
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="X.pdf",
    type=click.Path(path_type=Path),
    help="The PDF.",
)
def sheet(
    file: Path,
    places: tuple[str, ...],
    every: bool,
    board: bool,
    blank: bool,
    contest: str | None,
    agencies: str | None,
    output: Path,
) -> None:
    """Print districts on A4, a page or two each, into one PDF; Turkish, like the posts.

    What was there under the PDF's name stays until the new one is whole.
    """
    if (bool(places), every, board).count(True) != 1:
        raise Misuse("no_sheet")
    if board and blank:
        raise Misuse("board_blank")
    if output.suffix.lower() != ".pdf":
        raise Misuse("not_pdf", file=output)
    with leaving(file) as session:
        wanted = _wanted(session, places, board, blank, contest, agencies)
        pages = _written(session, wanted, output)
    confirm(words("pages_saved", file=output, pages=pages) + "\n")


def _wanted(
    session: Session,
    places: tuple[str, ...],
    board: bool,
    blank: bool,
    contest: str | None,
    agencies: str | None,
) -> sheets_made.Wanted:
    kind = SheetKind.BOARD if board else SheetKind.BLANK if blank else SheetKind.DISTRICT
    # Without places the first contest anybody has spoken of, as the charts have it.
    named = session.names.contest(contest) if contest else ""
    named = contest_at(session, contest, places) if places else named
    asked = ask(session, "lead", contest=named, agencies=pair(session, agencies))
    chosen = tuple(dict.fromkeys(session.names.place(place, named) for place in places))
    every = sheets_made.all_units(session.election, asked.contest)
    return sheets_made.Wanted(kind, asked.contest, asked.pair, chosen or every)


def _written(session: Session, wanted: sheets_made.Wanted, output: Path) -> int:
    """The PDF on the disk; returns how many pages it has."""
    try:
        from ui.cli.pictures import pages
    except ImportError as fault:
        raise Misuse("no_pages", reason=str(fault)) from fault
    return pages.write(session, wanted, output)
