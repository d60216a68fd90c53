"""What the status bar says of the open night: findings under way, the ban, posts gone wrong.

None takes room while it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.night.ban import BanSwitch
from ui.night.bridge import Bridge
from ui.night.watch import LedgerWatch, Watch
from ui.posts.wrong import WrongCount
from ui.widgets.rest import Rest

WORTH_SAYING_MS = 300
"""What is worked out sooner is not worth a word that would only flicker."""


class NightStatus(QWidget):
    """All in a row, the ban and the posts to be pressed."""

    def __init__(
        self,
        bridge: Bridge,
        findings: Watch,
        watch: LedgerWatch,
        show_wrong: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status.night")
        self._findings = findings
        self.working = QLabel(self)
        self.working.setObjectName("status.working")
        self.ban = BanSwitch(bridge, self)
        self.wrong = WrongCount(watch, self)
        self.wrong.clicked.connect(show_wrong)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.working)
        layout.addWidget(self.ban)
        layout.addWidget(self.wrong)
        self._rest = Rest(self._tell, self, after=WORTH_SAYING_MS)
        findings.working.connect(lambda _: self._rest.ask())
        findings.changed.connect(lambda _: self._tell())
        self.working.hide()
        self._rest.ask()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.working.setText(self.tr("Findings are being worked out…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _tell(self) -> None:
        self.working.setVisible(not self._findings.ready)
