"""Where did we publish this figure? From a figure under the cursor to the ledger.

Which figure that is, the page in front says; the posts are found by the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from desk.facts.bulletin import Slot
from ui.night.bridge import Bridge


class FiguresInFront(Protocol):
    """A night with figures under its cursor, and a ledger to look them up in."""

    def slot_under_cursor(self) -> Slot | None:
        """The figure under the cursor of the page in front; None where there is none."""
        ...

    def show_citing(self, slot: Slot) -> None:
        """Open the ledger on the posts that cite a figure."""
        ...

    @property
    def bridge(self) -> Bridge:
        """Where it is said that there is no figure."""
        ...


def ask(night: FiguresInFront) -> None:
    """Open the ledger on the posts that cite the figure under the cursor."""
    slot = night.slot_under_cursor()
    if slot is None:
        night.bridge.messages.complain(
            QCoreApplication.translate(
                "WherePublished", "Put the cursor on an agency's figure to see where it went out."
            )
        )
    else:
        night.show_citing(slot)


def offer_in(
    night: FiguresInFront, tables: Iterable[QAbstractItemView], more: Callable[[QMenu], None]
) -> None:
    """The same question on the right mouse button and the menu key of some tables.

    ``more`` adds to the menu what else may be done there.
    """

    def offer(table: QAbstractItemView, at: QPoint) -> None:
        menu_for(night, table, more).popup(table.viewport().mapToGlobal(at))

    for table in tables:
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(partial(offer, table))


def menu_for(
    night: FiguresInFront, table: QAbstractItemView, more: Callable[[QMenu], None]
) -> QMenu:
    """What may be asked of the cell under the cursor."""
    menu = QMenu(table)
    menu.setObjectName("menu.figure")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    action = menu.addAction(
        QCoreApplication.translate("WherePublished", "Where was this figure published?")
    )
    action.setEnabled(night.slot_under_cursor() is not None)
    action.triggered.connect(lambda: ask(night))
    more(menu)
    return menu
