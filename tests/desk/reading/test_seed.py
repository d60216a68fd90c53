"""The posts the desk was born from, read whole with their exact digits, faults included."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from desk.facts.catalog import load
from desk.facts.codes import Code
from desk.facts.figures import plain
from desk.reading.reader import Context, Reading, read

DATA = Path(__file__).parents[2] / "data"
CONTEXTS = {"national": None, "file": Context.of(load("istanbul-2024"))}


@pytest.fixture(params=sorted(CONTEXTS))
def context(request: pytest.FixtureRequest) -> Context | None:
    return CONTEXTS[request.param]


def post(name: str, context: Context | None) -> Reading:
    return read((DATA / f"seed_{name}.txt").read_text(encoding="utf-8"), context)


def test_six_bulletins_at_19_25(context: Context | None) -> None:
    reading = post("1925", context)
    shares = {
        (record.agency, record.place): {
            result.party: plain(result.pct) for result in record.results if result.pct is not None
        }
        for record in reading.records
    }
    assert shares == {
        ("ANKA", "Beyoğlu"): {"chp": "61.23", "ak_parti": "35.53", "yeniden_refah": "2"},
        ("AA", "Beyoğlu"): {"chp": "55.05", "ak_parti": "39.23", "diger": "2.41"},
        ("ANKA", "Üsküdar"): {"chp": "60.02", "ak_parti": "38.3", "yeniden_refah": "1.17"},
        ("AA", "Üsküdar"): {"chp": "51.14", "ak_parti": "39.32", "zafer_partisi": "2.50"},
        ("AA", "Küçükçekmece"): {"chp": "58.63", "ak_parti": "35.94", "dem_parti": "1.26"},
        ("ANKA", "Küçükçekmece"): {"chp": "63.89", "ak_parti": "35.94", "dem_parti": "1.5"},
    }
    assert {record.time for record in reading.records} == {time(19, 25)}
    # A party's figures in a district may be of three contests; with a night each record asks.
    asked = [] if context is None else [Code.Q316] * 6
    assert [question.code for question in reading.questions] == asked
    assert not reading.ignored


def test_a_lead_without_shares_at_19_38(context: Context | None) -> None:
    reading = post("1938", context)
    (record,) = reading.records
    assert (record.agency, record.time) == ("AA", time(19, 38))
    assert (record.lead_points, record.leader) == (Decimal("7.74"), "İmamoğlu")
    assert record.results == ()
    # The headline says 6; it is left out by name.
    assert [(left.code, left.text) for left in reading.ignored] == [("I306", "6")]


def test_an_opened_share_called_a_number_at_19_15(context: Context | None) -> None:
    reading = post("1915", context)
    (record,) = reading.records
    assert (record.agency, record.time) == ("ANKA", time(19, 15))
    assert (record.opened_pct, record.opened_boxes) == (Decimal(10), None)
    assert isinstance(record.opened_pct, Decimal)
    assert [(result.label, str(result.pct)) for result in record.results] == [
        ("İmamoğlu", "58.79"),
        ("Kurum", "37.65"),
    ]


def test_with_a_file_the_candidates_have_their_rows() -> None:
    (record,) = post("1915", CONTEXTS["file"]).records
    assert [(result.contender, result.candidate) for result in record.results] == [
        ("chp", "Ekrem İmamoğlu"),
        ("ak_parti", "Murat Kurum"),
    ]
