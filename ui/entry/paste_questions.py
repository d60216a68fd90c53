"""What the reader asks about a text and what it left out: one line each, answered with one key.

Which answers there are is the desk's to say; here they get their digits and their names.
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

from desk.facts.bulletin import Item
from desk.facts.election import OTHERS
from desk.reading.questions.answers import FigureAnswer
from desk.reading.questions.choices import other_figures
from desk.reading.questions.steps import Asking
from desk.reading.reader import Ignored, Span
from desk.reading.shapes import ASKS, NOTHING, Asks
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets import theme
from ui.widgets.key_row import KeyRow
from ui.widgets.rows import LinedRows
from ui.widgets.theme import STEP

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionsPanel(QWidget):
    """Open questions, then what was left out and why."""

    answered = Signal(object, str, bool)
    """An `Asking`, its answer, and whether it holds for the whole text."""
    wanted = Signal(object)
    """The `Ignored` that is to be taken in after all."""
    back = Signal()
    """The answer given last is to be taken back."""
    chosen = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paste.questionsPanel")
        self._election = bridge.session.election
        self._questions: tuple[Asking, ...] = ()
        self._left: tuple[Ignored, ...] = ()
        self._used = False
        # A place or a source holds for what it stands at; a contest mostly for the whole text.
        self._whole = {Asks.CONTEST: True, Asks.AGENCY: False, Asks.PLACE: False}
        self._title = QLabel(self)
        self.list = QListWidget(self)
        self.list.setObjectName("paste.questions")
        self.list.setAccessibleName(self.tr("Questions and what was left out"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        LinedRows(self.list)
        self.answers = KeyRow("paste.answers", self)
        self.whole = QCheckBox(self.tr("For the whole text (Space)"), self)
        self.whole.setObjectName("paste.wholeText")
        self.others = QComboBox(self)
        self.others.setObjectName("paste.others")
        self.others.setAccessibleName(self.tr("Another answer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * STEP, 0, 0)
        self._title.setFont(theme.font(strong=True))
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.answers)
        layout.addWidget(self.whole)
        layout.addWidget(self.others)
        self.list.currentRowChanged.connect(self._show_answers)
        self.list.currentRowChanged.connect(self.chosen)
        self.whole.toggled.connect(self._keep_whole)
        self.others.activated.connect(self._answer_other)
        self.answers.pressed.connect(self._answer_clicked)

    def show_questions(self, questions: tuple[Asking, ...], left: tuple[Ignored, ...]) -> None:
        """Show what is asked now; the line stays where it was, or goes to the next question."""
        before = self.current_span()
        self._questions, self._left = questions, left
        self.list.clear()
        for asking in questions:
            item = QListWidgetItem(f"? {self._sentence(asking)}", self.list)
            item.setToolTip(item.text())
        for one in left:
            text = sentences.sentence(one.code, {"text": _short(one.text)}, current_language())
            item = QListWidgetItem(f"– {text}", self.list)
            item.setForeground(theme.ink().muted)
        title = (
            self.tr("Questions: {n}.").format(n=len(questions))
            if questions
            else self.tr("No questions.")
        )
        if left:
            title = f"{title} " + self.tr("Left out: {n}.").format(n=len(left))
        self._title.setText(title)
        # It stays once it was there: nothing moves under the last answer.
        self._used |= self.list.count() > 0
        self.setVisible(self._used)
        spans = [one.question.source for one in questions]
        self.list.setCurrentRow(spans.index(before) if before in spans else 0 if questions else -1)
        self._show_answers()

    def open_count(self) -> int:
        """How many questions wait for an answer."""
        return len(self._questions)

    def current(self) -> Asking | None:
        """The question the keys would answer."""
        row = self.list.currentRow()
        return self._questions[row] if 0 <= row < len(self._questions) else None

    def current_left(self) -> Ignored | None:
        """What was left out and may be taken in."""
        row = self.list.currentRow() - len(self._questions)
        return self._left[row] if 0 <= row < len(self._left) else None

    def current_span(self) -> Span | None:
        """The fragment the current line is about."""
        asking, left = self.current(), self.current_left()
        return asking.question.source if asking else left.source if left else None

    def take_keys(self) -> None:
        """Put the focus where the digits answer."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, key: int) -> None:
        """Answer the current question: 1-9 chooses, 0 says that it is nothing of the kind."""
        asking = self.current()
        if asking is None:
            if (left := self.current_left()) is not None and key == 1:
                self.wanted.emit(left)
            return
        answers = [one for one in asking.question.answers if one != NOTHING]
        if key == 0:
            # What is no figure is so here, and nowhere else in the text.
            self.answered.emit(asking, NOTHING, False)
        elif key <= len(answers):
            self._answer(asking, answers[key - 1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            digit, asking, left = event.text(), self.current(), self.current_left()
            if digit.isdecimal() and digit.isascii() and (asking or left):
                self.answer(int(digit))
                return True
            if event.key() in _TAKES and left is not None and not event.modifiers():
                self.wanted.emit(left)
                return True
            if event.key() == Qt.Key.Key_Backspace:
                self.back.emit()
                return True
            if event.key() == Qt.Key.Key_Space and self.whole.isVisible():
                self.whole.toggle()
                return True
        return super().eventFilter(watched, event)

    def _answer(self, asking: Asking, answer: str) -> None:
        whole = asking.whole and self.whole.isChecked()
        self.answered.emit(asking, answer, whole)

    def _keep_whole(self, on: bool) -> None:
        asking = self.current()
        if asking is not None and asking.whole:
            self._whole[asking.asks] = on

    def _answer_other(self) -> None:
        asking, answer = self.current(), self.others.currentData()
        if asking is not None and answer:
            self._answer(asking, answer)

    def _show_answers(self) -> None:
        asking, left = self.current(), self.current_left()
        self.whole.setVisible(asking is not None and asking.whole)
        self.others.setVisible(False)
        if asking is None:
            keys = [(1, self.tr("take it in after all"))] if left is not None else []
            self._say(keys)
            return
        self.whole.setChecked(asking.whole and self._whole[asking.asks])
        answers = [one for one in asking.question.answers if one != NOTHING]
        keys = [(number, self._label(asking, one)) for number, one in enumerate(answers, 1)]
        self._say([*keys, (0, self.tr("no figure of this night"))])
        others = [one for one in self._others(asking) if one not in answers]
        self.others.setVisible(bool(others))
        self.others.clear()
        self.others.addItem(self.tr("another answer…"), "")
        for one in others:
            self.others.addItem(self._label(asking, one), one)

    def _say(self, answers: list[tuple[int, str]]) -> None:
        """Show what the keys answer; a screen reader is told of it with the list."""
        self.answers.show_answers(answers)
        self.list.setAccessibleDescription(self.answers.text())

    def _answer_clicked(self, key: int) -> None:
        self.take_keys()
        self.answer(key)

    def _others(self, asking: Asking) -> tuple[str, ...]:
        """Every answer there is, likely or not."""
        election = self._election
        match asking.asks:
            case Asks.FIGURE:
                return other_figures(asking.question.answers)
            case Asks.WHO:
                codes = tuple(one.code for one in election.contest(asking.contest).contenders)
                return (*codes, OTHERS)
            case Asks.PLACE:
                return tuple(place.name for place in election.places)
            case Asks.AGENCY:
                return tuple(agency.code for agency in election.agencies)
            case Asks.CONTEST:
                return tuple(contest.id for contest in election.contests)

    def _label(self, asking: Asking, answer: str) -> str:
        """An answer by name."""
        election, contest = self._election, asking.contest
        match asking.asks:
            case Asks.CONTEST:
                return shown.contest_name(election.contest(answer))
            case Asks.WHO:
                label = election.label(contest, answer)
                person = election.contest(contest).contender(answer).candidate or ""
                return label if person in ("", label) else f"{label} ({person})"
            case Asks.FIGURE:
                return self._figure_label(FigureAnswer.parse(answer), contest)
            case _:
                return answer

    def _figure_label(self, figure: FigureAnswer, contest: str) -> str:
        if figure.clock is not None:
            return self.tr("the time {clock}").format(clock=f"{figure.clock:%H.%M}")
        assert figure.item is not None
        value = shown.figure(self._election, contest, figure.item, figure.value)
        label = shown.item_label(figure.item)
        if figure.item not in (Item.SHARE, Item.VOTES):
            return f"{label} {value}"
        who = (
            self._election.label(contest, figure.contender)
            if figure.contender
            else self.tr("somebody's")
        )
        return f"{who} {label} {value}"

    def _sentence(self, asking: Asking) -> str:
        question = asking.question
        if asking.asks is not ASKS.get(question.code, Asks.FIGURE):
            return self._next_step(asking.asks).format(text=_short(question.text))
        values = {**question.values, "text": _short(question.text)}
        if asking.asks in (Asks.CONTEST, Asks.WHO):
            named = (one for one in question.answers if one != NOTHING)
            values["known"] = ", ".join(self._label(asking, one) for one in named)
        return sentences.sentence(question.code, values, current_language())

    def _next_step(self, asks: Asks) -> str:
        """What is asked of a number once its first question is answered."""
        return {
            Asks.FIGURE: self.tr("What is {text}?"),
            Asks.WHO: self.tr("Whose is {text}?"),
            Asks.PLACE: self.tr("Which place is {text} of?"),
            Asks.AGENCY: self.tr("Which agency's is {text}?"),
            Asks.CONTEST: self.tr("Which contest is {text} of?"),
        }[asks]


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 60 else f"{one_line[:57]}…"
