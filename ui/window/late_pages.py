"""The pages of a night that are made when they are first seen: posts, ledger, charts, map, sheets.

A night that is only keyed pays nothing for them: each is loaded by its maker here, and nowhere
else. What a page shows is its own business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.night.page import NightPage, OpenNight
from ui.night.preferences import Preferences
from ui.widgets.sizes import restore


class LatePage(QWidget):
    """A tab that makes its page when it is first shown, already where the night stands."""

    def __init__(self, night: OpenNight, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"page.{name}")
        self._night, self._make = night, MAKERS[name]
        self._page: NightPage | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> NightPage | None:
        """The page, if it has been seen."""
        return self._page

    def page(self) -> NightPage:
        """The page, made now if nobody has seen it yet."""
        if self._page is None:
            self._page = self._make(self._night, self)
            self._layout.addWidget(self._page)
            # A layout shows what it is given a moment later; who asks for the page needs it now.
            self._page.show()
            contest, pair, place = self._night.standing()
            self._page.show_contest(contest, pair)
            self._page.show_place(place)
            self._take_sizes()
        return self._page

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A click on the tab gives the keys to the page in the tab, which is only a frame.
        super().focusInEvent(event)
        self.page().take_keys()

    def splitters(self) -> list[QSplitter]:
        """The page's splitters that have a name to be remembered by; none before it is made."""
        return [splitter for splitter in self.findChildren(QSplitter) if splitter.objectName()]

    def _take_sizes(self) -> None:
        preferences = getattr(self.window(), "preferences", None)
        if not isinstance(preferences, Preferences):
            return
        for splitter in self.splitters():
            state = preferences.state(splitter.objectName())
            restore(splitter, state)


def _posts(night: OpenNight, parent: QWidget) -> NightPage:
    from ui.posts.composer import ComposerPage

    return ComposerPage(night, parent)


def _ledger(night: OpenNight, parent: QWidget) -> NightPage:
    from ui.posts.ledger import LedgerPage

    return LedgerPage(night, parent)


def _charts(night: OpenNight, parent: QWidget) -> NightPage:
    from ui.charts.page import ChartsPage

    return ChartsPage(night, parent)


def _map(night: OpenNight, parent: QWidget) -> NightPage:
    from ui.charts.map_page import MapPage

    return MapPage(night, parent)


def _sheets(night: OpenNight, parent: QWidget) -> NightPage:
    from ui.sheets.page import SheetsPage

    return SheetsPage(night, parent)


MAKERS: Mapping[str, Callable[[OpenNight, QWidget], NightPage]] = {
    "posts": _posts,
    "ledger": _ledger,
    "map": _map,
    "charts": _charts,
    "sheets": _sheets,
}
"""How each late page is made."""
