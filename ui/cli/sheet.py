"""The subcommand `sheet`: districts on paper as one PDF, on a machine with no screen as well.

Sheets are the desk's, their pages `printing`'s; here arguments are read.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.cli.errors import Misuse, emit
from ui.cli.words import PROGRAM, words

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from desk.file.session import Session
    from ui.sheets.made import Wanted


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--place", "places", metavar="P", multiple=True, help="A place; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Every district, in Turkish order.")
@click.option("--board", is_flag=True, help="All districts on one sheet instead.")
@click.option("--blank", is_flag=True, help="Sheets to write on at the phone.")
@click.option("--contest", metavar="C", help="A contest, by its id or name.")
@click.option("--agencies", metavar="A,B", help="The two agencies to set side by side.")
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
    from desk.file.session import Session

    with Session.open_file(file, read_only=True) as session:
        wanted = _wanted(session, places, board, blank, contest, agencies)
        pages = _written(session, wanted, output)
    emit(words("pages_saved", file=output, pages=pages) + "\n")


def _wanted(
    session: Session,
    places: tuple[str, ...],
    board: bool,
    blank: bool,
    contest: str | None,
    agencies: str | None,
) -> Wanted:
    from desk.charts import ask
    from desk.sheets.model import SheetKind
    from ui.cli import arguments as cli_input
    from ui.sheets import made as sheets_made

    kind = SheetKind.BOARD if board else SheetKind.BLANK if blank else SheetKind.DISTRICT
    named = session.names.contest(contest) if contest else ""
    # The first contest anybody has spoken of, as the charts have it.
    asked = ask(session, "lead", contest=named, agencies=cli_input.pair(session, agencies))
    chosen = tuple(dict.fromkeys(session.names.place(place) for place in places))
    every = sheets_made.all_districts(session.election)
    return sheets_made.Wanted(kind, asked.contest, asked.pair, chosen or every)


def _written(session: Session, wanted: Wanted, output: Path) -> int:
    """The PDF on the disk; returns how many pages it has."""
    from desk.rules.checks import Checks
    from ui.sheets import made as sheets_made

    try:
        from ui.sheets import printing

        application = _without_screen()
    except ImportError as fault:
        raise Misuse("no_pages", reason=str(fault)) from fault
    sheets = sheets_made.made(session, Checks(session), wanted)
    with _stopped_cleanly():
        *_, pages = printing.to_pdf(output, sheets, sheets_made.title(session, wanted))
    del application
    return pages


@contextmanager
def _stopped_cleanly() -> Iterator[None]:
    """Whoever ends the process politely ends it like Ctrl+C: with no half file left behind."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _without_screen() -> QCoreApplication:
    """What Qt needs for letters: an application, and no display even where there is one."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    # As it starts, Qt tells of locales that are not UTF-8; nothing here depends on one.
    qInstallMessageHandler(lambda *_: None)
    application = QGuiApplication.instance() or QGuiApplication([PROGRAM, "-platform", "offscreen"])
    qInstallMessageHandler(None)
    return application
