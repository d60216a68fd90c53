"""The broadcast ban in the window: what may go out now, and the switch that says it was lifted.

The law's hours are `desk.facts.ban`'s; here they are shown as the clock moves, and set.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QToolButton, QWidget

from desk import turkish
from desk.facts import ban, settings
from desk.facts.ban import Allowed
from desk.facts.bulletin import MINUTE
from desk.facts.codes import Refusal
from desk.facts.edits import Change, SetSetting
from desk.facts.figures import read_clock
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts.language import current as current_language
from ui.widgets import theme
from ui.widgets.dialogs import AskDialog
from ui.widgets.marks import BANNED, CLEAR

TICK_MS = 15_000
"""How often the clock is looked at; the law's hours are in whole minutes."""


class BanSwitch(QToolButton):
    """What may go out now, on election day until the ban ends; pressed, it asks about the ban."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.ban")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._bridge = bridge
        self.ticks = QTimer(self)
        self.ticks.setInterval(TICK_MS)
        self.ticks.timeout.connect(self.look)
        self.ticks.start()
        self.clicked.connect(lambda: ask_ban(self.window(), bridge))
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self.look)
        self.look()

    def look(self) -> None:
        """Say what holds by the clock of this moment; nothing on any other day."""
        session = self._bridge.session
        now = session.now()
        held = ban.at(session.election, session.settings, now)
        said = "" if now.date() != session.election.date else self._said(held)
        self.setText(said)
        self.setAccessibleName(said)
        self.setToolTip(self.tr("Broadcast ban: say when it was lifted") + " (Ctrl+Shift+L)")
        self.setVisible(bool(said))
        self._paint(held.allowed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.ApplicationPaletteChange):
            self.look()

    def _said(self, held: ban.Ban) -> str:
        match held.allowed:
            case Allowed.NOTHING:
                text = self.tr("Broadcast ban: nothing until {time}")
                return f"{BANNED} " + text.format(time=_suffixed(held.until, "dat"))
            case Allowed.OFFICIAL:
                text = self.tr("Broadcast ban: only official until {time}")
                return f"{BANNED} " + text.format(time=_suffixed(held.until, "dat"))
            case Allowed.LIFTED:
                text = self.tr("Broadcast ban lifted at {time}")
                return f"{CLEAR} " + text.format(time=_suffixed(held.lifted, "loc"))
        return ""

    def _paint(self, allowed: Allowed) -> None:
        colours, palette = theme.ink(), self.palette()
        banned = allowed in (Allowed.NOTHING, Allowed.OFFICIAL)
        palette.setColor(palette.ColorRole.ButtonText, colours.error if banned else colours.text)
        self.setPalette(palette)

    def _take_change(self, change: Change) -> None:
        if change.setting == settings.BAN_LIFTED:
            self.look()


class AskBan(AskDialog):
    """Whether the ban was lifted, and when."""

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(
            parent, "ban", QCoreApplication.translate("AskBan", "Broadcast ban of election day")
        )
        session = self._session = bridge.session
        lifted = ban.lifted_at(session.settings)
        silent, official = (_suffixed(hour, "dat") for hour in ban.hours(session.election.date))
        law = self.tr("Until {silent} nothing may go out, until {official} only what is official.")
        about = QLabel(law.format(silent=silent, official=official), self)
        about.setWordWrap(True)
        self.lifted = QRadioButton(self.tr("Lifted before that, at:"), self)
        self.lifted.setObjectName("ban.lifted")
        self.time = QLineEdit(shown.clock(lifted or session.night_clock()), self)
        self.time.setObjectName("ban.time")
        self.time.setAccessibleName(self.tr("Time"))
        self.time.selectAll()
        self.time.textEdited.connect(lambda: self.lifted.setChecked(True))
        self.time.textChanged.connect(self.check)
        self.held = QRadioButton(self.tr("Not lifted"), self)
        self.held.setObjectName("ban.held")
        self.form.addRow(self.lifted, self.time)
        self.form.addRow(self.held)
        self.form.addRow(about)
        self.lifted.toggled.connect(self.check)
        # Who opens this has news: only Enter is left to press.
        self.lifted.setChecked(True)

    def complete(self) -> bool:
        return self.held.isChecked() or self._moment() is not None

    def edit(self) -> SetSetting:
        """The setting as chosen."""
        moment = None if self.held.isChecked() else self._moment()
        return SetSetting(settings.BAN_LIFTED, moment.strftime(MINUTE) if moment else None)

    def _moment(self) -> datetime | None:
        try:
            return self._session.election.moment(read_clock(self.time.text()))
        except Refusal:
            return None


def ask_ban(parent: QWidget, bridge: Bridge) -> None:
    """Ask whether the ban was lifted, and keep the answer in the night's file."""
    if bridge.session.read_only:
        return
    dialog = AskBan(parent, bridge)
    if dialog.exec():
        bridge.attempt(dialog.edit(), dialog)


def _suffixed(moment: datetime | None, case: str) -> str:
    """A clock reading as the sentence takes it: in Turkish with its suffix."""
    clock = shown.clock(moment)
    return turkish.suffixed(clock, case) if clock and current_language() == "tr" else clock
