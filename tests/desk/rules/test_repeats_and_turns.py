"""W313 to W315: another district's votes, leaders turned over, shares that move after all.

The field's cases and their kinds; what is honest and looks alike is beside them.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from desk.facts.bulletin import Figures, Item, Row, Source, Value
from desk.facts.edits import SetSetting, Withdraw
from desk.facts.finding import Finding
from desk.file.session import Session
from desk.rules.checks import Checks
from tests.desk.conftest import CONTEST, at, file_at, shares
from ui.texts.sentences import finding_text

HERE, THERE = "Beyoğlu", "Üsküdar"


def source(place: str, agency: str = "AA") -> Source:
    return Source(agency, CONTEST, place)


def opened(share: str, boxes: int | None = None, total: int | None = None) -> Figures:
    told: dict[Row, Value] = {Row(Item.OPENED_SHARE): Decimal(share)}
    if boxes is not None and total is not None:
        told |= {Row(Item.OPENED_BOXES): boxes, Row(Item.TOTAL_BOXES): total}
    return told


def votes(**counts: int) -> Figures:
    return {Row(Item.VOTES, code): count for code, count in counts.items()}


def found(session: Session, code: str) -> list[Finding]:
    return [one for one in Checks(session).all() if one.code.value == code]


def sentences(session: Session, code: str) -> tuple[str, str]:
    (one,) = found(session, code)
    english, turkish = (finding_text(one, session.election, language) for language in ("en", "tr"))
    assert "{" not in english + turkish
    return english, turkish


@pytest.mark.parametrize("agencies", [("AA", "AA"), ("AA", "ANKA"), ("ANKA", "AA")])
@pytest.mark.parametrize("later", [0, 1, 90])
def test_w313_the_votes_of_another_district(
    session: Session, agencies: tuple[str, str], later: int
) -> None:
    told = votes(chp=43_210, ak_parti=39_876)
    clock = at("21:00") + timedelta(minutes=later)
    file_at(session, source(THERE, agencies[0]), "21:00", told)
    # Another contender more or fewer, and other shares, make it no other table.
    more = {**told, **votes(yeniden_refah=1_204), **opened("40")}
    file_at(session, source(HERE, agencies[1]), f"{clock:%H:%M}", more)
    (one,) = found(session, "W313")
    assert {slot.source for slot in one.slots} == {source(HERE, agencies[1])}
    assert {slot.row.contender for slot in one.slots} == {"chp", "ak_parti"}
    assert one.values["place_other"] == THERE
    english, turkish = sentences(session, "W313")
    assert "Üsküdar to the last digit (CHP 43,210)" in english
    assert "Üsküdar ilçesininkiyle aynı" in turkish


@pytest.mark.parametrize(
    "other",
    [
        votes(chp=43_210, ak_parti=39_877),
        votes(chp=39_876, ak_parti=43_210),
        votes(chp=43_210),
        votes(chp=43_210, dem=39_876),
    ],
)
def test_w313_almost_the_same_is_not_the_same(session: Session, other: Figures) -> None:
    file_at(session, source(THERE), "21:00", votes(chp=43_210, ak_parti=39_876))
    file_at(session, source(HERE), "21:10", other)
    assert not found(session, "W313")


def test_w313_small_counts_repeat_by_chance(session: Session) -> None:
    for place in (HERE, THERE):
        file_at(session, source(place), "19:00", votes(chp=212, ak_parti=96))
    assert not found(session, "W313")
    session.record(SetSetting("check.w313.votes", "90"))
    assert found(session, "W313")


def test_w313_the_same_place_may_say_it_again(session: Session) -> None:
    told = votes(chp=43_210, ak_parti=39_876)
    for agency, clock in (("AA", "21:00"), ("ANKA", "21:02"), ("AA", "21:10")):
        file_at(session, source(HERE, agency), clock, told)
    file_at(session, source("İstanbul"), "21:10", told)
    assert not found(session, "W313")


def test_w313_goes_with_the_other_district(session: Session) -> None:
    told = votes(chp=43_210, ak_parti=39_876)
    number = file_at(session, source(THERE), "21:00", told)
    file_at(session, source(HERE), "21:10", told)
    session.record(Withdraw((number,), "wrong"))
    assert not found(session, "W313")


def first_of(place: str, session: Session, chp: str, ak_parti: str, agency: str = "AA") -> None:
    told = shares(chp=chp, ak_parti=ak_parti) | opened("7.1")
    file_at(session, source(place, agency), "18:40", told)


@pytest.mark.parametrize(("place", "chp", "ak_parti"), [("Kadıköy", "18.40", "74.90")])
def test_w314_the_first_bulletin_turned_over(
    session: Session, place: str, chp: str, ak_parti: str
) -> None:
    first_of(place, session, chp, ak_parti)
    english, turkish = sentences(session, "W314")
    assert "CHP at 18.40 and behind AKP; last time it led with 77.61" in english
    assert "geçen seçimde 77,61 ile CHP öndeydi" in turkish


@pytest.mark.parametrize(
    ("chp", "ak_parti"), [("74.90", "18.40"), ("47.0", "46.0"), ("33.0", "62.0"), ("49", "50.9")]
)
def test_w314_what_an_election_may_bring(session: Session, chp: str, ak_parti: str) -> None:
    first_of("Kadıköy", session, chp, ak_parti)
    assert not found(session, "W314")


def test_w314_not_where_the_other_agency_says_so_too(session: Session) -> None:
    first_of("Kadıköy", session, "18.40", "74.90", "ANKA")
    told = shares(chp="19.1", ak_parti="74.2") | opened("9")
    file_at(session, source("Kadıköy"), "18:50", told)
    assert [one.slots[0].source.agency for one in found(session, "W314")] == ["ANKA"]


def test_w314_only_the_first(session: Session) -> None:
    first_of("Kadıköy", session, "74.90", "18.40")
    later = shares(chp="18.40", ak_parti="74.90") | opened("7.2")
    file_at(session, source("Kadıköy"), "18:50", later)
    assert not found(session, "W314")


ALL = [opened("100", 599, 599), opened("100"), opened("100.00")]


@pytest.mark.parametrize("counted", ALL)
@pytest.mark.parametrize("chp", ["49.30", "47.10", "61.00"])
def test_w315_a_share_that_moves_after_all_was_opened(
    session: Session, counted: Figures, chp: str
) -> None:
    file_at(session, source(HERE), "23:10", shares(chp="49.1", ak_parti="48.9") | counted)
    file_at(session, source(HERE), "23:30", shares(chp=chp, ak_parti="48.9") | counted)
    (one,) = found(session, "W315")
    assert (one.values["who"], one.values["before"], one.values["now"]) == ("chp", "49.10", chp)
    assert not found(session, "W302") and not found(session, "W303")
    english, turkish = sentences(session, "W315")
    assert f"every box was opened, and yet CHP went from 49.10 to {chp}" in english
    comma = chp.replace(".", ",")
    assert f"sandıkların tamamı açılmıştı, yine de CHP 49,10 iken {comma} oldu" in turkish


@pytest.mark.parametrize(
    ("before", "now", "chp"),
    [
        (opened("100", 598, 599), opened("100", 599, 599), "49.2"),
        (opened("99.9", 598, 599), opened("100", 599, 599), "49.2"),
        (opened("100"), opened("100"), "49.1"),
        (opened("100"), opened("100"), "49.10"),
        (opened("100"), opened("100"), "49.12"),
        (opened("99.99"), opened("100"), "49.2"),
    ],
)
def test_w315_not_while_a_box_is_missing(
    session: Session, before: Figures, now: Figures, chp: str
) -> None:
    file_at(session, source(HERE), "23:10", shares(chp="49.1", ak_parti="48.9") | before)
    file_at(session, source(HERE), "23:30", shares(chp=chp, ak_parti="48.9") | now)
    assert not found(session, "W315")
