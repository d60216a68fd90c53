"""What was typed or given, as the desk's own names and values: agencies, lists, the text of a file.

Nothing is written here, and nothing is guessed: what does not fit is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desk.facts.catalog import MOST_BYTES, bounded, given
from desk.facts.codes import Code, Refusal
from desk.file.session import Session
from desk.rules.discrepancies import pair_of
from ui.cli.errors import Misuse
from ui.texts.sentences import system_language


def pair(session: Session, agencies: str | None) -> tuple[str, str]:
    """Two agencies: those named, else the first two of the file."""
    if agencies is None:
        return pair_of(session)
    named = dict.fromkeys(session.names.agency(name) for name in listed(agencies, "--agencies"))
    if len(named) != 2:
        raise Misuse("two_agencies")
    return pair_of(session, named)


def contest_of(session: Session, name: str | None, fits: Callable[[str], bool]) -> str:
    """The contest named; else the night's first where it fits, or the only one that does.

    ``fits`` says whether there is anything to tell of a contest. Where several others fit they are
    named, and the call is misuse; where none does it is the first.
    """
    if name:
        return session.names.contest(name)
    races = session.election.contests
    fitting = [race for race in races if fits(race.id)]
    if len(fitting) < 2 or fitting[0] is races[0]:
        return (fitting or races)[0].id
    turkish = system_language() == "tr"
    names = (f"{race.id} ({race.name_tr if turkish else race.name_en})" for race in fitting)
    told = ", ".join(names)
    raise Misuse("several_contests", contests=told)


def told_of(session: Session, places: Sequence[str] = ()) -> Callable[[str], bool]:
    """Whether there are figures of a contest: of the places that are named, or in them, or any."""

    def told(contest: str) -> bool:
        known = {source.place for source in session.latest(contest)}
        try:
            named = [session.names.part(place, contest) for place in places]
        except Refusal:
            return False
        wanted = {one.name for part in named for one in session.election.inside(part)}
        return bool(known & {*named, *wanted} if places else known)

    return told


def contest_at(session: Session, name: str | None, places: Sequence[str]) -> str:
    """The same of places that are named: by who has figures there, else by what is held there."""
    told = told_of(session, places)

    def held(contest: str) -> bool:
        try:
            return bool([session.names.part(place, contest) for place in places])
        except Refusal:
            return False

    spoken = any(told(race.id) for race in session.election.contests)
    return contest_of(session, name, told if spoken else held)


def listed(text: str, option: str) -> list[str]:
    """The names of a list with commas, of which there must be one at least."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise Misuse("empty_list", what=option)
    return names


def read_bytes(path: Path | None) -> tuple[bytes, str]:
    """The bytes of a figures CSV and what to call it; `-` or nothing is stdin."""
    name = "stdin" if path is None or str(path) == "-" else str(path)
    try:
        if path is None or name == "stdin":
            return bounded(sys.stdin.buffer, MOST_BYTES), name
        return given(path), name
    except FileNotFoundError:
        raise Refusal(Code.S900, file=name) from None
    except ValueError:
        raise Misuse("too_long", file=name, limit=MOST_BYTES // 2**20) from None


def read_text(path: Path | None) -> str:
    """The text of a file, in the one encoding that is never guessed; `-` or nothing is stdin."""
    data, name = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misuse("not_text", file=name) from None
    if "\0" in text:
        # UTF-16 of plain letters: each is one of UTF-8 with a zero beside it.
        raise Misuse("not_text", file=name)
    return text
