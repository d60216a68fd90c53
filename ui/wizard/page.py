"""What the wizard asks of each of its pages.

A page answers into the plan and tells when it has; it never turns itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.nights.plan import Plan
from ui.widgets.keyed import large, small
from ui.widgets.message import MessageLine

INSET = 16


class WizardPage(QWidget):
    """A page of the wizard: a title above, whatever it asks below; `answered` when that changes."""

    answered = Signal()

    def __init__(self, name: str, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"wizard.{name}")
        self.plan = plan
        self.title = QLabel(self)
        self.title.setObjectName(f"wizard.{name}.title")
        self.title.setFont(large(self.font()))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(INSET, 12, INSET, 8)
        self.column.setSpacing(12)
        self.column.addWidget(self.title)

    def label(self, name: str, *, muted: bool = True, little: bool = False) -> QLabel:
        """A line of words of this page."""
        label = QLabel(self)
        label.setObjectName(f"{self.objectName()}.{name}")
        label.setWordWrap(True)
        # The dots of a capital at the very top would be cut.
        label.setContentsMargins(0, 2, 0, 0)
        if little:
            label.setFont(small(self.font()))
        if muted:
            label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        return label

    def message_line(self) -> MessageLine:
        """Where the page says what it did, or why it would not."""
        return MessageLine(f"{self.objectName()}.message", self)

    def step(self) -> str:
        """What the page is called among the steps."""
        raise NotImplementedError

    def enter(self) -> None:
        """Show what the plan says now, and take the keys."""
        raise NotImplementedError

    def leave(self) -> bool:
        """Before the next page: take what is still being typed. False if it cannot be taken."""
        return True

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
