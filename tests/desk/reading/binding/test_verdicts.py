"""How far a poll, a guess or a recount reaches from the sentence that tells it."""

from __future__ import annotations

import pytest

from tests.desk.reading.told import shares_of

COUNT = "Kadıköy'de belediye başkanlığında Mesut Kösedağı yüzde 66,1 aldı"
OF_ITS_OWN = (
    "KONDA geçen hafta yüzde 58,5 ölçmüştü",
    "Anketler yüzde 58,5 diyordu",
    "Bir araştırmanın anketi 58'de göstermişti",
    "Polis, meydana 8 bin kişinin geldiğini tahmin ediyor",
    "Yetkililer katılımın yüzde 80'i geçtiğini tahmin ediyor",
    "Kalabalık, vapurlar çalışmayınca kongre merkezine yürüdü",
    "214 sandık yeniden sayılacak",
    "Kurul 214 sandığın yeniden sayılmasını istedi",
)
"""News behind a count, or before it, that has figures of its own or none."""
OF_ALL = (
    "KONDA'nın seçimden önceki son araştırması",
    "KONDA 2 bin 500 kişiyle görüştü",
    "Anket sonuçları böyle",
    "Araştırmada kararsızlar yüzde 7'de kaldı",
    "Araştırmanın hata payı yüzde 2,5 olarak verildi",
)
"""What says of the figures before it that they are a poll's."""


@pytest.mark.parametrize("news", OF_ITS_OWN)
def test_news_behind_a_count_is_of_itself(news: str) -> None:
    """The count before it stays a count; its own figure is no contender's."""
    assert shares_of(f"{COUNT}. {news}.") == ["66.1"]


@pytest.mark.parametrize("news", OF_ITS_OWN[3:7])
def test_a_guess_before_a_count_is_of_itself(news: str) -> None:
    """So it does before one."""
    assert shares_of(f"{news}. {COUNT}.") == ["66.1"]


@pytest.mark.parametrize("said", OF_ALL)
def test_what_tells_of_a_poll_behind_figures_is_of_them(said: str) -> None:
    """`İmamoğlu 51, Kurum 41. Anket sonuçları böyle.`"""
    assert shares_of(f"{COUNT}. {said}.") == []
