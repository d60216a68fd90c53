"""A strip above everything for trouble with the file: what happened, and the way out as a button.

It does not take the focus: the text in the cell stays under the editor's hands.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.widgets import theme


class Banner(QFrame):
    """Hidden until there is something to say."""

    way_out = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        # As tall as its words: what is below has the room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAutoFillBackground(True)
        self.text = QLabel(self)
        self.text.setObjectName("banner.text")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.out = QPushButton(self)
        self.out.setObjectName("banner.elsewhere")
        self.restore = QPushButton(self)
        self.restore.setObjectName("banner.restore")
        self.dismiss = QPushButton(self)
        self.dismiss.setObjectName("banner.dismiss")
        layout = QHBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.out)
        layout.addWidget(self.restore)
        layout.addWidget(self.dismiss)
        for button in (self.out, self.restore, self.dismiss):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.out.clicked.connect(self.way_out)
        self.restore.clicked.connect(self.restore_wanted)
        self.dismiss.clicked.connect(self.hide)
        self.retranslate()
        self.hide()

    def tell(self, text: str, *, elsewhere: bool, restore: bool = False) -> None:
        """Show a sentence; ``elsewhere`` offers to save everything to another place, ``restore``
        to put a backup back."""
        # Loaded with the first trouble: the window is painted before that.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        theme.alarm(self)
        self.text.setText(f"▲ {text}")
        self.out.setVisible(elsewhere)
        self.restore.setVisible(restore)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))

    def take_back(self, text: str) -> None:
        """Hide again if this is the sentence that is shown."""
        if self.text.text() == f"▲ {text}":
            self.hide()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.out.setText(self.tr("Save everything elsewhere…"))
        self.restore.setText(self.tr("Restore a backup…"))
        self.dismiss.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            theme.alarm(self)
