"""What the editor has answered about a text, by the fragment each question is about.

Values only; the reader and the proposals look them up, and nothing here knows what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time

from desk.facts.bulletin import Item, Value
from desk.facts.figures import from_plain, plain
from desk.reading.shapes import Asks, Span

_NUMBER = re.compile(
    r"\W*(?:y[üu]zde\W*)?[0-9]+(?:[.,:][0-9]+)*(?:['’]?\w{1,4})?"
    r"(?:\s*(?:%|milyon|bin|[0-9]+))*\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """What a number is: a figure, whose it may be, or the time of day of its bulletin.

    As text `share chp 47`, `opened_share 31.6`, `clock 19:25`; without a contender a share or votes
    still wants one.
    """

    item: Item | None
    value: Value
    contender: str = ""

    def __str__(self) -> str:
        name = self.item.value if self.item else "clock"
        return " ".join(part for part in (name, self.contender, plain(self.value)) if part)

    @staticmethod
    def parse(text: str) -> FigureAnswer:
        """The inverse of `str`."""
        name, *contender, value = text.split()
        if name == "clock":
            return FigureAnswer(None, value)
        item = Item(name)
        return FigureAnswer(item, from_plain(item, value), "".join(contender))

    @property
    def clock(self) -> time | None:
        """The time of day, if it is one."""
        return None if self.item else time.fromisoformat(str(self.value))

    @property
    def whole(self) -> bool:
        """Whether nothing is left to be asked about it."""
        return self.item is None or not self.item.per_contender or bool(self.contender)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered: for the whole text, or for one fragment; `NOTHING` leaves it out.

    ``taken`` are the fragments that were left out and are being taken in by hand.
    """

    whole: Mapping[Asks, str] = field(default_factory=dict)
    single: Mapping[tuple[Asks, Span], str] = field(default_factory=dict)
    taken: tuple[Span, ...] = ()

    def of(self, asks: Asks, span: Span) -> str | None:
        """The answer that holds for a fragment; None if there is none."""
        return self.single.get((asks, span), self.whole.get(asks))

    def told(self, asks: Asks, answer: str, span: Span | None) -> Answers:
        """With one more answer, to one fragment or (None) to the whole text."""
        if span is None:
            single = {key: value for key, value in self.single.items() if key[0] is not asks}
            return replace(self, whole={**self.whole, asks: answer}, single=single)
        return replace(self, single={**self.single, (asks, span): answer})

    def taking(self, span: Span) -> Answers:
        """With a fragment that was left out taken in by hand; its questions come next."""
        return replace(self.reopened(span), taken=(*self.taken, span))

    def reopened(self, span: Span) -> Answers:
        """Without anything answered about one fragment: it is asked about again."""
        single = {key: value for key, value in self.single.items() if key[1] != span}
        taken = tuple(one for one in self.taken if one != span)
        return replace(self, single=single, taken=taken)

    def that_are_read(self) -> Answers:
        """Those that change what a text says: the rest only changes what becomes of it."""
        read = (Asks.WHO, Asks.PLACE, Asks.AGENCY)
        return Answers(
            {asks: answer for asks, answer in self.whole.items() if asks in read},
            {key: answer for key, answer in self.single.items() if key[0] in read},
        )

    def of_the_whole(self) -> Answers:
        """What holds for whatever text: fragments are those of the one that was asked about."""
        return Answers(self.whole)


NONE_YET = Answers()


def is_number(fragment: str) -> bool:
    """Whether a fragment is a figure's, and no name's: `yüzde 51'i`, not `19 Mayıs`."""
    return _NUMBER.fullmatch(fragment) is not None
