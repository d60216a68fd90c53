"""The subcommand `rehearse`: a file marked PROVA with a counted night played into it.

The night is the rehearsal's own work; here only the arguments are read and one line is said.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ui.cli_errors import emit
from ui.cli_words import words


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Which night: the same number plays the same night.",
)
@click.option(
    "--slips",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many keying errors to put in.",
)
@click.option("--until", metavar="21.30", help="Record the night up to this time.")
def rehearse(file: Path, seed: int, slips: int, until: str | None) -> None:
    """Make a rehearsal: a night played back as two agencies, in a file marked PROVA."""
    from desk import rehearsal

    with rehearsal.make(file, seed, slips, _moment(until)) as session:
        recorded = session.settings.get(rehearsal.PLAYED)
        put = len(rehearsal.planted(session))
    key = "rehearsed" if recorded else "rehearsed_nothing"
    until_said = recorded and f"{datetime.fromisoformat(recorded):%H.%M}"
    emit(words(key, file=file, seed=seed, until=until_said, slips=put) + "\n")


def _moment(until: str | None) -> datetime | None:
    from desk import catalog, rehearsal
    from desk.figures import read_clock

    if until is None:
        return None
    return catalog.load(rehearsal.election()).moment(read_clock(until))
