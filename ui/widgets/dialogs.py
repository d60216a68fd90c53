"""The desk's small questions: a reason, a new agency, a new contender.

Each dialog returns a value or nothing; none of them changes the file.
"""

from __future__ import annotations

import re
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk import turkish
from desk.facts.codes import Refusal
from desk.facts.election import Agency, Contender, Election, Party
from ui.texts import language, sentences
from ui.widgets.key_button import plain


class AskDialog(QDialog):
    """A form with OK and Cancel; OK waits until everything needed is there."""

    def __init__(self, parent: QWidget, name: str, title: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.form = QFormLayout()
        ok_or_not = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        self.buttons = plain(QDialogButtonBox(ok_or_not, self))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.form)
        self._column.addWidget(self.buttons)

    def ask(self, question: str) -> None:
        """Put a question over the form, in whole sentences."""
        asked = QLabel(question, self)
        asked.setObjectName(f"{self.objectName()}.question")
        asked.setWordWrap(True)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        self._column.insertWidget(0, asked)
        self.setAccessibleDescription(question)

    def line(self, name: str, label: str) -> QLineEdit:
        """A named line of the form; typing in it may enable OK."""
        edit = QLineEdit(self)
        edit.setObjectName(f"{self.objectName()}.{name}")
        edit.setAccessibleName(label)
        edit.textChanged.connect(self.check)
        self.form.addRow(label, edit)
        return edit

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Of its own accord Qt begins at the buttons, because they were made first.
        item = self.form.itemAt(0, QFormLayout.ItemRole.FieldRole)
        if item is not None and (first := item.widget()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self) -> bool:
        """Whether OK may be pressed."""
        raise NotImplementedError

    def check(self) -> None:
        """Enable OK when the form is complete."""
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.complete())


class AskReason(AskDialog):
    """Why a bulletin is corrected or withdrawn, or a post retracted; ``question`` stands above."""

    def __init__(self, parent: QWidget, title: str, question: str = "") -> None:
        super().__init__(parent, "reason", title)
        if question:
            self.ask(question)
        self.reason = self.line("text", self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("for example: the agency corrected itself at 20.05"))
        self.check()

    def complete(self) -> bool:
        return bool(self.reason.text().strip())


class AskNote(AskDialog):
    """What is to be remembered of a place or a bulletin; emptied it is taken away."""

    def __init__(self, parent: QWidget, about: str, text: str) -> None:
        title = QCoreApplication.translate("AskNote", "Note on {about}").format(about=about)
        super().__init__(parent, "note", title)
        self.text = QPlainTextEdit(text, self)
        self.text.setObjectName("note.text")
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            QCoreApplication.translate("AskNote", "It stands here and on paper, never in a post.")
        )
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.form.addRow(self.text)
        ends = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ends.setText(f"{ends.text()} (Ctrl+Enter)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a line; with Ctrl it ends the note, as it ends every text of the desk."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self) -> bool:
        return True


class AskAgency(AskDialog):
    """A source that joins during the night."""

    def __init__(self, parent: QWidget, election: Election) -> None:
        super().__init__(parent, "agency", QCoreApplication.translate("AskAgency", "Add an agency"))
        self._taken = {turkish.fold(agency.code) for agency in election.agencies}
        self.code = self.line("code", self.tr("Short name, as posts call it"))
        self.code.setPlaceholderText("DHA")
        self.name = self.line("name", self.tr("Full name"))
        self.name.setPlaceholderText("Demirören Haber Ajansı")
        self.check()

    def complete(self) -> bool:
        code = self.code.text().strip()
        return bool(code) and turkish.fold(code) not in self._taken

    def agency(self) -> Agency:
        """The agency described."""
        code = self.code.text().strip()
        name = self.name.text().strip() or code
        return Agency(code, name, (name,))


class AskContender(AskDialog):
    """A row to add: somebody of the ballot, or somebody the election file does not know."""

    def __init__(self, parent: QWidget, election: Election, contest: str) -> None:
        super().__init__(
            parent, "contender", QCoreApplication.translate("AskContender", "Add a contender")
        )
        self._election, self._contest = election, contest
        self._colour = QColor("#4a6f8a")
        self.search = self.line("find", self.tr("Find on the ballot"))
        self.found = QListWidget(self)
        self.found.setObjectName("contender.found")
        self.found.setAccessibleName(self.tr("Contenders on the ballot"))
        self.found.currentRowChanged.connect(self.check)
        self.found.itemDoubleClicked.connect(self.accept)
        self.form.addRow(self.found)
        self.form.addRow(QLabel(self.tr("Not on the list? A new party or candidate:"), self))
        self.short = self.line("short", self.tr("Party, as tables call it"))
        self.candidate = self.line("candidate", self.tr("Candidate (may stay empty)"))
        self.colour = QPushButton(self)
        self.colour.setObjectName("contender.colour")
        self.colour.setText(self.tr("Colour…"))
        self.colour.clicked.connect(self._choose_colour)
        self.form.addRow(self.colour)
        self.search.textChanged.connect(self._fill)
        self._fill()
        self.check()

    def complete(self) -> bool:
        return self.found.currentRow() >= 0 or bool(self.short.text().strip())

    def on_ballot(self) -> str | None:
        """The code of the contender chosen from the ballot, unless a new one was typed."""
        item: QListWidgetItem | None = self.found.currentItem()
        if item is None or self.short.text().strip():
            return None
        return str(item.data(Qt.ItemDataRole.UserRole))

    def described(self) -> tuple[Contender, Party]:
        """The new contender and its party."""
        short = self.short.text().strip()
        candidate = self.candidate.text().strip() or None
        for party in self._election.parties:
            if turkish.fold(party.short) == turkish.fold(short):
                code = f"{party.code}-{_slug(candidate or '2')}"
                return Contender(code, party.code, candidate), party
        code = _slug(short)
        return Contender(code, code, candidate), Party(code, short, short, (), self._colour.name())

    def _fill(self) -> None:
        wanted = turkish.fold(self.search.text().strip())
        contest = self._election.contest(self._contest)
        self.found.clear()
        for contender in contest.contenders:
            label = self._election.label(self._contest, contender.code)
            text = f"{label} · {contender.candidate}" if contender.candidate else label
            if wanted in turkish.fold(f"{text} {self._election.party(contender.party).name}"):
                item = QListWidgetItem(text, self.found)
                item.setData(Qt.ItemDataRole.UserRole, contender.code)
        if wanted and self.found.count():
            self.found.setCurrentRow(0)
        self.check()

    def _choose_colour(self) -> None:
        chosen = QColorDialog.getColor(self._colour, self)
        if chosen.isValid():
            self._colour = chosen


def ask_reason(parent: QWidget, title: str, question: str = "") -> str:
    """The reason typed, or nothing if the editor thought better of it."""
    dialog = AskReason(parent, title, question)
    return dialog.reason.text().strip() if dialog.exec() else ""


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", turkish.fold(text)).strip("_") or "yeni"


def read_instead(parent: QWidget, refusal: Refusal) -> bool:
    """Whether a file that another desk holds is to be opened for reading."""
    box = QMessageBox(parent)
    box.setObjectName("offerReading")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(sentences.refusal_text(refusal, language.current()))
    read = box.addButton(
        QCoreApplication.translate("Questions", "Open for reading"),
        QMessageBox.ButtonRole.AcceptRole,
    )
    box.addButton(QMessageBox.StandardButton.Cancel)
    plain(box).exec()
    return box.clickedButton() is read


def sure(
    parent: QWidget,
    title: str,
    question: str,
    buttons: QMessageBox.StandardButton,
    default: QMessageBox.StandardButton,
) -> QMessageBox.StandardButton:
    """A question whose answer is one of these buttons; Enter gives the ``default``."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question, buttons, parent)
    box.setDefaultButton(default)
    return QMessageBox.StandardButton(plain(box).exec())


def leave_refused(parent: QWidget) -> bool:
    """Whether a text that is no figure yet may be lost."""
    answer = sure(
        parent,
        QCoreApplication.translate("Questions", "A text is not a figure yet"),
        QCoreApplication.translate(
            "Questions",
            "A cell holds a text that could not be read as a figure. Leave without it?",
        ),
        QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    return answer == QMessageBox.StandardButton.Discard


def leave_read(parent: QWidget) -> bool:
    """Whether what was answered, typed or mended in a pasted text may be lost."""
    answer = sure(
        parent,
        QCoreApplication.translate("Questions", "Nothing is filed yet"),
        QCoreApplication.translate(
            "Questions",
            "Close without filing? Your answers and what you typed here are lost; names stay "
            "learned.",
        ),
        QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    return answer == QMessageBox.StandardButton.Discard


class LeaveReplaced(Enum):
    """What becomes of a night that only the window still has."""

    SAVE = "save"
    LEAVE = "leave"
    STAY = "stay"


def leave_replaced(parent: QWidget, refusal: Refusal) -> LeaveReplaced:
    """Whether a night whose file is no longer there, or no longer it, may be closed."""
    button = QMessageBox.StandardButton
    question = QCoreApplication.translate(
        "Questions",
        "Save everything elsewhere before closing? Otherwise what this window has is lost.",
    )
    answer = sure(
        parent,
        QCoreApplication.translate("Questions", "The file is not this night any more"),
        f"{sentences.refusal_text(refusal, language.current())}\n\n{question}",
        button.Save | button.Discard | button.Cancel,
        button.Save,
    )
    return {button.Save: LeaveReplaced.SAVE, button.Discard: LeaveReplaced.LEAVE}.get(
        answer, LeaveReplaced.STAY
    )
