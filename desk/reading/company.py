"""Whether a name nobody here knows is a contender's, by the figures it stands among.

Only for a reading without a file: there a name is a label, yet `ABONE OL 49,90` is none.
"""

from __future__ import annotations

from decimal import Decimal

from desk.reading.drafts import HolderRow, RecordDraft
from desk.reading.units import Claimant

_LEAST, _MOST = Decimal(60), Decimal(101)
"""What the shares of a result's first contenders come to."""


def is_contender(draft: RecordDraft, row: HolderRow, text: str) -> bool:
    """Whether a person without a party has a result's figures; ``text`` is the plain text."""
    holder = row.unit.data
    assert isinstance(holder, Claimant)
    if not holder.candidate:
        return False
    addressed = draft.where.place or draft.where.agency or draft.where.race or draft.fields
    if holder.sure:
        # A full name and a value alone, with nothing of an election about them, may be anything.
        company = len(draft.order) + len(draft.asked) > 1
        told = row.prose or company or " " not in holder.text
        return holder.known or told or bool(addressed)
    return bool(draft.where.place) and _fits(draft, row, text)


def _fits(draft: RecordDraft, row: HolderRow, text: str) -> bool:
    """`Rize'de Bozbey 47,6, Aktaş 38,3`: a result in one breath, or all alike."""
    rows = [one for one in draft.order if "pct" in one.figures]
    if "pct" not in row.figures or len(rows) < 2:
        return False
    if not _LEAST <= _sum(rows) <= _MOST:
        return False
    strangers = [one for one in rows if _is_strange(one)]
    begins = text[: row.unit.start].rstrip()[-1:] in ("", ".", "!", "?")
    line = row.figures["pct"].line
    beside = any(one.figures["pct"].line == line for one in rows if one is not row)
    return _sum(strangers) >= _LEAST or (beside and not begins)


def _sum(rows: list[HolderRow]) -> Decimal:
    return sum((Decimal(one.figures["pct"].value) for one in rows), Decimal())


def _is_strange(row: HolderRow) -> bool:
    holder = row.unit.data
    return isinstance(holder, Claimant) and not (holder.sure or holder.parties or holder.people)
