"""The ballot boxes of a rehearsal: a night counted in ten-minute steps, taken apart box by box.

The steps are facts, the single boxes are drawn, and their sums are exactly the steps' own. Whole
numbers throughout, and the same seed draws the same boxes.
"""

from __future__ import annotations

import csv
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

COUNTS = ("time", "place", "boxes", "registered", "cast")
"""The columns of a night that are not contenders."""

SCHOOL = 4
"""Boxes that stand in one building and vote alike."""

SCHOOL_SPREAD = 80
BOX_SPREAD = 70
"""How far the schools of one step, and the boxes of one school, stray in their leading contender's
share: standard deviations in thousandths. Together they give the 11 points that the steps with a
single box show around their district's result."""

SIZE_SPREAD = 190
"""How far boxes stray in size, as a standard deviation in thousandths of the step's mean (47 votes
in 248 among the steps with a single box)."""

SMALL_SPREAD = 250
"""How far a small contender strays from box to box, in thousandths of its own share."""


@dataclass(frozen=True, slots=True)
class Box:
    """One ballot box. ``votes`` are the valid votes in the order of `CountedNight.contenders`.

    Where a place has a great many, ``boxes`` that were counted together are one.
    """

    place: str
    moment: datetime
    registered: int
    cast: int
    votes: tuple[int, ...]
    boxes: int = 1

    @property
    def valid(self) -> int:
        """Valid votes."""
        return sum(self.votes)


@dataclass(frozen=True, slots=True)
class CountedStep:
    """What one district's count grew by in one stretch of the night."""

    place: str
    moment: datetime
    boxes: int
    registered: int
    cast: int
    votes: tuple[int, ...]


@dataclass(frozen=True)
class CountedNight:
    """A night as it was counted: its contenders in order, its steps, the others' final votes."""

    contenders: tuple[str, ...]
    steps: tuple[CountedStep, ...]


Drawing = Generator[None, None, tuple[Box, ...]]
"""A night's boxes, drawn a little a step."""


def read_night(path: Path, others: Path, code_of_others: str) -> CountedNight:
    """A night's CSV, its last contender's votes split as the CSV of the others has them.

    ``code_of_others`` is the column that stands for all others in both. ValueError or KeyError
    where the files do not fit each other.
    """
    finals = {row.pop("place"): _counts(row) for row in _rows(others)}
    steps = []
    named: tuple[str, ...] = ()
    for row in _rows(path):
        place, moment = row.pop("place"), datetime.fromisoformat(row.pop("time"))
        boxes, registered, cast = (int(row.pop(name)) for name in COUNTS[2:])
        rest = int(row.pop(code_of_others))
        small = apportion(rest, list(finals[place].values()))
        votes = (*(int(count) for count in row.values()), *small)
        named = named or (*row, *finals[place])
        steps.append(CountedStep(place, moment, boxes, registered, cast, votes))
    return CountedNight(named, tuple(steps))


def boxes_of(night: CountedNight, random: Random) -> Drawing:
    """Every step taken apart into boxes, in the order in which they were counted."""
    found: list[Box] = []
    for step in night.steps:
        found += boxes_in(step, random)
        yield
    return tuple(found)


def apportion(total: int, weights: Sequence[int], caps: Sequence[int] | None = None) -> list[int]:
    """A whole number shared out by weight, by largest remainder, nobody above her cap.

    Without any weight everybody weighs the same. The caps must leave room for the total.
    """
    if caps is None:
        return _shared_out(total, weights)
    shares = [0] * len(weights)
    left = total
    while left:
        open_ = [at for at, most in enumerate(caps) if most > shares[at]]
        own = [weights[at] for at in open_]
        scale = sum(own)
        if not scale:
            own, scale = [1] * len(open_), len(open_)
        more = [left * weight // scale for weight in own]
        rest = [left * weight % scale for weight in own]
        more = [min(one, caps[at] - shares[at]) for one, at in zip(more, open_, strict=True)]
        remainder = left - sum(more)
        if remainder:
            # Of equal remainders the first one's: sorting keeps their order.
            for place in sorted(range(len(open_)), key=rest.__getitem__, reverse=True):
                at = open_[place]
                if more[place] < caps[at] - shares[at]:
                    more[place] += 1
                    remainder -= 1
                    if not remainder:
                        break
        for at, one in zip(open_, more, strict=True):
            shares[at] += one
        left = remainder
    return shares


def _shared_out(total: int, weights: Sequence[int]) -> list[int]:
    """The same without any cap: all of it is shared out at once."""
    scale = sum(weights)
    if not scale:
        weights, scale = [1] * len(weights), len(weights)
    shares = [total * weight // scale for weight in weights]
    left = total - sum(shares)
    if left:
        rest = [total * weight % scale for weight in weights]
        # Of equal remainders the first one's: sorting keeps their order.
        for at in sorted(range(len(rest)), key=rest.__getitem__, reverse=True)[:left]:
            shares[at] += 1
    return shares


def scatter(random: Random, deviation: int) -> int:
    """A whole number around zero with about this standard deviation, never beyond 2.5 of them."""
    # The mean of two even draws: 0.408 of their half-width is one standard deviation. Both come
    # from one draw of bits, because a night asks this a quarter of a million times.
    width = deviation * 49 // 20
    bits = random.getrandbits(32)
    return ((2 * width + 1) * ((bits & 0xFFFF) + (bits >> 16)) >> 17) - width


def boxes_in(step: CountedStep, random: Random) -> list[Box]:
    """One step taken apart into boxes, in the order of their minutes."""
    sizes = [max(1, 1000 + scatter(random, SIZE_SPREAD)) for _ in range(step.boxes)]
    valid = apportion(sum(step.votes), sizes)
    votes = _votes(step, valid, random)
    invalid = apportion(step.cast - sum(step.votes), sizes)
    cast = [good + bad for good, bad in zip(valid, invalid, strict=True)]
    registered = apportion(step.registered, cast)
    minutes = sorted(random.randrange(10) for _ in range(step.boxes))
    moments = [step.moment.replace(minute=step.moment.minute + more) for more in range(10)]
    return [
        Box(step.place, moments[minute], people, came, own)
        for minute, people, came, own in zip(minutes, registered, cast, votes, strict=True)
    ]


def _votes(step: CountedStep, valid: Sequence[int], random: Random) -> list[tuple[int, ...]]:
    """Each box's votes: the first contender's around the step's share, the next from the rest."""
    lean = 0
    strength = []
    first = step.votes[0] * 1000 // max(1, sum(step.votes))
    for at in range(step.boxes):
        if at % SCHOOL == 0:
            lean = scatter(random, SCHOOL_SPREAD)
        strength.append(min(970, max(30, first + lean + scatter(random, BOX_SPREAD))))
    left = list(valid)
    columns = []
    for position, total in enumerate(step.votes):
        if position == len(step.votes) - 1:
            columns.append(left)
            break
        if position == 0:
            weights = [size * own for size, own in zip(left, strength, strict=True)]
        else:
            spread = SMALL_SPREAD if position > 1 else SMALL_SPREAD // 5
            weights = [size * (1000 + scatter(random, spread)) for size in left]
        column = apportion(total, weights, left)
        left = [size - taken for size, taken in zip(left, column, strict=True)]
        columns.append(column)
    return list(zip(*columns, strict=True))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _counts(row: dict[str, str]) -> dict[str, int]:
    return {name: int(count) for name, count in row.items()}
