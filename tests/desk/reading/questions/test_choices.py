"""The likely answers to a question: what a number may be, whose, where, and in which order."""

from __future__ import annotations

import pytest

from desk.facts.catalog import load
from desk.facts.codes import Code
from desk.reading.questions.choices import KEYS, Choices, other_figures
from desk.reading.reader import Context, read
from desk.reading.shapes import NOTHING, Span
from tests.desk.reading.test_codes import NATIONAL, TEXTS

FILE = Context.of(load("istanbul-2024"))


def span_of(text: str, fragment: str) -> Span:
    start = text.index(fragment)
    return start, start + len(fragment)


def figures(text: str, fragment: str, context: Context = FILE) -> tuple[str, ...]:
    return Choices(text, context).figures(span_of(text, fragment))


@pytest.mark.parametrize(
    ("text", "fragment", "wanted"),
    [
        # Whose: what stands before a number first, then behind it; nobody beyond another number.
        ("CHP 47,1", "47,1", ["share chp 47.1", "share 47.1"]),
        ("%58,79 CHP", "58,79", ["share chp 58.79", "share 58.79"]),
        ("CHP 47,1 AKP 40,2", "40,2", ["share ak_parti 40.2", "share chp 40.2"]),
        ("CHP 47,1 AKP 40,2", "47,1", ["share chp 47.1", "share ak_parti 47.1"]),
        ("ADAY\tCHP\tAKP\nŞile\t51,2\t40,1", "40,1", ["share ak_parti 40.1"]),
        ("AA istanbul imamoğlu 50,6 kurum 40,6", "40,6", ["share ak_parti 40.6"]),
        # What: shares, votes, a lost mark, a time.
        ("CHP 35", "35", ["share chp 35", "votes chp 35"]),
        ("CHP yüzde 35", "yüzde 35", ["share chp 35", "share 35"]),
        ("CHP 5505", "5505", ["votes chp 5505", "share chp 55.05"]),
        ("CHP 531.9", "531.9", ["share chp 53.19", "share 53.19"]),
        ("CHP 58.635", "58.635", ["votes chp 58635", "votes 58635"]),
        ("CHP 45-47", "45-47", ["share chp 45", "share chp 47", "votes chp 45"]),
        ("CHP 4 milyon 432 bin 691", "4 milyon 432 bin 691", ["votes chp 4432691"]),
        # Fields where the words speak of them.
        ("Fark 7 puandan fazla", "7", ["lead_points 7", "lead_votes 7"]),
        ("katılım 62,5", "62,5", ["turnout 62.5"]),
        ("sandıkların 62,5", "62,5", ["opened_share 62.5"]),
    ],
)
def test_likely_figures_stand_first(text: str, fragment: str, wanted: list[str]) -> None:
    assert list(figures(text, fragment))[: len(wanted)] == wanted


OUTDOING = (
    "geçti|geçiyor|geçmiş|geride bıraktı|solladı|önünde|önde|ileride|gerisinde|geride kaldı|"
    "arkasında|fark attı|öne geçti|öne çıktı|yendi|yenildi|mağlup etti|üstünlük sağladı|fazla aldı|"
    "eksik aldı|daha az aldı|kıl payı önde|farkla kazandı|geçen Dedetaş"
)
WITH = "geçti|solladı|geride bıraktı|kaybetti|yendi|öne geçti|kıl payı kazandı"
OWN = "aldı|topladı|aldı ve önde|alarak öne geçti|ile üçüncü|geçen seçimde"
MEASURES = {
    "12 bin oy": "lead_votes 12000",
    "340 oy": "lead_votes 340",
    "yüzde 3": "lead_points 3",
    "3,2 puan": "lead_points 3.2",
}


@pytest.mark.parametrize("verb", OUTDOING.split("|"))
@pytest.mark.parametrize("measure", MEASURES)
def test_what_somebody_is_ahead_by_stands_first(measure: str, verb: str) -> None:
    text = f"Üsküdar'da Dedetaş Türkmen'i {measure} {verb}."
    fragment = measure.removesuffix(" oy").removesuffix(" puan")
    assert figures(text, fragment)[0] == MEASURES[measure]


@pytest.mark.parametrize("verb", WITH.split("|"))
def test_so_many_votes_a_rival_is_beaten_with_stand_first(verb: str) -> None:
    found = figures(f"Üsküdar'da Dedetaş Türkmen'i 12 bin oyla {verb}", "12 bin")
    assert found[0] == "lead_votes 12000"


@pytest.mark.parametrize("verb", ["önde", "lider", "kazandı", "koltuğunu korudu"])
def test_by_so_many_votes_or_with_them_her_own_come_first(verb: str) -> None:
    found = figures(f"Üsküdar'da Dedetaş 12 bin oyla {verb}", "12 bin")
    assert found[0].startswith("votes chp")
    assert "lead_votes 12000" in found
    share = figures(f"Üsküdar'da Dedetaş yaklaşık yüzde 8 ile {verb}", "yüzde 8")
    assert share[0] == "share chp 8"


@pytest.mark.parametrize("verb", OWN.split("|"))
def test_what_somebody_got_is_no_lead(verb: str) -> None:
    found = figures(f"Üsküdar'da Dedetaş 12 bin oy {verb}", "12 bin")
    assert not [one for one in found if one.startswith("lead")]


@pytest.mark.parametrize(
    "told", ["yüzde 50'yi geçti", "12 bin oyu geride bıraktı", "yüzde 50'yi geçerek önde"]
)
def test_a_mark_that_was_passed_is_no_lead(told: str) -> None:
    fragment = told.partition("'")[0].partition(" oyu")[0]
    found = figures(f"Üsküdar'da Dedetaş {told}", fragment)
    assert not [one for one in found if one.startswith("lead")]


def test_what_is_said_behind_a_comma_is_of_something_else() -> None:
    found = figures("CHP 12 bin oy, MHP önde", "12 bin")
    assert not [one for one in found if one.startswith("lead")]


def test_a_number_may_be_a_time() -> None:
    assert figures("CHP ve AKP 20.15", "20.15")[-1] == "clock 20:15"
    assert "clock" not in " ".join(figures("CHP ve AKP yüzde 20.15", "yüzde 20.15"))


def test_places_and_agencies_come_nearest_first() -> None:
    text = "AA\nÜSKÜDAR CHP 1\nANKA\nBEYOĞLU\nCHP 2, yahut Ankara"
    choices = Choices(text, FILE)
    assert choices.places(span_of(text, "CHP 2")) == ("Beyoğlu", "Üsküdar", "İstanbul")
    assert choices.agencies(span_of(text, "CHP 2")) == ("ANKA", "AA", "YSK")


def test_without_a_night_the_meanings_of_a_name_are_the_answers() -> None:
    (question,) = read(NATIONAL["Q306"]).questions
    assert question.answers == ("Edremit (Balıkesir)", "Edremit (Van)", NOTHING)


@pytest.mark.parametrize("code", sorted(code for code in TEXTS if code.startswith("Q")))
def test_every_question_names_its_answers(code: str) -> None:
    asked = [one for one in read(TEXTS[code], FILE).questions if one.code is Code(code)]
    assert asked
    for question in asked:
        assert question.answers[-1] == NOTHING
        assert len(question.answers) <= KEYS + 1
        # A place nobody knows, where the text names no other: only where she stands helps.
        assert len(question.answers) > 1 or code == "Q310"


def test_the_rest_is_every_other_item_of_the_same_numbers() -> None:
    assert other_figures(("share chp 35", "share 35", NOTHING)) == (
        "opened_share 35",
        "turnout 35",
        "lead_points 35",
    )


def test_raw_positions_hold_in_marked_up_texts() -> None:
    text = "<p>🗳 <b>CHP</b>&nbsp;35</p>"
    assert figures(text, "35")[0] == "share chp 35"


def test_a_line_without_end_costs_no_more() -> None:
    text = "CHP 35 " * 30_000
    found = Choices(text, FILE).figures((len(text) - 3, len(text) - 1))
    assert found[0] == "share chp 35"
