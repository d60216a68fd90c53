"""A place that says who somebody is, is not where her figures are; one of inhabitants is."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.told import shares_of

PAST = (
    "eski Nilüfer Belediye Başkanı {}",
    "bir önceki dönem Nilüfer Belediye Başkanı {}",
    "Nilüfer'in eski belediye başkanı {}",
    "Nilüfer eski Belediye Başkanı {}",
    "eski Nilüfer adayı {}",
    "Nilüfer doğumlu {}",
    "Nilüfer'den gelen {}",
    "Nilüfer'i 20 yıl yöneten {}",
    "Nilüfer'de iki dönem başkanlık yapan {}",
    "Nilüfer Belediye Başkanlığı yapmış olan {}",
    "Nilüfer Belediye Başkanlığından gelen {}",
    "{} (eski Nilüfer Belediye Başkanı)",
    "{}, Nilüfer'in eski başkanı,",
    "{}, yani Nilüfer'in eski başkanı,",
)
NOW = (
    "Nilüfer Belediye Başkanı {}",
    "Nilüfer'in başkanı {}",
    "Nilüfer'in görevdeki başkanı {}",
    "Nilüfer'in efsane başkanı {}",
)
THERE = (
    "Nilüfer Belediye Başkan adayı {}",
    "Nilüfer'de {}",
    "Nilüfer'de yarışan {}",
    "Nilüfer'den aday olan {}",
)


def places_of(text: str) -> set[str | None]:
    """Where the figures of a text are filed that no question lies on, read without a night."""
    records = to_json(read(text, None))["records"]
    return {record["place"] for record in records if record["results"] and not record["questions"]}


@pytest.mark.parametrize("who", PAST)
@pytest.mark.parametrize("text", ["Bursa'da {} yüzde 47,6 aldı.", "BURSA: {} yüzde 47,6 aldı."])
def test_a_former_office_is_not_where_she_stands(who: str, text: str) -> None:
    """The other place told with the figures is meant."""
    assert places_of(text.format(who.format("Mustafa Bozbey"))) == {"Bursa"}


@pytest.mark.parametrize("who", PAST[:7])
def test_a_former_office_alone_is_asked_about(who: str) -> None:
    """Nothing else says where she stands: there again, or elsewhere."""
    assert places_of(f"{who.format('Mustafa Bozbey')} yüzde 47,6 aldı.") == set()


@pytest.mark.parametrize("who", NOW)
def test_an_office_of_today_beside_another_place_is_asked_about(who: str) -> None:
    """`Bursa'da Nilüfer Belediye Başkanı`: she may stand again, or for the city."""
    assert places_of(f"Bursa'da {who.format('Mustafa Bozbey')} yüzde 47,6 aldı.") == set()


@pytest.mark.parametrize("who", [*NOW[:3], *THERE])
def test_an_office_of_today_alone_is_where_she_stands(who: str) -> None:
    """`Nilüfer Belediye Başkanı ... yüzde 47,6 aldı`."""
    assert places_of(f"{who.format('Mustafa Bozbey')} yüzde 47,6 aldı.") == {"Nilüfer"}


@pytest.mark.parametrize("who", THERE)
def test_where_she_stands_is_where_her_figures_are(who: str) -> None:
    """The nearer of two places."""
    assert places_of(f"Bursa'da {who.format('Mustafa Bozbey')} yüzde 47,6 aldı.") == {"Nilüfer"}


@pytest.mark.parametrize("who", ["CHP'li isim", "Mustafa Bozbey", "CHP'nin adayı"])
def test_where_somebody_led_is_not_where_the_text_is(who: str) -> None:
    """The place told before holds; alone it may be where she stands."""
    led = f"Nilüfer'i 20 yıl yöneten {who} yüzde 47,6 aldı."
    assert places_of(f"Bursa'da Alinur Aktaş yüzde 38,1. {led}") <= {"Bursa"}
    assert places_of(led) <= {"Nilüfer"}


SAID = (
    "{}ler Tugay'a yüzde 48,9 verdi.",
    "{}lerin yüzde 48,9'u Tugay'a oy verdi.",
    "{}lerin yüzde 48,9'u Tugay dedi.",
    "{}lerden Tugay'a yüzde 48,9 çıktı.",
    "{} seçmen Tugay'a yüzde 48,9 verdi.",
    "{} seçmenin yüzde 48,9'u Tugay'a oy verdi.",
)


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(
    ("home", "place"),
    [
        ("Eskişehirli", "Eskişehir"),
        ("Balıkesirli", "Balıkesir"),
        ("Denizlili", "Denizli"),
        ("Alanyalı", "Alanya"),
        ("Şanlıurfalı", "Şanlıurfa"),
        ("Bodrumlu", "Bodrum"),
    ],
)
def test_inhabitants_are_their_place(said: str, home: str, place: str) -> None:
    """`Eskişehirlilerin yüzde 57,6'sı`: said of all who vote there."""
    many = said.format(home)
    if home.endswith(("lı", "lu")):
        many = many.replace("ler", "lar", 1).replace("larin", "ların").replace("larden", "lardan")
    assert places_of(many) == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Sivaslıların yoğun olduğu Ümraniye'de CHP yüzde 47,1 aldı.",
        "Rizelilerin yaşadığı Ümraniye'de CHP yüzde 47,1 aldı.",
        "Sivaslılar Derneği kutladı, Ümraniye'de CHP yüzde 47,1 aldı.",
    ],
)
def test_where_voters_come_from_is_not_where_they_vote(text: str) -> None:
    """`Sivaslıların yoğun olduğu Ümraniye`: the place they live in."""
    assert places_of(text) == {"Ümraniye"}


@pytest.mark.parametrize(
    "side",
    [
        "Anadolu yakasında",
        "Avrupa yakasından:",
        "Anadolu yakası:",
        "Anadolu Yakası (AA, 21.36):",
        "Boğaz'ın Anadolu tarafında",
        "Karşı yakada",
        "Tarihi yarımadada",
        "Sahil şeridinde",
    ],
)
def test_a_side_of_the_city_says_where_its_districts_lie(side: str) -> None:
    """`Anadolu yakasında CHP Kartal'da 55,2`; a figure of the whole side is asked about."""
    text = f"{side} Kartal'da İmamoğlu yüzde 56,4, Maltepe'de yüzde 61,7."
    assert places_of(text) == {"Kartal", "Maltepe"}
    assert places_of(f"{side} İmamoğlu yüzde 56,4.") == set()
    agencies = {record["agency"] for record in to_json(read(text, None))["records"]}
    assert agencies == {"AA" if "AA" in side else None}


def test_both_sides_are_all_of_the_city() -> None:
    """`İki yakada da İmamoğlu önde`: said of no part."""
    assert shares_of("İki yakada da İmamoğlu önde: yüzde 50,9.") == ["50.9"]
