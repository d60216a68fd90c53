"""The correction of posts that are wrong now: old and new figures, the text, the gate, one key.

What is wrong and what the correction says is worked out in `desk`; here it is read once more,
published, and put on the clipboard.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Refusal
from desk.facts.edits import Change, Publish
from desk.facts.post import Ask, Post, PostKind
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.posts.gate import obstacles
from desk.posts.ledger import WrongPost
from desk.posts.templates import Templates
from ui.night.page import OpenNight
from ui.posts import own_templates
from ui.posts.gate import GatePanel, serve
from ui.posts.marked import MarkedPage, as_seen, copied_unpublished
from ui.posts.out import copy_post
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets.key_button import plain
from ui.widgets.keys import key_sequence
from ui.widgets.message import MessageLine
from ui.widgets.sizes import fit

NAMED = 3
"""How many posts are named over the draft; the draft itself names all."""


class CorrectionDialog(QDialog):
    """A draft correction; accepted once it is published. ``published`` is its number then."""

    def __init__(self, night: OpenNight, wrong: Sequence[WrongPost], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("correction")
        self.setWindowTitle(self.tr("Correction"))
        self._night, self._numbers = night, frozenset(one.entry.number for one in wrong)
        self._templates = Templates(own_templates.folder())
        self._post: Post | None = None
        self.published = 0
        self.about = QLabel(self)
        self.about.setObjectName("correction.about")
        self.about.setWordWrap(True)
        self.headline = QLineEdit(self)
        self.headline.setObjectName("correction.headline")
        self.headline.setClearButtonEnabled(True)
        self.headline.setAccessibleName(self.tr("Headline"))
        self.headline.setToolTip(self.tr("Leave it empty for the computed headline"))
        self.preview = MarkedPage(self)
        self.preview.mark = lambda: forms.UNPUBLISHED
        self.preview.setObjectName("correction.preview")
        self.preview.setAccessibleName(self.tr("Preview of the correction"))
        self.preview.setOpenLinks(False)
        self.preview.setTabChangesFocus(True)
        self.gate = GatePanel(self)
        self.message = MessageLine("correction.message", self)
        self.publish_button = QPushButton(self.tr("Publish and copy"), self)
        self.publish_button.setObjectName("correction.publish")
        self.publish_button.setToolTip(self.tr("Publish and copy") + " (Ctrl+Enter)")
        self._lay_out()
        # A jump leads to a cell behind this dialog: it makes way first.
        self.gate.jump_wanted.connect(lambda _: self.reject())
        self.gate.publish_wanted.connect(self.publish)
        self.preview.copied.connect(self._say_copied)
        serve(self.gate, night)
        self.headline.textChanged.connect(self.compose)
        night.bridge.changed.connect(self._take_change)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(key_sequence(key), self).activated.connect(self.publish)
        self.gate.listen(self)
        self.compose()
        self.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def compose(self) -> None:
        """Draft the correction of what is still wrong, and ask the gate."""
        session = self._night.bridge.session
        wrong = [one for one in ledger.wrong_posts(session) if one.entry.number in self._numbers]
        contest = wrong[0].entry.contest if wrong else ""
        ask = Ask(contest, title=self.headline.text().strip())
        try:
            self._post = compose(session, PostKind.CORRECTION, ask, wrong, self._templates)
        except Refusal as refusal:
            self._post = None
            self.message.complain(sentences.refusal_text(refusal, current_language()))
        if self._post is not None:
            self.preview.setHtml(as_seen(forms.to_html(self._post)))
            found = obstacles(session, self._post, self._night.watch.checks)
            self.gate.show_obstacles(session.election, found)
            self._say(wrong)
        else:
            self.preview.clear()
        self.publish_button.setEnabled(self._post is not None and not session.read_only)

    def publish(self) -> None:
        """Into the ledger and onto the clipboard; what the gate stops asks for its reason first."""
        # The clock has moved on since it was drafted, and the ban with it.
        self.compose()
        if self._post is None:
            return
        if self.gate.blocks:
            if self.gate.ask_reason():
                self.message.complain(
                    self.tr("Stopped: mend it, or type a reason; Enter publishes with it.")
                )
            else:
                self.message.complain(
                    self.tr("The broadcast ban takes no reason: say when it was lifted.")
                )
                self.gate.take_keys()
            return
        bridge = self._night.bridge
        # From here on this draft is the post: what changes behind it is no reason to draft anew.
        bridge.changed.disconnect(self._take_change)
        try:
            change = bridge.do(Publish(self._post, self.gate.overruled), self)
        except Refusal as refusal:
            bridge.changed.connect(self._take_change)
            self.message.complain(sentences.refusal_text(refusal, current_language()))
            if refusal.code.startswith("S"):
                # Trouble with the file: its way out is the window's.
                bridge.refused.emit(refusal)
            return
        self.published = change.posts[0]
        copy_post(ledger.post(bridge.session, self.published))
        self.accept()

    def _say(self, wrong: Sequence[WrongPost]) -> None:
        text = self.tr(
            "Posts corrected: {posts}. Printed and wrong now: {n}. The old post gets this mark too."
        )
        told = [f"{shown.clock(one.entry.time)} {one.entry.headline}" for one in wrong]
        posts = "; ".join(told if len(told) <= NAMED else [*told[:NAMED], "…"])
        count = sum(len(one.prints) for one in wrong)
        self.about.setText(text.format(posts=posts, n=count))
        self.headline.setPlaceholderText(self._post.headline if self._post else "")

    def _say_copied(self) -> None:
        self.message.say(copied_unpublished(self._post.headline if self._post else ""))

    def _take_change(self, _change: Change) -> None:
        self.compose()

    def _lay_out(self) -> None:
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self))
        buttons.addButton(self.publish_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.publish_button.clicked.connect(self.publish)
        self.publish_button.setDefault(True)
        form = QFormLayout()
        form.addRow(self.tr("Headline"), self.headline)
        layout = QVBoxLayout(self)
        layout.addWidget(self.about)
        layout.addLayout(form)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.gate)
        layout.addWidget(self.message)
        layout.addWidget(buttons)
        fit(self, 760, 620)


def correct_posts(night: OpenNight, chosen: Sequence[WrongPost] = ()) -> int:
    """Draft the correction of these posts, or of all that are wrong; the number it went out under.

    One correction is about one contest: the others wait for theirs. 0 if none was published.
    """
    wrong = chosen or night.ledger_watch.wrong
    if not wrong:
        night.bridge.messages.say(
            QCoreApplication.translate("CorrectionDialog", "No published post is wrong now.")
        )
        return 0
    together = [one for one in wrong if one.entry.contest == wrong[0].entry.contest]
    dialog = CorrectionDialog(night, together, night.window())
    if dialog.exec():
        said = QCoreApplication.translate(
            "CorrectionDialog", "The correction is in the ledger and on the clipboard: {headline}"
        )
        post = ledger.post(night.bridge.session, dialog.published)
        night.bridge.messages.say(said.format(headline=post.headline))
    dialog.deleteLater()
    return dialog.published
