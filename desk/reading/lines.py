"""Lines of a text and what kind each is: a heading, a time that opens a block, a plain line.

It prepares lines for the grammar (bullets, chat stamps, cards of one word a line); it binds
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from desk.reading.items import (
    AgencyNamed,
    Key,
    LabelNamed,
    Mention,
    PlaceNamed,
    Punctuation,
    TextItem,
    Word,
)
from desk.reading.notation import Clock, Day, Notation, Unit, Value, clock_of
from desk.reading.tokens import Token, TokenKind
from desk.reading.words import Sense, senses

_BULLETS = "•▪●◦‣*>-–—·✔✅➡→#"

_HEADLINES = frozenset(["son", "ilk", "kritik", "guncel", "canli", "veriler", "sonuclar"])
"""Words a short headline behind a time begins with: `19.25 Son durum`."""

_SHORT = 6
_TELLING = frozenset({Sense.POLL, Sense.EARLIER, Sense.LISTING, Sense.SOURCE, Sense.TAKING})


@dataclass(frozen=True, slots=True)
class TimeHead:
    """A time at the start of a line; ``stop`` is the first token after it.

    ``opens`` says it begins a liveblog entry, and is not only `Saat 23.00 itibarıyla`.
    """

    time: time
    token: Token
    stop: int
    opens: bool


def without_bullet(tokens: Sequence[Token]) -> list[Token]:
    """The line without the marks that only begin it."""
    start = 0
    while start < len(tokens) and tokens[start].kind is TokenKind.MARK:
        token = tokens[start]
        if not (token.text in _BULLETS or ord(token.text[0]) > 0x2190):
            break
        start += 1
    return list(tokens[start:])


def without_stamp(tokens: list[Token]) -> list[Token]:
    """The line without a chat's stamp: `[20:10, 31.03.2024] Masa:`, `31.03.2024 20:10 - Masa:`."""
    if not tokens or not (tokens[0].text == "[" or tokens[0].kind is TokenKind.NUMBER):
        return tokens
    numbers = [token for token in tokens[:8] if token.kind is TokenKind.NUMBER]
    dated = any(token.text.count(".") == 2 or token.text.count("/") == 2 for token in numbers)
    clocked = any(":" in token.text for token in numbers)
    bracketed = tokens[0].text == "["
    if not (clocked and (dated or bracketed)):
        return tokens
    closing = "]" if bracketed else "-"
    for position, token in enumerate(tokens[:9]):
        if token.text != closing:
            continue
        for colon in range(position + 1, min(position + 6, len(tokens))):
            if tokens[colon].text == ":" and tokens[colon - 1].kind is TokenKind.WORD:
                return tokens[colon + 1 :]
    return tokens


def time_head(tokens: Sequence[Token]) -> TimeHead | None:
    """The time a line begins with, if it is one and not a share before its label."""
    start = 0
    while start < len(tokens) and (
        tokens[start].text == "["
        or tokens[start].fold in ("saat", "guncelleme")
        or (start and tokens[start].text == ":")
    ):
        start += 1
    if start >= len(tokens) or tokens[start].kind is not TokenKind.NUMBER:
        return None
    token = tokens[start]
    moment = clock_of(token.text)
    if moment is None or token.suffix:
        return None
    after = tokens[start + 1] if start + 1 < len(tokens) else None
    told = start > 0 and tokens[start - 1].fold == "saat"
    clocklike = after is not None and Sense.CLOCK in senses(after.fold)
    if clocklike:
        return TimeHead(moment, token, start + 1, opens=False) if "," not in token.text else None
    if "," in token.text or (len(token.text) < 5 and not told):
        return None
    if after is not None and after.text == "%":
        return None
    worded = (
        after is not None and after.kind is TokenKind.WORD and ":" not in token.text and not told
    )
    if worded and after is not None:
        # `20.40 CHP` may be a share before its label; a headline has more words.
        short = len(tokens) - start < 4 and after.fold not in _HEADLINES
        if short or senses(after.fold) & {Sense.VOTE, Sense.POINTS}:
            return None
    stop = start + 1
    while stop < len(tokens) and tokens[stop].is_mark("-|:]"):
        stop += 1
    return TimeHead(moment, token, stop, opens=True)


def has_values(items: Iterable[TextItem]) -> bool:
    """Whether a line gives any number to bind."""
    return any(isinstance(item.data, Value) for item in items)


def speaks(items: Sequence[TextItem]) -> bool:
    """Whether a line may have to do with a result: it is short, or names something of one.

    A page's other lines are neither read nor asked about.
    """
    if len(items) <= _SHORT:
        return True
    for before, item in pairwise([None, *items]):
        data = item.data if item is not None else None
        if isinstance(data, AgencyNamed | PlaceNamed | Key | Clock | Day):
            return True
        if isinstance(data, LabelNamed) and (data.known or data.parties):
            return True
        if isinstance(data, Value):
            named = before is not None and isinstance(before.data, LabelNamed)
            if named or data.percent or data.unit is not Unit.NONE:
                return True
        if isinstance(data, Word) and data.senses & _TELLING:
            return True
        if item is not None and item.case in ("loc", "ki") and isinstance(data, Word | LabelNamed):
            # `Almanya'da ...`: it may be the place of what follows.
            return True
    return False


def is_labels_only(items: Sequence[TextItem]) -> bool:
    """A line that is one contender or one key and nothing else: half of a card."""
    kinds = [item.data for item in items if not isinstance(item.data, Punctuation)]
    if not kinds or len(items) > 4:
        return False
    return all(
        isinstance(data, Key) or (isinstance(data, LabelNamed) and data.sure) for data in kinds
    )


def is_values_only(items: Sequence[TextItem]) -> bool:
    """A line that is one or two numbers with their units: the other half of a card."""
    values = 0
    for item in items:
        if isinstance(item.data, Value):
            values += 1
        elif isinstance(item.data, Word):
            if Sense.VOTE not in item.data.senses:
                return False
        elif not isinstance(item.data, Punctuation):
            return False
    return 0 < values <= 2


def is_bare_heading(items: Sequence[TextItem]) -> bool:
    """A short line without figures that is no sentence: `YURT DIŞI SONUÇLARI`."""
    ends = bool(items) and isinstance(items[-1].data, Punctuation) and items[-1].data.text == "."
    return 0 < len(items) < 6 and not ends and not has_values(items)


def is_strange_heading(items: Sequence[TextItem]) -> bool:
    """A short line of unknown capital words: perhaps a place nobody here knows."""
    names = [item.data for item in items if not isinstance(item.data, Punctuation)]
    if not 0 < len(names) <= 2 or len(items) > 3:
        return False
    return all(
        (isinstance(data, LabelNamed) and data.candidate and not (data.known or data.parties))
        or (isinstance(data, Word) and not data.senses and data.capital)
        for data in names
    )


def is_strange_head(items: Sequence[TextItem]) -> bool:
    """`Almanya: Erdoğan yüzde 65`, `Halk TV: CHP ...`, `Paşaköy CHP 55,1`: who is that?"""
    if len(items) < 3:
        return False
    colon = next((at for at, item in enumerate(items[:5]) if _is_parting(item)), 0)
    head = items[:colon] if colon else items[:1]
    if not all(isinstance(item.data, Word | LabelNamed) for item in head):
        return False
    if not any(_is_strange(item, bool(colon)) for item in head):
        return False
    for item in items[colon + 1 if colon else 1 :]:
        if isinstance(item.data, LabelNamed | Key):
            return True
        if not colon or isinstance(item.data, Value):
            return False
    return False


def _is_parting(item: TextItem) -> bool:
    return isinstance(item.data, Punctuation) and item.data.text in ":-"


def _is_strange(item: TextItem, parted: bool) -> bool:
    if isinstance(item.data, LabelNamed):
        unknown = not (item.data.known or item.data.parties)
        return unknown and (parted or not item.data.sure)
    return isinstance(item.data, Word) and not item.data.senses and item.data.capital


def is_headline(items: Sequence[TextItem], timed: bool) -> bool:
    """One figure in a headline's words; the text below it will give it exactly."""
    values = [item.data for item in items if isinstance(item.data, Value)]
    if len(values) != 1 or any(
        isinstance(item.data, AgencyNamed) and item.data.form is Mention.HEAD for item in items
    ):
        return False
    words = [item.data for item in items if isinstance(item.data, Word)]
    if any(isinstance(item.data, Punctuation) and item.data.text == ":" for item in items):
        return False
    telling = any(Sense.BETWEEN not in word.senses for word in words) or len(words) > 1
    exact = values[0].form is Notation.DECIMAL
    return telling and (timed or not exact)


def topic_of(items: Sequence[TextItem]) -> TextItem | None:
    """`DEM Parti'nin en düşük oy aldığı iller:`: the one contender of the places below."""
    labels = [item for item in items if isinstance(item.data, LabelNamed) and item.data.sure]
    listing = any(
        isinstance(item.data, Word) and Sense.LISTING in item.data.senses for item in items
    )
    return labels[0] if len(labels) == 1 and listing and not has_values(items) else None


def credit_of(items: Sequence[TextItem], last: bool) -> TextItem | None:
    """The agency of a line that only credits it: `(Kaynak: ANKA)`, or `(AA)` as the last line."""
    agencies = [item for item in items if isinstance(item.data, AgencyNamed)]
    words = [item.data.fold for item in items if isinstance(item.data, Word)]
    bare = len(items) - len(words) - len(agencies)
    marks = sum(isinstance(item.data, Punctuation) for item in items)
    credits = words == ["kaynak"] or (last and not words)
    return agencies[0] if len(agencies) == 1 and credits and bare == marks else None


def credited_first(items: list[TextItem]) -> list[TextItem]:
    """`... önde! (ANKA, saat 20.22)`, `... 39,98 - AA`: the line's only agency, behind all."""
    agencies = [at for at, item in enumerate(items) if isinstance(item.data, AgencyNamed)]
    if len(agencies) != 1 or agencies[0] < 2:
        return items
    at = agencies[0]
    opening, stop = items[at - 1].data, items[at - 2].data
    apart = isinstance(stop, Punctuation) and stop.text[0] in ".!?…"
    bracketed = apart and isinstance(opening, Punctuation) and opening.text == "("
    last = isinstance(opening, Punctuation) and opening.text == "-" and at + 1 == len(items)
    if not (bracketed or last) or has_values(items[at:]) or not has_values(items[:at]):
        return items
    return [items[at], *items[:at], *items[at + 1 :]]
