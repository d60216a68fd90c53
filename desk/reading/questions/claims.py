"""Whose count a text without an agency tells: a camp's own, a person's word, a rumour.

Its figures are read like any other's. But they stand in no agency's column until the editor says
so, because what a party counts under its own roof is nobody's bulletin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.reading.tokens import fold

_CLAIMS = re.compile(
    r"\b(?:"
    # `Kampanya ekibine göre`, `müşahitlerin gönderdiği sonuçlar`, `AK Parti SKM:`
    r"kampanya(?:si| ekib| ofis| merkez)\w*"
    r"|secim (?:koordinasyon |isleri )?(?:merkez|karargah|baskanlig)\w*(?:'\w*)?"
    r"(?=:| (?:\d|veri|son|gelen|tablo|hesa|ekran))"
    r"|\w*musahit\w*|gonullu\w* \w*(?: \w+)? ?(?=topla|tutanak|say|gir|paylas)"
    r"|gonulluleri\b|gorevlilerimiz\w*|skm\b|\w*ekib(?:i|imiz)\w*|sahadaki \w+"
    r"|(?:genel merkez|il orgut|ilce orgut)\w*(?:'\w*)?(?=:| (?:veri|ekran|tablo|tutanak|acikla))"
    # `parti verileri`, `CHP bilgi sistemi`, `kendi sayımına göre`, `CHP'den yapılan açıklama`
    r"|(?:parti|chp|dem parti|bizim|kendi)\w*(?:'\w+)? "
    r"(?:bilgi |tuttugu |kurdugu |elindeki |yapilan )?"
    r"(?:sistem|veri(?!len)|kayit|tutanak|bilgi|kaynak|yetkili|sayim|aciklama)\w*"
    # `elimizdeki tutanaklar`, `ıslak imzalı tutanaklardan`
    r"|elimizdeki|bizdeki|islak imzali|tutanaklar\w*(?= (?:gore|hesap|tek|topla|birles))"
    # `CHP nezdinde`, `kulislerde konuşulan`, `edinilen bilgiye göre`
    r"|nezdinde|cephesinde|kulis\w*|edin\w+ bilgi\w*|karargah\w* (?=gore|bakil)"
    # `sosyal medyada dolaşan`, `kulağımıza gelen`, `X hesabından paylaşılan`, `iddiaya göre`
    r"|dolasan|sizan|kulagimiza|telegram grup\w*|hesabindan|paylastigi(?!m)\w*|tweet\w*|iddia\w*"
    r")"
)
_BOARDS = re.compile(r"\b(?:ysk|\w* ?secim kurul\w*|yuksek secim)\b")
"""Who counts for all: its word is nobody's claim."""


def claims(text: str) -> Iterator[tuple[int, int]]:
    """The words of a text that say somebody counts, or tells it, who is no agency."""
    plain = "".join(one if len(one) == 1 else letter for letter in text for one in [fold(letter)])
    if _BOARDS.search(plain) is None:
        for found in _CLAIMS.finditer(plain):
            yield found.span()
