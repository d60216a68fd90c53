"""The marks of the tables: each tells by its shape what its colour only repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.facts.finding import Finding

WRONG = "▲"
"""Impossible: a bulletin contradicts itself or arithmetic."""
UNLIKELY = "●"
"""Implausible against the agency's own night, the place, or another contest."""
DIFFER = "◆"
"""Between the two agencies."""
DRAFT = "✎"
"""A draft is under way."""
BANNED = "✖"
"""May not go out, whatever the reason."""
CLEAR = "✓"
"""Nothing is in the way."""

RANK = {WRONG: 0, UNLIKELY: 1, DIFFER: 2, DRAFT: 3}
"""The worst first."""


def mark_of(finding: Finding) -> str:
    """The mark of a finding."""
    if finding.severity == "error":
        return WRONG
    return DIFFER if finding.code.startswith("D") else UNLIKELY


def led(mark: str, text: str) -> str:
    """A text behind its mark."""
    return f"{mark} {text}"
