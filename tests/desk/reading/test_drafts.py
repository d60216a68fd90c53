"""A name nobody here knows is a contender's by the figures beside it, where no file is."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

RESULTS = (
    "Rize'de Bozbey yüzde {}, Akkaya yüzde 38,3",
    "Rize\nBozbey {}\nAkkaya 38,3",
    "Rize'de sandık %100: Bozbey %{} CHP %38,3",
    "Rize: CHP 38,3, Bozbey {}",
    "Rize\nSaat\tBozbey\tAkkaya\n21.00\t{}\t38,3",
)
OTHERS = (
    "Rize: CHP 49,2, AKP 38,3\nNem %{}",
    "Rize'de CHP 49,2, AKP 38,3. Nem yüzde {}.",
    "Bozbey yüzde {}",
    "Rize'de Bozbey yüzde {}",
    "ABONE OL {}",
)


def told(text: str, with_file: bool = False) -> tuple[list[str], list[str]]:
    """The shares given and what is asked about."""
    records = to_json(read(text, night() if with_file else None))["records"]
    given = [str(one["pct"]) for record in records for one in record["results"]]
    return given, [one["code"] for record in records for one in record["questions"]]


@pytest.mark.parametrize("share", ["47,6", "52,0", "31,9"])
@pytest.mark.parametrize("text", RESULTS)
def test_a_name_in_a_results_company(text: str, share: str) -> None:
    given, asked = told(text.format(share))
    assert sorted(given) == sorted([share.replace(",", "."), "38.3"])
    assert not asked


@pytest.mark.parametrize("share", ["47,6", "12,3", "8,0"])
@pytest.mark.parametrize("text", OTHERS)
def test_a_name_without_it_is_asked(text: str, share: str) -> None:
    given, asked = told(text.format(share))
    assert share.replace(",", ".") not in given
    assert "Q301" in asked


@pytest.mark.parametrize("text", RESULTS[:4])
def test_a_file_knows_its_contenders_itself(text: str) -> None:
    given, asked = told(text.format("47,6").replace("Rize", "Kartal"), with_file=True)
    assert "47.6" not in given
    assert "Q301" in asked


def test_shares_that_make_no_result_are_asked() -> None:
    assert told("Rize'de Bozbey yüzde 81,2, Akkaya yüzde 38,3") == ([], ["Q301", "Q301"])
