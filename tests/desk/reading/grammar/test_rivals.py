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


def addressed(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Agency, place and contest of each record with figures on which no question lies."""
    records = to_json(read(text, night()))["records"]
    return {
        (record["agency"], record["place"], record["contest"])
        for record in records
        if record["results"] and not record["questions"]
    }


@pytest.mark.parametrize(
    "measure",
    [
        "Maltepe'den yüksek",
        "Maltepe'dekinden yüksek",
        "Maltepe'den 2,7 puan fazla",
        "Maltepe'nin üzerinde",
        "Maltepe'nin 2,7 puan altında",
        "Maltepe'ye göre yüksek",
        "Maltepe'ye kıyasla iyi",
        "Maltepe kadar yüksek",
        "Maltepe'deki gibi yüksek",
        "Maltepe'ye yakın",
        "Maltepe ile aynı",
        "Maltepe'yi geçti",
    ],
)
def test_a_place_it_is_compared_with_has_no_figure(measure: str) -> None:
    """`Kartal'da Kurum'un oyu Maltepe'den yüksek: 54,2`"""
    text = f"Kartal'da Kurum'un oyu {measure}: yüzde 54,2."
    assert addressed(text) <= {(None, "Kartal", "ibb")}


@pytest.mark.parametrize(
    "measure",
    [
        "ANKA'nın aksine",
        "ANKA'dan hızlı davrandı ve",
        "ANKA'nın 0,9 puan altında,",
        "ANKA'ya göre düşük,",
        "ANKA ile uyumlu,",
        "ANKA'nın verisinden farklı,",
        "(ANKA ile aynı)",
        "(ANKA henüz geçmedi)",
        "(ANKA'da veri yok)",
    ],
)
def test_an_agency_it_is_compared_with_is_no_source(measure: str) -> None:
    """`AA, ANKA'nın aksine İmamoğlu'nu 50,4'te gösteriyor`"""
    text = f"AA verisi {measure} İmamoğlu yüzde 50,4."
    assert addressed(text) <= {("AA", None, "ibb")}
    assert addressed("ANKA'ya göre İmamoğlu yüzde 50,4.") == {("ANKA", None, "ibb")}


@pytest.mark.parametrize(
    "measure",
    [
        "mecliste başkanlıktan az",
        "mecliste, başkanlığın altında",
        "meclisinde (başkanlık sayımı sürüyor)",
        "meclisinde (başkanlık daha yüksek)",
        "meclisinde, başkanlık birazdan,",
        "(başkanlık değil, meclis)",
    ],
)
def test_a_contest_it_is_compared_with_is_not_its(measure: str) -> None:
    """`Üsküdar İBB (ilçe başkanlığı ayrıca): CHP 52,1`"""
    text = f"Üsküdar {measure}: CHP 46,1, AK Parti 41,2."
    assert addressed(text) <= {(None, "Üsküdar", "ilce-meclisi")}


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("ANKA: İmamoğlu yüzde 51,3. AA henüz veri geçmedi. Kurum yüzde 40,1.", "ANKA"),
        ("ANKA'ya göre İmamoğlu yüzde 51,3, AA'nın verisi gecikti, Kurum yüzde 40,1.", "ANKA"),
        ("AA henüz açıklamadı, ANKA'ya göre İmamoğlu yüzde 51,3.", "ANKA"),
    ],
)
def test_who_has_nothing_yet_is_no_source(text: str, agency: str) -> None:
    """`AA'nın verisi gecikti`"""
    assert addressed(text) == {(agency, None, "ibb")}


@pytest.mark.parametrize(
    "several",
    [
        *("Kadıköy + Beşiktaş:", "Kadıköy/Beşiktaş:", "Kadıköy, Beşiktaş, Şişli:"),
        *("Kadıköy ve Beşiktaş:", "Kadıköy'de ve Beşiktaş'ta", "Kadıköy'de de Beşiktaş'ta da"),
        *("Kadıköy'le Beşiktaş'ın toplamında", "Ne Kadıköy'de ne Beşiktaş'ta", "AA/ANKA:"),
        *("Kadıköy ve Beşiktaş'ta toplam 1.602 sandıkta", "AA, ANKA:", "AA ve ANKA:"),
    ],
)
def test_one_figure_of_several_is_asked_about(several: str) -> None:
    """`Kadıköy/Beşiktaş: İmamoğlu 81,3`: of both, or of each as much."""
    assert addressed(f"{several} İmamoğlu yüzde 81,3.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kurum + Altınöz = 43,5",
        "Kurum, Altınöz: 43,5",
        "Kurum / Altınöz: 43,5",
        "Kurum & Altınöz 43,5",
        "Kurum hariç hepsi 43,5",
    ],
)
def test_a_figure_of_several_contenders_is_nobodys(text: str) -> None:
    """`Kurum + Altınöz = 43,5`: a sum."""
    assert told(text) == []


def test_behind_two_agencies_nobody_says_whose_it_is() -> None:
    """`AA'ya göre 50,4, ANKA'ya göre 51,3. Açılan sandık yüzde 80`"""
    text = "AA'ya göre İmamoğlu 50,4, ANKA'ya göre 51,3. Sandıkların yüzde 80'i açıldı."
    found = to_json(read(text, night()))
    assert all(record["opened_pct"] is None for record in found["records"])


@pytest.mark.parametrize(
    "text",
    [
        "AA: İmamoğlu yüzde 50,4, Kurum yüzde 40,9; ANKA'nın aksine",
        "AA ANKA'nın aksine yüzde 50,4 İmamoğlu, yüzde 40,9 Kurum",
        "AA: İmamoğlu yüzde 50,4, Kurum yüzde 40,9, ANKA'nın tersine.",
    ],
)
def test_a_comparison_takes_no_figure_with_it(text: str) -> None:
    """Also where a line ends with it, and where a figure stands right behind it."""
    assert sorted(told(text)) == [("ak_parti", "40.9"), ("chp", "50.4")]
