"""The subcommand `liveblog`: every post that went out, as a page and a feed in a folder.

What stands on the page is the desk's; here each file written is named.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.liveblog import page
from ui.cli.errors import confirm
from ui.cli.options import FILE
from ui.cli.proof import leaving
from ui.cli.words import words


@click.command()
@FILE
@click.option(
    "-o", "--output", "folder", required=True, type=click.Path(path_type=Path), metavar="DIR"
)
@click.option("--no-pictures", is_flag=True, help="Leave the charts out.")
def liveblog(file: Path, folder: Path, no_pictures: bool) -> None:
    """Write every published post, newest first, as one HTML page, with pictures and a feed."""
    with leaving(file) as session:
        for path in page.write(session, folder, pictures=not no_pictures):
            confirm(words("saved", file=path) + "\n")
