"""What a bulletin's figures are expected to be, and how surprising others would be.

From the agency's own bulletin before, else from the other agency's or the last election's; every
surprise is a squared distance in millionths of the variance expected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.facts.election import OTHERS
from desk.facts.units import FULL
from desk.rules.entries import Entry
from desk.rules.spread import REST, UNIT, stages, variable, weight

CLOSED = 30
"""How far a sum may be from 100 beyond rounding once the agency's sums close, in thousandths."""

MOST = 400 * UNIT
"""Beyond twenty times the usual everything is equally impossible."""


@dataclass(frozen=True, slots=True)
class Band:
    """Where a figure is expected: the middle, its variance, and what rounding may add."""

    middle: int
    variance: int
    room: int

    def surprise(self, value: int) -> int:
        """How surprising a value is, squared, in millionths."""
        away = abs(value - self.middle) - self.room
        if away <= 0:
            return 0
        found = away * away * UNIT // self.variance
        return found if found < MOST else MOST

    def reach(self, likelihood: int) -> tuple[int, int]:
        """The band that a squared likelihood leaves, within 0 and 100."""
        from math import isqrt

        wide = isqrt(self.variance * likelihood // UNIT) + self.room
        return max(0, self.middle - wide), min(FULL, self.middle + wide)


@dataclass(slots=True)
class Expected:
    """Bands by contender. ``rest`` is the band of what the named ones leave of 100."""

    bands: dict[str, Band] = field(default_factory=dict)
    rest: Band | None = None
    common: frozenset[str] = frozenset()

    def rest_of(self, shares: Mapping[str, int]) -> int:
        """What the contenders named on both sides leave of 100."""
        return FULL - sum(value for code, value in shares.items() if code in self.common)

    def surprises(self, shares: Mapping[str, int]) -> dict[str, int]:
        """By contender, and for the rest."""
        found = {
            code: self.bands[code].surprise(value)
            for code, value in shares.items()
            if code in self.bands
        }
        if self.rest is not None and self.common <= shares.keys():
            found[REST] = self.rest.surprise(self.rest_of(shares))
        return found

    def total(self, shares: Mapping[str, int]) -> int:
        """All surprises together."""
        return sum(self.surprises(shares).values())


def from_own(
    before: Entry,
    after: Entry,
    boxes: int,
    started: int,
    scales: Mapping[str, int],
    liveliness: int,
    closes: bool,
) -> Expected:
    """From the same agency's bulletin before."""
    share = weight(stages(before, after, started), boxes)
    room = before.half + after.half
    expected = Expected()

    def band(middle: int, code: str, rounding: int) -> Band:
        scale = scales.get(code, UNIT) * liveliness // UNIT
        variance = share * variable(middle) // UNIT * scale // UNIT
        return Band(middle, max(1, variance), rounding)

    same = before.shares.keys() == after.shares.keys()
    for code, value in before.shares.items():
        # With other contenders named, *Diğer* may mean others.
        if code in after.shares and (same or code != OTHERS):
            expected.bands[code] = band(value, code, room)
    expected.common = frozenset(expected.bands)
    if len(expected.common) > 1:
        rest = expected.rest_of(before.shares)
        if closes and same and abs(rest) <= before.room:
            # A sum that closed closes again.
            expected.rest = Band(0, CLOSED * CLOSED, after.room)
        else:
            expected.rest = band(max(0, rest), REST, before.room + after.room)
    return expected


def from_elsewhere(middles: Mapping[str, int], shares: Mapping[str, int], spread: int) -> Expected:
    """From other figures of this place: the other agency's, or last time's with the swing.

    ``spread`` is the usual distance of a half-and-half share, in thousandths.
    """
    expected = Expected()
    for code, middle in middles.items():
        if code in shares and code != OTHERS:
            expected.bands[code] = wide(middle, spread)
    expected.common = frozenset(expected.bands)
    return expected


def wide(middle: int, spread: int) -> Band:
    """A band as wide as ``spread`` for a half-and-half share, narrower for a small one."""
    variance = spread * spread * variable(middle) // (FULL // 2) ** 2
    return Band(middle, max(1, variance), 0)
