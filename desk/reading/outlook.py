"""What a whole sentence says about its figures before any is bound: poll, earlier election, list.

A sentence that is not about this election's results is put aside as a whole, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desk.codes import Code
from desk.reading.items import Agency, Form, Item, Word
from desk.reading.notation import Day, Value
from desk.reading.notation import Form as Notation
from desk.reading.words import Sense

_VETOES = (
    (Sense.POLL, Code.I301),
    (Sense.RECOUNT, Code.I303),
    (Sense.RESPECTIVELY, Code.Q303),
    (Sense.HOPED, Code.I308),
    (Sense.SPEECH, Code.Q303),
    (Sense.PART, Code.Q310),
)
"""Words that put a sentence's figures aside, the strongest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a whole line says, the same for each of its sentences.

    ``whole_shares``: a bare whole number beside a label is a share, because its neighbours are;
    ``votes_named``: the line speaks of votes.
    """

    agencies: int
    whole_shares: bool
    votes_named: bool


def look_at_line(line: Sequence[Item]) -> Line:
    """The line's own part of the outlook; asked once a line, so that the time stays linear."""
    values = [item.data for item in line if isinstance(item.data, Value)]
    return Line(
        agencies=sum(
            isinstance(item.data, Agency) and item.data.form is not Form.MENTION for item in line
        ),
        whole_shares=any(value.form is Notation.DECIMAL or value.percent for value in values),
        votes_named=any(
            isinstance(item.data, Word) and Sense.VOTE in item.data.senses for item in line
        ),
    )


@dataclass(frozen=True, slots=True)
class Outlook:
    """A sentence before binding.

    ``veto`` puts all its values aside; ``list_like`` says that it is a list's line, not running
    text; ``topic`` is the contender that a list of places goes on about.
    """

    veto: Code | None
    line: Line
    seats_named: bool = False
    list_like: bool = False
    topic: Item | None = None


def look(
    sentence: Sequence[Item],
    line: Line,
    held: Code | None,
    year: int | None,
    topic: Item | None,
) -> Outlook:
    """The outlook of a sentence in its line. ``held`` is a veto that holds for the whole block."""
    words = [item.data for item in sentence if isinstance(item.data, Word)]
    return Outlook(
        veto=held or _earlier(sentence, words, year) or _veto(words),
        line=line,
        seats_named=any(Sense.SEAT in word.senses for word in words),
        list_like=not any(_is_verb(word) for word in words),
        topic=topic,
    )


def _veto(words: Sequence[Word]) -> Code | None:
    found = frozenset[Sense]().union(*(word.senses for word in words))
    return next((code for sense, code in _VETOES if sense in found), None)


def _earlier(sentence: Sequence[Item], words: Sequence[Word], year: int | None) -> Code | None:
    """I302 if the sentence tells of another election: by year, by word, or by its tense."""
    for item in sentence:
        told = item.data.year if isinstance(item.data, Day) else None
        if told is not None and year is not None and told < year:
            return Code.I302
    for word, following in zip_longest(words, words[1:]):
        if Sense.EARLIER not in word.senses:
            continue
        if word.fold not in ("gecen", "onceki", "gectigimiz"):
            return Code.I302
        if word.fold == "onceki" or (
            following is not None
            and (
                Sense.CONTEST in following.senses
                or following.fold in ("donem", "yil", "yerel", "yilki", "donemde", "genel")
            )
        ):
            return Code.I302
    return None


_FINITE = ("di", "du", "ti", "tu", "yor", "mis", "mus", "ken", "rak", "rek")


def _is_verb(word: Word) -> bool:
    return len(word.fold) > 3 and word.fold.endswith(_FINITE) and not word.capital
