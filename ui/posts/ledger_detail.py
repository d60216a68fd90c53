"""A published post beside the ledger: as it went out, its marks, and what it printed of figures.

Nothing can be changed here; the page offers what may be done about the post.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desk.facts.bulletin import Slot
from desk.facts.election import Election
from desk.file.post_rows import LedgerEntry
from desk.posts import ledger
from desk.posts.forms import RETRACTED, html_of
from desk.posts.ledger import Became, Fate, WrongPost
from ui.night.bridge import Bridge
from ui.posts.marked import MarkedPage
from ui.texts import names as shown
from ui.texts.names import VALUE_ROLE
from ui.widgets import theme
from ui.widgets.marks import CLEAR, WRONG, led
from ui.widgets.tables import LEFT, RIGHT, Index, LinesModel, TableOrEmpty


class LedgerDetail(QWidget):
    """What became of the post in a line, the post, its figures."""

    jump_wanted = Signal(object)
    """A `Slot` to go to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger.detail")
        self._bridge = bridge
        self._shown: tuple[LedgerEntry, WrongPost | None] | None = None
        self.about = QLabel(self)
        self.about.setObjectName("ledger.about")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = MarkedPage(self)
        self.text.mark = self._mark
        self.text.setObjectName("ledger.text")
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.model = FiguresModel(bridge.session.election, self)
        self.figures = TableOrEmpty("ledger.figures", self.model, self)
        self.figures.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.figures.entered.connect(self._jump)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("ledger.detail.splitter")
        self.splitter.setChildrenCollapsible(False)
        for number, (pane, stretch) in enumerate(((self.text, 1), (self.figures, 1))):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(number, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.about)
        layout.addWidget(self.splitter, 1)
        self.retranslate()

    def show_post(self, entry: LedgerEntry | None, wrong: WrongPost | None) -> None:
        """Show another post, or the same one after something became of it; None shows none."""
        if entry is None:
            self._shown = None
            self.about.clear()
            self.text.clear()
            self.model.show(self._bridge.session.election, ())
            self.figures.settle(None)
            self.figures.empty.clear()
            return
        if (entry, wrong) == self._shown:
            return
        self._shown = entry, wrong
        session = self._bridge.session
        post = ledger.post(session, entry.number)
        marks = ledger.marks_of(session, entry.number) if entry.corrected else ()
        lines = [f"<p><strong>{escape(mark.text)}</strong></p>" for mark in marks]
        self.text.setHtml(html_of(post, after_head=lines))
        prints = wrong.prints if wrong else ()
        self.model.show(session.election, ledger.became(session, entry.number, post, prints))
        self.figures.settle(self.model.first_wrong())
        self._tell(entry, wrong)

    def slot(self) -> Slot | None:
        """The figure under the cursor."""
        became = self.model.figure(self.figures.row)
        return became.printed.first.slot if became else None

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.text.setAccessibleName(self.tr("The post as it went out"))
        self.text.setPlaceholderText(self.tr("Choose a post on the left."))
        self.figures.table.setAccessibleName(self.tr("What the post printed"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(CitedColumn) - 1)
        if self._shown is not None:
            self._tell(*self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _mark(self) -> str:
        """What stands over what is copied out of a post that was taken back."""
        retracted = self._shown is not None and self._shown[0].retracted is not None
        return RETRACTED if retracted else ""

    def _tell(self, entry: LedgerEntry, wrong: WrongPost | None) -> None:
        by = self.tr("Published by {who}").format(who=entry.published_by)
        lines = [by]
        if entry.retracted is not None:
            lines.append(self.tr("Retracted: {reason}").format(reason=entry.retracted))
        if entry.overruled:
            lines.append(self.tr("The gate was overruled: {reason}").format(reason=entry.overruled))
        if wrong is not None:
            count = self.tr("Printed and wrong now: {n}").format(n=len(wrong.prints))
            lines.append(f"{WRONG} {count}")
        self.about.setText("\n".join(lines))
        self.figures.empty.setText(self.tr("This post cites no figure."))
        palette, colours = self.about.palette(), theme.ink()
        palette.setColor(palette.ColorRole.WindowText, colours.error if wrong else colours.text)
        self.about.setPalette(palette)

    def _jump(self, row: int) -> None:
        became = self.model.figure(row)
        if became is not None:
            self.jump_wanted.emit(became.printed.first.slot)


class CitedColumn(IntEnum):
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
    """One thing printed a row, in the order of the post."""

    def __init__(self, election: Election, parent: QObject | None = None) -> None:
        super().__init__(len(CitedColumn), parent)
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
        became, column = self._lines[index.row()], CitedColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text_of(became, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                RIGHT
                if column in (CitedColumn.SAID, CitedColumn.NOW, CitedColumn.BULLETIN)
                else LEFT
            )
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.ink().error if became.fate is Fate.WRONG else None
        if role == VALUE_ROLE:
            return _value_of(became, column)
        return None

    def headings(self) -> Mapping[int, str]:
        return {
            CitedColumn.STATE: self.tr("State"),
            CitedColumn.AGENCY: self.tr("Agency"),
            CitedColumn.PLACE: self.tr("Place"),
            CitedColumn.ITEM: self.tr("Figure"),
            CitedColumn.SAID: self.tr("As published"),
            CitedColumn.NOW: self.tr("Now"),
            CitedColumn.TIME: self.tr("Time"),
            CitedColumn.BULLETIN: self.tr("Bulletin"),
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

    def _text_of(self, became: Became, column: CitedColumn) -> str:
        printed = became.printed
        source = printed.first.slot.source
        match column:
            case CitedColumn.STATE:
                return self.fate_text(became)
            case CitedColumn.AGENCY:
                return "–".join(_each(one.slot.source.agency for one in printed.figures))
            case CitedColumn.PLACE:
                return source.place
            case CitedColumn.ITEM:
                return shown.printed_label(self._election, printed)
            case CitedColumn.SAID:
                return shown.printed_value(self._election, printed)
            case CitedColumn.NOW:
                return shown.printed_value(self._election, became.now)
            case CitedColumn.TIME:
                return ", ".join(_each(shown.clock(one.as_of) for one in printed.figures))
            case CitedColumn.BULLETIN:
                return ", ".join(_each(str(one.bulletin) for one in printed.figures))


def _each(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _value_of(became: Became, column: CitedColumn) -> object:
    said = {CitedColumn.SAID: became.printed, CitedColumn.NOW: became.now}.get(column)
    return None if said is None or isinstance(said.value, str) else said.value
