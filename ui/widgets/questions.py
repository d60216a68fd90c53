"""The yes-or-no questions a window asks before it lets go of something.

What happens after the answer is the window's business.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from desk.facts.codes import Refusal
from ui import texts
from ui.texts import language


def read_instead(parent: QWidget, refusal: Refusal) -> bool:
    """Whether a file that another desk holds is to be opened for reading."""
    box = QMessageBox(parent)
    box.setObjectName("offerReading")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(texts.refusal_text(refusal, language.current()))
    read = box.addButton(
        QCoreApplication.translate("Questions", "Open for reading"),
        QMessageBox.ButtonRole.AcceptRole,
    )
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is read


def leave_refused(parent: QWidget) -> bool:
    """Whether a text that is no figure yet may be lost."""
    answer = QMessageBox.question(
        parent,
        QCoreApplication.translate("Questions", "A text is not a figure yet"),
        QCoreApplication.translate(
            "Questions",
            "A cell holds a text that could not be read as a figure. Leave without it?",
        ),
        QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    return answer is QMessageBox.StandardButton.Discard
