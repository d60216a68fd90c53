"""A rehearsal of any election: what the country's results say, drawn into boxes by place.

A night that is over is counted as it ended; any other as its contests ended last time, moved by a
swing that its seed draws. What nobody ever voted for is played nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from desk.country.last_time import baseline_of, result_of
from desk.facts import catalog
from desk.facts.codes import Code, Refusal
from desk.facts.election import INDEPENDENT, OTHERS, Election
from desk.facts.last_time import Earlier
from desk.rehearsal.boxes import Box, CountedStep, Drawing, apportion, boxes_in, scatter
from desk.rehearsal.script import Habit, SeatsGiven, Stage
from desk.rules import seats

TOGETHER = 240
"""Into so many parts a place's boxes are drawn at most: of more, some are counted together."""

VOTERS = 320
"""Voters a box, where nobody says how many boxes there are."""

SWING = 60
"""How far a contender moves from last time everywhere, and a third of that place by place: a
standard deviation in thousandths of its own share."""


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """A place as it will have been counted: valid votes in the order of the contenders."""

    place: str
    boxes: int
    registered: int
    cast: int
    votes: tuple[int, ...]
    fixed: bool


def stages_of(
    election: Election, standing: Mapping[str, Sequence[str]] | None = None
) -> tuple[Stage, ...]:
    """A stage for every contest of an election that has results to be drawn from.

    ``standing`` says who stood in each contest when the night was begun, for one that goes on.
    E166 if there is no such contest.
    """
    found = []
    for race in election.contests:
        codes = (standing or {}).get(race.id, [one.code for one in race.contenders])
        stage = _stage(election, race.id, codes)
        if stage is not None:
            found.append(stage)
    if not found:
        raise Refusal(Code.E166, election=election.name_tr)
    return tuple(found)


def standing_in(election: Election) -> dict[str, list[str]]:
    """Who stands in each contest, as `stages_of` wants to be told of a night that goes on."""
    return {race.id: [one.code for one in race.contenders] for race in election.contests}


def _stage(election: Election, contest: str, codes: Sequence[str]) -> Stage | None:
    told, fixed = result_of(election, contest), True
    if not told.places:
        told, fixed = baseline_of(election, contest), False
    ended = {
        place.name: told.places[place.name]
        for place in election.units(contest)
        if place.name in told.places and told.places[place.name].valid
    }
    named = [code for code in dict.fromkeys(codes) if code != OTHERS]
    total = {code: sum(one.votes.get(code, 0) for one in ended.values()) for code in named}
    named.sort(key=lambda code: -total[code])
    if not named or not total[named[0]]:
        return None
    contenders = (*named, OTHERS)
    results = tuple(
        _result(election, contest, name, one, contenders, fixed) for name, one in ended.items()
    )
    wholes = _wholes(election, contest)
    above = {one.place: _above(wholes, one.place) for one in results}
    return Stage(
        election,
        contest,
        above,
        contenders,
        _habits(election, contenders),
        _drawing(results),
        stood=_stood(results, above, contenders),
        seats=_seats(election, contest),
    )


def _result(
    election: Election,
    contest: str,
    name: str,
    ended: Earlier,
    contenders: Sequence[str],
    fixed: bool,
) -> PlaceResult:
    votes = [ended.votes.get(code, 0) for code in contenders[:-1]]
    votes.append(max(0, ended.valid - sum(votes)))
    registered = max(ended.registered or ended.cast, ended.cast)
    boxes = election.boxes(contest, name) or max(1, registered // VOTERS)
    return PlaceResult(name, boxes, registered, max(ended.cast, sum(votes)), tuple(votes), fixed)


def _above(wholes: Mapping[str, Sequence[str]], place: str) -> tuple[str, ...]:
    """The wholes a place's boxes count in too, the nearest first."""
    found = [place]
    for one in found:
        over = wholes.get(one, ())
        found += [whole for whole in over if whole not in found]
    return tuple(found[1:])


def _wholes(election: Election, contest: str) -> dict[str, list[str]]:
    """By place the wholes it is a part of: a province's are the country and *yurt içi*."""
    found: dict[str, list[str]] = {}
    for whole in election.held(contest):
        for part in election.parts(contest, whole.name):
            found.setdefault(part.name, []).append(whole.name)
    return found


def _stood(
    results: Sequence[PlaceResult], above: Mapping[str, Sequence[str]], contenders: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Whom there are votes for in each place and each whole, the strongest first.

    Nobody who is several persons is named by himself.
    """
    totals: dict[str, list[int]] = {}
    for one in results:
        for name in (one.place, *above[one.place]):
            before = totals.get(name, [0] * len(contenders))
            totals[name] = [sum(pair) for pair in zip(before, one.votes, strict=True)]
    found = {}
    for name, votes in totals.items():
        ranked = sorted(zip(votes, contenders, strict=True), key=lambda one: -one[0])
        found[name] = tuple(
            code for count, code in ranked if count and code not in (OTHERS, INDEPENDENT)
        )
    return found


def _habits(election: Election, contenders: Sequence[str]) -> tuple[Habit, ...]:
    """The two manners of the data, for the election's first two agencies."""
    told: list[dict[str, Any]] = json.loads(
        catalog.resource("rehearsal", "drawn", "habits.json").read_text(encoding="utf-8")
    )
    agencies = [one.code for one in election.agencies if not one.official]
    agencies = (agencies + [one.code for one in election.agencies if one.official])[: len(told)]
    return tuple(
        _habit(habit, agency, election, contenders)
        for habit, agency in zip(told, agencies, strict=False)
    )


def _habit(
    told: Mapping[str, Any], agency: str, election: Election, contenders: Sequence[str]
) -> Habit:
    given = dict(told)
    close = datetime.combine(election.date, election.polls_close)
    opened = tuple(
        (close + timedelta(minutes=minutes), share) for minutes, share in given.pop("opened")
    )
    named = contenders[:-1] or contenders
    first, most = given.pop("named")
    chance, shortest, longest = given.pop("away")
    return Habit(
        agency=agency,
        opened=opened,
        leans_to=named[min(given.pop("leans_to"), len(named) - 1)],
        lists=tuple(named[: given.pop("lists")]),
        named=(first, most),
        away=(chance, shortest, longest),
        **given,
    )


def _drawing(results: Sequence[PlaceResult]) -> Callable[[Random], Drawing]:
    def draw(random: Random) -> Drawing:
        swings = [scatter(random, SWING) for _ in results[0].votes] if results else []
        placed: list[tuple[int, Box]] = []
        for one in results:
            yield
            boxes = [*_boxes(one, swings, random)]
            pace = 1000 + scatter(random, 150)
            for at, box in enumerate(boxes):
                placed.append((at * pace // len(boxes) + random.randrange(60), box))
        placed.sort(key=lambda one: one[0])
        return tuple(box for _, box in placed)

    return draw


def _boxes(one: PlaceResult, swings: Sequence[int], random: Random) -> Iterator[Box]:
    """A place's boxes; of a great many some are counted together."""
    votes = one.votes if one.fixed else _moved(one.votes, swings, random)
    parts = min(one.boxes, TOGETHER)
    step = CountedStep(one.place, datetime.min, parts, one.registered, one.cast, votes)
    boxes = boxes_in(step, random)
    random.shuffle(boxes)
    for at, box in enumerate(boxes):
        together = one.boxes * (at + 1) // parts - one.boxes * at // parts
        yield Box(box.place, box.moment, box.registered, box.cast, box.votes, together)


def _moved(votes: Sequence[int], swings: Sequence[int], random: Random) -> tuple[int, ...]:
    """The same valid votes, each contender's share moved."""
    weights = [
        count * max(1, 1000 + swing + scatter(random, SWING // 3))
        for count, swing in zip(votes, swings, strict=True)
    ]
    return tuple(apportion(sum(votes), weights)) if any(weights) else tuple(votes)


def _seats(election: Election, contest: str) -> SeatsGiven | None:
    """Seats by the law of the day, where it is known how many there are."""
    if seats.race_of(election, contest) is None:
        return None

    def given(place: str, votes: seats.Votes) -> Mapping[str, int]:
        found = seats.of_votes(election, contest, place, votes)
        return found.seats if found else {}

    return given
