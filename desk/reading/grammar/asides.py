"""Places that are told of something else than the count: `Üsküdar'da kutlama başladı`.

The figure of somebody who stands in all the city may be the city's there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from desk.reading.grammar.clauses import Clause
from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Number
from desk.reading.units import AgencyName, Claimant, RaceName, Unit, Word
from desk.reading.vocabulary import HEADLINE, Form, Sense

_COUNTS = (
    *(Sense.VOTE, Sense.BOX, Sense.OPENED, Sense.RATE, Sense.TURNOUT, Sense.GAP, Sense.COUNT),
    *(Sense.AHEAD, Sense.RESULT, Sense.RANK, Sense.VOTER),
)
_RESULTS = ("sonuc", "secim", "yaris", "genel", "ilce", "haber")
_WEAK = ("secim", "yaris", "genel", "ilce")


def told_aside(clause: Clause, at: int) -> bool:
    """Whether the words about a place say that something else is there, or was done."""
    units = clause.units
    behind = [*takewhile(lambda unit: not _ends(unit), units[at + 1 :])]
    if units[at].case == "other" or any(unit.mark(":") for unit in units[at + 1 :]):
        # `Arnavutköy'deyim`: who writes is there.
        return False
    if any(unit.fold.startswith(_ORIGINS) for unit in behind) or _counted_on(clause, behind):
        return True
    if not clause.numbers and any(isinstance(unit.data, RaceName) for unit in units):
        # `Beşiktaş'ın İBB tercihi değişmedi`
        return False
    if not clause.numbers and _of_another(clause):
        return True
    told = units if not clause.numbers else behind
    strange = [unit for unit in behind if unknown(unit) and not unit.fold.startswith(HEADLINE)]
    weak = _WEAK if len(strange) > 1 else ()
    if any(_counts(*two, weak) for two in pairwise([*told, units[-1]])):
        return False
    words = [unit for unit in behind if unit.fold and not unit.word(Sense.LINK)]
    left = units[at].case == "abl" and bool(words)
    return left or bool(strange) or any(_points(unit) for unit in behind) or is_told(clause)


def _ends(unit: Unit) -> bool:
    """Where what is said of a place ends: at whoever has a figure, or tells it."""
    if isinstance(unit.data, Claimant):
        return unit.case != "acc"
    told = isinstance(unit.data, AgencyName) and not unit.data.board
    return told or isinstance(unit.data, Number | RaceName)


def _counts(unit: Unit, behind: Unit, weak: tuple[str, ...]) -> bool:
    """Whether a word is of the count; `oy kullanıp`, `oy torbaları` are of the voting."""
    if unit.fold.startswith("oy") and behind.fold.startswith(("kullan", "verme", "torba")):
        return False
    named = unit.fold.startswith(_RESULTS) and not unit.fold.startswith(weak)
    return named or unit.word(*_COUNTS)


def _counted_on(clause: Clause, behind: Sequence[Unit]) -> bool:
    """`Esenyurt sandıkları girilince Kurum 39,8'e indi`: what it became with these counted, too."""
    verbs = [unit.data.verb for unit in behind if isinstance(unit.data, Word)]
    when = any(verb is not None and verb.form is Form.CONVERB for verb in verbs)
    return when and bool(clause.predicate & {Sense.MOVE, Sense.REACH, Sense.BE})


_ORIGINS = ("dogum", "koken", "dogan", "dogma")
"""`Tunceli doğumlu`: where somebody comes from."""


def _of_another(clause: Clause) -> bool:
    """`Beykoz CHP'ye geçti`, `Esenyurt sandıkları girilince`: of another, or of a part counted."""
    others = any(isinstance(one.data, Claimant) and not of_the_city(one) for one in clause.units)
    return others or clause.form is Form.CONVERB


def is_told(clause: Clause) -> bool:
    """Whether a clause without figures says something, and heads nothing."""
    words = [unit for unit in clause.words if not unit.fold.startswith(HEADLINE)]
    return not clause.numbers and (clause.form is Form.FINITE or bool(words))


def _points(unit: Unit) -> bool:
    """`canlı bağlanan`, `oy kullandığı`: what somebody did there."""
    verb = unit.data.verb if isinstance(unit.data, Word) else None
    return verb is not None and verb.form in (Form.SUBJECT, Form.OBJECT)


def of_the_city(owner: Unit) -> bool:
    """Whether somebody stands in all the night, and in no district of it."""
    holder = owner.data
    if not isinstance(holder, Claimant) or not holder.people:
        return False
    return not any(person.place for person in holder.people)


def no_rivals(units: Sequence[Unit], subject: Unit | None) -> bool:
    """`Dedetaş, İmamoğlu'nun 2,1 puan gerisinde`: whether two stand against others, not each other.

    ``subject`` is whom the clause before told of, where this one names nobody of its own.
    """
    named = [unit for unit in units if isinstance(unit.data, Claimant)]
    own = any(not unit.case for unit in named)
    behind = any(unit.word(Sense.AHEAD_OF, Sense.BEHIND_OF) for unit in units)
    told = [*named, *([subject] if subject is not None and behind and not own else [])]
    if len(told) != 2 or not any(unit.case in ("gen", "abl", "dat", "acc") for unit in told):
        return False
    stands = [one.data.stands for one in told if isinstance(one.data, Claimant) and one.data.people]
    return any(one.isdisjoint(two) for one, two in pairwise(stands))


def is_heading(units: Sequence[Unit]) -> bool:
    """Whether a line is a heading: no small word stands in it that is no word of the count."""
    told = [unit for unit in units if unit.fold and not unit.fold.startswith(HEADLINE)]
    return not any(unknown(unit) or _verbal(unit) for unit in told)


def _verbal(unit: Unit) -> bool:
    return isinstance(unit.data, Word) and unit.data.verb is not None
