"""The place's bulletins in order, whatever became of them, with a way back to each.

Reading here changes nothing; correcting and withdrawing are asked of the entry panel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.facts.bulletin import Bulletin, BulletinState, Row, Slot
from desk.facts.edits import Change
from desk.facts.settings import bulletin_note, noted_bulletin
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts.names import row_label
from ui.widgets import theme
from ui.widgets.fragments import mark
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.shapes import BarDelegate
from ui.widgets.tables import Index, LinesModel
from ui.widgets.theme import STEP


class BulletinsModel(LinesModel[Bulletin]):
    """A place's filed bulletins of one contest, the newest first."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(3, parent)
        self._bridge = bridge
        self._contest, self._place = "", ""
        self.turned: int | None = None
        """The bulletin that was filed, corrected or withdrawn last, as the only one; None where
        all were read."""
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self.reload)

    def show(self, contest: str, place: str) -> None:
        """Show another place or contest."""
        self._contest, self._place = contest, place
        self.reload()

    def reload(self) -> None:
        """Read the bulletins again."""
        self.turned = None
        self.beginResetModel()
        if self._place:
            found = self._bridge.session.bulletins(self._contest, self._place)
            self._lines = list(reversed(found))
        self.endResetModel()

    def bulletin(self, row: int) -> Bulletin | None:
        """The bulletin in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @property
    def all(self) -> Sequence[Bulletin]:
        """All of them, whatever became of each."""
        return self._lines

    def row_of(self, number: int) -> int | None:
        """Where a bulletin stands."""
        for row, bulletin in enumerate(self._lines):
            if bulletin.id == number:
                return row
        return None

    def _take_change(self, change: Change) -> None:
        if change.filed and self._place in change.places:
            if len(change.bulletins) == 1:
                self._read_again(*change.bulletins)
            else:
                self.reload()
        row = self.row_of(noted_bulletin(change.setting or ""))
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 2))

    def _read_again(self, number: int) -> None:
        """One bulletin was filed or marked: it, and what it replaces, may be others than before.

        A long night's are not all read again for each that is filed.
        """
        session = self._bridge.session
        one = session.bulletin(number)
        if (one.source.contest, one.source.place) != (self._contest, self._place):
            return
        replaced = () if one.replaces is None else (session.bulletin(one.replaces),)
        known = {bulletin.id: bulletin for bulletin in (*self._lines, one, *replaced)}
        self.turned = number
        self.beginResetModel()
        self._lines = sorted(known.values(), key=lambda each: (each.as_of, each.id), reverse=True)
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        bulletin = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                shown.clock(bulletin.as_of),
                bulletin.source.agency,
                " · ".join(filter(None, (self.state_text(bulletin), self.note(bulletin)))),
            )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.note(bulletin) or None
        if role == Qt.ItemDataRole.ForegroundRole and bulletin.state is not BulletinState.STANDING:
            return theme.ink().muted
        return None

    def headings(self) -> Mapping[int, str]:
        return dict(enumerate((self.tr("Time"), self.tr("Agency"), self.tr("State"))))

    def note(self, bulletin: Bulletin) -> str:
        """What was noted of a bulletin; empty for nothing."""
        text = self._bridge.session.settings.get(bulletin_note(bulletin.id), "")
        return self.tr("Note: {text}").format(text=text) if text else ""

    def state_text(self, bulletin: Bulletin) -> str:
        """What became of a bulletin, in words."""
        if bulletin.state is BulletinState.WITHDRAWN:
            return self.tr("withdrawn")
        if bulletin.state is BulletinState.REPLACED:
            return self.tr("replaced")
        return self.tr("correction") if bulletin.replaces else self.tr("stands")

    def describe(self, bulletin: Bulletin) -> str:
        """Everything a bulletin says and what became of it, as lines of text."""
        election, contest = self._bridge.session.election, bulletin.source.contest
        filed = self.tr("No. {n}, filed by {who}").format(n=bulletin.id, who=bulletin.filed_by)
        lines = [f"{bulletin.source.agency} · {shown.clock(bulletin.as_of)}", filed]
        if bulletin.replaces is not None:
            text = self.tr("Corrects no. {n}: {reason}")
            lines.append(text.format(n=bulletin.replaces, reason=bulletin.reason))
        if bulletin.state is BulletinState.WITHDRAWN:
            lines.append(self.tr("Withdrawn: {reason}").format(reason=bulletin.state_reason))
        if note := self.note(bulletin):
            lines.append(note)
        lines.append("")
        for row, value in sorted(bulletin.figures.items()):
            label = row_label(election, Slot(bulletin.source, row))
            lines.append(f"{label}: {shown.figure(election, contest, row.item, value)}")
        return "\n".join(lines)


class BulletinsPanel(QWidget):
    """The list, what the chosen bulletin says, and what may be done with it."""

    correct_wanted = Signal(int)
    withdraw_wanted = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulletins")
        self._bridge = bridge
        self._writable = not bridge.session.read_only
        self.model = BulletinsModel(bridge, self)
        self.list = QTableView(self)
        self.list.setObjectName("bulletins.list")
        self.list.setModel(self.model)
        self.detail = QPlainTextEdit(self)
        self.detail.setObjectName("bulletins.detail")
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.raw = QPlainTextEdit(self)
        self.raw.setObjectName("bulletins.raw")
        self.raw.setReadOnly(True)
        self.raw.setTabChangesFocus(True)
        self._figure: Row | None = None
        self.correct = KeyButton("bulletins.correct", Rank.FLAT, self)
        self.withdraw = KeyButton("bulletins.withdraw", Rank.FLAT, self)
        self._lay_out()
        self.list.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.model.modelReset.connect(self._choose)
        self.model.dataChanged.connect(lambda *_: self._show_chosen())
        self.list.doubleClicked.connect(lambda _: self._ask(self.correct_wanted.emit))
        self.correct.clicked.connect(lambda: self._ask(self.correct_wanted.emit))
        self.withdraw.clicked.connect(lambda: self._ask(self.withdraw_wanted.emit))
        self.list.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.list.setAccessibleName(self.tr("Bulletins of the place"))
        self.detail.setAccessibleName(self.tr("What the bulletin says"))
        self.detail.setPlaceholderText(self.tr("No bulletin has been filed here yet."))
        self.raw.setAccessibleName(self.tr("The text the bulletin was read from"))
        self.title.setText(self.tr("Bulletins"))
        self.correct.setText(self.tr("Correct this"))
        self.correct.show_key("F4")
        self.withdraw.setText(self.tr("Withdraw this…"))
        self.withdraw.show_key("Shift+F4")
        self._show_chosen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._ask(self.correct_wanted.emit)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._ask(self.withdraw_wanted.emit)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        view = self.list
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.setItemDelegateForColumn(0, BarDelegate(view))
        view.horizontalHeader().hide()
        self.title = QLabel(self)
        self.title.setObjectName("bulletins.title")
        self.title.setFont(theme.font(strong=True))
        for area in (view, self.detail):
            # Read and never typed into: on the page's own ground, empty or not.
            area.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        for field in (self.detail, self.raw):
            field.setFrameShape(QPlainTextEdit.Shape.NoFrame)
            field.setMinimumHeight(2 * self.fontMetrics().height())
            # Its words stand under those of the title.
            inset = 3 * STEP - round(field.document().documentMargin())
            field.setViewportMargins(inset, 0, 0, 0)
        view.setMinimumHeight(2 * self.fontMetrics().height())
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # Fitted to the lines in sight: asking every bulletin of a long night takes longer than
        # reading them.
        header.setResizeContentsPrecision(0)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.correct)
        buttons.addWidget(self.withdraw)
        buttons.addStretch(1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(view)
        split.addWidget(self.detail)
        split.addWidget(self.raw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.title.setContentsMargins(3 * STEP, STEP, 3 * STEP, STEP)
        buttons.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        layout.addWidget(self.title)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)

    def in_hand(self) -> Bulletin | None:
        """The bulletin under the cursor while the keys are in the list."""
        return self._chosen() if self.list.hasFocus() else None

    def _chosen(self) -> Bulletin | None:
        return self.model.bulletin(self.list.currentIndex().row())

    def _choose(self) -> None:
        """None is chosen after a reset: what was filed or withdrawn tells of itself, else the
        newest."""
        if self.model.rowCount():
            turned = self.model.turned
            row = None if turned is None else self.model.row_of(turned)
            self.list.setCurrentIndex(self.model.index(row or 0, 0))
        else:
            self._show_chosen()

    def _show_chosen(self) -> None:
        bulletin = self._chosen()
        self.detail.setPlainText(self.model.describe(bulletin) if bulletin else "")
        self._show_raw(bulletin)
        stands = bulletin is not None and bulletin.state is BulletinState.STANDING
        self.correct.setEnabled(stands and self._writable)
        self.withdraw.setEnabled(stands and self._writable)

    def show_figure(self, bulletin: int, row: Row | None) -> None:
        """Show the bulletin a figure comes from, and where in its text the figure stands."""
        self._figure = row
        at = self.model.row_of(bulletin)
        if at is not None:
            self.list.setCurrentIndex(self.model.index(at, 0))
        self._show_raw(self._chosen())

    def _show_raw(self, bulletin: Bulletin | None) -> None:
        """The text a bulletin was read from, the current figure's fragment lit up."""
        raw = self._bridge.session.raw_text(bulletin.id) if bulletin else None
        self.raw.setVisible(raw is not None)
        if raw is None:
            return
        if self.raw.toPlainText() != raw.content:
            self.raw.setPlainText(raw.content)
        span = raw.fragments.get(self._figure) if self._figure else None
        marks = [] if span is None else [mark(self.raw, raw.content, span)]
        self.raw.setExtraSelections(marks)
        if marks:
            cursor = QTextCursor(marks[0].cursor)
            cursor.clearSelection()
            self.raw.setTextCursor(cursor)
            self.raw.centerCursor()

    def _ask(self, ask: Callable[[int], None]) -> None:
        bulletin = self._chosen()
        if bulletin is not None and bulletin.state is BulletinState.STANDING and self._writable:
            ask(bulletin.id)
