"""What the rows and columns of the entry table are called in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.facts.bulletin import Item
from desk.facts.election import Election
from ui.entry.cells import Column
from ui.entry.entry_rows import EntryRow, Kind
from ui.texts import names as shown


def row_label(election: Election, contest: str, entry: EntryRow) -> str:
    """A row by what is typed in it or follows from it."""
    if entry.row is None:
        return {
            Kind.TIME: QCoreApplication.translate("EntryModel", "Time"),
            Kind.SUM: QCoreApplication.translate("EntryModel", "Sum"),
            Kind.LEAD: QCoreApplication.translate("EntryModel", "Lead"),
        }[entry.kind]
    if entry.row.contender:
        label = election.label(contest, entry.row.contender)
        if entry.row.item is not Item.VOTES:
            return label
        votes = QCoreApplication.translate("EntryModel", "{contender}, votes")
        return votes.format(contender=label)
    return {
        Item.OPENED_SHARE: QCoreApplication.translate("EntryModel", "Opened, %"),
        Item.OPENED_BOXES: QCoreApplication.translate("EntryModel", "Opened boxes"),
        Item.TOTAL_BOXES: QCoreApplication.translate("EntryModel", "Total boxes"),
        Item.LEADER: QCoreApplication.translate("EntryModel", "Leader, as stated"),
        Item.LEAD_POINTS: QCoreApplication.translate("EntryModel", "Lead in points, as stated"),
        Item.LEAD_VOTES: QCoreApplication.translate("EntryModel", "Lead in votes, as stated"),
        Item.TURNOUT: QCoreApplication.translate("EntryModel", "Turnout, %"),
    }[entry.row.item]


def column_header(agency: str, column: Column) -> str:
    """An agency and, under it, what its column holds."""
    if column.draft and column.draft.replaces is not None:
        state = QCoreApplication.translate("EntryModel", "correction")
    elif column.draft:
        state = QCoreApplication.translate("EntryModel", "draft")
    elif newest := column.said.newest:
        filed = QCoreApplication.translate("EntryModel", "filed {time}")
        state = filed.format(time=shown.clock(newest))
    else:
        state = QCoreApplication.translate("EntryModel", "nothing yet")
    return f"{agency}\n{state}"
