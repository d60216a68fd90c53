"""What the grammar works on: the agencies, places, contenders, keys and values of one line.

Shapes only; recognising them belongs to `scan` and `labels`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from desk.reading.lexicon import Meaning
from desk.reading.notation import Clock, Day, Value
from desk.reading.words import Sense

_DIVIDERS = "|\t-/"


class Mention(Enum):
    """How an agency or a place stands in the text."""

    HEAD = "head"  # opens what follows: `AA:`, a bare line
    SOURCE = "source"  # `AA'nın verilerine göre`; for a place, a locative
    HINT = "hint"  # inside a contender's title: `CHP Üsküdar adayı`
    MENTION = "mention"  # only spoken of


class FigureKey(Enum):
    """What a key announces: a figure that is no contender's."""

    OPENED = "opened"
    BOXES = "boxes"  # opened only if a verb of opening follows
    TOTAL = "total"
    TURNOUT = "turnout"
    GAP = "gap"
    ASIDE = "aside"  # voters, invalid votes: seen, and left out
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class AgencyNamed:
    """A source; ``code`` is None for one the reading does not know."""

    code: str | None
    form: Mention


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """A place by its possible entries: more than one if the name alone does not settle it."""

    entries: tuple[Meaning, ...]
    form: Mention

    @property
    def names(self) -> frozenset[str]:
        """The canonical names it may have."""
        return frozenset(entry.name for entry in self.entries)


@dataclass(frozen=True, slots=True)
class LabelNamed:
    """A contender as the text calls it.

    ``parties`` are the codes it may mean (more than one is a question), ``sure`` is False for a
    single unknown word that only its neighbours can make a name. ``clash`` says that the party
    named with a candidate is not hers.
    """

    text: str
    parties: tuple[str, ...] = ()
    candidate: str | None = None
    contenders: tuple[str, ...] = ()
    sure: bool = True
    known: bool = True
    clash: bool = False

    @property
    def is_party(self) -> bool:
        """A party alone, nobody named."""
        return self.candidate is None and bool(self.parties)

    @property
    def identity(self) -> str:
        """What makes two labels of one bulletin the same contender."""
        if self.contenders:
            return self.contenders[0]
        if self.candidate:
            return self.candidate.split()[-1]
        return self.parties[0] if self.parties else self.text


@dataclass(frozen=True, slots=True)
class Key:
    """A name of a figure: `açılan sandık sayısı`."""

    topic: FigureKey
    counted: bool = False
    rated: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Any other word, with what it may do."""

    fold: str
    senses: frozenset[Sense]
    capital: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Punctuation:
    """A punctuation mark. ``tight`` says no blank stands before it."""

    text: str
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Aside:
    """A number that is no figure (an ordinal), or a part of the country apart (abroad)."""

    abroad: bool = False
    inland: bool = False


Data = (
    AgencyNamed | PlaceNamed | LabelNamed | Key | Value | Clock | Day | Word | Punctuation | Aside
)


@dataclass(frozen=True, slots=True)
class TextItem:
    """One unit of a line, at ``start:end`` of the plain text; ``case`` by its suffix."""

    data: Data
    start: int
    end: int
    case: str = ""


@dataclass
class Memory:
    """Full names met so far, by surname, with the party they were named with.

    A surname two people share is None: it no longer says who.
    """

    people: dict[str, LabelNamed | None] = field(default_factory=dict)

    def learn(self, surname: str, label: LabelNamed) -> None:
        """Keep a full name for when only the surname comes."""
        known = self.people.get(surname, label)
        if known is None or known.candidate != label.candidate:
            self.people[surname] = None
        elif not known.parties or surname not in self.people:
            self.people[surname] = label


def joined(items: list[TextItem]) -> list[TextItem]:
    """`Ekrem İmamoğlu | CHP`, `CHP - Ekrem İmamoğlu`: a name and its party are one contender."""
    done: list[TextItem] = []
    for at, item in enumerate(items):
        if isinstance(item.data, LabelNamed):
            # `Ekrem İmamoğlu, CHP, %51,14`: commas part cells only if all cells have them.
            marks = _DIVIDERS + "," if _is_mark(items, at + 1, ",") else _DIVIDERS
            apart = 0
            while apart < len(done) and _is_mark(done, len(done) - 1 - apart, marks):
                apart += 1
            previous = done[-1 - apart] if apart < len(done) else None
            if previous is not None and isinstance(previous.data, LabelNamed) and apart <= 1:
                pair = couple(previous, item)
                if pair is not None:
                    del done[-1 - apart :]
                    done.append(pair)
                    continue
        done.append(item)
    return done


def _is_mark(items: list[TextItem], at: int, marks: str) -> bool:
    data = items[at].data if 0 <= at < len(items) else None
    return isinstance(data, Punctuation) and data.text in marks


def couple(first: TextItem, second: TextItem) -> TextItem | None:
    """A person and a party side by side as one contender, or None if they are two."""
    one, two = first.data, second.data
    assert isinstance(one, LabelNamed) and isinstance(two, LabelNamed)
    if first.case or second.case not in ("", "gen"):
        return None
    person, party = (one, two) if one.candidate else (two, one)
    if not (person.candidate and party.is_party) or len(party.parties) != 1:
        return None
    if " " not in person.candidate and not person.known:
        return None
    clash = bool(person.parties) and party.parties[0] not in person.parties
    if person.parties and not clash and not person.contenders:
        return None
    label = replace(
        person,
        text=one.text,
        parties=person.parties or party.parties,
        sure=True,
        clash=clash,
    )
    return TextItem(label, first.start, second.end, second.case)
