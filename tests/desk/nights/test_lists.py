"""Boxes, voters, seats and hours from the last lists, against the council's own sums."""

from __future__ import annotations

from datetime import date, time

import pytest

from desk.country import results
from desk.country.places import below, children, provinces
from desk.country.results import Held
from desk.facts.election import ContestKind
from desk.nights import lists
from desk.nights.lists import listed

BB, BBB, CB, IGM, MV, OTHER, REF = (
    ContestKind(kind) for kind in ("bb", "bbb", "cb", "igm", "mv", "other", "ref")
)
DAY = date(2029, 3, 25)


@pytest.mark.parametrize("province", provinces(), ids=lambda one: one.id)
def test_a_whole_is_the_sum_of_its_parts(province: object) -> None:
    place = province.id  # type: ignore[attr-defined]
    contest = BBB if province.metropolitan else IGM  # type: ignore[attr-defined]
    held = Held(date(2024, 3, 31), contest.value)
    counted = results.counted(held, place)
    assert counted is not None
    found = listed(contest, place, DAY)
    assert (found.boxes, found.registered) == (counted.boxes, counted.registered)
    assert found.day == held.day


def test_the_newest_list_of_the_whole_country_counts_for_all_of_its_contests() -> None:
    for contest in (CB, MV, REF):
        assert listed(contest, "d128", DAY).day == date(2023, 5, 28)
    assert listed(CB, "d128", date(2018, 6, 24)).day == date(2018, 6, 24)
    assert listed(OTHER, "d128", DAY).day == date(2024, 3, 31)
    assert listed(CB, "abroad", DAY).boxes is None
    assert listed(BB, "p17", DAY) == lists.Listed()


def test_before_all_lists_any_is_better_than_none() -> None:
    assert listed(BB, "d128", date(2010, 1, 1)).boxes


def test_constituencies_make_up_their_province() -> None:
    parts = [f"c34-{number}" for number in (1, 2, 3)]
    told = [listed(MV, part, DAY) for part in parts]
    whole = listed(MV, "p34", DAY)
    assert sum(one.boxes or 0 for one in told) == whole.boxes
    assert sum(one.registered or 0 for one in told) == whole.registered
    parliament, council = MV, ContestKind.BM
    assert [lists.seats(parliament, part, date(2028, 5, 14)) for part in parts] == [35, 25, 36]
    assert lists.seats(parliament, "p34", DAY) is None
    assert lists.seats(parliament, "p17", DAY) == 4
    # Of councils Istanbul's are known, each of 39 at its size of 2024; nobody else's.
    sizes = [lists.seats(council, one.id, DAY) for one in children("p34")]
    assert len(sizes) == 39 and None not in sizes
    assert all(lists.seats(council, one.id, DAY) is None for one in children("p17"))
    assert lists.seats(BB, "p17", DAY) is None
    assert lists.constituency("c34-1", DAY).province == "p34"


def test_the_east_closes_earlier_where_the_law_has_it() -> None:
    assert lists.closing(["p17", "p44", "d128"], DAY) == (time(17), {"p44": time(16)})
    assert lists.closing(["p44"], DAY) == (time(16), {})
    assert lists.closing(["tr", "p44"], date(2028, 5, 14)) == (time(17), {})
    assert lists.closing([], DAY)[0] == time(17)
    assert lists.closing([one.id for one in below("p44")], DAY)[1] == {}
