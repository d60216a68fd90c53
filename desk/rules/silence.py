"""An agency that has said nothing of a place for much longer than is its way: W305."""

from __future__ import annotations

from collections.abc import Iterator

from desk.facts.bulletin import Item, Row, Slot
from desk.facts.codes import Code
from desk.facts.finding import Finding
from desk.rules.columns import Column, Night
from desk.rules.freshness import is_over, rhythm_of, stale_after


def w305(night: Night, column: Column, minute: int) -> Iterator[Finding]:
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
