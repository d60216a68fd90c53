"""Who talks in a chat, and where she is."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

Told = tuple[str | None, str | None, list[str]]


def _told(text: str) -> list[Told]:
    records = to_json(read(text, night()))["records"]
    return [
        (one["place"], one["contest"], [two["pct"] for two in one["results"]]) for one in records
    ]


@pytest.mark.parametrize("asks", ["kaç?", "kaç", "var mı", "geldi mi?"])
@pytest.mark.parametrize("place", ["Ataşehir", "ataşehir"])
def test_what_is_asked_is_what_is_answered(place: str, asks: str) -> None:
    told = _told(f"Selin: {place} meclis {asks}\nOkan: chp 51,3 akp 31,0 anka")
    assert told == [("Ataşehir", "ilce-meclisi", ["51.3", "31.0"])]


@pytest.mark.parametrize(
    "sender", ["Deniz (Esenyurt)", "[21:16] Esenyurt muhabir", "[21:16] Esenyurt"]
)
def test_where_the_sender_is_is_where_it_is_of(sender: str) -> None:
    told = _told(f"{sender}: anka başkanlık chp 50,1 akp 38,7")
    assert told == [("Esenyurt", "ilce-baskanligi", ["50.1", "38.7"])]


def test_what_she_says_goes_before_where_she_is() -> None:
    told = _told("Deniz (Esenyurt): anka Kartal başkanlık chp 50,1 akp 38,7")
    assert told == [("Kartal", "ilce-baskanligi", ["50.1", "38.7"])]


def test_a_contender_with_a_place_is_no_sender() -> None:
    (record,) = to_json(read("İmamoğlu (Kadıköy): oyların yüzde 81,2'si", night()))["records"]
    assert [one["contender"] for one in record["results"]] in (["chp"], [])
