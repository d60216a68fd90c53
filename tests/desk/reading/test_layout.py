"""A number a line begins with is its time or its first value, by the shape of line and block."""

from __future__ import annotations

from typing import Any

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

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


@pytest.mark.parametrize("mark", [" ", "  ", " • ", " · ", ") ", " - ", " | "])
@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("CHP 47,1", "AKP 22,5", [None]),
        ("Konya CHP 47,1", "Bursa CHP 22,5", ["Konya", "Bursa"]),
        ("Konya: CHP · 47,1", "Bursa: CHP · 22,5", ["Konya", "Bursa"]),
        ("Mardin CHP 47,1", "Kastamonu CHP 22,5", ["Mardin", "Kastamonu"]),
    ],
)
def test_a_lists_own_numbers_are_no_figures(
    mark: str, first: str, second: str, places: list[str | None]
) -> None:
    records = read(f"1{mark}{first}\n2{mark}{second}").records
    assert [one.place for one in records] == places
    shares = [str(result.pct) for record in records for result in record.results]
    assert shares == ["47.1", "22.5"] and not any(record.questions for record in records)


@pytest.mark.parametrize(("one", "two"), [("1", "2"), ("1)", "2)"), ("①", "②"), ("❶", "❷")])
def test_numbers_before_the_names_of_cards_are_no_figures(one: str, two: str) -> None:
    (record,) = read(f"Ordu\n{one} Ali Kaya\n%44,8 · 199.208 oy\n{two} Veli Taş\n%26,3").records
    told = [(result.candidate, str(result.pct)) for result in record.results]
    assert told == [("Ali Kaya", "44.8"), ("Veli Taş", "26.3")] and not record.questions


@pytest.mark.parametrize("lines", ["1 CHP 47,1", "3 CHP 47,1\n4 AKP 22,5", "1 CHP 47,1\n1 AKP 22"])
def test_numbers_that_count_no_lines_are_asked(lines: str) -> None:
    assert any(record.questions for record in read(lines).records)


@pytest.mark.parametrize("dots", ["…", "...", "......"])
def test_dots_lead_from_a_name_to_its_figure(dots: str) -> None:
    (record,) = read(f"Konya\nCHP {dots} 117.205 oy {dots} %47,1\nAKP {dots} %22,5").records
    told = [(one.votes, str(one.pct)) for one in record.results]
    assert told == [(117205, "47.1"), (None, "22.5")]


@pytest.mark.parametrize(
    "tail", ["AA 22.10", "22.10 – AA", "İBB – 22.10 – AA", "AA'nın 22.10 verisi."]
)
def test_an_hour_before_its_source_is_no_figure(tail: str) -> None:
    (record,) = to_json(read(f"Konya: CHP: %47,1; AKP: %22,5; {tail}"))["records"]
    assert (record["agency"], record["time"]) == ("AA", "22:10")
    assert [one["pct"] for one in record["results"]] == ["47.1", "22.5"]


def test_of_several_hours_behind_none_is_taken() -> None:
    (record,) = to_json(read("Konya: CHP 47,1 (AA, 20.10 / 20.40)"))["records"]
    assert (record["agency"], record["time"]) == ("AA", None)


def test_the_bands_of_a_screen_are_lines_of_their_own() -> None:
    records = to_json(read("KONYA | CHP 47,1 | AA 22.10 || BURSA | CHP 22,5"))["records"]
    told = [(one["place"], one["agency"], one["time"]) for one in records]
    assert told == [("Konya", "AA", "22:10"), ("Bursa", None, None)]


def test_a_liveblog_s_entries_that_run_on_are_lines_of_their_own() -> None:
    """`19.40 ... kalktı. 20.03 AA: ...`: each with its own hour."""
    text = (
        "19.40 Yayın yasağı kalktı. 20.03 AA: İmamoğlu 48,0. "
        "20.11 Kadıköy'de belediye başkanlığında Kösedağı 66,1. 20.40 ANKA: İmamoğlu 50,1."
    )
    records = to_json(read(text, night()))["records"]
    assert [(one["time"], one["results"][0]["pct"]) for one in records] == [
        ("20:03", "48.0"),
        ("20:11", "66.1"),
        ("20:40", "50.1"),
    ]


@pytest.mark.parametrize("sent", ["{}", "{} {}", "{} ({})", "{}, {}", "kaynak {} saat {}"])
@pytest.mark.parametrize("parted", [" / ", "/ ", " | ", "; ", " - ", " – ", ". "])
def test_parts_of_a_line_have_the_source_behind_them(sent: str, parted: str) -> None:
    """`... AA 22.10 / ... ANKA 22.15`: never the other's figures."""
    parts = [("AA", "22.10", "50,4", "40,6"), ("ANKA", "22.15", "51,3", "39,5")]
    text = parted.join(
        f"İmamoğlu {one} Kurum {two} {sent.format(source, time)}"
        for source, time, one, two in parts
    )
    given = {
        record["agency"]: (record["time"], *(row["pct"] for row in record["results"]))
        for record in to_json(read(text, night()))["records"]
    }
    timed = sent.count("{}") > 1
    assert given == {
        source: (
            time.replace(".", ":") if timed else None,
            one.replace(",", "."),
            two.replace(",", "."),
        )
        for source, time, one, two in parts
    }
