"""Finding the names a context knows in a run of tokens, with or without their suffixes.

Only look-ups; what a name does in its sentence belongs to `labels` and `scan`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.facts.election import OTHERS
from desk.reading.lexicon import Context, Entry, Name, Phrase
from desk.reading.tokens import SUFFIXES, Kind, Token, case_of

_BARE_SUFFIXES = frozenset(
    suffix
    for suffix, case in SUFFIXES.items()
    if case in ("loc", "gen", "ki", "abl") and len(suffix) > 1
)
"""Suffixes a page may write without an apostrophe (`İstanbulda`) and that cannot be mistaken."""

_JOINERS = "-./"


@dataclass(frozen=True, slots=True)
class Found:
    """A known name at ``tokens[start:stop]``, with the case its suffix makes."""

    phrase: Phrase
    stop: int
    case: str

    def of(self, *kinds: Name) -> tuple[Entry, ...]:
        """Its meanings of these kinds."""
        return tuple(entry for entry in self.phrase.entries if entry.kind in kinds)


def find(tokens: Sequence[Token], index: int, context: Context, lower_case: bool) -> Found | None:
    """The longest known name at ``index``. ``lower_case``: the whole line is in small letters."""
    token = tokens[index]
    if token.kind is not Kind.WORD:
        return None
    if not (token.capital or lower_case or token.fold in context.acronyms):
        return _option(tokens, index, context)
    short = lower_case and not token.capital and len(token.fold) < 3 and token.fold != "ak"
    if short and token.fold not in context.acronyms:
        return None
    for phrase in context.phrases.get(token.fold, ()):
        if (stop := _match(tokens, index, phrase.words)) and _stands(phrase, token, lower_case):
            last = tokens[stop - 1]
            case = case_of(last.suffix) or case_of(_bare_suffix(last.fold, phrase.words[-1]))
            return Found(phrase, stop, case)
    return _without_apostrophe(tokens, index, context)


def _option(tokens: Sequence[Token], index: int, context: Context) -> Found | None:
    """`evet`, `hayır`, `diğer`: the only names that need no capital."""
    phrases = context.phrases.get(tokens[index].fold, ())
    for one in phrases:
        plain = one.entries[0].kind is Name.OPTION or one.entries[0].code == OTHERS
        if plain and (stop := _match(tokens, index, one.words)):
            return Found(one, stop, case_of(tokens[stop - 1].suffix))
    return None


def _stands(phrase: Phrase, token: Token, lower_case: bool) -> bool:
    """Small letters do for abbreviations; a word of the language needs its capital."""
    if token.capital or lower_case:
        return True
    return len(phrase.words) > 1 or token.fold not in ("dem", "sol", "iyi", "deva", "ab", "tip")


def _match(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int:
    """Where the words end, or 0. Between them a joining mark without blanks may stand."""
    position = index
    for number, word in enumerate(words):
        if number:
            if tokens[position - 1].suffix or position >= len(tokens):
                return 0
            if tokens[position].is_mark(_JOINERS) and not tokens[position].gap:
                position += 1
        if position >= len(tokens) or tokens[position].kind is not Kind.WORD:
            return 0
        fold = tokens[position].fold
        last = number == len(words) - 1
        if fold != word and not (last and number and _bare_suffix(fold, word)):
            return 0
        position += 1
    return position


def _bare_suffix(fold: str, word: str) -> str:
    if fold == word or not fold.startswith(word):
        return ""
    rest = fold[len(word) :]
    return rest if rest in _BARE_SUFFIXES or rest in ("li", "lu") else ""


def _without_apostrophe(tokens: Sequence[Token], index: int, context: Context) -> Found | None:
    token = tokens[index]
    if token.suffix or not token.capital:
        return None
    for length in range(2, min(6, len(token.fold) - 3)):
        suffix = token.fold[-length:]
        if suffix not in _BARE_SUFFIXES:
            continue
        for phrase in context.phrases.get(token.fold[:-length], ()):
            # Parties are words of the language too: `milletin` is the nation's.
            named = any(entry.kind is not Name.PARTY for entry in phrase.entries)
            if len(phrase.words) == 1 and named:
                return Found(phrase, index + 1, case_of(suffix))
    return None
