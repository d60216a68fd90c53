"""A number a line begins with is its time or its first value, by the shape of line and block."""

from __future__ import annotations

from typing import Any

import pytest

from desk.reading.reader import read, to_json

SHARES = ("22.50", "12.30", "09.45")


def told(text: str) -> list[tuple[Any, ...]]:
    return [
        (one["place"], one["time"], *(row["pct"] for row in one["results"]))
        for one in to_json(read(text))["records"]
        if one["results"] or one["opened_pct"]
    ]


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(
    "text",
    [
        "Konya\n{} YRP, 49.40 AK Parti",
        "Konya\n{} YRP\n49.40 AK Parti",
        "Konya\n{} Yeniden Refah Partisi\n49.40 Adalet ve Kalkınma Partisi",
        "Konya\n{} - YRP\n49.40 - AK Parti",
        "Konya\n{} | YRP\n49.40 | AK Parti",
        "Konya\nYRP\n{}\nAK Parti\n49.40",
    ],
)
def test_a_value_in_front_of_its_name_is_no_time(text: str, share: str) -> None:
    records = to_json(read(text.format(share)))["records"]
    assert {(one["place"], one["time"]) for one in records} == {("Konya", None)}
    given = {row["pct"] for one in records for row in one["results"]}
    assert given == {share.removeprefix("0"), "49.40"}


@pytest.mark.parametrize("time", ["22.50", "12.30", "09.45", "19:25"])
@pytest.mark.parametrize(
    "text",
    [
        "{} Konya\nYRP 22.50",
        "{} – Konya: YRP 22.50",
        "{}\nKonya: YRP 22.50",
        "KONYA\n{}\nYRP 22.50",
        "{} YRP Konya'da yüzde 22.50 aldı",
        "{} İlk sonuçlar geliyor: Konya'da YRP 22.50",
        "{} Konya Büyükşehir Belediye Başkanlığı\nYRP 22.50",
    ],
)
def test_a_time_in_front_of_a_line(text: str, time: str) -> None:
    assert told(text.format(time)) == [("Konya", time.replace(".", ":"), "22.50")]


@pytest.mark.parametrize("heading", ["Konya", "Konya Belediye Başkanlığı", "ANKA: Konya"])
@pytest.mark.parametrize("mark", [" ", " | ", " - "])
def test_a_time_in_a_heading_opens_a_block(heading: str, mark: str) -> None:
    text = f"19.25{mark}Bursa\nCHP 47.1\n19.38{mark}{heading}\nCHP 22.5"
    assert told(text) == [("Bursa", "19:25", "47.1"), ("Konya", "19:38", "22.5")]


def test_values_in_front_of_places_are_no_times() -> None:
    assert told("CHP'nin oyu:\n21.15 Konya\n31.15 Bursa") == [
        ("Konya", None, "21.15"),
        ("Bursa", None, "31.15"),
    ]


@pytest.mark.parametrize(
    ("text", "time", "opened"),
    [
        ("Konya açılan sandık 22.50\nCHP 12.30", None, "22.50"),
        ("Konya açılan sandık (22.50): CHP 12.30", "22:50", None),
        ("Konya açılan sandık 22.50: %40 CHP 12.30", "22:50", "40"),
        ("Konya açılan sandık 22.50 CHP 12.30", None, None),
    ],
)
def test_how_far_the_count_is_and_when(text: str, time: str | None, opened: str | None) -> None:
    (record,) = to_json(read(text))["records"]
    assert (record["time"], record["opened_pct"]) == (time, opened)
    assert [one["text"] for one in record["questions"]] == ([] if time or opened else ["22.50"])
