"""NightAnswers over a grid of kinds, places, levels, contests: all that is made holds together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.country.places import children, province_of, provinces, regions
from desk.facts import election_file
from desk.facts.codes import Code, Refusal
from desk.facts.election import OTHERS, ContestKind, Election, PartyKind
from desk.facts.people import stands
from desk.nights import loading, making
from desk.nights.answers import Level, NightAnswers, NightKind, OwnPlace, PlaceKind, StandingRow

DAY = date(2029, 3, 25)
UNITS = sorted(one.id for one in regions().values() if one.kind in ("district", "town"))
PROVINCES = [one.id for one in provinces()]


def made(kind: NightKind, places: tuple[str, ...], day: date = DAY, **more: object) -> Election:
    """The election of answers, which must be without fault."""
    data = making.to_file(replace(NightAnswers(kind, day, places), **more))  # type: ignore[arg-type]
    assert loading.faults(data) == []
    return loading.of(data).election


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("kind", list(NightKind))
@pytest.mark.parametrize("places", [("p6",), ("p17",), ("p34", "p44"), ("tr",), ("d128", "p11")])
def test_whatever_is_asked_holds_together(
    kind: NightKind, places: tuple[str, ...], level: Level
) -> None:
    try:
        election = made(kind, places, level=level)
    except Refusal as refusal:
        # Mayors have no whole: with provinces alone nothing of theirs is held.
        assert refusal.code is Code.E184
        assert level is Level.PROVINCE and kind is NightKind.BY_ELECTION
        return
    assert election.contests and election.agencies
    for contest in election.contests:
        assert election.held(contest.id)
        known = {*contest.shown} - {OTHERS}
        assert known <= {one.code for one in contest.contenders}
        for place in election.held(contest.id):
            if place.kind in (PlaceKind.DISTRICT, PlaceKind.TOWN, PlaceKind.PROVINCE):
                assert election.boxes(contest.id, place.name)
                assert election.registered(contest.id, place.name)


@given(
    places=st.lists(st.sampled_from(UNITS + PROVINCES), min_size=1, max_size=6, unique=True),
    kind=st.sampled_from([NightKind.LOCAL, NightKind.REFERENDUM, NightKind.PARLIAMENTARY]),
)
def test_places_at_random_hold_together(places: list[str], kind: NightKind) -> None:
    try:
        election = made(kind, tuple(places))
    except Refusal as refusal:
        assert refusal.code is Code.E184
        assert kind.is_national and any(regions()[one].kind == "town" for one in places)
        return
    ids = {place.id for place in election.places}
    assert set(places) <= ids
    assert {one.id for place in places if (one := province_of(place))} <= ids
    assert len({place.name for place in election.places}) == len(election.places)
    for place in election.places:
        assert election.province_of(place.name) is not None


def test_a_district_has_its_towns_voters_for_mayor_and_all_its_voters_for_the_council() -> None:
    election = made(NightKind.LOCAL, ("p17", "t3593"))
    names = {place.id: place.name for place in election.places}
    centre, kepez = names["d128"], names["t3593"]
    assert (election.boxes("bb", centre), election.registered("bb", centre)) == (311, 102_946)
    assert (election.boxes("igm", centre), election.registered("igm", centre)) == (476, 147_685)
    assert election.registered("bb", kepez) == 27_577
    assert not election.is_held("igm", kepez)
    assert len(election.held("igm")) == 11


def test_names_that_repeat_are_told_apart() -> None:
    election = made(NightKind.LOCAL, ("p17", "p11"))
    assert {"Merkez (Bilecik)", "Merkez (Çanakkale)"} <= {place.name for place in election.places}
    assert "Merkez" in {place.name for place in made(NightKind.LOCAL, ("p17",)).places}


@pytest.mark.parametrize(
    ("places", "hours"),
    [
        (("p17", "p11", "p44"), {17: 2, 16: 1}),
        (("p44",), {16: 1}),
        (("p6", "p34"), {17: 2}),
    ],
)
def test_polls_close_where_the_law_says(places: tuple[str, ...], hours: dict[int, int]) -> None:
    election = made(NightKind.LOCAL, places)
    contest = election.contests[-2].id
    told = {
        place.name: election.closing(contest, place.name).hour
        for place in election.places
        if place.kind is not PlaceKind.PROVINCE
    }
    for place in election.places:
        if place.kind is PlaceKind.PROVINCE:
            hour = election.closing(contest, place.name).hour
            inside = {told[one.name] for one in election.inside(place.name) if one.name in told}
            assert inside == {hour}
    found = [election.closing(contest, place.name).hour for place in election.provinces]
    assert {hour: found.count(hour) for hour in found} == hours
    typed = made(NightKind.LOCAL, places, polls_close=time(18))
    assert {typed.closing(contest, place.name) for place in typed.places} == {time(18)}


def test_a_second_round_is_told_by_its_day_and_has_the_two_first() -> None:
    found = made(NightKind.PRESIDENTIAL, ("tr",), date(2023, 5, 28), level=Level.PROVINCE)
    people = [one.candidate for one in found.contest("cb").contenders]
    assert people == ["Recep Tayyip Erdoğan", "Kemal Kılıçdaroğlu"]
    assert found.name_tr == "Cumhurbaşkanlığı seçimi 2. tur, 28 Mayıs 2023"
    # 2018 was decided in the first round, and a first round is nobody's second.
    for day in (date(2018, 7, 8), date(2023, 5, 14), date(2028, 5, 14)):
        assert made(NightKind.PRESIDENTIAL, ("p6",), day).contest("cb").contenders == ()


def test_a_referendum_has_two_answers_and_no_others() -> None:
    election = made(NightKind.REFERENDUM, ("p6",))
    contest = election.contest("ref")
    assert [election.label("ref", one.code) for one in contest.contenders] == ["Evet", "Hayır"]
    assert contest.shown == ("evet", "hayir")
    assert {party.kind for party in election.parties} == {PartyKind.CHOICE}
    assert len(election.places) == 26


def test_seats_of_parliament_are_those_of_the_newest_list() -> None:
    election = made(NightKind.PARLIAMENTARY, ("tr",), date(2028, 5, 14), level=Level.PROVINCE)
    seats = [election.seats("mv", place.name) for place in election.places]
    assert sum(count for count in seats if count) == 600
    parts = [place for place in election.places if place.kind is PlaceKind.CONSTITUENCY]
    assert len(parts) == 10 and all(election.seats("mv", place.name) for place in parts)


@pytest.mark.parametrize("province", PROVINCES)
def test_whoever_had_half_a_per_cent_stands_again(province: str) -> None:
    """Reckoned here a second time, from the council's own counts."""
    from desk.country import results
    from desk.country.results import Held

    if not regions()[province].metropolitan:
        return
    election = made(NightKind.LOCAL, (province,), contests=(ContestKind.BBB,))
    held = Held(date(2024, 3, 31), "bbb")
    counted = [results.counted(held, one.id) for one in children(province)]
    valid = sum(one.valid for one in counted if one)
    votes: dict[str, int] = {}
    for one in counted:
        for code, count in (one.votes if one else {}).items():
            votes[code] = votes.get(code, 0) + count
    enough = {code for code, count in votes.items() if count * 200 >= valid}
    standing = [one.code for one in election.contest("bbb").contenders]
    assert set(standing) == enough
    assert standing == sorted(standing, key=lambda code: -votes[code])


def test_without_a_place_there_is_no_night() -> None:
    with pytest.raises(Refusal) as refused:
        making.to_file(NightAnswers(NightKind.LOCAL, DAY))
    assert refused.value.code is Code.E185


def test_a_count_of_ones_own_has_places_of_ones_own() -> None:
    own = (
        OwnPlace("g", "Genel merkez", PlaceKind.COUNTRY),
        OwnPlace("m", "Marmara", PlaceKind.DISTRICT, "g", 12, 3_400),
        OwnPlace("e", "Ege", PlaceKind.DISTRICT, "g"),
    )
    rows = (
        StandingRow("other", candidate="Ayşe Kaya"),
        StandingRow("other", party="beyaz", short="Beyaz", name="Beyaz Liste"),
    )
    election = made(NightKind.OTHER, (), own=own, standing=rows, name="Genel kurul")
    assert election.name_tr == election.name_en == "Genel kurul"
    assert [place.name for place in election.held("other")] == ["Genel merkez", "Marmara", "Ege"]
    assert election.boxes("other", "Marmara") == 12 and election.boxes("other", "Ege") is None
    assert [election.label("other", one.code) for one in election.contest("other").contenders] == [
        "Ayşe Kaya",
        "Beyaz",
    ]


def test_numbers_that_were_typed_go_before_the_lists() -> None:
    own = (OwnPlace("d128", "Merkez", PlaceKind.DISTRICT, boxes=320, registered=99, known=True),)
    election = made(NightKind.LOCAL, ("p17",), own=own)
    assert [election.boxes(one.id, "Merkez") for one in election.contests] == [320] * 3


def test_a_person_of_one_place_stands_there_alone() -> None:
    rows = (
        StandingRow("bb", "d128", "chp", "Ali Kaya"),
        StandingRow("bb", "d89", "", "Can Er"),
        StandingRow("bb", "", "ak_parti"),
    )
    data = making.to_file(NightAnswers(NightKind.LOCAL, DAY, ("p17",), standing=rows))
    loaded = loading.of(data)
    told = [(one.place, one.party, one.name) for one in loaded.people]
    assert told == [("Merkez", "chp", "Ali Kaya"), ("Biga", "can_er", "Can Er")]
    assert loaded.election.label("bb", "can_er") == "Can Er"
    assert [one.candidate for one in loaded.election.contest("bb").contenders] == [None] * 3
    assert loading.of(loading.to_json(loaded)) == loaded
    assert stands(loaded.election, "bb", "can_er", "Biga")
    assert not stands(loaded.election, "bb", "can_er", "Merkez")


def test_each_metropolis_has_its_own_list_and_whoever_is_on_all_stands_everywhere() -> None:
    """Of a place without a list of its own everybody stands; a row without a place is on all."""
    rows = [
        ("p34", "chp", "Ada Kaya"), ("p34", "tip", "Can Su"), ("p6", "chp", "Ece Ay"),
        ("p6", "buyuk_birlik", "Su Ak"), ("", "dem_parti", ""),
    ]  # fmt: skip
    standing = tuple(
        StandingRow("bbb", place, party=party, candidate=name) for place, party, name in rows
    )
    election = made(NightKind.LOCAL, ("p34", "p6", "p16"), standing=standing)
    lists = {
        place: {one.code for one in election.contest("bbb").contenders
                if stands(election, "bbb", one.code, place)}
        for place in ("İstanbul", "Ankara", "Bursa", "Kadıköy", "Çankaya")
    }  # fmt: skip
    istanbul, ankara = {"chp", "tip", "dem_parti"}, {"chp", "buyuk_birlik", "dem_parti"}
    assert lists == {
        "İstanbul": istanbul, "Kadıköy": istanbul, "Ankara": ankara, "Çankaya": ankara,
        "Bursa": istanbul | ankara,
    }  # fmt: skip
    assert election_file.from_json(election_file.to_json(election)) == election


def test_in_a_by_election_candidates_say_where_a_contest_is_held() -> None:
    rows = (StandingRow("bb", "d128", "chp"), StandingRow("bb", "t3593", "ak_parti"))
    election = made(NightKind.BY_ELECTION, ("d128", "t3593", "d89"), standing=rows)
    assert {place.id for place in election.held("bb")} == {"d128", "t3593"}
    assert {place.id for place in election.held("bm")} == {"d128", "t3593", "d89"}


def test_in_a_by_election_a_provinces_districts_vote_with_it_and_no_town_with_its_district() -> (
    None
):
    rows = (
        StandingRow("bbb", "p6", "chp", "Ada Deniz"),
        StandingRow("bbb", "p6", "ak_parti", "Can Kaya"),
        StandingRow("bb", "d128", "chp"),
    )
    places = ("p6", "p34", "d128", "t3593")
    contests = (ContestKind.BBB, ContestKind.BB)
    election = made(NightKind.BY_ELECTION, places, standing=rows, contests=contests)
    held = election.held("bbb")
    assert len(held) == 26 and {election.province_of(one.name).id for one in held} == {"p6"}  # type: ignore[union-attr]
    assert [one.id for one in election.held("bb")] == ["d128"]


def test_agencies_are_known_by_any_of_their_names() -> None:
    assert making.agency("anadolu ajansı")["code"] == "AA"
    assert making.agency("ysk")["official"] is True
    assert making.agency("Yerel Ajans") == {
        "code": "Yerel Ajans",
        "name": "Yerel Ajans",
        "aliases": [],
        "official": False,
    }


def test_who_stands_for_president_is_called_by_the_surname_nobody_else_has() -> None:
    names = ("Ayşe Kaya", "Ali Kaya", "Can Er")
    standing = tuple(StandingRow("cb", candidate=name) for name in names)
    election = made(NightKind.PRESIDENTIAL, ("tr",), level=Level.PROVINCE, standing=standing)
    labels = [election.label("cb", one.code) for one in election.contest("cb").contenders]
    assert labels == ["Ayşe Kaya", "Ali Kaya", "Er"]
    assert "Can Er" in election.party("can_er").aliases
