"""Beside the map: the chosen place, its course over the evening, and where the leaders differ.

What a tile tells is the map's; here a few words of it are said again, for whoever stands on one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.charts import ChartAsked
from desk.facts.standing import Reported
from desk.rules.discrepancies import SideBySide, compare_place
from ui.charts.page import PlaceChart
from ui.night.page import OpenNight
from ui.texts import names as shown
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.marks import DIFFER
from ui.widgets.rows import Hairline, LinedRows
from ui.widgets.shapes import MarkBox
from ui.widgets.tables import Index, LinesModel, TableOrEmpty
from ui.widgets.theme import LARGE, RIGHT, SMALL, STEP

LEAST = 300
"""How narrow it may become, in device-independent pixels."""


class DifferColumn(IntEnum):
    """The columns."""

    PLACE = 0
    FIRST = 1
    SECOND = 2


class DifferModel(LinesModel[SideBySide]):
    """The places where the two agencies name other leaders, in Turkish order."""

    def __init__(self, night: OpenNight, parent: QObject | None = None) -> None:
        super().__init__(len(DifferColumn), parent)
        self._night = night
        self._contest, self._pair = "", ("", "")

    def show(self, asked: ChartAsked, places: Sequence[str]) -> None:
        """Show these places, told anew."""
        session = self._night.bridge.session
        told = [compare_place(session, asked.contest, place, asked.pair) for place in places]
        if (told, asked.pair) == (self._lines, self._pair):
            return
        self.beginResetModel()
        self._contest, self._pair, self._lines = asked.contest, asked.pair, told
        self.endResetModel()

    def place_at(self, row: int) -> str:
        """The place in a row; nothing where there is no row."""
        return self._lines[row].place if 0 <= row < len(self._lines) else ""

    def row_of(self, place: str) -> int | None:
        """Where a place stands; None if its leaders are the same."""
        return next((n for n, side in enumerate(self._lines) if side.place == place), None)

    def headings(self) -> dict[int, str]:
        return {DifferColumn.PLACE: self.tr("Place"), 1: self._pair[0], 2: self._pair[1]}

    def falling(self) -> Sequence[int]:
        return DifferColumn.FIRST, DifferColumn.SECOND

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        side, column = self._lines[index.row()], DifferColumn(index.column())
        if column is DifferColumn.PLACE:
            return side.place if role == Qt.ItemDataRole.DisplayRole else None
        lead = (side.a if column is DifferColumn.FIRST else side.b).lead
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown.lead(self._night.bridge.session.election, self._contest, lead)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT
            case Qt.ItemDataRole.DecorationRole if lead is not None and lead.leader:
                return self._swatch(lead.leader)
        return None

    def _swatch(self, code: str) -> QPixmap:
        election = self._night.bridge.session.election
        party = election.party(election.contest(self._contest).contender(code).party)
        return theme.swatch(party.colour, theme.is_dark())


class MapBeside(QWidget):
    """``entered`` is Enter on a place of the list; moving in it goes to the place."""

    entered = Signal(str)
    chosen = Signal(str)

    def __init__(self, night: OpenNight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map.beside")
        self.setMinimumWidth(LEAST)
        self._night = night
        self._asked: ChartAsked | None = None
        self._place = ""
        self.name = QLabel(self)
        self.name.setObjectName("map.place")
        self.name.setFont(theme.font(LARGE, strong=True))
        self._way = ElidedLabel("map.way", self)
        self._mark = MarkBox(self)
        self.leads = QLabel(self)
        self.leads.setObjectName("map.leads")
        self.leads.setWordWrap(True)
        self.leads.setTextFormat(Qt.TextFormat.PlainText)
        self.chart = PlaceChart(night, self, name="map.chart")
        self.open = KeyButton("map.open", Rank.FLAT, self)
        self.open.clicked.connect(lambda: self.entered.emit(self._place))
        self.title = QLabel(self)
        self.count = QLabel(self)
        self.model = DifferModel(night, self)
        self.list = TableOrEmpty("map.differ", self.model, self)
        self.list.entered.connect(lambda row: self.entered.emit(self.model.place_at(row)))
        self.list.table.selectionModel().currentRowChanged.connect(self._go)
        self._lay_out()
        self.retranslate()

    def show_place(self, place: str) -> None:
        """Another place is current."""
        self._place = place
        row = self.model.row_of(place)
        with QSignalBlocker(self.list.table.selectionModel()):
            index = QModelIndex() if row is None else self.model.index(row, 0)
            self.list.table.setCurrentIndex(index)
        self.list.table.viewport().update()
        self.chart.follow()
        self._tell()

    def show_map(self, asked: ChartAsked, differ: Sequence[str]) -> None:
        """The map was told anew: where the leaders differ on it."""
        self._asked = asked
        with QSignalBlocker(self.list.table.selectionModel()):
            self.model.show(asked, differ)
            row = self.model.row_of(self._place)
            self.list.settle(row)
            if row is None:
                self.list.table.setCurrentIndex(QModelIndex())
        self.count.setText(str(len(differ)))
        self._tell()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._way.setText(self.tr("arrows: to the neighbour"))
        self.open.setText(self.tr("Open on Entry"))
        self.open.show_key("Enter")
        self.title.setText(self.tr("Leaders differ"))
        self.list.table.setAccessibleName(self.tr("Places where the leaders differ"))
        self.list.empty.setText(self.tr("Both agencies name the same leader wherever both spoke."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(DifferColumn) - 1)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _go(self, index: QModelIndex) -> None:
        if place := self.model.place_at(index.row()):
            self.chosen.emit(place)

    def _tell(self) -> None:
        """Who leads the chosen place by each agency, and whether that is the same."""
        self.name.setText(self._place)
        if self._asked is None or not self._place:
            self.leads.clear()
            return
        session, asked = self._night.bridge.session, self._asked
        side = compare_place(session, asked.contest, self._place, asked.pair)
        words = [self._lead(said) for said in (side.a, side.b) if said.lead is not None]
        if side.leaders_differ:
            text = self.tr("Leaders differ: {leads}.").format(leads=", ".join(words))
        elif words:
            text = self.tr("Ahead: {leads}.").format(leads=", ".join(words))
        else:
            text = self.tr("Neither agency has said who leads here.")
        self._mark.show_mark(DIFFER if side.leaders_differ else "")
        self._mark.setVisible(side.leaders_differ)
        self.leads.setFont(theme.font(strong=side.leaders_differ))
        self.leads.setText(text)

    def _lead(self, said: Reported) -> str:
        assert self._asked is not None
        election = self._night.bridge.session.election
        lead = shown.lead(election, self._asked.contest, said.lead, in_words=True)
        return f"{said.source.agency} {lead}"

    def _lay_out(self) -> None:
        quiet = QPalette.ColorRole.PlaceholderText
        for label in (self._way, self.count):
            label.setFont(theme.font(SMALL))
            label.setForegroundRole(quiet)
        self._way.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.title.setFont(theme.font(strong=True))
        head, sentence, listed = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name)
        head.addWidget(self._way, 1)
        sentence.setSpacing(2 * STEP)
        sentence.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        sentence.addWidget(self.leads, 1)
        listed.addWidget(self.title, 1)
        listed.addWidget(self.count)
        table = self.list.table
        dress_list(table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in (head, sentence):
            row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 0)
            layout.addLayout(row)
        layout.addSpacing(2 * STEP)
        layout.addWidget(Hairline(self))
        layout.addWidget(self.chart, 3)
        opens = QHBoxLayout()
        opens.setContentsMargins(2 * STEP, STEP, 3 * STEP, STEP)
        opens.addWidget(self.open)
        opens.addStretch(1)
        layout.addLayout(opens)
        layout.addWidget(Hairline(self))
        listed.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP)
        layout.addLayout(listed)
        layout.addWidget(self.list, 2)


def dress_list(table: QTableView) -> None:
    """Rows with a hairline, edge to edge, the first column as wide as there is room."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setAlternatingRowColors(False)
    table.setShowGrid(False)
    LinedRows(table, edge=True)
    header = table.horizontalHeader()
    header.setMinimumSectionSize(8 * STEP)
    header.setSectionResizeMode(DifferColumn.PLACE, QHeaderView.ResizeMode.Stretch)
