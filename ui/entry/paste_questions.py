"""What the reader asks about a text: one question a line, answered with one key.

A name answered is learned and the text read again; any other figure in doubt is left out with 0
or mended in the text itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Code
from desk.facts.edits import LearnAlias
from desk.reading.proposals import ABOUT_A_NAME, Proposals
from desk.reading.reader import Question, Span
from ui import texts
from ui.night.bridge import Bridge
from ui.texts.language import current as current_language
from ui.texts.names import contest_name
from ui.widgets import theme

MOST_KEYS = 9
"""Answers with a digit of their own; everybody else is in the list below."""


class QuestionsPanel(QWidget):
    """Open questions, then what was left out and why."""

    answered = Signal()
    """A name was learned: the text is to be read again."""
    agency_chosen = Signal(str)
    """Whose figures the text's table holds."""
    chosen = Signal(int)
    contest_told = Signal(str, object)
    """A contest, empty to leave the figures out, and the fragment of the one question it answers;
    None for the whole text."""

    def __init__(self, bridge: Bridge, contest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paste.questionsPanel")
        self._bridge, self._contest = bridge, contest
        self._questions: list[Question] = []
        self._dismissed: set[tuple[str, Span]] = set()
        self.about_agency: Question | None = None
        """The question whose answer is an agency, if one is asked."""
        self._title = QLabel(self)
        self.list = QListWidget(self)
        self.list.setObjectName("paste.questions")
        self.list.setAccessibleName(self.tr("Questions and what was left out"))
        self.list.setWordWrap(True)
        self.list.installEventFilter(self)
        self.answers = QLabel(self)
        self.answers.setObjectName("paste.answers")
        self.answers.setWordWrap(True)
        self.answers.setTextFormat(Qt.TextFormat.PlainText)
        self.whole = QCheckBox(self.tr("The contest holds for the &whole text"), self)
        self.whole.setObjectName("paste.wholeText")
        self.whole.setChecked(True)
        self.others = QComboBox(self)
        self.others.setObjectName("paste.others")
        self.others.setAccessibleName(self.tr("Somebody else"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.answers)
        layout.addWidget(self.whole)
        layout.addWidget(self.others)
        self.list.currentRowChanged.connect(self._show_answers)
        self.list.currentRowChanged.connect(self.chosen)
        self.others.activated.connect(self._answer_other)

    def show_questions(self, proposals: Proposals) -> None:
        """Show what is asked now; what was dismissed stays dismissed."""
        self._questions = [
            question
            for question in proposals.questions
            if (question.code.value, question.source) not in self._dismissed
        ]
        self.list.clear()
        for question in self._questions:
            self.list.addItem(f"? {self._sentence(question)}")
        for left in proposals.left_out:
            text = texts.sentence(left.code, {"text": left.text}, current_language())
            item = QListWidgetItem(f"– “{_short(left.text)}”: {text}", self.list)
            item.setForeground(theme.ink().muted)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._title.setText(
            self.tr("Questions: {n}").format(n=len(self._questions))
            if self._questions
            else self.tr("No questions.")
        )
        self.setVisible(self.list.count() > 0)
        self.list.setCurrentRow(0 if self._questions else -1)
        self._show_answers()

    def open_count(self) -> int:
        """How many questions wait for an answer."""
        return len(self._questions)

    def current(self) -> Question | None:
        """The question the keys would answer."""
        row = self.list.currentRow()
        return self._questions[row] if 0 <= row < len(self._questions) else None

    def current_span(self) -> Span | None:
        """The fragment the current question is about."""
        question = self.current()
        return question.source if question else None

    def take_keys(self) -> None:
        """Put the focus where the digits answer."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, key: int) -> None:
        """Answer the current question: 1-9 chooses, 0 leaves the figure out."""
        question = self.current()
        if question is None:
            return
        if key == 0 and question.code is Code.Q316:
            self.contest_told.emit("", question.source)
        elif key == 0:
            self._dismissed.add((question.code.value, question.source))
            self.answered.emit()
        elif question.code is Code.Q316 and key <= len(question.answers):
            span = None if self.whole.isChecked() else question.source
            self.contest_told.emit(question.answers[key - 1], span)
        elif question.code in ABOUT_A_NAME and key <= len(codes := self._codes(question)):
            self._learn(question, codes[key - 1])
        elif question is self.about_agency and key <= len(agencies := self._agencies()):
            self.agency_chosen.emit(agencies[key - 1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            digit = event.text()
            if digit.isdecimal() and digit.isascii() and self.current() is not None:
                self.answer(int(digit))
                return True
        return super().eventFilter(watched, event)

    def _codes(self, question: Question) -> list[str]:
        """Who a name may mean: those the reader names, else the usual rows."""
        contest = self._bridge.session.election.contest(self._contest)
        known = {contender.code for contender in contest.contenders}
        named = [code for code in question.values.get("known", "").split(", ") if code in known]
        return (named or list(contest.shown))[:MOST_KEYS]

    def _agencies(self) -> list[str]:
        return [agency.code for agency in self._bridge.session.election.agencies][:MOST_KEYS]

    def _learn(self, question: Question, code: str) -> None:
        if self._bridge.attempt(LearnAlias(question.text, code), self) is not None:
            self.answered.emit()

    def _answer_other(self) -> None:
        question, code = self.current(), self.others.currentData()
        if question is not None and code:
            self._learn(question, code)

    def _show_answers(self) -> None:
        question = self.current()
        about_name = question is not None and question.code in ABOUT_A_NAME
        about_contest = question is not None and question.code is Code.Q316
        self.others.setVisible(about_name)
        self.whole.setVisible(about_contest)
        if question is None:
            self.answers.clear()
            return
        lines = []
        if about_name:
            election = self._bridge.session.election
            lines = [
                f"{number} {election.label(self._contest, code)}"
                for number, code in enumerate(self._codes(question), 1)
            ]
            self.others.clear()
            self.others.addItem(self.tr("somebody else…"), "")
            for contender in election.contest(self._contest).contenders:
                label = election.label(self._contest, contender.code)
                self.others.addItem(f"{label} {contender.candidate or ''}".strip(), contender.code)
        if about_contest:
            lines = [
                f"{number} {self._contest_name(contest)}"
                for number, contest in enumerate(question.answers, 1)
            ]
        if question is self.about_agency:
            lines = [f"{number} {code}" for number, code in enumerate(self._agencies(), 1)]
        leave = self.tr("0 leave it out")
        mend = (
            "" if lines or about_name or about_contest else self.tr("or mend the text on the left")
        )
        self.answers.setText("   ".join([*lines, leave, *([mend] if mend else [])]))

    def _contest_name(self, contest: str) -> str:
        return contest_name(self._bridge.session.election.contest(contest))

    def _sentence(self, question: Question) -> str:
        if question is self.about_agency:
            return self.tr("Which agency's figures are these? The table does not say.")
        values = {"text": question.text, **question.values}
        if question.code is Code.Q316:
            values["known"] = ", ".join(self._contest_name(one) for one in question.answers)
        return texts.sentence(question.code, values, current_language())


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 60 else f"{one_line[:57]}…"
