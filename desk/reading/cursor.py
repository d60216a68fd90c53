"""The place in a sentence where the grammar stands: its items, and the label that is open.

Small steps every rule needs (what comes next, ask, spoil); which rule applies never enters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.facts.codes import Code
from desk.reading.collect import Collector
from desk.reading.items import LabelNamed, Punctuation, TextItem, Word
from desk.reading.notation import Notation, Unit, Value
from desk.reading.sentences import Outlook
from desk.reading.state import ReadingState
from desk.reading.words import Sense

_LONGEST_TAIL = 12

_DECISIVE = frozenset(
    [
        "ile",
        "oranla",
        "oyla",
        "aldi",
        "alirken",
        "alarak",
        "almis",
        "alindi",
        "topladi",
        "kazandi",
        "oyda",
    ]
)
"""Words after which nothing can take a value back."""

_DATIVES = frozenset(["oranina", "seviyesine", "duzeyine", "oyuna", "oya"])


@dataclass(slots=True)
class Open:
    """The label or key a value may belong to, and what has come between since."""

    item: TextItem
    index: int
    clean: bool = True
    strict: bool = True
    comma: bool = False
    doubtful: bool = False
    places: int = 0
    shares: int = 0
    counts: int = 0
    last_value: int = -1

    @property
    def valued(self) -> bool:
        """Whether a value has been bound already."""
        return bool(self.shares or self.counts)


class Cursor:
    """One sentence being bound. ``open`` is the label or key a value may belong to.

    ``topic`` is the label a list of places goes on about, ``fresh_place`` says that a place or an
    agency came since the last value; after an unbound value the sentence is ``tainted`` until its
    next part. ``used`` are items a rule has taken ahead of their turn.
    """

    def __init__(
        self, items: Sequence[TextItem], state: ReadingState, out: Collector, outlook: Outlook
    ) -> None:
        self.items = items
        self.state = state
        self.out = out
        self.outlook = outlook
        self.open: Open | None = None
        self.topic: TextItem | None = outlook.topic
        self.fresh_place = False
        self.abroad = False
        self.tainted = False
        self.used: set[int] = set()
        self.now = 0

    def spoil(self) -> None:
        """Something came between that nobody knows: the open label takes no more values."""
        if self.open is not None:
            self.open.clean = self.open.strict = False

    def ask(self, code: Code, item: TextItem) -> None:
        """Ask about a value; if its own label looks unknown, about the label."""
        unknown = self.unknown_label(item) if code in (Code.Q301, Code.Q303) else None
        self.out.ask(Code.Q301 if unknown else code, unknown or item)
        # A misprint of one label's figure leaves the next label's alone.
        self.tainted = self.tainted or code in (Code.Q303, Code.Q305)
        if self.open is not None:
            self.open.doubtful = True

    def unknown_label(self, item: TextItem) -> TextItem | None:
        """The words right before a value that look like a name nobody here knows."""
        stop = self.now
        while stop and isinstance(self.items[stop - 1].data, Punctuation):
            stop -= 1
        start = stop
        while start and stop - start < 4 and _is_nameless(self.items[start - 1]):
            start -= 1
        words = self.items[start:stop]
        if not any(isinstance(one.data, LabelNamed) for one in words):
            return None
        first, last = words[0], words[-1]
        return TextItem(first.data, first.start, last.end)

    def at(self, index: int) -> TextItem | None:
        """The item at this index, or None."""
        return self.items[index] if 0 <= index < len(self.items) else None

    def word_at(self, index: int) -> Word | None:
        """The word at this index, or None."""
        item = self.at(index)
        return item.data if item is not None and isinstance(item.data, Word) else None

    def after_unit(self, index: int, value: Value) -> int:
        """Index of what follows a value and its unit."""
        if value.unit is Unit.NONE:
            return index + 1
        following = self.at(index + 1)
        return (
            index + 2 if following is not None and isinstance(following.data, Word) else index + 1
        )

    def tail(self, index: int) -> list[Word]:
        """The words from ``index`` to the next mark, label, key or value."""
        words: list[Word] = []
        while (word := self.word_at(index)) is not None and len(words) < _LONGEST_TAIL:
            words.append(word)
            index += 1
        return words

    def share_of(self, name: str, item: TextItem, value: Value) -> None:
        """File a share of the bulletin itself, if it can be one."""
        if value.over_hundred:
            self.ask(Code.Q304, item)
        elif value.form not in (Notation.DECIMAL, Notation.WHOLE):
            self.ask(Code.Q305, item)
        else:
            self.out.figure(name, item, value.share)


def _is_nameless(item: TextItem) -> bool:
    """A word that may belong to a name: a weak label, or a capital title (`Ekrem Başkan`)."""
    if isinstance(item.data, LabelNamed):
        return not (item.data.known or item.data.parties)
    return isinstance(item.data, Word) and item.data.capital and Sense.ROLE in item.data.senses


def refusal_of(c: Cursor, index: int, value: Value, opened: Open, label: LabelNamed) -> Code | None:
    """Why a value must not be given to the label before it."""
    if value.case in ("abl", "possabl"):
        return Code.I307
    if opened.doubtful or c.tainted or not opened.clean:
        return Code.Q303
    if not label.sure:
        return Code.Q301
    return form_refusal(c, value, opened) or disturbed(c, index, value)


def form_refusal(c: Cursor, value: Value, opened: Open) -> Code | None:
    """Whether the number's form fits a share or votes at all."""
    if value.is_share:
        if value.over_hundred:
            return Code.Q304
        return None if value.percent or opened.strict else Code.Q303
    if value.percent:
        return Code.Q305
    if value.unit is Unit.VOTES and value.form is not Notation.SPACED:
        return None
    if value.form is Notation.SPOKEN:
        return None if opened.strict or c.outlook.line.votes_named else Code.Q303
    if value.form is Notation.SPACED:
        return None if value.unit is Unit.VOTES and value.number > 999_999 else Code.Q305
    if value.form is Notation.GROUPED:
        plain = c.outlook.line.votes_named or opened.shares or value.number >= 100_000
        return None if plain and opened.strict else Code.Q305
    if c.outlook.seats_named:
        return Code.I304
    if value.over_hundred:
        named = c.outlook.line.votes_named and opened.strict and value.number > 999
        return None if named else Code.Q309
    whole = c.outlook.line.whole_shares and opened.strict and not opened.shares
    return None if whole else Code.Q309


def disturbed(c: Cursor, index: int, value: Value) -> Code | None:
    """What follows a value may take it back: it rose by it, nearly, expected."""
    if value.case in ("possloc", "possgen", "ki", "other", "rel", "lar"):
        return Code.Q303
    tail = c.tail(index + 1)
    first = tail[0] if tail else None
    if value.case == "acc" and first is None:
        # `yüzde 37'yi`: found, passed, missed; the verb is not there.
        return Code.Q311
    if value.case in ("dat", "possdat"):
        return None if first and Sense.REACHED in first.senses else Code.Q311
    if value.case == "gen":
        above = first is not None and first.fold in ("uzerinde", "ustunde")
        exact = value.form is Notation.DECIMAL
        return None if above and exact else Code.Q311
    if first is None or _titles_next(c, index + 1, tail):
        return None
    if not first.senses & {Sense.AFTER, Sense.VOTE, Sense.TAKING, Sense.BETWEEN}:
        if Sense.CHANGE in first.senses:
            return Code.I307
        return Code.Q311 if Sense.VAGUE in first.senses else Code.Q303
    return _taken_back(tail)


def _taken_back(tail: Sequence[Word]) -> Code | None:
    """Whether the words behind a value say that it is no result: rose by it, nearly got it."""
    raised = False
    for word in tail:
        if word.fold in _DECISIVE:
            return None
        raised |= word.fold in _DATIVES
        if raised and Sense.REACHED in word.senses:
            # `yüzde 50,1 oy oranına ulaştı`
            return None
        if word.senses & {Sense.CHANGE}:
            return Code.I307
        if word.senses & {Sense.REACHED, Sense.VAGUE, Sense.AHEAD_OF}:
            return Code.Q311
    return None


def _titles_next(c: Cursor, index: int, tail: Sequence[Word]) -> bool:
    """Whether the words are only the next contender's title: `Sayın`, `Cumhurbaşkanı`."""
    following = c.at(index + len(tail))
    return (
        all(Sense.ROLE in word.senses for word in tail)
        and following is not None
        and isinstance(following.data, LabelNamed)
    )


def completes(c: Cursor, index: int, value: Value, opened: Open) -> bool:
    """`yüzde 47,42, 11 milyon 428 bin 512 rey`: the other half of one contender's row."""
    between = c.items[opened.last_value + 1 : index]
    if opened.last_value < 0 or len(between) > 4:
        return False
    for one in between:
        if isinstance(one.data, Punctuation) and one.data.text in ",()|-/\t:":
            continue
        word = one.data if isinstance(one.data, Word) else None
        if word is None or not (
            word.fold in ("ve", "ile", "yani")
            or Sense.VOTE in word.senses
            or word.fold in ("orani", "oran", "oranla", "aldi", "alarak")
        ):
            return False
    if value.is_share:
        return bool(opened.counts and not opened.shares)
    if value.is_count and value.unit in (Unit.VOTES, Unit.NONE):
        return bool(opened.shares and not opened.counts)
    return False
