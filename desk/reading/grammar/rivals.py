"""Somebody who is called by whom she stands against: `İmamoğlu'nun en yakın rakibi 40,1`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desk.reading.numbers import Number
from desk.reading.units import Claimant, Unit, Word
from desk.reading.vocabulary import Form

_RIVALS = ("rakib", "rakip", "takipci")
_OTHERS = ("aday", "isim", "adayi", "ismi")
_HERS = ("belediyesi", "partisi")
"""`Bozbey'in eski belediyesi yüzde 59,7'yle CHP'de kaldı`: what is somebody's, and not she."""


def of_a_rival(units: Sequence[Unit], owner: Unit, value: int) -> bool:
    """Whether the figure at ``value`` is of somebody else than the one it was given to.

    `İmamoğlu'nun en yakın rakibi 40,1`, `Kurum'un yenildiği aday 50,9`, `50,9 alan rakibini`.
    """
    for verb, unit in pairwise(units[value + 1 : value + 5]):
        told = verb.data.verb if isinstance(verb.data, Word) else None
        if told is not None and told.form is Form.SUBJECT:
            if unit.fold.startswith(_RIVALS) and owner.start < units[value].start:
                return True
            break
    for before, unit, after in zip(units, units[1:value], units[2:], strict=False):
        if unit.start < owner.start or isinstance(after.data, Claimant):
            continue
        named = unit.fold.startswith(_RIVALS) and unit.case in ("", "gen")
        named |= unit.fold in _OTHERS and before.fold.endswith(("digi", "dugu", "tigi", "daki"))
        named |= unit.fold in _HERS and bool(before.fold or before.case == "gen")
        if named and not _counts_between(units, unit, value):
            return True
    return False


def _counts_between(units: Sequence[Unit], rival: Unit, value: int) -> bool:
    """`İmamoğlu rakibinin 11 puan önünde yüzde 51,2`: a figure before the one at ``value``."""
    return any(isinstance(one.data, Number) and one.start > rival.start for one in units[:value])


def named_behind(units: Sequence[Unit], owner: Unit, value: int) -> Unit | None:
    """`... en yakın rakibi yüzde 40,1'le Kurum oldu`: who that is, where she is named."""
    named = [unit for unit in units[value + 1 :] if isinstance(unit.data, Claimant)]
    alone = len(named) == 1 and not named[0].case
    return named[0] if alone and named[0].data != owner.data else None
