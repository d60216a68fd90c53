"""How an agency of a rehearsal publishes: when it opens which boxes, which figures it gives.

Habits are data (`resources/rehearsal`). What is published is rounded from the agency's own counted
votes, whole numbers to the last step; an honest bulletin can always be true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random
from typing import Any

from desk.facts.bulletin import Item, Row, Value
from desk.facts.election import OTHERS, Election
from desk.rehearsal.boxes import Box

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
    its *Diğer* is everybody else, whether or not a bulletin names the whole list.
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
    usual = _usual(boxes, favoured)
    last = max(1, len(boxes) - 1)

    def score(position: int) -> int:
        box = boxes[position]
        strong = box.votes[favoured] * PER_MILLE // max(1, box.valid) - usual[box.place]
        mixed = (PER_MILLE - own.scatter) * (position * MILLION // last)
        mixed += own.scatter * random.randrange(MILLION)
        return mixed // PER_MILLE - strong * own.leans_by * PER_MILLE // 10

    scores = [score(position) for position in range(len(boxes))]
    return sorted(range(len(boxes)), key=scores.__getitem__)


def moment_of(rank: int, boxes: int, own: Habit) -> datetime:
    """When the agency opens its box of this rank, by its curve."""
    for (before, low), (after, high) in pairwise(own.opened):
        if rank * PER_MILLE <= high * boxes:
            seconds = int((after - before).total_seconds())
            done = rank * PER_MILLE - low * boxes
            return before + timedelta(seconds=seconds * max(0, done) // ((high - low) * boxes))
    return own.opened[-1][0]


def figures(
    count: Count, own: Habit, named: Sequence[str], province: bool, random: Random
) -> dict[Row, Value]:
    """The figures an agency gives of what it has counted, naming these contenders."""

    def happens(chance: int) -> bool:
        return random.randrange(100) < chance

    shares = {code: _shown(_rounded(count.votes[code], count.valid), own) for code in named}
    ranked = sorted(named, key=lambda code: -count.votes[code])
    points = shares[ranked[0]] - shares[ranked[1]]
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
        rest = count.valid - sum(count.votes[code] for code in own.lists)
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


def _usual(boxes: Sequence[Box], favoured: int) -> dict[str, int]:
    """Per place the favoured contender's share of all valid votes, in per mille."""
    votes: dict[str, int] = {}
    valid: dict[str, int] = {}
    for box in boxes:
        votes[box.place] = votes.get(box.place, 0) + box.votes[favoured]
        valid[box.place] = valid.get(box.place, 0) + box.valid
    return {place: votes[place] * PER_MILLE // max(1, valid[place]) for place in votes}


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
