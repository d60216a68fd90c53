"""The last election's result by place: votes, from which shares and turnout are worked out once.

Votes are kept, never shares: a share rounded twice is off on paper. Who compares, and how, belongs
to the rules, the charts and the sheets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property

from desk.facts import catalog
from desk.facts.figures import FULL, rounded


@dataclass(frozen=True)
class Earlier:
    """One place last time, as the electoral council counted it."""

    votes: Mapping[str, int]
    valid: int
    cast: int
    registered: int

    def exactly(self, code: str) -> Fraction | None:
        """A contender's share in per cent, not rounded; None for one who did not stand."""
        votes = self.votes.get(code)
        return None if votes is None else Fraction(100 * votes, self.valid)

    def share(self, code: str) -> Decimal | None:
        """The same with two decimals, as it is printed."""
        share = self.exactly(code)
        return None if share is None else rounded(share)

    @property
    def voted(self) -> Fraction:
        """The turnout in per cent of the registered voters, not rounded."""
        return Fraction(100 * self.cast, self.registered)

    @cached_property
    def shares(self) -> Mapping[str, int]:
        """Shares in thousandths of a point: what the rules weigh likelihoods with."""
        return {code: _nearest(FULL * votes, self.valid) for code, votes in self.votes.items()}

    @cached_property
    def turnout(self) -> int:
        """The turnout in thousandths of a point, for the rules."""
        return _nearest(FULL * self.cast, self.registered)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The last time, by place; ``day`` is ISO, empty where nothing is known."""

    places: Mapping[str, Earlier] = field(default_factory=dict)
    day: str = ""


@cache
def baseline_of(election: str, contest: str) -> Baseline:
    """An election's baseline for a contest; empty where the resources have none."""
    file = catalog.resource("baselines", f"{election}.json")
    if not file.is_file():
        return Baseline()
    data = json.loads(file.read_text(encoding="utf-8"))
    places = data["contests"].get(contest, {})
    earlier = {
        place: Earlier(told["votes"], told["valid"], told["cast"], told["registered"])
        for place, told in places.items()
    }
    return Baseline(earlier, str(data.get("of", "")))


def _nearest(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)
