"""The paste dialog: the agency's text on the left, what was read in it on the right, doubts below.

Nothing is filed unseen and nothing in doubt is filed; reading and proposing happen in `desk`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from desk.facts.edits import LearnAlias, NewBulletin
from desk.facts.pasted import Standing
from desk.reading.proposals import Novelty, Proposals, Rereading, filing
from desk.reading.questions.answers import NONE_YET, Answers
from desk.reading.questions.steps import Asking
from desk.reading.reader import Ignored, Span
from desk.reading.shapes import ASKS, NOTHING, Asks
from ui.entry.paste_model import PasteColumn, PasteModel
from ui.entry.paste_questions import QuestionsPanel
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.corrected import correction_reason
from ui.texts.language import current as current_language
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.dialogs import leave_read
from ui.widgets.fragments import characters, mark
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.keys import key_sequence
from ui.widgets.message import MessageLine
from ui.widgets.rest import Rest
from ui.widgets.rows import ROW, LinedRows
from ui.widgets.sizes import fit

READ_AFTER_MS = 200
"""How long the keys rest before a text changed by hand is read again."""

NAMED = 6
"""How many filed bulletins are named one by one."""

LONGEST = 400_000
"""Characters; a longer text is a whole web site, and reading it would stall the window."""


class PasteDialog(QDialog):
    """Text, figures, doubts, and one key to file."""

    def __init__(self, bridge: Bridge, standing: Standing, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paste")
        self.setWindowTitle(self.tr("Read an agency's text"))
        self._bridge = bridge
        self._reading = Rereading(bridge.session, standing)
        self._read_text, self._given = "", text
        self._answers = NONE_YET
        self._before: list[tuple[Answers, str]] = []
        self._proposals = Proposals((), (), ())
        self._marks: list[QTextEdit.ExtraSelection] = []
        self.filed: tuple[str, ...] = ()
        self._new: tuple[NewBulletin, ...] = ()
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("paste.text")
        self.text.setTabChangesFocus(True)
        self.model = PasteModel(bridge.session, standing.contest, self)
        self.table = QTableView(self)
        self.table.setObjectName("paste.table")
        self.table.setModel(self.model)
        self.questions = QuestionsPanel(bridge, self)
        self.findings = QLabel(self)
        self.findings.setObjectName("paste.findings")
        self.findings.setWordWrap(True)
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("paste.reason")
        self.summary = QLabel(self)
        self.summary.setObjectName("paste.summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setFont(theme.font(strong=True))
        self.message = MessageLine("paste.message", self)
        self.file_button = KeyButton("paste.file", Rank.PRIMARY, self, key="Ctrl+Enter")
        self.file_button.setText(self.tr("File all"))
        self.file_button.setAutoDefault(False)
        self.cancel_button = KeyButton("paste.cancel", Rank.PLAIN, self, key="Esc")
        self.cancel_button.setText(self.tr("Close without filing"))
        self._lay_out()
        self._connect()
        fit(self, 1180, 720)
        self.text.setPlainText(text if len(text) <= LONGEST else "")
        self.read()
        if len(text) > LONGEST:
            self.message.complain(
                self.tr(
                    "The text is too long to be a bulletin ({n} characters). "
                    "Paste the part with the figures."
                ).format(n=len(text))
            )
        (self.questions.list if self.questions.open_count() else self.table).setFocus()

    def read(self) -> None:
        """Read the text as it now stands and show what it comes to."""
        self._rest.stop()
        text = self.text.toPlainText()
        if text != self._read_text:
            # Answers to single questions stand at places of the text that are gone.
            self._answers = self._answers.of_the_whole()
            self._before.clear()
        self._read_text = text
        self._proposals = self._reading.proposals(text, self._answers)
        self.message.clear_complaint()
        self.model.show(self._proposals)
        self._show_questions()
        self._offer_reason()
        self._fit()
        self._tell()

    def _show_questions(self) -> None:
        self.questions.show_questions(self._proposals.questions, self._left_out())

    def _left_out(self) -> tuple[Ignored, ...]:
        """What is in no bulletin, by the reader or by her."""
        spans = self.model.left_out()
        hers = [Ignored(Code.I311, self._read_text[slice(*span)], span) for span in spans]
        return (*hers, *self._proposals.left_out)

    def _offer_reason(self) -> None:
        """A correction is filed with its reason; the text's own stands there."""
        election, bulletins = self._bridge.session.election, self._proposals.bulletins
        told = correction_reason(election, bulletins, current_language())
        if not self.reason.isModified():
            self.reason.setText(told)
        self.reason.setVisible(bool(told))
        label = self._why.labelForField(self.reason)
        if label is not None:
            label.setVisible(bool(told))

    def file(self) -> None:
        """File every bulletin; questions come first, and a value being typed is taken first."""
        if not self._take_open_value():
            return
        if self.text.toPlainText() != self._read_text:
            self.read()
        if self.questions.open_count():
            self.message.complain(
                self.tr("Answer the questions first; 0 leaves out what they are about.")
            )
            self.questions.take_keys()
            return
        edit = filing(self.model.proposals(), self._read_text, self.reason.text())
        if not edit.bulletins:
            self.message.complain(self.tr("There is nothing here to file."))
            return
        try:
            self._bridge.do(edit, self)
        except Refusal as refusal:
            self.message.complain(sentences.refusal_text(refusal, current_language()))
            return
        self.filed = tuple(dict.fromkeys(new.source.place for new in edit.bulletins))
        self._new = edit.bulletins
        self.accept()

    def told(self) -> str:
        """What was filed: agency, place and time of each bulletin, as many as a line can carry."""
        told = [
            f"{new.source.agency}, {new.source.place}, {shown.clock(new.as_of)}"
            for new in self._new
        ]
        return "; ".join(told if len(told) <= NAMED else [*told[:NAMED], "…"])

    def _take_open_value(self) -> bool:
        """Close an open cell editor by taking the keys from it; False if its text was refused."""
        focus = QApplication.focusWidget()
        if focus is None or not self.table.viewport().isAncestorOf(focus):
            return True
        met: list[Refusal] = []
        self.model.refused.connect(met.append)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.model.refused.disconnect(met.append)
        return not met

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._mark()
        if (
            watched is self.table
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            and self.table.currentIndex().isValid()
        ):
            row = self.table.currentIndex().row()
            self.model.leave_out(row)
            last = self.model.rowCount() - 1
            self.table.setCurrentIndex(self.model.index(min(row, last), PasteColumn.VALUE))
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone files nothing and closes nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.text.setAccessibleName(self.tr("The agency's text"))
        self.table.setAccessibleName(self.tr("Figures read"))
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        LinedRows(table, groups=True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() + 8))
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(
            PasteColumn.STATE, QHeaderView.ResizeMode.Stretch
        )
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(table, 3)
        column.addWidget(self.findings)
        self._why = QFormLayout()
        self._why.addRow(self.tr("Reason of the correction"), self.reason)
        self.reason.setAccessibleName(self.tr("Reason of the correction"))
        column.addLayout(self._why)
        column.addWidget(self.questions, 2)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.text)
        split.addWidget(right)
        split.setSizes([460, 720])
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.file_button)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._rest = Rest(self.read, self, after=READ_AFTER_MS)
        self.text.textChanged.connect(self._text_changed)
        self.text.cursorPositionChanged.connect(self._follow_text)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._mark())
        for pane in (self.table, self.questions.list):
            pane.installEventFilter(self)
        self.model.edited.connect(self._tell)
        self.model.edited.connect(self._show_questions)
        self.model.refused.connect(
            lambda refusal: self.message.complain(
                sentences.refusal_text(refusal, current_language())
            )
        )
        self.questions.answered.connect(self._answer)
        self.questions.wanted.connect(self._take_in)
        self.questions.back.connect(self._take_back)
        self.questions.chosen.connect(lambda _: self._mark())
        self.file_button.clicked.connect(self.file)
        self.cancel_button.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(key_sequence(key), self).activated.connect(self.file)
        QShortcut(key_sequence("F6"), self).activated.connect(self._next_pane)

    def _next_pane(self) -> None:
        """F6: the keys go round the text, the figures and the questions."""
        panes = [self.text, self.table, self.questions.list]
        panes = [pane for pane in panes if pane.isVisible()]
        here = next((at for at, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, asking: Asking, answer: str, whole: bool) -> None:
        """Take an answer and read again; a name is kept for the texts to come."""
        label = asking.question.text
        learned = ASKS.get(asking.question.code) is Asks.WHO and answer != NOTHING
        if learned and self._bridge.attempt(LearnAlias(label, answer), self) is None:
            return
        self._before.append((self._answers, label if learned else ""))
        span = None if whole else asking.question.source
        self._read_again(self._answers.told(asking.asks, answer, span))

    def _take_in(self, left: Ignored) -> None:
        """Take in what was left out: an answer of hers is withdrawn, a number is asked about."""
        if self.model.take_back(left.source):
            return
        self._before.append((self._answers, ""))
        asked = any(span == left.source for _, span in self._answers.single)
        hers = asked and left.code is Code.I311
        answers = self._answers
        self._read_again(answers.reopened(left.source) if hers else answers.taking(left.source))

    def _take_back(self) -> None:
        """Take back the answer given last; a name learned by it is forgotten."""
        if not self._before:
            return
        answers, label = self._before.pop()
        if label:
            self._bridge.attempt(LearnAlias(label, None), self)
        self._read_again(answers)

    def _read_again(self, answers: Answers) -> None:
        self._answers = answers
        self.read()
        # Also with nothing left to answer: a key too many must not be typed into a figure.
        self.questions.take_keys()

    def reject(self) -> None:
        """Esc loses nothing unasked."""
        worked = self._before or self.model.typed() or self.text.toPlainText() != self._given
        if not worked or leave_read(self):
            super().reject()

    def _text_changed(self) -> None:
        if self.text.toPlainText() != self._read_text:
            self._rest.ask()

    def _follow_text(self) -> None:
        """The cursor in the text chooses the figure it stands in."""
        if not self.text.hasFocus():
            return
        at = characters(self._read_text, self.text.textCursor().position())
        row = self.model.row_at(at)
        if row is not None:
            self.table.selectRow(row)

    def _fit(self) -> None:
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, PasteColumn.VALUE))

    def _tell(self) -> None:
        """What was read in one line, what is impossible in it, and the marks in the text."""
        bulletins = self.model.proposals()
        figures = sum(len(one.figures) for one in bulletins)
        to_file = sum(1 for one in bulletins if not one.filed)
        self.summary.setText(
            numbered(
                self.tr(
                    "{n} {n:figure|figures} in {m} {m:bulletin|bulletins}, {k} to file. "
                    "* not in the text"
                ),
                n=figures,
                m=len(bulletins),
                k=to_file,
            )
            if bulletins
            else self.tr("No figure was read.")
        )
        election = self._bridge.session.election
        lines = [
            f"▲ {sentences.finding_text(finding, election, current_language())}"
            for finding in self.model.findings()
        ]
        self.findings.setText("\n".join(lines))
        self.findings.setVisible(bool(lines))
        self.file_button.setEnabled(bool(to_file))
        # A page may have thousands; they change with the text and not with the cursor.
        self._marks = self._every_mark()
        self._mark()

    def _every_mark(self) -> list[QTextEdit.ExtraSelection]:
        """Every fragment on the ground of what became of it."""
        colours = theme.ink()
        grounds = {
            Novelty.NEW: colours.accent_ground,
            Novelty.CHANGED: colours.accent_ground,
            Novelty.SAME: colours.derived_ground,
        }
        lit = [(span, grounds[novelty]) for span, novelty in self.model.spans()]
        lit += [(one.source, colours.derived_ground) for one in self._left_out()]
        asked = self._proposals.questions
        lit += [(asking.question.source, colours.error_ground) for asking in asked]
        return [self._lit(span, ground) for span, ground in lit]

    def _mark(self) -> None:
        """Light up what the keys are at: a figure with the words of its address, a question."""
        marks = list(self._marks)
        row = self.table.currentIndex().row()
        current = self.model.span_at(row)
        if self.questions.list.hasFocus():
            current = self.questions.current_span() or current
        else:
            marks += [self._lit(span, theme.ink().line) for span in self.model.words_at(row)]
        if current is not None:
            marks.append(self._lit(current))
        self.text.setExtraSelections(marks)

    def _lit(self, span: Span, ground: QColor | None = None) -> QTextEdit.ExtraSelection:
        return mark(self.text, self._read_text, span, ground)
