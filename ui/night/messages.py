"""The one thing the night has to say at a time: what was done, or what was refused and the way out.

Every page says it here, so that it stands in one place, and it goes with what it speaks of.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from ui.texts import language

FILE_MS = 10_000
"""How long it is said that a file was written: it speaks of nothing that is in sight."""


class Lasts(Enum):
    """What a message dies with, beside a newer one and another language."""

    SIGHT = auto()
    """It is about what is in sight and the last thing done: it goes with either."""
    TEXT = auto()
    """It is about a text in her hands: it goes with the text, or when she turns away."""
    FILE = auto()
    """It is about what was written outside the night: nothing done here makes it untrue."""


class Messages(QObject):
    """Holds the newest message and lets it go when it is no longer so."""

    changed = Signal()
    """There is another text, or none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text, self._wrong, self._undoes = "", False, False
        self._lasts, self._language = Lasts.SIGHT, language.current()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(FILE_MS)
        self._clock.timeout.connect(self._let_go)

    def text(self) -> str:
        """What is being said; empty if nothing is."""
        return self._text

    @property
    def is_wrong(self) -> bool:
        """Whether it is a refusal."""
        return self._wrong

    @property
    def undoes(self) -> bool:
        """Whether Ctrl+Z takes back what is being said."""
        return self._undoes

    def say(self, text: str, lasts: Lasts = Lasts.SIGHT, *, undoes: bool = False) -> None:
        """Tell what was done, and to what: place, agency and time, or the post by its headline.

        ``undoes`` offers the way back beside it.
        """
        self._put(text, lasts, wrong=False, undoes=undoes)

    def complain(self, text: str, lasts: Lasts = Lasts.SIGHT) -> None:
        """Tell what was refused and the way out."""
        self._put(f"▲ {text}" if text else "", lasts, wrong=True)

    def clear_complaint(self) -> None:
        """What was refused is mended; what was done may stay."""
        if self._wrong:
            self._let_go()

    def act(self) -> None:
        """Something is being done, undone or redone: what was said of the last act is over."""
        if self._lasts is Lasts.SIGHT:
            self._let_go()

    def turn(self) -> None:
        """She turns to another place, race, page or kind: what was said is out of sight."""
        if self._lasts is not Lasts.FILE:
            self._let_go()

    def retell(self) -> None:
        """The language may be another one: what was said in the old one goes."""
        if self._language != language.current():
            self._let_go()

    def _let_go(self) -> None:
        if self._text:
            self._put("", Lasts.SIGHT, wrong=False)

    def _put(self, text: str, lasts: Lasts, *, wrong: bool, undoes: bool = False) -> None:
        self._clock.stop()
        self._text, self._wrong, self._lasts, self._undoes = text, wrong, lasts, undoes
        self._language = language.current()
        if lasts is Lasts.FILE:
            self._clock.start()
        self.changed.emit()
