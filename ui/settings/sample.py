"""A post of the night's own figures by the settings in force, what the last change made of it, and
what it would have made of the posts that are out.

It only shows; nothing is published and nothing that was is touched.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.facts.edits import Change
from desk.facts.post import Ask
from desk.posts import ledger
from desk.rules.discrepancies import asked_pair
from desk.tonight.sample import changed_pieces, sample
from desk.tonight.stopped import DECIDES, stopped
from desk.tonight.written import otherwise
from desk.turkish.style import style_of
from ui.night.bridge import Bridge
from ui.texts.language import current as current_language
from ui.texts.numbered import numbered
from ui.texts.settings import setting_title
from ui.widgets import theme
from ui.widgets.theme import STEP


class SamplePanel(QWidget):
    """The right of the dialog."""

    def __init__(
        self, bridge: Bridge, standing: tuple[str, tuple[str, str], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings.sample")
        self._bridge = bridge
        contest, pair, place = standing
        self._ask = Ask(contest, (place,), asked_pair(bridge.session, pair))
        self._kept = dict(bridge.session.settings)
        self._before = ""
        self._post = ""
        self.head = QLabel(self)
        self.head.setFont(theme.font(strong=True))
        self.head.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self.text = QLabel(self)
        self.text.setObjectName("settings.sample.text")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        self.effect = QLabel(self)
        self.effect.setObjectName("settings.sample.effect")
        self.effect.setTextFormat(Qt.TextFormat.PlainText)
        self.effect.setWordWrap(True)
        self.effect.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        paper = QFrame(self)
        paper.setAutoFillBackground(True)
        paper.setBackgroundRole(paper.palette().ColorRole.Base)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.text)
        room = QWidget(self)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for piece in (self.head, paper, self.effect):
            column.addWidget(piece)
        column.addStretch()
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.retranslate()
        self._compose()
        bridge.changed.connect(self._take_change)

    def retranslate(self) -> None:
        """Set what is said about the sample in the language in force; posts are Turkish."""
        self.head.setText(self.tr("With these settings"))
        self.effect.clear()

    def sample_text(self) -> str:
        """The sample as it would be read out, headline first."""
        return self._post

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._post:
            self._show()

    def _take_change(self, change: Change) -> None:
        if change.setting is None:
            return
        before, self._kept = self._kept, dict(self._bridge.session.settings)
        self._before = self._post
        self._compose()
        self.effect.setText(self._effect(change.setting, before))
        QAccessible.updateAccessibility(QAccessibleEvent(self.effect, QAccessible.Event.Alert))

    def _compose(self) -> None:
        post = sample(self._bridge.session, self._ask)
        self._post = f"{post.headline}\n{post.body}" if post is not None else ""
        self._before = self._before or self._post
        self._show()

    def _show(self) -> None:
        if not self._post:
            self.text.setText(
                escape(self.tr("No two agencies have given figures of one place yet."))
            )
            return
        ink, shown, last = theme.ink(), "", 0
        for low, high in changed_pieces(self._before, self._post):
            shown += escape(self._post[last:low])
            colours = f"background-color: {ink.warning_ground.name()}; color: {ink.warning.name()}"
            shown += f'<span style="{colours}">{escape(self._post[low:high])}</span>'
            last = high
        shown += escape(self._post[last:])
        headline, _, body = shown.partition("\n")
        self.text.setText(f"<b>{headline}</b><br>" + body.replace("\n", "<br>"))

    def _effect(self, name: str, before: dict[str, str]) -> str:
        session = self._bridge.session
        title = self.tr("Last change: {setting}.").format(
            setting=setting_title(name, current_language())
        )
        numbers = [entry.number for entry in ledger.entries(session)]
        if not numbers:
            return f"{title} " + self.tr("Nothing is published yet; what goes out is written so.")
        posts = ledger.posts(session, numbers)
        if name in DECIDES:
            old: dict[str, str | None] = {name: before.get(name)}
            now, was = stopped(session, posts, name, {}), stopped(session, posts, name, old)
            return f"{title} " + numbered(
                self.tr(
                    "Of {posts} published {posts:post|posts} the gate would stop {now} instead of "
                    "{was}; {posts:it stays as it is|they stay as they are}."
                ),
                posts=len(posts),
                now=now,
                was=was,
            )
        told = otherwise(posts, style_of(before), style_of(session.settings))
        if not told.numbers:
            return f"{title} " + _no_number(told.posts)
        return f"{title} " + numbered(
            self.tr(
                "In {touched} of tonight's {posts} {posts:post|posts} {numbers} "
                "{numbers:number|numbers} would be written otherwise; what is published stays as "
                "it is."
            ),
            touched=told.touched,
            posts=told.posts,
            numbers=told.numbers,
        )


def _no_number(posts: int) -> str:
    return numbered(
        QCoreApplication.translate(
            "SamplePanel",
            "No number of tonight's {posts} {posts:post|posts} would be written otherwise; "
            "what is published stays as it is.",
        ),
        posts=posts,
    )
