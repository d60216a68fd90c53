"""The keys for single numbers of a post: tie one to a figure, own it, go to the next, ask about it.

What a number may be tied to is found in `desk`; these only carry the answer into the draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from desk.facts.codes import Code
from desk.facts.post import Obstacle
from desk.posts import draft as drafting
from desk.posts.draft import Draft, Where

if TYPE_CHECKING:
    from ui.posts.composer import ComposerPage

OFFERED = 12
"""How many figures a number is offered at once; the nearest come first."""


class Numbers(QObject):
    """What can be done to the number at the caret."""

    def __init__(self, page: ComposerPage) -> None:
        super().__init__(page)
        self._page = page

    def tie(self) -> None:
        """F7: offer the figures that the number at the caret says; a held one is let go of."""
        self._page.compose()
        text = self._page.text.in_hand
        if text.loose_here() is None and (piece := text.let_go_here()) is not None:
            said = self.tr("{n} is words again: F7 ties it, Shift+F7 makes it yours.")
            self._page.message.say(said.format(n=piece.text))
        elif (found := self._loose_here()) is not None:
            menu = self.menu(*found)
            menu.aboutToHide.connect(menu.deleteLater)
            self._page.text.menu_at_caret(menu)

    def menu(self, draft: Draft, where: Where) -> QMenu:
        """The menu of a loose number: the figures that say it, nearest first, and *mine*."""
        page = self._page
        menu = QMenu(page)
        menu.setObjectName("composer.number")
        number = drafting.number_at(draft, where)
        found = drafting.candidates(page.session, draft, number)[:OFFERED]
        for figures in found:
            action = menu.addAction(" − ".join(page.text.figure(one) for one in figures))
            action.triggered.connect(
                lambda _=False, figures=figures: page.take(drafting.tie(draft, where, figures))
            )
        if not found:
            menu.addAction(self.tr("No figure says {n}").format(n=number)).setEnabled(False)
        menu.addSeparator()
        action = menu.addAction(self.tr("It is my own number"))
        action.triggered.connect(lambda: page.take(drafting.own(draft, where)))
        return menu

    def own(self) -> None:
        """Shift+F7: the number at the caret is the editor's own."""
        if (found := self._loose_here()) is not None:
            self._page.take(drafting.own(*found))

    def next(self) -> None:
        """F8: go to the next number that nothing holds."""
        self._page.compose()
        if not self._page.text.next_loose():
            self._page.message.say(self.tr("Every number of this post is tied, or yours."))

    def about(self) -> None:
        """Ctrl+I: what the number beside the caret is tied to."""
        if not self._page.text.tell_about():
            self._page.message.say(self.tr("There is no tied number beside the caret."))

    def jump(self, obstacle: Obstacle) -> None:
        """Go to the number an obstacle is about; one about anything else is left alone."""
        draft, text = self._page.draft, self._page.text
        if draft is None or obstacle.code is not Code.P501:
            return
        for where in drafting.loose(draft, self._page.session.election):
            if drafting.number_at(draft, where) == obstacle.values["number"]:
                text.go_to_loose(where)
                return
        in_head = obstacle.values["text"] == text.headline.parts()[0].text
        pane = text.headline if in_head else text.body
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _loose_here(self) -> tuple[Draft, Where] | None:
        """The draft and its loose number at the caret, with what was typed taken in."""
        page = self._page
        page.compose()
        where = page.text.in_hand.loose_here()
        if where is None or page.draft is None:
            page.message.complain(
                self.tr("No loose number at the caret. F8 goes to the next one, if there is any.")
            )
            return None
        return page.draft, where
