"""Sentences of a line, and where in them a place stands: before its figures, or behind them.

Items are cut and put in order here; binding figures is `bind`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from desk.facts.codes import Code
from desk.reading import lines
from desk.reading.items import (
    AgencyNamed,
    FigureKey,
    Key,
    LabelNamed,
    Mention,
    PlaceNamed,
    Punctuation,
    TextItem,
    Word,
)
from desk.reading.notation import Day, Notation, Value
from desk.reading.words import Sense

_STOPS = ".!?…"
_PARTS = ",;|\t"
_LONGEST = 150
"""Items of the longest sentence that is looked at as one."""

_PARTICIPLES = ("digi", "dugu", "tigi", "tugu")
_RELATIVES = frozenset(["alan", "acilan", "toplayan", "kazanan", "sayilan", "giren", "tamamlanan"])

_VETOES = (
    (Sense.POLL, Code.I301),
    (Sense.RECOUNT, Code.I303),
    (Sense.RESPECTIVELY, Code.Q303),
    (Sense.HOPED, Code.I308),
    (Sense.SPEECH, Code.Q303),
    (Sense.PART, Code.Q310),
)
"""Words that put a sentence's figures aside, the strongest first."""

_FINITE = ("di", "du", "ti", "tu", "yor", "mis", "mus", "ken", "rak", "rek")


def sentences(items: list[TextItem]) -> list[tuple[list[TextItem], bool]]:
    """Cut at full stops, and say which pieces had to be torn.

    A decimal's dot is inside its number and never seen here. What runs on for longer than any
    sentence does is torn, so that the time stays linear; nothing is filed from such a piece.
    """
    cut: list[tuple[list[TextItem], bool]] = []
    piece: list[TextItem] = []
    torn = False
    for item in items:
        mark = item.data.text[0] if isinstance(item.data, Punctuation) else ""
        if mark and mark in _STOPS:
            cut.append((piece, torn))
            piece, torn = [], False
            continue
        piece.append(item)
        if len(piece) >= _LONGEST and (mark in _PARTS if mark else len(piece) >= 2 * _LONGEST):
            torn = torn or not mark
            cut.append((piece, torn))
            piece = []
            torn = torn and not mark
    cut.append((piece, torn))
    return [(piece, torn) for piece, torn in cut if piece]


def places_first(sentence: list[TextItem], topic: TextItem | None) -> list[TextItem]:
    """Put a place before what its relative clause tells: `yüzde 60'ının açıldığı Hatay'da`."""
    ordered = list(sentence)
    for index, item in enumerate(sentence):
        if not isinstance(item.data, PlaceNamed) or not index or item.data.form is Mention.MENTION:
            continue
        if not _is_participle(sentence[index - 1]):
            continue
        start = index - 1
        while start and not _bounds_clause(sentence[start - 1]):
            start -= 1
        if lines.has_values(sentence[start:index]):
            ordered.remove(item)
            ordered.insert(ordered.index(sentence[start]), item)
    if (office := _office(sentence)) is not None:
        ordered.remove(office)
        ordered.insert(0, office)
    values = [item for item in sentence if isinstance(item.data, Value)]
    places = [item for item in sentence if isinstance(item.data, PlaceNamed)]
    labels = any(isinstance(item.data, LabelNamed | Key) for item in sentence)
    if topic is not None and len(values) == len(places) == 1 and not labels:
        # `%0.1 Sivas` under `DEM Parti'nin en düşük oy aldığı iller:`
        ordered.remove(places[0])
        ordered.insert(0, places[0])
    return ordered


def sources_first(sentence: list[TextItem]) -> list[TextItem]:
    """Put agencies in brackets before what they are the source of.

    `CHP 51,1 (AA) 53,2 (ANKA)`: each before its own value; `CHP 51,1, AKP 41 (AA)`: the only one
    before them all.
    """
    agencies = [at for at, item in enumerate(sentence) if isinstance(item.data, AgencyNamed)]
    closing = [at for at in agencies if _closes(sentence, at)]
    if not closing or closing != agencies:
        return sentence
    if len(closing) == 1:
        source = sentence[closing[0]]
        return [source, *(item for item in sentence if item is not source)]
    ordered = list(sentence)
    for at in closing:
        ordered.remove(sentence[at])
        ordered.insert(ordered.index(sentence[at - 2]), sentence[at])
    return ordered


def _closes(sentence: list[TextItem], at: int) -> bool:
    """Whether an agency stands in brackets right behind a value."""
    if at < 2 or at + 1 >= len(sentence):
        return False
    opening, closing = sentence[at - 1].data, sentence[at + 1].data
    return (
        isinstance(opening, Punctuation)
        and opening.text == "("
        and isinstance(closing, Punctuation)
        and closing.text == ")"
        and isinstance(sentence[at - 2].data, Value)
    )


def _office(sentence: list[TextItem]) -> TextItem | None:
    """`... yüzde 49,91 oyla Üsküdar Belediye Başkanı seçildi`: the sentence's one place."""
    places = [at for at, item in enumerate(sentence) if isinstance(item.data, PlaceNamed)]
    if len(places) != 1:
        return None
    following = [item.data for item in sentence[places[0] + 1 : places[0] + 4]]
    words = [data.fold if isinstance(data, Word) else "" for data in following]
    elected = words[:2] == ["belediye", "baskani"] and words[2:] in (["secildi"], ["oldu"])
    return sentence[places[0]] if elected else None


def _is_participle(item: TextItem) -> bool:
    """`açıldığı`, `açılan`, `aldığı`: what was told before belongs to the place that follows."""
    if isinstance(item.data, Key):
        return item.data.topic is FigureKey.OPENED and not (item.data.counted or item.data.rated)
    if not isinstance(item.data, Word):
        return False
    return item.data.fold.endswith(_PARTICIPLES) or item.data.fold in _RELATIVES


def _bounds_clause(item: TextItem) -> bool:
    return isinstance(item.data, Punctuation | PlaceNamed | AgencyNamed)


def late_place(sentence: list[TextItem], unplaced: bool) -> TextItem | None:
    """A sentence's first place, if figures stand before it and it may be theirs."""
    values = near = False
    for item in sentence:
        if isinstance(item.data, Value):
            values = near = True
        elif isinstance(item.data, Punctuation) and item.data.text in ",;|-":
            near = False
        elif isinstance(item.data, PlaceNamed) and item.data.form is not Mention.MENTION:
            return item if near or (values and unplaced) else None
    return None


def only_mentioned(sentence: list[TextItem], late: TextItem) -> list[TextItem]:
    """`AKP 46,9 Zeytinburnu, AKP 46,1 Güngören`: bare places behind their figures open nothing."""
    at = sentence.index(late)
    after = sentence[at + 1].data if at + 1 < len(sentence) else None
    ends = after is None or (isinstance(after, Punctuation) and after.text in ",;|/)-")
    if late.case or not ends:
        return sentence
    return [
        replace(item, data=replace(item.data, form=Mention.MENTION))
        if isinstance(item.data, PlaceNamed) and not item.case
        else item
        for item in sentence
    ]


def only_passes(sentence: list[TextItem]) -> bool:
    """Whether the only places are passed through: spoken of with `to` or `from`."""
    places = [item for item in sentence if isinstance(item.data, PlaceNamed)]
    return bool(places) and all(
        isinstance(item.data, PlaceNamed)
        and item.data.form is Mention.MENTION
        and item.case in ("dat", "abl", "ins")
        for item in places
    )


@dataclass(frozen=True, slots=True)
class Year:
    """The election's year: ``own`` if a file says so, else the latest the text names."""

    number: int | None
    own: bool


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What a whole line says, the same for each of its sentences.

    ``whole_shares``: a bare whole number beside a label is a share, because its neighbours are;
    ``votes_named``: the line speaks of votes.
    """

    agencies: int
    whole_shares: bool
    votes_named: bool


def look_at_line(line: Sequence[TextItem]) -> LineFacts:
    """The line's own part of the outlook; asked once a line, so that the time stays linear."""
    values = [item.data for item in line if isinstance(item.data, Value)]
    return LineFacts(
        agencies=sum(
            isinstance(item.data, AgencyNamed) and item.data.form is not Mention.MENTION
            for item in line
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
    line: LineFacts
    seats_named: bool = False
    list_like: bool = False
    topic: TextItem | None = None


def look(
    sentence: Sequence[TextItem],
    line: LineFacts,
    held: Code | None,
    year: Year,
    topic: TextItem | None,
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


def _one_box(sentence: Sequence[TextItem]) -> Code | None:
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


def _earlier(sentence: Sequence[TextItem], words: Sequence[Word], year: Year) -> Code | None:
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


def _dated(sentence: Sequence[TextItem], year: Year) -> Code | None:
    """Q315 if a bare year tells when (`2018'de`, `2018 seçiminde`), and no file says whose."""
    if year.own:
        return None
    bare = (at for at, day in _days(sentence) if day.year is not None and not day.full)
    return Code.Q315 if any(_tells_when(sentence, at) for at in bare) else None


def _tells_when(sentence: Sequence[TextItem], at: int) -> bool:
    if sentence[at].case in ("loc", "ki", "abl"):
        return True
    following = [item.data for item in sentence[at + 1 : at + 4]]
    return any(
        isinstance(word, Word)
        and word.fold.endswith(("inde", "unda", "inda", "deki", "daki"))
        and (Sense.CONTEST in word.senses or word.fold.startswith("yil"))
        for word in following
    )


def _days(sentence: Sequence[TextItem]) -> Iterator[tuple[int, Day]]:
    """The dates of a sentence, less those in brackets: `CHP %51,1 (2019'da %48,8)`."""
    depth = 0
    for at, item in enumerate(sentence):
        if isinstance(item.data, Punctuation):
            depth += {"(": 1, ")": -1}.get(item.data.text, 0)
        elif isinstance(item.data, Day) and depth <= 0:
            yield at, item.data


def _is_verb(word: Word) -> bool:
    return len(word.fold) > 3 and word.fold.endswith(_FINITE) and not word.capital
