"""Seats in a night: the desk's own count of an agency's votes, and what no votes can give (W317).

By the law of the election's day; the arithmetic is `country.seats`, what printed digits leave open
`country.possible`. The other agency never enters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from desk.country import law, possible, results, seats
from desk.country.parties import ListAlliance, alliances_on
from desk.country.places import COUNTRY
from desk.country.possible import Span
from desk.facts.bulletin import Item, Row
from desk.facts.codes import Code
from desk.facts.election import (
    INDEPENDENT,
    NOBODY,
    OTHERS,
    ContestKind,
    Election,
    PartyKind,
    PlaceKind,
)
from desk.facts.standing import Reported
from desk.rules.case import Case
from desk.rules.discrepancies import SideBySide
from desk.rules.entries import Entry
from desk.rules.fault import Fault

Counts = Mapping[str, int | Fraction]
"""Votes or shares by contender."""

MOST_OUTSIDE = Fraction(1, 5)
"""So many votes from abroad and customs for each one inside, where nothing is known of them."""


@dataclass(frozen=True, slots=True)
class SeatRace:
    """How seats are given in a contest: where how many, to whom, by which law.

    ``single`` are persons, who take one seat; ``lists`` everybody who can have any; ``folded`` says
    that alliances stand as one, whose members' seats nobody tells.
    """

    kind: ContestKind
    places: Mapping[str, int]
    alliances: tuple[ListAlliance, ...]
    single: frozenset[str]
    lists: frozenset[str]
    folded: bool
    by: law.SeatsLaw

    @property
    def steps(self) -> tuple[ListAlliance, ...]:
        """The alliances that get seats as one before their members do."""
        return self.alliances if self.by.two_steps else ()

    def quota(self, place: str) -> int:
        """Members of a council who are the first list's before anything is divided."""
        if self.kind is not ContestKind.BM:
            return 0
        try:
            return law.quota(self.places[place])
        except KeyError:
            return 0

    def named(self, votes: Counts) -> dict[str, int | Fraction]:
        """Those who can have seats."""
        return {code: count for code, count in votes.items() if code in self.lists}


@lru_cache(maxsize=16)
def race_of(election: Election, contest: str) -> SeatRace | None:
    """How a contest's seats are given; None where it has none, or nobody knows how many."""
    race = election.contest(contest)
    told = {one.name: election.seats(contest, one.name) for one in election.held(contest)}
    # A whole's seats are those of its parts.
    places = {
        name: count
        for name, count in told.items()
        if count and not any(told.get(one.name) for one in election.parts(contest, name))
    }
    if not race.kind.has_seats or not places:
        return None
    standing = [one for one in race.contenders if one.code not in NOBODY]
    own = tuple(
        ListAlliance(party.code, party.name, party.colour, codes)
        for party, codes in election.alliances(contest)
    )
    parties = [election.party(one.party) for one in standing]
    return SeatRace(
        race.kind,
        places,
        own or (alliances_on(election.date) if race.kind is ContestKind.MV else ()),
        frozenset(
            one.code
            for one, party in zip(standing, parties, strict=True)
            if one.party == INDEPENDENT or party.kind is PartyKind.PERSON
        ),
        frozenset(one.code for one in standing),
        any(party.kind is PartyKind.ALLIANCE for party in parties),
        law.seats_law(election.date),
    )


def all_seats(election: Election, contest: str, place: str) -> int | None:
    """The seats of a place, or of all its parts together; None where not all of them are known."""
    race = race_of(election, contest)
    if race is None:
        return None
    if place in race.places:
        return race.places[place]
    told = election.seats(contest, place)
    parts = [one for one in election.parts(contest, place) if election.place(one.name).counts_boxes]
    if told or not parts:
        return told
    found = [all_seats(election, contest, one.name) for one in parts]
    known = [count for count in found if count]
    return sum(known) if len(known) == len(found) else None


@dataclass(frozen=True, slots=True)
class OwnSeats:
    """The desk's own count of an agency's votes or shares; ``abroad`` says whether the votes from
    abroad and the customs are in it, where there are any."""

    seats: Mapping[str, int]
    abroad: bool = True


Votes = Callable[[str], Mapping[str, int]]
"""A place's votes by contender, *Diğer* among them; empty where none are told."""


def of_votes(election: Election, contest: str, place: str, votes: Votes) -> OwnSeats | None:
    """The seats votes give in a place, or in all its constituencies together.

    None where there are none to give, or nothing is counted yet. The threshold is taken of the
    outermost whole's votes, or of all places' there are.
    """
    race = race_of(election, contest)
    if race is None or race.folded:
        return None
    where = {
        name: own
        for name in _seated(election, contest, place, race)
        if any((own := votes(name)).values())
    }
    if not where:
        return None
    if race.kind is not ContestKind.MV:
        given = [_council(race, name, own, sum(own.values())).seats for name, own in where.items()]
        return OwnSeats(_added(given))
    whole = _whole(election, contest, race, votes)
    outside = _outside(election, contest, votes)
    over = seats.over_threshold(whole, sum(whole.values()), race.by, race.alliances)
    inside = sum(whole.values()) - (sum(outside.values()) if outside else 0)
    found = []
    for name, counted in where.items():
        enlarged: dict[str, int | Fraction] = {**counted}
        if outside and inside > 0:
            part = Fraction(sum(counted.values()), inside)
            for code, count in outside.items():
                enlarged[code] = enlarged.get(code, 0) + part * count
        found.append(_elected(race, name, enlarged, over).seats)
    return OwnSeats(_added(found), outside is not None)


def of_shares(
    election: Election, contest: str, place: str, shares: Counts, over: frozenset[str]
) -> OwnSeats | None:
    """The seats printed shares give in one constituency or council; without votes from abroad.

    None where a list that is not named could have won one, or a lot would decide.
    """
    race = race_of(election, contest)
    if race is None or race.folded or place not in race.places or not shares:
        return None
    rest = 100 - sum(Fraction(share) for code, share in shares.items() if code != OTHERS)
    left = {code: Fraction(share) for code, share in race.named(shares).items()}
    if race.kind is ContestKind.MV:
        if not over:
            return None
        missing = bool(over - shares.keys())
        left = {code: share for code, share in left.items() if code in {*over, *race.single}}
        given = _elected(race, place, left, over)
    else:
        given = _council(race, place, left, 100)
        tenth = 100 * seats.DEDUCTED
        missing, rest = True, rest - tenth
        left = {code: share - tenth for code, share in left.items()}
    last = min((left[code] / count for code, count in given.seats.items()), default=0)
    if given.lot or (missing and rest >= last):
        return None
    return OwnSeats(given.seats, race.kind is not ContestKind.MV)


def own_counts(election: Election, contest: str, words: Iterable[Reported]) -> dict[str, OwnSeats]:
    """One agency's newest shares of all places as seats, by place; a whole's where all its parts
    have them.

    Over the threshold is who is so by the country's shares, or else whom it gives a seat.
    """
    race = race_of(election, contest)
    if race is None or race.folded:
        return {}
    said = {one.source.place: one for one in words if one.source.contest == contest}
    over = _told_over(election, contest, race, said)
    found: dict[str, OwnSeats] = {}
    for place in race.places:
        shares = {c: Fraction(n) for c, n in said[place].shares.items()} if place in said else {}
        if (own := of_shares(election, contest, place, shares, over)) is not None:
            found[place] = own
    for whole in election.held(contest):
        parts = _seated(election, contest, whole.name, race)
        if whole.name not in race.places and parts and found.keys() >= {*parts}:
            given = [found[part] for part in parts]
            found[whole.name] = OwnSeats(_added([one.seats for one in given]), given[0].abroad)
    return found


def own_beside(
    election: Election, contest: str, sides: Iterable[SideBySide]
) -> tuple[dict[str, OwnSeats], dict[str, OwnSeats]]:
    """The same of both agencies, from all places side by side."""
    every = list(sides)
    first, second = ([side.a for side in every], [side.b for side in every])
    return own_counts(election, contest, first), own_counts(election, contest, second)


def _told_over(
    election: Election, contest: str, race: SeatRace, said: Mapping[str, Reported]
) -> frozenset[str]:
    for one in election.overall(contest):
        if one.kind is PlaceKind.COUNTRY and one.name in said and said[one.name].shares:
            spans = {code: possible.printed(share) for code, share in said[one.name].shares.items()}
            ends = ({c: s.low for c, s in spans.items()}, {c: s.high for c, s in spans.items()})
            least, most = (
                seats.over_threshold(race.named(end), 100, race.by, race.alliances) for end in ends
            )
            if least == most:
                return least
    # No country's shares, or their printed digits leave open who is over.
    return frozenset(code for one in said.values() for code, count in one.seats.items() if count)


def _elected(race: SeatRace, place: str, votes: Counts, over: Collection[str]) -> seats.Seats:
    lists = {c: n for c, n in race.named(votes).items() if c in over or c in race.single}
    return seats.given(lists, race.places[place], race.steps, race.single)


def _council(race: SeatRace, place: str, votes: Counts, valid: int | Fraction) -> seats.Seats:
    return seats.council(
        race.named(votes), valid, race.places[place], race.quota(place), race.single
    )


def _seated(election: Election, contest: str, place: str, race: SeatRace) -> list[str]:
    """The places whose seats are those of a place."""
    if place in race.places:
        return [place]
    parts = [one.name for one in election.parts(contest, place)]
    return [name for part in parts for name in _seated(election, contest, part, race)]


def _whole(election: Election, contest: str, race: SeatRace, votes: Votes) -> Mapping[str, int]:
    """The votes a threshold is taken of."""
    for one in election.overall(contest):
        if one.kind is PlaceKind.COUNTRY and any((found := votes(one.name)).values()):
            return found
    return _added([votes(name) for name in race.places])


def _outside(election: Election, contest: str, votes: Votes) -> Mapping[str, int] | None:
    """The votes from abroad and the customs, where they are told."""
    outermost = [one for one in election.held(contest) if not one.counts_boxes]
    inner = {part.name for one in outermost for part in election.parts(contest, one.name)}
    return _added([votes(one.name) for one in outermost if one.name not in inner]) or None


def _added(found: Collection[Mapping[str, int]]) -> Mapping[str, int]:
    total: dict[str, int] = {}
    for one in found:
        for code, count in one.items():
            total[code] = total.get(code, 0) + count
    return total


# What is found


def rules(case: Case) -> Iterator[Fault]:
    """F210 and W317 on one bulletin."""
    given = case.entry.seats
    election, contest, place = case.night.election, case.night.contest, case.source.place
    most = all_seats(election, contest, place)
    race = race_of(election, contest)
    if race is None or not given:
        return
    total = sum(given.values())
    if most is not None and total > most:
        rows = tuple(Row(Item.SEATS, code) for code in given)
        yield Fault(Code.F210, rows, {"seats": str(total), "seats_of": str(most)})
    elif place in race.places and not race.folded and not _can_be(case, race):
        rows = tuple(Row(Item.SEATS, code) for code in given)
        own = of_shares(election, contest, place, _shares(case.entry), _over(case, race))
        yield Fault(Code.W317, rows, _furthest(given, own))


def _can_be(case: Case, race: SeatRace) -> bool:
    """Whether any votes within the bulletin's printed digits give its seats."""
    entry, place = case.entry, case.source.place
    given = {code: n for code, n in entry.seats.items() if code in race.lists}
    spans = _spans(entry)
    if len(given) < len(entry.seats) or not spans:
        return True
    if race.kind is ContestKind.MV:
        over = _over(case, race)
        known = {code: span for code, span in spans.items() if code in {*over, *race.single}}
        most = outside_most(case.night.election)
        far = possible.enlarged(known, Span(Fraction(0), most))
        return possible.can_be(_asked(far, given, race, place), given, race.steps, race.single)
    left = possible.deducted({c: s for c, s in spans.items() if c in race.lists})
    asked = _asked(left, given, race, place)
    quota = race.quota(place)
    if not quota or sum(given.values()) < race.places[place]:
        return bool(quota) or possible.can_be(asked, given, (), race.single)
    first = max(span.low for span in spans.values())
    return any(
        possible.can_be(asked, {**given, code: given[code] - quota}, (), race.single)
        for code in given
        if given[code] >= quota and (code not in spans or spans[code].high >= first)
    )


def _asked(
    spans: Mapping[str, Span], given: Mapping[str, int], race: SeatRace, place: str
) -> dict[str, Span]:
    """Of bounds those that tell: where seats are left over, whoever was not named may have them."""
    whole = sum(given.values()) >= race.places[place]
    return {code: span for code, span in spans.items() if whole or code in given}


def _spans(entry: Entry) -> dict[str, Span]:
    """The bounds of a bulletin's shares in per cent, by their printed digits."""
    found = {}
    for code, share in entry.shares.items():
        if code not in NOBODY:
            told, half = Fraction(share, 1000), Fraction(entry.half_of(code), 1000)
            found[code] = Span(max(told - half, Fraction(0)), told + 2 * half)
    return found


def _shares(entry: Entry) -> Mapping[str, Fraction]:
    return {code: Fraction(share, 1000) for code, share in entry.shares.items()}


def _furthest(given: Mapping[str, int], own: OwnSeats | None) -> dict[str, str]:
    """Whose seats are furthest from the desk's own count, and what that is; ``usual`` is empty
    where there is no count, because a list that is not named could have had a seat."""
    counted = own.seats if own else {}
    codes = dict.fromkeys((*given, *counted))
    who = max(codes, key=lambda code: abs(given.get(code, 0) - counted.get(code, 0)))
    usual = str(counted.get(who, 0)) if own else ""
    return {"who": who, "now": str(given.get(who, 0)), "usual": usual}


def _over(case: Case, race: SeatRace) -> frozenset[str]:
    """The lists that are over the threshold by what the agency had said: it gave them a seat."""
    new = case.entry
    found = {code for code, count in new.seats.items() if count}
    for column in case.night.by_agency.get(case.agency, ()):
        told = (one for one in reversed(column.entries[: column.before(new)]) if one.seated)
        if (last := next(told, None)) is not None:
            found |= {code for code, count in last.seats.items() if count}
    return frozenset(found & race.lists)


@lru_cache(maxsize=16)
def outside_most(election: Election) -> Fraction:
    """For each vote inside the country, how many there may be from abroad and the customs.

    By the voters abroad last time: all of them against half of those inside.
    """
    last = results.last_held(ContestKind.MV.value, COUNTRY, election.date)
    outside = results.outside(last) if last else None
    inside = results.inside(last) if last else None
    if outside is None or inside is None or not inside.registered:
        return MOST_OUTSIDE
    return Fraction(2 * max(outside.registered or 0, outside.cast), inside.registered)
