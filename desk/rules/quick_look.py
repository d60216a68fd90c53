"""Most bulletins of a night have nothing wrong with them: a few sums find that out.

What stands out here is judged by every rule (`judge.judge`); what is not sure to be clean stands
out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.facts.election import OTHERS
from desk.facts.figures import FULL
from desk.rules.between import LARGE
from desk.rules.columns import AgencyColumn, Night
from desk.rules.entries import Entry
from desk.rules.inside import boxes_fit
from desk.rules.moves import SMALL_JUMP, missing_leader
from desk.rules.spread import Moves, moves_of


@dataclass(slots=True, eq=False)
class Trail:
    """A column as far as the night has come: ``count`` bulletins of it, the newest of them, and
    the newest with shares. ``here`` are the place's trails, this one among them."""

    column: AgencyColumn
    here: list[Trail] = field(default_factory=list)
    count: int = 0
    last: Entry | None = None
    shares: Entry | None = None

    def add(self, entry: Entry) -> None:
        """The night goes on with this bulletin."""
        self.count += 1
        self.last = entry
        if entry.shares:
            self.shares = entry

    def drop(self) -> None:
        """The night goes back to before the newest bulletin."""
        dropped = self.last
        self.count -= 1
        self.last = self.column.entries[self.count - 1] if self.count else None
        if self.shares is dropped:
            known = reversed(self.column.entries[: self.count])
            self.shares = next((entry for entry in known if entry.shares), None)


class QuickLook:
    """A few sums over each bulletin of a night: is there nothing that any rule could find?"""

    def __init__(self, night: Night) -> None:
        self._night = night
        self.likely = night.limits.unsurprising
        self._gap = night.limits.milli("check.d404.gap")

    def moves(self, trail: Trail, entry: Entry, scales: Mapping[str, int]) -> Moves | None:
        """The moves since the bulletin before, if no rule can have anything to say but of these;
        or else None. They are likely where `Moves.worst` is at most ``likely``.

        It asks `inside`, `moves`, `between` and `suggest` their questions in the order of what
        they cost. What is rare (votes, leads, a first bulletin) is left to them.
        """
        before, night = trail.shares, self._night
        if before is None or before is not trail.last or before.flagged:
            return None
        if before.opened is not None and before.opened >= FULL:
            return None
        if entry.votes or entry.stated or entry.turnout or entry.seated or not entry.shares:
            return None
        if entry.minute == before.minute or entry.minute < trail.column.close:
            return None
        if not _opened_soundly(before, entry, trail.column) or not _sums_up(entry):
            return None
        if entry.shares == before.shares or not entry.shares.keys() <= before.shares.keys():
            return None
        if missing_leader(before, entry):
            return None
        for other in trail.here:
            if other is not trail and other.shares and self._copied(entry, other.shares):
                return None
        key = entry.key
        for places in night.places_of_shares.values():
            if key in places:
                return None
        column = trail.column
        return moves_of(before, entry, night.started, column.boxes, scales, column.mean.value)

    def _apart(self, entry: Entry, rival: Entry) -> bool:
        """Whether any share is so far from the other agency's that D404 minds an equal one."""
        theirs, gap = rival.shares, self._gap
        return any(
            abs(value - theirs.get(code, value)) >= gap for code, value in entry.shares.items()
        )

    def _copied(self, entry: Entry, rival: Entry) -> bool:
        """Whether D404 may have something to say."""
        theirs = rival.shares
        for code, value in entry.shares.items():
            if value >= LARGE and theirs.get(code) == value:
                return self._apart(entry, rival)
        return False


def _opened_soundly(before: Entry, entry: Entry, column: AgencyColumn) -> bool:
    """F203, F207, W301, W312 and a total of boxes that is another place's: none of them."""
    opened, boxes, total, known = entry.opened, entry.boxes, entry.total, column.boxes
    if opened is not None:
        if before.opened is None:
            return False
        jump = opened - before.opened
        if jump >= SMALL_JUMP or jump + entry.opened_half + before.opened_half < 0:
            return False
    if total is not None and total != before.total and abs(total - known) * 50 > known:
        return False
    if boxes is None:
        return opened != 0
    if boxes == 0 or (before.boxes is not None and boxes < before.boxes):
        return False
    return boxes_fit(entry, column.boxes_known)


def _sums_up(entry: Entry) -> bool:
    """F201, F202 and F207: none of them."""
    values = entry.shares.values()
    total = sum(values)
    if not 0 < total <= FULL + entry.room or max(values) >= FULL:
        return False
    return total >= FULL - entry.room or OTHERS not in entry.shares
