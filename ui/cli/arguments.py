"""Arguments and figures as they were typed, to the desk's own names and values.

Nothing is written here, and nothing is guessed: what does not fit is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk.facts.codes import Code, Refusal
from desk.facts.edits import NewBulletin
from desk.facts.figures import read_clock
from desk.file.session import Session
from desk.reading import csv as exchange
from desk.rules.discrepancies import SideBySide, compare_all, pair_of, telling
from ui.cli.errors import Misuse, Stopped, tell_refusal


@dataclass(frozen=True, slots=True)
class PostAsked:
    """What a post is to be about; ``at`` None is the evening as it stands."""

    contest: str
    pair: tuple[str, str]
    places: tuple[str, ...]
    at: datetime | None


def read_csv(path: Path | None) -> tuple[bytes, str]:
    """The bytes of a figures CSV and what to call it; `-` or nothing is stdin."""
    if path is None or str(path) == "-":
        return sys.stdin.buffer.read(), "stdin"
    try:
        return path.read_bytes(), str(path)
    except FileNotFoundError:
        raise Refusal(Code.S900, file=str(path)) from None


@contextmanager
def lines_named(name: str) -> Iterator[list[int]]:
    """Tell every refused row by its line in the file called ``name``.

    The list takes the lines the bulletins begin on: the file itself may refuse one of them.
    """
    lines: list[int] = []
    try:
        yield lines
    except exchange.Refusals as refused:
        for refusal in refused.refusals:
            tell_refusal(refusal, name)
        raise Stopped from refused
    except Refusal as refusal:
        position = refusal.values.get("position")
        if isinstance(position, int):
            refusal = refusal.at(line=lines[position])
        tell_refusal(refusal, name if "line" in refusal.values else "")
        raise Stopped from refusal


def bulletins(data: bytes, session: Session, lines: list[int]) -> tuple[NewBulletin, ...]:
    """The bulletins of a figures CSV; ``lines`` gets the line each of them begins on."""
    text = exchange.decode(data)
    numbered = exchange.numbered_figures(text, session.election, session.names)
    lines[:] = numbered
    return tuple(numbered.values())


def pair(session: Session, agencies: str | None) -> tuple[str, str]:
    """Two agencies: those named, else the first two of the file."""
    if agencies is None:
        return pair_of(session)
    named = dict.fromkeys(session.names.agency(name) for name in _listed(agencies, "--agencies"))
    if len(named) != 2:
        raise Misuse("two_agencies")
    return pair_of(session, named)


def sides(session: Session, contest: str | None, two: tuple[str, str]) -> tuple[SideBySide, ...]:
    """Every place either agency has spoken of, in one contest or in all of them."""
    contests = [known.id for known in session.election.contests]
    if contest is not None:
        contests = [session.names.contest(contest)]
    found = (side for chosen in contests for side in compare_all(session, chosen, two))
    return tuple(side for side in found if not side.is_empty)


def asked(
    session: Session,
    places: str | None = None,
    agencies: str | None = None,
    contest: str | None = None,
    at: str | None = None,
) -> PostAsked:
    """A post's subject. Without places: the districts where both agencies give shares, else
    every place with data, in Turkish order."""
    from desk.facts.post import PostKind
    from desk.posts.compose import usual

    house = usual(session, PostKind.COMPARISON) if agencies is None else ()
    two = pair_of(session, house) if house else pair(session, agencies)
    race = session.names.contest(contest) if contest else session.election.contests[0].id
    moment = None if at is None else session.election.moment(read_clock(at))
    if places is not None:
        names = (session.names.place(name) for name in _listed(places, "--places"))
        return PostAsked(race, two, tuple(dict.fromkeys(names)), moment)
    return PostAsked(race, two, telling(session, race, two, moment), moment)


def _listed(text: str, option: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise Misuse("empty_list", what=option)
    return names
