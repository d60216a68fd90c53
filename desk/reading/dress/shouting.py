"""A sentence in capitals as it would stand in small letters: names keep theirs.

In `AK PARTİ'NİN OYU AYNI SÜREDE YÜZDE 46,2'YE YÜKSELDİ` every word could be a name; what the desk
knows as a word, and what stands where no name has a figure, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desk.reading.lexicon import Context, find, is_also_a_word
from desk.reading.spelt import is_numeral
from desk.reading.tokens import Token, TokenKind, fold_at, tokenise
from desk.reading.vocabulary import Form, senses, verb

_FEWEST = 7
"""Words of a line at least that is a sentence, and no card's or ticker's."""
_MOST_SMALL = 10
"""Of so many letters one may be a small one."""
_PARTS = re.compile(r"[|/•·▪■●◆▌▐►▶◄▸]|\.{3}|…")
"""What parts a ticker, whose parts are no sentence."""
_SMALL = {ord("I"): "ı", ord("İ"): "i"}
_CASED = re.compile(r"\w{2,}(?:[dt][ae]n?|nin|nun|ini|unu|s[iu])")
"""How a noun with a case ends that names nobody: names have an apostrophe in front of theirs."""


def quieter(text: str, context: Context) -> str:
    """The text, as long as before, with the words of shouted sentences in small letters."""
    if not any(map(_is_shouted, text.split("\n"))):
        return text
    done, start = list[str](), 0
    for line in text.split("\n"):
        stop = start + len(line)
        done.append(_quiet(text, start, stop, context) if _is_shouted(line) else line)
        start = stop + 1
    return "\n".join(done)


def _is_shouted(line: str) -> bool:
    if line.count(" ") < _FEWEST - 1 or len(_PARTS.findall(line)) > 1:
        return False
    return _MOST_SMALL * sum(map(str.islower, line)) < sum(map(str.isupper, line))


def _quiet(text: str, start: int, stop: int, context: Context) -> str:
    tokens = tokenise(text, start, stop, context.acronyms)
    words = [token for token in tokens if token.kind is TokenKind.WORD]
    verbs = (verb(token.fold) for token in words if not token.suffix)
    told = any(one and one.form in _SPOKEN for one in verbs) or text[stop - 1] in ".!?"
    if len(words) < _FEWEST or not told:
        return text[start:stop]
    line = list(text[start:stop])
    for token, kept in _letters_kept(tokens, context):
        at = slice(token.start - start + kept, token.full_end - start)
        line[at] = "".join(line[at]).translate(_SMALL).lower()
    return "".join(line)


_SPOKEN = (Form.FINITE, Form.EARLIER, Form.SUBJECT, Form.OBJECT, Form.CONVERB)


def _letters_kept(tokens: Sequence[Token], context: Context) -> Iterator[tuple[Token, int]]:
    """Each word to be written smaller; of one that names somebody the first letter is kept."""
    at, called = 0, False
    while at < len(tokens):
        token = tokens[at]
        found = find(tokens, at, context, False) if token.kind is TokenKind.WORD else None
        if found is not None and (found.stop > at + 1 or not is_also_a_word(token.fold)):
            yield from ((one, 1) for one in tokens[at : found.stop] if not _is_short(one, context))
            at, called = found.stop, False
            continue
        if token.kind is TokenKind.WORD and len(token.text) > 1:
            surname = token.fold in context.surnames and not senses(token.fold)
            first = token.fold in context.first
            named = token.suffix or first or surname or called or _may_be_called(tokens, at)
            if not _is_short(token, context):
                yield token, 1 if named else 0
            called = first and not surname and not token.suffix
        else:
            called = False
        at += 1


def _is_short(token: Token, context: Context) -> bool:
    return token.kind is not TokenKind.WORD or token.fold in context.acronyms


def _may_be_called(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word nobody knows stands where a name has its figure."""
    word = tokens[at].fold
    known = senses(word) or verb(word) or is_numeral(word) or _CASED.fullmatch(word)
    return not known and _has_figure(tokens, at + 1)


def _has_figure(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure stands there: `BÖCEK 48,1`, `TÜTÜNCÜ (AK PARTİ)`."""
    if at < len(tokens) and tokens[at].kind is TokenKind.NUMBER:
        return True
    return fold_at(tokens, at) in ("%", "yuzde", "(", ":")
