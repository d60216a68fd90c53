"""Whether a line is written in small letters, as colleagues write to each other."""

from __future__ import annotations

from collections.abc import Sequence

from desk.reading.lexicon import Context, Name, Phrase
from desk.reading.tokens import Token, TokenKind, is_number

_SMALL = frozenset(["chp", "akp", "mhp", "yrp"])
_OFFICES = ("ilce", "baskan", "bsk", "bld", "bel", "meclis", "buyuksehir", "ibb", "aa", "anka")
"""What stands behind a place in small letters that heads figures."""


def is_lower(tokens: Sequence[Token], context: Context) -> bool:
    """Whether a line is written in small letters, abbreviations and first words apart."""
    capitals = [
        token
        for at, token in enumerate(tokens)
        if token.capital and not (at and tokens[at - 1].is_mark(".!?"))
    ]
    if not capitals:
        return True
    colon = next((at for at, token in enumerate(tokens[:4]) if token.text == ":"), 0)
    called = {token.fold for token in tokens[:1]} <= context.given or colon > 1
    words = [token for token in tokens if token.kind is TokenKind.WORD]
    if colon and called and tokens[0].capital and len(words) > colon + 1:
        # `Ayşe: anka şile girdi mi`, `Murat Bey: beykozda fark 600 oya indi AA`
        rest = [token for token in capitals if token not in tokens[:colon]]
        return all(token.fold in context.acronyms for token in rest)
    small = [(at, token.fold) for at, token in enumerate(tokens, 1) if not token.capital]
    valued = sum(word in context.surnames and is_number(tokens, at) for at, word in small)
    strange = [one for one in capitals if one.fold not in context.acronyms and one is not words[0]]
    # `AA İstanbul sandık 38,7 imamoğlu 49,6 kurum 41,8`
    placed = valued > 1 and all(_is_a_place(context.phrases.get(one.fold, ())) for one in strange)
    # `tuzla ilçe başkanlığı AA`
    told = words[1].fold if len(words) > 1 and not words[0].capital else ""
    placed |= told.startswith(_OFFICES) and _is_a_place(context.phrases.get(words[0].fold, ()))
    placed &= not strange or valued > 1
    return placed or (not strange and (valued > 0 or any(word in _SMALL for _, word in small)))


def _is_a_place(phrases: Sequence[Phrase]) -> bool:
    return any(entry.kind is Name.PLACE for phrase in phrases for entry in phrase.entries)
