"""What the status bar says of the night that is open: the broadcast ban, and posts gone wrong.

Neither takes room while it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.night.ban import BanSwitch
from ui.night.bridge import Bridge
from ui.night.watch import LedgerWatch
from ui.posts.wrong import WrongCount


class NightStatus(QWidget):
    """Both in a row, each to be pressed."""

    def __init__(
        self,
        bridge: Bridge,
        watch: LedgerWatch,
        show_wrong: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("status.night")
        self.ban = BanSwitch(bridge, self)
        self.wrong = WrongCount(watch, self)
        self.wrong.clicked.connect(show_wrong)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.ban)
        layout.addWidget(self.wrong)
