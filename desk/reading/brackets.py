"""Brackets that say something apart: `(+1,3)`, `(2019: 59,6)`, `(ilk tur 53,13)`.

Their numbers are left out by name before the line is read; other brackets stay where they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from desk.facts.codes import Code
from desk.reading.gather import Gatherer
from desk.reading.layout import as_clock, is_figure
from desk.reading.numbers import Clock, Day, Number
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, Mark, PlaceName, RaceName, Unit, Word
from desk.reading.vocabulary import Form, Sense

_LONGEST = 14


def without_asides(units: Sequence[Unit], gatherer: Gatherer) -> tuple[list[Unit], list[Unit]]:
    """The line without the brackets that tell of changes, other elections or rounds.

    A bracket behind figures that names their source or contest, `(AA, %96,3 sandık)`, is given
    apart; the figures in it stay.
    """
    kept: list[Unit] = []
    tail: list[Unit] = []
    at = 0
    while at < len(units):
        closing = _closing(units, at)
        beside = at > 0 and isinstance(units[at - 1].data, Number)
        if closing and not beside and _is_stamp(units[at + 1 : closing]):
            stamp = (one for one in units[at + 1 : closing] if not isinstance(one.data, Day | Mark))
            tail += map(as_clock, stamp)
            at = closing + 1
            continue
        why = _why(units[at + 1 : closing]) if closing else None
        if closing and why is not None:
            for unit in units[at + 1 : closing]:
                if isinstance(unit.data, Number):
                    gatherer.leave(why, unit.start, unit.end)
            at = closing + 1
            continue
        if closing and (told := _told_apart(units[at + 1 : closing])) is not None:
            kept += told
            at = closing + 1
            continue
        if closing == at + 2 and _repeats(kept, units[at + 1]):
            at = closing + 1
            continue
        inside = units[at + 1 : closing] if closing else ()
        if closing and _behind(kept) and _is_address(inside, kept):
            tail += [unit for unit in inside if not isinstance(unit.data, Number | Mark | Word)]
            told = [
                unit
                for unit in inside
                if (isinstance(unit.data, Number) and not unit.data.clock)
                or unit.word(Sense.BOX, Sense.OPENED)
            ]
            clocks = [
                as_clock(unit)
                for unit in inside
                if isinstance(unit.data, Number) and unit.data.clock and unit not in told
            ]
            tail += clocks
            if any(isinstance(unit.data, Number) for unit in told):
                stop = Unit(Mark(";"), units[at].start, units[at].end)
                kept += [stop, *told, stop]
            at = closing + 1
            continue
        kept.append(units[at])
        at += 1
    return kept, tail


_ELSE = (
    *("ayni", "benze", "uyum", "yakin", "yok", "henuz", "bekl", "sur", "sayil", "ayrica", "ayri"),
    *("birazdan", "sonra", "farkl", "yuksek", "dusuk", "daha", "az", "gecik", "en"),
)
"""`(ANKA henüz geçmedi)`, `(en yüksek Sultanbeyli)`: what a bracket tells besides a name."""


def _told_apart(inside: Sequence[Unit]) -> list[Unit] | None:
    """What of a bracket without figures is the line's, where it only tells of something else.

    `(ANKA ile aynı)`, `(meclis sayımı sürüyor)` are not; of `(başkanlık değil, meclis)` the last
    is. None where the bracket says what the line is about.
    """
    kinds = AgencyName | PlaceName | RaceName
    named = [at for at, unit in enumerate(inside) if isinstance(unit.data, kinds)]
    if not named or any(isinstance(unit.data, Number | Day | Claimant) for unit in inside):
        return None
    denied = next((at for at, unit in enumerate(inside) if unit.fold == "degil"), 0)
    if denied:
        return [inside[at] for at in named if at > denied]
    return [] if any(unit.fold.startswith(_ELSE) for unit in inside) else None


def _is_stamp(inside: Sequence[Unit]) -> bool:
    """`(31.03.2024, 19.25)`, `(Sivas, 31 Mart 2024, 19.25)`: the day and hour of what is told."""
    days = [unit.data for unit in inside if isinstance(unit.data, Day)]
    rest = [unit for unit in inside if not isinstance(unit.data, Day | Mark | PlaceName)]
    alone = len(days) == len(rest) == 1 and not any(unit.mark(":") for unit in inside)
    return alone and days[0].day is not None and is_time(rest[0])


_LONGEST_RUN = 40


def rearranged(units: Sequence[Unit]) -> list[Unit]:
    """A line's units with each source, contest and name before the figures it stands behind."""
    return names_first(sourced(raced(unnamed_sources(units))))


def names_first(units: Sequence[Unit]) -> list[Unit]:
    """`İmamoğlu 50,4 AA 51,3 ANKA`, `52,1 Üsküdar 46,4 Fatih`: each name before its value.

    Between two such runs stands a mark then: what the second is of stands before it
    (`... aa 50,4 anka 51,3 sandık aa 71 anka 64`).
    """
    if sum(isinstance(unit.data, AgencyName | PlaceName) for unit in units) < 2:
        return list(units)
    units = _places_first(units)
    done: list[Unit] = []
    at = 0
    while at < len(units):
        run = _in_turn(units, at)
        if len(run) < 4:
            done.append(units[at])
            at += 1
            continue
        stop = run[-1] + 1
        if isinstance(units[at].data, Number):
            ends = [*run[2::2], stop]
            for value, name, end in zip(run[::2], run[1::2], ends, strict=True):
                done += [units[name], *units[value:name], *units[name + 1 : end]]
        else:
            done += units[at:stop]
        if len(_in_turn(units, stop + 1)) >= 4:
            done.append(Unit(Mark(";"), units[run[-1]].end, units[run[-1]].end))
        at = stop
    return done


def _places_first(units: Sequence[Unit]) -> list[Unit]:
    """`55,5 Adalar CHP, 47,0 Ümraniye AKP`: each value behind its place and its contender."""
    kinds = (Number, PlaceName, Claimant, Mark)
    told = all(isinstance(unit.data, kinds[at % 4]) for at, unit in enumerate(units))
    if not told or len(units) < 7 or len(units) % 4 in (1, 2):
        return list(units)
    groups = (units[at : at + 4] for at in range(0, len(units), 4))
    return [unit for group in groups for unit in (*group[1:3], group[0], *group[3:])]


def _in_turn(units: Sequence[Unit], start: int) -> list[int]:
    """Where a run of values and of sources, or of places, stands in turn; places behind theirs.

    Between them stands `ile` at most, and a comma between sources: with commas places are told
    apart as in any list.
    """
    run: list[int] = []
    kind: type = AgencyName
    for at in range(start, len(units)):
        unit = units[at]
        if run and (unit.fold == "ile" or (unit.mark(",") and kind is AgencyName)):
            continue
        named = isinstance(unit.data, kind if len(run) > 1 else AgencyName | PlaceName)
        counted = isinstance(unit.data, Number) and not unit.data.clock
        valued = bool(run) and isinstance(units[run[-1]].data, Number)
        opens = not run and isinstance(unit.data, AgencyName)
        if not (named if valued else counted or opens) or len(run) > _LONGEST_RUN:
            break
        kind = type(unit.data) if named else kind
        run.append(at)
    names = {units[at].data for at in run if not isinstance(units[at].data, Number)}
    return run if len(names) > 1 and not len(run) % 2 else []


_OTHER = ("diger", "obur", "oteki", "rakip", "baska")
_UNSAID = re.compile(r"\?+|kaynak yok|kaynagi? belirsiz|hangi ajans ?\?*")
"""What stands in brackets behind a figure where its source would."""


def unnamed_sources(units: Sequence[Unit]) -> list[Unit]:
    """`öbür ajansta 51,3`, `50,7 (AA), 40,6 (???)`: sources nobody names, put as such."""
    done: list[Unit] = []
    known = any(isinstance(unit.data, AgencyName) for unit in units)
    for unit in units:
        other = done[-1].data if done else None
        called = fold(other.text) if isinstance(other, Claimant) else done[-1].fold if done else ""
        if unit.fold.startswith("ajans") and called in _OTHER:
            done[-1] = replace(unit, data=AgencyName(None), start=done[-1].start)
        elif known and unit.mark(")") and (start := _unsaid_from(done)):
            done[start:] = [replace(done[start], data=AgencyName(None)), unit]
        else:
            done.append(unit)
    return done


def _unsaid_from(before: Sequence[Unit]) -> int:
    """Where the words begin that stand for no source, behind a figure and a bracket; 0 if none."""
    opened = next((at for at in range(len(before) - 1, 0, -1) if before[at].mark("(")), 0)
    if not opened or not isinstance(before[opened - 1].data, Number):
        return 0
    inside = before[opened + 1 :]
    told = [unit.data.text if isinstance(unit.data, Mark) else unit.fold for unit in inside]
    return opened + 1 if _UNSAID.fullmatch(" ".join(told)) else 0


def sourced(units: Sequence[Unit]) -> list[Unit]:
    """`CHP 51,1 - AA 21.15 | CHP 53,2 - ANKA`: each source put before the figures it stands behind.

    Only where every source of the line stands so, and there are several.
    """
    agencies = [at for at, unit in enumerate(units) if isinstance(unit.data, AgencyName)]
    if len(agencies) < 2 or not all(_stands_behind(units, at) for at in agencies):
        return list(units)
    done: list[Unit] = []
    start = 0
    for at in agencies:
        stop, end, clocks = at + 1, at, list[Unit]()
        while stop < len(units) and (units[stop].mark("(,)") or is_time(units[stop])):
            clocks += [as_clock(units[stop])] if is_time(units[stop]) else []
            stop += 1
        while end > start and isinstance(units[end - 1].data, Mark):
            end -= 1
        while start < end and isinstance(units[start].data, Mark):
            start += 1
        run = units[start:end]
        named = any(isinstance(unit.data, Claimant) for unit in run)
        # A value without a name goes on with the name before it.
        part = "," if done and not named else ";"
        done += [Unit(Mark(part), units[start].start, units[start].start)] if done else []
        done += [units[at], *clocks, *run]
        start = stop
    return [*done, *units[start:]]


def raced(units: Sequence[Unit]) -> list[Unit]:
    """`Kartal başkanlık: CHP 52,1, MHP 6,1 mecliste`: a contest behind its figure, put before it.

    Only behind another contest; one that opens what follows has a name or a figure behind it.
    """
    races = [at for at, unit in enumerate(units) if isinstance(unit.data, RaceName)]
    done = [*units]
    for at in races[:0:-1]:
        stop = at + 1 + (at + 1 < len(done) and done[at + 1].mark(")"))
        start = at - (done[at - 1].mark("("))
        pair = done[max(0, start - 3) : start]
        told = [type(unit.data) for unit in pair] == [Mark, Claimant, Number]
        ends = stop == len(done) or done[stop].mark(",;.")
        if told and ends and pair[0].mark(",;"):
            done[start - 3 : stop] = [replace(pair[0], data=Mark(";")), done[at], *pair[1:]]
    return done


def is_time(unit: Unit) -> bool:
    """Whether a unit may be the time of an address: `21.15`."""
    number = unit.data
    if isinstance(number, Clock):
        return True
    return isinstance(number, Number) and bool(
        number.clock and number.dotted and number.digits == 4
    )


def is_aside(sentence: Sequence[Unit]) -> bool:
    """`Meclis sayımı bitmedi (AA'da yüzde 44 açık).`: a source of a bracket's own figure alone."""
    depth, inside = 0, list[Unit]()
    for unit in sentence:
        depth += unit.mark("(") - unit.mark(")")
        if depth > 0:
            inside.append(unit)
        elif isinstance(unit.data, AgencyName):
            return False
    named = any(isinstance(unit.data, AgencyName) and unit.case for unit in inside)
    return named and any(is_figure(unit) for unit in inside)


def spoken_in(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """`Kurum: "2 puan öndeyiz"`: where somebody speaks for herself, and names no source."""
    quotes = [at for at, unit in enumerate(units) if unit.mark('"')]
    for opening, closing in zip(quotes[::2], [*quotes[1::2], len(units) - 1], strict=False):
        inside = units[opening + 1 : closing]
        said = opening > 1 and units[opening - 1].mark(":,")
        source = opening > 1 and isinstance(units[opening - 2].data, AgencyName)
        if said and not source and not any(isinstance(one.data, AgencyName) for one in inside):
            yield units[opening].start, units[closing].end


def span_around(spans: Sequence[tuple[int, int] | tuple[int, int, Unit]], at: int) -> int:
    """Which of some spans, told in the text's order, holds a place in it; -1 if none."""
    near = bisect_right(spans, at, key=itemgetter(0)) - 1
    return near if near >= 0 and at < spans[near][1] else -1


def _stands_behind(units: Sequence[Unit], at: int) -> bool:
    """Whether a source stands behind a figure and a mark, with nothing of its own behind it."""
    before = [unit for unit in units[max(0, at - 3) : at] if not isinstance(unit.data, Mark)]
    told = bool(before) and (isinstance(before[-1].data, Number) or before[-1].word(Sense.VOTE))
    parted = at > 0 and isinstance(units[at - 1].data, Mark)
    after = units[at + 1] if at + 1 < len(units) else None
    plain = after is None or is_time(after) or (after.mark("(),;.|-/•") and not after.mark(":"))
    return told and parted and plain and not units[at].case


def _repeats(kept: Sequence[Unit], inside: Unit) -> bool:
    """`kırk virgül yedi (40,7)`: the figure right before once more."""
    one, two = kept[-1].data if kept else None, inside.data
    both = isinstance(one, Number) and isinstance(two, Number)
    return both and isinstance(one, Number) and isinstance(two, Number) and one.value == two.value


def _is_address(inside: Sequence[Unit], kept: Sequence[Unit]) -> bool:
    """`(AA, %96 sandık)`, `(ilçe bşk)`: a source or a contest, where none stands before."""
    if any(isinstance(unit.data, Claimant) for unit in inside):
        return False
    for kind in (AgencyName, RaceName):
        named = any(isinstance(unit.data, kind) and not unit.case for unit in inside)
        if named and not any(isinstance(unit.data, kind) for unit in kept):
            return True
    return False


def _behind(kept: Sequence[Unit]) -> bool:
    """Whether figures stand before a bracket."""
    return any(isinstance(unit.data, Number) for unit in kept)


def _closing(units: Sequence[Unit], at: int) -> int:
    if not units[at].mark("("):
        return 0
    return next(
        (end for end in range(at + 1, min(at + _LONGEST, len(units))) if units[end].mark(")")), 0
    )


def _why(inside: Sequence[Unit]) -> Code | None:
    """Why a bracket's numbers are no figures of tonight's; None where they may be."""
    numbers = [unit.data for unit in inside if isinstance(unit.data, Number)]
    if not numbers and any(isinstance(unit.data, Day) for unit in inside):
        told = any(isinstance(unit.data, Word) and unit.data.verb for unit in inside)
        return Code.I302 if told else None
    dated = bool(inside) and isinstance(inside[0].data, Day) and inside[0].data.month is None
    if numbers and dated and any(isinstance(unit.data, Claimant) for unit in inside):
        # `CHP %37,8 (2019: HDP %4,2)`
        return Code.I302
    if not numbers or any(isinstance(unit.data, Claimant) for unit in inside):
        return None
    if all(number.signed for number in numbers):
        return Code.I307
    if any(
        isinstance(unit.data, Word) and unit.data.verb and unit.data.verb.form is Form.EARLIER
        for unit in inside
    ):
        return Code.I302
    if any(isinstance(unit.data, Day) for unit in inside):
        boxed = any(unit.word(Sense.BOX) for unit in inside)
        return None if boxed else Code.I302
    rounds = any(unit.fold.startswith("tur") for unit in inside)
    before = any(unit.fold == "ilk" or unit.word(Sense.EARLIER) for unit in inside)
    # `CHP 46,7 (beş yıl önce 43,9)`
    before |= any(
        one.fold in ("yil", "sene", "donem", "secim") and two.fold.startswith("once")
        for one, two in pairwise(inside)
    )
    return Code.I302 if rounds or before else None


def listed_places(units: list[Unit]) -> list[Unit]:
    """`Osmangazi – Erkan Aydın …; Yıldırım – Oktay Yılmaz …`: a list's next place, and no name."""
    begun = {
        mark.data
        for place, mark, who in zip(units, units[1:], units[2:], strict=False)
        if isinstance(place.data, PlaceName)
        and isinstance(who.data, Claimant)
        and isinstance(mark.data, Mark)
    }
    done = list(units)
    for at in range(1, len(units) - 2):
        data = units[at].data
        twin = isinstance(data, Claimant) and data.twins and not data.people
        parted = units[at - 1].mark(";•|") and isinstance(units[at + 2].data, Claimant)
        if isinstance(data, Claimant) and twin and parted and units[at + 1].data in begun:
            done[at] = replace(units[at], data=PlaceName(data.twins))
    return done
