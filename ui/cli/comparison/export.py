"""The subcommand `export`: the whole night as one spreadsheet.

What stands in it is `ui.night.workbook`'s.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.rules.checks import Checks
from ui.cli.errors import Misuse, confirm
from ui.cli.options import FILE
from ui.cli.proof import leaving
from ui.cli.words import words
from ui.night.workbook import write_in_steps


@click.command()
@FILE
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="X.xlsx",
    type=click.Path(path_type=Path),
    help="The spreadsheet.",
)
def export(file: Path, output: Path) -> None:
    """Write the whole night as a spreadsheet, in Turkish words.

    A sheet each for comparison, bulletins, figures, findings and posts. What was there under the
    spreadsheet's name stays until the new one is whole.
    """
    if output.suffix.lower() != ".xlsx":
        raise Misuse("not_xlsx", file=output)
    with leaving(file) as session:
        for _ in write_in_steps(output, session, Checks(session)):
            pass
    confirm(words("saved", file=output) + "\n")
