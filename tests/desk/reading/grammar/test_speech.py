"""What somebody says who is no agency is in no agency's column."""

from __future__ import annotations

import pytest

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night

WHO = (
    "Özgür Özel",
    "Kabaktepe",
    "Canan Kaftancıoğlu",
    "CHP kurmayları",
    "CHP'li Engin Altay",
    "AK Parti İl Başkanı Osman Nuri Kabaktepe",
    "Gazeteci Barış Pehlivan",
    "İmamoğlu'nun danışmanı Murat Ongun",
)
SAID = (
    "{}, İmamoğlu'nun 52,3 aldığını söyledi.",
    "{}, İmamoğlu'nun 52,3 aldığını duyurdu.",
    "{} ise İmamoğlu'nun 52,3'e çıktığını belirtti.",
    "{}, Kurum'un 45,1'de kaldığını, İmamoğlu'nun 52,3 aldığını açıkladı.",
    '{}, "İmamoğlu 52,3\'te" dedi.',
    '"İmamoğlu 52,3\'te" diyen {}, seçmene teşekkür etti.',
)
CARRIED = (
    "AA: Kurum 42,0. {}",
    "AA 21.10\nKurum 42,0\n{}",
    "İSTANBUL (AA) - {}",
    "AA'nın haberine göre {}",
    "{} (AA)",
    "{} Kaynak: AA",
)
OF_THE_AGENCY = (
    "AA, İmamoğlu'nun 52,3 aldığını duyurdu.",
    "AA İmamoğlu'nun 52,3 aldığını bildirdi.",
    "AA'ya göre İmamoğlu 52,3 aldı.",
    "AA: Kurum 42,0. İmamoğlu'nun 52,3 aldığı açıklandı.",
    "AA: Kurum 42,0. İlk sonuçlara göre İmamoğlu 52,3.",
    "Özgür Özel, AA'ya göre İmamoğlu'nun 52,3 aldığını söyledi.",
    '"AA\'nın rakamlarına bakmayın" diyen Özel oyunu kullandı. AA: İmamoğlu 52,3.',
    "Kampanya ekibine göre Kurum 45,1, AA'ya göre İmamoğlu 52,3.",
)


def agencies_of(text: str, value: str = "52.3") -> set[str | None]:
    """In whose column a share is that no question lies on."""
    records = to_json(read(text, night()))["records"]
    told = [record for record in records if not record["questions"]]
    return {
        record["agency"]
        for record in told
        for result in record["results"]
        if result["pct"] == value
    }


@pytest.mark.parametrize("carried", CARRIED)
@pytest.mark.parametrize("said", SAID)
def test_what_a_person_says_is_no_agency_s(said: str, carried: str) -> None:
    """Whoever carries it, and whoever told figures before."""
    for who in WHO:
        text = carried.format(said.format(who))
        assert agencies_of(text) == set(), text


@pytest.mark.parametrize(
    "text",
    [
        "AA: Kurum 42,0. Edinilen bilgiye göre CHP'nin elindeki verilere göre İmamoğlu 52,3.",
        "AA: Kurum 42,0. Kabaktepe'ye göre İmamoğlu 52,3.",
        "AA: Kurum 42,0. Muhalefet kaynaklarına göre İmamoğlu 52,3.",
        "AA: Kurum 42,0. CHP Sözcüsü Yücel 21.30'da açıkladı: İmamoğlu 52,3.",
        "AA: Kurum 42,0.\nCHP'li Günaydın: İmamoğlu 52,3",
        'AA: Kurum 42,0. İmamoğlu: "52,3\'teyiz."',
        "AA: Kurum 42,0. İmamoğlu'nun 52,3 aldığı CHP tarafından duyuruldu.",
    ],
)
def test_what_is_so_by_somebody_s_word_is_no_agency_s(text: str) -> None:
    """`X'e göre`, `X: ...`, `X tarafından`."""
    assert agencies_of(text) == set()


@pytest.mark.parametrize("text", OF_THE_AGENCY)
def test_what_an_agency_says_is_its_own(text: str) -> None:
    """Also where a person repeats it, and where nobody is named who says it."""
    assert agencies_of(text) == {"AA"}


def test_what_is_said_can_be_answered() -> None:
    """The question is which agency; the answers are the night's."""
    (record,) = to_json(read("Özgür Özel, İmamoğlu'nun 52,3 aldığını söyledi. (AA)", night()))[
        "records"
    ]
    assert [one["code"] for one in record["questions"]] == ["Q307"]


SHARES = "Üsküdar İBB İmamoğlu 50,1 Kurum 42,3"
BY_BOTH = (
    "AA ve ANKA: {}", "AA da ANKA da aynı: {}", "AA'nın rakamlarını ANKA da doğruladı: {}",
    "{} (AA, ANKA)", "{} (AA ve ANKA)", "{} (AA veya ANKA)", "{} AA ve ANKA", "{} (AA?)",
    "{}\nKaynak: AA ve ANKA", "{}\nKaynak: AA (22.10), ANKA (22.15)",
)  # fmt: skip
BY_NEITHER = (
    "AA'da henüz yok: {}", "ANKA'da yok. {}", "AA'nın vermediği ilçe: {}", "AA mı: {}",
    "AA'da hâlâ görünmüyor: {}", "{} (AA değil, CHP)", "{} (parti verisi, ANKA'da 50,6)",
    "AA VERİ GİRMİYOR\n{}",
)  # fmt: skip
BY_OTHERS = (
    "Sahadan: {}", "Muhabirimiz bildiriyor: {}", "Özgür Özel: {}", "NTV: {}", "Tutanaktan: {}",
    "Bizim sayım: {}", "öteki ajans: {}", "{} (müşahitten)", "{} - parti verisi",
    "{} (kaynak: CHP)", "parti temsilcisi {}",
)  # fmt: skip
CREDITS = (
    "{}. AA'dan aldım.", "{}. Bunu AA veriyor.", "{}\nAA böyle geçti", "{}. AA böyle diyor.",
    "{}\nNot: AA bunlar", "{}. Bilgiyi AA geçti.",
)  # fmt: skip


def agencies(text: str) -> set[str | None]:
    """Whose the figures are that a text gives."""
    return {one["agency"] for one in to_json(read(text, night()))["records"] if one["results"]}


@pytest.mark.parametrize("frame", [*BY_BOTH, *BY_NEITHER])
def test_two_sources_or_none_are_asked(frame: str) -> None:
    reading = to_json(read(frame.format(SHARES), night()))
    assert agencies(frame.format(SHARES)) == set()
    assert {one["code"] for record in reading["records"] for one in record["questions"]} <= {
        "Q303",
        "Q307",
    }


@pytest.mark.parametrize("frame", BY_OTHERS)
def test_what_somebody_else_tells_is_not_the_agency_s_above(frame: str) -> None:
    other = frame.format("Kadıköy İBB İmamoğlu 64,0 Kurum 28,1")
    reading = to_json(read(f"ANKA 22.15 {SHARES}\n{other}", night()))
    assert [one["place"] for one in reading["records"] if one["results"]] == ["Üsküdar"]


@pytest.mark.parametrize("frame", CREDITS)
def test_a_sentence_that_only_credits_says_whose_the_figures_are(frame: str) -> None:
    assert agencies(frame.format(SHARES)) == {"AA"}


@pytest.mark.parametrize("joint", [", ", "; ", " / ", " - "])
def test_a_source_behind_its_figures_is_of_those_before_it(joint: str) -> None:
    text = f"{SHARES} AA{joint}Kadıköy İBB İmamoğlu 61,7 Kurum 30,5 ANKA"
    records = to_json(read(text, night()))["records"]
    assert {(one["agency"], one["place"]) for one in records} == {
        ("AA", "Üsküdar"),
        ("ANKA", "Kadıköy"),
    }


def test_one_figure_of_another_agency_behind_two_is_nobodys() -> None:
    records = to_json(read("AA Kartal İBB İmamoğlu 54,6 Kurum 36,9 (ANKA'da 54,9)", night()))
    told = [one for record in records["records"] for one in record["results"]]
    assert [one["pct"] for one in told] == ["54.6", "36.9"]
