"""How fresh an agency's word on a place is, and when it has been silent too long: W305.

Only times are compared, each agency with its own rhythm; no figure is judged and no clock is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from desk.facts.bulletin import Item, Row, Slot
from desk.facts.codes import Code
from desk.facts.finding import Finding
from desk.rules.case import NEARLY_DONE
from desk.rules.columns import AgencyColumn, Night
from desk.rules.moves import still

USUAL_RHYTHM = 15
"""Minutes between an agency's bulletins before it has shown its own rhythm."""


def w305(night: Night, column: AgencyColumn, minute: int) -> Iterator[Finding]:
    """Judged at a minute; an agency whose count is over has nothing more to say."""
    if not column.entries or is_over(night, column):
        return
    entry = column.entries[-1]
    age = minute - entry.minute
    if age <= stale_after(night, column.source.agency):
        return
    rows = entry.share_rows or tuple(Row(Item(item), who) for item, who in entry.texts)
    values = {
        "since": f"{entry.as_of:%H:%M}",
        "minutes": str(age),
        "usual": str(rhythm_of(night, column.source.agency)),
    }
    slots = tuple(Slot(column.source, row) for row in rows)
    yield Finding(Code.W305, slots, values, entry.id, entry.seen(*rows), entry.as_of)


class Freshness(StrEnum):
    """What an agency's newest word on a place is worth as news."""

    SILENT = "silent"
    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"
    FROZEN = "frozen"
    FINAL = "final"


def freshness(night: Night, agency: str, place: str, now: int) -> Freshness:
    """How fresh an agency's word is at a minute (`entries.minute_of`)."""
    column = night.columns.get((agency, place))
    if column is None or not column.entries:
        return Freshness.SILENT
    if is_over(night, column):
        return Freshness.FINAL
    if still(night, column):
        return Freshness.FROZEN
    age = now - column.minutes[-1]
    rhythm = rhythm_of(night, agency)
    if age > stale_after(night, agency):
        return Freshness.STALE
    ageing = night.limits.milli("check.fresh.ageing")
    return Freshness.AGEING if age * 1000 > rhythm * ageing else Freshness.FRESH


def rhythm_of(night: Night, agency: str) -> int:
    """An agency's usual interval, in minutes."""
    return night.rhythms.get(agency) or USUAL_RHYTHM


def stale_after(night: Night, agency: str) -> int:
    """After how many minutes of silence an agency's word on a place is stale (W305)."""
    intervals = rhythm_of(night, agency) * night.limits.milli("check.w305.intervals") // 1000
    return max(intervals, night.limits.milli("check.w305.minutes") // 1000)


def is_over(night: Night, column: AgencyColumn) -> bool:
    """Whether the count of a column has come to its end, as far as anyone says."""
    for entry in reversed(column.entries):
        if entry.opened is not None:
            return entry.opened >= NEARLY_DONE
    # An agency that never prints how far it is: the other one tells.
    for other in night.others(column.source):
        for entry in reversed(other.entries):
            if entry.opened is not None:
                return entry.opened >= NEARLY_DONE
    return False
