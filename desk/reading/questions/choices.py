"""What one key each would answer: how a number may be read, and who and where the text names near.

Nothing is decided here; a choice is only put before others because it stands closer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from desk.facts import figures
from desk.facts.bulletin import Item, Value
from desk.facts.codes import Refusal
from desk.facts.election import OTHERS, Contest
from desk.reading.lexicon import Context, Name
from desk.reading.names.naming import Namer
from desk.reading.normalise import Clean, normalise
from desk.reading.numbers import Number, clock_of
from desk.reading.questions.answers import FigureAnswer
from desk.reading.questions.outdone import Outdone, leads, outdone
from desk.reading.shapes import ASKS, NOTHING, Asks, Question, Reading, Record, Span
from desk.reading.tokens import tokenise
from desk.reading.units import AgencyName, Claimant, PlaceName, Unit, Word
from desk.reading.vocabulary import Sense

KEYS = 9
"""Digits that answer; the tenth, 0, is always `NOTHING`."""

_REACH = 300
"""Characters either side that are looked at at least; a page without line ends is one line."""

_LINES = 12
"""Lines above in which a heading is looked for."""

_NEAR_NAMES = 3
_TORN = re.compile(r"(?<=[0-9])(?: ([.,])|([.,]) )(?=[0-9]{1,2}(?![0-9]))")
"""A decimal mark with a blank beside it, inside what is one fragment."""

_PIECES = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")

_FIELDS: Sequence[tuple[tuple[Sense, ...], tuple[Item, ...]]] = (
    ((Sense.GAP, Sense.POINT), (Item.LEAD_POINTS, Item.LEAD_VOTES)),
    ((Sense.TURNOUT,), (Item.TURNOUT,)),
    ((Sense.BOX, Sense.OPENED), (Item.OPENED_SHARE, Item.OPENED_BOXES, Item.TOTAL_BOXES)),
)
"""Words, and what a number near them may be besides somebody's."""


def with_answers(reading: Reading, text: str, context: Context) -> Reading:
    """The same reading, each question with its likely answers."""
    if not reading.questions:
        return reading
    choices = Choices(text, context)
    records = tuple(
        replace(record, questions=tuple(choices.filled(one, record) for one in record.questions))
        for record in reading.records
    )
    return replace(reading, records=records)


class Choices:
    """The likely answers about fragments of one text."""

    def __init__(self, text: str, context: Context) -> None:
        self._raw, self._context = text, context
        self._units: dict[int, list[Unit]] = {}

    def filled(self, question: Question, record: Record) -> Question:
        """A record's question with its likely answers, and last that it is nothing of the kind."""
        asks = ASKS.get(question.code, Asks.FIGURE)
        known = [one for one in question.answers if one != NOTHING]
        match asks:
            case Asks.FIGURE:
                found = self.figures(question.source)
            case Asks.WHO:
                found = self.names(known, question.source, record.contest)
            case Asks.PLACE:
                found = self.places(question.source, known)
            case Asks.AGENCY:
                found = self.agencies(question.source)
            case Asks.CONTEST:
                found = tuple(known)
        return replace(question, answers=(*found[:KEYS], NOTHING))

    def figures(self, span: Span) -> tuple[str, ...]:
        """What a fragment's number may be, with those it may be of where the text names any."""
        near = self._near(span)
        readings = near.readings()
        holders = self._holders(near)[:_NEAR_NAMES]
        fields = near.fields(readings)
        own = [
            str(FigureAnswer(item, value, holder))
            for holder in holders
            for item, value in readings
            if item is not None
        ]
        # Somebody the text does not name here: whose it is comes next.
        bare = [str(FigureAnswer(item, value)) for item, value in readings if item is not None]
        clocks = [str(FigureAnswer(None, value)) for item, value in readings if item is None]
        first, then = (fields, own) if near.about_fields else (own, fields)
        told, by = near.by_how_much(readings)
        ahead = [*by, *first] if told is Outdone.LIKELY else [*first, *by]
        found = dict.fromkeys([*ahead, *then])
        room = KEYS - len(bare) - len(clocks)
        return (*list(found)[:room], *bare, *clocks)

    def names(self, known: Sequence[str], span: Span, contest: str | None) -> tuple[str, ...]:
        """Who a name may be: those it may mean, else the usual rows of the contest."""
        election = self._context.election
        if election is None:
            return tuple(known)
        codes = [code for code in known if code in self._contenders]
        codes += self._holders(self._near(span), within=True)
        race = election.contest(contest) if contest else election.contests[0]
        return tuple(dict.fromkeys(codes)) or race.shown

    def places(self, span: Span, known: Sequence[str] = ()) -> tuple[str, ...]:
        """The night's places the text names, nearest first; without a night what it may mean.

        Last comes the night's one province, whose figures are told beside its districts'.
        """
        own = self._context.places
        if not own:
            return tuple(known)
        bare = [one.partition(" (")[0] for one in known]
        named = [
            entry.name
            for unit in self._above(self._near(span))
            if isinstance(unit.data, PlaceName)
            for entry in unit.data.entries
        ]
        election = self._context.election
        provinces = [place.name for place in election.provinces] if election else []
        whole = provinces if len(provinces) == 1 else []
        return tuple(dict.fromkeys(one for one in [*bare, *named, *whole] if one in own))

    def agencies(self, span: Span) -> tuple[str, ...]:
        """The agencies the text names, nearest first, and then the night's others."""
        named = [
            unit.data.code
            for unit in self._above(self._near(span))
            if isinstance(unit.data, AgencyName) and unit.data.code
        ]
        election = self._context.election
        if election is None:
            return tuple(dict.fromkeys(named))
        own = [agency.code for agency in election.agencies]
        return tuple(dict.fromkeys([*(one for one in named if one in own), *own]))

    # -- what stands around a fragment

    @cached_property
    def _clean(self) -> Clean:
        return normalise(self._raw)

    @cached_property
    def _contenders(self) -> frozenset[str]:
        election = self._context.election
        contests: Iterable[Contest] = election.contests if election else ()
        return frozenset({OTHERS} | {one.code for race in contests for one in race.contenders})

    def _near(self, span: Span) -> _Near:
        text = self._clean.text

        def clean(raw: int) -> int:
            return bisect_left(
                range(len(text)), raw, key=lambda at: self._clean.span(at, at + 1)[0]
            )

        start, end = clean(span[0]), clean(span[1])
        line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        first = self._piece(max(line, start - _REACH))
        last = self._piece(min(stop if stop >= 0 else len(text), end + _REACH))
        units = [unit for at in range(first, last + 1) for unit in self._named(at)]
        return _Near(start, end, first, self._pieces[first][0], text[start:end], units)

    @cached_property
    def _pieces(self) -> list[Span]:
        """The text's lines, long ones cut at blanks: each is named once, however much is asked."""
        text, found, start = self._clean.text, list[Span](), 0
        for line in text.split("\n"):
            end = start + len(line)
            while end - start > 2 * _REACH:
                cut = text.rfind(" ", start + _REACH, start + 2 * _REACH)
                stop = cut if cut > 0 else start + 2 * _REACH
                found.append((start, stop))
                start = stop + (stop == cut)
            found.append((start, end))
            start = end + 1
        return found

    def _piece(self, position: int) -> int:
        return bisect_left(self._pieces, (position + 1, 0)) - 1

    def _named(self, piece: int) -> list[Unit]:
        if (found := self._units.get(piece)) is None:
            text = self._clean.text
            tokens = tokenise(text, *self._pieces[piece], self._context.acronyms)
            found = self._units[piece] = Namer(self._context).name(text, tokens)
        return found

    def _above(self, near: _Near) -> Iterable[Unit]:
        """The units of the fragment's line, nearest first, then of the lines above it."""
        yield from near.nearest
        for at in range(near.piece - 1, max(-1, near.piece - 1 - _LINES), -1):
            yield from reversed(self._named(at))

    def _holders(self, near: _Near, within: bool = False) -> list[str]:
        """Contenders the line names, nearest first; without any those of the heading above.

        ``within`` asks for those the fragment itself names.
        """
        if within:
            inside = [unit for unit in near.units if near.covers(unit)]
            return self._codes(inside)
        if own := self._codes(near.nearest):
            return own
        text, column = self._clean.text, near.column(self._clean.text)
        for at in range(near.piece - 1, max(-1, near.piece - 1 - _LINES), -1):
            start, heads = self._pieces[at][0], self._named(at)
            if found := self._codes(
                sorted(heads, key=lambda one: abs(text.count("\t", start, one.start) - column))
            ):
                return found
        return []

    def _codes(self, units: Iterable[Unit]) -> list[str]:
        codes: list[str] = []
        for unit in units:
            if isinstance(unit.data, Claimant):
                holder = unit.data
                codes += [holder.alias] if holder.alias else [one.code for one in holder.people]
                codes += holder.parties
            elif isinstance(unit.data, Word):
                # `imamoğlu 50,6` in a chat: in small letters a name is none to the grammar.
                near = self._context.phrases.get(unit.data.fold, ())
                alone = [one for one in near if len(one.words) == 1]
                codes += [
                    entry.code
                    for one in alone
                    for entry in one.entries
                    if entry.kind is Name.PERSON
                ]
        national = self._context.election is None
        return list(dict.fromkeys(one for one in codes if one in self._contenders or national))


@dataclass
class _Near:
    """A fragment (``start``:``end`` of the plain text) in its line, which begins at ``first``.

    ``piece`` is the first of the text's pieces that were looked at for it.
    """

    start: int
    end: int
    piece: int
    first: int
    text: str
    units: list[Unit]

    def covers(self, unit: Unit) -> bool:
        """Whether a unit stands in the fragment."""
        return unit.start < self.end and self.start < unit.end

    def column(self, text: str) -> int:
        """Which cell of its row the fragment stands in."""
        return text.count("\t", self.first, self.start)

    @cached_property
    def nearest(self) -> list[Unit]:
        """The line's units, those with no other number between first, what stands before first."""
        numbers = [
            one for one in self.units if isinstance(one.data, Number) and not self.covers(one)
        ]
        starts, ends = [one.start for one in numbers], [one.end for one in numbers]

        def far(unit: Unit) -> tuple[int, bool, int]:
            low, high = min(unit.end, self.end), max(unit.start, self.start)
            return (
                max(0, bisect_right(ends, high) - bisect_left(starts, low)),
                unit.start >= self.end,
                max(unit.start - self.end, self.start - unit.end),
            )

        return sorted(self.units, key=far)

    @property
    def number(self) -> Number | None:
        """The number in the fragment, as the line was read."""
        found = (one.data for one in self.units if self.covers(one))
        return next((one for one in found if isinstance(one, Number)), None)

    @property
    def about_fields(self) -> bool:
        """Whether a word of boxes, turnout or a gap stands nearer than any name."""
        for unit in self.nearest:
            if isinstance(unit.data, Claimant):
                return False
            if any(unit.word(*senses) for senses, _ in _FIELDS):
                return True
        return False

    def readings(self) -> list[tuple[Item | None, Value]]:
        """A share, votes or (None) a time of day: whatever the number may be, likeliest first."""
        number = self.number
        percent = number is not None and number.percent
        counted: list[tuple[Item | None, Value]] = []
        shares: list[tuple[Item | None, Value]] = []
        clocks: list[tuple[Item | None, Value]] = []
        if number is not None and number.is_count:
            counted.append((Item.VOTES, int(number.value)))
        text = _TORN.sub(lambda mark: mark[1] or mark[2], self.text)
        pieces = dict.fromkeys([*_PIECES.findall(text), *_PIECES.findall(self.text)])
        for piece in [] if counted else pieces:
            shares += [(Item.SHARE, one) for one in _as_share(piece)]
            if not percent or not shares:
                counted += [(Item.VOTES, one) for one in _as_count(piece)]
            if not percent and (clock := clock_of(piece)) is not None:
                clocks.append((None, f"{clock:%H:%M}"))
        small = number is None or number.value <= figures.HUNDRED
        first, then = (shares, counted) if percent or small else (counted, shares)
        return list(dict.fromkeys([*first, *then, *clocks]))

    def by_how_much(
        self, readings: Sequence[tuple[Item | None, Value]]
    ) -> tuple[Outdone, list[str]]:
        """Whether it is what somebody leads by, and the leads it may then be."""
        found = (at for at, one in enumerate(self.units) if self.covers(one))
        at = next((one for one in found if isinstance(self.units[one].data, Number)), None)
        if at is None or (told := outdone(self.units, at)) is Outdone.NO:
            return Outdone.NO, []
        items = leads(self.units, at)
        return told, [
            str(FigureAnswer(item, value))
            for kind, value in readings
            for item in items
            if kind is not None and item.is_share == kind.is_share
        ]

    def fields(self, readings: Sequence[tuple[Item | None, Value]]) -> list[str]:
        """What the number may be of the bulletin as a whole, where the line's words speak of it."""
        found = []
        for senses, items in _FIELDS:
            if any(unit.word(*senses) for unit in self.units):
                for kind, value in readings:
                    found += [
                        str(FigureAnswer(item, value))
                        for item in items
                        if kind is not None and item.is_share == kind.is_share
                    ]
        return list(dict.fromkeys(found))


def _as_share(piece: str) -> list[Value]:
    """The share a number may be, also one that lost its mark (`5505`) or has it elsewhere."""
    try:
        return [figures.read_share(piece)]
    except Refusal:
        digits = re.sub(r"[^0-9]", "", piece)
        if not 3 <= len(digits) <= 4 or digits[0] == "0":
            return []
        return [figures.read_share(f"{digits[:2]},{digits[2:]}")]


def _as_count(piece: str) -> list[Value]:
    """The count a number may be; marks in an odd place may still part its thousands."""
    try:
        return [figures.read_count(piece)]
    except Refusal:
        digits = re.sub(r"[^0-9]", "", piece)
        whole = re.fullmatch(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+", piece)
        return [int(digits)] if whole and len(digits) <= figures.MAX_COUNT_DIGITS else []


def other_figures(answers: Sequence[str]) -> tuple[str, ...]:
    """What the numbers among some answers may be besides: every item one of the kind may have."""
    known = [FigureAnswer.parse(one) for one in answers if one != NOTHING]
    kinds = dict.fromkeys((one.item.is_share, one.value) for one in known if one.item)
    every = [
        str(FigureAnswer(item, value))
        for share, value in kinds
        for item in Item
        if item is not Item.LEADER and item.is_share == share
    ]
    return tuple(one for one in every if one not in answers)
