"""The settings in the editor's words: groups at the left, choices, and what they make of the night.

Every choice is an edit like any other; Ctrl+Z takes back those that were made here.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.night.bridge import Bridge
from ui.settings.candidates import CandidatesPanel
from ui.settings.desk_pages import AlarmPage, DeskChoices, FilePage, LookPage
from ui.settings.groups import SAMPLED, Group
from ui.settings.pages import SettingsPage, group_name
from ui.settings.parts import GroupRows
from ui.settings.sample import SamplePanel
from ui.settings.tally import Tallies
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.keys import key_sequence
from ui.widgets.sizes import fit
from ui.widgets.theme import STEP

WIDTH, HEIGHT = 1140, 640
NARROW = 900
"""Below this width the sample stands under the choices."""


class SettingsDialog(QDialog):
    """``standing`` is the contest, the pair and the place whose figures the sample is made of."""

    def __init__(
        self,
        bridge: Bridge,
        standing: tuple[str, tuple[str, str], str],
        desk: DeskChoices,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._bridge, self._standing, self._desk = bridge, standing, desk
        self._begun = bridge.undo_stack.index()
        self.groups = QListWidget(self)
        self.groups.setObjectName("settings.groups")
        self.groups.setFrameShape(QFrame.Shape.NoFrame)
        self.groups.viewport().setAutoFillBackground(False)
        GroupRows(self.groups)
        self.pages = QStackedWidget(self)
        self._made: dict[Group, QWidget] = {}
        self.sample = SamplePanel(bridge, standing, self)
        self.tallies: Tallies | None = None
        self.told = ElidedLabel("settings.told", self)
        self.undo = KeyButton("settings.undo", Rank.FLAT, self, key="Ctrl+Z")
        self.afresh = KeyButton("settings.reset", parent=self)
        self.shut = KeyButton("settings.close", Rank.PRIMARY, self, key="Esc")
        self._lay_out()
        self._connect()
        self._fill()
        fit(self, WIDTH, HEIGHT)
        self._turn()
        self.groups.setFocus()

    # Pages

    def show_group(self, group: Group) -> None:
        """Turn to a group and put the keys into it."""
        self.groups.setCurrentRow(tuple(Group).index(group))
        page = self.page(group)
        if isinstance(page, SettingsPage | CandidatesPanel):
            page.take_keys()

    def page(self, group: Group) -> QWidget:
        """The page of a group, made when first asked for."""
        if group not in self._made:
            self._made[group] = page = self._make(group)
            self.pages.addWidget(page)
            self._put_buttons_last(page)
        return self._made[group]

    def _put_buttons_last(self, page: QWidget) -> None:
        """Tab goes from the groups through the page to the buttons."""
        tab = Qt.FocusPolicy.TabFocus
        inside = [one for one in page.findChildren(QWidget) if one.window() is self]
        last = [one for one in inside if one.focusPolicy() & tab] or [page]
        for button in (self.undo, self.afresh, self.shut):
            QWidget.setTabOrder(last[-1], button)
            last = [button]

    def show_setting(self, name: str) -> None:
        """Turn to a setting and put the keys into its row."""
        for group in Group:
            page = self.page(group)
            if isinstance(page, SettingsPage) and name in page.rows:
                self.show_group(group)
                row = page.rows[name]
                row.take_keys()
                page.ensureWidgetVisible(row)

    @property
    def group(self) -> Group:
        """The group in front."""
        row: int = max(0, self.groups.currentRow())
        return tuple(Group)[row]

    def _make(self, group: Group) -> QWidget:
        makers: dict[Group, Callable[[], QWidget]] = {
            Group.CANDIDATES: lambda: CandidatesPanel(self._bridge, self._standing[0], self),
            Group.ALARM: lambda: AlarmPage(self._bridge, self._desk, self),
            Group.LOOK: lambda: LookPage(self._bridge, self._desk, self),
            Group.FILE: lambda: FilePage(self._bridge, self._desk, self),
        }
        if group in makers:
            return makers[group]()
        page = SettingsPage(self._bridge, group, self)
        if group is Group.WARNINGS:
            self.tallies = Tallies(self._bridge, page, self)
        return page

    def _turn(self) -> None:
        page = self.page(self.group)
        self.pages.setCurrentWidget(page)
        self._show_sample()
        self._show_state()

    def _show_sample(self) -> None:
        self.sample.setVisible(self.group in SAMPLED)
        narrow = self.width() < NARROW
        way = QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        self._middle.setDirection(way)
        wide = 16777215 if narrow else max(240, self.width() // 3)
        self.sample.setMaximumSize(QSize(wide, 150 if narrow else 16777215))
        self.sample.setMinimumWidth(0 if narrow else min(wide, 372))

    def _show_state(self) -> None:
        """What was done here last, and whether the page has anything of its own."""
        stack = self._bridge.undo_stack
        self._begun = min(self._begun, stack.index())
        act = self._bridge.to_undo() if stack.index() > self._begun else None
        self.told.setText(act.title() if act is not None else "")
        self.undo.setVisible(act is not None)
        page = self._made.get(self.group)
        own = page.own() if isinstance(page, SettingsPage) else []
        self.afresh.setVisible(isinstance(page, SettingsPage) and bool(page.rows))
        self.afresh.setEnabled(bool(own) and not self._bridge.session.read_only)

    # Acts

    def take_back(self) -> None:
        """Ctrl+Z: undo the last of what was done here; what was done before stays."""
        stack = self._bridge.undo_stack
        if stack.index() > self._begun:
            stack.undo()

    def bring_back(self) -> None:
        """Ctrl+Y: do again what was undone here."""
        self._bridge.undo_stack.redo()

    def reset_page(self) -> None:
        """Give the defaults of the page in front back, as one act."""
        page = self._made.get(self.group)
        if isinstance(page, SettingsPage):
            page.reset()

    def done(self, result: int) -> None:
        """Close; what is being counted is no longer wanted."""
        if self.tallies is not None:
            self.tallies.stop()
        super().done(result)

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sample()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._speak()

    def _speak(self) -> None:
        """Another language: every page is made anew, the one in front first."""
        if self.tallies is not None:
            self.tallies.stop()
            self.tallies = None
        front = self.group
        for page in self._made.values():
            self.pages.removeWidget(page)
            page.deleteLater()
        self._made.clear()
        self.sample.retranslate()
        self._fill()
        self.groups.setCurrentRow(tuple(Group).index(front))
        self._turn()
        page = self.page(front)
        if isinstance(page, SettingsPage):
            page.take_keys()

    def _fill(self) -> None:
        self.setWindowTitle(self.tr("Settings of the night"))
        self.groups.setAccessibleName(self.tr("Groups of settings"))
        self.groups.blockSignals(True)
        self.groups.clear()
        for group in Group:
            QListWidgetItem(group_name(group), self.groups)
        self.groups.setCurrentRow(0)
        self.groups.blockSignals(False)
        self.groups.setFixedWidth(self.groups.sizeHintForColumn(0) + STEP)
        self.undo.setText(self.tr("Undo"))
        self.afresh.setText(self.tr("Reset this page"))
        self.shut.setText(self.tr("Close"))
        where = self.tr("kept in {file}").format(file=self._bridge.session.path.name)
        self.where.setText(where)

    def _lay_out(self) -> None:
        self.where = QLabel(self)
        self.where.setObjectName("settings.where")
        self.where.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.where.setWordWrap(True)
        self.where.setContentsMargins(4 * STEP, STEP, STEP, 3 * STEP)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.groups, 1)
        left.addWidget(self.where)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.pages, 1)
        self._middle.addWidget(self.sample)
        line = QFrame(self)
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(line.palette().ColorRole.Midlight)
        footer = QHBoxLayout()
        footer.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 3 * STEP)
        footer.setSpacing(2 * STEP)
        footer.addWidget(self.told)
        footer.addWidget(self.undo)
        footer.addStretch(1)
        footer.addWidget(self.afresh)
        footer.addWidget(self.shut)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._middle, 1)
        right.addWidget(line)
        right.addLayout(footer)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addLayout(left)
        both.addLayout(right, 1)

    def _connect(self) -> None:
        self.groups.currentRowChanged.connect(lambda _: self._turn())
        self.undo.clicked.connect(self.take_back)
        self.afresh.clicked.connect(self.reset_page)
        self.shut.clicked.connect(self.accept)
        # Enter is for the line that is typed in, never for the way out.
        self.shut.setAutoDefault(False)
        self._bridge.undo_stack.indexChanged.connect(self._show_state)
        for key, act in (("Ctrl+Z", self.take_back), ("Ctrl+Y", self.bring_back)):
            shortcut = QShortcut(key_sequence(key), self)
            shortcut.activated.connect(act)
