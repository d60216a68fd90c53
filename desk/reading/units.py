"""What a line is made of: agencies, places, contests, contenders, numbers, words and marks.

Shapes only; recognising them belongs to `naming`, `holders` and `races`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from desk.facts.election import OTHERS
from desk.reading.lexicon import Meaning
from desk.reading.numbers import Clock, Day, Number, Other
from desk.reading.vocabulary import Sense, Verb

Value = TypeVar("Value")


class Once(Generic[Value]):
    """A property worked out when first asked for; before 3.12 `cached_property` takes a lock."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work, self._name = work, work.__name__

    def __get__(self, one: object, _: type | None = None) -> Value:
        found = one.__dict__[self._name] = self._work(one)
        return found


@dataclass(frozen=True, slots=True)
class AgencyName:
    """A source; ``code`` is None for one nobody knows, ``quoted`` inside a quotation.

    A ``board`` is an election board: no agency's figures, but they are nobody else's either.
    """

    code: str | None
    quoted: bool = False
    board: bool = False


INSIDE, ABROAD, INLAND = "Yurt içi", "Yurt dışı", "inland"
"""The vote inside the country and abroad, where they are places of their own; the first's code."""


UNSURE = "unsure"
"""The case of a place that may not be that of the figures behind it.

It says who somebody is (`Nilüfer Belediye Başkanı Mustafa Bozbey`), or is only told about
(`Kadıköy daha gelmedi`).
"""
LED = "led"
"""The case of one that somebody led: `Nilüfer'i 20 yıl yöneten isim`, where she may still stand."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place by its possible entries: more than one if the name alone does not settle it.

    ``plain`` says the name is also a word of the language or a person's (Konak, Fatih).
    """

    entries: tuple[Meaning, ...]
    plain: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The canonical names it may have."""
        return frozenset(entry.name for entry in self.entries)

    @property
    def is_whole(self) -> bool:
        """Whether it can only be a province, the country or a part of the vote."""
        return not any(entry.province for entry in self.entries)


@dataclass(frozen=True, slots=True)
class RaceName:
    """A contest as the text names it; ``race`` is one of `races`."""

    race: str


@dataclass(frozen=True, slots=True)
class Claimant:
    """A contender as the text calls it.

    ``parties`` are the codes it may mean, ``people`` the file's persons, ``sure`` is False for a
    single unknown word that only its neighbours can make a name. ``clash`` says that the party
    named with a candidate is not hers; ``race`` is the contest a title names, ``hint`` its place;
    ``twins`` are the places its first word names as well (Aydın Şadi Özdemir, Yıldırım).
    """

    text: str
    parties: tuple[str, ...] = ()
    candidate: str | None = None
    people: tuple[Meaning, ...] = ()
    sure: bool = True
    known: bool = True
    clash: bool = False
    race: str = ""
    hint: tuple[Meaning, ...] = ()
    alias: str = ""
    twins: tuple[Meaning, ...] = ()

    @property
    def is_party(self) -> bool:
        """A party alone, nobody named."""
        return self.candidate is None and bool(self.parties)

    @property
    def is_others(self) -> bool:
        """All the others together."""
        return self.parties == (OTHERS,)

    @property
    def stands(self) -> frozenset[tuple[str, str]]:
        """The contests, and the places in them, those persons stand in."""
        return frozenset((person.contest, person.place) for person in self.people)


@dataclass(frozen=True, slots=True)
class Word:
    """Any other word, with what it may do."""

    fold: str
    senses: frozenset[Sense]
    verb: Verb | None = None
    capital: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A punctuation mark. ``gap`` says a blank stands before it."""

    text: str
    gap: bool = False


_NO_SENSES: frozenset[Sense] = frozenset()
Data = AgencyName | PlaceName | RaceName | Claimant | Number | Clock | Day | Other | Word | Mark


@dataclass(slots=True, eq=False, init=False)
class Unit:
    """One piece of a line, at ``start:end`` of the plain text; ``case`` by its suffix.

    Made once and never changed (frozen, making one would take three times as long); what is asked
    of it far more often than it is made stands in ``fold``, ``senses`` and ``sign``.
    """

    data: Data
    start: int
    end: int
    case: str
    fold: str = field(init=False, repr=False)
    """The folded word, or nothing."""
    senses: frozenset[Sense] = field(init=False, repr=False)
    sign: str = field(init=False, repr=False)
    """A mark's first character; of anything else one that is in no list of marks."""

    def __init__(self, data: Data, start: int, end: int, case: str = "") -> None:
        self.data, self.start, self.end, self.case = data, start, end, case
        self.fold, self.senses, self.sign = "", _NO_SENSES, "\0"
        if type(data) is Word:
            self.fold, self.senses = data.fold, data.senses
        elif type(data) is Mark:
            self.sign = data.text[0]

    def mark(self, marks: str) -> bool:
        """Whether it is one of these marks."""
        return self.sign in marks

    def word(self, *wanted: Sense) -> bool:
        """Whether it is a word that may do any of these."""
        return not self.senses.isdisjoint(wanted)

    def race(self, *races: str) -> bool:
        """Whether it names one of these contests."""
        return isinstance(self.data, RaceName) and self.data.race in races


@dataclass
class Memory:
    """Full names met so far, by surname, with the party they were named with.

    A surname two people share is None: it no longer says who.
    """

    people: dict[str, Claimant | None] = field(default_factory=dict)

    def learn(self, surname: str, holder: Claimant) -> None:
        """Keep a full name for when only the surname comes."""
        known = self.people.get(surname, holder)
        if known is None or known.candidate != holder.candidate:
            self.people[surname] = None
        elif not known.parties or surname not in self.people:
            self.people[surname] = holder
