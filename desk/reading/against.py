"""`X, Y'nin önünde: 107 bin 636 oya karşı 106 bin 757 oy`: two counts set against each other.

The one in front has the larger count; a sentence that does not fit whole is left to the others.
"""

from __future__ import annotations

from desk.reading.cursor import Cursor
from desk.reading.items import Item, Label, Word
from desk.reading.notation import Unit, Value
from desk.reading.words import Sense


def bind_against(c: Cursor) -> None:
    """Bind both counts of such a sentence, before its other values are looked at."""
    at = next((at for at, item in enumerate(c.items) if _word(item) == "karsi"), 0)
    larger, smaller = c.at(at - 2), c.at(at + 1)
    labels = [item for item in c.items[: max(at, 0)] if isinstance(item.data, Label)]
    if at < 2 or larger is None or smaller is None or len(labels) != 2:
        return
    ahead = any(
        isinstance(item.data, Word) and Sense.AHEAD_OF in item.data.senses for item in c.items[:at]
    )
    one, other = larger.data, smaller.data
    if not (isinstance(one, Value) and isinstance(other, Value)):
        return
    votes = one.unit is other.unit is Unit.VOTES and one.is_count and other.is_count
    in_order = [item.case for item in labels] == ["", "gen"] and one.number > other.number
    if ahead and votes and in_order and one.unit_case == "dat":
        c.used |= {at - 2, at + 1}
        c.out.result(labels[0], larger, int(one.number), prose=True)
        c.out.result(labels[1], smaller, int(other.number), prose=True)


def _word(item: Item) -> str:
    return item.data.fold if isinstance(item.data, Word) else ""
