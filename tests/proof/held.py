"""What the figures CSV held when a post went out: each agency's column of bulletins, as it stands.

Nothing of `desk` is imported; the arithmetic is that of the audit, which works from the CSV alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from tests.audit.arithmetic import (
    CsvRow,
    LeadWord,
    Said,
    figures_of,
    lead_of,
    newest,
    total_of,
)

BOXES = ("opened_share", "opened_boxes", "total_boxes")
RESULTS = ("share", "votes", "lead_points", "lead_votes", "leader")
SEATS = ("seats",)


@dataclass(frozen=True)
class Word:
    """All that one agency has said of one place, oldest first."""

    agency: str
    place: str
    column: tuple[Said, ...]

    @cached_property
    def shares(self) -> Said | None:
        """Its newest bulletin with shares."""
        return newest(self.column, "share")

    @cached_property
    def votes(self) -> Said | None:
        """Its newest bulletin with votes, unless newer shares have spoken."""
        votes, shares = newest(self.column, "votes"), self.shares
        return votes if votes and (shares is None or votes.as_of > shares.as_of) else None

    @cached_property
    def opened(self) -> Said | None:
        """Its newest bulletin that speaks of the boxes."""
        return newest(self.column, *BOXES)

    @cached_property
    def seats(self) -> Said | None:
        """Its newest bulletin with seats."""
        return newest(self.column, *SEATS)

    @cached_property
    def turnout(self) -> Said | None:
        """Its newest bulletin with a turnout."""
        return newest(self.column, "turnout")

    @cached_property
    def lead(self) -> LeadWord | None:
        """Who leads by it."""
        return lead_of(self.column)

    @property
    def tells_lead(self) -> bool:
        """Whether it says who leads, or that the first two are equal."""
        return self.lead is not None and (self.lead.leader is not None or not self.lead.stated)

    @cached_property
    def newest(self) -> str:
        """When it last said anything; empty if it never did."""
        return max((said.as_of for said in self.column), default="")

    def of(self, number: int) -> Said | None:
        """A bulletin of it by its number."""
        return next((said for said in self.column if said.number == number), None)


@dataclass
class Held:
    """Every bulletin keyed in one contest, what replaced it, and what was withdrawn."""

    contest: str
    boxes: Mapping[str, int | None]
    bulletins: list[Said] = field(default_factory=list)
    corrected: dict[int, int] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)
    _words: dict[tuple[str, str], Word] = field(default_factory=dict)
    _columns: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def file(self, rows: Sequence[CsvRow], corrects: int | None = None) -> int:
        """Take up a bulletin's rows; of one that corrects another, what it leaves out stays."""
        before = self.bulletins[corrects].figures if corrects is not None else {}
        merged = {**before, **figures_of(rows)}
        figures = {key: text for key, text in merged.items() if text}
        first, number = rows[0], len(self.bulletins)
        agency, place = first["agency"], first["place"]
        said = Said(number, first["as_of"], agency, first["contest"], place, figures)
        self.bulletins.append(said)
        self._columns.setdefault((agency, place), []).append(number)
        if corrects is not None:
            self.corrected[number] = corrects
        self._words.pop((agency, place), None)
        return number

    def withdraw(self, number: int) -> None:
        """Let a bulletin no longer count."""
        self.withdrawn.add(number)
        said = self.bulletins[number]
        self._words.pop((said.agency, said.place), None)

    def word(self, agency: str, place: str) -> Word:
        """An agency's word on a place as it stands."""
        key = agency, place
        if key not in self._words:
            standing = [
                self.bulletins[number]
                for number in self._columns.get(key, ())
                if self.counts(number)
            ]
            column = tuple(sorted(standing, key=lambda said: said.order))
            self._words[key] = Word(agency, place, column)
        return self._words[key]

    def counts(self, number: int) -> bool:
        """Whether a bulletin counts: not withdrawn, and no correction of it that is not."""
        later = (by for by, old in self.corrected.items() if old == number)
        return number not in self.withdrawn and all(by in self.withdrawn for by in later)

    def stands(self, number: int) -> Said | None:
        """The bulletin that stands in the place of one; None if none does.

        The newest of its corrections that counts; where none does, what it corrected itself.
        """
        waiting, found = [number], set[int]()
        while waiting:
            one = waiting.pop()
            found |= {one} if self.counts(one) else set()
            waiting += [by for by, old in self.corrected.items() if old == one]
        if found:
            return self.bulletins[max(found)]
        before = self.corrected.get(number)
        return None if before is None else self.stands(before)

    def total(self, said: Said) -> int | None:
        """All boxes of a bulletin's place."""
        return total_of(said, self.boxes.get(said.place))

    def all_opened(self, said: Said) -> bool:
        """Whether a bulletin has every box opened."""
        boxes, total = said.count("opened_boxes"), self.total(said)
        if boxes is not None and total:
            return boxes >= total
        share = said.text("opened_share")
        return share is not None and float(share) >= 100


def moment(text: str) -> datetime:
    """A minute of the CSV."""
    return datetime.fromisoformat(text)
