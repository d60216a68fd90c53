"""The ledger as the rest of a night sees it: what is wrong now, the page, the correction.

The page itself is made when it is first asked for; nothing of it is loaded before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.night.ledger_watch import LedgerWatch
from ui.night.page import LEDGER
from ui.posts.wrong import WrongNotice
from ui.widgets.marks import WRONG

if TYPE_CHECKING:
    from ui.posts.ledger import LedgerPage
    from ui.window.night_view import NightView


class LedgerDoor(QObject):
    """Keeps the tab's text in step, and opens the page or the correction when asked."""

    def __init__(self, night: NightView) -> None:
        super().__init__(night)
        self._night = night
        self.watch = LedgerWatch(night.bridge, self)
        self.notice = WrongNotice(self.watch, night)
        self.watch.changed.connect(self.name_tab)
        self.notice.draft_wanted.connect(self.correct)
        self.notice.ledger_wanted.connect(self.show_wrong)

    def page(self) -> LedgerPage:
        """The page, brought to the front."""
        from ui.posts.ledger import LedgerPage

        self._night.show_page(LEDGER)
        page = self._night.late["ledger"].page()
        assert isinstance(page, LedgerPage)
        return page

    def show_wrong(self) -> None:
        """The page with the posts that are wrong now."""
        self.page().show_wrong()

    def correct(self) -> None:
        """Draft the correction of the posts chosen on the page, else of all that are wrong."""
        from ui.posts.correction import correct_posts

        in_front = self._night.pages.currentIndex() == LEDGER
        correct_posts(self._night, self.page().chosen_wrong() if in_front else ())

    def name_tab(self) -> None:
        """The tab says how many posts are wrong."""
        count, name = len(self.watch.wrong), self.tr("Ledger")
        self._night.pages.setTabText(LEDGER, f"{name} {WRONG} {count}" if count else name)
