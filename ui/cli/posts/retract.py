"""The subcommand `retract`: a post that went out is taken back in the ledger, with a reason.

What that means for the post and for what it corrected is the desk's.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.facts.codes import Refusal
from desk.facts.edits import Retract
from desk.file.session import Session
from desk.posts import ledger
from ui.cli.errors import confirm
from ui.cli.options import FILE
from ui.cli.words import words


@click.command()
@FILE
@click.argument("post", metavar="ID")
@click.option("--reason", required=True, metavar="R", help="Why it is taken back.")
def retract(file: Path, post: str, reason: str) -> None:
    """Take a published post back, by the name or number it was published under."""
    with Session.open_file(file) as session:
        number = ledger.numbered(session, post)
        try:
            session.record(Retract((number,), reason))
        except Refusal as refusal:
            # By the name she knows it by.
            raise refusal.at(post=post) from None
        (entry,) = ledger.entries(session, (number,))
    confirm(words("retracted", post=entry.name, number=number, headline=entry.headline) + "\n")
