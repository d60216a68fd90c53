"""The subcommand `record`: the figures of a CSV, filed as bulletins.

What a row means is the desk's; here a refused row is told by its line, and nothing is stored.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.session import Session
from desk.reading.files import csv as exchange
from ui.cli.arguments import read_bytes
from ui.cli.entry.figures import lines_named
from ui.cli.errors import confirm
from ui.cli.options import FILE
from ui.cli.words import words


@click.command()
@FILE
@click.argument("figures", required=False, type=click.Path(path_type=Path))
def record(file: Path, figures: Path | None) -> None:
    """Append the figures of a CSV (stdin without one, or for -) as filed bulletins, all or none.

    Columns: as_of,agency,contest,place,item,contender,value; as_of is 2024-03-31T19:25.
    """
    data, name = read_bytes(figures)
    with Session.open_file(file) as session, lines_named(name) as lines:
        found = _bulletins(data, session, lines)
        session.record(FileBulletins(found))
    count = sum(len(bulletin.figures) for bulletin in found)
    confirm(words("recorded", file=file, figures=count, bulletins=len(found)) + "\n")


def _bulletins(data: bytes, session: Session, lines: list[int]) -> tuple[NewBulletin, ...]:
    """The bulletins of a figures CSV; ``lines`` gets the line each of them begins on."""
    text = exchange.decode(data)
    numbered = exchange.numbered_figures(text, session.names)
    lines[:] = numbered
    return tuple(numbered.values())
