"""What the measurement of slips has found, and how it is told: counts, and Markdown tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from desk.rehearsal.slips import SlipKind

STAGES = {"first half hour": 30, "second half hour": 60, "second hour": 120, "later": 24 * 60}
"""Parts of the night, each with the minute it ends in."""


@dataclass
class Tally:
    """How often a slip was tried, caught, and caught with the right suggestion first."""

    tried: int = 0
    caught: int = 0
    right: int = 0

    def count(self, caught: bool, right: bool) -> None:
        """One more."""
        self.tried += 1
        self.caught += caught
        self.right += caught and right

    def shown(self) -> list[str]:
        """Three cells of a table."""
        return [str(self.tried), _part(self.caught, self.tried), _part(self.right, self.tried)]


@dataclass
class Measured:
    """What a series of nights has shown."""

    kinds: dict[SlipKind, Tally] = field(default_factory=dict)
    large: dict[SlipKind, Tally] = field(default_factory=dict)
    stages: dict[str, Tally] = field(default_factory=dict)
    early: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    warned: int = 0
    suspected: int = 0
    honest_early: int = 0
    honest_late: int = 0
    judged: int = 0
    seconds: float = 0.0
    missed: list[str] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)
    moves: dict[str, list[Decimal]] = field(default_factory=dict)
    apart: dict[str, list[Decimal]] = field(default_factory=dict)


def stage_of(into: timedelta) -> str:
    """Which part of the night it is, so long after the first bulletin."""
    return next(name for name, end in STAGES.items() if into < timedelta(minutes=end))


def tables(name: str, found: Measured) -> list[str]:
    """What was measured, as Markdown."""
    nothing = Tally()
    lines = [
        f"### {name}",
        "",
        f"Honest bulletins {found.judged}, slips {_sum(found.kinds.values()).tried}.",
        "",
        "| slip | tried | caught | right first | 1 point or more | caught | right first |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for kind in SlipKind:
        cells = found.kinds.get(kind, nothing).shown() + found.large.get(kind, nothing).shown()
        lines.append(f"| {kind.value} | {' | '.join(cells)} |")
    total = _sum(found.kinds.values()).shown() + _sum(found.large.values()).shown()
    lines.append(f"| **all** | {' | '.join(total)} |")
    lines += [
        "",
        "| 1 point or more, by stage | tried | caught | right first |",
        "|---|--:|--:|--:|",
    ]
    lines += [
        f"| {name} | {' | '.join(found.stages.get(name, nothing).shown())} |" for name in STAGES
    ]
    lines += [
        "",
        "| honest shares of 10 % and more, points | since the one before: half | 99 of 100 "
        "| from the other agency's: half | 99 of 100 |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {name} | {_cuts(found.moves.get(name, []))} | {_cuts(found.apart.get(name, []))} |"
        for name in STAGES
    ]
    lines += [
        "",
        "| honest bulletins, findings per hundred | first half hour | after |",
        "|---|--:|--:|",
    ]
    for code in sorted(found.early | found.late):
        early = _per_hundred(found.early[code], found.honest_early)
        late = _per_hundred(found.late[code], found.honest_late)
        lines.append(f"| {code} | {early} | {late} |")
    warned = _per_hundred(found.warned, found.honest_late)
    lines.append(f"| **bulletins with any F, W, D403, D404** | | {warned} |")
    suspected = _per_hundred(found.suspected, found.honest_late)
    lines.append(f"| **bulletins with any code but D401 and D402** | | {suspected} |")
    return [*lines, ""]


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.tried += tally.tried
        total.caught += tally.caught
        total.right += tally.right
    return total


def _part(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def _cuts(sizes: Sequence[Decimal]) -> str:
    """The middle of some sizes and what 99 of 100 stay below, as two cells."""
    if not sizes:
        return "– | –"
    ordered = sorted(sizes)
    return f"{ordered[len(ordered) // 2]:.2f} | {ordered[len(ordered) * 99 // 100]:.2f}"


def _per_hundred(count: int, of: int) -> str:
    return f"{100 * count / of:.2f}" if of else "–"
