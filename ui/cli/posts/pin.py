"""The subcommands `pin` and `key-event`: what stands out on the liveblog's page, as she says.

How the page shows it is the desk's.
"""

from __future__ import annotations

from pathlib import Path

import click

from desk.facts import settings
from desk.facts.codes import Code, Refusal
from desk.facts.edits import SetSetting
from desk.file.post_rows import LedgerEntry
from desk.file.session import Session
from desk.posts import ledger
from ui.cli.errors import confirm
from ui.cli.options import FILE
from ui.cli.words import words


@click.command()
@FILE
@click.argument("post", metavar="ID", required=False)
def pin(file: Path, post: str | None) -> None:
    """Pin a published post at the top of the liveblog's page, by its name or number.

    Without ID the desk pins the newest summary or closing again.
    """
    with Session.open_file(file) as session:
        entry = None if post is None else _standing(session, post)
        session.record(SetSetting(settings.PINNED, str(entry.number) if entry else None))
    told = words("pinned", post=entry.name, headline=entry.headline) if entry else words("unpinned")
    confirm(told + "\n")


@click.command()
@FILE
@click.argument("post", metavar="ID")
@click.option("--no", is_flag=True, help="It is none, whatever its kind.")
def key_event(file: Path, post: str, no: bool) -> None:
    """Make a published post a key event of the liveblog's page, by its name or number."""
    with Session.open_file(file) as session:
        entry = _standing(session, post)
        name = settings.key_event(entry.number)
        session.record(SetSetting(name, "no" if no else settings.YES))
    told = words("no_key_event" if no else "key_event", post=entry.name, headline=entry.headline)
    confirm(told + "\n")


def _standing(session: Session, post: str) -> LedgerEntry:
    """A post that stands. E163 where there is none of the name, or it was retracted."""
    (entry,) = ledger.entries(session, (ledger.numbered(session, post),))
    if entry.retracted is not None:
        raise Refusal(Code.E163, post=post)
    return entry
