"""The rehearsal in the window: what to rehearse, the bar that plays it, and what was missed.

The bulletins come from `desk.rehearsal` and go through the bridge like typed ones, so that every
screen moves as it would on the night.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QSpinBox,
    QWidget,
)

from desk.facts import catalog
from desk.facts.bulletin import Row, Source, Value
from desk.facts.codes import Refusal
from desk.facts.edits import Change, Edit
from desk.facts.election import Election
from desk.file.session import Session
from desk.rehearsal import prova
from ui.night.bridge import Bridge
from ui.texts import language
from ui.texts import names as shown
from ui.texts.names import item_label
from ui.widgets import theme
from ui.widgets.dialogs import AskDialog
from ui.widgets.key_button import KeyButton, Rank, plain
from ui.widgets.long_work import LongWork

SPEEDS = (1, 10, 60, 300)
"""How much faster than the clock the night is played."""

BEAT_MS = 250
"""How often the player looks whether a bulletin has come due."""


class AskRehearsal(AskDialog):
    """Which night to rehearse, its seed, and how many slips are hidden in it."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(
            parent, "rehearsal", QCoreApplication.translate("AskRehearsal", "Rehearsal (Prova)")
        )
        self.night = QComboBox(self)
        self.night.setObjectName("rehearsal.night")
        for name, played in _nights():
            self.night.addItem(name, played)
        self.form.addRow(self.tr("Night"), self.night)
        self.seed = QSpinBox(self)
        self.seed.setObjectName("rehearsal.seed")
        self.seed.setRange(1, 999_999)
        self.form.addRow(self.tr("Seed: the same number plays the same night"), self.seed)
        self.slips = QSpinBox(self)
        self.slips.setObjectName("rehearsal.slips")
        self.slips.setRange(0, 200)
        self.slips.setValue(10)
        self.form.addRow(self.tr("Slips hidden in it"), self.slips)
        self.file = self.line("file", self.tr("File"))
        self.file.setText(str(path))
        self.check()

    def complete(self) -> bool:
        return bool(self.file.text().strip())

    def path(self) -> Path:
        """Where the rehearsal is kept."""
        return Path(self.file.text().strip()).expanduser()

    def played(self) -> Election | None:
        """The election whose night is drawn from its results; None is the desk's own."""
        file: Path | None = self.night.currentData()
        return None if file is None else catalog.load(file)


def _nights() -> Iterator[tuple[str, Path | None]]:
    """What can be rehearsed, as it is called, and its file; the desk's own has none."""
    yield catalog.title(prova.election(), language.current()), None
    for file in prova.nights().values():
        yield catalog.title_of(file, language.current()), file


class Recorder:
    """The bridge as `desk.rehearsal` wants it: played bulletins are not the editor's to undo."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    @property
    def settings(self) -> Mapping[str, str]:
        """The night's settings."""
        return self._bridge.session.settings

    def record(self, edit: Edit, origin: object = None) -> Change:
        """Carry out an edit and tell every screen."""
        change = self._bridge.session.record(edit, origin)
        self._bridge.changed.emit(change)
        return change


def _planning(session: Session) -> Generator[tuple[int, int], None, prova.Player]:
    """How long it takes is not known before: the bar tells that it is under way."""
    for player in prova.playing(session):
        if player is not None:
            return player
        yield 0, 0
    raise AssertionError("a night's plan ends with the night")


class RehearsalBar(QFrame):
    """In the status bar: play and pause, the night's clock, the speed, and the reckoning."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal.bar")
        self._bridge = bridge
        self._recorder = Recorder(bridge)
        self._player: prova.Player | None = None
        self.label = QLabel(self)
        self.label.setObjectName("rehearsal.clock")
        self.play = KeyButton("rehearsal.play", Rank.FLAT, self)
        self.play.setCheckable(True)
        self.speed = QComboBox(self)
        self.speed.setObjectName("rehearsal.speed")
        for speed in SPEEDS:
            self.speed.addItem(f"{speed}×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(60))
        self.reckon = KeyButton("rehearsal.missed", Rank.FLAT, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        for widget in (self.play, self.label, self.speed, self.reckon):
            layout.addWidget(widget)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(lambda: self.advance(timedelta(milliseconds=BEAT_MS)))
        self.play.toggled.connect(self._play)
        self.reckon.clicked.connect(self.tell_missed)
        for button in (self.play, self.reckon):
            button.setEnabled(not bridge.session.read_only)
        self.retranslate()

    def advance(self, real: timedelta) -> None:
        """Let this much time pass on the wall, and file what has come due."""
        player = self._player = self._player or prova.player_of(self._bridge.session)
        player.speed = self.speed.currentData()
        try:
            prova.play(self._recorder, player.advance(real), self)
        except Refusal as refusal:
            self.play.setChecked(False)
            self._bridge.refused.emit(refusal)
        if player.is_over:
            self.play.setChecked(False)
        self._say()

    def tell_missed(self) -> None:
        """What was hidden in the night so far, and what of it still stands."""
        self.play.setChecked(False)
        box = QMessageBox(self)
        box.setObjectName("rehearsal.reckoning")
        box.setWindowTitle(self.tr("Rehearsal (Prova)"))
        box.setText(self.missed_text())
        box.addButton(QMessageBox.StandardButton.Close)
        plain(box).exec()

    def missed_text(self) -> str:
        """The reckoning in words: how many were caught, and each one that was not."""
        session = self._bridge.session
        put, left = prova.planted(session), prova.missed(session)
        lines = [
            self.tr("Slips hidden so far: {n}. Corrected or withdrawn: {m}.").format(
                n=len(put), m=len(put) - len(left)
            )
        ]
        for slip in left:
            typed = "; ".join(
                f"{self._label(slip.source, row)} {self._figure(slip.source, row, value)}"
                f" ← {self._figure(slip.source, row, slip.truth[row])}"
                for row, value in slip.typed.items()
                if row in slip.truth
            )
            where = f"{slip.source.agency}, {slip.source.place}, {shown.clock(slip.as_of)}"
            lines.append(f"{where}: {typed}")
        return "\n".join(lines)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.play.setText(self.tr("Pause") if self.play.isChecked() else self.tr("Play"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.reckon.setText(self.tr("What did I miss?"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _play(self, on: bool) -> None:
        if on and self._player is None:
            self._plan()
        elif on:
            self._beat.start()
        else:
            self._beat.stop()
        self.retranslate()

    def _plan(self) -> None:
        """Draw the night up, which no look at it waits for; then it plays."""

        def done(player: prova.Player) -> None:
            self._player = player
            self._play(self.play.isChecked())

        def failed(refusal: Refusal) -> None:
            self.play.setChecked(False)
            self._bridge.refused.emit(refusal)

        self._bridge.work.start(
            LongWork(
                _planning(self._bridge.session),
                self,
                done=done,
                failed=failed,
                stopped=lambda: self.play.setChecked(False),
                title=self.tr("Rehearsal (Prova)"),
                text=self.tr("The night is being drawn up…"),
            )
        )

    def _say(self) -> None:
        now, is_over = prova.stands_at(self._bridge.session)
        if self._player is not None:
            now, is_over = self._player.now, self._player.is_over
        time = shown.clock(now)
        if is_over:
            text = self.tr("the night is over ({time})").format(time=time)
        else:
            text = self.tr("{time} on the night").format(time=time)
        self.label.setText(text)

    def _label(self, source: Source, row: Row) -> str:
        if not row.contender:
            return item_label(row.item)
        return self._bridge.session.election.label(source.contest, row.contender)

    def _figure(self, source: Source, row: Row, value: Value) -> str:
        return shown.said_figure(self._bridge.session.election, source.contest, row.item, value)
