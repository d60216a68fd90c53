"""Who leads: the same in thousandths and in points, and never where the unsaid could be ahead."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desk.facts.leading import LeadWord, by_shares, by_votes, lead_gap, newest_word, told_by

CODES = ("chp", "ak_parti", "mhp", "diger")
SHARES = st.dictionaries(st.sampled_from(CODES), st.integers(0, 60_000), max_size=4)


def word(leader: str | None, points: int | None, at: int = 1, stated: bool = True) -> LeadWord:
    return LeadWord(leader, points, None, at, stated)


@given(SHARES)
def test_thousandths_and_points_say_the_same(shares: dict[str, int]) -> None:
    points = {code: Decimal(value) / 1000 for code, value in shares.items()}
    counted, told = by_shares(shares, 100_000), by_shares(points, Decimal(100))
    if counted is None or told is None:
        assert counted is told
        return
    assert counted[0] == told[0]
    assert (counted[1] is None) == (told[1] is None)
    assert counted[1] is None or told[1] is None or Decimal(counted[1]) / 1000 == told[1]


@given(SHARES, st.integers(0, 60_000))
def test_whoever_was_left_out_cannot_undo_what_was_said(shares: dict[str, int], left: int) -> None:
    """Complete the shares with one more name: the leader stays, and the margin too."""
    rest = 100_000 - sum(shares.values())
    told = by_shares(shares, 100_000)
    if told is None or told[0] is None or not 0 <= left <= rest:
        return
    completed = by_shares({**shares, "tip": left, "diger_": rest - left}, 100_000)
    assert completed is not None and completed[0] == told[0]
    assert told[1] is None or completed[1] == told[1]


def test_what_is_unsaid_may_lead_or_be_second() -> None:
    assert by_shares({"chp": 50_000}, 100_000) is None
    assert by_shares({"chp": 50_001}, 100_000) == ("chp", None)
    assert by_shares({"chp": 45_000, "ak_parti": 27_500}, 100_000) == ("chp", None)
    assert by_shares({"chp": 45_001, "ak_parti": 27_500}, 100_000) == ("chp", 17_501)
    assert by_shares({"ak_parti": 41_500, "mhp": 2_000}, 100_000) is None
    assert by_shares({"diger": 100_000}, 100_000) is None


def test_one_of_the_independents_may_lead_or_be_second() -> None:
    assert by_shares({"bagimsiz": 48_000, "chp": 30_000, "mhp": 22_000}, 100_000) is None
    assert by_shares({"chp": 50_000, "bagimsiz": 30_000, "mhp": 20_000}, 100_000) == ("chp", None)
    assert by_shares({"chp": 60_000, "mhp": 25_000, "bagimsiz": 15_000}, 100_000) == (
        "chp",
        35_000,
    )
    assert by_votes({"bagimsiz": 9, "chp": 5, "mhp": 3}) is None
    assert by_votes({"chp": 5, "mhp": 3, "bagimsiz": 2}) == ("chp", 2)


def test_a_bulletins_votes_speak_where_it_gives_no_shares() -> None:
    votes = {"chp": 700, "ak_parti": 300}
    assert told_by(1, {}, votes, 100_000) == LeadWord("chp", None, 400, 1, False)
    assert told_by(1, {"chp": 40_000}, votes, 100_000) is None
    assert told_by(1, {"diger": 3_000}, votes, 100_000) == LeadWord("chp", None, 400, 1, False)
    assert by_votes({"chp": 5}) is None
    assert by_votes({"chp": 5, "mhp": 5}) == (None, 0)


def test_votes_part_those_whose_shares_are_printed_alike() -> None:
    alike = {"chp": 45_000, "ak_parti": 45_000, "mhp": 10_000}
    votes = {"chp": 4_501, "ak_parti": 4_499, "mhp": 1_000}
    assert told_by(1, alike, votes, 100_000) == LeadWord("chp", None, 2, 1, False)
    tie = LeadWord(None, 0, None, 1, False)
    for others in ({}, votes | {"chp": 4_499}, votes | {"mhp": 9_000}, {"mhp": 9, "chp": 3}):
        assert told_by(1, alike, others, 100_000) == tie, others
    assert told_by(1, alike | {"chp": 45_001}, votes | {"chp": 9}, 100_000) == LeadWord(
        "chp", 1, None, 1, False
    )
    assert told_by(1, {"chp": 45_000, "ak_parti": 45_000, "bagimsiz": 45_000}, votes, 1) is None


def test_the_newest_word_and_whose_margin_it_is() -> None:
    computed, margin = word("chp", 3_000, 1, stated=False), word(None, 7_740, 2)
    found = newest_word([margin, computed], int)
    assert found is not None and (found.leader, found.points) == ("chp", 7_740)
    assert found.named_by is computed
    assert newest_word([computed, word("ak_parti", 1, 1)], int) is computed
    assert newest_word([None, None], int) is None
    assert newest_word([margin], int) is margin


def test_leads_lie_on_one_line() -> None:
    assert lead_gap(word("chp", 7_740), word("chp", 21_140)) == 13_400
    assert lead_gap(word("chp", 7_740), word("ak_parti", 2_000)) == 9_740
    assert lead_gap(word(None, 0), word("ak_parti", 2_000)) == 2_000
    assert lead_gap(word(None, 7_740), word("chp", 2_000)) is None
    assert lead_gap(word(None, 7_740), word(None, 0)) is None
    assert lead_gap(word("chp", None), word("chp", 2_000)) is None
    assert lead_gap(None, word("chp", 2_000)) is None


def test_of_shares_printed_alike_the_bulletin_itself_says_who_is_ahead() -> None:
    """Half and half, and one vote between them; not where its votes tell, nor of anybody else."""
    half = {"chp": 50_000, "ak_parti": 50_000}
    tie = told_by(1, half, {}, 100_000)
    assert tie is not None and tie.leader is None
    by_one = LeadWord("chp", None, 1, 1, True)
    assert newest_word([tie, by_one], lambda at: at) == by_one
    assert newest_word([tie, LeadWord("chp", None, 1, 0, True)], lambda at: at) == tie
    assert newest_word([tie, LeadWord("mhp", None, 1, 1, True)], lambda at: at) == tie
    assert newest_word([tie, LeadWord(None, None, 1, 1, True)], lambda at: at) == tie
    equal = told_by(1, half, {"chp": 7, "ak_parti": 7}, 100_000)
    assert newest_word([equal, by_one], lambda at: at) == equal
