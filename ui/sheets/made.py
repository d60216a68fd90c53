"""The sheets somebody wants, made one after the other as they are asked for, findings in words.

Neither a window nor a printer is known here: both, and the command line, take sheets from this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk import turkish
from desk.facts.election import Election
from desk.facts.finding import Finding
from desk.file.session import Session
from desk.rules.checks import Checks
from desk.sheets import board as sheet_board
from desk.sheets import district as sheet
from desk.sheets.model import Noted, Sheet, SheetKind
from ui.night.marked import mark_of
from ui.texts import sentences
from ui.widgets.marks import RANK

LANGUAGE = "tr"
"""Paper is for the newsroom, like the posts."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets: of these places, or one board of all of them."""

    kind: SheetKind
    contest: str
    pair: tuple[str, str]
    places: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many sheets there will be."""
        return 1 if self.kind is SheetKind.BOARD else len(self.places)


def made(session: Session, checks: Checks, wanted: Wanted) -> Iterator[Sheet]:
    """The sheets, each made when it is asked for. KeyError for a contest or place unknown."""
    contest, pair = wanted.contest, wanted.pair
    if wanted.kind is SheetKind.BOARD:
        marks = {
            place.name: _open_marks(checks, _found(session, checks, wanted, place.name))
            for place in session.election.held(contest)
        }
        yield sheet_board.board(session, contest, pair, marks)
        return
    for place in wanted.places:
        if wanted.kind is SheetKind.BLANK:
            yield sheet.blank(session, contest, place, pair)
        else:
            found = _found(session, checks, wanted, place)
            yield sheet.district(session, contest, place, pair, _noted(session, checks, found))


def all_units(election: Election, contest: str) -> tuple[str, ...]:
    """Every place of a contest that is no sum of others, in Turkish order."""
    return tuple(sorted((one.name for one in election.units(contest)), key=turkish.sort_key))


def title(session: Session, wanted: Wanted) -> str:
    """What a PDF of these sheets is called inside."""
    race = session.election.contest(wanted.contest).name_tr
    what = {SheetKind.BOARD: "bütün ilçeler", SheetKind.BLANK: "boş föy"}.get(
        wanted.kind, "ilçe föyü"
    )
    where = f"{wanted.places[0]}, " if wanted.count == 1 and wanted.places else ""
    return f"{where}{race}: {what}"


def _found(session: Session, checks: Checks, wanted: Wanted, place: str) -> list[Finding]:
    return checks.of_place(wanted.contest, place, session.night_clock())


def _noted(session: Session, checks: Checks, found: Iterable[Finding]) -> list[Noted]:
    """Findings in words: the open ones first, the worst first."""
    noted = [
        Noted(
            mark_of(one),
            one.code.value,
            sentences.finding_text(one, session.election, LANGUAGE),
            checks.accepted(one) or "",
        )
        for one in found
    ]
    return sorted(noted, key=lambda one: (bool(one.accepted), RANK[one.mark]))


def _open_marks(checks: Checks, found: Iterable[Finding]) -> str:
    """The marks of what nobody has accepted, the worst first, each once."""
    marks = {mark_of(one) for one in found if checks.accepted(one) is None}
    return "".join(sorted(marks, key=RANK.__getitem__))
