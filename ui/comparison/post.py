"""The post for the chosen places, live beside the comparison: read, copied, saved.

The post is composed in `desk.posts`; here it is shown, and what stands against it is said.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from desk.facts.edits import POST_PLACES, Change
from desk.facts.post import Post
from desk.posts import comparison as posts
from desk.posts import forms as post_forms
from desk.posts.gate import obstacles
from desk.rules.checks import Checks
from ui import texts
from ui.comparison.model import ComparisonModel
from ui.night.bridge import Bridge
from ui.posts import saving as post_saving
from ui.texts.language import current as current_language
from ui.widgets.clipboard import put
from ui.widgets.message import MessageLine
from ui.widgets.rest import Rest


class PostPanel(QWidget):
    """Headline, preview, findings, and the ways out."""

    def __init__(
        self, bridge: Bridge, places: ComparisonModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("post")
        self._bridge, self._places = bridge, places
        self._contest, self._pair = "", ("", "")
        self._post: Post | None = None
        self._checks: Callable[[], Checks | None] = lambda: None
        self._stopped = False
        self._title = QLabel(self)
        self.headline = QLineEdit(self)
        self.headline.setObjectName("post.headline")
        self.headline.setClearButtonEnabled(True)
        self.preview = QTextBrowser(self)
        self.preview.setObjectName("post.preview")
        self.preview.setOpenLinks(False)
        self.preview.setTabChangesFocus(True)
        self.findings = QLabel(self)
        self.findings.setObjectName("post.findings")
        self.findings.setWordWrap(True)
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.message = MessageLine("post.message", self)
        self.copy_button = QPushButton(self)
        self.copy_button.setObjectName("post.copy")
        self.save_button = QPushButton(self)
        self.save_button.setObjectName("post.save")
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.headline)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.findings)
        layout.addLayout(buttons)
        layout.addWidget(self.message)
        # Composed when the keys rest: a post must never cost the next key its place.
        self._rest = Rest(self._compose_if_seen, self, after=0)
        self.headline.textChanged.connect(lambda _: self._rest.ask())
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.save)
        places.places_chosen.connect(self._rest.ask)
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._rest.ask)
        self.retranslate()

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Write about another contest, or by another pair of agencies."""
        self._contest, self._pair = contest, pair
        self._rest.ask()

    @property
    def post(self) -> Post | None:
        """The post as shown; None when there is nothing to say."""
        return self._post

    def compose(self) -> None:
        """Write the post anew and show it."""
        self._post, why = self._composed()
        if self._post is None:
            self.preview.setPlainText(why)
        elif self.preview.toHtml() != (html := post_forms.to_html(self._post)):
            bar = self.preview.verticalScrollBar()
            position = bar.value()
            self.preview.setHtml(html)
            bar.setValue(position)
        self._show_findings()
        self.headline.setPlaceholderText(self._post.headline if self._post else "")
        for button in (self.copy_button, self.save_button):
            button.setEnabled(self._post is not None)

    def copy(self) -> None:
        """Put the post on the clipboard as plain text and HTML at once."""
        if (post := self._ready()) is not None:
            put(post_forms.to_text(post), post_forms.to_html(post))
            self.message.say(
                self.tr("Copied as text and HTML: {headline}").format(headline=post.headline)
            )

    def save(self) -> None:
        """Save the post to a file, asking where; the ending decides the form."""
        if (post := self._ready()) is not None:
            path = post_saving.ask_path(self, self._bridge.session.path.parent, post)
            if path is not None:
                self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save the post; an ending nobody knows gets plain text."""
        if self._post is None:
            return
        try:
            post_saving.write(self._bridge.session, path, self._post)
        except Refusal as refusal:
            self._bridge.refused.emit(refusal)
        else:
            self.message.say(self.tr("Saved: {file}").format(file=path.name))

    def judge_by(self, checks: Callable[[], Checks | None]) -> None:
        """Let the gate ask the window's own judgement of the night."""
        self._checks = checks

    def take_stopped(self) -> bool:
        """Whether the gate stopped this post since it was last asked."""
        stopped, self._stopped = self._stopped, False
        return stopped

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._title.setText(self.tr("<b>Post</b> for the places ticked in the table"))
        self.headline.setAccessibleName(self.tr("Headline"))
        self.headline.setToolTip(self.tr("Leave it empty for the computed headline"))
        self.preview.setAccessibleName(self.tr("Preview of the post"))
        self.copy_button.setText(self.tr("Copy the post"))
        self.copy_button.setToolTip("Ctrl+Shift+C")
        self.save_button.setText(self.tr("Save the post…"))
        self.save_button.setToolTip("Ctrl+Shift+S")
        self._rest.ask()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.ask()

    def _ready(self) -> Post | None:
        """The post if the gate lets it out; else None, with one sentence that says why."""
        self.compose()
        if self._post is None:
            self.message.complain(self.preview.toPlainText())
            return None
        found = obstacles(self._bridge.session, self._post, self._checks())
        if not found:
            return self._post
        self._stopped = True
        self.message.complain(
            self.tr(
                "Not let out: {first} All of it, and the way out, is on Posts (Ctrl+5)."
            ).format(first=texts.obstacle_text(found[0], current_language()))
        )
        return None

    def _compose_if_seen(self) -> None:
        if self.isVisible():
            self.compose()

    def _take_change(self, change: Change) -> None:
        if change.filed or change.names or change.setting == POST_PLACES:
            self._rest.ask()

    def _composed(self) -> tuple[Post | None, str]:
        places = self._places.chosen_places()
        if not places or not self._contest:
            return None, self.tr(
                "Tick the places the post is to tell of: Space on a line of the table, or its box."
            )
        try:
            title = self.headline.text().strip()
            return (
                posts.comparison(
                    self._bridge.session, self._contest, places, self._pair, title=title
                ),
                "",
            )
        except Refusal as refusal:
            return None, texts.refusal_text(refusal, current_language())

    def _show_findings(self) -> None:
        found = self._post.findings if self._post else ()
        election = self._bridge.session.election
        lines = [
            f"▲ {texts.finding_text(finding, election, current_language())}"
            if finding.code is not Code.D402
            else f"◆ {texts.finding_text(finding, election, current_language())}"
            for finding in found
        ]
        self.findings.setText("\n".join(lines))
        self.findings.setVisible(bool(lines))
