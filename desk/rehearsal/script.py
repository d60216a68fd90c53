"""The script of a rehearsal: a counted night as two agencies tell it, the same for the same seed.

It only plans: nothing here opens a night. Everything about one election stands in
`resources/rehearsal`, in a CSV of its count and a JSON of the agencies' habits.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise, repeat
from pathlib import Path
from random import Random
from typing import Any

from desk.facts import catalog
from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.edits import NewBulletin
from desk.facts.election import OTHERS, Election, Place
from desk.rehearsal import slips
from desk.rehearsal.boxes import Box, Drawing, boxes_of, read_night
from desk.rehearsal.slips import AT_HAND, Around, SlipKind, SpoiltBulletin

PER_MILLE = 1000
MILLION = 1_000_000
UNITS = 10_000
"""Hundredths of a per cent in the whole."""

LEADING = 2
"""How many contenders every bulletin names, at the head of an agency's list."""

RENAMED = 20
"""How often, in per cent, an agency names more or fewer contenders than it did last."""

FEWEST = 3
"""Boxes an agency waits for before it speaks of a place."""


@dataclass(frozen=True, slots=True)
class Habit:
    """One agency's way of publishing. Chances are per cent, periods minutes.

    ``opened`` is its curve: by which moment it has opened how many per mille of all boxes.
    ``scatter`` says, in per mille, how little its order has to do with the night's own;
    ``leans_by`` how much earlier (in tenths of a per mille of its boxes, per per mille of share) it
    opens boxes in which ``leans_to`` is strong. ``lists`` are the contenders its own table has, so
    its *Diğer* is everybody else, whether or not a bulletin names the whole list; unless it
    ``closes`` every sum, so that *Diğer* is whoever the bulletin does not name.
    """

    agency: str
    opened: tuple[tuple[datetime, int], ...]
    scatter: int
    leans_to: str
    leans_by: int
    every: int
    late: int
    away: tuple[int, int, int]
    trailing_zeros: bool
    lists: tuple[str, ...]
    named: tuple[int, int]
    others: int
    opened_share: int
    opened_boxes: int
    votes: int
    turnout: int
    province_votes: int
    lead: int
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """What an agency has counted in one place. ``votes`` are valid votes by contender."""

    opened: int
    total: int
    registered: int
    cast: int
    votes: Mapping[str, int]

    @property
    def valid(self) -> int:
        """Valid votes."""
        return sum(self.votes.values())


def habit(data: Mapping[str, Any], election: Election) -> Habit:
    """An agency's habit from its JSON. KeyError or ValueError where it lacks something."""
    given = dict(data)
    opened = tuple(
        (election.moment(time.fromisoformat(clock)), share) for clock, share in given.pop("opened")
    )
    lists, named, away = (tuple(given.pop(name)) for name in ("lists", "named", "away"))
    first, most = named
    chance, shortest, longest = away
    return Habit(
        agency=given.pop("code"),
        opened=opened,
        lists=lists,
        named=(first, most),
        away=(chance, shortest, longest),
        **given,
    )


def order(boxes: Sequence[Box], own: Habit, contenders: Sequence[str], random: Random) -> list[int]:
    """The boxes' positions in the order in which the agency opens them."""
    favoured = contenders.index(own.leans_to)
    valid = [box.valid for box in boxes]
    usual = _usual(boxes, valid, favoured)
    last = max(1, len(boxes) - 1)
    leaning, straight = own.leans_by * PER_MILLE, PER_MILLE - own.scatter
    scores = []
    for position, (box, all_) in enumerate(zip(boxes, valid, strict=True)):
        strong = box.votes[favoured] * PER_MILLE // (all_ or 1) - usual[box.place]
        mixed = straight * (position * MILLION // last) + own.scatter * random.randrange(MILLION)
        scores.append(mixed // PER_MILLE - strong * leaning // 10)
    return sorted(range(len(boxes)), key=scores.__getitem__)


def moments(boxes: int, own: Habit) -> Iterator[datetime]:
    """When the agency opens its first, second, ... box, by its curve."""
    rank = 1
    for (before, low), (after, high) in pairwise(own.opened):
        seconds = int((after - before).total_seconds())
        stretch = (high - low) * boxes
        while rank <= boxes and rank * PER_MILLE <= high * boxes:
            done = rank * PER_MILLE - low * boxes
            yield before + timedelta(seconds=seconds * max(0, done) // stretch)
            rank += 1
    yield from repeat(own.opened[-1][0], boxes + 1 - rank)


def figures(
    count: Count, own: Habit, named: Sequence[str], province: bool, random: Random
) -> dict[Row, Value]:
    """The figures an agency gives of what it has counted, naming these contenders."""

    def happens(chance: int) -> bool:
        return random.randrange(100) < chance

    shares = {code: _shown(_rounded(count.votes[code], count.valid), own) for code in named}
    ranked = sorted(named, key=lambda code: -count.votes[code])
    points = shares[ranked[0]] - shares[ranked[1]] if len(ranked) > 1 else Decimal(0)
    given: dict[Row, Value] = {}
    if province and points and happens(own.lead):
        given = {Row(Item.LEADER): ranked[0], Row(Item.LEAD_POINTS): points}
        if happens(50):
            return given
    if happens(own.opened_share):
        given[Row(Item.OPENED_SHARE)] = _shown(_opened(count), own)
    if happens(own.opened_boxes):
        given[Row(Item.OPENED_BOXES)] = count.opened
        given[Row(Item.TOTAL_BOXES)] = count.total
    if happens(own.turnout) and count.cast <= count.registered:
        given[Row(Item.TURNOUT)] = _shown(_rounded(count.cast, count.registered), own)
    given |= {Row(Item.SHARE, code): share for code, share in shares.items()}
    if happens(own.others):
        left = named if own.closes else own.lists
        rest = count.valid - sum(count.votes[code] for code in left)
        given[Row(Item.SHARE, OTHERS)] = _shown(_rounded(rest, count.valid), own)
    if happens(own.province_votes if province else own.votes):
        given |= {Row(Item.VOTES, code): count.votes[code] for code in named}
    return given


def names(count: Count, own: Habit, before: Sequence[str], random: Random) -> tuple[str, ...]:
    """Whom a bulletin names: the head of the agency's list, then its small contenders by size."""
    fewest, most = own.named
    wanted = len(before)
    if not before or random.randrange(100) < RENAMED:
        wanted = random.randint(fewest, most)
    small = sorted(own.lists[LEADING:], key=lambda code: (-count.votes[code], code))
    return (*own.lists[:LEADING], *small[: max(0, wanted - LEADING)])


def _usual(boxes: Sequence[Box], valid: Sequence[int], favoured: int) -> dict[str, int]:
    """Per place the favoured contender's share of all valid votes, in per mille."""
    votes: dict[str, int] = {}
    whole: dict[str, int] = {}
    for box, all_ in zip(boxes, valid, strict=True):
        votes[box.place] = votes.get(box.place, 0) + box.votes[favoured]
        whole[box.place] = whole.get(box.place, 0) + all_
    return {place: votes[place] * PER_MILLE // max(1, whole[place]) for place in votes}


def _rounded(part: int, whole: int) -> int:
    """A share in hundredths of a per cent, half up; 0 of nothing."""
    return (2 * UNITS * part + whole) // (2 * whole) if whole else 0


def _opened(count: Count) -> int:
    """The opened share in hundredths; nobody says 100 per cent while a box is missing."""
    share = _rounded(count.opened, count.total)
    return min(share, UNITS - 1) if count.opened < count.total else share


def _shown(hundredths: int, own: Habit) -> Decimal:
    share = Decimal(hundredths).scaleb(-2)
    return share if own.trailing_zeros else without_zeros(share)


def without_zeros(share: Decimal) -> Decimal:
    """The share without zeros behind its mark: 38.30 as 38.3, 2.00 as 2, 40 as it is."""
    whole = share.to_integral_value()
    return whole if share == whole else share.normalize()


@dataclass(frozen=True, slots=True)
class Planned:
    """A bulletin of the night and when it comes in; ``slip`` if its figures were spoiled."""

    at: datetime
    bulletin: NewBulletin
    slip: SpoiltBulletin | None = None


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


SeatsGiven = Callable[[str, Callable[[str], Mapping[str, int]]], Mapping[str, int]]
"""The seats an agency gives in a place, by its votes in each; nothing where it gives none."""

SEATS_TOLD = 40
"""How often, in per cent, a bulletin has seats where there are any."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The data of a rehearsal: the election, the contest and the agencies it is played with.

    ``above`` has every place that is counted, with the wholes its boxes count in too. ``stood``
    says who stood in a place, the strongest first, where that is not the same everywhere;
    ``seats`` gives them by the votes counted so far.
    """

    election: Election
    contest: str
    above: Mapping[str, tuple[str, ...]]
    contenders: tuple[str, ...]
    habits: tuple[Habit, ...]
    draw: Callable[[Random], Drawing]
    order: Callable[[Sequence[Box], Habit, Sequence[str], Random], list[int]] = order
    stood: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seats: SeatsGiven | None = None

    def habit_at(self, own: Habit, place: str) -> Habit:
        """How an agency speaks of a place: nobody is named where he did not stand."""
        stood = self.stood.get(place)
        if stood is None:
            return own
        lists = stood[: len(own.lists)]
        others = own.others if len(stood) > len(lists) else 0
        return replace(own, lists=lists, others=others)


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
    contest, province = str(said["contest"]), str(said["province"])
    return Stage(
        election,
        contest,
        {place.name: (province,) for place in election.units(contest)},
        night.contenders,
        tuple(habit(entry, election) for entry in said["agencies"]),
        partial(boxes_of, night),
    )


def plan(
    seed: int,
    slips: int = 0,
    *,
    slips_until: datetime | None = None,
    played: Sequence[Stage] = (),
) -> Script:
    """The night of this seed, with as many slips put in as asked, all by ``slips_until``.

    The honest bulletins of a seed are the same whether or not slips are put in. There are fewer
    slips where the night has no room for as many.
    """
    return next(filter(None, planning(seed, slips, slips_until, played or (stage(),))))


def planning(
    seed: int, slips: int, slips_until: datetime | None, played: Sequence[Stage]
) -> Iterator[Script | None]:
    """The same a little a step, told at last."""
    random = Random(seed)
    script = yield from honest(seed, random, played)
    yield with_slips(script, slips, random, slips_until) if slips else script


def honest(seed: int, random: Random, played: Sequence[Stage]) -> Generator[None, None, Script]:
    """The night of this seed without any slip, drawn a little a step."""
    first = played[0]
    planned: list[Planned] = []
    for one in played:
        boxes = yield from one.draw(random)
        for own in one.habits:
            told = yield from _publish(boxes, own, one, random)
            planned += [Planned(bulletin.as_of, bulletin) for bulletin in told]
    planned.sort(key=lambda one: one.at)
    return Script(
        seed,
        first.election.id,
        first.contest,
        tuple(own.agency for own in first.habits),
        tuple(planned),
    )


def with_slips(script: Script, count: int, random: Random, until: datetime | None = None) -> Script:
    """The same night with slips of every kind in turn, each in a bulletin of its own."""
    planned = list(script.bulletins)
    context = Surroundings(script)
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


class Surroundings:
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


def _publish(
    boxes: Sequence[Box], own: Habit, played: Stage, random: Random
) -> Generator[None, None, list[NewBulletin]]:
    """Everything one agency says during the night."""
    wholes = dict.fromkeys(name for above in played.above.values() for name in above)
    places = [played.election.place(name) for name in (*played.above, *wholes)]
    drawn = _boxes_by_place(boxes, played)
    tables = {place.name: _Tally(place, played, drawn[place.name]) for place in places}
    counted = {
        name: [tables[one] for one in (name, *above)] for name, above in played.above.items()
    }
    habits = {place.name: played.habit_at(own, place.name) for place in places}
    ordered = played.order(boxes, own, played.contenders, random)
    opening = list(zip(moments(len(boxes), own), map(boxes.__getitem__, ordered), strict=True))
    bulletins: list[NewBulletin] = []
    opened = 0
    for tick in _ticks(len(places), own, random):
        yield
        while opened < len(opening) and opening[opened][0] <= tick.moment:
            box = opening[opened][1]
            for table in counted[box.place]:
                table.lay_by(box)
            opened += 1
        name = places[tick.place].name
        table, here = tables[name], habits[name]
        if table.opened == table.published or table.opened < FEWEST:
            continue
        count = table.now()
        table.published = table.opened
        table.named = names(count, here, table.named, random)
        said = figures(count, here, table.named, name in wholes, random)
        if played.seats and Row(Item.LEADER) not in said and random.randrange(100) < SEATS_TOLD:
            given = played.seats(name, lambda place: tables[place].votes if place in tables else {})
            said |= {Row(Item.SEATS, code): number for code, number in given.items()}
        source = Source(own.agency, played.contest, table.place.name)
        bulletins.append(NewBulletin(source, tick.moment, said))
    return bulletins


def _boxes_by_place(boxes: Sequence[Box], played: Stage) -> Counter[str]:
    """How many boxes there are in each place and each whole."""
    found: Counter[str] = Counter()
    for box in boxes:
        for name in (box.place, *played.above[box.place]):
            found[name] += box.boxes
    return found


class _Tally:
    """One agency's running count in one place; what lies by is counted when somebody asks."""

    def __init__(self, place: Place, played: Stage, drawn: int) -> None:
        self.place = place
        self.opened = self.published = 0
        self.named: tuple[str, ...] = ()
        self._registered = self._cast = 0
        self._contenders = played.contenders
        self._boxes = max(played.election.boxes(played.contest, place.name) or 0, drawn)
        self._votes = [0] * len(played.contenders)
        self._waiting: list[Box] = []

    def lay_by(self, box: Box) -> None:
        self.opened += box.boxes
        self._waiting.append(box)

    def _count(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._registered += sum(box.registered for box in waiting)
        self._cast += sum(box.cast for box in waiting)
        columns = zip(self._votes, *(box.votes for box in waiting), strict=True)
        self._votes = list(map(sum, columns))

    @property
    def votes(self) -> dict[str, int]:
        if self._waiting:
            self._count()
        return dict(zip(self._contenders, self._votes, strict=True))

    def now(self) -> Count:
        votes = self.votes
        return Count(self.opened, self._boxes, self._registered, self._cast, votes)


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
