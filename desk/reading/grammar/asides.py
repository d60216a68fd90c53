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
_RESULTS = ("sonuc", "secim", "yaris", "genel", "ilce")


def told_aside(clause: Clause, at: int) -> bool:
    """Whether the words about a place say that something else is there, or was done."""
    units = clause.units
    named = Claimant | Number | AgencyName | RaceName
    behind = [*takewhile(lambda unit: not isinstance(unit.data, named), units[at + 1 :])]
    if units[at].case == "other" or any(unit.mark(":") for unit in units[at + 1 :]):
        # `Arnavutköy'deyim`: who writes is there.
        return False
    if any(unit.fold.startswith(_ORIGINS) for unit in behind):
        return True
    if not clause.numbers and any(isinstance(unit.data, RaceName) for unit in units):
        # `Beşiktaş'ın İBB tercihi değişmedi`
        return False
    if not clause.numbers and _of_another(clause):
        return True
    told = units if not clause.numbers else behind
    if any(unit.word(*_COUNTS) or unit.fold.startswith(_RESULTS) for unit in told):
        return False
    strange = any(unknown(unit) and not unit.fold.startswith(HEADLINE) for unit in behind)
    return strange or any(_points(unit) for unit in behind) or is_told(clause)


_ORIGINS = ("dogum", "koken", "dogan", "dogma")
"""`Tunceli doğumlu`: where somebody comes from."""


def _of_another(clause: Clause) -> bool:
    """`Beykoz CHP'ye geçti`, `Esenyurt sandıkları girilince`: of another, or of a part counted."""
    others = any(isinstance(one.data, Claimant) and not of_the_city(one) for one in clause.units)
    return others or clause.form is Form.CONVERB


def is_told(clause: Clause) -> bool:
    """Whether a clause without figures says something, and heads nothing."""
    return not clause.numbers and (clause.form is Form.FINITE or bool(clause.words))


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
    people = [one.data.people for one in told if isinstance(one.data, Claimant) and one.data.people]
    stands = [{(person.contest, person.place) for person in group} for group in people]
    return any(one.isdisjoint(two) for one, two in pairwise(stands))
