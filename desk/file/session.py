"""The one door: every change to a night goes through `Session.record`, and every screen reads here.

It hands on the clock, the login name and the type of what is read from, so that no other room
names SQLite. What an edit does to the rows belongs to `apply`, when they are durable to `store`;
no rule and no sentence to anybody enters.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar, cast

from desk import systems
from desk.facts import edits
from desk.facts.bulletin import Bulletin, BulletinState, Draft, RawText, Source, Topic
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, Edit
from desk.facts.election import Election
from desk.facts.names import Names
from desk.facts.people import Candidates, Person, in_order
from desk.file import (
    acceptance_rows,
    backups,
    chain,
    disk,
    election_rows,
    identity,
    leftovers,
    people_rows,
    proof,
    raw_text_rows,
    rows,
    store,
)
from desk.file.apply import Stamp, carry_out
from desk.file.content import Unfit
from desk.file.disk import Database, is_damage
from desk.file.holding import Clock, stamp, utc_now, who
from desk.file.proof import Proof

__all__ = ["Clock", "Database", "Session", "who"]

T = TypeVar("T")

MANY_LINKS = 10_000
"""From so many things filed and published on, a window proves a night a little at a time."""


class Session:
    """One open night. Not thread-safe: it belongs to the thread that opened it."""

    def __init__(self, opened: store.Store, clock: Clock = utc_now, *, prove: bool = True) -> None:
        self._store = opened
        self._clock = clock
        self.proof: Proof | None = None
        """What was proved of the night; None as long as that is under way."""
        self._unfit: Refusal | None = None
        self._refused: tuple[disk.FileStamp | None, Refusal] | None = None
        """What was not to be believed of what others wrote, and how the file looked then."""
        try:
            self._load()
            if prove:
                self._take(opened.read(self._proved))
        except BaseException as fault:
            opened.close()
            if isinstance(fault, election_rows.NO_ELECTION) or is_damage(fault):
                # Sound tables, but what they hold makes no election.
                raise Refusal(Code.S903, file=str(opened.path), where="election") from fault
            raise

    def _load(self) -> None:
        self.election: Election = self._store.read(election_rows.read)
        self.aliases = self._store.read(raw_text_rows.read_aliases)
        self.settings: dict[str, str] = self._store.read(rows.read_settings)
        self.candidates = Candidates(self._store.read(people_rows.read), self.election)
        self.names = Names(self.election, self.aliases, self.candidates.people)

    @classmethod
    def create(cls, path: Path, election: Election, clock: Clock = utc_now) -> Session:
        """Make a new night. S908 if the file exists, S909 if it cannot be made."""
        made = store.create(path, lambda db: election_rows.write(db, election))
        return cls(made, clock)

    @classmethod
    def open_file(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        mirror: bool = False,
        clock: Clock = utc_now,
        prove: bool = True,
    ) -> Session:
        """Open a night; see `store.open_file` for what is refused, and S917 for writing.

        ``mirror`` keeps the whole night in memory as well, so that a window can go on showing and
        rescuing it when the disk has gone. Without ``prove`` a long one is to be proved by `prove`
        afterwards, and until then nothing can be recorded.
        """
        if not read_only and (store.is_older(path) or leftovers.lie_beside(path)):
            # It is read before it is brought up to date, and before SQLite puts into it what lies
            # beside it: what is refused stays as it is.
            with cls.open_file(path, read_only=True) as first:
                broken = first.broken
            if broken is not None:
                raise broken
        opened = store.open_file(path, read_only=read_only, mirror=mirror, clock=clock)
        session = cls(opened, clock, prove=prove or not opened.read(_is_long))
        if not read_only and session.broken is not None:
            session.close()
            raise session.broken
        return session

    @staticmethod
    def unsettled(path: Path) -> Path:
        """Where a night is made that is to lie at a path once it is whole; see `settle`."""
        if path.exists():
            raise Refusal(Code.S908, file=str(path))
        return disk.partial_of(path)

    def settle(self, path: Path) -> Session:
        """Close a night made aside, and open it where it is to lie. S908 if a file lies there."""
        self.close()
        if path.exists():
            raise Refusal(Code.S908, file=str(path))
        systems.rename(self.path, path)
        try:
            return Session.open_file(path, clock=self._clock)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @property
    def broken(self) -> Refusal | None:
        """S917 where something filed or published is not as it was sealed."""
        if self.proof is None or self.proof.broken is None:
            return None
        return Refusal(Code.S917, file=str(self.path), where=self.proof.broken)

    def prove(self) -> Generator[None, None, None]:
        """Prove the night, a little a step; anew where it has changed meanwhile.

        S903 where it holds what no desk writes.
        """
        proved: Proof | None = None
        try:
            while proved is None:
                proved = yield from self._prove()
        except Refusal as refusal:
            self._unfit = refusal
            raise
        self._take(proved)

    def _take(self, proved: Proof | None) -> None:
        self.proof = proved
        self._store.prove = self._prove_again
        if self.broken is None:
            self._store.sign(self._clock)

    @property
    def behind(self) -> bool:
        """Whether others have written what this desk, which only reads, has yet to `catch_up`."""
        return self._store.behind and self.proof is not None

    def catch_up(self) -> Generator[None, None, None]:
        """Prove what others have written since, a little a step, and take it in at last.

        Until then nothing of it is shown. S903-S917 where it is not this night, whole.
        """
        arrived = self._store.arrived()
        assert arrived.memory is not None
        try:
            proved = yield from self._again(arrived.memory)
        except BaseException as fault:
            arrived.forget()
            if isinstance(fault, Refusal):
                self._refused = arrived.mark, fault
            raise
        self._store.take_in(arrived)
        self.proof = proved

    def _prove_again(self, db: Database) -> None:
        self.proof = _ended(self._again(db))

    def _again(self, db: Database) -> Generator[None, None, Proof | None]:
        """Refuse what others have made of a night that was whole: S913, S917."""
        proved: Proof | None = None
        try:
            for step in proof.steps(db, election_rows.read(db)):
                proved = step
                yield
        except Exception as fault:
            if not (isinstance(fault, (Unfit, *election_rows.NO_ELECTION)) or is_damage(fault)):
                raise
            raise Refusal(Code.S913, file=str(self.path)) from fault
        if proved is not None and proved.broken and self.broken is None:
            raise Refusal(Code.S917, file=str(self.path), where=proved.broken)
        return proved

    def _proved(self, db: Database) -> Proof | None:
        *_, proved = self._steps(db)
        return proved

    def _prove(self) -> Generator[None, None, Proof | None]:
        """What was proved; None where the night has changed meanwhile."""
        moment = self._moment()
        steps = self._steps(self._store.night)
        # Before each step: what it would read may have been let go of since.
        while self._moment() == moment:
            if (proved := next(steps)) is not None:
                return proved
            yield
        return None

    def _steps(self, db: Database) -> Iterator[Proof | None]:
        try:
            for proved in proof.steps(db, self.election):
                yield proved and replace(proved, unsealed=self._store.detached)
        except Unfit as fault:
            raise Refusal(Code.S903, file=str(self.path), where=fault.where) from fault

    def _moment(self) -> object:
        """Something else once anything was sealed, or the night in memory made anew."""
        return self._store.taken, chain.last(self._store.night)

    def must_be_proved(self) -> None:
        """Refuse what may not be written or go out: S917 of a broken night, S918 of one not yet
        proved."""
        if self._unfit is not None:
            raise self._unfit
        if self.proof is None:
            raise Refusal(Code.S918, file=str(self.path))
        if self.broken is not None:
            raise self.broken

    def seal(self) -> str:
        """The digest that stands for everything filed and published so far, as hexadecimal."""
        return self._store.read(chain.last).hex()

    def short_seal(self) -> str:
        """The first 16 letters of `seal`, to be printed: too many to be met by trying."""
        seal = self.seal()
        return " ".join(seal[at : at + 4] for at in range(0, 16, 4))

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether another desk holds the file and this one only looks."""
        return self._store.read_only

    def under(self, changed: Mapping[str, str | None]) -> Session:
        """The same night under other settings, None for what holds by default; for reading alone.

        Nothing can be recorded through it (S918).
        """
        other = copy(self)
        settings = {**self.settings, **changed}
        other.settings = {name: value for name, value in settings.items() if value is not None}
        other.proof = None
        return other

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
        if not self.read_only:
            self.must_be_proved()
        edits.must_be_texts(edit)
        mark = Stamp(stamp(self._clock()), who(), self.night_clock())
        change = self._store.write(lambda db: carry_out(db, self.election, edit, mark))
        if change.names:
            self.election = self._store.read(election_rows.read)
            self.aliases = self._store.read(raw_text_rows.read_aliases)
        if change.setting is not None:
            self.settings = self._store.read(rows.read_settings)
        if change.names or change.people:
            self.candidates = Candidates(self._store.read(people_rows.read), self.election)
            self.names = Names(self.election, self.aliases, self.candidates.people)
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
        wanted = folder / f"{self.path.stem}-{moment}{self.path.suffix}"
        while True:
            try:
                return self._store.copy_to(disk.free(wanted))
            except Refusal as refusal:
                # Another desk took the name while this one was copying.
                if refusal.code is not Code.S908:
                    raise

    def backup_in_steps(self, folder: Path) -> Generator[None, None, Path]:
        """Write an automatic backup, a little a step, and let the oldest of this night go.

        The copy is of the moment of the first step. S906, S909 and S910 where it cannot be made.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise Refusal(Code.S909, folder=str(folder)) from fault
        local = self._clock().astimezone(self.election.tzinfo)
        name = backups.automatic_name(self.path, self._store.read(identity.name), local)
        target = disk.free(folder / name)
        for _ in disk.copying(self._store.night, target):
            yield
        backups.keep_newest(target)
        return target

    def save_elsewhere(self, path: Path) -> Path:
        """Write everything this session knows to a new file, even if its own disk has gone."""
        return self._store.copy_to(path)

    def outside_changes(self) -> Callable[[], bool]:
        """A question to ask now and then: has another process written since it was last asked?

        A yes has already read the election and the settings again. Where proving it would be felt
        the answer is no, and the night `behind`. Asking refuses S907 where the file has gone,
        S913-S915 and S917 where it is no longer this night, whole; what was read before stays.
        """
        seen = self._store.taken

        def changed() -> bool:
            nonlocal seen
            self._store.look()
            if self.behind:
                if self._refused is not None and self._refused[0] == disk.mark_of(self.path):
                    raise self._refused[1]
                if not self._store.read(_is_long):
                    _ended(self.catch_up())
            if self._store.taken == seen:
                return False
            seen = self._store.taken
            try:
                self._load()
            except election_rows.NO_ELECTION as fault:
                raise Refusal(Code.S913, file=str(self.path)) from fault
            return True

        return changed

    def close(self) -> None:
        """Close the file and let another desk have it."""
        self._store.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _ended(work: Generator[None, None, T]) -> T:
    """What some work comes to, all its steps taken at once."""
    while True:
        try:
            next(work)
        except StopIteration as whole:
            return cast(T, whole.value)


def _is_long(db: Database) -> bool:
    """Whether proving a night would be felt."""
    return chain.length(db) > MANY_LINKS
