"""What this desk remembers of its editor: language, look, window, files last used.

Nothing of a night is kept here; a night's own settings travel in its file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 8


class Preferences:
    """A typed face for `QSettings`."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "secim-masasi", "desk"
        )

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

    def recent_files(self) -> list[Path]:
        """The files last used, the newest first."""
        return [Path(line) for line in self.text("files").splitlines() if line]

    def used(self, path: Path) -> None:
        """Put a file at the head of the files last used."""
        path = path.absolute()
        files = [path, *(known for known in self.recent_files() if known != path)]
        self.set_text("files", "\n".join(str(known) for known in files[:MOST_RECENT]))

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        kept = [known for known in self.recent_files() if known != path]
        self.set_text("files", "\n".join(map(str, kept)))
