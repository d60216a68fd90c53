"""The pages of a night that are made when they are first seen: posts, ledger, charts, map, sheets.

A night that is only keyed pays nothing for them; what they show is each page's own business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.night.preferences import Preferences

if TYPE_CHECKING:
    from ui.window.night_view import NightView

ENTRY, COMPARISON, FINDINGS, BOARD, POSTS, LEDGER, CHARTS, MAP, SHEETS = range(9)
"""The pages in the order of their tabs; Ctrl and the number after it opens each."""


class NightPage(QWidget):
    """What a night asks of a page: where the keys go, what is copied, and what is current."""

    def take_keys(self) -> None:
        """Put the focus where the page works."""
        raise NotImplementedError

    def copy(self) -> None:
        """Ctrl+C: put the page's selection on the clipboard."""
        raise NotImplementedError

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Another contest or pair of agencies is current."""
        raise NotImplementedError

    def show_place(self, place: str) -> None:
        """Another place is current."""
        raise NotImplementedError


@runtime_checkable
class HasPicture(Protocol):
    """A page that can save the picture it shows."""

    def save(self) -> None:
        """Save it to a file, asking where."""


@runtime_checkable
class PanedPage(Protocol):
    """A page of several panes that F6 goes round."""

    def panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """The panes behind the one `take_keys` goes to, each with what puts the focus there."""


@runtime_checkable
class PostingPage(Protocol):
    """A page with a post of its own: the window's keys for posts are about that one."""

    def publish(self) -> None:
        """Ctrl+Enter."""

    def copy_post(self) -> None:
        """Ctrl+Shift+C."""

    def save(self) -> None:
        """Ctrl+Shift+S."""

    def keep(self) -> None:
        """Keep what is being written, now."""

    def write_comparison(self) -> None:
        """Go on with the post of the places ticked in the comparison."""


class LatePage(QWidget):
    """A tab that makes its page when it is first shown, already where the night stands."""

    def __init__(self, night: NightView, name: str, parent: QWidget | None = None) -> None:
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
            self._page = self._make(self._night)
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
            if not state.isEmpty():
                splitter.restoreState(state)


def _posts(night: NightView) -> NightPage:
    from ui.posts.composer import ComposerPage

    return ComposerPage(night)


def _ledger(night: NightView) -> NightPage:
    from ui.posts.ledger import LedgerPage

    return LedgerPage(night)


def _charts(night: NightView) -> NightPage:
    from ui.charts.page import ChartsPage

    return ChartsPage(night)


def _map(night: NightView) -> NightPage:
    from ui.charts.map_page import MapPage

    return MapPage(night)


def _sheets(night: NightView) -> NightPage:
    from ui.sheets.page import SheetsPage

    return SheetsPage(night)


MAKERS: Mapping[str, Callable[[NightView], NightPage]] = {
    "posts": _posts,
    "ledger": _ledger,
    "charts": _charts,
    "map": _map,
    "sheets": _sheets,
}
"""How each late page is made; what it needs is loaded then."""
