"""Who stands in the contests of a night: those of the last time, and rows that were typed or pasted.

Parties are the country's where they are known, under the name they have on the day; everybody else
is as the rows say. Places, boxes and hours belong elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from desk.country import results
from desk.country.parties import (
    KnownParty,
    alliances_on,
    answers,
    parties,
    person_code,
    standers,
    today,
)
from desk.country.places import regions
from desk.country.results import Counted, Held
from desk.facts.election import GREY, INDEPENDENT, OFF_BALLOT, ContestKind, Party, PartyKind
from desk.nights.answers import NightKind, Standing
from desk.turkish import fold

LEAST = 200
"""A party starts in a night's lists from one in so many valid votes: half a per cent."""

ROUNDS_APART = timedelta(days=14)
"""A second round is on the second Sunday after the first."""

ROWS_SHOWN = 8
"""Rows a table starts with: so many contenders, and *Diğer*."""


def of_last_time(
    kind: NightKind, contest: ContestKind, places: Sequence[str], day: date
) -> tuple[Standing, ...]:
    """The rows a contest starts with: parties of its last time, Evet and Hayır, or nobody yet."""
    if contest is ContestKind.REF:
        found = [Standing("ref", party=one.code, short=one.name) for one in answers()]
    elif contest is ContestKind.CB:
        found = [Standing("cb", candidate=name) for name in second_round(kind, day)]
    elif contest is ContestKind.OTHER:
        found = []
    else:
        codes = _parties_of_last_time(contest, places, day)
        found = [Standing(contest.value, party=code) for code in codes]
    return tuple(replace(row, shown=at < ROWS_SHOWN) for at, row in enumerate(found))


def is_runoff(kind: NightKind, day: date) -> bool:
    """Whether a presidential night is a second round: said so, or two weeks after an open first."""
    return kind is NightKind.RUNOFF or (
        kind is NightKind.PRESIDENTIAL and bool(_two_first(day - ROUNDS_APART))
    )


def second_round(kind: NightKind, day: date) -> tuple[str, ...]:
    """The two persons of a second round, the first first, where its first round is known."""
    return _two_first(day - ROUNDS_APART) if is_runoff(kind, day) else ()


def _two_first(day: date) -> tuple[str, ...]:
    held = Held(day, ContestKind.CB.value)
    result = results.counted(held, "tr") if held in results.held() else None
    if result is None:
        return ()
    first, second = Counter(result.votes).most_common(2)
    if first[1] * 2 > result.valid:
        return ()
    names = {one.code: one.name for one in standers(day)}
    return names[first[0]], names[second[0]]


def _parties_of_last_time(
    contest: ContestKind, places: Sequence[str], day: date
) -> tuple[str, ...]:
    """Parties with at least half a per cent of the valid votes in these places, most first.

    Joint votes are their members' by the members' own votes; independents are persons.
    """
    before = day + timedelta(days=1)
    last = results.latest(contest.value, places, before) or results.latest(contest.value, places)
    votes: Counter[str] = Counter()
    valid = 0
    for held, result in last.values():
        for code, count in _with_joint(held.day, result).items():
            votes[on_day(code, day)] += count
        valid += result.valid
    return tuple(code for code, count in votes.most_common() if count and count * LEAST >= valid)


def _with_joint(day: date, result: Counted) -> Mapping[str, int]:
    """Votes by party, alliances' joint votes given to their members: whole votes, none lost.

    A member's part is cut off to whole votes and the remainder goes to the largest; a list this
    short of half a per cent cannot turn on one vote.
    """
    votes = dict(result.votes)
    for alliance in alliances_on(day):
        joint = votes.pop(alliance.code, 0)
        own = {code: votes[code] for code in alliance.members if votes.get(code)}
        if not joint or not own:
            continue
        parts = {code: joint * count // sum(own.values()) for code, count in own.items()}
        parts[max(own, key=own.__getitem__)] += joint - sum(parts.values())
        votes |= {code: own[code] + part for code, part in parts.items()}
    return votes


def on_day(code: str, day: date) -> str:
    """The code of a party under the name it has on a day: its own, or the one it has today."""
    known = parties().get(code)
    return code if known is None or known.stands_on(day) else today(code)


@cache
def _by_name() -> Mapping[str, tuple[KnownParty, ...]]:
    found: dict[str, dict[str, KnownParty]] = {}
    for party in parties().values():
        for name in (party.code, party.short, party.name, *party.aliases):
            found.setdefault(fold(name), {})[party.code] = party
    return {name: tuple(ones.values()) for name, ones in found.items()}


def known_party(text: str, day: date) -> KnownParty | None:
    """The party a name means on a day, by code, short or full name or alias; None: nobody's.

    A name of several is nobody's either, unless one of them has it for its code or short name.
    """
    key = fold(text)
    found = [one for one in _by_name().get(key, ()) if one.code != INDEPENDENT]
    for narrower in (
        [one for one in found if one.stands_on(day)],
        [one for one in found if key in (fold(one.code), fold(one.short))],
    ):
        found = narrower or found
    codes = {one.code if one.stands_on(day) else today(one.code) for one in found}
    return parties().get(codes.pop()) if len(codes) == 1 else None


def party_of(row: Standing, day: date) -> Party:
    """What stands behind a row: a party, a person of none, an alliance, or an answer."""
    known = parties().get(row.party)
    if known is not None and row.party != INDEPENDENT:
        found = Party(
            known.code,
            known.short,
            known.name,
            known.aliases,
            known.colour or GREY,
            known.ballot if known.ballot is not None else OFF_BALLOT,
        )
    elif row.party in {one.code for one in answers()}:
        answer = next(one for one in answers() if one.code == row.party)
        found = Party(
            answer.code, answer.name, answer.name, (), answer.colour, kind=PartyKind.CHOICE
        )
    elif not row.party or row.party == INDEPENDENT:
        found = Party(
            person_code(row.candidate),
            row.candidate,
            row.candidate,
            (),
            _colour_of_person(row.candidate),
            kind=PartyKind.PERSON,
        )
    else:
        found = Party(row.party, row.short or row.name, row.name or row.short)
    return replace(
        found,
        short=row.short or found.short,
        name=row.name or found.name,
        colour=row.colour or found.colour,
        aliases=tuple(dict.fromkeys((*found.aliases, *row.aliases))),
    )


def _colour_of_person(name: str) -> str:
    from desk.country.parties import coloured

    return coloured(person_code(name)) or GREY


def is_town(place: str) -> bool:
    """Whether a place is a belde."""
    return place in regions() and regions()[place].kind == "town"


def named(rows: Iterable[Standing]) -> Iterator[str]:
    """The contests rows are about, each once."""
    yield from dict.fromkeys(row.contest for row in rows)
