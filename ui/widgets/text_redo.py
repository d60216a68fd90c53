"""Ctrl+Y in a text is the text's own, as Ctrl+Z is: on Linux Qt would leave it to the menu.

What a text does again is its own business; a text that is only read has nothing of the kind.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier


class TextRedo(QObject):
    """Stands beside whichever text has the keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Y
            and event.modifiers() == CONTROL
            and isinstance(watched, QLineEdit | QPlainTextEdit | QTextEdit)
            and not watched.isReadOnly()
        ):
            # First it is asked whose key it is, then it comes.
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                watched.redo()
            return True
        return False

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(entered, QLineEdit | QPlainTextEdit | QTextEdit):
            # Installed twice it is still one.
            entered.installEventFilter(self)
