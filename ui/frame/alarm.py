"""The alarm of her choice: off, until she wants to be told by a mark, or by a mark and a sound.

What is new is `attention`'s; here it is only said louder, once, until it has been looked at.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.frame.attention import Attention
from ui.frame.waiting import AttentionLine
from ui.night.alarms import ALARMS, OFF, SOUND
from ui.night.preferences import Preferences


class Alarm(QObject):
    """Lets the line ring while something new of a kind she chose has not been looked at."""

    def __init__(self, attention: Attention, preferences: Preferences, line: AttentionLine) -> None:
        super().__init__(line)
        self._attention, self._preferences, self._line = attention, preferences, line
        self._rung: frozenset[str] = frozenset()
        attention.changed.connect(self._look)

    def _look(self) -> None:
        fresh = {one.key: self._level(one.mark) for one in self._attention.open if one.new}
        loud = {key: level for key, level in fresh.items() if level != OFF}
        new = {key: level for key, level in loud.items() if key not in self._rung}
        self._rung = frozenset(loud)
        self._line.ring(bool(loud))
        if new:
            QApplication.alert(self._line.window())
        if SOUND in new.values():
            QApplication.beep()

    def _level(self, mark: str) -> str:
        names = [name for name, of in ALARMS.items() if of == mark]
        return self._preferences.text(names[0], OFF) if names else OFF
