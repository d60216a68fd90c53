"""What a threshold finds tonight equals a fresh judgement under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator

from desk.file.session import Session
from desk.rules.checks import Checks
from desk.tonight.found import AGEING, counted_under, tallied


def done(steps: Generator[None, None, Counter[str]]) -> Counter[str]:
    while True:
        try:
            next(steps)
        except StopIteration as whole:
            found = whole.value
            assert isinstance(found, Counter)
            return found


def test_it_counts_what_would_be_found(evening: Session) -> None:
    usual = done(tallied(evening, {}))
    assert usual["D401"] == sum(one.code == "D401" for one in Checks(evening).all()) == 3
    assert done(tallied(evening, {"check.d401.unknown": "99"}))["D401"] == 0
    assert Checks(evening).all() != []


def test_what_ages_is_counted_beside_findings(evening: Session) -> None:
    early = done(tallied(evening, {"check.fresh.ageing": "1"}))[AGEING]
    late = done(tallied(evening, {"check.fresh.ageing": "100"}))[AGEING]
    assert early >= late == 0


def test_thresholds_are_counted_under_their_code() -> None:
    assert counted_under("check.d401.start") == "D401"
    assert counted_under("check.fresh.ageing") == AGEING
