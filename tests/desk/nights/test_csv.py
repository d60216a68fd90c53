"""Lists of places and contenders: rows as they are meant, every bad row by its line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.country.parties import parties
from desk.facts.codes import Code, Refusal
from desk.facts.election import ContestKind, PlaceKind
from desk.nights import csv as lists
from desk.nights import making
from desk.nights.answers import NightAnswers, NightKind, OwnPlace, StandingRow
from desk.nights.making import Made

DAY = date(2029, 3, 25)
HEAD = ",".join(lists.CONTENDERS) + "\n"


@pytest.fixture(scope="module")
def ankara() -> Made:
    return making.put_together(NightAnswers(NightKind.LOCAL, DAY, ("p6",)))


@pytest.fixture(scope="module")
def canakkale() -> Made:
    return making.put_together(NightAnswers(NightKind.LOCAL, DAY, ("p17", "t3593", "p11")))


@pytest.fixture(scope="module")
def president() -> Made:
    return making.put_together(NightAnswers(NightKind.PRESIDENTIAL, DAY, ("p6",)))


def lines(refusals: tuple[Refusal, ...]) -> list[tuple[object, Code]]:
    return [(one.values["line"], one.code) for one in refusals]


def test_rows_are_as_they_are_meant(ankara: Made) -> None:
    text = HEAD + (
        "bbb,,CHP,Ali Kaya,,,\n"
        "Belediye başkanlığı,çankaya,AK Parti,Can Er,,,\n"
        "bb,Çankaya,,Nur Ak,,,\n"
        "bm,,Mavi Parti,,MP2,#0000ff,Mavi|Maviler\n"
    )
    read = lists.read_contenders(text, ankara)
    assert (read.refusals, read.others) == ((), ())
    assert read.rows == (
        StandingRow("bbb", "", "chp", "Ali Kaya"),
        StandingRow("bb", "d129", "ak_parti", "Can Er"),
        StandingRow("bb", "d129", "", "Nur Ak"),
        StandingRow(
            "bm", "", "mavi_parti", "", "MP2", "Mavi Parti", "#0000FF", ("Mavi", "Maviler")
        ),
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("igm,,CHP,,,,", Code.E125),
        ("nothing,,CHP,,,,", Code.E125),
        (",,CHP,,,,", Code.E132),
        ("bb,Üsküdar,CHP,,,,", Code.E121),
        ("bb,Ankara,CHP,,,,", Code.E184),
        ("bb,,,,,,", Code.E190),
        ("bb,,bağımsız,,,,", Code.E190),
        ("bb,,CHP,Ali 2,,,", Code.E154),
        ("bb,,diğer,,,,", Code.E139),
        ("bb,,CHP,,,red,", Code.E186),
        ("bb,,CHP,,,#12345,", Code.E186),
        ("bb,,CHP,,,,,more", Code.E181),
        ("bbb,,chp,Veli Kaya,,,", Code.E187),
    ],
)
def test_a_bad_row_is_refused_with_its_line(ankara: Made, row: str, code: Code) -> None:
    text = f"{HEAD}bbb,,CHP,Ali Kaya,,,\n{row}\nbm,,CHP,,,,\n"
    read = lists.read_contenders(text, ankara)
    assert lines(read.refusals) == [(3, code)]
    assert len(read.rows) == 2


def test_a_place_that_may_be_two_is_refused_with_both(canakkale: Made) -> None:
    read = lists.read_contenders(HEAD + "bb,Merkez,CHP,Ali Kaya,,,\n", canakkale)
    assert lines(read.refusals) == [(2, Code.E183)]
    assert read.refusals[0].values["choices"] == "Merkez (Bilecik), Merkez (Çanakkale)"
    for typed in ("Çanakkale/Merkez", "Merkez (Çanakkale)", "Çanakkale Merkez", "kepez"):
        read = lists.read_contenders(HEAD + f'bb,"{typed}",CHP,Ali Kaya,,,\n', canakkale)
        assert [row.place for row in read.rows] == ["t3593" if typed == "kepez" else "d128"]


@given(code=st.sampled_from(sorted(set(parties()) - {"bagimsiz"})))
def test_a_party_is_known_by_its_code_and_its_full_name(code: str) -> None:
    made = making.put_together(NightAnswers(NightKind.LOCAL, DAY, ("d129",)))
    party = parties()[code]
    told = {
        row.party
        for name in (party.code, party.name)
        for row in lists.read_contenders(f"{HEAD}bb,,{name},,,,\n", made).rows
    }
    assert told <= {code, party.now or code} and told


def test_for_president_the_person_stands_whoever_puts_her_up(president: Made) -> None:
    text = HEAD + "cb,,CHP,Ayşe Kaya,,,\ncb,,CHP,Can Er,,,\ncb,,,Nur Ak,,,\n"
    read = lists.read_contenders(text, president)
    assert read.refusals == ()
    data = making.to_file(NightAnswers(NightKind.PRESIDENTIAL, DAY, ("p6",), standing=read.rows))
    told = [(one["code"], one["party"]) for one in data["contests"][0]["contenders"]]
    assert told == [("ayse_kaya", "chp"), ("can_er", "chp"), ("nur_ak", "nur_ak")]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("heads", ["contest{0}party", "yarış{0}parti", "PARTİ{0}Yarış"])
def test_columns_stand_in_any_order_in_both_languages(ankara: Made, mark: str, heads: str) -> None:
    cells = ("chp", "bb") if heads.startswith("P") else ("bb", "chp")
    text = f"\ufeff{heads.format(mark)}\n{mark.join(cells)}\n"
    assert lists.read_contenders(text, ankara).rows == (StandingRow("bb", "", "chp"),)


@pytest.mark.parametrize(
    "text",
    ["", "contest,party\n", "contest,place\nbb,\n", "party\nchp\n", "contest,contest,party\n"],
)
def test_what_is_no_list_is_refused(ankara: Made, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        lists.read_contenders(text, ankara)
    assert refused.value.code is Code.E181


@given(text=st.text(max_size=80), heading=st.booleans())
def test_any_text_is_read_or_refused(ankara: Made, text: str, heading: bool) -> None:
    for read in (
        lambda text: lists.read_contenders(text, ankara),
        lists.read_places,
        lambda text: lists.read_contenders(lists.headed(text, ContestKind.BB), ankara),
    ):
        try:
            found = read(HEAD + text if heading else text)
        except Refusal as refusal:
            assert refusal.code is Code.E181
        else:
            assert all("line" in one.values for one in found.refusals)


def test_a_copied_table_needs_no_headings(ankara: Made) -> None:
    bb = ContestKind.BB
    for text, rows in (
        ("CHP\tAli Kaya\nAKP\tCan Er\n", [("", "chp", "Ali Kaya"), ("", "ak_parti", "Can Er")]),
        ("Çankaya\tCHP\tAli Kaya\n", [("d129", "chp", "Ali Kaya")]),
        ("CHP\nAKP\n", [("", "chp", ""), ("", "ak_parti", "")]),
    ):
        read = lists.read_contenders(lists.headed(text, bb), ankara, bb)
        assert [(row.place, row.party, row.candidate) for row in read.rows] == rows


# Places


def test_places_of_the_country_and_of_ones_own() -> None:
    read = lists.read_places(
        "name,kind,in,boxes,registered,id\n"
        "Kepez,,Çanakkale,,,\n"
        "Ankara,il,,,,\n"
        'Merkez,ilçe,Çanakkale,320,"102.950",\n'
        "Genel merkez,ülke,,,,g\n"
        "Ege,ilçe,g,4,100,\n"
        "Foça şubesi,belde,Ege,1,,\n"
    )
    assert read.refusals == ()
    town, district = PlaceKind.TOWN, PlaceKind.DISTRICT
    assert read.rows == (
        OwnPlace("t3593", "Kepez", town, known=True),
        OwnPlace("p6", "Ankara", PlaceKind.PROVINCE, known=True),
        OwnPlace("d128", "Merkez", district, "", 320, 102_950, True),
        OwnPlace("g", "Genel merkez", PlaceKind.COUNTRY),
        OwnPlace("Ege", "Ege", district, "g", 4, 100),
        OwnPlace("Foça şubesi", "Foça şubesi", town, "Ege", 1),
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",ilçe,,,,", Code.E132),
        ("Kepez,,,,,", Code.E183),
        ("Nowhere,,,,,", Code.E182),
        ("Şube,köy,,,,", Code.E188),
        ("Şube,ilçe,Yok,,,", Code.E189),
        ("Şube,ilçe,Ege,,,", Code.E189),
        ("Ege,ilçe,,,,", Code.E187),
        ("Şube,ilçe,,-3,,", Code.E104),
        ("Şube,ilçe,,3.5,,", Code.E107),
        ("Şube,ilçe,,,bin beş,", Code.E101),
    ],
)
def test_a_bad_place_is_refused_with_its_line(row: str, code: Code) -> None:
    text = f"name,kind,in,boxes,registered,id\nEge,ilçe,,,,\n{row}\n"
    read = lists.read_places(text)
    assert lines(read.refusals) == [(3, code)]


def test_places_are_known_by_the_councils_ids() -> None:
    read = lists.read_places("name,id\nMerkez,128\nKepez,3593\n")
    assert [row.id for row in read.rows] == ["d128", "t3593"]
