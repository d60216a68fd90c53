"""Damaged and decorated texts: what is certain is read, what is not is asked where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from desk.facts.catalog import load
from desk.reading.reader import Context, read, to_json

FILE = Context.of(load("istanbul-2024"))


def told(text: str) -> list[tuple[Any, ...]]:
    return [
        (record["agency"], record["place"], *(one["pct"] for one in record["results"]))
        for record in to_json(read(text, FILE))["records"]
        if record["results"]
    ]


def asked(text: str) -> list[tuple[str, str, str]]:
    records = to_json(read(text, FILE))["records"]
    return [
        (record["place"], one["code"], one["text"])
        for record in records
        for one in record["questions"]
        if one["code"] != "Q316"
    ]


PHONES = (
    "+90 532 412 33 44",
    "0532 412 33 44",
    "0 (532) 412 33 44",
    "(0212) 444 51 14",
    "532-412-33-44",
    "05324123344",
    "444 5 114",
    "0850 222 0 999",
)


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("text", ["{}: BEYOĞLU AA CHP 55,05", "BEYOĞLU AA CHP 55,05 Tel: {}"])
def test_a_telephone_is_no_figure_and_costs_none(phone: str, text: str) -> None:
    assert told(text.format(phone)) == [("AA", "Beyoğlu", "55.05")]
    assert asked(text.format(phone)) == []


@pytest.mark.parametrize(
    "text",
    [
        "BEYOÐLU: AA: Ýmamoðlu yüzde 55,05",
        "BEYOÄ\ufffdLU: AA: Ä°mamoÄŸlu yÃ¼zde 55,05",
        "*BEYOĞLU*\n_AA_: İmamoğlu ~55,05~",
        "[31.03.2024 19:25:12] Masa: *BEYOĞLU* AA: İmamoğlu *%55,05*",
        "BEYOĞLU (AA) – İmamoğlu: 55,05 (+3,2)",
        "Beyoğlu AA İmamoğlu \u202a55.05\u202c",
        "Beyoğlu ⟶ AA: İmamoğlu ............ 55,05",
        "Beyoğlu: AA: İmamoğlu 55. 05 %",
        "Beyoğlu: AA: İmamoğlu 55,05 https://t.co/a4B7x9 www.haber.com/2024/31",
    ],
)
def test_what_is_certain_is_read(text: str) -> None:
    assert told(text) == [("AA", "Beyoğlu", "55.05")]


def test_an_unknown_person_without_a_party_is_asked() -> None:
    text = "Üsküdar Belediye Başkanlığı: Ahmet Demirci yüzde 48,2"
    assert told(text) == []
    assert asked(text) == [("Üsküdar", "Q301", "Ahmet Demirci")]


@pytest.mark.parametrize("mark", ["\ufffd", "?"])
def test_letters_an_encoding_lost_are_put_back_where_one_word_fits(mark: str) -> None:
    lost = "ışğ" if mark == "?" else "ışğüöç"
    text = "Sarıyer'de açılan sandık yüzde 61,2; CHP yüzde 51,7, AK Parti yüzde 34,2"
    damaged = "".join(mark if letter in lost else letter for letter in text)
    assert told(damaged) == told(text) != []
