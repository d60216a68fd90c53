"""A figure told of somebody's rival is not hers."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

OF_NOBODY = (
    "Kurum, yüzde 50,9 alan rakibini kutladı.",
    "Kurum, 50,9 oy alan rakibini arayıp tebrik etti.",
    "Kurum'un yarıştığı aday 50,9 aldı.",
    "Kurum'un yenildiği isim 50,9 aldı.",
    "Kurum'un en büyük rakibi yüzde 50,9'da kaldı.",
    "Kurum'un tek rakibi yüzde 50,9 oy alabildi.",
    "Kurum'un oyu rakibinin 50,9'una yetişemedi.",
    "Kurum rakibinin oyunu yüzde 50,9 olarak gördü.",
    "Kurum: Rakibim 50,9 aldı.",
)
NAMED_BEHIND = (
    "İmamoğlu'nun en yakın rakibi yüzde 40,1'le Kurum oldu.",
    "İmamoğlu'nun en güçlü rakibi 40,1'le AK Partili Kurum.",
    "İmamoğlu'nun en yakın takipçisi yüzde 40,1 ile Kurum.",
    "İmamoğlu'nun en yakın rakibi Kurum 40,1 aldı.",
)
HER_OWN = (
    "Kurum rakibini geride bırakarak 40,1 aldı.",
    "Kurum, rakibinin 11 puan gerisinde, yüzde 40,1'de.",
    "Yüzde 40,1 alan Kurum rakibini kutladı.",
    "Kurum yüzde 40,1'le en yakın rakip oldu.",
)


def told(text: str) -> list[tuple[str, str | None]]:
    """Each share with its contender, where no question lies on it."""
    records = to_json(read(text, night()))["records"]
    return [
        (result["contender"], result["pct"])
        for record in records
        if not record["questions"]
        for result in record["results"]
    ]


@pytest.mark.parametrize("text", OF_NOBODY)
def test_what_is_told_of_a_rival_is_not_hers(text: str) -> None:
    """Nobody is named whose it is."""
    assert ("ak_parti", "50.9") not in told(text)


@pytest.mark.parametrize("text", NAMED_BEHIND)
def test_the_rival_who_is_named_has_it(text: str) -> None:
    """`... rakibi yüzde 40,1'le Kurum oldu`"""
    assert told(text) == [("ak_parti", "40.1")]


@pytest.mark.parametrize("text", HER_OWN)
def test_what_she_got_against_a_rival_is_hers(text: str) -> None:
    """`rakibini geride bırakarak 40,1 aldı`"""
    assert ("ak_parti", "40.1") in told(text)
