"""The one door: every change to a night goes through `Session.record`, and every screen reads here.

It hands on the clock, the login name and the type of what is read from, so that no other room
names SQLite. What an edit does to the rows belongs to `apply`, when they are durable to `store`;
no rule and no sentence to anybody enters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from desk.facts import edits
from desk.facts.bulletin import Bulletin, BulletinState, Draft, RawText, Source, Topic
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, Edit
from desk.facts.election import Election
from desk.facts.names import Names
from desk.facts.people import Candidates, Person, in_order
from desk.file import acceptance_rows, election_rows, people_rows, raw_text_rows, rows, store
from desk.file.apply import Stamp, carry_out
from desk.file.disk import Database
from desk.file.store import Clock, who

__all__ = ["Clock", "Database", "Session", "who"]

T = TypeVar("T")


class Session:
    """One open night. Not thread-safe: it belongs to the thread that opened it."""

    def __init__(self, opened: store.Store, clock: Clock = store.utc_now) -> None:
        self._store = opened
        self._clock = clock
        try:
            self._load()
        except BaseException as fault:
            opened.close()
            if isinstance(fault, (ValueError, LookupError, StopIteration)):
                # Sound tables, but what they hold makes no election.
                raise Refusal(Code.S903, file=str(opened.path)) from fault
            raise

    def _load(self) -> None:
        self.election: Election = self._store.read(election_rows.read)
        self.aliases = self._store.read(raw_text_rows.read_aliases)
        self.names = Names(self.election, self.aliases)
        self.settings: dict[str, str] = self._store.read(rows.read_settings)
        self.candidates = Candidates(self._store.read(people_rows.read))

    @classmethod
    def create(cls, path: Path, election: Election, clock: Clock = store.utc_now) -> Session:
        """Make a new night. S908 if the file exists, S909 if it cannot be made."""
        return cls(store.create(path, lambda db: election_rows.write(db, election), clock), clock)

    @classmethod
    def open_file(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        mirror: bool = False,
        clock: Clock = store.utc_now,
    ) -> Session:
        """Open a night; see `store.open_file` for what is refused.

        ``mirror`` keeps the whole night in memory as well, so that a window can go on showing and
        rescuing it when the disk has gone.
        """
        return cls(store.open_file(path, read_only=read_only, mirror=mirror, clock=clock), clock)

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether another desk holds the file and this one only looks."""
        return self._store.read_only

    @property
    def is_rehearsal(self) -> bool:
        """Whether this night is a rehearsal, so that everything that leaves it must say so."""
        return edits.REHEARSAL in self.settings

    def now(self) -> datetime:
        """The local minute in the election's zone, naive like the agencies' own times."""
        local = self._clock().astimezone(self.election.tzinfo)
        return local.replace(tzinfo=None, second=0, microsecond=0)

    def night_clock(self) -> datetime:
        """The minute a new draft is stamped with.

        During the election's night that is now; on any other day, where the night's bulletins
        stand, because a figure of 2024 was not published this afternoon.
        """
        now = self.now()
        if self.election.is_on_air(now):
            return now
        return self.night_end() or self.election.moment(self.election.polls_close)

    def night_end(self) -> datetime | None:
        """The latest time any standing bulletin gives."""
        return self._store.read(rows.night_end)

    def record(self, edit: Edit, origin: object = None) -> Change:
        """Carry out an edit in one transaction; returns what changed, and who did it.

        Refuses (with nothing changed) what does not fit the rules or cannot be written.
        """
        mark = Stamp(store.stamp(self._clock()), who(), self.night_clock())
        change = self._store.write(lambda db: carry_out(db, self.election, edit, mark))
        if change.names:
            self.election = self._store.read(election_rows.read)
            self.aliases = self._store.read(raw_text_rows.read_aliases)
            self.names = Names(self.election, self.aliases)
        if change.setting is not None:
            self.settings = self._store.read(rows.read_settings)
        if change.people:
            self.candidates = Candidates(self._store.read(people_rows.read))
        return replace(change, origin=origin)

    @property
    def people(self) -> tuple[Person, ...]:
        """The night's candidates, in the order of its contests, places and parties."""
        return in_order(self.election, self.candidates.people)

    def set_people(self, people: Iterable[Person], origin: object = None) -> Change:
        """Let these persons be the night's candidates, and nobody else; refuses like `must_fit`."""
        return self.record(edits.SetPeople(tuple(people)), origin)

    def draft(self, source: Source) -> Draft | None:
        """The draft of one column, if one is under way."""
        return self._store.read(lambda db: rows.read_draft(db, source))

    def drafts(self) -> tuple[Draft, ...]:
        """Every draft of the night."""
        return self._store.read(rows.read_drafts)

    def bulletin(self, number: int) -> Bulletin:
        """A filed bulletin by its id. E137 if there is none."""
        found = self._store.read(lambda db: rows.read_bulletin(db, number))
        if found is None:
            raise Refusal(Code.E137, bulletin=number)
        return found

    def bulletins(
        self, contest: str, place: str, agency: str | None = None
    ) -> tuple[Bulletin, ...]:
        """A place's filed bulletins in one contest, oldest first, whatever became of them."""
        return self._store.read(lambda db: rows.read_bulletins(db, contest, place, agency))

    def standing_at(self, source: Source, as_of: datetime) -> Bulletin:
        """The bulletin of a column that stands for a minute. E148 if none does, E149 if several."""
        found = [
            one
            for one in self._store.read(lambda db: rows.read_bulletins_of_minute(db, source, as_of))
            if one.state is BulletinState.STANDING
        ]
        if len(found) != 1:
            raise Refusal(
                Code.E149 if found else Code.E148,
                agency=source.agency,
                place=source.place,
                time=as_of.strftime("%H.%M"),
            )
        return found[0]

    def raw_text(self, number: int) -> RawText | None:
        """The text a bulletin was read from, with each figure's fragment; None if it was typed."""
        return self._store.read(lambda db: raw_text_rows.read_text(db, number))

    def latest(
        self, contest: str, *places: str, at: datetime | None = None
    ) -> dict[Source, dict[Topic, Bulletin]]:
        """Per column the newest standing bulletin of each topic, in some places or in all.

        ``at`` asks for those that counted by a local time, not now.
        """
        if at is not None:
            return self._store.read(lambda db: rows.read_latest_by(db, contest, places, at))
        return self._store.read(lambda db: rows.read_latest(db, contest, places))

    def acceptances(self) -> dict[str, str]:
        """The reason by finding, for every finding the editor lets stand."""
        return self._store.read(acceptance_rows.read)

    def look_up(self, work: Callable[[Database], T]) -> T:
        """Read rows others make something of: the ledger's, and those the rules compute with."""
        return self._store.read(work)

    def backup(self, folder: Path) -> Path:
        """Write a verified copy named after the file and the moment; returns its path."""
        if not folder.is_dir():
            raise Refusal(Code.S909, folder=str(folder))
        moment = self._clock().astimezone(self.election.tzinfo).strftime("%Y%m%d-%H%M%S")
        return self._store.copy_to(folder / f"{self.path.stem}-{moment}{self.path.suffix}")

    def save_elsewhere(self, path: Path) -> Path:
        """Write everything this session knows to a new file, even if its own disk has gone."""
        return self._store.copy_to(path)

    def outside_changes(self) -> Callable[[], bool]:
        """A question to ask now and then: has another process written since it was last asked?

        A yes has already read the election and the settings again. Asking refuses S907 where the
        file has gone, S913-S915 where it is no longer this night; what was read before stays.
        """
        seen = self._store.taken

        def changed() -> bool:
            nonlocal seen
            self._store.look()
            if self._store.taken == seen:
                return False
            seen = self._store.taken
            self._load()
            return True

        return changed

    def close(self) -> None:
        """Close the file and let another desk have it."""
        self._store.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
