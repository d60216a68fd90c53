"""How fast an agency's opened share grows in one place, and how fast it might grow next.

From the column's own last steps and from the agency's other places; no verdicts here.
"""

from __future__ import annotations

import itertools

from desk.facts.units import FULL
from desk.rules.columns import Column, Night
from desk.rules.entries import Entry

NEARLY_DONE = 99_500
"""From here on a count may well be over, and silence says nothing."""
ENOUGH_PLACES = 5
"""Places a swing or a pace must be seen in before it says anything of another."""


def own_steps(column: Column, index: int) -> list[int]:
    """How fast the opened share grew before: thousandths of a point a minute, oldest first."""
    entries = [
        known
        for known in column.entries[max(0, index - 6) : index]
        if known.opened is not None and not known.flagged
    ]
    found = []
    for earlier, later in itertools.pairwise(entries):
        if later.minute > earlier.minute:
            grown = (later.opened or 0) - (earlier.opened or 0)
            found.append(max(0, grown) // (later.minute - earlier.minute))
    return found


def usual_step(
    night: Night, column: Column, index: int, entry: Entry, anchor: Entry
) -> tuple[int, int] | None:
    """The opened share's expected step and how far it may be off; None where nothing tells."""
    minutes = max(1, entry.minute - anchor.minute)
    steps = own_steps(column, index)[-3:]
    peers = _peer_steps(night, column, entry)
    if not steps and len(peers) < ENOUGH_PLACES:
        return None
    pace = sum(steps) // len(steps) if steps else peers[len(peers) // 2]
    rest = FULL - (anchor.opened or 0)
    fastest = max([*steps, *peers[-max(1, len(peers) // 10) :]], default=pace)
    step = min(pace * minutes, rest)
    return step, max(1_000, step // 2, min(fastest * minutes, rest) // 3)


def _peer_steps(night: Night, column: Column, entry: Entry) -> list[int]:
    """How fast the agency's other places grew lately, in order."""
    found = []
    for other in night.peers(column.source.agency):
        if other is column:
            continue
        at = other.before(entry)
        if at < 2:
            continue
        later, earlier = other.entries[at - 1], other.entries[at - 2]
        if later.opened is None or earlier.opened is None or later.flagged:
            continue
        if later.minute > earlier.minute and earlier.opened < NEARLY_DONE:
            grown = max(0, later.opened - earlier.opened)
            found.append(grown // (later.minute - earlier.minute))
    return sorted(found)
