"""The desk agrees with the second arithmetic, and the second arithmetic with a pencil.

More nights: `python -m tests.audit --nights 1000 --seed 1`.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.audit import compared, expected, faults, nights, verdict
from tests.audit.arithmetic import (
    Act,
    LeadWord,
    Said,
    Sides,
    comparable,
    differ_since,
    equal_stage,
    half,
    lead_gap,
    lead_of,
    leaders_differ,
    needed,
    opened_by_boxes,
    opened_of,
    possible,
    rounded,
    standing,
    votes_at_stake,
)

NIGHTS = 15
LIMITS = {
    **{name: Fraction(n) for name, n in (("start", 8), ("early", 5), ("late", 3), ("end", 1))},
    **{"unknown": Fraction(5), "tolerance": Fraction("1.5"), "hours-apart": Fraction(30)},
}


def said(number: int, clock: str, agency: str = "AA", **figures: str) -> Said:
    """``said(0, "19:25", chp="58.63", votes_chp="9", opened_share="40")``: shares by name."""
    found = {}
    for name, text in figures.items():
        if name.startswith("votes_"):
            found["votes", name.removeprefix("votes_")] = text
        elif name in ("leader", "turnout") or name.startswith(("lead_", "opened_", "total_")):
            found[name, ""] = text
        else:
            found["share", name] = text
    return Said(number, f"2024-03-31T{clock}", agency, "ibb", "Beyoğlu", found)


def lead(*column: Said) -> tuple[str | None, str | None, int | None] | None:
    """Leader, points and votes by a column."""
    word = lead_of(column)
    return word and (word.leader, None if word.points is None else str(word.points), word.votes)


def sides(a: list[Said], b: list[Said], boxes: int | None = 1000) -> Sides:
    """Two columns of a place with 1000 boxes and 100,000 voters."""
    return Sides(a, b, boxes, 100_000)


def test_the_desk_agrees() -> None:
    tally = compared.run(NIGHTS, first=0)
    assert tally.disagreements == 0, tally.table()
    # Nothing was compared with nothing: each kind of cell says something somewhere.
    typed = {kind for kind in tally.compared if kind.endswith("typed")}
    assert {kind for kind in tally.compared if not tally.told[kind]} <= typed


def test_a_disagreement_is_seen_counted_and_can_be_repeated() -> None:
    tally = compared.Tally()
    cell = ("gap", ("AA", "ANKA", "ibb", "Beyoğlu", "chp"))
    tally.take("7", {cell: "1.00"}, {cell: "1.10"})
    tally.take("8", {}, {cell: "1.10"})
    assert (tally.cells, tally.disagreements) == (2, 2)
    assert "night 7 AA ANKA ibb Beyoğlu chp: desk '1.00', audit '1.10'" in tally.table()


def test_a_night_is_the_same_every_time_and_another_with_another_number() -> None:
    assert nights.make(5) == nights.make(5)
    assert nights.make(5).acts != nights.make(6).acts


@pytest.mark.parametrize(
    ("text", "unit"), [("2", "0.5"), ("38.3", "0.05"), ("46.04", "0.005"), ("0.0", "0.05")]
)
def test_half_a_unit_of_the_last_printed_digit(text: str, unit: str) -> None:
    assert half(text) == Fraction(unit)


def test_rounded_once_half_up() -> None:
    assert [rounded(Fraction(n)) for n in ("0.005", "0.00499", "7.745", "12")] == [
        "0.01",
        "0.00",
        "7.75",
        "12.00",
    ]


def row(item: str, contender: str = "", value: str = "") -> dict[str, str]:
    """A row of the figures CSV."""
    head = {"as_of": "2024-03-31T19:25", "agency": "AA", "contest": "ibb", "place": "Beyoğlu"}
    return {**head, "item": item, "contender": contender, "value": value}


def test_what_stands() -> None:
    acts: list[Act] = [
        ("file", -1, [row("share", "chp", "58.63"), row("share", "ak_parti", "30")]),
        ("correct", 0, [row("share", "chp", "85.63"), row("share", "ak_parti")]),
    ]
    (corrected,) = standing(acts)
    assert (corrected.number, corrected.shares) == (1, {"chp": "85.63"})
    (back,) = standing([*acts, ("withdraw", 1, ())])
    assert (back.number, back.shares) == (0, {"chp": "58.63", "ak_parti": "30"})
    assert standing([*acts, ("withdraw", 1, ()), ("withdraw", 0, ())]) == []


def test_the_lead_of_shares() -> None:
    assert lead(said(0, "19:00", chp="53.4", ak_parti="40.02")) == ("chp", "13.38", None)
    # The rest, 20, may hold more than the second, not more than the first.
    assert lead(said(0, "19:00", chp="65", ak_parti="15")) == ("chp", None, None)
    assert lead(said(0, "19:00", chp="65")) == ("chp", None, None)
    assert lead(said(0, "19:00", chp="35", ak_parti="30")) is None
    assert lead(said(0, "19:00", chp="40.0", ak_parti="40.00", diger="20")) == (None, "0", None)
    # *Diğer* is not the rest: it is counted, and cannot lead.
    assert lead(said(0, "19:00", chp="30", ak_parti="20", diger="50")) == ("chp", "10", None)


def test_the_lead_of_votes_beside_shares_and_without() -> None:
    both = said(0, "19:00", chp="60", ak_parti="40", votes_chp="61", votes_ak_parti="40")
    assert lead(both) == ("chp", "20", 21)
    other = said(0, "19:00", chp="60", ak_parti="40", votes_chp="40", votes_ak_parti="41")
    assert lead(other) == ("chp", "20", None)
    alone = said(0, "19:00", diger="2", votes_chp="61", votes_ak_parti="40")
    assert lead(alone) == ("chp", None, 21)
    assert lead(said(0, "19:00", votes_chp="61")) is None
    silent = said(0, "19:00", chp="30", votes_chp="61", votes_ak_parti="40")
    assert lead(silent) is None
    assert lead(silent, said(1, "19:00", votes_chp="9", votes_ak_parti="9")) == (None, None, 0)


def test_the_newest_word_leads() -> None:
    shares = said(0, "19:00", chp="60", ak_parti="40")
    stated = said(1, "19:30", leader="ak_parti", lead_points="2.5")
    assert lead(shares, stated) == ("ak_parti", "2.5", None)
    assert lead(shares, stated, said(2, "19:30", chp="55", ak_parti="45")) == ("chp", "10", None)
    assert lead(shares, said(1, "18:59", leader="ak_parti")) == ("chp", "20", None)
    # Computed goes before stated within one bulletin.
    assert lead(said(0, "19:00", chp="60", ak_parti="40", leader="ak_parti")) == ("chp", "20", None)
    # Of nobody: the leader is that of the newest of the other words.
    nameless = said(2, "20:00", lead_points="7", lead_votes="90")
    assert lead(shares, nameless) == ("chp", "7", 90)
    assert lead(shares, stated, nameless) == ("ak_parti", "7", 90)
    assert lead(nameless) == (None, "7", 90)
    # Later shares that tell nothing are no word, and the older stated one stays.
    assert lead(stated, said(3, "21:00", chp="30")) == ("ak_parti", "2.5", None)


def word(leader: str | None, points: str | None) -> LeadWord:
    """A word on who leads."""
    told = None if points is None else Decimal(points)
    return LeadWord(leader, told, None, said(0, "19:00"), False)


def test_the_gap_of_two_leads() -> None:
    assert lead_gap(word("chp", "21.14"), word("chp", "7.74")) == Decimal("13.40")
    assert str(lead_gap(word("chp", "21.14"), word("ak_parti", "7.7"))) == "28.84"
    assert str(lead_gap(word(None, "0"), word("ak_parti", "7.7"))) == "7.7"
    assert lead_gap(word(None, "3"), word("chp", "7.74")) is None
    assert lead_gap(word("chp", None), word("chp", "7.74")) is None
    assert lead_gap(None, word("chp", "7.74")) is None


def test_opened() -> None:
    assert opened_of(said(0, "19:00", opened_share="40.5", opened_boxes="1"), 2) == Fraction("40.5")
    assert opened_of(said(0, "19:00", opened_boxes="5", total_boxes="20"), 10) == 25
    assert opened_of(said(0, "19:00", opened_boxes="5"), 10) == 50
    assert opened_of(said(0, "19:00", opened_boxes="15"), 10) == 100
    assert opened_of(said(0, "19:00", opened_boxes="5"), None) is None


@pytest.mark.parametrize(
    ("opened", "total", "text"),
    [
        ("598", 599, "99.83"),
        ("33272", 33273, "99.99"),
        ("33273", 33273, "100.00"),
        ("1", 33273, "0.01"),
        ("0", 33273, "0.00"),
    ],
)
def test_opened_by_boxes_is_all_or_nothing_only_where_it_is(
    opened: str, total: int, text: str
) -> None:
    assert opened_by_boxes(said(0, "19:00", opened_boxes=opened), total) == text


def test_others_are_compared_only_where_they_are_the_rest_of_the_same() -> None:
    whole = said(0, "19:00", chp="50", ak_parti="40", diger="10")
    assert set(comparable(whole, whole)) == {"chp", "ak_parti", "diger"}
    assert comparable(whole, said(0, "19:00", chp="50", diger="50")) == ["chp"]


def test_at_equal_stage() -> None:
    slow = said(9, "20:00", "ANKA", chp="44.00", opened_share="40")
    fast = [
        said(0, "19:00", chp="40.00", opened_share="20.0"),
        said(1, "19:30", chp="70.00"),
        said(2, "20:00", chp="50.00", opened_boxes="600"),
    ]
    assert equal_stage(sides(fast, [slow]), "chp") == (1, 40)
    assert equal_stage(sides([slow], fast), "chp") == (1, 40)
    # Printed at that very stage; the newest of two, where the count went back.
    there = said(1, "19:40", chp="47", opened_share="40.00")
    assert equal_stage(sides([fast[0], there, fast[2]], [slow]), "chp") == (3, 40)
    assert equal_stage(sides(fast[2:], [slow]), "chp") is None
    assert equal_stage(sides(fast, [said(9, "20:00", "ANKA", chp="44")]), "chp") is None
    full = [said(n, "21:00", a, chp=s, opened_share="100") for n, (a, s) in enumerate(FULL)]
    assert equal_stage(sides(full[:1], full[1:]), "chp") == (Fraction("0.3"), 100)


FULL = (("AA", "48.3"), ("ANKA", "48.0"))


def test_others_at_equal_stage_only_of_the_same_contenders() -> None:
    slow = said(9, "20:00", "ANKA", chp="60", diger="40", opened_share="40")
    now = said(2, "20:00", chp="58", diger="42", opened_share="80")
    more = said(0, "19:00", chp="60", ak_parti="30", diger="10", opened_share="20")
    same = said(0, "19:00", chp="60", diger="40.0", opened_share="20")
    assert equal_stage(sides([more, now], [slow]), "diger") is None
    assert equal_stage(sides([same, now], [slow]), "diger") == (Fraction(2, 3), 40)


def test_whether_both_can_be_right() -> None:
    a = said(0, "20:00", chp="50.00", opened_share="98.00")
    b = said(1, "20:01", "ANKA", chp="60.00", opened_share="97.00")
    # 0.6 × 0.97 + 0.98 × 0.5 is 1.072: seven votes of a hundred too many.
    assert possible(sides([a], [b]), "chp", Fraction("1.5")) is False
    assert possible(sides([a], [b]), "chp", Fraction("7.2")) is True
    assert possible(sides([a], [said(1, "20:01", "ANKA", chp="60")]), "chp", Fraction(1)) is None


def test_what_the_boxes_of_one_must_hold() -> None:
    a = said(0, "20:00", chp="40", opened_share="50")
    b = said(1, "20:00", "ANKA", chp="50", opened_share="80")
    assert needed(sides([a], [b]), "chp") == [
        (0, "20.00", "0.00", "100.00"),
        (1, "50.00", "40.00", "80.00"),
    ]
    apart = said(1, "20:00", "ANKA", chp="60", opened_boxes="200")
    assert needed(sides([a], [apart]), "chp") == [
        (0, "50.00", "40.00", "40.00"),
        (1, "20.00", "60.00", "60.00"),
    ]


def test_since_when_the_leaders_differ() -> None:
    a = [said(0, "19:00", chp="60", ak_parti="40"), said(3, "21:00", chp="52", ak_parti="48")]
    b = [
        said(1, "19:30", "ANKA", chp="49", ak_parti="51"),
        said(2, "20:00", "ANKA", chp="51", ak_parti="49"),
        said(4, "21:30", "ANKA", chp="49.5", ak_parti="50.5"),
    ]
    assert differ_since(sides(a, b)) == "2024-03-31T21:30"
    assert differ_since(sides(a, b[:1])) == "2024-03-31T19:30"
    assert leaders_differ(*sides(a, b[:2]).leads) is False
    # 100,000 voters, 80 of 100 come, the leads are 4 and 1 points.
    assert votes_at_stake(sides(a, b), Fraction(80)) == 4_000


def judged(a: dict[str, str], b: dict[str, str], *before: Said) -> tuple[str, str]:
    """The verdict on two bulletins of 20:00 and 20:10."""
    found = verdict.verdict(
        sides([*before, said(8, "20:00", **a)], [said(9, "20:10", "ANKA", **b)]), LIMITS
    )
    return found.code, found.why


def test_the_verdict() -> None:
    assert judged({"chp": "50"}, {"chp": "55"}) == ("same", "")
    assert judged({"chp": "50"}, {"chp": "56"}) == ("unknown", "no_opened")
    late = {"opened_share": "95"}
    assert judged({"chp": "50.0", **late}, {"chp": "51.1", **late}) == ("real", "")
    # Rounded to whole numbers a point apart may be the same.
    assert judged({"chp": "50", **late}, {"chp": "51", **late}) == ("same", "")
    assert judged({"chp": "50", **late}, {"chp": "60", **late}) == ("impossible", "")
    early = {"chp": "50.00", "opened_share": "60"}
    ahead = {"chp": "57.00", "opened_share": "30"}
    assert judged(early, ahead) == ("unknown", "no_series")
    before = said(0, "19:00", chp="60.00", opened_share="20")
    assert judged(early, ahead, before) == ("stage", "")


def test_the_verdict_without_shares() -> None:
    assert judged({"turnout": "80"}, {"chp": "60"}) == ("unknown", "one_agency")
    stated = {"leader": "chp", "lead_points": "7.74"}
    assert judged(stated, {"leader": "chp", "lead_points": "17.74"}) == ("same", "")
    assert judged(stated, {"leader": "chp", "lead_points": "17.75"}) == ("unknown", "no_shares")


def test_f201() -> None:
    # The seed's Küçükçekmece.
    assert faults.f201(said(0, "19:00", chp="59.39", ak_parti="35.94", yrp="6.00"))
    assert not faults.f201(said(0, "19:00", chp="50.01", ak_parti="50.00"))
    assert not faults.f201(said(0, "19:00", chp="50.1", ak_parti="50"))


def test_f203() -> None:
    assert faults.f203(said(0, "19:00", opened_boxes="600", total_boxes="599"), 700)
    assert faults.f203(said(0, "19:00", opened_boxes="600"), 599)
    assert not faults.f203(said(0, "19:00", opened_boxes="600"), None)
    boxes = {"opened_boxes": "598", "total_boxes": "599"}
    for printed, wrong in (("99.83", False), ("99.8", False), ("99", False), ("100", False)):
        assert faults.f203(said(0, "19:00", opened_share=printed, **boxes), None) is wrong
    assert faults.f203(said(0, "19:00", opened_share="99.84", **boxes), None)
    assert faults.f203(said(0, "19:00", opened_share="98", **boxes), None)


def test_f204() -> None:
    assert faults.f204(said(0, "19:00", votes_chp="60", votes_ak_parti="41"), 100)
    assert not faults.f204(said(0, "19:00", votes_chp="60", votes_ak_parti="40"), 100)
    first = said(0, "19:00", votes_chp="60", opened_boxes="10")
    second = said(1, "19:00", votes_chp="30", opened_boxes="7")
    whole = said(2, "19:05", votes_chp="89")
    assert faults.f204_province(whole, [(10, [first]), (8, [second])])
    others = said(2, "19:05", votes_diger="10", votes_chp="90")
    assert not faults.f204_province(others, [(10, [said(0, "19:00", votes_diger="60")])])
    more = said(2, "19:05", votes_chp="91")
    assert not faults.f204_province(more, [(10, [first]), (8, [second])])
    assert faults.f204_province(more, [(10, [first]), (7, [second])])
    assert not faults.f204_province(more, [(10, [first]), (7, [second]), (5, [])])


def test_f205() -> None:
    # 4.211.219 beside 48,71 of some 8.7 million votes, the other's figures right.
    right = {"chp": "51.29", "votes_chp": "4432862", "ak_parti": "48.71"}
    assert not faults.f205(said(0, "19:00", **right, votes_ak_parti="4210000"), None)
    assert faults.f205(said(0, "19:00", **right, votes_ak_parti="4211219"), None)
    assert faults.f205(said(0, "19:00", chp="10.0", votes_chp="20"), 190)
    assert not faults.f205(said(0, "19:00", chp="10.0", votes_chp="20"), 200)
    # 1 of 3 is 33.33; no whole number of votes makes it 40.
    assert faults.f205(said(0, "19:00", chp="40.00", votes_chp="1"), None)


def f206(**figures: str) -> bool:
    """Whether a bulletin contradicts the lead it states."""
    return faults.f206(said(0, "19:00", **figures))


def test_f206() -> None:
    shares = {"chp": "53.40", "ak_parti": "40.00"}
    assert f206(**shares, leader="ak_parti")
    assert not f206(chp="50", ak_parti="49", leader="ak_parti")
    # Whoever is not named has 6.60 at most; it could lead only where the rest is large.
    assert f206(**shares, leader="zafer_partisi")
    assert not f206(chp="30", ak_parti="20", leader="zafer_partisi")
    assert f206(**shares, lead_points="13.42")
    assert not f206(**shares, lead_points="13.41")
    assert f206(**shares, lead_points="6")
    # Somebody not named may be second: at least 30 − max(20, 28), at most 30 − 20.
    wide: dict[str, Any] = {"chp": "30.00", "ak_parti": "20.00", "diger": "22.00"}
    assert not f206(**wide, lead_points="2.00")
    assert f206(**wide, lead_points="1.90")
    votes = {"votes_chp": "90", "votes_ak_parti": "80"}
    assert f206(**votes, leader="ak_parti")
    assert f206(**votes, lead_votes="11")
    assert not f206(**votes, leader="chp", lead_votes="10")
    assert not f206(votes_chp="90", lead_votes="11")


def test_the_turnout_of_last_time_is_known_by_place() -> None:
    assert expected.last_turnouts("istanbul-2024", "ibb")["Adalar"] == Fraction(1032400, 12608)
    assert expected.last_turnouts("another-2024", "ibb") == {}
