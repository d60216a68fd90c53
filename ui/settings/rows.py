"""One setting a row: a choice among a few, one of a list, a text, a time or a threshold.

A row shows what holds and says what was chosen; whether that is a value is `desk.facts.settings`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.facts import settings
from desk.facts.bulletin import MINUTE
from desk.facts.codes import Refusal
from desk.facts.election import Election
from desk.facts.figures import read_clock
from ui.settings.parts import ExampleRadio, Wrapping
from ui.texts import names as shown
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.widgets import theme
from ui.widgets.theme import STEP

TITLE = 26
"""How wide the column of titles is, in average characters."""


class SettingRow(QWidget):
    """A row's title, its field and what is said of it."""

    chosen = Signal(str, object)
    """A setting's name, and its value as the file keeps it; None gives the default back."""
    trying = Signal(str, object)
    """The same while it is still being typed."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(f"settings.row.{name}")
        self.title = QLabel(title, self)
        self.title.setWordWrap(True)
        self.title.setFixedWidth(TITLE * self.fontMetrics().averageCharWidth())
        self.said = QLabel(self)
        self.said.setObjectName(f"settings.said.{name}")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.hide()
        self.field = QVBoxLayout()
        self.field.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP)
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.field, 1)
        self.title.setContentsMargins(0, STEP, 0, 0)

    def show_value(self, own: str | None, holds: str) -> None:
        """Show what the file has of its own (or nothing), and what holds."""
        raise NotImplementedError

    def take_keys(self) -> None:
        """Put the focus into the field."""
        raise NotImplementedError

    def say(self, text: str, *, wrong: bool = False) -> None:
        """What a value would do, or why it is none; empty for nothing."""
        self.said.setText(f"▲ {text}" if wrong else text)
        self.said.setVisible(bool(text))
        palette = self.said.palette()
        colour = theme.ink().error if wrong else theme.ink().muted
        palette.setColor(palette.ColorRole.WindowText, colour)
        self.said.setPalette(palette)


class ChoiceRow(SettingRow):
    """One of a few words, each with an example."""

    def __init__(
        self,
        name: str,
        title: str,
        choices: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, title, parent)
        self._group = QButtonGroup(self)
        self._radios: dict[str, ExampleRadio] = {}
        room = Wrapping(self)
        for value, word, example in choices:
            radio = ExampleRadio(f"settings.{name}.{value}", word, example, room)
            radio.setAccessibleDescription(title)
            self._group.addButton(radio)
            self._radios[value] = radio
            room.add(radio)
            radio.clicked.connect(lambda _=False, v=value: self.chosen.emit(name, v))
        self.field.addWidget(room)
        self.field.addWidget(self.said)

    def show_value(self, own: str | None, holds: str) -> None:
        if holds in self._radios:
            self._radios[holds].setChecked(True)
        for value, radio in self._radios.items():
            # Tab enters at what is chosen; Qt sees to it only once it has been there.
            here = value == holds
            radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def take_keys(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.TabFocusReason)


class ListRow(SettingRow):
    """One of a list of values."""

    def __init__(
        self,
        name: str,
        title: str,
        choices: Sequence[tuple[str, str]],
        unit: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, title, parent)
        self.box = QComboBox(self)
        self.box.setObjectName(f"settings.{name}")
        self.box.setAccessibleName(f"{title}, {unit}" if unit else title)
        for value, word in choices:
            self.box.addItem(word, value)
        self.field.addLayout(_beside(self.box, _muted(unit, self)))
        self.field.addWidget(self.said)
        self.box.activated.connect(lambda _: self.chosen.emit(name, self.box.currentData()))

    def show_value(self, own: str | None, holds: str) -> None:
        self.box.setCurrentIndex(self.box.findData(holds))

    def take_keys(self) -> None:
        self.box.setFocus(Qt.FocusReason.TabFocusReason)


class FieldEdit(QLineEdit):
    """A line that leaves Ctrl+Z and Ctrl+Y to the dialog where it has nothing to undo."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)


class TextRow(SettingRow):
    """A line of text; emptied it gives back what holds by default."""

    def __init__(
        self, name: str, title: str, unit: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, title, parent)
        self._kept: str | None = None
        self.edit = FieldEdit(self)
        self.edit.setObjectName(f"settings.{name}")
        self.edit.setAccessibleName(f"{title}, {unit}" if unit else title)
        self.edit.setPlaceholderText(hint)
        self.line = _beside(self.edit, _muted(unit, self))
        self.field.addLayout(self.line)
        self.field.addWidget(self.said)
        self.edit.editingFinished.connect(self.commit)
        self.edit.textEdited.connect(self._try)

    def show_value(self, own: str | None, holds: str) -> None:
        self._kept = own
        told = self.told(own) if own is not None else ""
        if told != self.edit.text():
            self.edit.setText(told)

    def take_keys(self) -> None:
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.edit.selectAll()

    def told(self, value: str) -> str:
        """A value of the file as it is typed."""
        return value

    def kept(self, text: str) -> str:
        """What is typed as the file keeps it. E151 and E152."""
        return settings.read(self.name, text)

    def commit(self) -> None:
        """Take what stands in the line; refused it stays, and why is said."""
        text = self.edit.text().strip()
        try:
            value = self.kept(text) if text else None
        except Refusal as refusal:
            self.say(sentences.refusal_text(refusal, current_language()), wrong=True)
            return
        if self.said.text().startswith("▲"):
            self.say("")
        if value == self._kept:
            self.show_value(value, value or "")
        else:
            self.chosen.emit(self.name, value)

    def _try(self, text: str) -> None:
        try:
            value = self.kept(text.strip()) if text.strip() else None
        except Refusal:
            return
        self.trying.emit(self.name, value)


class MomentRow(TextRow):
    """A time of the night, typed as times are typed everywhere: 1910."""

    def __init__(self, name: str, title: str, election: Election, parent: QWidget | None) -> None:
        super().__init__(name, title, hint="19.10", parent=parent)
        self._election = election
        self.edit.setMaximumWidth(12 * self.fontMetrics().averageCharWidth())

    def told(self, value: str) -> str:
        return shown.clock(datetime.fromisoformat(value))

    def kept(self, text: str) -> str:
        return self._election.moment(read_clock(text)).strftime(MINUTE)


class NumberRow(TextRow):
    """A number; where the file has none of its own, the one that holds stands in the line."""

    def __init__(
        self, name: str, title: str, unit: str, usual: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, title, unit, parent=parent)
        self._usual = usual
        # What it does to the night is read beside the number.
        self.line.insertWidget(self.line.count() - 1, self.said, 1)
        self.edit.setFixedWidth(10 * self.fontMetrics().averageCharWidth())

    def show_value(self, own: str | None, holds: str) -> None:
        self._kept = own
        told = holds.replace(".", ",") if current_language() == "tr" else holds
        if told != self.edit.text():
            self.edit.setText(told)
        self.edit.setFont(theme.font(strong=own is not None))

    def kept(self, text: str) -> str:
        return settings.read(self.name, text)

    def commit(self) -> None:
        """The number that holds anyway is nothing of the file's own."""
        try:
            if self.kept(self.edit.text().strip() or self._usual) == self._usual:
                if self._kept is not None:
                    self.chosen.emit(self.name, None)
                else:
                    self.show_value(None, self._usual)
                return
        except Refusal:
            pass
        super().commit()


def _beside(*pieces: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(2 * STEP)
    for piece in pieces:
        line.addWidget(piece, 1 if isinstance(piece, QLineEdit) else 0)
    line.addStretch()
    return line


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    label.setVisible(bool(text))
    return label
