"""Findings: what is impossible in one bulletin, and where the agencies name different leaders."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.codes import Code
from desk.facts.edits import FileBulletins, FileDraft, NewBulletin
from desk.file.session import Session
from desk.rules.checks import Checks
from desk.rules.discrepancies import compare_place
from desk.rules.quick_checks import check_bulletin, check_filed, check_place, rounding_room
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, at, file_at, share, shares, type_in, votes

PAIR = ("AA", "ANKA")


def test_f201_the_demonstrations_kucukcekmece(evening: Session) -> None:
    (finding,) = check_place(compare_place(evening, CONTEST, "Küçükçekmece", PAIR))
    assert finding.code is Code.F201
    assert finding.severity == "error"
    assert finding.values == {"total": "101.33"}
    assert {slot.source.agency for slot in finding.slots} == {"ANKA"}
    assert {slot.row for slot in finding.slots} == {
        share(code) for code in ("chp", "ak_parti", "dem_parti")
    }
    assert finding.bulletin is not None
    assert check_filed(evening.bulletin(finding.bulletin)) == [finding]


@pytest.mark.parametrize("place", ["Beyoğlu", "Üsküdar", "İstanbul", "Şile"])
def test_f201_does_not_cry_wolf(evening: Session, place: str) -> None:
    assert check_place(compare_place(evening, CONTEST, place, PAIR)) == []


@pytest.mark.parametrize(
    ("typed", "impossible"),
    [
        # Half a unit of the last printed digit per row: 0,005 each.
        (["50.01", "50"], False),
        (["50.01", "49.99", "0.01"], False),
        (["50.01", "49.99", "0.02"], True),
        (["50.01", "50.00"], False),
        (["50.01", "50.01"], True),
        # One decimal: 0,05 each; none: 0,5 each.
        (["50.1", "50.0"], False),
        (["50.1", "50.1"], True),
        (["51", "50"], False),
        (["51", "51"], True),
        (["100"], False),
        (["100.00", "0.00"], False),
        ([], False),
    ],
)
def test_f201_the_printed_digits_decide_the_room(typed: list[str], impossible: bool) -> None:
    contenders = ("chp", "ak_parti", "diger")
    figures = {share(code): Decimal(text) for code, text in zip(contenders, typed, strict=False)}
    assert bool(check_bulletin(AA, figures)) == impossible


def test_f201_sees_a_draft_and_only_its_shares(session: Session) -> None:
    figures = {**shares(chp="60", ak_parti="39"), votes("chp"): 999, Row(Item.TURNOUT): Decimal(80)}
    assert check_bulletin(AA, figures) == []
    type_in(session, AA, shares(chp="60", ak_parti="42"))
    draft = session.draft(AA)
    assert draft is not None
    (finding,) = check_bulletin(AA, draft.figures)
    assert (finding.code, finding.bulletin) == (Code.F201, None)


@given(st.lists(st.decimals(0, 100, places=2), min_size=2, max_size=8))
def test_f201_shares_rounded_from_a_whole_are_possible(parts: list[Decimal]) -> None:
    whole = sum(parts)
    if not whole:
        return
    for places in ("1", "0.1", "0.01"):
        rounded = [(part * 100 / whole).quantize(Decimal(places)) for part in parts]
        figures = {share(str(number)): value for number, value in enumerate(rounded)}
        assert check_bulletin(AA, figures) == []


def test_rounding_room_is_half_a_unit_of_the_last_digit() -> None:
    assert rounding_room([]) == 0
    assert rounding_room([Decimal("58.63"), Decimal("38.3"), Decimal("2")]) == Decimal("0.555")


def test_d402_the_leaders_differ(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="48", ak_parti="50"))
    file_at(session, ANKA, "19:25", shares(chp="51", ak_parti="47"))
    (finding,) = check_place(compare_place(session, CONTEST, PLACE, PAIR))
    assert finding.code is Code.D402
    assert finding.severity == "warning"
    assert finding.values == {"leader_a": "ak_parti", "leader_b": "chp"}
    assert finding.slots == (Slot(AA, share("ak_parti")), Slot(ANKA, share("chp")))


def test_d402_points_at_the_figure_that_says_so(session: Session) -> None:
    file_at(session, AA, "19:25", {votes("chp"): 480, votes("ak_parti"): 500})
    file_at(session, ANKA, "19:25", {Row(Item.LEADER): "chp"})
    (finding,) = check_place(compare_place(session, CONTEST, PLACE, PAIR))
    assert finding.slots == (Slot(AA, votes("ak_parti")), Slot(ANKA, Row(Item.LEADER)))
    for slot in finding.slots:
        filed = session.latest(CONTEST, PLACE)[slot.source]
        assert any(slot.row in bulletin.figures for bulletin in filed.values())


def test_d402_goes_when_they_agree(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="48", ak_parti="50"))
    file_at(session, ANKA, "19:25", shares(chp="51", ak_parti="47"))
    type_in(session, AA, shares(chp="50", ak_parti="48"))
    session.record(FileDraft(AA))
    assert check_place(compare_place(session, CONTEST, PLACE, PAIR)) == []


def test_all_findings_of_a_place_are_shown_at_once(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="48", ak_parti="60"))
    file_at(session, ANKA, "19:25", shares(chp="70", ak_parti="47"))
    codes = [found.code for found in check_place(compare_place(session, CONTEST, PLACE, PAIR))]
    assert codes == [Code.F201, Code.F201, Code.D402]


def test_one_more_of_the_same_minute_has_the_others_judged_no_second_time(session: Session) -> None:
    checks = Checks(session)
    for place in ("Adalar", "Beyoğlu", "Kadıköy"):
        source = Source("AA", CONTEST, place)
        edit = FileBulletins((NewBulletin(source, at("21:00"), shares(chp="51", ak_parti="40")),))
        checks.take(session.record(edit))
        while checks.step(CONTEST):
            pass
        assert checks.touched(CONTEST) in (None, {place})
