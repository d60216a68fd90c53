"""What is asked of a place that comes, and of one that is corrected.

A refusal keeps the form open and says why; what may be changed is decided in `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from desk import turkish
from desk.facts import edits, figures
from desk.facts.codes import Refusal
from desk.facts.election import Contest, PlaceCounts, PlaceKind
from desk.facts.election_file import LONGEST_TEXT
from desk.nights import changing
from desk.nights.changing import PlaceAsked
from ui.night.bridge import Bridge
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.names import contest_name, place_kind
from ui.widgets.dialogs import AskDialog
from ui.widgets.message import MessageLine


class _AskAboutPlace(AskDialog):
    """A form about a place; a refusal keeps it open and says why."""

    def __init__(self, bridge: Bridge, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent, name, title)
        self.bridge = bridge
        self.own = self.line("name", self.tr("Name"))
        self.own.setMaxLength(LONGEST_TEXT)

    def _counts_lines(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return (
            self.line("boxes", self.tr("Ballot boxes")),
            self.line("registered", self.tr("Registered voters")),
            self.line("closes", self.tr("Polls close")),
        )

    def _message_line(self) -> MessageLine:
        message = MessageLine(f"{self.objectName()}.message", self)
        self.form.addRow(message)
        return message

    def complete(self) -> bool:
        return bool(self.own.text().strip())

    def edits(self) -> Sequence[edits.Edit]:
        """What the form comes to. Refuses what cannot be read."""
        raise NotImplementedError

    def accept(self) -> None:
        try:
            asked = self.edits()
            with self.bridge.as_one():
                for edit in asked:
                    self.bridge.do(edit, self)
        except Refusal as refusal:
            self.message.complain(sentences.refusal_text(refusal, current_language()))
            return
        super().accept()

    message: MessageLine


class AskPlace(_AskAboutPlace):
    """A place that comes: one of the country fills the form by its name."""

    def __init__(self, bridge: Bridge, near: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("AskPlace", "Add a place")
        super().__init__(bridge, "addPlace", title, parent)
        election = bridge.session.election
        self._region = ""
        self.place = ""
        self.kind = QComboBox(self)
        self.kind.setObjectName("addPlace.kind")
        self.kind.setAccessibleName(self.tr("Kind"))
        for kind in PlaceKind:
            if kind is not PlaceKind.CONSTITUENCY:
                self.kind.addItem(place_kind(kind), kind)
        self.form.addRow(self.tr("Kind"), self.kind)
        self.within = self.line("within", self.tr("Lies in"))
        self.boxes, self.registered, self.closes = self._counts_lines()
        self.contests: dict[str, QCheckBox] = {}
        for race in election.contests:
            self.contests[race.id] = box = QCheckBox(contest_name(race).replace("&", "&&"), self)
            box.setObjectName(f"addPlace.contest.{race.id}")
            self.form.addRow("" if len(self.contests) > 1 else self.tr("Votes for"), box)
        self.message = self._message_line()
        neighbour = election.place(near)
        above = election.above(near)
        self._take(PlaceAsked("", neighbour.kind, above[0].name if above else ""))
        self.own.setPlaceholderText(self.tr("for example: Kepez, Çanakkale/Kepez"))
        self.own.textEdited.connect(self._seek)
        self.kind.activated.connect(lambda _: self._offer())
        self._offer()
        self.check()

    def edits(self) -> Sequence[edits.Edit]:
        session = self.bridge.session
        boxes, registered, closes = _counted(self.boxes, self.registered, self.closes)
        within = self.within.text().strip()
        asked = PlaceAsked(
            self._bare(),
            PlaceKind(self.kind.currentData()),
            session.names.place(within) if within else "",
            boxes,
            registered,
            closes,
            tuple(race for race, box in self.contests.items() if box.isChecked()),
            self._region,
        )
        edit = changing.adding(session.election, asked)
        self.place = edit.place.name
        return (edit,)

    def _bare(self) -> str:
        """The name without what it lies in, where the country knows it so."""
        typed = figures.clean(self.own.text())
        known = changing.of_country(self.bridge.session.election, typed)
        return known.own if known is not None and self._region else typed

    def _seek(self, text: str) -> None:
        """The country's place of this name brings what the lists have of it."""
        known = changing.of_country(self.bridge.session.election, figures.clean(text))
        if known is not None:
            self._take(known)
        elif self._region:
            self._take(PlaceAsked("", PlaceKind(self.kind.currentData()), self.within.text()))
        self._offer()
        self.message.clear_complaint()

    def _take(self, asked: PlaceAsked) -> None:
        self._region = asked.region
        self.kind.setCurrentIndex(self.kind.findData(asked.kind))
        self.within.setText(asked.within)
        for line, count in ((self.boxes, asked.boxes), (self.registered, asked.registered)):
            line.setText("" if count is None else turkish.votes_dots(count))
        self.closes.setText("" if asked.polls_close is None else turkish.clock(asked.polls_close))
        for race, box in self.contests.items():
            box.setChecked(race in asked.contests if asked.region else True)

    def _offer(self) -> None:
        """Only what a place of this kind can vote for."""
        kind = PlaceKind(self.kind.currentData())
        for race, box in self.contests.items():
            able = changing.fits(self.bridge.session.election.contest(race), kind)
            # Where a contest names no places it is held wherever it can be.
            asked = self.bridge.session.election.contest(race).places is not None
            box.setEnabled(able and asked)
            box.setChecked(able and (box.isChecked() or not asked))


class AskCounts(_AskAboutPlace):
    """A place's name, its boxes, voters and hour: its own, or those it has in one contest."""

    def __init__(self, bridge: Bridge, place: str, contest: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("AskCounts", "Correct {place}").format(place=place)
        super().__init__(bridge, "correctPlace", title, parent)
        self._place = self.place = place
        election = bridge.session.election
        self.own.setText(election.place(place).own)
        self.scope = QComboBox(self)
        self.scope.setObjectName("correctPlace.scope")
        self.scope.setAccessibleName(self.tr("Counts"))
        self.scope.addItem(self.tr("wherever nothing else is said"), "")
        for race in election.contests:
            if election.is_held(race.id, place):
                self.scope.addItem(contest_name(race), race.id)
        self.form.addRow(self.tr("Counts"), self.scope)
        self.boxes, self.registered, self.closes = self._counts_lines()
        self.seats = self.line("seats", self.tr("Seats"))
        self.message = self._message_line()
        self.scope.currentIndexChanged.connect(lambda _: self._show())
        own = contest if _apart(election.contest(contest), place) is not None else ""
        self.scope.setCurrentIndex(max(0, self.scope.findData(own)))
        self._show()
        self.check()

    def edits(self) -> Sequence[edits.Edit]:
        election = self.bridge.session.election
        known, race = election.place(self._place), str(self.scope.currentData())
        boxes, registered, closes = _counted(self.boxes, self.registered, self.closes)
        seats = _number(self.seats) if self.seats.isEnabled() else None
        found: list[edits.Edit] = []
        own, name = figures.clean(self.own.text()), known.name
        if own != known.own:
            renamed = changing.renaming(election, name, own)
            # First: where it is refused, everything stays as it is.
            found.append(renamed)
            name = renamed.to
        counts = PlaceCounts(name, boxes, registered, closes, seats)
        if replace(counts, place=known.name) != self._known():
            found.append(edits.CorrectPlace(name, counts, race))
        self.place = name
        return found

    def _known(self) -> PlaceCounts:
        election, race = self.bridge.session.election, str(self.scope.currentData())
        place = election.place(self._place)
        apart = _apart(election.contest(race), self._place) if race else None
        return apart or PlaceCounts(place.name, place.boxes, place.registered, place.polls_close)

    def _show(self) -> None:
        election, race = self.bridge.session.election, str(self.scope.currentData())
        counts = self._known()
        for line, count in (
            (self.boxes, counts.boxes),
            (self.registered, counts.registered),
            (self.seats, counts.seats),
        ):
            line.setText("" if count is None else turkish.votes_dots(count))
        self.closes.setText("" if counts.polls_close is None else turkish.clock(counts.polls_close))
        closing = election.closing(race or election.contests[0].id, self._place)
        self.closes.setPlaceholderText(turkish.clock(closing))
        self.seats.setEnabled(bool(race) and election.contest(race).kind.has_seats)
        self.form.setRowVisible(self.seats, self.seats.isEnabled())
        self.message.clear_complaint()


def _apart(race: Contest, place: str) -> PlaceCounts | None:
    """What a place has in a contest apart."""
    return next((one for one in race.counts if one.place == place), None)


def _number(line: QLineEdit) -> int | None:
    return figures.read_count(line.text()) if line.text().strip() else None


def _counted(
    boxes: QLineEdit, registered: QLineEdit, closes: QLineEdit
) -> tuple[int | None, int | None, time | None]:
    """What is typed of a place; an empty line is not known. Refuses what is no number or hour."""
    hour = figures.read_clock(closes.text()) if closes.text().strip() else None
    return _number(boxes), _number(registered), hour
