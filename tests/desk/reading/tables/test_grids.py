"""Cells that lost their comma, became a date or stand under names of single blanks."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night
from tests.desk.reading.test_damage import asked, told


@pytest.mark.parametrize("cell", ["5505", "5,505", "#YOK", "12.03.2024", "12.Mar"])
def test_a_cell_that_lost_its_comma_or_became_a_date_is_asked_alone(cell: str) -> None:
    text = f"İlçe\tAA CHP\tAA AKP\nÜsküdar\t51,1\t39,3\nBeyoğlu\t{cell}\t39,23\nŞişli\t71,2\t22,1"
    assert told(text) == [
        ("AA", "Üsküdar", "51.1", "39.3"),
        ("AA", "Beyoğlu", "39.23"),
        ("AA", "Şişli", "71.2", "22.1"),
    ]
    assert [(place, text) for place, _, text in asked(text)] == [("Beyoğlu", cell)]


def test_a_whole_table_without_commas_is_asked() -> None:
    text = "İlçe\tAA CHP\tAA AKP\nBeyoğlu\t5505\t3923\nÜsküdar\t5,114\t3,932"
    assert told(text) == []
    assert [text for _, _, text in asked(text)] == ["5505", "3923", "5,114", "3,932"]


def test_votes_with_dots_or_a_heading_are_votes() -> None:
    for text in ("Aday\tOy\nCHP\t5,505\nAKP\t3,923", "İlçe\tCHP\tAKP\nŞile\t5.505\t3.923"):
        (record,) = to_json(read(text))["records"]
        assert [one["votes"] for one in record["results"]] == [5505, 3923]


def test_a_table_parted_by_single_blanks() -> None:
    text = "AA\nİLÇE CHP AKP\nBEYOĞLU 55,05 39,23\nÜSKÜDAR 51,14 39,32"
    assert told(text) == [
        ("AA", "Beyoğlu", "55.05", "39.23"),
        ("AA", "Üsküdar", "51.14", "39.32"),
    ]


def test_names_beside_each_of_several_columns_of_values() -> None:
    text = (
        "İlçe | Kazanan | Parti | Oy oranı | Rakip | Oy oranı\n"
        "Bakırköy | Ayşe Kaya | CHP | 67,72 | AK Parti | 22,07\n"
        "Başakşehir | Ali Can | AK Parti | 46,78 | CHP | 36,70"
    )
    rows = [
        (record["place"], [(one["party"], one["pct"]) for one in record["results"]])
        for record in to_json(read(text))["records"]
    ]
    assert rows == [
        ("Bakırköy", [("chp", "67.72"), ("ak_parti", "22.07")]),
        ("Başakşehir", [("ak_parti", "46.78"), ("chp", "36.70")]),
    ]
    unnamed = text.replace("| AK Parti | 22,07", "| | 22,07")
    assert not any(record["results"] for record in to_json(read(unnamed))["records"][:1])


def test_two_rows_of_heads_are_one() -> None:
    head = "\tAA\tAA\tANKA\tANKA\nİlçe\tCHP\tAKP\tCHP\tAKP"
    rows = "Beyoğlu\t48,5\t41,4\t49,9\t40,2\nÇatalca\t49,9\t45,5\t\t"
    assert told(f"{head}\n{rows}") == [
        ("AA", "Beyoğlu", "48.5", "41.4"),
        ("ANKA", "Beyoğlu", "49.9", "40.2"),
        ("AA", "Çatalca", "49.9", "45.5"),
    ]
    twice = head.replace("AKP\tCHP", "CHP\tCHP")
    assert told(f"{twice}\n{rows}") == []


def shares(text: str) -> list[tuple[str | None, ...]]:
    """Place and shares of each record, read without a night."""
    records = to_json(read(text))["records"]
    return [(one["place"], *(row["pct"] for row in one["results"])) for one in records]


def test_a_name_among_places_is_one_of_them() -> None:
    text = "İlçe\tCHP\tAKP\nYıldırım\t46,0\t37,5\nOsmangazi\t39,8\t47,4"
    assert shares(text) == [("Yıldırım", "46.0", "37.5"), ("Osmangazi", "39.8", "47.4")]
    assert shares("Aday\tOran\nYıldırım\t46,0\nPolat\t37,5") == [(None, "46.0")]


def test_mandates_are_seats_where_they_are_no_shares() -> None:
    assert shares("Parti\tOran\tMV\nCHP\t37,6\t3\nAKP\t23,6\t2") == [(None, "37.6", "23.6")]
    assert shares("Muğla\t2023 MV\nCHP\t%37,6\nAKP\t%23,6") == [("Muğla", "37.6", "23.6")]


@pytest.mark.parametrize(
    ("table", "hours"),
    [
        ("Ankara (AA 23.15)\tCHP\tAK Parti\nÇankaya\t65,9\t23,7", ["23:15"]),
        ("AA 23.15\tCHP\tAK Parti\n21.10\t65,9\t23,7\n22.10\t65,1\t23,9", ["21:10", "22:10"]),
        ("AA 23.15\tCHP 20.10\tCHP 21.10\nSivas\t40,1\t41,1", ["20:10", "21:10"]),
        ("AA 23.15\tSaat\tCHP\tAK Parti\nSivas\t22.40\t40,1\t41,1", ["22:40"]),
    ],
)
def test_the_corners_hour_is_of_cells_without_their_own(table: str, hours: list[str]) -> None:
    records = read(table).records
    assert [record.time.strftime("%H:%M") for record in records if record.time] == hours


UPRIGHT = {
    "İlçe\nCHP\nAKP\n{one}\n54,2\n35,8\n{two}\n50,7\n39,3": 4,
    "CHP\nAKP\n{one}\n54,2\n35,8\n{two}\n50,7\n39,3": 4,
    "AA\n\nİlçe\nSandık %\nCHP\n{one}\n54,2\n35,8\n{two}\n50,7\n39,3": 2,
    "Sıra\nYer\nCHP\nAKP\n1\n{one}\n54,2\n35,8\n2\n{two}\n50,7\n39,3": 4,
    "Gündem\nSpor\nYaşam\n{one}\n54,2\n35,8\n{two}\n50,7\n39,3": 0,
}


@pytest.mark.parametrize("text", UPRIGHT)
def test_a_table_with_one_cell_a_line_is_a_table_where_its_head_says_so(text: str) -> None:
    reading = read(text.format(one="Sivas", two="Uşak"))
    told = [one.pct for record in reading.records for one in record.results]
    assert len(told) == UPRIGHT[text]
    if told:
        assert [record.place for record in reading.records] == ["Sivas", "Uşak"]


SPACED = {
    "İl CHP AKP": ("{} 54,2 35,8", 2),
    "İl Açılan CHP AK Parti": ("{} 96,2 54,2 35,8", 2),
    "İl Açılan Sandık CHP Yeniden Refah": ("{} %96,2 %54,2 %35,8", 2),
    "Yer Sandık CHP Oy AKP Oy": ("{} 412 154.212 135.800", 2),
    # A heading that does not say what the values are, or fewer of them.
    "Gündem Spor Yaşam": ("{} 54,2 35,8", 0),
    "İl CHP AKP MHP": ("{} 54,2 35,8", 0),
}


@pytest.mark.parametrize("heading", SPACED)
@pytest.mark.parametrize("places", [("Sivas", "Uşak"), ("Aydın", "Muğla", "Tekirdağ")])
def test_a_table_with_single_blanks(heading: str, places: tuple[str, ...]) -> None:
    row, figures = SPACED[heading]
    reading = read("\n".join([heading, *map(row.format, places)]))
    told = {record.place: len(record.results) for record in reading.records if record.results}
    assert told == (dict.fromkeys(places, figures) if figures else {})
    if "Açılan" in heading:
        assert {str(record.opened_pct) for record in reading.records} == {"96.2"}


@pytest.mark.parametrize(
    ("heading", "votes"),
    [
        ("OY | OY YÜZDE | |", [19387412, 13791299]),
        ("Oy | Oran | |", [19387412, 13791299]),
        ("Parti | Oy | Oran |", [19387412, 13791299]),
        ("Parti | Durum | |", [None, None]),
    ],
)
def test_the_names_of_a_table_may_have_no_heading(heading: str, votes: list[int | None]) -> None:
    rows = ("AK Parti | 19.387.412 | %35,61 |", "CHP | 13.791.299 | %25,33 |")
    (record,) = read("\n".join((heading, *rows))).records
    assert [one.votes for one in record.results] == votes
    assert [str(one.pct) for one in record.results] == ["35.61", "25.33"]


@pytest.mark.parametrize("note", ["geri çekildi", "teyitsiz", "iptal", "hatalı", "doğrulanmadı"])
def test_a_row_whose_note_takes_it_back_is_asked(note: str) -> None:
    head = "İlçe\tAjans\tİmamoğlu\tKurum\tNot"
    table = f"{head}\nÜsküdar\tAA\t50,1\t42,3\t{note}\nFatih\tAA\t45,6\t47,8\t"
    records = to_json(read(table, night()))["records"]
    assert [one["place"] for one in records if one["results"]] == ["Fatih"]
    assert any(one["code"] == "Q313" for record in records for one in record["questions"])


def test_the_mean_of_two_agencies_is_nobodys() -> None:
    rows = "İmamoğlu\t50,1\t50,6\t50,35\nKurum\t42,3\t41,8\t42,05"
    table = f"Üsküdar İBB\tAA\tANKA\tOrtalama\n{rows}"
    reading = to_json(read(table, night()))
    told = {one["pct"] for record in reading["records"] for one in record["results"]}
    assert told == {"50.1", "42.3", "50.6", "41.8"}
    assert {one["text"] for one in reading["ignored"]} == {"50,35", "42,05"}
