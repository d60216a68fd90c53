"""A night half made: what is suggested, what is checked, and that nothing of it is lost."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.country.places import children, full_name, province_of, provinces, regions
from desk.facts import catalog
from desk.facts.codes import Code
from desk.facts.election import ContestKind, PlaceKind
from desk.nights import loading
from desk.nights.answers import Level, NightKind, OwnPlace, StandingRow
from desk.nights.loading import Loaded
from desk.nights.plan import Plan, counted, from_text, suggested_day

TODAY = date(2028, 1, 5)
kinds = st.sampled_from(list(NightKind))
towns = [one.id for one in regions().values() if one.kind == "town"]
local = st.sampled_from([one.id for one in regions().values() if one.kind in ("province", "town")])


def begun(kind: NightKind, *last: str) -> Plan:
    plan = Plan()
    plan.begin(kind, TODAY, last)
    return plan


@pytest.mark.parametrize(
    ("kind", "today", "day"),
    [
        (NightKind.LOCAL, date(2026, 11, 30), date(2029, 3, 25)),
        (NightKind.LOCAL, date(2024, 3, 31), date(2024, 3, 31)),
        (NightKind.LOCAL, date(2029, 3, 26), date(2034, 3, 26)),
        (NightKind.PRESIDENTIAL, date(2026, 11, 30), date(2028, 5, 14)),
        (NightKind.RUNOFF, date(2026, 11, 30), date(2028, 5, 28)),
        (NightKind.REFERENDUM, date(2026, 11, 30), date(2026, 12, 6)),
        (NightKind.BY_ELECTION, date(2026, 12, 6), date(2026, 12, 6)),
    ],
)
def test_the_likeliest_day_is_suggested(kind: NightKind, today: date, day: date) -> None:
    assert suggested_day(kind, today) == day


@given(kind=kinds, today=st.dates(date(2024, 1, 1), date(2070, 1, 1)))
def test_a_suggested_day_is_a_sunday_to_come(kind: NightKind, today: date) -> None:
    day = suggested_day(kind, today)
    assert day.weekday() == 6 and day >= today


@given(kind=kinds)
def test_every_kind_begins_with_a_night_that_can_be_made(kind: NightKind) -> None:
    plan = begun(kind, "p34")
    assert plan.missing() is None
    assert loading.faults(plan.to_file()) == []
    assert plan.places() == (("tr",) if kind.is_national else ("p34",))


def test_the_first_choice_takes_the_place_of_the_suggestion_the_second_joins_it() -> None:
    plan = begun(NightKind.LOCAL, "p34")
    plan.choose("p6")
    assert plan.places() == ("p6",)
    plan.choose("p17")
    plan.choose("t3593")
    assert plan.places() == ("p6", "p17", "t3593")
    plan.toggle("p6")
    assert plan.places() == ("p17", "t3593")
    plan.toggle("d128")
    assert "p17" not in plan.places() and len(plan.places()) == 12


def test_what_is_suggested_can_be_narrowed() -> None:
    plan = begun(NightKind.LOCAL, "p34")
    plan.toggle("d3")
    assert len(plan.places()) == 38 and not plan.suggested


@given(kind=kinds, chosen=st.lists(local, max_size=5))
def test_the_fewest_ids_mean_what_is_checked(kind: NightKind, chosen: list[str]) -> None:
    plan = begun(kind, "p34")
    for place in chosen:
        if plan.leaves(place):
            plan.choose(place)
    before = plan.checked
    again = begun(kind)
    again.checked, again.suggested = frozenset(), False
    for place in plan.places():
        again.choose(place)
    assert again.checked == before


def test_the_level_changes_and_the_places_stay() -> None:
    plan = begun(NightKind.LOCAL, "p34")
    plan.choose("p6")
    plan.set_level(Level.PROVINCE)
    assert plan.checked == {"p6"}
    plan.set_level(Level.DISTRICT)
    assert plan.checked == {one.id for one in children("p6")}


@given(st.data())
def test_a_plan_that_was_kept_is_the_same_plan(data: st.DataObject) -> None:
    plan = begun(data.draw(kinds), "p34")
    plan.polls_close = data.draw(st.none() | st.just(time(16, 30)))
    plan.own = data.draw(
        st.sampled_from([(), (OwnPlace("g", "Ege", PlaceKind.DISTRICT, "", 3, None),)])
    )
    row = StandingRow("cb", "", "chp", "Ali Kaya", "AK", "", "#123456", ("A", "B"), False)
    plan.rows = data.draw(st.sampled_from([{}, {ContestKind.CB: (row,)}, {ContestKind.CB: ()}]))
    plan.name = data.draw(st.text(max_size=9))
    plan.off = frozenset({"YSK"})
    back = from_text(plan.as_text())
    assert back is not None
    for field in fields(Plan):
        if field.name != "touched":
            assert getattr(back, field.name) == getattr(plan, field.name)


@given(text=st.text(max_size=60))
def test_what_is_no_plan_is_none(text: str) -> None:
    assert from_text(text) is None
    assert from_text('{"kind": "local"}') is None
    assert from_text(Plan(checked=frozenset({"p6"})).as_text().replace('"p6"', '"p99"')) is None


def test_a_contest_whose_rows_were_all_taken_out_stays_empty() -> None:
    plan = begun(NightKind.LOCAL, "p6")
    plan.rows[ContestKind.BM] = ()
    told = {one["id"]: len(one["contenders"]) for one in plan.to_file()["contests"]}
    assert told["bm"] == 0 and told["bb"] > 0


def test_what_is_missing_is_said() -> None:
    plan = begun(NightKind.LOCAL)
    assert plan.missing() is not None and plan.missing().code is Code.E185  # type: ignore[union-attr]
    plan.choose("p6")
    plan.off = frozenset(plan.agencies)
    assert plan.missing() is not None and plan.missing().code is Code.E192  # type: ignore[union-attr]


def test_an_election_is_taken_as_its_file_has_it_for_another_day() -> None:
    shipped = catalog.load("istanbul-2024")
    plan = begun(NightKind.LOCAL)
    plan.take(loading.to_json(Loaded(shipped)))
    assert loading.of(plan.to_file()).election == shipped
    plan.day = date(2029, 3, 25)
    made = loading.of(plan.to_file()).election
    assert made.name_tr == "İstanbul yerel seçimi, 25 Mart 2029"
    assert (made.places, made.contests) == (shipped.places, shipped.contests)
    back = from_text(plan.as_text())
    assert back is not None and back.to_file() == plan.to_file()


@given(province=st.sampled_from(provinces()))
def test_what_is_chosen_is_counted(province: object) -> None:
    place = province.id  # type: ignore[attr-defined]
    plan = begun(NightKind.LOCAL)
    plan.choose(place)
    found = counted(plan)
    assert (found.provinces, found.towns) == (1, 0)
    assert found.districts == len([one for one in children(place) if one.kind == "district"])
    assert found.boxes > 0 and found.registered > found.boxes
    assert full_name(place) == regions()[place].name and province_of(place) == province
