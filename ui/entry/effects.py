"""What follows in the table from figures that are not written yet.

Sums, leads and gaps are those the table shows; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import Row, Value
from desk.facts.election import Election
from ui.entry.cells import EntryColumn, gap_head
from ui.texts import names as shown


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that follows from a figure: as it is, and as it would be."""

    what: str
    now: str
    then: str


def effects(
    election: Election,
    contest: str,
    columns: tuple[EntryColumn, ...],
    number: int,
    figures: Mapping[Row, Value],
) -> list[Effect]:
    """What figures in the draft of a column would do; nothing where it has no draft."""
    draft = columns[number].draft
    if draft is None:
        return []
    drafted = replace(draft, figures={**draft.figures, **figures})
    after = [*columns]
    after[number] = replace(columns[number], draft=drafted)
    one, other = (each.said.source.agency for each in (columns[number], columns[1 - number]))
    told = []
    for each in (columns, tuple(after)):
        side = each[number]
        total = sum(side.shares().values(), Decimal(0))
        lead = shown.lead(election, contest, side.lead)
        told.append((shown.share(total), lead, gap_head(each).lead))
    translate = QCoreApplication.translate
    named = (
        translate("EntryModel", "Sum"),
        translate("EntryModel", "Lead in {agency}").format(agency=one),
        translate("EntryModel", "Apart from {agency}").format(agency=other),
    )
    return [
        Effect(what, now, then) for what, now, then in zip(named, *told, strict=True) if now != then
    ]
