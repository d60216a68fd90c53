"""The head of the entry panel: the place and its facts, the two agencies, the contests.

It says what was chosen; what is then shown is the panel's business.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk import turkish
from desk.facts.edits import Change
from desk.facts.election import Place, PlaceKind
from desk.facts.settings import NOTE, place_note
from ui.night.bridge import Bridge
from ui.texts import names as shown
from ui.texts.language import current as current_language
from ui.texts.numbered import numbered
from ui.widgets import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.shapes import MarkBox
from ui.widgets.tables import TabBar


class EntryHead(QWidget):
    """Which contest and which agencies the table is about."""

    contest_chosen = Signal(str)
    pair_chosen = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.head")
        self._bridge, self._panel = bridge, parent
        self._place = bridge.session.election.held_at(bridge.session.election.contests[0].id, "")
        self._name = QLabel(self)
        self._name.setObjectName("entry.place")
        self._facts = ElidedLabel("entry.facts", self)
        # As long as its words where there is room: a note stands right behind them.
        self._facts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.note = ElidedLabel("entry.note", self)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note.setFont(theme.font(italic=True))
        self.verdict = QLabel(self)
        self.verdict.setObjectName("entry.verdict")
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        # A longer sentence must not push the table down under a hand that types.
        self.verdict.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.verdict.setFont(theme.font(strong=True))
        self._mark = MarkBox(self)
        self._sentence = ""
        self.contests = TabBar(self)
        self.contests.setObjectName("entry.contests")
        self.agencies = (QComboBox(self), QComboBox(self))
        for number, box in enumerate(self.agencies):
            box.setObjectName(f"entry.agency{number + 1}")
            box.activated.connect(partial(self._agency_chosen, number))
        self._lay_out()
        self.contests.currentChanged.connect(
            lambda number: self.contest_chosen.emit(self.contests.tabData(number))
        )
        self.fill()
        bridge.changed.connect(self._take_change)

    def _take_change(self, change: Change) -> None:
        if (change.setting or "").startswith(NOTE):
            self.show_place(self._place)

    @property
    def pair(self) -> tuple[str, str]:
        """The two agencies chosen, in the order of their columns."""
        return self.agencies[0].currentData(), self.agencies[1].currentData()

    def choose(self, contest: str, pair: tuple[str, str]) -> None:
        """Choose a contest and both agencies at once."""
        if pair != self.pair:
            for box, agency in zip(self.agencies, pair, strict=True):
                box.setCurrentIndex(box.findData(agency))
            self.pair_chosen.emit()
        known = [one.id for one in self._bridge.session.election.contests]
        self.contests.setCurrentIndex(known.index(contest))

    def show_agency(self, agency: str) -> int:
        """The column an agency stands in; one that stands in none takes the second."""
        if agency not in self.pair:
            self.agencies[1].setCurrentIndex(self.agencies[1].findData(agency))
            self.pair_chosen.emit()
        return self.pair.index(agency)

    def show_place(self, place: str) -> None:
        """Show a place's name and what the election file knows of it."""
        self._place = place
        election = self._bridge.session.election
        contest = self.contests.tabData(self.contests.currentIndex())
        known = election.place(place)
        self._name.setText(known.name)
        facts = []
        if election.is_sum(contest, place):
            facts.append(self._whole(contest, known))
        if (boxes := election.boxes(contest, place)) is not None:
            facts.append(numbered(self.tr("{n} {n:box|boxes}"), n=shown.said(boxes)))
        if (registered := election.registered(contest, place)) is not None:
            facts.append(
                numbered(self.tr("{n} registered {n:voter|voters}"), n=shown.said(registered))
            )
        if (hour := election.closing(contest, place)) != election.polls_close:
            facts.append(self.tr("polls close {time}").format(time=turkish.clock(hour)))
        self._facts.setText(" · ".join(facts))
        note = self._bridge.session.settings.get(place_note(known), "")
        self.note.setText(self.tr("Note: {text}").format(text=note) if note else "")
        self.note.setVisible(bool(note))

    def _whole(self, contest: str, place: Place) -> str:
        """What a sum is of; of the country whether the votes from abroad are in it."""
        if place.kind is PlaceKind.PROVINCE:
            return self.tr("whole province")
        if place.kind is PlaceKind.INLAND:
            return self.tr("without abroad and customs")
        apart = self._bridge.session.election.inland(contest, place.name)
        return self.tr("with abroad and customs") if apart else self.tr("whole country")

    def show_verdict(self, sentence: str, mark: str = "") -> None:
        """Say what the place's gaps come from; without a sentence, that it is being worked out."""
        self._sentence = sentence
        self._mark.show_mark(mark if sentence else "")
        self.verdict.setText(sentence or self.tr("What the gap comes from is being worked out…"))

    def fill(self) -> None:
        """Offer every contest and agency of the election, also those added during the night."""
        election = self._bridge.session.election
        with QSignalBlocker(self.contests):
            for contest in election.contests[self.contests.count() :]:
                number = self.contests.addTab("")
                self.contests.setTabData(number, contest.id)
        codes = [agency.code for agency in election.agencies]
        for number, box in enumerate(self.agencies):
            chosen = box.currentData() or codes[min(number, len(codes) - 1)]
            box.clear()
            for code in codes:
                box.addItem(code, code)
            box.setCurrentIndex(codes.index(chosen) if chosen in codes else 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        in_turkish = current_language() == "tr"
        self.contests.setAccessibleName(self.tr("Contests"))
        for number, contest in enumerate(self._bridge.session.election.contests):
            self.contests.setTabText(number, contest.name_tr if in_turkish else contest.name_en)
            self.contests.setTabToolTip(number, f"Alt+{number + 1}")
        labels = (self.tr("First agency"), self.tr("Second agency"))
        for box, label in zip(self.agencies, labels, strict=True):
            box.setAccessibleName(label)
            box.setToolTip(label)
        self.verdict.setAccessibleName(self.tr("What the gap comes from"))
        self.show_place(self._place)
        self.show_verdict(self._sentence, self._mark.mark)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay_out(self) -> None:
        self._name.setFont(theme.font(theme.LARGE, strong=True))
        top = QHBoxLayout()
        top.addWidget(self._name)
        top.addSpacing(self.fontMetrics().averageCharWidth())
        top.addWidget(self._facts)
        top.addWidget(self.note, 100)
        top.addStretch(1)
        for box in self.agencies:
            top.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        judged = QHBoxLayout()
        judged.setSpacing(2 * theme.STEP)
        judged.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        judged.addWidget(self.verdict, 1)
        layout.addLayout(top)
        layout.addLayout(judged)
        layout.addWidget(self.contests)

    def _agency_chosen(self, number: int, _: int) -> None:
        first, second = self.pair
        if first == second:
            # The same agency twice compares nothing: the other box moves on.
            other = self.agencies[1 - number]
            other.setCurrentIndex((other.currentIndex() + 1) % other.count())
        self.pair_chosen.emit()
