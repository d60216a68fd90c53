"""Typed names find the election's own, folded the Turkish way; of two meanings none is guessed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.facts.bulletin import Item
from desk.facts.codes import Code
from desk.facts.election import OTHERS, Contender, Election, Party
from desk.facts.names import Names, contender_names
from tests.desk.conftest import refused
from tests.desk.facts.test_election import two_provinces


@pytest.fixture(scope="module")
def names(election: Election) -> Names:
    return Names(election)


@pytest.mark.parametrize("typed", ["Üsküdar", "uskudar", "ÜSKÜDAR", "  üsküdar ", "USKUDAR"])
def test_uskudar_is_uskudar(names: Names, typed: str) -> None:
    assert names.place(typed) == "Üsküdar"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("SİLİVRİ", "Silivri"),
        ("silivri", "Silivri"),
        ("SILIVRI", "Silivri"),
        ("sisli", "Şişli"),
        ("istanbul", "İstanbul"),
        ("ISTANBUL", "İstanbul"),
        ("KÂĞITHANE", "Kağıthane"),
    ],
)
def test_places(names: Names, typed: str, place: str) -> None:
    assert names.place(typed) == place


def test_every_place_answers_to_its_name_in_any_case(names: Names, election: Election) -> None:
    for place in election.places:
        assert names.place(place.name) == place.name
        assert names.place(place.name.upper()) == place.name


def test_every_contender_is_found_by_its_code_and_label(names: Names, election: Election) -> None:
    for contest in election.contests:
        for contender in (*contest.contenders, contest.contender(OTHERS)):
            assert names.contender(contest.id, contender.code) == contender.code
            label = election.label(contest.id, contender.code)
            assert names.contender(contest.id, label) == contender.code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CHP", "chp"),
        ("cumhuriyet halk partisi", "chp"),
        ("İmamoğlu", "chp"),
        ("IMAMOGLU", "chp"),
        ("ekrem imamoğlu", "chp"),
        ("AKP", "ak_parti"),
        ("AK Parti", "ak_parti"),
        ("Kurum", "ak_parti"),
        ("iyi parti", "iyi_parti"),
        ("TIP", "tip"),
        ("Diğer", OTHERS),
        ("diger", OTHERS),
        ("DİĞERLERİ", OTHERS),
        ("Yüksel Özden", "bagimsiz-yuksel-ozden"),
        ("özden", "bagimsiz-yuksel-ozden"),
        ("bağımsız", "bagimsiz"),
    ],
)
def test_contenders(names: Names, typed: str, code: str) -> None:
    contest = "ilce-baskanligi" if code == "tip" else "ibb"
    assert names.contender(contest, typed) == code


def test_agencies_contests_and_items(names: Names) -> None:
    assert names.agency("Anadolu Ajansı") == names.agency("aa") == "AA"
    assert names.agency("anka") == "ANKA"
    assert names.contest("İBB Başkanlığı") == names.contest("ibb") == "ibb"
    assert names.contest("ilce-meclisi") == "ilce-meclisi"
    assert names.item(" Opened_Share ") is Item.OPENED_SHARE


@pytest.mark.parametrize(
    ("look_up", "code"),
    [
        (lambda names: names.place("Atlantis"), Code.E121),
        (lambda names: names.place(""), Code.E121),
        (lambda names: names.agency("TRT"), Code.E122),
        (lambda names: names.contender("ibb", "Erdoğan Bey"), Code.E123),
        (lambda names: names.contender("ibb", "TİP"), Code.E123),
        (lambda names: names.contest("muhtarlık"), Code.E125),
        (lambda names: names.item("oran"), Code.E126),
    ],
)
def test_unknown_names_are_refused_with_those_known(
    names: Names, look_up: Callable[[Names], object], code: Code
) -> None:
    with refused(code) as refusal:
        look_up(names)
    assert refusal.value.values["known"]


def test_e124_mp_may_be_memleket_or_millet(names: Names) -> None:
    with refused(Code.E124) as refusal:
        names.contender("ibb", "MP")
    assert refusal.value.values == {"text": "MP", "known": "memleket, millet"}


def test_e124_a_surname_shared_by_two(election: Election) -> None:
    party = Party("yeni", "Yeni", "Yeni Parti")
    wider = election.with_contender("ibb", Contender("yeni", "yeni", "Ada İmamoğlu"), party)
    names = Names(wider)
    with refused(Code.E124):
        names.contender("ibb", "İmamoğlu")
    assert names.contender("ibb", "Ada İmamoğlu") == "yeni"
    assert names.contender("ibb", "Ekrem İmamoğlu") == "chp"


def test_an_independent_does_not_answer_to_the_party_of_independents(election: Election) -> None:
    contender = election.contest("ibb").contender("bagimsiz-yuksel-ozden")
    assert contender_names(election, contender) == (contender.code, "Yüksel Özden", "Özden")


def test_names_of_two_contests_do_not_mix(election: Election) -> None:
    mayor, *others = election.contests
    fewer = replace(mayor, contenders=mayor.contenders[:2], shown=())
    names = Names(replace(election, contests=(fewer, *others)))
    with refused(Code.E123):
        names.contender("ibb", "CHP")
    assert names.contender("ilce-meclisi", "CHP") == "chp"


@pytest.mark.parametrize("typed", ["Deniz", "kaya", "Can Kaya", "Deniz ve Kaya", "x"])
def test_two_who_share_a_candidacy_are_found_by_either(election: Election, typed: str) -> None:
    both = Contender("x", "x", "Ada Deniz / Can Kaya")
    wider = election.with_contender("ibb", both, Party("x", "X", "X"))
    assert Names(wider).contender("ibb", typed) == "x"
    assert both.persons == ("Ada Deniz", "Can Kaya")
    assert both.surname == "Deniz ve Kaya"
    assert Contender("y", "y", "Ziya Ver").surname == "Ver"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Merkez (Çanakkale)", "Merkez (Çanakkale)"),
        ("Çanakkale Merkez", "Merkez (Çanakkale)"),
        ("Çanakkale/Merkez", "Merkez (Çanakkale)"),
        ("canakkale - merkez", "Merkez (Çanakkale)"),
        ("MERKEZ, BİLECİK", "Merkez (Bilecik)"),
        ("Çanakkale", "Çanakkale"),
        ("Kepez", "Kepez"),
        ("Kepez Çanakkale", "Kepez"),
        ("Yenice (Çanakkale)", "Yenice (Çanakkale)"),
        ("Bilecik Yenice", "Yenice (Bilecik)"),
        ("Söğüt Yenice", "Yenice (Bilecik)"),
        ("Gümüşçay, Biga", "Gümüşçay (Biga/Çanakkale)"),
        ("Çanakkale Yenice Gümüşçay", "Gümüşçay (Yenice/Çanakkale)"),
    ],
)
def test_a_name_that_repeats_is_typed_with_what_it_lies_in(typed: str, place: str) -> None:
    assert Names(two_provinces()).place(typed) == place


def test_every_place_of_any_night_answers_to_its_name() -> None:
    election = two_provinces()
    names = Names(election)
    for place in election.places:
        assert names.place(place.name) == place.name
        for contest in election.contests:
            if election.is_held(contest.id, place.name):
                assert names.place(place.name, contest.id) == place.name


@pytest.mark.parametrize("typed", ["Merkez", "yenice", "Gümüşçay", "Gümüşçay Çanakkale"])
def test_a_bare_name_that_several_have_is_refused_with_the_choices(typed: str) -> None:
    with refused(Code.E124) as refusal:
        Names(two_provinces()).place(typed)
    assert len(str(refusal.value.values["known"]).split("), ")) == 2


def test_a_contest_tells_which_of_several_is_meant() -> None:
    names = Names(two_provinces())
    # Nobody elects a mayor in the province as a whole: whoever says so means its town.
    assert names.place("Çanakkale", "bb") == "Merkez (Çanakkale)"
    assert names.place("Çanakkale", "igm") == "Çanakkale"
    # Only one of the two has a council of the province.
    assert names.place("Merkez", "igm") == "Merkez (Çanakkale)"
    with refused(Code.E124):
        names.place("Merkez", "bb")
    with refused(Code.E158) as refusal:
        names.place("Türkiye", "igm")
    assert refusal.value.values["text"] == "Türkiye"
