"""One opened share for every picture: published or worked out, and of the bulletins shown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desk import charts
from desk.charts import ChartAsked
from desk.charts.facts import foot, opened_of, sides
from desk.facts.bulletin import Figures, Item, Row
from desk.facts.standing import Reported
from desk.file.session import Session
from tests.desk.conftest import AA, ANKA, CONTEST, PLACE, file_at, shares

PAIR = ("AA", "ANKA")


def boxes(count: int, total: int | None = None, share: str = "") -> Figures:
    told: Figures = {Row(Item.OPENED_BOXES): count}
    if total is not None:
        told = told | {Row(Item.TOTAL_BOXES): total}
    return told | ({Row(Item.OPENED_SHARE): Decimal(share)} if share else {})


def word(session: Session) -> Reported:
    return Reported(AA, session.latest(CONTEST, PLACE)[AA])


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (boxes(1, 3), "≈%33,33"),
        (boxes(1, 3, "33.3"), "%33,3"),
        (boxes(598, 599, "100"), "≈%99,83"),
        (boxes(599, 599, "100"), "%100"),
        ({Row(Item.OPENED_SHARE): Decimal("0")}, "%0"),
    ],
)
def test_what_is_worked_out_is_told_apart_from_what_was_published(
    session: Session, figures: Figures, text: str
) -> None:
    file_at(session, AA, "19:05", figures)
    found = opened_of(session, word(session))
    assert found is not None and found.text == text


def test_boxes_without_a_total_are_held_against_the_places_own(session: Session) -> None:
    known = session.election.place(PLACE).boxes
    assert known
    file_at(session, AA, "19:05", boxes(known))
    found = opened_of(session, word(session))
    assert found is not None and (found.text, found.worked_out) == ("≈%100,00", True)


@pytest.mark.parametrize(
    ("kind", "mode", "said"),
    [
        ("comparison", "leaders", "AA 19.05 itibarıyla, açılan sandık %20"),
        ("gap", "leaders", "AA 19.05 itibarıyla, açılan sandık %20"),
        ("shares", "leaders", "AA 19.05 itibarıyla, açılan sandık %20"),
        ("lead", "leaders", "AA 19.30 itibarıyla, açılan sandık bildirilmedi"),
        ("map", "leaders", "AA 19.30 itibarıyla, açılan sandık bildirilmedi"),
        ("map", "gap", "AA 19.05 itibarıyla, açılan sandık %20"),
        ("map", "opened", "AA 19.40 itibarıyla, açılan sandık ≈%33,33"),
        ("opened", "leaders", "AA 19.40 itibarıyla, açılan sandık ≈%33,33"),
        ("map", "age", "AA 19.45 itibarıyla, açılan sandık bildirilmedi"),
    ],
)
def test_hour_and_opened_share_are_those_of_the_figures_shown(
    session: Session, kind: str, mode: str, said: str
) -> None:
    opened = {Row(Item.OPENED_SHARE): Decimal(20)}
    file_at(session, AA, "19:05", shares(chp="52", ak_parti="41") | opened)
    file_at(session, AA, "19:30", {Row(Item.LEADER): "chp", Row(Item.LEAD_POINTS): Decimal(12)})
    file_at(session, AA, "19:40", boxes(1, 3))
    file_at(session, AA, "19:45", {Row(Item.TURNOUT): Decimal(70)})
    file_at(session, ANKA, "19:25", shares(chp="51", ak_parti="42"))
    asked = ChartAsked(kind, CONTEST, PAIR, PLACE, mode)
    source, rest = foot(session, asked, sides(session, asked))
    assert source == f"Kaynak: {said}; ANKA 19.25 itibarıyla, açılan sandık bildirilmedi"
    assert ("≈: açılan sandık sayısından hesaplandı." in rest) is ("≈" in said)
    assert rest.endswith("kesin sonuçları YSK açıklar.")


def test_a_tile_says_the_hour_of_its_lead_and_of_an_opened_share_that_is_newer(
    session: Session,
) -> None:
    file_at(session, AA, "19:05", shares(chp="52", ak_parti="41"))
    file_at(session, AA, "19:40", boxes(1, 3))
    alt = charts.picture(session, charts.ask(session, "map"), "svg")[1].alt
    assert f"{PLACE}: AA CHP +11, 19.05, açılan ≈%33,33 (19.40)" in alt
