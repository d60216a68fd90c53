"""What a heading says of the figures below it: a topic, a kind, a contest, a recount."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from desk.reading.grammar.roles import Part
from desk.reading.grammar.strange import unknown
from desk.reading.names.joining import is_in_question
from desk.reading.races import MAYOR, TOWN
from desk.reading.tokens import fold
from desk.reading.units import Claimant, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import HEADLINE, UNCOUNTED, Form, Sense


def topic_of(words: Sequence[Unit]) -> Sense | None:
    """What is told below: seats, a turnout, changes, boxes; None where it is votes or unsaid."""
    if any(
        unit.word(Sense.SEAT) and unit.fold.startswith(("milletvekil", "sandalye", "uye"))
        for unit in words
    ):
        counted = any(
            unit.fold.startswith(("dagilim", "sayi", "secilen")) or unit.word(Sense.COUNT)
            for unit in words
        )
        return Sense.SEAT if counted else None
    if any(unit.fold.startswith("saatler") for unit in words):
        # `Canlı yayın saatleri`: hours stand below.
        return Sense.THING
    if tells_leads(words):
        return Sense.AHEAD
    ended = any(
        isinstance(unit.data, Word) and unit.data.verb and unit.data.verb.form is Form.FINITE
        for unit in words
    )
    # `Silivri'de başkan kaybetti`: told, and no name of what stands below.
    topics = [Sense.TURNOUT, Sense.BOX] if ended else [Sense.TURNOUT, Sense.SHIFT, Sense.BOX]
    told = next((sense for sense in topics if any(unit.word(sense) for unit in words)), None)
    if told is not None:
        return told
    changed = not ended and any(unit.word(Sense.CHANGE) for unit in words)
    return Sense.SHIFT if changed else None


def tells_leads(words: Sequence[Unit]) -> bool:
    """`CHP'nin farkla kazandığı ilçeler`, `Fark (puan)`, `Kurum lehine`: leads stand below."""
    gap = any(unit.word(Sense.GAP) for unit in words)
    # `Oy farkları`, `En farklı ilçeler`
    plural = any(unit.fold.startswith(("farklar", "farkli", "lehine")) for unit in words)
    listed = any(
        unit.word(Sense.LISTING, Sense.POINT) or unit.fold in ("ilceler", "kazanan")
        for unit in words
    )
    return plural or (gap and listed)


def kind_of(words: Sequence[Unit]) -> Part | None:
    """Whether shares or votes stand below, where the heading says so: `oy oranı`, `oy sayısı`."""
    if not any(unit.word(Sense.VOTE) for unit in words):
        return None
    if any(unit.word(Sense.RATE) for unit in words):
        return Part.SHARE
    return (
        Part.VOTES
        if any(unit.word(Sense.COUNT) or unit.fold == "oylar" for unit in words)
        else None
    )


def _to_come(fold: str) -> bool:
    """`sayılacak`, `sayılması istendi`: no one has done it."""
    return fold.startswith(("sayilac", "sayilma", "sayacak"))


def tells_recount(units: Sequence[Unit]) -> bool:
    """`yeniden sayılan`, `tekrar sayılan`: the rest of the line is of the recount.

    Of one that is to come (`yeniden sayılacak`) nothing is told yet.
    """
    return not any(unit.fold == "ardindan" for unit in units) and any(
        one.fold in ("yeniden", "tekrar") and two.fold.startswith("say") and not _to_come(two.fold)
        for one, two in itertools.pairwise(units)
    )


_COUNTS = (
    *(Sense.VOTE, Sense.BOX, Sense.OPENED, Sense.RATE, Sense.TURNOUT, Sense.GAP, Sense.AHEAD),
    *(Sense.COUNT, Sense.LISTING, Sense.SHIFT, Sense.POLL, Sense.RECOUNT, Sense.RESULT),
)
_NOT_YET = ("yok", "haric", "bekliyoruz", "bekliyor", "bekleniyor")
_VOID = ("gecersiz", "iptal", "itiraz", "degisen")
_GROUPS = (
    *("kadin", "erkek", "genc", "emekli", "mezun", "cezaev", "tutuklu", "gumruk", "hastane"),
    *("kullananlar", "universite", "ogrenci"),
)


_POLLS = ("sonuc", "secim", "referandum", "oylama")


def tells_news(units: Sequence[Unit]) -> bool:
    """`Kadıköy'de elektrik kesildi`, `AA yok`: of something else, and no heading of figures."""
    folds = [unit.fold for unit in units]
    if not units or units[-1].mark(":") or not {"mi", "mu"}.isdisjoint(folds):
        # `maltepe meclis girdin mi`: what is asked for comes next.
        return False
    strange = any(unknown(unit) and not unit.fold.startswith(HEADLINE) for unit in units)
    counts = any(unit.word(*_COUNTS) or unit.fold.startswith(_POLLS) for unit in units)
    return (strange and not counts) or any(fold in _NOT_YET for fold in folds)


def tells_of_others(units: Sequence[Unit], text: str) -> bool:
    """`Kadın seçmenler`, `Kazanma olasılığı`, `(Prova)`: no contender's figures of a place.

    ``text`` is the line, folded.
    """
    void = any(unit.fold.startswith(_VOID) for unit in units)
    void = void and any(unit.word(Sense.VOTE) for unit in units)
    void = void or {unit.fold for unit in units} == {"iptal"}
    first = re.findall(r"\w+", text)
    known = (unit.data for unit in units if isinstance(unit.data, Claimant) and unit.data.known)
    named = " ".join(fold(holder.text) for holder in known)
    told = [one for one in first if one not in named]
    return void or any(one.startswith((*UNCOUNTED, *_GROUPS)) for one in told)


def part_of_place(units: Sequence[Unit]) -> Unit | None:
    """`Anadolu Yakası`, `2. Bölge`, `Moda Mahallesi`: the word for a part of some place.

    `İzmir 1. Bölge` is a constituency.
    """
    placed = any(isinstance(unit.data, PlaceName) for unit in units)
    parts = ("yaka", "mahalle") if placed else ("yaka", "mahalle", "bolge")
    return next((unit for unit in units if unit.fold.startswith(parts)), None)


def tells_one_box(sentence: Sequence[Unit]) -> bool:
    """`2110 No'lu sandıkta sayım bitti`: what the next sentences tell came out of it."""
    boxed = any(unit.word(Sense.BOX) and unit.case in ("loc", "abl", "gen") for unit in sentence)
    return boxed and any(unit.word(Sense.NUMBERED) for unit in sentence)


def race_said(units: Sequence[Unit]) -> tuple[Unit | None, bool, bool]:
    """The contest a heading says, whether it names several and so says of none, or one alone.

    `Büyükşehir | [Belediye] | Meclis`: of a page's tabs the one that is marked as chosen.
    """
    races = [at for at, unit in enumerate(units) if isinstance(unit.data, RaceName)]
    chosen = [at for at in races if _is_chosen(units, at)]
    if len(chosen) == 1:
        return units[chosen[0]], False, False
    kinds = {unit.data.race for unit in units if isinstance(unit.data, RaceName)}
    several = len(kinds - {TOWN}) + (TOWN in kinds and MAYOR not in kinds) > 1
    # `İBB mi ilçe mi belli değil`
    linked = any(is_in_question(units, at) for at in races) or any(
        isinstance(one.data, RaceName)
        and link.fold in ("ve", "ile")
        and (isinstance(two.data, RaceName) or two.fold in ("ilce", "meclis"))
        for one, link, two in zip(units, units[1:], units[2:], strict=False)
    )
    return (units[races[-1]] if races else None), several or linked, 0 < len(races) == len(units)


def _is_chosen(units: Sequence[Unit], at: int) -> bool:
    opened = at > 0 and units[at - 1].mark("[") and units[at + 1 : at + 2]
    behind = units[at + 1 : at + 3]
    told = len(behind) == 2 and behind[0].mark("([") and behind[1].fold in ("secili", "aktif")
    return bool(told or (opened and units[at + 1].mark("]")))
