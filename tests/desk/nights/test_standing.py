"""Who stands: last time's parties under the day's names, persons, answers, alliances' own votes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.country.parties import parties
from desk.facts.election import GREY, ContestKind, PartyKind
from desk.nights.answers import NightKind, StandingRow
from desk.nights.standing import (
    ROWS_SHOWN,
    contender_of,
    is_runoff,
    known_party,
    last_day,
    of_last_time,
    on_day,
    party_of,
)

MV, BBB, CB = ContestKind.MV, ContestKind.BBB, ContestKind.CB
DAY = date(2028, 5, 14)
days = st.dates(date(2014, 1, 1), date(2035, 1, 1))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2014, 3, 30), "bdp"),
        (date(2018, 6, 24), "hdp"),
        (date(2023, 5, 14), "yesil_sol_parti"),
        (date(2029, 3, 25), "dem_parti"),
    ],
)
def test_a_party_has_the_name_of_the_day(day: date, code: str) -> None:
    assert {on_day(one, day) for one in ("yesil_sol_parti", "dem_parti")} <= {code, "hdp"}
    assert on_day(code, date(2029, 3, 25)) == "dem_parti"


@given(day=days, code=st.sampled_from(sorted(parties())))
def test_a_party_that_stands_is_itself(day: date, code: str) -> None:
    if parties()[code].stands_on(day):
        assert on_day(code, day) == code
    assert on_day(on_day(code, day), day) == on_day(code, day)


def test_joint_votes_are_no_list_of_their_own() -> None:
    rows = of_last_time(NightKind.PARLIAMENTARY, MV, ("p6",), DAY)
    assert all(row.party in parties() for row in rows)
    assert not any(row.party.endswith("ittifaki") for row in rows)
    assert [row.shown for row in rows] == [at < ROWS_SHOWN for at in range(len(rows))]


def test_the_last_time_is_the_last_before_the_day() -> None:
    assert last_day(BBB, ["p34"], date(2029, 3, 25)) == date(2024, 3, 31)
    assert last_day(BBB, ["p34"], date(2023, 1, 1)) == date(2019, 6, 23)
    assert last_day(BBB, ["p17"], date(2029, 3, 25)) is None
    assert of_last_time(NightKind.LOCAL, BBB, ("p34",), date(2010, 1, 1))


@pytest.mark.parametrize(
    ("day", "runoff"),
    [(date(2023, 5, 28), True), (date(2018, 7, 8), False), (date(2023, 5, 27), False)],
)
def test_a_second_round_follows_an_open_first(day: date, runoff: bool) -> None:
    assert is_runoff(NightKind.PRESIDENTIAL, day) is runoff
    assert is_runoff(NightKind.RUNOFF, day)
    assert not is_runoff(NightKind.LOCAL, day)


@given(day=days, party=st.sampled_from(sorted(parties().values(), key=lambda one: one.code)))
def test_a_typed_party_is_one_or_nobodys(day: date, party: object) -> None:
    for name in (party.code, party.short, party.name, *party.aliases):  # type: ignore[attr-defined]
        found = known_party(name, day)
        assert found is None or found.code in parties()
    assert known_party("Yok Böyle Bir Parti", day) is None


def test_two_parties_may_share_a_short_name_and_then_it_is_nobodys() -> None:
    assert known_party("MP", DAY) is None
    assert known_party("chp", DAY) == known_party("Cumhuriyet Halk Partisi", DAY)


def test_what_stands_behind_a_row() -> None:
    person = party_of(StandingRow("cb", candidate="Ayşe Kaya"))
    assert (person.code, person.short, person.kind) == ("ayse_kaya", "Ayşe Kaya", PartyKind.PERSON)
    assert party_of(StandingRow("cb", candidate="Muharrem İnce")).colour != GREY
    assert party_of(StandingRow("ref", party="evet")).kind is PartyKind.CHOICE
    own = party_of(StandingRow("bb", party="mavi", name="Mavi Parti", short="MP", colour="#0000FF"))
    assert (own.short, own.name, own.colour) == ("MP", "Mavi Parti", "#0000FF")
    renamed = party_of(StandingRow("bb", party="chp", short="C.H.P.", aliases=("Halk",)))
    assert renamed.short == "C.H.P." and "Halk" in renamed.aliases
    assert (
        contender_of(StandingRow("cb", party="chp", candidate="Ayşe Kaya"), DAY)[0] == "ayse_kaya"
    )
    assert contender_of(StandingRow("bb", party="chp", candidate="Ayşe Kaya"), DAY)[0] == "chp"
