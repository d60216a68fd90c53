"""Where another party is ahead than the one that had most votes last time: in municipalities, and
in constituencies, which may elect more of a party than they did.

Parties count under what they are called today. Where nobody is known to have been first, or
independents together had as much, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desk.country.baseline import Before, before, contest_before
from desk.country.parliaments import seats_before
from desk.country.parties import parties, today
from desk.facts.bulletin import Item, Topic
from desk.facts.election import INDEPENDENT, NOBODY, ContestKind
from desk.facts.post import Cited
from desk.facts.standing import Reported
from desk.posts.writer import Words, Writer, figure_of
from desk.rules.discrepancies import in_order
from desk.rules.seats import race_of

SINCE = "geçen seçimden sonra ilk sıranın değiştiği"
"""The words it is told by: nobody has won as long as boxes are closed."""

MORE_SEATS = "milletvekili sayısı geçen seçime göre artanlar"
"""The words more seats than last time are told by."""

_MAYORS = (ContestKind.BBB, ContestKind.BB)


def changed_hands(
    writer: Writer, leaders: Mapping[str, str]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """By who was first last time (a party's short name) and who is ahead now (a contender's code),
    the places. ``leaders`` are who is ahead, by place."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, leader in leaders.items():
        was = _first_before(writer, name) if _elects(writer, name) else ""
        if was and was != today(writer.race.contender(leader).party):
            found.setdefault((_short(writer, was), leader), []).append(name)
    return {sides: tuple(places) for sides, places in found.items()}


def more_seats(writer: Writer, places: Sequence[Words]) -> Iterator[str]:
    """A line for each agency that gives a party more seats somewhere than it won there last time:
    AA'ya göre milletvekili sayısı geçen seçime göre artanlar: CHP Bilecik ve Düzce'de."""
    race = race_of(writer.election, writer.race.id)
    # Who stands for no party had no seat there as somebody else.
    single = race.single if race else frozenset()
    told: dict[str, dict[str, dict[str, Cited]]] = {
        said.source.agency: {} for words in places for said in words
    }
    for words in places:
        name = words[0].source.place
        seats = seats_before(writer.election.date, writer.election.place(name).id)
        if writer.race.kind is not ContestKind.MV or seats is None or not _elects(writer, name):
            continue
        for said in words:
            for one in _given(said):
                if one.slot.row.contender in single:
                    continue
                party = today(writer.race.contender(one.slot.row.contender).party)
                if int(one.value) > seats.get(party, 0):
                    by_party = told[said.source.agency]
                    by_party.setdefault(one.slot.row.contender, {})[name] = one
    for agency, grown in told.items():
        if not grown:
            continue
        each = [
            f"{writer.label(code)} {writer.at_places(list(grown[code]))}"
            for code in in_order(writer.race, grown)
        ]
        behind = [one for found in grown.values() for one in found.values()]
        by = writer.by(agency)
        yield f"{by} {MORE_SEATS}: {'; '.join(each)}.{writer.ties.rest(behind)}"


def _given(said: Reported) -> list[Cited]:
    """The seats an agency gives in a place."""
    bulletin = said.topics.get(Topic.SEATS)
    rows = [] if bulletin is None else [row for row in bulletin.figures if row.item is Item.SEATS]
    known = [row for row in rows if row.contender not in NOBODY]
    return [figure_of(bulletin, row) for row in known] if bulletin else []


def _elects(writer: Writer, place: str) -> bool:
    """Whether somebody is elected in a place itself: a mayor, or members of parliament."""
    if writer.race.kind is not ContestKind.MV:
        return writer.race.kind in _MAYORS
    race = race_of(writer.election, writer.race.id)
    return race is not None and not race.folded and place in race.places


def _first_before(writer: Writer, name: str) -> str:
    """Who had most votes in a place last time, by the code of today; empty where it is not known.

    A constituency is what its districts are.
    """
    place, kind = writer.election.place(name), writer.race.kind.value
    held = contest_before(kind, writer.election.date, place.parts[0] if place.parts else place.id)
    return _first(before(held, place.id, place.parts)) if held else ""


def _first(earlier: Before) -> str:
    """Who had the most votes, by the code of today; empty where it is not known."""
    named = {code: count for code, count in earlier.votes.items() if code != INDEPENDENT}
    falling = sorted(named.values(), reverse=True)
    rest = earlier.valid - sum(named.values())
    if not falling or rest >= falling[0] or falling[:1] == falling[1:2]:
        return ""
    return max(named, key=lambda code: named[code])


def _short(writer: Writer, code: str) -> str:
    """A party's short name as the night has it, else as the country's list has."""
    known: Iterable[str] = (one.short for one in writer.election.parties if today(one.code) == code)
    party = parties().get(code)
    return writer.style.label(next(iter(known), party.short if party else code))
