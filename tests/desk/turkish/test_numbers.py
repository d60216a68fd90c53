"""Shares, counts, points and times as the desk writes them: exact, digits as published."""

from collections.abc import Callable
from datetime import datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.turkish import Spelling, clock, points, share_sign, share_words, votes_dots, votes_words


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (Decimal("58.79"), "58,79"),
        (Decimal("38.30"), "38,30"),
        (Decimal("38.3"), "38,3"),
        (Decimal("2"), "2"),
        (Decimal("2.00"), "2,00"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.5"), "0,5"),
        (Decimal("101.33"), "101,33"),
        (Decimal("-0"), "0"),
        (Decimal("0.0000001"), "0,0000001"),
        (0, "0"),
        (100, "100"),
    ],
)
def test_digits_stay_as_published(value: Decimal | int, digits: str) -> None:
    assert share_words(value) == f"yüzde {digits}"
    assert share_sign(value) == f"%{digits}"
    assert points(value) == f"{digits} puan"


def test_points_may_be_negative_and_shares_may_not() -> None:
    assert points(Decimal("-7.74")) == "-7,74 puan"
    for write in (share_words, share_sign):
        with pytest.raises(ValueError, match="below zero"):
            write(Decimal("-0.01"))


@pytest.mark.parametrize(
    ("count", "words", "dots"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (691, "691", "691"),
        (1000, "bin", "1.000"),
        (1331, "bin 331", "1.331"),
        (2000, "2 bin", "2.000"),
        (5331, "5 bin 331", "5.331"),
        (13729, "13 bin 729", "13.729"),
        (100000, "100 bin", "100.000"),
        (806014, "806 bin 14", "806.014"),
        (1000000, "1 milyon", "1.000.000"),
        (2001331, "2 milyon bin 331", "2.001.331"),
        (4000005, "4 milyon 5", "4.000.005"),
        (4432691, "4 milyon 432 bin 691", "4.432.691"),
        (61441882, "61 milyon 441 bin 882", "61.441.882"),
        (1000000000, "1 milyar", "1.000.000.000"),
        (Decimal("33273"), "33 bin 273", "33.273"),
        (Decimal("5E+3"), "5 bin", "5.000"),
    ],
)
def test_counts(count: Decimal | int, words: str, dots: str) -> None:
    assert votes_words(count) == words
    assert votes_dots(count) == dots


@given(st.integers(0, 10**18 - 1))
def test_counts_keep_their_value(count: int) -> None:
    assert int(votes_dots(count).replace(".", "")) == count
    sizes = {"bin": 10**3, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12}
    sizes["katrilyon"] = 10**15
    total = step = 0
    for word in votes_words(count, spelling=Spelling(bare_thousand=False)).split():
        total += step * sizes[word] if word in sizes else 0
        step = 0 if word in sizes else int(word)
    assert total + step == count


@pytest.mark.parametrize("write", [share_words, share_sign, points, votes_words, votes_dots])
@pytest.mark.parametrize(
    "value", [58.79, True, "58,79", None, Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999")]
)
def test_numbers_that_are_not_exact_are_refused(
    write: Callable[[object], str], value: object
) -> None:
    with pytest.raises(ValueError, match=r"number|count"):
        write(value)


@pytest.mark.parametrize("count", [-1, Decimal("0.5"), Decimal("-3")])
def test_counts_are_whole_and_not_negative(count: Decimal | int) -> None:
    for write in (votes_words, votes_dots):
        with pytest.raises(ValueError, match="whole and not below zero"):
            write(count)


def test_a_count_too_large_for_words() -> None:
    with pytest.raises(ValueError, match="too large"):
        votes_words(10**18)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (time(19, 25), "19.25"),
        (time(0, 20), "00.20"),
        (time(9, 5, 59), "09.05"),
        ("9:05", "09.05"),
        ("9.05", "09.05"),
        (" 19:25 ", "19.25"),
        ("00:00", "00.00"),
        ("23.59", "23.59"),
    ],
)
def test_clock(moment: time | str, expected: str) -> None:
    assert clock(moment) == expected
    assert clock(moment, spelling=Spelling(time_mark=":")) == expected.replace(".", ":")


@pytest.mark.parametrize("text", ["", "24.00", "19.60", "1925", "19", "19.5", "19.25.30", "a.bc"])
def test_clock_refuses_other_texts(text: str) -> None:
    with pytest.raises(ValueError, match="time of day"):
        clock(text)


def test_clock_refuses_a_date() -> None:
    evening = datetime(2024, 3, 31, 19, 25, tzinfo=ZoneInfo("Europe/Istanbul"))
    write: Callable[..., str] = clock
    with pytest.raises(ValueError, match="time of day"):
        write(evening)
