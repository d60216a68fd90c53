"""Suffixes: names by table, numbers by an independent oracle, exceptions by hand."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.country.places import regions
from desk.turkish import CASES, Spelling, Spoken, suffixed, title, upper

DATA = Path(__file__).parents[2] / "data"

# Each number word and its suffixes, in the order of ORDER, written out and not computed.
ORDER = ("gen", "loc", "abl", "dat", "ins", "poss3", "poss3_acc", "poss3_gen", "lik", "cop", "acc")
SAID = {
    "0": "ın da dan a la ı ını ının lık dır ı",
    "1": "in de den e le i ini inin lik dir i",
    "2": "nin de den ye yle si sini sinin lik dir yi",
    "3": "ün te ten e le ü ünü ünün lük tür ü",
    "4": "ün te ten e le ü ünü ünün lük tür ü",
    "5": "in te ten e le i ini inin lik tir i",
    "6": "nın da dan ya yla sı sını sının lık dır yı",
    "7": "nin de den ye yle si sini sinin lik dir yi",
    "8": "in de den e le i ini inin lik dir i",
    "9": "un da dan a la u unu unun luk dur u",
    "10": "un da dan a la u unu unun luk dur u",
    "20": "nin de den ye yle si sini sinin lik dir yi",
    "30": "un da dan a la u unu unun luk dur u",
    "40": "ın ta tan a la ı ını ının lık tır ı",
    "50": "nin de den ye yle si sini sinin lik dir yi",
    "60": "ın ta tan a la ı ını ının lık tır ı",
    "70": "in te ten e le i ini inin lik tir i",
    "80": "in de den e le i ini inin lik dir i",
    "90": "ın da dan a la ı ını ının lık dır ı",
    "100": "ün de den e le ü ünü ünün lük dür ü",
    "1000": "in de den e le i ini inin lik dir i",
    "1000000": "un da dan a la u unu unun luk dur u",
}


def _said(number: int) -> str:
    """The last word a number is said with, by its round value."""
    if number == 0:
        return "0"
    if number % 100:
        return str(number % 10 or number % 100)
    if number % 1_000_000:
        return "100" if number % 1_000 else "1000"
    return "1000000"


def _expected(number: int, case: str) -> str:
    return SAID[_said(number)].split()[ORDER.index(case)]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DISTRICTS = {region.name for region in regions().values() if region.kind == "district"}


@pytest.mark.parametrize("row", _rows("turkish_forms.csv"), ids=lambda row: row["name"])
def test_names_by_table(row: dict[str, str]) -> None:
    """Provinces, İstanbul's districts, parties, candidates, agencies, titles and institutions."""
    for case in ("gen", "dat", "loc", "abl", "ins"):
        assert suffixed(row["name"], case) == row[case]


@pytest.mark.parametrize(
    "whom",
    [
        *("Kurum'u", "İmamoğlu'nu", "Beştaş'ı", "Altınöz'ü", "Karamahmutoğlu'nu", "Polat'ı"),
        *("Kavuncu'yu", "CHP'yi", "AKP'yi", "MHP'yi", "TİP'i", "DEM Parti'yi", "Zafer Partisi'ni"),
        *("Saadet'i", "Memleket'i", "İYİ Parti'yi", "YSK'yi", "Beyoğlu'nu", "AK Parti'yi"),
    ],
)
def test_who_was_passed(whom: str) -> None:
    assert suffixed(whom.partition("'")[0], "acc") == whom


# Of the 973 districts, every one that ends in a possessive. Read against the whole list by hand.
_POSSESSIVE = """
Adapazarı Akdağmadeni Altınözü Beşikdüzü Beylikdüzü Beyoğlu Beypazarı Cumayeri Çameli Çarşıbaşı
Çaybaşı Çayeli Çiçekdağı Demirözü Derepazarı Dernekpazarı Dilovası Döşemealtı Dulkadiroğlu
Düziçi Ekinözü Gölbaşı Gölpazarı Günyüzü Hamamözü Hanönü İmamoğlu İpekyolu Kadınhanı Kadışehri
Konyaaltı Korkuteli Köprübaşı Kuşadası Marmaraereğlisi Mazıdağı Mecitözü Nurdağı Odunpazarı
Oğuzeli Orhaneli Osmaneli Otlukbeli Pazaryeri Pazaryolu Pınarbaşı Polateli Salıpazarı Saraydüzü
Sarayönü Sultandağı Sultanhanı Suşehri Süloğlu Şabanözü Şalpazarı Tepebaşı Türkeli Türkoğlu
Yavuzeli Yayladağı Yıldızeli Yusufeli Zeytinburnu
"""
POSSESSIVE_DISTRICTS = set(_POSSESSIVE.split())
THIN_DISTRICTS = {"Termal"}


@pytest.mark.parametrize("district", sorted(DISTRICTS))
def test_districts(district: str) -> None:
    last = next(char for char in reversed(district.lower()) if char in "aeıioöuü")
    thin = district in THIN_DISTRICTS
    vowel = "e" if last in "eiöü" or thin else "a"
    ends_in_vowel = district[-1] in "aeıioöuü"
    if district in POSSESSIVE_DISTRICTS:
        endings = {"loc": f"nd{vowel}", "abl": f"nd{vowel}n", "dat": f"n{vowel}"}
    else:
        hard = "t" if district[-1] in "fstkçşhp" else "d"
        endings = {"loc": f"{hard}{vowel}", "abl": f"{hard}{vowel}n"}
        endings["dat"] = f"y{vowel}" if ends_in_vowel else vowel
    narrow = dict(zip("aeıioöuü", "ıiıiuüuü", strict=True))["e" if thin else last]
    endings["gen"] = f"n{narrow}n" if ends_in_vowel else f"{narrow}n"
    endings["ins"] = f"yl{vowel}" if ends_in_vowel else f"l{vowel}"
    for case, ending in endings.items():
        assert suffixed(district, case) == f"{district}'{ending}"


# Sounds of names, without ğ and j, which begin none.
_LETTERS = st.text("abcçdefghıiklmnoöprsştuüvyz", min_size=2, max_size=6)
_STEMS = _LETTERS.filter(lambda stem: any(char in "aeıioöuü" for char in stem))


@given(_STEMS, st.sampled_from(["", "Ali ", "İçişleri "]))
def test_a_surname_that_sounds_like_a_title_takes_no_n(stem: str, before: str) -> None:
    """Ayrancı, Bozkurtlu, Karacan: what a name's own last letters are is no possessive."""
    last = next(char for char in reversed(stem) if char in "aeıioöuü")
    narrow = dict(zip("aeıioöuü", "ıiıiuüuü", strict=True))[last]
    hard = "ç" if stem[-1] in "fstkçşhp" else "c"
    wide = "e" if narrow in "iü" else "a"
    for end in (f"{hard}{narrow}", f"l{narrow}", f"s{narrow}z{hard}{narrow}"):
        name = f"{before}{title(stem + end)}"
        assert suffixed(name, "abl") == f"{name}'d{wide}n"
        assert suffixed(name, "dat") == f"{name}'y{wide}"


@given(_STEMS, st.sampled_from(["Bakanı", "Sözcüsü", "Valisi", "Sekreteri", "Vekili", "Üyesi"]))
def test_whatever_stands_before_a_title_it_takes_the_n(stem: str, held: str) -> None:
    """And inside one word it is a title only behind baş, eş, millet and their like."""
    wide = "a" if held == "Bakanı" else "e"
    whole = f"{title(stem)} {held}"
    assert suffixed(whole, "abl") == f"{whole}'nd{wide}n"
    assert suffixed(upper(whole), "loc") == f"{upper(whole)}'nd{wide}"
    assume(stem not in ("as", "baş", "başkan", "büyük", "cumhur", "eş", "millet"))
    name = title(stem + held)
    assert suffixed(name, "abl") == f"{name}'d{wide}n"


def test_the_list_of_possessives_names_districts_only() -> None:
    assert not POSSESSIVE_DISTRICTS - DISTRICTS
    assert len(DISTRICTS) == 898  # some of the 973 share a name


@pytest.mark.parametrize("number", [*range(1001), 4000, 30_000, 100_000, 806_000, 2_000_000])
def test_small_and_round_numbers(number: int) -> None:
    for case in CASES:
        assert suffixed(number, case) == f"{number}'{_expected(number, case)}"


@given(st.integers(0, 100_000), st.sampled_from(CASES))
def test_numbers(number: int, case: str) -> None:
    ending = _expected(number, case)
    assert suffixed(str(number), case) == f"{number}'{ending}"
    dotted = f"{number:,}".replace(",", ".")
    assert suffixed(dotted, case) == f"{dotted}'{ending}"


@given(st.integers(0, 100), st.integers(0, 99), st.sampled_from([1, 2]), st.sampled_from(CASES))
def test_decimals(whole: int, part: int, places: int, case: str) -> None:
    digits = f"{part:02d}"[-places:]
    ending = _expected(int(digits), case)
    for written in (f"{whole},{digits}", f"%{whole},{digits}", f"yüzde {whole},{digits}"):
        assert suffixed(written, case) == f"{written}'{ending}"
    assert suffixed(Decimal(f"{whole}.{digits}"), case) == f"{whole},{digits}'{ending}"


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(CASES), st.sampled_from(".:"))
def test_times(hour: int, minute: int, case: str, mark: str) -> None:
    written = f"{hour:02d}{mark}{minute:02d}"
    assert suffixed(written, case) == f"{written}'{_expected(minute or hour, case)}"


@given(st.text().filter(str.strip), st.sampled_from(CASES))
def test_no_word_is_too_strange(word: str, case: str) -> None:
    assert len(suffixed(word, case)) > 1


@pytest.mark.parametrize(
    ("word", "case", "expected"),
    [
        # Names that only look like possessive compounds, and such that are.
        ("İnönü", "loc", "İnönü'de"),
        ("Sivrihisar", "loc", "Sivrihisar'da"),
        ("Gölcük", "loc", "Gölcük'te"),
        ("Safranbolu", "dat", "Safranbolu'ya"),
        ("Uzunköprü", "dat", "Uzunköprü'ye"),
        ("Dikili", "loc", "Dikili'de"),
        ("Eminönü", "loc", "Eminönü'nde"),
        ("Anadoluhisarı", "dat", "Anadoluhisarı'na"),
        ("Van Gölü", "loc", "Van Gölü'nde"),
        ("Marmara Ereğlisi", "loc", "Marmara Ereğlisi'nde"),
        ("Karaosmanoğulları", "dat", "Karaosmanoğulları'na"),
        ("Beyoğlu", "poss3", "Beyoğlu'su"),
        ("Beyoğlu", "cop", "Beyoğlu'dur"),
        # Thin endings, accents, foreign letters, a word without a vowel.
        ("Kemal", "dat", "Kemal'e"),
        ("Celal", "loc", "Celal'de"),
        ("Erdal", "gen", "Erdal'ın"),
        ("Ünal", "loc", "Ünal'da"),
        ("Resul", "gen", "Resul'ün"),
        ("Kâğıthane", "loc", "Kâğıthane'de"),
        ("Hakkâri", "loc", "Hakkâri'de"),
        ("René", "gen", "René'nin"),
        ("Brd", "loc", "Brd'de"),
        # Capitals with a possessive, abbreviations with full stops.
        ("BEYOĞLU", "loc", "BEYOĞLU'nda"),
        ("EKREM İMAMOĞLU", "dat", "EKREM İMAMOĞLU'na"),
        ("T.C.", "gen", "T.C.nin"),
        # Derived words take no apostrophe after a name.
        ("Kadıköy", "lik", "Kadıköylük"),
        ("CHP", "lik", "CHP'lik"),
        # Nouns in small letters: no apostrophe, and they soften.
        ("806 bin", "poss3", "806 bini"),
        ("4 milyon", "abl", "4 milyondan"),
        ("2 milyon 300 bin", "lik", "2 milyon 300 binlik"),
        ("7,74 puan", "ins", "7,74 puanla"),
        ("yirmi altı", "loc", "yirmi altıda"),
        ("kırk dört", "dat", "kırk dörde"),
        ("sandık", "gen", "sandığın"),
        ("sandık", "loc", "sandıkta"),
        ("hukuk", "gen", "hukukun"),
        ("sonuç", "poss3", "sonucu"),
        ("fark", "poss3", "farkı"),
        ("saat", "loc", "saatte"),
        ("806 bin kişi", "dat", "806 bin kişiye"),
        ("İstanbul geneli", "loc", "İstanbul genelinde"),
        ("Şişli ilçesi", "dat", "Şişli ilçesine"),
        ("CHP adayı", "dat", "CHP adayına"),
        # Numbers with something around them.
        ("%10", "poss3", "%10'u"),
        ("sandıkların yüzde 17.00", "loc", "sandıkların yüzde 17.00'da"),
        ("saat 17.00", "loc", "saat 17.00'de"),
        ("24.00", "loc", "24.00'te"),
        ("1.000", "dat", "1.000'e"),
        ("2.000.000", "dat", "2.000.000'a"),
        ("0,05", "loc", "0,05'te"),
        ("31.03.2024", "loc", "31.03.2024'te"),
        ("T24", "gen", "T24'ün"),
        ("5G", "gen", "5G'nin"),
        (" Kadıköy ", "loc", "Kadıköy'de"),
    ],
)
def test_suffixes_by_hand(word: str, case: str, expected: str) -> None:
    assert suffixed(word, case) == expected


@pytest.mark.parametrize(
    ("spelling", "word", "case", "expected"),
    [
        (Spelling(apostrophe="’"), "AA", "abl", "AA’dan"),
        (Spelling(name_of_k="ka"), "YSK", "gen", "YSK'nın"),
        (Spelling(name_of_k="ka"), "YSK", "dat", "YSK'ya"),
        (Spelling(name_of_k="ka"), "DİSK", "gen", "DİSK'in"),
        (Spelling(eli_takes_n=False), "Kırklareli", "loc", "Kırklareli'de"),
        (Spelling(eli_takes_n=False), "Kocaeli", "dat", "Kocaeli'ye"),
        (Spelling(eli_takes_n=False), "Beyoğlu", "loc", "Beyoğlu'nda"),
        (Spelling(institution_apostrophe=False), "Anadolu Ajansı", "loc", "Anadolu Ajansında"),
        (Spelling(institution_apostrophe=False), "DEM Parti", "gen", "DEM Partinin"),
        (Spelling(institution_apostrophe=False), "Beyoğlu", "loc", "Beyoğlu'nda"),
        (Spelling(institution_apostrophe=False), "CHP Grubu", "abl", "CHP Grubundan"),
        (Spelling(institution_apostrophe=False), "AKP Sözcüsü", "abl", "AKP Sözcüsü'nden"),
        (Spelling(institution_apostrophe=False), "AKP İl Binası", "loc", "AKP İl Binası'nda"),
        (Spelling(decimal_mark="."), Decimal("58.79"), "ins", "58.79'la"),
        (Spelling(decimal_mark=".", time_mark=":"), "17.00", "loc", "17.00'da"),
        (Spelling(decimal_mark=".", time_mark=":"), "17:00", "loc", "17:00'de"),
        (Spelling(names=(Spoken("Tunceli", takes_n=True),)), "Tunceli", "loc", "Tunceli'nde"),
        (Spelling(names=(Spoken("Beyoğlu", takes_n=False),)), "Beyoğlu", "dat", "Beyoğlu'ya"),
        (Spelling(names=(Spoken("Woods", "vuds"),)), "Tiger Woods", "loc", "Tiger Woods'ta"),
        (Spelling(names=(Spoken("Woods", "vuds"),)), "Elwoods", "gen", "Elwoods'un"),
        (Spelling(names=(Spoken("İP", "ip"),)), "İP", "gen", "İP'in"),
    ],
)
def test_house_choices(spelling: Spelling, word: str | Decimal, case: str, expected: str) -> None:
    assert suffixed(word, case, spelling=spelling) == expected


def test_other_houses_give_what_is_also_accepted() -> None:
    other = Spelling(name_of_k="ka", eli_takes_n=False, institution_apostrophe=False)
    switched = {"YSK", "Kocaeli", "Anadolu Ajansı", "DEM Parti"}
    rows = [row for row in _rows("turkish_cases.csv") if row["input"] in switched]
    assert len(rows) == 5
    for row in rows:
        case = row["kind"].removeprefix("suffix_")
        assert suffixed(row["input"], case, spelling=other) == row["also_accepted"]


@pytest.mark.parametrize(("word", "case"), [("", "loc"), (" \t", "loc"), ("AA", "akk"), ("AA", "")])
def test_nothing_to_suffix_and_unknown_cases_are_refused(word: str, case: str) -> None:
    with pytest.raises(ValueError, match=r"empty word|unknown case"):
        suffixed(word, case)


@pytest.mark.parametrize("word", [58.79, True, None, Decimal("NaN")])
def test_suffixes_take_exact_numbers_only(word: object) -> None:
    write: Callable[..., str] = suffixed
    with pytest.raises(ValueError, match="number"):
        write(word, "loc")


@pytest.mark.parametrize(
    ("choice", "value"),
    [("apostrophe", "`"), ("name_of_k", "kö"), ("time_mark", "h"), ("decimal_mark", "")],
)
def test_unknown_house_choices_are_refused(choice: str, value: str) -> None:
    make: Callable[..., Spelling] = Spelling
    with pytest.raises(ValueError, match=choice):
        make(**{choice: value})


def test_an_overruled_name_needs_a_name() -> None:
    with pytest.raises(ValueError, match="empty"):
        Spoken(" ")
