"""What has room in the window is shown, and what has not folds: names of the rail, places, panes.

Widths and heights are device-independent pixels; what she put away herself stays away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.entry.place_strip import PlaceStrip
from ui.entry.places import PlacesPanel
from ui.frame.rail import Rail
from ui.frame.waiting import WaitingPanel
from ui.night.page import CHARTS, ENTRY, POSTS, SHEETS
from ui.widgets.still import BY_HAND

QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own word for no limit."""

LISTS_PLACES = frozenset({ENTRY, POSTS, CHARTS, SHEETS})
"""The pages of one place; the list of places stands beside them, and is not on the others."""

ROOM_FOR_PLACES, ROOM_FOR_NAMES, ROOM_BELOW = 1280, 1100, 560
"""Under these widths the list of places is a strip, the rail has no names; under this height
nothing stands under what is said of the cell."""


@dataclass(frozen=True, slots=True)
class Panes:
    """What folds."""

    rail: Rail
    places: PlacesPanel
    strip: PlaceStrip
    beside: QWidget
    bulletins: QWidget
    place_chart: QWidget
    waiting: WaitingPanel
    pages: QWidget


class Pages(QStackedWidget):
    """The pages behind one another; only the one in front asks for room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        front = self.currentWidget()
        return QSize() if front is None else front.minimumSizeHint()


class Folding(QObject):
    """Keeps the panes of a night in step with the room there is and with what she wants."""

    def __init__(
        self,
        night: QWidget,
        panes: Panes,
        page_in_front: Callable[[], int],
        take_keys: Callable[[], None],
    ) -> None:
        super().__init__(night)
        self._night, self._panes = night, panes
        self._page_in_front, self._take_keys = page_in_front, take_keys
        self._wishes = {"bulletins": True, "placeChart": True, "places": True}
        self._called = self._waiting = False
        night.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fold()
        return False

    def fold(self) -> None:
        """What has room is shown, and what has not folds."""
        page, panes, wishes = self._page_in_front(), self._panes, self._wishes
        width, low = self._night.width(), self._night.height() < ROOM_BELOW
        listed = self._called or (page == ENTRY and wishes["places"] and width >= ROOM_FOR_PLACES)
        # In a narrow window the list stands in the place of the page, save of the figures.
        alone = self._waiting and width < ROOM_FOR_NAMES and page != ENTRY
        wanted: tuple[tuple[QWidget, bool], ...] = (
            (panes.places, listed),
            (panes.strip, not listed and page in LISTS_PLACES),
            (panes.bulletins, wishes["bulletins"] and not low),
            (panes.place_chart, wishes["placeChart"] and not low),
            (panes.beside, not self._waiting),
            (panes.waiting, self._waiting),
            (panes.pages, not alone),
        )
        panes.rail.narrow(width < ROOM_FOR_NAMES)
        wide = 392 if width >= ROOM_FOR_PLACES else 300
        panes.waiting.setMinimumWidth(wide)
        panes.waiting.setMaximumWidth(QWIDGETSIZE_MAX if alone else wide)
        # Before it is first shown Qt calls a pane hidden that it will show with the rest.
        other = [
            (pane, shown)
            for pane, shown in wanted
            if pane.isHidden() == shown or not pane.testAttribute(BY_HAND)
        ]
        # What goes makes room before anything comes: together they would widen the window.
        for coming in (False, True):
            for pane, shown in other:
                if shown is coming:
                    pane.setVisible(shown)
            if other and not coming:
                # What holds them remembers how much room they took.
                panes.pages.updateGeometry()

    @property
    def waiting(self) -> bool:
        """Whether the list of what waits is wanted."""
        return self._waiting

    def show_waiting(self, wanted: bool) -> None:
        """Bring the list of what waits, in the place of what stands beside the page."""
        self._waiting = wanted
        self.fold()

    def find_place(self) -> None:
        """Ctrl+K: the list of places comes, wherever she is, and goes again with the place."""
        self._called = True
        self.fold()
        self._panes.places.take_keys()

    def leave_places(self) -> None:
        """She has found her place, or looks for none any more."""
        if self._called:
            self._called = False
            self.fold()

    def show_places(self, wanted: bool) -> None:
        """Whether the list of places is to stand beside the figures, where there is room."""
        had = self._panes.places.isAncestorOf(QApplication.focusWidget() or self._night)
        self._wishes["places"], self._called = wanted, False
        self.fold()
        if had and not wanted:
            self._take_keys()

    def show_beside(self, *, bulletins: bool, chart: bool) -> None:
        """What is to stand beside the table, where there is room for it."""
        self._wishes |= {"bulletins": bulletins, "placeChart": chart}
        self.fold()
