"""What a liveblog is made of: each published post with what was said of it since, and its picture.

The page, its data for search engines and the feed are all written from this.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk import PROVA, turkish
from desk.facts.post import Post
from desk.file.session import Session
from desk.liveblog.shown import Picture, Pictures
from desk.posts import ledger
from desk.posts.ledger import Entry, Mark

Progress = Callable[[int, int], bool]
"""Told how many posts of how many are ready; its no ends the work."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A published post as the page shows it."""

    entry: Entry
    post: Post
    marks: tuple[Mark, ...]
    picture: Picture | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not retracted."""
        return self.entry.retracted is None

    @property
    def changed(self) -> datetime:
        """When it last changed for its reader: its own time, or that of its last correction."""
        return max((self.post.time, *(mark.time for mark in self.marks)))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The posts of a liveblog, the newest first, and the map of its night."""

    shown: Sequence[Shown]
    map: Picture | None = None


def gather(
    session: Session, *, pictures: bool = True, progress: Progress | None = None
) -> Gathered | None:
    """Every post of the ledger with what was said of it since; None if that was called off.

    ``progress`` is asked before each post, the oldest first, and once when all are ready.
    """
    entries = ledger.entries(session)
    drawing = Pictures(session) if pictures else None
    ready: dict[int, Shown] = {}
    for entry in sorted(entries, key=lambda entry: entry.number):
        if progress is not None and not progress(len(ready), len(entries)):
            return None
        marks = ledger.marks_of(session, entry.number) if entry.corrected else ()
        one = Shown(entry, ledger.post(session, entry.number), marks)
        ready[entry.number] = replace(one, picture=drawing.of(one)) if drawing else one
    if progress is not None and not progress(len(ready), len(entries)):
        return None
    shown = [ready[entry.number] for entry in entries]
    pinned = summary_of(shown)
    drawn = drawing.map(pinned.post.contest) if drawing and pinned else None
    return Gathered(shown, drawn)


def summary_of(shown: Sequence[Shown]) -> Shown | None:
    """The summary to pin: the newest that stands."""
    return next((one for one in shown if one.stands and one.post.kind == "summary"), None)


def title(session: Session) -> str:
    """What the liveblog is called."""
    named = f"{session.election.name_tr}: canlı anlatım"
    return f"{PROVA}: {named}" if session.is_rehearsal else named


def intro(session: Session) -> str:
    """What a reader who comes to it is told first."""
    agencies = " ve ".join(agency.code for agency in session.election.agencies[:2])
    whose = turkish.suffixed(agencies.split()[-1], "gen").removeprefix(agencies.split()[-1])
    return f"{agencies}{whose} verileriyle dakika dakika gelişmeler. Kesin sonuçları YSK açıklar."


def begin(session: Session) -> datetime:
    """When a liveblog without posts begins: as the polls close."""
    return datetime.combine(session.election.date, session.election.polls_close)


def moment(session: Session, local: datetime) -> str:
    """A local time with the offset its zone had then."""
    return local.replace(tzinfo=session.election.tzinfo).isoformat(timespec="seconds")
