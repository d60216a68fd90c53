"""A page in a window of its own, for the big screen: it shows what the night shows, and no more.

The page is a second one; the one in the desk's own window stays. Figures and posts are written
there only, so the pages that write have no window of their own.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk import PROVA
from ui.comparison.board import BoardPage
from ui.night.page import BOARD, CHARTS, COMPARISON, LEDGER, MAP, NightPage, OpenNight
from ui.widgets.clipboard import copy_selection
from ui.widgets.keys import key_sequence
from ui.window.late_pages import MAKERS


class PageWindow(QWidget):
    """One page and nothing else; F11 fills the screen, Esc and Ctrl+F11 give the page back."""

    SIZE = (1100, 720)
    """Before anything is remembered, in device-independent pixels."""

    closing = Signal()

    def __init__(self, name: str, night: QWidget) -> None:
        super().__init__(night, Qt.WindowType.Window)
        self.setObjectName(f"window.{name}")
        self.name = name
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.page: NightPage | None = None
        for key, act in (
            ("F11", self.turn_full),
            ("Escape", self._leave),
            ("Ctrl+F11", self.close),
        ):
            QShortcut(key_sequence(key), self).activated.connect(act)

    def hold(self, page: NightPage) -> None:
        """Take a page in."""
        self.page = page
        self._layout.addWidget(page)

    def turn_full(self) -> None:
        """Fill the screen, or no longer."""
        turn_full(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        came = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        # Whoever has just come to the window finds the keys on the page.
        if came and self.page is not None and self.focusWidget() is None:
            self.page.take_keys()

    def _leave(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.close()


class PageWindows(QObject):
    """The windows that pages have of their own, each made when first wanted and then kept."""

    made = Signal(object)
    """A `PageWindow` that is shown for the first time."""

    def __init__(self, night: OpenNight, parent: QWidget) -> None:
        super().__init__(parent)
        self._night, self._owner = night, parent
        self.all: dict[str, PageWindow] = {}

    def turn(self) -> None:
        """Ctrl+F11: the page in front in a window of its own, or that window away again."""
        name = _NAMES.get(self._night.page_in_front())
        if name is None:
            told = self.tr("Map, charts, ledger and the board of gaps can have a window.")
            self._night.bridge.messages.complain(told)
            return
        window = self.all.get(name)
        if window is not None and window.isVisible():
            window.close()
            return
        if window is None:
            window = self.all[name] = PageWindow(name, self._owner)
            window.hold(self._second(name, window))
            self.made.emit(window)
        self.retitle()
        window.show()
        window.raise_()
        window.activateWindow()

    def pages(self) -> list[NightPage]:
        """The pages in them."""
        return [window.page for window in self.all.values() if window.page is not None]

    def retitle(self) -> None:
        """Set every title in the language in force."""
        names = {
            "board": self.tr("What the gaps come from"),
            "map": self.tr("Map"),
            "charts": self.tr("Charts"),
            "ledger": self.tr("Ledger"),
        }
        for name, window in self.all.items():
            window.setWindowTitle(f"{names[name]} · {self._owner.window().windowTitle()}")

    def _second(self, name: str, parent: QWidget) -> NightPage:
        """Another page of a kind, standing where the night stands."""
        night = self._night
        page = BoardWindowPage(night, parent) if name == "board" else MAKERS[name](night, parent)
        contest, pair, place = night.standing()
        page.show_contest(contest, pair)
        page.show_place(place)
        return page


_NAMES = {
    COMPARISON: "board",
    BOARD: "board",
    MAP: "map",
    CHARTS: "charts",
    LEDGER: "ledger",
}
"""The pages that can have a window; of the comparison it is the board."""


class BoardWindowPage(NightPage):
    """The board of gaps, as a page of a window."""

    def __init__(self, night: OpenNight, parent: QWidget) -> None:
        super().__init__(parent)
        self._night = night
        self.board = BoardPage(night.bridge.session.election, night.watch, self)
        self.board.place_wanted.connect(night.open_place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.board)

    def take_keys(self) -> None:
        self.board.take_keys()

    def copy(self) -> None:
        mark = PROVA if self._night.bridge.session.is_rehearsal else ""
        copy_selection(self.board.table, mark=mark)

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """The watch it shows is of the contest and the pair in front."""

    def show_place(self, place: str) -> None:
        """It is of every place."""


def turn_full(window: QWidget) -> None:
    """F11: fill the screen with a window, or give the screen back."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
