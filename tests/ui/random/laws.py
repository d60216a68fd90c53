"""What must hold of a night whatever was pressed: the laws that random keys are held against.

Knows files and sessions, no keys; `hands` presses them.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from desk.drafts.model import DRAFT
from desk.facts.bulletin import BulletinState
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change
from desk.file.session import Session
from desk.posts import ledger
from desk.posts.gate import obstacles
from ui.night.bridge import Bridge


def told(session: Session) -> dict[str, str]:
    """Everything a night says, by chapter."""
    election = session.election
    numbers = [entry.number for entry in ledger.entries(session)]
    return {
        "election": repr(election),
        "aliases": repr(session.aliases),
        "settings": repr(sorted(session.settings.items())),
        "acceptances": repr(sorted(session.acceptances().items())),
        "drafts": repr(sorted(session.drafts(), key=repr)),
        "bulletins": repr(
            [
                session.bulletins(contest.id, place.name)
                for contest in election.contests
                for place in election.places
            ]
        ),
        "ledger": repr(ledger.entries(session)),
        "posts": repr(ledger.posts(session, numbers)),
    }


def in_view(session: Session) -> dict[str, str]:
    """What counts: taking everything back gives this back, though the file has grown."""
    election = session.election
    kept = {name: said for name, said in session.settings.items() if not name.startswith(DRAFT)}
    return {
        "agencies": repr(election.agencies),
        "contests": repr(election.contests),
        "aliases": repr(session.aliases),
        "settings": repr(sorted(kept.items())),
        "acceptances": repr(sorted(session.acceptances().items())),
        "drafts": repr(sorted(session.drafts(), key=repr)),
        "bulletins": repr(
            [
                bulletin
                for contest in election.contests
                for place in election.places
                for bulletin in session.bulletins(contest.id, place.name)
                if bulletin.state is BulletinState.STANDING
            ]
        ),
        # What was published stays, whatever is taken back; that it was retracted goes.
        "retracted": repr([one.number for one in ledger.entries(session) if one.retracted]),
    }


def say(text: str) -> None:
    """A line on the standard output, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def digest(said: dict[str, str]) -> str:
    """A night in few letters."""
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:16]


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The chapters two nights differ in, each with where."""
    return [f"{name}: {_where(one[name], other[name])}" for name in one if one[name] != other[name]]


def _where(one: str, other: str) -> str:
    first = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    start = max(0, first - 120)
    return f"…{one[start : first + 160]}… / …{other[start : first + 160]}…"


def file_says_otherwise(session: Session) -> list[str]:
    """What somebody who opens the file at this moment reads otherwise than the session."""
    with Session.open_file(session.path, read_only=True) as reader:
        return differing(told(session), told(reader))


def left_beside(path: Path) -> list[str]:
    """Files that lie beside a night and are neither nights nor what was asked for."""
    return [
        found.name
        for found in path.parent.iterdir()
        if found.name.startswith(".") or found.name.endswith(("-journal", "-wal", "-shm"))
    ]


class Gatekeeper:
    """Stands beside the ledger and looks at each post that goes in."""

    def __init__(self, bridge: Bridge) -> None:
        self._session = bridge.session
        self._seen = {entry.number for entry in ledger.entries(bridge.session)}
        self.broken: list[str] = []
        self.new = 0
        bridge.changed.connect(self._look)

    def _look(self, change: Change) -> None:
        for number in set(change.posts) - self._seen:
            self._seen.add(number)
            self.new += 1
            (entry,) = ledger.entries(self._session, [number])
            found = obstacles(self._session, ledger.post(self._session, number))
            codes = sorted({one.code.value for one in found})
            if Code.P504.value in codes:
                self.broken.append(f"post {number} went out under the ban: {entry.headline}")
            elif codes and not entry.overruled:
                self.broken.append(f"post {number} went out against {codes}: {entry.headline}")


def take_back(bridge: Bridge, first: dict[str, str]) -> list[str]:
    """Undo to the beginning, where ``first`` must be in view, and redo all; what went wrong."""
    stack, broken = bridge.undo_stack, []
    last, steps = in_view(bridge.session), bridge.undo_stack.index()
    published = len(ledger.entries(bridge.session))
    refused: list[Refusal] = []
    bridge.refused.connect(refused.append)
    while stack.canUndo():
        title = stack.undoText()
        stack.undo()
        if refused:
            broken.append(f"undoing {title}: {refused.pop()!r}")
    if not broken:
        broken += [f"undone: {one}" for one in differing(first, in_view(bridge.session))]
    while not broken and stack.index() < steps:
        title = stack.redoText()
        stack.redo()
        if refused:
            broken.append(f"redoing {title}: {refused.pop()!r}")
    bridge.refused.disconnect(refused.append)
    if len(ledger.entries(bridge.session)) != published:
        broken.append("undo or redo has published")
    return broken or [f"redone: {one}" for one in differing(last, in_view(bridge.session))]
