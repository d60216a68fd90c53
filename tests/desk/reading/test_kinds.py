"""Kinds of sentences that were once filed wrong or noticed by nobody, each in dozens of variants.

A kind is a mechanism, not a text: its trap must give no figure whatever word stands in it, and
its nearest honest neighbour must give all of its figures, at their place.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from desk.reading.reader import Reading, read
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
    assert [(one.place, one.time) for one in chat.records] == [(place, None)]
