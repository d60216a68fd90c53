"""What stands in the way of a post, one line each, and the reason it may go out all the same.

What stands in the way is found in `desk`; nothing is published here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from desk.codes import Code
from desk.election import Election
from desk.post_model import Obstacle
from ui import texts
from ui.dialogs import ask_reason
from ui.file_settings import FileSettingsDialog
from ui.language import current as current_language
from ui.marks import WRONG

if TYPE_CHECKING:
    from ui.night import NightView


class GatePanel(QWidget):
    """One line an obstacle; Enter goes to it."""

    jump_wanted = Signal(object)
    """An `Obstacle` to go to."""
    ban_wanted = Signal()
    """The ban's switch is to be shown."""
    changed = Signal()
    """The gate has been overruled, or that was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gate")
        self._obstacles: tuple[Obstacle, ...] = ()
        self._overruled = ""
        self.title = QLabel(self)
        self.title.setObjectName("gate.title")
        self.list = QListWidget(self)
        self.list.setObjectName("gate.list")
        self.list.setWordWrap(True)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self._jump())
        self.button = QPushButton(self)
        self.button.setObjectName("gate.overrule")
        self.button.clicked.connect(self.overrule)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.list, self.button):
            layout.addWidget(widget)
        self.retranslate()

    def show_obstacles(self, election: Election, obstacles: Sequence[Obstacle]) -> None:
        """Show what stands in a post's way now."""
        fresh = tuple(obstacles)
        if set(map(str, fresh)) - set(map(str, self._obstacles)):
            self._overruled = ""
        self._obstacles = fresh
        self._fill()

    @property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What is shown."""
        return self._obstacles

    @property
    def overruled(self) -> str:
        """Why the gate is overruled, or nothing."""
        return self._overruled if self._obstacles else ""

    @property
    def blocks(self) -> bool:
        """Whether the post may not go out as things are."""
        free = self._overruled and all(one.may_be_overruled for one in self._obstacles)
        return bool(self._obstacles) and not free

    def overrule(self) -> bool:
        """Ask for a reason to publish all the same, or take one back; whether the way is free."""
        may = all(one.may_be_overruled for one in self._obstacles)
        self._overruled = "" if self._overruled or not may else ask_reason(self, self.button.text())
        self._fill()
        self.changed.emit()
        return not self.blocks

    def take_keys(self) -> None:
        """Put the focus in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.list.setAccessibleName(self.tr("What stands in the way of the post"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
        ):
            self._jump()
            return True
        return super().eventFilter(watched, event)

    def _jump(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._obstacles):
            if self._obstacles[row].code is Code.P504:
                self.ban_wanted.emit()
            else:
                self.jump_wanted.emit(self._obstacles[row])

    def _fill(self) -> None:
        self.list.clear()
        for one in self._obstacles:
            told = texts.obstacle_text(one, current_language())
            self.list.addItem(f"{WRONG} {one.code.value}  {told}")
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._obstacles))
        may = bool(self._obstacles) and all(one.may_be_overruled for one in self._obstacles)
        self.button.setVisible(may)
        self.button.setText(
            self.tr("Take the overruling back")
            if self._overruled
            else self.tr("Overrule with a reason…")
        )
        if not self._obstacles:
            self.title.setText("✓ " + self.tr("Nothing stands in the way."))
        elif self._overruled:
            self.title.setText(self.tr("Overruled: {reason}").format(reason=self._overruled))
        else:
            count = len(self._obstacles)
            self.title.setText(self.tr("In the way of this post: {n}").format(n=count))


def serve(panel: GatePanel, night: NightView) -> None:
    """Let a night do what a panel asks for: go to figures, show the ban's switch."""

    def jump(obstacle: Obstacle) -> None:
        if obstacle.slots:
            night.open_place(obstacle.slots[0].source.place)

    panel.jump_wanted.connect(jump)
    panel.ban_wanted.connect(lambda: FileSettingsDialog(night.bridge, panel.window()).exec())
