"""Kinds of sentences that were once filed wrong or noticed by nobody, each in dozens of variants.

A kind is a mechanism, not a text: its trap must give no figure whatever word stands in it, and
its nearest honest neighbour must give all of its figures, at their place.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import pytest

from desk.facts.catalog import load
from desk.facts.codes import Code
from desk.reading.reader import Context, Reading, read
from desk.turkish import suffixed

PLACES = ("Sivas", "Uşak", "Trabzon")
SHARES = ("48,1", "39,6")
COUNTS = ("12.450", "41.207")


@dataclass(frozen=True)
class Kind:
    """Templates with a `{word}`; `{x}` and `{v}` are a share and a count, `{at}` a locative."""

    words: tuple[str, ...]
    traps: tuple[str, ...] = ()
    honest: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


KINDS = {
    "what always holds, or may": Kind(
        ("alır", "geçer", "bulur", "aşar", "görür", "yapar"),
        ("{at} CHP yüzde {x.acc} {word}.", "{at} CHP yüzde {x.acc} {word} mı?"),
        ("{at} CHP yüzde {x} {word}",),
        ("aldı", "topladı", "ile kazandı", "ile birinci oldu"),
    ),
    "what is hoped for": Kind(
        ("beklentimiz", "hedefimiz", "hedef", "en kötü senaryo", "ihtimal"),
        ("{at} {word} CHP yüzde {x}.", "{at} CHP için {word} yüzde {x}."),
        ("{at} {word}: CHP yüzde {x}.",),
        ("son durum", "sonuç", "oylar"),
    ),
    "somebody asks": Kind(
        ("aldı", "ile önde", "oyla kazandı"),
        ("{at} CHP yüzde {x} {word} mı?", "CHP {at} yüzde {x} {word} mı, bilen var mı?"),
        ("{at} CHP yüzde {x} {word}.",),
        ("aldı", "ile önde", "oyla kazandı"),
    ),
    "a group of the voters": Kind(
        ("genç", "kadın", "18-29 yaş arası", "üniversite mezunu", "Kürt", "AK Parti'ye küskün"),
        ("{at} {word} seçmenin yüzde {x.poss3} CHP'ye oy verdi.",),
        ("{word} seçmenin yüzde {x.poss3} CHP'ye oy verdi.",),
        ("{at}", "{at} sandığa giden"),
    ),
    "a party's voters": Kind(
        ("seçmeninin", "oylarının", "seçmenlerinin"),
        ("{at} AK Parti {word} yüzde {x.poss3} CHP'ye kaydı.",),
    ),
    "votes a count brought or took": Kind(
        ("kaybetti", "yitirdi", "eridi", "daha aldı", "ekledi", "artışla birinci", "azaldı"),
        ("{at} CHP {v} oy {word}.", "Son bir saatte CHP {at} {v} oy {word}."),
        ("{at} CHP {v} oy {word}.",),
        ("aldı", "topladı", "alıp seçimi kaybetti", "aldı ama belediyeyi kaybetti"),
    ),
    "the first or last boxes": Kind(
        ("ilk", "son", "açılan son", "ilk açılan", "sayılan ilk"),
        (
            "{at} {word} 20 sandıktan CHP'ye {v} oy çıktı.",
            "{at} {word} 32 sandıkta CHP yüzde {x} aldı.",
        ),
        ("{at} sandıkların {word}: CHP {v} oy, yüzde {x}.",),
        ("yüzde 92'si açıldı", "tamamı açıldı"),
    ),
    "a part of a place": Kind(
        (
            *("sahilindeki sandıklarda", "köylerinde", "sınırındaki mahallelerde", "hattında"),
            *("kampüsündeki sandıklarda", "ovasında", "toplamında"),
        ),
        ("{place} {word} CHP yüzde {x} aldı.", "{place} {word} CHP {v} oy topladı."),
        ("{place} {word} CHP yüzde {x} aldı.",),
        ("genelinde", "ilinde", "seçiminde", "sandıklarında", "yarışında", "Belediyesi'nde"),
    ),
    "a town nobody knows": Kind(
        ("Mimarsinan", "Gökova", "Esenkent"),
        (
            "{at} kutlama var. {word} Belediyesi'nde CHP yüzde {x}.",
            "{word} ilçesinde CHP yüzde {x}.",
            "{word} Belediye Başkanlığı\nCHP {x}",
        ),
    ),
    "the same of another party": Kind(
        ("görevlisi", "üye", "afiş", "müşahit", "delege"),
        ("{at} CHP'nin {word} sayısı 41.995, AK Parti'nin {v}.",),
        ("{at} CHP'nin {word} {v}.",),
        ("oyu", "oy sayısı"),
    ),
    "a speaker's own figure": Kind(
        ("Bizim sistemimizde", "Tutanaklara göre", "Şu an"),
        (
            "CHP'li Akın: {word} {at} yüzde {x.loc}yiz.",
            "CHP'li Akın: {word} {at} yüzde {x.loc}yim.",
        ),
    ),
    "counted anew": Kind(
        ("yeniden sayılan", "tekrar sayılan", "itiraz edilen"),
        ("{at} {word} 32 sandıkta CHP {v} oy aldı.",),
        ("{at} {word} CHP {v}, AK Parti 9.210 oyda.",),
        ("itirazların ardından", "yeniden sayımın ardından", "itirazlar sonrası"),
    ),
    "votes that went somewhere by a verb nobody knows": Kind(
        ("kaydı", "aktı", "yöneldi", "sızdı", "döndü"),
        (
            "{at} oyların yüzde {x.poss3} CHP'ye {word}.",
            "{at} kullanılan oyların yüzde {x.poss3} CHP'ye {word}.",
        ),
        (
            "{at} oyların yüzde {x.poss3} CHP'ye {word}.",
            "{at} kullanılan oyların yüzde {x.poss3} CHP'ye {word}.",
        ),
        ("gitti", "verildi"),
    ),
    "a gap of figures that are nobody's": Kind(
        ("Fark", "Fark:", "Aradaki fark", "Makas"),
        (
            "{at} geçersiz oy 2019'da 31 bin, bu seçimde 42 bin. {word} 11 bin.",
            "{at} katılım 2019'da yüzde 81,2, bu seçimde yüzde 78,1. {word} 3,1 puan.",
            "{at} geçersiz oy 4.120, geçerli oy 41.200. {word} 37.080 oy.",
            "{at} seçmen sayısı 2019'da 31.402, bu seçimde 42.502. {word} 11.100.",
        ),
        (
            "{at} CHP yüzde {x}, AK Parti yüzde 30,1. {word} 39,6 puan.",
            "{at} sandıkların tamamı açıldı, katılım yüzde 78,1. CHP {v} oy. {word} 12.450 oy.",
        ),
        ("Fark", "Fark:", "Aradaki fark"),
    ),
    "a figure's own noun points right": Kind(
        ("{v} oydaki", "yüzde {x} oydaki", "yüzde {x.loc}ki", "{v} oy alan"),
        honest=("{at} {word} CHP'li Ayhan Tanyeri önde.", "{at} {word} CHP yarışı kazandı."),
        kept=("{v} oydaki", "yüzde {x} oydaki", "yüzde {x.loc}ki", "{v} oy alan"),
    ),
    "what is denied": Kind(
        (
            "haberini yalanladı",
            "haberi yalan çıktı",
            "paylaşımının gerçek olmadığını açıkladı",
            "haberinin doğru olmadığını bildirdi",
            "görselinin kendilerine ait olmadığını açıkladı",
            "bilgisi gerçeği yansıtmıyor",
            "iddiası asılsız",
            "iddiasını tekzip etti",
        ),
        ("{at} CHP yüzde {x} aldı {word}.", "Parti, '{at} CHP yüzde {x} aldı' {word}."),
        ("{at} CHP yüzde {x} aldı, {word}.",),
        ("gerçek bir sürpriz", "rakibi tebrik etti", "kararını açıkladı"),
    ),
    "a liveblog's entry by its hour": Kind(
        ("CHP", "AK Parti", "CHP'li Ayhan Tanyeri", "CHP lideri Özgür Özel"),
        (
            "21.39 {word}: Tablo çok olumlu",
            "21.39 - {word}: {place} bizim",
            "21.39 - {word}, {place} il binasından ayrıldı",
            "00.52 {word}, itiraz etti",
            '21.39 {word} "Sandıkları bırakmayın" dedi',
            "{word} 21.39: Öndeyiz",
            "{word} (21.39): Öndeyiz",
        ),
        ("21.39 {place}: {word} yüzde {x}", "21.39 {at} {word} yüzde {x} aldı"),
        ("CHP", "AK Parti", "CHP'li Ayhan Tanyeri"),
    ),
    "votes inside a body": Kind(
        (
            *("TBMM Başkanlığı seçiminin üçüncü turunda", "Meclis Başkanlığı seçiminde"),
            *("Belediye meclisinde yapılan seçimde", "Meclis üyeleri arasında yapılan oylamada"),
            *("Başkanvekilliği seçiminde", "Encümen üyeliği seçiminde", "Gizli oylamada"),
            *("İl Kongresi'nde", "CHP Kurultayı'nda", "Baro başkanlığı seçiminde"),
            *("Genel kurulda", "Komisyon başkanlığı seçiminde", "HSK üyeliği için oylamada"),
        ),
        (
            "{word} CHP'nin adayı 17, AK Parti'nin adayı 14 oy aldı.",
            "{word} Numan Kaya 321 oy aldı, Tekin Bingöl'e 135 oy çıktı.",
            "{word} Numan Kaya 321 oy aldı. Ahmet Kurt 135 oyda kaldı.",
        ),
        (
            "{word} {at} CHP'nin adayı {v}, AK Parti'nin adayı 9.114 oy aldı.",
            "{word} CHP Genel Başkanı seçim akşamı konuştu: {at} CHP yüzde {x}.",
        ),
        ("Belediye meclisi seçiminde", "Belediye başkanlığı seçiminde", "Milletvekili seçiminde"),
    ),
    "what was counted before": Kind(
        ("İlk tutanakta", "Eski tutanakta", "Sayımdan önce", "İtirazlardan önce", "İlk sayımda"),
        (
            "{at} {word} AK Parti 41 oyla öndeydi.",
            "{word} AK Parti {at} 1.210 oyla öndeydi.",
            "{at} itirazlar bitti. {word} fark 41 oydu.",
        ),
        ("{at} {word} CHP {v}, AK Parti 9.096 oy aldı.", "{word} {at} CHP yüzde {x}."),
        ("Birleştirme tutanağında", "İlk tutanaklara göre"),
    ),
    "the first votes counted": Kind(
        ("İlk gelen 400 bin oyda", "Sayılan ilk 40 bin oyda", "Son 30 bin oyda"),
        ("{at} {word} CHP 2 puan önde.", "{word} {at} CHP yüzde {x}, AK Parti yüzde 30,1."),
        ("{at} {word} CHP yüzde {x}.", "{word} {at} CHP yüzde {x}, AK Parti yüzde 30,1."),
        ("sayılan 400 bin oyda", "Açılan 40 bin oyda"),
    ),
    "a place's history": Kind(
        ("yakın tarihi", "seçim geçmişi", "seçim karnesi"),
        ("{place} {word}: 2014 CHP yüzde 31,2; 2019 CHP yüzde {x}. Sonuçlar 21.00'de.",),
    ),
    "the place of the clause around": Kind(
        ("",),
        honest=("Yüzde {x} {word} CHP {at} birinci.", "{v} {word} Ayhan Tanyeri {at} başkan oldu."),
        kept=("oy alan", "oy toplayan", "oyu bulan"),
    ),
}


class _Said(str):
    def __getattr__(self, case: str) -> str:
        return suffixed(self, case)


def _texts(templates: tuple[str, ...], words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every variant with its place."""
    found = []
    for (template, word), (number, place) in itertools.product(
        itertools.product(templates, words), enumerate(PLACES)
    ):
        x, v = SHARES[number % 2], COUNTS[number % 2]
        slots = {"at": suffixed(place, "loc"), "place": place, "x": _Said(x), "v": v}
        found.append((template.replace("{word}", word).format(**slots), place))
    return found


def _given(reading: Reading) -> list[tuple[str | None, str]]:
    """Places and values of contenders and leads that would be filed."""
    return [
        (record.place, str(value))
        for record in reading.records
        for values in (
            *((result.pct, result.votes) for result in record.results),
            (record.lead_points, record.lead_votes),
        )
        for value in values
        if value is not None
    ]


@pytest.mark.parametrize("name", KINDS)
def test_a_trap_gives_no_figure(name: str) -> None:
    filed = [text for text, _ in _texts(KINDS[name].traps, KINDS[name].words) if _given(read(text))]
    assert not filed


@pytest.mark.parametrize("name", KINDS)
def test_its_honest_neighbour_gives_them_all(name: str) -> None:
    for text, place in _texts(KINDS[name].honest, KINDS[name].kept):
        given = _given(read(text))
        told = [one for one in (*SHARES, *COUNTS) if one in text]
        values = {one.replace(",", ".") if "," in one else one.replace(".", "") for one in told}
        assert values <= {value for _, value in given}, text
        assert {where for where, _ in given} == {place}, text


SHARED = (("Kale", "Denizli"), ("Kale", "Malatya"), ("Ereğli", "Konya"), ("Pınarbaşı", "Kayseri"))
BEFORE = ("beş yıl önce", "5 yıl önce", "geçen seçimde", "bir önceki seçimde", "iki seçim önce")
TORN = ("% 54, 9", "%54 ,9", "% 54 ,9", "yüzde 54, 9", "yüzde 54 ,9")
HEADS = ("Areda Survey", "Konda", "Pusula Araştırma", "Yön Veri Merkezi, 3-9 Mart")


@pytest.mark.parametrize(("district", "province"), SHARED)
@pytest.mark.parametrize("behind", ["", " {other}'da CHP yüzde 51,8.", "\nSayım sürüyor."])
def test_a_province_in_brackets_says_which_of_two_places(
    district: str, province: str, behind: str
) -> None:
    at = suffixed(district, "loc")
    text = f"{at} CHP yüzde 49,2, AK Parti yüzde 46,0 ({province})."
    given = _given(read(text + behind.format(other="Uşak")))
    assert {(district, "49.2"), (district, "46.0")} <= {*given}
    assert all(place != province for place, _ in given)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("place", PLACES)
def test_what_a_bracket_tells_of_another_election_is_of_nothing_else(
    before: str, place: str
) -> None:
    parts = f"CHP yüzde 46,67 ({before} yüzde 43,9), AK Parti yüzde 41,63 ({before} 51,2)"
    for text in (f"{place}: {parts}", f"{suffixed(place, 'loc')} {parts}"):
        assert _given(read(text)) == [(place, "46.67"), (place, "41.63")], text


@pytest.mark.parametrize("torn", TORN)
@pytest.mark.parametrize("place", PLACES)
def test_a_blank_beside_the_comma_tears_no_share(torn: str, place: str) -> None:
    text = f"{place}\nCHP {torn}\nAK Parti {torn.replace('54', '35')}"
    assert _given(read(text)) == [(place, "54.9"), (place, "35.9")]


@pytest.mark.parametrize("torn", TORN)
def test_a_number_with_a_noun_of_its_own_is_no_decimal(torn: str) -> None:
    if torn.endswith(", 9"):
        assert (None, "54.9") not in _given(read(f"CHP {torn} vekil çıkardı"))


@pytest.mark.parametrize("head", ["Milletvekili dağılımı", "Sandalye sayısı"])
def test_a_blank_behind_the_comma_may_part_share_and_seats(head: str) -> None:
    assert not _given(read(f"{head}, Sivas\nCHP % 40, 3\nAK Parti % 35, 2"))


def test_a_total_beside_shares_counts_no_boxes() -> None:
    heads = "İlçe\tAçılan\tToplam\tCHP\n"
    (boxes,) = read(heads + "Şişli\t402\t596\t67,1").records
    (votes,) = read(heads + "Şişli\t78,2\t120.596\t67,1").records
    assert (boxes.opened_boxes, boxes.total_boxes) == (402, 596)
    assert (votes.opened_boxes, votes.total_boxes) == (None, None)


@pytest.mark.parametrize("house", HEADS)
@pytest.mark.parametrize("place", PLACES)
def test_a_poll_is_known_by_its_house_or_its_days(house: str, place: str) -> None:
    told = f"{suffixed(place, 'loc')} CHP yüzde 44,8, AK Parti yüzde 42,7"
    for text in (f"{house}: {told}", f"{house}\n{told}", f"{house} | {told}"):
        assert not _given(read(text)), text
    for text in (f"31 Mart, {told}", f"ANKA: {told}"):
        assert len(_given(read(text))) == 2, text


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("verb", ["alarak", "toplayarak", "alıp"])
def test_a_subject_goes_on_with_the_first_of_two_values(place: str, verb: str) -> None:
    text = f"{suffixed(place, 'loc')} Mehmet Gür (CHP) 38.902 oy {verb} yüzde 52,1'e, "
    text += "AK Partili Mustafa Tutuk 25.114 oyla yüzde 33,6'ya ulaştı."
    results = [result for record in read(text).records for result in record.results]
    assert [(one.candidate, str(one.pct), one.votes) for one in results] == [
        ("Mehmet Gür", "52.1", 38902), ("Mustafa Tutuk", "33.6", 25114)
    ]  # fmt: skip


@pytest.mark.parametrize("foot", ["Son güncelleme 02:40", "Güncelleme: 01.04.2024 - 02:40"])
@pytest.mark.parametrize("place", PLACES)
def test_when_a_page_was_brought_up_to_date_is_the_hour_of_what_stands_above(
    foot: str, place: str
) -> None:
    (record,) = read(f"{place}\nCHP %44,2\nAK Parti %36,0\n{foot}").records
    assert record.time is not None and record.time.strftime("%H:%M") == "02:40"


@pytest.mark.parametrize("place", PLACES)
def test_behind_an_hour_in_brackets_stands_a_place_or_who_says_it(place: str) -> None:
    entries = f"[18:58] {place}: CHP 48,9\n[18:44] Bahçeli ayrıldı\n[18:39] Kars: CHP 47,6"
    told = [(one.place, one.time and f"{one.time:%H:%M}") for one in read(entries).records]
    assert told == [(place, "18:58"), ("Kars", "18:39")]
    chat = read(f"[18:58] Selin: {place} CHP 48,9\n[18:59] Umut: tamam")
    assert [(one.place, f"{one.time:%H:%M}") for one in chat.records] == [(place, "18:58")]


@pytest.mark.parametrize("place", PLACES)
def test_a_message_has_the_hour_it_was_sent_unless_it_tells_one(place: str) -> None:
    sent = f"[20:10, 31.03.2024] Selin: {place} CHP 48,9"
    goes_on = "[20:11, 31.03.2024] Selin: AKP 40,1"
    own = f"[20:14, 31.03.2024] Selin: {place} CHP 49,2 (ANKA 20.05)"
    (one,) = read(f"{sent}\n{goes_on}").records
    assert one.time is not None and f"{one.time:%H:%M}" == "20:10" and len(one.results) == 2
    assert {f"{record.time:%H:%M}" for record in read(own).records if record.time} == {"20:05"}


TOLD = {
    "a page's furniture": (
        ("{place}\nCHP %48,1\nHava Durumu 14° | İmsak 04.37 | BIST 9.142", "CHP:48.1"),
        ("{place}\nCHP %48,1\nİmsak 04.37 Güneş 06.01 İkindi 15.50 Yatsı 19.51", "CHP:48.1"),
        ("{place} 9° | CHP %48,1 | AK Parti %33,6", "CHP:48.1 AK Parti:33.6"),
        ("{place}\nCHP %48,1\nGüneş 33,6", "CHP:48.1 ?Güneş"),
    ),
    "glued": (
        ("{at} Ali Kaya%48,1,Cem Akgün%35,5.Sandık:%99", "Ali Kaya:48.1 Cem Akgün:35.5 open:99"),
        ("{at} CHP yüzde 48,1.Sandıkların yüzde 98'i açıldı.", "CHP:48.1 open:98"),
        ("{at} CHP %48,O", "?%48,O"),
    ),
    "a part of the boxes": (
        ("{at} açılan sandık sayısı 1.972'de 1.410. CHP 48,1.", "CHP:48.1 boxes:1410/1972"),
        ("{at} sandık 972'de 410'u açıldı.", "boxes:410/972"),
        ("{at} 1.972'de 1.410 sandık açıldı.", "boxes:1410/1972"),
        ("{at} açılan sandık sayısı 20.30'da 1.410.", "boxes:1410 @20:30"),
        ("{at} sandıkların 5'te 4'ü açıldı. CHP 48,1.", "CHP:48.1"),
        ("{at} açılan sandık 1.410'dan 1.972'ye çıktı.", "boxes:1972"),
    ),
    "boxes in a part of a place": (
        ("{at} CHP 48,1. Kentte konteynerlerde 126 sandık kuruldu.", "CHP:48.1"),
        ("{at} gurbetçiler için 4 sandık kuruldu. Çadır kentte 41 sandık kuruldu.", ""),
        ("{at} cezaevlerinde 12 sandık kuruldu. CHP 48,1.", "CHP:48.1"),
        ("{place}: CHP 48,1. Konteynerlerde 126 sandık kuruldu.", "CHP:48.1"),
        ("{at} 3.100 sandık kuruldu. CHP 48,1.", "CHP:48.1 boxes:/3100"),
        ("{place} genelinde 3.412 sandık kuruldu.", "boxes:/3412"),
    ),
    "two elections by their days": (
        (
            "{at} CHP 31 Mart'ta yüzde 48,77 alırken 23 Haziran'da oyunu yüzde 54,2'ye çıkardı.",
            "CHP:54.2",
        ),
        ("{at} CHP 2019'da yüzde 30,1 alırken bu kez 37,8'e yükseldi.", "CHP:37.8"),
        ("31 Mart'ta {at} CHP yüzde 42,3, AK Parti yüzde 38,1 aldı.", "CHP:42.3 AK Parti:38.1"),
    ),
    "who heads a branch": (
        ("CHP {place} İl Başkanı, \"9 puan öndeyiz\" dedi.", "lead:9 >CHP"),
        ("CHP {place} İl Başkanı: \"CHP yüzde 48,1.\"", "CHP:48.1"),
        ("CHP {place} İl Başkanı Ali Kaya yüzde 48,1 aldı.", "Ali Kaya:48.1"),
        ("CHP'nin {place} adayı Ali Kaya 9 puan önde.",
         "lead:9 >CHP'nin {place} adayı Ali Kaya"),
    ),
    "a person whose family name is a province": (
        ("{at} Tekin Bingöl'e 13.500, Ali Kaya'ya 9.100 oy çıktı.",
         "Tekin Bingöl:v13500 Ali Kaya:v9100"),
        ("{at} sandıklar Bingöl'e 21.30'da ulaştı.", ""),
    ),
    "a name that is a word": (
        ("{at} CHP adayı Kasım Demirci yüzde 48,1 aldı.", "Kasım Demirci:48.1"),
        ("{place}\n1\nVahap SEÇER\nCHP\n25.658\n%48,1\n2\nCem AKGÜN\nMHP\n%31,7",
         "Vahap SEÇER:48.1 Vahap SEÇER:v25658 Cem AKGÜN:31.7"),
        ("1 Kasım'da {at} CHP yüzde 48,1.", "CHP:48.1"),
    ),
    "over the threshold": (
        ("{at} HDP yüzde 13,12'yle barajı 3,1 puan aştı.", "HDP:13.12"),
        ("{at} HDP yüzde 10 barajını aştı.", ""),
    ),
    "of all votes cast": (
        ("{at} kullanılan oyların yüzde 48,1'ini alan Yavaş'ın rakibi Cem Akgün 31,7'de kaldı.",
         "Yavaş:48.1 Cem Akgün:31.7"),
        ("{at} kullanılan oyların yüzde 98,4'ü geçerli. CHP 48,1.", "CHP:48.1"),
        ("{at} Ali Kaya yüzde 48,1'le büyükşehir belediye başkanı.", "Ali Kaya:48.1"),
        ("{at} CHP 3 belediye başkanı çıkardı.", ""),
    ),
    "in spite of it": (
        ("{at} CHP 3,1 puan kaybına rağmen yüzde 48,1 ile birinci.", "CHP:48.1"),
        ("{at} CHP yüksek katılıma rağmen yüzde 48,1 aldı.", "CHP:48.1"),
        ("{at} CHP'nin kaybı yüzde 8,1.", ""),
    ),
    "a gap": (
        ("{at} CHP 2,6 puanla kazandı.", "lead:2.6 >CHP"),
        ("{at} CHP 2,6 puanlık artışla kazandı.", ""),
        ("{at} fark 12 bin 300 oya, 1,2 puana çıktı.", "lead:1.2 lead:v12300"),
        ("{at} 13 bin oyluk fark 9,2 puana çıktı.", "lead:9.2"),
        ("{at} fark 12 bin oydan 14 bin 100 oya çıktı.", "lead:v14100"),
        ("{at} 61 sandık yeniden sayıldı, CHP'ye 84 oy eklendi. Fark 898'e indi.", "lead:v898"),
        ("{at} CHP 8,1 puan önde, sayılan oy 400 bin.", "lead:8.1 >CHP"),
    ),
    "day and hour": (
        ("{at} CHP yüzde 48,1 aldı. (31.03.2024, 19.25)", "CHP:48.1 @19:25"),
        ("{at} CHP yüzde 48,1 (31.03.2019: 19.25), AK Parti 40,2.", "CHP:48.1 AK Parti:40.2"),
        ("{place}: CHP 48,1\nSandık: 410/972\nSaat: 22.26", "CHP:48.1 boxes:410/972 @22:26"),
        ("{at} saat 23.21'de sandıkların yüzde 98'i açılmıştı. CHP yüzde 48,1 almıştı.",
         "open:98 CHP:48.1 @23:21"),
    ),
    "a decimal with a blank": (
        ("{place}\nYalım 50, 53\nÇakın 36, 72", "?50, 53 ?36, 72"),
        ("{place}\nYalım 50 ,53", "?50 ,53"),
        ("{at} CHP 50, 53 belediye kazandı.", ""),
    ),
    "a year told of since": (
        ("{at} CHP yüzde 48,1 ile 1977'den bu yana ilk kez birinci.", "CHP:48.1"),
        ("{at} CHP'nin oyu 30 Mart'ta 47,9 iken 44,6'ya düştü.", "CHP:44.6"),
        ("{at} CHP yüzde 48,1 iken AK Parti 44,6'da kaldı.", "CHP:48.1 AK Parti:44.6"),
    ),
    "small answers with their suffix": (
        ("{at} hayırın oyu 41.200, evetin 9.100.", "hayır:v41200 evet:v9100"),
        ("Hayırlı olsun, {at} CHP yüzde 48,1.", "CHP:48.1"),
        ("{place} ▌ EVET %48,1 ▌ HAYIR %46,9", "EVET:48.1 HAYIR:46.9"),
    ),
    "a gap told twice": (
        ("{at} fark 3,5 puan, 16 bin 189 oy.", "lead:3.5 lead:v16189"),
        ("{at} fark 3,5 puan (16 bin 189 oy).", "lead:3.5 lead:v16189"),
        ("{at} fark 3,5 puan, CHP 16 bin 189 oy.", "lead:3.5 CHP:v16189"),
    ),
    "whose the pairs of a list are": (
        ("Oy oranları (CHP – MHP)\n{place} 48,1 – 36,2", "CHP:48.1 MHP:36.2"),
        ("Yavaş kazandı (CHP - MHP)\n{place} 48,1 – 36,2", "?48,1 ?36,2"),
    ),
    "a while ago": (
        ("{at} CHP farkı 5 puana çıkardı, yarım saat önce 3,1'di.", "lead:5 >CHP"),
        ("{at} fark 9,3 puan. 45 dakika önce CHP yüzde 46,1'di.", "lead:9.3"),
        ("{at} bir saat önce AA verdi: CHP 46,1", "CHP:46.1"),
    ),
    "what is hoped for when": (
        ("{at} sandıkların yüzde 70'i açıldığında fark 10 puana inecek.", ""),
        ("{at} sandıkların yüzde 70'i açıldığında CHP yüzde 50,1'deydi.", "open:70 CHP:50.1"),
    ),
    "taken back": (
        ("{place} tablosu hatalıdır, kullanmayınız. (CHP 44,4, AK Parti 37,1)", ""),
        ("{place} tablosu yeni geldi. (CHP 44,4, AK Parti 37,1)", "CHP:44.4 AK Parti:37.1"),
        ("{place}: CHP 50,7, AK Parti 40,4\nCHP yanlış, 50,5 olacak",
         "AK Parti:40.4 ?50,7 ?50,5"),
        ("{place}: CHP 50,7, AK Parti 40,4\npardon CHP 50,5", "AK Parti:40.4 ?50,7 ?50,5"),
    ),
    "not so many": (
        ("{at} fark 1 puan altı, CHP 44,3 AK Parti 43,6", "CHP:44.3 AK Parti:43.6 lead:1 ?1"),
        ("{at} 3 sandık karanlıkta sayıldı.", "?3"),
        ("{at} 30 sandıktan 3'ü açıldı.", "boxes:3/30"),
        ("{at} sayımı bitmeyen sandık 31, CHP 44,3.", "CHP:44.3"),
    ),
    "somebody's word": (
        ("Bakırhan: \"{at} CHP yüzde 57'yle kazandı.\"", "?yüzde 57"),
        ("Bakırhan: \"{at} CHP yüzde 57,4'le kazandı.\"", "CHP:57.4"),
        ("Ali Kaya, {at} yüzde 55 oy aldıklarını söyledi.", "?yüzde 55"),
        ("AA, {at} CHP'nin yüzde 51,2 aldığını açıkladı.", "CHP:51.2"),
    ),
    "no poll": (
        ("Anket değil gerçek sonuç: {at} CHP %50,3, AK Parti %36,4", "CHP:50.3 AK Parti:36.4"),
        ("Anket: {at} CHP %50,3, AK Parti %36,4", ""),
    ),
    "torn": (
        ("{place} sandık 71. 3", "?71. 3"),
        ("{at} CHP 50,1. 3 ilçede sayım sürüyor.", "CHP:50.1"),
    ),
    "glued endings": (
        ("{at} katılım 77,4müş CHP 50,7", "turnout:77.4 CHP:50.7"),
    ),
    "pointed back at": (
        ("Oğan'ın yüzde 5,2 aldığı ilk turun ardından {at} CHP yüzde 48,1 aldı.", "CHP:48.1"),
        ("{at} sandıkların yüzde 8'i hâlâ açılmayı bekliyor.", ""),
        ("{at} ilk kez bir kadın yönetecek: Ayşe Gür yüzde 50,7 oyla başkan oldu.",
         "Ayşe Gür:50.7"),
    ),
    "a family name that is a word": (
        ("{at} Ömer Ay yüzde 56,0'la kazandı.", "Ömer Ay:56.0"),
        ("{at} bu ay CHP yüzde 56,0 aldı.", "CHP:56.0"),
    ),
    "who gave it": (("{place}: CHP 47,7, AK Parti 43,0. AA verdi.", "CHP:47.7 AK Parti:43.0"),),
    "whose results": (
        ("{place} MİLLETVEKİLİ SONUÇLARI\nCHP 48,1", "CHP:48.1"),
        ("{at} (il genel meclisi + büyükşehir meclisi) CHP 48,1", "CHP:48.1"),
    ),
}  # fmt: skip


def _items(reading: Reading) -> set[str]:
    """What would be filed or is asked, in short; a leader behind `>`, a time behind `@`."""
    found: set[str] = set()
    for record in reading.records:
        for one in record.results:
            who = one.candidate or one.label
            found |= {f"{who}:{one.pct}"} if one.pct is not None else set()
            found |= {f"{who}:v{one.votes}"} if one.votes is not None else set()
        opened, total = record.opened_boxes, record.total_boxes
        boxes = f"{opened or ''}/{total}" if total else f"{opened}"
        leader = record.leader or ""
        told = {
            f"open:{record.opened_pct}": record.opened_pct,
            f"boxes:{boxes}": opened or total,
            f"lead:{record.lead_points}": record.lead_points,
            f"turnout:{record.turnout_pct}": record.turnout_pct,
            f"lead:v{record.lead_votes}": record.lead_votes,
            f">{leader}": record.leader,
            f"@{record.time}"[:6]: record.time,
        }
        found |= {name for name, value in told.items() if value is not None}
        found |= {f"?{question.text}" for question in record.questions}
    return found


@pytest.mark.parametrize("name", TOLD)
def test_a_kind_is_read_so_and_nothing_else_of_it(name: str) -> None:
    for (template, wanted), place in itertools.product(TOLD[name], PLACES):
        text = template.format(at=suffixed(place, "loc"), place=place)
        reading = read(text)
        assert _items(reading) == _split(wanted.format(place=place)), text
        assert {one.place for one in reading.records} <= {place}, text


def _split(wanted: str) -> set[str]:
    """`CHP:48.1 AK Parti:33.6 >CHP` parted behind each value and before each mark."""
    found: set[str] = set()
    for part in re.split(r" (?=[?>@])", wanted):
        found |= {part} if part[:1] in "?>@" else {*re.findall(r"(?! )[^:]+:\S+", part)}
    return found - {""}


CHOSEN = {
    "Büyükşehir | Belediye | Meclis": None,
    "İBB / İlçe / Meclis": None,
    "Büyükşehir Başkanlığı  [Belediye Başkanlığı]  Meclis": "ilce-baskanligi",
    "Büyükşehir | Belediye | [Meclis]": "ilce-meclisi",
    "[Büyükşehir] Belediye Meclis": "ibb",
    "Büyükşehir Başkanlığı, Belediye Başkanlığı (seçili), Meclis Üyeliği": "ilce-baskanligi",
    "İlçe Belediye Meclisi": "ilce-meclisi",
    "Büyükşehir Başkanlığı\nİlçe Belediye Başkanlığı\nBelediye Meclisi": None,
}


@pytest.mark.parametrize("tabs", CHOSEN)
def test_a_heading_of_several_contests_says_of_the_chosen_one_alone(tabs: str) -> None:
    context = Context.of(load("istanbul-2024"))
    for text in (f"{tabs}\nEsenler\nCHP 48,1", f"Esenler\n{tabs}\nCHP 48,1"):
        (record,) = read(text, context).records
        assert (record.place, record.contest) == ("Esenler", CHOSEN[tabs]), text
        assert bool(record.questions) is (CHOSEN[tabs] is None), text


def test_what_no_rule_understood_is_named() -> None:
    # ... and what waits for the answer about its name says so.
    gap = "Kurum ile İmamoğlu arasındaki makas 11 puana açıldı: 51,1'e 40,1"
    told = {"Enflasyon %65, CHP %37,8": (Code.I310, ["%65"]), gap: (Code.I312, ["51,1", "40,1"])}
    for text, (code, figures) in told.items():
        left = [(one.code, one.text) for one in read(text).ignored]
        assert left == [(code, figure) for figure in figures]
