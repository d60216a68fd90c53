"""Shares at equal opened share, and what the boxes only one agency has would have to hold."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desk.facts.bulletin import Item, Row, Source, Value
from desk.file.session import Session
from desk.rules.board import Discrepancy
from desk.rules.checks import Checks
from desk.rules.columns import AgencyColumn
from desk.rules.entries import Entry
from desk.rules.stage import gap_at_equal_stage, needed, share_at, short_of
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, shares

PAIR = ("AA", "ANKA")


def entry(minute: int, opened: str, **told: str) -> Entry:
    made = Entry(minute, minute)
    for code, text in told.items():
        made.take("share", code, text)
    made.take("opened_share", "", opened)
    return made


def column(agency: str, *entries: Entry) -> AgencyColumn:
    made = AgencyColumn(Source(agency, CONTEST, PLACE), 599, 599, None, False)
    made.put(entries)
    return made


def opened(text: str, **by_contender: str) -> dict[Row, Value]:
    return {**shares(**by_contender), Row(Item.OPENED_SHARE): Decimal(text)}


def first(session: Session) -> Discrepancy:
    return Checks(session).place_board(CONTEST, PLACE, PAIR).discrepancies[0]


def test_the_newest_word_counts_at_equal_stage(session: Session) -> None:
    file_at(session, AA, "22:00", opened("100", chp="40.00", ak_parti="52.00"))
    file_at(session, ANKA, "22:30", opened("100", chp="58.00", ak_parti="34.00"))
    assert "D403" in Checks(session).open_codes(CONTEST, PLACE, PAIR)
    file_at(session, AA, "23:00", opened("100", chp="58.00", ak_parti="34.00"))
    told = first(session)
    assert (told.gap, told.equal, told.possible) == (0, 0, True)
    assert not {"D403", "D405"} & set(Checks(session).open_codes(CONTEST, PLACE, PAIR))
    # Nor does the bulletin that was wrong when it came say so for ever.
    assert "D403" not in [one.code.value for one in Checks(session).all()]


def test_between_two_bulletins_nothing_is_floored() -> None:
    a = column("AA", entry(1, "10", chp="50.00"), entry(2, "40", chp="51.00"))
    assert share_at(a, "chp", Fraction(1, 5)) == 50_000 + Fraction(1_000, 3)
    assert share_at(a, "chp", Fraction(1, 20)) is None
    assert share_at(a, "chp", Fraction(1, 2)) is None
    b = column("ANKA", entry(3, "20", chp="50.00"))
    told = gap_at_equal_stage(a, b, a.entries[-1], b.entries[-1], "chp")
    assert told == (Fraction(1, 3), 20)


def test_a_count_that_went_back_is_read_by_its_newest_words() -> None:
    entries = [
        entry(minute, part, chp=share)
        for minute, (part, share) in enumerate(
            (("30", "40.00"), ("70", "41.00"), ("20", "60.00"), ("40", "62.00"))
        )
    ]
    assert share_at(column("AA", *entries), "chp", Fraction(3, 10)) == 61_000


def test_others_are_only_read_where_the_same_are_named() -> None:
    a = column("AA", entry(1, "10", chp="50", diger="50"), entry(2, "20", chp="50", mhp="9"))
    assert share_at(a, "diger", Fraction(1, 10)) is None
    assert share_at(a, "chp", Fraction(1, 10)) == 50_000


def test_each_row_is_rounded_by_its_own_digits() -> None:
    """A row printed `2` blinds no other one."""
    one = entry(1, "98.00", chp="50.00", ak_parti="45.00", mhp="2")
    other = entry(2, "97.00", chp="56.00", ak_parti="39.00", mhp="2")
    assert one.half == 500 and one.half_of("chp") == 5 and one.half_of("mhp") == 500
    assert short_of(one, other, "ak_parti") > 3
    assert short_of(one, other, "mhp") < 0


@given(
    st.integers(1, 9_999),
    st.integers(1, 9_999),
    st.integers(100, 9_900),
    st.integers(100, 9_900),
)
def test_what_the_other_boxes_must_hold_is_rounded_once(a: int, b: int, s: int, t: int) -> None:
    """Against the plain formula of the law, in fractions."""
    told = [f"{value // 100}.{value % 100:02}" for value in (a, b, s, t)]
    one, other = entry(1, told[0], chp=told[2]), entry(2, told[1], chp=told[3])
    found = needed("chp", column("AA", one), column("ANKA", other), one, other)
    parts = [Fraction(value, 10_000) for value in (a, b, s, t)]
    both = max(Fraction(0), parts[0] + parts[1] - 1)
    mine, theirs = parts[2] * parts[0], parts[3] * parts[1]
    least = max(Fraction(0), mine - parts[0] + both, theirs - parts[1] + both)
    most = max(least, min(both, mine, theirs))
    for one_of, counted, part in zip(found, (mine, theirs), parts, strict=False):
        own = part - both
        for said, common in ((one_of.least, most), (one_of.most, least)):
            exact = min(Fraction(100), max(Fraction(0), 100 * (counted - common) / own))
            assert abs(Fraction(said) - exact) <= Fraction(1, 200)
        assert one_of.room >= 0


def test_boxes_tell_exactly_what_is_opened() -> None:
    made = Entry(1, 1)
    made.boxes = 598
    made.settle(599)
    assert made.part == Fraction(598, 599)
    made.boxes = 601
    made.settle(599)
    assert made.part == 1, "more than all is F203's"
