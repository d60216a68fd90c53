"""What to make of a place where two agencies differ, worked out a second time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from tests.audit.arithmetic import (
    Sides,
    comparable,
    equal_stage,
    exact,
    half,
    lead_gap,
    possible,
    rounded,
    stage_name,
)

Limits = Mapping[str, Fraction]
"""Thresholds by name: `start`, `early`, `late`, `end`, `unknown`, `tolerance`, `hours-apart`."""


@dataclass(frozen=True)
class Verdict:
    """The code and why; ``who`` are all contenders it may name, more than one only in a tie."""

    code: str
    why: str = ""
    who: frozenset[str] = frozenset()


def gap_of(sides: Sides, who: str) -> Fraction:
    """The two newest shares of a contender, apart."""
    assert sides.shares_a is not None
    assert sides.shares_b is not None
    return abs(exact(sides.shares_a.shares[who]) - exact(sides.shares_b.shares[who]))


def unsure_of(sides: Sides, who: str) -> Fraction:
    """Half a unit of the last digit of both."""
    assert sides.shares_a is not None
    assert sides.shares_b is not None
    return half(sides.shares_a.shares[who]) + half(sides.shares_b.shares[who])


def verdict(sides: Sides, limits: Limits) -> Verdict:
    """Nothing to compare, impossible, the same, of the stage, real, or not known why."""
    named = comparable(sides.shares_a, sides.shares_b)
    if not named:
        return _by_leads(sides, limits)
    gaps = {who: gap_of(sides, who) for who in named}
    widest = _largest(gaps)
    cannot = [who for who in named if possible(sides, who, limits["tolerance"]) is False]
    if cannot:
        return Verdict("impossible", who=frozenset(cannot))
    threshold = limits[stage_name(sides)]
    if any(gaps[who] <= max(threshold, unsure_of(sides, who)) for who in widest):
        return Verdict("same", who=widest)
    # The gap at equal stage is what is printed: rounded once.
    above = [who for who in named if gaps[who] > threshold]
    equal = {who: at[0] for who in above if (at := equal_stage(sides, who)) is not None}
    if len(equal) == len(above):
        left = {who: exact(rounded(gap)) for who, gap in equal.items()}
        if all(gap <= threshold for gap in left.values()):
            return Verdict("stage", who=widest)
        return Verdict("real", who=_largest(left))
    if sides.opened is not None:
        return Verdict("unknown", "no_series", widest)
    apart = minutes_apart(sides)
    return Verdict("unknown", "hours" if apart > limits["hours-apart"] else "no_opened", widest)


def _by_leads(sides: Sides, limits: Limits) -> Verdict:
    """Without shares on both sides: by the leads, against twice the threshold of shares."""
    between = lead_gap(*sides.leads)
    if between is not None:
        near = Fraction(between) <= 2 * limits["unknown"]
        return Verdict("same") if near else Verdict("unknown", "no_shares")
    a, b = sides.leads
    both = (sides.shares_a or a) and (sides.shares_b or b)
    return Verdict("unknown", "no_shares" if both else "one_agency")


def _largest(gaps: Mapping[str, Fraction]) -> frozenset[str]:
    return frozenset(who for who, gap in gaps.items() if gap == max(gaps.values()))


def minutes_apart(sides: Sides) -> int:
    """Between the two newest bulletins with shares."""
    assert sides.shares_a is not None
    assert sides.shares_b is not None
    a, b = (datetime.fromisoformat(s.as_of) for s in (sides.shares_a, sides.shares_b))
    return int(abs(a - b).total_seconds()) // 60


def values(sides: Sides, limits: Limits, judged: Verdict) -> dict[str, frozenset[Fraction | None]]:
    """The numbers of a verdict as far as they are known, each by whichever contender it may name.

    ``gap`` now, ``equal`` at the ``opened`` share where both were, the ``threshold`` it was held
    against and the ``minutes`` between the two; of leads only the gap and twice the threshold.
    """
    named = comparable(sides.shares_a, sides.shares_b)
    if not named:
        between = lead_gap(*sides.leads)
        if between is None:
            return {}
        told = {"gap": Fraction(between), "threshold": 2 * limits["unknown"]}
        return {name: frozenset({number}) for name, number in told.items()}
    found: dict[str, frozenset[Fraction | None]] = {
        "gap": frozenset(gap_of(sides, who) for who in judged.who),
        "threshold": frozenset({limits[stage_name(sides)]}),
        "minutes": frozenset({Fraction(minutes_apart(sides))}),
    }
    at = [equal_stage(sides, who) for who in judged.who]
    if any(at):
        found["equal"] = frozenset(one and exact(rounded(one[0])) for one in at)
        found["opened"] = frozenset(one and exact(rounded(one[1])) for one in at)
    return found
