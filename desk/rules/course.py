"""A contest's bulletins in the order they came, each judged by what was known then, bit by bit.

What is found is a function of what the file holds: a change takes the night back to before the
first bulletin it is about, and from there everything is judged anew. Each bit is short, so that no
key need wait for a whole night.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from operator import attrgetter

from desk.facts.bulletin import Source
from desk.facts.finding import Finding
from desk.file import rows
from desk.file.session import Session
from desk.rules import judge
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn, empty_night
from desk.rules.entries import Entry, entry_of, read_entries, uncollected
from desk.rules.quick_look import QuickLook, Trail
from desk.rules.spread import Mean

READ_AT_ONCE = 100
"""How many bulletins are read from the file in one bit."""
JUDGED_AT_ONCE = 50
"""How many bulletins with nothing wrong are judged in one bit; of others, one."""
TAKEN_BACK_AT_ONCE = 250
"""How many bulletins the night goes back by in one bit."""

Address = tuple[str, str]
"""An agency and a place."""


@dataclass(slots=True, eq=False)
class BulletinTurn:
    """A bulletin in its column, where its turn comes."""

    entry: Entry
    trail: Trail

    @property
    def number(self) -> int:
        """The order within a minute."""
        return self.entry.id


@dataclass(frozen=True, slots=True)
class Learned:
    """What the night had learned before the first bulletin of a minute."""

    scales: dict[str, dict[str, tuple[int, int]]]
    closing: dict[tuple[str, frozenset[str]], tuple[int, int]]
    repeats: dict[str, tuple[int, int]]
    spoken: dict[str, int]
    patience: int


class Course:
    """One contest's night and what is found in it, as far as it has been judged."""

    def __init__(self, session: Session, contest: str) -> None:
        self._session = session
        self.night = empty_night(session.election, contest, session.settings)
        self.found: dict[int, list[Finding]] = {}
        self._quick = QuickLook(self.night)
        self._trails: dict[Address, Trail] = {}
        # By minute, and in it by number: minutes before `_minute` are judged, and `_within` turns
        # of that one. For each minute begun there is a mark.
        self._minutes: list[int] = []
        self._turns: dict[int, list[BulletinTurn]] = {}
        self._minute = self._within = 0
        self._marks: list[Learned] = []
        # What is left to be done before it can go on.
        self._read_from = 1
        self._reading = True
        self._read: dict[Address, list[Entry]] = {}
        self._back_to: int | None = None
        self._changed: dict[Source, None] = {}
        self._touched: set[str] = set()

    @property
    def done(self) -> bool:
        """Whether everything that stands in the file has been judged."""
        waiting = self._reading or self._read or self._back_to is not None or self._changed
        return not waiting and self._minute == len(self._minutes)

    def take(self, source: Source) -> None:
        """A column's bulletins are others now."""
        self._changed[source] = None

    def touched(self) -> frozenset[str]:
        """The places that something has been judged of since this was last asked."""
        touched, self._touched = frozenset(self._touched), set()
        return touched

    def step(self) -> bool:
        """Do a bit of what is left; False if nothing is. Each bit leaves all in order."""
        if self.done:
            return False
        if self._reading:
            self._read_some()
        elif self._read:
            self._settle_some()
        elif self._back_to is not None:
            self._go_back()
        elif self._changed:
            self._take_in(next(iter(self._changed)))
        else:
            self._judge_some()
        return True

    def finish(self) -> None:
        """Do all that is left."""
        # Once for all: what is made stays, and every search for rubbish would go through it.
        with uncollected():
            while self.step():
                pass

    # The file

    def _read_some(self) -> None:
        first = self._read_from
        last = first + READ_AT_ONCE - 1
        contest, newest = self.night.contest, self._session.look_up(rows.last_number)
        read = self._session.look_up(lambda db: [*read_entries(db, contest, first, last)])
        for agency, place, entry in read:
            column = self.night.column(agency, place)
            entry.settle(column.boxes_known)
            self._read.setdefault((agency, place), []).append(entry)
            self._turns.setdefault(entry.minute, []).append(
                BulletinTurn(entry, self._trail(column))
            )
        self._read_from = last + 1
        if last >= newest:
            self._reading = False
            self._minutes = sorted(self._turns)

    def _settle_some(self) -> None:
        """Columns in order; then the night can begin."""
        for address in [*self._read][:READ_AT_ONCE]:
            self.night.columns[address].put(self._read.pop(address))
        if not self._read:
            self.night.starts()

    def _trail(self, column: AgencyColumn) -> Trail:
        source = column.source
        found = self._trails.get((source.agency, source.place))
        if found is None:
            beside = self.night.by_place[source.place]
            here = next(
                (
                    known.here
                    for other in beside
                    if (known := self._trails.get((other.source.agency, source.place)))
                ),
                [],
            )
            found = self._trails[source.agency, source.place] = Trail(column, here)
            here.append(found)
            here.sort(key=lambda trail: beside.index(trail.column))
        return found

    def _take_in(self, source: Source) -> None:
        """Put a column right once the night has gone back to before what is new or gone in it."""
        column = self.night.column(source.agency, source.place)
        standing = self._session.look_up(lambda db: rows.standing_numbers(db, source))
        known = {entry.id for entry in column.entries}
        gone = [entry for entry in column.entries if entry.id not in standing]
        new = [self._entry(number, column) for number in sorted(standing - known)]
        if gone or new:
            first = min((*((entry.minute, 0) for entry in gone), *((e.minute, e.id) for e in new)))
            if self._is_after(*first):
                self._back_to = first[0]
                return
            self._reopen(first[0])
            self._change(column, gone, new)
        self._touched.add(source.place)
        del self._changed[source]

    def _entry(self, number: int, column: AgencyColumn) -> Entry:
        filed = self._session.bulletin(number)
        return entry_of(
            filed.figures, filed.as_of, column.boxes_known, number, filed.filed_at, filed.replaces
        )

    def _change(self, column: AgencyColumn, gone: list[Entry], new: list[Entry]) -> None:
        trail = self._trail(column)
        for entry in gone:
            turns = self._turns[entry.minute]
            turns[:] = [turn for turn in turns if turn.entry is not entry]
            if not turns:
                del self._turns[entry.minute]
                del self._minutes[bisect_left(self._minutes, entry.minute)]
        for entry in new:
            if entry.minute not in self._turns:
                insort(self._minutes, entry.minute)
            turns = self._turns.setdefault(entry.minute, [])
            insort(turns, BulletinTurn(entry, trail), key=attrgetter("number"))
        column.put([*(one for one in column.entries if one not in gone), *new])
        self.night.starts()

    # Back

    def _is_after(self, minute: int, number: int = 0) -> bool:
        """Whether a bulletin that comes after this number of this minute has been judged."""
        begun = self._minute if self._within else self._minute - 1
        if begun < 0 or self._minutes[begun] != minute:
            return begun >= 0 and self._minutes[begun] > minute
        return self._turns[minute][self._within - 1].number > number

    def _reopen(self, minute: int) -> None:
        """If this minute was the last to be judged, one more of its bulletins is the next."""
        if not self._within and self._minute and self._minutes[self._minute - 1] == minute:
            self._minute -= 1
            self._within = len(self._turns[minute])

    def _go_back(self) -> None:
        for _ in range(TAKEN_BACK_AT_ONCE):
            if self._back_to is None or not self._is_after(self._back_to):
                self._back_to = None
                return
            if not self._within:
                self._minute -= 1
                self._within = len(self._turns[self._minutes[self._minute]])
            self._within -= 1
            minute = self._minutes[self._minute]
            self._unjudge(self._turns[minute][self._within])
            if not self._within:
                self.night.scales.forget(minute)
                self._restore(self._marks.pop())

    def _unjudge(self, turn: BulletinTurn) -> None:
        entry, trail = turn.entry, turn.trail
        judge.unlearn(self.night, trail.column, entry)
        trail.drop()
        self.found.pop(entry.id, None)
        entry.flagged = False
        self._touched.add(trail.column.source.place)

    def _mark(self) -> Learned:
        night = self.night
        return Learned(
            {
                agency: {code: (mean.total, mean.count) for code, mean in means.items()}
                for agency, means in night.scales.now.items()
            },
            {key: (closed, told) for key, (closed, told) in night.closing.items()},
            {agency: (again, told) for agency, (again, told) in night.repeats.items()},
            {agency: len(columns) for agency, columns in night.spoken.items()},
            night.patience,
        )

    def _restore(self, mark: Learned) -> None:
        night = self.night
        night.scales.now = {
            agency: {code: Mean(*mean) for code, mean in means.items()}
            for agency, means in mark.scales.items()
        }
        night.closing = {key: [*counts] for key, counts in mark.closing.items()}
        night.repeats = {agency: [*counts] for agency, counts in mark.repeats.items()}
        night.spoken = {
            agency: columns[: mark.spoken[agency]]
            for agency, columns in night.spoken.items()
            if agency in mark.spoken
        }
        night.patience = mark.patience

    # On

    def _judge_some(self) -> None:
        for _ in range(JUDGED_AT_ONCE):
            if self._minute == len(self._minutes):
                return
            minute = self._minutes[self._minute]
            turns = self._turns[minute]
            if not self._within:
                self._marks.append(self._mark())
                self.night.scales.remember(minute)
            quick = self._judge(turns[self._within])
            self._within += 1
            if self._within == len(turns):
                self._minute, self._within = self._minute + 1, 0
            if not quick:
                return

    def _judge(self, turn: BulletinTurn) -> bool:
        """Judge one bulletin and learn from it; whether a few sums were enough."""
        night, entry, trail = self.night, turn.entry, turn.trail
        column, scales = trail.column, night.scales.marks[-1]
        moves = self._quick.moves(trail, entry, scales.get(column.source.agency, {}))
        quick = moves is not None and moves.worst <= self._quick.likely
        if quick:
            judge.learn_moves(night, column, trail.shares, entry, moves)
        else:
            case = Case(night, column, entry, trail.count, scales, column.mean.value)
            if moves is not None:
                case.moves = moves
            findings = judge.judge(case)
            if findings:
                self.found[entry.id] = findings
            entry.flagged = any(judge.is_move(finding) for finding in findings)
            judge.learn(case)
        trail.add(entry)
        self._touched.add(column.source.place)
        return quick
