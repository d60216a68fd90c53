"""The paste dialog: the agency's text on the left, what was read in it on the right, doubts below.

Nothing is filed unseen and nothing in doubt is filed; reading and proposing happen in `desk`.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from desk.facts.edits import FileBulletins, NewBulletin
from desk.facts.pasted import is_table
from desk.reading import reader
from desk.reading.proposals import ContestAnswers, Novelty, Proposals, Standing, propose
from desk.reading.reader import Context, Question, Span
from ui import texts
from ui.entry.paste_model import PasteColumn, PasteModel
from ui.entry.paste_questions import QuestionsPanel
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts.language import current as current_language
from ui.widgets import theme
from ui.widgets.fragments import characters, mark
from ui.widgets.keys import key_sequence
from ui.widgets.message import MessageLine
from ui.widgets.rest import Rest
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
        self._bridge, self._standing = bridge, standing
        self._read_text = ""
        self._agency_said = False
        self._contests = ContestAnswers()
        self._proposals = Proposals((), (), ())
        self.filed: tuple[str, ...] = ()
        self._new: tuple[NewBulletin, ...] = ()
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("paste.text")
        self.text.setTabChangesFocus(True)
        self.model = PasteModel(bridge.session, standing.contest, self)
        self.table = QTableView(self)
        self.table.setObjectName("paste.table")
        self.table.setModel(self.model)
        self.questions = QuestionsPanel(bridge, standing.contest, self)
        self.findings = QLabel(self)
        self.findings.setObjectName("paste.findings")
        self.findings.setWordWrap(True)
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.summary = QLabel(self)
        self.summary.setObjectName("paste.summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.message = MessageLine("paste.message", self)
        self.file_button = QPushButton(self.tr("File all (Ctrl+Enter)"), self)
        self.file_button.setObjectName("paste.file")
        self.file_button.setDefault(False)
        self.file_button.setAutoDefault(False)
        self.cancel_button = QPushButton(self.tr("Close without filing (Esc)"), self)
        self.cancel_button.setObjectName("paste.cancel")
        self.cancel_button.setAutoDefault(False)
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
            self._contests = ContestAnswers(self._contests.whole)
        self._read_text = text
        session = self._bridge.session
        learned = {one.label: one.contender for one in session.aliases}
        context = Context.of(session.election, learned, session.people)
        found = propose(reader.read(text, context), session, self._standing, self._contests)
        self._proposals = self._asked_whose(text, found)
        self.message.clear_complaint()
        self.model.show(self._proposals)
        self.questions.show_questions(self._proposals)
        self._fit()
        self._tell()

    def _asked_whose(self, text: str, found: Proposals) -> Proposals:
        """Whose a table is that names no agency is asked, and what it holds waits till then.

        One line of a text is the cursor's agency's where it names none; a table is a source's own,
        and the column the cursor happens to stand in says nothing of it.
        """
        self.questions.about_agency = None
        unsaid = [one for one in found.bulletins if "agency" in one.assumed]
        if self._agency_said or not unsaid or not is_table(text):
            return found
        # Of the whole text, whichever of its rows other answers have left out meanwhile.
        span = 0, len(text)
        agencies = ", ".join(agency.code for agency in self._bridge.session.election.agencies)
        question = Question(Code.Q307, text.strip(), span, {"known": agencies})
        self.questions.about_agency = question
        said = tuple(one for one in found.bulletins if one not in unsaid)
        return replace(found, bulletins=said, questions=(question, *found.questions))

    def _take_agency(self, agency: str) -> None:
        self._standing, self._agency_said = replace(self._standing, agency=agency), True
        self.read()

    def file(self) -> None:
        """File every bulletin; questions come first, and a value being typed is taken first."""
        if not self._take_open_value():
            return
        if self.text.toPlainText() != self._read_text:
            self.read()
        if self.questions.open_count():
            self.message.complain(
                self.tr("Answer the questions first, or leave their figures out with 0.")
            )
            self.questions.take_keys()
            return
        bulletins = tuple(one.as_bulletin() for one in self.model.proposals() if not one.filed)
        if not bulletins:
            self.message.complain(self.tr("There is nothing here to file."))
            return
        try:
            self._bridge.do(FileBulletins(bulletins, self._read_text), self)
        except Refusal as refusal:
            self.message.complain(texts.refusal_text(refusal, current_language()))
            return
        self.filed = tuple(dict.fromkeys(new.source.place for new in bulletins))
        self._new = bulletins
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
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(table, 3)
        column.addWidget(self.findings)
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
        self.table.installEventFilter(self)
        self.model.edited.connect(self._tell)
        self.model.refused.connect(
            lambda refusal: self.message.complain(texts.refusal_text(refusal, current_language()))
        )
        self.questions.answered.connect(self.read)
        self.questions.agency_chosen.connect(self._take_agency)
        self.questions.contest_told.connect(self._tell_contest)
        self.questions.chosen.connect(lambda _: self._mark())
        self.file_button.clicked.connect(self.file)
        self.cancel_button.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(key_sequence(key), self).activated.connect(self.file)

    def _tell_contest(self, contest: str, span: Span | None) -> None:
        """Which contest figures are of: one question's, or the whole text's."""
        told = self._contests
        self._contests = (
            ContestAnswers(contest)
            if span is None
            else ContestAnswers(told.whole, {**told.by_question, span: contest})
        )
        self.read()

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
        self.table.resizeColumnsToContents()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, PasteColumn.VALUE))

    def _tell(self) -> None:
        """What was read in one line, what is impossible in it, and the marks in the text."""
        bulletins = self.model.proposals()
        figures = sum(len(one.figures) for one in bulletins)
        to_file = sum(1 for one in bulletins if not one.filed)
        self.summary.setText(
            self.tr("{n} figures in {m} bulletins, {k} to file. * not in the text").format(
                n=figures, m=len(bulletins), k=to_file
            )
            if bulletins
            else self.tr("No figure was read.")
        )
        election = self._bridge.session.election
        lines = [
            f"▲ {texts.finding_text(finding, election, current_language())}"
            for finding in self.model.findings()
        ]
        self.findings.setText("\n".join(lines))
        self.findings.setVisible(bool(lines))
        self.file_button.setEnabled(bool(to_file))
        self._mark()

    def _mark(self) -> None:
        """Light up every fragment; the current figure's and question's stronger."""
        colours = theme.ink()
        grounds = {
            Novelty.NEW: colours.accent_ground,
            Novelty.CHANGED: colours.accent_ground,
            Novelty.SAME: colours.derived_ground,
        }
        marks = [self._lit(span, grounds[novelty]) for span, novelty in self.model.spans()]
        marks += [
            self._lit(question.source, colours.error_ground)
            for question in self._proposals.questions
        ]
        current = self.model.span_at(self.table.currentIndex().row())
        if self.questions.list.hasFocus():
            current = self.questions.current_span() or current
        if current is not None:
            marks.append(self._lit(current))
        self.text.setExtraSelections(marks)

    def _lit(self, span: Span, ground: QColor | None = None) -> QTextEdit.ExtraSelection:
        return mark(self.text, self._read_text, span, ground)
