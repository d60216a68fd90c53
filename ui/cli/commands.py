"""The subcommands: make a night, record figures, compare, write a post, back up.

Each says what it did in one line or prints what was asked; the rules are the desk's own, and no Qt
enters.
"""

from __future__ import annotations

from pathlib import Path

import click

from ui.cli.chart import chart
from ui.cli.check import check, set_value
from ui.cli.errors import emit
from ui.cli.posts import liveblog, post
from ui.cli.read import read
from ui.cli.rehearse import rehearse
from ui.cli.sheet import sheet
from ui.cli.words import language_name, words

FILE = click.argument("file", type=click.Path(path_type=Path))
AGENCIES = click.option("--agencies", metavar="A,B", help="The two agencies to set side by side.")
CONTEST = click.option("--contest", metavar="C", help="A contest, by its id or name.")


def add_to(group: click.Group) -> None:
    """Give the group its subcommands."""
    for command in (
        new,
        record,
        read,
        compare,
        check,
        post,
        liveblog,
        backup,
        chart,
        sheet,
        set_value,
        rehearse,
    ):
        group.add_command(command)


@click.command()
@FILE
@click.option("--election", required=True, metavar="ID|JSON", help="Which election, or its file.")
def new(file: Path, election: str) -> None:
    """Make a new night for an election."""
    from desk.facts import catalog
    from desk.file.session import Session

    chosen: str | Path = Path(election) if election.lower().endswith(".json") else election
    with Session.create(file, catalog.load(chosen)) as session:
        made = session.election
    _said(
        "created",
        file=file,
        election=language_name(made),
        places=len(made.places),
        contests=len(made.contests),
    )


@click.command()
@FILE
@click.argument("figures", required=False, type=click.Path(path_type=Path))
def record(file: Path, figures: Path | None) -> None:
    """Append the figures of a CSV (stdin without one, or for -) as filed bulletins, all or none.

    Columns: as_of,agency,contest,place,item,contender,value; as_of is 2024-03-31T19:25.
    """
    from desk.facts.edits import FileBulletins
    from desk.file.session import Session
    from ui.cli import arguments as cli_input

    data, name = cli_input.read_csv(figures)
    with Session.open_file(file) as session, cli_input.lines_named(name) as lines:
        found = cli_input.bulletins(data, session, lines)
        session.record(FileBulletins(found))
    count = sum(len(bulletin.figures) for bulletin in found)
    _said("recorded", file=file, figures=count, bulletins=len(found))


@click.command()
@FILE
@CONTEST
@AGENCIES
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
)
def compare(file: Path, contest: str | None, agencies: str | None, form: str) -> None:
    """Two agencies side by side, in every place and contest they have spoken of."""
    from desk.file.session import Session
    from ui.cli import arguments as cli_input
    from ui.cli import comparison as cli_output

    with Session.open_file(file, read_only=True) as session:
        pair = cli_input.pair(session, agencies)
        sides = cli_input.sides(session, contest, pair)
        emit(cli_output.comparison(session.election, sides, pair, form, session))


@click.command()
@FILE
@click.argument("folder", type=click.Path(path_type=Path))
def backup(file: Path, folder: Path) -> None:
    """Write a verified copy into a folder."""
    from desk.file.session import Session

    with Session.open_file(file, read_only=True) as session:
        emit(f"{session.backup(folder)}\n")


def print_demo() -> None:
    """The demonstration evening on stdout: the comparison, then the post."""
    import tempfile

    from desk.facts.post import Ask, PostKind
    from desk.posts.compose import compose
    from desk.rehearsal import demo
    from ui.cli import (
        arguments as cli_input,
    )
    from ui.cli import (
        comparison as cli_output,
    )
    from ui.cli import (
        posts as cli_posts,
    )

    with (
        tempfile.TemporaryDirectory(prefix="secim-masasi-") as folder,
        demo.make(Path(folder) / "demo.secim") as session,
    ):
        pair = cli_input.pair(session, None)
        sides = cli_input.sides(session, None, pair)
        emit(cli_output.comparison(session.election, sides, pair, "table") + "\n")
        asked = cli_input.asked(session)
        ask = Ask(asked.contest, asked.places, asked.pair, asked.at)
        made = compose(session, PostKind.COMPARISON, ask)
        cli_posts.tell_found(session, PostKind.COMPARISON, ask, made, publish=False)
        emit(cli_posts.written(made, "text"))


def _said(key: str, **values: object) -> None:
    emit(words(key, **values) + "\n")
