"""W301 to W312 and the suggestions: what a bulletin says against its agency's own night."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from desk.facts.bulletin import Draft, Item, Row, Source, Value
from desk.facts.edits import FileBulletins, NewBulletin, PutDraft
from desk.facts.finding import Finding, SlipOfHand
from desk.facts.standing import reported_at
from desk.file.session import Session
from desk.rules.checks import Checks
from desk.rules.silence import Freshness
from desk.rules.suggest import taking
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, at, file_at, share, shares, votes

OPENED = Row(Item.OPENED_SHARE)
LAST = 12


def honest(turn: int, chp: int = 5_510, other: int = 0) -> dict[Row, Value]:
    """A count that drifts a little, hundredths of a point; it closes with *Diğer*."""
    wobble = (turn * 7 + other) % 5 - 2
    values = {
        "chp": chp + 12 * turn + 3 * wobble,
        "ak_parti": 9_300 - chp - 11 * turn - 2 * wobble,
        "yeniden_refah": 290 + wobble,
    }
    values["diger"] = 10_000 - sum(values.values())
    figures: dict[Row, Value] = {
        share(code): Decimal(value).scaleb(-2) for code, value in values.items()
    }
    figures[OPENED] = Decimal(500 + 610 * turn + 31 * wobble).scaleb(-2)
    return figures


@pytest.fixture
def counted(session: Session) -> Session:
    """Six districts of two agencies, every ten minutes."""
    bulletins = []
    for turn in range(LAST):
        for number, place in enumerate(
            (PLACE, "Üsküdar", "Kadıköy", "Fatih", "Şişli", "Pendik", "Tuzla")
        ):
            for late, agency in enumerate(("AA", "ANKA")):
                source = Source(agency, CONTEST, place)
                when = at("19:00") + timedelta(minutes=10 * turn + late)
                figures = honest(turn, 5_510 - 300 * number + 170 * late, number + late)
                bulletins.append(NewBulletin(source, when, figures))
    session.record(FileBulletins(tuple(bulletins)))
    return session


def drafted(session: Session, changes: dict[Row, str], source: Source = AA) -> list[Finding]:
    figures = {**honest(LAST), **{row: _value(row, text) for row, text in changes.items()}}
    when = at("19:00") + timedelta(minutes=10 * LAST)
    return Checks(session).of_draft(Draft(source, when, figures))


def _value(row: Row, text: str) -> Value:
    return Decimal(text) if row.item.is_share else int(text)


def codes(found: list[Finding]) -> set[str]:
    return {finding.code.value for finding in found}


def suggested(found: list[Finding]) -> tuple[SlipOfHand, dict[str, str]]:
    suggestion = next(finding.suggestion for finding in found if finding.suggestion)
    return suggestion.kind, {row.contender: text for row, text in suggestion.figures.items()}


def test_an_honest_night_is_not_suspected(counted: Session) -> None:
    assert drafted(counted, {}) == []
    # First bulletins are held against 2019, which these districts have nothing to do with.
    later = [one for one in Checks(counted).all() if one.as_of and one.as_of >= at("19:10")]
    assert {code for code in codes(later) if code[0] in "FW"} == set()


def test_w301(counted: Session) -> None:
    assert "W301" in codes(drafted(counted, {OPENED: "35.10"}))


def test_w302(counted: Session) -> None:
    figures = honest(LAST)
    wrong = {share("chp"): "15.00", share("ak_parti"): "78.00"}
    assert "W302" in codes(drafted(counted, wrong))
    assert figures[share("chp")] != Decimal("15.00")


def test_w303(counted: Session) -> None:
    # Two rows moved against each other: no single slip of the hand.
    true = honest(LAST)
    wrong = {
        share("chp"): str(Decimal(str(true[share("chp")])) - Decimal("1.87")),
        share("ak_parti"): str(Decimal(str(true[share("ak_parti")])) + Decimal("1.87")),
    }
    assert "W303" in codes(drafted(counted, wrong))


def test_w304(counted: Session) -> None:
    before = honest(LAST - 1)
    same = {row: str(value) for row, value in before.items() if row.item is Item.SHARE}
    assert "W304" in codes(drafted(counted, same))


def test_w305(counted: Session) -> None:
    checks = Checks(counted)
    last = at("19:00") + timedelta(minutes=10 * (LAST - 1))
    assert "W305" not in codes(checks.of_place(CONTEST, PLACE, now=last))
    later = last + timedelta(minutes=90)
    assert "W305" in codes(checks.of_place(CONTEST, PLACE, now=later))
    for minutes, mark in ((5, Freshness.FRESH), (30, Freshness.AGEING), (90, Freshness.STALE)):
        assert checks.freshness(CONTEST, "AA", PLACE, last + timedelta(minutes=minutes)) is mark
    assert checks.freshness(CONTEST, "YSK", PLACE, later) is Freshness.SILENT


def test_w306_another_place(counted: Session) -> None:
    theirs = honest(LAST - 1, 5_510 - 1_500, 5)
    figures = {row: str(value) for row, value in theirs.items()}
    found = drafted(counted, figures)
    assert "W306" in codes(found)
    suggestion = next(one.suggestion for one in found if one.suggestion)
    assert (suggestion.kind, suggestion.place) == (SlipOfHand.PLACE, "Pendik")


def test_w306_an_old_bulletin(counted: Session) -> None:
    old = {row: str(value) for row, value in honest(LAST - 3).items()}
    found = drafted(counted, old)
    assert {"W301", "W306"} <= codes(found)
    assert next(one.suggestion for one in found if one.suggestion).kind is SlipOfHand.OLD


def test_w307(counted: Session) -> None:
    true = honest(LAST)
    exchanged = {
        share("chp"): str(true[share("ak_parti")]),
        share("ak_parti"): str(true[share("chp")]),
    }
    found = drafted(counted, exchanged)
    assert "W307" in codes(found)
    kind, figures = suggested(found)
    assert kind is SlipOfHand.EXCHANGED
    assert figures["chp"] == str(true[share("chp")])


@pytest.mark.parametrize("wrong", ["65.54", "6.54", "55.54", "65.45"])
def test_w308(counted: Session, wrong: str) -> None:
    true = str(honest(LAST)[share("chp")])
    typed = {
        "65.54": f"{(int(true[0]) + 2) % 10}{true[1:]}",
        "6.54": true[1:],
        "55.54": f"{true[0]}{(int(true[1]) + 3) % 10}{true[2:]}",
        "65.45": f"{true[1]}{true[0]}{true[2:]}",
    }[wrong]
    if typed == true or Decimal(typed) == Decimal(true):
        pytest.skip("the same number")
    found = drafted(counted, {share("chp"): typed})
    assert "W308" in codes(found)
    assert suggested(found)[1] == {"chp": true}


def test_w309(counted: Session) -> None:
    first = Source("AA", CONTEST, "Beykoz")
    small = shares(chp="45.10", ak_parti="10.00", yeniden_refah="39.90")
    found = Checks(counted).of_draft(Draft(first, at("21:00"), small))
    assert "W309" in codes(found)
    zero = shares(chp="0", ak_parti="60.10", yeniden_refah="2.90")
    assert "W309" in codes(Checks(counted).of_draft(Draft(first, at("21:00"), zero)))


def test_w310(counted: Session) -> None:
    checks = Checks(counted)
    night = checks.night(CONTEST)
    province = night.column("AA", "İstanbul")
    province.boxes = sum(c.boxes for c in night.by_agency["AA"] if not c.whole)
    draft = Draft(province.source, at("21:00"), shares(chp="30.00", ak_parti="62.00"))
    assert "W310" in codes(checks.of_draft(draft))


def test_w311(counted: Session) -> None:
    found = Checks(counted).of_draft(Draft(AA, at("21:00"), {Row(Item.TURNOUT): Decimal("38.40")}))
    assert "W311" in codes(found)
    wrong = drafted(counted, {votes("chp"): "900000", votes("ak_parti"): "600000"})
    assert "W311" in codes(wrong)


def test_w312(counted: Session) -> None:
    assert "W312" in codes(drafted(counted, {OPENED: "98.00"}))


def test_a_filed_slip_does_not_spoil_what_follows(counted: Session) -> None:
    wrong = honest(LAST) | {share("chp"): Decimal("85.51")}
    when = at("19:00") + timedelta(minutes=10 * LAST)
    checks = Checks(counted)
    checks.night(CONTEST)
    change = counted.record(FileBulletins((NewBulletin(AA, when, wrong),)))
    checks.take(change)
    assert "F201" in codes(checks.of_place(CONTEST, PLACE))
    following = Draft(AA, when + timedelta(minutes=10), honest(LAST + 1))
    assert {code for code in codes(checks.of_draft(following)) if code[0] in "FW"} == set()


def test_what_is_kept_up_to_date_is_what_is_found_anew(counted: Session) -> None:
    checks = Checks(counted)
    checks.night(CONTEST)
    when = at("19:00") + timedelta(minutes=10 * LAST)
    wrong = honest(LAST) | {share("chp"): Decimal("85.51")}
    for source in (AA, ANKA):
        checks.take(counted.record(FileBulletins((NewBulletin(source, when, wrong),))))
    assert codes(checks.all()) == codes(Checks(counted).all())


def test_a_suggestion_is_taken_with_one_key(counted: Session) -> None:
    true = honest(LAST)
    draft = Draft(
        AA,
        at("19:00") + timedelta(minutes=10 * LAST),
        true | {share("chp"): true[share("ak_parti")], share("ak_parti"): true[share("chp")]},
    )
    found = Checks(counted).of_draft(draft)
    suggestion = next(one.suggestion for one in found if one.suggestion)
    counted.record(PutDraft(AA, draft))
    for edit in taking(suggestion, draft):
        counted.record(edit)
    mended = counted.draft(AA)
    assert mended is not None and mended.figures == true


def test_w316(session: Session) -> None:
    file_at(session, AA, "21:15", shares(chp="46.58", ak_parti="41.20", mhp="2.10"))
    file_at(session, AA, "21:25", shares(ak_parti="41.50", mhp="2.10"))
    (finding,) = [one for one in Checks(session).all() if one.code == "W316"]
    assert (finding.values["who"], finding.values["before"]) == ("chp", "46.58")
    assert reported_at(session.bulletins(CONTEST, PLACE), at("21:25"))[AA].lead is None
    later = Draft(AA, at("21:35"), shares(ak_parti="41.60"))
    file_at(session, AA, "21:30", shares(chp="46.60", ak_parti="41.55", mhp="2.10"))
    assert "W316" not in codes(Checks(session).of_draft(later)), "she is still typing"
    typed = Draft(AA, at("21:35"), shares(ak_parti="41.60", mhp="2.10"))
    assert "W316" in codes(Checks(session).of_draft(typed))


def test_w316_minds_nobody_else(session: Session) -> None:
    file_at(session, AA, "21:15", shares(chp="46.58", ak_parti="41.20", mhp="2.10"))
    file_at(session, AA, "21:25", shares(chp="46.50", ak_parti="41.30"))
    assert "W316" not in codes(Checks(session).all())
