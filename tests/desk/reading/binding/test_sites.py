"""Where figures are: every order of places, names and values, every mark between, or a question."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from desk.facts.catalog import load
from desk.reading.reader import Context, read, to_json

# Places that are plain, a word of the language, a person's name, or in two provinces.
PLACES = (
    ("Konya", "Rize", "Siirt"),
    ("Ordu", "Van", "Muş"),
    ("Aydın", "Uşak", "Batman"),
    ("Nilüfer", "Yıldırım", "Osmangazi"),
    ("Çankaya", "Gölbaşı", "Mamak"),
)
NAMES = (
    ("CHP", "AKP"),
    ("Ali Kaya", "Esin Köymen"),
    ("CHP adayı Ali Kaya", "AKP adayı Esin Köymen"),
    ("Ali Kaya (CHP)", "Esin Köymen (AKP)"),
)
ORDERS = ("{place}: {told}", "{place} {told}", "{told} ({place})", "{place}\n{told}")
INNER = (", ", " - ", " / ", "; ", " ")
OUTER = ("; ", " - ", " | ", "\n", "\n\n", ". ", " // ", " >> ", " • ", " *** ")
AROUND = ("{}", "AA: {}", "ANKA'ya göre {}", "{}\nKaynak: AA")


def given(text: str) -> tuple[set[tuple[str, str]], set[str], list[dict[str, Any]]]:
    """Each share with its place, the shares of records that ask where they are, the records."""
    records = to_json(read(text))["records"]
    told, asked = set[tuple[str, str]](), set[str]()
    for record in records:
        where = {one["code"] for one in record["questions"]} & {"Q306", "Q310"}
        for one in record["results"]:
            told.add((str(record["place"]), one["pct"]))
            asked |= {one["pct"]} if where else set()
    return told, asked, records


def lists(order: str, value_first: bool) -> list[tuple[str, set[tuple[str, str]]]]:
    """Texts of three places with two contenders each, and what they state."""
    found = []
    grid = itertools.product(PLACES, NAMES, INNER, OUTER)
    for at, (places, names, inner, outer) in enumerate(grid):
        around = AROUND[at % len(AROUND)]
        if "\n" in order and "\n" not in outer:
            continue
        shares = iter(("41,2", "33,4", "52,1", "29,3", "44,8", "38,6"))
        wanted, parts = set(), []
        for place in places:
            told = []
            for name in names:
                share = next(shares)
                wanted.add((place, share.replace(",", ".")))
                told.append(f"%{share} {name}" if value_first else f"{name} {share}")
            parts.append(order.format(place=place, told=inner.join(told)))
        found.append((around.format(outer.join(parts)), wanted))
    return found


@pytest.mark.parametrize(
    ("order", "least"), list(zip(ORDERS, (0.9, 0.5, 0.85, 0.85), strict=True)), ids=ORDERS
)
def test_a_list_of_places_keeps_each_figure_in_its_own(order: str, least: float) -> None:
    stated = right = 0
    for text, wanted in lists(order, False):
        told, asked, _ = given(text)
        wrong = {one for one in told - wanted if one[0] != "None" and one[1] not in asked}
        assert not wrong, text
        stated, right = stated + len(wanted), right + len(told & wanted)
    assert right >= least * stated


def test_values_first_with_their_place_behind() -> None:
    for text, wanted in lists("{told} ({place})", True):
        told, asked, _ = given(text)
        assert not {one for one in told - wanted if one[0] != "None" and one[1] not in asked}, text


@pytest.mark.parametrize("name", ["Aydın Ali Kaya", "Uşak Esin Köymen", "Uşak Ali Kaya (CHP)"])
def test_a_long_name_that_begins_with_a_place_is_asked(name: str) -> None:
    told, _, records = given(f"Rize: CHP 41,2\n{name} 35,6")
    assert told == {("Rize", "41.2")}
    assert "Q310" in [one["code"] for record in records for one in record["questions"]]


def test_but_not_inside_another_place() -> None:
    assert given("Rize: Nilüfer Esin Köymen 35,6")[0] == {("Rize", "35.6")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rize'de CHP 27,3; AKP 40,9 - Bolu'da CHP 51,2", {("Rize", "27.3"), ("Rize", "40.9"),
                                                           ("Bolu", "51.2")}),
        ("Yüzde 54,0 ile Rize, 38,7 ile Bolu'da CHP", {("Rize", "54.0"), ("Bolu", "38.7")}),
        ("CHP 60,0'a yükseldi, AKP 32,2'de (Bolu, sandık yüzde 71)", {("Bolu", "60.0"),
                                                                     ("Bolu", "32.2")}),
        ("Rize'de CHP 60,0'a çıktı, AKP 32,2'de (Bolu, sandık yüzde 71)", {("Rize", "60.0"),
                                                                          ("Bolu", "32.2")}),
        ("CHP %81,7 AKP %18,3 – Bolu, katılım %86,0", {("Bolu", "81.7"), ("Bolu", "18.3")}),
    ],
)  # fmt: skip
def test_orders_in_prose(text: str, wanted: set[tuple[str, str]]) -> None:
    assert given(text)[0] == wanted


def test_a_place_only_spoken_of_is_not_where_the_next_figures_are() -> None:
    text = "Rize'de %55,0'i bulan CHP, Türkiye'deki en yüksek oyunu aldı. AKP yüzde 31,9'da kaldı."
    told, _, records = given(text)
    assert ("Türkiye", "31.9") not in told
    assert "Q310" in [one["code"] for record in records for one in record["questions"]]


def test_a_name_of_two_provinces_behind_figures_is_asked() -> None:
    _, _, records = given("CHP 41,2, AKP 33,4 (Bozkurt)")
    assert [one["code"] for record in records for one in record["questions"]] == ["Q306"]


JOINT = ("Muş ve Rize'de", "Muş ile Rize'de", "Uşak, Muş ve Rize'de", "hem Muş'ta hem Rize'de")
SHARED = (
    "CHP yüzde 48,1 aldı.",
    "CHP 48,1, AKP 40,2, MHP 9,3.",
    "katılım yüzde 84,2.",
    "sandıkların yüzde 84,2'si açıldı.",
    "CHP'nin oyu yüzde 48,1.",
)


@pytest.mark.parametrize("places", JOINT)
@pytest.mark.parametrize("told", SHARED)
def test_what_is_told_of_places_at_once_is_no_single_ones(places: str, told: str) -> None:
    records = read(f"{places} {told}").records
    assert not any(one.has_figures for one in records)
    assert "Q310" in {question.code for one in records for question in one.questions}
    alone = read(f"Rize'de {told}").records
    assert [one.place for one in alone if one.has_figures] == ["Rize"]


@pytest.mark.parametrize("places", ["Muş ve Rize'de", "Muş ile Rize'de"])
def test_values_as_many_as_places_go_in_turn(places: str) -> None:
    records = read(f"{places} CHP yüzde 48,1 ve yüzde 40,2 aldı.").records
    told = [(one.place, str(one.results[0].pct)) for one in records]
    assert told == [("Muş", "48.1"), ("Rize", "40.2")]


@pytest.mark.parametrize("joined", ["ve", "ile", "+"])
@pytest.mark.parametrize("told", SHARED[:2])
def test_what_is_told_of_contests_at_once_is_no_single_one_s(joined: str, told: str) -> None:
    night = Context.of(load("istanbul-2024"))
    for races in (f"başkanlık {joined} meclis", f"büyükşehir {joined} ilçe belediye başkanlığı"):
        (record,) = read(f"Şile {races}: {told}", night).records
        assert record.contest is None, races
        assert "Q316" in {question.code for question in record.questions}
