"""What the desk finds wrong: in one bulletin as it is typed, in a place, and in the whole file.

The rules stand in `desk.rules`; here they are asked, for figures alone or for a session's night
kept up to date. A finding never stops typing or filing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from desk.facts.bulletin import Bulletin, Draft, Item, Source
from desk.facts.edits import Accept, Change, LearnAlias, Unaccept
from desk.facts.election import OTHERS
from desk.facts.figures import FULL, plain
from desk.facts.finding import Finding
from desk.facts.settings import HOURS_APART, PREFIX
from desk.file.session import Session
from desk.rules import between, inside, judge, silence
from desk.rules.board import PlaceBoard, place_board
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn, Night
from desk.rules.course import Course
from desk.rules.entries import Entry, entry_of, minute_of, uncollected
from desk.rules.inside import SumBase
from desk.rules.silence import Freshness, freshness
from desk.rules.stage import newest_shares


class Checks:
    """Every finding of a session's night, worked out once and kept up to date by its changes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._courses: dict[str, Course] = {}
        self._reasons = session.acceptances()
        self._rhythms: dict[str, dict[str, int]] = {}

    def take(self, change: Change) -> frozenset[str]:
        """Take in what an edit changed; returns the places that it is about.

        Nothing is judged yet: that is for `step`, or for whoever asks.
        """
        if isinstance(change.done, Accept | Unaccept):
            self._reasons = self._session.acceptances()
        learned = isinstance(change.done, LearnAlias)
        setting = change.setting or ""
        limit = setting.startswith(PREFIX) or setting == HOURS_APART
        if (change.names and not learned) or limit:
            self.reload()
            return frozenset(place.name for place in self._session.election.places)
        if change.filed:
            for source in change.sources:
                if source.contest in self._courses:
                    self._courses[source.contest].take(source)
        return change.places

    def reload(self) -> None:
        """Forget everything: another desk has written, or a threshold has changed."""
        self._courses.clear()
        self._reasons = self._session.acceptances()

    def step(self, contest: str) -> bool:
        """Judge a bit of a contest's night; False if there is nothing left to judge."""
        if contest not in self._courses:
            # What the contest is set against is looked up for all its places at once.
            self._course(contest)
            return True
        return self._courses[contest].step()

    def judged(self, contest: str) -> bool:
        """Whether all of a contest's night has been judged."""
        return contest in self._courses and self._courses[contest].done

    def touched(self, contest: str) -> frozenset[str] | None:
        """The places whose findings may be others since this was last asked; None for all."""
        night, places = self.night(contest), self._course(contest).touched()
        before, self._rhythms[contest] = self._rhythms.get(contest), dict(night.rhythms)
        # Silence is measured against the rhythm of all an agency's places.
        return places if before == night.rhythms else None

    def night(self, contest: str) -> Night:
        """The contest's night in memory, judged."""
        course = self._course(contest)
        course.finish()
        return course.night

    def of_draft(self, draft: Draft, now: datetime | None = None) -> list[Finding]:
        """Every finding on a bulletin being typed, suggestions with them."""
        night = self.night(draft.source.contest)
        column = night.column(draft.source.agency, draft.source.place)
        if draft.replaces is not None:
            column = _without(column, draft.replaces)
        entry = entry_of(draft.figures, draft.as_of, column.boxes_known, 0, "", draft.replaces)
        clock = None if now is None else minute_of(now)
        case = Case(
            night,
            column,
            entry,
            column.before(entry),
            night.scales.values(),
            column.mean.value,
            clock,
        )
        # The suggester's thousands of small values go as they came; counting them as growth would
        # only bring a search of the whole memory for rubbish, forty milliseconds between two keys.
        with uncollected():
            return judge.judge(case)

    def of_bulletin(self, bulletin: Bulletin) -> list[Finding]:
        """Every finding on a standing bulletin, judged by what was known when it came."""
        return self._found(bulletin.source.contest).get(bulletin.id, [])

    def of_place(self, contest: str, place: str, now: datetime | None = None) -> list[Finding]:
        """What is found of a place now: each column's newest word, then between each two agencies.

        ``now`` is the clock that silence is measured against; the night's newest bulletin without.
        """
        night = self.night(contest)
        minute = night.newest if now is None else minute_of(now)
        return self._of_place(night, place, minute)

    def all(
        self,
        contests: Iterable[str] | None = None,
        *,
        latest: bool = False,
        now: datetime | None = None,
    ) -> list[Finding]:
        """Every finding of the file: errors first, then the newest first.

        With ``latest`` only what is found of the figures that count now.
        """
        names = contests or [contest.id for contest in self._session.election.contests]
        found: list[Finding] = []
        for contest in names:
            night = self.night(contest)
            # Asked for once: the newest of a country's night is a look at every column.
            minute = night.newest if now is None else minute_of(now)
            for place in list(night.by_place):
                if latest:
                    found += self._of_place(night, place, minute)
                else:
                    found += self._beside(night, place, minute)
            if not latest:
                found += (f for one in self._found(contest).values() for f in one)
        return sorted(found, key=_order)

    def about(
        self, agency: str, place: str, contests: Iterable[str] | None = None
    ) -> list[Finding]:
        """Every finding on an agency's figures in a place, or on another's beside them; as `all`
        has them."""
        return [
            finding
            for finding in self.all(contests)
            if finding.source.place == place and agency in _agencies(finding)
        ]

    def accepted(self, finding: Finding) -> str | None:
        """The reason a finding was accepted with; None if it is open."""
        return self._reasons.get(finding.remembered.key) if self._reasons else None

    def silence_of_f202(
        self, source: Source, shares: Mapping[str, Decimal]
    ) -> tuple[SumBase, int, int] | None:
        """Why F202 lets a sum with *Diğer* below 100 stand: what the shares are taken for, and how
        many of the agency's sums over these contenders made 100, of how many.

        None where there is nothing to explain.
        """
        night = self.night(source.contest)
        entry = Entry(0, night.newest)
        for code, share in shares.items():
            entry.take(Item.SHARE.value, code, plain(share))
        total = sum(entry.shares.values())
        if OTHERS not in shares or total >= FULL - entry.room:
            return None
        closing = night.closed(source.agency, entry)
        if any(inside.f202(entry, total, night.limits, closing)):
            return None
        return inside.sum_base(night.limits, closing), *closing

    def open_codes(self, contest: str, place: str, pair: tuple[str, str]) -> list[str]:
        """The codes of a place's findings that nobody has accepted, each once.

        What is found between agencies only where it is between these two.
        """
        found = (f for f in self.of_place(contest, place) if self.accepted(f) is None)
        return list(
            dict.fromkeys(
                finding.code.value
                for finding in found
                if finding.code[0] != "D" or _agencies(finding) <= {*pair}
            )
        )

    def freshness(self, contest: str, agency: str, place: str, now: datetime) -> Freshness:
        """How fresh an agency's word on a place is."""
        return freshness(self.night(contest), agency, place, minute_of(now))

    def place_board(self, contest: str, place: str, pair: tuple[str, str]) -> PlaceBoard:
        """What the gaps of one place mean."""
        return place_board(self.night(contest), place, pair)

    def _course(self, contest: str) -> Course:
        if contest not in self._courses:
            self._courses[contest] = Course(self._session, contest)
        return self._courses[contest]

    def _found(self, contest: str) -> dict[int, list[Finding]]:
        course = self._course(contest)
        course.finish()
        return course.found

    def _of_place(self, night: Night, place: str, minute: int) -> list[Finding]:
        found: list[Finding] = []
        for column in night.by_place.get(place, ()):
            for entry in _newest(column):
                found += self._of(night, entry)
            found += silence.w305(night, column, minute)
        return [*found, *self._between(night, place)]

    def _beside(self, night: Night, place: str, minute: int) -> Iterator[Finding]:
        for column in night.by_place[place]:
            yield from silence.w305(night, column, minute)
        yield from self._between(night, place)

    def _of(self, night: Night, entry: Entry) -> list[Finding]:
        return self._course(night.contest).found.get(entry.id, [])

    def _between(self, night: Night, place: str) -> Iterator[Finding]:
        columns = night.by_place.get(place, ())
        told = {_what_of(f) for c in columns for e in _newest(c) for f in self._of(night, e)}
        for finding in between.standing(night, place):
            # What was found of a bulletin as it came need not be told of the pair again.
            if _what_of(finding) not in told:
                yield finding


def _agencies(finding: Finding) -> set[str]:
    """Whose figures a finding is about, beside whose."""
    beside = finding.values.get("agency_other")
    return {slot.source.agency for slot in finding.slots} | ({beside} if beside else set())


def _what_of(finding: Finding) -> tuple[str, frozenset[str], str]:
    """What two findings have in common that say the same of the same agencies."""
    return finding.code.value, frozenset(_agencies(finding)), finding.values.get("who", "")


def _newest(column: AgencyColumn) -> list[Entry]:
    """The bulletins that count now: the newest, and the newest with shares."""
    found = column.entries[-1:]
    shares = newest_shares(column)
    if shares is not None and shares not in found:
        found = [*found, shares]
    return found


def _without(column: AgencyColumn, replaced: int) -> AgencyColumn:
    """A column as it was without the bulletin that is being corrected."""
    other = replace(column)
    other.put(entry for entry in column.entries if entry.id != replaced)
    return other


def _order(finding: Finding) -> tuple[bool, int, str, str]:
    minute = -minute_of(finding.as_of) if finding.as_of is not None else 0
    return finding.severity != "error", minute, finding.source.place, finding.code.value
