"""A suffix that a page has written on to a name, cut off its token: `İstanbulda`, `AK Partiye`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.reading.lexicon import Context, Name, bare_suffix, is_plain, match
from desk.reading.tokens import SUFFIXES, Token, TokenKind, case_of, fold

_BARE_SUFFIXES = frozenset(
    suffix
    for suffix, case in SUFFIXES.items()
    if case in ("loc", "gen", "ki", "abl") and len(suffix) > 1
)
"""Suffixes a page may write without an apostrophe (`İstanbulda`) and that cannot be mistaken."""


def parted(tokens: Sequence[Token], context: Context, lower_case: bool) -> list[Token]:
    """The tokens, each with the suffix a page has written on to its name: `İstanbulda`.

    Behind a name of several words (`AK Partiye`) it may be any, behind one word only one that can
    not be mistaken.
    """
    done = list(tokens)
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or token.suffix:
            continue
        named = token.capital or lower_case or token.fold in context.acronyms
        found = (
            (stop - 1, bare_suffix(tokens[stop - 1].fold, phrase.words[-1]))
            for phrase in context.phrases.get(token.fold, ())
            if (named or is_plain(phrase)) and (stop := match(tokens, index, phrase.words))
        )
        # The shortest suffix is the longest name's: `Türkiye geneli`, and no `Türkiye genel`.
        at, rest = min(found, key=lambda one: (-one[0], len(one[1])), default=(index, ""))
        rest = rest or (_written_on(token, context) if named and at == index else "")
        if rest:
            done[at] = _cut(tokens[at], rest)
    return done


def _cut(token: Token, rest: str) -> Token:
    if token.suffix:
        return token
    size = len(token.text) - len(rest)
    stem = token.text[:size]
    return token._replace(
        text=stem, fold=token.fold[: -len(rest)], end=token.start + size, suffix=rest
    )


_OBJECT = re.compile(
    r"(?:(?:(?<=[aeıioöuü])[yn]|(?<![aeıioöuü]))[ıiuüae]|(?:(?<=[aeıioöuü])y|)[dt][ıiuü])$"
)
"""`Üsküdarı`, `Şileyi`, `Beyoğlunu`, `Esenlere`, `Çatalcaydı`"""
_LONG = 5
"""Letters of a name at least that one more letter behind does not make a word."""


def _written_on(token: Token, context: Context) -> str:
    """The suffix behind one word that names somebody or a place, if nothing else is meant."""
    if token.capital and (spot := _OBJECT.search(token.text)):
        # Letter by letter: `Kars'ı` is no `karşı`.
        name = token.text[: spot.start()]
        known = [
            one.name for phrase in context.phrases.get(fold(name), ()) for one in phrase.entries
        ]
        if name in known and len(name) >= _LONG and fold(name) not in context.ordinary:
            return fold(spot[0])
    for length in range(2, min(6, len(token.fold) - 3)):
        suffix = token.fold[-length:]
        if suffix not in _BARE_SUFFIXES:
            continue
        word, there = token.fold[:-length], case_of(suffix) in ("loc", "abl")
        there = there and context.is_national and word not in context.ordinary
        for phrase in context.phrases.get(word, ()):
            # Parties are words of the language too: `milletin` is the nation's.
            named = any(entry.kind is not Name.PARTY for entry in phrase.entries)
            if not token.capital:
                # `ataşehirden not: ...`: in small letters the night's own places, and agencies.
                named = any(
                    entry.name in context.places
                    or (there and entry.kind is Name.PLACE)
                    or (entry.kind is Name.AGENCY and word in context.acronyms)
                    for entry in phrase.entries
                )
            if len(phrase.words) == 1 and named:
                return suffix
    return ""
