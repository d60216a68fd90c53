"""Posts that have become wrong: which they are, and the way to them.

Which ones are wrong comes from `ui.night.watch`; the window's attention place tells of them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.night.page import LEDGER, OpenNight, PublishedPage
from ui.night.watch import LedgerWatch


class LedgerDoor(QObject):
    """Knows which posts are wrong, and opens the page or the correction when asked.

    The page and the correction are loaded when they are first wanted, like every page of a night
    that is only keyed.
    """

    def __init__(self, night: OpenNight, parent: QObject) -> None:
        super().__init__(parent)
        self._night = night
        self.watch = LedgerWatch(night.bridge, self)

    def page(self) -> PublishedPage:
        """The page, brought to the front."""
        self._night.show_page(LEDGER)
        page = self._in_front()
        assert page is not None
        return page

    def show_wrong(self) -> None:
        """The page with the posts that are wrong now."""
        self.page().show_wrong()

    def correct(self) -> None:
        """Draft the correction of the posts chosen on the page, else of all that are wrong."""
        from ui.posts.correction import correct_posts

        page = self._in_front()
        correct_posts(self._night, page.chosen_wrong() if page is not None else ())

    def _in_front(self) -> PublishedPage | None:
        page = self._night.front_page()
        return page if page is not None and isinstance(page, PublishedPage) else None
