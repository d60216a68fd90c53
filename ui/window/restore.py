"""The backups of a night, and one of them put back: what each holds is seen before it is chosen.

What a backup is and how it is put back is the desk's.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.file import backups
from desk.file.backups import Backup
from ui.night.preferences import Preferences
from ui.texts.numbered import numbered
from ui.widgets import dialogs
from ui.widgets.key_button import KeyButton, Rank, plain
from ui.widgets.message import MessageLine
from ui.widgets.rows import LinedRows


class RestoreDialog(QDialog):
    """The backups of one night, the newest first; ``chosen`` is the one to be put back."""

    read_wanted = Signal(object)
    """The path of a backup to look into."""

    def __init__(self, night: Path, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("restore")
        self.setWindowTitle(self.tr("Backups of {night}").format(night=night.stem))
        self._night, self._preferences = night, preferences
        self.chosen: Backup | None = None
        self.folder = QLabel(self)
        self.folder.setObjectName("restore.folder")
        self.folder.setWordWrap(True)
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget(self)
        self.list.setObjectName("restore.list")
        self.list.setAccessibleName(self.windowTitle())
        LinedRows(self.list)
        self.message = MessageLine("restore.message", self)
        buttons = plain(QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self))
        self.put_back = KeyButton("restore.putBack", Rank.PRIMARY, self)
        self.put_back.setText(self.tr("Put this one back…"))
        self.put_back.show_key("Enter")
        # Enter in the list asks already.
        self.put_back.setAutoDefault(False)
        self.read = self._button("restore.read", self.tr("Open it for &reading"))
        self.choose = self._button("restore.choose", self.tr("Keep backups in another &folder…"))
        for button in (self.put_back, self.read, self.choose):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.folder, self.list, self.message, buttons):
            layout.addWidget(widget)
        self.put_back.clicked.connect(self._ask_to_put_back)
        self.list.itemActivated.connect(lambda _: self._ask_to_put_back())
        self.read.clicked.connect(self._read)
        self.choose.clicked.connect(self._choose_folder)
        self.resize(720, 360)
        self.refill()
        self.list.setFocus()

    def refill(self) -> None:
        """List what is there now."""
        folder = self._preferences.backup_folder()
        self.folder.setText(
            self.tr(
                "Every quarter of an hour in which something was filed, and at closing, a copy "
                "goes to {folder}; the newest {count} are kept."
            ).format(folder=folder, count=backups.KEPT)
        )
        self.list.clear()
        for backup in backups.of_night(self._night, (folder, self._night.parent)):
            item = QListWidgetItem(told(backup), self.list)
            item.setData(Qt.ItemDataRole.UserRole, backup)
            item.setToolTip(str(backup.path))
        self.list.setCurrentRow(0)
        there = self.list.count() > 0
        self.put_back.setEnabled(there)
        self.read.setEnabled(there)
        if not there:
            self.message.say(self.tr("There is no backup of this night yet; Ctrl+B makes one now."))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _current(self) -> Backup | None:
        item = self.list.currentItem() if self.list.count() else None
        found = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Backup) else None

    def _read(self) -> None:
        if (backup := self._current()) is not None:
            self.read_wanted.emit(backup.path)
            self.reject()

    def _ask_to_put_back(self) -> None:
        if (backup := self._current()) is None:
            return
        answer = dialogs.sure(
            self,
            self.windowTitle(),
            self.tr("{night}: put back the night as it was with this?\n\n{backup}").format(
                night=self._night.name, backup=told(backup)
            )
            + "\n\n"
            + self.tr("What is there now is not deleted: it stays beside it under another name."),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.Yes,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.chosen = backup
            self.accept()

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self,
            self.tr("Folder for the automatic backups"),
            str(self._preferences.backup_folder()),
        )
        if folder:
            self._preferences.set_backup_folder(Path(folder))
            self.refill()


def told(backup: Backup) -> str:
    """A backup in a line: when it was made, and what it holds."""
    if backup.last is None:
        last = QCoreApplication.translate("RestoreDialog", "no bulletin")
    else:
        agency, place, as_of = backup.last
        last = f"{agency} {place} {as_of[11:].replace(':', '.')}"
    line = QCoreApplication.translate(
        "RestoreDialog",
        "{made}: {bulletins} {bulletins:bulletin|bulletins}, {posts} {posts:post|posts}; the "
        "last: {last}",
    )
    return numbered(
        line,
        made=f"{backup.made:%d.%m.%Y %H.%M.%S}",
        bulletins=backup.bulletins,
        posts=backup.posts,
        last=last,
    )


def put_back(night: Path, backup: Backup) -> str:
    """Put a backup back; returns what is to be said of it. Raises `Refusal`."""
    aside = backups.put_back(night, backup.path, datetime.now(UTC).astimezone())
    said = QCoreApplication.translate("RestoreDialog", "Put back: {backup}.").format(
        backup=told(backup)
    )
    if aside is None:
        return said
    kept = QCoreApplication.translate("RestoreDialog", "What was there is now {file}.")
    return f"{said} {kept.format(file=aside.name)}"
