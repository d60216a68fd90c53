"""F201 to F209: what one bulletin says against itself, and the sums an honest one always keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.facts import catalog
from desk.facts.bulletin import Draft, Figures, Item, Row, Source, Value
from desk.facts.edits import SetSetting
from desk.facts.election import Election
from desk.facts.finding import Finding
from desk.facts.settings import THRESHOLDS
from desk.facts.standing import shares_of
from desk.file.session import Session
from desk.rules.case import Case
from desk.rules.checks import Checks
from desk.rules.columns import Night, empty_night
from desk.rules.entries import entry_of, minute_of
from desk.rules.judge import judge
from tests.desk.conftest import AA, CONTEST, PLACE, at, file_at, share, shares, votes

OPENED = Row(Item.OPENED_SHARE)
BOXES = Row(Item.OPENED_BOXES)
TOTAL = Row(Item.TOTAL_BOXES)


def codes(found: list[Finding]) -> set[str]:
    return {finding.code.value for finding in found}


def found_in(session: Session, figures: Figures, clock: str = "20:00") -> set[str]:
    return codes(Checks(session).of_draft(Draft(AA, at(clock), figures)))


def test_f201(session: Session) -> None:
    assert "F201" in found_in(session, shares(chp="60", ak_parti="42"))
    assert found_in(session, shares(chp="60", ak_parti="39")) == set()


def test_f202(session: Session) -> None:
    short = shares(chp="50.00", ak_parti="30.00", diger="2.00")
    assert "F202" in found_in(session, short)
    # Parts of the votes cast, or an agency's short list: not yet known, so not yet wrong.
    assert found_in(session, shares(chp="55.05", ak_parti="39.23", diger="2.41")) == set()
    for minute in range(4):
        whole = shares(chp=f"55.{minute}5", ak_parti=f"42.{54 - 10 * minute}", diger="2.41")
        file_at(session, AA, f"19:{30 + minute}", whole)
    assert "F202" in found_in(session, shares(chp="55.05", ak_parti="39.23", diger="2.41"))


def test_f203(session: Session) -> None:
    assert "F203" in found_in(session, {BOXES: 500, TOTAL: 498})
    wrong = {OPENED: Decimal("20.00"), BOXES: 50, TOTAL: 498}
    assert "F203" in found_in(session, wrong)
    assert found_in(session, wrong | {OPENED: Decimal("10.04")}) == set()


def test_f204(session: Session) -> None:
    registered = session.election.place(PLACE).registered or 0
    too_many = {votes("chp"): registered, votes("ak_parti"): 1}
    assert "F204" in found_in(session, too_many)


def test_f204_a_province_below_its_district(session: Session) -> None:
    file_at(session, AA, "19:30", {votes("chp"): 5_000, votes("ak_parti"): 4_000})
    whole = Draft(
        Source("AA", CONTEST, "İstanbul"), at("20:00"), {votes("chp"): 4_999, votes("ak_parti"): 1}
    )
    assert "F204" in codes(Checks(session).of_draft(whole))


def test_f205(session: Session) -> None:
    given_both = {**shares(chp="50.00", ak_parti="40.00"), votes("chp"): 5_000}
    assert found_in(session, given_both | {votes("ak_parti"): 4_000}) == set()
    assert "F205" in found_in(session, given_both | {votes("ak_parti"): 4_400})


def test_f206(session: Session) -> None:
    figures = shares(chp="50.00", ak_parti="42.26")
    lead = Row(Item.LEAD_POINTS)
    assert found_in(session, figures | {lead: Decimal("7.74")}) == set()
    assert "F206" in found_in(session, figures | {lead: Decimal("6.74")})
    assert "F206" in found_in(session, figures | {Row(Item.LEADER): "ak_parti"})
    assert found_in(session, figures | {Row(Item.LEADER): "chp"}) == set()


def test_f207(session: Session) -> None:
    assert "F207" in found_in(session, {**shares(chp="50", ak_parti="40"), BOXES: 0})
    assert "F207" in found_in(session, shares(chp="0", ak_parti="0"))
    assert "F207" in found_in(session, shares(chp="100", ak_parti="0"))
    assert "F207" in found_in(session, shares(chp="100"))


def test_f208(session: Session) -> None:
    file_at(session, AA, "20:00", shares(chp="50.00", ak_parti="42.00"))
    assert "F208" in found_in(session, shares(chp="51.00", ak_parti="42.00"))
    assert "F208" not in found_in(session, {Row(Item.LEADER): "chp"})


def test_f209(session: Session) -> None:
    figures = shares(chp="50.00", ak_parti="42.00")
    assert "F209" in found_in(session, figures, "16:30")
    assert "F209" not in found_in(session, {Row(Item.TURNOUT): Decimal(60)}, "16:30")
    draft = Draft(AA, at("19:30"), figures)
    checks = Checks(session)
    assert "F209" in codes(checks.of_draft(draft, at("19:25")))
    assert "F209" not in codes(checks.of_draft(draft, at("19:30")))
    file_at(session, AA, "20:10", figures)
    assert "F209" in found_in(session, figures, "20:00")


def test_a_correction_is_judged_without_what_it_corrects(session: Session) -> None:
    number = file_at(session, AA, "20:00", shares(chp="50.00", ak_parti="42.00"))
    draft = Draft(AA, at("20:00"), shares(chp="51.00", ak_parti="42.00"), replaces=number)
    assert Checks(session).of_draft(draft) == []


def test_every_threshold_accepts_its_own_default() -> None:
    for threshold in THRESHOLDS.values():
        assert threshold.accepts(threshold.default)
        for nonsense in ("", "-1", "x", "1.2345", "100000000"):
            assert not threshold.accepts(nonsense)


Count = tuple[int, int, int]
BOXES_OF_A_NIGHT = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(1, 40)), min_size=4, max_size=60
)


@pytest.fixture(scope="module")
def night(election: Election) -> Night:
    return empty_night(election, CONTEST, {})


@given(boxes=BOXES_OF_A_NIGHT, digits=st.integers(0, 2))
def test_an_honest_count_breaks_no_arithmetic(
    night: Night, boxes: list[Count], digits: int
) -> None:
    unit = Decimal(1).scaleb(-digits)
    total = [0, 0, 0]
    column = replace(night.column("AA", PLACE))
    column.boxes = len(boxes)
    for opened, box in enumerate(boxes, start=1):
        total = [before + more for before, more in zip(total, box, strict=True)]
        whole = Decimal(sum(total))
        figures: dict[Row, Value] = {
            share(code): (100 * part / whole).quantize(unit)
            for code, part in zip(("chp", "ak_parti", "diger"), total, strict=True)
        }
        if Decimal(100) in figures.values():
            continue
        figures |= {BOXES: opened, TOTAL: len(boxes)}
        figures[OPENED] = (Decimal(100 * opened) / len(boxes)).quantize(Decimal("0.01"))
        figures |= {votes("chp"): total[0], votes("ak_parti"): total[1]}
        moment = at("19:00") + timedelta(minutes=opened)
        entry = entry_of(figures, moment, len(boxes), 0)
        case = Case(night, column, entry, len(column.entries))
        assert not {code for code in codes(judge(case)) if code.startswith("F")}
        entry.id = opened
        column.entries.append(entry)
        column.minutes.append(minute_of(moment))


def test_f202_says_why_it_is_silent(session: Session) -> None:
    def why() -> tuple[str, int, int] | None:
        told = Checks(session).silence_of_f202(AA, dict(shares_of(short)))
        return (told[0].value, *told[1:]) if told else None

    short = shares(chp="55.05", ak_parti="35.53", diger="2.41")
    assert why() == ("unknown", 0, 0)
    file_at(session, AA, "19:30", short)
    assert why() == ("short", 0, 1)
    session.record(SetSetting("check.f202.base", "cast"))
    short = shares(chp="55.05", ak_parti="39.53", diger="2.41")
    assert why() == ("cast", 0, 1)
    short = shares(chp="55.05", ak_parti="42.53", diger="2.42")
    assert why() is None, "it makes 100"
    short = shares(chp="45.05", ak_parti="42.53", diger="2.42")
    assert why() is None, "F202 says it"


def test_f207_all_for_the_only_one_there_is(tmp_path: Path) -> None:
    election = catalog.load("istanbul-2024")
    race, *others = election.contests
    one, *rest = race.contenders
    elsewhere = [replace(other, places=("Beyoğlu",)) for other in rest]
    alone = replace(race, contenders=(one, *elsewhere), shown=())
    made = replace(election, contests=(alone, *others))
    with Session.create(tmp_path / "alone.secim", made) as session:
        checks = Checks(session)
        for place, found in (("Beyoğlu", True), ("Silivri", False), ("İstanbul", True)):
            whole = Row(Item.SHARE, one.code)
            draft = Draft(Source("AA", race.id, place), at("20:00"), {whole: Decimal(100)})
            assert ("F207" in codes(checks.of_draft(draft))) is found, place
