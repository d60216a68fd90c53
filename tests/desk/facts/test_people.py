"""Who stands for whom where: look-ups, lists taken in, and what no election has room for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.facts.codes import Code
from desk.facts.election import INDEPENDENT, Election
from desk.facts.names import Names
from desk.facts.people import (
    EVERYWHERE,
    LONGEST_NAME,
    Candidates,
    Person,
    in_order,
    must_be_name,
    must_fit,
)
from tests.desk import kinds
from tests.desk.conftest import refused

MAYORS = "ilce-baskanligi"


def mayor(place: str, party: str, name: str) -> Person:
    return Person(MAYORS, place, party, name)


DEDETAS = mayor("Üsküdar", "chp", "Sinem Dedetaş")


def test_a_place_goes_before_the_whole_and_that_before_the_election(election: Election) -> None:
    everywhere = Person("ibb", EVERYWHERE, "chp", "Ekrem İmamoğlu")
    here = Person("ibb", "Şile", "chp", "Ayşe Kaya")
    ibb = election.contest("ibb")
    assert Candidates().of(ibb, "Şile", "ak_parti") == ("Murat Kurum",)
    assert Candidates([everywhere]).of(ibb, "Şile", "chp") == ("Ekrem İmamoğlu",)
    assert Candidates([everywhere, here]).of(ibb, "Şile", "chp") == ("Ayşe Kaya",)
    assert Candidates([everywhere, here]).of(ibb, "Kartal", "chp") == ("Ekrem İmamoğlu",)


def test_in_a_metropolis_her_mayors_candidates_stand_in_every_district() -> None:
    """And in those of no other; a town's own stand there alone."""
    night = kinds.election(kinds.LOCAL)
    people = [Person("bbb", "Malatya", "chp", "Ada Deniz"), Person("bb", "Çanakkale", "chp", "X Y")]
    listed = Candidates(people, night)
    assert listed.listed_for("bbb", "Arapgir", "chp") == ("Ada Deniz",)
    assert listed.listed_for("bbb", "Arapgir", "ak_parti") == ()
    alone = replace(night, places=tuple(p for p in night.places if "p44" in (p.id, p.within)))
    assert len(alone.provinces) == 1
    assert Candidates(people, alone).listed_for("bbb", "Arapgir", "chp") == ("Ada Deniz",)
    assert Names(alone, (), people).contender("bbb", "Deniz", "Arapgir") == "chp"
    assert listed.listed_for("bb", "Biga", "chp") == listed.listed_for("bb", "Arapgir", "chp") == ()


def test_nobody_stands_where_nobody_is_known(election: Election) -> None:
    mayors = election.contest(MAYORS)
    assert Candidates([DEDETAS]).of(mayors, "Kartal", "chp") == ()
    assert Candidates([DEDETAS]).of(mayors, "Üsküdar", "diger") == ()


def test_independents_are_several(election: Election) -> None:
    people = [mayor("Şile", INDEPENDENT, name) for name in ("Ali Kaya", "Veli Kaya")]
    must_fit(election, people)
    found = Candidates(people).of(election.contest(MAYORS), "Şile", INDEPENDENT)
    assert found == ("Ali Kaya", "Veli Kaya")


def test_a_name_takes_the_place_of_the_one_before_it() -> None:
    other = mayor("Kartal", "chp", "Gökhan Yüksel")
    new = mayor("Üsküdar", "chp", "Ayşe Kaya")
    assert set(Candidates([DEDETAS, other]).with_([new])) == {new, other}


def test_an_empty_name_takes_everybody_of_its_party_away() -> None:
    people = [mayor("Şile", INDEPENDENT, name) for name in ("Ali Kaya", "Veli Kaya")]
    assert Candidates([*people, DEDETAS]).with_([mayor("Şile", INDEPENDENT, "")]) == (DEDETAS,)


def test_they_stand_in_the_order_of_the_election(election: Election) -> None:
    people = [
        Person("ilce-meclisi", "Adalar", "chp", "Veli Kaya"),
        DEDETAS,
        mayor("Adalar", "chp", "Ali Kaya"),
        mayor("Adalar", "ak_parti", "Zeki Kaya"),
        mayor(EVERYWHERE, "vatan_partisi", "Can Kaya"),
    ]
    names = [person.name for person in in_order(election, people)]
    assert names == ["Can Kaya", "Zeki Kaya", "Ali Kaya", "Sinem Dedetaş", "Veli Kaya"]


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (Person("belediye", "Şile", "chp", "Ali Kaya"), Code.E125),
        (mayor("Ankara", "chp", "Ali Kaya"), Code.E121),
        (mayor("sile", "chp", "Ali Kaya"), Code.E121),
        (mayor("Şile", "CHP", "Ali Kaya"), Code.E123),
        (mayor("Şile", "diger", "Ali Kaya"), Code.E123),
        (mayor("Şile", "chp", ""), Code.E154),
    ],
)
def test_what_an_election_has_no_room_for(election: Election, person: Person, code: Code) -> None:
    with refused(code):
        must_fit(election, [DEDETAS, person])


def test_two_for_one_candidacy_are_refused(election: Election) -> None:
    with refused(Code.E153):
        must_fit(election, [DEDETAS, mayor("Üsküdar", "chp", "Ayşe Kaya")])


@pytest.mark.parametrize("name", ["Ali Kaya", "Işıl Öğüt / Can Kaya", "Dr. Ali K.", "Ö'Brien"])
def test_names(name: str) -> None:
    must_be_name(name)


@pytest.mark.parametrize(
    "name", ["", "55,05", "=cmd", "-Ali", "Ali 2", "Ali\nKaya", "Ali\x00", "A" * (LONGEST_NAME + 1)]
)
def test_no_names(name: str) -> None:
    with refused(Code.E154):
        must_be_name(name)
