"""Brackets that say something apart: `(+1,3)`, `(2019: 59,6)`, `(ilk tur 53,13)`.

Their numbers are left out by name before the line is read; other brackets stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.facts.codes import Code
from desk.reading.gather import Gatherer
from desk.reading.layout import as_clock
from desk.reading.numbers import Day, Number
from desk.reading.units import AgencyName, Claimant, Mark, RaceName, Unit, Word
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
        why = _why(units[at + 1 : closing]) if closing else None
        if closing and why is not None:
            for unit in units[at + 1 : closing]:
                if isinstance(unit.data, Number):
                    gatherer.leave(why, unit.start, unit.end)
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


def sourced(units: Sequence[Unit]) -> list[Unit]:
    """`CHP 51,1 (AA), 53,2 (ANKA)`: each source put before the figure it stands behind."""
    done = list(units)
    behind = [
        at
        for at in range(1, len(done) - 2)
        if done[at].mark("(")
        and done[at + 2].mark(")")
        and isinstance(done[at + 1].data, AgencyName)
        and isinstance(done[at - 1].data, Number)
    ]
    if len(behind) < 2:
        return done
    for at in behind:
        stop = Unit(Mark(","), done[at].start, done[at].end)
        done[at - 1 : at + 3] = [done[at + 1], done[at - 1], stop, stop]
    return done


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
    before = any(unit.fold in ("ilk", "onceki", "gecen") for unit in inside)
    return Code.I302 if rounds or before else None
