"""The entry panel: place, contest and agencies above, the table in the middle, one line below it.

It files, corrects, withdraws and discards by handing edits to the bridge; rules stay in `desk`.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desk import edits, figures, turkish
from desk.bulletin import Item, Row, Source
from desk.codes import Code, Refusal
from desk.election import PlaceKind
from desk.proposals import Standing
from ui import shown, texts
from ui.actions import key_sequence
from ui.bridge import Bridge
from ui.clipboard import copy_selection
from ui.dialogs import ask_reason
from ui.entry_model import EntryModel
from ui.entry_view import EntryView
from ui.language import current as current_language
from ui.message import MessageLine


class EntryPanel(QWidget):
    """Where figures are typed."""

    contest_chosen = Signal(str)
    pair_chosen = Signal(str, str)
    figure_chosen = Signal(object, object)
    """The number of the bulletin the cursor's figure comes from, and the figure's row."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self._bridge = bridge
        self.model = EntryModel(bridge, self)
        self.view = EntryView(self)
        self.view.setModel(self.model)
        self.message = MessageLine("entry.message", self)
        self._place_name = QLabel(self)
        self._place_name.setObjectName("entry.place")
        self._place_facts = QLabel(self)
        self._place_facts.setObjectName("entry.facts")
        self._contests = QTabBar(self)
        self._contests.setObjectName("entry.contests")
        self._contests.setExpanding(False)
        self._contests.setDrawBase(False)
        self._agencies = (QComboBox(self), QComboBox(self))
        for number, box in enumerate(self._agencies):
            box.setObjectName(f"entry.agency{number + 1}")
        self._votes = self._by_share = False
        self._cursor = (self.model.rows[self._first_share()].key, 0)
        self._buttons = {
            name: _button(self, f"entry.{name}")
            for name in ("file", "correct", "withdraw", "discard")
        }
        self._lay_out()
        self._connect()
        self._fill_choices()
        self.retranslate()

    # What is shown

    @property
    def contest(self) -> str:
        """The contest chosen."""
        return self.model.contest

    @property
    def pair(self) -> tuple[str, str]:
        """The two agencies chosen, in the order of their columns."""
        return self._agencies[0].currentData(), self._agencies[1].currentData()

    def show_place(self, place: str) -> None:
        """Show another place in the same contest; what is being typed is taken first."""
        self._show(self.contest, place)

    def standing(self) -> Standing:
        """Where the cursor stands: what a pasted text means where it does not say."""
        agency = self.pair[self.view.agency_column()]
        clock = self._bridge.session.night_clock()
        return Standing(agency, self.contest, self.model.place, clock)

    def take_number(self, text: str) -> bool:
        """Put a bare number into the cursor's cell; False if the text is not one for this cell."""
        index = self.view.currentIndex()
        row = self.model.rows[index.row()].row if index.isValid() else None
        if row is None or row.item is Item.LEADER or self.model.source(index.column()) is None:
            return False
        try:
            figures.read(row.item, text)
        except Refusal:
            return False
        return self.model.enter(index, text) is None

    def choose_contest(self, position: int) -> None:
        """Choose a contest by its position."""
        self._contests.setCurrentIndex(position)

    def choose(self, contest: str, pair: tuple[str, str]) -> None:
        """Choose a contest and both agencies at once."""
        for box, agency in zip(self._agencies, pair, strict=True):
            box.setCurrentIndex(box.findData(agency))
        self._pair_changed()
        election = self._bridge.session.election
        self.choose_contest([known.id for known in election.contests].index(contest))

    def take_open_text(self) -> None:
        """Before the table shows something else: put away what is typed, refused or not."""
        if not self.view.commit_open_editor() and (editor := self.view.open_editor()) is not None:
            editor.clearFocus()

    def show_options(self, *, votes: bool, by_share: bool) -> None:
        """Show rows for votes beside the shares, and contenders by share instead of as usual."""
        self._votes, self._by_share = votes, by_share
        self._options_changed()

    def take_keys(self) -> None:
        """Put the focus where typing begins: the cursor's cell, or the first share."""
        index = self.view.currentIndex()
        if index.isValid():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.go_to(self._first_share(), 0)

    def go_to_slot(self, source: Source, row: Row | None) -> None:
        """Put the cursor on a figure's cell."""
        for number, entry in enumerate(self.model.rows):
            if entry.row == row:
                self.view.go_to(
                    number, self.pair.index(source.agency) if source.agency in self.pair else 0
                )
                return

    # What is done

    def file(self) -> None:
        """File the draft of the cursor's agency; a correction asks for its reason."""
        if not self.view.commit_open_editor():
            return
        column = self.view.agency_column()
        source = self.model.source(column)
        draft = self.model.draft(column)
        if source is None:
            return
        if waiting := self.model.refused_in(source):
            self.complain(
                Refusal(Code.E142, agency=source.agency, text=waiting.values.get("text", ""))
            )
            return
        reason = ""
        if draft is not None and draft.replaces is not None:
            reason = ask_reason(
                self,
                self.tr("Correct {agency}, {place}").format(
                    agency=source.agency, place=source.place
                ),
            )
            if not reason:
                return
        if self._do(edits.FileDraft(source, reason)) and draft is not None:
            self.message.say(
                self.tr("Filed: {agency}, {place}, {time}.").format(
                    agency=source.agency, place=source.place, time=shown.clock(draft.as_of)
                )
            )
            self._go_to_next_draft(column)

    def correct(self, bulletin: int | None = None) -> None:
        """Begin the correction of a bulletin, or of the newest one in the cursor's column."""
        number = bulletin or self._newest(self.view.agency_column())
        if number is None:
            self.message.complain(self.tr("There is no filed bulletin in this column to correct."))
        elif self._do(edits.BeginCorrection(number)):
            self.message.say(
                self.tr("Mend the figures, then Ctrl+Enter files the correction with its reason.")
            )
            self.view.go_to(self._first_share(), self._column_of(number))

    def withdraw(self, bulletin: int | None = None) -> None:
        """Withdraw a bulletin, or the newest one in the cursor's column, with a reason."""
        number = bulletin or self._newest(self.view.agency_column())
        if number is None:
            self.message.complain(self.tr("There is no filed bulletin in this column to withdraw."))
            return
        found = self._bridge.session.bulletin(number)
        reason = ask_reason(
            self,
            self.tr("Withdraw {agency}, {place}, {time}").format(
                agency=found.source.agency, place=found.source.place, time=shown.clock(found.as_of)
            ),
        )
        if reason and self._do(edits.Withdraw((number,), reason)):
            self.message.say(
                self.tr("Withdrawn. The row stays in the file; Ctrl+Z brings it back.")
            )

    def discard(self) -> None:
        """Throw the column's draft away; undo brings it back."""
        editor = self.view.open_editor()
        if editor is not None:
            self.model.drop_refused(editor.index)
        column = self.view.agency_column()
        source, draft = self.model.source(column), self.model.draft(column)
        if source is None or draft is None:
            self.message.complain(self.tr("There is no draft in this column."))
        elif self._do(edits.PutDraft(source, None)):
            self.message.say(self.tr("Draft discarded; Ctrl+Z brings it back."))

    def copy(self) -> None:
        """Copy the selected cells as a table."""
        copy_selection(self.view, [self.model.row_label(entry) for entry in self.model.rows])

    def complain(self, refusal: Refusal) -> None:
        """Show a refusal under the table."""
        self.message.complain(texts.refusal_text(refusal, current_language()))

    # Inside

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        election = self._bridge.session.election
        turkish_window = current_language() == "tr"
        for number, contest in enumerate(election.contests):
            self._contests.setTabText(
                number, contest.name_tr if turkish_window else contest.name_en
            )
            self._contests.setTabToolTip(number, f"Alt+{number + 1}")
        for box, label in zip(
            self._agencies, (self.tr("First agency"), self.tr("Second agency")), strict=True
        ):
            box.setAccessibleName(label)
            box.setToolTip(label)
        for name, text, tip in (
            ("file", self.tr("File"), "Ctrl+Enter"),
            ("correct", self.tr("Correct"), "F4"),
            ("withdraw", self.tr("Withdraw…"), "Shift+F4"),
            ("discard", self.tr("Discard draft"), "Ctrl+Shift+Backspace"),
        ):
            self._buttons[name].setText(text)
            self._buttons[name].setToolTip(f"{text} ({tip})")
        self.view.setAccessibleName(self.tr("Figures of the place"))
        self._show_place_name()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.reload()

    def refill(self) -> None:
        """The election has a new agency or contender: offer it."""
        self._fill_choices()
        self.retranslate()

    def _lay_out(self) -> None:
        big = QFont(self._place_name.font())
        big.setPointSizeF(big.pointSizeF() * 1.6)
        big.setBold(True)
        self._place_name.setFont(big)
        head = QHBoxLayout()
        head.addWidget(self._place_name, 1)
        head.addWidget(self._agencies[0])
        head.addWidget(self._agencies[1])
        actions = QHBoxLayout()
        actions.addWidget(self._buttons["file"])
        actions.addStretch(1)
        for name in ("correct", "withdraw", "discard"):
            actions.addWidget(self._buttons[name])
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self._place_facts)
        layout.addWidget(self._contests)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.message)
        layout.addLayout(actions)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._remember_cursor)
        self.model.modelReset.connect(self._restore_cursor)
        self._contests.currentChanged.connect(self._contest_changed)
        for box in self._agencies:
            box.activated.connect(self._pair_changed)
        self.view.file_wanted.connect(self.file)
        self.view.selectionModel().currentChanged.connect(lambda index, _: self._tell_figure(index))
        self.view.hands.refused.connect(lambda refusal, _: self._tell(refusal))
        self.view.hands.accepted.connect(self.message.clear_complaint)
        self._buttons["file"].clicked.connect(self.file)
        self._buttons["correct"].clicked.connect(lambda: self.correct())
        self._buttons["withdraw"].clicked.connect(lambda: self.withdraw())
        self._buttons["discard"].clicked.connect(self.discard)
        writable = not self._bridge.session.read_only
        for button in self._buttons.values():
            button.setEnabled(writable)

    def _fill_choices(self) -> None:
        election = self._bridge.session.election
        with QSignalBlocker(self._contests):
            for contest in election.contests[self._contests.count() :]:
                number = self._contests.addTab("")
                key = QShortcut(key_sequence(f"Alt+{number + 1}"), self)
                key.activated.connect(partial(self._contests.setCurrentIndex, number))
                self._contests.setTabData(number, contest.id)
        codes = [agency.code for agency in election.agencies]
        for number, box in enumerate(self._agencies):
            chosen = box.currentData() or codes[min(number, len(codes) - 1)]
            box.clear()
            for code in codes:
                box.addItem(code, code)
            box.setCurrentIndex(codes.index(chosen) if chosen in codes else 0)

    def _contest_changed(self, number: int) -> None:
        contest = self._contests.tabData(number)
        self._show(contest, self.model.place)
        self.contest_chosen.emit(contest)

    def _pair_changed(self) -> None:
        first, second = self.pair
        if first == second:
            # The same agency twice compares nothing: the other box moves on.
            other = self._agencies[1] if self.sender() is self._agencies[0] else self._agencies[0]
            other.setCurrentIndex((other.currentIndex() + 1) % other.count())
        self._options_changed()
        self.pair_chosen.emit(*self.pair)

    def _options_changed(self) -> None:
        self._show(self.contest, self.model.place)

    def _tell_figure(self, index: QModelIndex) -> None:
        """Where the figure under the cursor comes from, for whoever shows its bulletin."""
        if index.isValid() and self.model.source(index.column()) is not None:
            bulletin = self.model.bulletin_of(index)
            if bulletin is not None:
                self.figure_chosen.emit(bulletin, self.model.rows[index.row()].row)

    def _show(self, contest: str, place: str) -> None:
        self.take_open_text()
        self.model.show(
            contest,
            place,
            self.pair,
            votes=self._votes,
            by_share=self._by_share,
        )
        self.message.say("")
        self._show_place_name()

    def _remember_cursor(self, current: QModelIndex) -> None:
        if current.isValid():
            self._cursor = (self.model.rows[current.row()].key, current.column())

    def _restore_cursor(self) -> None:
        """Other rows, another place or language: the cursor stays with its row if that is there."""
        key, column = self._cursor
        found = (number for number, entry in enumerate(self.model.rows) if entry.key == key)
        self.view.setCurrentIndex(self.model.index(next(found, self._first_share()), column))

    def _show_place_name(self) -> None:
        place = self._bridge.session.election.place(self.model.place)
        self._place_name.setText(turkish.upper(place.name))
        facts = []
        if place.kind is PlaceKind.PROVINCE:
            facts.append(self.tr("whole province"))
        if place.boxes is not None:
            facts.append(self.tr("{n} boxes").format(n=turkish.votes_dots(place.boxes)))
        if place.registered is not None:
            facts.append(
                self.tr("{n} registered voters").format(n=turkish.votes_dots(place.registered))
            )
        self._place_facts.setText(" · ".join(facts))

    def _first_share(self) -> int:
        for number, entry in enumerate(self.model.rows):
            if entry.row is not None and entry.row.contender:
                return number
        return 0

    def _column_of(self, bulletin: int) -> int:
        """The column a bulletin's agency stands in; one that stands in none takes the second."""
        agency = self._bridge.session.bulletin(bulletin).source.agency
        if agency not in self.pair:
            self._agencies[1].setCurrentIndex(self._agencies[1].findData(agency))
            self._pair_changed()
        return self.pair.index(agency)

    def _newest(self, column: int) -> int | None:
        topics = self.model.said(column).topics.values()
        newest = max(topics, key=lambda bulletin: (bulletin.as_of, bulletin.id), default=None)
        return newest.id if newest else None

    def _go_to_next_draft(self, column: int) -> None:
        other = 1 - column
        if self.model.draft(other) is not None:
            self.view.setCurrentIndex(self.view.currentIndex().siblingAtColumn(other))

    def _tell(self, refusal: Refusal) -> None:
        """Under the table what is wrong with a text; trouble with the file needs a way out."""
        if refusal.code.startswith("S"):
            self._bridge.refused.emit(refusal)
        else:
            self.complain(refusal)

    def _do(self, edit: edits.Edit) -> bool:
        try:
            self._bridge.do(edit, self)
        except Refusal as refusal:
            self._tell(refusal)
            QApplication.beep()
            return False
        return True


def _button(parent: QWidget, name: str) -> QPushButton:
    button = QPushButton(parent)
    button.setObjectName(name)
    # The keys stay in the table: every button has a shortcut of its own.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
