"""What this desk remembers of its editor: language, look, window, files last used, and where.

No figure of a night is kept here; a night's own settings travel in its file.
"""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desk.facts import catalog

MOST_RECENT = 8


class Preferences:
    """A typed face for `QSettings`."""

    def __init__(self, settings: QSettings | None = None) -> None:
        own = str(catalog.own("desk.ini"))
        self._settings = settings or QSettings(own, QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """A remembered word."""
        value = self._settings.value(name, default)
        return value if isinstance(value, str) else default

    def set_text(self, name: str, value: str) -> None:
        """Remember a word."""
        self._settings.setValue(name, value)

    def state(self, name: str) -> QByteArray:
        """A remembered window state; empty if there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        """Remember a window state."""
        self._settings.setValue(name, value)

    def backup_folder(self) -> Path:
        """Where automatic backups go: where she wishes, or beside these preferences."""
        chosen = self.text("backups")
        return Path(chosen) if chosen else catalog.own("backups")

    def set_backup_folder(self, folder: Path) -> None:
        """Let automatic backups go elsewhere from now on."""
        self.set_text("backups", str(folder))

    def recent_files(self) -> list[Path]:
        """The files last used, the newest first."""
        return [Path(line) for line in self.text("files").splitlines() if line]

    def used(self, path: Path) -> None:
        """Put a file at the head of the files last used."""
        path = path.absolute()
        files = [path, *(known for known in self.recent_files() if known != path)]
        self.set_text("files", "\n".join(str(known) for known in files[:MOST_RECENT]))

    def where(self, path: Path) -> str:
        """Where she stood in a night when it was closed; empty if that is not known."""
        return self._places().get(str(path.absolute()), "")

    def set_where(self, path: Path, line: str) -> None:
        """Remember where she stood, for as many nights as files are remembered."""
        name = str(path.absolute())
        kept = {known: old for known, old in self._places().items() if known != name}
        newest = [(name, line), *kept.items()][:MOST_RECENT]
        self.set_text("where", json.dumps(dict(newest)))

    def _places(self) -> dict[str, str]:
        try:
            found = json.loads(self.text("where", "{}"))
        except ValueError:
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        kept = [known for known in self.recent_files() if known != path]
        self.set_text("files", "\n".join(map(str, kept)))
