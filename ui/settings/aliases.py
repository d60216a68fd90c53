"""The names that were answered once while a text was read; any of them can be forgotten again.

Learning them is the paste dialog's business.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.facts.edits import LearnAlias
from ui.night.bridge import Bridge
from ui.widgets.key_button import plain
from ui.widgets.sizes import fit


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
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self))
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
