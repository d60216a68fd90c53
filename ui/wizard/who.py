"""The third page: who stands, a table for each contest, typed or pasted from a spreadsheet.

Every change can be taken back; candidates may stay open.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QWidget,
)

from desk.facts.codes import Refusal
from desk.facts.election import ContestKind
from desk.nights import csv as lists
from desk.nights.making import Made
from desk.nights.plan import Plan
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.keys import key_sequence
from ui.widgets.rows import ROW, LinedRows
from ui.widgets.tables import TabBar, dress
from ui.wizard import telling
from ui.wizard.grid import ContendersGrid, GridColumn
from ui.wizard.page import WizardPage

_WITH_PLACES = (ContestKind.BB, ContestKind.BM, ContestKind.IGM, ContestKind.MV, ContestKind.OTHER)


class WhoPage(WizardPage):
    """Tabs of contests above, the grid below."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__("who", plan, parent)
        self.tabs = TabBar(self, dense=True)
        self.tabs.setObjectName("wizard.contests")
        self.paste_button = KeyButton("wizard.pasteContenders", Rank.PLAIN, self, key="Ctrl+V")
        self.model = ContendersGrid(plan, self)
        self.grid = QTableView(self)
        self.grid.setObjectName("wizard.grid")
        self.grid.setModel(self.model)
        dress(self.grid)
        self.grid.setAlternatingRowColors(False)
        self.grid.setShowGrid(False)
        LinedRows(self.grid, cells=True)
        self.grid.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() + 8))
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.grid.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        grips = self.grid.verticalHeader()
        grips.show()
        grips.setSectionsMovable(True)
        grips.sectionMoved.connect(self._dragged)
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (GridColumn.PARTY, GridColumn.CANDIDATE, GridColumn.ALIASES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.started = self.label("started", muted=False)
        self.hint = self.label("hint", little=True)
        self.message = self.message_line()
        self._lay_out()
        self._connect()
        self.retranslate()

    def step(self) -> str:
        return self.tr("Who")

    def enter(self) -> None:
        self._fill_tabs()
        self._show()
        self.stand(0, GridColumn.CANDIDATE)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Take what is still being typed."""
        editor = QApplication.focusWidget()
        if editor is not None and self.grid.isAncestorOf(editor) and editor is not self.grid:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def retranslate(self) -> None:
        self.title.setText(self.tr("Who?"))
        self.tabs.setAccessibleName(self.tr("Contests"))
        self.grid.setAccessibleName(self.tr("Contenders"))
        self.paste_button.setText(self.tr("Paste a table"))
        self.hint.setText(
            self.tr(
                "F2 types · Space: in tables from the start · Alt+↑↓ order · Del takes out · "
                "Ctrl+Z takes back · Ctrl+PgUp PgDn contests"
            )
        )

    @property
    def contest(self) -> ContestKind | None:
        """The contest in front."""
        made = self._made()
        at = self.tabs.currentIndex()
        return made.contests[at] if made is not None and 0 <= at < len(made.contests) else None

    def stand(self, row: int, column: GridColumn) -> None:
        """Put the cursor on a cell."""
        self.grid.setCurrentIndex(self.model.index(row, column))

    def paste(self) -> None:
        """Take a table from the clipboard: with headings, or party and candidate, or place too."""
        contest, made = self.contest, self._made()
        if contest is None or made is None:
            return
        text = QGuiApplication.clipboard().text()
        try:
            read = lists.read_contenders(lists.headed(text, contest), made, contest)
        except Refusal as refusal:
            self.message.complain(telling.why(refusal))
            return
        self.model.add(read.rows)
        said = self.tr("Rows taken: {n}. Ctrl+Z takes them back.").format(n=len(read.rows))
        self.message.say(said)
        if read.refusals:
            left = self.tr("{said} Left out: {n}. {why}")
            why = telling.why(read.refusals[0])
            self.message.complain(left.format(said=said, n=len(read.refusals), why=why))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.grid.currentIndex().row()
        plain = Qt.KeyboardModifier.NoModifier
        if held == plain and key is Qt.Key.Key_Space:
            self.model.toggle(row)
            return True
        if held == plain and key is Qt.Key.Key_Delete:
            self.model.take_out({one.row() for one in self.grid.selectionModel().selectedRows()})
            return True
        if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, row + (1 if key is Qt.Key.Key_Down else -1))
            return True
        if held == Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        ):
            step = 1 if key is Qt.Key.Key_PageDown else -1
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % max(self.tabs.count(), 1))
            return True
        return super().eventFilter(watched, event)

    def _made(self) -> Made | None:
        try:
            return self.plan.made()
        except Refusal:
            return None

    def _fill_tabs(self) -> None:
        made = self._made()
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for race in made.contests if made is not None else ():
                self.tabs.addTab(telling.contest_title(race))

    def _show(self) -> None:
        made, contest = self._made(), self.contest
        if made is None or contest is None:
            return
        here = self.grid.currentIndex()
        self.model.show(made, contest)
        for at, race in enumerate(made.contests):
            name = telling.contest_title(race)
            self.tabs.setTabText(at, f"{name}  {len(made.rows[race])}")
        self.grid.setColumnHidden(GridColumn.PLACE, contest not in _WITH_PLACES)
        self.grid.setColumnHidden(GridColumn.CANDIDATE, contest is ContestKind.REF)
        self.started.setText(telling.started_with(self.plan, made, contest))
        row = min(max(here.row(), 0), self.model.rowCount() - 1)
        self.stand(row, GridColumn(max(here.column(), 0)))

    def _turn(self) -> None:
        self.message.clear()
        self._show()
        self.stand(0, GridColumn.CANDIDATE)

    def _changed(self) -> None:
        made = self._made()
        if made is not None and self.model.contest in made.contests:
            with QSignalBlocker(self.tabs):
                self.tabs.setCurrentIndex(made.contests.index(self.model.contest))
        self.message.clear_complaint()
        self._show()
        self.answered.emit()

    def _move(self, row: int, to: int) -> None:
        column = GridColumn(max(self.grid.currentIndex().column(), 0))
        if self.model.move(row, to):
            self.stand(to, column)

    def _dragged(self, logical: int, old: int, new: int) -> None:
        """A row was dragged by its grip: the rows move, the header goes back."""
        grips = self.grid.verticalHeader()
        with QSignalBlocker(grips):
            grips.moveSection(new, old)
        self._move(logical, new)

    def _undo(self) -> None:
        if self.model.undo():
            self.message.say(self.tr("Taken back."))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self.paste_button)
        self.column.addLayout(top)
        self.grid.setMinimumHeight(5 * ROW)
        self.column.addWidget(self.grid, 1)
        for widget in (self.started, self.message, self.hint):
            self.column.addWidget(widget)

    def _span(self) -> None:
        """The row of all others names nobody: its words have the room to the end of it."""
        self.grid.clearSpans()
        if self.model.has_others:
            width = self.model.columnCount() - GridColumn.PARTY
            self.grid.setSpan(len(self.model.rows), GridColumn.PARTY, 1, width)

    def _connect(self) -> None:
        self.grid.installEventFilter(self)
        self.tabs.currentChanged.connect(lambda _: self._turn())
        self.model.changed.connect(self._changed)
        for told in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            told.connect(self._span)
        self.model.refused.connect(lambda why: self.message.complain(telling.why(why)))
        self.paste_button.clicked.connect(self.paste)
        for keys, act in (("Ctrl+V", self.paste), ("Ctrl+Z", self._undo)):
            shortcut = QShortcut(key_sequence(keys), self.grid)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
