"""What a sentence is read with: the post around it, what its agencies had said, what it claims.

A pattern is a shape and the law that holds what stands in it against the CSV.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from tests.audit.arithmetic import Said
from tests.proof.held import Held, Word, moment
from tests.proof.shapes import COUNTED, House, Names, Slots, read_as, small

Faults = Iterator[str]


@dataclass(frozen=True)
class Printed:
    """One thing a text says of some bulletins: what sort of thing, of whom, and the value."""

    sort: str
    bulletins: tuple[int, ...]
    who: str
    value: str
    item: str = ""


@dataclass(frozen=True)
class Correction:
    """What a line of a correction takes back: the sort of thing, of which agencies and place, of
    whom, what was printed, and what is right or why it is gone."""

    sort: str
    agencies: tuple[str, ...]
    place: str
    who: str
    old: str
    new: str
    item: str = ""


@dataclass
class At:
    """Where a sentence stands: its post, and what was known when that went out.

    ``agencies`` are those the post names, in its order; ``place`` is that of the block, ``places``
    are those of all blocks; ``asked`` those the editor asked for.
    """

    held: Held
    house: House
    names: Names
    kind: str
    time: datetime
    agencies: tuple[str, ...]
    asked: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    place: str = ""
    lead_in_line: bool = True
    room: int = 30
    limits: dict[str, str] = field(default_factory=dict)
    spoken: tuple[str, ...] = ()
    asked_agencies: tuple[str, ...] = ()
    lead_told: bool = False
    pair: tuple[str, str] = ("", "")
    bulletin: tuple[Said, ...] = ()
    steps: dict[tuple[str, str], tuple[Said, Said]] = field(default_factory=dict)
    turns: list[tuple[str, str]] = field(default_factory=list)
    gaps_told: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    districts_told: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    districts_said: set[str] = field(default_factory=set)
    corrected: list[Correction] = field(default_factory=list)
    quoted: tuple[str, ...] = ()
    made_up: bool = False
    said: list[Printed] = field(default_factory=list)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def of(self, place: str) -> At:
        """The same, about a place."""
        return replace(self, place=place)

    def with_(self, said: Said) -> At:
        """The same, about a bulletin."""
        return replace(self, bulletin=(said,))

    def say(self, sort: str, value: object, *said: Said, who: str = "", item: str = "") -> None:
        """Remember what is printed of some bulletins."""
        numbers = tuple(one.number for one in said)
        self.said.append(Printed(sort, numbers, who, str(value), item))

    def words(self, place: str = "") -> list[Word]:
        """What the post's agencies have said of a place, those that have."""
        words = (self.held.word(agency, place or self.place) for agency in self.agencies)
        return [word for word in words if word.column]

    def leads(self, place: str = "") -> dict[str, Word]:
        """The agencies that tell who leads in a place, or that nobody does."""
        return {word.agency: word for word in self.words(place) if word.tells_lead}

    def districts(self) -> list[str]:
        """The districts a headline that counts speaks of."""
        told = () if self.kind in ("standing", "summary", "closing") else self.places
        known = (told, self.asked, self.names.districts)
        return next((some for places in known if (some := self._counted(places))), [])

    def counted(self) -> list[str]:
        """The districts the lines of a standing count."""
        inner = [place for place in self.districts() if place not in self.names.outside]
        return inner or self.districts()

    def _counted(self, places: Sequence[str]) -> list[str]:
        """Some places without the whole, and without what is told by itself unless there is but
        one other."""
        told = [place for place in places if self.words(place)] or places
        parts = [place for place in told if place != self.names.province]
        inner = [place for place in parts if place not in self.names.outside]
        return parts if len(inner) < 2 else inner

    def where(self, text: str) -> str:
        """The place of a locative; the province where there is none."""
        if not text:
            return self.names.province or self.place
        if text in self.names.spots or small(text) in self.names.spots:
            return self.names.spots.get(text) or self.names.spots[small(text)]
        every = sorted(self.names.by_name, key=len, reverse=True)
        said = next((name for name in every if name and text.startswith(name)), "")
        return self.names.by_name.get(said, text)

    def listed(self, text: str) -> list[str]:
        """The places of a list: A, B ve C, or A, B ve C'de."""
        *first, last = [name for part in text.split(", ") for name in part.split(" ve ")]
        return [*(self.names.by_name.get(name, name) for name in first), self.where(last)]

    def means(self, called: str, code: str | None) -> bool:
        """Whether a name is that of a contender."""
        return code is not None and code in self.names.codes(called)

    def minutes_ago(self, as_of: str) -> timedelta:
        """How long ago a bulletin was when the post went out."""
        return self.time - moment(as_of)

    def number(self, text: str) -> Decimal:
        """What a printed share or difference says."""
        return self.house.number(text)

    def count(self, text: str) -> int:
        """What a printed count says."""
        return int(text.replace(".", ""))

    def all_of(self, word: str) -> int:
        """How many a word for a small number means."""
        return COUNTED.index(small(word))

    def same_digits(self, printed: str, text: str | None) -> bool:
        """Whether a share is printed with the digits it was given in."""
        return text is not None and printed.split()[-1].lstrip("%") == self.house.digits(text)

    def same_text(self, printed: str, text: str | None) -> bool:
        """Whether a share that is nobody's result is printed as it was given."""
        said = printed.split()[-1].lstrip("%")
        return text is not None and said == text.replace(".", self.house.decimal)

    def clock(self, printed: str, as_of: str) -> bool:
        """Whether a printed time is that of a bulletin."""
        return self.house.time(printed) == as_of[-5:]


Law = Callable[[At, Slots], Faults]


@dataclass(frozen=True)
class Pattern:
    """A sentence a post can make: where it stands, its shape, and what makes it true."""

    name: str
    where: str
    shape: str
    law: Law


PATTERNS: list[Pattern] = []
"""Every pattern, in the order in which they were written down."""


def reads(where: str, *shapes: str) -> Callable[[Law], Law]:
    """Say that a law holds what stands in these shapes, where they stand."""

    def keep(law: Law) -> Law:
        for at, shape in enumerate(shapes):
            name = law.__name__ + (f"_{at + 1}" if len(shapes) > 1 else "")
            PATTERNS.append(Pattern(name, where, shape, law))
        return law

    return keep


def read(at: At, where: str, text: str) -> list[str]:
    """What is wrong with a sentence: by the pattern by which least is; that it has none."""
    best: list[str] | None = None
    for pattern in PATTERNS:
        if pattern.where != where:
            continue
        slots = read_as(pattern.shape, text, at.names, at.house)
        if slots is None:
            continue
        mark, taken, named = len(at.said), len(at.corrected), set(at.named)
        faults = [_told(pattern, fault, text) for fault in pattern.law(at, slots)]
        faults += [
            _told(pattern, f"nobody read {name}", text) for name in slots.unread if not faults
        ]
        if not faults:
            note(at, pattern, text)
            return []
        del at.said[mark:], at.corrected[taken:]
        at.named = named
        if best is None or _weight(faults) < _weight(best):
            best = faults
    return best if best is not None else [f"no {where} of {at.kind} reads “{text}”"]


def note(at: At, pattern: Pattern, text: str) -> None:
    """Keep the shortest text a pattern was seen in, by the kind of post; none that is made up."""
    if at.made_up:
        return
    key = at.kind, pattern.name
    at.seen[key] = min(at.seen.get(key, text), text, key=lambda one: (len(one), one))


def _weight(faults: list[str]) -> tuple[bool, int]:
    return any(fault.startswith("no ") for fault in faults), len(faults)


def _told(pattern: Pattern, fault: str, text: str) -> str:
    return fault if fault.endswith("”") else f"{pattern.name}: {fault} in “{text}”"


def each(at: At, where: str, texts: Sequence[str]) -> list[str]:
    """What is wrong with several of them."""
    return [fault for text in texts for fault in read(at, where, text)]


def slots_of(at: At, where: str, text: str) -> Slots | None:
    """What stands in a part of a sentence that has no law of its own; None if no shape reads it."""
    for pattern in PATTERNS:
        if pattern.where == where:
            slots = read_as(pattern.shape, text, at.names, at.house)
            if slots is not None:
                note(at, pattern, text)
                return slots
    return None
