"""Faults of the desk's own under the window: written down, told with the place, and gone on after.

Whoever met one ends with `faults.FAULT`; at once where they come faster than anybody can read them.
"""

from __future__ import annotations

import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.texts import faults, language

if TYPE_CHECKING:
    # Loaded with the first fault.
    from PySide6.QtWidgets import QMessageBox

MOST = 12
"""How many faults may come while one is being told; then the desk ends by itself."""


class OwnFaults(QObject):
    """Takes the place of Python's own hook. ``met`` says whether there was one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.met = False
        self._box: QMessageBox | None = None
        self._meanwhile = 0

    def take(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Write a fault down and tell it; a keyboard's interrupt asks the window to close."""
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, self._window.close)
            return
        self.met = True
        if self._box is not None:
            self._meanwhile += 1
            if self._meanwhile >= MOST:
                # What is on its way when the desk ends would only be the same once more.
                QCoreApplication.exit(faults.FAULT)
                return
        file = faults.report(fault)
        sys.stderr.write(f"{faults.line(file, fault, language.current())}\n")
        if self._box is None:
            self._tell(file, "".join(traceback.format_exception(kind, fault, trace)))

    def _tell(self, file: str, details: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        from ui.widgets.key_button import plain

        self._box, self._meanwhile = QMessageBox(self._window), 0
        box = self._box
        box.setObjectName("ownFault")
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("Seçim Masası")
        box.setText(self._text(file))
        box.setDetailedText(details)
        go_on = box.addButton(self.tr("Go &on"), QMessageBox.ButtonRole.AcceptRole)
        end = box.addButton(self.tr("&Close the desk"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        try:
            plain(box).exec()
        finally:
            self._box = None
            box.deleteLater()
        if box.clickedButton() is end:
            self._window.close()

    def _text(self, file: str) -> str:
        told = self.tr(
            "The desk made a mistake of its own. Every figure up to now is in the file. You can go "
            "on; if the window behaves oddly, close it and open the file again."
        )
        if not file:
            return told
        where = self.tr("What happened is written down here, for whoever looks after the desk:")
        return f"{told}\n\n{where}\n{file}"
