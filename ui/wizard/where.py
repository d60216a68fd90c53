"""The second page: which places, as a tree to check, a search, and a list of her own pasted.

Enter in the search takes the place it means; with nothing sought it goes on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Refusal
from desk.nights import csv as lists
from desk.nights import plan as plans
from desk.nights import wording
from desk.nights.answers import Level, OwnPlace
from desk.nights.plan import Plan
from ui.texts import language
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.keys import key_sequence
from ui.widgets.rows import Hairline, LinedRows
from ui.wizard import telling
from ui.wizard.page import WizardPage
from ui.wizard.tree import BOXES, CHOSEN, NAME, VOTERS, PlacesTree

MOST_OPENED = 60
"""Of more places that were found the provinces stay folded: nobody reads so many."""

SIDE, NARROW = 232, 600
"""Width of what is chosen, and the width of the page below which it goes."""


class WherePage(WizardPage):
    """The tree at the left, what is chosen at the right."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__("where", plan, parent)
        self.sought = QLineEdit(self)
        self.sought.setObjectName("wizard.sought")
        self.sought.setClearButtonEnabled(True)
        self.sought.setMinimumWidth(8 * self.fontMetrics().averageCharWidth() + 40)
        self.levels = {
            level: KeyButton(f"wizard.level.{level}", Rank.PLAIN, self, key=f"Alt+{at}")
            for at, level in enumerate(Level, 1)
        }
        group = QButtonGroup(self)
        for button in self.levels.values():
            button.setCheckable(True)
            group.addButton(button)
        self.paste_button = KeyButton("wizard.pastePlaces", Rank.PLAIN, self, key="Ctrl+V")
        self.model = PlacesTree(plan, self)
        self.tree = QTreeView(self)
        self.tree.setObjectName("wizard.tree")
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        # The columns stand still while she types, and are painted once.
        self.tree.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        LinedRows(self.tree)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, widest in ((CHOSEN, "973 / 973"), (BOXES, "000.000"), (VOTERS, "00.000.000")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            heading = str(self.model.headerData(column, Qt.Orientation.Horizontal))
            words = max(map(self.fontMetrics().horizontalAdvance, (heading, widest)))
            header.resizeSection(column, words + 24)
        self.chosen = self.label("chosen", muted=False)
        self.chosen.setFont(theme.font(theme.LARGE, strong=True))
        self.counts = self.label("counts", muted=False)
        self.wholes, self.source = self.label("wholes"), self.label("source")
        self.hint = self.label("hint", little=True)
        self.message = self.message_line()
        self._lines: dict[QLabel, Hairline] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def step(self) -> str:
        return self.tr("Where")

    def enter(self) -> None:
        self.sought.clear()
        self.model.again()
        self._open_chosen()
        self._show()
        self.sought.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Where?"))
        self.sought.setPlaceholderText(self.tr("Province, district or town"))
        self.sought.setAccessibleName(self.sought.placeholderText())
        self.tree.setAccessibleName(self.tr("Places"))
        self.levels[Level.PROVINCE].setText(self.tr("By provinces"))
        self.levels[Level.DISTRICT].setText(self.tr("By districts"))
        self.paste_button.setText(self.tr("Paste places…"))
        self.hint.setText(self.tr("Space checks · → opens · ← folds · Enter takes what was sought"))
        self._show()

    def take_sought(self) -> bool:
        """Check the place the search means and be ready for the next. False: nothing is sought."""
        if not self.sought.text().strip():
            return False
        index = self.tree.currentIndex()
        if index.isValid():
            self.plan.choose(self.model.place(index))
            self.sought.clear()
            self.model.changed()
        return True

    def paste(self) -> None:
        """Take a list of places from the clipboard: names, or boxes and voters with them."""
        text = QGuiApplication.clipboard().text()
        if not lists.has_headings(text, lists.PLACES):
            text = f"name\n{text}"
        try:
            read = lists.read_places(text)
        except Refusal as refusal:
            self.message.complain(telling.why(refusal))
            return
        listed = [row for row in read.rows if row.known and not _has_numbers(row)]
        for row in listed:
            self.plan.choose(row.id)
        own = tuple(row for row in read.rows if row not in listed)
        if own:
            self.plan.own = own
            if not listed and self.plan.suggested:
                self.plan.checked, self.plan.suggested = frozenset(), False
        said = self.tr("Places taken: {n}.").format(n=len(read.rows))
        self.message.say(said)
        if read.refusals:
            why = telling.why(read.refusals[0])
            left = self.tr("{said} Left out: {n}. {why}")
            self.message.complain(left.format(said=said, n=len(read.refusals), why=why))
        self.model.changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The tree keeps its room: what is chosen is told below, too.
        self._side.setVisible(self.width() >= NARROW)
        self.paste_button.setVisible(self.width() >= NARROW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if watched is self.sought:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.take_sought():
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if key is Qt.Key.Key_Escape and self.sought.text():
                self.sought.clear()
                return True
        elif event.text().strip() and event.text().isprintable() and not _with_control(event):
            self.sought.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sought.insert(event.text())
            return True
        return super().eventFilter(watched, event)

    def _seek(self, text: str) -> None:
        here = self.tree.currentIndex()
        place = self.model.place(here) if here.isValid() else ""
        count = self.model.seek(text)
        if self.model.sought:
            if count <= MOST_OPENED:
                self.tree.expandAll()
            else:
                self.tree.expand(self.model.index(0, NAME))
            self._stand(self.model.best())
        else:
            self._open_chosen()
            found = self.model.find(place) if place else self.tree.currentIndex()
            if found.isValid():
                self.tree.expand(found.parent())
                self._stand(found)

    def _stand(self, index: object) -> None:
        flags = QItemSelectionModel.SelectionFlag
        if isinstance(index, type(self.tree.currentIndex())) and index.isValid():
            self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            # With what belongs to it in sight, not as the last line.
            self.tree.scrollTo(index, self.tree.ScrollHint.PositionAtCenter)

    def _open_chosen(self) -> None:
        """Unfold the country, and every province of which only a part is checked."""
        self.tree.collapseAll()
        top = self.model.index(0, 0)
        self.tree.expand(top)
        first = None
        for row in range(self.model.rowCount(top)):
            index = self.model.index(row, 0, top)
            inside = self.plan.leaves(self.model.place(index))
            some = inside & self.plan.checked
            if some and first is None:
                first = index
            if some and some != inside:
                self.tree.expand(index)
        self._stand(first if first is not None and not self._all() else top)

    def _all(self) -> bool:
        return self.plan.leaves("tr") <= self.plan.checked

    def _set_level(self, level: Level) -> None:
        self.plan.set_level(level)
        self.model.again()
        self._open_chosen()
        self.model.changed()
        self.sought.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """What is chosen, counted, and what that means."""
        plan = self.plan
        for level, button in self.levels.items():
            button.setChecked(level is plan.level)
        found = plans.counted(plan)
        self.chosen.setText(telling.how_many(found))
        self.counts.setText(
            numbered(
                self.tr("{boxes} {boxes:box|boxes}\n{voters} registered {voters:voter|voters}"),
                boxes=telling.number(found.boxes),
                voters=telling.number(found.registered),
            )
        )
        self.wholes.setText(self._about_wholes())
        said = ""
        if plan.suggested and plan.checked:
            said = self.tr("Suggested: the first place you choose takes its place.") + "\n\n"
        if found.day is not None:
            said += self.tr(
                "Boxes and voters from the electoral council's list of {day}; they can be changed "
                "in the night."
            ).format(day=wording.DAYS[language.current()](found.day))
        self.source.setText(said)
        for label, line in self._lines.items():
            label.setVisible(bool(label.text()))
            line.setVisible(bool(label.text()))

    def _about_wholes(self) -> str:
        """That a province is a place too, and where only a part of it is there."""
        if not any(place.startswith("d") for place in self.plan.places()):
            return ""
        return self.tr(
            "Of a province whose districts are not all chosen the total is a place too; it is the "
            "total of all its districts."
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.sought, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        for button in self.levels.values():
            both.addWidget(button)
        top.addLayout(both)
        top.addStretch(1)
        top.addWidget(self.paste_button)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.chosen)
        side.addWidget(self.counts)
        for label in (self.wholes, self.source):
            line = Hairline(self)
            self._lines[label] = line
            side.addWidget(line)
            side.addWidget(label)
        side.addStretch(1)
        side.addWidget(self.message)
        side.addWidget(self.hint)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.tree, 1)
        self._side = QWidget(self)
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        self._side.setFixedWidth(SIDE)
        body.addWidget(self._side)
        self.column.addLayout(top)
        self.column.addLayout(body, 1)

    def _connect(self) -> None:
        self.sought.installEventFilter(self)
        self.tree.installEventFilter(self)
        self.sought.textChanged.connect(self._seek)
        self.model.chosen.connect(self._show)
        self.model.chosen.connect(self.answered)
        for level, button in self.levels.items():
            button.clicked.connect(lambda _=False, level=level: self._set_level(level))
            key = QShortcut(key_sequence(f"Alt+{list(Level).index(level) + 1}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(button.click)
        self.paste_button.clicked.connect(self.paste)
        shortcut = QShortcut(key_sequence("Ctrl+V"), self.tree)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.paste)


def _has_numbers(row: OwnPlace) -> bool:
    return row.boxes is not None or row.registered is not None


def _with_control(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & held)
