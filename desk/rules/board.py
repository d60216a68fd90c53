"""Two agencies in one place, contender by contender: what the gap means, and where it matters most.

The gap now, the gap at equal opened share, whether both can be right and what the boxes only one
of them has would then have to hold. Shares and gaps are points as `Decimal`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk.facts.bulletin import Source
from desk.facts.election import OTHERS
from desk.facts.units import FULL, points
from desk.rules.between import comparable, gap_at_equal_stage, short_of
from desk.rules.columns import Column, Night
from desk.rules.entries import Entry

TURNOUT = 80_000
"""Turnout where last time's is not known, in thousandths of a point."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What the boxes only one agency has would have to hold for both to be right: its share of the
    contender there, from and to, in points; ``boxes`` is their part of all boxes."""

    agency: str
    boxes: Decimal
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One contender in one place by two agencies.

    ``equal`` is the gap at the opened share ``stage``, each agency read off its own series.
    ``possible`` is None where the opened shares are not known; ``needed`` is empty then.
    """

    contender: str
    gap: Decimal
    equal: Decimal | None
    stage: Decimal | None
    possible: bool | None
    needed: tuple[Needed, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceBoard:
    """A place as two agencies tell it. ``votes`` are roughly at stake where the leaders differ."""

    contest: str
    place: str
    agencies: tuple[str, str]
    discrepancies: tuple[Discrepancy, ...]
    leaders: tuple[str, str]
    since: datetime | None
    votes: int | None

    @property
    def differ(self) -> bool:
        """Whether the agencies name different leaders."""
        return bool(self.leaders[0] and self.leaders[1]) and self.leaders[0] != self.leaders[1]

    @property
    def widest(self) -> Discrepancy | None:
        """The widest gap now."""
        return max(self.discrepancies, key=lambda one: one.gap, default=None)

    @property
    def rank(self) -> tuple[bool, bool, Decimal, Decimal]:
        """Where it matters most comes first when sorted falling: the impossible, then different
        leaders, then what is left at equal opened share, then the gap now."""
        impossible = any(one.possible is False for one in self.discrepancies)
        equal = max((one.equal for one in self.discrepancies if one.equal), default=Decimal(0))
        return impossible, self.differ, equal, self.widest.gap if self.widest else Decimal(0)


def board(night: Night, pair: tuple[str, str]) -> tuple[PlaceBoard, ...]:
    """Every place both agencies have spoken of, where it matters most first."""
    found = (place_board(night, place, pair) for place in night.by_place)
    told = [one for one in found if one.discrepancies]
    return tuple(sorted(told, key=lambda one: one.rank, reverse=True))


def place_board(night: Night, place: str, pair: tuple[str, str]) -> PlaceBoard:
    """One place; without discrepancies where an agency has given no shares."""
    columns = tuple(
        night.columns.get((agency, place))
        or Column(Source(agency, night.contest, place), 1, None, False)
        for agency in pair
    )
    a, b = columns
    now_a, now_b = _newest(a), _newest(b)
    if now_a is None or now_b is None:
        return PlaceBoard(night.contest, place, pair, (), ("", ""), None, None)
    discrepancies = tuple(
        _discrepancy(night, code, a, b, now_a, now_b) for code in comparable(now_a, now_b)
    )
    leaders = (leader(now_a), leader(now_b))
    differ = bool(leaders[0] and leaders[1]) and leaders[0] != leaders[1]
    return PlaceBoard(
        night.contest,
        place,
        pair,
        discrepancies,
        leaders,
        differ_since(a, b) if differ else None,
        _votes_at_stake(night, place, now_a, now_b) if differ else None,
    )


def leader(entry: Entry) -> str:
    """Who is ahead by a bulletin's shares; empty in a tie or with one contender only."""
    named = sorted(
        ((share, code) for code, share in entry.shares.items() if code != OTHERS), reverse=True
    )
    if len(named) < 2 or named[0][0] == named[1][0]:
        return ""
    return named[0][1]


def differ_since(a: Column, b: Column) -> datetime | None:
    """Since when the two have named different leaders without a break, by their newest words."""
    since: Entry | None = None
    said: dict[str, str] = {}
    both = [(entry, "a") for entry in a.entries] + [(entry, "b") for entry in b.entries]
    for entry, side in sorted(both, key=lambda one: (one[0].minute, one[0].id)):
        if entry.shares:
            said[side] = leader(entry)
            differ = len(said) == 2 and all(said.values()) and said["a"] != said["b"]
            since = (since or entry) if differ else None
    return since.as_of if since is not None else None


def _discrepancy(
    night: Night, code: str, a: Column, b: Column, now_a: Entry, now_b: Entry
) -> Discrepancy:
    share_a, share_b = now_a.shares[code], now_b.shares[code]
    equal = gap_at_equal_stage(a, b, code)
    possible: bool | None = None
    needed: tuple[Needed, ...] = ()
    if now_a.opened is not None and now_b.opened is not None:
        room = night.limits.milli("check.d403.tolerance") + now_a.half + now_b.half
        possible = short_of(share_a, now_a.opened, share_b, now_b.opened) <= room
        if possible:
            needed = _needed(code, a, b, now_a, now_b)
    return Discrepancy(
        code,
        decimal(abs(share_a - share_b)),
        None if equal is None else decimal(equal[0]),
        None if equal is None else decimal(equal[1]),
        possible,
        needed,
    )


def _needed(code: str, a: Column, b: Column, now_a: Entry, now_b: Entry) -> tuple[Needed, ...]:
    """The range of shares in the boxes only one of them has, over every possible common part."""
    opened_a, opened_b = now_a.opened or 0, now_b.opened or 0
    both = max(0, opened_a + opened_b - FULL)
    part_a, part_b = (
        now_a.shares[code] * opened_a // FULL,
        now_b.shares[code] * opened_b // FULL,
    )
    least = max(0, part_a - (opened_a - both), part_b - (opened_b - both))
    most = max(least, min(both, part_a, part_b))
    found = []
    for column, part, opened in ((a, part_a, opened_a), (b, part_b, opened_b)):
        own = opened - both
        if own > 0:
            low, high = (max(0, part - most) * FULL // own, max(0, part - least) * FULL // own)
            found.append(
                Needed(
                    column.source.agency,
                    decimal(own),
                    decimal(min(FULL, low)),
                    decimal(min(FULL, high)),
                )
            )
    return tuple(found)


def _votes_at_stake(night: Night, place: str, a: Entry, b: Entry) -> int | None:
    """The two leads added up, in votes: what one of the agencies would have to have wrong."""
    registered = night.election.place(place).registered
    if registered is None:
        return None
    then = night.baseline.places.get(place)
    turnout = then.turnout if then is not None else TURNOUT
    return registered * turnout // FULL * (_lead(a) + _lead(b)) // FULL


def _lead(entry: Entry) -> int:
    named = sorted((s for code, s in entry.shares.items() if code != OTHERS), reverse=True)
    return named[0] - named[1]


def _newest(column: Column) -> Entry | None:
    return next((entry for entry in reversed(column.entries) if entry.shares), None)


def decimal(thousandths: int) -> Decimal:
    """Thousandths of a point as points with two decimals."""
    return Decimal(points(thousandths))
