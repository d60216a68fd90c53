"""How figures look in tables: Turkish notation, digits as published, nothing for what was not said.

Sorting keys live beside the texts they belong to, so that a table sorts by value and not by look.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt

from desk import turkish
from desk.facts.bulletin import Item, Value
from desk.facts.election import Election
from desk.facts.figures import published

NOTHING = ""

VALUE_ROLE = int(Qt.ItemDataRole.UserRole) + 50
"""A model's exact value behind a cell's text, for whoever copies it on."""


def share(value: Decimal | None) -> str:
    """A share or points with a decimal comma."""
    return NOTHING if value is None else published(value)


def clock(moment: datetime | None) -> str:
    """The time of day, `19.25`."""
    return NOTHING if moment is None else turkish.clock(moment.time())


def figure(election: Election, contest: str, item: Item, value: Value | None) -> str:
    """Any figure as the entry table shows it; a leader by name."""
    if value is None:
        return NOTHING
    if item is Item.LEADER:
        contender = election.contest(contest).contender(str(value))
        return contender.surname or election.label(contest, contender.code)
    if isinstance(value, int):
        return turkish.votes_dots(value)
    return published(value)


def age_minutes(now: datetime, then: datetime | None) -> int | None:
    """Whole minutes since a bulletin; None if there was none."""
    return None if then is None else max(0, int((now - then).total_seconds() // 60))
