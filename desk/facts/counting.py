"""What is counted: in how many places somebody leads, by cited figures alone (İmamoğlu 30, Kurum
4); the seats that make a majority.

A place counts for a contender where every agency whose figures are cited has her ahead; whom a
number counts is told by its first figure. Which agencies and places are set together is decided
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from desk.facts.bulletin import Item
from desk.facts.election import ContestKind, Election, Party, PlaceKind
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


def seats_of_all(election: Election, contest: str) -> int:
    """All seats of a contest: a whole's as the election has them, else those of its places."""
    counts = election.contest(contest).counts
    wholes = [
        one.seats or 0 for one in counts if election.place(one.place).kind is PlaceKind.COUNTRY
    ]
    units = (one.seats or 0 for one in counts if election.is_unit(contest, one.place))
    return max([*wholes, sum(units)], default=0)


def majorities(election: Election, contest: str) -> tuple[int, ...]:
    """More than half of a parliament's seats, three fifths and two thirds; of no other contest."""
    seats = seats_of_all(election, contest)
    if election.contest(contest).kind is not ContestKind.MV or not seats:
        return ()
    return seats // 2 + 1, -(-3 * seats // 5), -(-2 * seats // 3)


def alliance_of(election: Election, contest: str, codes: Iterable[str]) -> Party | None:
    """The alliance that some contenders are together; None where they are none."""
    wanted = set(codes)
    found = (party for party, own in election.alliances(contest) if set(own) == wanted)
    return next(found, None)
