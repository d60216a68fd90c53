"""Setting up a new night: which election, which file, which agencies.

The dialog gathers the answers; the window makes the file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desk.facts import catalog
from desk.facts.election import Election
from ui.texts.language import current as current_language
from ui.widgets.dialogs import Ask

SUFFIX = ".secim"


@dataclass(frozen=True, slots=True)
class NewNight:
    """What a new night is made of."""

    path: Path
    election: Election


class AskNewNight(Ask):
    """Election, file and agencies on one page, all with sensible answers already in place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "setup", QCoreApplication.translate("AskNewNight", "A new night"))
        self._elections = {key: catalog.load(key) for key in catalog.elections()}
        self.election = QComboBox(self)
        self.election.setObjectName("setup.election")
        for key, election in self._elections.items():
            name = election.name_tr if current_language() == "tr" else election.name_en
            self.election.addItem(name, key)
        self.form.addRow(self.tr("Election"), self.election)
        self.file = QLineEdit(self)
        self.file.setObjectName("setup.file")
        self.file.setAccessibleName(self.tr("File"))
        self.file.textChanged.connect(self.check)
        self.file.setMinimumWidth(420)
        choose = QPushButton(self.tr("Choose…"), self)
        choose.setObjectName("setup.choose")
        choose.clicked.connect(self._choose)
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(choose)
        self.form.addRow(self.tr("File"), line)
        self.agencies = QListWidget(self)
        self.agencies.setObjectName("setup.agencies")
        self.agencies.setAccessibleName(self.tr("Agencies"))
        self.agencies.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.agencies.setMaximumHeight(7 * self.fontMetrics().height())
        self.agencies.setToolTip(
            self.tr("The first two stand side by side; drag to change the order.")
        )
        self.agencies.itemChanged.connect(lambda _: self.check())
        self.form.addRow(self.tr("Agencies"), self.agencies)
        self.election.currentIndexChanged.connect(self._suggest)
        self._suggest()

    def complete(self) -> bool:
        return bool(self.file.text().strip()) and bool(self._elections) and bool(self._ticked())

    def night(self) -> NewNight:
        """The answers; the file's ending is added where it was left out."""
        path = Path(self.file.text().strip()).expanduser()
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        election = self._elections[self.election.currentData()]
        known = {agency.code: agency for agency in election.agencies}
        chosen = tuple(known[code] for code in self._ticked())
        return NewNight(path, replace(election, agencies=chosen))

    def _ticked(self) -> list[str]:
        items = [self.agencies.item(row) for row in range(self.agencies.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _suggest(self) -> None:
        key = self.election.currentData()
        if key is None:
            return
        self.file.setText(str(free_path(key)))
        self.agencies.clear()
        for agency in self._elections[key].agencies:
            item = QListWidgetItem(f"{agency.code}  ·  {agency.name}", self.agencies)
            item.setData(Qt.ItemDataRole.UserRole, agency.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.check()

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("File of the night"),
            self.file.text(),
            self.tr("Nights (*.secim)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.file.setText(path)


def free_path(stem: str) -> Path:
    """Where a new file of this name could be put: the documents, under a name nobody has yet."""
    folder = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    folder = folder if folder.is_dir() else Path.home()
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path
