"""Parties under each of their names, by year."""

from __future__ import annotations

from datetime import date

import pytest

from desk.country import parties, results, shelf
from desk.country.parties import alliances_on, coloured, standers, today
from desk.country.places import named
from desk.facts import catalog


def test_every_column_of_every_result_is_known() -> None:
    known = set(parties.parties())
    for contest in results.held():
        stood = {one.code for one in standers(contest.day)}
        joint = {one.code for one in alliances_on(contest.day)}
        for place in results.places_of(contest):
            found = results.counted(contest, place)
            assert found and set(found.votes) <= known | stood | joint


def test_who_stood_had_that_name_on_that_day() -> None:
    for contest in results.held():
        if contest.kind in {"cb", "ref"}:
            continue
        there = {p.code for p in parties.parties().values() if p.stands_on(contest.day)}
        joint = {one.code for one in alliances_on(contest.day)}
        for place in results.places_of(contest):
            found = results.counted(contest, place)
            assert found
            assert {code for code, votes in found.votes.items() if votes} <= there | joint


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("bdp", "dem_parti"),
        ("hdp", "dem_parti"),
        ("yesil_sol_parti", "dem_parti"),
        ("bbp", "buyuk_birlik"),
        ("ab", "ab_parti"),
        ("kp", "tkp"),
        ("ip", "vatan_partisi"),
        ("odp", "sol_parti"),
        ("chp", "chp"),
        ("recep_tayyip_erdogan", "recep_tayyip_erdogan"),
    ],
)
def test_renames(then: str, now: str) -> None:
    assert today(then) == now


def test_a_name_of_today_was_not_renamed() -> None:
    for party in parties.parties().values():
        if party.now:
            assert parties.parties()[party.now].now == ""
            assert not party.stands_on(date(2024, 3, 31))


def test_the_parties_of_the_shipped_election_are_the_same_here() -> None:
    election = catalog.load("istanbul-2024")
    for party in election.parties:
        known = parties.parties()[party.code]
        assert (known.name, known.short, known.aliases, known.colour) == (
            party.name,
            party.short,
            party.aliases,
            party.colour,
        )


def test_colours_are_there_for_whoever_stood() -> None:
    for contest in results.held():
        for one in (*standers(contest.day), *alliances_on(contest.day)):
            assert coloured(one.code) == one.colour != ""
    assert coloured("chp") == "#E30A17"
    assert coloured("nobody") == ""


def test_answers_of_a_referendum() -> None:
    assert [(one.code, one.name) for one in parties.answers()] == [
        ("evet", "Evet"),
        ("hayir", "Hayır"),
    ]


def test_people() -> None:
    people = standers(date(2023, 5, 14))
    assert [one.name for one in people][-1] == "Muharrem İnce"
    assert all(one.code == parties.person_code(one.name) for one in people)
    assert parties.candidates(date(2024, 3, 31), "bbb", "p6")["chp"] == "Mansur Yavaş"


def test_candidates_stood_where_they_are_said_to_have_stood() -> None:
    for row in shelf.rows("candidates.csv"):
        contest = results.Held(date.fromisoformat(row["day"]), row["kind"])
        found = results.counted(contest, row["place"])
        assert found and found.votes[row["party"]] > 0


def test_alliances_are_of_known_parties() -> None:
    for contest in results.held():
        for one in alliances_on(contest.day):
            assert set(one.members) <= set(parties.parties())
    assert [one.code for one in alliances_on(date(2018, 6, 24))] == [
        "cumhur_ittifaki",
        "millet_ittifaki",
    ]
    assert alliances_on(date(2015, 6, 7)) == ()
    assert named("Cumhur İttifakı") == ()
