"""The subcommand `record`: the figures of a CSV, filed as bulletins.

What a row means is the desk's; here a refused row is told by its line, and nothing is stored.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileBulletins, NewBulletin
from desk.file.session import Session
from desk.reading import csv as exchange
from ui.cli.errors import Stopped, confirm, tell_refusal
from ui.cli.options import FILE
from ui.cli.words import words


@click.command()
@FILE
@click.argument("figures", required=False, type=click.Path(path_type=Path))
def record(file: Path, figures: Path | None) -> None:
    """Append the figures of a CSV (stdin without one, or for -) as filed bulletins, all or none.

    Columns: as_of,agency,contest,place,item,contender,value; as_of is 2024-03-31T19:25.
    """
    data, name = _read(figures)
    with Session.open_file(file) as session, _lines_named(name) as lines:
        found = _bulletins(data, session, lines)
        session.record(FileBulletins(found))
    count = sum(len(bulletin.figures) for bulletin in found)
    confirm(words("recorded", file=file, figures=count, bulletins=len(found)) + "\n")


def _read(path: Path | None) -> tuple[bytes, str]:
    """The bytes of a figures CSV and what to call it; `-` or nothing is stdin."""
    if path is None or str(path) == "-":
        return sys.stdin.buffer.read(), "stdin"
    try:
        return path.read_bytes(), str(path)
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None


@contextmanager
def _lines_named(name: str) -> Iterator[list[int]]:
    """Tell every refused row by its line in the file called ``name``.

    The list takes the lines the bulletins begin on: the file itself may refuse one of them.
    """
    lines: list[int] = []
    try:
        yield lines
    except exchange.Refusals as refused:
        for refusal in refused.refusals:
            tell_refusal(refusal, name)
        raise Stopped from refused
    except Refusal as refusal:
        position = refusal.values.get("position")
        if isinstance(position, int):
            refusal = refusal.at(line=lines[position])
        tell_refusal(refusal, name if "line" in refusal.values else "")
        raise Stopped from refusal


def _bulletins(data: bytes, session: Session, lines: list[int]) -> tuple[NewBulletin, ...]:
    """The bulletins of a figures CSV; ``lines`` gets the line each of them begins on."""
    text = exchange.decode(data)
    numbered = exchange.numbered_figures(text, session.election, session.names)
    lines[:] = numbered
    return tuple(numbered.values())
