"""Law and practice by day: closing hours, the ban, the law of seats."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.country import law
from desk.country.law import ban, polls_close, quota, seats_law
from desk.country.places import named, regions

FIVE, FOUR = time(17), time(16)


def test_32_provinces_close_earlier_where_an_election_says_so() -> None:
    assert len(law.eastern()) == 32
    assert {"p44", "p2", "p69"} <= law.eastern()
    assert "p34" not in law.eastern()


@pytest.mark.parametrize(
    ("day", "malatya"),
    [
        ("2014-03-30", FOUR),
        ("2014-08-10", FIVE),
        ("2015-06-07", FIVE),
        ("2015-11-01", FOUR),
        ("2017-04-16", FOUR),
        ("2018-06-24", FIVE),
        ("2019-03-31", FOUR),
        ("2019-06-23", FIVE),
        ("2023-05-14", FIVE),
        ("2023-05-28", FIVE),
        ("2024-03-31", FOUR),
        ("2024-06-02", FIVE),
        # Not held yet: by the pattern.
        ("2028-05-14", FIVE),
        ("2029-03-25", FOUR),
    ],
)
def test_polls_close(day: str, malatya: time) -> None:
    when = date.fromisoformat(day)
    for place in ("p44", *(one.id for one in regions().values() if one.within == "p44")):
        assert polls_close(place, when) == malatya
    for place in ("p34", "d128", "tr", "abroad", "customs"):
        assert polls_close(place, when) == FIVE


def test_a_town_closes_with_its_province() -> None:
    (akpazar,) = named("Akpazar")
    assert polls_close(akpazar.id, date(2024, 3, 31)) == FOUR
    assert polls_close(akpazar.id, date(2024, 6, 2)) == FIVE


@pytest.mark.parametrize(
    ("day", "lifted"),
    [
        ("2017-04-16", time(18, 0)),
        ("2019-06-23", time(19, 15)),
        ("2023-05-14", time(18, 30)),
        ("2023-05-28", time(18, 15)),
        ("2024-06-02", time(19, 0)),
        ("2024-03-31", None),
        ("2029-03-25", None),
    ],
)
def test_the_ban(day: str, lifted: time | None) -> None:
    found = ban(date.fromisoformat(day))
    assert (found.until, found.official_until, found.lifted) == (time(18), time(21), lifted)


@pytest.mark.parametrize(
    ("day", "threshold", "alliances", "two_steps"),
    [
        ("2015-06-07", 10, False, False),
        ("2015-11-01", 10, False, False),
        ("2018-06-24", 10, True, True),
        ("2023-05-14", 7, True, False),
        ("2028-05-14", 7, True, False),
    ],
)
def test_the_law_of_the_year(day: str, threshold: int, alliances: bool, two_steps: bool) -> None:
    found = seats_law(date.fromisoformat(day))
    assert (found.threshold, found.alliances, found.two_steps) == (threshold, alliances, two_steps)


@pytest.mark.parametrize(
    ("population", "members", "of_quota"),
    [(9999, 9, 1), (20000, 11, 1), (100001, 31, 3), (1000000, 45, 5), (1000001, 55, 6)],
)
def test_members_of_a_council(population: int, members: int, of_quota: int) -> None:
    assert law.members(population) == members
    assert quota(members) == of_quota
