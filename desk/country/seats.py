"""Seats from votes: D'Hondt, a parliament by the law of its year, councils by Law 2972.

Whole numbers and fractions only. Where equal quotients meet at the last seat the law draws lots;
the desk names those among whom it would be drawn. What printed shares allow is `possible`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from desk.country.law import SeatsLaw
from desk.country.parties import INDEPENDENTS, ListAlliance

Votes = Mapping[str, int | Fraction]
DEDUCTED = Fraction(1, 10)
"""Law 2972, article 23: this part of the valid votes is taken off every list."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats by list, without those that got none.

    ``lot`` are the lists with equal quotients for the last seats, where there were too few for all
    of them: the seats then stand with those named first in the votes.
    """

    seats: Mapping[str, int]
    lot: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Parliament:
    """Seats by constituency; ``outside`` says that votes from abroad and customs are in them.

    ``over`` are the lists over the threshold, and those an alliance lifted over it.
    """

    constituencies: Mapping[str, Seats]
    over: frozenset[str]
    outside: bool
    total: Mapping[str, int] = field(default_factory=dict)


def dhondt(votes: Votes, seats: int, single: Collection[str] = ()) -> Seats:
    """So many seats to the highest quotients of the votes by 1, 2, 3 …

    ``single`` are independents: a person takes one seat. Fewer seats than asked for are given
    only where nobody is left to take them.
    """
    counts: Counter[str] = Counter()
    quotients = {code: Fraction(count) for code, count in votes.items() if count > 0}
    lot: frozenset[str] = frozenset()
    for left in range(seats, 0, -1):
        if not quotients:
            break
        best = max(quotients.values())
        first, *equal = [code for code, quotient in quotients.items() if quotient == best]
        if not lot and len(equal) >= left:
            lot = frozenset({first, *equal})
        counts[first] += 1
        if first in single:
            del quotients[first]
        else:
            quotients[first] = Fraction(votes[first], counts[first] + 1)
    return Seats(dict(counts), lot)


def parliament(
    votes: Mapping[str, Mapping[str, int]],
    valid: Mapping[str, int],
    seats: Mapping[str, int],
    law: SeatsLaw,
    alliances: Collection[ListAlliance] = (),
    outside: tuple[Mapping[str, int], int] | None = None,
    independents: Mapping[str, Collection[str]] | None = None,
) -> Parliament:
    """The seats of an election of parliament, by constituency.

    ``votes`` and ``valid`` are those counted inside the country, by constituency; joint votes stand
    under their alliance's code. ``outside`` are votes and valid votes of abroad and customs: they
    enlarge every constituency in proportion to its valid votes, in the same mix everywhere.
    ``independents`` names, by constituency, the codes that are persons. The sum of independents is
    no list and gets nothing.
    """
    persons = independents or {}
    allied = alliances if law.alliances else ()
    over = _over(votes, valid, law, allied, outside)
    whole = sum(valid.values())
    found = {}
    for place, own in votes.items():
        enlarged = {code: Fraction(count) for code, count in own.items()}
        if outside and whole:
            for code, count in outside[0].items():
                enlarged[code] = enlarged.get(code, Fraction(0)) + Fraction(
                    valid[place] * count, whole
                )
        parted = distributed(enlarged, allied)
        singles = set(persons.get(place, ()))
        lists = {
            code: count
            for code, count in parted.items()
            if (code in over or code in singles) and code != INDEPENDENTS
        }
        steps = allied if law.two_steps else ()
        found[place] = given(lists, seats[place], steps, singles)
    total = Counter[str]()
    for one in found.values():
        total.update(one.seats)
    return Parliament(found, over, outside is not None, dict(total))


def distributed(
    votes: Votes, alliances: Collection[ListAlliance], mix: Votes | None = None
) -> dict[str, Fraction]:
    """Joint votes given to an alliance's members in proportion to their own.

    In the mix of these votes, or of the constituency they are a part of. An alliance whose members
    have none keeps its joint votes.
    """
    mixed = votes if mix is None else mix
    found = {code: Fraction(count) for code, count in votes.items()}
    for alliance in alliances:
        joint = found.get(alliance.code, Fraction(0))
        own = sum(Fraction(mixed.get(member, 0)) for member in alliance.members)
        if joint and not own:
            continue
        found.pop(alliance.code, None)
        for member in alliance.members:
            if member in mixed:
                had = found.setdefault(member, Fraction(0))
                if joint:
                    found[member] = had + joint * Fraction(mixed[member]) / own
    return found


def council(
    votes: Votes,
    valid: int | Fraction,
    members: int,
    quota: int = 0,
    single: Collection[str] = (),
) -> Seats:
    """A council by Law 2972: a tenth off every list, D'Hondt, quota members to the first.

    A council of a province has no quota members. The sum of independents is no list.
    """
    left = after_tenth(votes, valid)
    given = dhondt(left, members - quota, single)
    counts = Counter(given.seats)
    parties = {code: count for code, count in votes.items() if code not in single}
    parties.pop(INDEPENDENTS, None)
    lot = given.lot
    if quota and parties:
        most = max(parties.values())
        first, *equal = [code for code, count in parties.items() if count == most]
        counts[first] += quota
        lot |= {first, *equal} if equal else set()
    return Seats(dict(counts), lot)


def after_tenth(votes: Votes, valid: int | Fraction) -> dict[str, Fraction]:
    """What is left of each list's votes, in their order; who has none left is out."""
    left = {code: count - valid * DEDUCTED for code, count in votes.items() if code != INDEPENDENTS}
    return {code: count for code, count in left.items() if count > 0}


def sent(votes: Mapping[str, int], valid: int, seats: int, single: Collection[str] = ()) -> Seats:
    """Whom a district's council sends to the metropolitan one, its mayor not counted.

    One is the first list's quota member, the others go by the order of the quotients.
    """
    return council(votes, valid, seats, 1, single)


def _over(
    votes: Mapping[str, Mapping[str, int]],
    valid: Mapping[str, int],
    law: SeatsLaw,
    alliances: Collection[ListAlliance],
    outside: tuple[Mapping[str, int], int] | None,
) -> frozenset[str]:
    total: Counter[str] = Counter()
    for own in (*votes.values(), *((outside[0],) if outside else ())):
        total.update(own)
    return over_threshold(
        total, sum(valid.values()) + (outside[1] if outside else 0), law, alliances
    )


def over_threshold(
    votes: Votes, valid: int | Fraction, law: SeatsLaw, alliances: Collection[ListAlliance] = ()
) -> frozenset[str]:
    """Lists with more than the law's part of all valid votes, and members of alliances with more.

    In the country's votes and valid votes, or its shares and 100. The part itself is not enough:
    who does not pass it is out (Law 2839, art. 33).
    """
    needed = valid * law.threshold
    over = set()
    joint = {alliance.code for alliance in alliances}
    for alliance in alliances:
        codes = (alliance.code, *alliance.members)
        if 100 * sum(votes.get(code, 0) for code in codes) > needed:
            over |= set(alliance.members)
    over |= {code for code, count in votes.items() if 100 * count > needed and code not in joint}
    return frozenset(over - {INDEPENDENTS})


def given(
    lists: Votes,
    seats: int,
    alliances: Collection[ListAlliance] = (),
    single: Collection[str] = (),
) -> Seats:
    """D'Hondt between lists; with alliances between those as one first, then inside each."""
    inside = {
        alliance.code: {code: lists[code] for code in alliance.members if code in lists}
        for alliance in alliances
    }
    allied = {code for members in inside.values() for code in members}
    blocks: dict[str, int | Fraction] = {
        code: sum(members.values(), Fraction(0)) for code, members in inside.items() if members
    }
    blocks |= {code: count for code, count in lists.items() if code not in allied}
    first = dhondt(blocks, seats, single)
    counts: Counter[str] = Counter()
    lot = set(first.lot)
    for code, count in first.seats.items():
        if code in inside:
            part = dhondt(inside[code], count, single)
            counts.update(part.seats)
            lot |= part.lot
        else:
            counts[code] += count
    return Seats(dict(counts), frozenset(lot))
