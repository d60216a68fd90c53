"""The entry panel: place, contest and agencies above, the table in the middle, one line below it.

It files, corrects, withdraws and discards by handing edits to the bridge; rules stay in `desk`.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk import PROVA
from desk.facts import edits, figures, pasted
from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.codes import Code, Refusal
from ui.entry.cells import RowKind
from ui.entry.head import EntryHead
from ui.entry.model import EntryModel
from ui.entry.view import EntryView
from ui.night.bridge import Bridge
from ui.night.messages import Lasts
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.clipboard import copy_selection
from ui.widgets.dialogs import ask_reason
from ui.widgets.elided import LEAST, ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.still import Still


class EntryPanel(QWidget):
    """Where figures are typed."""

    contest_chosen = Signal(str)
    pair_chosen = Signal(str, str)
    figure_chosen = Signal(object, object)
    """The number of the bulletin the cursor's figure comes from, and the figure's row."""
    cell_chosen = Signal(object)
    """The `Slot` under the cursor, or None where no figure stands."""
    cell_told = Signal(str, str)
    """The cell under the cursor in words, and what stands there and stood there before."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self._bridge = bridge
        self.model = EntryModel(bridge, self)
        self.view = EntryView(self)
        self.view.setModel(self.model)
        self.message = bridge.messages
        self.head = EntryHead(bridge, self)
        self._votes = self._by_share = False
        self._held: tuple[str, int] | None = None
        self._told = "", ""
        self._cursor = (self.model.rows[self._first_share()].key, 0)
        self._file = KeyButton("entry.file", Rank.PRIMARY, self)
        self._discard = KeyButton("entry.discard", parent=self)
        self._what = ElidedLabel("entry.state", self)
        self._hint = ElidedLabel("entry.hint", self, whole=True)
        self._hint.setFont(theme.font(theme.SMALL))
        self._lay_out()
        self._connect()
        self.retranslate()
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """With a draft of any agency: what comes under the table as one begins has its room."""
        least, letter = super().minimumSizeHint(), self.fontMetrics().averageCharWidth()
        agencies = self._bridge.session.election.agencies
        files = (self._filing(agency.code, "00.00") for agency in agencies)
        width = max(self._file.width_with(text, key=False) for text in files)
        width += self._discard.sizeHint().width()
        width += 2 * LEAST * letter + 15 * theme.STEP
        return QSize(max(width, least.width()), least.height())

    # What is shown

    @property
    def contest(self) -> str:
        """The contest chosen."""
        return self.model.contest

    @property
    def pair(self) -> tuple[str, str]:
        """The two agencies chosen, in the order of their columns."""
        return self.head.pair

    def show_place(self, place: str) -> None:
        """Show another place in the same contest; what is being typed is taken first."""
        self._show(self.contest, place)

    def standing(self) -> pasted.Standing:
        """Where the cursor stands: what a pasted text means where it does not say."""
        agency = self.pair[self.view.agency_column()]
        clock = self._bridge.session.night_clock()
        return pasted.Standing(agency, self.contest, self.model.place, clock)

    def take_block(self, text: str) -> bool:
        """Fill cells from the cursor's one with a block of numbers; False if the text is none.

        Figures that are refused stay in their cells; a block too large for the table is said to be.
        """
        block, index = pasted.numbers(text), self.view.currentIndex()
        if block is None or not index.isValid():
            return False
        try:
            refusals = self.model.fill(index, block)
        except Refusal as refusal:
            self.complain(refusal)
            return True
        cells = sum(1 for row in block for cell in row if cell)
        if refusals:
            self._tell(refusals[0], Lasts.TEXT)
        elif cells > 1:
            said = self.tr("Entered from the clipboard: {n} {n:figure|figures}, {place}.")
            self.message.say(numbered(said, n=cells, place=self.model.place), undoes=True)
        return True

    def take_number(self, text: str) -> bool:
        """Put a number with words into the cursor's cell; False if the text is none for it."""
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
        self.head.contests.setCurrentIndex(position)

    def take_open_text(self) -> None:
        """Before the table shows something else: put away what is typed, refused or not."""
        if not self.view.commit_open_editor():
            # Losing the keys puts the text away; they must not be lost to nobody.
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def start(self) -> None:
        """A place was looked for and found: its bulletin is typed from the first row on."""
        self.view.go_to(0, self.view.agency_column())

    @property
    def cell(self) -> tuple[str, int]:
        """The cursor's row by name, and its column."""
        key, column = self._cursor
        return _row_name(key), column

    def put_cursor(self, row: str, column: int) -> None:
        """Put the cursor on a row by name, if there is one, without the keys."""
        for number, entry in enumerate(self.model.rows):
            if _row_name(entry.key) == row:
                self.view.setCurrentIndex(self.model.index(number, column))

    def go_to_slot(self, source: Source, row: Row | None) -> None:
        """Put the cursor on a figure's cell."""
        for number, entry in enumerate(self.model.rows):
            if entry.row == row:
                self.view.go_to(
                    number, self.pair.index(source.agency) if source.agency in self.pair else 0
                )
                return

    def go_to_column(self, source: Source) -> None:
        """Put the cursor into an agency's column; it stays in its row."""
        index = self.view.currentIndex()
        if source.agency in self.pair and index.isValid():
            self.view.setCurrentIndex(index.siblingAtColumn(self.pair.index(source.agency)))

    # What is done

    def slot_under_cursor(self) -> Slot | None:
        """The figure under the cursor; None on a row or a column that holds none."""
        index = self.view.currentIndex()
        row = self.model.rows[index.row()].row if index.isValid() else None
        source = self.model.source(self.view.agency_column())
        return Slot(source, row) if row is not None and source is not None else None

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
            self.complain(in_the_way(source, waiting))
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
            text = self.tr("Filed: {agency}, {place}, {time}.")
            self._say_of(text, source, draft.as_of, undoes=True)
            self._go_to_next_draft(column)

    def correct(self, bulletin: int | None = None) -> None:
        """Begin the correction of a bulletin, or of the newest one in the cursor's column."""
        number = bulletin or self._newest(self.view.agency_column())
        if number is None:
            self._say_none(
                self.tr("There is no filed bulletin of {agency} for {place} to correct.")
            )
        elif self._do(edits.BeginCorrection(number)):
            found = self._bridge.session.bulletin(number)
            self.view.go_to(self._first_share(), self.head.show_agency(found.source.agency))
            text = self.tr(
                "Correcting {agency}, {place}, {time}: mend the figures, then Ctrl+Enter files the "
                "correction with its reason."
            )
            self._say_of(text, found.source, found.as_of)

    def withdraw(self, bulletin: int | None = None) -> None:
        """Withdraw a bulletin, or the newest one in the cursor's column, with a reason."""
        number = bulletin or self._newest(self.view.agency_column())
        if number is None:
            self._say_none(
                self.tr("There is no filed bulletin of {agency} for {place} to withdraw.")
            )
            return
        found = self._bridge.session.bulletin(number)
        reason = ask_reason(
            self,
            self.tr("Withdraw {agency}, {place}, {time}").format(
                agency=found.source.agency, place=found.source.place, time=shown.clock(found.as_of)
            ),
        )
        if reason and self._do(edits.Withdraw((number,), reason)):
            text = self.tr("Withdrawn: {agency}, {place}, {time}. The row stays in the file.")
            self._say_of(text, found.source, found.as_of, undoes=True)

    def discard(self) -> None:
        """Throw the column's draft away; undo brings it back."""
        editor = self.view.open_editor()
        if editor is not None:
            self.model.drop_refused(editor.index)
        column = self.view.agency_column()
        source, draft = self.model.source(column), self.model.draft(column)
        if source is None or draft is None:
            self._say_none(self.tr("There is no draft of {agency} for {place}."))
        elif self._do(edits.PutDraft(source, None)):
            text = self.tr("Draft discarded: {agency}, {place}, {time}.")
            self._say_of(text, source, draft.as_of, undoes=True)

    def copy(self) -> None:
        """Copy the selected cells as a table."""
        labels = [self.model.row_label(entry) for entry in self.model.rows]
        mark = PROVA if self._bridge.session.is_rehearsal else ""
        copy_selection(self.view, labels, mark=mark)

    def complain(self, refusal: Refusal, lasts: Lasts = Lasts.SIGHT) -> None:
        """Say a refusal where every page says things."""
        self.message.complain(sentences.refusal_text(refusal, current_language()), lasts)

    # Inside

    def _say_of(self, text: str, source: Source, as_of: datetime, *, undoes: bool = False) -> None:
        """Tell what was done, with the agency, the place and the time it was done to."""
        said = text.format(agency=source.agency, place=source.place, time=shown.clock(as_of))
        self.message.say(said, undoes=undoes)

    def _say_none(self, text: str) -> None:
        """Tell that the cursor's column has nothing of the kind."""
        agency = self.pair[self.view.agency_column()]
        self.message.complain(text.format(agency=agency, place=self.model.place))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._discard.setText(self.tr("Discard draft"))
        self._discard.setToolTip(self._discard.text() + " (Ctrl+Shift+Backspace)")
        self._hint.setText(self.tr("Enter ↓ · Tab → · Ctrl+V pastes"))
        self._tell_draft()
        self.view.setAccessibleName(self.tr("Figures of the place"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.take_open_text()
            self.model.reload()

    def refill(self) -> None:
        """The election has a new agency or contender: offer it."""
        self.head.fill()

    def _lay_out(self) -> None:
        # How wide they may become, the panel itself says: a draft that begins moves nothing above.
        row = QWidget(self)
        row.setMinimumWidth(1)
        actions = QHBoxLayout(row)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(2 * theme.STEP)
        # In a narrow panel it tells what it files without its key.
        self._file.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # What is said beside the buttons gives way to them.
        beside = QWidget(self)
        beside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        said = QHBoxLayout(beside)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(2 * theme.STEP)
        said.addWidget(self._what)
        said.addStretch(1)
        said.addWidget(self._hint)
        actions.addWidget(self._file)
        actions.addWidget(self._discard)
        actions.addWidget(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * theme.STEP, 2 * theme.STEP, 3 * theme.STEP, 2 * theme.STEP)
        layout.setSpacing(2 * theme.STEP)
        layout.addWidget(self.head)
        layout.addWidget(self.view)
        layout.addWidget(Still(row))
        layout.addStretch(1)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._remember_cursor)
        self.model.modelAboutToBeReset.connect(self._hold_open_text)
        self.model.modelReset.connect(self._make_room)
        self.model.modelReset.connect(self._restore_cursor)
        self.head.contest_chosen.connect(self._contest_changed)
        self.head.pair_chosen.connect(self._pair_changed)
        self.view.file_wanted.connect(self.file)
        self.view.selectionModel().currentChanged.connect(lambda index, _: self._tell_figure(index))
        self.view.hands.block_pasted.connect(self._take_block_in_editor)
        self.view.hands.refused.connect(lambda refusal, _: self._tell(refusal, Lasts.TEXT))
        self.view.hands.accepted.connect(self.message.clear_complaint)
        self._file.clicked.connect(self.file)
        self._discard.clicked.connect(self.discard)
        self.model.head_changed.connect(self.view.head.show_anew)
        self.model.head_changed.connect(lambda column: self._tell_cell(None, column))
        self.model.dataChanged.connect(lambda at: self._tell_cell(at.row(), at.column()))
        heard = (self.model.head_changed, self.model.modelReset, self.model.marked)
        for signal in (*heard, self.cell_told):
            signal.connect(lambda *_: self._tell_draft())

    def _tell_draft(self) -> None:
        """What Ctrl+Enter would do in the cursor's column, and what stands against it."""
        column = self.view.agency_column()
        head, draft = self.model.head(column), self.model.draft(column)
        writable = not self._bridge.session.read_only
        clock = shown.clock(draft.as_of) if draft else ""
        said = self._filing(head.agency, clock) if draft else self.tr("File")
        self._file.setEnabled(draft is not None and writable)
        self._discard.setVisible(draft is not None and writable)
        if self._file.text() != said:
            self._file.setText(said)
            self._file.show_key("Ctrl+Enter")
        wrong = draft is not None and self.model.is_wrong(column)
        if wrong:
            what = self.tr("▲ An error here; filed, it stays marked")
        elif draft is None and writable:
            what = self.tr("Type a figure: a new bulletin of {agency} begins").format(
                agency=head.agency
            )
        else:
            what = ""
        self._what.setText(what)
        palette = self._what.palette()
        colour = theme.ink().error if wrong else theme.ink().muted
        if palette.color(palette.ColorRole.WindowText) != colour:
            palette.setColor(palette.ColorRole.WindowText, colour)
            self._what.setPalette(palette)

    def _filing(self, agency: str, clock: str) -> str:
        return self.tr("File: {agency} {time}").format(agency=agency, time=clock)

    def _take_block_in_editor(self, text: str) -> None:
        """A block belongs to the cells, wherever she stands: what is typed is put away first."""
        self.take_open_text()
        self.take_block(text)

    def _contest_changed(self, contest: str) -> None:
        # Where it is not held there is nothing to type.
        self._show(contest, self._bridge.session.election.held_at(contest, self.model.place))
        self.contest_chosen.emit(contest)

    def _pair_changed(self) -> None:
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
        self.head.show_place(place)

    def _remember_cursor(self, current: QModelIndex) -> None:
        if current.isValid():
            self._cursor = (self.model.rows[current.row()].key, current.column())
            self.cell_chosen.emit(self.slot_under_cursor())
            self._told = self.model.told(current)
            self.cell_told.emit(*self._told)

    def _tell_cell(self, row: int | None, column: int) -> None:
        """What is told of her cell may have changed: a row's in a column, or all the column's."""
        current = self.view.currentIndex()
        here = current.row(), current.column()
        if current.isValid() and here == (here[0] if row is None else row, column):
            before, self._told = self._told, self.model.told(current)
            if self._told != before:
                self.cell_told.emit(*self._told)

    def _hold_open_text(self) -> None:
        """A bulletin may bring new rows while she types: the text in her hands outlives them."""
        editor = self.view.open_editor()
        self._held = (editor.text(), editor.cursorPosition()) if editor is not None else None

    def _make_room(self) -> None:
        contests = self._bridge.session.candidates.contests
        self.view.make_room_for_names(self.contest in contests)

    def _restore_cursor(self) -> None:
        """Other rows, another place or language: the cursor stays with its row if that is there."""
        key, column = self._cursor
        found = (number for number, entry in enumerate(self.model.rows) if entry.key == key)
        self.view.setCurrentIndex(self.model.index(next(found, self._first_share()), column))
        if self._held is not None:
            text, position = self._held
            self._held = None
            self.view.go_on_typing(text, position)

    def _first_share(self) -> int:
        for number, entry in enumerate(self.model.rows):
            if entry.row is not None and entry.row.contender:
                return number
        return 0

    def _newest(self, column: int) -> int | None:
        topics = self.model.said(column).topics.values()
        newest = max(topics, key=lambda bulletin: (bulletin.as_of, bulletin.id), default=None)
        return newest.id if newest else None

    def _go_to_next_draft(self, column: int) -> None:
        other = 1 - column
        if self.model.draft(other) is not None:
            self.view.setCurrentIndex(self.view.currentIndex().siblingAtColumn(other))

    def _tell(self, refusal: Refusal, lasts: Lasts = Lasts.SIGHT) -> None:
        """Under the table what is wrong with a text; trouble with the file needs a way out."""
        if refusal.code.startswith("S"):
            self._bridge.refused.emit(refusal)
        else:
            self.complain(refusal, lasts)

    def _do(self, edit: edits.Edit) -> bool:
        try:
            self._bridge.do(edit, self)
        except Refusal as refusal:
            self._tell(refusal)
            QApplication.beep()
            return False
        return True


def _row_name(key: tuple[RowKind, Row | None]) -> str:
    kind, row = key
    return kind.name if row is None else f"{row.item.value} {row.contender}".strip()


def in_the_way(source: Source, waiting: Refusal) -> Refusal:
    """What filing a column is refused with while a refused text stands in it: E142."""
    text = waiting.values.get("text", "")
    return Refusal(Code.E142, agency=source.agency, place=source.place, text=text)
