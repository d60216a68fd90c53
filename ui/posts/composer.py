"""The page Posts: what is asked, the text under the editor's hands, and the ways it goes out.

It composes when the keys rest and only while it is seen; every rule of a draft is in `desk`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QStackedLayout,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from desk.facts.edits import POST_PLACES, Change
from desk.facts.post import Obstacle, Post, PostKind
from desk.posts import (
    draft as drafting,
)
from desk.posts import (
    draft_moves as drafting_moves,
)
from desk.posts import (
    draft_out as drafting_post,
)
from desk.posts.draft import DRAFT, PostDraft, TextSpan
from desk.posts.draft_moves import Moved
from desk.rules.discrepancies import pair_of
from ui import texts
from ui.night.page import NightPage
from ui.posts.asking import AskPanel
from ui.posts.drafts import Drafts
from ui.posts.gate import serve
from ui.posts.out import Outbox
from ui.posts.preview import PreviewPanel
from ui.posts.text import TextPane
from ui.texts.language import current as current_language
from ui.widgets.message import MessageLine
from ui.widgets.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.file.session import Session
    from ui.window.night_view import NightView


REST_MS = 150
"""How long the keys rest before a post is composed, judged and kept."""


class ComposerPage(NightPage):
    """Posts: asked for on the left, written in the middle, sent out on the right."""

    def __init__(self, night: NightView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._night, self._bridge = night, night.bridge
        self._draft: PostDraft | None = None
        self._why = ""
        self._typed = self._picked = self._filling = False
        self._arrived = self._news = True
        self._otherwise = False
        self._moves: list[Moved] = []
        self._answered: set[object] = set()
        self.ask = AskPanel(self._bridge, self)
        self.text = TextPane(self.session.election, self)
        self.preview = PreviewPanel(self.session, self)
        self.message = MessageLine("composer.message", self)
        self.out = Outbox(self._bridge, self.message, self)
        self.drafts = Drafts(self._bridge, self.out)
        self.numbers = Numbers(self)
        self._empty = QLabel(self)
        self._rest = Rest(self._compose_if_seen, self, after=REST_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    # The night's side

    def take_keys(self) -> None:
        """Put the focus in the text, or among the kinds where there is none yet."""
        self.compose()
        (self.text if self._draft is not None else self.ask).take_keys()

    def panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """What F6 goes round, behind the text."""
        return [(self.ask, self.ask.take_keys), (self.preview, self.preview.take_keys)]

    def copy(self) -> None:
        """Ctrl+C: the selection of the text that has the keys, or the picture."""
        focus = QApplication.focusWidget()
        if focus is self.preview.picture.image:
            self.copy_picture()
        elif isinstance(focus, QTextEdit | QPlainTextEdit):
            focus.copy()

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Write about another contest, or by another pair of agencies."""
        self.ask.show_contest(contest, pair)
        self._look_again()

    def show_place(self, place: str) -> None:
        """The editor stands at another place."""
        self.ask.show_place(place)
        self._arrived = True
        self._look_again()

    # Composing

    @property
    def draft(self) -> PostDraft | None:
        """The post under way; None where nothing can be composed."""
        return self._draft

    @property
    def post(self) -> Post | None:
        """The post as it would go out."""
        draft = self._draft
        return drafting_post.to_post(draft, self.session) if draft else None

    @property
    def session(self) -> Session:
        """The night."""
        return self._bridge.session

    def compose(self) -> None:
        """Compose what is asked for, around what the editor has written, and show it."""
        self._rest.stop()
        self._news = False
        self._take_typed()
        if self._arrived and not self._picked:
            self._settle_in()
        self._arrived = False
        before = self._draft
        try:
            kind, ask = self.ask.kind, self.ask.ask()
            self._draft, self._why = self.drafts.settled(before, kind, ask), ""
            if (before is None or before.kind is not kind) and kind in drafting.WITHOUT_PLACES:
                # What waited brings its speaker and its words back with it.
                self.ask.take(kind, self._draft.ask)
                ask = self._draft.ask
            self._otherwise = self._draft.touched and self._draft.ask != ask
        except Refusal as refusal:
            self.drafts.put_by(before)
            self._otherwise = False
            self._draft, self._why = None, self.text.reason(refusal)
        self._show(anew=before is None or not before.touched or before.kind is not self.ask.kind)

    def compose_anew(self) -> None:
        """F5: what the editor has written gives way to what the desk composes."""
        self._take_typed()
        kind, kept = self.ask.kind, self._draft
        try:
            self._draft = self.drafts.begin(kind, self.ask.ask())
        except Refusal as refusal:
            self.message.complain(self.text.reason(refusal))
            return
        self._answered.clear()
        self.out.forget()
        # What was hers can be had back with Ctrl+Z, as long as it is the same kind of post.
        self._show(anew=kept is None or kept.kind is not kind)

    def answer(self, yes: bool) -> None:
        """The answer to what is asked above the text."""
        draft = self._draft
        if draft is None:
            return
        if self._moves and yes:
            self._draft = drafting_moves.update(draft, self._moves, self.session)
        elif self._moves:
            self._answered |= {move.key for move in self._moves}
        elif self._otherwise and yes:
            self.compose_anew()
            return
        elif self._otherwise:
            self._go_back_to(draft)
        self._show(anew=False)

    def update_figures(self) -> None:
        """F9: the figures that have moved go into the text."""
        self.compose()
        if self._moves:
            self.answer(True)

    def keep_figures(self) -> None:
        """Shift+F9: the text stays as it is."""
        self.compose()
        self.answer(False)

    def take(self, draft: PostDraft) -> None:
        """Go on with a draft: one of its numbers is held otherwise."""
        self._draft = draft
        self._show(anew=False)

    # Out

    def publish(self) -> None:
        """Ctrl+Enter: into the ledger and onto the clipboard, if the gate lets it."""
        if (post := self._ready()) is not None and self.out.publish(
            post, self.preview.gate.overruled
        ):
            self._picked = False
            self.text.after_publishing()
            self.ask.show_under_way(self.drafts.keep(self._draft))

    def copy_post(self) -> None:
        """Onto the clipboard only, if the gate lets it."""
        if (post := self._ready()) is not None:
            self.out.copy(post)

    def copy_picture(self) -> None:
        """The post's picture and what it shows onto the clipboard, if the gate lets it."""
        if (post := self._ready()) is not None:
            self.out.copy_picture(post)

    def save(self) -> None:
        """Into a file, if the gate lets it."""
        if (post := self._ready()) is not None:
            self.out.save(post)

    def keep(self) -> None:
        """Keep what is being written, now: the night is about to be left."""
        if self._typed:
            self.compose()

    def _ready(self) -> Post | None:
        """The post if nothing is in its way; else None, and what is in its way is said."""
        self.compose()
        draft, gate = self._draft, self.preview.gate
        if draft is None:
            self.message.complain(self._why)
        elif not draft.complete:
            self.message.complain(self.tr("A post needs a headline and a text under it."))
        elif self._moves or self._otherwise:
            self.message.complain(self.tr("Answer first:") + " " + self.text.question.label.text())
        elif gate.blocks:
            first = texts.obstacle_text(gate.obstacles[0], current_language())
            text = self.tr("Stopped ({n} in the way; F6 goes to the list): {first}")
            self.message.complain(text.format(n=len(gate.obstacles), first=first))
        else:
            return self.post
        return None

    # Qt's own

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._empty.setAccessibleName(self.tr("Why there is no post"))
        self._ask_editor()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()

    # Inside

    def _lay_out(self) -> None:
        self._empty.setObjectName("composer.empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        scroll = self.ask.in_scroll_area(self)
        middle = QWidget(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._stack, 1)
        column.addWidget(self.message)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("composer.splitter")
        self.splitter.setChildrenCollapsible(False)
        for pane, stretch in ((scroll, 0), (middle, 3), (self.preview, 2)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([scroll.minimumWidth(), 500, 360])
        layout = QVBoxLayout(self)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.ask.asked.connect(self._asked)
        self.text.rewritten.connect(self._rewritten)
        self.text.question.answered.connect(self.answer)
        self.preview.publish.clicked.connect(self.publish)
        self.preview.copy.clicked.connect(self.copy_post)
        self.preview.save.clicked.connect(self.save)
        self.preview.picture.copy_wanted.connect(self.copy_picture)
        self.preview.gate.jump_wanted.connect(self.numbers.jump)
        serve(self.preview.gate, self._night)
        self._bridge.changed.connect(self._take_change)
        self._bridge.reloaded.connect(self._look_again)
        self._night.watch.changed.connect(self._judged)

    def _compose_if_seen(self) -> None:
        if self.isVisible() and self._news:
            self.compose()
        elif self._typed:
            # Kept even if she has turned away within the moment; the night has not moved.
            self._take_typed()
            self._show(anew=False)

    def _asked(self) -> None:
        self._picked = True
        self._look_again()

    def _look_again(self, *_: object) -> None:
        """Something of the night, or of what is asked, is another: compose when the keys rest."""
        self._news = True
        self._rest.ask()

    def _go_back_to(self, draft: PostDraft) -> None:
        """Ask for what a draft was begun for, its contest and agencies in front again."""
        _, pair, place = self._night.standing()
        agencies = draft.ask.agencies
        wanted = pair if len(agencies) == 1 else pair_of(self.session, agencies)
        if (draft.ask.contest, wanted) != (self.ask.contest, pair):
            self._night.stand(draft.ask.contest, wanted, place)
        self.ask.take(draft.kind, draft.ask)
        self._picked, self._otherwise, self._arrived = True, False, False

    def _judged(self, places: frozenset[str] | None) -> None:
        if places is None or places:
            self._look_again()

    def _rewritten(self) -> None:
        if not self._filling:
            self._typed = True
            self.message.clear_complaint()
            self._rest.ask()

    def _take_change(self, change: Change) -> None:
        if change.names:
            self.text.show_election(self.session.election)
        if change.filed and not self.isVisible():
            self._arrived = True
        setting = change.setting is not None and not change.setting.startswith(DRAFT)
        if change.filed or change.names or change.posts or setting:
            self._look_again()
        if change.setting == POST_PLACES:
            self.ask.name_places()

    def _take_typed(self) -> None:
        if self._typed and self._draft is not None:
            self._draft = replace(self._draft, parts=self.text.parts())
        self._typed = False

    def _settle_in(self) -> None:
        """The kind that is usual where the editor stands, or what the comparison was stopped at."""
        _, _, place = self._night.standing()
        stopped = self._night.comparison.post.take_stopped()
        kind = drafting.usual_kind(self.session, self.ask.contest, place)
        self.ask.choose(PostKind.COMPARISON if stopped else kind)
        if stopped:
            self.ask.choose_ticked()

    def _show(self, *, anew: bool) -> None:
        draft, session = self._draft, self.session
        self._stack.setCurrentIndex(0 if draft is not None else 1)
        self._empty.setText(self._why)
        self._moves = []
        if draft is None:
            self.preview.show_obstacles(session.election, ())
            self.preview.show_post(None)
        else:
            if draft.touched:
                self._moves = drafting_moves.to_ask(draft, session, self._answered)
            self._filling = True
            self.text.show_draft(draft, anew=anew)
            self._filling = False
            loose = drafting.loose(draft, session.election)
            self.text.show_marks(loose, self._moves)
            self.preview.show_post(drafting_post.to_post(draft, session))
            found = drafting_post.obstacles(session, draft, self._night.watch.checks)
            before = self.preview.gate.obstacles
            self.preview.show_obstacles(session.election, found)
            if self.preview.gate.obstacles != before:
                # What was said of the ones before is no longer so.
                self.message.clear_complaint()
        self._ask_editor()
        self.ask.show_under_way(self.drafts.keep(draft))

    def _ask_editor(self) -> None:
        draft = self._draft
        begun = draft.ask.places if draft is not None and self._otherwise else None
        self.text.ask(self._moves, begun)


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

    def menu(self, draft: PostDraft, where: TextSpan) -> QMenu:
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
