"""The figures a published post cited, in a table: what it said, and what stands now.

What became of a figure is told by `desk.post_now`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from desk.facts.election import Election
from desk.posts.post_now import Became, Fate
from ui.texts import names as shown
from ui.texts.items import row_label
from ui.texts.names import VALUE_ROLE
from ui.widgets import theme
from ui.widgets.lines_model import LinesModel
from ui.widgets.marks import CLEAR, WRONG, led
from ui.widgets.table_parts import LEFT, RIGHT, Index


class Column(IntEnum):
    """The columns."""

    STATE = 0
    AGENCY = 1
    PLACE = 2
    ITEM = 3
    SAID = 4
    NOW = 5
    TIME = 6
    BULLETIN = 7


class FiguresModel(LinesModel[Became]):
    """One cited figure a row, in the order of the post."""

    def __init__(self, election: Election, parent: QObject | None = None) -> None:
        super().__init__(len(Column), parent)
        self._election = election

    def show(self, election: Election, figures: Sequence[Became]) -> None:
        """Show another post's figures."""
        self.beginResetModel()
        self._election, self._lines = election, list(figures)
        self.endResetModel()

    def figure(self, row: int) -> Became | None:
        """The figure in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def first_wrong(self) -> int | None:
        """The row of the first figure that is wrong now, else the first row."""
        wrong = (row for row, one in enumerate(self._lines) if one.fate is Fate.WRONG)
        return next(wrong, 0 if self._lines else None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        became, column = self._lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text_of(became, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column in (Column.SAID, Column.NOW, Column.BULLETIN) else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.ink().error if became.fate is Fate.WRONG else None
        if role == VALUE_ROLE:
            return {Column.SAID: became.cited.value, Column.NOW: became.now}.get(column)
        return None

    def headings(self) -> Mapping[int, str]:
        return {
            Column.STATE: self.tr("State"),
            Column.AGENCY: self.tr("Agency"),
            Column.PLACE: self.tr("Place"),
            Column.ITEM: self.tr("Figure"),
            Column.SAID: self.tr("As published"),
            Column.NOW: self.tr("Now"),
            Column.TIME: self.tr("Time"),
            Column.BULLETIN: self.tr("Bulletin"),
        }

    def fate_text(self, became: Became) -> str:
        """What became of a figure, its shape first."""
        match became.fate:
            case Fate.WRONG if became.now is None:
                return led(WRONG, self.tr("withdrawn"))
            case Fate.WRONG:
                return led(WRONG, self.tr("wrong now"))
            case Fate.PUT_RIGHT:
                return led(CLEAR, self.tr("put right"))
            case Fate.FOLLOWED:
                return self.tr("newer figure")
        return self.tr("stands")

    def _text_of(self, became: Became, column: Column) -> str:
        cited = became.cited
        source, row = cited.slot.source, cited.slot.row
        match column:
            case Column.STATE:
                return self.fate_text(became)
            case Column.AGENCY:
                return source.agency
            case Column.PLACE:
                return source.place
            case Column.ITEM:
                return row_label(self._election, cited.slot)
            case Column.SAID:
                return shown.figure(self._election, source.contest, row.item, cited.value)
            case Column.NOW:
                return shown.figure(self._election, source.contest, row.item, became.now)
            case Column.TIME:
                return shown.clock(cited.as_of)
            case Column.BULLETIN:
                return str(cited.bulletin)
