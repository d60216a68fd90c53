"""A new night in four pages: Enter goes through all of them, every page with its answers in place.

What was answered is kept when it is closed half way, and offered again; when the night begins, and
where it is shown, is the window's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.facts.codes import Code, Refusal
from desk.file.session import Clock, Session
from desk.nights import choosing, loading
from desk.nights import plan as plans
from desk.nights.answers import NightKind
from desk.nights.plan import Plan
from ui.night.preferences import Preferences
from ui.widgets.key_button import KeyButton, Rank
from ui.widgets.keys import key_sequence
from ui.widgets.rows import Hairline
from ui.wizard import telling
from ui.wizard.last import LastPage
from ui.wizard.page import INSET, WizardPage
from ui.wizard.rail import StepsRail
from ui.wizard.what import WhatPage
from ui.wizard.where import WherePage
from ui.wizard.who import WhoPage

KEPT, LAST_PLACES = "wizard", "wizardPlaces"
"""What is remembered: a night half made, and the places of the last one."""

WIDTH, HEIGHT = 1040, 640
WHAT, WHERE, WHO, LAST = range(4)


@dataclass(frozen=True, slots=True)
class WizardNight:
    """What was made: the election's file, decoded, and where its night is kept."""

    path: Path
    data: dict[str, Any]

    def begin(self, clock: Clock) -> None:
        """Make the file, with the people who stand in it. Refuses like the file's room."""
        loaded = loading.of(self.data)
        with Session.create(self.path, loaded.election, clock=clock) as session:
            if loaded.people:
                session.set_people(loaded.people)


class NightWizard(QDialog):
    """`night` is what was made once the dialog is accepted."""

    def __init__(
        self,
        preferences: Preferences,
        today: date,
        free_path: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wizard")
        self._preferences, self._today = preferences, today
        self.night: WizardNight | None = None
        kept = plans.from_text(preferences.text(KEPT))
        self.plan = kept if kept is not None else self._fresh()
        nights = {path.name: path for path in preferences.recent_files() if path.exists()}
        self.what = WhatPage(self.plan, today, self._last_places, nights, self)
        self.where = WherePage(self.plan, self)
        self.who = WhoPage(self.plan, self)
        self.last = LastPage(self.plan, free_path, self)
        self.pages: tuple[WizardPage, ...] = (self.what, self.where, self.who, self.last)
        self.rail = StepsRail(self)
        self._stack = QStackedWidget(self)
        for page in self.pages:
            room = QScrollArea(self)
            room.setFrameShape(QFrame.Shape.NoFrame)
            room.setWidgetResizable(True)
            room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            room.setWidget(page)
            self._stack.addWidget(room)
            page.answered.connect(self._show)
        self.summary = QLabel(self)
        self.summary.setObjectName("wizard.summary")
        self.summary.setWordWrap(True)
        self.summary.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.afresh = KeyButton("wizard.afresh", Rank.PLAIN, self)
        self.back_button = KeyButton("wizard.back", Rank.PLAIN, self, key="Alt+←")
        self.next_button = KeyButton("wizard.next", Rank.PRIMARY, self, key="Enter")
        self.next_button.setDefault(True)
        self._at = self._reached = 0
        self._kept = kept is not None
        self._lay_out()
        self._connect()
        self.retranslate()
        self._fit()
        self.go(int(preferences.text("wizardStep", "0") or 0) if self._kept else WHAT)

    # Steps

    @property
    def closed(self) -> frozenset[int]:
        """The steps that are passed over: a file has its places and contenders."""
        return frozenset({WHERE, WHO}) if self.plan.base is not None else frozenset()

    def go(self, step: int) -> None:
        """Turn to a step."""
        step = min(max(step, WHAT), LAST)
        while step in self.closed:
            step += 1 if step > self._at else -1
        self._at, self._reached = step, max(self._reached, step)
        self._stack.setCurrentIndex(step)
        self.pages[step].enter()
        self._show()

    def next(self) -> None:
        """The next page, or the night where this is the last; not while something is missing."""
        if not self.pages[self._at].leave() or self._missing(self._at) is not None:
            self._show()
            return
        if self._at < LAST:
            self.go(self._at + 1)
            return
        self._make()

    def back(self) -> None:
        """The page before."""
        if self._at > WHAT and self.pages[self._at].leave():
            self.go(self._at - 1)

    def begin_afresh(self) -> None:
        """Forget what was answered, and begin with what is likely."""
        fresh = self._fresh()
        for name in fresh.__dataclass_fields__:
            setattr(self.plan, name, getattr(fresh, name))
        self._forget()
        self._kept = False
        self._reached = WHAT
        self.what.hour.clear()
        self.go(WHAT)

    def _make(self) -> None:
        if not self.last.is_complete():
            return
        try:
            data = self.plan.to_file()
            path = self.last.path()
            if path.exists():
                raise Refusal(Code.S908, file=str(path))
        except Refusal as refusal:
            self.last.message.complain(telling.why(refusal))
            return
        self.night = WizardNight(path, data)
        wholes = [place for place in self.plan.places() if not self.plan.kind.is_national]
        if wholes and self.plan.base is None:
            self._preferences.set_text(LAST_PLACES, "\n".join(wholes))
        self._forget()
        self.accept()

    def reject(self) -> None:
        """Close it; what was answered is kept and offered again."""
        self.pages[self._at].leave()
        if self.plan.touched:
            self._preferences.set_text(KEPT, self.plan.as_text())
            self._preferences.set_text("wizardStep", str(self._at))
        super().reject()

    # Inside

    def _fresh(self) -> Plan:
        plan = Plan()
        plan.begin(NightKind.LOCAL, self._today, self._last_places())
        return plan

    def _last_places(self) -> tuple[str, ...]:
        """The places of the night made last; at first those of the election that is shipped."""
        kept = self._preferences.text(LAST_PLACES).split()
        known = tuple(place for place in kept if plans.is_place(place))
        return known or choosing.shipped()

    def _forget(self) -> None:
        self._preferences.set_text(KEPT, "")
        self._preferences.set_text("wizardStep", "")

    def _missing(self, step: int) -> str | None:
        """Why one cannot go on from a step; None: one can."""
        if step == WHAT:
            return None
        refusal = self.plan.missing()
        if refusal is None or (refusal.code is Code.E192 and step != LAST):
            return None
        return telling.why(refusal)

    def _summary(self) -> str:
        missing = self._missing(self._at)
        if missing is not None:
            return missing
        if self.plan.base is not None or self._at == WHAT:
            return telling.called(self.plan)
        try:
            made = self.plan.made()
        except Refusal as refusal:
            return telling.why(refusal)
        if self._at == WHO and (left := telling.still_open(made)):
            return left
        return telling.voted_for(made)

    def _show(self) -> None:
        self.rail.show_steps(
            [page.step() for page in self.pages], self._at, self._reached, self.closed
        )
        missing = self._missing(self._at)
        self.summary.setText(self._summary())
        self.back_button.setVisible(self._at > WHAT)
        self.next_button.setEnabled(missing is None)
        self.next_button.setToolTip(missing or "")
        last = self._at == LAST
        self.next_button.setText(self.tr("Make the night") if last else self.tr("Next"))
        self.afresh.setVisible(self._kept)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setWindowTitle(self.tr("A new night"))
        self.back_button.setText(self.tr("Back"))
        self.afresh.setText(self.tr("Begin afresh"))
        self.afresh.setToolTip(self.tr("This night was left half made; here it is again."))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _fit(self) -> None:
        """As large as it is drawn, or as the screen has room for."""
        parent = self.parentWidget()
        screen = parent.screen() if parent is not None else QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.resize(min(WIDTH, room.width() - 16), min(HEIGHT, room.height() - 48))

    def _lay_out(self) -> None:
        line = Hairline(self)
        footer = QHBoxLayout()
        footer.setContentsMargins(INSET, 8, INSET, 12)
        footer.setSpacing(8)
        footer.addWidget(self.summary, 1)
        for button in (self.afresh, self.back_button, self.next_button):
            footer.addWidget(button)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(line)
        right.addLayout(footer)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.rail)
        both.addLayout(right, 1)

    def _connect(self) -> None:
        self.rail.wanted.connect(self._back_to)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.afresh.clicked.connect(self.begin_afresh)
        back = QShortcut(key_sequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back)

    def _back_to(self, step: int) -> None:
        if self.pages[self._at].leave():
            self.go(step)
