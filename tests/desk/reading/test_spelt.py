"""Numbers in words: decimals are read, whole shares are as round as speech is and asked."""

from __future__ import annotations

from time import process_time

import pytest

from desk.reading.reader import read, to_json
from desk.reading.spelt import spelt_at
from desk.reading.tokens import tokenise

TENS = ["-", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
ONES = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]


def words(value: int) -> str:
    if value < 10:
        return ONES[value]
    return TENS[value // 10] + (f" {ONES[value % 10]}" if value % 10 else "")


@pytest.mark.parametrize("whole", range(0, 100, 7))
@pytest.mark.parametrize("part", ["05", "5", "10", "42", "99"])
@pytest.mark.parametrize("mark", ["virgül", "nokta"])
def test_a_share_in_words(whole: int, part: str, mark: str) -> None:
    rest = f"sıfır {ONES[int(part)]}" if part[0] == "0" else words(int(part))
    (record,) = to_json(read(f"CHP yüzde {words(whole)} {mark} {rest}, katılım iyi"))["records"]
    (result,) = record["results"]
    assert result["pct"] == f"{whole}.{part}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("İmamoğlu elli bir buçuk", "51.5"),
        ("İmamoğlu elli bir buçukla önde", "51.5"),
        ("İmamoğlu otuz dokuz virgül sekizde kaldı", "39.8"),
        ("İmamoğlu yüzde 51 buçuk", "51.5"),
    ],
)
def test_speech_has_its_suffixes(text: str, value: str) -> None:
    (record,) = to_json(read(text))["records"]
    assert [one["pct"] for one in record["results"]] == [value]


def test_votes_and_points_in_words() -> None:
    (record,) = to_json(read("CHP yüz yirmi bin üç yüz oy aldı"))["records"]
    assert record["results"][0]["votes"] == 120300
    (record,) = to_json(read("CHP dört puan önde"))["records"]
    assert record["lead_points"] == "4"


@pytest.mark.parametrize("text", ["CHP yüzde elli altı", "CHP yüzde ellinin üzerinde"])
def test_a_whole_share_in_words_is_asked(text: str) -> None:
    (record,) = to_json(read(text))["records"]
    assert not record["results"]
    assert [one["code"] for one in record["questions"]] == ["Q311"]


@pytest.mark.parametrize(
    "text",
    ["iki aday", "altı ilçe", "on yedi aday", "elli elli", "yüz yüze", "bir buçuk saat önce"],
)
def test_words_that_are_no_figures(text: str) -> None:
    assert not to_json(read(f"CHP {text} yarıştı"))["records"]


def test_what_makes_no_number_is_none() -> None:
    tokens = tokenise("elli kırk virgül üç", 0, 19, frozenset())
    assert spelt_at(tokens, 0, True) is None


def test_a_word_is_no_longer_to_read_than_it_is_long() -> None:
    # Every beginning of it would be half a million words of half a million letters.
    start = process_time()
    read("AA Beyoğlu: CHP %58,63 " + "x" * 1_000_000 + " AKP %35,94")
    assert process_time() - start < 20
