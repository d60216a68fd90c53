"""Figures that are spoken of, and told by nobody: `Kurum'un 47,9 aldığı iddiasını reddetti`.

What stands with -dığı before a noun of saying holds only where the verb behind it says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Number
from desk.reading.units import AgencyName, Claimant, Unit, Word
from desk.reading.vocabulary import Form

_NEWS = (
    *("iddia", "haber", "bilgi", "soylenti", "paylasim", "algi", "hava", "dedikodu", "duyum"),
    *("veri", "yalan", "masal", "izlenim", "sav"),
)
"""How the nouns begin that say what is told, and not that it is so."""
_ABOUT = ("yonundeki", "dair", "iliskin", "bile")
_ASSERTED = re.compile(
    r"(?:dogrula(?!m[ae]|y[ae]m)|kesin|acikla(?!m[ae]d)|duyur|bildir|gec|paylas(?!im)|ulas|gel|ver(?!i)"
    r"|dus|yansi|teyit|aktar|isle|yer|ekle|hakim)\w*"
)
"""What is done with a piece of news that holds."""
_DENIED = re.compile(r"\w+m[ae](?:d[iu]|m[iu]s|yin|yor)\w*")
"""`inanmadı`, `kabul etmedi`, `kanmayın`"""
_OTHERS = re.compile(
    r"(?:(?:yazan|sanan|zanneden|gosteren)|(?:diyen|soyleyen|savunan|dusunen)ler|sananlar)\w*"
)
"""`sananlar`, `diyenlere`: whoever said so."""
_ASKED = ("nereden", "neden", "nasil")


def only_mentions(units: Sequence[Unit]) -> bool:
    """Whether the figures of a clause are only spoken of."""
    numbers = [at for at, unit in enumerate(units) if isinstance(unit.data, Number)]
    if not numbers:
        return False
    first, last = numbers[0], numbers[-1]
    if (
        _hearsay(units[last])
        or _not_done(units, last)
        or any(
            one.fold.endswith(("mis", "mus")) and two.fold == "gibi" for one, two in pairwise(units)
        )
    ):
        return True
    that = max((at for at, unit in enumerate(units) if _points(unit) and at > first), default=0)
    rest = [unit for unit in units[max(that, last) + 1 :] if unit.fold or not that]
    if not rest or any(isinstance(unit.data, AgencyName) for unit in units):
        return False
    if _said_by_others(units[last + 1 :]):
        return True
    if not that:
        return False
    told = [unit.fold for unit in rest]
    if told[0] in _ABOUT:
        told = told[1:]
    if told and told[0].startswith(_NEWS):
        return not any(_ASSERTED.fullmatch(one) for one in told[1:])
    ended = _DENIED.fullmatch(told[-1]) if told else None
    return ended is not None or any(one in _ASKED for one in told)


def _points(unit: Unit) -> bool:
    """`aldığı`, `olduğuna`, `kaldığını`"""
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    return verb is not None and verb.form is Form.OBJECT


def _hearsay(unit: Unit) -> bool:
    """`47,9'daymış`: somebody says so."""
    return isinstance(unit.data, Number) and unit.data.suffix.endswith(("mis", "mus"))


def _not_done(units: Sequence[Unit], value: int) -> bool:
    """`50,9'u beğenmedi`, `50,9'a yetişemedi`: what was not done with it."""
    rest = [unit for unit in units[value + 1 :] if unit.fold]
    alone = units[value].case in ("acc", "dat") and len(rest) == 1
    return alone and unknown(rest[0]) and _DENIED.fullmatch(rest[0].fold) is not None


def _said_by_others(rest: Sequence[Unit]) -> bool:
    """`... diyenler yanıldı`, `... olduğunu yazan site`: who said it has no name."""
    for unit, after in pairwise([*rest, *rest[-1:]]):
        if unit.fold and _OTHERS.fullmatch(unit.fold):
            named = isinstance(after.data, Claimant | AgencyName | Number)
            return not named and not after.mark('":')
    return False
