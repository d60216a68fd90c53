"""The desk's eyes over a night: findings, marks and freshness for every screen, kept up to date.

`desk.rules` finds; here its findings are asked for when the keys rest and put into words.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from time import monotonic

from PySide6.QtCore import QObject, Signal

from desk.facts.bulletin import Draft, Row, Source
from desk.facts.edits import Accept, Change, Edit, Unaccept
from desk.facts.finding import Finding, SlipOfHand
from desk.posts import ledger
from desk.posts.ledger import WrongPost
from desk.rules.board import PlaceBoard
from desk.rules.checks import Checks
from desk.rules.discrepancies import pair_of
from desk.rules.entries import uncollected
from desk.rules.silence import Freshness
from desk.rules.suggest import taking
from ui.night.bridge import Bridge
from ui.night.marked import mark_of, verdict_mark
from ui.texts import sentences
from ui.texts.language import current as current_language
from ui.texts.taking import taken_text
from ui.texts.verdicts import sum_text, verdict_text
from ui.widgets.marks import RANK
from ui.widgets.rest import Rest

REST_MS = 50
"""How long the keys rest before findings are worked out: a key must never wait for one."""

SLICE_SECONDS = 0.008
"""How long is judged between two keys; a bit of the judgement may take as long again."""

MOVED = frozenset({SlipOfHand.AGENCY, SlipOfHand.PLACE, SlipOfHand.OLD})
"""Slips that a draft as a whole is put right from."""


CellMarks = Mapping[tuple[str, Row], tuple[str, str]]
"""By agency and row the worst finding's mark, and what is found there in words."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding in words. ``accepted`` is the reason it was let stand with, or nothing; ``writes``
    what taking its suggestion would write."""

    finding: Finding
    key: str
    sentence: str
    accepted: str = ""
    draft: bool = False
    writes: str = ""

    @property
    def about(self) -> tuple[object, ...]:
        """What makes it the same finding though its numbers have moved on."""
        return self.code, self.finding.slots, self.draft

    @property
    def code(self) -> str:
        """The rule."""
        return self.finding.code.value

    @property
    def mark(self) -> str:
        """Its shape."""
        return mark_of(self.finding)

    @property
    def rank(self) -> int:
        """Its weight: the worst is 0."""
        return RANK[self.mark]

    @property
    def error(self) -> bool:
        """Whether it is impossible rather than unlikely."""
        return self.finding.severity == "error"

    @property
    def agency(self) -> str:
        """The agency it is about; of two, both."""
        return " · ".join(dict.fromkeys(slot.source.agency for slot in self.finding.slots))

    @property
    def place(self) -> str:
        """The place it is about."""
        return self.finding.source.place

    @property
    def as_of(self) -> datetime:
        """The time of the bulletin it was found in; the beginning of time where there is none."""
        return self.finding.as_of or datetime.min

    @property
    def takes(self) -> bool:
        """Whether it brings a repair that one key can take."""
        suggestion = self.finding.suggestion
        if suggestion is None:
            return False
        # A bulletin that is filed can be corrected in place, not moved: that is a withdrawal.
        return bool(suggestion.figures) or (self.draft and suggestion.kind in MOVED)

    @property
    def acceptable(self) -> bool:
        """A draft's findings are not accepted: the draft is still being typed."""
        return not self.draft


class Watch(QObject):
    """Findings of the contest and pair in front; `changed` says that they may be others now.

    They are worked out when the keys rest, a little at a time; until that is done, nothing is
    told of the night at all.
    """

    changed = Signal(object)
    """The places concerned, or None for all."""
    working = Signal(bool)
    """What was found is no longer sure; `changed` follows when it has been worked out. With True
    it was of another contest or pair."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._checks = Checks(bridge.session)
        self._contest = bridge.session.election.contests[0].id
        self._pair = pair_of(bridge.session)
        self._waiting: set[str] = set()
        self._placed: dict[str, list[Finding]] = {}
        self._all = False
        self._rest = Rest(self._look, self, after=REST_MS, rest=REST_MS)
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._take_reload)
        self._wait_for_all()

    @property
    def ready(self) -> bool:
        """Whether the night has been judged; before that nothing is known to be wrong."""
        return self._checks.judged(self._contest)

    @property
    def judging(self) -> Checks:
        """The findings as far as they are worked out, for whoever goes on with it in steps."""
        return self._checks

    @property
    def checks(self) -> Checks:
        """The findings themselves, for whoever must know: all that has not been judged is, now."""
        self._checks.night(self._contest)
        return self._checks

    @property
    def idle(self) -> bool:
        """Whether everything done so far has been judged."""
        return self.ready and self._rest.idle

    def show(self, contest: str, pair: tuple[str, str]) -> None:
        """Watch another contest, or another pair of agencies."""
        other = (contest, pair) != (self._contest, self._pair)
        self._contest, self._pair = contest, pair
        self._wait_for_all(other=other)

    def place(self, place: str) -> list[FindingLine]:
        """Everything found of a place, its drafts first, the worst first, the accepted last."""
        if not self.ready:
            return []
        drafts = self._drafts(place)
        told = [one for draft in drafts for one in self._of_draft(draft)]
        drafted = {one.finding.source for one in told}
        # A correction stands for what it replaces: of that nothing is said beside its figures.
        replaced = {draft.replaces for draft in drafts if draft.replaces is not None}
        told += [
            one
            for one in self._told(self._of_place(place, self.now()))
            # What the draft will replace is not worth two lines.
            if one.finding.bulletin not in replaced
            and (one.finding.source not in drafted or one.finding.code not in _codes(told))
        ]
        return sorted(told, key=lambda one: (bool(one.accepted), not one.draft, one.rank))

    def marks(self, told: Iterable[FindingLine]) -> CellMarks:
        """The cells that findings of one place are about."""
        marks: dict[tuple[str, Row], tuple[str, str]] = {}
        for one in reversed(list(told)):
            if one.accepted:
                continue
            for slot in one.finding.slots:
                marks[slot.source.agency, slot.row] = (one.mark, f"{one.code} {one.sentence}")
        return marks

    def worst(self, place: str, now: datetime) -> str:
        """The mark of the worst open finding of a place, or nothing."""
        open_ = [one for one in self._of_place(place, now) if self._checks.accepted(one) is None]
        marks = {mark_of(one) for one in open_}
        return min(marks, key=RANK.__getitem__, default="")

    def places(self) -> list[str]:
        """Every place of the night, as the election lists them."""
        return [place.name for place in self._bridge.session.election.places]

    def found(self, place: str, now: datetime) -> list[FindingLine]:
        """Every finding of a place that is about filed figures that count now."""
        return self._told(self._of_place(place, now))

    def gaps(self, place: str) -> PlaceBoard:
        """What the gaps of a place mean; only when the night has been judged."""
        return self._checks.place_board(self._contest, place, self._pair)

    def why_sum(self, source: Source, shares: Mapping[str, Decimal]) -> str:
        """Why a sum below 100 is not suspected; nothing where it is, or needs no word."""
        told = self._checks.silence_of_f202(source, shares) if self.ready else None
        return sum_text(source.agency, *told, current_language()) if told else ""

    def verdict(self, place: str) -> tuple[str, str]:
        """What the gaps of a place come from, as a sentence and a mark; nothing until that is
        known."""
        if not self.ready:
            return "", ""
        board, election = self.gaps(place), self._bridge.session.election
        language, differ = current_language(), board.differ
        said = verdict_text(board.verdict, election, self._contest, language, differ=differ)
        return said, verdict_mark(board.verdict, differ=differ)

    def freshness(self, agency: str, place: str, now: datetime) -> Freshness | None:
        """How fresh an agency's word on a place is; None before anything is known."""
        if not self.ready:
            return None
        return self._checks.freshness(self._contest, agency, place, now)

    def now(self) -> datetime:
        """The clock that silence is measured against."""
        return self._bridge.session.night_clock()

    def accept(self, told: FindingLine, reason: str) -> Edit:
        """The edit that lets a finding stand."""
        return Accept(told.finding.remembered, reason)

    def unaccept(self, told: FindingLine) -> Edit:
        """The edit that takes an acceptance back."""
        return Unaccept(told.finding.remembered)

    def repair(self, told: FindingLine) -> tuple[Edit, ...]:
        """The edits on the draft that take a finding's suggestion."""
        suggestion, draft = told.finding.suggestion, self._bridge.session.draft(told.finding.source)
        return taking(suggestion, draft) if suggestion and draft else ()

    def look_again(self) -> None:
        """The clock has moved: silence may have become a finding."""
        self._wait_for_all()

    def _of_place(self, place: str, now: datetime) -> list[Finding]:
        """What is found of a place's filed figures; a draft being typed changes nothing of it."""
        if not self.ready:
            return []
        if place not in self._placed:
            self._placed[place] = self._checks.of_place(self._contest, place, now)
        return self._placed[place]

    def _drafts(self, place: str) -> list[Draft]:
        session = self._bridge.session
        sources = (Source(agency, self._contest, place) for agency in self._pair)
        return [draft for source in sources if (draft := session.draft(source)) is not None]

    def _of_draft(self, draft: Draft) -> list[FindingLine]:
        return self._told(self._checks.of_draft(draft), draft=True) if draft.figures else []

    def _told(self, found: Iterable[Finding], *, draft: bool = False) -> list[FindingLine]:
        election, language = self._bridge.session.election, current_language()
        return [
            FindingLine(
                finding,
                finding.remembered.key,
                sentences.finding_text(finding, election, language),
                "" if draft else self._checks.accepted(finding) or "",
                draft,
                taken_text(finding, election, language),
            )
            for finding in found
        ]

    def _take_change(self, change: Change) -> None:
        """Judged when the keys rest: neither filing nor going on to the next place waits for it."""
        self._waiting |= self._checks.take(change)
        if change.filed or change.names or change.setting is not None:
            self._placed.clear()
        self._rest.ask()
        if not self.ready:
            self.working.emit(False)

    def _take_reload(self) -> None:
        self._checks.reload()
        self._wait_for_all()

    def _wait_for_all(self, *, other: bool = False) -> None:
        self._placed.clear()
        self._all = True
        self._rest.ask()
        if other or not self.ready:
            self.working.emit(other)

    def _look(self) -> Iterator[int]:
        """The keys rest: judge what is new, a little at a time, and tell the screens."""
        while self._judge_some():
            yield 0
        touched = self._checks.touched(self._contest)
        everything = self._all or touched is None
        places = None if everything else frozenset(self._waiting | (touched or frozenset()))
        self._all, self._waiting = False, set()
        self.changed.emit(places)

    def _judge_some(self) -> bool:
        """One slice; whether anything is left."""
        end = monotonic() + SLICE_SECONDS
        with uncollected():
            while self._checks.step(self._contest):
                if monotonic() > end:
                    # All of it stays: no search for rubbish need go through it between two keys.
                    gc.freeze()
                    return True
        return False


def _codes(told: Iterable[FindingLine]) -> set[object]:
    return {one.finding.code for one in told}


class LedgerWatch(QObject):
    """The wrong posts, the newest first."""

    changed = Signal()
    """Other posts are wrong than before, or for other figures."""
    fell = Signal(object)
    """Posts (`WrongPost`) that a correction or withdrawal has just made wrong."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        # What is wrong already is no news: the tab and the status bar say it.
        self._wrong = ledger.wrong_posts(bridge.session)
        self._rest = Rest(self._look, self, after=REST_MS, rest=REST_MS)
        bridge.changed.connect(self._take_change)
        bridge.reloaded.connect(self._rest.ask)

    @property
    def wrong(self) -> tuple[WrongPost, ...]:
        """The posts that are wrong now."""
        return self._wrong

    def of(self, number: int) -> WrongPost | None:
        """Why a post is wrong; None if it is not."""
        return next((one for one in self._wrong if one.entry.number == number), None)

    def _take_change(self, change: Change) -> None:
        if change.filed or change.posts:
            self._rest.ask()

    def _look(self) -> None:
        before = set(self._wrong)
        self._wrong = ledger.wrong_posts(self._bridge.session)
        new = tuple(one for one in self._wrong if one not in before)
        if new or len(self._wrong) != len(before):
            self.changed.emit()
        if new:
            self.fell.emit(new)
