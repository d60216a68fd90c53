"""The subcommand `chart`: a chart of a night as a picture, with what it shows in words.

The drawing is the desk's; here arguments are read and the file is written whole.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk import charts
from desk.tables import write_whole
from ui.cli.arguments import contest_at, pair
from ui.cli.errors import confirm
from ui.cli.options import AGENCIES, CONTEST, FILE, Picture
from ui.cli.proof import leaving
from ui.cli.words import words


@click.command()
@FILE
@click.argument("kind", metavar="KIND", type=click.Choice(charts.KINDS))
@click.option("--place", metavar="P", help="One place instead of every district.")
@CONTEST
@AGENCIES
@click.option(
    "--mode",
    type=click.Choice(charts.MODES),
    default=charts.MODES[0],
    show_default=True,
    help="What the tiles of a map tell.",
)
@click.option(
    "--part",
    metavar="N",
    type=click.IntRange(1),
    default=1,
    help="Which picture, where one cannot hold every district.",
)
@click.option("--size", type=click.Choice(["wide", "square"]), default="wide", show_default=True)
@click.option(
    "-o", "--output", required=True, metavar="X.png|.svg|.pdf", type=Picture(), help="The picture."
)
def chart(
    file: Path,
    kind: str,
    place: str | None,
    contest: str | None,
    agencies: str | None,
    mode: str,
    part: int,
    size: str,
    output: Path,
) -> None:
    """Draw a chart of a night: 1200x675 or 1080x1080, a PNG with twice the pixels.

    KIND is comparison, gap, lead, opened, shares, stage, baseline or map. What the picture shows
    is printed, for those who cannot see it.
    """
    with leaving(file) as session:
        race = session.names.contest(contest) if contest else ""
        race = contest_at(session, contest, (place,)) if place else race
        called = session.names.place if contest else session.names.part
        asked = charts.ask(
            session,
            kind,
            contest=race,
            place=called(place, race) if place else "",
            agencies=pair(session, agencies),
            mode=mode,
            part=part - 1,
        )
        content, drawn = charts.picture(
            session, asked, output.suffix.lower().removeprefix("."), size
        )
    write_whole(output, content)
    confirm(words("saved", file=output) + f"\n{drawn.alt}\n")
