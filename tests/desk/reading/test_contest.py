"""How far a contest that was named holds: its heading's list, its sentence, never a guess."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

ASKED = None
TABLE = (
    ("a heading and its list", "İBB\nKadıköy: CHP 65,2\nÜsküdar: CHP 49,2", "ibb", "ibb"),
    ("a heading with a time", "İBB (AA 21.10)\nKadıköy: CHP 65,2\nÜsküdar: CHP 49,2", "ibb", "ibb"),
    ("a heading with the boxes", "İBB (açılan sandık %45)\nKadıköy: CHP 65,2", "ibb", "ibb"),
    ("a sentence's two places", "İBB'de Kadıköy'de CHP 65,2, Üsküdar'da CHP 49,2", "ibb", "ibb"),
    ("a line's own, then a place", "İBB'de CHP %51,2\nKadıköy: CHP 65,2", "ibb", ASKED),
    ("a place's own, then another", "İBB Kadıköy: CHP 65,2\nÜsküdar: CHP 49,2", "ibb", ASKED),
    ("another below", "İBB\nKadıköy: CHP 65,2\nMeclis\nŞile: CHP 49,2", "ibb", "ilce-meclisi"),
    ("district by district", "İBB sonuçları ilçe ilçe\nŞile: CHP 36,1", "ibb", "ibb"),
    ("a district's own", "Üsküdar ilçe: CHP 48,1", "ilce-baskanligi", "ilce-baskanligi"),
    ("a title", "İBB Başkanı İmamoğlu: Şile'de CHP yüzde 45,2", ASKED, ASKED),
    ("an office", "İBB Başkanlığı: CHP 51,1", "ibb", "ibb"),
    ("a heading of two", "İBB ve ilçe sonuçları\nŞile: CHP 45,2", ASKED, ASKED),
    ("a town's office", "Şile Belediye Başkanlığı: CHP 45,2", "ilce-baskanligi", "ilce-baskanligi"),
    ("a metropolis's", "İstanbul Belediye Başkanlığı: CHP 51,1", ASKED, ASKED),
    ("a candidate of one alone", "İmamoğlu yüzde 51,2", "ibb", "ibb"),
    ("nothing said", "Kadıköy: CHP 65,2", ASKED, ASKED),
    ("an office that acts", "İBB'nin kurduğu ekranda: Şile'de CHP 45,2", ASKED, ASKED),
    ("an office's results", "İBB'nin sonuçları: Şile'de CHP 45,2", "ibb", "ibb"),
    ("a town's office beside figures", "Şile Belediyesi'nde CHP 45,2",
     "ilce-baskanligi", "ilce-baskanligi"),
    ("a town's office as a building", "Şile Belediyesi'nde kutlama var\nŞile: CHP 45,2",
     ASKED, ASKED),
    ("who is mayor", "Şile'de CHP yüzde 45,2 ile belediye başkanı.",
     "ilce-baskanligi", "ilce-baskanligi"),
    ("a mayor who speaks", 'Belediye Başkanı: "Şile\'de CHP yüzde 45,2."', ASKED, ASKED),
    ("behind in brackets", "Şile gitti mi? Yok: CHP 45,2 (ilçe bşk, sandık %99)",
     "ilce-baskanligi", "ilce-baskanligi"),
    ("behind in brackets, another before", "Şile meclis: CHP 45,2. Kartal: CHP 55,2 (ilçe bşk)",
     "ilce-meclisi", "ilce-baskanligi"),
    ("a person in full", "Şile: Özgür Kabadayı (CHP) 51,9, AKP 43,2",
     "ilce-baskanligi", "ilce-baskanligi"),
    ("a known person's given names", "Şile: Buğra Kavuncu 1,1, İmamoğlu 49,9", "ibb", "ibb"),
    ("a card's lines", "Şile\nÖzgür Kabadayı\nCHP\n%51,9\nHalil Ak\nAK PARTİ · %43,2",
     "ilce-baskanligi", "ilce-baskanligi"),
    ("a card without people", "Şile\nCHP\n%51,9\nAK PARTİ\n%43,2", ASKED, ASKED),
    ("another paragraph's", "AA Şile meclis: CHP 45,2\n\nAA: Kartal CHP 55,2",
     "ilce-meclisi", ASKED),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "first", "last"), TABLE, ids=[row[0] for row in TABLE])
def test_how_far_a_contest_holds(kind: str, text: str, first: str | None, last: str | None) -> None:
    records = [one for one in to_json(read(text, night()))["records"] if one["results"]]
    assert (records[0]["contest"], records[-1]["contest"]) == (first, last)
    for record in records:
        codes = [question["code"] for question in record["questions"]]
        assert ("Q316" in codes) == (record["contest"] is None)


SAID = {
    "ibb": ("büyükşehirde", "İBB'de", "İBB için", "büyükşehir belediye başkanlığında"),
    "ilce-baskanligi": (
        *("ilçe başkanlığında", "belediye başkanlığı için", "ilçe pusulasında", "bld. bşk.'nda"),
        "başkanlığında",
    ),
    "ilce-meclisi": ("mecliste", "belediye meclisi için", "meclis üyeliğinde", "ilçe meclisinde"),
}
TWO = (
    "Şile'de {one} CHP yüzde 41,1, AK Parti yüzde 42,2; {two} CHP yüzde 43,3, AK Parti yüzde 44,4.",
    "Şile'de CHP {one} yüzde 41,1, {two} yüzde 43,3 aldı.",
    "CHP Şile'de {one} yüzde 41,1 alırken {two} yüzde 43,3'te kaldı.",
    "Şile'de {one} yüzde 41,1 alan CHP {two} yüzde 43,3'te.",
    "Şile: {one} CHP 41,1 – AKP 42,2 / {two} CHP 43,3 – AKP 44,4",
    "Şile'de CHP'nin {one} oyu yüzde 41,1, {two} oyu yüzde 43,3.",
    "Şile'de yüzde 41,1 ile CHP {one} önde; {two} ise yüzde 44,4 ile AK Parti.",
    "AA'ya göre Şile'de {one} CHP 41,1, AKP 42,2. ANKA'ya göre {two} CHP 43,3, AKP 44,4.",
)


@pytest.mark.parametrize("text", TWO)
@pytest.mark.parametrize("first", SAID)
@pytest.mark.parametrize("second", SAID)
def test_of_two_contests_in_a_sentence_each_has_its_own(text: str, first: str, second: str) -> None:
    if first == second:
        return
    wanted = {"41.1": first, "42.2": first, "43.3": second, "44.4": second}
    for one in SAID[first]:
        for two in SAID[second]:
            for record in to_json(read(text.format(one=one, two=two), night()))["records"]:
                for result in record["results"]:
                    assert record["contest"] in (wanted[result["pct"]], None), (one, two)
