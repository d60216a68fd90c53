"""The page Posts: what is asked, the text under the editor's hands, and how it goes out.

It composes when the keys rest and only while it is seen; every rule of a draft is in `desk`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QStackedLayout,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.drafts import moving, outgoing
from desk.drafts.model import DRAFT, WITHOUT_PLACES, PostDraft, loose, usual_kind
from desk.drafts.moving import Moved
from desk.facts.codes import Code, Refusal
from desk.facts.edits import POST_PLACES, Change
from desk.facts.post import Ask, Post
from desk.facts.settings import NOTE
from desk.file.session import Session
from desk.rules.discrepancies import pair_of
from ui.night.page import NightPage, OpenNight
from ui.posts.asking import AskPanel
from ui.posts.drafts import Drafts
from ui.posts.gate import serve
from ui.posts.numbers import Numbers
from ui.posts.out import Outbox
from ui.posts.preview import PreviewPanel
from ui.posts.state import ComposerEvent, ComposerState, after
from ui.posts.text import TextPane
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets.panes import LinedPanes
from ui.widgets.rest import Rest
from ui.widgets.tables import EmptyNote

REST_MS = 150
"""How long the keys rest before a post is composed, judged and kept."""


class ComposerPage(NightPage):
    """Posts: asked for on the left, written in the middle, sent out on the right."""

    def __init__(self, night: OpenNight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._night, self._bridge = night, night.bridge
        self._draft: PostDraft | None = None
        self._why = ""
        self._asked: Ask | None = None
        self.state = ComposerState.ARRIVED
        self._moves: list[Moved] = []
        self._answered: set[object] = set()
        self.ask = AskPanel(self._bridge, self)
        self.text = TextPane(self.session.election, self)
        self.preview = PreviewPanel(self.session, self)
        self.message = self._bridge.messages
        self.out = Outbox(self._bridge, self)
        self.drafts = Drafts(self._bridge, self.out)
        self.numbers = Numbers(self, self)
        self._empty = EmptyNote("composer.empty", self)
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
        self._note(ComposerEvent.ARRIVES)

    def take_number(self, number: int) -> bool:
        """Alt and a number: a way out of what stands in the way of the post."""
        return self.preview.gate.answer(number)

    def write_comparison(self) -> None:
        """Go on with the post of the places ticked in the comparison; nothing of it is out yet."""
        self.ask.choose_comparison()
        self._choose()
        self.take_keys()
        self.message.say(
            self.tr(
                "Nothing has been copied or saved yet: here the gate stands. Ctrl+Enter publishes, "
                "Ctrl+Shift+C copies, Ctrl+Shift+S saves."
            )
        )

    # Composing

    @property
    def draft(self) -> PostDraft | None:
        """The post under way; None where nothing can be composed."""
        return self._draft

    @property
    def post(self) -> Post | None:
        """The post as it would go out."""
        draft = self._draft
        return outgoing.to_post(draft, self.session) if draft else None

    @property
    def session(self) -> Session:
        """The night."""
        return self._bridge.session

    def compose(self) -> None:
        """Compose what is asked for, around what the editor has written, and show it."""
        self._rest.stop()
        self._take_written()
        if self.state is ComposerState.ARRIVED:
            self._settle_in()
        self.state = after(self.state, ComposerEvent.COMPOSED)
        before = self._draft
        try:
            kind, ask = self.ask.kind, self.ask.ask()
            self._draft, self._why = self.drafts.settled(before, kind, ask), ""
            if (before is None or before.kind is not kind) and kind in WITHOUT_PLACES:
                # What waited brings its speaker and its words back with it.
                self.ask.take(kind, self._draft.ask)
                ask = self._draft.ask
            self._asked = ask
        except Refusal as refusal:
            self.drafts.put_by(before)
            self._draft, self._why = None, self.text.reason(refusal)
        self._show(anew=before is None or not before.touched or before.kind is not self.ask.kind)

    def compose_anew(self) -> None:
        """F5: what the editor has written gives way to what the desk composes."""
        self._take_written()
        kind, kept = self.ask.kind, self._draft
        try:
            ask = self.ask.ask()
            self._draft, self._asked = self.drafts.begin(kind, ask), ask
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
            self._draft = moving.update(draft, self._moves, self.session)
        elif self._moves:
            self._answered |= {move.key for move in self._moves}
        elif self._asks_otherwise and yes:
            self.compose_anew()
            return
        elif self._asks_otherwise:
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
        """Ctrl+Enter: into the ledger and onto the clipboard, if the gate lets it.

        Where a reason would be enough the keys go to where it is typed, and Enter comes back here.
        """
        post, gate = self._ready(), self.preview.gate
        if post is None and self._is_whole and gate.blocks:
            gate.ask_reason()
        elif post is not None and self.out.publish(post, gate.overruled):
            gate.reason.clear()
            self.state = after(self.state, ComposerEvent.PUBLISHED)
            self.ask.show_under_way(self.drafts.keep(self._draft))

    def copy_post(self) -> None:
        """Onto the clipboard only, if the gate lets it: the form in front, else text and HTML."""
        if (post := self._ready()) is not None:
            self.out.copy(post, *self.preview.in_front())

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
        if self._has_written:
            self.compose()

    def _ready(self) -> Post | None:
        """The post if nothing is in its way; else None, and what is in its way is said."""
        self.compose()
        draft, gate = self._draft, self.preview.gate
        if draft is None:
            self.message.complain(self._why)
        elif not draft.complete:
            self.message.complain(
                self.tr("A post needs a headline and a text under it, both in words.")
            )
        elif not self._is_whole:
            self.message.complain(self.tr("Answer first:") + " " + self.text.question.label.text())
        elif gate.blocks and self.out.mark_of(self.post):
            first = sentences.obstacle_text(gate.obstacles[0], current_language())
            text = self.tr("Stopped ({n} in the way; Ctrl+Enter asks for a reason): {first}")
            if not gate.may_be_overruled:
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
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        scroll = self.ask.in_scroll_area(self)
        middle = QWidget(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._stack, 1)
        panes = (scroll, 0), (middle, 3), (self.preview, 2)
        self.splitter = LinedPanes("composer.splitter", Qt.Orientation.Horizontal, *panes)
        self.splitter.setSizes([scroll.minimumWidth(), 460, 410])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.ask.asked.connect(self._choose)
        self.text.rewritten.connect(self._rewritten)
        for edit in (self.text.headline, self.text.body):
            edit.copied.connect(self._say_copied)
        self.text.question.answered.connect(self.answer)
        self.preview.publish.clicked.connect(self.publish)
        self.preview.copy.clicked.connect(self.copy_post)
        self.preview.save.clicked.connect(self.save)
        self.preview.picture.copy_wanted.connect(self.copy_picture)
        self.preview.mark_copies(lambda: self.out.mark_of(self.post))
        self.preview.copied.connect(self._say_copied)
        self.preview.gate.publish_wanted.connect(self.publish)
        self.preview.gate.jump_wanted.connect(self.numbers.jump)
        self.preview.gate.may_drop = self.ask.may_drop
        self.preview.gate.drop_wanted.connect(self.ask.drop)
        serve(self.preview.gate, self._night)
        self._bridge.changed.connect(self._take_change)
        self._bridge.reloaded.connect(self._look_again)
        self._night.watch.changed.connect(self._judged)

    def _compose_if_seen(self) -> None:
        if self.isVisible() and self.state.due:
            self.compose()
        elif self._has_written:
            # Kept even if she has turned away within the moment; the night has not moved.
            self._take_written()
            self._show(anew=False)

    def _note(self, event: ComposerEvent) -> None:
        """Go to the state an event leads to, and compose when the keys rest."""
        self.state = after(self.state, event)
        self._rest.ask()

    def _choose(self) -> None:
        self.message.turn()
        self._note(ComposerEvent.CHOOSES)

    def _look_again(self, *_: object) -> None:
        self._note(ComposerEvent.MOVES)

    def _go_back_to(self, draft: PostDraft) -> None:
        """Ask for what a draft was begun for, its contest and agencies in front again."""
        _, pair, place = self._night.standing()
        agencies = draft.ask.agencies
        wanted = pair if len(agencies) == 1 else pair_of(self.session, agencies)
        if (draft.ask.contest, wanted) != (self.ask.contest, pair):
            self._night.stand(draft.ask.contest, wanted, place)
        self.ask.take(draft.kind, draft.ask)
        self._asked = draft.ask
        self._choose()

    def _judged(self, places: frozenset[str] | None) -> None:
        if places is None or places:
            self._look_again()

    def _rewritten(self) -> None:
        self.message.clear_complaint()
        self._rest.ask()

    def _take_change(self, change: Change) -> None:
        if change.names:
            self.text.show_election(self.session.election)
        if change.filed and not self.isVisible():
            self._note(ComposerEvent.ARRIVES)
        setting = change.setting is not None and not change.setting.startswith((DRAFT, NOTE))
        if change.filed or change.names or change.posts or setting:
            self._look_again()
        if change.setting == POST_PLACES:
            self.ask.name_places()

    @property
    def _is_whole(self) -> bool:
        """Whether only the gate can stand in the way: all is there, and no question is open."""
        asked = bool(self._moves) or self._asks_otherwise
        return self._draft is not None and self._draft.complete and not asked

    @property
    def _has_written(self) -> bool:
        """Whether she has written what the draft does not hold yet."""
        return self._draft is not None and self.text.is_ahead

    @property
    def _asks_otherwise(self) -> bool:
        """Whether what she has rewritten was begun for something else than is asked for now."""
        return self._draft is not None and self._draft.touched and self._draft.ask != self._asked

    def _say_copied(self) -> None:
        if self.post is not None and self.out.mark_of(self.post):
            self.out.say_unpublished(self.post.headline)

    def _take_written(self) -> None:
        if self._draft is not None and self.text.is_ahead:
            self._draft = replace(self._draft, parts=self.text.parts())

    def _settle_in(self) -> None:
        """Choose the kind that is usual where the editor stands."""
        _, _, place = self._night.standing()
        self.ask.choose(usual_kind(self.session, self.ask.contest, place))

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
                self._moves = moving.to_ask(draft, session, self._answered)
            self.text.show_draft(draft, anew=anew)
            self.text.show_marks(loose(draft, session.election), self._moves)
            self.preview.show_post(outgoing.to_post(draft, session))
            found = outgoing.obstacles(session, draft, self._night.watch.checks)
            self.text.show_doubted([one.bulletin for one in found if one.code is Code.P502])
            before = self.preview.gate.obstacles
            self.preview.show_obstacles(session.election, found)
            if self.preview.gate.obstacles != before:
                # What was said of the ones before is no longer so.
                self.message.clear_complaint()
        self._ask_editor()
        self.ask.show_under_way(self.drafts.keep(draft))

    def _ask_editor(self) -> None:
        draft = self._draft
        begun = draft.ask.places if draft is not None and self._asks_otherwise else None
        self.text.ask(self._moves, begun)
