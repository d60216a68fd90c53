"""The comparison page: all places in one sortable table, and what its post reads beside it.

Double-click or Enter goes to the place's figures; Space puts a place into the post.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desk import PROVA, systems, tables
from desk.facts.bulletin import Item, Row, Slot, Source
from desk.rules.comparison import comparison_rows
from desk.rules.discrepancies import compare_all
from desk.rules.wide import wide_rows
from desk.tables import to_html_table, to_tabs, write_whole
from ui.charts.page import PlaceChart
from ui.comparison.columns import FIRST, ComparisonColumn, What
from ui.comparison.looks import GapLook, LeadLook, PlaceLook, RowLook
from ui.comparison.model import ComparisonModel
from ui.comparison.place_detail import PlaceDetail
from ui.comparison.preview import PostPreview
from ui.night.bridge import Bridge
from ui.night.messages import Lasts
from ui.texts.language import current as current_language
from ui.texts.names import contest_name
from ui.texts.verdicts import VERDICT_WORDS
from ui.widgets import theme
from ui.widgets.clipboard import copy_selection, put
from ui.widgets.frozen_table import FrozenTable
from ui.widgets.long_work import LongWork
from ui.widgets.panes import LinedPanes
from ui.widgets.rest import Rest
from ui.widgets.rows import flatten
from ui.widgets.segments import Segments
from ui.widgets.tables import EmptyNote

_OF_A_SIDE = {
    What.SHARE_A: (0, Item.SHARE),
    What.SHARE_B: (1, Item.SHARE),
    What.OPENED_A: (0, Item.OPENED_SHARE),
    What.OPENED_B: (1, Item.OPENED_SHARE),
}
"""Columns that show a figure: which of the pair's agencies said it, and what it is."""

ORDERS = (
    (What.WORST, Qt.SortOrder.DescendingOrder),
    (What.VERDICT, Qt.SortOrder.DescendingOrder),
    (What.PLACE, Qt.SortOrder.AscendingOrder),
)
"""The orders that are asked for most: the widest gap first, the gravest verdict, the names."""
LEADS = tuple(n for n, column in enumerate(FIRST) if column.what in (What.LEAD_A, What.LEAD_B))
AIR = 3
"""Between a line and the next: a night of 39 places is seen nearly whole."""
BESIDE = 290
"""How narrow the panel beside the table may become, in device-independent pixels."""

ANSWER_MS = 60
"""How long after the last change the page's question is answered anew."""

TICK_MS = 20_000
"""How often the ages are looked at; they are in whole minutes."""

ROWS_AT_A_TIME = 100
"""Rows whose ages are looked at in one go, so that no key waits for a whole country."""


class ComparisonPage(QWidget):
    """Table on the left, the post to be read on the right."""

    place_wanted = Signal(str)

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, chart: PlaceChart | None = None
    ) -> None:
        """``chart`` draws the course of the chosen place beside its figures."""
        super().__init__(parent)
        self.setObjectName("comparison")
        self._bridge, self._chart = bridge, chart
        self._contest, self._pair, self._place = "", ("", ""), ""
        self._unfitted = self._untold = self._unanswered = True
        self.model = ComparisonModel(bridge, self)
        self.table = FrozenTable(self)
        self.table.setObjectName("comparison.table")
        self.table.setModel(self.model)
        self.preview = PostPreview(bridge, self.model, self)
        self._empty = EmptyNote("comparison.empty", self)
        self.answer, self.title = QLabel(self), QLabel(self)
        self.order = Segments("comparison.order", self)
        for _ in range(len(ORDERS) + 1):
            self.order.addTab("")
        # The whole of the chosen place's verdict: the table has a word of it.
        self.detail = PlaceDetail(self)
        self.verdict = self.detail.sentence
        self._lay_out()
        self._dress()
        self._look = Rest(self._answer, self, after=ANSWER_MS)
        for signal in (self.model.modelReset, self.model.dataChanged, self.model.layoutChanged):
            signal.connect(lambda *_: self._look.ask())
        self.model.modelReset.connect(self._fit)
        self.model.layoutChanged.connect(self._keep_in_sight)
        self.model.dataChanged.connect(self._show_whether_empty)
        self.model.dataChanged.connect(self._take_cells)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.order.currentChanged.connect(self._choose_order)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._tell_order())
        self.table.doubleClicked.connect(lambda index: self._go(index.row()))
        self.table.installEventFilter(self)
        self._ages = Rest(self._tick, self, after=0)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._ages.ask)
        self._clock.start()
        self.retranslate()

    def _lay_out(self) -> None:
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.answer.setObjectName("comparison.answer")
        self.answer.setFont(theme.font(strong=True))
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        # A longer sentence must not push the table down under her eyes.
        self.answer.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.title.setObjectName("comparison.title")
        self.title.setFont(theme.font(theme.LARGE, strong=True))
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(4 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP, 0)
        column.setSpacing(theme.STEP)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.order)
        column.addLayout(head)
        column.addWidget(self.answer)
        column.addWidget(holder, 1)
        down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        drawn = [] if self._chart is None else [(self._chart, 3)]
        panes = [(self.detail, 5), *drawn, (self.preview, 0)]
        self.beside = LinedPanes("comparison.beside", down, *panes)
        self.beside.setMinimumWidth(BESIDE)
        self.beside.setSizes([320, 220, 130])
        self.splitter = LinedPanes("comparison.splitter", across, (left, 1), (self.beside, 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def show_contest(self, contest: str, pair: tuple[str, str]) -> None:
        """Compare another contest, or another pair of agencies."""
        self._contest, self._pair = contest, pair
        self.model.show(contest, pair)
        self.preview.show_contest(contest, pair)

    def slot_under_cursor(self) -> Slot | None:
        """The figure under the cursor; None on a column that shows none."""
        index = self.table.currentIndex()
        if not index.isValid():
            return None
        column = self.model.columns[index.column()]
        if column.what not in _OF_A_SIDE:
            return None
        side, item = _OF_A_SIDE[column.what]
        source = Source(self._pair[side], self._contest, self.model.place_at(index.row()))
        return Slot(source, Row(item, column.contender if item.per_contender else ""))

    def copy(self) -> None:
        """Copy the selected cells as a table."""
        copy_selection(self.table, mark=PROVA if self._bridge.session.is_rehearsal else "")

    def copy_wide(self) -> None:
        """Copy the contest as it stands, a row a place, a column for each contender and agency."""
        session = self._bridge.session
        table = wide_rows(session, self._contest, mark=PROVA if session.is_rehearsal else "")
        race = session.election.contest(self._contest)
        name = contest_name(race)
        if table.rows:
            put(to_tabs(table), to_html_table(table))
            said = self.tr("Copied, a row a place: {contest}; places: {n}.")
        else:
            said = self.tr("Nothing was copied: nothing has been filed yet in {contest}.")
        self._bridge.messages.say(said.format(contest=name, n=len(table.rows)))

    def export(self) -> None:
        """Save the whole comparison as CSV or as a spreadsheet, asking where."""
        name = systems.file_name(f"{self._bridge.session.path.stem}-{self._contest}.xlsx")
        path, chosen = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the comparison"),
            str(self._bridge.session.path.with_name(name)),
            self.tr("Spreadsheet (*.xlsx);;Comma-separated (*.csv)"),
        )
        if path:
            self.export_to(Path(path), csv="csv" in chosen)

    def export_to(self, path: Path, *, csv: bool = False) -> None:
        """Save the comparison; the file's ending decides the form, ``csv`` where it has none."""
        if not path.suffix:
            path = path.with_suffix(".csv" if csv else ".xlsx")

        def done(_: object) -> None:
            said = self.tr("The comparison was exported: {file}").format(file=path.name)
            self._bridge.messages.say(said, Lasts.FILE)

        def stopped() -> None:
            said = self.tr("Stopped; no comparison was exported.")
            self._bridge.messages.say(said, Lasts.FILE)

        self._bridge.work.start(
            LongWork(
                self._exporting(path, self._contest, self._pair),
                self,
                title=self.tr("Exporting the comparison"),
                text=self.tr("Row {n} of {count}"),
                done=done,
                failed=self._bridge.refused.emit,
                stopped=stopped,
            )
        )

    def _exporting(
        self, path: Path, contest: str, pair: tuple[str, str]
    ) -> Generator[tuple[int, int]]:
        """Read the whole comparison at one moment, and write it row by row."""
        sides = compare_all(self._bridge.session, contest, pair)
        cells = comparison_rows(sides)
        if self._bridge.session.is_rehearsal:
            cells = cells.marked(PROVA)
        yield 0, len(cells.rows)
        if path.suffix.lower() == ".csv":
            write_whole(path, tables.to_csv(cells))
        else:
            yield from tables.xlsx_in_steps(path, cells)

    def select(self, place: str) -> None:
        """Put the cursor on a place without scrolling sideways."""
        self._place = place
        row = self.model.row_of(place)
        self.table.selectionModel().setCurrentIndex(
            self.model.index(row, max(self.table.currentIndex().column(), 0)),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )

    def sort_anew(self) -> None:
        """Put the places in order by what the columns say now: on coming here, or by the key."""
        self.model.sort_anew()

    def take_keys(self) -> None:
        """Put the focus in the table, or on the sentence that stands there."""
        front = self._stack.currentWidget()
        if front is not None:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._look.ask()
        self.order.setAccessibleName(self.tr("Order of the places"))
        self._tell_order()
        self.table.setAccessibleName(self.tr("Comparison of all places"))
        self.verdict.setAccessibleName(self.tr("What the gap of the chosen place comes from"))
        self._empty.setText(
            self.tr(
                "Nothing has been filed in this contest yet.\n\n"
                "Type what the agencies say on the entry page (Ctrl+1) and file it with Ctrl+Enter."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.reload()
        elif event.type() is QEvent.Type.PaletteChange:
            self._flatten()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            index = self.table.currentIndex()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
                self._go(index.row())
                return True
            if event.key() == Qt.Key.Key_Space and index.isValid():
                self.toggle(index.row())
                return True
        return super().eventFilter(watched, event)

    def _tick(self) -> Iterator[int]:
        for first in range(0, self.model.rowCount(), ROWS_AT_A_TIME):
            self.model.tick(first, ROWS_AT_A_TIME)
            yield 0

    def _dress(self) -> None:
        table = self.table
        table.horizontalHeader().setSortIndicator(*self.model.sorting)
        table.setSortingEnabled(True)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(1)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + AIR)
        table.frozen.verticalHeader().setMinimumSectionSize(1)
        for one in (table, table.frozen):
            one.setShowGrid(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        table.setFrameShape(FrozenTable.Shape.NoFrame)
        table.setItemDelegate(RowLook(table))
        table.setItemDelegateForColumn(1, GapLook(table))
        for column in LEADS:
            table.setItemDelegateForColumn(column, LeadLook(table))
        table.share_looks()
        self._flatten()
        table.frozen.setItemDelegateForColumn(0, PlaceLook(table))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unfitted:
            self._fit()
        if self._untold:
            self._show_verdict()
        if self._unanswered:
            self._answer()

    def _fit(self) -> None:
        """Columns as wide as what stands in them; while nobody sees them that can wait."""
        self._unfitted = not self.isVisible()
        if not self._unfitted:
            self._widen()
        self.table.horizontalHeader().setSortIndicator(*self.model.sorting)
        if self._place in self.model.order:
            self.select(self._place)
        self._keep_in_sight()
        self._show_whether_empty()
        self._show_verdict()

    def _widen(self) -> None:
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(
                column, max(self.table.sizeHintForColumn(column), self._word_room(column))
            )
        letter = self.fontMetrics().averageCharWidth()
        names = (place.name for place in self._bridge.session.election.places)
        widest = max(map(self.fontMetrics().horizontalAdvance, names)) + 10 * theme.STEP
        self.table.setColumnWidth(0, max(self.table.columnWidth(0), widest))
        self.table.setColumnWidth(1, max(self.table.columnWidth(1), 24 * letter))
        words = [pair[current_language() == "tr"] for pair in VERDICT_WORDS.values()]
        longest = max(map(self.fontMetrics().horizontalAdvance, words)) + 2 * theme.STEP
        self.table.setColumnWidth(2, max(self.table.columnWidth(2), longest))
        for column in LEADS:
            self.table.setColumnWidth(column, self.table.columnWidth(column) + 5 * theme.STEP)

    def _word_room(self, column: int) -> int:
        """What the words over a column need: Qt's own would keep room for an arrow beside them."""
        words = self.model.headerData(column, Qt.Orientation.Horizontal)
        metrics = self.table.horizontalHeader().fontMetrics()
        widest = max(map(metrics.horizontalAdvance, str(words).splitlines()), default=0)
        return widest + 4 * theme.STEP

    def _show_current(self) -> None:
        """Another cell is current: its row looks so, and is told of."""
        for view in (self.table, self.table.frozen):
            view.viewport().update()
        self._show_verdict()

    def _flatten(self) -> None:
        for view in (self.table, self.table.frozen):
            flatten(view.horizontalHeader(), theme.ink())

    def _show_verdict(self) -> None:
        """What the gaps of the place under the cursor come from, and who leads there.

        Its seats are worked out from all places: while nobody sees them that can wait.
        """
        self._untold = not self.isVisible()
        if self._untold:
            return
        index = self.table.currentIndex()
        place = self.model.place_at(index.row()) if index.isValid() else ""
        lines = (f"{place}: {self.model.verdict(place)}", self.model.leads(place)) if place else ()
        said = "\n".join(filter(None, lines))
        self.detail.show_detail(self.model.detail(place) if place else None, said)
        if place and self._chart is not None:
            self._chart.show_place(place)

    def _take_cells(self, first: QModelIndex, last: QModelIndex) -> None:
        """Of the place under the cursor other things are told now; of others nothing is told."""
        if first.row() <= self.table.currentIndex().row() <= last.row():
            self._show_verdict()

    def _answer(self) -> None:
        """Where they differ most and why, before she asks; while nobody sees it that can wait."""
        self._unanswered = not self.isVisible()
        if self._unanswered:
            return
        self.title.setText(self.tr("{a} and {b}").format(a=self._pair[0], b=self._pair[1]))
        self.answer.setText(self.model.first_look())

    def _choose_order(self, number: int) -> None:
        if number < len(ORDERS):
            what, way = ORDERS[number]
            column = self.model.columns.index(ComparisonColumn(what))
            self.table.horizontalHeader().setSortIndicator(column, way)

    def _tell_order(self) -> None:
        """By what the places stand; another column than the usual ones is named as the last."""
        at, way = self.model.sorting
        chosen = (self.model.columns[at].what, way)
        usual = chosen in ORDERS and not self.model.columns[at].contender
        texts = self.tr("Gap"), self.tr("Verdict"), self.tr("A–Z")
        heading = self.model.headerData(at, Qt.Orientation.Horizontal)
        with QSignalBlocker(self.order):
            for number, text in enumerate((*texts, str(heading).replace("\n", " "))):
                self.order.tell(number, text)
            self.order.setTabVisible(len(ORDERS), not usual)
            self.order.setCurrentIndex(ORDERS.index(chosen) if usual else len(ORDERS))
        self.order.updateGeometry()
        self.order.update()

    def _show_whether_empty(self) -> None:
        waited = self._empty.hasFocus()
        self._stack.setCurrentWidget(self._empty if self.model.is_empty() else self.table)
        if waited:
            self.take_keys()

    def _keep_in_sight(self) -> None:
        """In another order what leads it is seen, and wherever it has put it the current place."""
        self.table.verticalScrollBar().setValue(0)
        self.table.scrollTo(self.table.currentIndex())

    def _go(self, row: int) -> None:
        self.place_wanted.emit(self.model.place_at(row))

    def toggle(self, row: int) -> None:
        """Put a place into the post, or take it out."""
        index = self.model.index(row, 0)
        role = Qt.ItemDataRole.CheckStateRole
        on = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
        self.model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, role)
