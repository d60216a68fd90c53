"""The ledger page: every post that went out, what it cited, what is wrong now, and what to do.

Finding, judging and composing are `desk`'s; here posts are looked for, looked at, corrected,
retracted and copied again.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk import PROVA
from desk.facts import settings
from desk.facts.bulletin import Slot
from desk.facts.edits import Change, Restore, Retract, SetSetting
from desk.facts.post import KEY_EVENTS
from desk.file.post_rows import LedgerEntry
from desk.liveblog.shown import is_key
from desk.posts import ledger
from desk.posts.forms import RETRACTED
from desk.posts.ledger import WrongPost
from ui.night.page import NightPage, OpenNight
from ui.posts.correction import correct_posts
from ui.posts.ledger_detail import LedgerDetail
from ui.posts.ledger_model import LedgerColumn, LedgerModel, Only
from ui.posts.out import copy_post
from ui.texts import names as shown
from ui.texts.names import slot_label
from ui.widgets.clipboard import copy_selection
from ui.widgets.dialogs import ask_reason
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.marks import OUT_WRONG, led
from ui.widgets.page_head import PageHead
from ui.widgets.panes import LinedPanes
from ui.widgets.rows import ROW, Hairline, LinedRows
from ui.widgets.segments import Segments
from ui.widgets.tables import TableOrEmpty
from ui.widgets.theme import STEP

ACTS = ("draft", "retract", "copy", "jump")
_RANKS = (Rank.PRIMARY, Rank.FLAT, Rank.FLAT, Rank.PLAIN)
HEADLINE = 28
"""How much of a headline is to be seen, in characters, before other columns are."""
WIDEST = {
    LedgerColumn.STATE: "engele rağmen",
    LedgerColumn.TIME: "00.00",
    LedgerColumn.KIND: "Karşılaştırma",
    LedgerColumn.PLACES: "Küçükçekmece",
    LedgerColumn.COUNT: "Rakam",
    LedgerColumn.SAID: "100,00",
}
"""The widest text of each column but the headline's."""


class LedgerPage(NightPage):
    """The list on the left, the chosen post on the right."""

    def __init__(self, night: OpenNight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger")
        self._night, self._bridge = night, night.bridge
        self._slot: Slot | None = None
        self._writable = not night.bridge.session.read_only
        self.search = QLineEdit(self)
        self.search.setObjectName("ledger.search")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.head = PageHead("ledger.head", self)
        self.only = Segments("ledger.only", self)
        self.citing = QLabel(self)
        self.citing.setObjectName("ledger.citing")
        self.citing.setWordWrap(True)
        self.all_again = QPushButton(self)
        self.all_again.setObjectName("ledger.all")
        self.model = LedgerModel(night.bridge.session, self)
        self.list = TableOrEmpty("ledger", self.model, self)
        self.detail = LedgerDetail(night.bridge, self)
        self.buttons = {
            name: KeyButton(f"ledger.{name}", rank, self)
            for name, rank in zip(ACTS, _RANKS, strict=True)
        }
        self.message = night.bridge.messages
        self._lay_out()
        self._fill_only()
        self._connect()
        self.retranslate()
        self._follow_wrong()
        self.show_citing(None)

    # What a night asks of a page

    def take_keys(self) -> None:
        """Put the focus in the list, or where one searches while there is none."""
        self.list.take_keys() if self.model.rowCount() else self.search.setFocus()

    def copy(self) -> None:
        """Ctrl+C: the selection of the table that has the keys; in the list, the post itself."""
        if self.detail.figures.table.hasFocus():
            mark = PROVA if self._bridge.session.is_rehearsal else ""
            copy_selection(self.detail.figures.table, mark=mark)
        elif self.detail.text.hasFocus():
            self.detail.text.copy()
        else:
            self.copy_post()

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """The ledger is of the whole night."""

    def show_place(self, place: str) -> None:
        """The ledger is of the whole night."""

    def panes(self) -> list[tuple[QWidget, Callable[[], None]]]:
        """What F6 goes on to: the figures of the post, its text, its correction."""
        detail = self.detail
        pages = (detail.text, detail.correction)
        return [(detail.figures, detail.figures.take_keys), *((one, one.setFocus) for one in pages)]

    # What is shown

    def slot_under_cursor(self) -> Slot | None:
        """The cited figure under the cursor; None while the keys are elsewhere."""
        focus = QApplication.focusWidget()
        return self.detail.slot() if focus is not None and self.isAncestorOf(focus) else None

    def show_citing(self, slot: Slot | None) -> None:
        """Only the posts that cite a figure, with what each said; None shows all again."""
        self._slot = slot
        if slot is not None:
            self._show_only(Only.ALL)
            with QSignalBlocker(self.search):
                self.search.clear()
            self.model.search("")
        self.model.show_citing(slot)
        self._fold_columns()
        for widget in (self.citing, self.all_again):
            widget.setVisible(slot is not None)
        self._tell_citing()

    def show_post(self, number: int) -> None:
        """Put the cursor on a post, whatever is being looked for."""
        if self.model.row_of(number) is None:
            self.search.clear()
            self._show_only(Only.ALL)
            self.show_citing(None)
        self.list.settle(self.model.row_of(number))

    def show_wrong(self) -> None:
        """Only the posts that are wrong now."""
        self.show_citing(None)
        self._show_only(Only.WRONG)

    def entry(self) -> LedgerEntry | None:
        """The post under the cursor."""
        return self.model.entry(self.list.row)

    def chosen_wrong(self) -> list[WrongPost]:
        """The posts chosen in the list that are wrong now, the newest first."""
        rows = {index.row() for index in self.list.table.selectionModel().selectedIndexes()}
        entries = (self.model.entry(row) for row in sorted(rows))
        found = (self._night.ledger_watch.of(entry.number) for entry in entries if entry)
        return [one for one in found if one is not None]

    # What is done

    def draft(self) -> None:
        """Draft the correction of the chosen posts, or of all that are wrong."""
        correct_posts(self._night, self.chosen_wrong())

    def retract(self) -> None:
        """Ask, by its name, whether the post is to be taken back, or to stand again; and why."""
        entry = self.entry()
        if entry is None or not self._writable:
            return
        back = entry.retracted is not None
        title = self.tr("Let it stand again") if back else self.tr("Retract the post")
        reason = ask_reason(self, title, self._question(entry))
        if not reason:
            return
        edit = (Restore if back else Retract)((entry.number,), reason)
        if self._bridge.attempt(edit, self) is not None:
            text = (
                self.tr("Stands again: {headline}.")
                if back
                else self.tr("Retracted: {headline}. It stays in the ledger; Ctrl+Z lets it stand.")
            )
            self.message.say(text.format(headline=entry.headline))

    def turn_pinned(self) -> None:
        """Pin the post at the top of the liveblog's page, or leave the top to the desk again."""
        entry = self._standing()
        if entry is None:
            return
        number = str(entry.number)
        pinned = self._bridge.session.settings.get(settings.PINNED) == number
        if self._bridge.attempt(SetSetting(settings.PINNED, None if pinned else number), self):
            text = (
                self.tr("At the top of the page again: the newest summary or closing.")
                if pinned
                else self.tr("At the top of the liveblog's page: {headline}.")
            )
            self.message.say(text.format(headline=entry.headline))

    def turn_key_event(self) -> None:
        """Make the post a key event of the liveblog's page, or take it out of them."""
        entry = self._standing()
        if entry is None:
            return
        was = is_key(self._bridge.session, entry)
        said = "no" if was else settings.YES
        by_kind = (entry.kind in KEY_EVENTS) != was
        name = settings.key_event(entry.number)
        if self._bridge.attempt(SetSetting(name, None if by_kind else said), self):
            text = (
                self.tr("No key event of the liveblog's page: {headline}.")
                if was
                else self.tr("A key event of the liveblog's page: {headline}.")
            )
            self.message.say(text.format(headline=entry.headline))

    def _standing(self) -> LedgerEntry | None:
        """The post under the cursor where something can be done to it, else why not is said."""
        entry = self.entry()
        if entry is None or not self._writable:
            return None
        if entry.retracted is not None:
            self.message.complain(self.tr("Retracted: it is not on the page."))
            return None
        return entry

    def _question(self, entry: LedgerEntry) -> str:
        text = (
            self.tr("Is the post of {time}, “{headline}”, to stand again? Retracted: {reason}.")
            if entry.retracted is not None
            else self.tr(
                "Is the post of {time}, “{headline}”, to be retracted? It stays in the ledger with "
                "the reason; what was pasted elsewhere is still there."
            )
        )
        return text.format(
            time=shown.clock(entry.time), headline=entry.headline, reason=entry.retracted
        )

    def copy_post(self) -> None:
        """Put the post on the clipboard once more, as it went out."""
        entry = self.entry()
        if entry is not None and self._bridge.may_go_out():
            mark = RETRACTED if entry.retracted is not None else ""
            copy_post(ledger.post(self._bridge.session, entry.number), mark)
            said = self.tr("Copied as text and HTML: {headline}")
            if mark:
                said = self.tr("Copied, but retracted: {headline}")
            self.message.say(said.format(headline=entry.headline))

    def jump(self) -> None:
        """Go to the cell of the figure under the cursor."""
        slot = self.detail.slot()
        if slot is not None:
            self._night.go_to_slot(slot)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.search.setPlaceholderText(self.tr("Search in every post: type"))
        self.search.setAccessibleName(self.tr("Search in every post"))
        self.only.setAccessibleName(self.tr("Which posts"))
        self.head.title.setText(self.tr("Ledger of what went out"))
        self.all_again.setText(self.tr("Show all again"))
        self.all_again.setToolTip(self.tr("Show all again") + " (Esc)")
        self.list.table.setAccessibleName(self.tr("Published posts"))
        for name, text, key in (
            ("draft", self.tr("Draft the correction…"), "Ctrl+Shift+D"),
            ("copy", self.tr("Copy again"), "Ctrl+C"),
            ("jump", self.tr("Go to the figure"), "Enter"),
        ):
            self.buttons[name].setText(text)
            self.buttons[name].show_key(key)
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(LedgerColumn) - 1)
        self._name_only()
        self._tell_citing()
        self._show_chosen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _fold_columns(self) -> None:
        """What a headline needs room for goes first that is told beside the list as well."""
        table, measure = self.list.table, self.fontMetrics()
        header, hidden = table.horizontalHeader(), {LedgerColumn.SAID}
        if self._slot is not None:
            # The figure's own place is known; the room is the headline's.
            hidden = {LedgerColumn.COUNT, LedgerColumn.PLACES}
        least = HEADLINE * measure.averageCharWidth()
        for goes in (LedgerColumn.COUNT, LedgerColumn.PLACES, LedgerColumn.KIND):
            kept = [one for one in LedgerColumn if one not in {*hidden, LedgerColumn.HEADLINE}]
            if sum(self._widths[one] for one in kept) + least <= table.viewport().width():
                break
            hidden.add(goes)
        for column in LedgerColumn:
            if table.isColumnHidden(column) is not (column in hidden):
                table.setColumnHidden(column, column in hidden)
                if column is not LedgerColumn.HEADLINE:
                    header.resizeSection(column, self._widths[column])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.table and event.type() is QEvent.Type.Resize:
            self._fold_columns()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
                self.list.take_keys()
                return True
            if key == Qt.Key.Key_Escape:
                self.search.clear()
                self.show_citing(None)
                return True
            if watched is self.list.table and key == Qt.Key.Key_Delete:
                self.retract()
                return True
            if watched is self.list.table and event.text().isprintable() and event.text().strip():
                # Typing on the list is searching.
                self.search.setFocus(Qt.FocusReason.OtherFocusReason)
                self.search.setText(event.text())
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self.search, 1)
        top.addWidget(self.only)
        narrowed = QHBoxLayout()
        narrowed.addWidget(self.citing, 1)
        narrowed.addWidget(self.all_again)
        over = QVBoxLayout()
        over.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        over.setSpacing(2 * STEP)
        over.addWidget(self.head)
        over.addLayout(top)
        over.addLayout(narrowed)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(over)
        column.addWidget(self.list, 1)
        self.beside = QWidget(self)
        right = QVBoxLayout(self.beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.detail, 1)
        right.addWidget(Hairline(self.beside))
        for names in (("draft", "jump"), ("copy", "retract")):
            right.addLayout(self._row_of(*names))
        right.addSpacing(2 * STEP)
        panes = (left, 3), (self.beside, 2)
        self.splitter = LinedPanes("ledger.splitter", Qt.Orientation.Horizontal, *panes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._dress()

    def _row_of(self, *names: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 0)
        row.setSpacing(2 * STEP)
        for name in names:
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        return row

    def _dress(self) -> None:
        table = self.list.table
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setAlternatingRowColors(False)
        table.setShowGrid(False)
        LinedRows(table, edge=True, marked=(LedgerColumn.STATE,))
        table.verticalHeader().setDefaultSectionSize(max(ROW, table.fontMetrics().height() + 8))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.installEventFilter(self)
        header, width = table.horizontalHeader(), self.fontMetrics().horizontalAdvance
        # Fixed to what they can hold: measuring ten thousand lines would be felt.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._widths = {column: width(widest) + 6 * STEP for column, widest in WIDEST.items()}
        self._widths[LedgerColumn.STATE] += 5 * STEP
        for column, wide in self._widths.items():
            header.resizeSection(column, wide)
        header.setSectionResizeMode(LedgerColumn.HEADLINE, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        for name, act in (
            ("draft", self.draft),
            ("retract", self.retract),
            ("copy", self.copy_post),
            ("jump", self.jump),
        ):
            self.buttons[name].clicked.connect(act)
        self.search.textChanged.connect(self.model.search)
        self.only.currentChanged.connect(lambda at: self.model.show_only(list(Only)[at]))
        self.all_again.clicked.connect(lambda: self.show_citing(None))
        self.model.modelAboutToBeReset.connect(self._hold)
        self.model.modelReset.connect(self._settle)
        self.list.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.list.entered.connect(lambda _: self.detail.figures.take_keys())
        self.detail.jump_wanted.connect(self._night.go_to_slot)
        self._bridge.changed.connect(self._take_change)
        self._bridge.reloaded.connect(self.model.reload)
        self._night.ledger_watch.changed.connect(self._follow_wrong)

    def _take_change(self, change: Change) -> None:
        if change.posts:
            self.model.take(change)
        elif (change.setting or "").startswith(settings.PAGE):
            self.model.tell_page()
        elif change.filed:
            self._show_chosen()

    def _follow_wrong(self) -> None:
        self.model.show_wrong(one.entry.number for one in self._night.ledger_watch.wrong)

    def _hold(self) -> None:
        entry = self.entry()
        self._held = entry.number if entry else 0

    def _settle(self) -> None:
        self.list.settle(self.model.row_of(self._held))
        self._say_empty()
        self._name_only()
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self.entry()
        wrong = self._night.ledger_watch.of(entry.number) if entry else None
        self.detail.show_post(entry, wrong)
        retracted = entry is not None and entry.retracted is not None
        self.buttons["retract"].setText(
            self.tr("Let it stand again…") if retracted else self.tr("Retract…")
        )
        self.buttons["retract"].show_key("Del")
        self.buttons["draft"].setEnabled(bool(self.chosen_wrong()) and self._writable)
        self.buttons["retract"].setEnabled(entry is not None and self._writable)
        self.buttons["copy"].setEnabled(entry is not None)
        self.buttons["jump"].setEnabled(self.detail.slot() is not None)

        self.buttons["draft"].setVisible(self.buttons["draft"].isEnabled())

    def _say_empty(self) -> None:
        # Beside an empty ledger there is nothing to tell or to do.
        self.beside.setHidden(self.model.is_empty)
        self.only.setHidden(self.model.is_empty)
        self.list.empty.setText(
            self.tr("Nothing has been published yet. What goes out from Post stands here: Ctrl+3.")
            if self.model.is_empty
            else self.tr("No published post is like that.")
        )

    def _tell_citing(self) -> None:
        if self._slot is not None:
            figure = slot_label(self._bridge.session.election, self._slot)
            self.citing.setText(self.tr("Posts that cite {figure}").format(figure=figure))
        self._say_empty()

    def _fill_only(self) -> None:
        for _ in Only:
            self.only.addTab("")

    def _name_only(self) -> None:
        """What can be asked for, and how many there are; what there is none of is not offered."""
        texts = {
            Only.ALL: self.tr("All"),
            Only.WRONG: led(OUT_WRONG, self.tr("Wrong {n}")),
            Only.CORRECTED: self.tr("Corrected {n}"),
            Only.RETRACTED: self.tr("Retracted {n}"),
            Only.OVERRULED: self.tr("Overruled {n}"),
        }
        counts = {only: self.model.count_of(only) for only in Only}
        for at, only in enumerate(Only):
            self.only.tell(at, texts[only].format(n=counts[only]))
            always = only in (Only.ALL, Only.WRONG) or at == self.only.currentIndex()
            self.only.setTabVisible(at, always or counts[only] > 0)
        posts, figures = self.model.held()
        note = self.tr("posts: {posts} · figures: {figures} · wrong now: {wrong}")
        told = note.format(posts=posts, figures=figures, wrong=counts[Only.WRONG])
        self.head.note.setText(told if posts else "")

    def _show_only(self, only: Only) -> None:
        self.only.setTabVisible(list(Only).index(only), True)
        self.only.setCurrentIndex(list(Only).index(only))
