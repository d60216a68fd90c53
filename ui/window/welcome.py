"""The first screen: the demonstration evening, a new night, the files last used.

Three doors and nothing else; what lies behind them is the window's business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QCommandLinkButton,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.facts import catalog
from desk.facts.election import Election
from ui.night.preferences import Preferences
from ui.texts import language
from ui.texts.language import current as current_language
from ui.widgets import theme
from ui.widgets.dialogs import AskDialog


class Welcome(QWidget):
    """Shown when no file is open."""

    demo_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._preferences = preferences
        self._title = QLabel("Seçim Masası", self)
        font = QFont(self._title.font())
        font.setPointSizeF(font.pointSizeF() * 2.2)
        font.setBold(True)
        self._title.setFont(font)
        self._subtitle = QLabel(self)
        self._subtitle.setWordWrap(True)
        self.demo = QCommandLinkButton(self)
        self.demo.setObjectName("welcome.demo")
        self.new = QCommandLinkButton(self)
        self.new.setObjectName("welcome.new")
        self.open = QPushButton(self)
        self.open.setObjectName("welcome.open")
        self._recent_title = QLabel(self)
        self.recent = QListWidget(self)
        self.recent.setObjectName("welcome.recent")
        column = QWidget(self)
        column.setMaximumWidth(620)
        inside = QVBoxLayout(column)
        for widget in (self._title, self._subtitle, self.demo, self.new, self._recent_title):
            inside.addWidget(widget)
        inside.addWidget(self.recent, 1)
        inside.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 48, 24, 48)
        layout.addWidget(column, 1, Qt.AlignmentFlag.AlignHCenter)
        column.setMinimumWidth(460)
        self.demo.clicked.connect(self.demo_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.recent.itemActivated.connect(
            lambda item: self.file_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        )
        self._dress_doors()
        self.retranslate()

    def _dress_doors(self) -> None:
        for door in (self.demo, self.new):
            door.setIcon(QIcon(theme.icon("forward", theme.ink().accent)))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._subtitle.setText(
            self.tr(
                "Two agencies side by side, and a clean post out of it. "
                "Everything stays in one file."
            )
        )
        self.demo.setText(self.tr("The demonstration evening"))
        self.demo.setDescription(
            self.tr("{election}, already keyed, in a copy you may spoil").format(
                election=_demonstration()
            )
        )
        self.new.setText(self.tr("A new night"))
        self.new.setDescription(self.tr("Choose the election and where its file is kept"))
        self._recent_title.setText(self.tr("Files last used"))
        self.recent.setAccessibleName(self.tr("Files last used"))
        self.open.setText(self.tr("Open another file…"))
        self.refill()

    def refill(self) -> None:
        """List the files last used; one that has gone is shown and cannot be chosen."""
        self.recent.clear()
        for path in self._preferences.recent_files():
            item = QListWidgetItem(f"{path.stem}    {path.parent}", self.recent)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(str(path))
            if not path.exists():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setText(self.tr("{file} (no longer there)").format(file=path.name))
        if self.recent.count() == 0:
            item = QListWidgetItem(self.tr("None yet."), self.recent)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def take_keys(self) -> None:
        """Put the focus on the first door, or on the file used last."""
        for row in range(self.recent.count()):
            if self.recent.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.recent.setCurrentRow(row)
                self.recent.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.demo.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self._dress_doors()


def _demonstration() -> str:
    """What the demonstration evening is called, as its election file says."""
    shown = min(catalog.resource("demo").glob("*.csv"))
    return catalog.title(shown.stem, language.current())


SUFFIX = ".secim"


@dataclass(frozen=True, slots=True)
class NewNight:
    """What a new night is made of."""

    path: Path
    election: Election


class AskNewNight(AskDialog):
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
