"""The election as data: Istanbul's facts as the electoral council has them, and files that err."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from desk.facts import catalog
from desk.facts.election import (
    GREY,
    OFF_BALLOT,
    OTHERS,
    Agency,
    Contender,
    Election,
    Party,
    PlaceKind,
    before_others,
    from_json,
)
from tests.desk.conftest import at

Data = dict[str, Any]


@pytest.fixture
def data() -> Data:
    """Istanbul's election file, to be spoilt."""
    path = catalog.elections()["istanbul-2024"]
    loaded: Data = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def test_istanbul_has_39_districts_that_sum_to_the_province(election: Election) -> None:
    assert len(election.districts) == 39
    (province,) = election.provinces
    assert (province.name, province.boxes, province.registered) == ("İstanbul", 33_273, 11_322_895)
    assert sum(place.boxes or 0 for place in election.districts) == province.boxes
    assert sum(place.registered or 0 for place in election.districts) == province.registered
    assert all(place.boxes and place.registered for place in election.places)


def test_istanbul_has_three_contests_and_the_agencies_of_the_night(election: Election) -> None:
    assert [contest.id for contest in election.contests] == [
        "ibb",
        "ilce-baskanligi",
        "ilce-meclisi",
    ]
    assert [agency.code for agency in election.agencies] == ["AA", "ANKA", "YSK"]
    assert [agency.code for agency in election.agencies if agency.official] == ["YSK"]
    assert election.moment(election.polls_close) == at("17:00")
    assert election.tzinfo.key == "Europe/Istanbul"


def test_every_contender_has_a_party_with_a_colour_and_a_place_on_the_ballot(
    election: Election,
) -> None:
    for contest in election.contests:
        for contender in contest.contenders:
            party = election.party(contender.party)
            assert len(party.colour) == 7 and int(party.colour[1:], 16) >= 0
        assert contest.shown[-1] == OTHERS


def test_contenders_stand_in_ballot_order_and_others_last(election: Election) -> None:
    contest = election.contest("ibb")
    ballots = [election.party(contender.party).ballot for contender in contest.contenders]
    assert ballots == sorted(ballots)
    assert contest.rank("ak_parti") == 0
    assert contest.rank(OTHERS) == len(contest.contenders)
    assert contest.contender(OTHERS).code == OTHERS


def test_a_label_is_the_party_or_the_independent_by_name(election: Election) -> None:
    assert election.label("ibb", "ak_parti") == "AKP"
    assert election.label("ibb", OTHERS) == "Diğer"
    assert election.label("ibb", "bagimsiz") == "Bağımsız"
    assert election.label("ibb", "bagimsiz-yuksel-ozden") == "Yüksel Özden"
    assert election.contest("ibb").contender("chp").surname == "İmamoğlu"
    assert election.contest("ilce-meclisi").contender("chp").surname is None


@pytest.mark.parametrize(
    "look_up",
    [
        lambda e: e.contest("x"),
        lambda e: e.place("x"),
        lambda e: e.party("x"),
        lambda e: e.agency("x"),
        lambda e: e.contest("ibb").contender("x"),
    ],
)
def test_what_is_not_there_is_a_key_error(
    election: Election, look_up: Callable[[Election], object]
) -> None:
    with pytest.raises(KeyError):
        look_up(election)


def test_a_clock_before_noon_is_the_morning_after(election: Election) -> None:
    assert election.moment(time(19, 25)) == at("19:25")
    assert election.moment(time(12, 0)) == at("12:00")
    assert election.moment(time(0, 20)) == at("00:20", "2024-04-01")
    assert election.is_on_air(at("12:00"))
    assert election.is_on_air(at("11:59", "2024-04-01"))
    assert not election.is_on_air(at("12:00", "2024-04-01"))
    assert not election.is_on_air(at("11:59"))


def test_an_agency_and_a_contender_join_without_touching_the_rest(election: Election) -> None:
    wider = election.with_agency(Agency("IHA", "İhlas Haber Ajansı"))
    assert wider.agency("IHA").name == "İhlas Haber Ajansı"
    assert len(election.agencies) == 3

    party = Party("yeni", "Yeni", "Yeni Parti")
    wider = election.with_contender("ibb", Contender("yeni", "yeni", "Ada Deniz"), party)
    assert wider.contest("ibb").shown[-2:] == ("yeni", OTHERS)
    assert wider.party("yeni") == party
    assert wider.contest("ilce-meclisi") == election.contest("ilce-meclisi")


def test_a_row_joins_ahead_of_others() -> None:
    assert before_others(("chp", OTHERS), "dem") == ("chp", "dem", OTHERS)
    assert before_others(("chp",), "dem") == ("chp", "dem")
    assert before_others(("chp", OTHERS), "chp") == ("chp", OTHERS)
    assert before_others(("chp",), OTHERS) == ("chp", OTHERS)


def test_what_an_election_file_leaves_out_has_a_plain_default(data: Data) -> None:
    party = data["parties"][0]
    for name in ("aliases", "colour", "ballot"):
        del party[name]
    del data["places"][0]["boxes"]
    election = from_json(data)
    first = election.parties[0]
    assert (first.aliases, first.colour, first.ballot) == ((), GREY, OFF_BALLOT)
    assert election.places[0].boxes is None


def test_the_kind_of_a_place_is_one_of_two(election: Election) -> None:
    assert {place.kind for place in election.places} == set(PlaceKind)


def without(name: str) -> Callable[[Data], object]:
    return lambda data: data.pop(name)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data.update(format=2), "format 2"),
        (without("format"), "format None"),
        (without("date"), "lacks 'date'"),
        (without("places"), "lacks 'places'"),
        (lambda data: data["places"][3].pop("name"), "lacks 'name'"),
        (lambda data: data.update(date="31.03.2024"), "31.03.2024"),
        (lambda data: data.update(zone="Europe/Constantinople"), "Europe/Constantinople"),
        (lambda data: data.update(zone="../zone"), "../zone"),
        (lambda data: data.update(places=[]), "no place"),
        (lambda data: data["places"].append(data["places"][0]), "place twice"),
        (lambda data: data["places"][0].update(name=""), "place without a name"),
        (lambda data: data["places"][0].update(kind="village"), "village"),
        (lambda data: data["places"][0].update(boxes="118"), "'118'"),
        (lambda data: data["places"][0].update(boxes=118.0), "118.0"),
        (lambda data: data["places"][0].update(registered=-1), "-1"),
        (lambda data: data["agencies"].append(data["agencies"][0]), "agency twice"),
        (lambda data: data["contests"].append(data["contests"][0]), "contest twice"),
        (lambda data: data["contests"][0].update(title=""), "no title"),
        (lambda data: data["contests"][0]["shown"].append("nobody"), "nobody"),
        (
            lambda data: data["contests"][0]["contenders"].append({"code": "x", "party": "nobody"}),
            "nobody",
        ),
        (
            lambda data: data["contests"][0]["contenders"].append(
                data["contests"][0]["contenders"][0]
            ),
            "contender twice",
        ),
        (
            lambda data: data["contests"][0]["contenders"].append({"code": OTHERS, "party": "chp"}),
            "contender twice",
        ),
    ],
)
def test_a_file_that_errs_is_named_for_its_error(
    data: Data, spoil: Callable[[Data], object], reason: str
) -> None:
    spoil(data)
    with pytest.raises(ValueError, match=reason.replace(".", r"\.")):
        from_json(data)
