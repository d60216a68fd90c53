"""Words that name nobody, each with what it may do; `oy ile` is the one word `oyla`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from desk.reading.numbers import Number
from desk.reading.tokens import Token, case_of, fold_at, word_case
from desk.reading.units import Unit, Word
from desk.reading.vocabulary import Sense, senses, verb

_JOINED_WITH = (Sense.VOTE, Sense.GAP, Sense.SHIFT, Sense.RATE, Sense.POINT, Sense.TURNOUT)


def may_be_with(before: Unit) -> bool:
    """Whether `ile` behind a unit is its case: behind a share, votes, a gap or a change."""
    told = before.data
    if isinstance(told, Number):
        return told.is_share and not told.suffix and (told.percent or told.clock is None)
    return before.word(*_JOINED_WITH)


def with_it(token: Token, before: Unit) -> Unit:
    """`oy ile`, `yüzde 51,1 ile` as `oyla`, `yüzde 51,1'le`: one word, whichever way."""
    if isinstance(before.data, Number):
        return Unit(before.data._replace(suffix="la"), before.start, before.end, "ins")
    vowels = [letter for letter in token.text if letter in "aeıioöuüAEIİOÖUÜ"]
    glide = "y" if token.text[-1:] in vowels[-1:] else ""
    word = f"{before.fold}{glide}l{'a' if vowels and vowels[-1] in 'aıouAIOU' else 'e'}"
    return Unit(worded(word, False, ""), before.start, before.end, "ins")


def word_unit(tokens: Sequence[Token], index: int) -> Unit:
    """A word as a unit, with its case."""
    token = tokens[index]
    if token.fold == "acik" and fold_at(tokens, index + 1) == "ara":
        # `açık ara önde`: far ahead, and nothing was opened.
        may = frozenset({Sense.LINK})
        word = Word(token.fold, may, verb(token.fold), token.capital, token.suffix)
    else:
        word = worded(token.fold, token.capital, token.suffix)
    return Unit(word, token.start, token.end, case_of(token.suffix) or word_case(token.fold))


@lru_cache(maxsize=32768)
def worded(fold: str, capital: bool, suffix: str) -> Word:
    """A folded word with what it may do; each is made once."""
    return Word(fold, senses(fold), verb(fold), capital, suffix)
