"""A pasted list of candidates: the text, what each of its rows comes to, and one key to take it.

Nothing is taken unseen; rows that are refused say why and stay out. How a list is read is decided
in `desk`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.facts import candidates
from desk.facts.candidates import CandidateList, CandidateRow
from desk.facts.codes import Refusal
from desk.facts.edits import SetPeople
from desk.facts.people import Person
from desk.file.session import Session
from ui.night.bridge import Bridge
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.names import contest_name, party_label
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.keys import key_sequence
from ui.widgets.marks import WRONG
from ui.widgets.message import MessageLine
from ui.widgets.rest import Rest
from ui.widgets.sizes import fit
from ui.widgets.tables import Index, LinesModel, dress

READ_AFTER_MS = 200
"""How long the keys rest before a text changed by hand is read again."""

LONGEST = 400_000
"""Characters; a list of every candidate of the country is shorter."""


class ListedColumn(IntEnum):
    """The columns."""

    LINE = 0
    CONTEST = 1
    PLACE = 2
    PARTY = 3
    CANDIDATE = 4
    OUTCOME = 5


class ListedModel(LinesModel[CandidateRow]):
    """One row of the list a row: the names as the night has them, and what becomes of the list."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(len(ListedColumn), parent)
        self._session = session

    def show(self, rows: tuple[CandidateRow, ...]) -> None:
        """Show what was read."""
        self.beginResetModel()
        self._lines = list(rows)
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(row)[index.column()]
        if row.refusal is not None and role == Qt.ItemDataRole.ForegroundRole:
            return theme.ink().error
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == ListedColumn.OUTCOME:
            return self._outcome(row)
        return None

    def headings(self) -> Mapping[int, str]:
        return dict(
            enumerate(
                (
                    self.tr("Line"),
                    self.tr("Contest"),
                    self.tr("Place"),
                    self.tr("Party"),
                    self.tr("Candidate"),
                    self.tr("What becomes of it"),
                )
            )
        )

    def _texts(self, row: CandidateRow) -> tuple[str, ...]:
        person, cells = row.person, row.cells
        if person is None:
            said = (cells["contest"], cells["place"], cells["party"], cells["candidate"])
        else:
            election = self._session.election
            contest = election.contest(person.contest)
            said = (
                contest_name(contest),
                person.place or self.tr("everywhere"),
                party_label(election, person.contest, person.party),
                person.name,
            )
        return str(row.line), *said, self._outcome(row)

    def _outcome(self, row: CandidateRow) -> str:
        if row.refusal is not None:
            without_line = {k: v for k, v in row.refusal.values.items() if k != "line"}
            said = sentences.sentence(row.refusal.code, without_line, current_language())
            return f"{WRONG} {said}"
        assert row.person is not None
        return self._becomes(row.person)

    def _becomes(self, person: Person) -> str:
        there = self._session.candidates.named(*person.seat)
        if person.name in there:
            return self.tr("the same")
        if not person.name:
            gone = self.tr("takes out {names}").format(names=", ".join(there))
            return gone if there else self.tr("nobody to take out")
        if there and person.key == person.seat:
            return self.tr("instead of {name}").format(name=", ".join(there))
        return self.tr("new")


def contest_box(session: Session, chosen: str, parent: QWidget) -> QComboBox:
    """The night's contests to choose from; each item's data is its id."""
    box = QComboBox(parent)
    box.setAccessibleName(QCoreApplication.translate("CandidatesPanel", "Contest"))
    for contest in session.election.contests:
        name = contest_name(contest)
        box.addItem(name, contest.id)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


class TakeCandidates(QDialog):
    """The text above, to be mended by hand; below what it comes to."""

    def __init__(self, bridge: Bridge, contest: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("takeCandidates")
        self.setWindowTitle(self.tr("Candidates from a list"))
        self._bridge = bridge
        self.contests = contest_box(bridge.session, contest, self)
        self.contests.setObjectName("takeCandidates.contest")
        self._list = CandidateList(())
        self.told = ""
        """What was taken, for the line under the list."""
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("takeCandidates.text")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The list"))
        self.model = ListedModel(bridge.session, self)
        self.table = QTableView(self)
        self.table.setObjectName("takeCandidates.table")
        self.table.setAccessibleName(self.tr("What the list comes to"))
        self.table.setModel(self.model)
        dress(self.table)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setResizeContentsPrecision(100)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.summary = QLabel(self)
        self.summary.setObjectName("takeCandidates.summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.message = MessageLine("takeCandidates.message", self)
        self.take_button = QPushButton(self.tr("Take (Ctrl+Enter)"), self)
        self.take_button.setObjectName("takeCandidates.take")
        self.cancel_button = QPushButton(self.tr("Close without taking (Esc)"), self)
        self.cancel_button.setObjectName("takeCandidates.cancel")
        for button in (self.take_button, self.cancel_button):
            button.setAutoDefault(False)
        self._rest = Rest(self.read, self, after=READ_AFTER_MS)
        self._lay_out()
        self.take_button.clicked.connect(self.take)
        self.cancel_button.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(key_sequence(key), self).activated.connect(self.take)
        self.text.setPlainText(text if len(text) <= LONGEST else "")
        self.read()
        self.text.textChanged.connect(self._rest.ask)
        self.contests.currentIndexChanged.connect(lambda _: self.read())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._say_row())
        fit(self, 860, 520)
        (self.table if self._list.rows else self.text).setFocus()

    def read(self) -> None:
        """Read the text as it now stands and show what it comes to."""
        self._rest.stop()
        session = self._bridge.session
        try:
            self._list = candidates.read(
                self.text.toPlainText(),
                session.election,
                session.names,
                str(self.contests.currentData()),
            )
        except Refusal as refusal:
            self._list = CandidateList(())
            self.message.complain(sentences.refusal_text(refusal, current_language()))
        else:
            self.message.clear_complaint()
        self.model.show(self._list.rows)
        if self._list.rows:
            self.table.setCurrentIndex(self.model.index(0, ListedColumn.CANDIDATE))
        self._tell()
        self._say_row()

    def take(self) -> None:
        """Take what can be taken; refused rows stay out."""
        self.read()
        if not self._list.people:
            return
        session = self._bridge.session
        before = frozenset(session.people)
        try:
            self._bridge.do(SetPeople(session.candidates.with_(self._list.people)), self)
        except Refusal as refusal:
            self.message.complain(sentences.refusal_text(refusal, current_language()))
            return
        after = frozenset(session.people)
        self.told = self.tr("Candidates listed: {n}, taken out: {k}. Ctrl+Z undoes it.").format(
            n=len(after - before), k=len(before - after)
        )
        self.accept()

    def _say_row(self) -> None:
        """Why the row under the cursor is refused, whole: its cell may be too narrow."""
        row = self.table.currentIndex().row()
        if self._list.rows:
            refusal = self._list.rows[max(row, 0)].refusal
            said = sentences.refusal_text(refusal, current_language()) if refusal else ""
            self.message.complain(said)

    def _tell(self) -> None:
        """How much of the list is taken, and what of it is not even looked at."""
        lines = []
        if self._list.rows:
            said = self.tr("{n} {n:row|rows} to take, {k} refused: {k:it stays|they stay} out.")
            lines.append(numbered(said, n=len(self._list.people), k=len(self._list.refusals)))
        if self._list.others:
            said = self.tr("Columns left aside: {names}.")
            lines.append(said.format(names=", ".join(self._list.others)))
        self.summary.setText(" ".join(lines))
        self.take_button.setEnabled(bool(self._list.people))

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setObjectName("takeCandidates.split")
        split.setChildrenCollapsible(False)
        split.addWidget(self.text)
        split.addWidget(self.table)
        split.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.take_button)
        top = QHBoxLayout()
        label = QLabel(self.tr("Rows without a contest are for:"), self)
        label.setBuddy(self.contests)
        top.addWidget(label)
        top.addWidget(self.contests)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        layout.addWidget(self.summary)
        layout.addLayout(buttons)
