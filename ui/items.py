"""What a bulletin's items are called in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.bulletin import Item


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
