"""The post of the places ticked, live beside the comparison, with one door to the page Posts.

It is only read here: nothing is written, copied or saved but through the composer and its gate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from desk.facts.codes import Code, Refusal
from desk.facts.edits import POST_PLACES, Change
from desk.facts.post import Ask, Post, PostKind
from desk.posts import forms
from desk.rules.discrepancies import asked_pair
from ui.comparison.model import ComparisonModel
from ui.night.bridge import Bridge
from ui.posts import own_templates
from ui.posts.marked import as_seen
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.rest import Rest
from ui.widgets.theme import STEP

NAMED = 3
"""How many places of the post are named."""


class PostPreview(QWidget):
    """The post as it reads now, what speaks against it, and the door."""

    write_wanted = Signal()
    """The post is to be gone on with on the page Posts."""

    def __init__(
        self, bridge: Bridge, places: ComparisonModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("post")
        self._bridge, self._places = bridge, places
        self._contest, self._pair = "", ("", "")
        self._post: Post | None = None
        self._title = ElidedLabel("post.places", self)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.view = QTextBrowser(self)
        self.view.setObjectName("post.preview")
        # What could be selected could be copied, and the gate would never hear of it.
        self.view.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.view.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._html = ""
        self.findings = QLabel(self)
        self.findings.setObjectName("post.findings")
        self.findings.setWordWrap(True)
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.findings.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.findings.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.door = KeyButton("post.door", Rank.PRIMARY, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, STEP, 3 * STEP, 2 * STEP)
        self.view.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.look = KeyButton("post.look", Rank.FLAT, self)
        self.look.clicked.connect(self._turn)
        self._title.setFont(theme.font(strong=True))
        self.view.hide()
        row = QHBoxLayout()
        row.addWidget(self.door)
        row.addWidget(self.look)
        row.addStretch(1)
        layout.addWidget(self._title)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.findings)
        layout.addLayout(row)
        # Composed behind what has just happened: a post must never cost the next key its place.
        self._rest = Rest(self._compose_if_seen, self)
        self.door.clicked.connect(self.write_wanted)
        places.places_chosen.connect(self._look_again)
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._look_again)
        self.retranslate()

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Write about another contest, or by another pair of agencies."""
        self._contest, self._pair = contest, pair
        self._look_again()

    @property
    def post(self) -> Post | None:
        """The post as shown; None when there is nothing to say."""
        return self._post

    def compose(self) -> None:
        """Write the post anew and show it."""
        self._post, why = self._composed()
        html = _unbroken(forms.to_html(self._post)) if self._post is not None else ""
        if self._post is None:
            self.view.setPlainText(why)
        elif html != self._html:
            bar = self.view.verticalScrollBar()
            position = bar.value()
            self.view.setHtml(html)
            self.view.setMinimumWidth(self._least(html))
            bar.setValue(position)
        self._html = html
        self._tell()
        self._show_findings()
        self.door.setEnabled(self._post is not None)

    def say_why(self) -> None:
        """Say where every page says things why there is no post to go on with."""
        self._bridge.messages.complain(self.view.toPlainText())

    def take_keys(self) -> None:
        """Put the focus in the text, which the arrows move, or on the door while it is folded."""
        # What is not to be pressed takes no keys.
        first = self.view if not self.view.isHidden() else self.door
        (first if first.isEnabled() else self.look).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._tell()
        self.view.setAccessibleName(self.tr("Preview of the post"))
        self.door.setText(self.tr("Write the post"))
        self.door.show_key("Ctrl+Shift+C")
        self._look_again()

    def _tell(self) -> None:
        """For how many places, which ones; folded the text is a key away."""
        places = self._places.chosen_places()
        named = ", ".join([*places[:NAMED], *(["…"] if len(places) > NAMED else [])])
        told = self.tr("Places for the post: {n}").format(n=len(places))
        none = self.tr("No place is ticked: Space ticks one.")
        self._title.setText(f"{told} · {named}" if places else none)
        self.look.setText(
            self.tr("Show its text") if self.view.isHidden() else self.tr("Hide its text")
        )

    def _turn(self) -> None:
        self.view.setVisible(self.view.isHidden())
        self._tell()
        self.take_keys()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()

    def _least(self, html: str) -> int:
        """How wide the view must be for its widest table, in pixels."""
        document = QTextDocument()
        document.setDefaultFont(self.view.document().defaultFont())
        document.setDefaultTextOption(self.view.document().defaultTextOption())
        document.setHtml("".join(_TABLE.findall(html)))
        document.setTextWidth(1)
        beside = 2 * self.view.frameWidth() + self.view.verticalScrollBar().sizeHint().width()
        return ceil(document.size().width()) + beside

    def _look_again(self) -> None:
        self._tell()
        self._rest.ask(soon=True)

    def _compose_if_seen(self) -> Iterator[int]:
        if self.isVisible():
            self.compose()
        yield from ()

    def _take_change(self, change: Change) -> None:
        if change.filed or change.names or change.setting == POST_PLACES:
            self._look_again()

    def _composed(self) -> tuple[Post | None, str]:
        # Here and not above: a night that is only keyed composes no post and loads none of it.
        from desk.posts import compose, templates

        places = self._places.chosen_places()
        if not places or not self._contest:
            return None, self.tr(
                "Tick the places the post is to tell of: Space on a line of the table, or its box."
            )
        session = self._bridge.session
        ask = Ask(self._contest, places, asked_pair(session, self._pair))
        own = templates.Templates(own_templates.folder())
        try:
            return compose.compose(session, PostKind.COMPARISON, ask, templates=own), ""
        except Refusal as refusal:
            return None, sentences.refusal_text(refusal, current_language())

    def _show_findings(self) -> None:
        found = self._post.findings if self._post else ()
        election = self._bridge.session.election
        lines = [
            f"▲ {sentences.finding_text(finding, election, current_language())}"
            if finding.code is not Code.D402
            else f"◆ {sentences.finding_text(finding, election, current_language())}"
            for finding in found
        ]
        self.findings.setText("\n".join(lines))
        self.findings.setVisible(bool(lines))


_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_HEAD = re.compile(r'(<th scope="col"[^>]*>)([^<]*)')


def _unbroken(html: str) -> str:
    """A post whose tables keep an agency and its hour in one line; only seen, never copied."""
    seen = as_seen(html)
    return _HEAD.sub(lambda head: head[1] + head[2].replace(" ", "\N{NO-BREAK SPACE}"), seen)
