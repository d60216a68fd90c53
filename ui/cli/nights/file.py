"""The subcommands about a file itself: `new` makes one, `backup` copies it, `set` sets its ways.

The file and its settings are the desk's; each command says what it did in one line.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.facts import settings
from desk.facts.edits import SetSetting
from desk.file.session import Session
from desk.nights import loading
from ui.cli.errors import confirm, emit
from ui.cli.options import FILE
from ui.cli.proof import reading
from ui.cli.words import in_language, words


@click.command()
@FILE
@click.option("--election", required=True, metavar="ID|JSON", help="Which election, or its file.")
def new(file: Path, election: str) -> None:
    """Make a new night for an election."""
    loaded = loading.load(Path(election) if election.lower().endswith(".json") else election)
    with Session.create(file, loaded.election) as session:
        made = session.election
        if loaded.people:
            session.set_people(loaded.people)
    told = words(
        "created",
        file=file,
        election=in_language(made.name_en, made.name_tr),
        places=len(made.places),
        contests=len(made.contests),
    )
    confirm(told + "\n")


@click.command()
@FILE
@click.argument("folder", type=click.Path(path_type=Path))
def backup(file: Path, folder: Path) -> None:
    """Write a verified copy into a folder."""
    with reading(file) as session:
        confirm(f"{session.backup(folder)}\n")


@click.command("set")
@FILE
@click.argument("name", required=False)
@click.argument("value", required=False)
def set_value(file: Path, name: str | None, value: str | None) -> None:
    """Show a setting of the file, or write it; without NAME all of them."""
    if name is not None and value is not None:
        text = settings.read(name, value)
        with Session.open_file(file) as session:
            session.record(SetSetting(name, text))
        confirm(f"{name} {text}\n")
        return
    with reading(file) as session:
        kept = session.settings
        for known in settings.names() if name is None else (name,):
            shown = kept.get(known, settings.default(known))
            emit(f"{shown}\n" if name is not None else f"{known} {shown}\n")
