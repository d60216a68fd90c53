"""A night judged bulletin by bulletin as it comes, in memory, by the desk's own rules."""

from __future__ import annotations

from desk.facts.edits import NewBulletin
from desk.facts.election import Election
from desk.facts.finding import Finding
from desk.rules import between
from desk.rules.case import Case
from desk.rules.columns import AgencyColumn, empty_night
from desk.rules.entries import Entry, entry_of, minute_of
from desk.rules.judge import is_move, judge, learn


class Judge:
    """What the desk knows of a night so far, and what it says of the next bulletin."""

    def __init__(self, election: Election, contest: str) -> None:
        self._night = empty_night(election, contest, {})
        self._filed = 0
        self._minute = -1
        self._scales = self._night.scales.values()

    def findings(self, bulletin: NewBulletin) -> list[Finding]:
        """Every finding on a draft of this bulletin, before it is filed."""
        return judge(self._case(bulletin, 0))

    def file(self, bulletin: NewBulletin) -> None:
        """Let the night go on with this bulletin in it."""
        self._filed += 1
        case = self._case(bulletin, self._filed)
        column, entry = case.column, case.entry
        column.put([*column.entries, entry])
        self._night.starts()
        case = self._of(column, entry)
        entry.flagged = any(is_move(finding) for finding in judge(case))
        learn(case)

    def between(self, bulletin: NewBulletin) -> list[Finding]:
        """What agencies disagree on in this bulletin's place, as it stands now."""
        source, minute = bulletin.source, minute_of(bulletin.as_of)
        here = self._night.column(source.agency, source.place)
        found: list[Finding] = []
        for column in self._night.others(source):
            # No gap is news of a place nobody has spoken of.
            if column.entries and column.minutes[-1] <= minute:
                found += between.of_pair(self._night, here, column)
        return found

    def _case(self, bulletin: NewBulletin, number: int) -> Case:
        source = bulletin.source
        column = self._night.column(source.agency, source.place)
        entry = entry_of(bulletin.figures, bulletin.as_of, column.boxes_known, number)
        return self._of(column, entry)

    def _of(self, column: AgencyColumn, entry: Entry) -> Case:
        if entry.minute != self._minute:
            self._minute = entry.minute
            self._night.scales.remember(entry.minute)
            self._scales = self._night.scales.at(entry.minute)
        index = column.before(entry)
        return Case(self._night, column, entry, index, self._scales, column.mean.value)
