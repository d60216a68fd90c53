"""Other election days, told by agencies of other manners: a second, independent kind of night.

From four days' official results (`tests/data/election_days.csv`; Supreme Election Council, through
the Python package `ysk`, MIT), it shares nothing with the rehearsal but what a bulletin is: every
contender's votes are dealt out over a place's boxes, whole schools are counted in bursts, and what
an agency knows of a box is the count itself, some time later. Every figure is rounded from votes
its agency had at that minute.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from math import exp
from operator import attrgetter, itemgetter
from pathlib import Path
from random import Random

from desk.facts.bulletin import Figures, Item, Row, Source, Value
from desk.facts.edits import NewBulletin
from desk.facts.election import (
    OTHERS,
    Agency,
    Contender,
    Contest,
    Election,
    Party,
    Place,
    PlaceKind,
)
from desk.rehearsal.script import Planned, Script

RESULTS = Path(__file__).resolve().parents[1] / "data" / "election_days.csv"

NO_WHOLE = "bb"
"""Mayors of the districts: nobody counts them together."""

AGENCIES = ("AA", "ANKA", "YSK")

QUARTER, SCHOOL, BOX = 0.22, 0.12, 0.15
"""How far a contender strays between a place's quarters, schools and boxes, as the deviation of its
strength's logarithm. For a contender at a half it makes some ten points from box to box."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a contest ended in one place; ``votes`` are valid votes by contender."""

    place: str
    boxes: int
    registered: int
    cast: int
    votes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ElectionDay:
    """A day's contests in one province, by their ids."""

    province: str
    election: Election
    results: Mapping[str, tuple[Result, ...]]


@dataclass(frozen=True, slots=True)
class Manner:
    """How an agency publishes; chances are per cent, periods minutes from least to most.

    ``places`` it has a reporter in and ``speaks`` of in a round. ``decimals`` are drawn for every
    figure, with no zeros at the end where ``plain``. ``how_far`` are the ways in which it says how
    much is opened, one of them drawn for a bulletin: share, boxes, both or nothing.
    """

    rounds: tuple[int, int]
    places: int
    speaks: int
    named: tuple[int, int]
    decimals: tuple[int, ...]
    plain: bool
    how_far: tuple[str, ...]
    opened_decimals: tuple[int, ...]
    others: int
    votes: int


STEADY = Manner((6, 14), 100, 90, (3, 5), (2,), False, ("share",), (2,), 50, 20)
MANNERS = (
    STEADY,
    replace(STEADY, named=(2, 3), plain=True, how_far=("share",), opened_decimals=(1,), others=0),
    replace(STEADY, rounds=(8, 21), speaks=75, how_far=("boxes", "nothing"), votes=100, others=10),
    replace(
        STEADY, rounds=(11, 25), places=85, decimals=(1,), opened_decimals=(0,), others=100, votes=0
    ),
    replace(
        STEADY,
        rounds=(3, 17),
        speaks=60,
        decimals=(1, 2),
        plain=True,
        how_far=("share", "share", "both", "boxes", "nothing"),
        opened_decimals=(0, 1, 2),
    ),
    replace(STEADY, rounds=(20, 45), places=60, how_far=("both",), others=100),
)


@dataclass(frozen=True, slots=True)
class _Box:
    """One ballot box of a place and the minute it was counted in; ``lean`` is its school's."""

    place: int
    minute: int
    lean: float
    registered: int
    cast: int
    votes: tuple[int, ...]


@dataclass(slots=True)
class _Known:
    """What an agency knows of one place."""

    opened: int
    registered: int
    cast: int
    votes: list[int]
    told: int = 0


def days() -> tuple[ElectionDay, ...]:
    """The days there are results of, the earliest first."""
    with RESULTS.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=itemgetter("date", "contest"))
    return tuple(_day(when, [*told]) for when, told in groupby(rows, key=itemgetter("date")))


def night(day: ElectionDay, contest: str, seed: int) -> Script:
    """The night of this seed, as two or three agencies of drawn manners tell it."""
    random = Random(f"{day.election.id} {contest} {seed}")
    results = day.results[contest]
    codes = [one.code for one in day.election.contest(contest).contenders]
    if any(OTHERS in result.votes for result in results):
        codes.append(OTHERS)
    boxes = [box for at in range(len(results)) for box in _boxes(at, results[at], codes, random)]
    boxes = _paused(boxes, len(results), random)
    start = datetime.combine(day.election.date, day.election.polls_close)
    planned = []
    agencies = AGENCIES[: random.randint(2, 3)]
    for agency, manner in zip(agencies, random.sample(MANNERS, len(agencies)), strict=True):
        teller = _Teller(day, contest, agency, manner, codes, random)
        for minute, place, known in teller.tells(boxes):
            moment = start + timedelta(minutes=minute)
            source = Source(agency, contest, place)
            said = NewBulletin(source, moment, teller.figures(known, place))
            planned.append(Planned(moment, said))
    planned.sort(key=attrgetter("at"))
    return Script(seed, day.election.id, contest, agencies, tuple(planned))


def _day(when: str, rows: Sequence[Mapping[str, str]]) -> ElectionDay:
    results = {
        contest: tuple(
            Result(
                place,
                int(told[0]["boxes"]),
                int(told[0]["registered"]),
                int(told[0]["cast"]),
                {row["contender"]: int(row["votes"]) for row in told},
            )
            for place, told in (
                (place, [*those]) for place, those in groupby(of_it, key=itemgetter("place"))
            )
        )
        for contest, of_it in groupby(rows, key=itemgetter("contest"))
    }
    province = rows[0]["province"]
    codes = [code for code in dict.fromkeys(row["contender"] for row in rows) if code != OTHERS]
    first = next(iter(results.values()))
    places = [
        Place(one.place, PlaceKind.DISTRICT, one.boxes, one.registered)
        for one in sorted(first, key=attrgetter("place"))
    ]
    all_boxes, voters = sum(one.boxes for one in first), sum(one.registered for one in first)
    return ElectionDay(
        province,
        Election(
            f"{province} {when}",
            f"{province} {when}",
            f"{province} {when}",
            date.fromisoformat(when),
            "Europe/Istanbul",
            time(17),
            tuple(_contest(contest, told) for contest, told in results.items()),
            (*places, Place(province, PlaceKind.PROVINCE, all_boxes, voters)),
            tuple(Party(code, code, code) for code in codes),
            tuple(Agency(code, code) for code in AGENCIES),
        ),
        results,
    )


def _contest(name: str, results: Sequence[Result]) -> Contest:
    codes = [code for code in results[0].votes if code != OTHERS]
    return Contest(
        name, name, name, name, tuple(Contender(code, code) for code in codes), tuple(codes)
    )


def _boxes(at: int, result: Result, codes: Sequence[str], random: Random) -> Iterator[_Box]:
    """A place's boxes: every contender's votes dealt out by size and by where they stand."""
    sizes, leans, minutes = list[float](), list[float](), list[int]()
    strengths = list[list[float]]()
    slow, tilt = random.randint(55, 100), random.uniform(-40, 40)
    quarter = [0.0] * len(codes)
    while len(sizes) < result.boxes:
        if not sizes or random.randrange(4) == 0:
            quarter = [random.gauss(0, QUARTER) for _ in codes]
        school = [shift + random.gauss(0, SCHOOL) for shift in quarter]
        lean = school[0] - school[1]
        counted = slow + 420 * random.betavariate(1.3, 3.4) + tilt * lean
        for _ in range(min(random.randint(1, 9), result.boxes - len(sizes))):
            sizes.append(random.lognormvariate(0, 0.2))
            strengths.append([exp(shift + random.gauss(0, BOX)) for shift in school])
            minutes.append(max(35, int(counted) + random.randint(0, 8)))
            leans.append(lean)
    columns = [
        _dealt(
            result.votes.get(code, 0),
            [s * mine[c] for s, mine in zip(sizes, strengths, strict=True)],
        )
        for c, code in enumerate(codes)
    ]
    valid = [sum(column[box] for column in columns) for box in range(len(sizes))]
    invalid = _dealt(result.cast - sum(valid), sizes)
    away = _dealt(result.registered - result.cast, sizes)
    for box, minute in enumerate(minutes):
        cast = valid[box] + invalid[box]
        votes = tuple(column[box] for column in columns)
        yield _Box(at, minute, leans[box], cast + away[box], cast, votes)


def _dealt(total: int, weights: Sequence[float]) -> list[int]:
    """A whole number dealt out by weight: what each one's end of the heap comes to."""
    heap, reached, given = sum(weights), 0.0, 0
    dealt = []
    for weight in weights[:-1]:
        reached += weight
        upto = int(total * reached / heap)
        dealt.append(upto - given)
        given = upto
    return [*dealt, total - given]


def _paused(boxes: Sequence[_Box], places: int, random: Random) -> list[_Box]:
    """Once or twice a night a place's counting stands still; what was counted then comes after."""
    pauses = [
        [(from_, from_ + random.randint(15, 50)) for from_ in random.sample(range(70, 300), 2)]
        for _ in range(places)
    ]
    counted = []
    for box in boxes:
        minute = box.minute
        for from_, until in pauses[box.place]:
            if from_ <= minute < until:
                minute = until + random.randint(0, 5)
        counted.append(replace(box, minute=minute))
    return counted


class _Teller:
    """One agency's night: when it knows of a box, when it speaks, of which places, in what form."""

    def __init__(
        self,
        day: ElectionDay,
        contest: str,
        agency: str,
        manner: Manner,
        codes: Sequence[str],
        random: Random,
    ) -> None:
        self._manner, self._codes, self._random = manner, codes, random
        self._province = day.province if contest != NO_WHOLE else ""
        results = day.results[contest]
        self._names = [result.place for result in results]
        self._totals = {result.place: result.boxes for result in results}
        self._totals[day.province] = sum(result.boxes for result in results)
        # Its own people: how long a box takes to them, and in whose strongholds they are first.
        self._lag, self._taste = random.randint(4, 45), random.uniform(-1.5, 1.5)
        self._late = random.randint(20, 70) if random.randrange(3) == 0 else 0
        frozen = random.randint(90, 240)
        self._frozen = range(frozen, frozen + 60) if random.randrange(3) == 0 else range(0)
        self._covered = {name for name in self._names if random.randrange(100) < manner.places}
        self._recount = random.choice(self._names) if random.randrange(2) else ""

    def tells(self, boxes: Sequence[_Box]) -> Iterator[tuple[int, str, _Known]]:
        """Minute, place and what is known there, in order; nothing twice but once in a while."""
        random = self._random
        arriving = sorted(
            (
                box.minute + int(random.expovariate(1 / self._lag) * exp(self._taste * box.lean)),
                at,
            )
            for at, box in enumerate(boxes)
        )
        known = {name: _Known(0, 0, 0, [0] * len(self._codes)) for name in self._totals}
        last, minute, arrived = arriving[-1][0], 40 + self._late, 0
        while minute <= last + self._manner.rounds[1]:
            upto = self._frozen.start if minute in self._frozen else minute
            while arrived < len(arriving) and arriving[arrived][0] <= upto:
                box = boxes[arriving[arrived][1]]
                for name in (self._names[box.place], self._province):
                    if name:
                        _count(known[name], box, 1)
                arrived += 1
            for name in (*self._names, self._province):
                if name and self._speaks(name, known[name], minute):
                    yield minute, name, known[name]
                    known[name].told = known[name].opened
            if self._recount and known[self._recount].opened * 2 > self._totals[self._recount]:
                yield from self._recounted(minute, known, boxes, arriving[:arrived])
            minute += random.randint(*self._manner.rounds)

    def _speaks(self, name: str, known: _Known, minute: int) -> bool:
        random = self._random
        if known.opened < 2 or (name != self._province and name not in self._covered):
            return False
        if known.opened == known.told:
            # An agency whose lines are down repeats itself now and then, others hardly ever.
            return random.randrange(100) < (10 if minute in self._frozen else 1)
        return name == self._province or random.randrange(100) < self._manner.speaks

    def _recounted(
        self,
        minute: int,
        known: Mapping[str, _Known],
        boxes: Sequence[_Box],
        arrived: Sequence[tuple[int, int]],
    ) -> Iterator[tuple[int, str, _Known]]:
        """A correction by the agency: a school's boxes taken back, to be told again later."""
        name, self._recount = self._recount, ""
        mine = [boxes[at] for _, at in arrived if self._names[boxes[at].place] == name][-3:]
        if name not in self._covered or known[name].told < 6:
            return
        for box in mine:
            _count(known[name], box, -1)
        yield minute + 1, name, known[name]
        for box in mine:
            _count(known[name], box, 1)

    def figures(self, known: _Known, place: str) -> Figures:
        """What the agency says of it, every figure in digits of its own."""
        random, manner = self._random, self._manner
        valid, total = sum(known.votes), self._totals[place]
        votes = dict(zip(self._codes, known.votes, strict=True))
        real = sorted((code for code in votes if code != OTHERS), key=lambda code: -votes[code])
        named = [code for code in real[: random.randint(*manner.named)] if votes[code]]
        said: dict[Row, Value] = {}
        how_far = random.choice(manner.how_far)
        if how_far in ("share", "both"):
            digits = random.choice(manner.opened_decimals)
            said[Row(Item.OPENED_SHARE)] = self._rounded(known.opened, total, digits)
        if how_far in ("boxes", "both"):
            said[Row(Item.OPENED_BOXES)] = known.opened
            said[Row(Item.TOTAL_BOXES)] = total
        if random.randrange(100) < 5 and known.cast <= known.registered:
            said[Row(Item.TURNOUT)] = self._share(known.cast, known.registered)
        said |= {Row(Item.SHARE, code): self._share(votes[code], valid) for code in named}
        if random.randrange(100) < manner.others:
            rest = valid - sum(votes[code] for code in named)
            if rest:
                said[Row(Item.SHARE, OTHERS)] = self._share(rest, valid)
        if random.randrange(100) < manner.votes:
            said |= {Row(Item.VOTES, code): votes[code] for code in named}
        if place == self._province and len(named) > 1 and random.randrange(100) < 10:
            # The lead is counted from the votes, as the shares are, and not from the shares.
            first, second = named[:2]
            ahead = votes[first] - votes[second]
            if ahead:
                said[Row(Item.LEADER)] = first
                said[Row(Item.LEAD_POINTS)] = self._share(ahead, valid)
        return said

    def _share(self, part: int, whole: int) -> Decimal:
        return self._rounded(part, whole, self._random.choice(self._manner.decimals))

    def _rounded(self, part: int, whole: int, decimals: int) -> Decimal:
        share = (Decimal(100 * part) / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        if not self._manner.plain:
            return share
        short = share.to_integral_value()
        return short if share == short else share.normalize()


def _count(known: _Known, box: _Box, times: int) -> None:
    known.opened += times
    known.registered += times * box.registered
    known.cast += times * box.cast
    for at, votes in enumerate(box.votes):
        known.votes[at] += times * votes
