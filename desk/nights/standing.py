"""Who stands in the contests of a night: those of the last time, and typed or pasted rows.

Parties are the country's where they are known, under the name they have on the day; everybody else
is as the rows say. Places, boxes and hours belong elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache

from desk.country import results
from desk.country.baseline import baseline
from desk.country.parties import (
    KnownParty,
    answers,
    coloured,
    parties,
    person_code,
    standers,
    today,
)
from desk.country.results import Held
from desk.facts.election import GREY, INDEPENDENT, OFF_BALLOT, ContestKind, Party, PartyKind
from desk.nights.answers import NightKind, StandingRow
from desk.turkish import fold

LEAST = 200
"""A party starts in a night's lists from one in so many valid votes: half a per cent."""

ROUNDS_APART = timedelta(days=14)
"""A second round is on the second Sunday after the first."""

ROWS_SHOWN = 8
"""Rows a table starts with: so many contenders, and *Diğer*."""


@lru_cache(maxsize=64)
def of_last_time(
    kind: NightKind, contest: ContestKind, places: tuple[str, ...], day: date
) -> tuple[StandingRow, ...]:
    """The rows a contest starts with: parties of its last time, Evet and Hayır, or nobody yet."""
    if contest is ContestKind.REF:
        found = [StandingRow("ref", party=one.code, short=one.name) for one in answers()]
    elif contest is ContestKind.CB:
        found = [StandingRow("cb", candidate=name) for name in second_round(kind, day)]
    elif contest is ContestKind.OTHER:
        found = []
    else:
        codes = _parties_of_last_time(contest, places, day)
        found = [StandingRow(contest.value, party=code) for code in codes]
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

    Joint votes are their members'; independents are persons, no party.
    """
    last = baseline(contest.value, day + timedelta(days=1), places)
    last = last or baseline(contest.value, date.max, places)
    votes: dict[str, Fraction] = {}
    for before in last.values():
        for code, count in before.votes.items():
            votes[on_day(code, day)] = votes.get(on_day(code, day), Fraction(0)) + count
    valid = sum(before.valid for before in last.values())
    most_first = sorted(votes, key=lambda code: -votes[code])
    return tuple(
        code
        for code in most_first
        if votes[code] and votes[code] * LEAST >= valid and code in parties()
    )


def last_day(contest: ContestKind, places: Sequence[str], day: date) -> date | None:
    """The day the parties of a contest are those of, None where it was never held there."""
    last = baseline(contest.value, day + timedelta(days=1), places)
    last = last or baseline(contest.value, date.max, places)
    return max((before.day for before in last.values()), default=None)


def on_day(code: str, day: date) -> str:
    """The code of a party under the name it has on a day; its own where none is known."""
    known = parties().get(code)
    if known is None or known.stands_on(day):
        return code
    now = today(code)
    same = [one for one in parties().values() if now in (one.code, one.now)]
    return next((one.code for one in same if one.stands_on(day)), now)


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
    codes = {on_day(one.code, day) for one in found}
    return parties().get(codes.pop()) if len(codes) == 1 else None


def party_of(row: StandingRow) -> Party:
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
            coloured(person_code(row.candidate)) or GREY,
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


def contender_of(row: StandingRow, day: date) -> tuple[str, Party]:
    """The code of a row's contender, and what stands behind it.

    Who stands for president is the person, whoever puts her up; everywhere else it is the party.
    """
    party = party_of(row)
    if row.contest == ContestKind.CB.value and row.candidate:
        return person_code(row.candidate), party
    return party.code, party
