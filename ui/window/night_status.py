"""What the window's status bar says of the open night: the broadcast ban, and posts that are wrong.

The file and when it was saved are the window's own to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.night.ban import BanSwitch
from ui.posts.wrong import WrongCount

if TYPE_CHECKING:
    from ui.window.night_view import NightView


class NightStatus(QWidget):
    """Both in a row, each to be pressed; neither takes room while it has nothing to say."""

    def __init__(self, night: NightView) -> None:
        super().__init__(night)
        self.setObjectName("status.night")
        self.ban = BanSwitch(night.bridge, self)
        self.wrong = WrongCount(night.ledger.watch, self)
        self.wrong.clicked.connect(night.ledger.show_wrong)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.ban)
        layout.addWidget(self.wrong)
