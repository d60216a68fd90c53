"""In how many places somebody leads, worked out from cited figures alone: İmamoğlu 30, Kurum 4.

A place counts for a contender where every agency whose figures are cited has her ahead; whom a
number counts is told by its first figure. Which agencies and places are set together is decided
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from desk.facts.bulletin import Item
from desk.facts.post import Cited

TIE = ""
"""Who leads where the first two are equal."""

Answers = Mapping[str, tuple[str, ...]]
"""By place, who leads by each of its agencies."""


def answers_of(figures: Iterable[Cited]) -> Answers:
    """Who leads in each place by each agency, as the figures of a count tell it."""
    words: dict[str, dict[str, list[Cited]]] = {}
    for one in figures:
        source = one.slot.source
        words.setdefault(source.place, {}).setdefault(source.agency, []).append(one)
    return {place: tuple(map(_leader, said.values())) for place, said in words.items()}


def counted(figures: Sequence[Cited]) -> int:
    """What a number tied to figures of several places counts; 0 where they are of one alone.

    The places of whoever leads in the first figure's; those where the agencies name different
    leaders, if they do so there.
    """
    answers = answers_of(figures)
    return places_with(answers, counted_for(answers)) if len(answers) > 1 else 0


def counted_for(answers: Answers) -> str | None:
    """Whose places a count is of: the leader of the first place; None where agencies part."""
    return agreed(next(iter(answers.values()), ()))


def places_with(answers: Answers, who: str | None) -> int:
    """In how many places the agencies agree on somebody; None: in how many they part."""
    return sum(agreed(one) == who for one in answers.values())


def recounted(before: Sequence[Cited], now: Iterable[Cited]) -> tuple[int, tuple[Cited, ...]]:
    """A count by other figures of its places, and these with one of whom it counts in front."""
    who = counted_for(answers_of(before))
    figures = list(now)
    answers = answers_of(figures)
    figures.sort(key=lambda one: agreed(answers[one.slot.source.place]) != who)
    return places_with(answers, who), tuple(figures)


def agreed(answer: Sequence[str]) -> str | None:
    """Whom all have ahead; None where they part."""
    return answer[0] if len(set(answer)) == 1 else None


def _leader(figures: Sequence[Cited]) -> str:
    stated = [one for one in figures if one.slot.row.item is Item.LEADER]
    if stated:
        return str(max(stated, key=lambda one: (one.as_of, one.bulletin)).value)
    told = [one for one in figures if one.slot.row.item.per_contender]
    ranked = sorted(told, key=lambda one: (Decimal(one.value), one.slot), reverse=True)
    if len(ranked) > 1 and ranked[0].value == ranked[1].value:
        return TIE
    return ranked[0].slot.row.contender if ranked else TIE
