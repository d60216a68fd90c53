"""The comparison as a wide table: a row a place, a column for each contender and agency.

It is what charting services take and what spreadsheets look up in: the heads are Turkish whatever
language the desk speaks, the places stand first. How it is written down belongs to `tables`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from desk.facts.election import Contest, Election
from desk.facts.standing import Reported
from desk.file.session import Session
from desk.rules.discrepancies import in_order, pair_of, places_in_order, reported
from desk.tables import Cell, Table

PLACE = "Yer"
"""The head of the first column."""

_CLOCK = "%H:%M"
"""An hour as spreadsheets read it: 19.25 would be a number."""


def spoken_of(
    session: Session, contest: str, agencies: Sequence[str]
) -> tuple[tuple[Reported, ...], ...]:
    """Each agency's word on every place any of them has spoken of; sums first, then in Turkish
    order."""
    told = reported(session, contest, places_in_order(session.election, contest), agencies)
    return tuple(words for words in told if any(said.topics for said in words))


def heard(session: Session, contest: str) -> tuple[str, ...]:
    """The agencies a contest is told by: the file's first two, and others that have spoken."""
    first, spoken = pair_of(session), {one.agency for one in session.latest(contest)}
    known = [agency.code for agency in session.election.agencies]
    return tuple(code for code in known if code in first or code in spoken)


def wide_rows(
    session: Session, contest: str, agencies: Sequence[str] = (), mark: str = ""
) -> Table:
    """A row a place: the shares by contender and agency, then each agency's opened share and hour.

    In a contest with seats these stand behind the shares.

    Without agencies those that have spoken in the contest. Digits are as published, what was not
    said is None; the hour is that of the shares. ``mark`` is a last column, for figures that are
    no real ones.
    """
    asked = tuple(agencies) or heard(session, contest)
    told = spoken_of(session, contest, asked)
    race = session.election.contest(contest)
    contenders = in_order(
        race, {code for words in told for said in words for code in (*said.shares, *said.seats)}
    )
    labels = _labels(session.election, race, contenders)
    seats = race.kind.has_seats
    heads = [
        PLACE,
        *(f"{label} {agency}" for label in labels for agency in asked),
        *(f"{label} sandalye {agency}" for label in labels for agency in asked if seats),
        *(f"{what} {agency}" for what in ("Açılan", "Saat") for agency in asked),
    ]
    rows = [_row(words, contenders, seats) for words in told]
    if mark:
        heads, rows = [*heads, mark], [(*row, mark) for row in rows]
    return Table(tuple(heads), tuple(rows))


def _row(words: Sequence[Reported], contenders: Sequence[str], seats: bool) -> tuple[Cell, ...]:
    return (
        words[0].source.place,
        *(said.shares.get(code) for code in contenders for said in words),
        *(said.seats.get(code) for code in contenders for said in words if seats),
        *(said.opened for said in words),
        *(_clock(said.as_of) for said in words),
    )


def _clock(moment: datetime | None) -> str | None:
    return None if moment is None else moment.strftime(_CLOCK)


def _labels(election: Election, race: Contest, contenders: Sequence[str]) -> list[str]:
    """What contenders are called; two of one name are told apart by their codes."""
    names = [election.label(race.id, code) for code in contenders]
    often = Counter(names)
    return [
        name if often[name] == 1 else f"{name} ({code})"
        for name, code in zip(names, contenders, strict=True)
    ]
