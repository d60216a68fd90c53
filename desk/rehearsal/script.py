"""The script of a rehearsal: a counted night as two agencies tell it, the same for the same seed.

It only plans: nothing here opens a night. Everything about one election stands in
`resources/rehearsal`, in a CSV of its count and a JSON of the agencies' habits.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from desk.facts import catalog
from desk.facts.bulletin import Source
from desk.facts.edits import NewBulletin
from desk.facts.election import OTHERS, Election, Place
from desk.rehearsal import slips
from desk.rehearsal.boxes import Box, boxes_of, read_night
from desk.rehearsal.rehearsal_habits import (
    FEWEST,
    Count,
    Habit,
    figures,
    habit,
    moment_of,
    names,
    order,
)
from desk.rehearsal.slips import AT_HAND, Around, Slip, SlipKind


@dataclass(frozen=True, slots=True)
class Planned:
    """A bulletin of the night and when it comes in; ``slip`` if its figures were spoiled."""

    at: datetime
    bulletin: NewBulletin
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """A whole night to play: its bulletins in order of time, by two agencies in one contest."""

    seed: int
    election: str
    contest: str
    agencies: tuple[str, ...]
    bulletins: tuple[Planned, ...]

    @property
    def start(self) -> datetime:
        """When the first bulletin comes in."""
        return self.bulletins[0].at

    @property
    def end(self) -> datetime:
        """When the last one does."""
        return self.bulletins[-1].at


@dataclass(frozen=True, slots=True)
class Stage:
    """The data of a rehearsal: the election, the contest and the agencies it is played with."""

    election: Election
    contest: str
    province: str
    contenders: tuple[str, ...]
    habits: tuple[Habit, ...]
    draw: Callable[[Random], tuple[Box, ...]]
    order: Callable[[Sequence[Box], Habit, Sequence[str], Random], list[int]] = order


def stages(folder: Path | None = None) -> dict[str, Path]:
    """Every rehearsal that comes with the desk, by its election's id."""
    folder = folder or catalog.resource("rehearsal")
    return {path.stem: path for path in sorted(folder.glob("*.json"))}


def stage(path: Path | None = None) -> Stage:
    """The rehearsal described by this JSON; the first one there is without."""
    path = path or next(iter(stages().values()))
    said = json.loads(path.read_text(encoding="utf-8"))
    election = catalog.load(str(said["election"]))
    night = read_night(path.with_suffix(".csv"), path.with_suffix(".others.csv"), OTHERS)
    return Stage(
        election,
        str(said["contest"]),
        str(said["province"]),
        night.contenders,
        tuple(habit(entry, election) for entry in said["agencies"]),
        lambda random: boxes_of(night, random),
    )


def plan(
    seed: int,
    slips: int = 0,
    *,
    slips_until: datetime | None = None,
    played: Stage | None = None,
) -> Script:
    """The night of this seed, with as many slips put in as asked, all by ``slips_until``.

    The honest bulletins of a seed are the same whether or not slips are put in. There are fewer
    slips where the night has no room for as many.
    """
    played = played or stage()
    random = Random(seed)
    boxes = played.draw(random)
    planned = [
        Planned(bulletin.as_of, bulletin)
        for own in played.habits
        for bulletin in _publish(boxes, own, played, random)
    ]
    planned.sort(key=lambda one: one.at)
    script = Script(
        seed,
        played.election.id,
        played.contest,
        tuple(own.agency for own in played.habits),
        tuple(planned),
    )
    return with_slips(script, slips, random, slips_until) if slips else script


def with_slips(script: Script, count: int, random: Random, until: datetime | None = None) -> Script:
    """The same night with slips of every kind in turn, each in a bulletin of its own."""
    planned = list(script.bulletins)
    context = Context(script)
    positions = [at for at, one in enumerate(planned) if until is None or one.at <= until]
    random.shuffle(positions)
    put = 0
    kinds: list[SlipKind] = []
    for position in positions:
        if put == count:
            break
        if not kinds:
            kinds = list(SlipKind)
            random.shuffle(kinds)
        slip = slips.spoil(kinds[-1], context.around(position), random)
        if slip is None:
            continue
        kinds.pop()
        honest = planned[position]
        spoiled = replace(honest.bulletin, figures=slip.figures)
        planned[position] = Planned(honest.at, spoiled, slip)
        put += 1
    return replace(script, bulletins=tuple(planned))


class Context:
    """Answers what lay on the editor's table when a planned bulletin came in."""

    def __init__(self, script: Script) -> None:
        self._planned = script.bulletins
        self._times = [one.at for one in script.bulletins]
        self._columns: dict[Source, list[int]] = {}
        for position, one in enumerate(script.bulletins):
            self._columns.setdefault(one.bulletin.source, []).append(position)

    def around(self, position: int) -> Around:
        """The bulletin at a position of the script, with its own past and what is nearby."""
        own = self._planned[position].bulletin
        source = own.source
        column = self._columns[source]
        past = column[: bisect_right(column, position - 1)]
        across_past: list[NewBulletin] = []
        across_next: list[NewBulletin] = []
        for other, theirs in self._columns.items():
            if (other.contest, other.place) != (source.contest, source.place) or other == source:
                continue
            cut = bisect_right(theirs, position)
            across_past += [self._planned[at].bulletin for at in theirs[:cut][-1:]]
            across_next += [
                self._planned[at].bulletin
                for at in theirs[cut : cut + 1]
                if self._planned[at].at - own.as_of <= AT_HAND
            ]
        low = bisect_right(self._times, own.as_of - AT_HAND)
        high = bisect_right(self._times, own.as_of + AT_HAND)
        elsewhere = {
            one.bulletin.source.place: one.bulletin
            for one in self._planned[low:high]
            if one.bulletin.source.agency == source.agency
            and one.bulletin.source.place != source.place
        }
        return Around(
            own,
            tuple(self._planned[at].bulletin for at in past),
            tuple(across_past),
            tuple(across_next),
            tuple(elsewhere.values()),
        )


@dataclass(frozen=True, slots=True)
class _Tick:
    moment: datetime
    place: int


def _publish(boxes: Sequence[Box], own: Habit, played: Stage, random: Random) -> list[NewBulletin]:
    """Everything one agency says during the night."""
    districts = played.election.districts
    places = [*districts, played.election.place(played.province)]
    tables = {place.name: _Tally(place, played) for place in places}
    province = tables[played.province]
    opening = [
        (moment_of(rank + 1, len(boxes), own), boxes[position])
        for rank, position in enumerate(played.order(boxes, own, played.contenders, random))
    ]
    bulletins: list[NewBulletin] = []
    opened = 0
    for tick in _ticks(len(places), own, random):
        while opened < len(opening) and opening[opened][0] <= tick.moment:
            box = opening[opened][1]
            tables[box.place].count(box)
            province.count(box)
            opened += 1
        table = tables[places[tick.place].name]
        if table.opened == table.told or table.opened < FEWEST:
            continue
        count = table.now()
        table.told = table.opened
        table.named = names(count, own, table.named, random)
        said = figures(count, own, table.named, table is province, random)
        source = Source(own.agency, played.contest, table.place.name)
        bulletins.append(NewBulletin(source, tick.moment, said))
    return bulletins


class _Tally:
    """One agency's running count in one place."""

    def __init__(self, place: Place, played: Stage) -> None:
        self.place = place
        self.opened = self.registered = self.cast = self.told = 0
        self.named: tuple[str, ...] = ()
        self._contenders = played.contenders
        self._votes = [0] * len(played.contenders)

    def count(self, box: Box) -> None:
        self.opened += 1
        self.registered += box.registered
        self.cast += box.cast
        for at, votes in enumerate(box.votes):
            self._votes[at] += votes

    def now(self) -> Count:
        votes = dict(zip(self._contenders, self._votes, strict=True))
        total = self.place.boxes or self.opened
        return Count(self.opened, total, self.registered, self.cast, votes)


def _ticks(places: int, own: Habit, random: Random) -> list[_Tick]:
    """When the agency may speak of each place: its rhythm, its lateness, the times it is away."""
    start, end = own.opened[0][0], own.opened[-1][0] + timedelta(minutes=own.every + own.late)
    ticks = []
    chance, shortest, longest = own.away
    for place in range(places):
        moment = start + timedelta(minutes=random.randrange(own.every))
        while moment <= end:
            ticks.append(_Tick(moment, place))
            if random.randrange(100) < chance:
                moment += timedelta(minutes=random.randint(shortest, longest))
            else:
                moment += timedelta(minutes=own.every + random.randint(0, own.late))
        ticks.append(_Tick(end + timedelta(minutes=random.randrange(own.every)), place))
    return sorted(ticks, key=lambda tick: tick.moment)
