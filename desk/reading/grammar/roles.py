"""What each number of a clause is: a contender's share, opened boxes, turnout, a lead, nothing.

The rules stand in one list and are asked in its order, the first that knows answers; each has an
example and a counter-example in the reader's tests.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from desk.facts.codes import Code
from desk.reading.grammar.clauses import Clause
from desk.reading.numbers import Number
from desk.reading.units import Claimant, Mark, Once, PlaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense


class Part(Enum):
    """What a number is."""

    # As with `Sense`: members are single objects, and the enum's own hash is a slow call.
    __hash__ = object.__hash__

    SHARE = auto()
    VOTES = auto()
    OPENED = auto()
    OPENED_BOXES = auto()
    TOTAL_BOXES = auto()
    TURNOUT = auto()
    LEAD = auto()
    CLOCK = auto()
    LEFT = auto()
    ASKED = auto()
    NOTHING = auto()


FIELDS = {
    Part.OPENED: "opened_pct",
    Part.OPENED_BOXES: "opened_boxes",
    Part.TOTAL_BOXES: "total_boxes",
    Part.TURNOUT: "turnout_pct",
}
"""What a record calls the figures that are no contender's."""


class FigureRole(NamedTuple):
    """A number's part; ``code`` says why it is left out or asked about."""

    part: Part
    code: Code | None = None


SHARE, VOTES, OPENED = FigureRole(Part.SHARE), FigureRole(Part.VOTES), FigureRole(Part.OPENED)
OPENED_BOXES, TOTAL_BOXES = FigureRole(Part.OPENED_BOXES), FigureRole(Part.TOTAL_BOXES)
TURNOUT, LEAD, CLOCK, NOTHING = (
    FigureRole(Part.TURNOUT),
    FigureRole(Part.LEAD),
    FigureRole(Part.CLOCK),
    FigureRole(Part.NOTHING),
)
CHANGE, OTHER_ELECTION = FigureRole(Part.LEFT, Code.I307), FigureRole(Part.LEFT, Code.I302)
SEATS, NO_VOTES = FigureRole(Part.LEFT, Code.I304), FigureRole(Part.LEFT, Code.I305)
HOPED, POLLED, RECOUNTED = (
    FigureRole(Part.LEFT, Code.I308),
    FigureRole(Part.LEFT, Code.I301),
    FigureRole(Part.LEFT, Code.I303),
)
ROUGH, WHOSE, ODD = (
    FigureRole(Part.ASKED, Code.Q311),
    FigureRole(Part.ASKED, Code.Q303),
    FigureRole(Part.ASKED, Code.Q305),
)
UNITLESS = FigureRole(Part.ASKED, Code.Q309)

_DESPITE = ("ragmen", "karsin")
OPENING = ("acil", "acik", "sayil", "giril", "islen", "sayim", "opened", "counted")
KEYS = (
    Sense.TURNOUT,
    Sense.GAP,
    Sense.ASIDE,
    Sense.SHIFT,
    Sense.BOX,
    Sense.OPENED,
    Sense.VOTER,
    Sense.SEAT,
)


@dataclass
class View:
    """One number in its clause, with the windows its rules look through.

    ``topic`` is what an earlier key of the sentence or a heading says of numbers without one;
    ``follow_up`` is a number alone in its clause, behind another clause's verb.
    """

    clause: Clause
    at: int
    earlier: dict[int, FigureRole]
    topic: Sense | None = None
    follow_up: bool = False

    number: Number = field(init=False)
    case: str = field(init=False)
    """The number itself, and the case its suffix makes."""

    def __post_init__(self) -> None:
        unit = self.clause.units[self.at]
        assert isinstance(unit.data, Number)
        self.number, self.case = unit.data, unit.case

    @Once
    def before(self) -> list[Unit]:
        """Units back to the number before, or to the clause's start; a time parts nothing."""
        start = self.last + 1
        return [
            unit
            for at, unit in enumerate(self.clause.units[start : self.at], start)
            if not self._parts_nothing(at)
        ]

    @Once
    def last(self) -> int:
        """Where the number before stands that is no time, or -1."""
        numbers = self.clause.numbers
        for place in range(self._place - 1, -1, -1):
            if not self._parts_nothing(numbers[place]):
                return numbers[place]
        return -1

    @Once
    def _place(self) -> int:
        """Which of the clause's numbers this is."""
        return bisect_left(self.clause.numbers, self.at)

    def _parts_nothing(self, at: int) -> bool:
        """A time, the first of `88'den 94'e` or `44 iken 59'a`: what is said before is of this."""
        role, units = self.earlier.get(at), self.clause.units
        moved = units[at + 1].fold == "iken" or (units[at + 1].mark("→") and at == self.at - 2)
        before = role == CHANGE and (at == self.at - 1 or moved)
        return role == CLOCK or before

    @Once
    def behind(self) -> list[Unit]:
        """Units up to the next number, or to the clause's end."""
        later = self.clause.numbers[self._place + 1 : self._place + 2]
        return self.clause.units[self.at + 1 : later[0] if later else None]

    @Once
    def next(self) -> Unit | None:
        """The unit right behind, brackets apart."""
        rest = [unit for unit in self.behind[:2] if not unit.mark("()\"'")]
        return rest[0] if rest else None

    def follows(self, *wanted: Sense, reach: int = 1) -> bool:
        """Whether one of the next words, no mark between, may do any of these."""
        for unit in self.behind[:reach]:
            if isinstance(unit.data, Mark) and not unit.mark('"'):
                return False
            if unit.word(*wanted):
                return True
        return False

    def key(self) -> tuple[Sense, Unit] | None:
        """The nearest key before it, no contender's name or closing mark between."""
        return self._key

    @Once
    def _key(self) -> tuple[Sense, Unit] | None:
        if (
            self.before
            and isinstance(self.before[-1].data, Word)
            and not self.before[-1].data.senses
            and not self.before[-1].data.verb
        ):
            return None
        last = self.clause.units[self.last].data if self.last >= 0 else None
        whole = isinstance(last, Number) and not last.is_share
        counted = self.clause.units[self.last + 1] if whole else None
        if self.last > 0 and isinstance(self.clause.units[self.last - 1].data, Claimant):
            # `KURUM 389 SANDIK %48,2`: nobody has boxes.
            counted = None
        told = list(self.before)
        while (at := next((n for n, one in enumerate(told) if one.fold in _DESPITE), -1)) >= 0:
            # `3,1 puan kaybına rağmen yüzde 48,1`: in spite of it, and no key.
            del told[max(0, at - 1) : at + 1]
        for unit in reversed(told):
            if unit is counted and unit.word(Sense.BOX) and unit.case in ("", "loc"):
                # `1.190 sandık sonucunda yüzde 47,3`: boxes counted before are no key.
                return None
            if isinstance(unit.data, Claimant) or unit.mark(";"):
                return None
            if isinstance(unit.data, Word) and not self._regarded(unit):
                sense = _key_sense(unit)
                if sense is not None:
                    return None if self._is_head(unit) else (sense, unit)
                if unit.data.verb is not None and unit.data.verb.form is Form.FINITE:
                    return None
        return None

    def _regarded(self, key: Unit) -> bool:
        """`AK Parti'nin kalesi sayılan Esenler'de`: held for it, and not counted."""
        units = self.clause.units
        at = units.index(key) if key.fold == "sayilan" else 0
        return at > 0 and units[at - 1].fold.endswith(("si", "su", "esi"))

    def _is_head(self, key: Unit) -> bool:
        """`CHP AKP Sandık Sarıyer %51,9`: the last of some heads, and the first line below them."""
        at = self.clause.units.index(key)
        between = self.clause.units[at + 1 : self.at]
        below = any(isinstance(one.data, PlaceName) and not one.case for one in between)
        return bool(at) and below and isinstance(self.clause.units[at - 1].data, Claimant)

    def said(self, *wanted: Sense) -> bool:
        """Whether a word before it may do any of these."""
        return any(unit.word(*wanted) for unit in self.before)


Rule = Callable[[View], FigureRole | None]
Sign = Sense | FigureRole
WAKING: dict[Rule, tuple[frozenset[Sign], tuple[str, ...]]] = {}
"""What a clause must have for a rule to be asked, of those rules that know nothing without it."""


def woken_by(*signs: Sign, words: tuple[str, ...] = ()) -> Callable[[Rule], Rule]:
    """A rule that knows nothing of a number without one of these in its clause.

    A word may do one of ``signs``, the topic or an earlier number's role is one; or a word begins
    as one of ``words`` does.
    """

    def kept(rule: Rule) -> Rule:
        WAKING[rule] = frozenset(signs), words
        return rule

    return kept


def _key_sense(unit: Unit) -> Sense | None:
    assert isinstance(unit.data, Word)
    if (
        unit.data.verb is not None
        and unit.data.verb.form in (Form.FINITE, Form.CONVERB)
        and not unit.word(Sense.BOX)
    ):
        return None
    for sense in KEYS:
        if sense in unit.data.senses:
            if sense is Sense.OPENED and not unit.fold.startswith(OPENING):
                continue
            return sense
    return None


def left_by(role: FigureRole, code: Code) -> FigureRole:
    """A figure's role once its clause is of another election, a poll, a hope."""
    if role.part in (Part.NOTHING, Part.CLOCK, Part.LEFT):
        return role
    return FigureRole(Part.LEFT, code)
