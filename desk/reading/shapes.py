"""What a reading is made of: proposed records, their figures, questions, and what was left out.

Frozen values only, each with the fragment of the raw text it came from; how they are found never
enters here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from desk.facts.codes import Code

Span = tuple[int, int]
"""Start and end of a fragment, counted in characters of the text as it was given."""


class Asks(StrEnum):
    """What the answer to a question is."""

    FIGURE = "figure"
    WHO = "who"
    PLACE = "place"
    AGENCY = "agency"
    CONTEST = "contest"


ASKS: Mapping[Code, Asks] = {
    Code.Q301: Asks.WHO,
    Code.Q302: Asks.WHO,
    Code.Q312: Asks.WHO,
    Code.Q306: Asks.PLACE,
    Code.Q310: Asks.PLACE,
    Code.Q307: Asks.AGENCY,
    Code.E122: Asks.AGENCY,
    Code.Q316: Asks.CONTEST,
    Code.E158: Asks.CONTEST,
}
"""What each question asks; any other asks what figure a number is."""

NOTHING = "none"
"""The answer that is always there: this is no figure, or none of this night's."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the reader will not decide alone; ``text`` is the fragment it is about.

    ``values`` fill the window's sentence (``known``: the meanings to choose from); ``answers`` are
    what one key each would choose, the likeliest first.
    """

    code: Code
    text: str
    source: Span
    values: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignored:
    """A figure that was seen and is not this bulletin's; ``code`` says why."""

    code: Code
    text: str
    source: Span


@dataclass(frozen=True, slots=True)
class Result:
    """One contender's figures. ``label`` is the text as it stood.

    ``party`` is a party's code, ``contender`` the election's own code for this row (only when an
    election is at hand), ``candidate`` a person's name. ``pct`` is per cent with the digits as
    published, ``votes`` a count; what was not said is None. ``source`` spans label and figure.
    ``correction`` says that the text takes back what it said before: ``old_pct``, ``old_votes``,
    where it gives them.
    """

    label: str
    party: str | None
    candidate: str | None
    contender: str | None
    pct: Decimal | None
    votes: int | None
    source: Span
    label_source: Span
    pct_source: Span | None = None
    votes_source: Span | None = None
    correction: bool = False
    old_pct: Decimal | None = None
    old_votes: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What one agency says of one contest in one place at one time.

    Shares and points are Decimal with the digits as published, boxes and votes whole numbers; what
    the text did not say is None. ``sources`` gives the raw fragment of each field that is set, by
    the field's name, ``corrections`` the old value of each that stands for another (None: unsaid).
    """

    agency: str | None = None
    place: str | None = None
    contest: str | None = None
    time: time | None = None
    opened_pct: Decimal | None = None
    opened_boxes: int | None = None
    total_boxes: int | None = None
    turnout_pct: Decimal | None = None
    lead_points: Decimal | None = None
    lead_votes: int | None = None
    leader: str | None = None
    leader_contender: str | None = None
    results: tuple[Result, ...] = ()
    questions: tuple[Question, ...] = ()
    sources: Mapping[str, Span] = field(default_factory=dict)
    corrections: Mapping[str, Decimal | int | None] = field(default_factory=dict)

    @property
    def correction(self) -> bool:
        """Whether any of its figures stands for one told before."""
        return bool(self.corrections) or any(result.correction for result in self.results)

    def spans(self) -> list[Span]:
        """The fragments its figures, its address and its questions came from."""
        found = [*self.sources.values(), *(question.source for question in self.questions)]
        for result in self.results:
            found += [one for one in (result.pct_source, result.votes_source) if one is not None]
        return found

    def certain(self) -> Record:
        """The same without what is only told roughly (Q311): its question stands for it."""
        rough = {one.source for one in self.questions if one.code is Code.Q311}
        gone = [name for name in FIGURE_FIELDS if rough and self.sources.get(name) in rough]
        told = tuple(
            replace(one, pct=None, pct_source=None) if one.pct_source in rough else one
            for one in self.results
        )
        kept = tuple(one for one in told if one.pct is not None or one.votes is not None)
        sources = {name: span for name, span in self.sources.items() if name not in gone}
        empty: dict[str, Any] = dict.fromkeys(gone)
        return replace(self, results=kept, sources=sources, **empty) if rough else self

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to file."""
        return bool(self.results) or any(name in FIGURE_FIELDS for name in self.sources)


FIGURE_FIELDS = (
    *("opened_pct", "opened_boxes", "total_boxes", "turnout_pct", "lead_points", "lead_votes"),
)
"""The record's own figures, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read: ``records`` in the order of the text; ``ignored`` says what was left out.

    ``said`` is who tells figures, where that is no agency, of a text that names none.
    """

    records: tuple[Record, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    said: tuple[Span, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every open question, in the order of the text."""
        return tuple(question for record in self.records for question in record.questions)
