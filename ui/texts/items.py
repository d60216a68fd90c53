"""What a bulletin's items are called in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import Item, Slot
from desk.facts.election import Election


def item_label(item: Item) -> str:
    """An item by name, as running text calls it."""
    return {
        Item.SHARE: QCoreApplication.translate("Items", "share"),
        Item.VOTES: QCoreApplication.translate("Items", "votes"),
        Item.OPENED_SHARE: QCoreApplication.translate("Items", "opened, %"),
        Item.OPENED_BOXES: QCoreApplication.translate("Items", "opened boxes"),
        Item.TOTAL_BOXES: QCoreApplication.translate("Items", "total boxes"),
        Item.TURNOUT: QCoreApplication.translate("Items", "turnout, %"),
        Item.LEAD_POINTS: QCoreApplication.translate("Items", "lead in points"),
        Item.LEAD_VOTES: QCoreApplication.translate("Items", "lead in votes"),
        Item.LEADER: QCoreApplication.translate("Items", "leader"),
    }[item]


def row_label(election: Election, slot: Slot) -> str:
    """Whose figure a slot is, or which: the contender by name, votes said to be votes."""
    row = slot.row
    label = item_label(row.item)
    if not row.contender:
        return label
    name = election.label(slot.source.contest, row.contender)
    return name if row.item is Item.SHARE else f"{name}, {label}"


def slot_label(election: Election, slot: Slot) -> str:
    """A figure's address in one line."""
    return f"{slot.source.agency}, {slot.source.place}: {row_label(election, slot)}"
