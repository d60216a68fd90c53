"""What a night is set against: by its own places, contenders and day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from desk.country import results
from desk.country.last_time import baseline_of
from desk.country.places import full_name, regions
from desk.country.results import Held
from desk.facts import catalog
from desk.facts.election import (
    Contender,
    Contest,
    ContestKind,
    Election,
    Party,
    PartyKind,
    Place,
    PlaceKind,
)
from desk.facts.last_time import Baseline

ISTANBUL = catalog.load("istanbul-2024")
LOCAL, ROUND = date(2029, 3, 25), date(2028, 5, 14)


def night(
    kind: ContestKind, day: date, ids: list[str], who: dict[str, str], **more: Place
) -> Election:
    """A night of one contest; ``who`` are contenders' parties with their candidates."""
    places = tuple(
        Place(
            full_name(place), PlaceKind(regions()[place].kind), id=place, own=regions()[place].name
        )
        for place in ids
    )
    contenders = tuple(Contender(f"{code}_row", code, name or None) for code, name in who.items())
    contest = Contest("c", "", "", "", contenders, (), kind=kind)
    parties = tuple(Party(code, code, code) for code in who)
    return Election(
        "made",
        "",
        "",
        day,
        "Europe/Istanbul",
        time(17),
        (contest,),
        (*places, *more.values()),
        parties,
        (),
    )


def test_the_shipped_night_says_what_it_always_said() -> None:
    told = baseline_of(ISTANBUL, "ibb")
    assert told.day == "2019-03-31"
    assert set(told.places) == {place.name for place in ISTANBUL.places}
    for name, then in told.places.items():
        assert set(then.votes) == {"chp", "ak_parti", "saadet"}
        assert then.registered
        assert sum(then.votes.values()) <= then.valid <= then.cast <= then.registered, name
    whole = told.places["İstanbul"]
    assert (whole.votes["chp"], whole.votes["ak_parti"]) == (4_169_765, 4_156_036)
    assert told.places["Esenler"].share("ak_parti") == Decimal("63.73")
    assert baseline_of(ISTANBUL, "ilce-meclisi") == Baseline()


def test_the_shipped_night_without_its_province_is_the_same() -> None:
    places = tuple(place for place in ISTANBUL.places if place.kind is PlaceKind.DISTRICT)[:3]
    few = replace(ISTANBUL, places=places)
    for place in places:
        told = baseline_of(few, "ibb").places[place.name]
        assert told == baseline_of(ISTANBUL, "ibb").places[place.name]


def test_without_a_kind_or_a_known_place_there_is_no_last_time() -> None:
    other = replace(ISTANBUL, id="somewhere-else")
    assert baseline_of(other, "ibb") == Baseline()
    race = replace(ISTANBUL.contests[0], kind=ContestKind.BBB)
    assert baseline_of(replace(other, contests=(race,)), "ibb").day == "2019-06-23"
    strange = night(ContestKind.BB, LOCAL, [], {}, one=Place("Ankh", PlaceKind.TOWN))
    assert baseline_of(strange, "c") == Baseline()


def test_rows_are_the_nights_own() -> None:
    made = night(ContestKind.MV, ROUND, ["p1"], {"dem_parti": "", "chp": ""})
    then = baseline_of(made, "c").places["Adana"]
    assert {"dem_parti_row", "chp_row", "ak_parti"} <= set(then.votes)
    assert not {"yesil_sol_parti", "dem_parti", "cumhur_ittifaki"} & set(then.votes)
    assert abs(sum(then.votes.values()) - then.valid) < 100 + then.valid // 50


def test_a_person_who_changed_parties_keeps_the_votes() -> None:
    alone = night(ContestKind.BBB, LOCAL, ["p6"], {"bagimsiz": "Mansur Yavaş"})
    votes = baseline_of(alone, "c").places["Ankara"].votes
    assert votes["bagimsiz_row"] > 0 and "chp" not in votes


def test_the_party_goes_before_the_person_who_left_it() -> None:
    made = night(ContestKind.BBB, LOCAL, ["p6"], {"bagimsiz": "Mansur Yavaş", "chp": "Somebody"})
    votes = baseline_of(made, "c").places["Ankara"].votes
    assert votes["chp_row"] > 0 and "bagimsiz_row" not in votes


@pytest.mark.parametrize(
    ("day", "who", "against"),
    [
        (date(2023, 5, 28), {"a": "Recep Tayyip Erdoğan", "b": "Kemal Kılıçdaroğlu"}, "2023-05-14"),
        (ROUND, {"a": "Recep Tayyip Erdoğan", "b": "One", "c": "Two"}, "2023-05-14"),
        (date(2028, 5, 28), {"a": "One", "b": "Two"}, ""),
    ],
)
def test_two_persons_are_a_second_round(day: date, who: dict[str, str], against: str) -> None:
    told = baseline_of(night(ContestKind.CB, day, ["tr", "p6", "customs"], who), "c")
    assert told.day == against
    if against:
        assert told.places["Türkiye"].votes["a_row"] == 27_133_849
        assert told.places["Gümrük kapıları"].voted is None


def test_only_the_newest_year_stands_beside_a_night() -> None:
    made = night(ContestKind.BB, LOCAL, ["d290", "d128"], {"chp": ""})
    told = baseline_of(made, "c")
    assert told.day == "2024-06-02"
    assert set(told.places) == {"Hilvan", "Merkez (Çanakkale)"}
    before = night(ContestKind.BB, date(2024, 3, 31), ["d290"], {"chp": ""})
    assert baseline_of(before, "c").day == "2019-03-31"


def test_a_constituency_is_set_against_its_districts_of_today() -> None:
    parts = ("d262", "d432")
    place = Place("Ankara-9", PlaceKind.CONSTITUENCY, id="c6-9", parts=parts)
    told = baseline_of(night(ContestKind.MV, ROUND, [], {"chp": ""}, one=place), "c")
    held = Held(date(2023, 5, 14), "mv")
    assert told.places["Ankara-9"].valid == results.together(held, parts).valid


def test_an_alliance_that_stands_as_one_had_what_its_parties_had() -> None:
    """Bilecik and Bayburt in 2023; a member that did not stand adds nothing."""
    day, ids = date(2028, 5, 7), ["p11", "p69"]
    alone = {"ak_parti": "", "mhp": "", "buyuk_birlik": "", "chp": ""}
    apart = baseline_of(night(ContestKind.MV, day, ids, alone), "c")
    one = night(ContestKind.MV, day, ids, {"cumhur": "", "chp": ""})
    members = ("ak_parti", "mhp", "buyuk_birlik", "nobodys")
    alliance = Party("cumhur", "", "", kind=PartyKind.ALLIANCE, members=members)
    folded = baseline_of(replace(one, parties=(alliance, one.parties[1])), "c")
    assert set(folded.places) == set(apart.places) == {"Bilecik", "Bayburt"}
    for place, then in folded.places.items():
        before = apart.places[place].votes
        told = [before[f"{code}_row"] for code in ("ak_parti", "mhp", "buyuk_birlik")]
        assert then.votes["cumhur_row"] == sum(told) > max(told)
        assert then.votes.get("chp_row") == before.get("chp_row")
        assert then.valid == apart.places[place].valid
        assert not {"ak_parti", "mhp", "buyuk_birlik"} & then.votes.keys()
