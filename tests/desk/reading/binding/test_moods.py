"""Figures that are only spoken of are nobody's; those of news that holds are read."""

from __future__ import annotations

import pytest

from tests.desk.reading.told import shares_of

NEWS = ("iddiasını", "haberini", "bilgisini", "söylentisini", "paylaşımını", "verisini")
DENIED = ("doğrulamadı", "reddetti", "kabul etmedi", "sildi", "çürüttü", "yalanladı")
MENTIONED = (
    "Kurum'un 47,9'da olduğuna kimse inanmadı.",
    "Kurum'un 47,9 aldığı bilgisi hatalıydı.",
    "Kurum'un 47,9 aldığını yazanlar özür diledi.",
    "Kurum'un 47,9'la kazandığını sananlar yanıldı.",
    "Kurum 47,9 almış gibi gösterildi.",
    "Kurum'un 47,9'da olduğu haberi kaldırıldı.",
    "Kurum'un 47,9 aldığına dair haber silindi.",
    "Kurum'un 47,9 aldığı nereden çıktı?",
    "Kurum 47,9'daymış, inanmayın.",
    "Kurum'un 47,9'da olduğunu gösteren haberler gerçek dışı.",
    "Kurum 47,9'da diyenlere yanıt geldi.",
    "Kurum'un 47,9'la önde olduğu algısı çöktü.",
    '"Kurum 47,9" yazısı ekrandan kaldırıldı.',
)
TOLD = (
    "Kurum'un 47,9 aldığı bilgisi geldi.",
    "Kurum'un 47,9 aldığı haberi doğrulandı.",
    "Kurum'un 47,9 aldığı bilgisi paylaşıldı.",
    "Kurum'un 47,9 aldığı açıklandı.",
    "Kurum'un 47,9 aldığı görülüyor.",
    "Kurum'un 47,9 aldığını gösteren AA ekranı yenilendi.",
)


@pytest.mark.parametrize("denied", DENIED)
@pytest.mark.parametrize("news", NEWS)
def test_what_is_denied_is_nobody_s(news: str, denied: str) -> None:
    """`Kurum'un 47,9 aldığı iddiasını reddetti`"""
    assert shares_of(f"CHP, Kurum'un 47,9 aldığı {news} {denied}.") == []


@pytest.mark.parametrize("text", MENTIONED)
def test_what_is_only_mentioned_is_nobody_s(text: str) -> None:
    """Hearsay, what others said, what is asked."""
    assert shares_of(text) == []


@pytest.mark.parametrize("text", TOLD)
def test_news_that_holds_is_read(text: str) -> None:
    """`bilgisi geldi`, `haberi doğrulandı`"""
    assert shares_of(text) == ["47.9"]
