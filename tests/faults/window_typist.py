"""A real window under seeded keys that tells what it has acknowledged, until it is killed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desk.facts.codes import Refusal
from desk.facts.edits import Change, Edit
from desk.file import chain
from desk.file.session import Session
from tests.faults.nursery import say
from tests.ui.random.hands import MovingClock, RandomHands, Trouble
from ui.night.preferences import Preferences
from ui.texts import language
from ui.widgets import theme
from ui.window import app, commands, late_pages  # noqa: F401  (imported before the fork)
from ui.window.main_window import MainWindow

BEGUN, DONE, REFUSED, OPEN = "begun", "done", "refused", "open"


class Typist(RandomHands):
    """Hands that mostly write: figures, filings, pasted texts, posts, and taking back."""

    def kinds(self) -> list[tuple[int, Callable[[], str]]]:
        """What may be done next, each with how often it is."""
        return [
            (30, self._key_figure),
            (10, self._file),
            (3, self._paste),
            (3, self._post),
            (6, self._undo),
            (3, self._command),
            (2, self._key),
            (2, self._click),
        ]


def state(session: Session) -> str:
    """How far the chain of a night goes, its last digest, and its drafts in a few letters."""
    length = session.look_up(chain.length)
    drafts = repr(sorted(session.drafts(), key=repr))
    return f"{length} {session.seal()} {hashlib.sha256(drafts.encode()).hexdigest()[:16]}"


def play(path: str, seed: str) -> None:
    """Press until killed, saying of each change that it begins and that it was acknowledged."""
    night = Path(path)
    desk, _ = app.make(preferences := preferences_beside(night))
    theme.apply(desk, "light")
    language.use("en")
    clock = MovingClock()
    window = app.wire(MainWindow(preferences, clock))
    window.show()
    hands = Typist(window, int(seed), night.parent)
    hands.clock, hands.nights, hands.leaving = clock, [night], False
    hands.answer_files()
    with patch.object(Session, "record", _told(Session.record, night)):
        hands.open(night)
        view = window.night
        assert view is not None
        say(f"{OPEN} {state(view.bridge.session)}")
        while window.night is view:
            try:
                hands.act()
            except Trouble as trouble:
                raise SystemExit(str(trouble)) from trouble
    QApplication.processEvents()


def _told(record: Callable[..., Change], night: Path) -> Callable[..., Change]:
    def told(session: Session, edit: Edit, origin: object = None) -> Change:
        if session.path != night:
            # A rehearsal that is begun is a night of its own.
            return record(session, edit, origin)
        say(BEGUN)
        try:
            change = record(session, edit, origin)
        except Refusal:
            say(REFUSED)
            raise
        say(f"{DONE} {state(session)}")
        return change

    return told


def preferences_beside(night: Path) -> Preferences:
    """Settings of a window's own, in a file beside a night."""
    settings = QSettings(str(night.with_suffix(".ini")), QSettings.Format.IniFormat)
    return Preferences(settings)
