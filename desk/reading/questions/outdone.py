"""Whether what follows a number tells by how much somebody is ahead: `3 bin oy geçti`.

The reader files what is plain and asks about the rest; here only the order of the keys is decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from desk.facts.bulletin import Item
from desk.reading.numbers import Number
from desk.reading.units import Claimant, Unit, Word
from desk.reading.vocabulary import Sense

_FEW = 8
"""Units behind a number that may still speak of it."""

_STOPS = ".,;!?|\n"
_STANDING = (Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF)
"""Words of where somebody stands; behind `oyla` these may well be her own votes."""

_OUTDOING = re.compile(
    r"\b(?:soll[aiu]|yen(?:[dm]|iyor|erek|ip|il)|maglup|ileri(?! sur)|arkas|arkada\b|ustun|uzaklas"
    r"|one (?:cik|gec)|kil payi|atlat|arayi ac|(?:fazla|eksik|az) (?:oy )?(?:al|topla))"
)
"""What no word alone says, or no word list has, in folded words."""

_MORE = ("fazla", "eksik", "az")
_REACHED = ("oyu", "oyunu", "oylari", "oylarini")


class Outdone(Enum):
    """Whether a number is what somebody leads by."""

    NO = auto()
    MAYBE = auto()
    LIKELY = auto()


def outdone(units: Sequence[Unit], at: int) -> Outdone:
    """What the words behind the number at a place of its line say of it."""
    words = [*_behind(units, at)]
    if _reached(units[at], words):
        return Outdone.NO
    with_it = any(one.case == "ins" for one in [units[at], *words[:2]])
    said, standing = "", False
    for one in words:
        said = f"{said} {one.fold}"
        if one.word(Sense.GAP) or _OUTDOING.search(said) or _passes(one, units[:at]):
            return Outdone.LIKELY
        standing |= one.word(*_STANDING)
        if one.word(Sense.RESULT) and not said.endswith(tuple(f" {x} {one.fold}" for x in _MORE)):
            # `3 bin oy alarak öne geçti`, but `2 bin 800 oyla kazandı`: by, or with?
            return Outdone.MAYBE if with_it or standing else Outdone.NO
    if with_it:
        lost = any(one.word(Sense.CHANGE) for one in words)
        return Outdone.LIKELY if lost else Outdone.MAYBE if standing else Outdone.NO
    return Outdone.LIKELY if standing else Outdone.NO


def leads(units: Sequence[Unit], at: int) -> tuple[Item, ...]:
    """What a lead of that number is counted in."""
    number, behind = units[at].data, units[at + 1 : at + 3]
    if any(one.word(Sense.POINT) for one in behind) or (
        isinstance(number, Number) and number.percent
    ):
        return (Item.LEAD_POINTS,)
    if any(one.word(Sense.VOTE) for one in behind):
        return (Item.LEAD_VOTES,)
    return (Item.LEAD_POINTS, Item.LEAD_VOTES)


def _behind(units: Sequence[Unit], at: int) -> Iterator[Unit]:
    """The words and names behind a number, to the end of what is said of it."""
    for one in units[at + 1 : at + 1 + _FEW]:
        if isinstance(one.data, Number) or one.mark(_STOPS):
            return
        if isinstance(one.data, Word):
            yield one


def _reached(number: Unit, words: Sequence[Unit]) -> bool:
    """`yüzde 50'yi geçti`, `12 bin oyu geride bıraktı`: what was passed is the number itself."""
    if words and words[0].fold in _REACHED:
        return True
    return number.case == "acc" and not (words and words[0].word(Sense.VAGUE))


def _passes(unit: Unit, before: Sequence[Unit]) -> bool:
    """`geçti`, `geride bıraktı`; `geçen` only where somebody is passed: else it is the last one."""
    if not isinstance(unit.data, Word) or unit.data.verb is None:
        return False
    if unit.word(Sense.EARLIER):
        return any(isinstance(one.data, Claimant) and one.case == "acc" for one in before)
    return unit.data.verb.sense in (Sense.AHEAD, Sense.PASS) and not unit.data.verb.negated
