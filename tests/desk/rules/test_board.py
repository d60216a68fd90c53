"""The board: leads side by side, verdicts, and pairs of more than two agencies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desk.facts.bulletin import Item, Row, Source, Value
from desk.facts.edits import AddAgency
from desk.facts.election import Agency
from desk.file.session import Session
from desk.rules.board import PlaceBoard, Verdict
from desk.rules.checks import Checks
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, shares

PAIR = ("AA", "ANKA")
OPENED = Row(Item.OPENED_SHARE)
LEAD, LEADER = Row(Item.LEAD_POINTS), Row(Item.LEADER)


def opened(text: str, **by_contender: str) -> dict[Row, Value]:
    return {**shares(**by_contender), OPENED: Decimal(text)}


def board_of(session: Session, place: str = PLACE) -> PlaceBoard:
    return Checks(session).place_board(CONTEST, place, PAIR)


def verdict(session: Session) -> tuple[str, dict[str, str]]:
    told: Verdict = board_of(session).verdict
    return told.code.value, told.values


def test_leads_are_a_number_where_one_agency_gave_only_a_lead(evening: Session) -> None:
    told = board_of(evening, "İstanbul")
    assert told.leaders == ("chp", "chp")
    assert told.lead_gap == Decimal("13.40")
    assert told.discrepancies == ()
    assert told.told
    (found,) = Checks(evening).of_place(CONTEST, "İstanbul")
    assert found.code == "D406"
    assert (found.values["lead_a"], found.values["lead_b"]) == ("7.74", "21.14")
    assert [slot.row for slot in found.slots] == [LEADER, Row(Item.SHARE, "chp")]


def test_the_same(session: Session) -> None:
    file_at(session, AA, "20:00", opened("95.00", chp="50.00", ak_parti="45.00"))
    file_at(session, ANKA, "20:30", opened("96.00", chp="50.40", ak_parti="44.90"))
    code, values = verdict(session)
    assert code == "same"
    assert values["who"] == "chp" and values["gap"] == "0.40" and values["minutes"] == "30"


@pytest.mark.parametrize(
    ("then", "now", "code", "told"),
    [
        (("50.00", "45.00"), ("50.50", "44.50"), "stage", ("9.50", "0.50", "20.00")),
        (("58.00", "37.00"), ("50.00", "45.00"), "real", ("10.00", "8.00", "20.00")),
    ],
)
def test_a_gap_is_of_the_stage_or_real(
    session: Session,
    then: tuple[str, str],
    now: tuple[str, str],
    code: str,
    told: tuple[str, str, str],
) -> None:
    """ANKA's shares when it had opened as much as AA has now decide."""
    for source, clock, part, (chp, akp) in (
        (ANKA, "19:30", "20.00", then),
        (AA, "20:00", "20.00", now),
        (ANKA, "20:05", "60.00", ("60.00", "35.00")),
    ):
        file_at(session, source, clock, opened(part, chp=chp, ak_parti=akp))
    found, values = verdict(session)
    assert found == code
    assert (values["gap"], values["equal"], values["opened"]) == told


def test_impossible(session: Session) -> None:
    file_at(session, AA, "20:00", opened("98.00", chp="50.00", ak_parti="45.00"))
    file_at(session, ANKA, "20:01", opened("97.00", chp="60.00", ak_parti="35.00"))
    assert verdict(session)[0] == "impossible"


CHP, AKP = {"chp": "60", "ak_parti": "35"}, {"chp": "40", "ak_parti": "55"}


@pytest.mark.parametrize(
    ("why", "aa", "anka", "clock"),
    [
        ("one_agency", opened("10", **CHP), {OPENED: Decimal(9)}, "20:00"),
        ("no_shares", {LEADER: "chp"}, opened("10", **CHP), "20:00"),
        ("no_shares", {LEADER: "chp", LEAD: Decimal(40)}, shares(**CHP), "20:00"),
        ("no_opened", shares(**AKP), opened("9", **CHP), "20:05"),
        ("hours", shares(**AKP), opened("9", **CHP), "22:05"),
        ("no_series", opened("9", **AKP), opened("50", **CHP), "22:05"),
    ],
)
def test_unknown_says_why(
    session: Session, why: str, aa: dict[Row, Value], anka: dict[Row, Value], clock: str
) -> None:
    file_at(session, AA, "20:00", aa)
    file_at(session, ANKA, clock, anka)
    code, values = verdict(session)
    assert (code, values["why"]) == ("unknown", why)


def test_a_verdict_is_no_finding(session: Session) -> None:
    file_at(session, AA, "20:00", opened("95.00", chp="50.00", ak_parti="45.00"))
    file_at(session, ANKA, "20:30", opened("96.00", chp="50.40", ak_parti="44.90"))
    assert Checks(session).all() == []


def test_three_agencies_are_three_pairs(session: Session) -> None:
    session.record(AddAgency(Agency("DHA", "Demirören Haber Ajansı")))
    third = Source("DHA", CONTEST, PLACE)
    file_at(session, AA, "20:00", opened("98.00", chp="50.00", ak_parti="45.00"))
    file_at(session, ANKA, "20:01", opened("97.00", chp="60.00", ak_parti="35.00"))
    file_at(session, third, "20:02", opened("97.50", chp="44.00", ak_parti="51.00"))
    checks = Checks(session)
    pairs: dict[str, set[frozenset[str]]] = {}
    for finding in checks.of_place(CONTEST, PLACE):
        agencies = frozenset(slot.source.agency for slot in finding.slots)
        pairs.setdefault(finding.code.value, set()).add(agencies)
    every = {frozenset(two) for two in (("AA", "ANKA"), ("AA", "DHA"), ("ANKA", "DHA"))}
    assert pairs["D401"] == pairs["D403"] == every
    assert pairs["D402"] == {frozenset(("AA", "DHA")), frozenset(("ANKA", "DHA"))}
    assert "D402" not in checks.open_codes(CONTEST, PLACE, PAIR)
    assert "D402" in checks.open_codes(CONTEST, PLACE, ("AA", "DHA"))
