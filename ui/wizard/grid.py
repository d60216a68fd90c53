"""The contenders of one contest as a table to type in: order, colour, names, who begins in sight.

What a row may hold is decided in `desk.nights`; the last row waits for another contender.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont

from desk.country.places import full_name, regions
from desk.facts.codes import Code, Refusal
from desk.facts.election import OTHERS_PARTY, ContestKind, Party
from desk.facts.figures import clean
from desk.nights import csv as lists
from desk.nights import standing
from desk.nights.answers import StandingRow
from desk.nights.making import Made
from desk.nights.plan import Plan
from ui.widgets import theme
from ui.widgets.tables import ROOT, Index
from ui.widgets.theme import LEFT

MOST_UNDONE = 200


class GridColumn(IntEnum):
    """The columns."""

    SHOWN = 0
    COLOUR = 1
    SHORT = 2
    PARTY = 3
    PLACE = 4
    CANDIDATE = 5
    ALIASES = 6


_CELLS = {
    GridColumn.COLOUR: "colour",
    GridColumn.SHORT: "short",
    GridColumn.PARTY: "party",
    GridColumn.PLACE: "place",
    GridColumn.CANDIDATE: "candidate",
    GridColumn.ALIASES: "aliases",
}
Rows = tuple[StandingRow, ...]


class ContendersGrid(QAbstractTableModel):
    """Rows of a plan's contest; *Diğer* stands below them, then the row that waits."""

    refused = Signal(object)
    changed = Signal()

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.contest = ContestKind.OTHER
        self._shown = ContestKind.OTHER
        self._made: Made | None = None
        self._rows: Rows = ()
        self._undone: list[tuple[ContestKind, Rows | None]] = []

    def show(self, made: Made, contest: ContestKind) -> None:
        """Show a contest of the night as it stands."""
        rows = made.rows[contest]
        before, after = len(self._rows), len(rows)
        if self._made is None or contest is not self._shown:
            self.beginResetModel()
            self._take(made, contest, rows)
            self.endResetModel()
            return
        # Whoever types in the table keeps her place and the keys.
        if after > before:
            self.beginInsertRows(ROOT, before, after - 1)
            self._take(made, contest, rows)
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(ROOT, after, before - 1)
            self._take(made, contest, rows)
            self.endRemoveRows()
        self._take(made, contest, rows)
        last = self.index(self.rowCount() - 1, GridColumn.ALIASES)
        self.dataChanged.emit(self.index(0, 0), last)

    def _take(self, made: Made, contest: ContestKind, rows: Rows) -> None:
        self._made, self._rows = made, rows
        self.contest = self._shown = contest

    @property
    def rows(self) -> Rows:
        """The contenders, in their order."""
        return self._rows

    @property
    def has_others(self) -> bool:
        """Whether *Diğer* has a row: an answer to a question leaves no others."""
        return self.contest is not ContestKind.REF

    def party(self, row: int) -> Party:
        """What stands behind a row."""
        return standing.party_of(self._rows[row])

    # What is done to the rows

    def take_out(self, rows: set[int]) -> None:
        """Take contenders out."""
        self._set(self.contest, tuple(one for at, one in enumerate(self._rows) if at not in rows))

    def move(self, row: int, to: int) -> bool:
        """Put a contender somewhere else in the order."""
        if row == to or not (0 <= row < len(self._rows) and 0 <= to < len(self._rows)):
            return False
        rows = list(self._rows)
        rows.insert(to, rows.pop(row))
        self._set(self.contest, tuple(rows))
        return True

    def toggle(self, row: int) -> None:
        """Let a contender begin in sight, or not."""
        if 0 <= row < len(self._rows):
            one = self._rows[row]
            self._set(self.contest, self._with(row, replace(one, shown=not one.shown)))

    def add(self, rows: Rows) -> None:
        """Add contenders or, where one is there already, take what is said of it now."""
        made, front = self._made, self.contest
        if made is None:
            return
        for race in made.contests:
            if mine := tuple(row for row in rows if row.contest == race.value):
                self._set(race, self._joined(made.rows[race], mine))
        self.contest = front

    def _joined(self, known_rows: Rows, rows: Rows) -> Rows:
        known = {self._seat(one): at for at, one in enumerate(known_rows)}
        found = list(known_rows)
        for one in rows:
            if (at := known.get(self._seat(one))) is not None:
                old = found[at]
                found[at] = replace(
                    old,
                    candidate=one.candidate or old.candidate,
                    short=one.short or old.short,
                    colour=one.colour or old.colour,
                    aliases=one.aliases or old.aliases,
                )
            else:
                found.append(replace(one, shown=len(found) < standing.ROWS_SHOWN))
        return tuple(found)

    def undo(self) -> bool:
        """Take the last change back, whichever contest it was of. False: there is none."""
        if not self._undone:
            return False
        contest, rows = self._undone.pop()
        if rows is None:
            self._plan.rows.pop(contest, None)
        else:
            self._plan.rows[contest] = rows
        self.contest = contest
        self.changed.emit()
        return True

    def _with(self, row: int, one: StandingRow) -> Rows:
        return (*self._rows[:row], one, *self._rows[row + 1 :])

    def _seat(self, row: StandingRow) -> tuple[str, str]:
        return row.place, standing.contender_of(row, self._plan.day)[0]

    def _set(self, contest: ContestKind, rows: Rows) -> None:
        if contest is self.contest and rows == self._rows:
            return
        self._undone.append((contest, self._plan.rows.get(contest)))
        del self._undone[:-MOST_UNDONE]
        self._plan.rows[contest] = rows
        self._plan.touched = True
        self.contest = contest
        self.changed.emit()

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + self.has_others + 1

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(GridColumn)

    def waits(self, row: int) -> bool:
        """Whether this is the row for another contender."""
        return row == len(self._rows) + self.has_others

    def flags(self, index: Index) -> Qt.ItemFlag:
        told = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        own = index.row() < len(self._rows) or self.waits(index.row())
        if index.isValid() and own and index.column() != GridColumn.SHOWN:
            told |= Qt.ItemFlag.ItemIsEditable
        return told

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            grip = "⠿" if section < len(self._rows) else ""
            return grip if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        return self._headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _headings(self) -> Mapping[int, str]:
        return dict(
            enumerate(
                (
                    self.tr("In tables"),
                    self.tr("Colour"),
                    self.tr("Short name"),
                    self.tr("Party"),
                    self.tr("Place"),
                    self.tr("Candidate"),
                    self.tr("Other names"),
                )
            )
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), GridColumn(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is GridColumn.SHOWN:
            return self._checked(row)
        if role == Qt.ItemDataRole.DecorationRole and column is GridColumn.COLOUR:
            return self._swatch(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._to_edit(row, column)
        if role == Qt.ItemDataRole.FontRole and column is GridColumn.SHORT:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font if row <= len(self._rows) and not self.waits(row) else None
        if role == Qt.ItemDataRole.ForegroundRole:
            muted = row >= len(self._rows) or column is GridColumn.ALIASES
            return theme.ink().muted if muted else None
        return None

    def _checked(self, row: int) -> Qt.CheckState | None:
        if self.waits(row):
            return None
        shown = row >= len(self._rows) or self._rows[row].shown
        return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked

    def _swatch(self, row: int) -> object:
        if self.waits(row):
            return None
        colour = self.party(row).colour if row < len(self._rows) else OTHERS_PARTY.colour
        return QColor(colour)

    def _text(self, row: int, column: GridColumn) -> str:
        if self.waits(row):
            text = self.tr("New row: type a party or a name")
            return text if column is GridColumn.PARTY else ""
        if row >= len(self._rows):
            return {
                GridColumn.SHORT: OTHERS_PARTY.short,
                GridColumn.PARTY: self.tr("what an agency calls Diğer: all it does not name"),
            }.get(column, "")
        one, party = self._rows[row], self.party(row)
        aliases = [name for name in party.aliases if name != party.name]
        told: dict[GridColumn, Callable[[], str]] = {
            GridColumn.SHORT: lambda: party.short,
            GridColumn.PARTY: lambda: party.name if one.party else self.tr("independent"),
            GridColumn.PLACE: lambda: self._place(one.place) or self.tr("everywhere"),
            GridColumn.CANDIDATE: lambda: one.candidate,
            GridColumn.ALIASES: lambda: ", ".join(aliases),
        }
        return told[column]() if column in told else ""

    def _place(self, place: str) -> str:
        if not place:
            return ""
        if place in regions():
            return full_name(place)
        own = self._made.own.get(place) if self._made else None
        return own.name if own else place

    def _to_edit(self, row: int, column: GridColumn) -> str:
        if row >= len(self._rows):
            return ""
        one = self._rows[row]
        if column is GridColumn.PARTY:
            return self.party(row).name if one.party else ""
        if column is GridColumn.COLOUR:
            return self.party(row).colour
        if column is GridColumn.ALIASES:
            return ", ".join(self.party(row).aliases)
        return self._place(one.place) if column is GridColumn.PLACE else self._text(row, column)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = GridColumn(index.column())
        if role != Qt.ItemDataRole.EditRole or column not in _CELLS or self._made is None:
            return False
        row, text = index.row(), clean(str(value))
        if text == self._to_edit(row, column) or (self.waits(row) and not text):
            return True
        try:
            one = self._typed(row, column, text)
            self._must_be_alone(one, row)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        if self.waits(row):
            one = replace(one, shown=row < standing.ROWS_SHOWN)
            self._set(self.contest, (*self._rows, one))
        else:
            self._set(self.contest, self._with(row, replace(one, shown=self._rows[row].shown)))
        return True

    def _typed(self, row: int, column: GridColumn, text: str) -> StandingRow:
        """A row with one of its cells typed anew."""
        assert self._made is not None
        old = self._rows[row] if row < len(self._rows) else StandingRow(self.contest.value)
        cells = {
            "contest": "",
            "place": self._place(old.place),
            "party": old.party if not old.name else old.name,
            "candidate": old.candidate,
            "short": old.short,
            "colour": old.colour,
            "aliases": "|".join(old.aliases),
        }
        cells[_CELLS[column]] = text.replace(",", "|") if column is GridColumn.ALIASES else text
        if self.waits(row) and self.contest is ContestKind.CB and column is not GridColumn.PLACE:
            # For president a name that is typed is a person's.
            cells |= {"party": "", "candidate": text}
        return lists.contender(cells, lists.NightNames(self._made), self.contest)

    def _must_be_alone(self, one: StandingRow, row: int) -> None:
        for at, other in enumerate(self._rows):
            if at != row and self._seat(other) == self._seat(one):
                said = one.candidate or standing.party_of(one).short
                raise Refusal(Code.E187, text=said, first=at + 1)
