"""A bulletin as the rules compute with it: whole numbers by contender, worked out once.

Made from a draft's or a bulletin's figures, or straight from the rows of a file.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter

from desk.facts.bulletin import Figures, Item, Row, Slot, Source
from desk.facts.election import OTHERS
from desk.facts.figures import FULL, milli, plain
from desk.file.rows import BETWEEN, joined_figures, standing_heads
from desk.file.session import Database

_START = datetime(2000, 1, 1)

Name = tuple[str, str]
"""A figure's item and contender, as the file writes them."""

Key = tuple[str | int, ...]
"""Shares as they are told: who, in the alphabet's order, then how much."""

Unlearned = tuple[int, int, str | None]
"""What was known before the night learned from a bulletin: the total and the count of its column's
mean, and the place its shares were given for last."""


def minute_of(moment: datetime) -> int:
    """A local minute as a number: what is compared and subtracted all the time."""
    gone = moment - _START
    return gone.days * 1440 + gone.seconds // 60


def moment_of(minute: int) -> datetime:
    """The local minute of such a number."""
    return _START + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True)
class FigureShape:
    """Which figures a bulletin has; few are ever different in a night.

    ``codes`` are whose the shares are, ``at`` where those stand among ``names``, side by side;
    ``others`` is all else, each with where it stands.
    """

    names: tuple[Name, ...]
    codes: tuple[str, ...]
    at: slice
    others: tuple[tuple[int, str, str], ...]


@lru_cache(maxsize=4096)
def shape_of(items: str, contenders: str) -> FigureShape:
    """The shape of a file's bulletin, from its figures' items and contenders as one text each."""
    names = tuple(zip(items.split(BETWEEN), contenders.split(BETWEEN), strict=True))
    numbered = [(at, item, contender) for at, (item, contender) in enumerate(names)]
    shares = [one for one in numbered if one[1] == "share"]
    first = shares[0][0] if shares else 0
    return FigureShape(
        names,
        tuple(contender for _, _, contender in shares),
        slice(first, first + len(shares)),
        tuple(one for one in numbered if one[1] != "share"),
    )


@dataclass(slots=True, eq=False)
class Entry:
    """One bulletin in thousandths of a point and in counts; ``id`` 0 is a draft.

    ``room`` is how far rounding may move the sum of its shares, ``half`` how far it may move the
    share printed with the fewest digits; where rows differ, ``halves`` has each one's own.
    ``flagged`` says a rule about moves found fault with it,
    ``stated`` that a lead or a leader is named, ``seated`` that seats are given. ``unlearned``
    takes back what it taught the night.
    """

    id: int
    minute: int
    shares: dict[str, int] = field(default_factory=dict)
    room: int = 0
    half: int = 0
    halves: dict[str, int] | None = None
    opened: int | None = None
    opened_half: int = 0
    of_boxes: int | None = None
    boxes: int | None = None
    total: int | None = None
    votes: dict[str, int] = field(default_factory=dict)
    filed_at: str = ""
    replaces: int | None = None
    flagged: bool = False
    stated: bool = False
    turnout: bool = False
    seated: bool = False
    opened_text: str = ""
    unlearned: Unlearned = (0, 0, None)
    _key: Key | None = None
    _texts: dict[Name, str] | None = None
    _names: tuple[Name, ...] = ()
    _joined: str = ""

    @property
    def key(self) -> Key:
        """Its shares, for finding the same ones elsewhere; asked for once they are complete."""
        if self._key is None:
            shares = self.shares
            codes = sorted(shares)
            if codes != [*shares]:
                shares = {code: shares[code] for code in codes}
            # Flat: what holds no containers is nothing to the garbage collector.
            self._key = (*codes, *shares.values())
        return self._key

    def take(self, item: str, contender: str, text: str) -> None:
        """Add one figure, as plain text."""
        if self._texts is None:
            self._texts = {}
        self._texts[item, contender] = text
        self._count(item, contender, text)

    def fill(self, shape: FigureShape, joined: str) -> None:
        """Take all figures of a file's bulletin at once; what they were is kept as one text.

        A night of the whole country has a million figures: a value for each of them would be a
        second of reading and of every later search for rubbish.
        """
        texts = joined.split(BETWEEN)
        self._names, self._joined = shape.names, joined
        if shape.codes:
            values, halves = zip(*map(milli, texts[shape.at]), strict=True)
            self.shares = dict(zip(shape.codes, values, strict=True))
            self.room, self.half = sum(halves), max(halves)
            if self.room != self.half * len(halves):
                self.halves = dict(zip(shape.codes, halves, strict=True))
        for at, item, contender in shape.others:
            self._count(item, contender, texts[at])

    def _count(self, item: str, contender: str, text: str) -> None:
        if item == "share":
            value, half = milli(text)
            if self.shares and half != self.half and self.halves is None:
                self.halves = dict.fromkeys(self.shares, self.half)
            if self.halves is not None:
                self.halves[contender] = half
            self.shares[contender] = value
            self.room += half
            if half > self.half:
                self.half = half
        elif item == "opened_share":
            self.opened, self.opened_half = milli(text)
            self.opened_text = text
        elif item == "votes":
            self.votes[contender] = int(text)
        elif item == "opened_boxes":
            self.boxes = int(text)
        elif item == "total_boxes":
            self.total = int(text)
        elif item == "turnout":
            self.turnout = True
        elif item == "seats":
            self.seated = True
        else:
            self.stated = True

    def settle(self, boxes_known: int | None) -> None:
        """Work out the opened share where only boxes were given, of so many as the place has."""
        total = self.total or boxes_known
        if self.opened is None and self.boxes is not None and total:
            self.of_boxes = total
            self.opened = min(FULL, FULL * self.boxes // total)
            self.opened_half = FULL // (2 * total) + 1

    def half_of(self, code: str) -> int:
        """Half a unit of the last digit a contender's share was printed with."""
        return self.half if self.halves is None else self.halves[code]

    @property
    def part(self) -> Fraction | None:
        """How much is opened, from 0 to 1: as printed, or exactly by the boxes."""
        if self.of_boxes is not None and self.boxes is not None:
            return Fraction(min(self.boxes, self.of_boxes), self.of_boxes)
        return None if self.opened is None else Fraction(self.opened, FULL)

    @property
    def part_half(self) -> Fraction:
        """How far rounding may move that; nothing where boxes tell it."""
        return Fraction(0 if self.of_boxes is not None else self.opened_half, FULL)

    @property
    def least_part(self) -> tuple[int, int] | None:
        """How much is opened at least, rounding taken off, as a number and of how many."""
        if self.of_boxes is not None and self.boxes is not None:
            return min(self.boxes, self.of_boxes), self.of_boxes
        return None if self.opened is None else (max(0, self.opened - self.opened_half), FULL)

    @property
    def texts(self) -> dict[Name, str]:
        """Its figures as they were given, by item and contender."""
        if self._texts is None:
            texts = self._joined.split(BETWEEN)
            self._texts = dict(zip(self._names, texts, strict=True)) if self._names else {}
        return self._texts

    @property
    def seats(self) -> dict[str, int]:
        """Seats by contender; few bulletins have any."""
        if not self.seated:
            return {}
        return {who: int(text) for (item, who), text in self.texts.items() if item == "seats"}

    @property
    def as_of(self) -> datetime:
        """The agency's own local time."""
        return moment_of(self.minute)

    @property
    def whole(self) -> bool:
        """Whether *Diğer* is among its shares, so that they ought to make 100."""
        return OTHERS in self.shares

    def slots(self, source: Source, *rows: Row) -> tuple[Slot, ...]:
        """Addresses of those rows that it has."""
        texts = self.texts
        return tuple(Slot(source, row) for row in rows if (row.item.value, row.contender) in texts)

    def seen(self, *rows: Row) -> tuple[str, ...]:
        """The figures of those rows that it has, as they were given."""
        texts = self.texts
        found = (texts.get((row.item.value, row.contender)) for row in rows)
        return tuple(text for text in found if text is not None)

    @property
    def share_rows(self) -> tuple[Row, ...]:
        """The rows of its shares."""
        return tuple(Row(Item.SHARE, code) for code in self.shares)


def entry_of(
    figures: Figures,
    as_of: datetime,
    boxes_known: int | None,
    number: int = 0,
    filed_at: str = "",
    replaces: int | None = None,
) -> Entry:
    """The entry of a draft's or a bulletin's figures."""
    entry = Entry(number, minute_of(as_of), filed_at=filed_at, replaces=replaces)
    # In the order of the file's key: which of two equal figures is told first must not depend on
    # how the bulletin came here.
    named = ((row.item.value, row.contender, value) for row, value in figures.items())
    for item, contender, value in sorted(named, key=itemgetter(0, 1)):
        entry.take(item, contender, plain(value))
    entry.settle(boxes_known)
    return entry


def changed(entry: Entry, texts: Mapping[tuple[str, str], str], boxes: int | None) -> Entry:
    """The same bulletin with some figures replaced."""
    new = Entry(entry.id, entry.minute, filed_at=entry.filed_at, replaces=entry.replaces)
    for (item, contender), text in (entry.texts | dict(texts)).items():
        new.take(item, contender, text)
    new.settle(boxes)
    return new


@contextmanager
def uncollected() -> Iterator[None]:
    """A hundred thousand entries are made and all of them stay: looking for rubbish finds none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read_entries(
    db: Database, contest: str, first: int, last: int
) -> Iterator[tuple[str, str, Entry]]:
    """A contest's standing bulletins of these numbers as the rules compute with them.

    In the order of their numbers, each with its agency and its place.
    """
    figures = {told[0]: told for told in joined_figures(db, first, last)}
    moments: dict[str, int] = {}
    for number, agency, place, as_of, filed_at, replaces in standing_heads(
        db, contest, first, last
    ):
        minute = moments.get(as_of)
        if minute is None:
            minute = moments[as_of] = minute_of(datetime.fromisoformat(as_of))
        entry = Entry(number, minute, filed_at=filed_at, replaces=replaces)
        if number in figures:
            _, items, contenders, texts = figures[number]
            entry.fill(shape_of(items, contenders), texts)
        yield agency, place, entry


def comparable(one: Entry, other: Entry) -> list[str]:
    """The contenders both name; *Diğer* means the same only where both name the same ones."""
    same = one.shares.keys() == other.shares.keys()
    return [code for code in one.shares if code in other.shares and (same or code != OTHERS)]


def room_between(one: Entry, other: Entry, code: str) -> int:
    """How far rounding may move the distance of a contender's shares in two bulletins."""
    return one.half_of(code) + other.half_of(code)


def counted_out(entry: Entry, known: int | None) -> bool:
    """Whether every box is opened: by the boxes where they are told, else by the share.

    ``known`` are the place's own boxes, for a bulletin that gives no total.
    """
    total = known if entry.total is None else entry.total
    if entry.boxes is not None and total is not None:
        return entry.boxes >= total
    return entry.opened is not None and entry.opened >= FULL
