"""A published post beside the ledger: its marks, what it printed of figures, its text, the way out.

Nothing can be changed here; the page offers what may be done about the post.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk.facts.bulletin import Slot
from desk.facts.codes import Refusal
from desk.facts.election import Election
from desk.facts.post import Ask, Post, PostKind
from desk.file.post_rows import LedgerEntry
from desk.posts import forms, ledger
from desk.posts.compose import compose
from desk.posts.forms import RETRACTED, html_of
from desk.posts.ledger import Became, Fate, WrongPost
from desk.posts.reread import where_printed
from desk.posts.templates import Templates
from ui.night.bridge import Bridge
from ui.posts import own_templates
from ui.posts.marked import CALM, MarkedPage, as_seen
from ui.posts.underlined import underline
from ui.texts import names as shown
from ui.texts.names import VALUE_ROLE
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.marks import BANNED, CLEAR, OUT_WRONG, OVERRULED, led
from ui.widgets.panes import LinedPanes
from ui.widgets.rows import ROW, LinedRows
from ui.widgets.shapes import MarkBox
from ui.widgets.tables import Index, LinesModel, TableOrEmpty
from ui.widgets.theme import LEFT, RIGHT, SMALL, STEP

MOST_LETTERS = 20
"""How wide the words of what figure a line is about may make their column where room is short."""


class LedgerDetail(QWidget):
    """What became of the post in a line, its figures, the post, the correction that is ready."""

    jump_wanted = Signal(object)
    """A `Slot` to go to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger.detail")
        self._bridge = bridge
        self._templates = Templates(own_templates.folder())
        self._shown: tuple[LedgerEntry, WrongPost | None] | None = None
        self._became: tuple[Became, ...] = ()
        self._whole = False
        self._mark_box = MarkBox(self)
        self.title = QLabel(self)
        self.title.setObjectName("ledger.fate")
        self.title.setFont(theme.font(strong=True))
        self.title.setWordWrap(True)
        self.published = QLabel(self)
        self.about = QLabel(self)
        self.about.setObjectName("ledger.about")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = FiguresModel(bridge.session.election, self)
        self.figures = TableOrEmpty("ledger.figures", self.model, self)
        self.bulletin = ElidedLabel("ledger.bulletin", self)
        self.others = KeyButton("ledger.others", Rank.FLAT, self)
        self.text = self._page("ledger.text")
        self.text.mark = self._mark
        self.ready = QLabel(self)
        self.ready_note = ElidedLabel("ledger.ready", self)
        self.correction = self._page("ledger.correction")
        self.correction.mark = lambda: forms.UNPUBLISHED
        self._lay_out()
        self.figures.entered.connect(self._jump)
        self.figures.table.selectionModel().currentRowChanged.connect(self._tell_bulletin)
        self.others.clicked.connect(self._fold)
        self.retranslate()

    def show_post(self, entry: LedgerEntry | None, wrong: WrongPost | None) -> None:
        """Show another post, or the same one after something became of it; None shows none."""
        if entry is None:
            self._shown, self._became = None, ()
            for widget in (self.title, self.published, self.about, self.text):
                widget.clear()
            self._mark_box.show_mark("")
            self._fill()
            self.figures.empty.clear()
            self._draft(None)
            return
        if (entry, wrong) == self._shown:
            return
        self._shown, self._whole = (entry, wrong), wrong is None
        session = self._bridge.session
        post = ledger.post(session, entry.number)
        prints = wrong.prints if wrong else ()
        self._became = ledger.became(session, entry.number, post, prints)
        self._read(entry, post)
        self._fill()
        self._tell(entry, wrong)
        self._draft(wrong)

    def slot(self) -> Slot | None:
        """The figure under the cursor."""
        became = self.model.figure(self.figures.row)
        return became.printed.first.slot if became else None

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.text.setAccessibleName(self.tr("The post as it went out"))
        self.text.setPlaceholderText(self.tr("Choose a post on the left."))
        self.correction.setAccessibleName(self.tr("The correction that is ready"))
        self.ready.setText(self.tr("Correction ready"))
        self.ready_note.setText(self.tr("published, it marks the old post too"))
        self.figures.table.setAccessibleName(self.tr("What the post printed"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(CitedColumn) - 1)
        if self._shown is not None:
            self._tell(*self._shown)
        self._tell_others()
        self._tell_bulletin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def _page(self, name: str) -> MarkedPage:
        page = MarkedPage(self)
        page.setObjectName(name)
        page.setOpenLinks(False)
        page.setTabChangesFocus(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setMinimumHeight(3 * self.fontMetrics().height() + 2 * STEP)
        page.document().setDocumentMargin(2 * STEP)
        page.document().setDefaultStyleSheet(CALM)
        return page

    def _lay_out(self) -> None:
        for label in (self.published, self.ready_note, self.bulletin):
            label.setFont(theme.font(SMALL))
        for quiet in (self.published, self.about, self.ready_note, self.bulletin):
            quiet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.ready.setFont(theme.font(strong=True))
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self._mark_box, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        head.addWidget(self.published, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        top.setSpacing(STEP)
        top.addLayout(head)
        top.addWidget(self.about)
        table = self.figures.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setAlternatingRowColors(False)
        table.setShowGrid(False)
        table.setMinimumHeight(4 * ROW)
        LinedRows(table, edge=True, marked=(CitedColumn.STATE,))
        table.horizontalHeader().setSectionResizeMode(
            CitedColumn.ITEM, QHeaderView.ResizeMode.Stretch
        )
        for told_below in (CitedColumn.TIME, CitedColumn.BULLETIN):
            table.setColumnHidden(told_below, True)
        below = QHBoxLayout()
        below.setContentsMargins(3 * STEP, STEP, 3 * STEP, STEP)
        below.addWidget(self.others)
        below.addWidget(self.bulletin, 1)
        self._numbers = _column(self, self.figures, below)
        ready = QHBoxLayout()
        ready.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP)
        ready.setSpacing(2 * STEP)
        ready.addWidget(self.ready)
        ready.addWidget(self.ready_note, 1)
        self._drafted = _column(self, ready, self.correction)
        panes = (self._numbers, 3), (self.text, 4), (self._drafted, 3)
        self.splitter = LinedPanes("ledger.detail.splitter", Qt.Orientation.Vertical, *panes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)

    def _read(self, entry: LedgerEntry, post: Post) -> None:
        """The post as its text form went out, what is wrong in it underlined."""
        marks = ledger.marks_of(self._bridge.session, entry.number) if entry.corrected else ()
        lines = [f"<p><strong>{escape(mark.text)}</strong></p>" for mark in marks]
        told = replace(post, tables=())
        self.text.setHtml(as_seen(html_of(told, after_head=lines)))
        wrong = {one.printed for one in self._became if one.fate is Fate.WRONG}
        if wrong:
            said = where_printed(self._bridge.session, told, wrong)
            underline(self.text.document(), told, said, theme.ink().error)

    def _fill(self) -> None:
        """The figures; of a post that is wrong first only those that are."""
        kept = [one for one in self._became if self._whole or one.fate is Fate.WRONG]
        self.model.show(self._bridge.session.election, kept)
        places = {one.printed.first.slot.source.place for one in kept}
        self.figures.table.setColumnHidden(CitedColumn.PLACE, len(places) < 2)
        self.figures.settle(self.model.first_wrong())
        # What figure a line is about has the room that is left, and never less than its words need.
        words = self.figures.table.sizeHintForColumn(CitedColumn.ITEM)
        most = MOST_LETTERS * self.fontMetrics().averageCharWidth()
        self.figures.table.horizontalHeader().setMinimumSectionSize(max(1, min(words, most)))
        # Few lines leave their room to the text.
        table, lines = self.figures.table, max(2, len(kept) + 1)
        room = table.horizontalHeader().sizeHint().height() + 10 * STEP
        self._numbers.setMaximumHeight(room + lines * table.verticalHeader().defaultSectionSize())
        self._tell_others()
        self._tell_bulletin()

    def _fold(self) -> None:
        self._whole = not self._whole
        self._fill()
        self.figures.take_keys()

    def _tell_others(self) -> None:
        wrong = sum(one.fate is Fate.WRONG for one in self._became)
        self.others.setVisible(0 < wrong < len(self._became))
        self.others.setText(
            self.tr("Only what is wrong")
            if self._whole
            else self.tr("Other figures: {n}").format(n=len(self._became) - wrong)
        )

    def _tell_bulletin(self) -> None:
        became = self.model.figure(self.figures.row)
        text = ""
        if became is not None:
            when, number = (
                self.model.text_of(became, one) for one in (CitedColumn.TIME, CitedColumn.BULLETIN)
            )
            text = self.tr("As of {time}, bulletin {number}").format(time=when, number=number)
        self.bulletin.setText(text)

    def _draft(self, wrong: WrongPost | None) -> None:
        """The correction as it would read now; where none can be written there is none to show."""
        self._drafted.setVisible(wrong is not None)
        if wrong is None:
            self.correction.clear()
            return
        session, ask = self._bridge.session, Ask(wrong.entry.contest)
        try:
            post = compose(session, PostKind.CORRECTION, ask, [wrong], self._templates)
        except Refusal:
            self._drafted.hide()
        else:
            self.correction.setHtml(as_seen(forms.to_html(post)))

    def _mark(self) -> str:
        """What stands over what is copied out of a post that was taken back."""
        retracted = self._shown is not None and self._shown[0].retracted is not None
        return RETRACTED if retracted else ""

    def _tell(self, entry: LedgerEntry, wrong: WrongPost | None) -> None:
        lines = [self.tr("Published by {who}").format(who=entry.published_by)]
        if entry.retracted is not None:
            lines.append(self.tr("Retracted: {reason}").format(reason=entry.retracted))
        if entry.overruled:
            lines.append(self.tr("The gate was overruled: {reason}").format(reason=entry.overruled))
        self.about.setText("\n".join(lines))
        when = self.tr("Published at {time}").format(time=shown.clock(entry.time))
        self.published.setText(when)
        self.figures.empty.setText(self.tr("This post cites no figure."))
        mark, title = self._fate(entry, wrong)
        self._mark_box.show_mark(mark)
        self.title.setText(title)
        self._colour()

    def _fate(self, entry: LedgerEntry, wrong: WrongPost | None) -> tuple[str, str]:
        if entry.retracted is not None:
            return BANNED, self.tr("Retracted; it stays in the ledger")
        if wrong is not None:
            told = self.tr("Wrong now: figures printed that have changed: {n}")
            return OUT_WRONG, told.format(n=len(wrong.prints))
        if entry.corrected:
            return CLEAR, self.tr("Corrected: the correction is out")
        if entry.overruled:
            return OVERRULED, self.tr("Published over what stood in its way")
        if not self._became:
            return "", self.tr("Cites no figure")
        return CLEAR, self.tr("Stands: nothing it printed was corrected")

    def _colour(self) -> None:
        palette, colours = self.title.palette(), theme.ink()
        wrong = self._shown is not None and self._shown[1] is not None
        ink = colours.error if wrong else colours.text
        # Setting it is itself a change of the palette.
        if palette.color(palette.ColorRole.WindowText) != ink:
            palette.setColor(palette.ColorRole.WindowText, ink)
            self.title.setPalette(palette)

    def _jump(self, row: int) -> None:
        became = self.model.figure(row)
        if became is not None:
            self.jump_wanted.emit(became.printed.first.slot)


def _column(parent: QWidget, *parts: QWidget | QHBoxLayout) -> QWidget:
    """Parts under one another, edge to edge."""
    made = QWidget(parent)
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
    return made


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
            return self.text_of(became, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column in self.falling() else LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink_of(became, column)
        if role == Qt.ItemDataRole.FontRole:
            return _font_of(became, column)
        if role == VALUE_ROLE:
            return _value_of(became, column)
        return None

    def headings(self) -> Mapping[int, str]:
        return {
            CitedColumn.STATE: self.tr("State"),
            CitedColumn.AGENCY: self.tr("Agency"),
            CitedColumn.PLACE: self.tr("Place"),
            CitedColumn.ITEM: self.tr("Figure"),
            CitedColumn.SAID: self.tr("Printed"),
            CitedColumn.NOW: self.tr("Now"),
            CitedColumn.TIME: self.tr("Time"),
            CitedColumn.BULLETIN: self.tr("Bulletin"),
        }

    def falling(self) -> Collection[int]:
        return CitedColumn.SAID, CitedColumn.NOW, CitedColumn.BULLETIN

    def fate_text(self, became: Became) -> str:
        """What became of a figure, its shape first."""
        match became.fate:
            case Fate.WRONG if became.now is None:
                return led(OUT_WRONG, self.tr("withdrawn"))
            case Fate.WRONG:
                return led(OUT_WRONG, self.tr("wrong now"))
            case Fate.PUT_RIGHT:
                return led(CLEAR, self.tr("put right"))
            case Fate.FOLLOWED:
                return self.tr("newer figure")
        return self.tr("stands")

    def text_of(self, became: Became, column: CitedColumn) -> str:
        """What a column says of a figure, in the language in force."""
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


def _ink_of(became: Became, column: CitedColumn) -> object:
    colours = theme.ink()
    if became.fate is not Fate.WRONG:
        return colours.muted if column is CitedColumn.STATE else None
    match column:
        case CitedColumn.STATE:
            return colours.error
        case CitedColumn.SAID:
            return colours.muted
    return None


def _font_of(became: Became, column: CitedColumn) -> object:
    if became.fate is Fate.WRONG and column is CitedColumn.SAID:
        struck = QFont(theme.font())
        struck.setStrikeOut(True)
        return struck
    moved = became.fate is Fate.WRONG and column is CitedColumn.NOW
    return theme.font(strong=True) if moved else None


def _each(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _value_of(became: Became, column: CitedColumn) -> object:
    said = {CitedColumn.SAID: became.printed, CitedColumn.NOW: became.now}.get(column)
    return None if said is None or isinstance(said.value, str) else said.value
