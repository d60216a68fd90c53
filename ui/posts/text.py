"""The text of a post under the editor's hands: headline, body, and what a number is tied to.

What is shown comes from a draft and goes back into one; nothing is composed here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desk.drafts.model import Paragraph, Piece, PostDraft, TextSpan
from desk.drafts.moving import Moved
from desk.facts.codes import Code, Refusal
from desk.facts.election import Election
from desk.facts.post import Cited
from ui.posts.editor import ChipEdit
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.names import slot_label
from ui.widgets.rows import Hairline
from ui.widgets.theme import STEP


class NumberQuestion(QFrame):
    """One line that asks, with one button for each answer; it never takes the focus."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer.question")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = QLabel(self)
        self.label.setObjectName("composer.question.text")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.yes, self.no = QPushButton(self), QPushButton(self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        layout.addLayout(buttons)
        for button, name, answer in ((self.yes, "yes", True), (self.no, "no", False)):
            button.setObjectName(f"composer.question.{name}")
            button.clicked.connect(lambda _=False, answer=answer: self.answered.emit(answer))
            buttons.addWidget(button)
        self.hide()

    def ask(self, text: str, yes: str, no: str) -> None:
        """Ask; nothing asked is nothing shown."""
        self.label.setText(text)
        self.yes.setText(yes)
        self.no.setText(no)
        self.setVisible(bool(text))


class TextPane(QWidget):
    """Headline over body, a question between them when there is one, and a line about a number."""

    rewritten = Signal()
    """The editor has changed something."""

    def __init__(self, election: Election, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer.text")
        self._election = election
        self.headline = ChipEdit("composer.headline", self, one_line=True)
        self.body = ChipEdit("composer.body", self)
        self._last = self.body
        self._shown = self._revisions()
        self.question = NumberQuestion(self)
        self.about = QLabel(self)
        self.about.setObjectName("composer.about")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        font = QFont(self.headline.document().defaultFont())
        self.headline.setFont(font)
        high = round(2.8 * self.headline.fontMetrics().lineSpacing())
        self.headline.setFixedHeight(high + 6 * STEP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for edit in (self.headline, self.body):
            edit.setFrameShape(QFrame.Shape.NoFrame)
            edit.document().setDocumentMargin(4 * STEP)
        self.about.setContentsMargins(4 * STEP, STEP, 3 * STEP, STEP)
        layout.addWidget(self.headline)
        layout.addWidget(Hairline(self))
        layout.addWidget(self.question)
        layout.addWidget(self.body, 1)
        layout.addWidget(Hairline(self))
        layout.addWidget(self.about)
        for edit in (self.headline, self.body):
            edit.rewritten.connect(self.rewritten)
            edit.at_number.connect(self._tell_number)
            edit.about_wanted.connect(self._show_about)
        self.headline.left.connect(lambda _: self.body.setFocus(Qt.FocusReason.OtherFocusReason))
        self.body.left.connect(lambda _: self.headline.setFocus(Qt.FocusReason.OtherFocusReason))
        self.retranslate()

    def show_draft(self, draft: PostDraft, *, anew: bool) -> None:
        """Show a draft's paragraphs; ``anew`` forgets what could be undone."""
        self.headline.show_parts(draft.parts[:1], anew=anew)
        self.body.show_parts(draft.parts[1:], anew=anew)
        self._shown = self._revisions()

    @property
    def is_ahead(self) -> bool:
        """Whether something has been written since a draft was shown."""
        return self._revisions() != self._shown

    def parts(self) -> tuple[Paragraph, ...]:
        """The paragraphs as they stand, the headline first."""
        return (*self.headline.parts()[:1], *self.body.parts())

    def show_marks(self, loose: Sequence[TextSpan], moved: Sequence[Moved]) -> None:
        """Underline what is loose and mark what has moved."""
        for edit, first in ((self.headline, 0), (self.body, 1)):
            edit.show_loose(loose, first)
            edit.show_moved(move.old for move in moved)
        self._tell_number(self.in_hand.number_here())

    def show_doubted(self, bulletins: Collection[int]) -> None:
        """Mark the numbers that stand on some bulletins, by their numbers in the file."""
        self.headline.show_doubted(bulletins)
        self.body.show_doubted(bulletins)

    def ask(self, moves: Sequence[Moved], begun: Sequence[str] | None) -> None:
        """Ask what is to be answered, the figures first; ``begun`` are the places hers is about."""
        if moves:
            first = moves[0].cited
            text = f"{first.slot.source.agency} {shown.clock(first.as_of)}: " + "; ".join(
                f"{move.old.text} → {move.new.text if move.new.is_number else '–'}"
                for move in moves
            )
            self.question.ask(text, self.tr("Update (F9)"), self.tr("Keep (Shift+F9)"))
        elif begun is not None:
            text = self.tr("Something else is asked for now than what you have rewritten.")
            if begun:
                places = self.tr("Your text is about: {places}.").format(places=", ".join(begun))
                text = f"{text} {places}"
            anew, go_on = self.tr("Compose anew (F5)"), self.tr("Go on with it (Shift+F9)")
            self.question.ask(text, anew, go_on)
        else:
            self.question.ask("", "", "")

    def reason(self, refusal: Refusal) -> str:
        """Why there is no post, and the way to one."""
        if refusal.code is Code.E161:
            return self.tr(
                "A statement needs who said it, and what was said: write it on the left."
            )
        said = sentences.refusal_text(refusal, current_language())
        if refusal.code is not Code.E141:
            return said
        way = self.tr("File what the agencies say on the entry page (Ctrl+1), or choose otherwise.")
        return f"{said}\n\n{way}"

    def show_election(self, election: Election) -> None:
        """Names may be others now."""
        self._election = election

    @property
    def in_hand(self) -> ChipEdit:
        """The text the caret is in, or was in last."""
        if self.headline.hasFocus():
            self._last = self.headline
        elif self.body.hasFocus():
            self._last = self.body
        return self._last

    def take_keys(self) -> None:
        """Put the focus in the body."""
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_loose(self, where: TextSpan) -> None:
        """Put the caret behind a loose number."""
        for edit in (self.headline, self.body):
            if edit.go_to_loose(where):
                edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_loose(self) -> bool:
        """Go to the next loose number behind the caret, round and round; False if there is none."""
        here = self.in_hand
        other = self.body if here is self.headline else self.headline
        for edit, after in ((here, True), (other, False), (here, False)):
            if (where := edit.next_loose(after_caret=after)) is not None:
                self.go_to_loose(where)
                return True
        return False

    def menu_at_caret(self, menu: QMenu) -> None:
        """Open a menu where the caret stands, its first entry chosen."""
        actions = menu.actions()
        if actions:
            menu.setActiveAction(actions[0])
        menu.popup(self.in_hand.caret_point())

    def tell_about(self) -> bool:
        """Say beside the caret what the number there is tied to; False if there is none."""
        piece = self.in_hand.number_here()
        if piece is not None:
            self._show_about(piece, self.in_hand.caret_point())
        return piece is not None

    def describe(self, piece: Piece) -> str:
        """What a held number is tied to, in one line a figure."""
        if piece.own:
            return self.tr("{number}: your own number").format(number=piece.text)
        return "\n".join(f"{piece.text}: {self.figure(cited)}" for cited in piece.figures)

    def figure(self, cited: Cited) -> str:
        """One figure: its address, value, time and bulletin."""
        source, row = cited.slot.source, cited.slot.row
        return self.tr("{figure} {value} (time {time}, bulletin {number})").format(
            figure=slot_label(self._election, cited.slot),
            value=shown.said_figure(self._election, source.contest, row.item, cited.value),
            time=shown.clock(cited.as_of),
            number=cited.bulletin,
        )

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.headline.setAccessibleName(self.tr("Headline"))
        self.headline.setPlaceholderText(self.tr("Headline"))
        self.body.setAccessibleName(self.tr("Text of the post"))
        self.body.setPlaceholderText(self.tr("Write here."))
        self._tell_number(self.in_hand.number_here())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _revisions(self) -> tuple[int, int]:
        return self.headline.document().revision(), self.body.document().revision()

    def _tell_number(self, piece: Piece | None) -> None:
        if piece is None and self.in_hand.loose_here() is not None:
            text = self.tr("This number is tied to no figure: F7 ties it, Shift+F7 makes it yours.")
        else:
            text = self.describe(piece) if piece else ""
        if self.about.text() != text:
            self.about.setText(text)
            self.in_hand.setAccessibleDescription(text)

    def _show_about(self, piece: Piece, point: QPoint) -> None:
        QToolTip.showText(point, self.describe(piece), self.in_hand)
