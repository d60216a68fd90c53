"""What the council counted: the official sums, place by place and whole by whole."""

from __future__ import annotations

from datetime import date

import pytest

from desk.country import results
from desk.country.places import COUNTRY, regions
from desk.country.results import Held, counted, held, latest, voting

ISTANBUL = "p34"
HILVAN = "d290"


def on(day: str, kind: str) -> Held:
    found = Held(date.fromisoformat(day), kind)
    assert found in held()
    return found


@pytest.mark.parametrize(
    ("day", "kind", "place", "code", "votes"),
    [
        ("2019-06-23", "bbb", ISTANBUL, "chp", 4742082),
        ("2019-06-23", "bbb", ISTANBUL, "ak_parti", 3936068),
        ("2019-03-31", "bbb", ISTANBUL, "chp", 4169765),
        ("2019-03-31", "bbb", ISTANBUL, "ak_parti", 4156036),
        ("2024-03-31", "bbb", ISTANBUL, "chp", 4438727),
        ("2024-03-31", "bbb", ISTANBUL, "ak_parti", 3431871),
        ("2023-05-28", "cb", COUNTRY, "recep_tayyip_erdogan", 27834589),
        ("2023-05-28", "cb", COUNTRY, "kemal_kilicdaroglu", 25504724),
        ("2023-05-14", "cb", COUNTRY, "recep_tayyip_erdogan", 27133849),
        ("2017-04-16", "ref", COUNTRY, "evet", 25157463),
        ("2017-04-16", "ref", COUNTRY, "hayir", 23779141),
    ],
)
def test_official_sums(day: str, kind: str, place: str, code: str, votes: int) -> None:
    found = counted(on(day, kind), place)
    assert found and found.votes[code] == votes


def test_official_boxes_and_voters() -> None:
    istanbul = counted(on("2024-03-31", "bbb"), ISTANBUL)
    assert istanbul and istanbul.boxes == 33273
    towns = [
        found
        for place in results.places_of(on("2024-03-31", "bb"))
        if place.startswith("t") and (found := counted(on("2024-03-31", "bb"), place))
    ]
    assert len(towns) == 390
    assert sum(town.registered or 0 for town in towns) == 900599
    assert sum(town.boxes or 0 for town in towns) == 3370


@pytest.mark.parametrize(
    ("kind", "district", "boxes", "voters"),
    [("igm", "d128", 476, 147685), ("bb", "d128", 311, 102946)],
)
def test_villages_vote_for_the_province_and_not_for_the_town(
    kind: str, district: str, boxes: int, voters: int
) -> None:
    _, found = latest(kind, [district])[district]
    assert (found.boxes, found.registered) == (boxes, voters)


@pytest.mark.parametrize("contest", held(), ids=lambda contest: f"{contest.day}-{contest.kind}")
def test_every_row_holds_together(contest: Held) -> None:
    places = results.places_of(contest)
    assert places and set(places) <= set(regions())
    for place in places:
        found = counted(contest, place)
        assert found
        assert found.cast == found.valid + found.invalid
        assert found.independents >= 0
        if contest.kind in {"cb", "ref"}:
            assert found.independents == 0
        if place in {"abroad", "customs"}:
            assert found.boxes is None
        else:
            assert found.boxes
            assert found.registered is not None


@pytest.mark.parametrize("contest", held(), ids=lambda contest: f"{contest.day}-{contest.kind}")
def test_wholes_are_the_sums_of_their_parts_where_there_are_wholes(contest: Held) -> None:
    whole = counted(contest, COUNTRY)
    if contest.kind not in {"cb", "mv", "ref"}:
        assert whole is None
        return
    assert whole
    inside, outside = results.inside(contest), results.outside(contest)
    assert inside and outside
    assert inside.valid + outside.valid == whole.valid
    provinces = [
        found for place in regions() if place.startswith("p") and (found := counted(contest, place))
    ]
    assert sum(found.valid for found in provinces) == inside.valid


def test_a_province_has_no_mayor_of_its_own_but_a_metropolitan_one() -> None:
    mayors = on("2024-03-31", "bb")
    assert counted(mayors, ISTANBUL) is None
    metropolitan = on("2024-03-31", "bbb")
    held_there = {
        place for place, one in regions().items() if one.kind == "province" and one.metropolitan
    }
    assert len(held_there) == 30
    for place, one in regions().items():
        if one.kind == "province":
            assert (counted(metropolitan, place) is not None) == (place in held_there)


def test_provinces_councils_are_voted_for_elsewhere_and_not_on_the_two_islands() -> None:
    places = results.places_of(on("2024-03-31", "igm"))
    others = [one for one in regions().values() if one.kind == "district" and not one.metropolitan]
    missing = [one.name for one in others if one.id not in places]
    assert (len(places), sorted(missing)) == (452, ["Bozcaada", "Gökçeada"])


def test_who_did_not_stand_is_no_nought() -> None:
    manisa = counted(on("2024-03-31", "bbb"), "p45")
    assert manisa and "ak_parti" not in manisa.votes
    assert "mhp" in manisa.votes
    metropolitan = on("2024-03-31", "bbb")
    for place in results.places_of(metropolitan):
        district, whole = (
            counted(metropolitan, place),
            counted(metropolitan, regions()[place].within),
        )
        assert district and whole
        assert set(district.votes) == set(whole.votes)


def test_the_last_contest_of_each_place_counts() -> None:
    found = latest("bb", [HILVAN, "d128"])
    assert found[HILVAN][0].day == date(2024, 6, 2)
    assert found["d128"][0].day == date(2024, 3, 31)
    assert latest("bb", [HILVAN], date(2024, 6, 2))[HILVAN][0].day == date(2024, 3, 31)
    assert latest("bb", [HILVAN], date(2014, 3, 30)) == {}
    assert latest("bbb", [ISTANBUL], date(2024, 3, 31))[ISTANBUL][0].day == date(2019, 6, 23)


def test_places_that_vote_are_those_of_the_last_lists() -> None:
    assert len(voting("bb", "p17")) == 12 + 11
    assert len(voting("igm", "p17")) == 10
    assert len(voting("bb", COUNTRY)) == 973 + 390
    assert len(voting("cb", COUNTRY)) == 973 + 2
    assert voting("bbb", "p17") == ()
    assert len(voting("bbb", COUNTRY)) == 519


def test_contenders_of_last_time_by_todays_codes() -> None:
    canakkale = results.contenders("bb", ["p17"])
    assert canakkale[:2] == ("chp", "ak_parti")
    parliament = results.contenders("mv", [ISTANBUL])
    assert "dem_parti" in parliament
    assert not {"yesil_sol_parti", "cumhur_ittifaki", "bagimsiz", "rest"} & set(parliament)
    for places in (["p17"], [ISTANBUL], ["d128", "p6"]):
        found = latest("mv", {part for place in places for part in voting("mv", place)})
        valid = sum(one.valid for _, one in found.values())
        chp = sum(one.votes["chp"] for _, one in found.values())
        assert "chp" in results.contenders("mv", places, least=(chp, valid))
        assert "chp" not in results.contenders("mv", places, least=(chp + 1, valid))


def test_where_a_kind_is_held() -> None:
    assert results.is_held("bbb", ISTANBUL) and not results.is_held("igm", ISTANBUL)
    assert results.is_held("igm", "p17") and not results.is_held("bbb", "p17")
    assert results.is_held("bb", "d128") and not results.is_held("bb", "p17")
    assert results.is_held("mv", "abroad") and not results.is_held("bm", "abroad")
