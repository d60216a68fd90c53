"""The last election's result by place: votes, from which shares and turnout are worked out once.

Votes are kept, never shares: a share rounded twice is off on paper. Which contest a night is set
against is the country's business; who compares, and how, that of rules, charts and sheets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from desk.facts.figures import FULL, rounded


@dataclass(frozen=True)
class Earlier:
    """One place last time, as the electoral council counted it.

    ``registered`` is None where there are no lists, as at the customs.
    """

    votes: Mapping[str, int]
    valid: int
    cast: int
    registered: int | None

    def exactly(self, code: str) -> Fraction | None:
        """A contender's share in per cent, not rounded; None for one who did not stand."""
        votes = self.votes.get(code)
        return None if votes is None else Fraction(100 * votes, self.valid)

    def share(self, code: str) -> Decimal | None:
        """The same with two decimals, as it is printed."""
        share = self.exactly(code)
        return None if share is None else rounded(share)

    @property
    def voted(self) -> Fraction | None:
        """The turnout in per cent of the registered voters, not rounded."""
        return Fraction(100 * self.cast, self.registered) if self.registered else None

    @cached_property
    def shares(self) -> Mapping[str, int]:
        """Shares in thousandths of a point: what the rules weigh likelihoods with."""
        return {code: _nearest(FULL * votes, self.valid) for code, votes in self.votes.items()}

    @cached_property
    def turnout(self) -> int | None:
        """The turnout in thousandths of a point, for the rules."""
        return _nearest(FULL * self.cast, self.registered) if self.registered else None


@dataclass(frozen=True, slots=True)
class Baseline:
    """The last time, by place; ``day`` is ISO, empty where nothing is known."""

    places: Mapping[str, Earlier] = field(default_factory=dict)
    day: str = ""


def _nearest(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)
