"""A place that says who somebody is, is not where her figures are."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json

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
