"""From findings to the screens and back: marks out, jumps, repairs and acceptances in.

It moves no selection and no focus of its own accord; only a jump does, because it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from desk.facts.edits import BeginCorrection
from desk.facts.figures import from_plain
from ui.comparison.model import ComparisonModel
from ui.entry.effects import Effect
from ui.entry.findings import FindingsPanel
from ui.entry.panel import EntryPanel
from ui.entry.places_model import FRESH_MARKS, PlacesModel
from ui.frame.attention import Attention
from ui.night.page import ENTRY, OpenNight
from ui.night.watch import FindingLine
from ui.widgets.dialogs import ask_reason
from ui.widgets.marks import AGEING, STALE
from ui.widgets.rest import Rest

LATE = frozenset({AGEING, STALE})
"""What is late enough to be told of."""

FRESHNESS_MS = 30_000
"""How often the marks of freshness are looked at; the agencies' rhythms are in minutes."""


REST_MS = 50
"""How long the keys rest before more places are looked at."""

AT_A_TIME = 4
"""Places looked at in one go, so that no key waits for a whole country."""


@dataclass(frozen=True, slots=True)
class FindingScreens:
    """Where findings are shown, and where they are acted on."""

    panel: FindingsPanel
    attention: Attention
    entry: EntryPanel
    places: PlacesModel
    comparison: ComparisonModel


class ShownFindings(QObject):
    """Keeps a night's marks in step with what is found."""

    def __init__(self, night: OpenNight, screens: FindingScreens, parent: QObject) -> None:
        super().__init__(parent)
        self._night, self._screens = night, screens
        self._waiting: dict[str, None] = {}
        self._slices = Rest(self._look_at_all, self, after=0, rest=REST_MS)
        self._clock = QTimer(self)
        self._clock.setInterval(FRESHNESS_MS)
        self._clock.timeout.connect(night.watch.look_again)
        self._clock.start()
        night.watch.changed.connect(self._found)
        night.watch.working.connect(lambda _: self._say_working())
        screens.entry.model.explain_sums(night.watch.why_sum)
        screens.panel.explain(self._effects)
        screens.entry.cell_told.connect(screens.panel.show_cell)
        screens.panel.jump_wanted.connect(self.jump)
        screens.panel.take_wanted.connect(lambda _: self.take_current())
        screens.entry.cell_chosen.connect(screens.panel.follow)
        screens.panel.accept_wanted.connect(self.accept)

    def show_place(self) -> None:
        """The window has gone to another place: show what is found there."""
        night = self._night
        told = night.watch.place(night.place)
        self._screens.panel.show_findings(night.place, told, worked_out=night.watch.ready)
        self._screens.entry.model.show_marks(night.watch.marks(told))
        sentence, mark = night.watch.verdict(night.place)
        self._screens.entry.head.show_verdict(sentence, mark)

    def look_at_everything(self) -> None:
        """Every place is told anew, in the language in force."""
        self._found(None)

    def is_idle(self) -> bool:
        """Whether every place has been looked at."""
        idle = self._slices.idle and self._screens.attention.idle
        return self._night.watch.idle and not self._waiting and idle

    def _effects(self, told: FindingLine) -> Sequence[Effect]:
        """What taking a suggestion would do; of a filed bulletin that is told by its correction."""
        suggestion = told.finding.suggestion
        if suggestion is None or not told.draft:
            return ()
        figures = {row: from_plain(row.item, text) for row, text in suggestion.figures.items()}
        return self._screens.entry.model.effects(told.finding.source, figures)

    def jump(self, told: FindingLine) -> None:
        """Go to the figure a finding is about."""
        self._night.go_to_slot(told.finding.slots[0])

    def take_current(self) -> None:
        """Ctrl+T: take the suggestion that is chosen and in sight.

        Where none is, the first key shows one and says so: what cannot be seen cannot be taken.
        """
        night, panel, message = self._night, self._screens.panel, self._screens.entry.message
        if not night.watch.ready:
            message.say(self.tr("Findings are being worked out…"))
            return
        current = panel.current()
        seen = current if current is not None and panel.sees(current) else None
        # What has been typed since they were last looked at counts.
        self.show_place()
        now = panel.current()
        if now is not None and now.takes and _same(now, seen) and panel.sees(now):
            self.take(now)
            return
        offered = [one for one in (now, *panel.told) if one is not None and one.takes]
        if not offered:
            message.say(self.tr("No suggestion here can be taken."))
            return
        if not panel.isVisible():
            night.show_page(ENTRY)
        panel.show_to_her(offered[0])
        message.say(self.tr("Ctrl+T once more writes: {what}").format(what=offered[0].writes))

    def take(self, told: FindingLine) -> None:
        """Put the suggested figures into the draft; a filed bulletin gets a correction first."""
        if not told.takes:
            return
        with self._night.bridge.as_one():
            taken = self._take(told)
        if not taken:
            return
        self.jump(told)
        source = told.finding.slots[0].source
        text = self.tr("Suggestion taken into the draft of {agency}, {place}: {what}")
        said = text.format(agency=source.agency, place=source.place, what=told.writes)
        self._night.bridge.messages.say(said, undoes=True)

    def _take(self, told: FindingLine) -> bool:
        night, bridge = self._night, self._night.bridge
        number = told.finding.bulletin
        filed = not told.draft and number is not None
        if filed and bridge.attempt(BeginCorrection(number or 0), self) is None:
            return False
        repair = night.watch.repair(told)
        return all(bridge.attempt(edit, self) is not None for edit in repair)

    def accept(self, told: FindingLine) -> None:
        """Let a finding stand with a reason, or take that back."""
        night = self._night
        if not told.acceptable:
            return
        if told.accepted:
            night.bridge.attempt(night.watch.unaccept(told), self)
            return
        reason = ask_reason(night.window(), self.tr("Accept {code}").format(code=told.code))
        if reason:
            night.bridge.attempt(night.watch.accept(told, reason), self)

    def _say_working(self) -> None:
        """Nothing that was found is sure any more."""
        self._screens.panel.say_working()
        self._screens.entry.head.show_verdict("")

    def _found(self, places: frozenset[str] | None) -> None:
        all_of_them = (place.name for place in self._night.bridge.session.election.places)
        self._waiting |= dict.fromkeys(all_of_them if places is None else places)
        # Always: another place's bulletin may say something of what is being typed here.
        self.show_place()
        self._slices.ask()

    def _look_at_all(self) -> Iterator[int]:
        """Every place that waits, a few at a time, with a turn for the keys between them."""
        # Asked for once: all are measured against one moment.
        now = self._night.watch.now()
        # Being judged again: `changed` will follow, and what waits goes on waiting.
        while self._waiting and self._night.watch.ready:
            some = [*self._waiting][:AT_A_TIME]
            for place in some:
                del self._waiting[place]
            self._look_at(some, now)
            if self._waiting:
                yield 0

    def _look_at(self, some: Sequence[str], now: datetime) -> None:
        """The marks of some places in the list and in the comparison."""
        watch, pair = self._night.watch, self._screens.entry.pair
        marks = {place: watch.worst(place, now) for place in some}
        found = {place: watch.found(place, now) for place in some}
        fresh = {
            place: (self._fresh(pair[0], place, now), self._fresh(pair[1], place, now))
            for place in some
        }
        late = {place: self._late(place, fresh[place]) for place in some}
        self._screens.attention.take(found, late, now, whole=not self._waiting)
        self._screens.entry.model.tell_time(now)
        self._screens.places.show_found({p: (marks[p], fresh[p]) for p in some}, now)
        comparison = self._screens.comparison
        # What was said of the gaps holds until something is filed there: the clock is no reason.
        open_ = [place for place in some if not comparison.knows(place)]
        comparison.show_found(marks, {place: watch.gaps(place).verdict for place in open_})

    def _late(self, place: str, fresh: tuple[str, str]) -> dict[str, datetime | None]:
        """The agencies that are late in a place, with their newest word."""
        newest = self._screens.places.newest(place)
        told = zip(self._screens.entry.pair, fresh, newest, strict=True)
        return {agency: moment for agency, mark, moment in told if mark in LATE}

    def _fresh(self, agency: str, place: str, now: datetime) -> str:
        found = self._night.watch.freshness(agency, place, now)
        return FRESH_MARKS.get(found, "") if found is not None else ""


def _same(now: FindingLine, seen: FindingLine | None) -> bool:
    """Whether a finding still offers what she has seen of it; its own numbers may have moved on."""
    return seen is not None and (now.about, now.writes) == (seen.about, seen.writes)
