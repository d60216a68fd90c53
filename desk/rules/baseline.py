"""The last election's results by place, against which a first bulletin is measured.

Facts from the resources, as whole thousandths of a point; an election without them has none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from desk.facts import catalog


@dataclass(frozen=True, slots=True)
class Earlier:
    """One place last time: shares by contender and turnout, in thousandths of a point."""

    shares: Mapping[str, int]
    turnout: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The last time, by place."""

    places: Mapping[str, Earlier] = field(default_factory=dict)


@cache
def baseline_of(election: str, contest: str) -> Baseline:
    """An election's baseline for a contest; empty where the resources have none."""
    file = catalog.resource("baselines", f"{election}.json")
    if not file.is_file():
        return Baseline()
    data = json.loads(file.read_text(encoding="utf-8"))
    places = data["contests"].get(contest, {})
    return Baseline(
        {place: Earlier(entry["shares"], entry["turnout"]) for place, entry in places.items()}
    )
