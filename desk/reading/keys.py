"""Names of figures that are no contender's: opened boxes, totals, turnout, the gap.

`Açılan sandık` looks like one more contender; here it is told apart, by its words alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.reading.items import Key, Topic
from desk.reading.tokens import Kind, Token
from desk.reading.words import Sense, senses

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


def read_key(tokens: Sequence[Token], index: int) -> tuple[Key, int] | None:
    """The key that begins at ``index`` and where it ends, or None."""
    words: list[tuple[str, frozenset[Sense]]] = []
    stop = index
    while stop < len(tokens) and len(words) < _LONGEST:
        token = tokens[stop]
        meaning = senses(token.fold) & _PARTS if token.kind is Kind.WORD else frozenset()
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
        return Key(Topic.ASIDE)
    if Sense.TURNOUT in meaning:
        return Key(Topic.TURNOUT, rated=True)
    if Sense.GAP in meaning:
        return Key(Topic.GAP)
    if Sense.OPEN in meaning:
        if following is not None and Sense.VOTE in senses(following.fold):
            return Key(Topic.UNCLEAR)
        if _is_oblique(words[-1][0]):
            return None
        if words[-1][0].endswith("larin"):
            return Key(Topic.BOXES)
        return Key(Topic.OPENED, counted, rated)
    if Sense.BOX not in meaning or _is_oblique(words[-1][0]):
        return None
    if counted or Sense.TOTAL in meaning:
        return Key(Topic.TOTAL, counted=True)
    return Key(Topic.OPENED, rated=True) if rated else Key(Topic.BOXES)


def _is_oblique(word: str) -> bool:
    return word.startswith("sandi") and word.endswith(_OBLIQUE)
