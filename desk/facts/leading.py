"""Who leads, by one bulletin and by all that an agency has said: one definition for everything.

Shares, votes and statements are told apart only here; shares are of one unit, `whole` being all of
it, so that rules may compute in thousandths and posts in points. No file and no sentence enters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Generic, TypeVar

from desk.facts.election import INDEPENDENT, NOBODY

N = TypeVar("N", int, Decimal)
"""Shares and points: thousandths of a point as int, or points as Decimal."""
B = TypeVar("B")
"""What says it: a bulletin, or an entry of the rules."""


@dataclass(frozen=True, slots=True)
class LeadWord(Generic[B, N]):
    """Who leads, by how much, as ``bulletin`` tells it.

    ``leader`` is None in a tie, and where a margin was stated and nobody said whose; ``points`` is
    None where nothing tells it. ``stated`` says the agency published the lead itself; otherwise it
    follows from its figures; ``named_by`` is the word before it that names the leader where this
    one names nobody; ``alike`` are the first whose printed shares are the same, with no votes to
    tell them apart. Two are equal that say the same, whichever bulletin it stands in.
    """

    leader: str | None
    points: N | None
    votes: int | None
    bulletin: B = field(compare=False)
    stated: bool
    named_by: LeadWord[B, N] | None = None
    alike: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def naming(self) -> LeadWord[B, N]:
        """The word that says who leads: this one, or the one it leaves that to."""
        return self.named_by or self


def ranked(values: Mapping[str, N]) -> list[str]:
    """The named contenders, the highest first; *Diğer* is nobody, nor are the independents."""
    named = [code for code in values if code not in NOBODY]
    return sorted(named, key=lambda code: (values[code], code), reverse=True)


def unsaid(shares: Mapping[str, N], whole: N) -> N:
    """What the shares given leave of the whole; nothing where they make more."""
    nothing = whole - whole
    return max(nothing, whole - sum(shares.values(), nothing))


def by_shares(shares: Mapping[str, N], whole: N) -> tuple[str | None, N | None] | None:
    """Who leads by shares, and by how much; the name is None in a tie.

    Nobody (None) where the unsaid rest is as much as the first's share: somebody there could be
    ahead, as one of the independents could. No margin where it is as much as the second's: the
    second could be another.
    """
    names = ranked(shares)
    rest = max(unsaid(shares, whole), shares.get(INDEPENDENT, whole - whole))
    if not names or rest >= shares[names[0]]:
        return None
    first = shares[names[0]]
    second = shares[names[1]] if len(names) > 1 else first - first
    if first == second:
        return None, first - second
    return names[0], None if rest >= second else first - second


def by_votes(votes: Mapping[str, int]) -> tuple[str | None, int] | None:
    """Who leads by votes alone, and by how many; None unless two contenders are named.

    Nor where the independents together have as many as the second: one of them could be he.
    """
    names = ranked(votes)
    if len(names) < 2:
        return None
    first, second = votes[names[0]], votes[names[1]]
    if votes.get(INDEPENDENT, -1) >= second:
        return None
    return (names[0] if first > second else None), first - second


def told_by(
    bulletin: B, shares: Mapping[str, N], votes: Mapping[str, int], whole: N
) -> LeadWord[B, N] | None:
    """What a bulletin's figures say of the lead: its shares, or its votes where it gives none.

    Its votes too where the first shares are printed alike: those are rounded. None where they tell
    nothing.
    """
    counted, names = by_votes(votes), ranked(shares)
    if not names:
        return None if counted is None else LeadWord(counted[0], None, counted[1], bulletin, False)
    found = by_shares(shares, whole)
    if found is None:
        return None
    leader, points = found
    if leader is None and counted is not None and counted[0] is not None:
        if shares.get(counted[0]) == shares[names[0]]:
            return LeadWord(counted[0], None, counted[1], bulletin, False)
        counted = None
    same = counted is not None and points is not None and leader == counted[0] is not None
    alike = [] if leader or counted else [c for c in names if shares[c] == shares[names[0]]]
    return LeadWord(
        leader,
        points,
        counted[1] if counted and same else None,
        bulletin,
        False,
        alike=frozenset(alike),
    )


def newest_word(
    words: Iterable[LeadWord[B, N] | None], order: Callable[[B], Any]
) -> LeadWord[B, N] | None:
    """The newest of an agency's words, each of another bulletin or of another kind of figure.

    What follows from a bulletin's figures goes before what it states, but for shares printed alike:
    those are rounded, and it may say who of them is ahead. A margin that names nobody leaves the
    leader as the word before it had it.
    """
    told = sorted(
        (word for word in words if word is not None),
        key=lambda word: (order(word.bulletin), not word.stated, word.leader is not None),
        reverse=True,
    )
    if not told:
        return None
    newest = told[0]
    for word in told[1:]:
        if word.leader in newest.alike and order(word.bulletin) == order(newest.bulletin):
            return word
    if not newest.stated or newest.leader is not None or len(told) == 1:
        return newest
    return replace(newest, leader=told[1].leader, named_by=told[1])


def leaders_differ(one: LeadWord[Any, N] | None, other: LeadWord[Any, N] | None) -> bool:
    """Both name a leader, and not the same one."""
    leaders = [word.leader for word in (one, other) if word is not None and word.leader]
    return len(leaders) == 2 and leaders[0] != leaders[1]


def lead_gap(one: LeadWord[Any, N] | None, other: LeadWord[Any, N] | None) -> N | None:
    """How far two leads are apart: on one line, on which each leader has a side of its own.

    None where either margin is not known, or not whose it is.
    """
    if one is None or other is None or one.points is None or other.points is None:
        return None
    if any(word.points and word.leader is None for word in (one, other)):
        return None
    if one.points == 0 or other.points == 0:
        return max(one.points, other.points)
    if one.leader == other.leader:
        return abs(one.points - other.points)
    return one.points + other.points
