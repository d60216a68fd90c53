"""The first screen: a new night, a file, a rehearsal, the demonstration, the nights last used.

Doors and nothing else; what lies behind them is the window's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

import desk
from desk import PROVA
from desk.facts import catalog
from ui.night.preferences import Preferences
from ui.texts import language
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.marks import CLEAR
from ui.widgets.rest import Rest
from ui.window.doors import NIGHT_ROLE, WHEN_ROLE, Door, NightLook, counted, titled, when_said

if TYPE_CHECKING:
    from ui.widgets.shapes import MarkBox


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
        self._title.setFont(theme.font(theme.LARGE, strong=True))
        self._subtitle = QLabel(self)
        self._subtitle.setWordWrap(True)
        self.new = Door("new", "new", self)
        self.open = Door("open", "folder", self)
        self.rehearsal = Door("rehearsal", "play", self)
        self.demo = Door("demo", "demo", self)
        self._begin, self._recent_title = QLabel(self), QLabel(self)
        self.recent = QListWidget(self)
        self.recent.setObjectName("welcome.recent")
        self.recent.setItemDelegate(NightLook(self.recent))
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.backup = ElidedLabel("welcome.backup", self)
        self._version, self._keys = QLabel(self), QLabel(self)
        self._lay_out()
        self.rest = Rest(self._look, self, after=0)
        self._unseen = True
        for door, wanted in (
            (self.new, self.new_wanted),
            (self.open, self.open_wanted),
            (self.rehearsal, self.rehearsal_wanted),
            (self.demo, self.demo_wanted),
        ):
            door.clicked.connect(wanted)
        self.recent.itemActivated.connect(
            lambda item: self.file_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        )
        self.retranslate()

    def _lay_out(self) -> None:
        quiet = (self._subtitle, self._begin, self._recent_title, self.backup)
        for label in (*quiet, self._version, self._keys):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self._begin, self._recent_title):
            label.setFont(theme.font(theme.SMALL))
        doors, nights = QVBoxLayout(), QVBoxLayout()
        doors.setSpacing(0)
        doors.addWidget(self._begin)
        doors.addSpacing(theme.STEP)
        for door in (self.new, self.open, self.rehearsal, self.demo):
            doors.addWidget(door)
        self._backed_up: MarkBox | None = None
        self._kept = QHBoxLayout()
        self._kept.setSpacing(2 * theme.STEP)
        self._kept.addWidget(self.backup, 1)
        doors.addSpacing(4 * theme.STEP)
        doors.addLayout(self._kept)
        doors.addStretch(1)
        nights.setSpacing(0)
        nights.addWidget(self._recent_title)
        nights.addSpacing(theme.STEP)
        nights.addWidget(self.recent, 100)
        nights.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(6 * theme.STEP)
        both.addLayout(doors, 8)
        both.addLayout(nights, 7)
        column = QWidget(self)
        column.setMaximumWidth(168 * self.fontMetrics().averageCharWidth())
        inside = QVBoxLayout(column)
        inside.addWidget(self._title)
        inside.addWidget(self._subtitle)
        inside.addSpacing(6 * theme.STEP)
        inside.addLayout(both, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._version)
        foot.addStretch(1)
        foot.addWidget(self._keys)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * theme.STEP, 4 * theme.STEP, 4 * theme.STEP, 2 * theme.STEP)
        layout.addStretch(2)
        layout.addLayout(across, 8)
        layout.addStretch(1)
        layout.addLayout(foot)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._subtitle.setText(
            self.tr(
                "Two agencies side by side, and a clean post out of it. "
                "Everything stays in one file, on this computer."
            )
        )
        self._begin.setText(self.tr("Begin"))
        self.new.tell(
            self.tr("New night…"),
            self.tr("Election, places, candidates, agencies; two minutes"),
            "Ctrl+N",
        )
        self.open.tell(
            self.tr("Open a night…"), self.tr("A .secim file of this computer or a stick"), "Ctrl+O"
        )
        self.rehearsal.tell(
            self.tr("Rehearsal (Prova)…"),
            self.tr("A night of earlier results, with slips to find"),
        )
        self.demo.tell(
            self.tr("The demonstration evening"),
            self.tr("{election}, already keyed").format(election=_demonstration()),
        )
        self._recent_title.setText(self.tr("Nights last used"))
        self.recent.setAccessibleName(self.tr("Nights last used"))
        version = self.tr("Version {version} · uses no network")
        self._version.setText(version.format(version=desk.__version__))
        self._keys.setText(self.tr("↑ ↓ choose, Enter opens · F1 keys"))
        self.refill()

    def refill(self) -> None:
        """List the nights last used; one that has gone is shown and cannot be chosen.

        What is in them is said once the list has been seen: nobody waits for a slow disk.
        """
        self.rest.stop()
        self._unseen = True
        self.recent.clear()
        for path in self._preferences.recent_files():
            item = QListWidgetItem(path.name, self.recent)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(str(path))
            if not path.exists():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setText(self.tr("{file} (no longer there)").format(file=path.name))
        if self.recent.count() == 0:
            item = QListWidgetItem(self.tr("None yet."), self.recent)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        # As high as what is in it: no white box under the last one.
        row, edge = self.recent.sizeHintForRow(0), 2 * self.recent.frameWidth()
        self.recent.setMinimumHeight(row + edge)
        self.recent.setMaximumHeight(self.recent.count() * row + edge)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unseen:
            self._unseen = False
            self.rest.ask()

    def _look(self) -> Iterator[int]:
        """Say what is in the nights, one at a time, and when the newest backup was written."""
        from desk.file.glance import glance

        now = datetime.now()
        for row in range(self.recent.count()):
            item = self.recent.item(row)
            path = item.data(Qt.ItemDataRole.UserRole)
            if path is None or (told := glance(path)) is None:
                continue
            when = when_said(datetime.fromtimestamp(path.stat().st_mtime), now)
            item.setData(NIGHT_ROLE, told)
            item.setData(WHEN_ROLE, when)
            said = (path.name, PROVA * told.rehearsal, titled(told), when, counted(told))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, said)))
            yield 0
        self._tell_backup(now)

    def _tell_backup(self, now: datetime) -> None:
        """When the newest backup was written, and where they lie."""
        from desk.file.backups import newest_in
        from ui.widgets.shapes import MarkBox

        folder = self._preferences.backup_folder()
        made = newest_in(folder)
        if self._backed_up is None:
            # Its shapes are slow to load, so they come with what is said once the list was seen.
            self._backed_up = MarkBox(self)
            self._kept.insertWidget(0, self._backed_up)
        self._backed_up.show_mark(CLEAR if made else "")
        text = self.tr("Last backup {when}, {folder}")
        when = when_said(made.astimezone().replace(tzinfo=None), now) if made else ""
        self.backup.setText(text.format(when=when, folder=folder) if made else "")

    def take_keys(self) -> None:
        """Put the focus on the first door, or on the file used last."""
        for row in range(self.recent.count()):
            if self.recent.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.recent.setCurrentRow(row)
                self.recent.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


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
