"""Gaps that are nobody's lead: to a mark, to several rivals at once, between those further down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from desk.reading.figures.leads import lead_of
from desk.reading.grammar.roles import CHANGE, LEAD, VOTES, WHOSE, FigureRole, View, woken_by
from desk.reading.grammar.strange import unknown
from desk.reading.numbers import Number
from desk.reading.units import Claimant, Unit
from desk.reading.vocabulary import Sense

_TWO = ("ikisinin", "ikisi", "ikilinin", "ikili")
_AWAY = ("uzak", "mesafe", "alt", "ust", "uzer", "geri", "ileri")
_FURTHER_DOWN = ("ucunc", "dordunc", "besinc")


def with_votes(units: Sequence[Unit], told: Counter[FigureRole]) -> bool:
    """`Kurum'a 2 bin 655 oy verildi; Akpolat 5 bin 846 oyla önde`: by so many, or with so many."""
    ahead = any(
        one.fold == "oyla" and two.word(Sense.AHEAD) and not two.word(Sense.GAP)
        for one, two in pairwise(units)
    )
    return ahead and told[VOTES] > 0


def parting(view: View) -> FigureRole | None:
    """`İmamoğlu ile Kurum'u 974 bin oy ayırıyor`, `puan olarak da 10,3`: what stands between."""
    told = [unit for unit in view.before[-3:] if unit.fold not in ("da", "de")]
    if len(told) > 1 and told[-1].fold == "olarak" and told[-2].word(Sense.POINT):
        return lead_of(view)
    apart = any(unit.fold.startswith("ayir") for unit in view.behind[1:2])
    measured = view.follows(Sense.VOTE, Sense.POINT)
    return lead_of(view) if apart and measured and not view.number.percent else None


def to_a_mark(view: View) -> FigureRole | None:
    """`yüzde 40'a 0,4 puan uzakta`, `yüzde 50'yi 1,1 puan geçti`: the mark is nobody's share.

    Its distance is nobody's lead, either.
    """
    units, numbers = view.clause.units, view.clause.numbers
    for mark, at in pairwise(numbers):
        told = units[mark]
        far = units[at + 2] if at + 2 < len(units) and units[at + 1].word(Sense.POINT) else None
        if view.at not in (mark, at) or at != mark + 1 or far is None:
            continue
        marked = told.case in ("dat", "gen", "acc", "possacc")
        away = far.fold.startswith(_AWAY) or far.word(Sense.PASS)
        return WHOSE if marked and away and units[at + 1].fold == "puan" else None
    return None


def to_several(view: View) -> FigureRole | None:
    """`İmamoğlu Kurum'a 11,4, Altınöz'e 48,5 puan fark attı`: of whom the lead is, is asked."""
    units = view.clause.units
    ahead = view.clause.has(Sense.GAP) and Sense.AHEAD in view.clause.predicate
    ahead = ahead or any(unit.fold.startswith("ustunluk") for unit in view.clause.words)
    given = [at for at in view.clause.numbers if at and units[at - 1].case == "dat"]
    return WHOSE if ahead and len(given) > 1 and view.at in given else None


def further_down(view: View) -> FigureRole | None:
    """`Altınöz ile Karamahmutoğlu arasındaki fark`, `üçüncü sıradaki`: no lead of the race."""
    measured = view.follows(Sense.POINT, Sense.VOTE)
    gap = view.clause.has(Sense.GAP, Sense.AHEAD_OF, Sense.BEHIND_OF) or any(
        unit.fold.startswith("arasi") for unit in view.clause.words
    )
    if not (measured and gap) or view.number.percent:
        return None
    named = [unit.data for unit in view.clause.units if isinstance(unit.data, Claimant)]
    between = next((at for at, unit in enumerate(view.before) if unit.fold == "arasinda"), 0)
    if between and unknown(view.before[between - 1]) and view.before[between - 1].fold not in _TWO:
        # `ıslak imza ile sistem arasında 310 oyluk fark`
        return WHOSE
    stands = [one.stands for one in named if one.people]
    if between and len(stands) == 2 and stands[0].isdisjoint(stands[1]):
        # `Kösedağı ile İmamoğlu arasında 26.797 oy`: no rivals.
        return WHOSE
    small = any(person.minor for one in named for person in one.people)
    low = any(unit.fold.startswith(_FURTHER_DOWN) for unit in view.clause.words)
    return WHOSE if small or low else None


@woken_by(Sense.GAP)
def in_other_words(view: View) -> FigureRole | None:
    """`fark 11.900 (yüzde 6,4)`, `Fark %6,4 (11.900)`: the same gap, in votes and in points."""
    units, at = view.clause.units, view.at
    opened = at > 1 and units[at - 1].mark("(") and view.earlier.get(view.last) == LEAD
    between = units[view.last + 1 : at - 1]
    beside = opened and all(unit.word(Sense.POINT, Sense.VOTE) for unit in between)
    first = units[view.last].data if beside else None
    other = isinstance(first, Number) and first.is_count != view.number.is_count
    return LEAD if other and (view.number.is_share or view.number.is_count) else None


@woken_by(Sense.AHEAD, Sense.AHEAD_OF, Sense.BEHIND_OF, words=("onde", "one", "geri"))
def ahead_by_a_count(view: View) -> FigureRole | None:
    """`Dedetaş 23.112 önde`, `Türkmen 23.112 gerisinde`: with so many votes, or by so many."""
    if any(unit.fold.endswith("deyken") for unit in view.behind[:2]):
        # `ilk sandıklarda 1.412 oy gerideyken`
        return CHANGE
    bare = view.number.is_count and not view.number.suffix and view.next is not None
    return WHOSE if bare and view.next and view.next.fold.startswith(_BY_SO_MANY) else None


_BY_SO_MANY = ("onde", "one", "onune", "geri", "farkli")
