"""What a block's earlier lines say of the figures to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from desk.reading.grammar.roles import FigureRole, Part
from desk.reading.grammar.times import TextNight
from desk.reading.scope import Address
from desk.reading.units import Unit
from desk.reading.vocabulary import Form, Sense


@dataclass
class Flow:
    """What holds in a block besides its address: a list's contender, its topic, what is apart.

    ``spoken`` is whom alone the line's sentence before spoke of, ``parts`` what its figures were
    if nobody's; ``closed`` are the places behind the line's figures, by where the figures start;
    ``body`` is the line that told of votes inside a body; ``void`` says that the sentence before
    took back what it gave no figures of; ``figured`` is the last line with figures,
    ``aside`` are the places told of something else, by where they start;
    ``quoted`` is what of the line stands in quotation marks: its start, its end, who says it;
    ``spots`` are the places of the lines of a list; ``passed`` is where somebody only
    spoke; ``void_below`` says that a heading told of what does not stand; ``open_lead`` is
    where the line's sentence before told of a lead, and of nobody who leads.
    """

    night: TextNight
    line: int = 0
    holder: Unit | None = None
    topic: Sense | None = None
    kind: Part | None = None
    apart: FigureRole | None = None
    corrects: bool = False
    spot: bool = False
    first: Unit | None = None
    last: Unit | None = None
    quoted: Sequence[tuple[int, int, Unit]] = ()
    spoken: Unit | None = None
    parts: Counter[FigureRole] = field(default_factory=Counter)
    heads: list[Unit] = field(default_factory=list)
    listed: list[Unit] = field(default_factory=list)
    closed: dict[int, Unit] = field(default_factory=dict)
    body: int = -1
    hours: bool = False
    void: bool = False
    figured: int = -1
    aside: set[int] = field(default_factory=set)
    spots: set[str] = field(default_factory=set)
    passed: Unit | None = None
    void_below: bool = False
    open_lead: Address | None = None

    def begin(self) -> None:
        """A liveblog's next entry: nothing of the one before holds."""
        self.holder = self.topic = self.kind = self.apart = self.last = self.passed = None
        self.heads, self.parts = [], Counter()
        self.corrects = self.void_below = False


@dataclass
class Thread:
    """What a sentence's clauses hand on: its subject, its topic, who leads, whether all changed.

    ``far`` says that the clause before ended with `attığı`: by so many, as the next one tells;
    ``placed`` that one spoke of the places behind the first; ``form`` is its verb's,
    ``named`` are the contenders of all of them, ``both`` is the second of two agencies that
    told it.
    """

    subject: Unit | None = None
    anybody: Unit | None = None
    topic: Sense | None = None
    led: list[Unit] = field(default_factory=list)
    open_lead: Address | None = None
    parts: Counter[FigureRole] = field(default_factory=Counter)
    changes: bool = False
    goes_on: bool = False
    ahead: bool = False
    far: bool = False
    placed: bool = False
    form: Form | None = None
    named: list[Unit] = field(default_factory=list)
    both: Unit | None = None
