"""A figure that words nobody knows explain is no contender's, whoever is named beside it."""

from __future__ import annotations

import itertools

import pytest

from desk.reading.reader import Reading, Result, read
from tests.desk.reading.score import night

PEOPLE = ("İmamoğlu", "Kurum", "CHP", "AK Parti")
ATTRIBUTES = (
    "indirimli ulaşım", "pahalanan ekmek", "ucuzlayan kira", "doluluk", "verimli proje",
    "hibe", "kotalı internet", "engelli kontenjanı", "iskontolu bilet",
)  # fmt: skip
MEASURES = ("iddaa oranı", "onay oranı", "işsizlik oranı", "doluluk oranı", "faiz payı")
GIVERS = ("Bahis siteleri", "Bülten şirketleri", "Kupon satıcıları")


def _given(reading: Reading) -> list[Result]:
    """Contenders' figures that would be filed."""
    return [result for record in reading.records for result in record.results]


def _told(reading: Reading) -> int:
    """What is asked about or left out by name."""
    asked = sum(len(record.questions) for record in reading.records)
    return asked + len(reading.ignored)


@pytest.mark.parametrize(("who", "what"), list(itertools.product(PEOPLE, ATTRIBUTES)))
def test_a_share_of_something_else(who: str, what: str) -> None:
    for text in (f"{who} yüzde 40 {what} sözü verdi", f"{who}: Yüzde 12 {what} konuşuldu"):
        reading = read(text, night())
        assert not _given(reading), text
        assert _told(reading), text


@pytest.mark.parametrize(("who", "what"), list(itertools.product(PEOPLE, MEASURES)))
def test_a_rate_of_something_else(who: str, what: str) -> None:
    reading = read(f"{who} için {what} 2,85 oldu", night())
    assert not _given(reading)
    assert _told(reading)


@pytest.mark.parametrize("giver", GIVERS)
def test_odds_are_no_shares(giver: str) -> None:
    reading = read(f"{giver} İmamoğlu'na 1.42, Kurum'a 2.85 oran veriyor.", night())
    assert not _given(reading)
    assert _told(reading)


@pytest.mark.parametrize("verb", ["aldı", "ile önde", "alarak birinci oldu", "oy oranına ulaştı"])
@pytest.mark.parametrize("who", PEOPLE)
def test_known_words_explain_a_share(who: str, verb: str) -> None:
    (result,) = _given(read(f"Kadıköy'de {who} yüzde 40,1 {verb}", night()))
    assert str(result.pct) == "40.1"
