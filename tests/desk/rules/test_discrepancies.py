"""Two agencies side by side: a gap needs both; the seed's gaps come out exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desk.facts.bulletin import Item, Row, Source
from desk.facts.edits import AddAgency
from desk.facts.election import OTHERS, Agency, Election
from desk.file.session import Session
from desk.rules.discrepancies import compare_all, compare_place, in_order, pair_of
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, at, file_at, shares

PAIR = ("AA", "ANKA")


@pytest.mark.parametrize(
    ("place", "gap"), [("Beyoğlu", "6.18"), ("Üsküdar", "8.88"), ("Küçükçekmece", "5.26")]
)
def test_the_gaps_of_the_seed(evening: Session, place: str, gap: str) -> None:
    sides = compare_place(evening, CONTEST, place, PAIR)
    assert str(sides.gap("chp").gap) == gap
    assert str(sides.worst) == gap
    # Either way round, a gap is a distance.
    assert compare_place(evening, CONTEST, place, ("ANKA", "AA")).worst == sides.worst


def test_law_1_a_blank_makes_no_gap(evening: Session) -> None:
    sides = compare_place(evening, CONTEST, "Beyoğlu", PAIR)
    yrp = sides.gap("yeniden_refah")
    assert (yrp.share_a, yrp.share_b, yrp.gap) == (None, Decimal(2), None)
    assert str(sides.gap("yeniden_refah").share_b) == "2"
    others = sides.gap(OTHERS)
    assert (others.share_a, others.share_b, others.gap) == (Decimal("2.41"), None, None)
    assert sides.gap("tip").gap is None


def test_law_1_left_out_of_the_newest_bulletin_is_empty(session: Session) -> None:
    file_at(session, AA, "19:15", shares(chp="58.79", dem_parti="1.26"))
    file_at(session, AA, "19:25", shares(chp="58.63"))
    file_at(session, ANKA, "19:25", shares(chp="63.89", dem_parti="1.5"))
    gap = compare_place(session, CONTEST, PLACE, PAIR).gap("dem_parti")
    assert (gap.share_a, gap.share_b, gap.gap) == (None, Decimal("1.5"), None)


def test_rows_stand_as_tables_list_them(evening: Session) -> None:
    sides = compare_place(evening, CONTEST, "Üsküdar", PAIR)
    usual = evening.election.contest(CONTEST).shown
    codes = [gap.contender for gap in sides.gaps]
    assert codes == [code for code in usual if code in codes]


def test_the_usual_rows_first_then_the_ballot_and_others_last(election: Election) -> None:
    contest = election.contest(CONTEST)
    usual = [code for code in contest.shown if code != OTHERS]
    unusual = [row.code for row in contest.contenders if row.code not in contest.shown]
    everyone = [OTHERS, *reversed(unusual), *reversed(usual), usual[0]]
    assert in_order(contest, everyone) == [*usual, *unusual, OTHERS]


def test_a_place_nobody_has_spoken_of_is_empty(evening: Session) -> None:
    sides = compare_place(evening, CONTEST, "Şile", PAIR)
    assert sides.is_empty
    assert sides.gaps == () and sides.worst is None and not sides.leaders_differ
    # The lead alone is a word, though it makes no gap.
    province = compare_place(evening, CONTEST, "İstanbul", PAIR)
    assert not province.is_empty and province.worst is None
    assert province.a.lead is not None and str(province.a.lead.points) == "7.74"


def test_every_place_stands_in_the_comparison(evening: Session, election: Election) -> None:
    sides = compare_all(evening, CONTEST, PAIR)
    assert [side.place for side in sides] == [place.name for place in election.places]
    assert {side.place for side in sides if not side.is_empty} == {
        "İstanbul",
        "Beyoğlu",
        "Üsküdar",
        "Küçükçekmece",
    }
    for side in sides:
        assert side == compare_place(evening, CONTEST, side.place, PAIR)
    assert all(side.is_empty for side in compare_all(evening, "ilce-meclisi", PAIR))


def test_the_comparison_as_it_was_known_then(evening: Session) -> None:
    file_at(evening, ANKA, "19:40", shares(chp="55.05"))
    now = compare_place(evening, CONTEST, PLACE, PAIR)
    then = compare_place(evening, CONTEST, PLACE, PAIR, at("19:25"))
    assert (str(now.worst), str(then.worst)) == ("0.00", "6.18")
    assert compare_place(evening, CONTEST, PLACE, PAIR, at("19:24")).is_empty


def test_leaders_differ_only_where_both_name_one(session: Session) -> None:
    def differ() -> bool:
        return compare_place(session, CONTEST, PLACE, PAIR).leaders_differ

    file_at(session, AA, "19:25", shares(chp="48", ak_parti="50"))
    assert not differ()
    file_at(session, ANKA, "19:25", shares(chp="51", ak_parti="47"))
    assert differ()
    file_at(session, ANKA, "19:30", shares(chp="48", ak_parti="48"))
    assert not differ()
    file_at(session, ANKA, "19:35", {Row(Item.LEADER): "chp"})
    assert differ()
    file_at(session, ANKA, "19:40", shares(chp="49", ak_parti="50"))
    assert not differ()


def test_the_pair_is_what_was_asked_for_filled_with_the_files_first(session: Session) -> None:
    assert pair_of(session) == PAIR
    assert pair_of(session, ["ANKA"]) == ("ANKA", "AA")
    assert pair_of(session, ["YSK", "ANKA", "AA"]) == ("YSK", "ANKA")
    assert pair_of(session, ["AA", "AA"]) == PAIR


def test_a_third_agency_can_be_compared(session: Session) -> None:
    session.record(AddAgency(Agency("IHA", "İhlas Haber Ajansı")))
    file_at(session, AA, "19:25", shares(chp="58.63"))
    file_at(session, Source("IHA", CONTEST, PLACE), "19:30", shares(chp="60"))
    sides = compare_place(session, CONTEST, PLACE, ("AA", "IHA"))
    assert str(sides.worst) == "1.37"
