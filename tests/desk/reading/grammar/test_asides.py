"""Places told of something else lend nothing to the figures of who stands in all the city."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

EVENTS = (
    "Üsküdar'da kutlama başladı",
    "Üsküdar'da kavga çıktı",
    "Üsküdar'da elektrikler kesildi",
    "Üsküdar'da CHP'liler Dedetaş'ı kutluyor",
    "Üsküdar'dan Saraçhane'ye yürüyen gençler bekliyor",
    "Üsküdar'daki seçim bürosunun önü kalabalık",
    "Üsküdar'daki evinden sonuçları izliyor",
    "Üsküdar'da oturan bir seçmen bekliyor",
    "Üsküdar'da oyunu kullanan Kurum bekliyor",
    "Üsküdar CHP'ye geçti",
    "Üsküdar da gitti",
    "Üsküdar'ı CHP'ye kaptırdılar",
    "Muhabirimiz Üsküdar'da",
    "Üsküdar muhabirimiz yazıyor",
    "Üsküdar'a giden muhabirimiz yazıyor",
)
"""What happens in a district that is none of its count."""

NUMBERED = (
    "Üsküdar'da 2 kişi gözaltına alındı",
    "Üsküdar'da 14 kişi hakkında işlem yapıldı",
    "Üsküdar'da 300 kişilik grup toplandı",
    "Üsküdar'da 71 yaşındaki bir seçmen öldü",
    "Üsküdar'da elektrikler 40 dakika kesildi",
    "Üsküdar'da 5 kişiye 488 lira ceza kesildi",
    "Üsküdar'da 12 kilometrelik kuyruk oluştu",
)
"""The same with a number that is none of the count's."""

TAILS = (
    "{}. AA'ya göre Kurum 39,8.",
    "{}, Kurum 39,8'de. AA",
    "{}; AA Kurum'u 39,8 veriyor.",
)

SOURCES = (
    "Üsküdar muhabirimiz: AA Kurum'u 39,8 veriyor.",
    "Üsküdar'lı gazeteci: AA Kurum'u 39,8 veriyor.",
    "CHP Üsküdar İlçe Başkanı: AA'ya göre Kurum 39,8.",
    "Üsküdar eski başkanı Kurum 39,8 aldı. AA",
    "Üsküdar sandıkları açıldıkça Kurum 39,8'e indi. AA",
    "Üsküdar'ın açılmasıyla Kurum 39,8'e indi. AA",
    "Adalar'dan Üsküdar'a 39 ilçede Kurum 39,8 aldı. AA",
    "Üsküdar'da önde giden Kurum kent genelinde 39,8'de kaldı. AA",
)

COUNTS = (
    "Üsküdar'da Kurum 39,8. AA",
    "Üsküdar'da sandıkların yüzde 61'i açıldı, Kurum 39,8. AA",
    "Üsküdar'da İBB oyları sayıldı: Kurum 39,8. AA",
    "Üsküdar'da seçmen pusulaları ayırdı. İBB'de Kurum 39,8 aldı. AA",
    "Üsküdar'da kıl payı: İBB'de Kurum 39,8. AA",
    "Kurum'un Üsküdar'daki oyu 39,8. AA",
    "Üsküdar'dan Kurum'a yüzde 39,8 oy çıktı. AA",
    "AA Üsküdar verilerini geçti. Büyükşehir: Kurum 39,8",
    "Üsküdar'da 312 bin seçmen oy kullandı. İBB'de Kurum 39,8. AA",
)


def places_of(text: str) -> set[str | None]:
    """Where the figures of a text are filed that no question lies on."""
    records = to_json(read(text, night()))["records"]
    return {record["place"] for record in records if record["results"]}


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("event", EVENTS + NUMBERED)
def test_what_else_happens_in_a_district_lends_no_place(event: str, tail: str) -> None:
    assert "Üsküdar" not in places_of(tail.format(event))


@pytest.mark.parametrize("event", EVENTS[:3] + NUMBERED)
def test_a_lead_behind_it_may_be_the_one_before_it(event: str) -> None:
    """`İmamoğlu 50,9. Üsküdar'da kavga çıktı. Fark 10,8 puan.`"""
    text = f"AA: İmamoğlu 50,9, Kurum 40,1. {event}. Fark 10,8 puan."
    records = to_json(read(text, night()))["records"]
    assert [record["place"] for record in records if record["lead_points"]] == []


@pytest.mark.parametrize("text", SOURCES)
def test_who_tells_it_and_what_it_became_lend_no_place(text: str) -> None:
    assert "Üsküdar" not in places_of(text)


@pytest.mark.parametrize("text", COUNTS)
def test_what_is_counted_in_a_district_is_its_own(text: str) -> None:
    assert "Üsküdar" in places_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ankara'da genel merkezin önünde kutlama var. AA'ya göre Erdoğan 49,5.",
        "Muhabirimiz Hatay'da. AA'ya göre Erdoğan 49,5, Kılıçdaroğlu 44,9.",
        "Tunceli doğumlu Kılıçdaroğlu 44,9'da. AA",
        "Rize'de doğan Erdoğan 49,5 aldı. AA",
    ],
)
def test_without_a_night_who_stands_in_the_country_is_asked_about(text: str) -> None:
    records = to_json(read(text))["records"]
    assert [record["place"] for record in records if record["results"]] == []
    assert any(one["code"] == "Q310" for record in records for one in record["questions"])


def test_without_a_night_who_stands_in_a_town_is_of_the_town() -> None:
    records = to_json(read("Yozgat'ta kutlama başladı. AA'ya göre Kazım Arslan yüzde 36,2."))
    assert [record["place"] for record in records["records"]] == ["Yozgat"]


@pytest.mark.parametrize("whole", ["kent genelinde", "kentte", "il genelinde", "şehir genelinde"])
def test_what_is_told_of_all_the_city_is_the_city_s(whole: str) -> None:
    text = f"Üsküdar'da belediye başkanlığında Dedetaş 49,8. Kurum {whole} 39,8'de. AA"
    assert places_of(text) == {"Üsküdar", "İstanbul"}
