"""Every language case, then the letters: case, order, folding."""

import csv
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import turkish
from desk.turkish import (
    clock,
    fold,
    lower,
    points,
    share_words,
    sort_key,
    suffixed,
    title,
    upper,
    votes_dots,
    votes_words,
)

DATA = Path(__file__).parents[2] / "data"
ALPHABET = "abcçdefgğhıijklmnoöprsştuüvyz"
TURKISH_TEXT = st.text(st.sampled_from(ALPHABET + "âîûqwx 0123456789.,%-"))


def _cases() -> list[dict[str, str]]:
    with (DATA / "turkish_cases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _percent(case: dict[str, str]) -> str:
    share = Decimal(case["input"])
    return share_words(share.normalize() if "strip0" in case["param"] else share)


def _number(case: dict[str, str]) -> str:
    writers: dict[str, Callable[[Decimal], str]] = {
        "dots": votes_dots,
        "words": votes_words,
        "points": points,
    }
    return writers[case["param"]](Decimal(case["input"]))


ANSWERS: dict[str, Callable[[dict[str, str]], str]] = {
    "upper": lambda case: upper(case["input"]),
    "lower": lambda case: lower(case["input"]),
    "title": lambda case: title(case["input"]),
    "collate": lambda case: "|".join(sorted(case["input"].split("|"), key=sort_key)),
    "percent": _percent,
    "number": _number,
    "time": lambda case: clock(case["input"]),
    "suffix_lik_word": lambda case: suffixed(case["input"], "lik"),
}


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_every_case(case: dict[str, str]) -> None:
    kind = case["kind"]
    if kind in ANSWERS:
        answer = ANSWERS[kind](case)
    else:
        answer = suffixed(case["input"], kind.removeprefix("suffix_").removeprefix("time_"))
    # The default house is the expected column; what is also accepted is another house's choice.
    assert answer == case["expected"]


def test_the_public_names() -> None:
    functions = "upper lower title sort_key fold suffixed share_words share_sign votes_words"
    others = "votes_dots points clock Spelling Spoken"
    assert {*functions.split(), *others.split()} <= set(turkish.__all__)
    assert all(hasattr(turkish, name) for name in turkish.__all__)


@pytest.mark.parametrize(
    ("small", "capital"),
    [
        ("silivri", "SİLİVRİ"),
        ("ışık", "IŞIK"),
        ("kâğıthane", "KÂĞITHANE"),
        ("ağrı", "AĞRI"),
        ("iğdır ılıca", "İĞDIR ILICA"),
        ("çğıöşü", "ÇĞIÖŞÜ"),
        ("yüzde 58,79", "YÜZDE 58,79"),
        ("", ""),
    ],
)
def test_case_by_hand(small: str, capital: str) -> None:
    assert upper(small) == capital
    assert lower(capital) == small


def test_case_heals_what_other_tools_leave() -> None:
    assert lower("I\u0307STANBUL") == "istanbul"
    assert upper("i\u0307stanbul") == "İSTANBUL"
    assert lower(unicodedata.normalize("NFD", "ÇİĞLİ")) == "çiğli"


@given(TURKISH_TEXT)
def test_case_comes_back(text: str) -> None:
    assert lower(upper(text)) == text
    assert upper(lower(upper(text))) == upper(text)


@given(st.text())
def test_case_never_fails_and_stays_composed(text: str) -> None:
    for change in (upper, lower):
        assert unicodedata.is_normalized("NFC", change(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IĞDIR", "Iğdır"),
        ("istanbul", "İstanbul"),
        ("ADALET VE KALKINMA PARTİSİ", "Adalet ve Kalkınma Partisi"),
        ("ve kalkınma", "Ve Kalkınma"),
        ("MEMET ALİ AYDOĞMUŞ", "Memet Ali Aydoğmuş"),
        ("19 MAYIS", "19 Mayıs"),
        ("HAK-PAR", "Hak-Par"),
        ("KADIKÖY'DE", "Kadıköy'de"),
        ("İMAMOĞLU’NUN OYU", "İmamoğlu’nun Oyu"),
        ("58,79'LA ÖNDE", "58,79'la Önde"),
        ("", ""),
    ],
)
def test_title_by_hand(text: str, expected: str) -> None:
    assert title(text) == expected


def test_the_order_is_the_alphabet() -> None:
    for alphabet in (ALPHABET, upper(ALPHABET)):
        by_code_point = sorted(alphabet)
        assert by_code_point != list(alphabet)
        assert sorted(by_code_point, key=sort_key) == list(alphabet)


@pytest.mark.parametrize(
    "ordered",
    [
        ["19 Mayıs", "Adana", "Zara"],
        ["Ilgın", "Isparta", "İdil", "İzmir"],
        ["ılık", "Ilık", "ilik", "İlik"],
        ["Kağıthane", "Kâğıthane", "Kağızman"],
        ["Hala", "Hâlâ", "Halat"],
        ["pop", "Qatar", "rota"],
        ["vana", "wagon", "xeno", "yol"],
        ["AK Parti", "AKP", "Altın"],
        ["zar", "жар"],
        ["", " ", "a"],
    ],
)
def test_order_by_hand(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(TURKISH_TEXT, TURKISH_TEXT)
def test_order_compares_letter_by_letter(first: str, second: str) -> None:
    plain = str.maketrans("âîû", "aiu")
    signs = " %,-." + "0123456789" + "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
    weights = [[signs.index(char) for char in text.translate(plain)] for text in (first, second)]
    if weights[0] != weights[1]:
        assert (sort_key(first) < sort_key(second)) == (weights[0] < weights[1])


@given(st.text(), st.text())
def test_order_is_total(first: str, second: str) -> None:
    below, above = sort_key(first) < sort_key(second), sort_key(second) < sort_key(first)
    assert below + above == (first != second)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Üsküdar", "uskudar"),
        ("İIıi", "iiii"),
        ("ŞİŞLİ", "sisli"),
        ("Kâğıthane", "kagithane"),
        ("ÇĞÖŞÜ çğöşü", "cgosu cgosu"),
        ("âîû", "aiu"),
        ("i\u0307stanbul", "istanbul"),
    ],
)
def test_fold_by_hand(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TURKISH_TEXT)
def test_folding_ignores_case(text: str) -> None:
    assert fold(text) == fold(upper(text)) == fold(title(text))
