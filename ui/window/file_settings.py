"""The settings of a night: thresholds of the findings and what else travels in its file.

Names and allowed values are `desk.facts.settings`'s; an emptied value gives the default back.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk.facts import settings
from desk.facts.codes import Refusal
from desk.facts.edits import Change, LearnAlias, SetSetting
from ui import texts
from ui.night.bridge import Bridge
from ui.texts.language import current as current_language
from ui.texts.settings import setting_text
from ui.widgets import theme
from ui.widgets.message import MessageLine
from ui.widgets.sizes import fit
from ui.widgets.tables import READABLE, Index, LinesModel, TabBar
from ui.window.candidates import CandidatesPanel


class SettingColumn(IntEnum):
    """The columns."""

    NAME = 0
    VALUE = 1
    DEFAULT = 2


class SettingsModel(LinesModel[str]):
    """One setting a row."""

    refused = Signal(object)
    """The `Refusal` a typed value met."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(len(SettingColumn), parent)
        self._bridge = bridge
        self._lines = list(settings.names())
        bridge.changed.connect(self._take_change)

    def row_of(self, name: str) -> int:
        """Where a setting stands."""
        return self._lines.index(name)

    def _take_change(self, change: Change) -> None:
        if change.setting in self._lines:
            row = self.row_of(change.setting or "")
            self.dataChanged.emit(self.index(row, 0), self.index(row, SettingColumn.DEFAULT))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = index.column() == SettingColumn.VALUE and not self._bridge.session.read_only
        return _EDITABLE if editable else READABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self._lines[index.row()]
        own = self._bridge.session.settings.get(name)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            default = settings.default(name)
            return (name, default if own is None else own, default)[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return setting_text(name, current_language())
        if (
            role == Qt.ItemDataRole.FontRole
            and index.column() == SettingColumn.VALUE
            and own is not None
        ):
            return theme.font(strong=True)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != SettingColumn.VALUE:
            return False
        name, text = self._lines[index.row()], str(value).strip()
        try:
            kept = settings.read(name, text) if text else None
            self._bridge.do(SetSetting(name, kept), self)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def headings(self) -> Mapping[int, str]:
        return dict(enumerate((self.tr("Setting"), self.tr("Value"), self.tr("Default"))))


_EDITABLE = READABLE | Qt.ItemFlag.ItemIsEditable


class FileSettingsDialog(QDialog):
    """The settings as a table; every change is an edit like any other, undone with Ctrl+Z."""

    def __init__(self, bridge: Bridge, parent: QWidget, contest: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("fileSettings")
        self.setWindowTitle(self.tr("Settings of the night"))
        self.candidates = CandidatesPanel(bridge, contest, self)
        hint = QLabel(
            self.tr(
                "They are kept in the file. Empty a value to get the default back; "
                "Help, Codes of the findings, tells what each code looks for."
            ),
            self,
        )
        hint.setWordWrap(True)
        self.model = SettingsModel(bridge, self)
        self.table = QTableView(self)
        self.table.setObjectName("fileSettings.table")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setModel(self.model)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.meaning = QLabel(self)
        self.meaning.setObjectName("fileSettings.meaning")
        self.meaning.setWordWrap(True)
        self.meaning.setMinimumHeight(2 * self.meaning.fontMetrics().lineSpacing())
        self.message = MessageLine("fileSettings.message", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        settings_page = QWidget(self)
        column = QVBoxLayout(settings_page)
        column.addWidget(hint)
        column.addWidget(self.table, 1)
        column.addWidget(self.meaning)
        column.addWidget(self.message)
        self.pages = QTabWidget(self)
        self.pages.setTabBar(TabBar(self.pages))
        self.pages.setObjectName("fileSettings.pages")
        self.pages.addTab(settings_page, self.tr("Settings"))
        self.pages.addTab(self.candidates, self.tr("Candidates"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages, 1)
        layout.addWidget(buttons)
        self.model.refused.connect(
            lambda refusal: self.message.complain(texts.refusal_text(refusal, current_language()))
        )
        self.model.dataChanged.connect(lambda *_: self.message.clear_complaint())
        self.table.selectionModel().currentChanged.connect(self._say_what_for)
        self.table.setCurrentIndex(self.model.index(0, SettingColumn.VALUE))
        fit(self, 680, 640)
        self.table.setFocus()

    def show_candidates(self) -> None:
        """Begin with the candidates."""
        self.pages.setCurrentWidget(self.candidates)
        self.candidates.take_keys()

    def _say_what_for(self, current: QModelIndex) -> None:
        text = current.data(Qt.ItemDataRole.ToolTipRole)
        self.meaning.setText(text if isinstance(text, str) else "")


class AliasesDialog(QDialog):
    """Names answered once while reading a text; undo brings a forgotten one back."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aliases")
        self.setWindowTitle(self.tr("Learned names"))
        self._bridge = bridge
        self.list = QListWidget(self)
        self.list.setObjectName("aliases.list")
        self.list.setAccessibleName(self.tr("Learned names"))
        self.forget = QPushButton(self.tr("Forget"), self)
        self.forget.setObjectName("aliases.forget")
        self.forget.setAutoDefault(False)
        self._empty = QLabel(
            self.tr("None yet. A name answered in the paste dialog is kept here."), self
        )
        self._empty.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.forget, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.forget.clicked.connect(self._forget)
        fit(self, 460, 320)
        self._fill()

    def _fill(self) -> None:
        session = self._bridge.session
        self.list.clear()
        for alias in session.aliases:
            item = QListWidgetItem(f"{alias.label}  →  {self._whom(alias.contender)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, alias.label)
        self.list.setCurrentRow(0)
        self.forget.setEnabled(self.list.count() > 0)
        self._empty.setVisible(self.list.count() == 0)

    def _whom(self, code: str) -> str:
        election = self._bridge.session.election
        for contest in election.contests:
            for contender in contest.contenders:
                if contender.code == code:
                    label = election.label(contest.id, code)
                    return f"{label} · {contender.candidate}" if contender.candidate else label
        return election.party(code).short

    def _forget(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None:
            return
        label = str(item.data(Qt.ItemDataRole.UserRole))
        if self._bridge.attempt(LearnAlias(label, None), self) is not None:
            self._fill()
