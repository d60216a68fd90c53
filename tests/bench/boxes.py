"""Another night to measure on: boxes drawn around the districts' results, opened by neighbourhood.

Nothing of how the night went is in it, only how it ended, so that what the desk has learned from
the one night is tried on another. Its agencies are plainer, and speak of every place every ten
minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from desk.facts import catalog
from desk.facts.election import OTHERS
from desk.rehearsal.boxes import Box, CountedNight, CountedStep, Drawing, apportion, read_night
from desk.rehearsal.script import Habit, Stage, stage

NEIGHBOURHOOD = 22
"""Boxes of a neighbourhood, on the average."""
SCHOOL = 5
AROUND_DISTRICT = 26
AROUND_NEIGHBOURHOOD = 90
AROUND_SCHOOL = 200
"""How closely the shares of a neighbourhood, a school and a box follow the next larger whole: the
sum of a beta distribution's two parameters. Together some 11 points, as in the count itself."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a box stands: its neighbourhood and school, numbered over the whole province."""

    neighbourhood: int
    school: int


class City:
    """One drawing of the boxes, which also remembers where each of them stands."""

    def __init__(self, night: CountedNight) -> None:
        self._results = _results(night)
        self._moment = night.steps[0].moment
        self._homes: list[Home] = []
        self._ready: list[int] = []

    def draw(self, random: Random) -> Drawing:
        """All boxes of the province, district by district."""
        self._homes = []
        boxes: list[Box] = []
        for result in self._results:
            boxes += self._district(result, random)
            yield
        # When a neighbourhood's sacks are ready has nothing to do with any agency.
        count = self._homes[-1].neighbourhood + 1
        self._ready = [random.randrange(1000) for _ in range(count)]
        return tuple(boxes)

    def order(
        self, boxes: Sequence[Box], own: Habit, contenders: Sequence[str], random: Random
    ) -> list[int]:
        """Neighbourhood after neighbourhood, their schools apart, their boxes nearly together."""
        own_way = [random.randrange(1000) for _ in self._ready]
        schools = [random.randint(-200, 200) for _ in range(self._homes[-1].school + 1)]

        def score(position: int) -> int:
            home = self._homes[position]
            neighbourhood = self._ready[home.neighbourhood] + own_way[home.neighbourhood]
            return neighbourhood // 2 + schools[home.school] + random.randint(-20, 20)

        scores = [score(position) for position in range(len(boxes))]
        return sorted(range(len(boxes)), key=scores.__getitem__)

    def _district(self, result: CountedStep, random: Random) -> list[Box]:
        count = result.boxes
        sizes = [random.randint(700, 1000) for _ in range(count)]
        registered = apportion(result.registered, sizes)
        cast_share = 1000 * result.cast // result.registered
        shares = [votes / max(1, sum(result.votes)) for votes in result.votes]
        boxes: list[Box] = []
        here, school = shares, shares
        for at in range(count):
            if at == 0 or random.randrange(NEIGHBOURHOOD) == 0:
                here = _near(shares, AROUND_DISTRICT, random)
                self._settle(new_neighbourhood=True)
                school = _near(here, AROUND_NEIGHBOURHOOD, random)
            elif random.randrange(SCHOOL) == 0:
                school = _near(here, AROUND_NEIGHBOURHOOD, random)
                self._settle(new_neighbourhood=False)
            else:
                self._homes.append(self._homes[-1])
            here_cast = registered[at] * min(1000, cast_share + random.randint(-80, 80)) // 1000
            valid = here_cast * random.randint(945, 990) // 1000
            drawn = _near(school, AROUND_SCHOOL, random)
            votes = apportion(valid, [int(share * 1_000_000) for share in drawn])
            boxes.append(Box(result.place, self._moment, registered[at], here_cast, tuple(votes)))
        return boxes

    def _settle(self, *, new_neighbourhood: bool) -> None:
        last = self._homes[-1] if self._homes else Home(-1, -1)
        neighbourhood = last.neighbourhood + new_neighbourhood
        self._homes.append(Home(neighbourhood, last.school + 1))


def city(*, by_neighbourhood: bool = True) -> Stage:
    """The rehearsal's election on boxes of its own, with agencies that leave little out.

    Without ``by_neighbourhood`` each agency opens its boxes as they come.
    """
    usual = stage()
    folder = catalog.resource("rehearsal")
    name = usual.election.id
    night = read_night(folder / f"{name}.csv", folder / f"{name}.others.csv", OTHERS)
    drawn = City(night)
    whole, named = usual.habits
    habits = (
        replace(
            whole,
            every=10,
            late=0,
            away=(0, 1, 1),
            named=(len(whole.lists), len(whole.lists)),
            others=100,
            opened_share=100,
            opened_boxes=0,
            votes=30,
            province_votes=50,
        ),
        replace(
            named,
            every=10,
            late=1,
            away=(2, 10, 20),
            named=(3, 4),
            opened_share=90,
            opened_boxes=10,
            votes=10,
        ),
    )
    return replace(
        usual, habits=habits, draw=drawn.draw, order=drawn.order if by_neighbourhood else any_order
    )


def any_order(
    boxes: Sequence[Box], own: Habit, contenders: Sequence[str], random: Random
) -> list[int]:
    """Boxes as they come, one having nothing to do with the next."""
    return random.sample(range(len(boxes)), len(boxes))


def _results(night: CountedNight) -> list[CountedStep]:
    """Each district's final result."""
    found: dict[str, CountedStep] = {}
    for step in night.steps:
        known = found.get(step.place)
        if known is None:
            found[step.place] = step
            continue
        found[step.place] = CountedStep(
            step.place,
            max(known.moment, step.moment),
            known.boxes + step.boxes,
            known.registered + step.registered,
            known.cast + step.cast,
            tuple(one + other for one, other in zip(known.votes, step.votes, strict=True)),
        )
    return list(found.values())


def _near(shares: Sequence[float], closeness: int, random: Random) -> list[float]:
    """Shares drawn around others: the first against the rest, then the second, and so on."""
    left, left_before = 1.0, 1.0
    drawn = []
    for share in shares[:-1]:
        part = share / left_before if left_before > 0 else 0.0
        if 0 < part < 1:
            part = random.betavariate(part * closeness, (1 - part) * closeness)
        drawn.append(left * part)
        left -= left * part
        left_before -= share
    return [*drawn, left]
