"""Election files: read as they are written, and each fault named with its place in the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import catalog
from desk.facts.codes import Code, Refusal
from desk.facts.election import (
    GREY,
    HELD_IN,
    OFF_BALLOT,
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
)
from desk.facts.election_file import decoded, faults, from_json, from_rows, to_json
from desk.facts.nouns import told_apart
from tests.desk.conftest import refused
from tests.desk.facts.test_election import two_provinces
from ui.texts.sentences import refusal_text

Data = dict[str, Any]


@pytest.fixture
def first() -> Data:
    """Istanbul's election file, which is of format 1, to be spoilt."""
    path = catalog.elections()["istanbul-2024"]
    loaded: Data = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def data() -> Data:
    """A file of format 2, to be spoilt."""
    loaded: Data = json.loads(json.dumps(to_json(two_provinces())))
    return loaded


def told(data: object) -> list[str]:
    return [refusal_text(fault, "en") for fault in faults(data)]


def test_a_file_of_the_first_format_reads_as_ever(first: Data) -> None:
    election = from_json(first)
    assert {contest.kind for contest in election.contests} == {ContestKind.OTHER}
    assert {place.within for place in election.districts} == {"İstanbul"}
    assert all(place.id == place.own == place.name for place in election.places)
    assert from_json(to_json(election)) == election


def test_what_a_file_leaves_out_has_a_plain_default(first: Data) -> None:
    party = first["parties"][0]
    for name in ("aliases", "colour", "ballot"):
        del party[name]
    del first["places"][0]["boxes"]
    election = from_json(first)
    party_read = election.parties[0]
    assert (party_read.aliases, party_read.colour, party_read.ballot) == ((), GREY, OFF_BALLOT)
    assert election.places[0].boxes is None


def test_the_least_a_second_format_needs() -> None:
    election = from_json(
        {
            "format": 2,
            "id": "x",
            "name": "Ankara",
            "date": "2029-03-25",
            "zone": "Europe/Istanbul",
            "polls_close": "17:00",
            "places": [
                {"id": 6, "name": "Ankara", "kind": "province"},
                {"name": "Çankaya", "kind": "district"},
            ],
            "contests": [
                {"id": "bbb", "kind": "bbb", "name": "Büyükşehir", "contenders": []},
                {"id": "ref", "kind": "ref", "name": "Halkoylaması", "contenders": [
                    {"code": "evet", "party": "evet"}, {"code": "hayir", "party": "hayir"}]},
            ],
            "parties": [
                {"code": "evet", "short": "Evet", "name": "Evet", "kind": "choice"},
                {"code": "hayir", "short": "Hayır", "name": "Hayır", "kind": "choice"},
            ],
            "agencies": [{"code": "AA", "name": "Anadolu Ajansı"}],
        }
    )  # fmt: skip
    assert election.name_en == "Ankara"
    assert election.place("Çankaya").within == election.place("Ankara").id == "6"
    assert election.contest("bbb").shown == (OTHERS,)
    assert election.contest("ref").shown == ("evet", "hayir")
    assert election.contest("bbb").title == "Büyükşehir"


def test_counts_that_are_left_out_are_the_places_own(data: Data) -> None:
    igm = data["contests"][2]
    del igm["counts"][0]["boxes"]
    assert from_json(data).boxes("igm", "Biga") == 100
    igm["counts"][0]["boxes"] = None
    assert from_json(data).boxes("igm", "Biga") is None


NAMES = st.text("aâbcçdeğıikmnoöprsştuüvyz ABCÇİŞÜ-.'", min_size=1, max_size=12).filter(str.strip)
CODES = st.text("abcdefgh_", min_size=1, max_size=5).filter(lambda code: code != OTHERS)
COUNTS = st.none() | st.integers(0, 10**9 - 1)
HOURS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
LISTS = st.lists(NAMES, max_size=3).map(tuple)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Place, ...]:
    """A country of some provinces with districts and towns, whose names repeat as they like."""
    found = [Place("Türkiye", PlaceKind.COUNTRY, id="TR")]
    few = st.sampled_from(["Merkez", "Kale", "Yenice", "Kâle"]) | NAMES

    def grow(kind: PlaceKind, name: str, within: str) -> str:
        number = str(len(found))
        hour = draw(st.none() | HOURS)
        found.append(Place(name, kind, draw(COUNTS), draw(COUNTS), number, name, within, hour))
        return number

    for province in draw(st.lists(NAMES, max_size=3, unique=True)):
        plate = grow(PlaceKind.PROVINCE, province, draw(st.sampled_from(["TR", ""])))
        for district in draw(st.lists(few, max_size=3, unique=True)):
            number = grow(PlaceKind.DISTRICT, district, plate)
            for town in draw(st.lists(few, max_size=2, unique=True)):
                grow(PlaceKind.TOWN, town, number)
    if draw(st.booleans()):
        grow(PlaceKind.ABROAD, "Yurt dışı", "TR")
        grow(PlaceKind.CUSTOMS, "Gümrük", "TR")
    return told_apart(found)


@st.composite
def elections(draw: st.DrawFn) -> Election:
    """Any election the desk can hold."""
    places = draw(trees())
    if len({place.name for place in places}) < len(places):
        # Two towns of one name in one district are no two places.
        places = places[:1]
    codes = draw(st.lists(CODES, unique=True, max_size=4))
    parties = tuple(
        Party(code, draw(NAMES), draw(NAMES), draw(LISTS), "#0aB1c2", draw(st.integers(1, 99)),
              draw(st.sampled_from([PartyKind.PARTY, PartyKind.PERSON, PartyKind.CHOICE])))
        for code in codes
    )  # fmt: skip
    if len(codes) > 1:
        members = tuple(codes[1:])
        parties += (Party("ittifak", "İ", "İttifak", kind=PartyKind.ALLIANCE, members=members),)
    contests = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from(ContestKind), min_size=1))):
        able = [place.name for place in places if place.kind in HELD_IN[kind]]
        chosen = st.lists(st.sampled_from(able), unique=True).map(tuple) if able else st.just(())
        held = draw(st.none() | chosen)
        counted = draw(chosen) if held is None else held[:2]
        standing = tuple(
            Contender(code, code, draw(st.none() | NAMES), draw(st.booleans())) for code in codes
        )
        contests.append(
            Contest(
                f"c{number}", draw(NAMES), draw(NAMES), draw(NAMES), standing,
                (*draw(st.permutations(codes)), OTHERS), draw(LISTS), kind, held,
                tuple(
                    PlaceCounts(name, draw(COUNTS), draw(COUNTS), draw(st.none() | HOURS),
                                draw(COUNTS))
                    for name in counted
                ),
            )
        )  # fmt: skip
    return Election(
        "x", draw(NAMES), draw(NAMES), draw(st.dates(date(1950, 1, 1))), "Europe/Istanbul",
        draw(HOURS), tuple(contests), places, parties,
        (Agency("AA", draw(NAMES), draw(LISTS), draw(st.booleans())),), draw(LISTS),
    )  # fmt: skip


@given(elections())
def test_every_election_is_read_as_it_was_written(election: Election) -> None:
    text = json.dumps(to_json(election), ensure_ascii=False)
    assert faults(decoded(text)) == []
    assert from_json(decoded(text)) == election


Spoil = Callable[[Data], object]


def without(name: str) -> Spoil:
    return lambda data: data.pop(name)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (without("date"), "date: is missing"),
        (without("places"), "places: is missing"),
        (lambda data: data["places"][3].pop("name"), "places[3].name: is missing"),
        (lambda data: data.update(date="31.03.2024"), 'date: "31.03.2024" is no date'),
        (lambda data: data.update(date="2024-02-30"), 'date: "2024-02-30" is no date'),
        (lambda data: data.update(polls_close="17:00+03:00"), "polls_close: "),
        (lambda data: data.update(zone="Europe/Constantinople"), "zone: there is no time zone"),
        (lambda data: data.update(zone="../zone"), "zone: there is no time zone"),
        (lambda data: data.update(zone="\ud800"), "zone: "),
        (lambda data: data.update(places=[]), "places: there is none"),
        (lambda data: data["places"].append(data["places"][0]), "places[14].id: “TR” is there"),
        (lambda data: data["places"][0].update(name=""), "places[0].name: is empty"),
        (lambda data: data["places"][0].update(name=None), "places[0].name: is missing"),
        (lambda data: data["places"][0].update(name="a\0b"), "places[0].name: "),
        (lambda data: data["places"][0].update(name="a\ufffeb"), "places[0].name: "),
        (lambda data: data["places"][0].update(name="a\ud800b"), "places[0].name: "),
        (lambda data: data["places"][0].update(name="a" * 9999), "places[0].name: the text is"),
        (lambda data: data["places"][0].update(kind="village"), 'places[0].kind: "village" is'),
        (lambda data: data["places"][0].update(boxes="118"), 'places[0].boxes: "118" is no whole'),
        (lambda data: data["places"][0].update(boxes=118.0), "places[0].boxes: 118.0 is no whole"),
        (lambda data: data["places"][0].update(boxes=10**30), "places[0].boxes: 1000"),
        (lambda data: data["places"][0].update(boxes=True), "places[0].boxes: true is no whole"),
        (lambda data: data["places"][0].update(registered=-1), "places[0].registered: -1 is"),
        (lambda data: data["places"][3].update({"in": "99"}), "places[3].in: place \"99\" is unk"),
        (lambda data: data["places"][1].update({"in": "301"}), "places[1].in: “Çanakkale” cannot"),
        (lambda data: data["places"][1].update({"in": "17"}), "places[1].in: “Çanakkale” cannot"),
        (lambda data: data["places"][3].update(parts=["302"]), "places[3].parts: only a const"),
        (lambda data: data["agencies"].append(data["agencies"][0]), "agencies[1].code: “AA” is"),
        (lambda data: data["contests"].append(data["contests"][0]), "contests[4].id: “cb” is"),
        (lambda data: data["contests"][0].update(title=""), "contests[0].title: is empty"),
        (lambda data: data["contests"][0].update(kind="mayor"), "contests[0].kind: "),
        (lambda data: data["contests"][0]["shown"].append("xyz"), "contests[0].shown[2]: conten"),
        (lambda data: data["contests"][0]["shown"].append(7), "contests[0].shown[2]: 7 is no text"),
        (
            lambda data: data["contests"][2]["contenders"].append({"code": "x", "party": "xyz"}),
            "contests[2].contenders[1]: party “xyz” is unknown",
        ),
        (
            lambda data: data["contests"][2]["contenders"].append({"code": OTHERS, "party": "chp"}),
            "contests[2].contenders[1].code: “diger” is there twice, or is taken",
        ),
        (lambda data: data["contests"][2]["places"].append("nn"), "contests[2].places[3]: place"),
        (lambda data: data["contests"][2]["places"].append("17"), "contests[2].places[3]: “Çan"),
        (lambda data: data["contests"][2]["places"].append("501"), "contests[2].places[3]: the"),
        (
            lambda data: data["contests"][2]["counts"][0].update(place="302"),
            "contests[2].counts[0].place: the contest",
        ),
        (lambda data: data["parties"][0].update(colour="red"), 'parties[0].colour: "red" is'),
        (lambda data: data["parties"][0].update(members=["chp"]), "parties[0].members[0]: party"),
        (lambda data: data["contests"].insert(0, None), "contests[0]: null is no object"),
        (lambda data: data.update(contests={"a": 1}), "contests: {…} is no list"),
        (lambda data: data.update(name=7), "name: 7 is no text"),
        (lambda data: data.update(format=3), "Format 3 is not known"),
        (lambda data: data.update(format=True), "Format true is not known"),
        (without("format"), "Format null is not known"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place_in_the_file(data: Data, spoil: Spoil, reason: str) -> None:
    assert faults(data) == []
    spoil(data)
    said = told(data)
    assert any(one.startswith(reason) for one in said), said
    with pytest.raises(Refusal) as refusal:
        from_json(data)
    assert refusal_text(refusal.value, "en") == said[0]


def test_every_fault_is_found_at_once(data: Data) -> None:
    data["date"] = None
    data["places"][2]["boxes"] = "many"
    data["contests"][1]["contenders"][0]["party"] = "xyz"
    assert [fault.values["where"] for fault in faults(data)] == [
        "places[2].boxes",
        "date",
        "contests[1].contenders[0]",
    ]


def test_an_alliance_and_its_member_cannot_both_stand(data: Data) -> None:
    data["parties"].append(
        {"code": "i", "short": "İ", "name": "İ", "kind": "alliance", "members": ["chp"]}
    )
    data["contests"][0]["contenders"].append({"code": "i", "party": "i"})
    assert [fault.code for fault in faults(data)] == [Code.S927]


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "7", "[" * 100_000, '{"a":' * 100_000])
def test_what_is_no_object_of_json_is_refused_as_a_whole(text: str) -> None:
    with refused(Code.S925):
        from_json(decoded(text))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["\ud800", "\0", "17:00", "2029-03-25", "chp", "17", 10**30]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)  # fmt: skip


@given(st.data())
def test_a_file_spoilt_anywhere_is_an_election_or_a_sentence(draws: st.DataObject) -> None:
    data = json.loads(json.dumps(to_json(two_provinces())))
    for _ in range(draws.draw(st.integers(1, 3))):
        node: Any = data
        while True:
            keys = list(node) if isinstance(node, dict) else range(len(node))
            key = draws.draw(st.sampled_from(keys))
            if not (
                isinstance(node[key], (dict, list)) and node[key] and draws.draw(st.booleans())
            ):
                break
            node = node[key]
        node[key] = draws.draw(VALUES)
        if not data:
            break
    said = told(data)
    assert all("?" not in one and "\n" not in one for one in said)
    if not said:
        election = from_json(data)
        assert from_json(to_json(election)) == election


@pytest.mark.parametrize("colour", ["true", "red", "#12345", "#GGGGGG", "\u202e#112233", "9" * 40])
def test_a_colour_nothing_can_be_painted_in_is_refused_in_a_file_and_grey_in_a_night(
    data: Data, colour: str
) -> None:
    for party in data["parties"]:
        party["colour"] = colour
    assert any(str(one.values["where"]).endswith(".colour") for one in faults(data))
    assert {party.colour for party in from_rows(data).parties} == {GREY}
