"""What can be done to the number at the caret: tie it to a figure, let go of it, make it hers.

What a number may be tied to is worked out in `desk`; the post it stands in is the page's.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desk.drafts.model import PostDraft, TextSpan, candidates, loose, number_at, own, tie
from desk.facts.codes import Code
from desk.facts.post import Obstacle
from desk.file.session import Session
from ui.night.messages import Messages
from ui.posts.text import TextPane

OFFERED = 12
"""How many figures a number is offered at once; the nearest come first."""


class PostInHand(Protocol):
    """The post the numbers are of: its text, where something is said of it, and its draft."""

    text: TextPane
    message: Messages

    @property
    def session(self) -> Session:
        """The night."""

    @property
    def draft(self) -> PostDraft | None:
        """The post under way; None where nothing can be composed."""

    def compose(self) -> None:
        """Bring the draft up to what is asked, written, and filed."""

    def take(self, draft: PostDraft) -> None:
        """Go on with a draft: one of its numbers is held otherwise."""


class Numbers(QObject):
    """What can be done to the number at the caret."""

    def __init__(self, page: PostInHand, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._window = page, parent

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

    def menu(self, draft: PostDraft, where: TextSpan) -> QMenu:
        """The menu of a loose number: the figures that say it, nearest first, and *mine*."""
        page = self._page
        menu = QMenu(self._window)
        menu.setObjectName("composer.number")
        number = number_at(draft, where)
        found = candidates(page.session, draft, number)[:OFFERED]
        for figures in found:
            action = menu.addAction(" − ".join(page.text.figure(one) for one in figures))
            action.triggered.connect(
                lambda _=False, figures=figures: page.take(tie(draft, where, figures))
            )
        if not found:
            menu.addAction(self.tr("No figure says {n}").format(n=number)).setEnabled(False)
        menu.addSeparator()
        action = menu.addAction(self.tr("It is my own number"))
        action.triggered.connect(lambda: page.take(own(draft, where)))
        return menu

    def own(self) -> None:
        """Shift+F7: the number at the caret is the editor's own."""
        if (found := self._loose_here()) is not None:
            self._page.take(own(*found))

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
        for where in loose(draft, self._page.session.election):
            if number_at(draft, where) == obstacle.values["number"]:
                text.go_to_loose(where)
                return
        in_head = obstacle.values["text"] == text.headline.parts()[0].text
        pane = text.headline if in_head else text.body
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _loose_here(self) -> tuple[PostDraft, TextSpan] | None:
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
