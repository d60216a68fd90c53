"""How a place stands in its line: a heading, a locative, part of a province, abroad.

Which names are places is the context's; what holds after one is `state`.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.reading.items import Aside, Mention, PlaceNamed, Punctuation, TextItem
from desk.reading.lexicon import KnownName, Meaning, Name
from desk.reading.tokens import Token, TokenKind
from desk.reading.words import Sense, senses

_PLACE_NOUNS = frozenset(
    [
        "ili",
        "ilinde",
        "ilcesi",
        "ilcesinde",
        "ilce",
        "il",
        "genelinde",
        "geneli",
        "genel",
        "genelindeki",
        "merkezi",
        "buyuksehir",
        "belediye",
        "belediyesi",
        "belediyesinde",
        "secim",
        "secimi",
        "secimleri",
        "secimlerinde",
        "sonuclari",
        "ilcelerinde",
        "ilceleri",
        "sonuc",
        "sonuclarinda",
        "icin",
        "yerel",
        "baskanligi",
        "baskanliginda",
    ]
)
"""Words that make a bare name before them a place that holds."""

_TITLES_AFTER_PLACE = frozenset(
    [
        "milletvekili",
        "valisi",
        "valiligi",
        "emniyet",
        "il",
        "baskani",
        "baroso",
        "universitesi",
        "adliyesi",
    ]
)


def place_item(tokens: Sequence[Token], index: int, found: KnownName) -> TextItem:
    entries = found.of(Name.PLACE)
    after = tokens[found.stop] if found.stop < len(tokens) else None
    ahead = tokens[found.stop + 1].fold if found.stop + 1 < len(tokens) else ""
    form = Mention.MENTION
    if found.case in ("loc", "ki"):
        # `Manisa'da oyunu kullanan`, `Ankara'da konuşan`: where somebody was, not what is told.
        speaking = after is not None and (
            Sense.SPEECH in senses(after.fold)
            or (after.fold in ("oyunu", "oy", "sandik") and ahead.startswith("kullan"))
        )
        form = Mention.MENTION if speaking else Mention.SOURCE
    elif found.case == "":
        if after is not None and after.fold in _TITLES_AFTER_PLACE:
            form = Mention.MENTION
        elif after is None or after.kind is not TokenKind.WORD or after.fold in _PLACE_NOUNS:
            form = Mention.HEAD
        elif index == 0 or tokens[index - 1].kind is TokenKind.MARK:
            form = Mention.HEAD if after.capital or senses(after.fold) != frozenset() else form
        elif after.fold == "yuzde":
            form = Mention.HEAD
    return TextItem(
        PlaceNamed(entries, form), tokens[index].start, tokens[found.stop - 1].end, found.case
    )


def abroad_item(tokens: Sequence[Token], index: int) -> tuple[TextItem, int] | None:
    """`yurt dışında`, `yurt içi`, `gümrük`: parts of the vote that are no place here."""
    token = tokens[index]
    if token.fold.startswith("gumruk"):
        return TextItem(Aside(abroad=True), token.start, token.end), index + 1
    if token.fold in ("yurtdisi", "yurtdisinda", "yurtici", "yurticinde"):
        inland = "ici" in token.fold
        return TextItem(Aside(not inland, inland), token.start, token.end), index + 1
    if token.fold != "yurt" or index + 1 >= len(tokens):
        return None
    other = tokens[index + 1]
    inland = other.fold.startswith("ic")
    if not inland and not other.fold.startswith("dis"):
        return None
    return TextItem(Aside(not inland, inland), token.start, other.end), index + 2


def provinces_joined(items: list[TextItem]) -> list[TextItem]:
    """`İstanbul'un Kadıköy ilçesinde`, `Ankara/Çankaya`, `Gölbaşı (Ankara)`: one place."""
    joined: list[TextItem] = []
    for item in items:
        previous = joined[-1] if joined else None
        bridge = None
        parted = previous is not None and isinstance(previous.data, Punctuation) and len(joined) > 1
        if (
            parted
            and previous
            and isinstance(previous.data, Punctuation)
            and isinstance(item.data, PlaceNamed)
        ):
            if previous.data.text in "/(,-":
                bridge = previous.data.text
            previous = joined[-2] if bridge else previous
        if previous and isinstance(item.data, PlaceNamed) and isinstance(previous.data, PlaceNamed):
            pair = _pair(previous, item, bridge)
            if pair is not None:
                del joined[-2 if bridge else -1 :]
                joined.append(pair)
                continue
        joined.append(item)
    return joined


def _pair(first: TextItem, second: TextItem, bridge: str | None) -> TextItem | None:
    assert isinstance(first.data, PlaceNamed) and isinstance(second.data, PlaceNamed)
    if first.case not in ("", "gen", "loc", "ki"):
        return None
    inner = _inside(second.data.entries, first.data.names)
    if inner and bridge != "(":
        form = (
            Mention.HEAD
            if Mention.HEAD in (first.data.form, second.data.form)
            else second.data.form
        )
        return TextItem(PlaceNamed(inner, form), first.start, second.end, second.case)
    inner = _inside(first.data.entries, second.data.names)
    if inner and bridge:
        return TextItem(PlaceNamed(inner, first.data.form), first.start, second.end, first.case)
    return None


def _inside(entries: tuple[Meaning, ...], provinces: frozenset[str]) -> tuple[Meaning, ...]:
    return tuple(entry for entry in entries if entry.province in provinces)
