"""Sentences of a line, and where in them a place stands: before its figures, or behind them.

Items are cut and put in order here; binding figures is `bind`.
"""

from __future__ import annotations

from dataclasses import replace

from desk.reading import lines
from desk.reading.items import Agency, Form, Item, Key, Label, Mark, Place, Topic, Word
from desk.reading.notation import Value

_STOPS = ".!?…"
_PARTS = ",;|\t"
_LONGEST = 150
"""Items of the longest sentence that is looked at as one."""

_PARTICIPLES = ("digi", "dugu", "tigi", "tugu")
_RELATIVES = frozenset(["alan", "acilan", "toplayan", "kazanan", "sayilan", "giren", "tamamlanan"])


def sentences(items: list[Item]) -> list[tuple[list[Item], bool]]:
    """Cut at full stops, and say which pieces had to be torn.

    A decimal's dot is inside its number and never seen here. What runs on for longer than any
    sentence does is torn, so that the time stays linear; nothing is filed from such a piece.
    """
    cut: list[tuple[list[Item], bool]] = []
    piece: list[Item] = []
    torn = False
    for item in items:
        mark = item.data.text[0] if isinstance(item.data, Mark) else ""
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


def places_first(sentence: list[Item], topic: Item | None) -> list[Item]:
    """Put a place before what its relative clause tells: `yüzde 60'ının açıldığı Hatay'da`."""
    ordered = list(sentence)
    for index, item in enumerate(sentence):
        if not isinstance(item.data, Place) or not index or item.data.form is Form.MENTION:
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
    places = [item for item in sentence if isinstance(item.data, Place)]
    labels = any(isinstance(item.data, Label | Key) for item in sentence)
    if topic is not None and len(values) == len(places) == 1 and not labels:
        # `%0.1 Sivas` under `DEM Parti'nin en düşük oy aldığı iller:`
        ordered.remove(places[0])
        ordered.insert(0, places[0])
    return ordered


def sources_first(sentence: list[Item]) -> list[Item]:
    """Put agencies in brackets before what they are the source of.

    `CHP 51,1 (AA) 53,2 (ANKA)`: each before its own value; `CHP 51,1, AKP 41 (AA)`: the only one
    before them all.
    """
    agencies = [at for at, item in enumerate(sentence) if isinstance(item.data, Agency)]
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


def _closes(sentence: list[Item], at: int) -> bool:
    """Whether an agency stands in brackets right behind a value."""
    if at < 2 or at + 1 >= len(sentence):
        return False
    opening, closing = sentence[at - 1].data, sentence[at + 1].data
    return (
        isinstance(opening, Mark)
        and opening.text == "("
        and isinstance(closing, Mark)
        and closing.text == ")"
        and isinstance(sentence[at - 2].data, Value)
    )


def _office(sentence: list[Item]) -> Item | None:
    """`... yüzde 49,91 oyla Üsküdar Belediye Başkanı seçildi`: the sentence's one place."""
    places = [at for at, item in enumerate(sentence) if isinstance(item.data, Place)]
    if len(places) != 1:
        return None
    following = [item.data for item in sentence[places[0] + 1 : places[0] + 4]]
    words = [data.fold if isinstance(data, Word) else "" for data in following]
    elected = words[:2] == ["belediye", "baskani"] and words[2:] in (["secildi"], ["oldu"])
    return sentence[places[0]] if elected else None


def _is_participle(item: Item) -> bool:
    """`açıldığı`, `açılan`, `aldığı`: what was told before belongs to the place that follows."""
    if isinstance(item.data, Key):
        return item.data.topic is Topic.OPENED and not (item.data.counted or item.data.rated)
    if not isinstance(item.data, Word):
        return False
    return item.data.fold.endswith(_PARTICIPLES) or item.data.fold in _RELATIVES


def _bounds_clause(item: Item) -> bool:
    return isinstance(item.data, Mark | Place | Agency)


def late_place(sentence: list[Item], unplaced: bool) -> Item | None:
    """A sentence's first place, if figures stand before it and it may be theirs."""
    values = near = False
    for item in sentence:
        if isinstance(item.data, Value):
            values = near = True
        elif isinstance(item.data, Mark) and item.data.text in ",;|-":
            near = False
        elif isinstance(item.data, Place) and item.data.form is not Form.MENTION:
            return item if near or (values and unplaced) else None
    return None


def only_mentioned(sentence: list[Item], late: Item) -> list[Item]:
    """`AKP 46,9 Zeytinburnu, AKP 46,1 Güngören`: bare places behind their figures open nothing."""
    at = sentence.index(late)
    after = sentence[at + 1].data if at + 1 < len(sentence) else None
    ends = after is None or (isinstance(after, Mark) and after.text in ",;|/)-")
    if late.case or not ends:
        return sentence
    return [
        replace(item, data=replace(item.data, form=Form.MENTION))
        if isinstance(item.data, Place) and not item.case
        else item
        for item in sentence
    ]


def only_passes(sentence: list[Item]) -> bool:
    """Whether the only places are passed through: spoken of with `to` or `from`."""
    places = [item for item in sentence if isinstance(item.data, Place)]
    return bool(places) and all(
        isinstance(item.data, Place)
        and item.data.form is Form.MENTION
        and item.case in ("dat", "abl", "ins")
        for item in places
    )
