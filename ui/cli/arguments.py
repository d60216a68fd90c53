"""What was typed, as the desk's own names and values: agencies, lists.

Nothing is written here, and nothing is guessed: what does not fit is refused.
"""

from __future__ import annotations

from desk.file.session import Session
from desk.rules.discrepancies import pair_of
from ui.cli.errors import Misuse


def pair(session: Session, agencies: str | None) -> tuple[str, str]:
    """Two agencies: those named, else the first two of the file."""
    if agencies is None:
        return pair_of(session)
    named = dict.fromkeys(session.names.agency(name) for name in listed(agencies, "--agencies"))
    if len(named) != 2:
        raise Misuse("two_agencies")
    return pair_of(session, named)


def listed(text: str, option: str) -> list[str]:
    """The names of a list with commas, of which there must be one at least."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise Misuse("empty_list", what=option)
    return names
