"""Votes that are nobody's row, parts of a place or of the voters, and the plain texts beside them.

Each grid has its counter-example: what reads alike and is an ordinary figure.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from tests.desk.reading.test_never_silent import filed

PEOPLE = ("İmamoğlu {}, Kurum {}", "CHP {}, AK Parti {}", "İmamoğlu'na {}, Kurum'a {}")
COUNTS = (("3.112", "4.112"), ("139 bin", "61 bin"))


def _held(text: str) -> list[Any]:
    return [one for one in filed(text, "file") if one[5:6] and one[5] in ("pct", "votes")]


@pytest.mark.parametrize(
    "noun",
    [
        *("avukatla sahada", "müşahit görevlendirdi", "gönüllüyle çalıştı", "üyeli"),
        *("sandıkta birinci çıktı", "sandıkta önde", "oy fark attı", "oy önde", "oy daha aldı"),
        "şikayet aldı",
    ],
)
def test_a_lists_last_noun_is_each_numbers(noun: str) -> None:
    for people, counts in product(PEOPLE[:2], COUNTS):
        text = f"AA: Kadıköy'de {people.format(*counts)} {noun}."
        assert _held(text) == [], text


@pytest.mark.parametrize("counts", COUNTS)
def test_a_lists_votes_are_each_ones(counts: tuple[str, str]) -> None:
    verbs = ("oy aldı", "oy topladı", "oy çıktı")
    for people, verb in zip(PEOPLE, verbs, strict=True):
        text = f"AA: Kadıköy'de {people.format(*counts)} {verb}."
        assert [one[5] for one in _held(text)] == ["votes", "votes"], text


@pytest.mark.parametrize("mean", ["sandık başına", "ortalama", "kişi başına", "okul başına"])
def test_a_mean_is_nobodys(mean: str) -> None:
    for text in (
        f"AA: Şişli'de {mean} İmamoğlu 181, Kurum 96 oy aldı.",
        f"AA: Şişli'de İmamoğlu {mean} 2.181 oy aldı.",
    ):
        assert _held(text) == [], text


@pytest.mark.parametrize(
    "heading", ["Oylar (milyon):", "Milyon oy:", "Oylar (bin):", "Oy sayısı (bin)"]
)
def test_a_unit_in_the_heading_is_asked(heading: str) -> None:
    assert _held(f"AA İBB {heading}\nİmamoğlu 4,43\nKurum 3,43") == []
    assert _held(f"AA İBB {heading}\nİmamoğlu 4.432\nKurum 3.431") == []


def test_without_a_unit_it_is_what_it_says() -> None:
    assert len(_held("AA İBB Oylar:\nİmamoğlu 4.432.862\nKurum 3.431.999")) == 2
    assert len(_held("AA İBB yüz bin oy sayıldı\nİmamoğlu 50,1\nKurum 41,2")) == 2


@pytest.mark.parametrize(
    "rough", ["4,4 milyon, Kurum 3,4", "4,4, Kurum 3,4 milyon oy", "2.2M, Kurum 1.8M"]
)
def test_millions_are_no_shares(rough: str) -> None:
    assert _held(f"AA 21.00 İmamoğlu {rough}") == []


@pytest.mark.parametrize(
    "part",
    [
        *("Cezaevlerinde", "Köylerde", "Gümrüklerde", "Hastanelerde", "Kadınlardan", "Okullarda"),
        *(
            "Büyük ilçelerde",
            "CHP'li ilçelerde",
            "Siteler bölgesinde",
            "Karadeniz'de",
            "30 büyükşehirde",
        ),
    ],
)
def test_a_part_of_the_voters_is_asked_in_every_item(part: str) -> None:
    for people, (one, two) in product(PEOPLE, COUNTS):
        text = f"{part} {people.format(one, two)} oy. AA"
        assert _held(text) == [], text


@pytest.mark.parametrize(
    "parted", ["Kadıköy/Moda", "Kadıköy (Moda)", "Kadıköy - Moda", "Kadıköy, Moda"]
)
def test_a_quarter_behind_its_district_is_asked(parted: str) -> None:
    assert _held(f"{parted}: CHP 6.812 AKP 1.120 AA başkanlık") == []


@pytest.mark.parametrize("known", ["Kadıköy (İBB)", "Kadıköy (AA 21.15)", "Kadıköy / İBB"])
def test_what_is_known_behind_a_district_is_no_quarter(known: str) -> None:
    assert len(_held(f"{known}: İmamoğlu 66,8 Kurum 25,1")) == 2


READ = {
    "AA: Üsküdar'da Dedetaş 142.110 (yüzde 49,5), Türkmen 130.210 (yüzde 43,1), fark 11.900 "
    "(yüzde 6,4).": "49.5 142110 43.1 130210 6.4 11900",
    "AA: Kurum'un yüzde 43,8'ine karşılık İmamoğlu yüzde 47,6 aldı.": "43.8 47.6",
    "AA: Üsküdar'da Dedetaş kazandı; oyu yüzde 50,5, Türkmen'in oyu yüzde 43,1.": "50.5 43.1",
    "AA İmamoğlu'na 50,2, Kurum'a 41,0 yazarken ANKA 52,1, 39,0 diyor": "50.2 41.0",
    "AA: Maltepe meclisinde CHP listesine 179 bin 402, AK Parti listesine 98 bin 15 oy çıktı.": (
        "179402 98015"
    ),
    "İmamoğlu 50,2 Kurum 40,1, bu rakamlar AA'dan.": "50.2 40.1",
    "Bende AA'dan İmamoğlu %66,0, Kurum %22,7 var": "66.0 22.7",
    "AA 22;40 Pendik İmamoğlu % 46,3 Kurum %42,8": "46.3 42.8",
    "anka 2145 imamoğlu 52,1 kurum 39,9": "52.1 39.9",
    "AA İstanbul sandık 38,7 imamoğlu 49,6 kurum 41,8": "49.6 41.8 38.7",
    "AA 22.10\n%52,6 → Ekrem İmamoğlu\n%38,7 → Murat Kurum": "52.6 38.7",
    "AA | İBB | İmamoğlu 50,1 | Kurum 41,2 | Sandık 1.211/1.483 | 22.31": "50.1 41.2 1211 1483",
    "AA ► İBB ► İmamoğlu 50,1 ► Kurum 41,2": "50.1 41.2",
    "AA Kadıköy bitti sayılır, İmamoğlu 65,6 Kurum 26,1": "65.6 26.1",
    "AA: Beykoz'da 410 sandığın 12'sinde itiraz var, Köseler 60.110, Aydın 58.940 oyda.": (
        "60110 58940"
    ),
    "AA: Büyükçekmece'de CHP'nin başkan adayı yüzde 48,0, AK Parti'nin başkan adayı 42,2 aldı.": (
        "48.0 42.2"
    ),
    "AA: Üsküdar'da Dedetaş 24.310 oy alırken Türkmen 22.704'te kaldı, ikisinin arasında 1.606 oy "
    "var.": "24310 22704 1606",
    "AA: Dedetaş oyunu beş yıl önceki yüzde 50,6'dan yüzde 48,6'ya düşürse de kazandı.": "48.6",
    "İMAMOĞLU\nCHP\nOy: 213.447\nOran: 55,42": "55.42 213447",
    "AA ekranında İmamoğlu'nun hanesinde 51,6, Kurum'unkinde 40,2 yazıyordu.": "51.6 40.2",
    "Meclis üyeliğinde CHP, Bakırköy'de yüzde 66,8'i yakaladı. Kadıköy'de bu oran yüzde 70,9, "
    "Avcılar'da yüzde 51,9.": "66.8 70.9 51.9",
    "Geçen seçimde AK Parti'nin oyu 60,8'di, Kurum'un oyu ise bu kez yüzde 40,4.": "40.4",
    "AA: Turnout stood at 78.4 percent in Kadıköy; İmamoğlu has 65.2 percent": "78.4 65.2",
    "ANKA 22.10\n🗳️ %58,3\nİmamoğlu %51,0\nKurum %40,3": "58.3 51.0 40.3",
    "Murat Kurum yüzde 40,\n3'te; Ekrem İmamoğlu yüzde 50,\n6'da (AA 22.38)": "40.3 50.6",
    "Kurum – İmamoğlu saat saat (AA)\n19.30: 45,1 – 46,5\n20.30: 42,4 – 49,2": "45.1 42.4",
    "Sarıyer başkanlığı için sayılan oyların 103.440'ı CHP'nin, 69.002'si AK Parti'nin (AA)": (
        "103440 69002"
    ),
    "Çatalca'dan İmamoğlu'na 27.310, Kurum'a 20.884 oy gelmiş (AA)": "27310 20884",
    "Son güncelleme 20.33 | İBB Başkanlığı: İmamoğlu 48,92, Kurum 42,77": "48.92 42.77",
    "Kadıköy: İmamoğlu 61,0\nŞişli: İmamoğlu 66,0\n(merkez ilçeler, AA 23.55)": "61.0 66.0",
}


@pytest.mark.parametrize("text", READ)
def test_what_is_said_in_so_many_words_is_read(text: str) -> None:
    told = [str(one[-1]) for one in filed(text, "file") if one[4] != "leader"]
    assert set(READ[text].split()) <= set(told), told


@pytest.mark.parametrize(
    ("text", "agency", "hour"),
    [
        ("İmamoğlu 50,2 Kurum 40,1, bu rakamlar AA'dan.", "AA", None),
        ("Bende AA'dan İmamoğlu %66,0, Kurum %22,7 var", "AA", None),
        ("AA 22;40 Pendik İmamoğlu % 46,3", "AA", "22:40"),
        ("anka 2145 imamoğlu 52,1 kurum 39,9", "ANKA", "21:45"),
        ("AA | İBB | İmamoğlu 50,1 | Kurum 41,2 | 22.31", "AA", "22:31"),
        ("Kadıköy: İmamoğlu 61,0\nŞişli: İmamoğlu 66,0\n(merkez ilçeler, AA 23.55)", "AA", "23:55"),
        ("YSK kararına göre İmamoğlu 4.432.862 oy aldı", "YSK", None),
        ("AA'dan gelen ilk rakamlar: İmamoğlu 51,0", "AA", None),
        ("İBB\n\nİmamoğlu 3.214.006 oy\n\nAçılan sandık: 24.190\nANKA, 22.41", "ANKA", "22:41"),
    ],
)
def test_its_source_and_its_hour_are_read(text: str, agency: str, hour: str | None) -> None:
    assert {(one[0], one[3]) for one in filed(text, "file")} == {(agency, hour)}


def test_a_lists_next_place_is_no_name() -> None:
    text = (
        "Osmangazi – Erkan Aydın %46,2; Nilüfer – Şadi Özdemir %60,8; Yıldırım – Oktay Yılmaz %44,7"
    )
    assert [one[1] for one in filed(text, "bare")] == ["Osmangazi", "Nilüfer", "Yıldırım"]


def test_a_number_at_a_lines_end_is_whole_where_the_next_counts_something() -> None:
    assert [one[-1] for one in filed("İmamoğlu yüzde 50,\n12 ilçede önde", "file")][:1] == ["50"]


@pytest.mark.parametrize("won", ["19 bin oy kazanırken", "19 bin kazanırken"])
def test_what_was_won_beside_what_was_lost_is_no_count(won: str) -> None:
    assert _held(f"AA: Kadıköy'de CHP {won} AK Parti 4 bin oy yitirdi.") == []
    assert len(_held("AA: Kadıköy'de CHP 119 bin oy kazandı, AK Parti kaybetti.")) == 1
