"""Where did we publish this figure? From a cell of the entry table or the comparison to the ledger.

The posts are found by `desk.posts.ledger`; here is only which figure the editor means.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from desk.facts.bulletin import Item, Row, Slot, Source
from ui.comparison.model import What
from ui.night.page import COMPARISON, ENTRY
from ui.widgets.message import tell_window

if TYPE_CHECKING:
    from ui.window.night_view import NightView

_FIRST, _SECOND = 0, 1
_OF_A_SIDE = {
    What.SHARE_A: (_FIRST, Item.SHARE),
    What.SHARE_B: (_SECOND, Item.SHARE),
    What.OPENED_A: (_FIRST, Item.OPENED_SHARE),
    What.OPENED_B: (_SECOND, Item.OPENED_SHARE),
}
"""Columns of the comparison that show a figure: whose, and which."""


def ask(night: NightView) -> None:
    """Open the ledger on the posts that cite the figure under the cursor."""
    slot = slot_under(night)
    if slot is None:
        tell_window(
            night,
            QCoreApplication.translate(
                "WherePublished", "Put the cursor on an agency's figure to see where it went out."
            ),
        )
    else:
        night.ledger.page().show_citing(slot)


def slot_under(night: NightView) -> Slot | None:
    """The figure under the cursor of the page in front; None where there is none."""
    from ui.posts.ledger import LedgerPage

    front = night.late["ledger"].made
    focus = QApplication.focusWidget()
    if isinstance(front, LedgerPage) and focus is not None and front.isAncestorOf(focus):
        return front.detail.slot()
    if night.pages.currentIndex() == COMPARISON:
        return _in_comparison(night)
    if night.pages.currentIndex() != ENTRY:
        return None
    index = night.entry.view.currentIndex()
    row = night.entry.model.rows[index.row()].row if index.isValid() else None
    source = night.entry.model.source(night.entry.view.agency_column())
    return Slot(source, row) if row is not None and source is not None else None


def offer_in_tables(night: NightView) -> None:
    """The same question on the right mouse button and the menu key of both tables."""

    def offer(table: QAbstractItemView, at: QPoint) -> None:
        menu_for(night, table).popup(table.viewport().mapToGlobal(at))

    for table in (night.entry.view, night.comparison.table):
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(partial(offer, table))


def menu_for(night: NightView, table: QAbstractItemView) -> QMenu:
    """What may be asked of the cell under the cursor."""
    menu = QMenu(table)
    menu.setObjectName("menu.figure")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    action = menu.addAction(
        QCoreApplication.translate("WherePublished", "Where was this figure published?")
    )
    action.setEnabled(slot_under(night) is not None)
    action.triggered.connect(lambda: ask(night))
    return menu


def _in_comparison(night: NightView) -> Slot | None:
    index, model = night.comparison.table.currentIndex(), night.comparison.model
    if not index.isValid():
        return None
    column = model.columns[index.column()]
    if column.what not in _OF_A_SIDE:
        return None
    side, item = _OF_A_SIDE[column.what]
    contest, pair, _ = night.standing()
    source = Source(pair[side], contest, model.place_at(index.row()))
    return Slot(source, Row(item, column.contender if item.per_contender else ""))
