"""Lists of candidates: columns by heading, parties by any of their names, each row for itself."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import candidates, catalog
from desk.facts.candidates import COLUMNS, CandidateList
from desk.facts.codes import Code, Refusal
from desk.facts.election import INDEPENDENT, Election
from desk.facts.names import Names
from desk.facts.people import EVERYWHERE, Person, must_fit
from tests.desk.conftest import refused

MAYORS = "ilce-baskanligi"
ISTANBUL = catalog.load("istanbul-2024")


def read(text: str, contest: str = "", election: Election = ISTANBUL) -> CandidateList:
    return candidates.read(text, election, Names(election), contest)


def codes(found: CandidateList) -> list[tuple[int, Code]]:
    return [(refusal.values["line"], refusal.code) for refusal in found.refusals]  # type: ignore[misc]


def test_a_csv_of_the_command_line() -> None:
    text = (
        "contest,place,party,candidate\n"
        "ilce-baskanligi,uskudar,CHP,Sinem Dedetaş\n"
        "İBB,,AK Parti,Murat Kurum\n"
        'ilce-baskanligi,ŞİLE,Bağımsız,"Kaya, Ali"\n'
    )
    assert read(text).people == (
        Person(MAYORS, "Üsküdar", "chp", "Sinem Dedetaş"),
        Person("ibb", EVERYWHERE, "ak_parti", "Murat Kurum"),
        Person(MAYORS, "Şile", INDEPENDENT, "Kaya, Ali"),
    )


def test_a_spreadsheets_columns_in_any_order_under_turkish_headings() -> None:
    text = "ADAY\tSıra\tİlçe\tPartisi\r\nSinem Dedetaş\t1\tÜsküdar\tchp\r\n\t\t\t\r\n"
    found = read(text, MAYORS)
    assert found.people == (Person(MAYORS, "Üsküdar", "chp", "Sinem Dedetaş"),)
    assert found.others == ("Sıra",)


def test_an_empty_candidate_takes_away() -> None:
    (person,) = read("place;party;candidate\nŞile;chp;\n", MAYORS).people
    assert person == Person(MAYORS, "Şile", "chp", "")


def test_the_nights_only_contest_need_not_be_named() -> None:
    one = replace(ISTANBUL, contests=ISTANBUL.contests[:1])
    (person,) = read("place,party,candidate\nŞile,chp,Ali Kaya\n", election=one).people
    assert person.contest == "ibb"


def test_every_row_says_for_itself_why_it_is_refused() -> None:
    text = (
        "contest,place,party,candidate\n"
        ",Şile,chp,Ali Kaya\n"
        "muhtar,Şile,chp,Ali Kaya\n"
        "ibb,Ankara,chp,Ali Kaya\n"
        "ibb,Şile,XYZ,Ali Kaya\n"
        "ibb,Şile,İmamoğlu,Ali Kaya\n"
        "ibb,Şile,diğer,Ali Kaya\n"
        "ibb,Şile,,Ali Kaya\n"
        "ibb,Şile,chp,55\n"
        "ibb,Şile,chp,Ali Kaya\n"
        "ibb,Şile,CHP,Veli Kaya\n"
        "ibb,Şile,akp,Can Kaya,Efe\n"
    )
    found = read(text)
    assert [person.name for person in found.people] == ["Ali Kaya"]
    assert codes(found) == [
        (2, Code.E155),
        (3, Code.E125),
        (4, Code.E121),
        (5, Code.E123),
        (6, Code.E123),
        (7, Code.E123),
        (8, Code.E132),
        (9, Code.E154),
        (11, Code.E153),
        (12, Code.E156),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "missing"),
        ("Üsküdar\tCHP\tSinem Dedetaş\n", "missing"),
        ("plce,party,candidate\nŞile,chp,Ali\n", "missing"),
        ("place,party,aday,candidate\nŞile,chp,Ali,Veli\n", "extra"),
        ("place,party,candidate\n\n ,,\n", "empty"),
        ('place,party,candidate\nŞile,chp,"Ali\n', "quotes"),
        ("place,party,candidate\nŞile,chp," + "x" * 140_000 + "\n", "quotes"),
    ],
)
def test_what_is_no_list_is_refused_whole(text: str, problem: str) -> None:
    # A library that lifts the limit for every table of the process lifts none of the desk's.
    before = csv.field_size_limit(sys.maxsize)
    try:
        with refused(Code.E156) as caught:
            read(text, MAYORS)
    finally:
        csv.field_size_limit(before)
    assert caught.value.values["problem"] == problem


texts = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from('\t,;"\n\r =0İı'), max_size=200
)
headed = st.sampled_from(["", "place,party,candidate\n", "İlçe\tParti\tAday\n", ",".join(COLUMNS)])


@given(headed, texts)
def test_any_text_is_read_or_refused(head: str, text: str) -> None:
    try:
        found = read(head + text, MAYORS)
    except Refusal as refusal:
        assert refusal.code is Code.E156
        return
    assert len(found.people) + len(found.refusals) == len(found.rows)
    assert all(isinstance(refusal.values["line"], int) for refusal in found.refusals)
    must_fit(ISTANBUL, [person for person in found.people if person.name])


names = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=30)


@st.composite
def lists_of_people(draw: st.DrawFn) -> list[Person]:
    contest = st.sampled_from([contest.id for contest in ISTANBUL.contests])
    place = st.sampled_from([EVERYWHERE, *(place.name for place in ISTANBUL.places)])
    party = st.sampled_from(["chp", "ak_parti", "dem_parti", INDEPENDENT])
    people = st.lists(st.builds(Person, contest, place, party, names), min_size=1, max_size=12)
    return list({person.key: person for person in draw(people)}.values())


@given(lists_of_people(), st.permutations(COLUMNS), st.sampled_from(",;\t"))
def test_what_is_written_is_read_again(people: list[Person], columns: list[str], mark: str) -> None:
    text = io.StringIO()
    table: Any = csv.writer(text, delimiter=mark)
    table.writerow(columns)
    for one in people:
        cells = dict(zip(COLUMNS, (one.contest, one.place, one.party, one.name), strict=True))
        table.writerow([cells[column] for column in columns])
    # Names are composed as every typed text is: an Å of one sign and of two are one name.
    read_again = read(text.getvalue())
    assert [one.seat for one in read_again.people] == [one.seat for one in people]
    assert read_again.refusals == ()
