"""The comparison out as tables and JSON, digits as published."""

from __future__ import annotations

import json
from decimal import Decimal

from desk.file.session import Session
from desk.rules.comparison import ROW_KEYS, comparison_json, comparison_rows, for_people
from desk.rules.discrepancies import SideBySide, compare_all
from tests.desk.conftest import AA, ANKA, file_at, shares, votes


def sides(session: Session) -> tuple[SideBySide, ...]:
    return compare_all(session, "ibb", ("AA", "ANKA"))


def test_the_comparison_gives_the_gaps_of_the_evening(evening: Session) -> None:
    found = comparison_json(sides(evening))
    gaps = {row["place"]: row["gap"] for row in found["rows"] if row["contender"] == "chp"}
    assert gaps == {
        "Beyoğlu": "6.18",
        "Üsküdar": "8.88",
        "Küçükçekmece": "5.26",
        "İstanbul": None,
    }
    assert json.loads(json.dumps(found)) == found


def test_a_row_of_the_comparison_has_every_key_and_the_published_digits(evening: Session) -> None:
    rows = comparison_json(sides(evening))["rows"]
    assert {tuple(found) for found in rows} == {ROW_KEYS}
    by_name = {(found["place"], found["contender"]): found for found in rows}
    assert by_name["İstanbul", "chp"] == {
        "contest": "ibb",
        "place": "İstanbul",
        "contender": "chp",
        "agency_a": "AA",
        "agency_b": "ANKA",
        "share_a": None,
        "share_b": "58.79",
        "gap": None,
        "opened_a": None,
        "opened_b": "10",
        "as_of_a": "2024-03-31T19:38",
        "as_of_b": "2024-03-31T19:15",
    }
    assert by_name["Beyoğlu", "yeniden_refah"]["share_b"] == "2"
    assert by_name["Üsküdar", "ak_parti"]["share_b"] == "38.3"
    assert by_name["Küçükçekmece", "dem_parti"]["share_b"] == "1.5"
    assert by_name["Üsküdar", "zafer_partisi"]["share_a"] == "2.50"


def test_who_is_missing_is_null_and_never_zero(evening: Session) -> None:
    rows = comparison_json(sides(evening))["rows"]
    (missing,) = [
        row for row in rows if (row["place"], row["contender"]) == ("Beyoğlu", "yeniden_refah")
    ]
    assert (missing["share_a"], missing["share_b"], missing["gap"]) == (None, "2", None)


def test_places_say_who_leads_and_what_was_found(evening: Session) -> None:
    places = {found["place"]: found for found in comparison_json(sides(evening))["places"]}
    assert list(places) == ["İstanbul", "Beyoğlu", "Küçükçekmece", "Üsküdar"]
    assert places["Küçükçekmece"]["findings"] == ["F201"]
    assert places["İstanbul"] == {
        "contest": "ibb",
        "place": "İstanbul",
        "leader_a": "chp",
        "leader_b": "chp",
        "lead_a": "7.74",
        "lead_b": "21.14",
        "lead_votes_a": None,
        "lead_votes_b": None,
        "lead_gap": "13.40",
        "leaders_differ": False,
        "findings": [],
    }


def test_leaders_that_differ_are_said(session: Session) -> None:
    file_at(session, AA, "19:25", shares(chp="40", ak_parti="50"))
    file_at(session, ANKA, "19:25", {votes("chp"): 331, votes("ak_parti"): 330})
    (place,) = comparison_json(sides(session))["places"]
    assert place["leaders_differ"] is True
    assert place["findings"] == ["D402"]
    assert (place["leader_a"], place["lead_a"], place["lead_votes_a"]) == ("ak_parti", "10", None)
    assert (place["leader_b"], place["lead_b"], place["lead_votes_b"]) == ("chp", None, 1)


def test_the_table_for_people_has_names_for_codes(evening: Session) -> None:
    headers = [str(number) for number in range(10)]
    table = for_people(comparison_rows(sides(evening)), evening.election, headers)
    assert table.headers == tuple(headers)
    assert table.rows[2][:6] == (
        "İBB Başkanlığı",
        "Beyoğlu",
        "CHP",
        Decimal("55.05"),
        Decimal("61.23"),
        Decimal("6.18"),
    )
