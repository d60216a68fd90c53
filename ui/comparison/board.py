"""The board: where the two agencies disagree and what it means, the places that matter most first.

The gap now, the gap at equal opened share, whether both can be right, and what would then be in
the boxes only one of them has. Worked out in `desk`; here it is shown and sorted.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desk import turkish
from desk.facts.election import Election
from desk.facts.figures import exact
from desk.facts.leading import LeadWord
from desk.rules.board import Discrepancy, PlaceBoard
from desk.rules.leads import EntryLead
from desk.rules.stage import Needed
from ui.comparison.filling import FilledPage, KeyedLines
from ui.night.watch import Watch
from ui.texts import names as shown
from ui.texts.language import current as current_language
from ui.texts.names import VALUE_ROLE
from ui.texts.verdicts import verdict_text, verdict_word
from ui.widgets import theme
from ui.widgets.marks import DIFFER, WRONG, led
from ui.widgets.rows import LinedRows
from ui.widgets.tables import Index
from ui.widgets.theme import LEFT, RIGHT


class BoardColumn(IntEnum):
    """The columns."""

    PLACE = 0
    CONTENDER = 1
    GAP = 2
    EQUAL = 3
    STAGE = 4
    POSSIBLE = 5
    VERDICT = 6
    LEAD_A = 7
    LEAD_B = 8
    LEAD_GAP = 9
    LEADERS = 10
    SINCE = 11
    VOTES = 12
    NEEDED = 13


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One contender of one place, or a place of which only leads can be set side by side;
    ``first`` is the place's widest gap."""

    board: PlaceBoard
    discrepancy: Discrepancy | None
    first: bool


def lines_of(board: PlaceBoard) -> tuple[BoardLine, ...]:
    """A place's contenders, the widest gap first; one line where only leads are told."""
    widest = board.widest
    lines = tuple(
        BoardLine(board, discrepancy, discrepancy is widest)
        for discrepancy in sorted(board.discrepancies, key=lambda d: -d.gap)
    )
    return lines or (BoardLine(board, None, True),)


class BoardModel(KeyedLines[BoardLine]):
    """A line for every contender both agencies name, as `desk` ranks the places until sorted."""

    def __init__(self, election: Election, parent: QObject | None = None) -> None:
        super().__init__(len(BoardColumn), parent)
        self._election = election
        self._sorted_by: tuple[BoardColumn, Qt.SortOrder] | None = None

    def place(self, row: int) -> str | None:
        """The place of a row."""
        return self._lines[row].board.place if 0 <= row < len(self._lines) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's values; what is not known comes last."""
        if not 0 <= column < len(BoardColumn):
            return
        self._sorted_by = (BoardColumn(column), order)
        self.beginResetModel()
        self._lines = self._in_order(self._lines)
        self.endResetModel()

    def _key_of(self, line: BoardLine) -> Hashable:
        return line.board.place, line.discrepancy.contender if line.discrepancy else ""

    def _in_order(self, fresh: Sequence[BoardLine]) -> list[BoardLine]:
        if self._sorted_by is None:
            return [*fresh]
        column, order = self._sorted_by
        known = [line for line in fresh if self._value(line, column) is not None]
        unknown = [line for line in fresh if self._value(line, column) is None]
        known.sort(
            key=lambda line: _comparable(self._value(line, column)),
            reverse=order is Qt.SortOrder.DescendingOrder,
        )
        return known + unknown

    def _value(self, line: BoardLine, column: BoardColumn) -> object:
        board = line.board
        match column:
            case BoardColumn.PLACE:
                return board.place
            case BoardColumn.VERDICT:
                return verdict_word(board.verdict, current_language())
            case BoardColumn.LEAD_A | BoardColumn.LEAD_B:
                word = board.leads[column is BoardColumn.LEAD_B]
                return None if word is None else word.points or 0
            case BoardColumn.LEAD_GAP:
                return board.lead_gap
            case BoardColumn.LEADERS:
                return board.differ or None
            case BoardColumn.SINCE:
                return board.since
            case BoardColumn.VOTES:
                return board.votes
        return None if line.discrepancy is None else self._of(line.discrepancy, board, column)

    def _of(self, one: Discrepancy, board: PlaceBoard, column: BoardColumn) -> object:
        """The value of a column that is one contender's."""
        match column:
            case BoardColumn.CONTENDER:
                return self._label(board, one.contender)
            case BoardColumn.GAP:
                return one.gap
            case BoardColumn.EQUAL:
                return one.equal
            case BoardColumn.STAGE:
                return one.stage
            case BoardColumn.POSSIBLE:
                return one.possible
        return max((need.boxes for need in one.needed), default=None)

    def _text(self, line: BoardLine, column: BoardColumn) -> str:
        board, value = line.board, self._value(line, column)
        if value is None:
            return ""
        match column:
            case BoardColumn.POSSIBLE:
                return self.tr("possible") if value else led(WRONG, self.tr("impossible"))
            case BoardColumn.NEEDED:
                return "; ".join(self._needed(need) for need in _needed(line))
            case BoardColumn.LEAD_A | BoardColumn.LEAD_B:
                return self._lead(board, board.leads[column is BoardColumn.LEAD_B])
            case BoardColumn.LEADERS:
                a, b = (self._label(board, code) for code in board.leaders)
                return led(DIFFER, f"{a} / {b}")
            case BoardColumn.SINCE:
                return shown.clock(board.since)
            case BoardColumn.VOTES:
                return turkish.votes_dots(board.votes or 0)
        return shown.share(value) if isinstance(value, Decimal) else str(value)

    def _needed(self, need: Needed) -> str:
        """A range with no more digits than the rounding of what was printed leaves sure."""
        digits = sure_digits(need.room)
        least, most = (shown.said(round_to(end, digits)) for end in (need.least, need.most))
        text = self.tr("{agency}: {least}–{most} % in {boxes} % of the boxes")
        boxes = shown.said(need.boxes)
        return text.format(agency=need.agency, least=least, most=most, boxes=boxes)

    def _lead(self, board: PlaceBoard, word: EntryLead | None) -> str:
        if word is None:
            return ""
        points = None if word.points is None else Decimal(exact(word.points))
        lead = LeadWord(word.leader, points, word.votes, word.bulletin, word.stated)
        return shown.lead(self._election, board.contest, lead)

    def _sentence(self, board: PlaceBoard) -> str:
        language, differ = current_language(), board.differ
        return verdict_text(board.verdict, self._election, board.contest, language, differ=differ)

    def _label(self, board: PlaceBoard, code: str) -> str:
        return self._election.label(board.contest, code)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        line, column = self._lines[index.row()], _COLUMNS[index.column()]
        if column is BoardColumn.VERDICT and role in _AT_LENGTH:
            return self._sentence(line.board)
        if role == Qt.ItemDataRole.DisplayRole and self._is_said_above(line, column):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, column) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column in self.at_right() else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            one = line.discrepancy
            impossible = column is BoardColumn.POSSIBLE and one and one.possible is False
            return theme.ink().error if impossible else None
        if role == Qt.ItemDataRole.FontRole and line.first and column is BoardColumn.PLACE:
            return theme.font(strong=True)
        if role == VALUE_ROLE and column in _NUMBERS:
            return self._value(line, column)
        return None

    def _is_said_above(self, line: BoardLine, column: BoardColumn) -> bool:
        """Whether the place's first line says it already: in the desk's own order they stand
        together."""
        return column in _OF_THE_PLACE and not line.first and self._sorted_by is None

    def falling(self) -> Collection[int]:
        return _NUMBERS | {BoardColumn.NEEDED, BoardColumn.LEADERS} | _LEADS

    def at_right(self) -> Collection[int]:
        return _AT_RIGHT

    def headings(self) -> Mapping[int, str]:
        a, b = self._lines[0].board.agencies if self._lines else ("", "")
        return {
            BoardColumn.PLACE: self.tr("Place"),
            BoardColumn.CONTENDER: self.tr("Contender"),
            BoardColumn.GAP: self.tr("Gap\nnow"),
            BoardColumn.EQUAL: self.tr("Gap at equal\nopened share"),
            BoardColumn.STAGE: self.tr("at\nopened, %"),
            BoardColumn.POSSIBLE: self.tr("Can both\nbe right?"),
            BoardColumn.NEEDED: self.tr("Then the boxes of one alone hold"),
            BoardColumn.VERDICT: self.tr("What the\ngap is"),
            BoardColumn.LEAD_A: self.tr("Leads") + f"\n{a}",
            BoardColumn.LEAD_B: self.tr("Leads") + f"\n{b}",
            BoardColumn.LEAD_GAP: self.tr("Leads\napart"),
            BoardColumn.LEADERS: self.tr("Leaders\ndiffer"),
            BoardColumn.SINCE: self.tr("since"),
            BoardColumn.VOTES: self.tr("Votes\nat stake"),
        }


def _comparable(value: object) -> tuple[bool, object]:
    if isinstance(value, str):
        return True, turkish.sort_key(value)
    return False, value


_COLUMNS = tuple(BoardColumn)
_OF_THE_PLACE = frozenset(
    {
        BoardColumn.VERDICT,
        BoardColumn.LEAD_A,
        BoardColumn.LEAD_B,
        BoardColumn.LEAD_GAP,
        BoardColumn.LEADERS,
        BoardColumn.SINCE,
        BoardColumn.VOTES,
    }
)
"""What is the same in every line of a place."""
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
        VALUE_ROLE,
    }
)
"""What is asked of a cell often for nothing is answered first."""
_NUMBERS = frozenset(
    {BoardColumn.GAP, BoardColumn.EQUAL, BoardColumn.STAGE, BoardColumn.LEAD_GAP, BoardColumn.VOTES}
)


def sure_digits(room: Decimal) -> int:
    """How many decimals are worth telling of a number that rounding may move by this much."""
    return 2 if room < Decimal("0.05") else 1 if room < Decimal("0.5") else 0


def round_to(value: Decimal, digits: int) -> Decimal:
    """A number with so many decimals, half up."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _needed(line: BoardLine) -> Sequence[Needed]:
    return line.discrepancy.needed if line.discrepancy else ()


_LEADS = frozenset({BoardColumn.LEAD_A, BoardColumn.LEAD_B})
_AT_RIGHT = _NUMBERS | _LEADS
_AT_LENGTH = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
"""Where a verdict is said as a sentence."""


class BoardPage(FilledPage[BoardLine]):
    """The board as a page."""

    place_wanted = Signal(str)

    def __init__(self, election: Election, watch: Watch, parent: QWidget | None = None) -> None:
        self.model = BoardModel(election)
        super().__init__("board", self.model, watch, parent)
        self.model.setParent(self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setShowGrid(False)
        LinedRows(self.table, cells=True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.list.entered.connect(self._go)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force; lines in the one before go at once."""
        super().retranslate()
        self.table.setAccessibleName(self.tr("Where the agencies disagree"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(BoardColumn) - 1)

    def _gather(self, place: str, now: datetime) -> Sequence[BoardLine]:
        board = self._watch.gaps(place)
        return lines_of(board) if board.told else ()

    def _whole(self, gathered: Iterable[Sequence[BoardLine]]) -> Sequence[BoardLine]:
        told = [lines for lines in gathered if lines]
        told.sort(key=lambda lines: lines[0].board.rank, reverse=True)
        return [line for lines in told for line in lines]

    def _why_empty(self, *, working: bool) -> str:
        if working:
            return self.tr("The gaps are being worked out…")
        return self.tr("No place has shares or leads from both agencies yet.")

    def _go(self, row: int) -> None:
        place = self.model.place(row)
        if place is not None:
            self.place_wanted.emit(place)
