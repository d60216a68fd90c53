"""The parliaments there are results of, as they were elected: seats by constituency.

Figures are the council's and the law that of the day; a night's own never enter.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from desk.country import law, results
from desk.country.constituencies import constituencies, year_of
from desk.country.parties import alliances_on, today
from desk.country.results import Held, counted
from desk.country.seats import Parliament, parliament


@cache
def elected(day: date, *, abroad: bool = True) -> Parliament:
    """The parliament elected on a day, with or without the votes from abroad and the customs.

    FileNotFoundError if none was.
    """
    contest, places = Held(day, "mv"), constituencies(year_of(day))
    found = {place: counted(contest, place) for place in places}
    outside = results.outside(contest) if abroad else None
    return parliament(
        {place: one.votes for place, one in found.items() if one},
        {place: one.valid for place, one in found.items() if one},
        {place: one.seats for place, one in places.items()},
        law.seats_law(day),
        alliances_on(day),
        (outside.votes, outside.valid) if outside else None,
    )


def seats_before(day: date, place: str) -> Mapping[str, int] | None:
    """Whom a constituency elected the last time before a day, by the parties' codes of today.

    None where there is none that is made of the same districts.
    """
    held = results.last_held("mv", place, day)
    if held is None:
        return None
    now, then = (constituencies(year_of(one)).get(place) for one in (day, held.day))
    if now is None or then is None or set(now.districts) != set(then.districts):
        return None
    given = elected(held.day).constituencies[place].seats
    return {today(code): count for code, count in given.items()}
