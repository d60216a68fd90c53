"""The marks of the tables: each tells by its shape what its colour only repeats."""

from __future__ import annotations

WRONG = "▲"
"""Impossible: a bulletin contradicts itself or arithmetic."""
UNLIKELY = "●"
"""Implausible against the agency's own night, the place, or another contest."""
DIFFER = "◆"
"""Between the two agencies."""
WAITING = "✗"
"""A text that is no figure waits in a cell."""
DRAFT = "✎"
"""A draft is under way."""
BANNED = "✖"
"""May not go out, whatever the reason."""
CLEAR = "✓"
"""Nothing is in the way."""
OUT_WRONG = "△"
"""Published, and wrong now."""
UNTOLD = "ⓘ"
"""What would be needed to compare was not said."""
NEW = "•"
"""Not there when she last looked."""

OVERRULED = "◇"
"""Published over what stood in its way."""
AGEING, STALE, FROZEN, FINAL = "◔", "○", "❄", "✓"
"""An agency's word that is no longer fresh: late, long silent, counting without moving, over."""

_ALL = frozenset(
    {WRONG, UNLIKELY, DIFFER, WAITING, DRAFT, BANNED, CLEAR, OVERRULED, OUT_WRONG, NEW, UNTOLD}
    | {AGEING, STALE, FROZEN, FINAL}
)

RANK = {WAITING: 0, WRONG: 1, UNLIKELY: 2, DIFFER: 3, DRAFT: 4}
"""The worst first."""


def led(mark: str, text: str) -> str:
    """A text behind its mark."""
    return f"{mark} {text}"


def bare(text: str) -> str:
    """A text without the marks it is led by, for whoever reads it where the marks say nothing."""
    while text[:1] in _ALL:
        text = text[1:].lstrip()
    return text
