"""What a whole sentence says about its figures before any is bound: poll, earlier election, list.

A sentence that is not about this election's results is put aside as a whole, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from desk.facts.codes import Code
from desk.reading.items import Agency, Form, Item, Mark, Word
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
class Year:
    """The election's year: ``own`` if a file says so, else the latest the text names."""

    number: int | None
    own: bool


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
    year: Year,
    topic: Item | None,
    valued: bool = True,
) -> Outlook:
    """The outlook of a sentence in its line. ``held`` is a veto that holds for the whole block."""
    if not valued:
        # Without figures only what it opens matters, and the walk itself sees that.
        return Outlook(None, line, topic=topic)
    words = [item.data for item in sentence if isinstance(item.data, Word)]
    return Outlook(
        veto=held
        or _earlier(sentence, words, year)
        or _dated(sentence, year)
        or _veto(words)
        or _one_box(sentence),
        line=line,
        seats_named=any(Sense.SEAT in word.senses for word in words),
        list_like=not any(_is_verb(word) for word in words),
        topic=topic,
    )


def _veto(words: Sequence[Word]) -> Code | None:
    found = frozenset[Sense]().union(*(word.senses for word in words))
    return next((code for sense, code in _VETOES if sense in found), None)


def _one_box(sentence: Sequence[Item]) -> Code | None:
    """Q310 for `oy kullandığı sandıktan`, `Merkez ilçede`: no place a bulletin could be of."""
    for before, item in pairwise([None, *sentence]):
        if item is not None and isinstance(item.data, Word) and item.data.fold == "merkez":
            return Code.Q310
        if item is not None and isinstance(item.data, Value) and item.case == "possloc":
            # `sandıkların yüzde 12'sinde CHP ...`: told of a part of them.
            return Code.Q310
        box = item is not None and isinstance(item.data, Word) and item.data.fold == "sandiktan"
        if box and not (before is not None and isinstance(before.data, Value)):
            return Code.Q310
    return None


def _earlier(sentence: Sequence[Item], words: Sequence[Word], year: Year) -> Code | None:
    """I302 if the sentence tells of another election: by year, by word, or by its tense."""
    years = (day.year for _, day in _days(sentence))
    if any(told and year.number and told < year.number for told in years):
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


def _dated(sentence: Sequence[Item], year: Year) -> Code | None:
    """Q315 if a bare year tells when (`2018'de`, `2018 seçiminde`), and no file says whose."""
    if year.own:
        return None
    bare = (at for at, day in _days(sentence) if day.year is not None and not day.full)
    return Code.Q315 if any(_tells_when(sentence, at) for at in bare) else None


def _tells_when(sentence: Sequence[Item], at: int) -> bool:
    if sentence[at].case in ("loc", "ki", "abl"):
        return True
    following = [item.data for item in sentence[at + 1 : at + 4]]
    return any(
        isinstance(word, Word)
        and word.fold.endswith(("inde", "unda", "inda", "deki", "daki"))
        and (Sense.CONTEST in word.senses or word.fold.startswith("yil"))
        for word in following
    )


def _days(sentence: Sequence[Item]) -> Iterator[tuple[int, Day]]:
    """The dates of a sentence, less those in brackets: `CHP %51,1 (2019'da %48,8)`."""
    depth = 0
    for at, item in enumerate(sentence):
        if isinstance(item.data, Mark):
            depth += {"(": 1, ")": -1}.get(item.data.text, 0)
        elif isinstance(item.data, Day) and depth <= 0:
            yield at, item.data


_FINITE = ("di", "du", "ti", "tu", "yor", "mis", "mus", "ken", "rak", "rek")


def _is_verb(word: Word) -> bool:
    return len(word.fold) > 3 and word.fold.endswith(_FINITE) and not word.capital
