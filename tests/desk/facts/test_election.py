"""The election as data: Istanbul's as the electoral council has it, and any other night's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from desk.facts.election import (
    OTHERS,
    Agency,
    Contender,
    Contest,
    ContestKind,
    Election,
    Party,
    PartyKind,
    Place,
    PlaceCounts,
    PlaceKind,
    before_others,
)
from desk.facts.nouns import told_apart
from tests.desk.conftest import at


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


def test_a_contender_joins_without_touching_the_rest(election: Election) -> None:
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


def two_provinces() -> Election:
    """Two provinces that both have a *Merkez*, a belde called like a district, and the country."""
    entries = [
        ("TR", "Türkiye", PlaceKind.COUNTRY, ""),
        ("17", "Çanakkale", PlaceKind.PROVINCE, "TR"),
        ("11", "Bilecik", PlaceKind.PROVINCE, "TR"),
        ("301", "Merkez", PlaceKind.DISTRICT, "17"),
        ("302", "Yenice", PlaceKind.DISTRICT, "17"),
        ("303", "Biga", PlaceKind.DISTRICT, "17"),
        ("401", "Merkez", PlaceKind.DISTRICT, "11"),
        ("402", "Söğüt", PlaceKind.DISTRICT, "11"),
        ("501", "Kepez", PlaceKind.TOWN, "301"),
        ("502", "Yenice", PlaceKind.TOWN, "402"),
        ("503", "Gümüşçay", PlaceKind.TOWN, "303"),
        ("504", "Gümüşçay", PlaceKind.TOWN, "302"),
        ("abroad", "Yurt dışı", PlaceKind.ABROAD, "TR"),
        ("customs", "Gümrük", PlaceKind.CUSTOMS, "TR"),
    ]
    places = told_apart(
        Place(name, kind, id=number, within=within) for number, name, kind, within in entries
    )
    chp = Contender("chp", "chp")

    def contest(kind: ContestKind, *held: str, counts: tuple[PlaceCounts, ...] = ()) -> Contest:
        return Contest(
            kind.value, kind.value, kind.value, kind.value, (chp,), ("chp", OTHERS), (), kind,
            held or None, counts,
        )  # fmt: skip

    return Election(
        "two", "İki il", "Two provinces", date(2029, 3, 25), "Europe/Istanbul", time(17),
        (
            contest(ContestKind.CB),
            contest(ContestKind.BB),
            contest(
                ContestKind.IGM, "Çanakkale", "Merkez (Çanakkale)", "Biga",
                counts=(PlaceCounts("Biga", 300, 70_000, time(16), 4),),
            ),
            contest(ContestKind.OTHER),
        ),
        tuple(
            replace(place, boxes=100, registered=30_000) if place.name == "Biga" else place
            for place in places
        ),
        (Party("chp", "CHP", "Cumhuriyet Halk Partisi"),),
        (Agency("AA", "Anadolu Ajansı"),),
    )  # fmt: skip


def names(places: tuple[Place, ...]) -> list[str]:
    return [place.name for place in places]


def test_a_name_that_repeats_says_where_it_lies() -> None:
    assert names(two_provinces().places) == [
        "Türkiye",
        "Çanakkale",
        "Bilecik",
        "Merkez (Çanakkale)",
        "Yenice (Çanakkale)",
        "Biga",
        "Merkez (Bilecik)",
        "Söğüt",
        "Kepez",
        "Yenice (Bilecik)",
        "Gümüşçay (Biga/Çanakkale)",
        "Gümüşçay (Yenice/Çanakkale)",
        "Yurt dışı",
        "Gümrük",
    ]
    alone = told_apart([Place("Merkez", PlaceKind.DISTRICT, within="17", id="301")])
    assert names(alone) == ["Merkez"]


def test_a_province_keeps_its_name_whatever_town_has_it() -> None:
    found = told_apart(
        [
            Place("Sivas", PlaceKind.PROVINCE, id="58"),
            Place("Merkez", PlaceKind.DISTRICT, id="1", within="58"),
            Place("Sivas", PlaceKind.TOWN, id="2", within="1"),
        ]
    )
    assert names(found) == ["Sivas", "Merkez", "Sivas (Sivas)"]


def test_a_whole_has_parts_only_where_the_contest_has_it() -> None:
    election = two_provinces()
    assert names(election.parts("cb", "Türkiye")) == ["Çanakkale", "Bilecik", "Yurt dışı", "Gümrük"]
    assert names(election.parts("cb", "Bilecik")) == ["Merkez (Bilecik)", "Söğüt"]
    assert names(election.parts("igm", "Çanakkale")) == ["Merkez (Çanakkale)", "Biga"]
    assert election.parts("igm", "Bilecik") == ()
    assert all(election.parts("bb", place.name) == () for place in election.places)
    # A district is no sum of its towns.
    assert election.parts("other", "Biga") == ()


def with_inland(election: Election, *without: PlaceKind) -> Election:
    """The same night with *Yurt içi*, and without the places of some kinds."""
    left = tuple(one for one in election.places if one.kind not in without)
    inland = Place("Yurt içi", PlaceKind.INLAND, id="inland", within="TR")
    return replace(election, places=(*left, inland))


def test_all_inside_the_country_is_the_sum_of_its_provinces_and_stands_beside_them() -> None:
    election = with_inland(two_provinces())
    country = ["Çanakkale", "Bilecik", "Yurt dışı", "Gümrük"]
    assert names(election.parts("cb", "Türkiye")) == country
    assert names(election.parts("cb", "Yurt içi")) == ["Çanakkale", "Bilecik"]
    ways = [names(one) for one in election.sums("cb", "Türkiye")]
    assert ways == [country, ["Yurt içi", "Yurt dışı", "Gümrük"]]
    assert [names(one) for one in election.sums("cb", "Bilecik")] == [["Merkez (Bilecik)", "Söğüt"]]
    assert names(election.overall("cb")) == ["Türkiye"] and not election.is_unit("cb", "Yurt içi")
    assert election.is_sum("cb", "Yurt içi") and election.rank("cb", "Yurt içi") == 0
    assert not election.is_held("igm", "Yurt içi") and not election.is_held("bb", "Yurt içi")
    # Without a province it is a part of the country like the others, keyed by itself.
    small = with_inland(two_provinces(), PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.TOWN)
    assert names(small.parts("cb", "Türkiye")) == ["Yurt dışı", "Gümrük", "Yurt içi"]
    assert small.is_unit("cb", "Yurt içi") and len(small.sums("cb", "Türkiye")) == 1


def made_up(election: Election, contest: str, place: str) -> bool:
    """Whether a whole's parts are all of it."""
    return election.makes_up(contest, place, election.parts(contest, place))


def test_parts_are_all_of_a_whole_only_if_their_counts_say_so() -> None:
    election = two_provinces()

    def counted(**boxes: int) -> Election:
        places = tuple(
            replace(place, boxes=boxes.get(place.id), registered=None) for place in election.places
        )
        return replace(election, places=places)

    # Nothing is known: of a province that is all there is, of the country it is not.
    bare = counted()
    assert made_up(bare, "cb", "Bilecik") and not made_up(bare, "cb", "Türkiye")
    told = {"17": 30, "301": 10, "302": 10, "303": 10, "11": 20, "TR": 50}
    assert made_up(counted(**told), "cb", "Çanakkale")
    assert made_up(counted(**told), "cb", "Türkiye")
    assert not made_up(counted(**{**told, "17": 40}), "cb", "Çanakkale")
    assert not made_up(counted(**{**told, "TR": 900}), "cb", "Türkiye")
    assert not made_up(bare, "bb", "Biga")


def test_the_outermost_whole_and_what_is_keyed_one_by_one() -> None:
    election = two_provinces()
    assert names(election.overall("cb")) == ["Türkiye"]
    assert names(election.overall("igm")) == ["Çanakkale"]
    assert election.overall("bb") == ()
    assert names(election.units("igm")) == ["Merkez (Çanakkale)", "Biga"]
    assert [place.kind for place in election.units("cb")] == [
        *[PlaceKind.DISTRICT] * 5,
        PlaceKind.ABROAD,
        PlaceKind.CUSTOMS,
    ]
    assert len(election.units("bb")) == 9


def test_constituencies_stand_between_a_province_and_its_districts() -> None:
    election = two_provinces()
    mv = Contest("mv", "mv", "mv", "mv", (), (), kind=ContestKind.MV)
    seat = Place(
        "Çanakkale-1", PlaceKind.CONSTITUENCY, id="17-1", within="17", parts=("301", "302")
    )
    wider = replace(election, places=(*election.places, seat), contests=(mv,))
    assert names(wider.parts("mv", "Çanakkale-1")) == ["Merkez (Çanakkale)", "Yenice (Çanakkale)"]
    assert names(wider.parts("mv", "Çanakkale")) == ["Biga", "Çanakkale-1"]


def test_boxes_voters_and_hours_are_those_of_the_contest() -> None:
    election = two_provinces()
    assert (election.boxes("bb", "Biga"), election.registered("bb", "Biga")) == (100, 30_000)
    assert (election.boxes("igm", "Biga"), election.registered("igm", "Biga")) == (300, 70_000)
    assert (election.seats("igm", "Biga"), election.seats("bb", "Biga")) == (4, None)
    assert election.closing("igm", "Biga") == time(16)
    assert election.closing("bb", "Biga") == time(17)
    east = tuple(
        replace(place, polls_close=time(16)) if place.name == "Bilecik" else place
        for place in election.places
    )
    assert replace(election, places=east).closing("bb", "Söğüt") == time(16)


def test_abroad_and_customs_are_not_judged_for_what_nobody_knows_of_them() -> None:
    kinds = {place.kind: place for place in two_provinces().places}
    assert not kinds[PlaceKind.ABROAD].counts_boxes and kinds[PlaceKind.ABROAD].counts_turnout
    assert not kinds[PlaceKind.CUSTOMS].counts_boxes
    assert not kinds[PlaceKind.CUSTOMS].counts_turnout
    assert kinds[PlaceKind.DISTRICT].counts_boxes and kinds[PlaceKind.DISTRICT].counts_turnout


def test_a_place_knows_what_it_lies_in_and_what_lies_in_it() -> None:
    election = two_provinces()
    assert names(election.above("Kepez")) == ["Merkez (Çanakkale)", "Çanakkale", "Türkiye"]
    province = election.province_of("Kepez")
    assert province is not None and province.name == "Çanakkale"
    assert election.province_of("Gümrük") is None
    assert names(election.inside("Bilecik")) == [
        "Bilecik",
        "Merkez (Bilecik)",
        "Söğüt",
        "Yenice (Bilecik)",
    ]


def test_an_alliance_is_told_with_those_of_its_members_who_stand() -> None:
    parties = (
        Party("chp", "CHP", "CHP"),
        Party("iyi", "İYİ", "İYİ"),
        Party("dp", "DP", "DP"),
        Party("millet", "Millet İttifakı", "Millet İttifakı", kind=PartyKind.ALLIANCE,
              members=("chp", "iyi", "dp")),
        Party("bos", "Boş", "Boş", kind=PartyKind.ALLIANCE, members=("dp",)),
    )  # fmt: skip
    standing = (Contender("chp", "chp"), Contender("iyi", "iyi"))
    mv = Contest("mv", "mv", "mv", "mv", standing, (), kind=ContestKind.MV)
    election = replace(two_provinces(), parties=parties, contests=(mv,))
    assert election.alliances("mv") == ((parties[3], ("chp", "iyi")),)
