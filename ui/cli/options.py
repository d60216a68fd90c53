"""What several subcommands ask for in the same words: a file, a contest, agencies, a picture.

Declarations only; what was typed becomes the desk's own names in `arguments`.
"""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.argument("file", type=click.Path(path_type=Path))
CONTEST = click.option("--contest", metavar="C", help="A contest, by its id or name.")
AGENCIES = click.option("--agencies", metavar="A,B", help="The two agencies to set side by side.")

PICTURES = ("png", "svg", "pdf")
"""The forms a picture is saved in; written out, because `post` needs them and no charts."""


class Picture(click.ParamType[Path]):
    """A path that ends in a form a picture can be saved in."""

    name = "path"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path, refused here before anything is drawn."""
        path = Path(str(value))
        if path.suffix.lower().removeprefix(".") not in PICTURES:
            self.fail(f"{path.name}: .png, .svg, .pdf", param, ctx)
        return path
