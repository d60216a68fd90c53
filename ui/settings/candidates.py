"""The night's candidates in its settings: listed by contest, typed over, pasted, taken out.

Every change is an edit like any other, undone with Ctrl+Z; what a name or a party may be is
decided in `desk`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk import PROVA, turkish
from desk.facts import candidates, figures
from desk.facts.codes import Refusal
from desk.facts.edits import Change, SetPeople
from desk.facts.people import Person
from ui.night.bridge import Bridge
from ui.settings.candidates_paste import TakeCandidates, contest_box
from ui.settings.groups import Group
from ui.settings.pages import begin
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.names import VALUE_ROLE, party_label
from ui.widgets.clipboard import copy_selection
from ui.widgets.dialogs import AskDialog
from ui.widgets.key_button import KeyButton
from ui.widgets.keys import key_sequence
from ui.widgets.message import MessageLine
from ui.widgets.tables import READABLE, Index, LinesModel, TableOrEmpty


class CandidateColumn(IntEnum):
    """The columns."""

    PLACE = 0
    PARTY = 1
    CANDIDATE = 2


class CandidatesModel(LinesModel[Person]):
    """One person a row, of one contest, as far as a sought text is in the row."""

    refused = Signal(object)
    """The `Refusal` a typed name met."""

    def __init__(self, bridge: Bridge, contest: str, parent: QObject | None = None) -> None:
        super().__init__(len(CandidateColumn), parent)
        self._bridge = bridge
        self.contest = contest
        self._sought = ""
        self._lines = self._found()
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._fill)

    def show(self, contest: str, sought: str) -> None:
        """Show another contest, or only the rows a text is in."""
        self.contest, self._sought = contest, turkish.fold(sought.strip())
        self._fill()

    def person(self, row: int) -> Person:
        """Who stands in a row."""
        return self._lines[row]

    def _found(self) -> list[Person]:
        of_contest = [one for one in self._bridge.session.people if one.contest == self.contest]
        return [one for one in of_contest if self._sought in turkish.fold(" ".join(self._row(one)))]

    def _fill(self) -> None:
        found = self._found()
        if [one.seat for one in found] == [one.seat for one in self._lines]:
            # Nobody came or went: whoever types in the table keeps her place.
            self._lines = found
            if found:
                last = self.index(len(found) - 1, CandidateColumn.CANDIDATE)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = found
        self.endResetModel()

    def _take_change(self, change: Change) -> None:
        if change.people or change.names:
            self._fill()

    def _row(self, person: Person) -> tuple[str, str, str]:
        election = self._bridge.session.election
        place = person.place or self.tr("everywhere")
        return place, party_label(election, person.contest, person.party), person.name

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        names = index.column() == CandidateColumn.CANDIDATE
        writable = names and not self._bridge.session.read_only
        return READABLE | Qt.ItemFlag.ItemIsEditable if writable else READABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._row(person)[index.column()]
        if role == VALUE_ROLE and index.column() == CandidateColumn.PLACE:
            # A list that is copied can be pasted: the whole contest has no name there.
            return person.place
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != CandidateColumn.CANDIDATE:
            return False
        old, name = self._lines[index.row()], figures.clean(str(value))
        if name == old.name:
            return True
        new = () if not name else (replace(old, name=name),)
        kept = [one for one in self._bridge.session.people if one != old]
        try:
            self._bridge.do(SetPeople((*kept, *new)), self)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def headings(self) -> Mapping[int, str]:
        return dict(enumerate((self.tr("Place"), self.tr("Party"), self.tr("Candidate"))))


class AskCandidate(AskDialog):
    """One candidate more, typed; a refusal keeps the form open and says why."""

    def __init__(self, bridge: Bridge, contest: str, parent: QWidget) -> None:
        super().__init__(
            parent, "candidate", QCoreApplication.translate("AskCandidate", "Add a candidate")
        )
        self._names, self._contest = bridge.session.names, contest
        self.person: Person | None = None
        self.place = self.line("place", self.tr("Place"))
        self.place.setPlaceholderText(self.tr("empty: everywhere in the contest"))
        self.party = self.line("party", self.tr("Party"))
        self.name = self.line("name", self.tr("Candidate"))
        self.message = MessageLine("candidate.message", self)
        self.form.addRow(self.message)
        self.check()

    def complete(self) -> bool:
        return bool(self.party.text().strip() and self.name.text().strip())

    def accept(self) -> None:
        lines = {"place": self.place, "party": self.party, "candidate": self.name}
        cells = {column: figures.clean(line.text()) for column, line in lines.items()}
        try:
            self.person = candidates.person(cells, self._names, self._contest)
        except Refusal as refusal:
            self.message.complain(sentences.refusal_text(refusal, current_language()))
            return
        super().accept()


class CandidatesPanel(QWidget):
    """The list of one contest and what is done to it."""

    def __init__(self, bridge: Bridge, contest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("candidates")
        self._bridge = bridge
        self.contests = contest_box(bridge.session, contest, self)
        self.contests.setObjectName("candidates.contest")
        self.sought = QLineEdit(self)
        self.sought.setObjectName("candidates.sought")
        self.sought.setPlaceholderText(self.tr("Find a place, a party or a name"))
        self.sought.setAccessibleName(self.sought.placeholderText())
        self.model = CandidatesModel(bridge, str(self.contests.currentData()), self)
        self.list = TableOrEmpty("candidates", self.model, self)
        self.table = self.list.table
        self.table.setAccessibleName(self.tr("Candidates"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.message = MessageLine("candidates.message", self)
        self._buttons = {
            name: self._button(name, text, key)
            for name, text, key in (
                ("paste", self.tr("Paste a list…"), "Ctrl+V"),
                ("add", self.tr("Add…"), "Ins"),
                ("takeOut", self.tr("Take out"), "Del"),
            )
        }
        self._lay_out()
        self._connect()
        self._show()

    def paste(self) -> None:
        """Show what a list on the clipboard comes to, and take it if she says so."""
        if self._bridge.session.read_only:
            return
        text = QGuiApplication.clipboard().text()
        dialog = TakeCandidates(self._bridge, self.model.contest, text, self)
        if dialog.exec():
            self.message.say(dialog.told)
        dialog.deleteLater()
        self.take_keys()

    def add(self) -> None:
        """Type one candidate more."""
        if self._bridge.session.read_only:
            return
        dialog = AskCandidate(self._bridge, self.model.contest, self)
        if dialog.exec() and dialog.person is not None:
            self._set(self._bridge.session.candidates.with_([dialog.person]))
        dialog.deleteLater()
        self.take_keys()

    def take_out(self) -> None:
        """Take the chosen candidates out; undo brings them back."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        gone = {self.model.person(row) for row in rows}
        if gone and not self._bridge.session.read_only:
            self._set(tuple(one for one in self._bridge.session.people if one not in gone))

    def take_keys(self) -> None:
        """Put the focus into the list."""
        self.list.take_keys()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            act = {Qt.Key.Key_Insert: self.add, Qt.Key.Key_Delete: self.take_out}.get(
                Qt.Key(event.key())
            )
            if act is not None and not event.modifiers():
                act()
                return True
        return super().eventFilter(watched, event)

    def _set(self, after: tuple[Person, ...]) -> None:
        try:
            self._bridge.do(SetPeople(after), self)
        except Refusal as refusal:
            self._complain(refusal)
        else:
            self.message.clear_complaint()

    def _complain(self, refusal: Refusal) -> None:
        self.message.complain(sentences.refusal_text(refusal, current_language()))

    def _show(self) -> None:
        self.model.show(str(self.contests.currentData()), self.sought.text())
        self._settle()

    def _settle(self) -> None:
        listed = any(one.contest == self.model.contest for one in self._bridge.session.people)
        self.list.empty.setText(
            self.tr("No candidate listed here has “{text}”.").format(text=self.sought.text())
            if listed
            else self.tr(
                "No candidates are listed for this contest. Copy the columns place, party and "
                "candidate with their headings from a spreadsheet and press Ctrl+V."
            )
        )
        self.list.settle(None if self.table.currentIndex().isValid() else 0)

    def _button(self, name: str, text: str, key: str) -> KeyButton:
        button = KeyButton(f"candidates.{name}", parent=self)
        button.setText(text)
        button.show_key(key)
        button.setEnabled(not self._bridge.session.read_only)
        return button

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.contests)
        top.addWidget(self.sought, 1)
        for button in self._buttons.values():
            below.addWidget(button)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        begin(layout, Group.CANDIDATES, self)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)
        layout.addWidget(self.message)

    def _connect(self) -> None:
        self.contests.currentIndexChanged.connect(lambda _: self._show())
        self.sought.textChanged.connect(lambda _: self._show())
        self.model.modelReset.connect(self._settle)
        self.model.refused.connect(self._complain)
        self.model.dataChanged.connect(lambda *_: self.message.clear_complaint())
        for widget in (self.table, self.list.empty):
            widget.installEventFilter(self)
        # The sentence has the keys while there is no list.
        self.list.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons["paste"].clicked.connect(self.paste)
        self._buttons["add"].clicked.connect(self.add)
        self._buttons["takeOut"].clicked.connect(self.take_out)
        for keys, act in (("Ctrl+V", self.paste), ("Ctrl+C", self._copy)):
            shortcut = QShortcut(key_sequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _copy(self) -> None:
        copy_selection(self.table, mark=PROVA if self._bridge.session.is_rehearsal else "")
