"""Keying errors: each kind does what it says, and only what a hand could have typed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts.bulletin import Figures, Item, Row, Source
from desk.facts.edits import NewBulletin
from desk.facts.figures import MAX_DECIMALS, published, read
from desk.rehearsal.slips import Around, SlipKind, SpoiltBulletin, misspelt, mistyped, spoil
from tests.desk.conftest import AA, ANKA, at, share, shares, votes

DIGIT_SLIPS = (
    SlipKind.DIGIT_CHANGED,
    SlipKind.DIGITS_TRANSPOSED,
    SlipKind.DIGIT_DROPPED,
    SlipKind.DIGIT_DOUBLED,
    SlipKind.MARK_MOVED,
)
OPENED = Row(Item.OPENED_SHARE)
BOXES = Row(Item.OPENED_BOXES)
TOTAL = Row(Item.TOTAL_BOXES)

published_shares = st.builds(
    lambda hundredths, digits: Decimal(hundredths // 10 ** (2 - digits)).scaleb(-digits),
    st.integers(0, 10_000),
    st.integers(0, 2),
)
"""Shares as agencies publish them: none, one or two decimals."""


def bulletin(figures: Figures, source: Source = AA, clock: str = "20:00") -> NewBulletin:
    return NewBulletin(source, at(clock), figures)


def all_slips(kind: SlipKind, around: Around) -> list[SpoiltBulletin]:
    """What a kind can do to a bulletin, found by asking often."""
    found: list[SpoiltBulletin] = []
    for seed in range(200):
        slip = spoil(kind, around, Random(seed))
        if slip is not None and slip not in found:
            found.append(slip)
    return found


def only(kind: SlipKind, figures: Figures, **around: Sequence[NewBulletin]) -> SpoiltBulletin:
    """The one slip of a kind that there can be."""
    table = {name: tuple(bulletins) for name, bulletins in around.items()}
    (slip,) = all_slips(kind, Around(bulletin(figures), **table))
    return slip


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (SlipKind.DIGITS_TRANSPOSED, "58,63", ["85,63", "56,83", "58,36"]),
        (SlipKind.DIGITS_TRANSPOSED, "55,5", []),
        (SlipKind.DIGIT_DROPPED, "58,63", ["8,63", "5,63", "58,3", "58,6"]),
        (SlipKind.DIGIT_DROPPED, "558", ["58", "55"]),
        (SlipKind.DIGIT_DOUBLED, "2,4", ["22,4", "2,44"]),
        (SlipKind.MARK_MOVED, "38,3", ["3,83", "383"]),
        (SlipKind.MARK_MOVED, "2,41", [",241", "24,1"]),
        (SlipKind.MARK_MOVED, "40", []),
    ],
)
def test_what_a_hand_makes_of_digits(kind: SlipKind, text: str, expected: list[str]) -> None:
    assert misspelt(kind, text) == expected


def test_a_changed_digit_keeps_every_other() -> None:
    spellings = misspelt(SlipKind.DIGIT_CHANGED, "58,63")
    assert len(spellings) == 4 * 9
    assert all(
        sum(one != other for one, other in zip(text, "58,63", strict=True)) == 1
        for text in spellings
    )


@given(st.sampled_from(DIGIT_SLIPS), published_shares)
def test_a_mistyped_share_could_stand_in_a_cell(kind: SlipKind, value: Decimal) -> None:
    for typed in mistyped(kind, Item.SHARE, value):
        assert isinstance(typed, Decimal)
        assert 0 <= typed <= 100
        assert -int(typed.as_tuple().exponent) <= MAX_DECIMALS
        assert typed != value
        assert read(Item.SHARE, published(typed)) == typed


@given(st.sampled_from(DIGIT_SLIPS), published_shares, st.integers(0, 999))
def test_a_digit_slip_spoils_one_share(kind: SlipKind, value: Decimal, seed: int) -> None:
    truth = shares(chp="51.14", ak_parti="39.32") | {share("diger"): value, OPENED: Decimal("10")}
    slip = spoil(kind, Around(bulletin(truth)), Random(seed))
    if slip is None:
        return
    (row,) = slip.rows
    assert slip.kind is kind
    assert row.item is Item.SHARE
    assert slip.truth == truth
    assert {other: found for other, found in slip.figures.items() if other != row} == {
        other: found for other, found in truth.items() if other != row
    }
    typed, meant = slip.figures[row], truth[row]
    assert isinstance(typed, Decimal) and isinstance(meant, Decimal)
    assert typed in mistyped(kind, Item.SHARE, meant)
    assert slip.points == abs(typed - meant) > 0


def test_nothing_to_spoil() -> None:
    lead = Around(bulletin({Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal("7.74")}))
    assert all(spoil(kind, lead, Random(1)) is None for kind in SlipKind)


def test_the_same_seed_makes_the_same_slip() -> None:
    around = Around(bulletin(shares(chp="58.63", ak_parti="35.94")))
    once, again = (spoil(SlipKind.DIGIT_CHANGED, around, Random(7)) for _ in range(2))
    assert once == again


def test_contenders_exchanged_swaps_shares_and_votes() -> None:
    truth = shares(chp="58.63", ak_parti="35.94") | {votes("chp"): 900, votes("ak_parti"): 500}
    slip = only(SlipKind.CONTENDERS_EXCHANGED, truth)
    assert slip.figures == {
        share("chp"): Decimal("35.94"),
        share("ak_parti"): Decimal("58.63"),
        votes("chp"): 500,
        votes("ak_parti"): 900,
    }
    assert slip.points == Decimal("22.69")


def test_agencies_exchanged_takes_what_the_other_is_about_to_say() -> None:
    coming = bulletin(shares(chp="63.89", ak_parti="35.94"), ANKA, "20:04")
    slip = only(SlipKind.AGENCIES_EXCHANGED, shares(chp="58.63", ak_parti="35.94"), coming=[coming])
    assert slip.figures == coming.figures
    assert slip.rows == (share("chp"),)
    assert slip.source is coming
    assert slip.points == Decimal("5.26")


def test_agencies_exchanged_takes_what_the_other_has_just_said() -> None:
    truth = shares(chp="58.63")
    said = [bulletin(shares(chp="63.89"), ANKA, clock) for clock in ("19:45", "19:30")]
    assert only(SlipKind.AGENCIES_EXCHANGED, truth, across=said).source is said[0]


def test_a_wrong_place_is_another_bulletin_of_the_same_agency() -> None:
    there = bulletin(shares(chp="40", ak_parti="50"), Source("AA", "ibb", "Fatih"))
    slip = only(SlipKind.WRONG_PLACE, shares(chp="58.63", ak_parti="35.94"), elsewhere=[there])
    assert (slip.figures, slip.source) == (there.figures, there)


def test_an_old_bulletin_is_one_of_the_last_and_says_something_else() -> None:
    past = [
        bulletin(shares(chp=text), clock=f"19:{minute}")
        for text, minute in (
            ("50", 10),
            ("51", 15),
            ("52", 20),
            ("53", 25),
            ("58.63", 30),
        )
    ]
    around = Around(bulletin(shares(chp="58.63")), past=tuple(past))
    taken = [slip.source for slip in all_slips(SlipKind.OLD_BULLETIN, around)]
    assert all(one in past[1:4] for one in taken)
    assert len(taken) == 3


def test_a_copied_figure_is_the_other_agencys_last() -> None:
    theirs = bulletin(shares(chp="63.89", ak_parti="35.94"), ANKA, "19:55")
    slip = only(
        SlipKind.COPIED_ACROSS, shares(chp="63.89", ak_parti="34.61", tip="1"), across=[theirs]
    )
    assert slip.figures == shares(chp="63.89", ak_parti="35.94", tip="1")
    assert slip.rows == (share("ak_parti"),)
    assert slip.points == Decimal("1.33")


def test_opened_wrong_spoils_the_opened_figures_only() -> None:
    truth = shares(chp="58.63") | {OPENED: Decimal("43.27"), BOXES: 127, TOTAL: 498}
    found = all_slips(SlipKind.OPENED_WRONG, Around(bulletin(truth)))
    assert {row for slip in found for row in slip.rows} == {OPENED, BOXES}
    for slip in found:
        off = [
            abs(Decimal(slip.figures[row]) - Decimal(truth[row]))
            for row in slip.rows
            if row == OPENED
        ]
        assert slip.points is not None
        assert off in ([], [slip.points])


def test_opened_boxes_are_measured_against_all_boxes() -> None:
    found = all_slips(SlipKind.OPENED_WRONG, Around(bulletin({BOXES: 100, TOTAL: 400})))
    by_typed = {slip.figures[BOXES]: slip.points for slip in found}
    assert by_typed[300] == Decimal(50)
    assert by_typed[10] == Decimal("22.5")


def test_an_extra_zero_multiplies_votes() -> None:
    slip = only(SlipKind.EXTRA_ZERO, {votes("chp"): 13_729, share("chp"): Decimal(51)})
    assert slip.figures[votes("chp")] == 137_290
    assert slip.points is None


def test_a_sum_beyond_100_is_beyond_rounding() -> None:
    truth = shares(chp="58.63", ak_parti="35.94", tip="1.26")
    found = all_slips(SlipKind.SUM_BEYOND_100, Around(bulletin(truth)))
    assert found
    for slip in found:
        assert len(slip.rows) == 1
        assert sum(Decimal(value) for value in slip.figures.values()) > 101


@pytest.mark.parametrize("kind", list(SlipKind))
def test_every_kind_can_be_made(kind: SlipKind) -> None:
    own = shares(chp="58.63", ak_parti="35.94", tip="1.2") | {OPENED: Decimal(40), votes("chp"): 9}
    other = bulletin(shares(chp="63.89", ak_parti="35.04", tip="1.3"), ANKA, "20:01")
    around = Around(bulletin(own), (other,), (other,), (other,), (other,))
    slip = spoil(kind, around, Random(1))
    assert slip is not None
    assert slip.kind is kind
    assert slip.rows
    assert all(slip.figures[row] != slip.truth[row] for row in slip.rows)
