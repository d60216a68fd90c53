"""A number with two digits on each side of its mark: a time of day, or a share."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Konya açılan sandık: 22.00 %57,8", [("22:00", "57.8")]),
        ("Konya açılan sandık – 22.00 %57,8", [("22:00", "57.8")]),
        ("Konya (22.00) açılan sandık %57,8", [("22:00", "57.8")]),
        ("Konya açılan sandık: 22.50", [(None, "22.50")]),
        ("Konya açılan sandık: %22.50", [(None, "22.50")]),
    ],
)
def test_how_far_the_count_is_at_what_hour(text: str, wanted: list[tuple[str | None, str]]) -> None:
    records = to_json(read(text))["records"]
    assert [(one["time"], one["opened_pct"]) for one in records] == wanted


def test_when_the_vote_ends_is_no_bulletins_time() -> None:
    for ends in ("bittiği", "sona erdiği", "başladığı"):
        (record,) = read(f"Oy vermenin 17.00'de {ends} Konya'da CHP yüzde 39,2 aldı.").records
        assert record.time is None, ends
    (record,) = read("Sayımın 21.00'de sürdüğü Konya'da CHP yüzde 39,2 aldı.").records
    assert record.time is not None


@pytest.mark.parametrize("shut", ["kapanan", "biten"])
def test_when_the_polls_close_is_no_bulletins_time(shut: str) -> None:
    (record,) = read(f"Saat 17.00'de {shut} sandıklarda Konya'da CHP 39 bin 18 oy aldı.").records
    assert record.time is None and record.results[0].votes == 39018
    (record,) = read("Saat 21.00'de sayılan sandıklarda Konya'da CHP 39 bin 18 oy aldı.").records
    assert record.time is not None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("AA'nın 21.17'deki ekranında Erdoğan yüzde 51,2.", ["21:17"]),
        (
            "Saat 21.02'de ANKA: Erdoğan 47,1. AA'nın 21.40'taki verisi: Erdoğan 52,3.",
            ["21:02", "21:40"],
        ),
        (
            "20.28'de ANKA'nın verisi Erdoğan 47,1; beş dakika önce AA'nınki Erdoğan 52,3.",
            ["20:28", None],
        ),
    ],
)
def test_whose_hour_it_is(text: str, times: list[str | None]) -> None:
    """An agency's own hour is its bulletin's; `beş dakika önce` is at no hour that is told."""
    assert [record["time"] for record in to_json(read(text))["records"]] == times


@pytest.mark.parametrize(
    "text",
    [
        "Sivas'ta Adem Uzun yüzde 43,3. Destici sonucu evinde öğrendiğinde saat 22.05'ti.",
        "Antalya'da Türel saat 21.00'e kadar öndeydi, Böcek yüzde 50,6'yla öne geçti.",
    ],
)
def test_the_hour_of_something_else_is_no_bulletins(text: str) -> None:
    """When somebody heard of it, until when somebody led."""
    assert {record["time"] for record in to_json(read(text))["records"]} == {None}
