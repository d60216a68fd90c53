"""D401 to D405, the board, acceptances: what two agencies' figures say against each other."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desk.facts.bulletin import Item, Row, Value
from desk.facts.edits import Accept, Unaccept
from desk.file.session import Session
from desk.rules.board import Discrepancy
from desk.rules.checks import Checks
from desk.rules.entries import Entry
from desk.rules.stage import short_of
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, share, shares

PAIR = ("AA", "ANKA")


def opened(text: str, **by_contender: str) -> dict[Row, Value]:
    return {**shares(**by_contender), Row(Item.OPENED_SHARE): Decimal(text)}


def codes(session: Session, place: str = PLACE) -> list[str]:
    return [finding.code.value for finding in Checks(session).of_place(CONTEST, place)]


def test_d401(session: Session) -> None:
    file_at(session, AA, "20:00", opened("95.00", chp="50.00", ak_parti="45.00"))
    file_at(session, ANKA, "20:01", opened("95.00", chp="51.20", ak_parti="44.50"))
    assert "D401" in codes(session)
    file_at(session, ANKA, "20:02", opened("96.00", chp="50.90", ak_parti="44.50"))
    assert "D401" not in codes(session)


def test_d402(session: Session) -> None:
    file_at(session, AA, "20:00", shares(chp="48.00", ak_parti="50.00"))
    file_at(session, ANKA, "20:05", shares(chp="50.10", ak_parti="47.00"))
    assert "D402" in codes(session)
    board = Checks(session).place_board(CONTEST, PLACE, PAIR)
    assert board.differ and board.since is not None
    assert f"{board.since:%H:%M}" == "20:05"
    assert board.votes is not None and board.votes > 0


def test_d403(session: Session) -> None:
    file_at(session, AA, "20:00", opened("98.00", chp="50.00", ak_parti="45.00"))
    file_at(session, ANKA, "20:01", opened("97.00", chp="60.00", ak_parti="35.00"))
    assert "D403" in codes(session)
    assert all(one.possible is False for one in board_of(session))


def test_d403_says_what_the_other_boxes_would_have_to_hold(session: Session) -> None:
    file_at(session, AA, "20:00", opened("30.00", chp="50.00", ak_parti="45.00"))
    file_at(session, ANKA, "20:01", opened("20.00", chp="60.00", ak_parti="35.00"))
    assert "D403" not in codes(session)
    first = next(one for one in board_of(session) if one.contender == "chp")
    assert first.possible is True
    assert [one.agency for one in first.needed] == ["AA", "ANKA"]
    assert [(one.least, one.most) for one in first.needed] == [(50, 50), (60, 60)]


def board_of(session: Session) -> tuple[Discrepancy, ...]:
    return Checks(session).place_board(CONTEST, PLACE, PAIR).discrepancies


def test_d404(session: Session) -> None:
    file_at(session, AA, "20:00", shares(chp="58.63", ak_parti="35.94", dem_parti="1.26"))
    file_at(session, ANKA, "20:01", shares(chp="52.80", ak_parti="35.94", dem_parti="1.50"))
    assert "D404" in codes(session)


def test_d405(session: Session) -> None:
    for turn in range(5):
        chp = Decimal(45) + Decimal("0.1") * turn
        for source, more in ((AA, 0), (ANKA, 9)):
            part = Decimal(80 + 4 * turn - (more > 0))
            figures = opened(str(part), chp=str(chp + more), ak_parti=str(50 - more))
            file_at(session, source, f"20:{10 + turn}", figures)
    assert "D405" in codes(session)


def test_the_seed(evening: Session) -> None:
    found = {
        place: sorted(set(codes(evening, place)))
        for place in ("Beyoğlu", "Üsküdar", "Küçükçekmece", "İstanbul")
    }
    assert found == {
        "Beyoğlu": ["D401"],
        "Üsküdar": ["D401"],
        "Küçükçekmece": ["D401", "D404", "F201"],
        "İstanbul": ["D406"],
    }


def test_an_acceptance_holds_until_a_value_changes(session: Session) -> None:
    file_at(session, AA, "20:00", shares(chp="60.00", ak_parti="42.00"))
    checks = Checks(session)
    (finding,) = checks.of_place(CONTEST, PLACE)
    assert checks.accepted(finding) is None
    change = session.record(Accept(finding.remembered, "as published"))
    assert change.places == {PLACE}
    checks.take(change)
    assert checks.accepted(finding) == "as published"
    assert checks.of_place(CONTEST, PLACE) == [finding]
    checks.take(session.record(change.inverse))
    assert checks.accepted(finding) is None
    checks.take(session.record(change.done))
    file_at(session, AA, "20:10", shares(chp="60.00", ak_parti="43.00"))
    other = next(one for one in Checks(session).of_place(CONTEST, PLACE) if one.code == "F201")
    assert Checks(session).accepted(other) is None
    session.record(Unaccept(finding.remembered))
    assert session.acceptances() == {}


@given(
    boxes=st.lists(
        st.tuples(st.integers(1, 9), st.booleans(), st.booleans()), min_size=2, max_size=60
    )
)
def test_two_counts_of_the_same_boxes_are_always_possible(
    boxes: list[tuple[int, bool, bool]],
) -> None:
    """Boxes of ten votes each, counted by one agency, the other, or both."""
    counted = [[votes for votes, *by in boxes if by[agency]] for agency in (0, 1)]
    if not all(counted):
        return
    one, other = (Entry(1, 0) for _ in range(2))
    for entry, own in zip((one, other), counted, strict=True):
        share = (Decimal(100 * sum(own)) / (10 * len(own))).quantize(Decimal("0.01"))
        entry.take("share", "chp", f"{share}")
        entry.boxes, entry.total = len(own), len(boxes)
        entry.settle(None)
    assert short_of(one, other, "chp") <= 0


def test_rows_of_shares_are_addressed(session: Session) -> None:
    file_at(session, AA, "20:00", shares(chp="60.00", ak_parti="42.00"))
    (finding,) = Checks(session).of_place(CONTEST, PLACE)
    assert {slot.row for slot in finding.slots} == {share("chp"), share("ak_parti")}
    assert finding.seen == ("42.00", "60.00") or finding.seen == ("60.00", "42.00")
