"""What is typed is read exactly or refused with a code; what was published keeps its digits."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import figures
from desk.facts.bulletin import Item
from desk.facts.codes import Code, Refusal
from tests.desk.conftest import refused

SHARE_ITEMS = [item for item in Item if item.is_share]
COUNT_ITEMS = [item for item in Item if item.is_count]

published_shares = st.integers(0, 2).flatmap(
    lambda places: st.integers(0, 100 * 10**places).map(
        lambda units: Decimal(units).scaleb(-places)
    )
)
counts = st.integers(0, 10**figures.MAX_COUNT_DIGITS - 1)
# Digits, marks and words in every disorder, besides text that has nothing to do with numbers.
scribbles = st.text(
    st.sampled_from("0123456789.,:%- −–'’\u00a0\u200byüzdeYÜZDEbinBİNmilyonoysandıkpuan²½٣")
)
anything = st.one_of(st.text(), scribbles)


def digits(number: Decimal | int) -> tuple[str, type]:
    return str(number), type(number)


@pytest.mark.parametrize(
    "typed",
    [
        "58,63",
        "58.63",
        "%58,63",
        "% 58,63",
        "58,63%",
        "yüzde 58,63",
        "Yüzde 58.63",
        "YÜZDE 58,63",
        "yuzde 58,63",
        "Yüzde:58.63",
        "Yüzde: 58.63",
        "058,63",
        "  58,63\t",
        "58,63 puan",
        "\u200e58,63\ufeff",
        "\u00a058,63\u00a0",
    ],
)
def test_one_share_however_it_is_typed(typed: str) -> None:
    assert digits(figures.read_share(typed)) == ("58.63", Decimal)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2", "2"), ("38.3", "38.3"), ("2.50", "2.50"), ("0", "0"), ("0,00", "0.00"), ("100", "100")],
)
def test_law_2_the_digits_stay_as_typed(typed: str, kept: str) -> None:
    read = figures.read_share(typed)
    assert figures.plain(read) == kept
    assert figures.published(read) == kept.replace(".", ",")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("58,6,3", Code.E102),
        ("5863", Code.E103),
        ("120", Code.E103),
        ("-3", Code.E104),
        ("58,635", Code.E105),
        ("abc", Code.E101),
        ("4.211.219", Code.E110),
    ],
)
def test_refused_in_a_share_cell(typed: str, code: Code) -> None:
    with refused(code) as refusal:
        figures.read_share(typed)
    assert refusal.value.values["text"] == typed


@pytest.mark.parametrize(
    "typed",
    ["", " ", "abc", "%", "yüzde", "58,", ",63", "58,63 oy", "5²", "٣", "58-63", "½", "1e2"],
)
def test_e101_not_a_number(typed: str) -> None:
    with refused(Code.E101):
        figures.read_share(typed)


@pytest.mark.parametrize("typed", ["58,6,3", "58.6.3", "1,2,3,4"])
def test_e102_two_decimal_marks(typed: str) -> None:
    with refused(Code.E102):
        figures.read_share(typed)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("5863", "58,63"), ("120", "12,0"), ("100,01", ""), ("101", "10,1"), ("58635", "")],
)
def test_e103_a_share_above_100_with_what_may_have_been_meant(typed: str, hint: str) -> None:
    with refused(Code.E103) as refusal:
        figures.read_share(typed)
    assert refusal.value.values["hint"] == hint


@pytest.mark.parametrize("typed", ["-3", "−3", "–3", "- 3", "%-3", "-58,63"])
@pytest.mark.parametrize("item", [Item.SHARE, Item.VOTES])
def test_e104_negative(item: Item, typed: str) -> None:
    with refused(Code.E101 if item is Item.VOTES and "%" in typed else Code.E104):
        figures.read(item, typed)


@pytest.mark.parametrize("typed", ["58,635", "58.635", "0,001", "5,8630"])
def test_e105_three_decimals_may_be_a_count(typed: str) -> None:
    with refused(Code.E105):
        figures.read_share(typed)


@pytest.mark.parametrize("typed", ["4.211,219", "4,211.219", "1.234,5"])
@pytest.mark.parametrize("item", [Item.SHARE, Item.VOTES])
def test_e106_grouped_and_decimal_at_once(item: Item, typed: str) -> None:
    with refused(Code.E106):
        figures.read(item, typed)


@pytest.mark.parametrize("typed", ["1,5", "13.72", "0.5", "0.123", "0,123", "13.7290"])
def test_e107_a_count_is_whole(typed: str) -> None:
    with refused(Code.E107):
        figures.read_count(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "19", "24.00", "19.60", "1", "99999", "19:25:30", "19-25", "akşam", "-1925", "1.5"],
)
def test_e108_not_a_time_of_day(typed: str) -> None:
    with refused(Code.E108):
        figures.read_clock(typed)


def test_e109_more_digits_than_any_count_has() -> None:
    assert figures.read_count("0000999999999") == 999_999_999
    for typed in ("1000000000", "1.000.000.000", "9" * 5000):
        with refused(Code.E109):
            figures.read_count(typed)


@pytest.mark.parametrize("typed", ["4.211.219", "4,211,219", "4 211 219", "13 729"])
def test_e110_a_count_in_a_share_cell(typed: str) -> None:
    with refused(Code.E110):
        figures.read_share(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13729", 13_729),
        ("13.729", 13_729),
        ("13,729", 13_729),
        ("13 729", 13_729),
        ("13\u202f729", 13_729),
        ("21,320,207", 21_320_207),
        ("4.211.219 oy", 4_211_219),
        ("312 sandık", 312),
        ("28 bin 27", 28_027),
        ("28 BİN 27", 28_027),
        ("28 Bin 27 oy", 28_027),
        ("28bin27", 28_027),
        ("bin 529", 1_529),
        ("bin", 1_000),
        ("806 bin", 806_000),
        ("4 milyon 432 bin 691", 4_432_691),
        ("1 milyon bin 5", 1_001_005),
        ("2 milyon 5", 2_000_005),
        ("0", 0),
        ("007", 7),
    ],
)
def test_counts_in_digits_and_in_words(typed: str, number: int) -> None:
    assert digits(figures.read_count(typed)) == (str(number), int)


@pytest.mark.parametrize("typed", ["1,5 milyon", "bin bin", "28 bin 1234", "iki bin", "12 34"])
def test_e101_counts_in_words_that_are_not_plain(typed: str) -> None:
    with refused(Code.E101):
        figures.read_count(typed)


@pytest.mark.parametrize("typed", ["12.34.567", "0.123.456", "1,2,3"])
def test_e102_groups_that_are_none(typed: str) -> None:
    with refused(Code.E102):
        figures.read_count(typed)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("1925", time(19, 25)),
        ("19.25", time(19, 25)),
        ("19:25", time(19, 25)),
        ("19,25", time(19, 25)),
        ("925", time(9, 25)),
        ("9.05", time(9, 5)),
        ("0005", time(0, 5)),
        ("00.20", time(0, 20)),
        (" 19 : 25 ", time(19, 25)),
    ],
)
def test_clocks(typed: str, clock: time) -> None:
    assert figures.read_clock(typed) == clock


@given(st.sampled_from(SHARE_ITEMS), published_shares)
def test_law_2_a_share_comes_back_with_its_digits(item: Item, number: Decimal) -> None:
    assert digits(figures.read(item, figures.published(number))) == digits(number)
    assert digits(figures.read(item, figures.plain(number))) == digits(number)
    kept = figures.from_plain(item, figures.plain(number))
    assert isinstance(kept, Decimal)
    assert digits(kept) == digits(number)


@given(st.sampled_from(COUNT_ITEMS), counts)
def test_law_2_a_count_comes_back(item: Item, number: int) -> None:
    assert figures.read(item, figures.published(number)) == number
    assert figures.read(item, f"{number:,}") == number
    assert figures.read(item, f"{number:,}".replace(",", ".")) == number
    assert figures.from_plain(item, figures.plain(number)) == number


@given(st.sampled_from([*SHARE_ITEMS, *COUNT_ITEMS]), anything)
def test_any_text_is_a_number_or_a_refusal(item: Item, text: str) -> None:
    try:
        number = figures.read(item, text)
    except Refusal as refusal:
        assert refusal.code.startswith("E1")
        assert refusal.values["text"] == text
    else:
        limit = 100 if item.is_share else 10**figures.MAX_COUNT_DIGITS - 1
        assert 0 <= number <= limit
        assert isinstance(number, Decimal if item.is_share else int)
        # Nothing is made up: every digit of the figure stands in the text, in this order
        # (a number told in words brings its noughts itself).
        if not any(letter in text.casefold() for letter in "bm"):
            typed = "".join(char for char in text if char in "0123456789").lstrip("0")
            assert typed == figures.plain(number).replace(".", "").lstrip("0")


@given(anything)
def test_any_text_is_a_time_or_a_refusal(text: str) -> None:
    try:
        figures.read_clock(text)
    except Refusal as refusal:
        assert refusal.code is Code.E108


def test_a_leader_is_kept_as_it_is() -> None:
    assert figures.from_plain(Item.LEADER, "chp") == "chp"
    assert figures.published("b.a.g.") == "b.a.g."
