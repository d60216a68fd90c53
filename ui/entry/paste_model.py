"""The figures read in a text as a table: bulletin, figure, value, and what the file holds.

A value can be typed over and a figure left out; what a number is, is decided in `desk`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)

from desk.facts import figures
from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.codes import Refusal
from desk.facts.finding import Finding
from desk.file.session import Session
from desk.reading.proposals import Novelty, Proposal, Proposals, Proposed
from desk.reading.reader import Span
from desk.rules.quick_checks import check_bulletin
from ui.texts import names as shown
from ui.texts.names import item_label
from ui.widgets import rows, theme
from ui.widgets.tables import READABLE, Index, LinesModel
from ui.widgets.theme import LEFT, RIGHT


class PasteColumn(IntEnum):
    """The columns."""

    BULLETIN = 0
    FIGURE = 1
    VALUE = 2
    BEFORE = 3
    STATE = 4


@dataclass(frozen=True, slots=True)
class PasteLine:
    """One row: a figure and the bulletin it belongs to; ``first`` opens the bulletin."""

    bulletin: int
    figure: Proposed
    first: bool


class PasteModel(LinesModel[PasteLine]):
    """Every figure of every proposed bulletin, in the order of the text."""

    refused = Signal(object)
    """The `Refusal` a typed value met."""
    edited = Signal()

    def __init__(self, session: Session, contest: str, parent: QObject | None = None) -> None:
        super().__init__(len(PasteColumn), parent)
        self._session, self._contest = session, contest
        self._read: tuple[Proposal, ...] = ()
        self._proposals: tuple[Proposal, ...] = ()
        self._typed: dict[tuple[Row, Span], Value | None] = {}

    def show(self, proposals: Proposals) -> None:
        """Show what was read; values typed over the same fragments stay."""
        self.beginResetModel()
        self._read = proposals.bulletins
        self._apply()
        self.endResetModel()

    def proposals(self) -> tuple[Proposal, ...]:
        """The bulletins as they now stand, typed values and all."""
        return self._proposals

    def findings(self) -> list[Finding]:
        """What is impossible in the bulletins as they now stand."""
        return [
            finding
            for one in self._proposals
            for finding in check_bulletin(
                one.source, {figure.row: figure.value for figure in one.figures}
            )
        ]

    def left_out(self) -> tuple[Span, ...]:
        """The fragments of the figures taken out of their bulletins here."""
        gone = {key for key, value in self._typed.items() if value is None}
        every = ((figure.row, figure.span) for one in self._read for figure in one.figures)
        return tuple(key[1] for key in every if key in gone)

    def take_back(self, span: Span) -> bool:
        """Put a figure taken out here into its bulletin again."""
        gone = [key for key, value in self._typed.items() if key[1] == span and value is None]
        for key in gone:
            del self._typed[key]
        if gone:
            self._again()
        return bool(gone)

    def typed(self) -> bool:
        """Whether a value was typed over or a figure left out."""
        return bool(self._typed)

    def words_at(self, row: int) -> list[Span]:
        """The words a row's address came from: agency, place, contest, time."""
        if not 0 <= row < len(self._lines):
            return []
        return list(self._proposals[self._lines[row].bulletin].sources.values())

    def span_at(self, row: int) -> Span | None:
        """The fragment a row was read from."""
        return self._lines[row].figure.span if 0 <= row < len(self._lines) else None

    def row_at(self, position: int) -> int | None:
        """The row whose fragment holds a position of the text."""
        for row, line in enumerate(self._lines):
            start, end = line.figure.span
            if start <= position <= end:
                return row
        return None

    def spans(self) -> list[tuple[Span, Novelty]]:
        """Every fragment with how its figure compares to the file."""
        return [(line.figure.span, line.figure.novelty) for line in self._lines]

    def leave_out(self, row: int) -> None:
        """Take a figure out of its bulletin."""
        figure = self._lines[row].figure
        self._typed[figure.row, figure.span] = None
        self._again()

    def _apply(self) -> None:
        """Lay the typed values over what was read."""
        proposals = []
        for one in self._read:
            kept = []
            for figure in one.figures:
                key = (figure.row, figure.span)
                if key not in self._typed:
                    kept.append(figure)
                elif (value := self._typed[key]) is not None:
                    kept.append(replace(figure, value=value))
            changed = tuple(kept) != one.figures
            if kept:
                filed = one.filed and not changed
                proposals.append(replace(one, figures=tuple(kept), filed=filed))
        self._proposals = tuple(proposals)
        self._lines = [
            PasteLine(number, figure, figure is one.figures[0])
            for number, one in enumerate(self._proposals)
            for figure in one.figures
        ]

    def _again(self) -> None:
        self.beginResetModel()
        self._apply()
        self.endResetModel()
        self.edited.emit()

    # Qt's questions

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if index.column() == PasteColumn.VALUE else READABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        proposal, column = self._proposals[line.bulletin], PasteColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line, proposal, column)
            case Qt.ItemDataRole.EditRole if column is PasteColumn.VALUE:
                return self._value(proposal.source, line.figure.row.item, line.figure.value)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column in self.at_right() else LEFT
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(line, proposal, column)
            case Qt.ItemDataRole.FontRole if column in (PasteColumn.VALUE, PasteColumn.BULLETIN):
                return theme.font(strong=True)
            case rows.GROUP_ROLE:
                return line.first
            case Qt.ItemDataRole.ToolTipRole if column is PasteColumn.BULLETIN:
                return self._assumptions(proposal)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != PasteColumn.VALUE:
            return False
        line = self._lines[index.row()]
        text = str(value).strip()
        try:
            self._typed[line.figure.row, line.figure.span] = self._number(line, text)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        self._again()
        return True

    def at_right(self) -> Collection[int]:
        return PasteColumn.VALUE, PasteColumn.BEFORE

    def headings(self) -> Mapping[int, str]:
        return {
            PasteColumn.BULLETIN: self.tr("Bulletin"),
            PasteColumn.FIGURE: self.tr("Figure"),
            PasteColumn.VALUE: self.tr("Read"),
            PasteColumn.BEFORE: self.tr("In the file"),
            PasteColumn.STATE: self.tr("State"),
        }

    def _number(self, line: PasteLine, text: str) -> Value | None:
        if not text:
            return None
        item = line.figure.row.item
        if item is Item.LEADER:
            contest = self._proposals[line.bulletin].source.contest
            return self._session.names.contender(contest, text)
        return figures.read(item, text)

    def _text(self, line: PasteLine, proposal: Proposal, column: PasteColumn) -> str:
        source, figure = proposal.source, line.figure
        match column:
            case PasteColumn.BULLETIN:
                return self._bulletin(proposal) if line.first else ""
            case PasteColumn.FIGURE:
                return self._label(source, figure.row)
            case PasteColumn.VALUE:
                return self._value(source, figure.row.item, figure.value)
            case PasteColumn.BEFORE:
                return self._value(source, figure.row.item, figure.before)
            case PasteColumn.STATE:
                return self._state(source, figure, proposal.filed)

    def _state(self, source: Source, figure: Proposed, filed: bool) -> str:
        if filed:
            return self.tr("already filed")
        if figure.denied is not None:
            denied = self._value(source, figure.row.item, figure.denied)
            return self.tr("corrects {old}").format(old=denied)
        state = {
            Novelty.NEW: self.tr("new"),
            Novelty.CHANGED: self.tr("changed"),
            Novelty.SAME: self.tr("the same"),
        }[figure.novelty]
        return self.tr("{state}, by hand").format(state=state) if figure.hand else state

    def _bulletin(self, proposal: Proposal) -> str:
        """Agency, place, time, and a race that is not the page's; a mark after what the text did
        not say itself."""
        parts = [
            ("agency", proposal.source.agency),
            ("place", proposal.source.place),
            ("time", shown.clock(proposal.as_of)),
        ]
        if (contest := proposal.source.contest) != self._contest:
            parts.append(("contest", shown.contest_name(self._session.election.contest(contest))))
        return " · ".join(f"{text}*" if name in proposal.assumed else text for name, text in parts)

    def _assumptions(self, proposal: Proposal) -> str | None:
        words = {
            "agency": self.tr("agency"),
            "place": self.tr("place"),
            "contest": self.tr("contest"),
            "time": self.tr("time"),
        }
        missing = [words[name] for name in words if name in proposal.assumed]
        if not missing:
            return None
        return self.tr("Not in the text, taken from where you stand: {what}").format(
            what=", ".join(missing)
        )

    def _label(self, source: Source, row: Row) -> str:
        if not row.contender:
            return item_label(row.item)
        name = self._session.election.label(source.contest, row.contender)
        return name if row.item is Item.SHARE else f"{name}, {item_label(row.item)}"

    def _value(self, source: Source, item: Item, value: Value | None) -> str:
        return shown.figure(self._session.election, source.contest, item, value)

    def _colour(self, line: PasteLine, proposal: Proposal, column: PasteColumn) -> object:
        colours = theme.ink()
        if proposal.filed or line.figure.novelty is Novelty.SAME:
            return colours.muted
        if (
            column in (PasteColumn.VALUE, PasteColumn.STATE)
            and line.figure.novelty is Novelty.CHANGED
        ):
            return colours.warning
        return colours.text


_EDITABLE = READABLE | Qt.ItemFlag.ItemIsEditable
