"""The parts of a national vote that are places: inside the country, abroad, all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.reading.lexicon import Context, Meaning, Name
from desk.reading.numbers import Number
from desk.reading.tokens import Token, fold_at
from desk.reading.units import ABROAD, INLAND, INSIDE, Claimant, Mark, PlaceName, Unit

_PARTS_OF_THE_VOTE = {"abroad": ABROAD, INLAND: INSIDE, "total": "Türkiye"}
_ALL = ("genelin", "capin")
_BEGINS = {"abroad": "yurtdis", INLAND: "yurtic"}
_OF_PARTS = (
    *("oy", "sandik", "secmen", "gumruk", "kapi", "da", "de", "ve", "ile", "+", "/", "&", "yurt"),
    *("ic", "dis"),
)


def part_of_the_vote(tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
    """`yurt dışında`, `yurt içi`: parts of the vote that are places of their own.

    `yurt dışı oyları hariç` is inside the country, `yurt dışı dahil` and both together are all of
    it, whether Türkiye is named behind them or not.
    """
    if tokens[index].fold in ("ulke", "yurt") and fold_at(tokens, index + 1).startswith(_ALL):
        # `ülke genelinde`, `yurt çapında`
        whole = Meaning(Name.PLACE, _PARTS_OF_THE_VOTE["total"])
        end = tokens[index + 1].full_end
        return Unit(PlaceName((whole,)), tokens[index].start, end, "loc"), index + 2
    part, last = _part_at(tokens, index)
    if not part:
        return None
    told, stop, case = part, last + 1, tokens[last]
    for at in range(last + 1, min(last + 7, len(tokens))):
        other, end = _part_at(tokens, at)
        if other and other != part:
            part, last, case = "total", end, tokens[end]
        word = tokens[at].fold
        if word.startswith("haric") and part == "abroad":
            told, stop = INLAND, at + 1
        elif word.startswith(("dahil", "birlikte")) and part == "abroad":
            told, stop = "total", at + 1
        elif part == "total" and word.startswith(("toplam", "gumruk")):
            told, stop, case = "total", at + 1, tokens[at]
        elif at > last and not (word.startswith(_OF_PARTS) or tokens[at].text == ","):
            break
    if part == "abroad" == told and fold_at(tokens, stop).startswith("temsilcilikler"):
        # `yurt dışı temsilciliklerinde`: in all of them.
        stop, case = stop + 1, tokens[stop]
    if told != part or told == "total":
        stop, case = _behind(tokens, stop, case)
    there = case.fold.endswith(("nda", "ndan", "ndaki", "inde", "inden", "indeki"))
    loc = there or case.suffix in ("nda", "da", "de")
    entry = Meaning(Name.PLACE, _PARTS_OF_THE_VOTE[told], code=told if told != "total" else "")
    return Unit(PlaceName((entry,)), tokens[index].start, case.end, "loc" if loc else ""), stop


def totals(units: list[Unit], context: Context) -> list[Unit]:
    """`Yurt içi | Yurt dışı | Toplam`: of the parts of the vote the total is the country's.

    So it is before a name (`Toplam: Erdoğan ...`) in a night that tells both parts.
    """
    parts = any(isinstance(one.data, PlaceName) and one.data.entries[0].code for one in units)
    heads = _PARTS_OF_THE_VOTE[INLAND] in context.places and len(units) > 2
    heads = heads and units[1].mark(":") and isinstance(units[2].data, Claimant)
    if not parts and not heads:
        return units
    entry = Meaning(Name.PLACE, _PARTS_OF_THE_VOTE["total"])
    bare = [True, *(isinstance(one.data, Mark) for one in units), True]
    return [
        replace(one, data=PlaceName((entry,)))
        if one.fold in ("toplam", "toplami", "toplamda") and bare[at] and _of_all(units[at + 1 :])
        else one
        for at, one in enumerate(units)
    ]


def _of_all(behind: Sequence[Unit]) -> bool:
    """`Toplam |`, `Toplam %75,42`, `Toplamda Erdoğan ...`: what is told of all of the vote."""
    data = behind[0].data if behind else Mark("")
    return isinstance(data, Mark | Claimant) or (isinstance(data, Number) and data.is_share)


def _part_at(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Which part a word, or two, name, and where the last of them is; nothing if none."""
    word, last = tokens[index].fold, index
    if not word.startswith("yurt"):
        return "", index
    if word == "yurt" and index + 1 < len(tokens):
        last = index + 1
        word += tokens[last].fold
    return next((part for part in _BEGINS if word.startswith(_BEGINS[part])), ""), last


def _behind(tokens: Sequence[Token], stop: int, case: Token) -> tuple[int, Token]:
    """`... hariç Türkiye genelinde`: the country named behind is the same place."""
    while stop < len(tokens) and tokens[stop].fold.startswith(("turkiye", "genel", "toplam")):
        stop, case = stop + 1, tokens[stop]
    return stop, case
