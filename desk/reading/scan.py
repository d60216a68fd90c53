"""One line's tokens to items: each agency, place, contender, key, value and word in its order.

Which figure belongs to whom never enters; `bind` decides that over the items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.reading.items import (
    AgencyNamed,
    Aside,
    FigureKey,
    Key,
    LabelNamed,
    Memory,
    Mention,
    PlaceNamed,
    Punctuation,
    TextItem,
    Word,
    joined,
)
from desk.reading.labels import Labels
from desk.reading.lexicon import Context, KnownName, Meaning, Name, find
from desk.reading.notation import Clock, Day, Other, Value, clock_of
from desk.reading.places import abroad_item, place_item, provinces_joined
from desk.reading.tokens import Token, TokenKind, case_of
from desk.reading.values import read_number, starts_number
from desk.reading.words import Sense, senses

_REGION = ("anadolu",)
"""AA's short name is a region's too: it is an agency only where it opens a block or is a source."""

_SOURCE_REACH = 8
"""Tokens between an agency and the word that makes it a source (`AA'nın ... göre`)."""

_PARTS = frozenset(
    {
        Sense.BOX,
        Sense.OPEN,
        Sense.TOTAL,
        Sense.NUMBER_OF,
        Sense.RATE_OF,
        Sense.TURNOUT,
        Sense.GAP,
        Sense.SPOILT,
        Sense.VOTER,
    }
)
_LONGEST = 6

# A gap told as a noun; `farklı` is different, `farkında` aware.
_GAPS = frozenset(
    [
        "fark",
        "farki",
        "farkla",
        "farkin",
        "farka",
        "farkini",
        "farklar",
        "farkiyla",
        "farkli",
        "farkliligi",
    ]
) - {"farkli", "farkliligi"}
_OPENED_NOUNS = ("acilan", "acilma")
_OBLIQUE = ("ta", "da", "lara", "larda", "tan", "dan", "ga", "lardan", "kli")


class Scanner:
    """Scans the lines of one text; what it learns of people in one line helps in the next."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._labels = Labels(context, Memory())

    def scan(self, text: str, tokens: Sequence[Token]) -> list[TextItem]:
        """The items of a line. ``text`` is the plain text the tokens point into."""
        lower_case = not any(token.capital for token in tokens if token.kind is TokenKind.WORD)
        items: list[TextItem] = []
        index, quoted = 0, False
        while index < len(tokens):
            token = tokens[index]
            if token.text == '"':
                quoted = not quoted
            made, stop = self._item(text, tokens, index, lower_case, quoted)
            items += made
            index = max(stop, index + 1)
        return joined(provinces_joined(_clocks_told(text, _surnames(items))))

    def _item(
        self, text: str, tokens: Sequence[Token], index: int, lower_case: bool, quoted: bool
    ) -> tuple[list[TextItem], int]:
        token = tokens[index]
        may_count = token.kind is not TokenKind.MARK or token.text == "%"
        if may_count and starts_number(tokens, index):
            return _number(tokens, index)
        if token.kind is TokenKind.MARK:
            return [
                TextItem(Punctuation(token.text, not token.gap), token.start, token.end)
            ], index + 1
        found = find(tokens, index, self._context, lower_case)
        if found and (agencies := found.of(Name.AGENCY)):
            agency = self._agency(tokens, index, found, agencies, quoted)
            mentioned = isinstance(agency.data, AgencyNamed) and agency.data.form is Mention.MENTION
            ahead = tokens[found.stop].fold if found.stop < len(tokens) else ""
            party = ahead in ("parti", "partisi", "birligi")
            if (mentioned or party) and found.phrase.words == _REGION:
                return [_word(token)], index + 1
            return [agency], found.stop
        if found and found.of(Name.PLACE) and self._is_place(tokens, index, found):
            place = place_item(tokens, index, found)
            return [self._opened(tokens, index, found, place)], found.stop
        if (abroad := abroad_item(tokens, index)) is not None:
            return [abroad[0]], abroad[1]
        if not found and (key := read_key(tokens, index)) is not None:
            end = tokens[key[1] - 1].end
            return [TextItem(key[0], token.start, end, case_of(tokens[key[1] - 1].suffix))], key[1]
        if (read := self._labels.read(tokens, index, lower_case)) is not None:
            start = tokens[read.start].start
            label = replace(read.label, text=" ".join(text[start : read.end].split()))
            items = [TextItem(label, start, read.end, read.case)]
            if read.hint:
                items.insert(0, TextItem(PlaceNamed(read.hint, Mention.HINT), start, read.end))
            # `FOX TV verilerine göre`: a source nobody here knows.
            after = tokens[read.stop] if read.stop < len(tokens) else None
            bare = read.case == "" and after is not None and after.fold.startswith("veri")
            if _names_a_source(tokens, read.stop) and (bare or read.case in ("gen", "dat")):
                items = [TextItem(AgencyNamed(None, Mention.SOURCE), start, read.end)]
            return items, read.stop
        return [_word(token)], index + 1

    def _agency(
        self,
        tokens: Sequence[Token],
        index: int,
        found: KnownName,
        entries: tuple[Meaning, ...],
        quoted: bool,
    ) -> TextItem:
        codes = {entry.code for entry in entries}
        form = Mention.MENTION if quoted else _agency_form(tokens, index, found.stop)
        agency = AgencyNamed(codes.pop() if len(codes) == 1 else None, form)
        return TextItem(agency, tokens[index].start, tokens[found.stop - 1].end, found.case)

    def _opened(
        self, tokens: Sequence[Token], index: int, found: KnownName, item: TextItem
    ) -> TextItem:
        """`21:40 AA İSTANBUL CHP`: behind a source or a time, and before a contender, a heading."""
        before = find(tokens, index - 1, self._context, False) if index else None
        source = bool(before and before.of(Name.AGENCY) and before.case == "")
        timed = bool(index) and ":" in tokens[index - 1].text and clock_of(tokens[index - 1].text)
        if item.case or not (source or timed) or found.stop >= len(tokens):
            return item
        after = find(tokens, found.stop, self._context, False)
        party = bool(after and after.of(Name.PARTY))
        return replace(item, data=PlaceNamed(found.of(Name.PLACE), Mention.HEAD)) if party else item

    def _is_place(self, tokens: Sequence[Token], index: int, found: KnownName) -> bool:
        """Whether a name that may be a place is one here, and not a person or a word."""
        fold = tokens[index].fold
        located = found.case in ("loc", "ki")
        if len(found.phrase.words) > 1 or (located and tokens[index].suffix):
            return True
        before = tokens[index - 1] if index else None
        after = tokens[found.stop] if found.stop < len(tokens) else None
        opens = (
            before is None
            and after is not None
            and (after.text == ":" or bool(find(tokens, found.stop, self._context, False)))
        )
        if opens and any(not entry.province for entry in found.of(Name.PLACE)):
            # `Aydın: CHP ...`: at the head of a line a province is a province.
            return True
        if found.of(Name.PERSON) or (fold in self._context.surnames and not located):
            return False
        if fold in self._context.ordinary:
            if before is not None:
                return False
            named = after is not None and find(tokens, found.stop, self._context, False)
            return (
                after is None
                or after.text in ":-("
                or after.fold in ("buyuksehir", "belediyesi", "ili", "genelinde")
                or bool(named)
            )
        if fold in self._context.given and not located:
            # `Fatih Mehmet Kocaispir`: a given name, unless nothing of a name follows.
            name_follows = (
                after is not None
                and after.kind is TokenKind.WORD
                and after.capital
                and not after.text.isupper()
                and not senses(after.fold)
                and find(tokens, found.stop, self._context, False) is None
            )
            titled = before is not None and bool(
                senses(before.fold) & {Sense.ROLE} or (before.capital and not before.text.isupper())
            )
            return not name_follows and not titled
        return True


def _number(tokens: Sequence[Token], index: int) -> tuple[list[TextItem], int]:
    value, stop = read_number(tokens, index)
    start, end = tokens[index].start, tokens[stop - 1].end
    case = case_of(tokens[stop - 1].suffix)
    if isinstance(value, Other):
        return [TextItem(Aside(), start, end)], stop
    return [
        TextItem(value, start, end, case if isinstance(value, Clock | Day) else value.case)
    ], stop


def _word(token: Token) -> TextItem:
    word = Word(token.fold, senses(token.fold), token.capital, token.suffix)
    return TextItem(word, token.start, token.end, case_of(token.suffix))


def _agency_form(tokens: Sequence[Token], index: int, stop: int) -> Mention:
    """Whether an agency opens a block, is the source of a sentence, or is only mentioned."""
    before = tokens[index - 1] if index else None
    after = tokens[stop] if stop < len(tokens) else None
    suffix = tokens[stop - 1].suffix
    if _names_a_source(tokens, stop):
        return Mention.SOURCE
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        return Mention.SOURCE if _names_a_source(tokens, stop + 1) else Mention.HEAD
    if suffix:
        return Mention.MENTION
    if after is None or after.is_mark(":-|(;/,") or after.kind is TokenKind.NUMBER:
        return Mention.HEAD
    if after.kind is TokenKind.WORD and not (after.capital or senses(after.fold)):
        return Mention.MENTION
    opens = index == 0 or (before is not None and before.kind is TokenKind.MARK)
    return Mention.HEAD if opens or after.text == "%" or after.capital else Mention.MENTION


def _names_a_source(tokens: Sequence[Token], stop: int) -> bool:
    """Whether `verilerine göre`, `aktardığı ...` comes before the next figure."""
    for position in range(stop, min(stop + _SOURCE_REACH, len(tokens))):
        token = tokens[position]
        told = tokens[position - 1].fold == "saat" or _tells_time(tokens, position)
        if (token.kind is TokenKind.NUMBER and not told) or token.is_mark('.;"!?'):
            return False
        if token.kind is TokenKind.WORD and Sense.SOURCE in senses(token.fold):
            return True
    return False


def _tells_time(tokens: Sequence[Token], position: int) -> bool:
    """`AA'nın 21.40 verileri`: a time, not a share."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    told = after is not None and after.fold.startswith(("veri", "sonuclari"))
    return told and clock_of(tokens[position].text) is not None


def _surnames(items: list[TextItem]) -> list[TextItem]:
    """`Utku Caner Çaykara`: a place's name right behind a person's may be part of it."""
    told = list(items)
    for at in range(1, len(items)):
        item, before = items[at].data, items[at - 1].data
        if (
            not isinstance(item, PlaceNamed)
            or items[at - 1].case
            or items[at].case not in ("", "gen")
        ):
            continue
        named = isinstance(before, LabelNamed) and before.candidate and before.text[-1:] != ")"
        worded = isinstance(before, Word) and before.capital and not before.senses
        if named or worded:
            told[at] = replace(items[at], data=PlaceNamed(item.entries, Mention.MENTION))
    return told


def _clocks_told(text: str, items: list[TextItem]) -> list[TextItem]:
    """`AA 18.45:`, `İstanbul - AA (18.45)`: a time behind a source or a place, before a mark."""
    told = list(items)
    bare = sum(isinstance(item.data, Value | LabelNamed) for item in items) == 1
    marked = any(isinstance(item.data, Value) and item.data.percent for item in items)
    labels = (at for at, item in enumerate(items) if isinstance(item.data, LabelNamed))
    first_label = next(labels, len(items))
    for at in range(1, len(items)):
        item, before = items[at], items[at - 1]
        after = items[at + 1].data if at + 1 < len(items) else None
        if not isinstance(item.data, Value) or item.data.percent or item.case:
            continue
        if isinstance(before.data, Punctuation) and before.data.text in "(,-|/" and at > 1:
            before = items[at - 2]
        closes = isinstance(after, Punctuation) and after.text in ":)"
        closes |= isinstance(after, Word) and after.fold.startswith(("veri", "sonuclari"))
        # `Sakarya - AA 21.40`: nobody in the line whose figure it could be.
        between = items[at - 1].data
        parted = all(isinstance(one, Punctuation) and one.text in "-|/" for one in (between, after))
        leading = parted and at < first_label and isinstance(before.data, AgencyNamed)
        closes |= leading and marked
        closes |= after is None and bare and isinstance(before.data, AgencyNamed)
        moment = clock_of(text[item.start : item.end])
        if closes and moment is not None and isinstance(before.data, AgencyNamed | PlaceNamed):
            told[at] = TextItem(Clock(moment), item.start, item.end)
    return told


def read_key(tokens: Sequence[Token], index: int) -> tuple[Key, int] | None:
    """The key that begins at ``index`` and where it ends, or None."""
    words: list[tuple[str, frozenset[Sense]]] = []
    stop = index
    while stop < len(tokens) and len(words) < _LONGEST:
        token = tokens[stop]
        meaning = senses(token.fold) & _PARTS if token.kind is TokenKind.WORD else frozenset()
        if not meaning or token.suffix or not _is_noun(token.fold, meaning):
            break
        words.append((token.fold, meaning))
        stop += 1
    if not words:
        return None
    following = tokens[stop] if stop < len(tokens) else None
    key = _key(words, following)
    return (key, stop) if key else None


def _is_noun(word: str, meaning: frozenset[Sense]) -> bool:
    if Sense.OPEN in meaning:
        return word.startswith(_OPENED_NOUNS)
    if Sense.GAP in meaning:
        return word in _GAPS
    return True


def _key(words: list[tuple[str, frozenset[Sense]]], following: Token | None) -> Key | None:
    meaning = frozenset[Sense]().union(*(part for _, part in words))
    rated, counted = Sense.RATE_OF in meaning, Sense.NUMBER_OF in meaning
    if Sense.SPOILT in meaning or Sense.VOTER in meaning:
        return Key(FigureKey.ASIDE)
    if Sense.TURNOUT in meaning:
        return Key(FigureKey.TURNOUT, rated=True)
    if Sense.GAP in meaning:
        return Key(FigureKey.GAP)
    if Sense.OPEN in meaning:
        if following is not None and Sense.VOTE in senses(following.fold):
            return Key(FigureKey.UNCLEAR)
        if _is_oblique(words[-1][0]):
            return None
        if words[-1][0].endswith("larin"):
            return Key(FigureKey.BOXES)
        return Key(FigureKey.OPENED, counted, rated)
    if Sense.BOX not in meaning or _is_oblique(words[-1][0]):
        return None
    if counted or Sense.TOTAL in meaning:
        return Key(FigureKey.TOTAL, counted=True)
    return Key(FigureKey.OPENED, rated=True) if rated else Key(FigureKey.BOXES)


def _is_oblique(word: str) -> bool:
    return word.startswith("sandi") and word.endswith(_OBLIQUE)
