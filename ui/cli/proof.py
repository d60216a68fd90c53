"""A night opened to be read, and the subcommands `verify` and `restore`.

What is proved and how, and what a backup is, is the desk's; here it is told in lines.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from desk.facts.codes import Code, Refusal
from desk.file import backups
from desk.file.backups import Backup
from desk.file.session import Session
from ui.cli.errors import Misuse, confirm, emit, tell, tell_refusal
from ui.cli.options import FILE
from ui.cli.words import words

BROKEN = 1
"""Exit status where the chain does not hold."""


def reading(file: Path) -> Session:
    """Open a night to read in it; where its chain does not hold, stderr says so."""
    # All of it at once: whoever types in it is not kept waiting while it is read.
    session = Session.open_file(file, read_only=True, mirror=True)
    if session.broken is not None:
        tell_refusal(session.broken)
    return session


def leaving(file: Path) -> Session:
    """A night opened for what is to go out of it; S917 where its chain does not hold."""
    session = Session.open_file(file, read_only=True, mirror=True)
    try:
        session.must_be_proved()
    except Refusal:
        session.close()
        raise
    return session


@click.command()
@FILE
def verify(file: Path) -> int:
    """Hold everything filed and published against the chain of digests it was sealed with."""
    with Session.open_file(file, read_only=True, mirror=True) as session:
        proof = session.proof
    assert proof is not None
    if proof.broken is not None:
        emit(words("not_whole", file=file, where=proof.broken) + "\n")
        return BROKEN
    if proof.unsealed:
        tell(words("sealed_now"))
    told = words(
        "whole", file=file, bulletins=proof.bulletins, posts=proof.posts, digest=proof.digest
    )
    confirm(told + "\n")
    return 0


@click.command()
@FILE
@click.argument("number", required=False, type=click.IntRange(min=1))
def restore(file: Path, number: int | None) -> None:
    """List the backups of a night, the newest first; with NUMBER put that one back.

    What lies there is not deleted: it is given another name.
    """
    if file.exists() and not file.is_file():
        raise Refusal(Code.S901, file=str(file))
    # Where the window keeps them is one of its preferences, which Qt reads.
    from ui.night.preferences import Preferences

    found = backups.of_night(file, (Preferences().backup_folder(), file.parent))
    if not found:
        raise Misuse("no_backups", file=file)
    if number is None:
        lines = [_listed(at, backup) for at, backup in enumerate(found, 1)]
        emit("".join(lines) + words("how_to_restore", file=file) + "\n")
        return
    if number > len(found):
        raise Misuse("no_such_backup", number=number, count=len(found))
    chosen = found[number - 1]
    aside = backups.put_back(file, chosen.path, datetime.now().astimezone())
    told = words("restored", file=file, backup=chosen.path)
    kept = words("moved_aside", file=aside) if aside is not None else ""
    confirm(f"{told} {kept}".rstrip() + "\n")


def _listed(at: int, backup: Backup) -> str:
    last = words("no_bulletin")
    if backup.last is not None:
        agency, place, as_of = backup.last
        last = f"{agency} {place} {as_of[11:].replace(':', '.')}"
    told = words(
        "backup",
        made=f"{backup.made:%d.%m.%Y %H.%M.%S}",
        bulletins=backup.bulletins,
        posts=backup.posts,
        last=last,
        file=backup.path,
    )
    return f"{at:>3}  {told}\n"
