"""What was measured, as lines of a plain table: a name, a figure, its budget, the verdict."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure; ``budget`` is the most it may be, None where there is no budget."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """``pass`` or ``MISS``; empty without a budget."""
        if self.budget is None:
            return ""
        return "pass" if self.value <= self.budget else "MISS"


def spread(name: str, seconds: Sequence[float], budget_p99: float | None = None) -> list[Line]:
    """Median, 95th and 99th percentile of a series of times, in milliseconds."""
    cuts = quantiles((1000 * each for each in seconds), n=100, method="inclusive")
    note = f"n={len(seconds)}"
    return [
        Line(f"{name}, p50", cuts[49], "ms", note=note),
        Line(f"{name}, p95", cuts[94], "ms"),
        Line(f"{name}, p99", cuts[98], "ms", budget_p99),
    ]


def middle(name: str, seconds: Sequence[float]) -> Line:
    """The median of a series of times, in milliseconds."""
    return Line(name, 1000 * median(seconds), "ms", note=f"n={len(seconds)}")


def write(title: str, lines: Sequence[Line]) -> None:
    """Print one measurement's lines."""
    out = [f"\n{title}"]
    for line in lines:
        budget = f"<= {line.budget:g}" if line.budget is not None else ""
        value = f"{line.value:,.2f}" if line.value < 100 else f"{line.value:,.0f}"
        out.append(
            f"  {line.name:<58}{value:>10} {line.unit:<5}{budget:>9} {line.verdict:<5}{line.note}"
        )
    sys.stdout.write("\n".join(out) + "\n")
    sys.stdout.flush()
