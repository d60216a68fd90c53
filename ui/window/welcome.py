"""The first screen: the demonstration evening, a new night, a rehearsal, the files last used.

Four doors and nothing else; what lies behind them is the window's business.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.facts import catalog
from ui.night.preferences import Preferences
from ui.texts import language
from ui.widgets import theme


class Welcome(QWidget):
    """Shown when no file is open."""

    demo_wanted = Signal()
    new_wanted = Signal()
    rehearsal_wanted = Signal()
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
        self.rehearsal = QCommandLinkButton(self)
        self.rehearsal.setObjectName("welcome.rehearsal")
        self.open = QPushButton(self)
        self.open.setObjectName("welcome.open")
        self._recent_title = QLabel(self)
        self.recent = QListWidget(self)
        self.recent.setObjectName("welcome.recent")
        column = QWidget(self)
        column.setMaximumWidth(620)
        inside = QVBoxLayout(column)
        doors = (self.demo, self.new, self.rehearsal)
        for widget in (self._title, self._subtitle, *doors, self._recent_title):
            inside.addWidget(widget)
        inside.addWidget(self.recent, 1)
        inside.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 48, 24, 48)
        layout.addWidget(column, 1, Qt.AlignmentFlag.AlignHCenter)
        column.setMinimumWidth(460)
        self.demo.clicked.connect(self.demo_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.rehearsal.clicked.connect(self.rehearsal_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.recent.itemActivated.connect(
            lambda item: self.file_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        )
        self._dress_doors()
        self.retranslate()

    def _dress_doors(self) -> None:
        for door in (self.demo, self.new, self.rehearsal):
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
        self.rehearsal.setText(self.tr("A rehearsal (Prova)"))
        self.rehearsal.setDescription(
            self.tr("A night of earlier results, played by two agencies, with slips to find")
        )
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
