"""Which places a post about a part of the country is about, and which of them it counts together.

A province's own figures are its post where it has any; a post about its places has these too.
Nothing is written here, and no figure enters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.facts.election import Election, PlaceKind
from desk.facts.post import Ask, PostKind
from desk.posts.writer import Words, Writer
from desk.turkish.style import NAMED

_OF_PARTS = frozenset({PostKind.STANDING})
"""Kinds that tell of a whole and of the places in it."""

_ASIDE = frozenset({PlaceKind.INLAND, PlaceKind.ABROAD, PlaceKind.CUSTOMS})
_RANKS = {PlaceKind.PROVINCE: 0, PlaceKind.CONSTITUENCY: 1}
_LEAVES = 2


@dataclass(frozen=True, slots=True)
class Grouped:
    """Places told one by one, and the others by what they are counted as."""

    alone: tuple[Words, ...]
    counted: tuple[tuple[Words, ...], ...]

    @property
    def first(self) -> tuple[Words, ...]:
        """The largest of those that are counted: provinces before districts."""
        return self.counted[0] if self.counted else ()


def spread(election: Election, kind: PostKind, ask: Ask) -> Ask:
    """What is asked for, with the places a part of the country stands for.

    A part with no figures of its own is its places; of one alone a post about places tells both.
    """
    parts = kind in _OF_PARTS
    if not ask.places:
        return replace(ask, places=_first_two_levels(election, ask.contest)) if parts else ask
    deeper = parts and len(ask.places) == 1
    found: dict[str, None] = {}
    for place in ask.places:
        held = election.is_held(ask.contest, place)
        found |= {place: None} if held else {}
        if not held or (deeper and election.is_sum(ask.contest, place)):
            found |= dict.fromkeys(below(election, ask.contest, place))
    only = ask.places[0] if len(ask.places) == 1 and len(found) > 1 else ""
    whole = [one.name for one in election.overall(ask.contest)] == [only]
    return replace(ask, places=tuple(found) or ask.places, part="" if whole else only)


def below(election: Election, contest: str, place: str) -> tuple[str, ...]:
    """What a place's votes are the sum of; without votes of its own, all that is held in it."""
    parts = election.parts(contest, place)
    inside = parts or [one for one in election.inside(place) if one.name != place]
    return tuple(one.name for one in inside if election.is_held(contest, one.name))


def tops(writer: Writer, places: Sequence[str]) -> list[str]:
    """The sums among some places that lie in no other sum of them."""
    election = writer.election
    sums = [name for name in places if writer.is_whole(name)]
    return [name for name in sums if not any(one.name in sums for one in election.above(name))]


def grouped(writer: Writer, places: Sequence[Words]) -> Grouped:
    """A few sums, and *yurt içi*, abroad and the customs, each by itself; the others counted.

    Provinces with provinces, districts and towns with one another.
    """
    first = tops(writer, [words[0].source.place for words in places])
    few = first if len(first) <= NAMED else []
    alone: list[Words] = []
    ranks: dict[int, list[Words]] = {}
    for words in places:
        place = writer.election.place(words[0].source.place)
        if place.kind in _ASIDE or place.name in few:
            alone.append(words)
        else:
            ranks.setdefault(_RANKS.get(place.kind, _LEAVES), []).append(words)
    return Grouped(tuple(alone), tuple(tuple(ranks[rank]) for rank in sorted(ranks)))


def _first_two_levels(election: Election, contest: str) -> tuple[str, ...]:
    """The outermost sums and what they are the sum of; where there are none, every place."""
    overall = set(election.overall(contest))
    deeper = {
        part.name
        for place in election.held(contest)
        if place not in overall and place.kind is not PlaceKind.INLAND
        for part in election.parts(contest, place.name)
    }
    return tuple(one.name for one in election.held(contest) if one.name not in deeper)
