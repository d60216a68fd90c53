"""Municipalities in which another party is ahead than the one that had most votes last time.

Parties count under what they are called today. Where nobody is known to have been first, or
independents together had as much, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk.country.baseline import Before, baseline
from desk.country.parties import parties, today
from desk.facts.election import INDEPENDENT, ContestKind
from desk.posts.writer import Writer

SINCE = "geçen seçimden sonra ilk sıranın değiştiği"
"""The words it is told by: nobody has won as long as boxes are closed."""

_MAYORS = (ContestKind.BBB, ContestKind.BB)


def changed_hands(
    writer: Writer, leaders: Mapping[str, str]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """By who was first last time (a party's short name) and who is ahead now (a contender's code),
    the places. ``leaders`` are who is ahead, by place."""
    if writer.race.kind not in _MAYORS:
        return {}
    ids = {writer.election.place(name).id: name for name in leaders}
    earlier = baseline(writer.race.kind.value, writer.election.date, ids)
    found: dict[tuple[str, str], list[str]] = {}
    for place_id, before in earlier.items():
        place = ids[place_id]
        was, now = _first(before), leaders[place]
        if was and was != today(writer.race.contender(now).party):
            found.setdefault((_short(writer, was), now), []).append(place)
    return {sides: tuple(places) for sides, places in found.items()}


def _first(before: Before) -> str:
    """Who had the most votes, by the code of today; empty where it is not known."""
    named = {code: count for code, count in before.votes.items() if code != INDEPENDENT}
    falling = sorted(named.values(), reverse=True)
    rest = before.valid - sum(named.values())
    if not falling or rest >= falling[0] or falling[:1] == falling[1:2]:
        return ""
    return max(named, key=lambda code: named[code])


def _short(writer: Writer, code: str) -> str:
    """A party's short name as the night has it, else as the country's list has."""
    known: Iterable[str] = (one.short for one in writer.election.parties if today(one.code) == code)
    party = parties().get(code)
    return writer.style.label(next(iter(known), party.short if party else code))
