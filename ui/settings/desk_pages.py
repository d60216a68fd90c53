"""What is this desk's and not the night's: language, colours, and where file and backups are.

It is remembered by the desk; no edit is made of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.night.alarms import ALARMS, LEVELS, MARK, OFF, SOUND
from ui.night.bridge import Bridge
from ui.night.preferences import Preferences
from ui.settings.groups import Group
from ui.settings.pages import SettingsPage
from ui.settings.rows import TITLE, ChoiceRow
from ui.texts import language
from ui.widgets import theme
from ui.widgets.key_button import KeyButton
from ui.widgets.theme import STEP


@dataclass(frozen=True, slots=True)
class DeskChoices:
    """What the desk remembers, and how one of its choices is made: by name and value."""

    preferences: Preferences
    choose: Callable[[str, str], object]


class LookPage(SettingsPage):
    """Language and colours; what is chosen holds at once."""

    def __init__(self, bridge: Bridge, desk: DeskChoices, parent: QWidget | None = None) -> None:
        super().__init__(bridge, Group.LOOK, parent)
        inside = self.inside
        scheme = desk.preferences.text("scheme", "system")
        told = {
            "system": (self.tr("Automatic"), self.tr("as the system")),
            "light": (self.tr("Light"), ""),
            "dark": (self.tr("Dark"), ""),
        }
        self.scheme = ChoiceRow(
            "scheme",
            self.tr("Colours"),
            [(name, *told[name]) for name in theme.SCHEMES],
            inside,
        )
        self.language = ChoiceRow(
            "language",
            self.tr("Language of the window"),
            [("tr", "Türkçe", ""), ("en", "English", "")],
            inside,
        )
        self.scheme.show_value(scheme, scheme)
        self.language.show_value(language.current(), language.current())
        for row in (self.scheme, self.language):
            self.column.insertWidget(self.column.count() - 1, row)
            row.chosen.connect(desk.choose)

    def take_keys(self) -> None:
        self.scheme.take_keys()


class AlarmPage(SettingsPage):
    """What the desk may be loud about; nothing at first."""

    def __init__(self, bridge: Bridge, desk: DeskChoices, parent: QWidget | None = None) -> None:
        super().__init__(bridge, Group.ALARM, parent)
        self._desk = desk
        self.alarms: list[ChoiceRow] = []
        titles = (
            self.tr("A figure that cannot be"),
            self.tr("A post that is wrong now"),
            self.tr("An agency that is late"),
        )
        words = {
            OFF: self.tr("Quiet"),
            MARK: self.tr("The line lights up"),
            SOUND: self.tr("With a sound"),
        }
        for name, title in zip(ALARMS, titles, strict=True):
            told = [(level, words[level], "") for level in LEVELS]
            row = ChoiceRow(name, title, told, self.inside)
            level = desk.preferences.text(name, OFF)
            row.show_value(level, level)
            row.chosen.connect(self._keep)
            self.column.insertWidget(self.column.count() - 1, row)
            self.alarms.append(row)

    def take_keys(self) -> None:
        self.alarms[0].take_keys()

    def _keep(self, name: str, level: str) -> None:
        self._desk.preferences.set_text(name, level)
        if level == SOUND:
            # What it will sound like.
            QApplication.beep()


class FilePage(SettingsPage):
    """Where the night is, its seal, and the folder of its automatic backups."""

    def __init__(self, bridge: Bridge, desk: DeskChoices, parent: QWidget | None = None) -> None:
        super().__init__(bridge, Group.FILE, parent)
        self._desk, session, inside = desk, bridge.session, self.inside
        self.folder = _told(str(desk.preferences.backup_folder()), inside)
        self.change = KeyButton("settings.backups", parent=inside)
        self.change.setText(self.tr("Another folder…"))
        self.change.clicked.connect(self._ask_folder)
        rows = (
            (self.tr("This night"), _told(str(session.path), inside)),
            (self.tr("Seal"), _told(session.short_seal(), inside)),
            (self.tr("Automatic backups"), self.folder),
        )
        column = QVBoxLayout()
        column.setSpacing(2 * STEP)
        for title, told in rows:
            line = QHBoxLayout()
            label = QLabel(title, inside)
            label.setFixedWidth(TITLE * self.fontMetrics().averageCharWidth())
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(told, 1)
            column.addLayout(line)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.insertLayout(self.column.count() - 1, column)

    def take_keys(self) -> None:
        self.change.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_folder(self) -> None:
        preferences = self._desk.preferences
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the automatic backups"), str(preferences.backup_folder())
        )
        if chosen:
            preferences.set_backup_folder(Path(chosen))
            self.folder.setText(chosen)


def _told(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
