"""A published post beside the ledger: as it went out, its marks, and the figures it cited.

Nothing can be changed here; the page offers what may be done about the post.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk.facts.bulletin import Slot
from desk.posts import ledger
from desk.posts.forms import html_of
from desk.posts.ledger import Entry, WrongPost
from desk.posts.post_now import figures_of
from ui.night.bridge import Bridge
from ui.posts.ledger_figures import Column, FiguresModel
from ui.widgets import theme
from ui.widgets.marks import WRONG
from ui.widgets.tables import TableOrEmpty


class LedgerDetail(QWidget):
    """What became of the post in a line, the post, its figures."""

    jump_wanted = Signal(object)
    """A `Slot` to go to."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger.detail")
        self._bridge = bridge
        self._shown: tuple[Entry, WrongPost | None] | None = None
        self.about = QLabel(self)
        self.about.setObjectName("ledger.about")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QTextBrowser(self)
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

    def show_post(self, entry: Entry | None, wrong: WrongPost | None) -> None:
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
        figures = wrong.figures if wrong else ()
        self.model.show(session.election, figures_of(session, entry.number, post, figures))
        self.figures.settle(self.model.first_wrong())
        self._tell(entry, wrong)

    def slot(self) -> Slot | None:
        """The figure under the cursor."""
        became = self.model.figure(self.figures.row)
        return became.cited.slot if became else None

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.text.setAccessibleName(self.tr("The post as it went out"))
        self.text.setPlaceholderText(self.tr("Choose a post on the left."))
        self.figures.table.setAccessibleName(self.tr("Figures the post cites"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._shown is not None:
            self._tell(*self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _tell(self, entry: Entry, wrong: WrongPost | None) -> None:
        by = self.tr("Published by {who}").format(who=entry.published_by)
        lines = [by]
        if entry.retracted is not None:
            lines.append(self.tr("Retracted: {reason}").format(reason=entry.retracted))
        if entry.overruled:
            lines.append(self.tr("The gate was overruled: {reason}").format(reason=entry.overruled))
        if wrong is not None:
            count = self.tr("Figures that are wrong now: {n}").format(n=len(wrong.figures))
            lines.append(f"{WRONG} {count}")
        self.about.setText("\n".join(lines))
        self.figures.empty.setText(self.tr("This post cites no figure."))
        palette, colours = self.about.palette(), theme.ink()
        palette.setColor(palette.ColorRole.WindowText, colours.error if wrong else colours.text)
        self.about.setPalette(palette)

    def _jump(self, row: int) -> None:
        became = self.model.figure(row)
        if became is not None:
            self.jump_wanted.emit(became.cited.slot)
